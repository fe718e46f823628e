"""Dekning: of a rule set's provisions, how many a machine checks, how many a person attests, how many neither."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from typing import Literal, NamedTuple

from brukerutvalg_cli.mandat.arv import Gjeldende
from brukerutvalg_cli.mandat.bekreftelse import Bekreftelse
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.model.omriss import UTVALGET
from brukerutvalg_cli.model.register import Register

Kontroll = Literal["maskin", "bekreftelse", "ingen"]

KONTROLLER: tuple[Kontroll, ...] = ("maskin", "bekreftelse", "ingen")


class Kildeavsnitt(NamedTuple):
    """The provisions under one heading of the source, in its order."""

    overskrift: str
    bestemmelser: tuple[Gjeldende, ...]


def kontroll(bestemmelse: Bestemmelse) -> Kontroll:
    """What checks a provision: nothing, where nothing can break it."""
    if not bestemmelse.kan_brytes:
        return "ingen"
    return "bekreftelse" if isinstance(bestemmelse, Bekreftelse) else "maskin"


def avsnitt(provisions: Iterable[Gjeldende]) -> list[Kildeavsnitt]:
    """The provisions by heading."""
    by_heading = groupby(provisions, key=lambda g: g.bestemmelse.avsnitt)
    return [Kildeavsnitt(heading, tuple(inside)) for heading, inside in by_heading]


def brukt_av(name: str, register: Register) -> list[str]:
    """The councils that list the rule set."""
    return sorted(
        council for council, utvalg in register.svar(UTVALGET) if any(r.id == name for r in utvalg.regelverk)
    )


def antall(provisions: Iterable[Gjeldende]) -> dict[Kontroll, int]:
    """How many are checked in each way."""
    found = Counter(kontroll(g.bestemmelse) for g in provisions)
    return {way: found[way] for way in KONTROLLER}
