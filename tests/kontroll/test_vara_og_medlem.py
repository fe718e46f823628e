"""vara-og-medlem: a deputy stands in, and votes, only where a place is free."""

from __future__ import annotations

import pytest

from smaa_registre import dom, meldinger, sagt

FOLK = """
organisasjoner:
  ffo: {navn: FFO, type: paraply, side: bruker}
  safo: {navn: SAFO, type: paraply, side: bruker}
medlemmer/kari: {representerer: ffo, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/per: {representerer: safo, oppnevninger: [{verv: leder, fra: 2022-01-01}]}
medlemmer/ida: {representerer: safo, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/ola: {representerer: ffo, oppnevninger: [{verv: vara, fra: 2022-11-16, til: 2022-11-16}]}
medlemmer/begge:
  oppnevninger: [{verv: vara, fra: 2022-01-01}, {verv: medlem, fra: 2022-06-01, til: 2022-11-16}]
medlemmer/kanskje: {oppnevninger: [{verv: vara, fra: 2022-01-01}, {verv: medlem, fra: ukjent}]}
medlemmer/foer: {oppnevninger: [{verv: vara, fra: 2022-01-01}, {verv: medlem, fra: 2022-06-01, til: 2022-11-15}]}
medlemmer/skriver: {oppnevninger: [{verv: vara, fra: 2022-01-01}, {verv: sekretaer, fra: 2022-01-01}]}
medlemmer/gjest: {funksjon: [{funksjon: nav-leder}]}
"""
FOR = ["feil vara-og-medlem @ moeter/2022-11-16 oppmoete.0.vara_for"]
STEMTE = ["feil vara-og-medlem @ moeter/2022-11-16 oppmoete.0.stemmerett"]


def moete(*oppmoete: str, mer: str = "") -> str:
    return f"moeter/2022-11-16: {{oppmoete: [{', '.join(f'{{{one}}}' for one in oppmoete)}]{mer}}}\n"


@pytest.mark.parametrize(
    ("oppmoete", "ventet"),
    [
        # standing in for one who is away, and voting
        (["person: ola, vara_for: kari, stemmerett: ja"], []),
        (["person: ola, vara_for: kari, stemmerett: ja", "person: per"], []),
        # the one they stand in for is there: one finding, voting or not
        (["person: ola, vara_for: kari", "person: kari"], FOR),
        (["person: ola, vara_for: kari, stemmerett: ja", "person: kari"], FOR),
        (["person: ola, vara_for: kari, stemmerett: nei", "person: kari"], FOR),
        # voting in nobody's place
        (["person: ola, stemmerett: ja"], STEMTE),
        (["person: ola, stemmerett: ja", "person: kari"], STEMTE),
        (["person: ola, stemmerett: ja, lytter: ja"], STEMTE),
        (["person: ola, stemmerett: ja, lytter: ja, vara_for: kari"], STEMTE),
        (["person: ola, stemmerett: ja, lytter: ja, vara_for: kari", "person: kari"], STEMTE),
        (["person: foer, stemmerett: ja"], STEMTE),  # no longer a member
        # no vote, or nobody knows
        (["person: ola, stemmerett: nei"], []),
        (["person: ola"], []),
        (["person: ola, stemmerett: ukjent"], []),
        (["person: ola, vara_for: ukjent, stemmerett: ja"], []),
        (["person: ola, lytter: ja", "person: kari"], []),
        # one who has more than a deputy's seat, or may have
        (["person: begge, stemmerett: ja"], []),
        (["person: kanskje, stemmerett: ja"], []),
        (["person: skriver, stemmerett: ja"], []),
        (["person: kari, stemmerett: ja"], []),
        (["person: gjest, stemmerett: ja"], []),
        (["navn: Gro Gjest, stemmerett: ja"], []),
        # for an organisation: all its members
        (["person: ola, vara_for: ffo, stemmerett: ja"], []),
        (["person: ola, vara_for: ffo, stemmerett: ja", "person: kari"], FOR),
        (["person: ola, vara_for: safo, stemmerett: ja", "person: per"], []),
        (["person: ola, vara_for: safo", "person: per", "person: ida"], FOR),
    ],
)
def test_a_deputy_votes_only_where_a_place_is_free(oppmoete: list[str], ventet: list[str]) -> None:
    assert [line for line in sagt(dom(FOLK + moete(*oppmoete))) if "vara-og-medlem" in line] == ventet


@pytest.mark.parametrize(
    "ukjent",
    [
        ("{representerer: safo, oppnevninger: [{verv: medlem", "{representerer: ukjent, oppnevninger: [{verv: medlem"),
        ("ida: {representerer: safo, oppnevninger: [{verv: medlem, fra: 2022-01-01",
         "ida: {representerer: safo, oppnevninger: [{verv: medlem, fra: ukjent"),
    ],
)  # fmt: skip
def test_one_who_may_sit_for_the_organisation_may_be_the_one_away(ukjent: tuple[str, str]) -> None:
    register = FOLK.replace(*ukjent) + moete("person: ola, vara_for: safo", "person: per")
    assert [line for line in sagt(dom(register)) if "vara-og-medlem" in line] == []
    assert ukjent[1] in register


def test_a_member_whose_file_cannot_be_read_may_be_the_one_away() -> None:
    register = FOLK + moete("person: ola, vara_for: ffo", "person: kari")
    assert [line for line in sagt(dom(register)) if "vara-og-medlem" in line] == FOR
    unread = register.replace("ida: {representerer", "ida: {representererr")
    assert [line for line in sagt(dom(unread)) if "vara-og-medlem" in line] == []
    more = register + "utvalg: {medlemsliste: ufullstendig}\n"
    assert [line for line in sagt(dom(more)) if "vara-og-medlem" in line] == []


def test_a_deputy_whose_file_cannot_be_read_may_be_a_member() -> None:
    register = FOLK.replace("ola: {representerer", "ola: {representererr") + moete(
        "person: ola, stemmerett: ja"
    )
    assert [line for line in sagt(dom(register)) if "vara-og-medlem" in line] == []


def test_the_seat_counts_on_its_own_days() -> None:
    for day, wrong in (("2022-11-15", False), ("2022-11-16", True), ("2022-11-17", False)):
        register = FOLK + moete("person: ola, stemmerett: ja").replace("2022-11-16", day)
        assert any("vara-og-medlem" in line for line in sagt(dom(register))) is wrong


def test_the_finding_says_what_the_deputy_did() -> None:
    assert meldinger(dom(FOLK + moete("person: ola, stemmerett: ja"))) == [
        "Ola er vara, og er ført med stemmerett uten å møte for noen"
    ]
