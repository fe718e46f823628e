"""funksjonstid: how long one term may last, how many on end, and how long the council itself sits."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from smaa_registre import dom, meldinger, sagt, utfall

MEDLEM = "hvem: {verv: medlem}"


def perioder(person: str, *terms: str, verv: str = "medlem") -> str:
    """A person's file with a term for each `fra/til`; without `/til` it is open."""
    days = (term.partition("/") for term in terms)
    lines = (f"    - {{verv: {verv}, fra: {fra}{f', til: {til}' if til else ''}}}\n" for fra, _, til in days)
    return f"medlemmer/{person}:\n  oppnevninger:\n{''.join(lines)}"


def runder(*days: str) -> str:
    """The rounds of appointments, by the first day of each."""
    return "hendelser:\n" + "".join(f"  - {{hva: oppnevningsrunde, dato: {day}}}\n" for day in days)


ANNETHVERT_AAR = runder("2014-01-01", "2016-01-01", "2018-01-01", "2020-01-01", "2022-01-01", "2024-01-01")


# How long one term lasts


@pytest.mark.parametrize(
    ("lengde", "fra", "siste_lovlige", "for_lenge"),
    [
        ("2 aar", "2021-01-01", "2022-12-31", "2023-01-01"),
        ("1 aar", "2021-07-15", "2022-07-14", "2022-07-15"),
        ("1 aar", "2020-02-28", "2021-02-27", "2021-02-28"),
        ("1 aar", "2020-02-29", "2021-02-28", "2021-03-01"),  # no 29 February to count to
        ("1 aar", "2019-03-01", "2020-02-29", "2020-03-01"),
        ("4 aar", "2016-02-29", "2020-02-28", "2020-02-29"),
        ("6 maaneder", "2022-08-31", "2023-02-28", "2023-03-01"),
        ("1 maaned", "2022-01-31", "2022-02-28", "2022-03-01"),
        ("2 uker", "2022-12-25", "2023-01-07", "2023-01-08"),
        ("10 dager", "2020-02-25", "2020-03-05", "2020-03-06"),
        ("1 dag", "2022-12-31", "2022-12-31", "2023-01-01"),
    ],
)
def test_both_days_of_a_term_count(lengde: str, fra: str, siste_lovlige: str, for_lenge: str) -> None:
    rule = f"regel: {{regel: funksjonstid, {MEDLEM}, lengde: {lengde}}}\n"
    assert utfall(dom(rule + perioder("kari", f"{fra}/{siste_lovlige}"))) == []
    assert utfall(dom(rule + perioder("kari", f"{fra}/{for_lenge}"))) == [
        "feil funksjonstid @ medlemmer/kari oppnevninger.0.til"
    ]


def test_a_shorter_term_is_legal() -> None:
    rule = f"regel: {{regel: funksjonstid, {MEDLEM}, lengde: 2 aar}}\n"
    assert utfall(dom(rule + perioder("kari", "2021-01-01/2021-03-01"))) == []


@pytest.mark.parametrize(
    ("dato", "ventet"),
    [
        ("2022-12-31", []),
        ("2023-01-01", ["advarsel funksjonstid @ medlemmer/kari oppnevninger.0.fra"]),
    ],
)
def test_an_open_term_is_too_long_from_the_day_after_the_last_one(dato: str, ventet: list[str]) -> None:
    rule = f"dato: {dato}\nregel: {{regel: funksjonstid, {MEDLEM}, lengde: 2 aar}}\n"
    assert utfall(dom(rule + perioder("kari", "2021-01-01"))) == ventet


def test_an_open_term_is_feil_once_something_has_happened_after_it_should_have_ended() -> None:
    rule = f"dato: 2023-02-01\nregel: {{regel: funksjonstid, {MEDLEM}, lengde: 2 aar}}\n"
    later = "moeter/2023-01-01: {}\n"
    found = dom(rule + perioder("kari", "2021-01-01") + later)
    assert sagt(found) == ["feil funksjonstid @ medlemmer/kari oppnevninger.0.fra"]
    assert meldinger(found) == [
        "Kari er medlem fra 1. januar 2021 uten sluttdato; lengste periode er 2 år, til 31. desember 2022"
    ]


@pytest.mark.parametrize("ukjent", ["fra: ukjent, til: 2022-12-31", "fra: 2021-01-01, til: ukjent"])
def test_a_term_with_an_unknown_day_cannot_be_judged(ukjent: str) -> None:
    rule = f"regel: {{regel: funksjonstid, {MEDLEM}, lengde: 2 aar}}\n"
    kari = f"medlemmer/kari: {{oppnevninger: [{{verv: medlem, {ukjent}}}]}}"
    assert utfall(dom(rule + kari)) == ["uvisst kari medlem"]


def test_the_length_of_a_member_s_term_says_nothing_of_other_verv() -> None:
    rule = f"regel: {{regel: funksjonstid, {MEDLEM}, lengde: 1 aar}}\n"
    for verv in ("leder", "vara", "sekretaer"):
        assert utfall(dom(rule + perioder("kari", "2019-01-01/2022-12-31", verv=verv))) == []


def test_a_rule_about_one_side_leaves_the_other_alone() -> None:
    rule = "regel: {regel: funksjonstid, hvem: {verv: medlem, side: nav}, lengde: 1 aar}\n"
    term = "oppnevninger: [{verv: medlem, fra: 2021-01-01, til: 2022-12-31}]"
    assert utfall(dom(f"{rule}medlemmer/kari: {{side: bruker, {term}}}")) == []
    assert sagt(dom(f"{rule}medlemmer/nina: {{side: nav, {term}}}")) == [
        "feil funksjonstid @ medlemmer/nina oppnevninger.0.til"
    ]


# Until a day


INNTIL = f"regel: {{regel: funksjonstid, {MEDLEM}, inntil: DAG}}\n"
FOR_LENGE = "feil funksjonstid @ medlemmer/kari oppnevninger.0.til"


