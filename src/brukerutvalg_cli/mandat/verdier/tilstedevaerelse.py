"""Tilstedeværelse: whether somebody a selector picks sits in the council on a day, asked once for each day."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date

from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.hvem import Hvem
from brukerutvalg_cli.model.dagen import egne_skifter, skifter
from brukerutvalg_cli.model.visshet import Visshet, alle, noen
from brukerutvalg_cli.model.vurderingsdag import husket_som


class Tilstedevaerelse:
    """The days of a council, seen by whether somebody is there."""

    def __init__(self, utvalg: UtvalgIPeriode, hvem: Hvem) -> None:
        self.utvalg, self.hvem = utvalg, hvem
        self._spurt: dict[Hashable, Visshet] = {}

    def paa(self, dag: date) -> Visshet:
        """Whether somebody is there that day. Where the list of members is not whole, one more may be."""
        key = husket_som(dag)
        if key not in self._spurt:
            self._spurt[key] = self._finn(dag)
        return self._spurt[key]

    def skifter(self) -> tuple[date, ...]:
        """The days on which that may change."""
        mappe, asked = self.utvalg.mappe, self.hvem
        last = self.utvalg.dato
        begun = min((d for s in mappe.seter for d in s.skifter()), default=last)
        ages = (min(self.utvalg.fra or begun, last), last) if asked.om_alder else None
        own = (day for person in mappe.seter_av for day in egne_skifter(mappe, person, ages))
        elected = (v.valg.fra for v in mappe.uvisse_valg if isinstance(v.valg.fra, date))
        were = self.utvalg.register.organisasjonsskifter
        return tuple(sorted({*own, *elected, *were, *skifter(mappe, asked.andres_verv)}))

    def _finn(self, dag: date) -> Visshet:
        mappe = self.utvalg.mappe
        sits = {person: noen(s.dekker(dag) for s in seats) for person, seats in mappe.seter_av.items()}
        picked = noen(
            alle((there, self.hvem.velger(self.utvalg.kandidat(person, dag), self.utvalg)))
            for person, there in sits.items()
            if there is not False
        )
        return noen((picked, mappe.noen_flere(frozenset(self.hvem.verv or ()), dag)))
