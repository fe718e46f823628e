"""Deadlines to and from anything that has a day: the next meeting, the same day, a day the record sets, a report."""

from __future__ import annotations

import pytest

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.moetebok import oppmoete
from brukerutvalg_cli.register.load import load
from smaa_registre import dom, meldinger, sagt, utfall
from smaa_registre import tree as skriv_i


def regel(felter: str) -> str:
    return f"regel: {{regel: frist, {felter}}}\n"


def om_fristen(text: str) -> list[str]:
    """What is said of the deadline, beside what is built in of follow-ups."""
    return [f.finding.message for f in dom(text).funn if f.finding.name == "frist"]


def varsler(text: str) -> list[tuple[str, str]]:
    return [(f"{f.hva} {f.om}".strip(), str(f.siste_dag)) for f in dom(text).varsler]


# What was taken on is done by the next meeting


OPPFOELGING = regel("hva: oppfoelging, senest: neste moete, etter: moete, egen_frist: ja")
STED = "moeter/2022-02-09 saker.0.oppfoelging.0"


def tatt_paa_seg(felter: str = "", *, sak: str = "") -> str:
    task = f"{{hva: Spørre, ansvarlig: kari{felter}}}"
    return (
        f"moeter/2022-02-09: {{saker: [{{nr: 1/22, tittel: A, type: annet, oppfoelging: [{task}]{sak}}}]}}\n"
    )


MAI = "moeter/2022-05-11: {}\n"


@pytest.mark.parametrize(
    ("felter", "ventet"),
    [
        (", fullfoert: 2022-05-11", []),
        (", fullfoert: 2022-05-12", [f"feil frist @ {STED}.fullfoert"]),
        ("", [f"feil frist @ {STED}.fullfoert"]),
        (", fullfoert: ukjent", ["uvisst 1/22 oppfølging 1"]),
        # it sets its own day
        (", frist: 2022-06-01, fullfoert: 2022-06-01", []),
        (", frist: 2022-06-01, fullfoert: 2022-06-02", [f"feil frist @ {STED}.fullfoert"]),
        (", frist: 2022-03-01, fullfoert: 2022-05-11", [f"feil frist @ {STED}.fullfoert"]),
        (", til_neste_moete: ja, fullfoert: 2022-05-11", []),
        (", frist: ukjent", ["uvisst 1/22 oppfølging 1"]),
    ],
)
def test_what_was_taken_on_is_done_by_the_next_meeting(felter: str, ventet: list[str]) -> None:
    assert utfall(dom(OPPFOELGING + tatt_paa_seg(felter) + MAI), "regelen") == ventet


def test_the_finding_says_what_and_by_when() -> None:
    assert om_fristen(OPPFOELGING + tatt_paa_seg() + MAI) == [
        "oppfølgingen «Spørre» i sak 1/22 er ikke ført som gjort; "
        "det skulle være gjort innen neste møte, onsdag 11. mai 2022"
    ]
    late = tatt_paa_seg(", frist: 2022-03-01, fullfoert: 2022-03-02")
    assert om_fristen(OPPFOELGING + late + MAI) == [
        "oppfølgingen «Spørre» i sak 1/22 ble gjort onsdag 2. mars 2022, 21 dager etter møtet; "
        "fristen var tirsdag 1. mars 2022, som er satt der"
    ]


def test_of_a_confidential_case_nothing_is_quoted() -> None:
    (said,) = om_fristen(OPPFOELGING + tatt_paa_seg(sak=", fortrolig: ja") + MAI)
    assert said.startswith("oppfølging nr. 1 i sak 1/22 er ikke ført som gjort")


def test_until_the_next_meeting_is_held_nothing_is_late() -> None:
    planned = "moeter/2022-05-11: {status: planlagt}\n"
    text = OPPFOELGING + tatt_paa_seg() + planned
    assert om_fristen(f"dato: 2022-05-12\n{text}") == []
    assert varsler(f"dato: 2022-03-01\n{text}") == [
        ("oppfølgingen «Spørre» i sak 1/22 fra møtet", "2022-05-11")
    ]
    own = OPPFOELGING + tatt_paa_seg(", frist: 2022-04-01") + planned
    assert varsler(f"dato: 2022-03-01\n{own}") == [
        ("oppfølgingen «Spørre» i sak 1/22 fra møtet", "2022-04-01")
    ]


