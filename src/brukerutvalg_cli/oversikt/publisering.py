"""Publisering: what the mandate wants sent or made public, and what of it is still to be done for a meeting."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from brukerutvalg_cli.mandat.arv import Gjeldende
from brukerutvalg_cli.mandat.binding import bindinger
from brukerutvalg_cli.mandat.frist import Frist
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.mandat.utsending import Utsending
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetepapirer import Referat, Sakliste, Sakspapirer, Sendt

FOER_MOETET = ("innkalling", "sakliste", "sakspapirer")
"""What goes out before a meeting, in the order it does."""


def i_kraft(mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk], dag: date) -> Iterator[Gjeldende]:
    """Every provision that binds the council on a day."""
    for binding in bindinger(mappe, regelverk):
        yield from binding.paa_dagen(dag, mappe.utvalg.nivaa)


def kan_legges_ut(mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk], moete: Moete, dag: date) -> bool:
    """Whether the minutes are to be made public and are not, and may be: some mandates have them approved first."""
    rules = [
        rule
        for rule in (g.bestemmelse for g in i_kraft(mappe, regelverk, dag))
        if isinstance(rule, Utsending) and rule.kanal is not None and "referat" in rule.hva
    ]
    waits = any(rule.foerst_naar for rule in rules) and not er_godkjent(moete)
    return bool(rules) and not waits and not er_lagt_ut(moete)


def er_godkjent(moete: Moete) -> bool:
    """Whether the minutes are approved, for all anybody knows."""
    return moete.referat is not None and (
        not isinstance(moete.referat, Referat) or bool(moete.referat.godkjent)
    )


def er_lagt_ut(moete: Moete) -> bool:
    """Whether the minutes are made public, for all anybody knows."""
    return moete.referat is not None and (
        not isinstance(moete.referat, Referat) or bool(moete.referat.publisert)
    )


def gjenstaar(
    mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk], moete: Moete, ferdig: Collection[str] = ()
) -> str:
    """The command for the next thing the mandate wants out before a meeting; nothing when all of it is.

    `ferdig`: what is being recorded as sent just now.
    """
    rules = [g.bestemmelse for g in i_kraft(mappe, regelverk, moete.dato)]
    wanted = {rule.hva for rule in rules if isinstance(rule, Frist) and rule.foer == "moete"}
    for document in FOER_MOETET:
        if document in wanted and document not in ferdig and not _sendt(moete, document):
            return f"sendt {mappe.id} {moete.navn} {document}"
    public = {hva for r in rules if isinstance(r, Utsending) and r.kanal is not None for hva in r.hva}
    for document, record in (("sakliste", moete.sakliste), ("sakspapirer", moete.sakspapirer)):
        out = record.publisert if isinstance(record, Sakliste | Sakspapirer) else None
        if document in public and out is None:
            return f"publisert {mappe.id} {moete.navn} {document}"
    return ""


def flyttet_siden(moete: Moete, dag: object) -> bool:
    """Whether the meeting got another day, time or place after a day on which something was sent that says them."""
    return isinstance(dag, date) and any(
        move.dato > dag or (move.dato == dag and move.varslet is False) for move in moete.flyttet
    )


def _sendt(moete: Moete, document: str) -> bool:
    if moete.sendt is None:
        return False
    return not isinstance(moete.sendt, Sendt) or getattr(moete.sendt, document) is not None
