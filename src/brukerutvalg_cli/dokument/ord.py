"""The table of words: what the documents say in their own name, in bokmål and in nynorsk."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from brukerutvalg_cli import pakkedata
from brukerutvalg_cli.dokument.markdown import Trygg
from brukerutvalg_cli.model.maalform import Maalform
from brukerutvalg_cli.register.parse import parse

FILE = "ord.yaml"


class Ord:
    """The words of one målform, or of one group of them, by name.

    A word is `ord.vedtak` to a template; `ord.verv.get("leder")` where the name comes from a record.
    """

    __slots__ = ("__dict__",)

    def __init__(self, words: dict[str, Any]) -> None:
        self.__dict__.update(words)

    def __getattr__(self, name: str) -> Any:
        # Only asked for what is not there. The type says that any word may be: a test sees to it that it is.
        raise AttributeError(name)

    def __iter__(self) -> Iterator[Trygg]:
        return iter(self.__dict__.values())

    def get(self, name: str) -> Trygg | None:
        """A word by the id in a record; None for an id without one."""
        found: Trygg | None = self.__dict__.get(name)
        return found


@cache
def ordliste(maalform: Maalform) -> Ord:
    """Every word in this målform."""
    return _paa(_tabell(), maalform)


@cache
def _tabell() -> dict[str, Any]:
    file = pakkedata.templates() / FILE
    table = parse(FILE, file.read_bytes()).data
    assert isinstance(table, dict)
    return table


def _paa(table: dict[str, Any], maalform: Maalform) -> Ord:
    return Ord({name: _ett(value, maalform) for name, value in table.items()})


def _ett(value: Any, maalform: Maalform) -> Any:
    if isinstance(value, str):
        return Trygg(value)
    return Trygg(value[maalform]) if value.keys() <= {"nb", "nn"} else _paa(value, maalform)
