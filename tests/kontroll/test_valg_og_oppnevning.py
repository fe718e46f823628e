"""valg-og-oppnevning: an election in a case and the terms of people say the same."""

from __future__ import annotations

import pytest

from smaa_registre import dom, meldinger, sagt, utfall

VALG = """
medlemmer/kari: {oppnevninger: [TERM]}
medlemmer/per: {}
moeter/2022-11-16:
  saker:
    - nr: 1/22
      tittel: Valg
      type: valg
      valg: [{verv: leder, valgt: [kari], fra: 2023-01-01, til: 2023-12-31}]
    - {nr: 2/22, tittel: Eventuelt, type: eventuelt}
"""


@pytest.mark.parametrize(
    ("term", "ventet"),
    [
        ("{verv: leder, fra: 2023-01-01, til: 2023-12-31, valgt_i: 1/22}", []),
        ("{verv: leder, fra: 2023-01-01, til: 2023-06-30, valgt_i: 1/22}", []),  # resigned
        (
            "{verv: leder, fra: 2023-02-01, til: 2023-12-31, valgt_i: 1/22}",
            ["feil valg-og-oppnevning @ medlemmer/kari oppnevninger.0.fra"],
        ),
        (
            "{verv: leder, fra: 2023-01-01, til: 2024-12-31, valgt_i: 1/22}",
            ["feil valg-og-oppnevning @ medlemmer/kari oppnevninger.0.til"],
        ),
        (
            "{verv: leder, fra: 2023-01-01, valgt_i: 1/22}",
            ["feil valg-og-oppnevning @ medlemmer/kari oppnevninger.0.til"],
        ),
        ("{verv: leder, fra: ukjent, til: ukjent, valgt_i: 1/22}", []),
        # told once, though neither the election nor the term has its counterpart
        (
            "{verv: nestleder, fra: 2023-01-01, til: 2023-12-31, valgt_i: 1/22}",
            ["feil valg-og-oppnevning @ medlemmer/kari oppnevninger.0.verv"],
        ),
        (
            "{verv: leder, fra: 2023-01-01, til: 2023-12-31, valgt_i: 2/22}",
            ["feil valg-og-oppnevning @ medlemmer/kari oppnevninger.0.valgt_i"],
        ),
        (
            "{verv: leder, fra: 2023-01-01, til: 2023-12-31}",
            ["feil valg-og-oppnevning @ medlemmer/kari oppnevninger.0"],
        ),
        # nothing of it in the person's file
        ("", ["feil valg-og-oppnevning @ moeter/2022-11-16 saker.0.valg.0.valgt.0"]),
        (
            "{verv: medlem, fra: 2023-01-01}",
            ["feil valg-og-oppnevning @ moeter/2022-11-16 saker.0.valg.0.valgt.0"],
        ),
    ],
)
def test_an_election_and_the_term_that_follows(term: str, ventet: list[str]) -> None:
    assert utfall(dom(VALG.replace("TERM", term))) == ventet


def test_a_term_that_no_election_knows_of() -> None:
    per = "{oppnevninger: [{verv: leder, fra: 2023-01-01, til: 2023-12-31, valgt_i: 1/22}]}"
    register = VALG.replace("TERM", "{verv: leder, fra: 2023-01-01, til: 2023-12-31, valgt_i: 1/22}")
    found = dom(register.replace("medlemmer/per: {}", f"medlemmer/per: {per}"))
    assert sagt(found) == ["feil valg-og-oppnevning @ medlemmer/per oppnevninger.0.valgt_i"]
    assert meldinger(found) == ["Per ble ikke valgt til leder i sak 1/22"]


def test_the_help_can_be_copied_into_the_person_s_file() -> None:
    found = dom(VALG.replace("TERM", ""))
    assert found.funn[0].finding.help == (
        "legg til i records/utvalg/utvalget/medlemmer/kari.yaml: "
        "- {verv: leder, fra: 2023-01-01, til: 2023-12-31, valgt_i: 1/22}"
    )


def test_a_cancelled_meeting_elects_nobody() -> None:
    assert utfall(dom(VALG.replace("TERM", "").replace("2022-11-16:", "2022-11-16:\n  status: avlyst"))) == []
