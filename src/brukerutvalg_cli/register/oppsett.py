"""Oppsett: what records/oppsett.yaml says, for a command that has not read the whole register."""

from __future__ import annotations

from brukerutvalg_cli.model.oppsett import Oppsett
from brukerutvalg_cli.register.innlest import les
from brukerutvalg_cli.register.tree import Tree

OPPSETT = "records/oppsett.yaml"


def oppsett(tree: Tree) -> Oppsett | None:
    """The file, what holds without it, or None where it is there and cannot be read."""
    if OPPSETT not in tree.paths():
        return Oppsett()
    record, _ = les(tree, OPPSETT)
    return record if isinstance(record, Oppsett) else None
