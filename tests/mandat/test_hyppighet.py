"""hyppighet: how often, counted in whole windows; the running one is a plan, not a breach."""

from __future__ import annotations

import pytest

from smaa_registre import dom, meldinger, sagt, utfall


def moeter(*days: str, status: str = "avholdt") -> str:
    return "".join(f"moeter/{day}: {{status: {status}}}\n" for day in days)


def hendelser(hva: str, *days: str) -> str:
    return "hendelser:\n" + "".join(f"  - {{hva: {hva}, dato: {day}}}\n" for day in days)


TRE_I_2022 = moeter("2022-02-09", "2022-05-11", "2022-09-14")
HER = "hyppighet @ utvalg regelverk.0.id"

# Row 7 of the table


@pytest.mark.parametrize(
    ("mandat", "bestemmelse", "ventet"),
    [
        ("nav-troendelag-2020", "moeter", [f"feil {HER}"]),
        ("nav-vestland-2019", "moete", [f"feil {HER}"]),
        ("mal-nav-kontor-2015", "moeter", [f"advarsel {HER}"]),  # recommended only
    ],
)
def test_three_meetings_a_year_and_life_went_on(mandat: str, bestemmelse: str, ventet: list[str]) -> None:
    found = dom(f"dato: 2023-03-01\nmandat: {mandat}\n{TRE_I_2022}{moeter('2023-02-08')}")
    assert utfall(found, bestemmelse) == ventet


def test_three_meetings_a_year_and_nothing_written_since() -> None:
    """The records end in November: only the clock has moved, so it is never more than a warning."""
    register = f"mandat: nav-troendelag-2020\n{moeter('2022-02-09', '2022-05-11', '2022-11-16')}"
    assert utfall(dom(f"dato: 2022-12-31\n{register}"), "moeter") == []
    assert utfall(dom(f"dato: 2023-01-15\n{register}"), "moeter") == [f"advarsel {HER}"]


def test_two_held_and_two_planned_in_the_running_year() -> None:
    register = moeter("2022-02-09", "2022-05-11") + moeter("2022-09-14", "2022-11-16", status="planlagt")
    assert utfall(dom(f"dato: 2022-06-01\nmandat: nav-troendelag-2020\n{register}"), "moeter") == []


def test_four_meetings_a_year() -> None:
    register = TRE_I_2022 + moeter("2022-12-31", "2023-02-08")
    assert utfall(dom(f"dato: 2023-03-01\nmandat: nav-troendelag-2020\n{register}"), "moeter") == []


def test_the_finding_says_how_many_and_since_when() -> None:
    rule = "regel: {regel: hyppighet, hva: moete, minst: 4, per: kalenderaar}\n"
    found = dom(f"dato: 2023-03-01\n{rule}{TRE_I_2022}{moeter('2023-02-08')}")
    assert meldinger(found) == ["3 møter i 2022; regelverket vil ha minst 4"]
    assert str(found.funn[0].finding.since) == "2023-01-01"


@pytest.mark.parametrize(
    ("per", "naar"), [("hoest", "høsten 2022"), ("vaar", "våren 2022"), ("halvaar", "i første halvår 2022")]
)
def test_the_finding_says_when_as_people_do(per: str, naar: str) -> None:
    rule = f"regel: {{regel: hyppighet, hva: samling, minst: 1, per: {per}}}\n"
    found = dom(f"dato: 2023-01-01\n{rule}utvalg: {{registrert_fra: 2022-01-01}}\n")
    assert f"ingen samlinger {naar}; regelverket vil ha minst 1" in meldinger(found)


def test_the_finding_says_which_period_of_the_council() -> None:
    rule = "regel: {regel: hyppighet, hva: evaluering, minst: 1, per: funksjonsperiode}\n"
    rounds = "hendelser: [{hva: oppnevningsrunde, dato: 2020-12-01, fra: 2021-01-01, til: 2022-12-31}]\n"
    assert meldinger(dom(f"dato: 2023-01-01\n{rule}{rounds}")) == [
        "ingen evalueringer i funksjonsperioden fra 1. januar 2021; regelverket vil ha minst 1"
    ]


