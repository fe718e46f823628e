"""All texts of a record at once have what one of them has, and nothing that only two of them have together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.personvern.private_opplysninger import kan_ha
from brukerutvalg_cli.personvern.tekster import samlet

TEKST = st.text(st.sampled_from("0123456789 -/.@(){}akløf\n"), max_size=12)


@given(st.lists(TEKST, max_size=6).map(tuple))
def test_all_at_once_is_any_of_them(texts: tuple[str, ...]) -> None:
    whole = tuple(text for text in texts if not text.endswith("\n") and not text.startswith("\n"))
    assert kan_ha(samlet(whole)) == any(map(kan_ha, whole))


@pytest.mark.parametrize("texts", [("2014-01-14", "2/14"), ("1234", "5678"), ("12:15", "15:00", "2014")])
def test_what_stands_in_two_facts_is_not_one_number(texts: tuple[str, ...]) -> None:
    assert not kan_ha(samlet(texts))
