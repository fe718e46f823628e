"""Utfall: what is told of a deadline that was not kept, or of which nobody knows: where, in which words, since when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from brukerutvalg_cli.funn.finding import Finding, Varer
from brukerutvalg_cli.mandat.frister.fristregel import Fristregel
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier import frist_i_ord as i_ord
from brukerutvalg_cli.mandat.verdier.fristgrense import grensen
from brukerutvalg_cli.mandat.verdier.hendt import MOETE, er_hendelse
from brukerutvalg_cli.mandat.verdier.neste import Neste
from brukerutvalg_cli.mandat.verdier.par import Fristtilfelle, foer_moetet
from brukerutvalg_cli.mandat.verdier.senest import UTEN_DAG
from brukerutvalg_cli.mandat.verdier.spenn import Spenn
from brukerutvalg_cli.model.kalender import EN_DAG, dag_i_ord, dato_i_ord


def uten_anker(regel: Fristregel, t: Fristtilfelle) -> Iterator[Finding]:
    """The day it is counted from is unknown; or not recorded, which is of no account until it should have been."""
    anker = t.anker
    what = f"når {i_ord.det(regel.anker, anker)} {i_ord.skjedde(regel.anker)}, er"
    if anker.dag is not None:
        known = f"bare kjent som {anker.deldato.i_ord}" if anker.deldato else "ukjent"
        yield regel.bestemmelse.uvisst(anker.place, f"{what} {known}", t.emne)
    elif anker.moete and anker.moete.status == "avholdt" and foer_moetet(regel.anker):
        text = f"{what} ikke ført, og fristen regnes fra den dagen"
        yield regel.bestemmelse.uvisst(anker.place, text, t.emne)


def uvisst_om(regel: Fristregel, t: Fristtilfelle) -> Finding:
    """Nobody knows whether it was done in time."""
    gjort, uvisst = t.gjort, regel.bestemmelse.uvisst
    if record := gjort.ukjent or gjort.mangler:
        what = f"når {i_ord.det(regel.hva, record)} {i_ord.skjedde(regel.hva)}, er"
        return uvisst(record.place, f"{what} {'ukjent' if gjort.ukjent else 'ikke ført'}", t.emne)
    if (unsure := gjort.usikker) and isinstance(unsure.dag, date):
        what = f"{i_ord.det(regel.hva, unsure)} {dato_i_ord(unsure.dag)}"
        return uvisst(unsure.place, f"om fristen gjelder {what}, er ukjent", t.emne)
    why = (
        "noe som ikke kan leses eller er ukjent" if gjort.kanskje or gjort.gjort else "noe fra før registeret"
    )
    return uvisst(t.anker.place, f"{why}, kan avgjøre om fristen for {i_ord.det(regel.hva)} er holdt", t.emne)


def galt(regel: Fristregel, utvalg: UtvalgIPeriode, t: Fristtilfelle, dag: date) -> Finding:
    """Done, and on the wrong side of a bound: what came nearest is shown."""
    days = t.gjort.gjort + [(each, h) for part, h in t.gjort.omtrent for each in (part.tidligst, part.senest)]
    spans = [(d, h, regel.dagen_som_sto(t.anker, d, dag)) for d, h in days]
    late = [s for s in spans if not regel.regning.tidlig(s[0], s[2])]
    done, record, stood = min(late, key=lambda s: s[0]) if late else max(spans, key=lambda s: s[0])
    spenn = regel.spenn(utvalg, t, stood)
    when = f"i {record.deldato.i_ord}" if record.deldato else dag_i_ord(done)
    said = f"{i_ord.det(regel.hva, record)} {i_ord.skjedde(regel.hva)} {when}"
    if regel.anker and not record.deldato and not t.anker.deldato:
        moved = "" if stood == dag else f", som da sto {dato_i_ord(stood)}"
        said += f", {i_ord.avstand(done, stood, regel.anker)}{moved}"
    bound = spenn.siste if late else spenn.foerste
    assert bound is not None
    next_time = i_ord.neste_gang(regel.hva, late=bool(late)) + (i_ord.siste_arbeidsdag(bound) if late else "")
    return regel.bestemmelse.brutt(
        record.place,
        f"{said}; {_grensen(regel, t, bound, late=bool(late))}",
        t.emne,
        emner=t.emner,
        label=f"{'senest' if late else 'tidligst'} {dato_i_ord(bound)}",
        help=regel.bestemmelse.eller_fravik(
            next_time, "har utvalget vedtatt å godta dette, føres det under «avvik» i utvalg.yaml"
        ),
        # An event may still come in time; what a meeting did, it did.
        since=_siden(regel, t, spenn) if er_hendelse(regel.hva) and regel.regning.senest else None,
        mulig_til=bound if late else done,
    )


def mangler(regel: Fristregel, t: Fristtilfelle, spenn: Spenn) -> Iterator[Finding]:
    """Not done at all: a breach when the day has passed."""
    moete = t.anker.moete if regel.anker == MOETE else None
    if moete and moete.status != "avholdt" and (not regel.foer or moete.avgjoeres_i):
        return
    if spenn.siste is None:
        if spenn.kanskje_siste:
            yield uvisst_om(regel, t)
        return
    record = t.gjort.mangler
    label, help = i_ord.hva_mangler(regel.hva, record)
    what = i_ord.ikke_foert(regel.hva, regel.anker, record or t.anker, t.anker, foer=regel.foer)
    since = _siden(regel, t, spenn)
    yield regel.bestemmelse.brutt(
        record.place if record else t.anker.place,
        f"{what}; {_grensen(regel, t, spenn.siste)}",
        t.emne,
        emner=t.emner,
        label=label,
        help=help,
        since=since,
        # After a meeting it may be done yet, though too late; before it, no more.
        varer=Varer(since) if regel.anker and not regel.foer else None,
        mulig_til=spenn.siste,
    )


def _siden(regel: Fristregel, t: Fristtilfelle, spenn: Spenn) -> date | None:
    """The day it became true that it was not done in time."""
    moete = t.anker.moete if regel.foer and regel.anker == MOETE else None
    if moete and moete.status == "avholdt":
        return moete.dato
    if spenn.siste is None or (_ved_neste(regel) and not regel.egen(t)):
        return spenn.siste
    return spenn.siste + EN_DAG


def _ved_neste(regel: Fristregel) -> bool:
    """Whether it is late when something has happened, and not when a day has passed."""
    senest = regel.regning.senest
    return not regel.foer and (isinstance(senest, Neste) or senest in UTEN_DAG)


def _grensen(regel: Fristregel, t: Fristtilfelle, dag: date, *, late: bool | None = None) -> str:
    at_the_latest = t.anker.deldato is not None and late is not False
    own = regel.egen(t) is not None
    return grensen(regel.regning, regel.anker, dag, late=late, egen=own, hoeyst=at_the_latest)
