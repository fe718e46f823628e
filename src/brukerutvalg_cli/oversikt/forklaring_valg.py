"""Forklaringens valg: who may be elected to a verv now, by the judgement of `sjekk-valg`, and the command for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.dommer.tenkt import Utslag
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.utvalg import ORGANER
from brukerutvalg_cli.model.valghandling import OPPNEVNES
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.model.vet_av import senest, tidligst, vet_av
from brukerutvalg_cli.oversikt.forhaandsvalg import Forhaandsdom, forhaandsdom, hver_for_seg
from brukerutvalg_cli.oversikt.forklaring_oppslag import Oppslag
from brukerutvalg_cli.oversikt.utsikt import Utsikt, utsikter
from brukerutvalg_cli.oversikt.valgperiode import foreslaatt

KOMMENDE = ("planlagt", "innkalt")


class Hver(NamedTuple):
    """One who may be asked, and what the provisions say of it."""

    person: str
    utslag: Utslag

    @property
    def lovlig(self) -> bool:
        """Whether nothing speaks against it, and all of it can be judged."""
        return not self.utslag.brudd and not self.utslag.uvurdert


class Lovlig(NamedTuple):
    """What may be done about a verv now.

    A body is judged as one: those who sit (else those who are to begin, or sat last) elected anew. Of another verv
    each who may have it is tried alone; of members and deputies, who are appointed, until when each may go on.
    """

    verv: str
    dom: Forhaandsdom | None = None
    hver: tuple[Hver, ...] = ()
    utsikter: tuple[Utsikt, ...] = ()
    lukket: bool = False
    """Whether nobody is tried: what is said of others might tell who has it, or had it, by a confidential case."""
    folk: tuple[str, ...] = ()
    """Those the command names: the first who may be elected for sure."""
    kommando: str = ""


class Valgsted(NamedTuple):
    """Where an election can be held: a meeting ahead, and a case on its agenda that waits for it."""

    moete: Moete
    sak: Sak


def lovlig(oppslag: Oppslag, verv: str, saker: Sequence[str] = ()) -> Lovlig:
    """What may be done on the day, or at the meeting ahead that has a case for it.

    `saker`: those that elected wrongly, and may be taken up again; the latest first.
    """
    mappe = oppslag.mappe
    if any(s.fortrolig for s in mappe.seter_i.get(verv, ())):
        return Lovlig(verv, lukket=True, kommando=f"brukerutvalg regelverk for {mappe.id}")
    if verv in OPPNEVNES:
        return _oppnevning(oppslag, verv)
    sted = next(_steder(mappe, verv, oppslag.dag, saker), None)
    dag = sted.moete.dato if sted else oppslag.dag
    seats = besatt(mappe, verv, dag)
    if verv in ORGANER or len({s.person for s in seats}) > 1:
        found = _samlet(oppslag, verv, dag, seats)
    else:
        found = _hver(oppslag, verv, dag)
    return found._replace(kommando=_kommando(mappe, found, sted, oppslag.dag, saker))


def besatt(mappe: Utvalgsmappe, verv: str, dag: date) -> list[Sete]:
    """The seats of those who have the verv; else of those who have it next, or had it last."""
    held = mappe.seter_i.get(verv, ())
    if now := [s for s in held if s.dekker(dag) is not False]:
        return now
    if ahead := [(s, fra) for s in held if (fra := tidligst(vet_av(s, "fra"))) and fra > dag]:
        first = min(fra for _, fra in ahead)
        return [s for s, fra in ahead if fra == first]
    ended = [(s, til) for s in held if (til := senest(vet_av(s, "til")))]
    last = max((til for _, til in ended), default=None)
    return [s for s, til in ended if til == last]


def _samlet(oppslag: Oppslag, verv: str, dag: date, seats: list[Sete]) -> Lovlig:
    """The body elected anew, from when those in it begin if that is still to come."""
    people = tuple(dict.fromkeys(s.person for s in seats))
    if not people:
        return Lovlig(verv)
    begin = max((s.fra for s in seats if isinstance(s.fra, date) and s.fra > dag), default=None)
    dom = forhaandsdom(
        oppslag.register,
        oppslag.regelverk,
        oppslag.mappe,
        foreslaatt(oppslag.mappe, verv, people, dag, begin, None),
    )
    dom = dom._replace(utslag=oppslag.skjerm.utslag(dom.utslag))
    if dom.endringer:
        ut, inn = dom.endringer[0]
        people = (*(p for p in people if p not in ut), *inn)
    return Lovlig(verv, dom, folk=people)


def _hver(oppslag: Oppslag, verv: str, dag: date) -> Lovlig:
    forslag = foreslaatt(oppslag.mappe, verv, (), dag, None, None)
    tried = hver_for_seg(oppslag.register, oppslag.regelverk, oppslag.mappe, forslag)
    each = tuple(Hver(person, oppslag.skjerm.utslag(utslag)) for person, utslag in tried)
    best = next((h.person for h in each if h.lovlig), None)
    perhaps = next((h.person for h in each if not h.utslag.brudd), None)
    one = best or perhaps
    return Lovlig(verv, hver=each, folk=(one,) if one else ())


def _oppnevning(oppslag: Oppslag, verv: str) -> Lovlig:
    mappe = oppslag.mappe
    found = [
        u.skjermet(oppslag.skjerm)
        for u in utsikter(oppslag.register, oppslag.regelverk, mappe, oppslag.dag)
        if u.verv == verv
    ]
    return Lovlig(verv, utsikter=tuple(found), kommando=f"brukerutvalg valgbar {mappe.id}")


def _steder(mappe: Utvalgsmappe, verv: str, dag: date, saker: Sequence[str]) -> Iterator[Valgsted]:
    """The cases ahead that take one of these up again; then those that are put up for an election."""
    waiting = [
        Valgsted(moete, sak)
        for moete in mappe.moeter
        if moete.dato >= dag
        and (moete.status in KOMMENDE or (moete.dato == dag and moete.status == "avholdt"))
        for sak in moete.saker
        if not sak.fortrolig and not any(valg.verv == verv for valg in sak.valg)
    ]
    yield from (s for s in waiting if kjent(s.sak.fra_sak) in saker)
    yield from (s for s in waiting if s.sak.type == "valg" and not s.sak.valg)


def _kommando(
    mappe: Utvalgsmappe, found: Lovlig, sted: Valgsted | None, dag: date, saker: Sequence[str]
) -> str:
    """The next command: to elect where a case waits for it, to take up the case that went wrong, or to try."""
    people, verv = " ".join(found.folk), found.verv
    if sted and people:
        return f"brukerutvalg valg {mappe.id} {sted.moete.navn} {sted.sak.i_kommando} {people} --verv {verv}"
    if saker and any(m.dato >= dag and m.status in KOMMENDE for m in mappe.moeter):
        return f"brukerutvalg sak ta-opp {mappe.id} {saker[0]} neste"
    if people:
        return f"brukerutvalg sjekk-valg {mappe.id} {people} --verv {verv}"
    return f"brukerutvalg regelverk for {mappe.id}"
