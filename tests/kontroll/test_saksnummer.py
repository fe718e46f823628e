"""saksnummer: each case has a number of its own, and they go up without a gap."""

from __future__ import annotations

import pytest

from smaa_registre import dom, sagt, utfall


def saker(*meetings: tuple[str, str]) -> str:
    """A meeting for each day, with cases of these numbers."""
    return "".join(
        f"moeter/{day}: {{referat: {{godkjent: ukjent}}, saker: "
        f"[{', '.join(f'{{nr: {nr}, tittel: A, type: annet}}' for nr in numbers.split())}]}}\n"
        for day, numbers in meetings
    )


@pytest.mark.parametrize(
    ("foerste", "andre", "ventet"),
    [
        ("1/22 2/22", "3/22 4/22", []),
        ("23/22 24/22", "25/22", []),  # the records may begin in the middle of a year
        ("1/2022 2/2022", "3/2022", []),
        ("1/22 2/2022", "3/22", []),  # the same year, written in two ways
        ("1/22 2/22", "2/22 3/22", ["feil saksnummer @ moeter/2022-11-16 saker.0.nr"]),
        ("1/22 1/22", "3/22", ["feil saksnummer @ moeter/2022-09-22 saker.1.nr"]),  # and 3 is no skip
        ("1/22 2/22", "4/22", ["advarsel saksnummer @ moeter/2022-11-16 saker.0.nr"]),
        (
            "1/22 3/22",
            "2/22 4/22",
            ["advarsel saksnummer @ moeter/2022-11-16 saker.0.nr"],
        ),  # and nothing is missing
        ("2/22 1/22", "4/22 3/22", []),  # the order on the agenda is another thing
        (
            "1/22 2/22",
            "22/22 4/22 5/22",  # one slip does not make the rest wrong
            [
                "advarsel saksnummer @ moeter/2022-11-16 saker.0.nr",
                "advarsel saksnummer @ moeter/2022-11-16 saker.1.nr",
            ],
        ),
    ],
)
def test_case_numbers(foerste: str, andre: str, ventet: list[str]) -> None:
    assert utfall(dom(saker(("2022-09-22", foerste), ("2022-11-16", andre)))) == ventet


def test_the_numbers_of_a_meeting_that_was_called_off_are_no_gap() -> None:
    """The next number goes on from them; and a case that keeps its own is not there twice."""
    called_off = "moeter/2022-10-20: {status: avlyst, saker: [{nr: 2/22, tittel: A, type: annet}]}\n"
    assert utfall(dom(saker(("2022-09-22", "1/22"), ("2022-11-16", "3/22")) + called_off)) == []
    assert utfall(dom(saker(("2022-09-22", "1/22"), ("2022-11-16", "2/22 3/22")) + called_off)) == []
    assert utfall(dom(saker(("2022-09-22", "1/22"), ("2022-11-16", "4/22")) + called_off)) == [
        "advarsel saksnummer @ moeter/2022-11-16 saker.0.nr"
    ]


def test_case_numbers_begin_anew_each_year() -> None:
    assert utfall(dom(saker(("2022-11-16", "28/22 29/22"), ("2023-02-09", "1/23 2/23")))) == []


def test_a_repeated_case_number_shows_where_it_was_used_first() -> None:
    found = dom(saker(("2022-09-22", "1/22"), ("2022-11-16", "1/22")))
    (related,) = found.funn[0].finding.related
    assert (related.place.path, related.place.route) == (
        "records/utvalg/utvalget/moeter/2022-09-22.yaml",
        ("saker", 0, "nr"),
    )


@pytest.mark.parametrize(("ulest", "ventet"), [("2022-10-12", 0), ("2022-06-01", 1), ("2023-02-09", 1)])
def test_a_number_that_is_missing_may_stand_in_a_meeting_that_cannot_be_read(ulest: str, ventet: int) -> None:
    register = saker(("2022-09-22", "1/22 2/22"), ("2022-11-16", "5/22"))
    found = dom(f"{register}moeter/{ulest}: {{ukjent_noekkel: ja}}\n")
    assert [line for line in sagt(found) if "saksnummer" in line] == [
        "advarsel saksnummer @ moeter/2022-11-16 saker.0.nr"
    ] * ventet


def test_a_cancelled_meeting_uses_no_numbers() -> None:
    register = saker(("2022-09-22", "1/22"), ("2022-10-12", "2/22"), ("2022-11-16", "2/22"))
    assert utfall(dom(register.replace("2022-10-12: {", "2022-10-12: {status: avlyst, "))) == []
