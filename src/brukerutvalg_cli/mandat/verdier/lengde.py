"""LENGDE: how long a term may last – `2 aar`, `valgperiode`, `prosjekt` – and how far that lets one go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Any, Literal, NamedTuple, cast, get_args

from pydantic import WithJsonSchema
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.mandat.verdier.inntil import DagIPeriodeaar, Inntil
from brukerutvalg_cli.mandat.verdier.tid import TID_SKJEMA, Tid, les_tid, med_slingring
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.verdier import UKJENT, Lest

Tidsord = Literal["valgperiode", "prosjekt"]
"""A stretch of time that stands in the list of events, by the `hva` it has there."""

Lengde = Tid | Tidsord
BESTEMT = {"valgperiode": "valgperioden", "prosjekt": "prosjektet"}


class Grense(NamedTuple):
    """The last day a term may have, and why. Without a day there is none; not `sikker`: there may be a later one.

    `kanskje` is the earliest day it can be, where something that is not known decides it, and `uvisst` says what.
    """

    dag: date | None
    hvorfor: str
    sikker: bool = True
    kanskje: date | None = None
    uvisst: str = ""


def grense(lengde: Lengde, mappe: Utvalgsmappe, fra: date) -> Grense:
    """How far a term from this day may go, by its length."""
    if isinstance(lengde, Tid):
        return Grense(last := lengde.siste_dag(fra), f"lengste periode er {lengde}, til {dato_i_ord(last)}")
    found = [h for h in mappe.hendelser if h.hva == lengde and _may_cover(h, fra)]
    covering = [h for h in found if h.begynte is not UKJENT and h.til is not UKJENT]
    sure = mappe.hendelser_lest and len(covering) == len(found)
    if not covering:
        lacking = "har dager som er ukjente" if found else "er ikke ført"
        return Grense(None, f"{BESTEMT[lengde]} som dekker {dato_i_ord(fra)}, {lacking}", sikker=False)
    if any(h.til is None for h in covering):
        return Grense(None, "")
    last = max(h.til for h in covering if isinstance(h.til, date))
    return Grense(last, f"{BESTEMT[lengde]} varer til {dato_i_ord(last)}", sure)


def grense_inntil(inntil: Inntil, fra: date, mappe: Utvalgsmappe, omtrent: Tid | None = None) -> Grense:
    """How far a term from this day may go, by the day it ends. What it began with, give or take, is not the next."""
    if isinstance(inntil, date | DagIPeriodeaar):
        last = inntil if isinstance(inntil, date) else inntil.fra(fra)
        return Grense(last, f"den skal være over {dato_i_ord(last)}")
    if not inntil.er_foert(mappe):
        return Grense(None, f"{inntil} er ikke ført", sikker=False)
    found = inntil.etter(med_slingring(fra, omtrent), mappe)
    why = f"{inntil} var {dato_i_ord(found.siste)}" if found.siste else ""
    unknown = f"når {inntil} var, er ukjent"
    return Grense(found.siste, why, kanskje=found.kanskje_siste, uvisst=unknown)


def grenser(
    lengde: Lengde | None, inntil: Inntil | None, mappe: Utvalgsmappe, fra: date, omtrent: Tid | None = None
) -> Iterator[Grense]:
    """The bounds of a term from this day, as far as any are stated, and with the tolerance there is."""
    bounds = [grense(lengde, mappe, fra)] if lengde else []
    bounds += [grense_inntil(inntil, fra, mappe, omtrent)] if inntil else []
    for bound in bounds:
        if omtrent:
            last, perhaps = (day and omtrent.etter(day) for day in (bound.dag, bound.kanskje))
            why = f"{bound.hvorfor}, med {omtrent} slingringsmonn" if last else bound.hvorfor
            bound = bound._replace(dag=last, hvorfor=why, kanskje=perhaps)
        yield bound


def overskredet(bounds: Iterable[Grense], til: date | None) -> Grense | None:
    """The bound that a term to this day (None: open) goes beyond, the first of them; else one it may go beyond."""
    unsure: Grense | None = None
    broken: list[tuple[date, Grense]] = []
    for bound in bounds:
        first = bound.kanskje or bound.dag
        if first is not None and til is not None and til <= first:
            continue
        may_be_within = bound.dag is None or (til is not None and til <= bound.dag)
        if not bound.sikker or (bound.kanskje and may_be_within):
            unsure = Grense(None, bound.uvisst or bound.hvorfor, sikker=False)
        elif bound.dag is not None:
            broken.append((bound.dag, bound))
    return min(broken)[1] if broken else unsure


def _may_cover(hendelse: Hendelse, dag: date) -> bool:
    begun = not isinstance(hendelse.begynte, date) or hendelse.begynte <= dag
    return begun and (not isinstance(hendelse.til, date) or dag <= hendelse.til)


def les_lengde(value: Any) -> Lengde:
    """How long, from its text.

    Raises:
        PydanticCustomError: `feil_lengde`.
    """
    if value in get_args(Tidsord):
        return cast(Tidsord, value)
    try:
        return les_tid(value)
    except PydanticCustomError:
        raise PydanticCustomError(
            "feil_lengde", "her skal det stå en tid (2 aar), valgperiode eller prosjekt"
        ) from None


LENGDE = Annotated[
    Lengde, Lest(les_lengde), WithJsonSchema({"anyOf": [TID_SKJEMA, {"enum": list(get_args(Tidsord))}]})
]