# What counts


@pytest.mark.parametrize(
    ("status", "teller"), [("avholdt", 1), ("avlyst", 0), ("planlagt", 0), ("innkalt", 0)]
)
def test_a_meeting_counts_when_it_was_held(status: str, teller: int) -> None:
    rule = "dato: 2023-06-01\nregel: {regel: hyppighet, hva: moete, minst: 4, per: kalenderaar}\n"
    found = dom(rule + TRE_I_2022 + moeter("2022-11-16", status=status) + moeter("2023-02-01"))
    assert len(sagt(found)) == 1 - teller


def test_an_election_of_a_leader_counts_where_it_was_held() -> None:
    rule = "dato: 2023-06-01\nregel: {regel: hyppighet, hva: ledervalg, minst: 1, per: kalenderaar}\n"
    election = """
medlemmer/kari: {oppnevninger: [{verv: leder, fra: 2023-01-01, valgt_i: 1/22}]}
moeter/2022-11-16:
  status: STATUS
  saker: [{nr: 1/22, tittel: Valg, type: valg, valg: [{verv: VERV, valgt: [kari], fra: 2023-01-01}]}]
moeter/2023-02-01: {}
"""
    held = election.replace("STATUS", "avholdt")
    assert sagt(dom(rule + held.replace("VERV", "leder"))) == []
    assert f"feil {HER}" in sagt(dom(rule + held.replace("VERV", "nestleder")))
    for status in ("avlyst", "planlagt", "innkalt"):
        not_held = election.replace("STATUS", status).replace("VERV", "leder")
        assert f"feil {HER}" in sagt(dom(rule + not_held))


def test_an_election_in_the_list_of_events_counts_too() -> None:
    rule = "dato: 2023-06-01\nregel: {regel: hyppighet, hva: ledervalg, minst: 1, per: kalenderaar}\n"
    assert utfall(dom(rule + hendelser("ledervalg", "2022-03-01"))) == []


def test_more_often_than_allowed() -> None:
    rule = "dato: 2023-06-01\nregel: {regel: hyppighet, hva: moete, hoeyst: 2, per: kalenderaar}\n"
    assert utfall(dom(rule + moeter("2022-02-09", "2022-05-11"))) == []
    assert len(sagt(dom(rule + TRE_I_2022))) == 1
    assert meldinger(dom(rule + TRE_I_2022)) == ["3 møter i 2022; regelverket vil ha høyst 2"]


def test_one_too_many_is_broken_from_its_own_day_and_shown_there() -> None:
    rule = "regel: {regel: hyppighet, hva: moete, hoeyst: 2, per: hoest}\n"
    autumn = moeter("2022-08-10", "2022-09-14")
    assert sagt(dom(f"dato: 2022-11-20\n{rule}{autumn}"), "regelen") == []
    third = autumn + moeter("2022-11-16")
    place = "hyppighet @ moeter/2022-11-16 dato"
    assert sagt(dom(f"dato: 2022-11-20\n{rule}{third}"), "regelen") == [f"feil {place}"]
    later = dom(f"dato: 2023-03-01\n{rule}{third}{moeter('2022-11-30', '2023-02-01')}")
    assert sagt(later, "regelen") == [f"feil {place}"]
    assert meldinger(later)[-1] == "4 møter høsten 2022; regelverket vil ha høyst 2"


def test_two_of_a_sort_on_one_day_are_two() -> None:
    rule = "dato: 2023-06-01\nregel: {regel: hyppighet, hva: kurs, minst: 2, per: kalenderaar}\n"
    first, second = (f"{{hva: kurs, dato: 2022-06-01, modul: {modul}}}" for modul in (1, 2))
    assert meldinger(dom(f"{rule}hendelser: [{first}]")) == ["1 kurs i 2022; regelverket vil ha minst 2"]
    assert meldinger(dom(f"{rule}hendelser: [{first}, {second}]")) == []


