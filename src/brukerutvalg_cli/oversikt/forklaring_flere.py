"""A provision of no one council: what each rule set says under that id, and which councils to ask of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from brukerutvalg_cli.mandat.arv import Gjeldende, gjeldende
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.oversikt.regelverk_json import bestemmelsen as som_data
from brukerutvalg_cli.oversikt.regelverk_tekst import bestemmelsen as i_ord
from brukerutvalg_cli.rapport.json_format import dump
from brukerutvalg_cli.tegn import one_line

FLEST = 10
"""So many councils are named; the rest are counted."""


def som_tekst(regelverk: Mapping[str, Regelverk], navn: str, i: str, utvalg: Sequence[str]) -> str:
    """Each of them, and the command for each council."""
    lines = []
    for g in _de_ulike(regelverk, navn, i):
        first, *rest = i_ord(g, g.id)
        lines += [one_line(f"{first.strip()} – {g.bestemmelse.avsnitt}, i {g.id}"), *rest, ""]
    if not utvalg:
        return "\n".join(
            [*lines, "Ingen utvalg er bundet av den.", "", "Neste steg: brukerutvalg regelverk", ""]
        )
    lines.append("Hva som er gjort, og hva som er lovlig nå, vises for hvert utvalg:")
    lines += [f"  brukerutvalg forklar {key} {navn}" for key in utvalg[:FLEST]]
    if len(utvalg) > FLEST:
        lines.append(f"  … og {len(utvalg) - FLEST} utvalg til")
    return "\n".join([*lines, "", f"Neste steg: brukerutvalg forklar {utvalg[0]} {navn}", ""])


def som_json(regelverk: Mapping[str, Regelverk], navn: str, i: str, utvalg: Sequence[str]) -> str:
    """The same as data."""
    says = [som_data(g) for g in _de_ulike(regelverk, navn, i)]
    return dump({"slag": "bestemmelse", "utvalg": None, "sier": says, "bundne_utvalg": list(utvalg)})


def _de_ulike(regelverk: Mapping[str, Regelverk], navn: str, i: str) -> list[Gjeldende]:
    """The provisions of this id, each once, wherever it is inherited."""
    found = {
        (g.id, g.nr): g
        for key in ([i] if i else sorted(regelverk))
        for g in gjeldende(key, regelverk)
        if g.bestemmelse.id == navn
    }
    return list(found.values())
