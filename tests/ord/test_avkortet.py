"""A text of somebody's is one line, and no longer than there is room for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.ord.avkortet import avkortet


def test_lines_are_one_and_the_last_sign_says_that_there_was_more() -> None:
    assert avkortet("Ja  til\nny rampe", 20) == "Ja til ny rampe"
    assert avkortet("Ja til ny rampe", 7) == "Ja til…"


@given(st.text(), st.integers(1, 30))
def test_it_is_never_longer_than_that(text: str, most: int) -> None:
    cut = avkortet(text, most)
    assert len(cut) <= most
    assert cut == " ".join(text.split()) or cut.endswith("…")
