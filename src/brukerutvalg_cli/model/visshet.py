"""Three-valued logic: a claim about the records is true, false, or cannot be known (None)."""

from __future__ import annotations

from collections.abc import Iterable

Visshet = bool | None
"""True, False, or None where a fact that decides it is `ukjent`."""


def alle(claims: Iterable[Visshet]) -> Visshet:
    """True when every claim holds; False when one does not, whatever is unknown about the others."""
    unknown = False
    for claim in claims:
        if claim is False:
            return False
        if claim is None:
            unknown = True
    return None if unknown else True


def noen(claims: Iterable[Visshet]) -> Visshet:
    """True when one claim holds; False when all are known not to."""
    unknown = False
    for claim in claims:
        if claim is True:
            return True
        if claim is None:
            unknown = True
    return None if unknown else False


def ikke(claim: Visshet) -> Visshet:
    """The opposite; what cannot be known stays so."""
    return None if claim is None else not claim


def felles(claims: Iterable[Visshet]) -> Visshet:
    """What all of them say; None where they differ, or one is not known."""
    every = set(claims)
    return every.pop() if len(every) == 1 else None
