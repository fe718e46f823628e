"""Underordnede: which councils are below each, told by what all the others say is above them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent, kjent


def underordnede(
    utvalgene: Iterable[tuple[str, Utvalg | None]], *, ulest: bool
) -> Callable[[str], tuple[str, ...] | Ukjent]:
    """Answers for each council which are below it; `ukjent` where one of the others may be one of them.

    `ulest`: some utvalg.yaml could not be read, and may be that of one below any.
    """
    above: dict[str, list[str]] = defaultdict(list)
    unknown = set()
    for name, council in utvalgene:
        if council and council.overordnet is UKJENT:
            unknown.add(name)
        elif council and (over := kjent(council.overordnet)):
            above[over].append(name)

    def answer(utvalg: str) -> tuple[str, ...] | Ukjent:
        if ulest or unknown - {utvalg}:
            return UKJENT
        return tuple(name for name in above.get(utvalg, ()) if name != utvalg)

    return answer
