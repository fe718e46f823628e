"""Terms on end, or altogether: how many, or for how long, before there must be a pause, or there may be no more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING

from brukerutvalg_cli.funn.finding import Finding, Related, Varer
from brukerutvalg_cli.mandat.funksjon.for_mye import PaaRad, for_mye, ny_start
from brukerutvalg_cli.mandat.funksjon.i_rundene import resten_av
from brukerutvalg_cli.mandat.funksjon.maal import IKraft, Maal, besluttet
from brukerutvalg_cli.mandat.funksjon.overtatt import Overtatt
from brukerutvalg_cli.mandat.funksjon.perioder import Ramme, perioder
from brukerutvalg_cli.mandat.funksjon.tidsregel import Tidsregel
from brukerutvalg_cli.mandat.om_sete import emner, fraviker, skrevet, valgt_at, varer_ut
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.paa_rad import Perioder
from brukerutvalg_cli.mandat.verdier.rekke import (
    Dagstrekk,
    Periode,
    rekker,
)
from brukerutvalg_cli.mandat.verdier.runder import runder, runder_er_kjent
from brukerutvalg_cli.mandat.verdier.tid import Tid
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.valghandling import OPPNEVNES
from brukerutvalg_cli.model.verdier import UKJENT
from brukerutvalg_cli.model.visshet import UVISST, Uvisst, Visshet, samlet, stedet
from brukerutvalg_cli.ord.fakta_i_ord import det_foerste
from brukerutvalg_cli.ord.i_ord import omtalt

if TYPE_CHECKING:
    from brukerutvalg_cli.mandat.funksjon.vendedager import Vendedager

VISES = 20
"""So many of the periods before are shown with a breach. Nobody has had more, and each breach would show them all."""


def vurder(
    regel: Tidsregel, utvalg: UtvalgIPeriode, limit: Perioder | Tid, i_kraft: IKraft, emne: str
) -> Iterator[Finding]:
    """Terms begun in the period; earlier ones count in a run even if they are older than the mandate."""
    for verv in regel.rekker():
        if i_runder(verv) and not runder_er_kjent(utvalg.mappe):
            text = "når oppnevningsrundene begynte, er ukjent"
            yield regel.bestemmelse.uvisst(utvalg.binding_at(), text, emne)
            continue
        counted = paa_rad(regel, utvalg, verv, limit, i_kraft, emne)
        turns = cache(partial(_vendedager, counted))
        for person in sorted(utvalg.mappe.seter_av):
            yield from _in_a_row(counted, person, turns)


def paa_rad(
    regel: Tidsregel,
    utvalg: UtvalgIPeriode,
    verv: frozenset[str],
    limit: Perioder | Tid,
    i_kraft: IKraft,
    emne: str,
) -> PaaRad:
    """What the periods on end in these verv are judged by."""
    maal = Maal(regel, utvalg, verv, i_kraft, runder(utvalg.mappe) if i_runder(verv) else ())
    ramme = Ramme(maal, Overtatt(utvalg.mappe, verv, maal), regel.kort_periode)
    return PaaRad(regel, utvalg, verv, limit, ramme, emne)


def i_runder(verv: frozenset[str]) -> bool:
    """Whether these are filled in the rounds of appointments. A leader is elected, whenever that may be."""
    return not verv.isdisjoint(OPPNEVNES)


def rekkene(counted: PaaRad, held: Iterable[Sete]) -> Iterator[list[Periode]]:
    """The periods on end that these seats of one person make, or all of them. Their days must be known."""
    maal = counted.ramme.maal
    found = perioder(held, counted.ramme)
    if counted.samlet:
        return iter([found] if found else [])
    lengde = maal.varighet(found[-1].sete) if found else None
    return rekker(found, maal.rundene, counted.regel.pause, lengde)


def siste(counted: PaaRad) -> Iterator[tuple[str, list[Periode]]]:
    """The periods of each person's last run that surely count. Of one whose days are not known, nothing does."""
    for person, seats in counted.utvalg.mappe.seter_av.items():
        claims = [(s, counted.regel.omfatter(counted.utvalg, s)) for s in seats if s.verv in counted.verv]
        held = [s for s, holds in claims if holds]
        if held and not _savnet(counted, claims):
            *_, run = rekkene(counted, held)
            yield person, [p for p in run if p.teller]


def siste_dag(counted: PaaRad, held: Iterable[Sete]) -> date:
    """The last day of the last run of these seats, where so long on end is the limit."""
    *_, run = rekkene(counted, held)
    return counted.siste_lovlige(run)


def resten(counted: PaaRad, held: Iterable[Sete], sete: Sete) -> Dagstrekk | None:
    """The period that such a term is for the rest of, where the person who has held these is in its round."""
    return resten_av(held, sete, counted.ramme.maal) if i_runder(counted.verv) else None