@pytest.mark.parametrize(
    ("inntil", "fra", "siste_lovlige", "for_lenge"),
    [
        ("31. desember", "2022-01-01", "2022-12-31", "2023-01-01"),
        ("31. desember", "2022-12-31", "2022-12-31", "2023-01-01"),  # begun on the day itself
        ("31. desember", "2023-01-01", "2023-12-31", "2024-01-01"),
        ("1. januar", "2022-01-02", "2023-01-01", "2023-01-02"),
        ("29. februar", "2019-03-01", "2020-02-29", "2020-03-01"),
        ("29. februar", "2020-03-01", "2021-02-28", "2021-03-01"),  # no 29 February that year
        ("2022-12-31", "2020-01-01", "2022-12-31", "2023-01-01"),
        ("2020-02-29", "2020-02-29", "2020-02-29", "2020-03-01"),
    ],
)
def test_a_term_lasts_until_a_day(inntil: str, fra: str, siste_lovlige: str, for_lenge: str) -> None:
    rule = INNTIL.replace("DAG", inntil)
    assert utfall(dom(rule + perioder("kari", f"{fra}/{siste_lovlige}"))) == []
    assert utfall(dom(rule + perioder("kari", f"{fra}/{for_lenge}"))) == [FOR_LENGE]


@pytest.mark.parametrize(("dato", "ventet"), [("2022-12-31", 0), ("2023-01-01", 1)])
def test_an_open_term_goes_beyond_the_day_when_it_has_come(dato: str, ventet: int) -> None:
    for inntil in ("31. desember", "2022-12-31"):
        register = f"dato: {dato}\n{INNTIL.replace('DAG', inntil)}{perioder('kari', '2022-03-01')}"
        expected = ["advarsel funksjonstid @ medlemmer/kari oppnevninger.0.fra"] * ventet
        assert utfall(dom(register)) == expected


def test_a_term_until_a_day_with_an_unknown_end() -> None:
    kari = "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01, til: ukjent}]}"
    assert utfall(dom(INNTIL.replace("DAG", "31. desember") + kari)) == ["uvisst kari medlem"]


def test_the_tighter_of_two_bounds_is_the_one_that_is_broken() -> None:
    rule = f"regel: {{regel: funksjonstid, {MEDLEM}, lengde: 1 aar, inntil: 31. desember}}\n"
    assert utfall(dom(rule + perioder("kari", "2021-07-01/2021-12-31"))) == []
    found = dom(rule + perioder("kari", "2021-07-01/2022-12-31"))
    assert meldinger(found) == [
        "Kari er medlem fra 1. juli 2021 til 31. desember 2022; den skal være over 31. desember 2021"
    ]


# As long as something on record


def hendt(hva: str, *dager: str) -> str:
    """Events of one sort, by `fra/til`; without `/til` they are open."""
    split = (day.partition("/") for day in dager)
    lines = (
        f"  - {{hva: {hva}, dato: {fra}, fra: {fra}{f', til: {til}' if til else ''}}}\n"
        for fra, _, til in split
    )
    return f"hendelser:\n{''.join(lines)}"


@pytest.mark.parametrize("hva", ["valgperiode", "prosjekt"])
@pytest.mark.parametrize(
    ("til", "ventet"), [("2023-10-14", []), ("2023-10-15", []), ("2023-10-16", [FOR_LENGE])]
)
def test_a_term_lasts_no_longer_than_the_election_period_or_the_project(
    hva: str, til: str, ventet: list[str]
) -> None:
    rule = f"regel: {{regel: funksjonstid, {MEDLEM}, lengde: {hva}}}\n"
    events = hendt(hva, "2015-10-16/2019-10-15", "2019-10-16/2023-10-15")
    assert utfall(dom(rule + events + perioder("kari", f"2019-10-16/{til}"))) == ventet
    assert utfall(dom(rule + events + perioder("kari", f"2023-10-15/{til}"))) == (
        ventet if til > "2023-10-14" else ["feil feil-verdi @ medlemmer/kari oppnevninger.0.til"]
    )


VALGPERIODE = f"regel: {{regel: funksjonstid, {MEDLEM}, lengde: valgperiode}}\n"


@pytest.mark.parametrize(
    ("hendelser", "ventet"),
    [
        (hendt("valgperiode", "2019-10-16"), []),  # open: it goes on
        (hendt("valgperiode", "2020-01-01/2023-10-15"), [FOR_LENGE]),  # begun on the day
        (hendt("valgperiode", "2020-01-02/2023-10-15"), ["uvisst kari medlem 2020-01-01"]),
        (hendt("valgperiode", "2015-10-16/2019-12-31"), ["uvisst kari medlem 2020-01-01"]),
        (hendt("valgperiode", "2015-10-16/2020-01-01"), [FOR_LENGE]),  # its last day is the term's first
        (hendt("prosjekt", "2019-10-16/2023-10-15"), ["uvisst kari medlem 2020-01-01"]),
        ("", ["uvisst kari medlem 2020-01-01"]),
        ("hendelser: [{hva: valgperiode, dato: ukjent}]\n", ["uvisst kari medlem 2020-01-01"]),
        (
            "hendelser: [{hva: valgperiode, dato: ukjent, til: 2023-10-15}]\n",
            ["uvisst kari medlem 2020-01-01"],
        ),
        ("hendelser: [{hva: valgperiode, dato: ukjent, fra: 2019-10-16, til: 2023-10-15}]\n", [FOR_LENGE]),
        ("hendelser: [{hva: valgperiode, dato: 2019-10-16, til: 2023-10-15}]\n", [FOR_LENGE]),
        (  # another may cover the day too, and last longer
            hendt("valgperiode", "2019-10-16/2023-10-15") + "  - {hva: valgperiode, dato: ukjent}\n",
            ["uvisst kari medlem 2020-01-01"],
        ),
        (  # one that was over by then covers nothing
            hendt("valgperiode", "2019-10-16/2023-10-15")
            + "  - {hva: valgperiode, dato: ukjent, til: 2019-12-31}\n",
            [FOR_LENGE],
        ),
    ],
)
def test_which_election_period_it_is(hendelser: str, ventet: list[str]) -> None:
    assert utfall(dom(VALGPERIODE + hendelser + perioder("kari", "2020-01-01/2023-12-31"))) == ventet


def test_a_term_within_the_one_period_on_record_is_kept_whatever_else_there_is() -> None:
    events = hendt("valgperiode", "2019-10-16/2023-10-15") + "  - {hva: valgperiode, dato: ukjent}\n"
    assert utfall(dom(VALGPERIODE + events + perioder("kari", "2020-01-01/2023-10-15"))) == []


def test_election_periods_that_cannot_be_read() -> None:
    said = utfall(
        dom(VALGPERIODE + "hendelser: [{hva: valgperiode, dat: 1}]\n" + perioder("kari", "2020-01-01"))
    )
    assert "uvisst kari medlem 2020-01-01" in said
    assert not [line for line in said if "feil funksjonstid" in line]


