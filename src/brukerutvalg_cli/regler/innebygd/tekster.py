"""Every text of a record, wherever in it, with the route to it. A key that is a name of its own is a text too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.model.post import Post


def samlet(value: Any) -> str:
    """All texts of a record as one, a line or more each: to look once for what nearly no record has."""
    found: list[str] = []
    _gather(value, found)
    return "\n".join(found)


def _gather(value: Any, found: list[str]) -> None:
    # Every value of every record comes by here: no routes, no generators in generators, and nothing asked of
    # what is not there, as most is.
    inside = value.__dict__.values() if isinstance(value, Post) else value
    if type(inside) is dict:
        found.extend(inside)
        inside = inside.values()
    for each in inside:
        if type(each) is str:
            found.append(each)
        elif each and (type(each) in (tuple, dict) or isinstance(each, Post)):
            _gather(each, found)


def tekster(value: Any, route: Route = ()) -> Iterator[tuple[Route, str]]:
    """Each text, and where in the record it is."""
    if isinstance(value, str):
        yield route, value
    elif isinstance(value, Post):
        for key in type(value).model_fields:
            yield from tekster(getattr(value, key), (*route, key))
    elif isinstance(value, dict):
        for key, each in value.items():
            yield (*route, key), key
            yield from tekster(each, (*route, key))
    elif isinstance(value, tuple):
        for nr, each in enumerate(value):
            yield from tekster(each, (*route, nr))
