"""Spraakside: the reference of the mandate language – a text of ours, with the tables that follow from the code."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, get_args

from brukerutvalg_cli.forklaring import KINDS, forklaringer
from brukerutvalg_cli.mandat.bestemmelse import SEVERITY, Bestemmelse
from brukerutvalg_cli.mandat.proeve.av_modell import FOELGER, NAVN, Av
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.mandat.verdier.hvem import Hvem
from brukerutvalg_cli.mandat.verdier.mengde_av import MengdeAv
from brukerutvalg_cli.mandat.verdier.organisasjonsvalg import Organisasjonsvalg
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.utvalg import STANDARD_SIDER, STANDARD_VERV
from brukerutvalg_cli.referanse.regelside import parametere, slagene
from brukerutvalg_cli.referanse.skjema import skjema
from brukerutvalg_cli.referanse.tabell import MENGDE, kort_tabell, topp, verdityper
from brukerutvalg_cli.referanse.tekst import tekst

SAGT = {
    "skal": "skal",
    "maa": "må, det er nødvendig at",
    "er": "er, deltar, møtes, har ansvar for, har rett til",
    "hovedregel": "i utgangspunktet, i hovedsak, som hovedregel, normalt",
    "boer": "bør, det er viktig at",
    "anbefales": "anbefales",
    "oenskelig": "mål, ønskelig",
    "vurderes": "kan vurderes",
    "kan": "kan, når det er en tillatelse",
}
"""How each strength is said in a mandate."""


def spraakside() -> str:
    """docs/mandatspraak.md."""
    return tekst(
        "mandatspraak",
        {
            "regelverk": _noekler(Regelverk, utelat={"id", "bestemmelser"}),
            "felles": _noekler(Bestemmelse),
            "styrke": _styrke(),
            "mengde": _noekler(MengdeAv, mengde=()),
            "hvem": _noekler(Hvem),
            "organisasjon": _noekler(Organisasjonsvalg),
            "verv": _vanlige(),
            "foelger": _foelger(),
            "oversikt": _oversikt(),
            **{name: "\n".join(parametere(kode)) for kode, name in KINDS.items()},
        },
    )


def _noekler(model: Any, utelat: Collection[str] = (), mengde: Collection[str] = MENGDE) -> str:
    whole = skjema(model)
    return kort_tabell([topp(whole)], verdityper(whole), utelat, mengde)


def _foelger() -> str:
    said: dict[str, dict[str, str]] = {}
    for model, keys in (*FOELGER.items(), *_krevd()):
        said.setdefault(NAVN[model], {}).update((key, about) for key, (_, about) in keys.items())
    return "\n".join(
        f"- I {name} " + " ".join(f"`{key}`: {about}" for key, about in keys.items())
        for name, keys in said.items()
    )


def _krevd() -> Iterator[tuple[type[Post], Mapping[str, tuple[Any, str]]]]:
    """What only a demand or a filter may ask for, of the records that have some."""
    for kind in slagene()["BU105"]:
        for field in kind.model_fields.values():
            for mark in (*field.metadata, *_marks(field.annotation)):
                if isinstance(mark, Av) and mark.beside:
                    yield mark.kalt, mark.beside


def _marks(annotation: Any) -> Iterator[Any]:
    for choice in get_args(annotation):
        yield from getattr(choice, "__metadata__", ())


def _vanlige() -> str:
    verv, sider = (", ".join(f"`{name}`" for name in names) for names in (STANDARD_VERV, STANDARD_SIDER))
    return (
        f"De vanlige vervene er {verv}. De vanlige sidene er {sider}. Andre får navn i `utvalg.yaml`: "
        "`sider: {ungdom: Ungdommene}`."
    )


def _styrke() -> str:
    rows = ["| Styrke | Sagt i kilden som | Et brudd er |", "|---|---|---|"]
    for styrke, severity in SEVERITY.items():
        rows.append(f"| `{styrke}` | {SAGT[styrke]} | {severity or 'aldri et funn'} |")
    return "\n".join(rows)


def _oversikt() -> str:
    return "\n".join(
        f"- [`{name}`](#{name}): {_said(name)} [Hvorfor](regler/{name}.md)" for name in KINDS.values()
    )


def _said(name: str) -> str:
    said = forklaringer()[name].tekst.partition("\n")[0].partition(" – ")[2]
    return said[:1].upper() + said[1:]
