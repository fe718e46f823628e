"""LENGDE and INNTIL: how long a term may last – `2 aar`, `valgperiode`, `prosjekt` – or the last day it may have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Any, Literal, NamedTuple, cast, get_args

from pydantic import WithJsonSchema
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.mandat.verdier.dag_i_aaret import DAG_I_AARET_SKJEMA, DagIAaret, les_dag_i_aaret
from brukerutvalg_cli.mandat.verdier.tid import TID_SKJEMA, Tid, les_tid
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.verdier import UKJENT, Lest, les_dato

Tidsrom = Literal["valgperiode", "prosjekt"]
"""A stretch of time that stands in the list of events, by the `hva` it has there."""

Lengde = Tid | Tidsrom
Inntil = date | DagIAaret
BESTEMT = {"valgperiode": "valgperioden", "prosjekt": "prosjektet"}


class Grense(NamedTuple):
    """The last day a term may have, and why. Without a day there is none; not `sikker`: there may be a later one."""

    dag: date | None
    hvorfor: str
    sikker: bool = True


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


def grense_inntil(inntil: Inntil, fra: date) -> Grense:
    """How far a term from this day may go, by the day it ends: a day of the year is the first one from its start on."""
    last = inntil if isinstance(inntil, date) else inntil.paa_eller_etter(fra)
    return Grense(last, f"den skal være over {dato_i_ord(last)}")


def grenser(lengde: Lengde | None, inntil: Inntil | None, mappe: Utvalgsmappe, fra: date) -> Iterator[Grense]:
    """The bounds of a term from this day, as far as any are stated."""
    if lengde:
        yield grense(lengde, mappe, fra)
    if inntil:
        yield grense_inntil(inntil, fra)


def overskredet(bounds: Iterable[Grense], til: date | None) -> Grense | None:
    """The bound that a term to this day (None: open) goes beyond, the first of them; else one it may go beyond."""
    unsure: Grense | None = None
    broken: list[tuple[date, Grense]] = []
    for bound in bounds:
        if bound.dag is not None and til is not None and til <= bound.dag:
            continue
        if not bound.sikker:
            unsure = bound
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
    if value in get_args(Tidsrom):
        return cast(Tidsrom, value)
    try:
        return les_tid(value)
    except PydanticCustomError:
        raise PydanticCustomError(
            "feil_lengde", "her skal det stå en tid (2 aar), valgperiode eller prosjekt"
        ) from None


def les_inntil(value: Any) -> Inntil:
    """Until when, from its text.

    Raises:
        PydanticCustomError: `feil_inntil`, or `umulig_dato` for a day that does not exist.
    """
    try:
        return les_dag_i_aaret(value)
    except PydanticCustomError:
        pass
    try:
        return les_dato(value)
    except PydanticCustomError as error:
        if error.type == "umulig_dato":
            raise
    raise PydanticCustomError(
        "feil_inntil", "her skal det stå en dag i året (31. desember) eller en dato (2026-12-31)"
    )


LENGDE = Annotated[
    Lengde, Lest(les_lengde), WithJsonSchema({"anyOf": [TID_SKJEMA, {"enum": list(get_args(Tidsrom))}]})
]
INNTIL = Annotated[
    Inntil,
    Lest(les_inntil),
    WithJsonSchema({"anyOf": [DAG_I_AARET_SKJEMA, {"type": "string", "format": "date"}]}),
]