def test_an_election_in_two_places_is_one() -> None:
    register = """
dato: 2023-06-01
regel: {regel: hyppighet, hva: ledervalg, hoeyst: 1, per: kalenderaar}
moeter/2022-11-16:
  saker: [{nr: 1/22, tittel: Valg, type: valg, valg: [{verv: leder, valgt: [kari], fra: 2023-01-01}]}]
hendelser: [{hva: ledervalg, dato: DAG}]
"""
    assert sagt(dom(register.replace("DAG", "2022-11-16")), "regelen") == []
    assert len(sagt(dom(register.replace("DAG", "2022-11-15")), "regelen")) == 1


# Windows


@pytest.mark.parametrize(
    ("per", "dager", "vinduer"),
    [
        ("kalenderaar", ["2022-01-01"], []),
        ("kalenderaar", ["2022-12-31"], []),
        ("kalenderaar", ["2021-12-31"], ["2022"]),
        ("halvaar", ["2022-06-30", "2022-07-01"], []),
        ("halvaar", ["2022-06-29", "2022-06-30"], ["andre halvår 2022"]),
        ("halvaar", ["2022-07-01", "2022-12-31"], ["første halvår 2022"]),
        ("vaar", ["2022-06-30"], []),
        ("vaar", ["2022-07-01"], ["våren 2022"]),
        ("hoest", ["2022-07-01"], []),
        ("hoest", ["2022-06-30"], ["høsten 2022"]),
        ("1 aar", ["2022-12-31"], []),
        ("1 aar", ["2023-01-01"], ["2022"]),
        ("april", ["2022-04-01"], []),
        ("april", ["2022-03-31", "2022-05-01"], ["april 2022"]),
        ("kvartal", ["2022-03-31", "2022-04-01", "2022-09-30"], ["4. kvartal 2022"]),
        ("maaned, unntatt: [juli, august]", [f"2022-{m:02}-15" for m in (*range(1, 7), *range(9, 13))], []),
        (
            "maaned, unntatt: juli",
            [f"2022-{m:02}-15" for m in (*range(1, 8), *range(9, 13))],
            ["august 2022"],
        ),
        # July is not there: what happened then is not counted, and June is followed by August
        ("kalenderaar, unntatt: juli", ["2022-07-31"], ["2022"]),
        ("6 maaneder, unntatt: juli", ["2022-01-10", "2022-08-10"], []),
        ("5 maaneder, unntatt: juli", ["2022-01-10", "2022-08-10"], ["februar–juni 2022"]),
        # what is left of the spring begins on the first of February
        ("vaar, unntatt: januar", ["2022-02-01"], []),
        ("vaar, unntatt: januar", ["2022-01-31"], ["våren 2022"]),
    ],
)
def test_one_in_each_window(per: str, dager: list[str], vinduer: list[str]) -> None:
    rule = f"dato: 2023-01-01\nregel: {{regel: hyppighet, hva: moete, minst: 1, per: {per}}}\n"
    council = "utvalg: {registrert_fra: 2022-01-01, regelverk: [{id: regelverket, fra: 2000-01-01}]}\n"
    found = dom(rule + council + moeter(*dager))
    assert [located.finding.emne for located in found.funn] == vinduer


@pytest.mark.parametrize(("dag", "ventet"), [("2022-08-01", []), ("2022-06-26", ["uke 31–32 i 2022"]),
                                             ("2022-06-29", ["uke 25–31 i 2022"])])  # fmt: skip
