"""How a council numbers its cases: it names the format, and the check, the next number and the names follow it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.nummerering import neste_nummer
from brukerutvalg_cli.model.saksnummer import formen
from brukerutvalg_cli.register.load import load
from smaa_registre import dom, sagt, tree

MAI, JUNI = "2022-05-04", "2022-06-08"


def register(saksnummer: str, *moeter: tuple[str, str], mer: str = "") -> dict[str, Any]:
    """A council with such series, and meetings with such cases: `23/22 - RS 4/22`; `-` has no number."""
    serier = f"[{saksnummer}]" if saksnummer else "[]"
    text = f"utvalg: {{saksnummer: {serier}{mer}}}\n"
    for dag, numre in moeter:
        saker = ", ".join(_sak(nr) for nr in numre.split(", ") if nr)
        text += f"moeter/{dag}: {{referat: {{godkjent: ukjent}}, saker: [{saker}]}}\n"
    found: dict[str, Any] = yaml.load(text, yaml.CBaseLoader)
    return found


def _sak(nr: str) -> str:
    number, _, more = nr.partition(" | ")
    own = "" if number == "-" else f"nr: '{number}', "
    return f"{{{own}tittel: A, type: annet{', ' + more if more else ''}}}"


def mappa(data: dict[str, Any]) -> Utvalgsmappe:
    return load(tree(data)).register.mapper["utvalget"]


TO_SERIER = "{format: PS n/aa}, {format: RS n/aa, gjelder: [referatsaker, orientering]}"
LOVLIG = [
    ("", "23/22, 24/22", "25/22"),
    ("", "23/2022, 24/2022", "25/2022"),
    ("", "2022/23, 2022/24", "2022/25"),
    ("", "02-22, 03-22", "04-22"),
    ("", "PS 6/22, RS 4/22", "PS 7/22, RS 5/22"),
    ("", "1, 2, 3", "1, 2"),  # anew in each meeting
    ("{format: n/aa}", "23/22", "24/22"),
    ("{format: aa/n}", "22/1, 22/2", "22/3"),
    (TO_SERIER, "PS 1/22, RS 1/22 | gruppe: referatsaker", "PS 2/22"),
    ("{format: n/aa}, {format: ingen, gjelder: eventuelt}", "1/22, - | gruppe: eventuelt", "2/22"),
    ("{format: n, loeper: alltid}", "1410, 1411", "1412"),
    ("{format: n}", "2, 1, 3", "1, 2, 3"),  # in another order than they are numbered
    ("{format: n/aa}, {format: aaaa/n, fra: 2022-06-01}", "8/22", "2022/9"),
]  # fmt: skip


@pytest.mark.parametrize(("serier", "mai", "juni"), LOVLIG)
def test_what_a_council_lawfully_does_is_no_finding(serier: str, mai: str, juni: str) -> None:
    assert sagt(dom(register(serier, (MAI, mai), (JUNI, juni)))) == []


@pytest.mark.parametrize(
    ("serier", "mai", "juni", "funn"),
    [
        ("{format: n}", "1, 2, 2", "1", f"feil saksnummer @ moeter/{MAI} saker.2.nr"),
        ("{format: n, loeper: alltid}", "7, 8", "8", f"feil saksnummer @ moeter/{JUNI} saker.0.nr"),
        ("", "PS 1/22, RS 1/22", "PS 1/22", f"feil saksnummer @ moeter/{JUNI} saker.0.nr"),
        ("", "2022/1", "1/22", f"feil saksnummer @ moeter/{JUNI} saker.0.nr"),  # written otherwise, and the same
        ("{format: aaaa/n}", "2022/1", "2022/3", f"advarsel saksnummer @ moeter/{JUNI} saker.0.nr"),
        ("{format: PS n/aa}", "PS 1/22", "2/22", f"advarsel saksnummer @ moeter/{JUNI} saker.0.nr"),
        ("", "1/22", "-", f"advarsel saksnummer @ moeter/{JUNI} saker.0.nr"),
        ("{format: n/aa}, {format: ingen, gjelder: eventuelt}", "1/22", "-",
         f"advarsel saksnummer @ moeter/{JUNI} saker.0.nr"),
    ],
)  # fmt: skip
def test_what_is_told_of(serier: str, mai: str, juni: str, funn: str) -> None:
    assert sagt(dom(register(serier, (MAI, mai), (JUNI, juni)))) == [funn]


@pytest.mark.parametrize(
    ("mer", "mai", "juni", "funn"),
    [
        (", beholder_saksnummer: ja", "1/22, 2/22 | utsatt: ja", "2/22, 3/22", 0),
        (", beholder_saksnummer: ukjent", "1/22, 2/22 | utsatt: ja", "2/22, 3/22", 0),
        ("", "1/22, 2/22 | utsatt: ja", "2/22 | fra_sak: 2/22, 3/22", 0),
        ("", "1/22, 2/22 | utsatt: ja", "2/22, 3/22", 1),
        (", beholder_saksnummer: ja", "1/22, 1/22", "2/22", 1),  # twice on one agenda is never the same case
    ],
)
def test_a_case_that_comes_back_may_be_called_the_same(mer: str, mai: str, juni: str, funn: int) -> None:
    assert len(sagt(dom(register("", (MAI, mai), (JUNI, juni), mer=mer)))) == funn


@pytest.mark.parametrize(
    ("serier", "mai", "sorter", "neste"),
    [
        ("", "", (), "1/22"),
        ("", "8/22", (), "9/22"),
        ("", "8/2022", (), "9/2022"),  # as they are written here
        ("{format: aaaa/n}", "2022/8", (), "2022/9"),
        ("{format: nn-aa}", "", (), "01-22"),
        ("{format: n/aa, foerste: 100}", "", (), "100/22"),
        (TO_SERIER, "PS 6/22, RS 4/22", (), "PS 7/22"),
        (TO_SERIER, "PS 6/22, RS 4/22",
         ("referatsaker",), "RS 5/22"),
        (TO_SERIER, "PS 6/22, RS 4/22",
         (None, None, "orientering"), "RS 5/22"),
        ("{format: n/aa}, {format: ingen, gjelder: eventuelt}", "8/22", ("eventuelt",), ""),
        ("{format: n}", "1, 2, 3", (), "1"),
        ("{format: n, loeper: alltid}", "1410", (), "1411"),
        ("{format: n/aa}, {format: aaaa/n, fra: 2022-06-01}", "8/22", (), "2022/9"),
    ],
)  # fmt: skip
def test_the_next_number(serier: str, mai: str, sorter: tuple[Any, ...], neste: str) -> None:
    mappe = mappa(register(serier, (MAI, mai), (JUNI, "")))
    assert neste_nummer(mappe.utvalg, mappe.moeter, date.fromisoformat(JUNI), sorter) == neste


@given(
    st.sampled_from(["n/aa", "n/aaaa", "aaaa/n", "aa/n", "PS n/aa", "nn-aa", "n"]),
    st.lists(st.lists(st.booleans(), max_size=4), min_size=1, max_size=4),
)
def test_numbers_that_were_dealt_out_are_found_in_order(format: str, moeter: list[list[bool]]) -> None:
    """Whatever the format: what is given as the next number, again and again, has no finding."""
    days = [f"2022-0{nr + 1}-04" for nr in range(len(moeter))]
    given_out: list[tuple[str, str]] = []
    for day, cases in zip(days, moeter, strict=True):
        numbers: list[str] = []
        for _ in cases:
            mappe = mappa(register(f"{{format: {format}}}", *given_out, (day, "")))
            numbers.append(neste_nummer(mappe.utvalg, mappe.moeter, date.fromisoformat(day), (), numbers))
        given_out.append((day, ", ".join(numbers)))
    assert sagt(dom(register(f"{{format: {format}}}", *given_out))) == []
    assert all(formen(format).les(nr) for _, numbers in given_out for nr in numbers.split(", ") if nr)  # type: ignore[union-attr]  # each of these is a format


def test_a_case_is_called_by_its_meeting_too_where_its_number_begins_anew() -> None:
    mappe = mappa(register("{format: n}", (MAI, "1, 2, -"), (JUNI, "1, 7/22")))
    assert list(mappe.sakene) == [f"{MAI} 1", f"{MAI} 2", f"{MAI} punkt 3", f"{JUNI} 1", "7/22"]


@pytest.mark.parametrize(
    ("kalt", "sak"),
    [
        ("7/22", "7/22"),
        ("7/2022", "7/22"),
        ("2022/7", "7/22"),
        ("PS 7/22", ""),
        ("2", f"{MAI} 2"),  # only one has it
        ("1", ""),
        (f"{JUNI} 1", f"{JUNI} 1"),
        (f"{MAI} punkt 3", f"{MAI} punkt 3"),
        ("", ""),
    ],
)
def test_a_case_is_found_by_what_it_is_called(kalt: str, sak: str) -> None:
    mappe = mappa(register("", (MAI, "1, 2, -"), (JUNI, "1, 7/22")))
    found = mappe.saken(kalt)
    assert (found[0].saker[found[1]].navn if found else "") == sak


def test_an_election_is_found_in_the_case_it_was_held_in_where_each_meeting_has_its_own_numbers() -> None:
    text = f"""
