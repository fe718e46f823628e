"""I rundene: the parts of a person's seats, each with the round of appointments that it lies in.

What one round gave lasts to the end of that round, whatever rounds begin meanwhile; what runs on beyond it goes into
the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.mandat.funksjon.maal import Maal
from brukerutvalg_cli.mandat.verdier.rekke import Dagstrekk
from brukerutvalg_cli.mandat.verdier.tid import Tid
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.sete import Sete


class Del(NamedTuple):
    """The part of a seat that lies within one round; None: in no round."""

    fra: date
    til: date | None
    sete: Sete
    runde: Dagstrekk | None

    @property
    def fortsatt(self) -> bool:
        """Whether it runs on from the round before, and was not given for this one."""
        return self.fra != self.sete.fra


def alle_deler(seats: Iterable[Sete], maal: Maal) -> list[Del]:
    """The parts of all that the person has had, oldest first."""
    parts: list[Del] = []
    held = sorted(_uten_omvalg(seats), key=_begynner)
    for nr, sete in enumerate(held):
        been = {part.runde for part in parts if part.runde}
        parts += _deler(sete, maal, been, list(_ender(sete, held[nr + 1 :])))
    return parts


def _ender(sete: Sete, following: Iterable[Sete]) -> Iterator[date]:
    """The last days of what follows a seat with no day between, in another organisation, say."""
    til = sete.til
    for each in following:
        if isinstance(til, date) and each.fra == til + EN_DAG:
            til = each.til
            if isinstance(til, date):
                yield til


def _deler(sete: Sete, maal: Maal, held: set[Dagstrekk], ends: Sequence[date]) -> list[Del]:
    """The parts of a seat. `held`: the rounds in which the person has been already; `ends`: as `_ender`."""
    assert isinstance(sete.fra, date)
    til = sete.til if isinstance(sete.til, date) else None
    rounds = maal.rundene(sete)
    # One that is over before the next on record sits out the last; else it is a round of its own, or the rest of one
    # that the person is in.
    if maal.er_tenkt(sete) and not (til and any(r.fra > til for r in rounds)):
        going_on = _gaar_videre_i(sete.fra, rounds, held)
        rounds = (going_on,) if going_on and til and going_on.til and til <= going_on.til else ()
    parts: list[Del] = []
    fra: date | None = sete.fra
    while fra is not None:
        runde = _runden(fra, til, rounds, held, ends)
        last = runde.til if runde else maal.siste_dag(sete, fra) if rounds else None
        following = _neste(fra, last, runde, rounds)
        goes_on = following is not None and (til is None or following <= til)
        parts.append(Del(fra, following - EN_DAG if following and goes_on else til, sete, runde))
        fra = following if goes_on else None
    return parts


def _runden(
    fra: date, til: date | None, rounds: Sequence[Dagstrekk], held: set[Dagstrekk], ends: Sequence[date] = ()
) -> Dagstrekk | None:
    """The round that a term from this day to that belongs to.

    Of several that run, those it ends with; of them those it begins with, those the person is in, those that what
    follows on it ends with; and of what is then left the newest.
    Until the next begins, the last one is what they sit on in. After the newest is over, there is none; nor is there
    where the next is so late that one more must have been held, which nobody put on record.
    """
    begun = [r for r in rounds if r.fra <= fra]
    running = [r for r in begun if r.dekker(fra)]
    if not running:
        return (
            begun[-1] if begun and len(begun) < len(rounds) and _er_neste(begun, rounds[len(begun)]) else None
        )
    on_end = next((end for end in ends if any(r.til == end for r in running)), None)
    by = (
        lambda r: r.til == til,
        lambda r: r.fra == fra,
        lambda r: r in held,
        lambda r: on_end is not None and r.til == on_end,
    )
    those = running[::-1]
    for fits in by:
        those = [r for r in those if fits(r)] or those
    return those[0]


def _er_neste(begun: Sequence[Dagstrekk], neste: Dagstrekk) -> bool:
    """Whether a round follows the last of those before it: it comes sooner than another as long could be over."""
    last = begun[-1]
    assert last.til is not None
    over = max(r.til for r in begun if r.til)
    months = hele_maaneder(last.fra, last.til)  # two years are two years, whichever of them has the leap day
    another = (
        Tid(months, "maaneder").siste_dag(over + EN_DAG) if months else over + (last.til - last.fra) + EN_DAG
    )
    return neste.fra <= another


def _gaar_videre_i(fra: date, rounds: Sequence[Dagstrekk], held: set[Dagstrekk]) -> Dagstrekk | None:
    """The round that runs on this day, and that the person is in, where a term from that day would be of it."""
    runde = _runden(fra, None, rounds, held)
    return runde if runde and runde in held and runde.dekker(fra) else None


def _neste(fra: date, last: date | None, runde: Dagstrekk | None, rounds: Sequence[Dagstrekk]) -> date | None:
    """The day on which another round takes over from what began on `fra` and lasts to `last`."""
    if last is None and runde:
        return None
    day = max(last or fra, fra) + EN_DAG if (last or fra) < date.max else date.max
    if any((runde is None or r.fra > runde.fra) and r.dekker(day) for r in rounds):
        return day
    return min((r.fra for r in rounds if r.fra > day), default=None)


def resten_av(held: Iterable[Sete], sete: Sete, maal: Maal) -> Dagstrekk | None:
    """The period that such a term is for the rest of: in a round that runs, and in which these seats put the person."""
    assert isinstance(sete.fra, date)
    begun: dict[Dagstrekk, date] = {}
    for part in alle_deler(held, maal):
        if part.runde:
            begun[part.runde] = min(part.fra, begun.get(part.runde, part.fra))
    going_on = _gaar_videre_i(sete.fra, maal.rundene(sete), {*begun})
    return Dagstrekk(begun[going_on], going_on.til) if going_on else None


def hele_maaneder(begins: date, last: date) -> int | None:
    """How many months the stretch is, where they are whole."""
    about = (last.year - begins.year) * 12 + last.month - begins.month
    counts = (n for n in (about, about + 1) if n > 0 and last < date.max)
    return next((n for n in counts if Tid(n, "maaneder").siste_dag(begins) == last), None)


# An election that only goes on with a term


def _uten_omvalg(seats: Iterable[Sete]) -> Iterator[Sete]:
    """The seats, where a term that a new election carried on, and made no longer, is one with what it carried on."""
    running: dict[str, Sete] = {}
    for sete in sorted(seats, key=_begynner):
        before = running.get(sete.verv)
        if before and _baerer_videre(before, sete):
            running[sete.verv] = before._replace(til=sete.til)
            continue
        if before:
            yield before
        running[sete.verv] = sete
    yield from running.values()


def _baerer_videre(before: Sete, sete: Sete) -> bool:
    """Whether a seat follows on from one that an election cut short, and lasts no longer than that would have."""
    if not (before.valg and sete.valg and isinstance(before.til, date) and isinstance(sete.fra, date)):
        return False
    promised = before.valg.valg.til
    within = isinstance(promised, date) and isinstance(sete.til, date) and sete.til <= promised
    return within and sete.fra == before.til + EN_DAG


def _begynner(sete: Sete) -> tuple[date, int]:
    return (sete.fra if isinstance(sete.fra, date) else date.min), sete.nr