def test_of_a_week_that_a_month_left_out_cuts_no_day_counts(dag: str, ventet: list[str]) -> None:
    """Week 25 is followed by week 31, and the last days of June are in neither."""
    register = """
dato: 2022-08-20
regel: {regel: hyppighet, hva: moete, minst: 1, per: 2 uker, unntatt: juli}
utvalg: {registrert_fra: 2022-06-20, regelverk: [{id: regelverket, fra: 2022-06-20}]}
"""
    found = dom(register + moeter(dag))
    assert [located.finding.emne for located in found.funn] == ventet


@pytest.mark.parametrize(
    ("dager", "siden"),
    [
        (["2018-03-01", "2020-12-31", "2022-12-31"], []),
        (["2018-12-31", "2020-01-01", "2023-01-01"], ["2023-01-01"]),  # 2021 and 2022 both empty
        (["2018-03-01", "2021-03-01", "2022-03-01"], ["2021-01-01"]),  # 2019 and 2020 both empty
        (["2018-03-01"], ["2021-01-01"]),  # a lasting breach is one
        (["2018-03-01", "2021-06-01"], ["2021-01-01"]),
    ],
)
def test_every_second_year_means_no_two_years_on_end_without(dager: list[str], siden: list[str]) -> None:
    rule = "dato: 2023-06-01\nregel: {regel: hyppighet, hva: evaluering, minst: 1, per: 2 aar}\n"
    found = dom(rule + hendelser("evaluering", *dager))
    assert [str(located.finding.since) for located in found.funn] == siden


def test_a_period_runs_from_round_to_round() -> None:
    rule = "dato: 2022-06-01\nregel: {regel: hyppighet, hva: evaluering, minst: 1, per: funksjonsperiode}\n"
    rounds = hendelser("oppnevningsrunde", "2020-01-01", "2022-01-01") + "  - {hva: evaluering, dato: DAG}\n"
    assert utfall(dom(rule + rounds.replace("DAG", "2021-12-31"))) == []
    assert utfall(dom(rule + rounds.replace("DAG", "2020-01-01"))) == []
    for outside in ("2019-12-31", "2022-01-01"):
        found = dom(rule + rounds.replace("DAG", outside))
        assert [located.finding.emne for located in found.funn] == ["funksjonsperioden fra 2020-01-01"]


@pytest.mark.parametrize(
    ("per", "dager", "vinduer"),
    [
        ("2 vaar", ["2020-02-01", "2022-06-30"], []),
        ("2 vaarer", ["2020-02-01", "2020-08-01", "2021-08-01", "2023-01-01"], ["våren 2021 og 2022"]),
        ("2 april", ["2020-04-30", "2022-04-01"], []),
        ("3 april", ["2020-03-31", "2021-05-01"], ["april 2020, 2021 og 2022"]),
        ("3 halvaar", ["2020-06-30", "2021-12-31"], []),
        ("2 halvaar", ["2020-06-30", "2021-12-31", "2022-12-31"], ["andre halvår 2020–første halvår 2021"]),
    ],
)
def test_every_second_spring_means_no_two_springs_on_end_without(
    per: str, dager: list[str], vinduer: list[str]
) -> None:
    rule = f"dato: 2023-01-01\nregel: {{regel: hyppighet, hva: moete, minst: 1, per: {per}}}\n"
    council = "utvalg: {registrert_fra: 2020-01-01, regelverk: [{id: regelverket, fra: 2000-01-01}]}\n"
    found = dom(rule + council + moeter(*dager))
    assert [located.finding.emne for located in found.funn] == vinduer


# How many


