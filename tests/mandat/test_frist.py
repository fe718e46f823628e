"""frist: what is done by when, counted from a meeting, an event or the calendar; and the deadlines ahead."""

from __future__ import annotations

from datetime import date, timedelta

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
    assert found.funn[0].finding.help.startswith(
        "send tidligere neste gang (siste arbeidsdag før fristen var fredag 4. november 2022); "
    )


def test_a_deadline_on_a_working_day_names_no_other() -> None:
    (located,) = dom(PAPIRENE.replace("10 dager", "9 dager") + moete("{sakspapirer: 2022-11-08}")).funn
    assert located.finding.help.startswith("send tidligere neste gang; ")


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
  saker: [{nr: 1/22, tittel: Innkalling, type: vedtak, vedtak: {tekst: Det går.}}]
"""
    assert utfall(dom(PAPIRENE + avvik)) == ["fraveket 2022-11-16"]


@pytest.mark.parametrize(
    ("grenser", "ventet"),
    [
        ("registrert_fra: 2022-11-16", FOR_SENT),
        ("registrert_fra: 2022-11-17", "uvisst før 2022-11-17"),
        ("registrert_til: 2022-11-16", FOR_SENT),
        ("registrert_til: 2022-11-15", "uvisst etter 2022-11-15"),
    ],
)
def test_only_what_is_registered_is_judged(grenser: str, ventet: str) -> None:
    council = f"utvalg: {{{grenser}, regelverk: [{{id: regelverket, fra: 2000-01-01}}]}}\n"
    assert utfall(dom(PAPIRENE + council + moete("{sakspapirer: 2022-11-07}"))) == [ventet]


# Other things than what is sent


def om_fristen(hva: str, resten: str, styrke: str = "skal") -> str:
    return f"regel: {{regel: frist, styrke: {styrke}, hva: {hva}, {resten}}}\n"


def saker(*innmeldt: str, type: str = "droefting") -> str:
    listed = [
        f"{{nr: {nr}/22, tittel: Sak, type: {type}{f', innmeldt: {day}' if day else ''}}}"
        for nr, day in enumerate(innmeldt, 1)
    ]
    return f"saker: [{', '.join(listed)}]"


SAKER = om_fristen("saker", "senest: 1 uke, foer: moete")


@pytest.mark.parametrize(
    ("innmeldt", "ventet"),
    [
        (["2022-11-09"], []),  # a week before
        (["2022-11-10"], ["feil frist @ moeter/2022-11-16 saker.0.innmeldt"]),
        (["2022-11-09", "2022-11-16"], ["feil frist @ moeter/2022-11-16 saker.1.innmeldt"]),
        (["ukjent"], ["uvisst 1/22"]),
        ([""], ["uvisst 1/22"]),  # not recorded
    ],
)
def test_each_case_is_submitted_in_time(innmeldt: list[str], ventet: list[str]) -> None:
    assert utfall(dom(f"{SAKER}moeter/2022-11-16: {{{saker(*innmeldt)}}}\n")) == ventet


@pytest.mark.parametrize("slag", ["godkjenning", "eventuelt"])
def test_some_cases_come_with_the_meeting_itself(slag: str) -> None:
    assert utfall(dom(f"{SAKER}moeter/2022-11-16: {{{saker('', type=slag)}}}\n")) == []
    late = dom(f"{SAKER}moeter/2022-11-16: {{{saker('2022-11-15', type=slag)}}}\n")
    assert [f.finding.emne for f in late.funn if f.finding.name == "frist"] == ["1/22"]


def test_the_finding_names_the_case() -> None:
    found = dom(f"{SAKER}moeter/2022-11-16: {{{saker('2022-11-10')}}}\n")
    assert meldinger(found) == [
        "sak 1/22 ble meldt inn torsdag 10. november 2022, 6 dager før møtet; "
        "fristen var onsdag 9. november 2022, 1 uke før"
    ]


@pytest.mark.parametrize("gjelder", ["1/22", "2022-11-16"])
def test_a_decided_deviation_for_one_case_or_its_meeting(gjelder: str) -> None:
    council = f"""
