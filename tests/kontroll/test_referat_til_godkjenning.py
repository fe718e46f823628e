"""referat-til-godkjenning: the minutes are put up for approval in a later meeting."""

from __future__ import annotations

import pytest

from smaa_registre import dom, meldinger, sagt, utfall

VANE = "moeter/2022-05-04: {referat: {godkjent: {dato: 2022-05-20, maate: epost}}}"
"""The council approves its minutes."""


def to_moeter(first: str = "", second: str = "", between: str = "", vane: str = VANE) -> str:
    return f"""
{vane}
moeter/2022-09-22: {{{first}}}
{between}
moeter/2022-11-16: {{saker: [{{nr: 1/22, tittel: A, type: godkjenning{second}}}]}}
"""


IKKE_LAGT_FRAM = ["advarsel referat-til-godkjenning @ moeter/2022-11-16 saker"]


@pytest.mark.parametrize(
    ("first", "second", "ventet"),
    [
        ("", ", godkjenner: [2022-09-22]", []),
        ("", "", IKKE_LAGT_FRAM),
        ("", ", godkjenner: [2022-11-16]", IKKE_LAGT_FRAM),
        ("referat: {godkjent: {moete: 2022-11-16, sak: 1/22}}", "", []),
        ("referat: {godkjent: ukjent}", "", []),
        ("referat: ukjent", "", []),
        ("referat: {sendt_til: ukjent}", "", IKKE_LAGT_FRAM),
        ("status: avlyst", "", []),
    ],
)
def test_the_minutes_are_put_up_for_approval(first: str, second: str, ventet: list[str]) -> None:
    assert utfall(dom(to_moeter(first, second))) == ventet


@pytest.mark.parametrize(
    ("hvorfor", "ventet"),
    [
        (VANE, IKKE_LAGT_FRAM),
        ("moeter/2022-05-04: {referat: {godkjent: ukjent}}", []),
        ("", []),
        ("regel: {regel: hyppighet, hva: moete, minst: 1, per: kalenderaar}", []),
        ("regel: {regel: frist, hva: godkjenning, senest: 1 aar, etter: moete}", IKKE_LAGT_FRAM),
        (
            "regel: {regel: utsending, hva: referat, kanal: x, foerst_naar: godkjent, styrke: kan}",
            IKKE_LAGT_FRAM,
        ),
        (
            "regel: {regel: krav, hver: moete, styrke: kan, skal_ha: {referat: {godkjent: foert}}}",
            IKKE_LAGT_FRAM,
        ),
    ],
)
def test_nobody_asks_for_an_approval_that_no_mandate_and_no_practice_knows(
    hvorfor: str, ventet: list[str]
) -> None:
    said = utfall(dom(to_moeter(vane=hvorfor)))
    assert [each for each in said if "referat-til-godkjenning" in each] == ventet


def test_minutes_approved_two_meetings_later() -> None:
    case = "{nr: 2/22, tittel: B, type: godkjenning, godkjenner: [2022-09-22, 2022-11-16]}"
    later = f"moeter/2022-12-14: {{saker: [{case}]}}\n"
    assert utfall(dom(to_moeter() + later)) == []


def test_a_next_meeting_that_is_not_written_up() -> None:
    assert utfall(dom("moeter/2022-09-22: {}\nmoeter/2022-11-16: {}\n")) == []


@pytest.mark.parametrize(("ulest", "ventet"), [("2022-10-12", 0), ("2023-02-09", 0), ("2022-06-01", 1)])
def test_minutes_that_may_have_been_approved_in_a_meeting_that_cannot_be_read(
    ulest: str, ventet: int
) -> None:
    found = dom(to_moeter(between=f"moeter/{ulest}: {{ukjent_noekkel: ja}}"))
    assert [line for line in sagt(found) if "godkjenning" in line] == IKKE_LAGT_FRAM * ventet


@pytest.mark.parametrize("ikke", ["status: avlyst, saker: [{SAK}]", "saker: [{SAK, utsatt: ja}]"])
def test_where_the_case_was_not_taken_up_the_minutes_were_not_put_up(ikke: str) -> None:
    """Called off, or put off: nobody had them before them."""
    case = "nr: 1/22, tittel: B, type: godkjenning, godkjenner: [2022-09-22]"
    between = f"moeter/2022-10-20: {{{ikke.replace('SAK', case)}}}"
    said = meldinger(dom(to_moeter(between=between)))
    assert "referatet fra 22. september 2022 ble ikke lagt fram for godkjenning i dette møtet" in said
