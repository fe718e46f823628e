"""Mulige: the terms that somebody may have had, where only the year or the month of a first or last day is known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice

from brukerutvalg_cli.mandat.funksjon.vendedager import UJEVNT, Avstand, Vendedager, Vendinger
from brukerutvalg_cli.mandat.verdier.paa_rad import Perioder
from brukerutvalg_cli.mandat.verdier.rekke import Dagstrekk
from brukerutvalg_cli.mandat.verdier.tid import Tid
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.verdier import Ukjent

MANGE = 1000
"""More ways that the terms of one person may have been are not gone through."""


def mulige(seats: Sequence[Sete], turns: Vendedager) -> list[list[Sete]]:
    """The seats in all the ways they may have been that may turn what is said of them; none, where those are too many.

    Each seat still says how much of its days is known. None at all, where of some day nothing is.
    """
    # They are counted before any is judged: of more than are gone through, nothing is known whatever most of them say.
    found = [*islice(_mulige(list(seats), turns), MANGE + 1)] if noe_er_kjent(seats) else []
    return found if len(found) <= MANGE else []


def ytterst(seats: Sequence[Sete]) -> Iterator[list[Sete]]:
    """The seats as long as they may have been, and as short: where those two are not alike, no others need be tried."""
    if noe_er_kjent(seats):
        yield [*map(som_lengst, seats)]
        short = [_med_dager(sete, "senest", "tidligst") for sete in seats]
        if all(each.fra < each.over for each in map(_lengst, short)):
            yield short


def som_lengst(sete: Sete) -> Sete:
    """The seat, as long as it may have been."""
    return _med_dager(sete, "tidligst", "senest")


def _med_dager(sete: Sete, fra: str, til: str) -> Sete:
    known = {"fra": fra, "til": til}
    return sete._replace(**{key: getattr(part, known[key]) for key, part in sete.deldato.items()})


def en_mulig(seats: Sequence[Sete], turns: Vendedager) -> list[list[Sete]]:
    """One of those ways, where it is all one which; none, where of some day nothing is known."""
    return [*islice(_mulige(list(seats), turns), 1)] if noe_er_kjent(seats) else []


def for_lite(seats: Sequence[Sete], rounds: Sequence[Dagstrekk], limit: Perioder | Tid) -> bool:
    """Whether all that can have been held is within the limit: no more periods than the seats, and the rounds that
    begin or end within them, can give; or a shorter time in all."""
    if not noe_er_kjent(seats):
        return False
    lasting = [_lengst(sete) for sete in seats]
    if isinstance(limit, Perioder):
        turns = {turn for r in rounds for turn in Vendinger.av(r.fra, r.til)}
        return sum(1 + sum(each.fra < turn < each.over for turn in turns) for each in lasting) <= limit.antall
    begins, held = min(lasting).fra, sum(((each.over - each.fra) for each in lasting), timedelta())
    return held + timedelta(UJEVNT * (len(seats) + 1)) <= Avstand(limit).fra(begins) - begins


def kanskje_for_mye(seats: Sequence[Sete], rounds: Sequence[Dagstrekk], limit: Perioder | Tid) -> list[Sete]:
    """The seats that there may be too much with: of what may have begun by then, or by when they were over where they
    may go on into another round, more can have been held than the limit is."""
    known = seats if noe_er_kjent(seats) else []
    last = ((sete, _lengst(sete).over if rounds else _senest_begynt(sete) + EN_DAG) for sete in known)
    begun = ((sete, [each for each in known if _foerst(each) < over]) for sete, over in last)
    return [sete for sete, those in begun if not for_lite(those, rounds, limit)]


def noe_er_kjent(seats: Sequence[Sete]) -> bool:
    """Whether something is known of every day."""
    days = ((sete, key) for sete in seats for key in ("fra", "til"))
    return all(key in sete.deldato for sete, key in days if isinstance(getattr(sete, key), Ukjent))


def er_kjent(seats: Sequence[Sete]) -> bool:
    """Whether every day is known, or thought of."""
    return not any(isinstance(day, Ukjent) for sete in seats for day in (sete.fra, sete.til))


def _mulige(
    seats: list[Sete], turns: Vendedager, uvisse: Sequence[tuple[int, str]] | None = None
) -> Iterator[list[Sete]]:
    """`uvisse`: the days that are still to be tried, each by the number of its seat; else all that are not known."""
    if uvisse is None:
        days = ((nr, key) for nr in range(len(seats)) for key in ("fra", "til"))
        uvisse = [(nr, key) for nr, key in days if isinstance(getattr(seats[nr], key), Ukjent)]
    if not uvisse:
        yield seats
        return
    (nr, key), *rest = uvisse
    sete, before, after = seats[nr], seats[:nr], seats[nr + 1 :]
    for day in _dagene(seats, nr, key, turns):
        if key == "fra" or day >= _foerst(sete):
            held = sete._replace(fra=day) if key == "fra" else sete._replace(til=day)
            way = [*before, held, *after]
            if rest:
                yield from _mulige(way, turns, rest)
            else:
                yield way


def _dagene(seats: Sequence[Sete], nr: int, key: str, turns: Vendedager) -> list[date]:
    """The days to be tried of one that is known in part."""
    part, begins = seats[nr].deldato[key], key == "fra"
    span = (
        Vendinger(part.tidligst, part.senest)
        if begins
        else Vendinger(part.tidligst + EN_DAG, part.senest + EN_DAG)
    )
    sete, lasting = seats[nr]._replace(fra=_foerst(seats[nr])), [*map(_lengst, seats)]
    found = turns.av(sete, "fra" if begins else "over", span, lasting, nr, _uvisse(seats))
    return found if begins else [turn - EN_DAG for turn in found]


def _lengst(sete: Sete) -> Vendinger:
    """The turns of a seat, as far apart as they may be."""
    til = sete.deldato["til"].senest if isinstance(sete.til, Ukjent) else sete.til
    return Vendinger.av(_foerst(sete), til)


def _foerst(sete: Sete) -> date:
    return sete.deldato["fra"].tidligst if isinstance(sete.fra, Ukjent) else sete.fra


def _senest_begynt(sete: Sete) -> date:
    return sete.deldato["fra"].senest if isinstance(sete.fra, Ukjent) else sete.fra


def _uvisse(seats: Sequence[Sete]) -> Iterator[date]:
    """Where the turns that are still known in part begin and end."""
    for sete in seats:
        if isinstance(sete.fra, Ukjent):
            yield sete.deldato["fra"].senest
        if isinstance(sete.til, Ukjent):
            yield sete.deldato["til"].tidligst + EN_DAG
