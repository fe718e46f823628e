"""Arv: what a rule set says once the template it builds on has been taken in.

A provision with the id of one in the template stands in its place, and `utgaar` takes one away. What the
template locks (`laast: ja`) stays as the template has it, whatever the heir says of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Kilde
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.regelverk import Regelverk

LENGST = 20
"""So many rule sets may build on each other, the one on top of the other. A mandate builds on a template or two."""


class Gjeldende(NamedTuple):
    """A provision in force, and the rule set it is written in: its id, the set, the number in its list."""

    bestemmelse: Bestemmelse
    id: str
    regelverk: Regelverk
    nr: int

    @property
    def kilde(self) -> Kilde:
        """Where it stands, as a finding says it."""
        b = self.bestemmelse
        return Kilde(self.id, b.id, b.avsnitt, b.styrke)

    def at(self) -> Place:
        """Where it is written."""
        return self.regelverk.bestemmelse_at(self.nr)


def gjeldende(name: str, regelverk: Mapping[str, Regelverk]) -> tuple[Gjeldende, ...]:
    """The provisions of a rule set, in the template's order and then its own. What is unread adds nothing."""
    found: tuple[Gjeldende, ...] = ()
    for heir in reversed(forfedre(name, regelverk)):
        rules = regelverk[heir]
        found = _arvet(found, [Gjeldende(b, heir, rules, nr) for nr, b in rules.nummerert()], rules.utgaar)
    return found


def forfedre(name: str, regelverk: Mapping[str, Regelverk]) -> list[str]:
    """The rule set, what it builds on, and so on, as far as they could be read. A circle ends where it closes.

    And a line where it is longer than anybody makes one: what lies beyond is as if it could not be read.
    """
    line: list[str] = []
    here: str | None = name
    while here is not None and here in regelverk and here not in line and len(line) < LENGST:
        line.append(here)
        here = regelverk[here].bygger_paa
    return line


def bestemmelser(names: Iterable[str], regelverk: Mapping[str, Regelverk]) -> frozenset[str] | None:
    """The ids of all provisions in these rule sets; None where one of them, or what it builds on, was not read."""
    lines = {name: forfedre(name, regelverk) for name in names}
    for name, line in lines.items():
        if name not in regelverk or regelverk[line[-1]].bygger_paa not in (None, *line):
            return None
    return frozenset(g.bestemmelse.id for name in lines for g in gjeldende(name, regelverk))


def laast(gjeldende: Gjeldende) -> bool:
    """Whether no heir may replace the provision. Where it is not said: it is, where nobody may depart from it."""
    rule = gjeldende.bestemmelse
    return rule.kan_fravikes_av == "ingen" if rule.laast is None else rule.laast


def _arvet(
    template: tuple[Gjeldende, ...], own: list[Gjeldende], utgaar: tuple[str, ...]
) -> tuple[Gjeldende, ...]:
    if not template:
        return tuple(own)
    by_id = {g.bestemmelse.id: g for g in own}
    kept = [
        g if laast(g) else by_id.get(g.bestemmelse.id, g)
        for g in template
        if laast(g) or g.bestemmelse.id not in utgaar or g.bestemmelse.id in by_id
    ]
    inherited = {g.bestemmelse.id for g in template}
    return (*kept, *(g for g in own if g.bestemmelse.id not in inherited))
