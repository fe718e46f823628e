"""Selv fraveket: a term or an election that says itself that it departs from a provision, whatever kind that is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from brukerutvalg_cli.funn.finding import Finding, Utfall
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.om_sete import fraviker
from brukerutvalg_cli.model.mappe import Utvalgsmappe


def selv_fraveket(mappe: Utvalgsmappe, bestemmelse: Bestemmelse, sagt: Finding) -> Finding:
    """The outcome; departed from, where it is broken by a term or an election that says so, and the council may."""
    if sagt.utfall is not Utfall.BRUTT or bestemmelse.kan_fravikes_av != "utvalget":
        return sagt
    says = bestemmelse.id in (name for names in _sagt_om(mappe, sagt) for name in names)
    return replace(sagt, utfall=Utfall.FRAVEKET) if says else sagt


def _sagt_om(mappe: Utvalgsmappe, sagt: Finding) -> Iterator[tuple[str, ...]]:
    """What is said by the term or election it is shown at, and by the terms that a lasting breach began with."""
    yield from _sagt_der(mappe, sagt.place)
    if sagt.varer and sagt.varer.fra:
        yield from (fraviker(s) for s in mappe.fravikende if s.fra == sagt.varer.fra)


def _sagt_der(mappe: Utvalgsmappe, place: Place) -> Iterator[tuple[str, ...]]:
    match place.route:
        case ("oppnevninger", int(nr), *_):
            person = PurePosixPath(place.path).stem
            held = (s for s in mappe.seter_av.get(person, ()) if s.oppnevning and s.nr == nr)
            yield from (fraviker(s) for s in held if s.medlem and s.medlem.path == place.path)
        case ("saker", int(nr), "valg", int(valg), *_):
            meetings = (m for m in mappe.moeter if m.path == place.path)
            yield from (m.saker[nr].valg[valg].fraviker for m in meetings)
