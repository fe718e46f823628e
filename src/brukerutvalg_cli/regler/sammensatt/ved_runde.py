"""A composition judged at each round of appointments: who sits when the new period begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.mappe import rundestart
from brukerutvalg_cli.model.visshet import Visshet, alle, ikke, noen
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.sammensatt.krav import Krav, Tilstede
from brukerutvalg_cli.regler.sammensatt.loepende import paa_dag
from brukerutvalg_cli.regler.verdier.hvem import Hvem
from brukerutvalg_cli.regler.vurdering import Vurdering


def vurder(krav: Krav, utvalg: UtvalgIPeriode) -> Iterator[Vurdering]:
    """Every round in the period. A council's first round has nobody to keep, so renewal is not asked of it."""
    about_renewal = any(isinstance(p.hvem, Hvem) and p.hvem.ny is not None for p in krav.plasser)
    rounds = utvalg.mappe.runder
    for nr, (at, runde) in enumerate(rounds):
        start = rundestart(runde)
        previous = rundestart(rounds[nr - 1][1]) if nr else None
        if not utvalg.gjelder(start):
            continue
        folk = [_with_ny(utvalg, krav, p, start, previous) for p in paa_dag(krav, utvalg, start)]
        if not folk or (about_renewal and not _seated_before(utvalg, krav, start)):
            continue
        place = utvalg.mappe.hendelse_at(at, "fra" if runde.fra else "dato")
        council = utvalg.mappe.utvalg
        parts = krav.deler(council)
        for part in parts if isinstance(parts, tuple) else ():
            telling = krav.tell(folk, part, council)
            verdicts = [
                telling.dom(i, aapen=not utvalg.mappe.medlemsliste_hel) for i in range(len(krav.plasser))
            ]
            emne = f"{start} {part}".strip()
            if False in verdicts:
                yield krav.bestemmelse.brutt(
                    place,
                    krav.funn(telling, part, f"fra {dato_i_ord(start)} har"),
                    emne,
                    emner=(str(start),),
                    help=krav.rettelse(telling, folk, council),
                )
            elif None in verdicts:
                yield krav.bestemmelse.uvisst(place, "det er ukjent hvem noen av de oppnevnte er", emne)


def _with_ny(
    utvalg: UtvalgIPeriode, krav: Krav, person: Tilstede, start: date, previous: date | None
) -> Tilstede:
    return replace(
        person, hvem=replace(person.hvem, ny=ikke(_sat(utvalg, krav, person.hvem.id, start, previous)))
    )


def _sat(utvalg: UtvalgIPeriode, krav: Krav, person: str, start: date, previous: date | None) -> Visshet:
    """Whether the person sat at any time in the period before this round."""
    last = start - timedelta(days=1)
    return noen(
        alle((ikke(_ended_before(sete.til, previous)), _began_by(sete.fra, last)))
        for sete in utvalg.mappe.seter_av.get(person, ())
        if krav.vervene is None or sete.verv in krav.vervene
    )


def _ended_before(til: object, dag: date | None) -> Visshet:
    if til is None or dag is None:
        return False
    return til < dag if isinstance(til, date) else None


def _began_by(fra: object, dag: date) -> Visshet:
    return fra <= dag if isinstance(fra, date) else None


def _seated_before(utvalg: UtvalgIPeriode, krav: Krav, start: date) -> bool:
    return any(
        _began_by(s.fra, start - timedelta(days=1))
        for s in utvalg.mappe.seter
        if krav.vervene and s.verv in krav.vervene
    )
