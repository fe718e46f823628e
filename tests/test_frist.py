"""frist: what goes out by when, counted from the meeting; and the deadlines ahead."""

from __future__ import annotations

from datetime import date

import pytest

from brukerutvalg_cli.rapport.full import render
from smaa_registre import dom, meldinger, sagt, utfall

PAPIRENE = "regel: {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}\n"
FOR_SENT = "feil frist @ moeter/2022-11-16 sendt.sakspapirer"


def moete(sendt: str, dag: str = "2022-11-16", more: str = "") -> str:
    return f"moeter/{dag}: {{sendt: {sendt}{more}}}\n"


# Row 6 of the table


@pytest.mark.parametrize("regelverk", [PAPIRENE, "mandat: nav-vestland-2019\n"])
@pytest.mark.parametrize(
    ("sendt", "ventet"),
    [
        ("{sakspapirer: 2022-11-01}", []),
        ("{sakspapirer: 2022-11-06}", []),  # ten days before
        ("{sakspapirer: 2022-11-07}", [FOR_SENT]),  # nine
        ("{sakspapirer: 2022-11-16}", [FOR_SENT]),
        ("{sakspapirer: 2022-11-17}", [FOR_SENT]),
        ("{innkalling: 2022-11-01}", [FOR_SENT]),  # no date, and the meeting held
        ("{}", [FOR_SENT]),
        ("{sakspapirer: ukjent}", ["uvisst 2022-11-16"]),
        ("ukjent", ["uvisst 2022-11-16"]),
    ],
)
def test_papers_go_out_ten_days_before(regelverk: str, sendt: str, ventet: list[str]) -> None:
    found = dom(regelverk + moete(sendt))
    assert utfall(found, "sakspapirer" if "mandat" in regelverk else "") == ventet


def test_the_finding_says_when_and_by_when() -> None:
    found = dom(PAPIRENE + moete("{sakspapirer: 2022-11-07}"))
    assert meldinger(found) == [
        "sakspapirene gikk ut mandag 7. november 2022, 9 dager før møtet; "
        "fristen var søndag 6. november 2022, 10 dager før"
    ]
    assert found.funn[0].finding.label == "senest 6. november 2022"


def test_what_is_missing_is_shown_where_it_should_have_stood() -> None:
    found = dom(PAPIRENE + "moeter/2022-11-16: {}\n")
    assert utfall(found) == [FOR_SENT]
    (located,) = found.funn
    assert located.span is not None
    assert located.linje == "dato: '2022-11-16'"
    assert located.finding.label == "her mangler «sendt»"


@pytest.mark.parametrize(
    ("moetedag", "siste_dag", "siste_arbeidsdag", "i_ord"),
    [
        (
            "2022-11-16",
            "2022-11-06",
            "2022-11-04",
            "søndag 6. november 2022 – send senest fredag 4. november",
        ),
        (
            "2023-04-19",
            "2023-04-09",  # Easter Sunday
            "2023-04-05",
            "søndag 9. april 2023 – send senest onsdag 5. april",
        ),
        ("2022-11-17", "2022-11-07", "2022-11-07", "mandag 7. november 2022"),
        ("2022-05-27", "2022-05-17", "2022-05-16", "tirsdag 17. mai 2022 – send senest mandag 16. mai"),
        (
            "2023-01-11",
            "2023-01-01",
            "2022-12-30",
            "søndag 1. januar 2023 – send senest fredag 30. desember 2022",
        ),
    ],
)
def test_the_deadline_of_a_meeting_ahead(
    moetedag: str, siste_dag: str, siste_arbeidsdag: str, i_ord: str
) -> None:
    found = dom(f"dato: 2022-05-01\n{PAPIRENE}moeter/{moetedag}: {{status: innkalt}}\n")
    assert utfall(found) == []
    (frist,) = found.varsler
    assert (str(frist.siste_dag), str(frist.siste_arbeidsdag)) == (siste_dag, siste_arbeidsdag)
    assert frist.moete == date.fromisoformat(moetedag)
    assert f"  utvalget: sakspapirene til møtet {_ukedag(moetedag)} " in render(found)
    assert f": {i_ord}\n" in render(found)


def _ukedag(day: str) -> str:
    names = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
    return names[date.fromisoformat(day).weekday()]


