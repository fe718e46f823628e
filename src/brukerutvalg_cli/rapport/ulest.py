"""Ulest: a part of a report that is kept, and read when somebody looks into it: most who ask are told little of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TypeVar, overload

T = TypeVar("T")


class Ulest(Sequence[T]):
    """It was put in order before it was kept, so that nobody has to read it to do that."""

    def __init__(self, lest: Callable[[], tuple[T, ...]]) -> None:
        self._lest = lest

    @cached_property
    def _verdiene(self) -> tuple[T, ...]:
        return self._lest()

    @overload
    def __getitem__(self, nr: int) -> T: ...
    @overload
    def __getitem__(self, nr: slice) -> tuple[T, ...]: ...
    def __getitem__(self, nr: int | slice) -> T | tuple[T, ...]:
        return self._verdiene[nr]

    def __len__(self) -> int:
        return len(self._verdiene)

    def __iter__(self) -> Iterator[T]:
        return iter(self._verdiene)

    def __eq__(self, andre: object) -> bool:
        return isinstance(andre, Sequence) and self._verdiene == tuple(andre)

    def __hash__(self) -> int:
        return hash(self._verdiene)
