"""One term by itself: the day it begins, and the day it ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.mandat.funksjon.tidsregel import Tidsregel
from brukerutvalg_cli.mandat.om_sete import dag_at, emner, etter_valg, fraviker, ider, navn, varer_ut
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.lengde import grenser, overskredet
from brukerutvalg_cli.mandat.verdier.start import Startdager, begynner_rett
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
from brukerutvalg_cli.model.sete import Sete
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


def _begins(
    regel: Tidsregel, utvalg: UtvalgIPeriode, seats: Sequence[Sete], fra: date, starter: Startdager
) -> Iterator[Finding]:
    sete = seats[0]
    held = (other for other in utvalg.mappe.seter_i[sete.verv] if other.er_periode)
    others = [other for other in held if other is not sete]
    begins = begynner_rett(starter, sete, fra, others)
    if begins is True:
        yield regel.bestemmelse.holdt()
        return
    emne = f"{ider(seats)} {sete.verv} {fra} start"
    if isinstance(begins, Uvisst) or not utvalg.mappe.medlemsliste_hel:
        text = f"om {navn(seats, utvalg)} tok over resten etter en annen, er ukjent"
        if isinstance(starter.rett(fra), Uvisst):
            text = f"når periodene begynner, er ukjent: det er {starter}"
        yield regel.bestemmelse.uvisst(sete.at("fra"), text, emne)
        return
    yield regel.bestemmelse.brutt(
        dag_at(sete, "fra"),
        f"{navn(seats, utvalg)} er {vervet(sete.verv, utvalg)} fra {dato_i_ord(fra)}; periodene begynner {starter}",
        emne,
        emner=emner(*seats),
        label=f"skal være {starter}",
        help=f"la perioden begynne {starter}; tok personen over resten etter en annen, føres det når den gikk ut",
        fraviker=fraviker(*seats),
        varer=varer_ut(sete, utvalg, fra=fra),
    )


def _length(regel: Tidsregel, utvalg: UtvalgIPeriode, seats: Sequence[Sete], fra: date) -> Iterator[Finding]:
    sete = seats[0]
    emne = f"{ider(seats)} {sete.verv} {fra}"
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
    until = dato_i_ord(til) if til else "uten sluttdato"
    yield regel.bestemmelse.brutt(
        dag_at(sete, "til" if til else "fra"),
        f"{navn(seats, utvalg)} er {vervet(sete.verv, utvalg)} fra {dato_i_ord(fra)} "
        f"{'til ' if til else ''}{until}; {over.hvorfor}",
        emne,
        emner=emner(*seats),
        label=f"høyst til {dato_i_ord(over.dag)}",
        help=f"sett «til» til {over.dag.isoformat()} eller tidligere",
        since=None if til else over.dag + EN_DAG,
        fraviker=fraviker(*seats),
        varer=varer_ut(sete, utvalg, fra=over.dag + EN_DAG),
    )