@pytest.mark.parametrize(
    ("grenser", "antall", "ventet"),
    [
        ("antall: 4", 4, []),
        ("antall: 4", 3, ["3 møter i 2022; regelverket vil ha 4"]),
        ("antall: 4", 5, ["5 møter i 2022; regelverket vil ha 4"]),
        ("antall: [2, 4]", 4, []),
        ("antall: [2, 4]", 3, ["3 møter i 2022; regelverket vil ha 2 eller 4"]),
        ("mer_enn: 3", 4, []),
        ("mer_enn: 3", 3, ["3 møter i 2022; regelverket vil ha mer enn 3"]),
        ("minst: 2, hoeyst: 3", 1, ["1 møte i 2022; regelverket vil ha minst 2"]),
        ("minst: 2, hoeyst: 3", 4, ["4 møter i 2022; regelverket vil ha høyst 3"]),
        ("minst: 2, hoeyst: ubegrenset", 8, []),
    ],
)
def test_how_many_is_an_amount(grenser: str, antall: int, ventet: list[str]) -> None:
    rule = f"dato: 2023-06-01\nregel: {{regel: hyppighet, hva: moete, {grenser}, per: kalenderaar}}\n"
    held = moeter(*(f"2022-{month:02}-09" for month in range(1, antall + 1)), "2023-02-08")
    assert meldinger(dom(f"{rule}utvalg: {{registrert_fra: 2022-01-01}}\n{held}")) == ventet


@pytest.mark.parametrize(
    ("andel", "fysiske", "digitale", "ventet"),
    [
        ("minst: 1/2", 2, 2, []),
        ("minst: 1/2", 1, 2, ["1 av 3 møter i 2022 er av det slaget; regelverket vil ha minst 1/2"]),
        ("mer_enn: 1/2", 2, 2, ["2 av 4 møter i 2022 er av det slaget; regelverket vil ha mer enn 1/2"]),
        ("hoeyst: 1/2", 2, 1, ["2 av 3 møter i 2022 er av det slaget; regelverket vil ha høyst 1/2"]),
        ("minst: 1/2", 0, 0, []),  # a share of nothing is nothing to try
    ],
)
def test_a_share_is_of_all_that_happened(andel: str, fysiske: int, digitale: int, ventet: list[str]) -> None:
    rule = f"regel: {{regel: hyppighet, hva: moete, der: {{form: fysisk}}, {andel}, per: kalenderaar}}\n"
    forms = ["fysisk"] * fysiske + ["digitalt"] * digitale
    held = "".join(f"moeter/2022-{month:02}-09: {{form: {form}}}\n" for month, form in enumerate(forms, 1))
    council = "dato: 2023-06-01\nutvalg: {registrert_fra: 2022-01-01, registrert_til: 2022-12-31}\n"
    assert meldinger(dom(rule + council + held)) == ventet


def test_a_share_that_one_unknown_form_decides_is_not_judged() -> None:
    rule = "regel: {regel: hyppighet, hva: moete, der: {form: fysisk}, minst: 1/2, per: kalenderaar}\n"
    council = "dato: 2023-06-01\nutvalg: {registrert_fra: 2022-01-01, registrert_til: 2022-12-31}\n"
    text = f"{rule}{council}moeter/2022-02-09: {{form: digitalt}}\nmoeter/2022-05-09: {{form: ukjent}}\n"
    assert utfall(dom(text)) == ["uvisst 2022"]
    assert sagt(dom(f"{text}moeter/2022-06-09: {{form: digitalt}}\n")) == [f"advarsel {HER}"]


EVALUERINGER = """
dato: 2023-06-01
regel: {regel: hyppighet, hva: evaluering, der: {ansvarlig: nav}, minst: 1/2, per: kalenderaar}
utvalg: {registrert_fra: 2022-01-01, registrert_til: 2022-12-31}
hendelser:
  - {hva: evaluering, dato: 2022-03-01, ansvarlig: nav}
  - {hva: evaluering, dato: 2022-04-01, ansvarlig: bruker}
  - {hva: evaluering, dato: DAG, ansvarlig: HVEM}
"""