utvalg:
  regelverk: [{{id: regelverket, fra: 2000-01-01}}]
  avvik: [{{bestemmelse: regelen, gjelder: {gjelder}, grunn: Hastesak, vedtatt_i: Brev fra eieren}}]
"""
    assert utfall(dom(f"{SAKER}{council}moeter/2022-11-16: {{{saker('2022-11-15')}}}\n")) == ["fraveket 1/22"]


@pytest.mark.parametrize(
    ("innkalling", "innmeldt", "ventet"),
    [
        ("2022-11-01", "2022-10-01", 0),
        ("2022-11-01", "2022-11-04", 0),  # an agenda has revisions
        ("2022-11-01", "2022-11-05", 1),
    ],
)
def test_cases_may_be_submitted_after_the_notice(innkalling: str, innmeldt: str, ventet: int) -> None:
    rule = om_fristen("saker", "senest: 3 dager, etter: innkalling")
    meeting = f"moeter/2022-11-16: {{sendt: {{innkalling: {innkalling}}}, {saker(innmeldt)}}}\n"
    assert len(sagt(dom(rule + meeting))) == ventet


@pytest.mark.parametrize(
    ("innkalling", "ventet"), [("innkalling: ukjent", ["uvisst 1/22"]), ("", ["uvisst 1/22"])]
)
def test_what_a_deadline_is_counted_from_may_be_unknown(innkalling: str, ventet: list[str]) -> None:
    rule = om_fristen("saker", "senest: 3 dager, etter: innkalling")
    meeting = f"moeter/2022-11-16: {{sendt: {{{innkalling}}}, {saker('2022-11-04')}}}\n"
    assert utfall(dom(rule + meeting)) == ventet


@pytest.mark.parametrize(
    ("hva", "rute", "felt"),
    [
        ("publisering", "referat.publisert.dato", "referat: {publisert: {dato: DAG}}"),
        (
            "sakliste_publisering",
            "sakliste.publisert.dato",
            "sakliste: {publisert: {dato: DAG}}",
        ),
    ],
)
def test_the_day_something_was_published(hva: str, rute: str, felt: str) -> None:
    rule = om_fristen(hva, "senest: 2 uker, etter: moete")
    for day, expected in (("2022-11-30", []), ("2022-12-01", [f"feil frist @ moeter/2022-11-16 {rute}"])):
        assert utfall(dom(f"{rule}moeter/2022-11-16: {{{felt.replace('DAG', day)}}}\n")) == expected
    top = rute.split(".")[0]
    for unknown in (f"{top}: ukjent", f"{top}: {{publisert: ukjent}}", felt.replace("DAG", "ukjent")):
        assert utfall(dom(f"{rule}moeter/2022-11-16: {{{unknown}}}\n")) == ["uvisst 2022-11-16"]
    for lacking, label in (("", top), (f"{top}: {{}}", "publisert")):
        found = dom(f"{rule}moeter/2022-11-16: {{{lacking}}}\n")
        assert utfall(found) == [f"advarsel frist @ moeter/2022-11-16 {rute}"]
        assert found.funn[0].finding.label == f"her mangler «{label}»"


@pytest.mark.parametrize(
    ("godkjent", "publisert", "ventet"),
    [
        ("2022-11-16", "2022-11-23", []),
        ("2022-11-16", "2022-11-24", ["feil frist @ moeter/2022-09-22 referat.publisert.dato"]),
        ("", "", []),  # not approved: nothing to count from
        ("", "2022-12-24", []),
        ("ukjent", "2022-12-24", ["uvisst 2022-09-22"]),
        ("2022-11-16", "", ["advarsel frist @ moeter/2022-09-22 referat.publisert.dato"]),
    ],
)
def test_published_after_it_was_approved(godkjent: str, publisert: str, ventet: list[str]) -> None:
    rule = om_fristen("publisering", "senest: 1 uke, etter: godkjenning")
    approved = f"{{moete: {godkjent}, sak: 1/22}}" if godkjent.startswith("2") else godkjent
    felt = [f"godkjent: {approved}"] * bool(godkjent) + [f"publisert: {{dato: {publisert}}}"] * bool(
        publisert
    )
    found = dom(
        f"{rule}moeter/2022-09-22: {{referat: {{{', '.join(felt)}}}}}\n"
        "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: Referat, type: godkjenning, godkjenner: [2022-09-22]}]}\n"
    )
    said = [line for line in utfall(found) if "frist" in line or "uvisst" in line]
    assert said == ventet


def test_approved_in_time() -> None:
    rule = om_fristen("godkjenning", "senest: 2 maaneder, etter: moete")
    first = "moeter/2022-09-16: {referat: {godkjent: {moete: DAG, sak: 1/22}}}\n"
    case = "{saker: [{nr: 1/22, tittel: Referat, type: godkjenning, godkjenner: [2022-09-16]}]}\n"
    for day, count in (("2022-11-16", 0), ("2022-11-17", 1)):
        found = dom(f"{rule}{first.replace('DAG', day)}moeter/{day}: {case}")
        assert len([f for f in found.funn if f.finding.emne == "2022-09-16"]) == count


# Earliest, and about


@pytest.mark.parametrize(
    ("resten", "innenfor", "utenfor"),
    [
        ("tidligst: 3 uker, foer: moete", "2022-10-26", "2022-10-25"),
        ("tidligst: 1 maaned, foer: moete", "2022-10-16", "2022-10-15"),
        ("tidligst: 3 uker, omtrent: 3 dager, foer: moete", "2022-10-23", "2022-10-22"),
        ("senest: 1 uke, tidligst: 3 uker, foer: moete", "2022-10-26", "2022-10-25"),
        ("senest: 1 uke, tidligst: 3 uker, foer: moete", "2022-11-09", "2022-11-10"),
        ("senest: 3 uker, omtrent: 3 dager, foer: moete", "2022-10-29", "2022-10-30"),
        ("senest: 3 uker, tidligst: 3 uker, omtrent: 3 dager, foer: moete", "2022-10-23", "2022-10-22"),
        ("senest: 3 uker, tidligst: 3 uker, omtrent: 3 dager, foer: moete", "2022-10-29", "2022-10-30"),
        ("tidligst: 2 dager, etter: moete", "2022-11-18", "2022-11-17"),
        ("tidligst: 1 uke, omtrent: 2 dager, etter: moete", "2022-11-21", "2022-11-20"),
        ("senest: 1 uke, omtrent: 2 dager, etter: moete", "2022-11-25", "2022-11-26"),
    ],
)
def test_both_bounds(resten: str, innenfor: str, utenfor: str) -> None:
    rule = om_fristen("innkalling", resten)
    assert utfall(dom(rule + moete(f"{{innkalling: {innenfor}}}"))) == []
    assert sagt(dom(rule + moete(f"{{innkalling: {utenfor}}}"))) == [
        "feil frist @ moeter/2022-11-16 sendt.innkalling"
    ]


def test_too_early_says_so() -> None:
    rule = om_fristen("innkalling", "senest: 1 uke, tidligst: 3 uker, omtrent: 1 dag, foer: moete")
    assert meldinger(dom(rule + moete("{innkalling: 2022-10-20}"))) == [
        "innkallingen gikk ut torsdag 20. oktober 2022, 27 dager før møtet; "
        "tidligst er tirsdag 25. oktober 2022, 3 uker før, med 1 dag slingringsmonn"
    ]


def test_what_only_must_not_come_early_may_never_come() -> None:
    rule = om_fristen("innkalling", "tidligst: 3 uker, foer: moete")
    assert utfall(dom(f"{rule}moeter/2022-11-16: {{}}\n")) == []
    assert utfall(dom(rule + moete("{innkalling: ukjent}"))) == ["uvisst 2022-11-16"]


# Events


REDAKSJONSRAAD = om_fristen("redaksjonsraadsmoete", "senest: 3 uker, foer: moete")
RAADET = "hendelser: [{hva: redaksjonsraadsmoete, dato: DAG}]\n"
TO_MOETER = "moeter/2022-09-14: {}\nmoeter/2022-11-16: {}\n"
ETTER_SISTE = "utvalg: {registrert_fra: 2022-10-01, regelverk: [{id: regelverket, fra: 2000-01-01}]}\n"


@pytest.mark.parametrize(
    ("hendelser", "ventet"),
    [
        ("{dato: 2022-10-26}", []),
        ("{dato: 2022-09-15}", []),  # the day after the meeting before
        ("{dato: 2022-10-27}", ["feil frist @ hendelser 0.dato"]),
        ("{dato: 2022-11-16}", ["feil frist @ hendelser 0.dato"]),
        ("{dato: 2022-09-14}", ["feil frist @ moeter/2022-11-16 dato"]),  # belongs to the meeting of that day
        ("{dato: 2022-09-14, moete: 2022-11-16}", []),  # unless it says otherwise
        ("{dato: 2022-11-20}", ["feil frist @ moeter/2022-11-16 dato"]),
        ("{dato: 2022-11-20, moete: 2022-11-16}", ["feil frist @ hendelser 0.dato"]),
        ("{dato: 2022-10-26, moete: 2023-02-09}", ["feil frist @ moeter/2022-11-16 dato"]),
        ("{dato: ukjent}", ["uvisst 2022-11-16"]),
        ("{dato: ukjent, moete: 2022-11-16}", ["uvisst 2022-11-16"]),
        ("{dato: ukjent, moete: 2022-09-14}", ["feil frist @ moeter/2022-11-16 dato"]),
        ("{dato: 2022-11-10}, {dato: 2022-10-20}", []),  # one in time is enough
        ("{dato: ukjent}, {dato: 2022-10-20}", []),
    ],
)
def test_an_event_before_each_meeting(hendelser: str, ventet: list[str]) -> None:
    listed = hendelser.replace("{dato", "{hva: redaksjonsraadsmoete, dato")
    early = "{hva: redaksjonsraadsmoete, dato: 2022-01-01, moete: 2022-09-14}"
    found = dom(f"{REDAKSJONSRAAD}hendelser: [{listed}, {early}]\n{TO_MOETER}")
    said = [line for line in utfall(found) if "ukjent-henvisning" not in line]
    assert said == ventet


def test_an_event_that_lacks_is_said_of_the_meeting() -> None:
    found = dom(f"{REDAKSJONSRAAD}moeter/2022-11-16: {{}}\n")
    assert meldinger(found) == [
        "møte i redaksjonsrådet før møtet 16. november 2022 er ikke ført; fristen var onsdag 26. oktober 2022"
    ]


@pytest.mark.parametrize(
    ("hva", "ventet"),
    [
        ("saksmoete", "saksmøte før møtet"),
        ("aarlig_raadsmoete", "årlig rådsmøte før møtet"),
        ("evaluering", "evaluering før møtet"),
    ],
)
def test_an_event_that_a_mandate_has_named_itself_is_said_as_it_is_read(hva: str, ventet: str) -> None:
    rule = f"regel: {{regel: frist, hva: {hva}, senest: 4 uker, foer: moete}}\nmoeter/2022-11-16: {{}}\n"
    melding, *_ = (m for m in meldinger(dom(rule)) if not m.startswith("ingen har ført"))
    assert melding.startswith(f"{ventet} 16. november 2022 er ikke ført")


def test_an_event_from_before_the_records() -> None:
    """Whether the agenda committee met before the register begins, nobody can know."""
    meeting = "moeter/2022-11-16: {}\n"
    assert utfall(dom(REDAKSJONSRAAD + ETTER_SISTE + meeting)) == ["uvisst 2022-11-16"]
    all_recorded = ETTER_SISTE.replace("2022-10-01", "2022-09-15")
    assert sagt(dom(REDAKSJONSRAAD + all_recorded + TO_MOETER)) == [
        "feil frist @ moeter/2022-11-16 dato",
    ]


def test_events_that_cannot_be_read() -> None:
    found = dom(f"{REDAKSJONSRAAD}hendelser: [{{hva: x, datto: y}}]\nmoeter/2022-11-16: {{}}\n")
    assert utfall(found)[-1:] == ["uvisst 2022-11-16"]


def test_a_meeting_that_cannot_be_read_may_be_the_one_the_event_belongs_to() -> None:
    between = "moeter/2022-11-01: {ukjent_noekkel: ja}\n"
    found = dom(f"{REDAKSJONSRAAD}{RAADET.replace('DAG', '2022-10-01')}moeter/2022-11-16: {{}}\n{between}")
    assert utfall(found)[-1:] == ["uvisst 2022-11-16"]
    found = dom(f"{REDAKSJONSRAAD}{RAADET.replace('DAG', '2022-11-02')}moeter/2022-11-16: {{}}\n{between}")
    assert "feil frist @ hendelser 0.dato" in utfall(found)


@pytest.mark.parametrize(
    ("evaluering", "dato", "ventet"),
    [
        ("2022-03-01", "2023-01-01", []),
        ("2022-05-01", "2023-01-01", []),
        ("2022-05-02", "2023-01-01", ["feil frist @ hendelser 1.dato"]),
        ("2022-02-28", "2022-05-01", []),  # before it: of no account, and there is time yet
        ("2022-02-28", "2022-05-02", ["advarsel frist @ hendelser 0.dato"]),
    ],
)
def test_an_event_after_another(evaluering: str, dato: str, ventet: list[str]) -> None:
    rule = om_fristen("evaluering", "senest: 2 maaneder, etter: erfaringssamling")
    events = (
        f"hendelser: [{{hva: erfaringssamling, dato: 2022-03-01}}, {{hva: evaluering, dato: {evaluering}}}]\n"
    )
    assert utfall(dom(f"dato: {dato}\n{rule}{events}")) == ventet


@pytest.mark.parametrize(("dag", "ventet"), [("2022-03-01", 0), ("2022-03-02", 1)])
def test_the_first_meeting_after_a_round_of_appointments(dag: str, ventet: int) -> None:
    rule = om_fristen("moete", "senest: 2 maaneder, etter: oppnevningsrunde")
    events = "hendelser: [{hva: oppnevningsrunde, dato: 2022-01-01}]\n"
    assert len(sagt(dom(f"{rule}{events}moeter/{dag}: {{}}\n"))) == ventet
    assert len(sagt(dom(f"{rule}{events}moeter/{dag}: {{status: planlagt}}\n"))) == 1


HOERING = om_fristen("uttalelse", "senest: 6 uker, etter: hoering")
TO_HOERINGER = """
hendelser:
  - {hva: hoering, dato: 2022-10-01, sak: FOERSTE}
  - {hva: hoering, dato: 2022-10-05, sak: 4/22}
  - {hva: uttalelse, dato: 2022-11-10, sak: 2/22}
  - {hva: uttalelse, dato: 2022-11-15, sak: SISTE}