def test_only_what_sets_its_own_day_has_one() -> None:
    rule = regel("hva: oppfoelging, egen_frist: ja")
    later = MAI + "moeter/2022-09-14: {}\n"
    assert om_fristen(rule + tatt_paa_seg() + later) == []
    for own in (", frist: 2022-03-01", ", til_neste_moete: ja"):
        assert utfall(dom(rule + tatt_paa_seg(own) + later)) == [f"feil frist @ {STED}.fullfoert"]


# The answer to a case


SVAR = regel("hva: svar, senest: 2 maaneder, etter: moete, egen_frist: ja")


def sak(felter: str) -> str:
    return f"moeter/2022-02-09: {{saker: [{{nr: 1/22, tittel: A, type: annet{felter}}}]}}\n" + MAI


@pytest.mark.parametrize(
    ("felter", "ventet"),
    [
        ("", []),  # it was sent to nobody
        (", oversendt_til: nav-fylket, svar: Ja., besvart: 2022-04-09", []),
        (", oversendt_til: nav-fylket, svar: Ja., besvart: 2022-04-10",
         ["feil frist @ moeter/2022-02-09 saker.0.besvart"]),
        (", oversendt_til: nav-fylket", ["feil frist @ moeter/2022-02-09 saker.0.besvart"]),
        (", oversendt_til: nav-fylket, svar: Ja.", ["uvisst 1/22 svar"]),
        (", oversendt_til: nav-fylket, svarfrist: 2022-06-01, svar: Ja., besvart: 2022-06-01", []),
        (", oversendt_til: nav-fylket, svarfrist: 2022-03-01, svar: Ja., besvart: 2022-03-02",
         ["feil frist @ moeter/2022-02-09 saker.0.besvart"]),
        (", oversendt_til: nav-fylket, svarfrist: ukjent", ["uvisst 1/22 svar"]),
    ],
)  # fmt: skip
def test_an_answer_comes_within_two_months_or_by_the_day_the_case_sets(
    felter: str, ventet: list[str]
) -> None:
    register = "organisasjoner: {nav-fylket: {navn: Nav, type: offentlig, side: nav}}\n"
    assert utfall(dom(SVAR + register + sak(felter)), "regelen") == ventet


def test_an_answer_by_the_next_meeting() -> None:
    rule = regel("hva: svar, senest: neste moete, etter: moete")
    register = "organisasjoner: {nav-fylket: {navn: Nav, type: offentlig, side: nav}}\n"
    assert (
        sagt(dom(rule + register + sak(", oversendt_til: nav-fylket, svar: Ja., besvart: 2022-05-11"))) == []
    )
    assert meldinger(dom(rule + register + sak(", oversendt_til: nav-fylket"))) == [
        "svaret på sak 1/22 er ikke ført; det skulle være gjort innen neste møte, onsdag 11. mai 2022"
    ]


# Absence is notified


FORFALL = regel("hva: forfall, senest: 2 dager, foer: moete")
KARI = "medlemmer/kari: {navn: Kari Nordmann, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"


@pytest.mark.parametrize(
    ("forfall", "ventet"),
    [
        ("{person: kari, meldt: 2022-02-07}", []),
        ("{person: kari, meldt: 2022-02-08}", ["feil frist @ moeter/2022-02-09 forfall.0.meldt"]),
        ("{person: kari, meldt: ukjent}", ["uvisst 2022-02-09 kari"]),
        ("kari", ["uvisst 2022-02-09 kari"]),  # that she reported it, is known; when, nobody wrote down
        ("[kari, {person: kari, meldt: 2022-02-07}]", None),
    ],
)
def test_absence_is_reported_two_days_before(forfall: str, ventet: list[str] | None) -> None:
    found = dom(
        f"{FORFALL}{KARI}moeter/2022-02-09: {{forfall: {forfall if forfall[0] == '[' else f'[{forfall}]'}}}\n"
    )
    if ventet is None:
        assert "feil nevnt-to-ganger @ moeter/2022-02-09 forfall.1" in sagt(found)
    else:
        assert utfall(found) == ventet


