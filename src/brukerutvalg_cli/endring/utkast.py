"""Utkast: a change to the register as it takes shape – many steps in many files, and nothing on disk yet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from brukerutvalg_cli.endring import fasit
from brukerutvalg_cli.endring.kan_ikke_redigere import KanIkkeRedigere
from brukerutvalg_cli.endring.rediger import fjern, legg_til, ombytt, sett
from brukerutvalg_cli.endring.yamltekst import blokk
from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.register.tekst import decode
from brukerutvalg_cli.register.tree import Tree
from brukerutvalg_cli.register.yamldata import Data
from brukerutvalg_cli.tegn import pasted

_BOM = b"\xef\xbb\xbf"
_LINJESKIFT = {0x0B: "\n", 0x0C: "\n", 0x0D: None, 0x85: "\n", 0x2028: "\n", 0x2029: "\n"}
"""What word processors put between lines, and what the files have there."""


class Filendring(NamedTuple):
    """One file before and after; None where there is no such file."""

    path: str
    foer: bytes | None
    etter: bytes | None


class Utkast:
    """Changes on top of a tree. Each step sees the ones before it; `tre` is the register as it would be.

    Values are what the models hold: a date, a number and yes or no are written as the files have them,
    and what is None is left out.

    A file is read once: what is written is made of what was read, and goes over nothing else. `lest`: what is read
    already, and judged by.

    Every method raises KanIkkeRedigere where a file cannot be changed safely.
    """

    def __init__(self, tree: Tree, lest: Mapping[str, bytes] = MappingProxyType({})) -> None:
        self._tree = tree
        self._lest: dict[str, bytes | Finding] = dict(lest)
        self._foer: dict[str, bytes | None] = {}
        self._naa: dict[str, bytes | None] = {}

    def sett(self, path: str, route: Route, value: Any, rekkefoelge: Sequence[str] = ()) -> None:
        """Puts a value where it belongs, in place of what stood there.

        One of a list, that is alone in it and written without brackets, is what stands there itself. Of a record that
        was `ukjent`, something is known from now on.
        """
        if route and route[-1] == 0 and isinstance(self.verdi(path, route[:-1]), str):
            route = route[:-1]
        route, value = self._i_det_ukjente(path, route, value)
        with _i_filen(path):
            new = sett(self._text(path), route, som_data(value), rekkefoelge)
        self._put(path, new)

    def _i_det_ukjente(self, path: str, route: Route, value: Any) -> tuple[Route, Any]:
        """The same, said of the record that is `ukjent` as a whole, where the route leads into one."""
        for length in range(1, len(route)):
            if self.verdi(path, route[:length]) == "ukjent":
                for key in reversed(route[length:]):
                    value = {key: value}
                return route[:length], value
        return route, value

    def legg_til(
        self, path: str, route: Route, item: Any, rekkefoelge: Sequence[str] = (), *, flere_like: bool = False
    ) -> None:
        """Adds an item last in a list; a file that is not there yet begins as a list with it.

        What stands there already, word for word, is not added again: it is the same step, taken twice. `flere_like`:
        here it is another one.
        """
        if not route and not self.finnes(path):
            self.ny(path, [item])
            return
        with _i_filen(path):
            text, new = self._text(path), som_data(item)
            there = fasit.verdi(fasit.les(text), route)
            if not flere_like and (new in there if isinstance(there, list) else new == there):
                return
            self._put(path, legg_til(text, route, new, rekkefoelge))

    def fjern(self, path: str, route: Route) -> None:
        """Takes out a key or an item."""
        with _i_filen(path):
            new = fjern(self._text(path), route)
        self._put(path, new)

    def ombytt(self, path: str, route: Route, til: int) -> None:
        """Moves an item to another place in its list, from 0."""
        with _i_filen(path):
            new = ombytt(self._text(path), route, til)
        self._put(path, new)

    def verdi(self, path: str, route: Route) -> Data:
        """What stands there after the steps so far, as the file has it; None where nothing does."""
        with _i_filen(path):
            return fasit.verdi(fasit.les(self._text(path)), route)

    def ny(self, path: str, data: Any, hode: str = "") -> None:
        """A new file with this content. `hode`: what stands above it, as a comment for editors."""
        if self.finnes(path):
            raise KanIkkeRedigere(f"fila {path} finnes alt")
        content = som_data(data)
        assert isinstance(content, dict | list)
        self.raa(path, (hode + "\n".join(blokk(content, 0)) + "\n").encode())

    def raa(self, path: str, content: bytes | None) -> None:
        """A whole file as bytes; None takes it away."""
        self._remember(path)
        self._naa[path] = content

    def flytt(self, fra: str, til: str) -> None:
        """Gives a file another name."""
        if self.finnes(til):
            raise KanIkkeRedigere(f"fila {til} finnes alt")
        with _i_filen(fra):
            content = self._bytes(fra)
        self.raa(til, content)
        self.raa(fra, None)

    def finnes(self, path: str) -> bool:
        """Whether there is such a file after the steps so far."""
        if path in self._naa:
            return self._naa[path] is not None
        return path in self._tree.paths() or self._tree.exists(path)

    def endringer(self) -> tuple[Filendring, ...]:
        """The files that are other than they were, by path."""
        changed = ((path, self._foer[path], now) for path, now in sorted(self._naa.items()))
        return tuple(Filendring(path, before, now) for path, before, now in changed if before != now)

    def tre(self) -> Tree:
        """The register as it would be."""
        return Overlegg(self._tree, self._naa)

    def _put(self, path: str, text: str) -> None:
        before = self._bytes(path)
        self._remember(path)
        self._naa[path] = (_BOM if before.startswith(_BOM) else b"") + text.encode()

    def _text(self, path: str) -> str:
        text, problem = decode(path, self._bytes(path))
        if problem:
            raise KanIkkeRedigere(problem.message)
        return text

    def _bytes(self, path: str) -> bytes:
        found = self._naa[path] if path in self._naa else self._les(path)
        if found is None:
            raise KanIkkeRedigere("fila finnes ikke")
        if isinstance(found, Finding):
            raise KanIkkeRedigere(found.message)
        return found

    def _remember(self, path: str) -> None:
        if path not in self._foer:
            there = self.finnes(path)
            found = self._les(path) if there else None
            if isinstance(found, Finding):
                raise KanIkkeRedigere(f"{path}: {found.message}")
            self._foer[path] = found

    def _les(self, path: str) -> bytes | Finding:
        """What the file held when it was first read."""
        if path not in self._lest:
            self._lest[path] = self._tree.read(path)
        return self._lest[path]


class Overlegg:
    """A tree with some files in the place of its own. A Tree."""

    def __init__(self, tree: Tree, files: Mapping[str, bytes | None]) -> None:
        self._tree = tree
        self._files = files

    def paths(self) -> list[str]:
        there = self._tree.paths()
        mine = {path for path, raw in self._files.items() if raw is not None and path.startswith("records/")}
        gone = {path for path, raw in self._files.items() if raw is None}
        if not gone and all(
            there[at : at + 1] == [path] for path in mine for at in [bisect_left(there, path)]
        ):
            return there  # as most often: of a country's many thousand files one says something else
        return sorted({*there, *mine} - gone)

    def read(self, path: str) -> bytes | Finding:
        found = self._files.get(path)
        return self._tree.read(path) if found is None else found

    def exists(self, path: str) -> bool:
        return self._files[path] is not None if path in self._files else self._tree.exists(path)

    def size(self, path: str) -> int | None:
        if path not in self._files:
            return self._tree.size(path)
        found = self._files[path]
        return None if found is None else len(found)

    def problems(self) -> tuple[Finding, ...]:
        return self._tree.problems()


@contextmanager
def _i_filen(path: str) -> Iterator[None]:
    """Says in which file it is that something cannot be done."""
    try:
        yield
    except KanIkkeRedigere as error:
        raise KanIkkeRedigere(f"{path}: {error}") from None


def som_data(value: Any) -> Data:
    """A value as the files have it."""
    if isinstance(value, Mapping):
        return {str(key): som_data(item) for key, item in value.items() if item is not None}
    if isinstance(value, list | tuple):
        return [som_data(item) for item in value]
    if isinstance(value, bool):
        return "ja" if value else "nei"
    if isinstance(value, date):
        return value.isoformat()
    text = pasted(str(value).translate(_LINJESKIFT))
    try:
        text.encode()
    except UnicodeEncodeError:  # from a command line in another encoding than the terminal says
        raise KanIkkeRedigere(f"«{text}» har tegn som ikke er UTF-8") from None
    return text