moeter/2022-11-16: {saker: [{nr: 2/22, tittel: A, type: annet}, {nr: 4/22, tittel: B, type: annet}]}
"""


@pytest.mark.parametrize(
    ("foerste", "siste", "ventet"),
    [
        ("2/22", "4/22", []),
        ("2/22", "2/22", ["advarsel frist @ hendelser 1.dato"]),  # nobody answered the second
        ("2/22", "ukjent", ["uvisst hoering 2022-10-05"]),
        ("ukjent", "4/22", ["uvisst hoering 2022-10-01"]),
    ],
)
def test_what_names_the_same_case_belongs_together(foerste: str, siste: str, ventet: list[str]) -> None:
    register = TO_HOERINGER.replace("FOERSTE", foerste).replace("SISTE", siste)
    assert utfall(dom(HOERING + register), "regelen") == ventet


def test_papers_counted_from_an_event() -> None:
    """The notice goes out within three days of the agenda committee's meeting, which names no meeting."""
    rule = om_fristen("innkalling", "senest: 3 dager, etter: redaksjonsraadsmoete")
    council = RAADET.replace("DAG", "2022-10-20") + "moeter/2022-09-14: {}\n"
    for day, count in (("2022-10-23", 0), ("2022-10-24", 1)):
        assert len(sagt(dom(rule + council + moete(f"{{innkalling: {day}}}")))) == count
    unread = "moeter/2022-11-01: {ukjent_noekkel: ja}\n"
    assert "uvisst redaksjonsraadsmoete 2022-10-20" in utfall(
        dom(rule + council + unread + moete("{innkalling: 2022-10-30}"))
    )