@pytest.mark.parametrize(
    ("dato", "ventet"),
    [
        ("2022-11-05", []),
        ("2022-11-06", []),  # the last day itself
        ("2022-11-07", ["advarsel frist @ moeter/2022-11-16 sendt.sakspapirer"]),
        ("2022-11-16", ["advarsel frist @ moeter/2022-11-16 sendt.sakspapirer"]),
        ("2022-11-17", ["advarsel frist @ moeter/2022-11-16 sendt.sakspapirer"]),
    ],
)
def test_papers_to_a_meeting_ahead(dato: str, ventet: list[str]) -> None:
    """Only the clock has moved since anyone wrote anything: a warning, whatever the mandate says."""
    assert utfall(dom(f"dato: {dato}\n{PAPIRENE}moeter/2022-11-16: {{status: planlagt}}\n")) == ventet


def test_papers_that_are_sent_are_no_deadline_ahead() -> None:
    found = dom(
        f"dato: 2022-11-01\n{PAPIRENE}" + moete("{sakspapirer: 2022-10-31}", more=", status: innkalt")
    )
    assert (utfall(found), found.varsler) == ([], ())


def test_a_deadline_ahead_that_was_missed_says_so() -> None:
    found = dom(f"dato: 2022-11-10\n{PAPIRENE}moeter/2022-11-16: {{status: innkalt}}\n")
    assert "fristen var søndag 6. november 2022" in render(found)


@pytest.mark.parametrize("status", ["avlyst", "planlagt, avgjoeres_i: 2022-09-22"])
def test_a_meeting_that_may_never_be(status: str) -> None:
    """A cancelled meeting has no papers; one that another meeting decides on has none yet."""
    decides = "moeter/2022-09-22: {sendt: {sakspapirer: 2022-09-01}, saker: []}\n"
    found = dom(f"dato: 2022-11-12\n{PAPIRENE}{decides}moeter/2022-11-16: {{status: {status}}}\n")
    assert utfall(found) == []


# How it is counted


@pytest.mark.parametrize(
    ("senest", "moetedag", "siste_dag"),
    [
        ("10 dager", "2020-03-10", "2020-02-29"),
        ("10 dager", "2021-03-10", "2021-02-28"),
        ("10 dager", "2023-01-05", "2022-12-26"),
        ("1 dag", "2023-01-01", "2022-12-31"),
        ("2 uker", "2022-11-16", "2022-11-02"),
        ("3 veker", "2022-11-16", "2022-10-26"),
        ("1 maaned", "2023-03-31", "2023-02-28"),  # no 31 February: the last
        ("1 maaned", "2024-03-30", "2024-02-29"),
        ("1 månad", "2023-03-15", "2023-02-15"),
        ("2 måneder", "2023-01-31", "2022-11-30"),
        ("1 aar", "2024-02-29", "2023-02-28"),
        ("5 arbeidsdager", "2022-11-16", "2022-11-09"),
        ("5 arbeidsdager", "2023-04-12", "2023-03-31"),  # Easter: 6, 7 and 10 April
        ("5 arbeidsdager", "2023-01-04", "2022-12-28"),  # New Year's Day is a Sunday
        ("1 arbeidsdag", "2022-05-18", "2022-05-16"),  # the 17th of May
    ],
)
def test_the_last_day_before_a_meeting(senest: str, moetedag: str, siste_dag: str) -> None:
    rule = PAPIRENE.replace("10 dager", senest)
    last = date.fromisoformat(siste_dag)
    late = date.fromordinal(last.toordinal() + 1)
    assert utfall(dom(rule + moete(f"{{sakspapirer: {last}}}", moetedag))) == []
    assert sagt(dom(rule + moete(f"{{sakspapirer: {late}}}", moetedag))) == [
        f"feil frist @ moeter/{moetedag} sendt.sakspapirer"
    ]


@pytest.mark.parametrize(
    ("senest", "siste_dag"),
    [("2 uker", "2022-11-30"), ("1 maaned", "2022-12-16"), ("10 arbeidsdager", "2022-11-30")],
)
def test_the_last_day_after_a_meeting(senest: str, siste_dag: str) -> None:
    rule = f"regel: {{regel: frist, hva: referat, senest: {senest}, etter: moete}}\n"
    last = date.fromisoformat(siste_dag)
    late = date.fromordinal(last.toordinal() + 1)
    missed = ["feil frist @ moeter/2022-11-16 sendt.referat"]
    assert utfall(dom(rule + moete(f"{{referat: {last}}}"))) == []
    assert utfall(dom(rule + moete(f"{{referat: {late}}}"))) == missed
    nothing_sent = f"{rule}moeter/2022-11-16: {{}}\n"
    assert utfall(dom(f"dato: {last}\n{nothing_sent}")) == []
    assert [line.split()[0] for line in utfall(dom(f"dato: {late}\n{nothing_sent}"))] == ["advarsel"]
    assert utfall(dom(f"dato: {last}\n{rule}moeter/2022-11-16: {{status: planlagt}}\n")) == []


