"""Every text of a record, wherever in it, with the route to it. A key that is a name of its own is a text too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.model.post import Post


def samlet(value: Any) -> str:
    """All texts of a record as one, an empty line between them: to look once for what nearly no record has.

    Nothing that is looked for goes on past an empty line: a day and the number of a case are not a telephone number.
    """
    found: list[str] = []
    _gather(value, found)
    return "\n\n".join(found)


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
    """Each text of a record or a collection, and where in it that is."""
    inside: Iterable[tuple[str | int, Any]]
    if isinstance(value, Post):
        inside = ((key, getattr(value, key)) for key in type(value).model_fields)
    elif isinstance(value, dict):
        yield from (((*route, key), key) for key in value)
        inside = value.items()
    else:
        inside = enumerate(value)
    for step, each in inside:
        if type(each) is str:  # the name of a meeting is a day, and no text
            yield (*route, step), each
        elif each and isinstance(each, (Post, dict, tuple)):
            yield from tekster(each, (*route, step))


def ordene(text: str) -> str:
    """The words of a text, and nothing else of it."""
    return " ".join(re.findall(r"\w+", text.casefold()))