def test_the_finding_says_who_and_when() -> None:
    late = dom(f"{FORFALL}{KARI}moeter/2022-02-09: {{forfall: [{{person: kari, meldt: 2022-02-08}}]}}\n")
    assert meldinger(late) == [
        "forfallet til Kari Nordmann ble meldt tirsdag 8. februar 2022, 1 dag før møtet; "
        "fristen var mandag 7. februar 2022, 2 dager før"
    ]


@pytest.mark.parametrize(
    "galt",
    [
        "{person: kari}",
        "{meldt: 2022-02-07}",
        "{person: kari, meldt: i går}",
        "{person: kari, naar: 2022-02-07}",
        "[kari]",
    ],
)
def test_an_entry_that_cannot_be_read_is_one_finding(galt: str) -> None:
    found = dom(f"{KARI}moeter/2022-02-09: {{forfall: [{galt}]}}\n")
    assert [f.finding.code < "BU100" for f in found.funn] == [True]


def test_one_who_is_nobody_is_told_where_she_is_named() -> None:
    found = dom("moeter/2022-02-09: {forfall: [per, {person: kari, meldt: 2022-02-07}]}\n")
    assert [line.rpartition(" ")[2] for line in sagt(found)] == ["forfall.0", "forfall.1.person"]


def test_attendance_recorded_anew_keeps_the_day_it_was_reported() -> None:
    tree = skriv_i(f"{KARI}moeter/2022-02-09: {{forfall: [{{person: kari, meldt: 2022-02-07}}]}}\n")
    draft, mappe = Utkast(tree), next(iter(load(tree).register.mapper.values()))
    moete = mappe.moeter[0]

    oppmoete(draft, mappe, moete.navn, [{"person": "per"}], ["kari", "ola"], {})

    assert draft.verdi(moete.path, ("forfall",)) == [{"person": "kari", "meldt": "2022-02-07"}, "ola"]


# The same day


@pytest.mark.parametrize(
    ("grenser", "dag", "ventet"),
    [
        ("senest: samme_dag, etter: moete", "2022-02-09", 0),
        ("senest: samme_dag, etter: moete", "2022-02-10", 1),
        ("senest: samme_dag, tidligst: samme_dag, etter: moete", "2022-02-08", 1),
        ("senest: samme_dag, etter: moete, omtrent: 2 dager", "2022-02-11", 0),
        ("senest: samme_dag, etter: moete, omtrent: 2 dager", "2022-02-12", 1),
        ("senest: samme_dag, foer: moete", "2022-02-09", 0),
    ],
)
def test_on_the_same_day(grenser: str, dag: str, ventet: int) -> None:
    text = f"{regel(f'hva: referat, {grenser}')}moeter/2022-02-09: {{sendt: {{referat: {dag}}}}}\n{MAI}"
    found = [line for line in sagt(dom(text)) if "2022-02-09" in line]
    assert len(found) == ventet


def test_too_early_for_the_same_day_says_so() -> None:
    rule = regel("hva: kurs, senest: samme_dag, tidligst: samme_dag, foer: moete")
    early = "moeter/2022-02-09: {}\nhendelser: [{hva: kurs, dato: 2022-02-08}]\n"
    assert meldinger(dom(rule + early)) == [
        "kurs var tirsdag 8. februar 2022, 1 dag før møtet; tidligst er onsdag 9. februar 2022, samme dag som møtet"
    ]


# The next of anything, and tolerance


def test_by_the_next_yearly_meeting_give_or_take_a_week() -> None:
    rule = regel("hva: evaluering, senest: neste aarsmoete, etter: oppnevningsrunde, omtrent: 1 uke")
    events = "{hva: oppnevningsrunde, dato: 2022-01-01}, {hva: aarsmoete, dato: 2022-03-10}"
    for day, ventet in (("2022-03-17", []), ("2022-03-18", ["feil frist @ hendelser 2.dato"])):
        assert utfall(dom(f"{rule}hendelser: [{events}, {{hva: evaluering, dato: {day}}}]\n")) == ventet


@pytest.mark.parametrize(("dag", "ventet"), [("2022-03-08", 0), ("2022-03-09", 1)])
def test_a_day_of_the_year_has_tolerance_too(dag: str, ventet: int) -> None:
    rule = regel("hva: aarsmelding, senest: 1. mars, omtrent: 1 uke")
    register = "dato: 2022-06-01\nutvalg: {registrert_fra: 2022-01-01}\n"
    report = f"hendelser: [{{hva: aarsmelding, dato: {dag}}}]\n"
    assert len(sagt(dom(rule + register + report))) == ventet