# At once, and in reasonable time


@pytest.mark.parametrize("ord", ["straks", "rimelig_tid"])
@pytest.mark.parametrize(
    ("sendt", "neste", "ventet"),
    [
        ("2022-11-17", "2022-12-14", []),
        ("2022-12-14", "2022-12-14", []),  # the day of the next meeting
        ("2022-12-15", "2022-12-14", ["feil frist @ moeter/2022-11-16 sendt.referat"]),
        ("2022-12-15", "2022-12-14: {status: planlagt}", []),
        ("", "2022-12-14", ["feil frist @ moeter/2022-11-16 sendt.referat"]),
        ("", "2022-12-14: {status: planlagt}", []),
        ("ukjent", "2022-12-14", ["uvisst 2022-11-16"]),
        ("2022-11-20", "2022-12-14: {ukjent_noekkel: ja}", []),
        ("2022-12-20", "2022-12-14: {ukjent_noekkel: ja}", ["uvisst 2022-11-16"]),
        ("", "2022-12-14: {ukjent_noekkel: ja}", ["uvisst 2022-11-16"]),
    ],
)
def test_without_a_day_after_a_meeting(ord: str, sendt: str, neste: str, ventet: list[str]) -> None:
    rule = om_fristen("referat", f"senest: {ord}, etter: moete")
    following = f"moeter/{neste}" if ":" in neste else f"moeter/{neste}: {{sendt: {{referat: {neste}}}}}"
    said = utfall(dom(f"{rule}{moete(f'{{referat: {sendt}}}' if sendt else '{}')}{following}\n"))
    assert [line for line in said if "ukjent-noekkel" not in line] == ventet


