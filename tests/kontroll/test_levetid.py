"""levetid: what only a council that is there does, on a day when it was not; what follows of it may come later."""

from __future__ import annotations

import pytest

from smaa_registre import dom, meldinger, sagt

UTVALG = "utvalg: {opprettet: 2021-01-01, nedlagt: 2022-12-31}\n"


@pytest.mark.parametrize(
    ("foert", "ventet"),
    [
        ("moeter/2022-12-31: {}", []),
        ("moeter/2023-01-01: {}", ["moeter/2023-01-01 dato"]),
        ("moeter/2023-01-02: {status: innkalt}", ["moeter/2023-01-02 dato"]),
        ("moeter/2023-01-01: {status: avlyst}", []),
        ("moeter/2020-12-31: {}", ["moeter/2020-12-31 dato"]),
        ("moeter/2020-12-31: {status: avlyst}", []),
        (
            "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2023-01-01}]}",
            ["medlemmer/kari oppnevninger.0.fra"],
        ),
        (
            "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2023}]}",
            ["medlemmer/kari oppnevninger.0.fra"],
        ),
        ("medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022}]}", []),
        ("medlemmer/kari: {oppnevninger: [{verv: medlem, fra: ukjent}]}", []),
        ("medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01, til: 2025-12-31}]}", []),
        ("medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2023-01-01, tiltraadt: nei}]}", []),
        # One may have been appointed to it ahead of it, or sat in what it came of.
        ("medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2020-01-01}]}", []),
        ("hendelser: [{hva: oppnevningsrunde, dato: 2023-01-01}]", ["hendelser 0.dato"]),
        ("hendelser: [{hva: oppnevningsrunde, dato: 2022-11-01, fra: 2023-01-01}]", ["hendelser 0.fra"]),
        ("hendelser: [{hva: oppnevningsrunde, dato: 2020-11-01}]", []),
        (
            "saker/2023-001: {tittel: A, innmeldt: 2023-01-01, innmeldt_av: bruker}",
            ["saker/2023-001 innmeldt"],
        ),
        ("saker/2022-001: {tittel: A, innmeldt: 2022-12-31, innmeldt_av: bruker}", []),
    ],
)
def test_nobody_does_anything_for_a_council_that_is_not_there(foert: str, ventet: list[str]) -> None:
    assert sagt(dom(UTVALG + foert)) == [f"advarsel levetid @ {place}" for place in ventet]
    assert sagt(dom(foert)) == []


def test_what_follows_of_what_it_did_may_come_when_it_is_no_more() -> None:
    """Minutes go out, are made public and approved; an answer comes, something is done, somebody evaluates."""
    later = """
moeter/2022-11-16:
  sendt: {referat: 2023-01-05}
  referat: {publisert: {dato: 2023-01-05, kanal: nav.no}}
  godkjent: {dato: 2023-01-20}
  saker:
    - {nr: 1/22, tittel: A, type: annet, besvart: 2023-02-01, svar: Ja, oppfoelging: [{hva: B, fullfoert: 2023-03-01}]}
hendelser: [{hva: evaluering, dato: 2023-02-01}]
"""
    assert "levetid" not in " ".join(sagt(dom(UTVALG + later)))


@pytest.mark.parametrize(
    ("inn_i", "ventet"),
    [("storby", "Storbyutvalget"), ("ukjent", "et annet utvalg"), ("", "et annet utvalg")],
)
def test_what_is_another_councils_is_said_by_its_name(inn_i: str, ventet: str) -> None:
    merged = f"utvalg: {{nedlagt: 2022-12-31{f', gikk_inn_i: {inn_i}' if inn_i else ''}}}\nmoeter/2023-02-08: {{}}\n"
    merged += "utvalgene/storby/utvalg: {navn: Storbyutvalget, nivaa: lokal, maalform: nb}"
    report = dom(merged)
    (said,) = meldinger(report)
    assert said.startswith(
        "møtet onsdag 8. februar 2023 er ført som holdt, etter utvalgets siste dag, 31. desember"
    )
    assert f"var møtet hos {ventet}, føres det der" in report.funn[0].finding.help


def test_a_meeting_ahead_is_cancelled() -> None:
    (found,) = dom(f"{UTVALG}moeter/2023-02-08: {{status: planlagt}}").funn
    assert found.finding.help.endswith("blir det ikke noe av: brukerutvalg avlys utvalget 2023-02-08")


@pytest.mark.parametrize(
    ("dag", "status", "sagt_om"),
    [
        ("2022-12-31", "avholdt", None),
        ("2023-01-02", "avholdt", "siste dag var 31. desember 2022"),
        ("2023-01-02", "avlyst", None),
        ("2020-12-31", "planlagt", "første dag er 1. januar 2021"),
    ],
)
def test_nobody_meets_with_a_council_that_is_not_there(dag: str, status: str, sagt_om: str | None) -> None:
    other = "{navn: Storbyutvalget, nivaa: lokal, maalform: nb, opprettet: 2021-01-01, nedlagt: 2022-12-31}"
    report = dom(
        f"utvalgene/storby/utvalg: {other}\nmoeter/{dag}: {{status: {status}, felles_med: [storby], oppmoete: []}}"
    )
    found = [f.finding for f in report.funn if f.finding.name == "levetid"]
    assert [f.label for f in found] == ([sagt_om] if sagt_om else [])
    assert all("er felles med Storbyutvalget, som ikke fantes den dagen" in f.message for f in found)
    assert all(f.place.route == ("felles_med",) for f in found)
