"""The council's own period: from one round of appointments to the next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from brukerutvalg_cli.funn.finding import Finding, Varer
from brukerutvalg_cli.mandat.funksjon.tidsregel import Tidsregel
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.lengde import grenser, overskredet
from brukerutvalg_cli.mandat.verdier.runder import runder_er_kjent, rundestarter
from brukerutvalg_cli.mandat.verdier.start import Startdager
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
from brukerutvalg_cli.model.mappe import rundestart
from brukerutvalg_cli.model.verdier import UKJENT, kjent
from brukerutvalg_cli.model.visshet import Uvisst


def vurder(regel: Tidsregel, utvalg: UtvalgIPeriode) -> Iterator[Finding]:
    """Every period begun while the rule binds."""
    if not runder_er_kjent(utvalg.mappe):
        yield regel.bestemmelse.uvisst(
            utvalg.binding_at(), "når utvalgets perioder begynte, er ukjent", "utvalget"
        )
        return
    rounds = utvalg.mappe.runder
    for nr, (at, runde) in enumerate(rounds):
        if utvalg.gjelder(rundestart(runde)):
            following = rundestart(rounds[nr + 1][1]) - EN_DAG if nr + 1 < len(rounds) else None
            if regel.starter:
                starts = Startdager(regel.starter, utvalg.mappe, regel.omtrent)
                yield _begins(regel, utvalg, at, runde, starts)
            yield from _length(regel, utvalg, at, runde, following)


def _begins(
    regel: Tidsregel, utvalg: UtvalgIPeriode, at: int, runde: Hendelse, starter: Startdager
) -> Finding:
    start = rundestart(runde)
    if right := starter.rett(start):
        return regel.bestemmelse.holdt()
    if isinstance(right, Uvisst):
        text = f"når periodene begynner, er ukjent: det er {starter}"
        return regel.bestemmelse.uvisst(utvalg.mappe.rundestart_at(at), text, f"utvalget {start} start")
    return regel.bestemmelse.brutt(
        utvalg.mappe.rundestart_at(at),
        f"utvalgets periode begynner {dato_i_ord(start)}; periodene begynner {starter}",
        f"utvalget {start} start",
        emner=(str(start),),
        label=f"skal være {starter}",
        help=f"la perioden begynne {starter}",
    )


def _length(
    regel: Tidsregel, utvalg: UtvalgIPeriode, at: int, runde: Hendelse, following: date | None
) -> Iterator[Finding]:
    """How long it lasts: to the day that is written down, or to the last before the following, where there is one."""
    start = rundestart(runde)
    end = min((day for day in (kjent(runde.til), following) if day), default=None)
    bounds = list(grenser(regel.lengde, regel.inntil, utvalg.mappe, start, regel.omtrent))
    over = overskredet(bounds, end)
    if over is None:
        if bounds:
            yield regel.bestemmelse.holdt()
        return
    if over.dag is None or not over.sikker or runde.til is UKJENT:
        ended = f"når utvalgets periode fra {dato_i_ord(start)} slutter, er ukjent"
        why = ended if runde.til is UKJENT else over.hvorfor
        yield regel.bestemmelse.uvisst(utvalg.mappe.rundestart_at(at), why, f"utvalget {start}")
        return
    yield regel.bestemmelse.brutt(
        utvalg.mappe.hendelse_at(at, "til") if runde.til else utvalg.mappe.rundestart_at(at),
        f"utvalgets periode fra {dato_i_ord(start)} varer "
        f"{'til ' + dato_i_ord(end) if end else 'uten ny oppnevning'}; {over.hvorfor}",
        f"utvalget {start}",
        emner=(str(start),),
        label=f"høyst til {dato_i_ord(over.dag)}",
        help="hold en ny oppnevningsrunde, og skriv den i hendelser.yaml",
        # A last day that is written down is too late at once; what lasts until the next round, with time.
        since=None if end and end == runde.til else over.dag + EN_DAG,
        varer=_varer(utvalg, start, over.dag + EN_DAG, kjent(runde.til)),
    )


def _varer(utvalg: UtvalgIPeriode, start: date, fra: date, til: date | None) -> Varer:
    """Until the next round, where it is that which ends the period: that it runs out, puts nothing right."""
    following = next((day for day in rundestarter(utvalg.mappe) if day > start), None)
    if following and (til is None or til + EN_DAG >= following > fra):
        return Varer(fra, following, following, "ved en ny oppnevningsrunde")
    return Varer(fra, til + EN_DAG if til else None)