@pytest.mark.parametrize(
    ("dag", "hvem", "ventet"),
    [
        (
            "2022-05-01",
            "bruker",
            ["1 av 3 evalueringer i 2022 er av det slaget; regelverket vil ha minst 1/2"],
        ),
        ("2022", "bruker", ["1 av 3 evalueringer i 2022 er av det slaget; regelverket vil ha minst 1/2"]),
        ("ukjent", "bruker", "uvisst"),  # it may have been another year
        ("2022", "ukjent", "uvisst"),
        ("ukjent", "ukjent", "uvisst"),
        ("ukjent", "nav", []),  # whichever year it was
    ],
)
def test_a_share_of_what_may_have_been_another_year(dag: str, hvem: str, ventet: list[str] | str) -> None:
    report = dom(EVALUERINGER.replace("DAG", dag).replace("HVEM", hvem))
    assert meldinger(report) == ([] if ventet == "uvisst" else ventet)
    assert utfall(report)[:1] == (["uvisst 2022"] if ventet == "uvisst" else utfall(report)[:1])


@pytest.mark.parametrize(
    ("saker", "ventet"),
    [
        ("[{nr: 2/22, tittel: A, type: annet}]", []),
        ("[{nr: 2/22, tittel: A, type: annet}, {nr: 3/22, tittel: A, type: annet}]", [f"advarsel {HER}"]),
        ("tull", ["uvisst 2022"]),  # of how many cases, nobody knows
    ],
)
def test_a_share_of_the_cases_of_a_meeting_that_cannot_be_read(saker: str, ventet: list[str]) -> None:
    register = f"""
dato: 2023-06-01
regel: {{regel: hyppighet, hva: sak, der: {{type: droefting}}, minst: 1/2, per: kalenderaar}}
utvalg: {{registrert_fra: 2022-01-01, registrert_til: 2022-12-31}}
moeter/2022-02-09: {{saker: [{{nr: 1/22, tittel: A, type: droefting}}]}}
moeter/2022-05-09: {{saker: {saker}}}
"""
    assert utfall(dom(register), "regelen") == ventet


@pytest.mark.parametrize(("ukjente", "ventet"), [(0, []), (1, ["uvisst 2022"]), (2, ["uvisst 2022"])])
def test_two_or_four_where_there_may_have_been_three(ukjente: int, ventet: list[str]) -> None:
    rule = "dato: 2023-06-01\nregel: {regel: hyppighet, hva: evaluering, antall: [2, 4], per: kalenderaar}\n"
    council = "utvalg: {registrert_fra: 2022-01-01, registrert_til: 2022-12-31}\n"
    events = hendelser("evaluering", "2022-03-01", "2022-04-01", *["ukjent"] * ukjente)
    assert utfall(dom(rule + council + events)) == ventet


# Tolerance


@pytest.mark.parametrize(
    ("grenser", "dager", "ventet"),
    [
        ("minst: 1", ["2022-03-18"], []),  # two weeks before April
        (
            "minst: 1",
            ["2022-03-17"],
            ["ingen møter i april 2022; regelverket vil ha minst 1, med 2 uker slingringsmonn"],
        ),
        ("minst: 1", ["2022-05-14"], []),
        (
            "minst: 1",
            ["2022-05-15"],
            ["ingen møter i april 2022; regelverket vil ha minst 1, med 2 uker slingringsmonn"],
        ),
        ("hoeyst: 0", ["2022-04-14"], []),  # it may have been meant for March
        (
            "hoeyst: 0",
            ["2022-04-15"],
            ["1 møte i april 2022; regelverket vil ha høyst 0, med 2 uker slingringsmonn"],
        ),
    ],
)
def test_each_day_may_be_moved_so_much(grenser: str, dager: list[str], ventet: list[str]) -> None:
    rule = f"regel: {{regel: hyppighet, hva: moete, {grenser}, per: april, omtrent: 2 uker}}\n"
    council = "dato: 2023-02-01\nutvalg: {registrert_fra: 2022-01-01}\n"
    assert meldinger(dom(rule + council + moeter(*dager, "2023-01-10"))) == ventet


