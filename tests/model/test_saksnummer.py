"""Case numbers in every format that a council writes them in: what is read is what was written, in the same order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.model.saksnummer import (
    Nummer,
    Nummerform,
    er_saksnummer,
    formen,
    les_nummer,
    skrivemaater,
)

FORMATER = (
    "n/aa",
    "n/aaaa",
    "aaaa/n",
    "aa/n",
    "PS n/aa",
    "RS n/aaaa",
    "PSn/aa",
    "nn-aa",
    "nnn/aa",
    "n",
    "RS n",
)

former = st.sampled_from(FORMATER).map(lambda text: formen(text) or pytest.fail(text))
nummer = st.builds(Nummer, serie=st.just(""), aar=st.integers(2000, 2099), nr=st.integers(0, 999_999))


def i_formen(form: Nummerform, nummer: Nummer) -> Nummer:
    return Nummer(form.serie, nummer.aar if form.aar else 0, nummer.nr)


@given(former, nummer)
def test_what_is_written_is_read_again(form: Nummerform, tall: Nummer) -> None:
    meant = i_formen(form, tall)
    text = form.skriv(meant)
    assert form.les(text) == meant
    assert er_saksnummer(text)


@given(former, nummer)
def test_what_is_read_is_written_again(form: Nummerform, tall: Nummer) -> None:
    text = form.skriv(i_formen(form, tall))
    read = form.les(text)
    assert read
    assert form.skriv(read) == text


@given(former, nummer, nummer)
def test_numbers_stand_by_series_then_year_then_running_number(
    form: Nummerform, a: Nummer, b: Nummer
) -> None:
    first, second = (form.les(form.skriv(i_formen(form, each))) for each in (a, b))
    assert first
    assert second
    assert (first < second) == ((first.serie, first.aar, first.nr) < (second.serie, second.aar, second.nr))


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("23/22", Nummer("", 2022, 23)),
        ("23/2022", Nummer("", 2022, 23)),
        ("2022/23", Nummer("", 2022, 23)),
        ("PS 6/19", Nummer("PS", 2019, 6)),
        ("RS 4/19", Nummer("RS", 2019, 4)),
        ("02-14", Nummer("", 2014, 2)),
        ("3", Nummer("", 0, 3)),
        ("RS 3", Nummer("RS", 0, 3)),
    ],
)
def test_a_number_is_read_where_no_format_is_named(text: str, facts: Nummer) -> None:
    assert er_saksnummer(text)
    assert les_nummer(text) == facts


@pytest.mark.parametrize("text", ["", "1/2", "sak 28/22", "28/22 ", "2022-11-16", "ukjent", "٣/٢٢", "28\n"])
def test_what_is_no_case_number(text: str) -> None:
    assert not er_saksnummer(text)


@pytest.mark.parametrize(
    "text", ["", "aa", "a/n", "n/a", "n n", "sak n/aa", "n/aaa", "n/aa/n", "nnnnn", "28/22"]
)
def test_what_is_no_format(text: str) -> None:
    assert formen(text) is None


def test_the_same_number_written_otherwise() -> None:
    assert {"28/22", "28/2022", "2022/28"} == set(skrivemaater("28/22"))
    assert set(skrivemaater("2022/28")) == set(skrivemaater("28/22"))
    assert skrivemaater("3") == ()