@pytest.mark.parametrize(("sendt", "ventet"), [("2022-11-16", 0), ("2022-11-17", 1), ("", 1)])
def test_without_a_day_before_a_meeting(sendt: str, ventet: int) -> None:
    rule = om_fristen("sakspapirer", "senest: rimelig_tid, foer: moete")
    found = dom(rule + moete(f"{{sakspapirer: {sendt}}}" if sendt else "{}"))
    assert utfall(found) == [FOR_SENT] * ventet
    assert all("i rimelig tid, før møtet" in text for text in meldinger(found))


# Days of the calendar


MOETEPLAN = om_fristen("moeteplan", 'senest: "1. desember"')
FRA_2021 = "utvalg: {registrert_fra: 2021-01-01, regelverk: [{id: regelverket, fra: 2000-01-01}]}\n"
HER = "frist @ utvalg regelverk.0.id"


@pytest.mark.parametrize(
    ("dager", "dato", "ventet"),
    [
        (["2021-12-01", "2022-01-01"], "2023-01-01", []),
        (["2021-12-01", "2022-12-01"], "2023-01-01", []),
        (["2021-12-01", "2022-12-02"], "2023-01-01", ["feil frist @ hendelser 1.dato"]),
        (["2021-12-01"], "2022-12-01", []),  # the last day itself
        (["2021-12-01"], "2022-12-02", [f"advarsel {HER}"]),
        (["2021-12-01", "ukjent"], "2022-12-02", ["uvisst 2022"]),
        (["2022-12-01"], "2023-01-01", [f"feil {HER}"]),
        (["2021-12-01", "2023-01-01"], "2023-06-01", [f"feil {HER}"]),  # the one of 2023 is no one else's
    ],
)
def test_a_day_of_each_year(dager: list[str], dato: str, ventet: list[str]) -> None:
    events = "hendelser: [" + ", ".join(f"{{hva: moeteplan, dato: {day}}}" for day in dager) + "]\n"
    assert utfall(dom(f"dato: {dato}\n{MOETEPLAN}{FRA_2021}{events}")) == ventet