@pytest.mark.parametrize(
    "hva", ["oppfoelging", "svar", "forfall", "saker", "referat", "publisering", "godkjenning"]
)
def test_what_is_read_in_a_meeting_is_no_event_that_somebody_forgot_to_record(hva: str) -> None:
    rule = f"regel: {{regel: frist, hva: {hva}, senest: 5 dager, etter: moete}}"
    assert "aldri-foert" not in " ".join(utfall(dom(rule)))


# What the records do not reach, and what cannot be read


KURS = regel("hva: kurs, senest: 10 dager, foer: evaluering")
FOERSTE_I_JUNI = ["uvisst evaluering 2022-06-01"]


@pytest.mark.parametrize(
    ("registrert_fra", "ventet"),
    [
        ("2021-06-01", ["feil frist @ hendelser 2.dato", "uvisst evaluering 2022-02-01"]),
        ("2022-02-02", ["feil frist @ hendelser 2.dato"]),  # what was before February's was of that one
        ("2022-02-03", FOERSTE_I_JUNI),
    ],
)
def test_what_may_have_been_done_before_the_records_begin_is_of_the_event_it_came_before(
    registrert_fra: str, ventet: list[str]
) -> None:
    days = ", ".join(
        f"{{hva: evaluering, dato: {day}}}" for day in ("2021-02-01", "2022-02-01", "2022-06-01")
    )
    report = dom(f"{KURS}utvalg: {{registrert_fra: {registrert_fra}}}\nhendelser: [{days}]\n")
    # What was before the records has a sentence of its own.
    assert [said for said in utfall(report) if said != f"uvisst før {registrert_fra}"] == ventet


def test_before_the_first_event_anything_may_have_been_done() -> None:
    days = "hendelser: [{hva: evaluering, dato: 2022-02-01}, {hva: evaluering, dato: 2022-06-01}]\n"
    report = dom(f"{KURS}utvalg: {{registrert_fra: 2022-02-01}}\n{days}")
    assert utfall(report) == ["feil frist @ hendelser 1.dato", "uvisst evaluering 2022-02-01"]
    assert [each.finding.message for each in report.ikke_vurdert] == [
        "noe fra før registeret, kan avgjøre om fristen for kurs er holdt"
    ]


@pytest.mark.parametrize(
    ("dato", "ventet"),
    [
        ("2022-11-16", ["feil frist @ moeter/2022-11-16 sendt.sakspapirer"]),
        ("tull", ["uvisst formoete 2022-11-10"]),
    ],
)
def test_what_belongs_to_a_meeting_that_cannot_be_read(dato: str, ventet: list[str]) -> None:
    report = dom(
        regel("hva: sakspapirer, senest: 10 dager, foer: formoete")
        + "hendelser: [{hva: formoete, dato: 2022-11-10, moete: 2022-11-16}]\n"
        + f"moeter/2022-11-16: {{dato: {dato}}}\nmoeter/2022-10-01: {{}}\n"
    )
    assert utfall(report, "regelen") == ventet
    if dato == "tull":
        (unsure,) = report.ikke_vurdert
        assert unsure.finding.message.startswith("noe som ikke kan leses eller er ukjent, kan avgjøre")


@pytest.mark.parametrize(
    ("moete", "ventet"),
    [
        ("2022-12-31", ["uvisst 2022"]),  # it may have elected on the last day of the year
        ("2023-01-01", ["advarsel frist @ utvalg regelverk.0.id", "uvisst 2023"]),
    ],
)
def test_a_meeting_that_cannot_be_read_may_have_done_it_that_year(moete: str, ventet: list[str]) -> None:
    report = dom(
        "dato: 2023-02-01\n"
        + regel("hva: ledervalg, senest: 31. desember")
        + "utvalg: {registrert_fra: 2022-01-01, regelverk: [{id: regelverket, fra: 2022-01-01}]}\n"
        + f"moeter/{moete}: {{dato: tull}}\n"
    )
    assert utfall(report, "regelen") == ventet
