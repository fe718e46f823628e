"""Terms on end: how many, or for how long, before there must be a pause."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

from brukerutvalg_cli.funn.finding import Related
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
from brukerutvalg_cli.model.verdier import UKJENT
from brukerutvalg_cli.regler.funksjon.tidsregel import Tidsregel
from brukerutvalg_cli.regler.i_ord import i_vervet, omtalt
from brukerutvalg_cli.regler.om_sete import emner, fraviker, valgt_at, varer_ut
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.verdier.lengde import grense_inntil
from brukerutvalg_cli.regler.verdier.paa_rad import Perioder
from brukerutvalg_cli.regler.verdier.rekke import ETT_AAR, Del, Periode, Slutt, perioder, rekker
from brukerutvalg_cli.regler.verdier.runder import runder_er_kjent, rundestarter
from brukerutvalg_cli.regler.verdier.tid import Tid
from brukerutvalg_cli.regler.vurdering import Varer, Vurdering

EMNE = "på rad"
"""What a finding about terms on end is about, beside whom."""
VISES = 20
"""So many of the periods before are shown with a breach. Nobody has had more, and each breach would show them all."""
IKraft = Callable[[date], Iterable[Tidsregel]]
"""The rules on persons' terms in force on a day."""


def vurder(
    regel: Tidsregel, utvalg: UtvalgIPeriode, limit: Perioder | Tid, i_kraft: IKraft
) -> Iterator[Vurdering]:
    """Terms begun in the period; earlier ones count in a run even if they are older than the mandate."""
    for verv in regel.rekker():
        if _appointed(verv) and not runder_er_kjent(utvalg.mappe):
            text = "når oppnevningsrundene begynte, er ukjent"
            yield regel.bestemmelse.uvisst(utvalg.binding_at(), text, EMNE)
            continue
        siste_dag = partial(_siste_dag, regel, utvalg, verv, i_kraft)
        for person in sorted(utvalg.mappe.seter_av):
            yield from _in_a_row(regel, utvalg, person, verv, limit, siste_dag)


def _in_a_row(
    regel: Tidsregel,
    utvalg: UtvalgIPeriode,
    person: str,
    verv: frozenset[str],
    limit: Perioder | Tid,
    siste_dag: Slutt,
) -> Iterator[Vurdering]:
    seats = (s for s in utvalg.mappe.seter_av[person] if s.verv in verv)
    claims = [(s, regel.omfatter(utvalg, s)) for s in seats]
    held = [s for s, holds in claims if holds]
    if any(s.fra is UKJENT or s.til is UKJENT for s in held) or any(holds is None for _, holds in claims):
        sete = next(s for s, holds in claims if holds is not False)
        yield regel.bestemmelse.uvisst(
            sete.at("fra"), f"periodene til {omtalt(person, utvalg)} er ikke kjent", f"{person} {EMNE}"
        )
        return
    rounds = rundestarter(utvalg.mappe) if _appointed(verv) else []
    found = perioder(held, rounds, siste_dag, regel.kort_periode)
    for run in rekker(found, rounds, regel.pause, regel.varighet):
        earlier = ""
        for nr, periode in enumerate(run, 1):
            if not utvalg.gjelder(_judged_on(periode)):
                continue
            if not _too_much(run[:nr], limit):
                yield regel.bestemmelse.holdt()
                continue
            said = _broken_run(
                regel, utvalg, person, run[:nr], limit, rounds=bool(rounds), fortsetter=earlier
            )._replace(varer=_varer(utvalg, run, nr, limit))
            yield said
            earlier = said.emne


def _varer(utvalg: UtvalgIPeriode, run: list[Periode], nr: int, limit: Perioder | Tid) -> Varer:
    """Until the person is out of it: one period too many that follows another is the same breach going on."""
    begun, last = run[nr - 1].fra, nr
    if isinstance(limit, Tid):
        begun = max(begun, limit.siste_dag(run[0].fra) + EN_DAG)
    while last < len(run) and _follows(run[last], run[last - 1]) and _too_much(run[: last + 1], limit):
        last += 1
    return varer_ut(run[last - 1].sete, utvalg, fra=begun, til=run[last - 1].til)


def _follows(periode: Periode, before: Periode) -> bool:
    return before.til is not None and periode.fra <= before.til + EN_DAG


