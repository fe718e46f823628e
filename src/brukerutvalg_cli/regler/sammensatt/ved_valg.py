"""A composition judged at an election: once, at the case, by who will sit when the term begins."""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.model.sete import Valghandling
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.sammensatt.krav import Krav, Tilstede
from brukerutvalg_cli.regler.vurdering import Vurdering


def vurder(krav: Krav, utvalg: UtvalgIPeriode) -> Iterator[Vurdering]:
    """Every election to the body in the period. The council itself is appointed, not elected."""
    if not krav.er_valgt_organ:
        return
    for handling in utvalg.valg:
        if handling.valg.verv == krav.blant:
            yield from _vurder(krav, utvalg, handling)


def medlemmer(krav: Krav, utvalg: UtvalgIPeriode, handling: Valghandling) -> list[Tilstede]:
    """Who sits in the body on the first day of the term: those elected, and those who go on."""
    day = handling.valg.fra
    found = {person: Tilstede(utvalg.kandidat(person, day)) for person in handling.valg.valgt}
    for sete in utvalg.mappe.seter:
        if sete.verv == krav.blant and sete.person not in found and sete.dekker(day) is not False:
            found[sete.person] = Tilstede(utvalg.kandidat(sete.person, day, sete), sete.dekker(day))
    return list(found.values())


def _vurder(krav: Krav, utvalg: UtvalgIPeriode, handling: Valghandling) -> Iterator[Vurdering]:
    council = utvalg.mappe.utvalg
    folk = medlemmer(krav, utvalg, handling)
    parts = krav.deler(council)
    place = handling.at("valgt")
    for part in parts if isinstance(parts, tuple) else ():
        telling = krav.tell(folk, part, council)
        verdicts = [telling.dom(nr) for nr in range(len(krav.plasser))]
        emne = f"{handling.sak.nr} {part}".strip()
        if False in verdicts:
            yield krav.bestemmelse.brutt(
                place,
                krav.funn(telling, part, "får"),
                emne,
                emner=(handling.sak.nr, str(handling.moete.dato)),
                label=krav.hvem_er_hvem(folk, council),
                help=krav.rettelse(telling, folk, council),
                fraviker=handling.valg.fraviker,
            )
        elif None in verdicts:
            yield krav.bestemmelse.uvisst(
                place, f"det er ukjent hvem de valgte i sak {handling.sak.nr} sitter for", emne
            )
