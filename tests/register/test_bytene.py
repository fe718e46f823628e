"""Bytene: whether a word may stand in a file, asked of many files, and of each more than once."""

from __future__ import annotations

from itertools import permutations

import pytest

from brukerutvalg_cli.register.bytene import Filord
from brukerutvalg_cli.register.tree import MemoryTree

FILENE = {
    "records/en.yaml": b"felles_med: [nav-vestland]\n",
    "records/to.yaml": b"navn: Nav Vestland\n",
    "records/tre.yaml": b'navn: "nav\\x2dvestland"\n',
    "records/fire.yaml": b"",
    "records/borte.yaml": None,
}
ORDENE = (b"felles_med", b"nav-vestland", b"grupper")


class Telt(MemoryTree):
    """A tree that knows which files were opened."""

    def __init__(self) -> None:
        super().__init__({path: raw for path, raw in FILENE.items() if raw is not None})
        self.lest: list[str] = []

    def read(self, path: str):  # type: ignore[no-untyped-def]  # as the tree does
        self.lest.append(path)
        return super().read(path)


@pytest.mark.parametrize("ventet", [(), (b"nav-vestland",), ORDENE])
def test_whoever_asked_before_and_whatever_is_waited_for_the_answer_is_that_of_the_file(
    ventet: tuple[bytes, ...],
) -> None:
    for order in permutations(ORDENE):
        words = Filord(Telt(), ventet)
        for path, raw in FILENE.items():
            for word in (*order, *order):
                assert words.sier(path, word) == (raw is not None and word in raw)
                assert words.kan_si(path, word) == (raw is not None and (word in raw or b"\\" in raw))
            assert words.sier(path, *order) == (raw is not None and any(word in raw for word in order))


def test_for_a_word_that_is_waited_for_a_file_is_not_read_again() -> None:
    tree = Telt()
    words = Filord(tree, [b"nav-vestland"])
    assert words.kan_si("records/en.yaml", b"felles_med")
    assert words.sier("records/en.yaml", b"nav-vestland")
    assert tree.lest == ["records/en.yaml"]


def test_a_file_that_is_changed_is_read_again_and_no_other() -> None:
    words = Filord(Telt(), [b"nav-vestland"])
    assert words.sier("records/en.yaml", b"nav-vestland")
    assert not words.sier("records/to.yaml", b"nav-vestland")
    after = Telt()
    later = words.med(after, ["records/to.yaml"])
    assert later.sier("records/en.yaml", b"nav-vestland")
    assert not later.sier("records/to.yaml", b"nav-vestland")
    assert after.lest == ["records/to.yaml"]
