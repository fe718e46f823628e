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


def mulige(seats: Sequence[Sete], turns: Vendedager) -> Iterator[list[Sete] | None]:
    """The seats in all the ways they may have been that may turn what is said of them; then None, where there are more.

    Each seat still says how much of its days is known. None at all, where of some day nothing is.
    """
    if all(
        s.deldato.get(key) for s in seats for key in ("fra", "til") if isinstance(getattr(s, key), Ukjent)
    ):
        found = _mulige(list(seats), turns)
        yield from islice(found, MANGE)
        yield from (None for _ in islice(found, 1))


def for_lite(seats: Sequence[Sete], rounds: Sequence[Dagstrekk], limit: Perioder | Tid) -> bool:
    """Whether all that can have been held is within the limit: no more periods than the seats, and the rounds that
    begin or end within them, can give; or a shorter time in all."""
    if not _noe_er_kjent(seats):
        return False
    lasting = [_lengst(sete) for sete in seats]
    if isinstance(limit, Perioder):
        turns = {turn for r in rounds for turn in Vendinger.av(r.fra, r.til)}
        return sum(1 + sum(each.fra < turn < each.over for turn in turns) for each in lasting) <= limit.antall
    begins, held = min(lasting).fra, sum(((each.over - each.fra) for each in lasting), timedelta())
    return held + timedelta(UJEVNT * (len(seats) + 1)) <= Avstand(limit).fra(begins) - begins


def _noe_er_kjent(seats: Sequence[Sete]) -> bool:
    """Whether something is known of every day."""
    days = ((sete, key) for sete in seats for key in ("fra", "til"))
    return all(key in sete.deldato for sete, key in days if isinstance(getattr(sete, key), Ukjent))


def _mulige(seats: list[Sete], turns: Vendedager) -> Iterator[list[Sete]]:
    for nr, sete in enumerate(seats):
        for key in ("fra", "til"):
            if isinstance(getattr(sete, key), Ukjent):
                for day in _dagene(seats, nr, key, turns):
                    if key == "fra" or day >= _foerst(sete):
                        held = sete._replace(fra=day) if key == "fra" else sete._replace(til=day)
                        yield from _mulige([*seats[:nr], held, *seats[nr + 1 :]], turns)
                return
    yield seats


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


def _uvisse(seats: Sequence[Sete]) -> Iterator[date]:
    """Where the turns that are still known in part begin and end."""
    for sete in seats:
        if isinstance(sete.fra, Ukjent):
            yield sete.deldato["fra"].senest
        if isinstance(sete.til, Ukjent):
            yield sete.deldato["til"].tidligst + EN_DAG