def test_it_may_come_yet_while_the_tolerance_lasts() -> None:
    rule = "regel: {regel: hyppighet, hva: moete, minst: 1, per: april, omtrent: 2 uker}\n"
    council = "utvalg: {registrert_fra: 2022-01-01}\n"
    assert sagt(dom(f"dato: 2022-05-14\n{rule}{council}")) == []
    (found,) = dom(f"dato: 2022-05-15\n{rule}{council}").funn
    assert str(found.finding.since) == "2022-05-15"


def test_what_the_tolerance_reaches_beyond_the_records_is_not_known() -> None:
    rule = "dato: 2022-06-01\nregel: {regel: hyppighet, hva: moete, minst: 1, per: april, omtrent: 2 uker}\n"
    assert utfall(dom(f"{rule}utvalg: {{registrert_fra: 2022-03-19}}\n")) == ["uvisst april 2022"]


# Bounds


@pytest.mark.parametrize(
    ("grenser", "ventet"),
    [
        ("registrert_fra: 2022-01-01", 1),
        ("registrert_fra: 2022-01-02", 0),  # not the whole year
        ("registrert_til: 2022-12-31", 1),
        ("registrert_til: 2022-12-30", 0),
    ],
)
def test_only_whole_windows_inside_the_records(grenser: str, ventet: int) -> None:
    rule = "dato: 2023-06-01\nregel: {regel: hyppighet, hva: moete, minst: 4, per: kalenderaar}\n"
    council = f"utvalg: {{{grenser}, regelverk: [{{id: regelverket, fra: 2000-01-01}}]}}\n"
    assert len(sagt(dom(rule + council + TRE_I_2022))) == ventet


@pytest.mark.parametrize(
    ("bundet", "ventet"),
    [
        ("fra: 2022-01-01", 1),
        ("fra: 2022-01-02", 0),
        ("fra: 2000-01-01, til: 2022-12-31", 1),
        ("fra: 2000-01-01, til: 2022-12-30", 0),
    ],
)
def test_only_whole_windows_while_the_rules_bind(bundet: str, ventet: int) -> None:
    rule = "dato: 2023-06-01\nregel: {regel: hyppighet, hva: moete, minst: 4, per: kalenderaar}\n"
    council = f"utvalg: {{regelverk: [{{id: regelverket, {bundet}}}]}}\n"
    assert len(sagt(dom(rule + council + TRE_I_2022))) == ventet


def test_a_council_without_a_beginning_is_judged_from_its_first_year() -> None:
    rule = "dato: 2023-06-01\nregel: {regel: hyppighet, hva: moete, minst: 4, per: kalenderaar}\n"
    assert [f.finding.emne for f in dom(rule + TRE_I_2022).funn] == ["2022"]
    assert utfall(dom(rule)) == []


def test_years_with_too_few_on_end_are_two_breaches_and_empty_years_one() -> None:
    rule = "dato: 2023-06-01\nregel: {regel: hyppighet, hva: moete, minst: 2, per: kalenderaar}\n"
    found = dom(rule + moeter("2020-03-01", "2021-03-01", "2023-01-01"))
    assert [f.finding.emne for f in found.funn] == ["2020", "2021", "2022"]
    found = dom(rule + moeter("2019-03-01", "2019-09-01", "2023-01-01"))
    assert [f.finding.emne for f in found.funn] == ["2020"]


# What cannot be known


def test_an_event_on_an_unknown_day_may_be_in_any_window() -> None:
    rule = "dato: 2022-12-31\nregel: {regel: hyppighet, hva: evaluering, minst: 1, per: kalenderaar}\n"
    found = dom(rule + hendelser("evaluering", "ukjent", "2020-06-01"))
    assert "uvisst 2021" in utfall(found)
    assert sagt(found) == []


def test_nothing_is_said_of_the_running_year() -> None:
    """Not even that it cannot be judged: nobody would judge it yet."""
    rule = "dato: 2022-12-31\nregel: {regel: hyppighet, hva: evaluering, minst: 1, per: kalenderaar}\n"
    found = dom(rule + hendelser("evaluering", "ukjent", "2021-06-01"))
    assert utfall(found) == []


