"""Dagsbilde: a council on one day, by the dates that the facts themselves have, whichever reading of the records.

Two questions are asked of the past: how it was, which today's records answer, and how it was known, which the records
of that day do. The picture is made the same way of either, and says itself which one it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from brukerutvalg_cli.mandat.binding import bindinger
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.minne.lagring import Lagring
from brukerutvalg_cli.minne.ordene import UKJENT_PERSON
from brukerutvalg_cli.minne.vern import Vern
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.verdier import Ukjent, kjent
from brukerutvalg_cli.ord.i_ord import i_vervet
from brukerutvalg_cli.ord.levetid_i_ord import utenfor


class Dagsspoersmaal(StrEnum):
    """What was asked: how it was, or what was known."""

    VAR = "var"
    VISSTE = "visste"


class Dagsplass(NamedTuple):
    """Somebody in a verv that day. `visst`: whether the records say so for sure."""

    person: str
    verv: str
    representerer: str | Ukjent | None
    fra: date | Ukjent
    til: date | Ukjent | None
    visst: bool


class Dagsbilde(NamedTuple):
    """A council on a day: the answer to one question. `av`: what was saved last when it was known, for that one."""

    spoersmaal: Dagsspoersmaal
    dag: date
    utvalg: str
    navn: str
    folk: tuple[Dagsplass, ...]
    regelverk: tuple[str, ...]
    forrige: Moete | None
    neste: Moete | None
    venter: int
    av: Lagring | None = None
    utenfor: str = ""
    """That it was not there that day, where it was not; `gikk_inn_i` is what it was then part of."""
    gikk_inn_i: str | None = None


def dagsbilde(
    mappe: Utvalgsmappe,
    regelverk: Mapping[str, Regelverk],
    dag: date,
    spoersmaal: Dagsspoersmaal,
    av: Lagring | None = None,
) -> Dagsbilde:
    """The council as these records have it on that day."""
    named = mappe.paa_dag(dag)
    held = [m for m in mappe.moeter if m.status == "avholdt" and m.dato <= dag]
    ahead = sorted(
        (m for m in mappe.moeter if m.dato > dag and m.status != "avlyst"), key=lambda m: m.rekkefoelge
    )
    return Dagsbilde(
        spoersmaal,
        dag,
        mappe.id,
        named.utvalg.navn.nb,
        tuple(_folk(named, dag)) if mappe.utvalg.finnes(dag) else (),
        tuple(b.id for b in bindinger(mappe, regelverk) if b.gjelder(dag) and mappe.utvalg.finnes(dag)),
        max(held, key=lambda m: m.rekkefoelge, default=None),
        next(iter(ahead), None),
        _venter(mappe, dag),
        av,
        utenfor(mappe.utvalg, dag),
        kjent(mappe.utvalg.gikk_inn_i) if mappe.utvalg.er_nedlagt(dag) else None,
    )


def _folk(mappe: Utvalgsmappe, dag: date) -> Iterator[Dagsplass]:
    order = {verv: nr for nr, verv in enumerate(mappe.utvalg.alle_verv)}
    seats = [s for s in mappe.seter if not s.fortrolig and s.dekker(dag) is not False]
    for s in sorted(seats, key=lambda s: (order.get(s.verv, len(order)), s.person, str(s.fra))):
        yield _plass(s, dag)


def _plass(s: Sete, dag: date) -> Dagsplass:
    return Dagsplass(s.person, s.verv, s.representerer, s.fra, s.til, s.dekker(dag) is True)


def _venter(mappe: Utvalgsmappe, dag: date) -> int:
    """How many cases had been submitted and were not dealt with, as far as the days are on record."""
    waiting = [sak.innmeldt for sak in mappe.saker.values()]
    on_agenda = [sak.innmeldt for m in mappe.moeter if m.dato > dag for sak in m.saker]
    return sum(day <= dag for each in (*waiting, *on_agenda) if isinstance(day := each, date))


def overskrift(b: Dagsbilde) -> str:
    """Which question it is the answer to, in words that nobody takes for the other."""
    if b.spoersmaal is Dagsspoersmaal.VAR:
        return f"Slik var {b.navn} {dato_i_ord(b.dag)}, etter det registeret vet i dag"
    return f"Slik sto {b.navn} i registeret {dato_i_ord(b.dag)}, etter det som var lagret da"


def linjer(b: Dagsbilde, vern: Vern, omgivelser: Any, hvem: str) -> Iterator[str]:
    """The picture in lines."""
    yield f"{overskrift(b)}."
    if b.av:
        yield f"Sist lagret før det: {dato_i_ord(b.av.naar)}, {hvem or 'ukjent'} ({b.av.kort})."
    else:
        yield "Det som er rettet siden, er rettet her også."
    if b.utenfor:
        into = vern.ord(b.gikk_inn_i) if b.gikk_inn_i else None
        yield f"{b.utenfor} Det gikk inn i {into}." if into else b.utenfor
    yield ""
    yield f"Folk ({len({p.person for p in b.folk})}):" if b.folk else "Folk: ingen er ført."
    yield from (f"  {_en(p, vern, omgivelser)}" for p in b.folk)
    yield ""
    yield f"Regelverk: {', '.join(b.regelverk) or 'ingen'}"
    yield f"Forrige møte: {dato_i_ord(b.forrige.dato) if b.forrige else 'ikke ført'}"
    yield f"Neste møte: {_neste(b)}"
    yield f"Saker som ventet: {b.venter}"


def _neste(b: Dagsbilde) -> str:
    if b.neste is None:
        return "ikke på planen"
    became = f" ({b.neste.status})" if b.spoersmaal is Dagsspoersmaal.VAR else ""
    return f"{dato_i_ord(b.neste.dato)}{became}"


def _en(p: Dagsplass, vern: Vern, omgivelser: Any) -> str:
    who = vern.ord(p.person) or UKJENT_PERSON
    sits_for = vern.ord(str(p.representerer)) if kjent(p.representerer) else None
    span = f"fra {_dag(p.fra)}, {f'til {_dag(p.til)}' if p.til else 'uten sluttdato'}"
    sure = "" if p.visst else " (uvisst om det gjaldt denne dagen)"
    verv = i_vervet(p.verv, omgivelser).removeprefix("som ")
    return f"{who}, {verv}{f' for {sits_for}' if sits_for else ''}, {span}{sure}"


def _dag(day: date | Ukjent) -> str:
    return "ukjent dag" if isinstance(day, Ukjent) else dato_i_ord(day)


def som_data(b: Dagsbilde, vern: Vern, hvem: str) -> dict[str, Any]:
    """The same as data. Who has no name to be said today has none here."""
    return {
        "spoersmaal": str(b.spoersmaal),
        "dag": b.dag.isoformat(),
        "utvalg": b.utvalg,
        "navn": b.navn,
        "fantes": not b.utenfor,
        "lagret": None if b.av is None else {"dato": b.av.naar.isoformat(), "hvem": hvem, "commit": b.av.id},
        "folk": [_plassdata(p, vern) for p in b.folk],
        "regelverk": list(b.regelverk),
        "forrige_moete": str(b.forrige.navn) if b.forrige else None,
        "neste_moete": str(b.neste.navn) if b.neste else None,
        "saker_som_ventet": b.venter,
    }


def _plassdata(p: Dagsplass, vern: Vern) -> dict[str, Any]:
    known = vern.ord(p.person) is not None
    body = kjent(p.representerer)
    return {
        "person": p.person if known else None,
        "navn": vern.ord(p.person) or UKJENT_PERSON,
        "verv": p.verv,
        "representerer": body if body and vern.ord(body) else None,
        "fra": None if isinstance(p.fra, Ukjent) else p.fra.isoformat(),
        "til": p.til.isoformat() if isinstance(p.til, date) else None,
        "visst": p.visst,
    }