@pytest.mark.parametrize("hva", ["innkalling", "sakliste", "sakspapirer"])
def test_each_document_has_its_own_date(hva: str) -> None:
    rule = PAPIRENE.replace("hva: sakspapirer", f"hva: {hva}")
    assert utfall(dom(rule + moete(f"{{{hva}: 2022-11-06}}"))) == []
    assert utfall(dom(rule + moete(f"{{{hva}: 2022-11-07}}"))) == [
        f"feil frist @ moeter/2022-11-16 sendt.{hva}"
    ]


@pytest.mark.parametrize(
    ("flyttet", "sendt", "ventet"),
    [
        # from the 16th to the 30th, decided on the 10th
        ("{fra: 2022-11-16, dato: 2022-11-10}", "2022-11-06", 0),
        ("{fra: 2022-11-16, dato: 2022-11-10}", "2022-11-07", 1),  # the 16th still stood
        ("{fra: 2022-11-16, dato: 2022-11-10}", "2022-11-20", 0),  # the 30th stood
        ("{fra: 2022-11-16, dato: 2022-11-10}", "2022-11-21", 1),
        # from the 14th of December to the 30th, decided on the 22nd: earlier than it stood
        ("{fra: 2022-12-14, dato: 2022-11-22}", "2022-11-20", 0),
        ("{fra: 2022-12-14, dato: 2022-11-22}", "2022-11-21", 1),
    ],
)
def test_a_meeting_that_was_moved(flyttet: str, sendt: str, ventet: int) -> None:
    found = dom(PAPIRENE + moete(f"{{sakspapirer: {sendt}}}", "2022-11-30", f", flyttet: [{flyttet}]"))
    assert utfall(found) == ["feil frist @ moeter/2022-11-30 sendt.sakspapirer"] * ventet


# Strength, deviation, and the bounds of the records


@pytest.mark.parametrize(
    ("styrke", "ventet"),
    [
        ("skal", "feil"),
        ("maa", "feil"),
        ("er", "feil"),
        ("hovedregel", "advarsel"),
        ("boer", "advarsel"),
        ("anbefales", "advarsel"),
        ("oenskelig", "raad"),
        ("vurderes", "raad"),
    ],
)
def test_the_strength_decides_how_much_a_breach_weighs(styrke: str, ventet: str) -> None:
    rule = PAPIRENE.replace("{regel", f"{{styrke: {styrke}, regel")
    assert utfall(dom(rule + moete("{sakspapirer: 2022-11-07}"))) == [
        f"{ventet} frist @ moeter/2022-11-16 sendt.sakspapirer"
    ]


def test_a_permission_is_never_broken() -> None:
    rule = PAPIRENE.replace("{regel", "{styrke: kan, regel")
    assert utfall(dom(rule + moete("{sakspapirer: 2022-11-07}"))) == []


@pytest.mark.parametrize(("nivaa", "ventet"), [("lokal", 1), ("fylke", 0), ("[fylke, lokal]", 1)])
def test_a_provision_may_bind_some_levels_only(nivaa: str, ventet: int) -> None:
    rule = PAPIRENE.replace("{regel", f"{{nivaa: {nivaa}, regel")
    assert utfall(dom(rule + moete("{sakspapirer: 2022-11-07}"))) == [FOR_SENT] * ventet


def test_a_decided_deviation() -> None:
    avvik = """
utvalg:
  regelverk: [{id: regelverket, fra: 2000-01-01}]
  avvik: [{bestemmelse: regelen, gjelder: 2022-11-16, grunn: Streik i posten, vedtatt_i: 1/22}]
moeter/2022-11-16:
  sendt: {sakspapirer: 2022-11-07}
  saker: [{nr: 1/22, tittel: Innkalling, type: vedtak}]
"""
    assert utfall(dom(PAPIRENE + avvik)) == ["fraveket 2022-11-16"]


@pytest.mark.parametrize(
    ("grenser", "ventet"),
    [
        ("registrert_fra: 2022-11-16", 1),
        ("registrert_fra: 2022-11-17", 0),
        ("registrert_til: 2022-11-16", 1),
        ("registrert_til: 2022-11-15", 0),
    ],
)
def test_only_what_is_registered_is_judged(grenser: str, ventet: int) -> None:
    council = f"utvalg: {{{grenser}, regelverk: [{{id: regelverket, fra: 2000-01-01}}]}}\n"
    assert utfall(dom(PAPIRENE + council + moete("{sakspapirer: 2022-11-07}"))) == [FOR_SENT] * ventet
