"""Which rule set binds when: an amended mandate never rewrites history. Row 10 of the table."""

from __future__ import annotations

import pytest

from smaa_registre import dom, sagt, utfall

GAMMELT, NYTT = "gammelt", "nytt"


def mandater(gammel_regel: str, ny_regel: str, nytt_fra: str = "2022-01-01", type: str = "mandat") -> str:
    """A council with an old mandate and a new one."""

    def rule_set(name: str, rule: str) -> str:
        provision = f"{{id: {name}-regel, avsnitt: A, styrke: skal, tekst: T., {rule}}}"
        return f"regelverk/{name}: {{type: {type}, bestemmelser: [{provision}]}}\n"

    return f"""
{rule_set(GAMMELT, gammel_regel)}
{rule_set(NYTT, ny_regel)}
utvalg: {{regelverk: [{{id: {GAMMELT}, fra: 2010-01-01}}, {{id: {NYTT}, fra: {nytt_fra}}}]}}
"""


RUNDER = "hendelser:\n" + "".join(
    f"  - {{hva: oppnevningsrunde, dato: {year}-01-01}}\n" for year in (2017, 2019, 2021, 2023)
)
PERIODER = "regel: funksjonstid, hvem: {verv: medlem}, paa_rad: N perioder"
TRE_TIL_TO = mandater(PERIODER.replace("N", "3"), PERIODER.replace("N", "2"))


def medlem(*terms: str) -> str:
    return f"medlemmer/kari: {{oppnevninger: [{', '.join(f'{{verv: medlem, {t}}}' for t in terms)}]}}\n"


def test_a_member_in_the_third_period_when_the_mandate_begins_to_allow_two() -> None:
    kari = medlem(
        "fra: 2017-01-01, til: 2018-12-31",
        "fra: 2019-01-01, til: 2020-12-31",
        "fra: 2021-01-01, til: 2022-12-31",
    )
    assert utfall(dom(f"dato: 2022-12-31\n{TRE_TIL_TO}{RUNDER}{kari}")) == []


def test_a_third_period_that_begins_under_the_new_mandate() -> None:
    """The periods before count, though they are older than the mandate."""
    kari = medlem(
        "fra: 2019-01-01, til: 2020-12-31",
        "fra: 2021-01-01, til: 2022-12-31",
        "fra: 2023-01-01, til: 2024-12-31",
    )
    found = dom(f"dato: 2023-06-01\n{TRE_TIL_TO}{RUNDER}{kari}")
    assert sagt(found) == ["feil funksjonstid @ medlemmer/kari oppnevninger.2.fra"]
    assert found.funn[0].finding.kilde is not None
    assert found.funn[0].finding.kilde.regelverk == NYTT


@pytest.mark.parametrize(("ny_periode", "ventet"), [("2021-12-31", 0), ("2022-01-01", 1)])
def test_a_term_is_judged_by_the_rules_of_its_first_day(ny_periode: str, ventet: int) -> None:
    lengde = "regel: funksjonstid, hvem: {verv: medlem}, lengde: N aar"
    register = mandater(lengde.replace("N", "4"), lengde.replace("N", "2"))
    found = dom(f"dato: 2022-06-01\n{register}{medlem(f'fra: {ny_periode}, til: 2024-12-31')}")
    assert len(sagt(found)) == ventet


@pytest.mark.parametrize(("moetedag", "ventet"), [("2021-12-31", []), ("2022-01-01", [NYTT])])
def test_an_election_is_judged_by_the_rules_of_its_meeting(moetedag: str, ventet: list[str]) -> None:
    """Also when the term it is for begins later."""
    side = "regel: krav, hver: oppnevning, der: {verv: leder}, skal_ha: {side: SIDE}"
    register = mandater(side.replace("SIDE", "nav"), side.replace("SIDE", "bruker"))
    election = f"""
medlemmer/nina: {{side: nav, oppnevninger: [{{verv: leder, fra: 2022-03-01, valgt_i: 1/21}}]}}
moeter/{moetedag}:
  saker: [{{nr: 1/21, tittel: Valg, type: valg, valg: [{{verv: leder, valgt: [nina], fra: 2022-03-01}}]}}]
"""
    found = dom(f"dato: 2022-06-01\n{register}{election}")
    assert [f.finding.kilde.regelverk for f in found.funn if f.finding.kilde] == ventet


@pytest.mark.parametrize("nytt_fra", ["2022-11-15", "2022-11-16", "2022-11-17"])
def test_a_meeting_is_judged_by_the_rules_of_its_day(nytt_fra: str) -> None:
    papers = "regel: frist, hva: sakspapirer, senest: N dager, foer: moete"
    register = mandater(papers.replace("N", "7"), papers.replace("N", "10"), nytt_fra)
    found = sagt(dom(f"{register}moeter/2022-11-16: {{sendt: {{sakspapirer: 2022-11-08}}}}"))
    assert len(found) == (nytt_fra <= "2022-11-16")


