"""Til avløst: which of a council's mandates have its members sit until others are appointed, and when they said so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from brukerutvalg_cli.mandat.arv import forfedre
from brukerutvalg_cli.mandat.binding import bindinger
from brukerutvalg_cli.mandat.funksjonstid import Funksjonstid
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.sete import MEDLEMSVERV
from brukerutvalg_cli.model.sittende import TilAvloest


def med_til_avloest(mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk]) -> Utvalgsmappe:
    """The council, told whether its members sit on when their terms have run out."""
    own = {name for entry in mappe.utvalg.regelverk for name in forfedre(entry.id, regelverk)}
    any_ = any(_sier_det(b) for name in own for b in regelverk[name].bestemmelser)
    found = tuple(_reglene(mappe, regelverk)) if any_ else ()
    return replace(mappe, til_avloest=found, sett={}) if found else mappe


def _reglene(mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk]) -> Iterator[TilAvloest]:
    for binding in bindinger(mappe, regelverk):
        for provision in binding.for_nivaa(mappe.utvalg.nivaa):
            rule = provision.bestemmelse
            if isinstance(rule, Funksjonstid) and rule.til_avloest:
                verv = frozenset(rule.hvem.verv or MEDLEMSVERV)
                until = binding.for_bestemmelsen(rule).til
                yield TilAvloest(binding.fra, until, MEDLEMSVERV if "medlem" in verv else verv)


def _sier_det(bestemmelse: object) -> bool:
    return isinstance(bestemmelse, Funksjonstid) and bestemmelse.til_avloest