def test_what_a_year_lacks() -> None:
    found = dom(f"dato: 2023-01-01\n{MOETEPLAN}{FRA_2021.replace('2021', '2022')}")
    assert meldinger(found) == ["vedtatt møteplan er ikke ført i 2022; fristen var torsdag 1. desember 2022"]
    assert [(f.finding.emne, str(f.finding.since)) for f in found.funn] == [("2022", "2022-12-02")]


@pytest.mark.parametrize(
    ("grenser", "ventet"),
    [
        ("registrert_fra: 2022-01-01", ["2022"]),
        ("registrert_fra: 2022-01-02", []),
        ("registrert_fra: 2022-01-01, registrert_til: 2022-12-01", ["2022"]),
        ("registrert_fra: 2022-01-01, registrert_til: 2022-11-30", []),
    ],
)
def test_only_years_on_record(grenser: str, ventet: list[str]) -> None:
    council = f"utvalg: {{{grenser}, regelverk: [{{id: regelverket, fra: 2000-01-01}}]}}\n"
    assert [f.finding.emne for f in dom(f"dato: 2023-01-01\n{MOETEPLAN}{council}").funn] == ventet


@pytest.mark.parametrize(
    ("dag", "gjort", "ventet"),
    [
        ("29. februar", "2022-02-28", 0),
        ("29. februar", "2022-03-01", 1),
        ("31. desember", "2022-12-31", 0),
        ("1. januar", "2022-01-01", 0),
        ("1. januar", "2022-01-02", 1),
    ],
)
def test_days_that_are_not_there_every_year(dag: str, gjort: str, ventet: int) -> None:
    rule = om_fristen("moeteplan", f'senest: "{dag}"')
    council = FRA_2021.replace("2021", "2022") + f"hendelser: [{{hva: moeteplan, dato: {gjort}}}]\n"
    assert len(sagt(dom(f"dato: 2023-01-01\n{rule}{council}"))) == ventet


