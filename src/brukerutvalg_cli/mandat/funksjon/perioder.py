"""Perioder: the periods that a person's seats make.

For members and deputies a period is what one round of appointments gave: from where the person began to the
end of that round, whatever rounds begin meanwhile. What runs on beyond it goes into the next. Where no
round is on record an entry is a period, and so is what follows it within one `lengde`, if it is not an
appointment anew. Every other verv is counted by its elections.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from brukerutvalg_cli.mandat.funksjon.i_rundene import Del, alle_deler, hele_maaneder
from brukerutvalg_cli.mandat.funksjon.maal import Maal
from brukerutvalg_cli.mandat.funksjon.overtatt import Overtatt
from brukerutvalg_cli.mandat.verdier.rekke import Dagstrekk, KortPeriode, Periode
from brukerutvalg_cli.mandat.verdier.tid import Tid
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.verdier import UKJENT
from brukerutvalg_cli.model.visshet import Faktum, Uvisst, Visshet, ikke, uvisst


class Ramme(NamedTuple):
    """What the periods in some verv are counted by."""

    maal: Maal
    overtatt: Overtatt
    kort: KortPeriode


def perioder(seats: Iterable[Sete], ramme: Ramme) -> list[Periode]:
    """The periods that these seats of one person make, oldest first. The seats' days must be known."""
    parts = alle_deler(seats, ramme.maal)
    by_round: dict[Dagstrekk, list[Del]] = {}
    for part in parts:
        if part.runde:
            by_round.setdefault(part.runde, []).append(part)
    groups = [*by_round.values(), *_uten_runde([p for p in parts if not p.runde], ramme.maal)]
    found = (_periode(sorted(group, key=_order), ramme) for group in groups)
    return sorted((_om_ny(each, [part.sete for part in parts]) for each in found), key=lambda p: p.fra)


# Seats in no round


def _uten_runde(parts: list[Del], maal: Maal) -> list[list[Del]]:
    """What follows an entry within one `lengde` is one period with it."""
    groups: list[list[Del]] = []
    for part in _without_doubles(parts):
        if groups and _fortsetter(groups[-1], part, maal):
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups


def _fortsetter(group: list[Del], part: Del, maal: Maal) -> bool:
    first, before = group[0], group[-1]
    elected, anew = _valgt_i(before.sete), _valgt_i(part.sete)
    if elected and anew:
        return elected == anew
    last = maal.siste_dag(first.sete, first.fra)
    within = last is not None and part.fra <= last and (part.til is None or part.til <= last)
    return within and not _paa_nytt(before, part)


def _valgt_i(sete: Sete) -> object:
    return sete.valg.at() if sete.valg else sete.oppnevning and sete.oppnevning.valgt_i


def _paa_nytt(before: Del, part: Del) -> bool:
    """Whether the person was appointed anew to the very same: no time away, no other organisation or office."""
    at_once = before.til is not None and part.fra <= before.til + EN_DAG
    one, other = before.sete, part.sete
    same = (one.verv, one.side, one.representerer) == (other.verv, other.side, other.representerer)
    return at_once and same


def _without_doubles(parts: list[Del]) -> Iterator[Del]:
    """One period, not two: a leader who is a member all the while, or what is entered twice."""
    members = [part for part in parts if part.sete.verv == "medlem"]
    covered: date | None = date.min
    for part in sorted(parts, key=lambda p: (p.fra, -(p.til or date.max).toordinal(), *_order(p)[1:])):
        leads = part.sete.verv in ("leder", "nestleder")
        if leads and any(_overlap(part, member) for member in members):
            continue
        if covered is None or (part.til is not None and part.til <= covered):
            continue
        covered = part.til
        yield part


def _overlap(one: Del, other: Del) -> bool:
    return one.fra <= (other.til or date.max) and other.fra <= (one.til or date.max)


def _order(part: Del) -> tuple[date, bool, date, bool, int]:
    """What was given for the round comes before what runs on into it."""
    assert isinstance(part.sete.fra, date)
    return part.fra, part.fortsatt, part.sete.fra, part.sete.verv != "medlem", part.sete.nr


# What counts


def _periode(parts: Sequence[Del], ramme: Ramme) -> Periode:
    """What was held of one period, and whether it counts."""
    first = parts[0]
    til = None if any(p.til is None for p in parts) else max(p.til for p in parts if p.til)
    days = tuple(Dagstrekk(p.fra, p.til) for p in parts)
    took_over = Faktum("tok_over", first.sete.person, first.sete.at("fra"), first.fra)
    counts = _teller(parts, til, ramme)
    return Periode(
        first.fra, til, first.sete, Uvisst((took_over,)) if isinstance(counts, Uvisst) else counts, days
    )


def _om_ny(periode: Periode, held: Iterable[Sete]) -> Periode:
    """The same; where nobody knows how long an earlier election was for, nor whether this one only carried it on."""
    sete = periode.sete
    for before in held if periode.teller and sete.valg and isinstance(sete.til, date) else ():
        follows = isinstance(before.til, date) and before.til + EN_DAG == sete.fra
        if before.verv == sete.verv and follows and before.valg and before.valg.valg.til is UKJENT:
            return periode._replace(teller=uvisst("periode", sete.person, before.valg.at("til")))
    return periode


def _teller(parts: Sequence[Del], til: date | None, ramme: Ramme) -> Visshet:
    """A period is short only where it is the rest of another's, or what ran on from the round before."""
    first = parts[0]
    if til is None or ramme.kort == "teller":
        return True
    rest: Visshet = True
    if first.runde:
        whole = first.runde
        if not all(part.fortsatt for part in parts):
            overtatt = ramme.overtatt.i_runde
            rest = not first.fortsatt and overtatt(first.sete.person, first.fra, first.runde)
    else:
        rest, theirs = ramme.overtatt.uten_runde(first.sete)
        whole = theirs or Dagstrekk(first.fra, ramme.maal.siste_dag(first.sete, first.fra))
    return True if rest is False or _er_lang(parts, whole, ramme.kort) else ikke(rest)


def _er_lang(parts: Sequence[Del], whole: Dagstrekk, kort: KortPeriode) -> bool:
    held = _held(parts)
    if whole.til is None or held > whole.til - whole.fra:
        return True
    return kort == "teller_over_halv" and _over_half(parts[0].fra, held, whole.fra, whole.til)


def _held(parts: Sequence[Del]) -> timedelta:
    held, counted_to = timedelta(), date.min
    for part in parts:
        if part.til and part.til > counted_to:
            held += part.til - max(part.fra - EN_DAG, counted_to)
            counted_to = part.til
    return held


def _over_half(first: date, held: timedelta, begins: date, last: date) -> bool:
    """Whether so many days from the first day on are more than half of the period.

    Half of two years is one year, whichever of them has the leap day.
    """
    months = hele_maaneder(begins, last)
    if months and months % 2 == 0:
        return first + held - EN_DAG > Tid(months // 2, "maaneder").siste_dag(first)
    return held * 2 > last - begins + EN_DAG