def _in_a_row(counted: PaaRad, person: str, turns: Callable[[], Vendedager]) -> Iterator[Finding]:
    regel, utvalg = counted.regel, counted.utvalg
    seats = (s for s in utvalg.mappe.seter_av[person] if s.verv in counted.verv)
    claims = [(s, regel.omfatter(utvalg, s)) for s in seats]
    held = [s for s, holds in claims if holds]
    sete = next((s for s, holds in claims if holds is not False), None)
    if sete and (lacking := _savnet(counted, claims)):
        unsure = regel.bestemmelse.uvisst(sete.at("fra"), lacking, f"{person} {counted.emne}")
        maybe = [s for s, holds in claims if holds is not False]
        if any(s.deldato for s in maybe):
            from brukerutvalg_cli.mandat.verdier.uansett import uansett_hver  # hardly any register has one

            ways = _mulige(counted, maybe, turns)
            said = (_paa_dagene(counted, way) if way else None for way in ways)
            each = (
                regel.bestemmelse.uvisst(s.at("fra"), lacking, _om(counted, s, skrevet(s, "fra")))
                for s in _kanskje_for_mye(counted, maybe)
            )
            yield from uansett_hver(said, unsure, each, utvalg.sant_innen)
        else:
            yield unsure
        return
    yield from _vurdert(counted, person, held)


def _mulige(
    counted: PaaRad, seats: Sequence[Sete], turns: Callable[[], Vendedager]
) -> Iterator[list[Sete] | None]:
    """The days of these seats that are to be tried: of what counts the same whichever they are, any. None, where they
    are too many to be."""
    from brukerutvalg_cli.mandat.funksjon.likegyldig import festet
    from brukerutvalg_cli.mandat.funksjon.mulige import en_mulig, er_kjent, for_lite, mulige, ytterst

    known = _teller_etter_dagene(counted)
    if known and for_lite(seats, counted.ramme.maal.rundene(seats[0]), counted.limit):
        yield from en_mulig(seats, turns())
        return
    left = festet(counted, seats, turns()) if known else seats
    if er_kjent(left):
        yield list(left)
        return
    yield from ytterst(seats)
    found = mulige(left, turns())
    if not found:
        yield None
    yield from found


def _kanskje_for_mye(counted: PaaRad, seats: Sequence[Sete]) -> list[Sete]:
    """The seats that there may be too much with, where it goes by the days alone how much there may be."""
    from brukerutvalg_cli.mandat.funksjon.mulige import kanskje_for_mye

    known = _teller_etter_dagene(counted)
    return kanskje_for_mye(seats, counted.ramme.maal.rundene(seats[0]), counted.limit) if known else []


def _teller_etter_dagene(counted: PaaRad) -> bool:
    """Whether nothing is asked of anybody but when they had the verv, and all is known of the rounds."""
    ends_known = all(r.til is not UKJENT for r in counted.ramme.maal.runder)
    return counted.regel.spoer_bare_om_vervet and ends_known


def _vendedager(counted: PaaRad) -> Vendedager:
    from brukerutvalg_cli.mandat.funksjon.vendedager import Vendedager  # hardly any register needs them

    limit = counted.limit if isinstance(counted.limit, Tid) else None
    return Vendedager(counted.regel, counted.utvalg, counted.ramme, limit)


def _paa_dagene(counted: PaaRad, seats: Sequence[Sete]) -> list[Finding] | None:
    """What is said where these days are meant; None where it is not known then either."""
    claims = [(s, counted.regel.omfatter(counted.utvalg, s)) for s in seats]
    if _savnet(counted, claims):
        return None
    days = {getattr(s, key): part for s in seats for key, part in s.deldato.items()}
    held = [s for s, holds in claims if holds]
    ramme = counted.ramme._replace(overtatt=counted.ramme.overtatt.med(seats))
    return [*_vurdert(counted._replace(sagt=days, ramme=ramme), seats[0].person, held)]


def _vurdert(counted: PaaRad, person: str, held: Sequence[Sete]) -> Iterator[Finding]:
    """What is said of seats whose days are known."""
    regel, utvalg = counted.regel, counted.utvalg
    for run in rekkene(counted, held):
        earlier = ""
        for nr, periode in enumerate(run, 1):
            if not utvalg.gjelder(besluttet(periode.sete, periode.fra)):
                continue
            too_much = _too_much(counted, run[:nr])
            if too_much is False:
                yield regel.bestemmelse.holdt()
            elif isinstance(too_much, Uvisst):
                place, text = stedet(too_much), det_foerste(too_much, utvalg)
                begun = _om(counted, periode.sete, _begynt(periode))
                yield regel.bestemmelse.uvisst(place or periode.sete.at("fra"), text, begun)
            else:
                lasts = _varer(counted, run, nr)
                if counted.sagt:  # on which of those days it began, nobody has said
                    lasts = lasts._replace(fra=None)
                yield (said := _broken_run(counted, run[:nr], earlier, lasts))
                earlier = said.emne