def test_the_message_says_how_long_the_election_period_lasts() -> None:
    events = hendt("valgperiode", "2019-10-16/2023-10-15")
    assert meldinger(dom(VALGPERIODE + events + perioder("kari", "2020-01-01/2023-12-31"))) == [
        "Kari er medlem fra 1. januar 2020 til 31. desember 2023; valgperioden varer til 15. oktober 2023"
    ]


def test_election_periods_on_end_break_after_twelve_months() -> None:
    rule = f"dato: 2024-06-01\nregel: {{regel: funksjonstid, {MEDLEM}, lengde: valgperiode, paa_rad: 1 periode}}\n"
    events = hendt("valgperiode", "2010-01-01")
    assert (
        utfall(dom(rule + events + perioder("kari", "2018-01-01/2019-12-31", "2021-01-01/2021-12-31"))) == []
    )
    assert meldinger(
        dom(rule + events + perioder("kari", "2018-01-01/2019-12-31", "2020-12-31/2021-12-31"))
    ) == [
        "Kari får 2 perioder på rad som medlem; høyst 1 er tillatt (bare en pause på 12 måneder gir ny start)"
    ]
    # and half a year of it, taken over from another, is a short term
    per, then = perioder("per", "2019-01-01/2019-06-30"), "2020-01-01/2020-12-31"
    assert utfall(dom(rule + events + per + perioder("kari", "2019-07-01/2019-12-31", then))) == []
    assert sagt(
        dom(rule + events + per.replace("06-30", "06-29") + perioder("kari", "2019-06-30/2019-12-31", then))
    ) == ["feil funksjonstid @ medlemmer/kari oppnevninger.1.fra"]


# The day terms begin


STARTER = f"regel: {{regel: funksjonstid, {MEDLEM}, starter: DAG}}\n"
GAL_START = "feil funksjonstid @ medlemmer/kari oppnevninger.0.fra"


@pytest.mark.parametrize(
    ("starter", "fra", "ventet"),
    [
        ("1. januar", "2022-01-01", []),
        ("1. januar", "2021-12-31", [GAL_START]),
        ("1. januar", "2022-01-02", [GAL_START]),
        ("31. desember", "2021-12-31", []),
        ("29. februar", "2020-02-29", []),
        ("29. februar", "2020-02-28", [GAL_START]),
        ("29. februar", "2021-02-28", []),
        ("29. februar", "2021-03-01", [GAL_START]),
    ],
)
def test_terms_begin_on_a_day_of_the_year(starter: str, fra: str, ventet: list[str]) -> None:
    assert utfall(dom(STARTER.replace("DAG", starter) + perioder("kari", f"{fra}/2022-12-31"))) == ventet


FOERSTE_JANUAR = STARTER.replace("DAG", "1. januar")


@pytest.mark.parametrize(
    ("kari", "per", "ventet"),
    [
        # per's seat was vacated
        ("2022-07-01/2022-12-31", "2022-01-01/2022-06-30", []),
        ("2022-07-01/2023-06-30", "2022-01-01/2022-06-30", []),
        ("2022-07-01/2022-12-31", "2022-01-01/2022-07-01", [GAL_START]),  # not before she began
        ("2022-12-31/2023-12-31", "2022-01-01/2022-01-01", []),
        ("2022-07-01/2022-12-31", "2021-01-01/2021-12-31", [GAL_START]),  # that was its ordinary end
        ("2022-07-01/2022-12-31", "2021-01-01/2021-12-30", [GAL_START]),  # a day to begin on has come since
        # both end on the same day
        ("2022-07-01/2023-12-31", "2022-01-01/2023-12-31", []),
        ("2022-07-01/2023-12-30", "2022-01-01/2023-12-31", [GAL_START]),
        ("2022-07-01", "2022-01-01", [GAL_START]),  # two open ends say nothing
        # what nobody knows
        ("2022-07-01/2022-12-31", "2022-01-01/ukjent", ["uvisst kari medlem 2022-07-01 start"]),
        ("2022-07-01/ukjent", "2022-01-01/2022-12-31", ["uvisst kari medlem 2022-07-01 start"]),
        (
            "2022-07-01",
            "ukjent/ukjent",
            ["uvisst kari medlem 2022-07-01 start", "uvisst per medlem"],
        ),
        ("2022-07-01/2022-12-31", "2022-07-02/ukjent", [GAL_START, GAL_START.replace("kari", "per")]),
    ],
)
def test_who_takes_over_the_rest_may_begin_on_any_day(kari: str, per: str, ventet: list[str]) -> None:
    assert utfall(dom(FOERSTE_JANUAR + perioder("kari", kari) + perioder("per", per))) == ventet


def test_another_s_seat_in_another_verv_is_not_taken_over() -> None:
    per = perioder("per", "2022-01-01/2022-06-30", verv="leder")
    assert utfall(dom(FOERSTE_JANUAR + perioder("kari", "2022-07-01/2022-12-31") + per)) == [GAL_START]


def test_one_who_goes_on_for_another_organisation_takes_over_from_herself() -> None:
    kari = perioder("kari", "2022-01-01/2022-06-30", "2022-07-01/2022-12-31")
    assert utfall(dom(FOERSTE_JANUAR + kari)) == []


def test_where_more_may_have_sat_than_are_on_record_nobody_knows_who_took_over() -> None:
    council = "utvalg: {medlemsliste: ufullstendig}\n"
    assert utfall(dom(FOERSTE_JANUAR + council + perioder("kari", "2022-07-01/2022-12-31"))) == [
        "uvisst kari medlem 2022-07-01 start"
    ]


def test_a_term_from_an_unknown_day_may_begin_on_the_right_one() -> None:
    kari = "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: ukjent, til: 2022-12-31}]}"
    assert utfall(dom(FOERSTE_JANUAR + kari)) == ["uvisst kari medlem"]


def test_a_wrong_start_and_a_wrong_end_are_two_things_to_mend() -> None:
    rule = FOERSTE_JANUAR.replace("starter", "lengde: 1 aar, starter")
    assert utfall(dom(rule + perioder("kari", "2022-02-01/2023-02-01"))) == [GAL_START, FOR_LENGE]
    assert meldinger(dom(rule + perioder("kari", "2022-02-01/2023-01-31"))) == [
        "Kari er medlem fra 1. februar 2022; periodene begynner 1. januar"
    ]


@pytest.mark.parametrize(
    "galt",
    ["lengde: valgtid", "inntil: snart", "inntil: 31.12.2022", "inntil: 2022-02-30", "starter: 2022-01-01"],
)
def test_what_is_no_term(galt: str) -> None:
    assert [f.finding.code < "BU100" for f in dom(f"regel: {{regel: funksjonstid, {galt}}}\n").funn] == [True]