def _broken_run(
    regel: Tidsregel,
    utvalg: UtvalgIPeriode,
    person: str,
    run: list[Periode],
    limit: Perioder | Tid,
    *,
    rounds: bool,
    fortsetter: str,
) -> Vurdering:
    sete = run[-1].sete
    counted = [p for p in run if p.teller]
    if isinstance(limit, Perioder):
        periods = "1 periode" if len(counted) == 1 else f"{len(counted)} perioder"
        said = f"{periods} på rad {i_vervet(sete.verv, utvalg)}; høyst {limit.antall} er tillatt"
    else:
        said = f"sittet siden {dato_i_ord(run[0].fra)} {i_vervet(sete.verv, utvalg)}; høyst {limit} på rad er tillatt"
    pause = (
        f"en pause på {regel.pause}" if regel.pause else "en hel oppnevningsrunde" if rounds
        else f"en pause på {regel.varighet or ETT_AAR}"
    )  # fmt: skip
    return regel.bestemmelse.brutt(
        (valgt_at(sete) if run[-1].fra == sete.fra else None) or sete.at("fra"),
        f"{omtalt(person, utvalg)} får {said} (bare {pause} gir ny start)"
        if isinstance(limit, Perioder)
        else f"{omtalt(person, utvalg)} har {said} (bare {pause} gir ny start)",
        f"{person} {sete.verv} {EMNE} {run[-1].fra}",
        emner=emner(sete),
        label=f"periode nummer {len(counted)}" if isinstance(limit, Perioder) else "for lenge",
        help=regel.bestemmelse.eller_fravik(
            "la en annen overta", "er det vedtatt et unntak, føres det under «avvik» i utvalg.yaml"
        ),
        related=tuple(
            Related(p.sete.at("fra"), f"periode nummer {nr}") for nr, p in enumerate(counted[:-1][:VISES], 1)
        ),
        fraviker=fraviker(sete),
        since=_true_from(run, limit),
        fortsetter=fortsetter,
    )


def _siste_dag(
    regel: Tidsregel, utvalg: UtvalgIPeriode, verv: frozenset[str], i_kraft: IKraft, begun: Del, fra: date
) -> date | None:
    """The last day of a whole period from this day, by what was in force when it was begun."""
    if regel.lengde is None and regel.inntil is None:
        return None
    rule = _measure(regel, utvalg, verv, list(i_kraft(_judged_on(begun))), begun)
    ends = [rule.varighet.siste_dag(fra)] if rule.varighet else []
    bound = grense_inntil(rule.inntil, fra).dag if rule.inntil else None
    return min([*ends, *([bound] if bound else [])], default=None)


def _measure(
    regel: Tidsregel, utvalg: UtvalgIPeriode, verv: frozenset[str], in_force: list[Tidsregel], begun: Del
) -> Tidsregel:
    """The rule that measured such a term then: this one, or that of an earlier mandate."""
    if any(rule.bestemmelse is regel.bestemmelse for rule in in_force):
        return regel
    measures = (rule for rule in in_force if (rule.lengde or rule.inntil) and verv in rule.rekker())
    return next((rule for rule in measures if rule.omfatter(utvalg, begun.sete)), regel)


def _appointed(verv: frozenset[str]) -> bool:
    """Whether these are filled in the rounds of appointments. A leader is elected, whenever that may be."""
    return not verv.isdisjoint(("medlem", "vara"))


def _too_much(run: list[Periode], limit: Perioder | Tid) -> bool:
    """Whether the last of these periods is one too many, or goes on for too long."""
    if isinstance(limit, Perioder):
        return run[-1].teller and sum(p.teller for p in run) > limit.antall
    return run[-1].til is None or run[-1].til > limit.siste_dag(run[0].fra)


def _true_from(run: list[Periode], limit: Perioder | Tid) -> date | None:
    """When the last period became too much, where that follows from time alone: a round, or an open end."""
    last = run[-1]
    if isinstance(limit, Tid) and last.til is None and last.fra <= (end := limit.siste_dag(run[0].fra)):
        return end + EN_DAG
    return last.fra if last.fra != last.sete.fra else None


def _judged_on(periode: Periode | Del) -> date:
    """A term that follows from an election is judged by the rules of the meeting that held it."""
    decided = periode.sete.besluttet
    return decided if isinstance(decided, date) and periode.fra == periode.sete.fra else periode.fra
