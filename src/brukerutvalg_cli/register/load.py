"""Load: a tree of files in, the councils that are asked for and everything wrong with their files out.

Errors are values. A bad file is a finding, and is named as unread in the register; the others are
read as if nothing had happened.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.register.innlest import Innlest
from brukerutvalg_cli.register.landet import Landet
from brukerutvalg_cli.register.tree import Tree


@dataclass(frozen=True)
class Lastet:
    """What a tree holds: the councils at hand, the rule sets, and what is wrong with the files as such."""

    register: Register
    regelverk: Mapping[str, Regelverk]
    findings: tuple[Finding, ...]
    egne: tuple[Finding, ...]
    """Those of them that are in the files of the councils at hand."""
    filer: int
    lest: Mapping[str, Innlest]
    landet: Landet

    def av(self, utvalg: Collection[str]) -> Lastet:
        """The same with these councils at hand, and no others."""
        if self.register.mapper.keys() == set(utvalg):
            return self
        found = lastet(self.landet, utvalg)
        return replace(found, register=replace(found.register, historie=self.register.historie))


def load(
    tree: Tree,
    foer: Mapping[str, Innlest] | None = None,
    utvalg: Collection[str] | None = None,
    *,
    ventet: Collection[str] = (),
) -> Lastet:
    """Reads everything under records/, or of the councils only these. Never raises for what the files hold.

    `foer`: what was read from a tree much like this one. A file that is the same in both is not read anew.
    `ventet`: the words that somebody will ask of the files of the other councils.
    """
    landet = Landet(tree, foer, ventet)
    return lastet(landet, landet.utvalgene if utvalg is None else utvalg)


def lastet(landet: Landet, utvalg: Collection[str]) -> Lastet:
    """What all share and these councils, read."""
    shared = landet.felles
    read = landet.hent(utvalg)
    register = landet.register(utvalg)
    lacking = landet.mangler_organisasjoner
    own = tuple(f for each in read for f in each.findings)
    files = dict(shared.filer)
    for each in read:
        files |= each.filer
    return Lastet(
        register,
        landet.regelverk(register),
        (*landet.tree.problems(), *shared.findings, *own, *([lacking] if lacking else ())),
        own,
        shared.antall + sum(each.antall for each in read),
        files,
        landet,
    )
