"""Plan: the days to propose for a year's meetings, by the mandate and with time for its deadlines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Severity
from brukerutvalg_cli.handling.filer import Nektet
from brukerutvalg_cli.handling.moeteplan.antall import (
    FLEST,
    delt,
    hvorfor_ikke,
    moeter_i_ord,
    mulig,
    mulige_tall,
)
from brukerutvalg_cli.handling.moeteplan.krav import (
    MINST_ALVOR,
    Fristkrav,
    Vinduskrav,
    frister,
    krav_om_frister,
    krav_om_moeter,
)
from brukerutvalg_cli.handling.moeteplan.plasser import Plasser
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.ord.levetid_i_ord import utenfor


class Foreslaatt(NamedTuple):
    """One proposed meeting, with the deadlines before it: what, and the last day."""

    dag: date
    frister: tuple[tuple[str, date], ...]


def moeteplan(
    mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk], aar: int, antall: int | None = None
) -> list[Foreslaatt]:
    """Days for the meetings a year is short of: as many in all as last year, as the mandate wants, or as said.

    What only should be is given up before what shall: a recommendation never stops a plan.

    Raises:
        Nektet: when no days satisfy both the mandate and its deadlines, the number is against it, or the council is
            not there that year.
    """
    first, last = date(aar, 1, 1), date(aar, 12, 31)
    if mappe.utvalg.er_nedlagt(first) or (mappe.utvalg.opprettet or first) > last:
        raise Nektet(f"det er ingen møter å legge i {aar}. {utenfor(mappe.utvalg, first)}")
    stopped = tried = None
    for least in MINST_ALVOR:
        kept = (tuple(krav_om_moeter(mappe, regelverk, aar, least)), krav_om_frister(mappe, regelverk, least))
        if kept == tried:
            continue
        tried = kept
        try:
            days = _dager(mappe, *kept, aar, antall)
        except Nektet as error:
            stopped = error
            continue
        return [frister_for(mappe, regelverk, day) for day in days]
    assert stopped is not None
    raise stopped


def frister_for(mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk], dag: date) -> Foreslaatt:
    """A day that somebody else has chosen, with the deadlines before it."""
    return Foreslaatt(dag, tuple(frister(dag, krav_om_frister(mappe, regelverk, Severity.RAAD))))


def _dager(
    mappe: Utvalgsmappe,
    claims: Sequence[Vinduskrav],
    deadlines: Sequence[Fristkrav],
    aar: int,
    said: int | None,
) -> list[date]:
    """The days to propose, when all of these are kept."""
    if said is not None and said > FLEST:
        raise Nektet(f"det er ikke plass til {moeter_i_ord(said)} i {aar}; høyst {FLEST} blir lagt")
    fixed = frozenset(m.dato for m in mappe.alle_moeter if m.dato.year == aar and m.status != "avlyst")
    numbers = mulige_tall(mappe, claims, aar) if said is None else [said]
    splits = [split for n in numbers for split in delt(n, fixed) if mulig(claims, split, aar)]
    if not splits:
        raise Nektet(hvorfor_ikke(claims, numbers, aar, said))
    places = Plasser(mappe, deadlines, claims, fixed, aar)
    for claim in claims:
        if claim.mangler and not any(map(claim.dekker, places.dager)):
            raise Nektet(
                f"mandatet vil ha {claim}, og der er det ingen dag å foreslå. Velg dagene selv med --dager"
            )
    for split in splits:
        days = places.legg(split)
        if days is not None and all(claim.tillater(days) for claim in claims):
            return [day for day in days if day not in fixed]
    number = sum(splits[0])
    raise Nektet(
        f"det er ikke plass til {moeter_i_ord(number)} i {aar} med fristene og mellomrommene mandatet vil ha"
    )
