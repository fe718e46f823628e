"""The names of those who are to be shown by their organisation only, where a text has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.personvern.tekster import ordene, samlet, tekster


class UtenNavn:
    """The people of a council who are not to be named, and what they are called."""

    def __init__(self, mappe: Utvalgsmappe) -> None:
        people = mappe.medlemmer.items()
        named = {ordene(m.navn) for _, m in people if m.publisering == "navn"}
        self._navn: Mapping[str, str] = {
            name: person
            for person, medlem in people
            if medlem.publisering != "navn"
            for name in map(ordene, medlem.alle_navn)
            # One word may be any word, and a name that two have may be the other's.
            if " " in name and name not in named
        }
        self._lengre = [
            name for name in named if any(f" {closed} " in f" {name} " for closed in self._navn)
        ]  # a name of somebody else's that has one of them in it

    def i(self, record: Post) -> Iterator[tuple[Route, str, bool]]:
        """Where a record has one of the names, whose it is, and whether it is all that stands there."""
        if not self._navn or not any(self._nevnt(samlet(record))):
            return
        for route, text in tekster(record):
            for person in dict.fromkeys(self._nevnt(text)):
                yield route, person, self._navn.get(ordene(text)) == person

    def _nevnt(self, text: str) -> Iterator[str]:
        said = f" {ordene(text)} "
        for longer in self._lengre:
            said = said.replace(f" {longer} ", " | ").replace(f" {longer}s ", " | ")
        yield from (p for name, p in self._navn.items() if f" {name} " in said or f" {name}s " in said)
