"""overlapp: nobody has two terms in one verv at one time."""

from __future__ import annotations

import pytest

from smaa_registre import dom, meldinger, sagt, utfall


@pytest.mark.parametrize(
    ("forrige", "neste", "ventet"),
    [
        ("fra: 2020-01-01, til: 2021-12-31", "fra: 2022-01-01", 0),
        ("fra: 2020-01-01, til: 2021-12-31", "fra: 2021-12-31", 1),  # the same day
        ("fra: 2020-01-01, til: 2020-02-29", "fra: 2020-03-01", 0),
        ("fra: 2020-01-01", "fra: 2022-01-01", 1),  # open-ended
        ("fra: 2020-01-01, til: 2021-12-31", "fra: 2020-06-01, til: 2020-07-01", 1),  # inside
        ("fra: 2020-01-01, til: 2021-12-31", "fra: 2020-01-01, til: 2021-12-31", 1),  # twice
        ("fra: 2020-01-01, til: 2021-12-31", "fra: ukjent", 0),
        ("fra: 2020-01-01, til: ukjent", "fra: 2022-01-01", 0),
    ],
)
def test_two_terms_of_one_person_in_one_verv(forrige: str, neste: str, ventet: int) -> None:
    for first, second, later in ((forrige, neste, 1), (neste, forrige, 0)):
        kari = f"medlemmer/kari: {{oppnevninger: [{{verv: medlem, {first}}}, {{verv: medlem, {second}}}]}}"
        found = sagt(dom(kari))
        if forrige.split(",")[0] == neste.split(",")[0]:
            later = 1  # both begin on the same day: the later one in the file
        assert found == [f"feil overlapp @ medlemmer/kari oppnevninger.{later}.fra"] * ventet


def test_two_verv_at_once_are_in_order() -> None:
    kari = "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2020-01-01}, {verv: leder, fra: 2020-01-01}]}"
    assert utfall(dom(kari)) == []


def test_the_finding_points_at_the_term_before() -> None:
    kari = """
medlemmer/kari:
  oppnevninger:
    - {verv: medlem, fra: 2020-01-01, til: 2022-12-31}
    - {verv: medlem, fra: 2021-01-01, til: 2021-06-30}
    - {verv: medlem, fra: 2022-01-01, til: 2023-12-31}
"""
    found = dom(kari)
    assert sagt(found) == [
        "feil overlapp @ medlemmer/kari oppnevninger.1.fra",
        "feil overlapp @ medlemmer/kari oppnevninger.2.fra",
    ]
    assert {f.finding.related[0].place.route for f in found.funn} == {("oppnevninger", 0, "til")}
    assert meldinger(found)[0] == "Kari er allerede medlem 1. januar 2021, da denne perioden begynner"
