"""Publisering: whether what binds a council has its minutes made public."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.regler.binding import bindinger
from brukerutvalg_cli.regler.regelverk import Regelverk
from brukerutvalg_cli.regler.utsending import Utsending


def skal_legges_ut(mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk], dag: date) -> bool:
    """Whether a provision in force says where the minutes are put out."""
    rules = (
        g.bestemmelse
        for binding in bindinger(mappe, regelverk)
        if binding.gjelder(dag)
        for g in binding.for_nivaa(mappe.utvalg.nivaa)
    )
    return any(isinstance(r, Utsending) and r.kanal is not None and "referat" in r.hva for r in rules)
