"""Fakta: what a council answers others, as a sum of the answer, and the few answers that are kept whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.hurtiglager.koding import eller_ingen, kodet, stedet
from brukerutvalg_cli.hurtiglager.skrevet import skrevet
from brukerutvalg_cli.hurtiglager.summer import av_bytes, summen
from brukerutvalg_cli.model.moetenavn import Moetenavn
from brukerutvalg_cli.model.omriss import FOLKS_GRUPPER, MOETEIDER, OMRISS, UTVALGET, Filslag, Moeteid
from brukerutvalg_cli.model.verdier import UKJENT
from brukerutvalg_cli.register.spor import KJENT, MALER, OVERORDNET, PERSONFILER, ULESTE, SporetLandet

_DELENE = {delen.navn: delen for delen in OMRISS}
_INGEN = "-"
"""What a council that cannot be read answers."""


def faktum(landet: SporetLandet, what: str, utvalg: str, innhold: str) -> str:
    """A sum of what the council answers; `innhold`: of all it holds, for an answer that has none of its own."""
    if what in _STIENE:
        paths = landet.paths.get(utvalg, ())
        return summen(*filter(_STIENE[what], paths))
    if what == KJENT:
        return str(utvalg in landet.kjente)
    if what.startswith(ULESTE):
        kinds: Any = what.split()[1:]
        return summen(*sorted(landet.uleste(utvalg, frozenset[Filslag](kinds))))
    if what == OVERORDNET:
        council = landet.svaret(UTVALGET, utvalg)
        above = council and council.overordnet
        unread = landet.uleste(utvalg, frozenset())
        return summen("ukjent" if above is UKJENT else str(above), *sorted(unread))
    if utvalg not in landet.kjente:
        return _INGEN
    if what == UTVALGET.navn:
        raw = landet.tree.read(f"records/utvalg/{utvalg}/utvalg.yaml")
        return av_bytes(raw) if isinstance(raw, bytes) else _INGEN
    try:
        return summen(skrevet(landet.svaret(_DELENE[what], utvalg)))
    except TypeError:
        return innhold


_STIENE: Mapping[str, Callable[[str], bool]] = {
    PERSONFILER: lambda path: "/medlemmer/" in path,
    MALER: lambda path: "/templates/" in path,
}


def for_alle_kodet(fortalt: tuple[dict[str, Any], frozenset[str]]) -> Any:
    """What a council is asked whenever all are judged, as plain data."""
    answers, unread = fortalt
    return [kodet(answers[FOLKS_GRUPPER.navn]), kodet(answers[MOETEIDER.navn]), sorted(unread)]


def for_alle_lest(kode: Any) -> tuple[dict[str, Any], frozenset[str]]:
    """The same answers again."""
    groups, meetings, unread = kode
    answers = {
        FOLKS_GRUPPER.navn: eller_ingen(_gruppene, groups),
        MOETEIDER.navn: eller_ingen(_moeteidene, meetings),
    }
    return answers, frozenset(unread)


def _gruppene(kode: Any) -> tuple[tuple[str, Place], ...]:
    return tuple((name, stedet(place)) for name, place in kode)


def _moeteidene(kode: Any) -> tuple[Moeteid, ...]:
    return tuple(
        Moeteid(id, (date.fromisoformat(day), nr, at), path, Moetenavn(name), stedet(place))
        for id, (day, nr, at), path, name, place in kode
    )
