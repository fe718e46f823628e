"""Underordnede: which councils are below each, told by what all the others say is above them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent


def sagt_over(utvalg: Utvalg) -> list[str]:
    """Who a council says is above it, if anybody."""
    over = utvalg.overordnet
    return [UKJENT.value if over is UKJENT else over] if over else []


def underordnede(
    overordnede: Iterable[tuple[str, str]], *, ulest: bool
) -> Callable[[str], tuple[str, ...] | Ukjent]:
    """Answers for each council which are below it; `ukjent` where one of the others may be one of them.

    `overordnede`: who is above each that says so. `ulest`: some utvalg.yaml could not be read, and may be that of one
    below any.
    """
    above: dict[str, list[str]] = defaultdict(list)
    unknown = set()
    for name, said in overordnede:
        if said == UKJENT.value:
            unknown.add(name)
        else:
            above[said].append(name)

    def answer(utvalg: str) -> tuple[str, ...] | Ukjent:
        if ulest or unknown - {utvalg}:
            return UKJENT
        return tuple(name for name in above.get(utvalg, ()) if name != utvalg)

    return answer