# The council's own period, by other measures


@pytest.mark.parametrize(
    ("rule", "ventet"),
    [
        ("inntil: 31. desember", ["feil funksjonstid @ hendelser 0.til"]),  # of the first year
        ("inntil: 2021-12-30", ["feil funksjonstid @ hendelser 0.til"]),
        ("inntil: 2021-12-31", []),
        ("lengde: valgperiode", ["uvisst utvalget 2020-01-01"]),
        ("starter: 1. januar", []),
        ("starter: 2. januar", ["feil funksjonstid @ hendelser 0.dato"]),
    ],
)
def test_the_councils_period_ends_and_begins_by_other_measures(rule: str, ventet: list[str]) -> None:
    register = f"dato: 2021-12-31\nregel: {{regel: funksjonstid, gjelder: utvalg, {rule}}}\n"
    events = "hendelser: [{hva: oppnevningsrunde, dato: 2020-01-01, til: 2021-12-31}]\n"
    assert utfall(dom(register + events)) == ventet


@pytest.mark.parametrize(("til", "ventet"), [("2023-10-15", []), ("2023-10-16", ["hendelser 1.til"])])
def test_the_council_sits_for_an_election_period(til: str, ventet: list[str]) -> None:
    rule = "dato: 2024-06-01\nregel: {regel: funksjonstid, gjelder: utvalg, lengde: valgperiode}\n"
    events = hendt("valgperiode", "2019-10-16/2023-10-15")
    round_ = f"  - {{hva: oppnevningsrunde, dato: 2020-01-01, fra: 2020-01-01, til: {til}}}\n"
    assert [line.partition("@ ")[2] for line in utfall(dom(rule + events + round_))] == ventet


# On end: the three mandates, row 3 of the table

TO_PERIODER = ("2016-01-01/2017-12-31", "2018-01-01/2019-12-31")


def paa_rad(mandat: str, *terms: str, events: str = ANNETHVERT_AAR) -> list[str]:
    """What the mandate says of these terms of one member, on the matter of terms on end."""
    provision = {"nav-vestland-2019": "periodar", "mal-nav-kontor-2015": "perioder"}.get(mandat, "")
    found = dom(f"dato: 2024-06-01\nmandat: {mandat}\n{events}{perioder('kari', *terms)}")
    if not provision:
        return [line for line in sagt(found) if "funksjonstid" in line and "kari" in line]
    return utfall(found, provision)


@pytest.mark.parametrize(
    ("den_tredje", "ventet"),
    [
        ("2020-01-01/2021-12-31", ["feil funksjonstid @ medlemmer/kari oppnevninger.2.fra"]),  # at once
        ("2020-07-01/2021-12-31", ["feil funksjonstid @ medlemmer/kari oppnevninger.2.fra"]),  # half a round
        ("2022-01-01/2023-12-31", []),  # the round from 2020 went by without her
        ("2022-07-01/2023-12-31", []),
    ],
)
def test_vestland_takes_two_periods_on_end(den_tredje: str, ventet: list[str]) -> None:
    assert paa_rad("nav-vestland-2019", *TO_PERIODER) == []
    assert paa_rad("nav-vestland-2019", *TO_PERIODER, den_tredje) == ventet


def test_the_template_takes_three_periods_on_end() -> None:
    three = (*TO_PERIODER, "2020-01-01/2021-12-31")
    assert paa_rad("mal-nav-kontor-2015", *three) == []
    assert paa_rad("mal-nav-kontor-2015", *three, "2022-01-01/2023-12-31") == [
        "feil funksjonstid @ medlemmer/kari oppnevninger.3.fra"
    ]


def test_troendelag_has_no_limit() -> None:
    five = ("2014-01-01/2015-12-31", *TO_PERIODER, "2020-01-01/2021-12-31", "2022-01-01/2023-12-31")
    assert paa_rad("nav-troendelag-2020", *five) == []


def test_the_finding_counts_says_what_it_assumes_and_shows_the_periods_before() -> None:
    found = dom(
        "dato: 2024-06-01\nregel: {regel: funksjonstid, hvem: {verv: medlem}, paa_rad: 2 perioder}\n"
        + ANNETHVERT_AAR
        + perioder("kari", *TO_PERIODER, "2020-01-01/2021-12-31")
    )
    assert meldinger(found) == [
        "Kari får 3 perioder på rad som medlem; høyst 2 er tillatt (bare en hel oppnevningsrunde gir ny start)"
    ]
    assert [(r.place.route, r.label) for r in found.funn[0].finding.related[1:]] == [
        (("oppnevninger", 0, "fra"), "periode nummer 1"),
        (("oppnevninger", 1, "fra"), "periode nummer 2"),
    ]


# What is a period, and what breaks a run

TO_PAA_RAD = "dato: 2024-06-01\nregel: {regel: funksjonstid, hvem: {verv: medlem}, paa_rad: 2 perioder}\n"


def test_without_rounds_twelve_months_away_break_a_run() -> None:
    two = ("2018-01-01/2018-12-31", "2019-01-01/2019-12-31")
    assert utfall(dom(TO_PAA_RAD + perioder("kari", *two, "2021-01-01/2021-12-31"))) == []
    assert utfall(dom(TO_PAA_RAD + perioder("kari", *two, "2020-12-31/2021-12-30"))) == [
        "feil funksjonstid @ medlemmer/kari oppnevninger.2.fra"
    ]


def test_without_rounds_one_stated_length_away_breaks_a_run() -> None:
    rule = "dato: 2024-06-01\nregel: {regel: funksjonstid, hvem: {verv: medlem}, lengde: 2 aar, paa_rad: 1 periode}\n"
    assert utfall(dom(rule + perioder("kari", "2017-01-01/2018-12-31", "2021-01-01/2022-12-31"))) == []
    assert utfall(dom(rule + perioder("kari", "2017-01-01/2018-12-31", "2020-12-31/2022-12-30"))) == [
        "feil funksjonstid @ medlemmer/kari oppnevninger.1.fra"
    ]


def test_a_stated_pause_goes_before_the_rounds() -> None:
    rule = TO_PAA_RAD.replace("paa_rad: 2 perioder", "paa_rad: 2 perioder, pause: 6 maaneder")
    at_once, away = "2020-06-30/2021-12-31", "2020-07-01/2021-12-31"
    assert utfall(dom(rule + ANNETHVERT_AAR + perioder("kari", *TO_PERIODER, away))) == []
    assert sagt(dom(rule + ANNETHVERT_AAR + perioder("kari", *TO_PERIODER, at_once))) == [
        "feil funksjonstid @ medlemmer/kari oppnevninger.2.fra"
    ]


