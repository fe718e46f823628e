"""What is not counted is not zero, what is not approved is waited for, and what is empty says so."""

from __future__ import annotations

import pytest

from smaa_registre import dom, meldinger, utfall

RUNDE = """
regel: {regel: sammensetning, blant: medlemmer, for_hver: kjoenn, naar: oppnevning, plasser: [{minst: 2}]}
hendelser: [{hva: oppnevningsrunde, dato: 2022-01-01, kjoenn: {medlemmer: TALT}}]
"""


@pytest.mark.parametrize(
    ("talt", "ventet"),
    [
        ("{kvinner: 5}", "uvisst"),
        ("{kvinner: 5, menn: ukjent}", "uvisst"),
        ("{kvinner: 1}", "feil"),  # whatever the other is
        ("{kvinner: 5, menn: 0}", "feil"),
        ("{kvinner: 5, menn: 2}", ""),
    ],
)
def test_a_gender_that_nobody_counted_is_not_nobody(talt: str, ventet: str) -> None:
    assert " ".join(said.split()[0] for said in utfall(dom(RUNDE.replace("TALT", talt)))) == ventet


LEGGES_UT = (
    "regel: {regel: utsending, hva: referat, kanal: nav.no, foerst_naar: godkjent}\nmoeter/2022-07-01: {}\n"
)


def test_minutes_that_wait_for_an_approval_are_not_judged_and_say_why() -> None:
    waits = dom(f"{LEGGES_UT}moeter/2022-10-01: {{}}")
    assert utfall(waits) == ["uvisst 2022-07-01 referat"]
    assert "ikke ført som godkjent" in waits.ikke_vurdert[0].finding.message
    assert utfall(dom(LEGGES_UT)) == []  # no meeting has been that could approve them


def test_an_empty_group_says_that_it_is() -> None:
    rule = (
        "regel: {regel: sammensetning, blant: varamedlemmer, plasser: [{hvem: {side: bruker}, minst: 1}]}\n"
    )
    empty, other = (
        meldinger(
            dom(f"{rule}medlemmer/kari: {{side: nav, oppnevninger: [{{verv: {verv}, fra: 2022-01-01}}]}}")
        )
        for verv in ("medlem", "vara")
    )
    assert " ingen fra brukersiden, for det er ingen der; " in empty[0]
    assert " ingen fra brukersiden; " in other[0]


@pytest.mark.parametrize(
    ("fra", "gjort", "ventet"),
    [
        ("2021-12-01", "", ["frist"]),
        ("2022-02-01", "", ["frist"]),
        ("2022-03-01", "", ["frist"]),
        ("2022-03-02", "", []),
        ("2022-02-01", "2022-02-20", []),
        ("2022-02-01", "2022-01-20", []),
        ("2022-02-01", "2021-12-20", ["frist"]),
    ],
)
def test_a_day_of_every_year_counts_in_the_first_year_of_a_mandate(
    fra: str, gjort: str, ventet: list[str]
) -> None:
    events = f"hendelser: [{{hva: evaluering, dato: {gjort}}}]\n" if gjort else ""
    said = dom(
        "dato: 2022-06-01\nregel: {regel: frist, hva: evaluering, senest: 1. mars}\n"
        f"{events}utvalg: {{registrert_fra: 2020-01-01, regelverk: [{{id: regelverket, fra: {fra}}}]}}"
    )
    assert [f.finding.name for f in said.funn if str(f.finding.since or "") > "2022-03"] == ventet


@pytest.mark.parametrize(
    ("registrert", "ventet"),
    [("", ["i 2023", "i 2024"]), ("registrert_fra: 2022-01-01,", ["i 2022", "i 2023", "i 2024"]),
     ("registrert_fra: 2022-07-01,", ["i 2023", "i 2024"])],
)  # fmt: skip
@pytest.mark.parametrize(
    "regel",
    [
        "{regel: hyppighet, hva: moete, minst: 2, per: kalenderaar}",
        "{regel: frist, hva: evaluering, senest: 1. mars}",
    ],
)
def test_the_first_whole_year_after_the_first_record_is_the_first(
    regel: str, registrert: str, ventet: list[str]
) -> None:
    said = dom(
        f"dato: 2025-02-01\nregel: {regel}\nmoeter/2022-07-01: {{}}\nmoeter/2023-07-01: {{}}\nmoeter/2024-07-01: {{}}\n"
        f"utvalg: {{{registrert} regelverk: [{{id: regelverket, fra: 2000-01-01}}]}}",
        hele_aar=False,
    )
    assert [
        year for year in ("i 2022", "i 2023", "i 2024") if any(year in each for each in meldinger(said))
    ] == ventet


def test_too_many_are_too_many_in_the_year_of_the_first_too() -> None:
    rule = "regel: {regel: hyppighet, hva: moete, hoeyst: 1, per: kalenderaar}\n"
    said = dom(f"{rule}moeter/2022-07-01: {{}}\nmoeter/2022-09-01: {{}}", hele_aar=False)
    assert utfall(said) == ["feil hyppighet @ moeter/2022-09-01 dato"]
