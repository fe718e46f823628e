"""The budget of one rendering: each thing a template does pays for its size, and what is spent is spent.

A step is a round of a loop, a branch, a call, an element looked at or made, or eight characters. The count depends
on the template and the facts alone: a template that is refused here is refused on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import is_dataclass
from math import inf
from time import process_time
from typing import Any

STEPS = 200_000
"""What a document may take, whatever it is about. The longest in use takes some thousands."""

PER_FACT = 10
"""And on top of it, for each step that it takes to look once at every fact: long minutes are nobody's fault."""

SECONDS = 10.0
"""Of processor time: a second lock, should a step turn out dearer than we thought."""

DEEPEST_VALUE = 20
"""How far lists may lie in each other. Python does not look where it is going when it hashes what is very deep."""

LARGEST = 10**15
"""No number in a document is greater."""

_BETWEEN_LOOKS = 2_000
_VIEWS_OF_DICTS: tuple[type, ...] = (type({}.keys()), type({}.values()), type({}.items()))


class Malgrense(Exception):
    """A template does more than it may, or what none may. `row` is its line, where nobody but us knows that."""

    def __init__(self, message: str, help: str = "", row: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.help = help or "gjør malen enklere, eller slett den for å bruke standardmalen"
        self.row = row


class Budget:
    """What is left of one rendering's steps; without a number, no end of them."""

    def __init__(self, steps: float = inf) -> None:
        self.steps = self.left = steps
        self._look_at = steps - _BETWEEN_LOOKS if steps < inf else -inf
        self._until = process_time() + SECONDS if steps < inf else inf

    def pay(self, steps: int) -> None:
        """Take steps from what is left.

        Raises:
            Malgrense: when there are no more.
        """
        self.left -= steps
        if self.left < self._look_at:
            self._look()

    def _look(self) -> None:
        if self.left < 0 or process_time() > self._until:
            raise Malgrense(
                "malen gjør mer enn et dokument trenger: den gjentar noe for mange ganger, eller skriver for mye",
                "gå gjennom saker og personer én gang, og bygg ikke lange tekster og lister",
            )
        self._look_at = self.left - _BETWEEN_LOOKS

    def weigh(self, value: Any, *, views: bool = False) -> None:
        """Pay for all that is in a value, each part as often as it is in it: so often one who compares will look.

        Of a view, only those who compare views see more than one thing (`views`).

        Raises:
            Malgrense: when it lies too deep, or costs more than there is.
        """
        level = [value]
        for _ in range(DEEPEST_VALUE):
            below: list[Any] = []
            for each in level:
                if isinstance(each, str):
                    self.pay(1 + (len(each) >> 3))
                else:
                    parts = _parts(each, views)
                    self.pay(1 + len(parts))
                    below.extend(parts)
            if not below:
                return
            level = below
        raise Malgrense("malen legger lister for dypt inni hverandre", "bruk lister med tekster og tall")

    def made(self, value: Any) -> Any:
        """Pay for a value that has been made. What would be made bit by bit later on is made now.

        Raises:
            Malgrense: when it costs more than there is, or is too large a number.
        """
        if isinstance(value, str):
            self.pay(len(value) >> 3)
        elif isinstance(value, (list, tuple, dict)):
            self.pay(len(value))
        elif isinstance(value, (int, float)):
            if not abs(value) <= LARGEST:
                raise Malgrense(
                    "tallet blir for stort", "et dokument trenger ikke større tall enn en billiard"
                )
        elif isinstance(value, _VIEWS_OF_DICTS) or _is_iterator(value):
            return list(self._paid(value))
        return value

    def _paid(self, values: Iterator[Any]) -> Iterator[Any]:
        for value in values:
            self.pay(1)
            yield value


def _is_iterator(value: Any) -> bool:
    kind = type(value)
    return hasattr(kind, "__next__") and hasattr(kind, "__iter__")


def _parts(value: Any, views: bool) -> list[Any] | tuple[Any, ...] | range:
    """What one who looks into a value comes upon next."""
    if isinstance(value, (list, tuple, range)):
        return value
    if isinstance(value, dict):
        return [*value, *value.values()]
    if views and is_dataclass(value):
        return [getattr(value, name) for name in vars(type(value))["__slots__"]]
    return ()