def test_two_entries_within_a_round_are_one_period() -> None:
    """Another organisation halfway is no new period, and no new start either."""
    kari = """
medlemmer/kari:
  oppnevninger:
    - {verv: medlem, fra: 2018-01-01, til: 2018-12-31, representerer: ffo}
    - {verv: medlem, fra: 2019-01-01, til: 2019-12-31, representerer: safo}
    - {verv: medlem, fra: 2020-01-01, til: 2021-12-31, representerer: safo}
"""
    third = "    - {verv: medlem, fra: 2022-01-01, til: 2023-12-31, representerer: safo}\n"
    organisations = """
organisasjoner:
  ffo: {navn: FFO, type: paraply, side: bruker}
  safo: {navn: SAFO, type: paraply, side: bruker}
"""
    assert utfall(dom(TO_PAA_RAD + ANNETHVERT_AAR + organisations + kari)) == []
    assert sagt(dom(TO_PAA_RAD + ANNETHVERT_AAR + organisations + kari + third)) == [
        "feil funksjonstid @ medlemmer/kari oppnevninger.3.fra"
    ]


def test_an_entry_that_runs_through_a_round_is_two_periods() -> None:
    assert utfall(dom(TO_PAA_RAD + ANNETHVERT_AAR + perioder("kari", "2018-01-01/2021-12-31"))) == []
    assert sagt(dom(TO_PAA_RAD + ANNETHVERT_AAR + perioder("kari", "2018-01-01/2022-01-01"))) == []  # one day
    assert sagt(dom(TO_PAA_RAD + ANNETHVERT_AAR + perioder("kari", "2018-01-01/2023-12-31"))) == [
        "feil funksjonstid @ medlemmer/kari oppnevninger.0.fra"
    ]


def test_a_leader_sits_as_a_member_and_a_vara_does_not() -> None:
    kari = """
medlemmer/kari:
  oppnevninger:
    - {verv: FOERST, fra: 2018-01-01, til: 2019-12-31}
    - {verv: medlem, fra: 2020-01-01, til: 2021-12-31}
    - {verv: medlem, fra: 2022-01-01, til: 2023-12-31}
"""
    for verv in ("leder", "nestleder"):
        assert sagt(dom(TO_PAA_RAD + ANNETHVERT_AAR + kari.replace("FOERST", verv))) == [
            "feil funksjonstid @ medlemmer/kari oppnevninger.2.fra"
        ]
    assert utfall(dom(TO_PAA_RAD + ANNETHVERT_AAR + kari.replace("FOERST", "vara"))) == []


def test_a_member_who_is_leader_meanwhile_has_one_period() -> None:
    kari = """
medlemmer/kari:
  oppnevninger:
    - {verv: medlem, fra: 2020-01-01, til: 2021-12-31}
    - {verv: leder, fra: 2021-01-01, til: 2021-12-31}
    - {verv: medlem, fra: 2022-01-01, til: 2023-12-31}
"""
    assert utfall(dom(TO_PAA_RAD + kari)) == []
    assert utfall(dom(TO_PAA_RAD + ANNETHVERT_AAR + kari)) == []


@pytest.mark.parametrize(
    ("kort_periode", "tok_over", "ventet"),
    [
        ("teller_over_halv", "2019-01-02", 0),  # 364 of 730 days
        ("teller_over_halv", "2019-01-01", 0),  # exactly half is not over half
        ("teller_over_halv", "2018-12-31", 1),
        ("teller", "2019-12-31", 1),
        ("teller_ikke", "2018-01-02", 0),
        ("teller_ikke", "2018-01-01", 1),
    ],
)
def test_who_took_over_the_rest_of_a_period(kort_periode: str, tok_over: str, ventet: int) -> None:
    rule = TO_PAA_RAD.replace("paa_rad: 2 perioder", f"paa_rad: 2 perioder, kort_periode: {kort_periode}")
    terms = (f"{tok_over}/2019-12-31", "2020-01-01/2021-12-31", "2022-01-01/2023-12-31")
    left = date.fromisoformat(tok_over) - timedelta(days=1)
    per = perioder("per", f"2018-01-01/{left}") if left.year > 2017 else ""
    assert len(sagt(dom(rule + ANNETHVERT_AAR + per + perioder("kari", *terms)))) == ventet


def test_who_began_late_in_nobody_s_place_has_a_whole_period() -> None:
    terms = ("2019-07-01/2019-12-31", "2020-01-01/2021-12-31", "2022-01-01/2023-12-31")
    there = perioder("per", "2018-01-01/2019-12-31")
    assert len(sagt(dom(TO_PAA_RAD + ANNETHVERT_AAR + there + perioder("kari", *terms)))) == 1
    assert (
        sagt(
            dom(TO_PAA_RAD + ANNETHVERT_AAR + there.replace("2019-12", "2018-12") + perioder("kari", *terms))
        )
        == []
    )


@pytest.mark.parametrize(
    "uvisst",
    [
        "utvalg: {medlemsliste: ufullstendig}\n",  # there may have been another
        "utvalg: {registrert_fra: 2020-01-01}\n",  # who left before the records begin
        "medlemmer/per: {oppnevninger: [{verv: medlem, fra: 2018-01-01, til: ukjent}]}\n",
    ],
)
def test_where_nobody_knows_who_took_over_what_rests_on_it_is_not_judged(uvisst: str) -> None:
    terms = ("2019-07-01/2019-12-31", "2020-01-01/2021-12-31", "2022-01-01/2023-12-31")
    found = dom(TO_PAA_RAD + ANNETHVERT_AAR + uvisst + perioder("kari", *terms))
    assert [line for line in utfall(found) if "kari" in line] == ["uvisst kari medlem på rad 2022-01-01"]
    one_more = (*terms, "2024-01-01/2025-12-31")  # too many whatever the first one was
    found = dom(TO_PAA_RAD + ANNETHVERT_AAR + uvisst + perioder("kari", *one_more))
    assert "feil funksjonstid @ medlemmer/kari oppnevninger.3.fra" in sagt(found)


def test_years_on_end_instead_of_periods() -> None:
    rule = "regel: {regel: funksjonstid, hvem: {verv: leder}, paa_rad: 2 aar}\n"
    first = "2020-03-01/2021-06-30"
    assert utfall(dom(rule + perioder("kari", first, "2021-07-01/2022-02-28", verv="leder"))) == []
    assert sagt(dom(rule + perioder("kari", first, "2021-07-01/2022-03-01", verv="leder"))) == [
        "feil funksjonstid @ medlemmer/kari oppnevninger.1.fra"
    ]


