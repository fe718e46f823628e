"""Where a finding is: a symbolic route into a file, turned into rows and columns late."""

from __future__ import annotations

from typing import NamedTuple

UTVALG = "records/utvalg/"
"""The folder of the councils, each with its own."""
Route = tuple[str | int, ...]
"""Keys and list positions from the top of a file down to one value: ("sendt", "sakspapirer")."""


class Span(NamedTuple):
    """A stretch of text in one file. Rows and columns count from 1, in characters; the end is exclusive."""

    row: int
    column: int
    end_row: int
    end_column: int


class Place(NamedTuple):
    """A place in one file, named by what stands there and never by line.

    Where `route` does not exist in the file (what is missing has no place), its longest existing
    beginning is shown; where nothing of it exists, `otherwise`; where that fails too, the file as
    such. `span` is set only by those who read the text itself and know better.
    """

    path: str
    route: Route = ()
    otherwise: Route = ()
    at_key: bool = False
    span: Span | None = None


def eieren(path: str) -> str:
    """The council whose file it is; nothing of one that all share, or that lies beside the folders of the councils."""
    name, inside, _ = path.removeprefix(UTVALG).partition("/")
    return name if inside and path.startswith(UTVALG) else ""
