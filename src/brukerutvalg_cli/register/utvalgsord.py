"""Utvalgsord: which councils' records may have a word, and which of their files."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from brukerutvalg_cli.funn.place import UTVALG
from brukerutvalg_cli.model.omriss import ALLE_FILER, Filslag
from brukerutvalg_cli.register.bytene import Filord
from brukerutvalg_cli.register.kjennskap import Enhet
from brukerutvalg_cli.register.plassering import is_record
from brukerutvalg_cli.register.stier import i_mappa


class Utvalgsord:
    """The same as of files, of councils. `paths`: the files of each."""

    def __init__(self, paths: Mapping[str, Sequence[str]], filord: Filord) -> None:
        self._paths, self._filord = paths, filord
        self._enheter: dict[str, tuple[Enhet, ...]] = {}

    def nevner(self, utvalg: str, ordene: Collection[bytes]) -> bool:
        """Whether one of these words is in its records."""
        return any(_noen(self._filord.som_sier(each, *ordene)) for each in self.enhetene(utvalg))

    def kan_si(self, utvalg: str, slag: Collection[Filslag], *ordene: bytes) -> bool:
        """Whether one of these words may stand in its records of these sorts, or those that are of none."""
        every = self.enhetene(utvalg)
        for each in every if slag else every[-1:]:
            if (not each.slag or each.slag in slag) and _noen(self._filord.som_kan_si(each, *ordene)):
                return True
        return False

    def moetene_som_kan_si(self, utvalg: str, *ordene: bytes) -> Iterator[str]:
        """Its meetings in which one of these words may stand."""
        some = (each for each in self.enhetene(utvalg) if each.slag == "moeter")
        return (path for each in some for path in self._filord.som_kan_si(each, *ordene))

    def enhetene(self, utvalg: str) -> Sequence[Enhet]:
        """Its files, sort by sort; last the records that are of none."""
        if utvalg not in self._enheter:
            self._enheter[utvalg] = tuple(_enhetene(utvalg, self._paths.get(utvalg, ())))
        return self._enheter[utvalg]


def _noen(paths: Iterable[str]) -> bool:
    return next(iter(paths), None) is not None


def _enhetene(utvalg: str, paths: Sequence[str]) -> Iterator[Enhet]:
    """The files of a council, sort by sort, and the records beside them all. `paths`: its files, in order."""
    beside: list[str] = []
    at = 0
    for slag in sorted(ALLE_FILER):
        first, after = _av_slaget(paths, f"{UTVALG}{utvalg}/{slag}", at)
        yield Enhet(utvalg, slag, paths[first:after])
        beside += paths[at:first]
        at = after
    yield Enhet(utvalg, "", [path for path in (*beside, *paths[at:]) if is_record(path)])


def _av_slaget(paths: Sequence[str], start: str, fra: int) -> tuple[int, int]:
    if not start.endswith("/hendelser"):
        return i_mappa(paths, f"{start}/", fra)
    at = bisect_left(paths, f"{start}.yaml", fra)
    return at, at + (paths[at : at + 1] == [f"{start}.yaml"])