def test_years_on_end_are_years_served() -> None:
    """Half a year away is not served, and nobody has sat since before it."""
    rule = "regel: {regel: funksjonstid, hvem: {verv: leder}, paa_rad: 2 aar}\n"
    first = "2020-01-01/2020-12-31"
    assert utfall(dom(rule + perioder("kari", first, "2021-07-01/2022-06-30", verv="leder"))) == []
    assert meldinger(dom(rule + perioder("kari", first, "2021-07-01/2022-07-01", verv="leder"))) == [
        "Kari sitter til sammen mer enn 2 år på rad som leder (1. januar 2020–31. desember 2020 og "
        "1. juli 2021–1. juli 2022); høyst 2 år er tillatt (bare en pause på 12 måneder gir ny start)"
    ]
    assert meldinger(dom(rule + perioder("kari", "2020-01-01/2022-01-01", verv="leder"))) == [
        "Kari har sittet siden 1. januar 2020 som leder; høyst 2 år på rad er tillatt "
        "(bare en pause på 12 måneder gir ny start)"
    ]


def test_a_round_of_which_nobody_knows_the_end() -> None:
    events = "hendelser: [{hva: oppnevningsrunde, dato: 2020-01-01, til: ukjent}]\n"
    before, after = ("2016-01-01/2017-12-31", "2018-01-01/2019-12-31"), "2020-01-01/2021-12-31"
    assert utfall(dom(TO_PAA_RAD + events + perioder("kari", *before))) == []
    assert utfall(dom(TO_PAA_RAD + events + perioder("kari", *before, after))) == ["uvisst kari på rad"]


def test_a_leader_who_has_been_a_member_too_long_has_not_led_too_long() -> None:
    kari = perioder("kari", *TO_PERIODER) + "    - {verv: leder, fra: 2020-01-01, til: 2021-12-31}\n"
    assert meldinger(dom(TO_PAA_RAD + kari)) == [
        "Kari får 3 perioder på rad som medlem; høyst 2 er tillatt (bare en pause på 12 måneder gir ny start)"
    ]


@pytest.mark.parametrize(("til", "ventet"), [("2021-03-16", 0), ("2021-03-17", 1)])
def test_days_beyond_whole_months_are_served_too(til: str, ventet: int) -> None:
    """Eleven months and fifteen days leave one month less fifteen days of a year."""
    rule = "regel: {regel: funksjonstid, hvem: {verv: leder}, paa_rad: 1 aar}\n"
    terms = perioder("kari", "2020-01-01/2020-12-15", f"2021-03-01/{til}", verv="leder")
    assert len(sagt(dom(rule + terms))) == ventet


def test_the_newest_round_ends_with_its_own_last_day() -> None:
    events = "hendelser: [{hva: oppnevningsrunde, dato: 2018-01-01, til: 2019-12-31}]\n"
    three = ("2018-01-01/2019-12-31", "2020-01-01/2021-12-31", "2022-01-01/2023-12-31")
    assert sagt(dom(TO_PAA_RAD + events + perioder("kari", *three))) == [
        "feil funksjonstid @ medlemmer/kari oppnevninger.2.fra"
    ]


@pytest.mark.parametrize(("saken", "ventet"), [("1/20", 0), ("2/20", 1)])
def test_each_election_is_a_period_of_a_leader(saken: str, ventet: int) -> None:
    text = f"""
regel: {{regel: funksjonstid, hvem: {{verv: leder}}, lengde: 1 aar, paa_rad: 1 periode}}
medlemmer/kari:
  oppnevninger:
    - {{verv: leder, fra: 2020-01-01, til: 2020-06-30, valgt_i: 1/20}}
    - {{verv: leder, fra: 2020-07-01, til: 2020-12-31, valgt_i: {saken}}}
"""
    assert len(sagt(dom(text), "regelen")) == ventet


def test_a_term_older_than_the_mandate_is_as_long_as_the_mandate_says() -> None:
    text = """
dato: 2024-06-01
utvalg: {regelverk: [{id: regelverket, fra: 2021-01-01}]}
regler:
  - {regel: funksjonstid, hvem: {verv: medlem}, lengde: 2 aar}
  - {regel: funksjonstid, hvem: {verv: medlem}, paa_rad: 2 perioder}
"""
    away = ("2020-01-01/2020-02-28", "2020-09-01/2021-12-31", "2022-01-01/2023-12-31")
    assert utfall(dom(text + perioder("kari", *away))) == []
    assert len(sagt(dom(text + perioder("kari", *away, "2024-01-01/2025-12-31")))) == 1


def test_unlimited_is_unlimited() -> None:
    rule = TO_PAA_RAD.replace("2 perioder", "ubegrenset")
    terms = [f"{year}-01-01/{year}-12-31" for year in range(2010, 2023)]
    assert utfall(dom(rule + perioder("kari", *terms))) == []


def test_terms_with_an_unknown_day_cannot_be_counted() -> None:
    kari = "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: ukjent, til: 2019-12-31}]}"
    assert utfall(dom(TO_PAA_RAD + kari)) == ["uvisst kari på rad"]


def test_every_period_too_many_is_judged_from_the_first_one_on() -> None:
    """One run, one breach: the periods after the first that was too many are the same matter."""
    five = ("2014-01-01/2015-12-31", *TO_PERIODER, "2020-01-01/2021-12-31", "2022-01-01/2023-12-31")
    assert sagt(dom(TO_PAA_RAD + ANNETHVERT_AAR + perioder("kari", *five))) == [
        "feil funksjonstid @ medlemmer/kari oppnevninger.2.fra"
    ]


# The leader, row 4 of the table


@pytest.mark.parametrize(
    ("mandat", "aar", "ventet"),
    [
        ("nav-vestland-2019", [2021, 2022], []),
        ("nav-vestland-2019", [2020, 2021, 2022], ["feil funksjonstid @ medlemmer/kari oppnevninger.2.fra"]),
        ("nav-vestland-2019", [2019, 2020, 2022], []),  # a year away
        ("mal-nav-kontor-2015", [2021, 2022], []),
        (
            "mal-nav-kontor-2015",
            [2020, 2021, 2022],
            ["feil funksjonstid @ medlemmer/kari oppnevninger.2.fra"],
        ),
        ("nav-troendelag-2020", [2020, 2021, 2022], []),  # it states no leader term
    ],
)
def test_one_year_terms_as_leader_on_end(mandat: str, aar: list[int], ventet: list[str]) -> None:
    kari = perioder("kari", *(f"{year}-01-01/{year}-12-31" for year in aar), verv="leder")
    kari += "    - {verv: medlem, fra: 2019-01-01, til: 2020-12-31}\n"
    kari += "    - {verv: medlem, fra: 2021-01-01, til: 2022-12-31}\n"
    found = dom(f"dato: 2022-12-31\nmandat: {mandat}\n{kari}")
    assert [line for line in sagt(found) if "funksjonstid" in line] == ventet