@pytest.mark.parametrize(
    ("utvalg", "gjort", "dato", "ventet"),
    [
        ("", "2022-06-30", "2023-01-01", []),
        ("", "2022-07-01", "2023-01-01", ["feil frist @ hendelser 0.dato"]),
        ("", "2019-12-31", "2023-01-01", [f"advarsel {HER}"]),  # before the rules bound anyone
        ("", "2020-01-01", "2023-01-01", []),
        ("", "", "2022-06-30", []),
        ("", "", "2022-07-01", [f"advarsel {HER}"]),
        ("registrert_fra: 2021-01-01, ", "", "2022-07-01", ["uvisst 2022-06-30"]),
        ("registrert_fra: 2022-07-01, ", "", "2023-01-01", []),
    ],
)
def test_a_day_once(utvalg: str, gjort: str, dato: str, ventet: list[str]) -> None:
    rule = om_fristen("mandatrevisjon", "senest: 2022-06-30")
    council = f"utvalg: {{{utvalg}regelverk: [{{id: regelverket, fra: 2020-01-01}}]}}\n"
    events = f"hendelser: [{{hva: mandatrevisjon, dato: {gjort}}}]\n" if gjort else ""
    assert utfall(dom(f"dato: {dato}\n{rule}{council}{events}")) == ventet


# Deadlines ahead


def varsler(text: str) -> list[tuple[str, str]]:
    return [(v.i_ord(str), str(v.siste_dag)) for v in dom(text).varsler]


def test_the_last_day_to_submit_a_case() -> None:
    register = f"{SAKER}moeter/2022-11-16: {{status: innkalt, {saker('2022-10-01')}}}\n"
    assert varsler(f"dato: 2022-11-09\n{register}") == [("sakene til møtet 2022-11-16", "2022-11-09")]
    assert varsler(f"dato: 2022-11-10\n{register}") == []


def test_an_event_before_a_meeting_ahead() -> None:
    ahead = f"dato: 2022-10-01\n{REDAKSJONSRAAD}moeter/2022-11-16: {{status: planlagt}}\n"
    assert varsler(ahead) == [("møte i redaksjonsrådet før møtet 2022-11-16", "2022-10-26")]
    assert varsler(ahead + RAADET.replace("DAG", "2022-09-30")) == []