@pytest.mark.parametrize(
    ("andre", "ventet"),
    [
        (["2022-02-09", "2022-05-11", "2022-09-14"], ["uvisst 2022"]),  # it may have been the fourth
        (["2022-02-09", "2022-05-11"], [f"advarsel {HER}"]),  # three with it, which is too few anyhow
        (["2022-02-09", "2022-05-11", "2022-09-14", "2022-10-01"], []),
    ],
)
def test_a_meeting_that_cannot_be_read_may_have_been_held(andre: list[str], ventet: list[str]) -> None:
    rule = "dato: 2023-01-15\nregel: {regel: hyppighet, hva: moete, minst: 4, per: kalenderaar}\n"
    found = dom(rule + moeter(*andre) + "moeter/2022-11-16: {ukjent_noekkel: ja}\n")
    assert [line for line in utfall(found) if "2022-11-16" not in line] == ventet


def test_a_list_of_events_that_cannot_be_read() -> None:
    rule = "dato: 2023-01-15\nregel: {regel: hyppighet, hva: evaluering, minst: 1, per: kalenderaar}\n"
    broken = "hendelser: [{hva: evaluering, datto: 2022-03-01}]\n"
    found = dom(rule + moeter("2022-03-01") + broken)
    assert utfall(found)[:2] == ["feil ukjent-noekkel @ hendelser 0.datto", "uvisst 2022"]


def test_a_decided_deviation_from_one_year() -> None:
    rule = "dato: 2023-06-01\nregel: {regel: hyppighet, hva: moete, minst: 4, per: kalenderaar}\n"
    council = """
utvalg:
  regelverk: [{id: regelverket, fra: 2000-01-01}]
  avvik: [{bestemmelse: regelen, gjelder: "2022", grunn: Pandemi, vedtatt_i: 1/22}]
moeter/2022-02-09: {saker: [{nr: 1/22, tittel: Møteplan, type: vedtak, vedtak: {tekst: Det går.}}]}
"""
    assert utfall(dom(rule + council)) == ["fraveket 2022"]


FYSISKE = "{form: fysisk}"


@pytest.mark.parametrize(
    ("hva", "der", "ventet"),
    [
        ("moete", "{tema: budsjett}", "ukjent nøkkel «tema»: den står i en sak, ikke i et møte"),
        ("sak", FYSISKE, "ukjent nøkkel «form»: den står i et møte, ikke i en sak"),
        ("evaluering", FYSISKE, "ukjent nøkkel «form»: den står i et møte, ikke i en hendelse"),
        ("moete", "{forn: fysisk}", "ukjent nøkkel «forn»; mente du «form»?"),
        ("moete", "{form: rar}", "«rar» kan ikke stå her"),
        ("moete", "{aapent: kanskje}", "«kanskje»: her skal det stå ja eller nei"),
        ("[moete]", FYSISKE, "her står en liste, men det skal stå en tekst"),
    ],
)
def test_what_counts_is_picked_out_of_what_is_counted(hva: str, der: str, ventet: str) -> None:
    rule = f"regel: {{regel: hyppighet, hva: {hva}, der: {der}, minst: 1, per: kalenderaar}}"
    assert meldinger(dom(rule)) == [ventet]


def test_a_meeting_whose_form_nobody_knows_may_be_one_of_those_that_count() -> None:
    rule = f"regel: {{regel: hyppighet, hva: moete, der: {FYSISKE}, minst: 2, per: kalenderaar}}\n"
    text = (
        rule + "dato: 2023-01-10\nutvalg: {registrert_fra: 2022-01-01}\nmoeter/2022-03-01: {form: fysisk}\n"
    )
    for form, ventet in (
        ("ukjent", ["uvisst 2022"]),
        ("digitalt", ["advarsel hyppighet @ utvalg regelverk.0.id"]),
    ):
        assert utfall(dom(f"{text}moeter/2022-06-01: {{form: {form}}}\n")) == ventet
