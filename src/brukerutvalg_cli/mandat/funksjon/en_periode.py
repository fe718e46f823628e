"""One term by itself: the day it begins, and the day it ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.mandat.funksjon.tidsregel import Tidsregel
from brukerutvalg_cli.mandat.om_sete import (
    dag_at,
    emner,
    etter_valg,
    fraviker,
    ider,
    navn,
    sagt_i_ord,
    skrevet,
    varer_ut,
)
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.lengde import grenser, overskredet
from brukerutvalg_cli.mandat.verdier.neste import Neste
from brukerutvalg_cli.mandat.verdier.start import Startdager, begynner_rett
from brukerutvalg_cli.mandat.verdier.tid import Tid
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.skiftende import skiftende
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.model.visshet import Uvisst, stedet
from brukerutvalg_cli.ord.fakta_i_ord import det_foerste
from brukerutvalg_cli.ord.i_ord import vervet


def vurder(regel: Tidsregel, utvalg: UtvalgIPeriode) -> Iterator[Finding]:
    """Every term decided in the period."""
    for seats in etter_valg(utvalg.seter):
        yield from _terms(regel, utvalg, seats)


def _terms(regel: Tidsregel, utvalg: UtvalgIPeriode, seats: Sequence[Sete]) -> Iterator[Finding]:
    """One term by itself, or one that several were elected for: the day it begins, and the day it ends."""
    if seats[0].deldato:
        yield from _uansett(regel, utvalg, seats)
        return
    certain: list[Sete] = []
    for sete in seats:
        holds = regel.gjelder(utvalg, sete)
        if holds and not isinstance(sete.fra, Ukjent):
            certain.append(sete)
        elif holds is not False:
            place, fact = stedet(holds), det_foerste(holds, utvalg)
            yield regel.bestemmelse.uvisst(
                place or sete.at("fra"),
                fact or "start eller slutt på perioden er ukjent",
                f"{sete.person} {sete.verv}",
            )
    if certain and isinstance(fra := certain[0].fra, date):
        if regel.starter:
            starts = Startdager(regel.starter, utvalg.mappe, regel.omtrent)
            yield from _begins(regel, utvalg, certain, fra, starts)
        yield from _length(regel, utvalg, certain, fra)


def _uansett(regel: Tidsregel, utvalg: UtvalgIPeriode, seats: Sequence[Sete]) -> Iterator[Finding]:
    """A term of which only the year or the month of a day is known: what is so whichever is meant."""
    from brukerutvalg_cli.mandat.verdier.uansett import uansett  # hardly any register has one

    if all(regel.gjelder(utvalg, sete) is False for sete in seats):
        return
    sete = seats[0]
    place, text = (
        sete.at("fra" if "fra" in sete.deldato else "til"),
        "start eller slutt på perioden er ukjent",
    )
    unsure = regel.bestemmelse.uvisst(place, text, f"{ider(seats)} {sete.verv}")
    if regel.starter:
        starts = Startdager(regel.starter, utvalg.mappe, regel.omtrent)
        begins = _dagene(sete, lambda day: _paa_dagen(regel, utvalg, seats, day, sete.til, starts))
        said = (_paa_dagen(regel, utvalg, seats, day, sete.til, starts) for day in begins)
        yield from uansett(said, unsure, utvalg.sant_innen)
    if regel.lengde or regel.inntil:
        # The later it begins, the later it may end, and the later it ends, the longer: the days between say no more.
        by_length = isinstance(regel.lengde, Tid | None) and not isinstance(regel.inntil, Neste)
        begins = _dagene(
            sete, lambda day: _gjelder(regel, utvalg, seats, day, sete.til) if by_length else str(day)
        )
        part = sete.deldato.get("til")
        ends = [part.tidligst, part.senest] if part else [] if sete.til is UKJENT else [sete.til]
        days = ((fra, max(til, fra) if isinstance(til, date) else til) for fra in begins for til in ends)
        said = (_paa_dagen(regel, utvalg, seats, fra, til) for fra, til in days)
        yield from uansett(said, unsure, utvalg.sant_innen)


def _dagene(sete: Sete, spoer: Callable[[date], object]) -> Iterator[date]:
    """The days to be tried of a first day: the first and the last of each stretch that has one answer."""
    if isinstance(sete.fra, date):
        yield sete.fra
    elif part := sete.deldato.get("fra"):
        for day in skiftende(part.tidligst, part.senest, spoer):
            yield from (day - EN_DAG, day) if day > part.tidligst else (day,)
        yield part.senest


def _gjelder(
    regel: Tidsregel, utvalg: UtvalgIPeriode, seats: Sequence[Sete], fra: date, til: date | Ukjent | None
) -> list[Sete] | None:
    """Those of them, with these days, that the rule judges; None where nobody knows of one."""
    held = [sete._replace(fra=fra, til=til) for sete in seats]
    claims = [(s, utvalg.gjelder(_besluttet(s)) and regel.gjelder(utvalg, s)) for s in held]
    unsure = any(isinstance(holds, Uvisst) for _, holds in claims)
    return None if unsure else [sete for sete, holds in claims if holds]


def _besluttet(sete: Sete) -> date:
    assert isinstance(sete.besluttet, date)  # the days are thought of
    return sete.besluttet


def _paa_dagen(
    regel: Tidsregel,
    utvalg: UtvalgIPeriode,
    seats: Sequence[Sete],
    fra: date,
    til: date | Ukjent | None,
    starter: Startdager | None = None,
) -> list[Finding] | None:
    """What is said of the term that began this day; None where nobody knows whether the rule is about it."""
    held = _gjelder(regel, utvalg, seats, fra, til)
    if held is None:
        return None
    return list(_vurdert(regel, utvalg, held, fra, starter))


def _vurdert(
    regel: Tidsregel, utvalg: UtvalgIPeriode, held: Sequence[Sete], fra: date, starter: Startdager | None
) -> Iterator[Finding]:
    if held:
        yield from (
            _begins(regel, utvalg, held, fra, starter) if starter else _length(regel, utvalg, held, fra)
        )


def _begins(
    regel: Tidsregel, utvalg: UtvalgIPeriode, seats: Sequence[Sete], fra: date, starter: Startdager
) -> Iterator[Finding]:
    sete = seats[0]
    held = (other for other in utvalg.mappe.seter_i[sete.verv] if other.er_periode)
    whose, own = {each.person for each in seats}, {each.at() for each in seats}
    others = [other for other in held if other.person not in whose or other.at() not in own]
    begins = begynner_rett(starter, sete, fra, others)
    if begins is True:
        yield regel.bestemmelse.holdt()
        return
    emne = f"{ider(seats)} {sete.verv} {skrevet(sete, 'fra')} start"
    if isinstance(begins, Uvisst) or not utvalg.mappe.medlemsliste_hel:
        text = f"om {navn(seats, utvalg)} tok over resten etter en annen, er ukjent"
        if isinstance(starter.rett(fra), Uvisst):
            text = f"når periodene begynner, er ukjent: det er {starter}"
        yield regel.bestemmelse.uvisst(sete.at("fra"), text, emne)
        return
    yield regel.bestemmelse.brutt(
        dag_at(sete, "fra"),
        f"{navn(seats, utvalg)} er {vervet(sete.verv, utvalg)} fra {sagt_i_ord(sete, 'fra')}; "
        f"periodene begynner {starter}",
        emne,
        emner=emner(*seats),
        label=f"skal være {starter}",
        help=f"la perioden begynne {starter}; tok personen over resten etter en annen, føres det når den gikk ut",
        fraviker=fraviker(*seats),
        varer=varer_ut(sete, utvalg, fra=fra),
    )


def _length(regel: Tidsregel, utvalg: UtvalgIPeriode, seats: Sequence[Sete], fra: date) -> Iterator[Finding]:
    sete = seats[0]
    emne = f"{ider(seats)} {sete.verv} {skrevet(sete, 'fra')}"
    bounds = list(grenser(regel.lengde, regel.inntil, utvalg.mappe, fra, regel.omtrent))
    if sete.til is UKJENT and bounds:
        text = "start eller slutt på perioden er ukjent"
        yield regel.bestemmelse.uvisst(sete.at("fra"), text, f"{ider(seats)} {sete.verv}")
        return
    til = None if isinstance(sete.til, Ukjent) else sete.til
    over = overskredet(bounds, til)
    if over is None:
        if bounds:
            yield regel.bestemmelse.holdt()
        return
    if over.dag is None or not over.sikker:
        yield regel.bestemmelse.uvisst(dag_at(sete, "fra"), over.hvorfor, emne)
        return
    known = "fra" not in sete.deldato  # how far it may go depends on the day
    until = sagt_i_ord(sete, "til") if til else "uten sluttdato"
    yield regel.bestemmelse.brutt(
        dag_at(sete, "til" if til else "fra"),
        f"{navn(seats, utvalg)} er {vervet(sete.verv, utvalg)} fra {sagt_i_ord(sete, 'fra')} "
        f"{'til ' if til else ''}{until}; {over.hvorfor if known else over.hvorfor.partition(', til ')[0]}",
        emne,
        emner=emner(*seats),
        label=f"høyst til {dato_i_ord(over.dag)}" if known else "for lenge",
        help=f"sett «til» til {over.dag.isoformat()} eller tidligere" if known else "gjør perioden kortere",
        since=None if til else over.dag + EN_DAG,
        fraviker=fraviker(*seats),
        varer=varer_ut(sete, utvalg, fra=over.dag + EN_DAG if known else None),
    )