@pytest.mark.parametrize(
    ("hva", "resten", "register", "siste", "ventet"),
    [
        ("referat", "senest: 2 uker, etter: moete", "moeter/2022-11-16: SENDT", "2022-11-30",
         "referatet fra møtet 2022-11-16"),
        ("evaluering", "senest: 2 uker, etter: kurs", "hendelser: [{hva: kurs, dato: 2022-11-16}, SENDT]", "2022-11-30",
         "evaluering etter kurs 2022-11-16"),
        ("evaluering", 'senest: "1. desember"', "hendelser: [SENDT]", "2022-12-01", "evaluering"),
    ],
)  # fmt: skip
def test_what_follows_something_that_has_been_is_due_until_it_is_done(
    hva: str, resten: str, register: str, siste: str, ventet: str
) -> None:
    rule = om_fristen(hva, resten) + "utvalg: {registrert_fra: 2022-01-01}\n"
    undone = register.replace("SENDT", "{}" if hva == "referat" else "").replace(", ]", "]")
    day = date.fromisoformat(siste)
    assert varsler(f"dato: {day}\n{rule}{undone}") == [(ventet, siste)]
    assert varsler(f"dato: {day + timedelta(days=1)}\n{rule}{undone}") == []
    ended = rule.replace("2022-01-01}", f"2022-01-01, registrert_til: {day - timedelta(days=1)}}}")
    assert varsler(f"dato: {day}\n{ended}{undone}") == []
    done = "{sendt: {referat: 2022-11-20}}" if hva == "referat" else "{hva: evaluering, dato: 2022-11-20}"
    assert varsler(f"dato: {day}\n{rule}{register.replace('SENDT', done)}") == []


def test_what_has_no_day_of_its_own_has_no_deadline_ahead() -> None:
    rule = om_fristen("sakspapirer", "senest: rimelig_tid, foer: moete")
    assert varsler(f"dato: 2022-10-01\n{rule}moeter/2022-11-16: {{status: planlagt}}\n") == []


# What a provision may not say


@pytest.mark.parametrize(
    ("hva", "resten", "tekst"),
    [
        ("referat", "senest: 1 uke", "enten «foer» eller «etter»"),
        ("referat", "senest: 1 uke, foer: moete, etter: moete", "enten «foer» eller «etter»"),
        ("referat", "etter: moete", "«senest» eller «tidligst»"),
        ("referat", "senest: 1 uke, etter: referat", "noe annet enn det som skal gjøres"),
        ("referat", "senest: straks, omtrent: 1 dag, etter: moete", "slingringsmonn på en tid"),
        ("referat", "senest: 1 uke, omtrent: 1 aar, etter: moete", "slingringsmonn i hele år"),
        ("evaluering", "senest: 2022-12-01, etter: moete", "en frist på en bestemt dag"),
        ("evaluering", "senest: 2022-12-01, tidligst: 1 dag", "en frist på en bestemt dag"),
        (
            "evaluering",
            "senest: 2022-12-01, egen_frist: ja",
            "«egen_frist» er dagen en oppfølging eller en sak",
        ),
        ("svar", "senest: 2022-12-01, egen_frist: ja", "en frist på en bestemt dag"),
        ("svar", "senest: 2022-12-01", "det som hører til et møte"),
        ("svar", "senest: neste moete, foer: moete", "skriv «etter», ikke «foer»"),
        ("svar", "senest: neste moetee, etter: moete", "mente du «moete»"),
        ("oppfoelging", "senest: neste, etter: moete", "her skal det stå en tid"),
        ("oppfoelging", "etter: moete", "«senest» eller «tidligst»"),
        ("referat", "senest: 2022-12-01", "det som hører til et møte"),
        ("referat", "senest: snart, etter: moete", "her skal det stå en tid"),
        ("evaluering", "senest: 1 uke, etter: kurs, der: {form: fysisk}", "«der» velger blant møter"),
        ("evaluering", "senest: 2022-12-01, der: {form: fysisk}", "en frist på en bestemt dag"),
        ("evaluering", "senest: 31. april", "her skal det stå en tid"),
        ("evaluering", "senest: 2022-02-30", "finnes ikke i kalenderen"),
    ],
)
def test_deadlines_that_cannot_be_meant(hva: str, resten: str, tekst: str) -> None:
    (message,) = meldinger(dom(om_fristen(hva, resten)))[:1]
    assert tekst in message
