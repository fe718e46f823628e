"""Fragment: what is pasted into the text field of nav.no, with its title beside it.

The field has two levels of headings. A case is the upper one, in a notice as in minutes, and what is below it is the
lower. A heading that only gathers the cases is left out: nothing would be read between it and the first of them. Where
it is a part of the agenda, each case in it says so instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from brukerutvalg_cli.dokument.format.blokker import Avsnitt, Blokk, Overskrift, ren
from brukerutvalg_cli.dokument.format.html import Skriver
from brukerutvalg_cli.dokument.format.lesning import Lesning
from brukerutvalg_cli.tegn import for_readers_on_a_line

OEVERST, NEDERST = 3, 4


class Sakoverskrift(NamedTuple):
    """A case, as its heading is known: by its number and its title, whatever words the template has around them."""

    nr: str
    tittel: str
    gruppe: str = ""


def fragment(lest: Lesning, saker: Iterable[Sakoverskrift]) -> str:
    """The document below its title."""
    return f"{Skriver().blokker(_paa_to_nivaaer(lest.blokker, tuple(saker)))}\n"


def sakene(fakta: Any) -> Iterator[Sakoverskrift]:
    """The cases in what a template sees, wherever in it they are."""
    if isinstance(fakta, dict):
        if "nr" in fakta and "tittel" in fakta:
            yield Sakoverskrift(_hoert(fakta["nr"]), _hoert(fakta["tittel"]), _hoert(fakta.get("gruppe")))
        else:
            yield from sakene(tuple(fakta.values()))
    elif isinstance(fakta, list | tuple):
        for each in fakta:
            yield from sakene(each)


def _hoert(text: object) -> str:
    return " ".join(for_readers_on_a_line(str(text or "")).split())


def _paa_to_nivaaer(blokker: tuple[Blokk, ...], saker: tuple[Sakoverskrift, ...]) -> Iterator[Blokk]:
    within: list[int] = []  # the levels of the cases that we are in
    level = 0
    part: Overskrift | None = None  # the part of the agenda that we are in, whose heading was left out
    for each, after in pairwise((*blokker, None)):
        if not isinstance(each, Overskrift):
            if each:
                yield each
            continue
        within = [of for of in within if of < each.nivaa]
        part = part if part and part.nivaa < each.nivaa else None
        case = _er_sak(each, saker)
        if not case and isinstance(after, Overskrift) and after.nivaa > each.nivaa and _er_sak(after, saker):
            part = each if _hoert(ren(each.linje)) in {sak.gruppe for sak in saker} else None
            continue
        upper = case or level == 0 or (not within and each.nivaa <= 2)
        if case:
            within.append(each.nivaa)
        level = OEVERST if upper else NEDERST
        yield Overskrift(level, each.linje)
        if case and part:
            yield Avsnitt(part.linje)


def _er_sak(heading: Overskrift, saker: tuple[Sakoverskrift, ...]) -> bool:
    said = _hoert(ren(heading.linje))
    return any(said.endswith(sak.tittel) and sak.nr in said for sak in saker if sak.tittel)
