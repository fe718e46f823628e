"""Bytene: which files a word may stand in, asked of many files, and of each more than once."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from itertools import permutations

import pytest

from brukerutvalg_cli.register.bytene import Filord
from brukerutvalg_cli.register.kjennskap import Enhet, Husket
from brukerutvalg_cli.register.tree import MemoryTree

MAPPA = "records/utvalg/en/saker"
FILENE = {
    f"{MAPPA}/en.yaml": b"felles_med: [nav-vestland]\n",
    f"{MAPPA}/to.yaml": b"navn: Nav Vestland\n",
    f"{MAPPA}/tre.yaml": b'navn: "nav\\x2dvestland"\n',
    f"{MAPPA}/fire.yaml": b"",
    f"{MAPPA}/borte.yaml": None,
    f"{MAPPA}/notat.md": b"nav-vestland",
}
ORDENE = (b"felles_med", b"nav-vestland", b"grupper")
ALLE = Enhet("en", "saker", list(FILENE))


class Telt(MemoryTree):
    """A tree that knows which files were opened."""

    def __init__(self) -> None:
        super().__init__({path: raw for path, raw in FILENE.items() if raw is not None})
        self.lest: list[str] = []

    def read(self, path: str):  # type: ignore[no-untyped-def]  # as the tree does
        self.lest.append(path)
        return super().read(path)


class Minne:
    """What is known of files that never change."""

    def __init__(self) -> None:
        self.vet: dict[tuple[str, str, str], list[str]] = {}

    def om(self, enhet: Enhet, hva: str) -> list[str] | None:
        return self.vet.get((enhet.utvalg, enhet.slag, hva))

    def merk(self, enhet: Enhet, hva: str, svar: Collection[str]) -> None:
        self.vet[enhet.utvalg, enhet.slag, hva] = list(svar)


def en(navn: str) -> Enhet:
    return Enhet("en", "saker", [f"{MAPPA}/{navn}.yaml"])


def naivt(*ordene: bytes) -> list[str]:
    """The records that have one of these words."""
    there = ((path, raw) for path, raw in FILENE.items() if raw is not None and path.endswith(".yaml"))
    return [path for path, raw in there if any(word in raw for word in ordene)]


@pytest.mark.parametrize("husket", [None, Husket(cache(Minne))])
@pytest.mark.parametrize("ventet", [(), (b"nav-vestland",), ORDENE])
def test_whoever_asked_before_and_whatever_is_waited_for_the_answer_is_that_of_the_files(
    ventet: tuple[bytes, ...], husket: Husket | None
) -> None:
    for order in permutations(ORDENE):
        words = Filord(Telt(), ventet, husket)
        for word in (*order, *order):
            assert list(words.som_sier(ALLE, word)) == naivt(word)
            assert list(words.som_kan_si(ALLE, word)) == naivt(word, b"\\")
        assert list(words.som_sier(ALLE, *order)) == naivt(*order)


def test_for_a_word_that_is_waited_for_a_file_is_not_read_again() -> None:
    tree = Telt()
    words = Filord(tree, [b"nav-vestland"])
    assert list(words.som_kan_si(en("en"), b"felles_med"))
    assert list(words.som_sier(en("en"), b"nav-vestland"))
    assert tree.lest == [f"{MAPPA}/en.yaml"]


def test_a_file_that_is_changed_is_read_again_and_no_other() -> None:
    words = Filord(Telt(), [b"nav-vestland"])
    assert list(words.som_sier(en("en"), b"nav-vestland"))
    assert not list(words.som_sier(en("to"), b"nav-vestland"))
    after = Telt()
    later = words.med(after, [f"{MAPPA}/to.yaml"])
    assert list(later.som_sier(en("en"), b"nav-vestland"))
    assert not list(later.som_sier(en("to"), b"nav-vestland"))
    assert after.lest == [f"{MAPPA}/to.yaml"]


def test_what_is_known_is_not_read() -> None:
    hele = Enhet("en", "saker", [path for path, raw in FILENE.items() if raw is not None])
    minne = Minne()
    assert list(Filord(Telt(), (), Husket(lambda: minne)).som_sier(hele, b"felles_med")) == naivt(
        b"felles_med"
    )
    tree = Telt()
    assert list(Filord(tree, (), Husket(lambda: minne)).som_sier(hele, b"felles_med")) == naivt(b"felles_med")
    assert tree.lest == []


def test_of_files_that_one_of_is_not_to_be_had_nothing_is_kept() -> None:
    minne = Minne()
    list(Filord(Telt(), (), Husket(lambda: minne)).som_sier(ALLE, b"felles_med"))
    assert minne.vet == {}


def test_of_a_council_that_is_changed_nothing_is_known_or_kept() -> None:
    """What a command would write, is not what the files hold."""
    minne = Minne()
    words = Filord(Telt(), (), Husket(lambda: minne))
    assert not list(words.som_sier(en("to"), b"felles_med"))
    known = dict(minne.vet)
    draft = MemoryTree({f"{MAPPA}/to.yaml": b"felles_med: [en]\n"})
    later = words.med(draft, [f"{MAPPA}/to.yaml"])
    assert list(later.som_sier(en("to"), b"felles_med")) == [f"{MAPPA}/to.yaml"]
    assert not list(later.som_sier(en("to"), b"navn"))
    assert minne.vet == known