def test_a_composition_is_judged_by_the_new_rules_from_their_first_day() -> None:
    seats = "regel: sammensetning, blant: medlemmer, plasser: [{hvem: alle, minst: N}]"
    register = mandater(seats.replace("N", "1"), seats.replace("N", "2"))
    found = dom(f"dato: 2022-06-01\n{register}{medlem('fra: 2020-01-01')}")
    assert [(str(f.finding.since), f.finding.place.route) for f in found.funn] == [
        ("2022-01-01", ("regelverk", 1, "id"))
    ]


def test_a_year_with_two_mandates_is_judged_by_neither() -> None:
    meetings = "regel: hyppighet, hva: moete, minst: N, per: kalenderaar"
    for start, expected in (("2022-01-01", [NYTT]), ("2022-07-01", []), ("2023-01-01", [GAMMELT])):
        register = mandater(meetings.replace("N", "2"), meetings.replace("N", "3"), start)
        found = dom(f"dato: 2023-06-01\n{register}moeter/2022-03-01: {{}}\n")
        assert [f.finding.kilde.regelverk for f in found.funn if f.finding.kilde] == expected


# From, to, and what does not end what


FOR_SENT = "moeter/2022-11-16: {sendt: {sakspapirer: 2022-11-15}}\n"
PAPIRER = "regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete"


@pytest.mark.parametrize(
    ("bundet", "ventet"),
    [
        ("fra: 2022-11-16", 1),
        ("fra: 2022-11-17", 0),
        ("fra: 2020-01-01, til: 2022-11-16", 1),
        ("fra: 2020-01-01, til: 2022-11-15", 0),
    ],
)
def test_both_days_of_a_binding_count(bundet: str, ventet: int) -> None:
    register = f"regel: {{{PAPIRER}}}\nutvalg: {{regelverk: [{{id: regelverket, {bundet}}}]}}\n"
    assert len(sagt(dom(register + FOR_SENT))) == ventet


def test_a_mandate_that_was_ended_leaves_a_gap() -> None:
    register = mandater(PAPIRER, PAPIRER, "2022-12-01").replace(
        "fra: 2010-01-01}", "fra: 2010-01-01, til: 2022-06-30}"
    )
    assert utfall(dom(register + FOR_SENT)) == []


def test_the_order_of_the_list_does_not_matter() -> None:
    council = (
        f"utvalg: {{regelverk: [{{id: {NYTT}, fra: 2022-01-01}}, {{id: {GAMMELT}, fra: 2010-01-01}}]}}\n"
    )
    register = mandater(PAPIRER, PAPIRER).rpartition("utvalg:")[0] + council
    found = dom(register + FOR_SENT)
    assert [f.finding.kilde.regelverk for f in found.funn if f.finding.kilde] == [NYTT]


@pytest.mark.parametrize(
    ("type", "begge"),
    [
        ("mandat", False),
        ("mal", False),
        ("retningslinje", True),
        ("anbefaling", True),
        ("lov", True),
        ("vedtak", True),
    ],
)
def test_a_council_has_one_mandate_at_a_time_and_any_number_of_other_rule_sets(
    type: str, begge: bool
) -> None:
    found = dom(mandater(PAPIRER, PAPIRER, type=type) + FOR_SENT)
    assert [f.finding.kilde.regelverk for f in found.funn if f.finding.kilde] == (
        [GAMMELT, NYTT] if begge else [NYTT]
    )


def test_a_draft_binds_when_it_is_listed() -> None:
    draft = f"regelverk/utkastet: {{status: utkast, bestemmelser: [{{{PAPIRER}}}]}}\n"
    assert sagt(dom(draft + "utvalg: {regelverk: [{id: utkastet, fra: 2020-01-01}]}\n" + FOR_SENT)) == [
        "feil frist @ moeter/2022-11-16 sendt.sakspapirer"
    ]
    assert utfall(dom(draft + "utvalg: {regelverk: []}\n" + FOR_SENT)) == []


def test_two_councils_are_bound_each_by_its_own() -> None:
    register = f"""
regelverk/streng: {{bestemmelser: [{{{PAPIRER}}}]}}
regelverk/mild: {{bestemmelser: [{{{PAPIRER.replace("10 dager", "1 dag")}}}]}}
utvalg: {{regelverk: [{{id: mild, fra: 2020-01-01}}]}}
utvalgene/annet/utvalg: {{navn: Annet, nivaa: lokal, maalform: nb, regelverk: [{{id: streng, fra: 2020-01-01}}]}}
utvalgene/annet/moeter/2022-11-16: {{dato: 2022-11-16, status: avholdt, sendt: {{sakspapirer: 2022-11-15}}}}
"""
    assert sagt(dom(register + FOR_SENT)) == ["feil frist @ utvalg/annet/moeter/2022-11-16 sendt.sakspapirer"]
