"""En gang: what follows from a record alone is worked out once for each record, as none is ever changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

P = TypeVar("P")
T = TypeVar("T")

_SVAR = "_en_gang"


class _Svar(dict[object, Any]):
    """What a record has answered, and by whom it was asked. A sort of its own: no reader takes it for a fact."""


def en_gang(finn: Callable[[P], T]) -> Callable[[P], T]:
    """The same function, whose answer the record keeps, and takes with it when it goes."""

    @wraps(finn)
    def svar(post: P) -> T:
        answers: dict[object, T] | None = post.__dict__.get(_SVAR)
        if answers is None:
            answers = post.__dict__[_SVAR] = _Svar()
        if svar not in answers:
            answers[svar] = finn(post)
        return answers[svar]

    return svar


def uten_svar(post: object) -> None:
    """Has a record be asked anew: a copy of another, with some facts otherwise, is another record."""
    post.__dict__.pop(_SVAR, None)
