"""Neste oppnevning: from when a composition applies that leaves those who sit in peace until others are appointed."""

from __future__ import annotations

from datetime import date

from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.runder import runder_er_kjent, rundestarter
from brukerutvalg_cli.model.sete import OPPNEVNT
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent


def neste_oppnevning(utvalg: UtvalgIPeriode) -> date | Ukjent | None:
    """The first day of the first round since the rule set began; where there are no rounds, of the first term.

    None where nobody has been appointed since.
    """
    mappe = utvalg.mappe
    bound = mappe.utvalg.regelverk[utvalg.binding].fra
    start = min(bound, utvalg.fra or bound)
    if not runder_er_kjent(mappe):
        return UKJENT
    if rounds := rundestarter(mappe):
        return next((day for day in rounds if day >= start), None)
    begun = [s.fra for s in mappe.seter if s.er_periode and s.verv in OPPNEVNT]
    if UKJENT in begun:
        return UKJENT
    return min((day for day in begun if isinstance(day, date) and day >= start), default=None)
