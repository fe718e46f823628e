"""Faktaliste: the facts of a meeting, each with the field it is in, and the place where it stands in the documents.

A list is a document with notes. What is not indented is the document, then the heading, then a line below it, whole:

    referat fjordheim 2026-03-11
      Vedtak i sak 03-26
        Stemmer: 3 for, ingen mot. | saker.03-26.vedtak.stemmer

After the stroke stand the fields that the line has its facts from. `utvalg:sider.bruker` is in another file than that
of the meeting. One of a list is named by its number or by what it is called.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from brukerutvalg_cli.dokument.format.blokker import Overskrift, linjer, ren
from brukerutvalg_cli.dokument.format.lesning import Lesning
from brukerutvalg_cli.register.tree import MemoryTree, Tree

NAVN = ("nr", "person", "navn", "tittel", "verv", "organ", "funksjon", "hva")
"""What one of a list may be called by."""


class Fakta(NamedTuple):
    """One fact: in which document and under which heading which line says it, and which field has it."""

    dokument: str
    overskrift: str
    linje: str
    felt: str


def les(path: Path) -> list[Fakta]:
    """The facts of a list, in order."""
    found, document, heading = [], "", ""
    for line in path.read_text(encoding="utf-8").splitlines():
        said, _, fields = (part.strip() for part in line.partition(" | "))
        depth = len(line) - len(line.lstrip())
        if not said or said.startswith("#"):
            continue
        document = said if depth == 0 else document
        heading = "" if depth == 0 else said if depth == 2 else heading
        found += [
            Fakta(document, heading, said if depth > 2 else heading, f.strip())
            for f in fields.split(",")
            if fields
        ]
    return found


def steder(lest: Lesning) -> dict[str, list[str]]:
    """Each heading of a document, and the lines below it down to the next. The heading is a line of its own, too."""
    at = lest.tittel
    places: dict[str, list[str]] = {at: [at]}
    for blokk in lest.blokker:
        if isinstance(blokk, Overskrift):
            at = ren(blokk.linje)
            places[at] = [at]
        else:
            places[at] += [ren(linje) for linje in linjer((blokk,))]
    return places


class Felt(NamedTuple):
    """A field of a register: the file it is in, and the way to it."""

    fil: str
    vei: tuple[str, ...]

    @classmethod
    def av(cls, fakta: Fakta) -> Felt:
        """The field that is named in a fact."""
        _, council, meeting = fakta.dokument.split()
        before, sign, way = fakta.felt.rpartition(":")
        if before == "organisasjoner":
            return cls("records/organisasjoner.yaml", tuple(way.split(".")))
        name = before if sign else f"moeter/{meeting}"
        return cls(f"records/utvalg/{council}/{name}.yaml", tuple(way.split(".")))

    def verdi(self, tree: Tree) -> object:
        """What is in it; None where it is not there."""
        here = _fila(tree, self.fil)
        for step in self.vei:
            key = _noekkel(here, step)
            here = None if key is None else here[key]
        return here

    def uten(self, tree: Tree) -> Iterator[Tree]:
        """The register without it, and with something else in it: not every field can do without, or be any text."""
        files = {path: raw for path in tree.paths() if isinstance(raw := tree.read(path), bytes)}
        for new in (None, "Noe ganske annet"):
            data = _fila(tree, self.fil)
            *way, last = self.vei
            here = data
            for step in way:
                here = here[_noekkel(here, step)]
            key = _noekkel(here, last)
            if new is None:
                del here[key]
            else:
                here[key] = new
            changed = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
            yield MemoryTree(files | {self.fil: changed})


def _fila(tree: Tree, path: str) -> Any:
    raw = tree.read(path)
    assert isinstance(raw, bytes), path
    return yaml.load(raw, yaml.CBaseLoader)


def _noekkel(here: Any, step: str) -> Any:
    """The key in a mapping, or the place in a list: the one that is called so, or has that number, from 1."""
    if isinstance(here, dict):
        return step if step in here else None
    if not isinstance(here, list):
        return None
    called = [
        nr
        for nr, each in enumerate(here)
        if each == step or (isinstance(each, dict) and step in map(each.get, NAVN))
    ]
    if called:
        return called[0]
    return int(step) - 1 if step.isdecimal() and int(step) <= len(here) else None
