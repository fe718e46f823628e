"""Frist i ord: what a deadline is about, what became of it, and what it is counted from, in words."""

from __future__ import annotations

from datetime import date

from brukerutvalg_cli.mandat.verdier.hendt import (
    EN_OG_FLERE,
    FORFALL,
    I_MOETET,
    MOETE,
    OPPFOELGING,
    SAKER,
    SVAR,
    Hendt,
)
from brukerutvalg_cli.mandat.verdier.moetets_dager import DAGER, mangler
from brukerutvalg_cli.mandat.verdier.par import foer_moetet
from brukerutvalg_cli.model import kalender
from brukerutvalg_cli.model.kalender import dag_i_ord, dato_i_ord


def det(hva: str, hendt: Hendt | None = None) -> str:
    """`sakspapirene`, `sak 3/22`, `evaluering`, `saksmøte`."""
    if hva in DAGER:
        return DAGER[hva].det
    if hendt and hendt.sagt:
        return hendt.sagt
    if hva == SAKER and hendt:
        return f"sak {hendt.emne}"
    if hva in I_MOETET:
        return {SAKER: "sakene", OPPFOELGING: "oppfølgingen", SVAR: "svaret", FORFALL: "forfall"}[hva]
    return EN_OG_FLERE[hva][0] if hva in EN_OG_FLERE else som_ord(hva)


FLERTALL = (("møte", "r"), ("ing", "er"), ("sjon", "er"), ("gang", "er"), ("dag", "er"))
"""How names that mandates give their events end, and what more than one of them add."""


def flere_av(hva: str) -> str:
    """More than one of an event that a mandate has named itself, where its ending tells: `saksmøter`."""
    said = som_ord(hva)
    return said + next((more for ending, more in FLERTALL if said.endswith(ending)), "")


def som_ord(hva: str) -> str:
    """An event that a mandate has named itself, as its id is read: `saksmøte` for `saksmoete`."""
    for written, said in (("ae", "æ"), ("oe", "ø"), ("aa", "å"), ("_", " ")):
        hva = hva.replace(written, said)
    return hva


def skjedde(hva: str) -> str:
    """`gikk ut`, `ble meldt inn`, `var`."""
    if hva in DAGER:
        return DAGER[hva].skjedde
    return {SAKER: "ble meldt inn", OPPFOELGING: "ble gjort", SVAR: "kom", FORFALL: "ble meldt"}.get(
        hva, "var"
    )


def fra(hva: str) -> str:
    """What a deadline is counted from: `møtet`, `godkjenningen av referatet`."""
    if hva in DAGER:
        return DAGER[hva].selve
    return {MOETE: "møtet", SAKER: "innmeldingen"}.get(hva, det(hva))


def avstand(dag: date, anker: date, hva: str) -> str:
    """How far apart they are: `9 dager før møtet`."""
    days = abs((anker - dag).days)
    if days == 0:
        return "på møtedagen" if hva == MOETE else f"samme dag som {fra(hva)}"
    return f"{days} {'dag' if days == 1 else 'dager'} {'før' if dag < anker else 'etter'} {fra(hva)}"


def neste_gang(hva: str, *, late: bool) -> str:
    """What to do about it another time."""
    when = "tidligere" if late else "senere"
    if hva == FORFALL:
        return f"meld fra {when} neste gang"
    sent = hva in DAGER and DAGER[hva].rute[0] == "sendt"
    return f"{'send' if sent else 'gjør det'} {when} neste gang"


def siste_arbeidsdag(frist: date) -> str:
    """The last working day before a deadline that falls on none; the deadline stays as the mandate says."""
    last = kalender.siste_arbeidsdag(frist)
    return "" if last == frist else f" (siste arbeidsdag før fristen var {dag_i_ord(last)})"


def om(hva: str, anker: str, *, foer: bool) -> str:
    """What it is due for, before the day that is counted from: `til møtet`, `fra møtet`, `etter kurs`."""
    if hva in I_MOETET or hva in DAGER:
        return "til møtet" if foer_moetet(hva) else "fra møtet"
    return f"{'før' if foer else 'etter'} {fra(anker)}" if anker else ""


def ikke_foert(hva: str, anker: str, hendt: Hendt, fra_dag: Hendt, *, foer: bool) -> str:
    """That nothing is recorded: `sakspapirene til møtet 16. november 2022 er ikke ført som sendt`."""
    assert isinstance(fra_dag.dag, date)
    if hva in DAGER:
        day = dato_i_ord(hendt.moete.dato if hendt.moete else fra_dag.dag)
        to = "til" if DAGER[hva].foer else "fra"
        return f"{det(hva)} {to} møtet {day} er ikke ført som {DAGER[hva].som}"
    if hva in I_MOETET:
        return f"{det(hva, hendt)} er ikke ført{' som gjort' if hva == OPPFOELGING else ''}"
    if not anker:
        return (
            f"{det(hva)} er ikke ført i {fra_dag.emne}"
            if len(fra_dag.emne) == 4
            else f"{det(hva)} er ikke ført"
        )
    known = f"i {fra_dag.deldato.i_ord}" if fra_dag.deldato else dato_i_ord(fra_dag.dag)
    return f"{det(hva)} {'før' if foer else 'etter'} {fra(anker)} {known} er ikke ført"


def hva_mangler(hva: str, hendt: Hendt | None) -> tuple[str, str]:
    """What to see at the place where nothing is recorded, and what to do about it."""
    if hendt is None or hendt.moete is None:
        where = "i ei fil under moeter/" if hva == MOETE else f"i hendelser.yaml med «hva: {hva}»"
        return "", f"skriv det {where}, med datoen det skjedde"
    if hva == SVAR:
        return (
            "her mangler «svar»",
            "skriv «svar» og «besvart» når svaret er kommet, eller sett en annen «svarfrist»",
        )
    if hva in I_MOETET:
        return "", "skriv «fullfoert» når det er gjort, eller avtal en ny frist"
    under = ": ".join(map(str, DAGER[hva].rute[:-1]))
    return (
        f"her mangler «{mangler(hendt.moete, hva)}»",
        f"skriv datoen {det(hva)} {skjedde(hva)} under «{under}», eller «ukjent» om ingen vet det",
    )
