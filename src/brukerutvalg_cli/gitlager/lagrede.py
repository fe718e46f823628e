"""Lagrede: the files of a register as git holds them – which they are at once, what is in one when somebody asks.

Of a country nearly all is as it was, and what git calls a file (`ider`) says so: then nobody reads it. What is read,
is read a council at a time, and more at once the more is asked for; by a process of its own each time, as the one who
asks may be split in several.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from brukerutvalg_cli.gitlager.kall import Repo, blobs, er_her, spoer

UTVALG, OM_UTVALGET = "records/utvalg/", "utvalg.yaml"
"""Where the councils lie, and the file that says what each is: those are asked for of all of them together."""
SHA1 = 40


class Lagrede(Mapping[str, bytes]):
    """Files by path, with what they hold. `ider`: what git calls that; `commit`: what they were saved in."""

    def __init__(
        self, repo: Repo | None = None, ider: Mapping[str, str] = MappingProxyType({}), commit: str = ""
    ) -> None:
        """Of no files, git is not asked.

        Raises:
            GitFeil: when git refuses, or has not fetched them all.
        """
        self._repo, self.ider, self.commit = repo, ider, commit
        self._lest: dict[str, bytes] = {}
        self._ganger = 0
        if ider and repo:
            er_her(repo, ider.values())

    def __getitem__(self, path: str) -> bytes:
        """
        Raises:
            GitFeil: when git has lost it since.
        """
        sha = self.ider[path]
        if sha not in self._lest:
            self._les(_gruppen(path))
        return self._lest[sha]

    def __contains__(self, path: object) -> bool:
        return path in self.ider

    def __iter__(self) -> Iterator[str]:
        return iter(self.ider)

    def __len__(self) -> int:
        return len(self.ider)

    @cached_property
    def summer(self) -> Mapping[str, str]:
        """The same names, where they tell what is read: not where git was told to put something else in the place of
        anything, and not where it makes its names in another way than we do."""
        if not self.ider or not self._repo or any(len(sha) != SHA1 for sha in self.ider.values()):
            return {}
        return {} if spoer(self._repo, "for-each-ref", "--count=1", "refs/replace/") else self.ider

    @cached_property
    def _grupper(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for path in sorted(self.ider):
            found[_gruppen(path)].append(path)
        return found

    def _les(self, gruppe: str) -> None:
        """Reads these files; the second time the next group too, then the next three, and so on: all of a country in
        a few goes."""
        groups = list(self._grupper)
        start = groups.index(gruppe)
        wanted = groups[start : start + (1 << self._ganger)]
        self._ganger += 1
        shas = {self.ider[path] for group in wanted for path in self._grupper[group]}
        if self._repo:
            self._lest |= blobs(self._repo, sorted(shas - self._lest.keys()))


def _gruppen(path: str) -> str:
    """What a file is read together with."""
    parts = path.split("/", 3)
    if len(parts) < 4 or not path.startswith(UTVALG):
        return ""
    return OM_UTVALGET if parts[3] == OM_UTVALGET else f"{UTVALG}{parts[2]}"