def test_a_leader_s_term_is_one_year() -> None:
    kari = perioder("kari", "2021-01-01/2022-12-31", verv="leder")
    assert utfall(dom(f"mandat: nav-vestland-2019\n{kari}"), "leder-tid") == [
        "feil funksjonstid @ medlemmer/kari oppnevninger.0.til"
    ]


# The council's own period


@pytest.mark.parametrize(
    ("neste_runde", "ventet"),
    [
        ("2022-01-01", []),
        ("2022-01-02", ["rettet utvalget 2020-01-01"]),  # by the round that came a day late
        ("2022-07-01", ["advarsel funksjonstid @ hendelser 0.dato"]),  # it has not come yet
    ],
)
def test_a_council_sits_for_two_years(neste_runde: str, ventet: list[str]) -> None:
    rule = "dato: 2022-06-01\nregel: {regel: funksjonstid, gjelder: utvalg, lengde: 2 aar}\n"
    assert utfall(dom(rule + runder("2020-01-01", neste_runde))) == ventet


@pytest.mark.parametrize(("dato", "ventet"), [("2021-12-31", 0), ("2022-01-01", 1)])
def test_a_council_that_was_never_appointed_anew(dato: str, ventet: int) -> None:
    rule = f"dato: {dato}\nregel: {{regel: funksjonstid, gjelder: utvalg, lengde: 2 aar}}\n"
    found = sagt(dom(rule + runder("2020-01-01")))
    assert found == ["advarsel funksjonstid @ hendelser 0.dato"] * ventet


@pytest.mark.parametrize(("til", "ventet"), [("2022-12-31", []), ("2023-01-01", ["feil"])])
def test_a_last_day_that_is_too_late_is_so_when_it_is_written(til: str, ventet: list[str]) -> None:
    text = f"""
dato: 2021-01-05
regel: {{regel: funksjonstid, gjelder: utvalg, lengde: 2 aar}}
hendelser: [{{hva: oppnevningsrunde, dato: 2020-12-01, fra: 2021-01-01, til: {til}}}]
"""
    assert [said.split()[0] for said in sagt(dom(text))] == ventet


def test_a_round_may_begin_on_another_day_than_it_was_decided() -> None:
    rule = "dato: 2022-06-01\nregel: {regel: funksjonstid, gjelder: utvalg, lengde: 2 aar}\n"
    round_ = "hendelser: [{hva: oppnevningsrunde, dato: 2019-11-20, fra: 2020-01-01, til: DAG}]"
    assert utfall(dom(rule + round_.replace("DAG", "2021-12-31"))) == []
    assert utfall(dom(rule + round_.replace("DAG", "2022-01-01"))) != []


# Departed from


def test_an_election_that_says_itself_that_the_council_departs_from_it() -> None:
    rule = (
        "regel: {regel: funksjonstid, hvem: {verv: leder}, lengde: 1 aar, kan_fravikes_av: utvalget}\n"
        "medlemmer/kari: {oppnevninger: [{verv: leder, fra: 2021-01-01, til: 2022-12-31, fraviker: regelen}]}\n"
    )
    assert utfall(dom(rule)) == ["fraveket kari leder 2021-01-01"]
    locked = rule.replace("kan_fravikes_av: utvalget", "kan_fravikes_av: eier")
    assert utfall(dom(locked)) == ["feil funksjonstid @ medlemmer/kari oppnevninger.0.til"]


@pytest.mark.parametrize(("verv", "broken"), [("[medlem, vara]", 2), ("vara", 2), ("medlem", 0)])
def test_deputies_are_judged_where_they_are_named_beside_the_members(verv: str, broken: int) -> None:
    rule = f"regel: {{regel: funksjonstid, hvem: {{verv: {verv}}}, lengde: 2 aar, paa_rad: 1 periode}}\n"
    terms = perioder("kari", "2018-01-01/2021-12-31", "2022-01-01/2023-12-31", verv="vara")
    assert len(sagt(dom(f"dato: 2024-06-01\n{rule}{terms}"), "regelen")) == broken


KORT = "dato: 2024-06-01\nregel: {regel: funksjonstid, hvem: {verv: medlem}, paa_rad: 1 periode, "


@pytest.mark.parametrize(
    ("per", "kort", "broken"),
    [
        # Half of two years is one, whichever of them has the leap day.
        ("2019-01-01/2019-12-31", "2020-01-01/2020-12-31", False),
        ("2020-01-01/2020-12-31", "2021-01-01/2021-12-31", False),
        ("2020-01-01/2020-12-30", "2020-12-31/2021-12-31", True),
        ("2019-01-01/2019-12-30", "2019-12-31/2020-12-31", True),
    ],
)
def test_over_half_is_counted_in_months(per: str, kort: str, broken: bool) -> None:
    people = perioder("per", per) + perioder("kari", kort, "2022-01-01/2023-12-31")
    said = sagt(dom(KORT + "lengde: 2 aar}\n" + people), "regelen")
    assert bool(said) is broken
    first = int(per[:4])
    rule = KORT.replace("paa_rad", "kort_periode: teller_over_halv, paa_rad") + "}\n"
    said = sagt(dom(rule + runder(f"{first}-01-01", f"{first + 2}-01-01") + people), "regelen")
    assert bool(said) is broken


@pytest.mark.parametrize(
    ("left", "first", "broken"),
    [
        ("2022-06-29", "2022-06-30/2022-12-31", True),
        ("2022-06-30", "2022-07-01/2022-12-31", False),
    ],
)
@pytest.mark.parametrize("lengde", ["lengde: 4 aar, ", ""])
def test_a_term_is_as_long_as_the_nearer_bound(left: str, first: str, broken: bool, lengde: str) -> None:
    rule = KORT + lengde + "inntil: 31. desember}\n"
    people = perioder("per", f"2022-01-01/{left}") + perioder("kari", first, "2023-01-01/2023-12-31")
    assert bool(sagt(dom(rule + people), "regelen")) is broken