def _om(counted: PaaRad, sete: Sete, begun: str) -> str:
    """What is judged: one period of those on end, or of all of them."""
    return f"{sete.person} {sete.verv} {counted.emne} {begun}"


def _begynt(periode: Periode) -> str:
    """The first day of a period as it is written."""
    return skrevet(periode.sete, "fra") if periode.fra == periode.sete.fra else str(periode.fra)


def _savnet(counted: PaaRad, claims: Sequence[tuple[Sete, Visshet]]) -> str:
    """What is not known of these seats, or of their days, if anything."""
    utvalg, held = counted.utvalg, [s for s, holds in claims if holds is not False]
    unsure = samlet(holds for _, holds in claims)
    if any(s.fra is UKJENT or s.til is UKJENT for s in held) or any(holds == UVISST for _, holds in claims):
        return f"periodene til {omtalt(claims[0][0].person, utvalg)} er ikke kjent"
    if unsure.fakta:
        return det_foerste(unsure, utvalg)
    for runde in counted.ramme.maal.runder:
        if runde.til is UKJENT and any(not isinstance(s.til, date) or s.til >= runde.fra for s in held):
            return f"når oppnevningsrunden fra {dato_i_ord(runde.fra)} slutter, er ukjent"
    return ""


def _varer(counted: PaaRad, run: list[Periode], nr: int) -> Varer:
    """Until the person is out of it: one period too many that follows another is the same breach going on."""
    begun, last = run[nr - 1].fra, nr
    if isinstance(counted.limit, Tid):
        begun = max(begun, counted.siste_lovlige(run[:nr]) + EN_DAG)
    while last < len(run) and _follows(run[last], run[last - 1]) and _too_much(counted, run[: last + 1]):
        last += 1
    til = run[last - 1].til
    goes_on = last < len(run) and run[last].fra != run[last].sete.fra  # the same seat, in another round
    if til and goes_on:
        return Varer(begun, til + EN_DAG)
    return varer_ut(run[last - 1].sete, counted.utvalg, fra=begun, til=til)


def _follows(periode: Periode, before: Periode) -> bool:
    return before.til is not None and periode.fra <= before.til + EN_DAG


def _broken_run(counted: PaaRad, run: list[Periode], fortsetter: str, varer: Varer) -> Finding:
    sete, limit = run[-1].sete, counted.limit
    of_those = [p for p in run if p.teller]
    return counted.regel.bestemmelse.brutt(
        (valgt_at(sete) if run[-1].fra == sete.fra else None) or sete.at("fra"),
        f"{omtalt(sete.person, counted.utvalg)} {for_mye(counted, run)}{ny_start(counted, sete)}",
        _om(counted, sete, _begynt(run[-1])),
        emner=emner(sete),
        label=f"periode nummer {len(of_those)}" if isinstance(limit, Perioder) else "for lenge",
        help=counted.regel.bestemmelse.eller_fravik(
            "la en annen overta", "er det vedtatt et unntak, føres det under «avvik» i utvalg.yaml"
        ),
        related=tuple(
            Related(p.sete.at("fra"), f"periode nummer {nr}") for nr, p in enumerate(of_those[:-1][:VISES], 1)
        ),
        fraviker=fraviker(sete),
        since=_true_from(counted, run),
        varer=varer,
        fortsetter=fortsetter,
    )


def _too_much(counted: PaaRad, run: list[Periode]) -> Visshet:
    """Whether the last of these periods is one too many, or goes on for too long."""
    last, limit = run[-1], counted.limit
    if isinstance(limit, Tid):
        return last.til is None or last.til > counted.siste_lovlige(run)
    if last.teller is False or sum(p.teller is not False for p in run) <= limit.antall:
        return False
    return (
        True
        if last.teller and sum(p.teller is True for p in run) > limit.antall
        else samlet(p.teller for p in run)
    )


def _true_from(counted: PaaRad, run: list[Periode]) -> date | None:
    """When the last period became too much, where that follows from time alone: no end was written."""
    last = run[-1]
    if last.sete.til is not None:
        return None  # it is written, whatever rounds begin meanwhile
    if isinstance(counted.limit, Tid) and last.fra <= (end := counted.siste_lovlige(run)):
        return end + EN_DAG
    return last.fra if last.fra != last.sete.fra else None
