"""Fellesfakta: what the files that all share answer, as sums – so that one of them may change, and only those who asked
for what is another now are judged again."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import UTVALG
from brukerutvalg_cli.hurtiglager.innhold import avlest
from brukerutvalg_cli.hurtiglager.oppslag import LESEMAATE
from brukerutvalg_cli.hurtiglager.skrevet import skrevet
from brukerutvalg_cli.hurtiglager.summer import blob, summen
from brukerutvalg_cli.model.ordliste import ORDLISTE
from brukerutvalg_cli.model.organisasjon import ORGANISASJONER
from brukerutvalg_cli.model.organisasjonene import NAVNENE, ORGANISASJONSDELER, om_en
from brukerutvalg_cli.register.parse import parse
from brukerutvalg_cli.register.spor import (
    FELLES,
    FELLES_FILER,
    FIL,
    GRUNNLAG,
    REGELVERK,
    REGELVERKSNAVN,
    SATSER,
    SporetLandet,
)

_INGEN = "-"
_DELENE = {delen.navn: delen for delen in ORGANISASJONSDELER}


def fellesfaktum(landet: SporetLandet, what: str, innhold: str) -> str:
    """A sum of what they answer; `innhold`: of all that they hold, for an answer that has no sum of its own."""
    shared = landet.felles
    if what == LESEMAATE:  # where files that lie astray belong, and what events are called
        return summen(*sorted(shared.ment), "", *sorted(shared.ordene))
    if what == GRUNNLAG:
        return _grunnlaget(landet)
    if what.startswith(FIL):
        return _filen(landet, what.removeprefix(FIL))
    if what.startswith(REGELVERK):
        rules = shared.regelverk.get(what.removeprefix(REGELVERK))
        return summen(rules.path, _filen(landet, rules.path)) if rules else _INGEN
    if what in _DELENE:
        try:
            return summen(skrevet(_DELENE[what].svar(shared.organisasjoner)))
        except TypeError:
            return innhold
    if what in _LISTENE:
        return summen(*_LISTENE[what](landet))
    raw = landet.tree.read(ORGANISASJONER)  # one of them it is
    return avlest(raw) if isinstance(raw, Finding) else _organisasjonen(raw, what)


_LISTENE: dict[str, Any] = {
    NAVNENE: lambda landet: landet.felles.organisasjoner,
    REGELVERKSNAVN: lambda landet: landet.felles.regelverk,
    FELLES_FILER: lambda landet: landet.paths.get(FELLES, ()),
    SATSER: lambda landet: [_filen(landet, "records/satser.yaml")],
}


def _grunnlaget(landet: SporetLandet) -> str:
    """What nobody is judged without: the words, what could not be read, which templates and stray files there are."""
    shared = landet.felles
    there = (
        path for path in landet.paths.get(FELLES, ()) if "/templates/" in path or path.startswith(UTVALG)
    )
    return summen(
        fellesfaktum(landet, LESEMAATE, ""),
        _filen(landet, ORDLISTE),
        str(shared.har_organisasjoner),
        *sorted(shared.feilet),
        "",
        *there,
    )


def _filen(landet: SporetLandet, path: str) -> str:
    return avlest(landet.tree.read(path)) if path in landet.paths.get(FELLES, ()) else _INGEN


def _organisasjonen(raw: bytes, what: str) -> str:
    """What the file says of one of them: of a file that something is wrong with, all it says."""
    data = _organisasjonsfila(raw)
    return blob(raw) if data is None else summen(repr(data.get(what)))


@lru_cache(maxsize=1)
def _organisasjonsfila(raw: bytes) -> dict[str, Any] | None:
    found = parse(ORGANISASJONER, raw)
    if found.problems or found.warnings or not isinstance(found.data, dict):
        return None
    return {om_en(name): said for name, said in found.data.items()}
