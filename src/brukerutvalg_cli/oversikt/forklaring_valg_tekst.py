"""Forklaringens valg as text: who may be elected now, who not and why, and what would make it lawful."""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.i_ord import Her, i_vervet, med_id
from brukerutvalg_cli.oversikt.forhaandsvalg import Forhaandsdom
from brukerutvalg_cli.oversikt.forhaandsvalg_tekst import endringene
from brukerutvalg_cli.oversikt.forklaring_valg import Hver, Lovlig
from brukerutvalg_cli.oversikt.utsikt_tekst import framtiden
from brukerutvalg_cli.rapport.i_ord import alvor, kilde_i_ord


def lovlig_i_ord(lovlig: Lovlig, her: Her) -> Iterator[str]:
    """What may be done about one verv."""
    if lovlig.lukket:
        yield "Hvem som kan velges, er ikke prøvd: noen er valgt i en fortrolig sak."
    elif lovlig.dom:
        yield from _samlet(lovlig.dom, her)
    elif lovlig.utsikter:
        for utsikt in lovlig.utsikter:
            yield f"{med_id(utsikt.person, her)} kan oppnevnes igjen: {framtiden(utsikt.igjen)}"
    elif lovlig.hver:
        yield from _hver_for_seg(lovlig, her)
    else:
        yield f"Ingen er ført som kan prøves {i_vervet(lovlig.verv, her)}."


def _samlet(dom: Forhaandsdom, her: Her) -> Iterator[str]:
    who = alle_sammen(med_id(person, her) for person in dom.forslag.valgt)
    elected = f"å velge {who} {i_vervet(dom.forslag.verv, her)} fra {dato_i_ord(dom.forslag.fra)}"
    if dom.utslag.brudd:
        yield f"Det er ikke lovlig {elected}:"
        for finding in dom.utslag.brudd:
            yield f"  {alvor(finding.severity)}: {finding.message}{_kilde(finding)}"
            if finding.label:
                yield f"    {finding.label}"
        yield from endringene(dom, her)
    else:
        said = "Ingenting er kjent som taler mot" if dom.utslag.uvurdert else "Det er lovlig"
        yield f"{said} {elected}."
    for unsure in dom.utslag.uvurdert:
        yield f"  kan ikke vurderes: {unsure.message} ({kilde_i_ord(unsure.hjemmel)})"


def _hver_for_seg(lovlig: Lovlig, her: Her) -> Iterator[str]:
    where = i_vervet(lovlig.verv, her)
    if may := [h for h in lovlig.hver if h.lovlig]:
        yield f"Kan velges {where}: {alle_sammen(med_id(h.person, her) for h in may)}."
    by_reason: dict[str, list[str]] = {}
    for each in lovlig.hver:
        if not each.lovlig:
            by_reason.setdefault(_hvorfor_ikke(each), []).append(med_id(each.person, her))
    for reason, people in by_reason.items():
        yield f"{alle_sammen(people)}: {reason}"


def _hvorfor_ikke(each: Hver) -> str:
    """The first that speaks against it; else the first that nobody knows."""
    for finding in each.utslag.brudd[:1]:
        return f"nei, {finding.message}{_kilde(finding)}"
    unsure = each.utslag.uvurdert[0]
    return f"kan ikke vurderes: {unsure.message} ({kilde_i_ord(unsure.hjemmel)})"


def _kilde(finding: Finding) -> str:
    return f" ({kilde_i_ord(finding.kilde)})" if finding.kilde else ""