utvalg: {{saksnummer: [{{format: n}}]}}
medlemmer/kari: {{oppnevninger: [{{verv: leder, fra: 2022-06-09, valgt_i: {JUNI} 1}}]}}
moeter/{MAI}: {{referat: {{godkjent: ukjent}}, saker: [{{nr: 1, tittel: A, type: annet}}]}}
moeter/{JUNI}:
  referat: {{godkjent: ukjent}}
  saker: [{{nr: 1, tittel: Valg, type: valg, valg: [{{verv: leder, valgt: kari, fra: 2022-06-09}}]}}]
"""
    assert sagt(dom(text)) == []
    assert "ukjent-referanse" in " ".join(sagt(dom(text.replace(f"valgt_i: {JUNI} 1", "valgt_i: 1"))))


@pytest.mark.parametrize(
    ("nr", "vist", "funn"),
    [
        ("PS 1/22", "PS 1/22", []),
        ("PS 1/22", "sak PS 1/22", []),
        ("PS 1/22", "1/22", ["ukjent-referanse"]),  # of another series
        ("PS 1/22", "sak 2/22", ["avvik"]),
        ("2022/1", "2022/1", []),
        ("2022/1", "sak 1/22", []),
        ("01-22", "01-22", []),
        ("1", f"{MAI} 1", []),
        ("1/22", "sak 001/2022", []),
    ],
)
def test_a_deviation_rests_on_a_case_in_any_format(nr: str, vist: str, funn: list[str]) -> None:
    text = f"""
regel: {{id: moeter, regel: hyppighet, hva: moete, minst: 4, per: kalenderaar}}
utvalg:
  registrert_fra: 2022-01-01
  avvik: [{{bestemmelse: moeter, grunn: Valgår, vedtatt_i: "{vist}", til: 2022-12-31}}]
moeter/{MAI}:
  referat: {{godkjent: ukjent}}
  saker: [{{nr: "{nr}", tittel: Avvik, type: vedtak, vedtak: {{tekst: To møter er nok i år.}}}}]
"""
    assert [line.split()[1] for line in sagt(dom(text)) if "hyppighet" not in line] == funn