@pytest.mark.parametrize(("old", "broken"), [("lengde: 2 aar", True), ("lengde: 8 aar", False), ("", False)])
def test_a_term_is_as_long_as_the_mandate_it_began_under_had_it(old: str, broken: bool) -> None:
    rules = f"""
dato: 2024-06-01
regelverk/gammelt:
  bestemmelser: [{{id: tid, regel: funksjonstid, hvem: {{verv: medlem}}, {old or "paa_rad: ubegrenset"}}}]
regelverk/nytt:
  bestemmelser:
    - {{id: tid, regel: funksjonstid, hvem: {{verv: medlem}}, lengde: 4 aar, paa_rad: 2 perioder}}
utvalg: {{regelverk: [{{id: gammelt, fra: 2010-01-01}}, {{id: nytt, fra: 2022-01-01}}]}}
"""
    terms = perioder("kari", "2018-01-01/2019-12-31", "2020-01-01/2021-12-31", "2022-01-01/2025-12-31")
    # Two years that were taken over are half of four, a quarter of eight, and the whole of two.
    assert bool(sagt(dom(rules + perioder("per", "2016-01-01/2017-12-31") + terms), "tid")) is broken


VALGT = """
regel: {{regel: funksjonstid, hvem: {{verv: VERV}}, lengde: 1 aar{more}}}
moeter/2022-11-16:
  saker: [{{nr: 1/22, tittel: Valg, type: valg, valg: [{{verv: VERV, valgt: [{who}], fra: 2023-01-01, til: {til}}}]}}]
medlemmer/kari: {{oppnevninger: [{{verv: VERV, fra: 2023-01-01, til: {own}, valgt_i: 1/22}}]}}
medlemmer/per: {{oppnevninger: [{{verv: VERV, fra: 2023-01-01, til: {til}, valgt_i: 1/22}}]}}
"""


def valgt(til: str, own: str, *, who: str = "kari", verv: str = "leder", more: str = "") -> str:
    text = VALGT.format(til=til, own=own, who=who, more=more).replace("VERV", verv)
    return text if "per" in who else "\n".join(line for line in text.splitlines() if "/per" not in line)


@pytest.mark.parametrize(
    ("til", "own", "expected"),
    [
        ("2023-12-31", "2023-12-31", []),
        # The election is what is wrong, and is told of there; the term in the person's file follows from it.
        ("2025-12-31", "2025-12-31", ["moeter/2022-11-16 saker.0.valg.0.til"]),
        ("2025-12-31", "2024-06-30", ["moeter/2022-11-16 saker.0.valg.0.til"]),
        ("2025-12-31", "2023-12-31", []),  # gone in time
        # The election is in order, and the person's file says more.
        ("2023-12-31", "2025-12-31", ["medlemmer/kari oppnevninger.0.til"]),
    ],
)
def test_an_election_for_too_long_is_judged_once_at_the_case(til: str, own: str, expected: list[str]) -> None:
    said = sagt(dom(valgt(til, own)), "regelen")
    assert said == [f"feil funksjonstid @ {place}" for place in expected]


def test_several_elected_for_too_long_are_one_election() -> None:
    text = valgt("2025-12-31", "2025-12-31", who="kari, per", verv="redaksjonsraad")
    found = dom(text)
    assert sagt(found, "regelen") == ["feil funksjonstid @ moeter/2022-11-16 saker.0.valg.0.til"]
    assert meldinger(found)[0].startswith("Kari og Per er i redaksjonsrådet fra 1. januar 2023")


def test_terms_on_end_by_election_are_shown_where_somebody_else_could_have_been_chosen() -> None:
    text = valgt("2023-12-31", "2023-12-31", more=", paa_rad: 1 periode")
    before = "{oppnevninger: [{verv: leder, fra: 2022-01-01, til: 2022-12-31}, "
    text = text.replace("kari: {oppnevninger: [", f"kari: {before}")
    assert sagt(dom(text), "regelen") == ["feil funksjonstid @ moeter/2022-11-16 saker.0.valg.0.valgt.0"]


@pytest.mark.parametrize("gjelder", ["", ", gjelder: kari", ", gjelder: 3/21"])
def test_a_decided_deviation_from_terms_on_end(gjelder: str) -> None:
    register = f"""
regel: {{regel: funksjonstid, hvem: {{verv: leder}}, paa_rad: 1 periode}}
utvalg:
  avvik: [{{bestemmelse: regelen, grunn: Ingen andre ville, vedtatt_i: Brev fra eieren{gjelder}}}]
medlemmer/kari:
  oppnevninger:
    - {{verv: leder, fra: 2021-01-01, til: 2021-12-31}}
    - {{verv: leder, fra: 2022-01-01, til: 2022-12-31, valgt_i: 3/21}}
moeter/2021-12-01:
  saker:
    - nr: 3/21
      tittel: Valg
      type: valg
      valg: [{{verv: leder, valgt: [kari], fra: 2022-01-01, til: 2022-12-31}}]
"""
    assert utfall(dom(register)) == ["fraveket kari leder på rad 2022-01-01"]


TO_VALG = """
dato: 2024-06-01
regel: {regel: funksjonstid, hvem: {verv: leder}, paa_rad: 1 periode}
medlemmer/kari: {}
moeter/2021-12-01:
  saker: [{nr: 1/21, tittel: Valg, type: valg, valg: [{verv: leder, valgt: [kari], fra: 2022-01-01 FOERST}]}]
moeter/2022-12-01:
  saker: [{nr: 1/22, tittel: Valg, type: valg, valg: [{verv: leder, valgt: [kari], fra: 2023-01-01 SAA}]}]
"""
FOR_MANGE = ["feil funksjonstid @ moeter/2022-12-01 saker.0.valg.0.valgt.0"]


@pytest.mark.parametrize(
    ("foerst", "saa", "ventet"),
    [
        ("2023-12-31", "2023-12-31", []),  # it was for two years, and the second election made it no longer
        ("2023-12-30", "2023-12-31", FOR_MANGE),
        ("2023-12-31", "", FOR_MANGE),
        ("", "2023-12-31", FOR_MANGE),  # the first was for no time that anybody said
        ("ukjent", "2023-12-31", ["uvisst kari leder på rad 2023-01-01"]),
        ("ukjent", "", FOR_MANGE),
    ],
)
def test_who_is_elected_anew_within_the_term_goes_on_with_it(
    foerst: str, saa: str, ventet: list[str]
) -> None:
    register = TO_VALG
    for which, til in (("FOERST", foerst), ("SAA", saa)):
        register = register.replace(which, f", til: {til}" if til else "")
    assert utfall(dom(register), "regelen") == ventet
