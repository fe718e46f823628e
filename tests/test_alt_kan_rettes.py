"""Every field that a shipped provision reads, or a document prints, has a command that writes it and one that takes
it back: what is read while the shipped registers are judged and printed, is held up against what `endre` can change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from alle_poster import Tilfeldig, U
from brukerutvalg_cli.cli.app import VERBS
from brukerutvalg_cli.dokument.lag import lag
from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.felt import FOELGER, NOEKKEL, Noekkelfelt, feltene
from brukerutvalg_cli.handling.ting import modellen, plasser
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import Tree, WorkTree
from brukerutvalg_cli.validering import rapporten

ROOT = Path(__file__).parent.parent
Noekkel = tuple[str, str]


def skrives() -> dict[Noekkel, Noekkelfelt]:
    """Each key of each record and of its parts that can be named, by the model it is in."""
    return dict(found for ord in plasser() for found in _i(modellen(ord)))


def _i(modell: type) -> Iterator[tuple[Noekkel, Noekkelfelt]]:
    for felt in feltene(modell):
        if len(felt.rute) == 1:
            name = next(n for n, info in modell.model_fields.items() if (info.alias or n) == felt.rute[0])  # type: ignore[attr-defined]  # a record is a pydantic model
            yield (modell.__name__, name), felt
            if felt.modell:
                yield from _i(felt.modell)
        elif felt.rute[1:] == (NOEKKEL,) and felt.modell:  # each under a word of one's own
            yield from _i(felt.modell)


@pytest.fixture
def lest(monkeypatch: pytest.MonkeyPatch) -> set[tuple[type, str]]:
    """What is read of records from now on: the model, and the field."""
    seen: set[tuple[type, str]] = set()

    def spy(self: Post, name: str) -> object:
        seen.add((type(self), name))
        return object.__getattribute__(self, name)

    monkeypatch.setattr(Post, "__getattribute__", spy)
    return seen


def med_alle_mandatene(tree: Tree) -> Tree:
    """A register that says something under every key, with a council that every shipped rule set binds."""
    draft = Utkast(tree)
    mandates = sorted(path.stem for path in (ROOT / "records/regelverk").glob("*.yaml"))
    for name in mandates:
        draft.raa(f"records/regelverk/{name}.yaml", (ROOT / f"records/regelverk/{name}.yaml").read_bytes())
    bound = [{"id": name, "fra": "2020-01-01"} for name in mandates]
    draft.sett(f"{U}/utvalg.yaml", ("regelverk",), bound)
    draft.sett(f"{U}/utvalg.yaml", ("registrert_fra",), "2020-01-01")
    return draft.tre()


def les_alt(tree: Tree) -> None:
    """Judges a register, and prints every document of it."""
    lastet = load(tree)
    rapporten(tree, lastet, date(2026, 12, 31))
    for mappe in lastet.register.mapper.values():
        for moete in mappe.moeter:
            lag("innkalling", lastet.register, mappe, moete, tree)
            lag("referat", lastet.register, mappe, moete, tree)


def test_every_field_that_is_read_can_be_written(lest: set[tuple[type, str]]) -> None:
    les_alt(WorkTree(ROOT))
    for seed in range(3):
        les_alt(med_alle_mandatene(Tilfeldig(seed, 1.0, 0).register()))
    records = {
        (model.__name__, name)
        for model, name in lest
        if issubclass(model, Post)
        and name in model.model_fields
        and not issubclass(model, Bestemmelse)
        and model.__module__.startswith("brukerutvalg_cli.model.")
    }
    can = skrives()
    assert len(records) > 90
    assert records - can.keys() == set()


def test_what_follows_from_something_else_says_what_changes_it() -> None:
    refused = {key: felt.nei for key, felt in skrives().items() if felt.nei}
    assert len(refused) == len(FOELGER)
    verbs = {entry.name for entry in VERBS}
    for why in refused.values():
        command = why.partition("«brukerutvalg ")[2].partition("»")[0]
        assert command in verbs or "viser til" in why
