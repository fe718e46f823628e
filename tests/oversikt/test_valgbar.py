"""`valgbar`: who may go on until when, and what stops them, from the same provisions that judge."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.ord.i_ord import Her
from brukerutvalg_cli.oversikt.utsikt import Framtid, Utsikt, utsikter
from brukerutvalg_cli.oversikt.utsikt_tekst import render
from brukerutvalg_cli.register.load import load
from smaa_registre import tree

ROOT = Path(__file__).parents[2]

TO_PERIODER = """
regler:
  - {regel: funksjonstid, hvem: {verv: medlem}, lengde: 2 aar, paa_rad: 2 perioder}
  - {regel: funksjonstid, hvem: {verv: leder}, lengde: 1 aar, paa_rad: 2 perioder}
hendelser:
  - {hva: oppnevningsrunde, dato: 2019-12-01, fra: 2020-01-01, til: 2021-12-31}
  - {hva: oppnevningsrunde, dato: 2021-12-01, fra: 2022-01-01, til: 2023-12-31}
"""


def sett(text: str, dag: str = "2022-10-01") -> dict[str, Utsikt]:
    """The outlook of everybody in a small register."""
    lastet = load(tree(text))
    mappe = lastet.register.mapper["utvalget"]
    found = utsikter(lastet.register, lastet.regelverk, mappe, date.fromisoformat(dag))
    return {utsikt.person: utsikt for utsikt in found}


def sagt(framtid: Framtid) -> str:
    """The outlook in short: the last day, and the provision that stops."""
    if framtid.ubegrenset:
        return "uten grense"
    said = framtid.hinder or framtid.uvisst
    assert said is not None
    assert said.kilde is not None
    word = "brutt" if framtid.hinder else "uvisst"
    return f"{framtid.til or 'nei'}, {word} {said.kilde.bestemmelse}"


def medlem(*terms: tuple[str, str, str]) -> str:
    listed = ", ".join(f"{{verv: {verv}, fra: {fra}, til: {til}}}" for verv, fra, til in terms)
    return f"medlemmer/kari: {{oppnevninger: [{listed}]}}\n"


ANDRE = ("medlem", "2022-01-01", "2023-12-31")
FOERSTE = ("medlem", "2020-01-01", "2021-12-31")


@pytest.mark.parametrize(
    "felt", ["fullmakt: nei", "fullmakt: ukjent", "foreslaatt_av: ukjent", "av: nav-fylke"]
)
def test_how_the_last_term_came_about_is_no_reason_against_the_next(felt: str) -> None:
    """Who appoints and proposes anew, and with what authority, is not settled by what was done last time."""
    rules = """
    regler:
      - {regel: krav, hver: oppnevning, der: {verv: medlem}, skal_ha: {av: eier, foreslaatt_av: organisasjon}}
      - {regel: krav, hver: oppnevning, der: {verv: medlem}, skal_ha: {fullmakt: ja, side: bruker}}
    utvalg: {eier: nav}
    organisasjoner: {nav: {navn: Nav, type: offentlig, side: nav}}
    """
    kari = f"medlemmer/kari: {{oppnevninger: [{{verv: medlem, fra: 2022-01-01, til: 2023-12-31, {felt}}}]}}\n"
    assert sagt(sett(rules + kari)["kari"].igjen) == "uten grense"
    assert sagt(sett(rules + kari.replace("oppn", "side: nav, oppn"))["kari"].igjen) == "nei, brutt regel-2"


def test_one_in_the_first_period_may_have_one_more() -> None:
    assert sagt(sett(TO_PERIODER + medlem(ANDRE))["kari"].igjen) == "2025-12-31, brutt regel-1"


def test_one_in_the_last_period_may_not_go_on() -> None:
    utsikt = sett(TO_PERIODER + medlem(FOERSTE, ANDRE))["kari"]
    assert sagt(utsikt.igjen) == "nei, brutt regel-1"
    assert utsikt.til == date(2023, 12, 31)


def test_one_who_was_away_for_a_whole_period_starts_anew() -> None:
    long_ago = ("medlem", "2018-01-01", "2019-12-31")
    assert sagt(sett(TO_PERIODER + medlem(long_ago, ANDRE))["kari"].igjen) == "2025-12-31, brutt regel-1"


def test_a_deputy_s_periods_are_no_member_s() -> None:
    deputy = ("vara", "2022-01-01", "2023-12-31")
    assert sagt(sett(TO_PERIODER + medlem(FOERSTE, deputy))["kari"].igjen) == "uten grense"


def test_a_leader_may_lead_for_one_year_more() -> None:
    leader = ("leder", "2022-01-01", "2022-12-31")
    assert sagt(sett(TO_PERIODER + medlem(ANDRE, leader))["kari"].leder) == "2023-12-31, brutt regel-2"


NESTLEDER = "  - {regel: funksjonstid, hvem: {verv: nestleder}, lengde: 1 aar, paa_rad: 2 perioder}\n"


def test_a_deputy_leader_may_be_one_for_one_year_more() -> None:
    """Beside being a member: the two are counted apart, and each has its own answer."""
    deputy = ("nestleder", "2022-01-01", "2022-12-31")
    rules = TO_PERIODER.replace("hendelser:", NESTLEDER + "hendelser:")
    utsikt = sett(rules + medlem(ANDRE, deputy))["kari"]
    assert utsikt.verv == "medlem"
    assert {verv: sagt(framtid) for verv, framtid in utsikt.valg.items()} == {
        "leder": "2024-09-30, brutt regel-2",
        "nestleder": "2023-12-31, brutt regel-3",
    }
    before = ("nestleder", "2021-01-01", "2021-12-31")
    assert sagt(sett(rules + medlem(ANDRE, before, deputy))["kari"].valg["nestleder"]) == "nei, brutt regel-3"


@pytest.mark.parametrize(
    "rest", [medlem(("nestleder", "2020-01-01", "2020-12-31"), ANDRE), NESTLEDER + medlem(ANDRE)]
)
def test_the_deputy_leader_is_told_of_where_the_council_has_one(rest: str) -> None:
    rules = "regler:\n  - {regel: funksjonstid, hvem: {verv: medlem}, lengde: 2 aar}\n"
    assert sett(rules + medlem(ANDRE))["kari"].nestleder is None
    assert sett(rules + rest)["kari"].nestleder is not None


@pytest.mark.parametrize(
    ("fra", "ventet"),
    [
        ("2021-10-01", "2023-09-30, brutt regelen"),
        ("2021-10", "2023-09-30, brutt regelen"),  # whichever day of it
        ("2020-06-01", "2023-09-30, brutt regelen"),
        ("2020", "2023-09-30, brutt regelen"),
        ("ukjent", "nei, uvisst regelen"),
    ],
)
def test_who_leads_without_an_end_is_done_when_elected_anew_however_little_is_known_of_the_first_day(
    fra: str, ventet: str
) -> None:
    text = f"""
    regel: {{regel: funksjonstid, hvem: {{verv: leder}}, lengde: 1 aar, paa_rad: 2 perioder}}
    medlemmer/kari: {{oppnevninger: [{{verv: leder, fra: {fra}}}]}}
    """
    assert sagt(sett(text)["kari"].leder) == ventet


def test_one_of_the_wrong_side_may_not_lead() -> None:
    text = """
    regel: {regel: krav, hver: oppnevning, der: {verv: leder}, skal_ha: {side: bruker}}
    medlemmer/nina: {side: nav, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    """
    utsikt = sett(text)["nina"]
    assert (sagt(utsikt.igjen), sagt(utsikt.leder)) == ("uten grense", "nei, brutt regelen")


def test_what_is_unknown_is_said() -> None:
    text = """
    regel: {regel: krav, hver: oppnevning, der: {verv: leder}, skal_ha: {side: bruker}}
    medlemmer/nina: {side: ukjent, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    """
    assert sagt(sett(text)["nina"].leder) == "nei, uvisst regelen"


def test_who_is_appointed_on_already_is_seen_from_there() -> None:
    later = ("medlem", "2024-01-01", "2025-12-31")
    runde = "  - {hva: oppnevningsrunde, dato: 2023-12-01, fra: 2024-01-01, til: 2025-12-31}\n"
    assert sagt(sett(TO_PERIODER + runde + medlem(ANDRE, later))["kari"].igjen) == "nei, brutt regel-1"


def test_only_those_who_sit_are_asked_about() -> None:
    text = "regel: {regel: funksjonstid, lengde: 2 aar}" + "\n" + medlem(FOERSTE)
    assert sett(text, "2021-12-31").keys() == {"kari"}
    assert sett(text, "2022-01-01").keys() == set()


def test_the_shipped_council_of_an_office(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--rot", str(ROOT), "valgbar", "nav-fjordvik", "--dato", "1.10.2023"]
    assert run(arguments) == 0
    out = capsys.readouterr().out
    assert (
        "Aslaug Heggen (aslaug-heggen), medlem til 31. desember 2023\n"
        "  oppnevnes igjen: nei: Aslaug Heggen får 4 perioder" in out
    )
    assert "(Funksjonstid, «skal», i mal-nav-kontor-2015 (perioder))" in out
    assert "(Ledelse, «er», i mal-nav-kontor-2015 (leder-tid))" in out
    assert run([*arguments, "--json"]) == 0
    first = json.loads(capsys.readouterr().out)["utvalg"][0]["personer"][0]
    assert first["person"] == "aslaug-heggen"
    assert first["oppnevnes_igjen"]["kilde"]["bestemmelse"] == "perioder"


def regel(rest: str) -> str:
    return f"regel: {{regel: funksjonstid, hvem: {{verv: medlem}}, {rest}}}\n"


@pytest.mark.parametrize(
    ("rest", "term", "ventet"),
    [
        # So many years on end may be less than a whole term more.
        ("lengde: 4 aar, paa_rad: 6 aar", ("2020-01-01", "2023-12-31"), "2025-12-31, brutt regelen"),
        ("lengde: 4 aar, paa_rad: 4 aar", ("2020-01-01", "2023-12-31"), "nei, brutt regelen"),
        ("inntil: 31. desember, paa_rad: 3 perioder", ("2022-01-01", "2022-12-31"), "2024-12-31, brutt regelen"),
        ("lengde: 1 aar, paa_rad: 9 perioder", ("2022-01-01", "2022-12-31"), "2030-12-31, brutt regelen"),
        ("lengde: 1 aar, paa_rad: ubegrenset", ("2022-01-01", "2022-12-31"), "uten grense"),
        # Altogether, and beside what is on end.
        ("lengde: 1 aar, til_sammen: 3 perioder", ("2022-01-01", "2022-12-31"), "2024-12-31, brutt regelen"),
        ("lengde: 4 aar, til_sammen: 6 aar", ("2020-01-01", "2023-12-31"), "2025-12-31, brutt regelen"),
        ("lengde: 1 aar, paa_rad: 4 perioder, til_sammen: 2 perioder", ("2022-01-01", "2022-12-31"),
         "2023-12-31, brutt regelen"),
        ("lengde: 1 aar, til_sammen: ubegrenset", ("2022-01-01", "2022-12-31"), "uten grense"),
        # A term that runs too long already is the same breach, and no reason to say nothing.
        ("lengde: 1 aar, paa_rad: 1 aar", ("2020-01-01", "2022-12-31"), "nei, brutt regelen"),
        ("lengde: 2 aar, paa_rad: 2 perioder", ("2022-01-01", "ukjent"), "nei, uvisst regelen"),
    ],
)  # fmt: skip
def test_how_long_by_other_measures(rest: str, term: tuple[str, str], ventet: str) -> None:
    utsikt = sett(regel(rest) + medlem(("medlem", *term)))["kari"]
    assert sagt(utsikt.igjen) == ventet


def test_one_who_has_sat_too_long_already_may_not_go_on() -> None:
    terms = [("medlem", f"{year}-01-01", f"{year}-12-31") for year in (2020, 2021, 2022)]
    utsikt = sett(regel("lengde: 1 aar, paa_rad: 2 perioder") + medlem(*terms))["kari"]
    assert sagt(utsikt.igjen) == "nei, brutt regelen"


def test_a_term_without_an_end_lasts_as_long_as_it_may() -> None:
    text = "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"
    utsikt = sett(regel("lengde: 2 aar, paa_rad: 2 perioder") + text)["kari"]
    assert utsikt.igjen.fra == date(2024, 1, 1)
    assert sagt(utsikt.igjen) == "2025-12-31, brutt regelen"


def test_rounds_that_nobody_knows_hide_how_many_periods_there_were() -> None:
    text = (
        regel("lengde: 2 aar, paa_rad: 2 perioder") + "hendelser: [{hva: oppnevningsrunde, dato: ukjent}]\n"
    )
    assert sagt(sett(text + medlem(ANDRE))["kari"].igjen) == "nei, uvisst regelen"


@pytest.mark.parametrize(
    ("paa_rad", "ventet"), [("4 aar", "nei, brutt regelen"), ("5 aar", "2022-12-31, brutt regelen")]
)
def test_the_rest_of_a_round_goes_by_the_office_she_began_it_in(paa_rad: str, ventet: str) -> None:
    text = """
    hendelser: [{hva: oppnevningsrunde, dato: 2020-01-01, fra: 2020-01-01, til: 2022-12-31}]
    """
    terms = ("2018-01-01", "2019-12-31", "medlem"), ("2020-01-01", "2020-12-31", "nestleder")
    held = [(verv, fra, til) for fra, til, verv in (*terms, ("2021-01-01", "2021-12-31", "medlem"))]
    rule = regel(f"paa_rad: {paa_rad}, kort_periode: teller")
    assert sagt(sett(rule + dedent(text) + medlem(*held), "2021-10-01")["kari"].igjen) == ventet


def test_what_cannot_be_judged_is_a_sentence() -> None:
    text = regel("lengde: 2 aar, paa_rad: 2 perioder") + medlem(("medlem", "2022-01-01", "ukjent"))
    lastet = load(tree(text))
    her = Her(lastet.register.mapper["utvalget"], lastet.register)
    said = render(her, list(sett(text).values()), date(2022, 10, 1))
    assert "  oppnevnes igjen: det kan ikke vurderes: periodene til Kari er ikke kjent (" in said


def test_each_side_has_terms_of_its_own_length() -> None:
    text = """
    regler:
      - {regel: funksjonstid, hvem: {verv: medlem, side: nav}, lengde: 4 aar}
      - {regel: funksjonstid, hvem: {verv: medlem, side: bruker}, lengde: 2 aar, paa_rad: 2 perioder}
    """
    assert sagt(sett(dedent(text) + medlem(ANDRE))["kari"].igjen) == "2025-12-31, brutt regel-2"


def test_a_term_is_as_long_as_the_mandate_of_its_first_day_says() -> None:
    text = """
    utvalg: {regelverk: [{id: gammelt, fra: 2000-01-01}, {id: nytt, fra: 2024-01-01}]}
    regelverk/gammelt: {bestemmelser: [{regel: funksjonstid, hvem: {verv: medlem}, lengde: 2 aar}]}
    regelverk/nytt: {bestemmelser: [{regel: funksjonstid, hvem: {verv: medlem}, lengde: 3 aar, paa_rad: 2 perioder}]}
    """
    assert sagt(sett(dedent(text) + medlem(ANDRE))["kari"].igjen) == "2026-12-31, brutt regelen"


GIKK = "medlemmer/per: {oppnevninger: [{verv: medlem, fra: 2023-01-01, til: 2023-08-31}]}\n"
AARENE = [(str(year), str(year + 1)) for year in range(2015, 2024, 2)]


@pytest.mark.parametrize(
    ("terms", "andre", "ventet"),
    [
        (AARENE[-1:], "", "2028-12-31, brutt regelen"),
        (AARENE[-2:], "", "2026-12-31, brutt regelen"),
        (AARENE[-3:], "", "nei, brutt regelen"),
        # She may have taken over from one who left, and so have one period less: of the fourth nobody knows.
        (AARENE[-1:], GIKK, "2028-12-31, uvisst regelen"),
        ([("2021-01-01", "2022-12-31"), ("2023", "2024-10-31")], GIKK, "2026-10-31, uvisst regelen"),
        ([("2021-01-01", "2022-12-31"), ("2023-01-01", "2024")], GIKK, "2026-12-31, brutt regelen"),
        # So too where there are more ways it may have been than are gone through: three are never too many.
        (AARENE[-2:], GIKK, "2026-12-31, uvisst regelen"),
        (AARENE[-3:], GIKK, "nei, uvisst regelen"),
    ],
)
def test_a_list_of_years_is_unknown_from_the_first_term_that_depends_on_the_days(
    terms: list[tuple[str, str]], andre: str, ventet: str
) -> None:
    kari = medlem(*(("medlem", fra, til) for fra, til in terms))
    text = regel("lengde: 2 aar, paa_rad: 3 perioder") + kari + andre
    assert sagt(sett(text, "2024-03-01")["kari"].igjen) == ventet


@pytest.mark.parametrize(
    ("terms", "ventet"),
    [
        ([("2021", "2022"), ("2023", "2024")], "2026-12-31, uvisst regelen"),
        ([("2019", "2020"), ("2021", "2022"), ("2023", "2024")], "nei, uvisst regelen"),
        ([("2023", "2024")], "2030-12-31, brutt regelen"),  # as many days as there may have been
        ([("2023-03", "2025-02")], "2031-02-28, brutt regelen"),
    ],
)
def test_so_many_years_are_reckoned_from_the_first_day_that_may_be_meant(
    terms: list[tuple[str, str]], ventet: str
) -> None:
    kari = medlem(*(("medlem", fra, til) for fra, til in terms))
    text = regel("lengde: 2 aar, paa_rad: 8 aar") + kari
    assert sagt(sett(text, "2024-03-01")["kari"].igjen) == ventet


@pytest.mark.parametrize(
    ("fra", "til", "ventet"),
    [
        ("2023-01-01", "2024", "2025-01-01"),
        ("2023", "2024-06", "2024-07-01"),
        ("2023", "2024-06-15", "2024-06-16"),
        ("2023-06-15", "", "2025-06-15"),
        ("2023-06", "", "2025-06-30"),  # two years from the last day of June
    ],
)
def test_the_next_term_begins_after_the_latest_that_the_last_one_may_end(
    fra: str, til: str, ventet: str
) -> None:
    term = f"{{verv: medlem, fra: {fra}, til: {til}}}" if til else f"{{verv: medlem, fra: {fra}}}"
    kari = f"medlemmer/kari: {{oppnevninger: [{term}]}}\n"
    found = sett(regel("lengde: 2 aar, paa_rad: 2 perioder") + kari, "2024-03-01")["kari"]
    assert found.igjen.fra == date.fromisoformat(ventet)
    assert found.igjen.hinder


@pytest.mark.parametrize(
    ("til", "ventet"),
    [("2024", "2025-01-01"), ("2024-03", "2024-04-01"), ("2024-02", "2024-03-01"), ("2023", "2024-03-01")],
)
def test_an_election_is_for_after_the_latest_that_whoever_leads_may_be_done(til: str, ventet: str) -> None:
    text = f"""
    regel: {{regel: funksjonstid, hvem: {{verv: leder}}, lengde: 1 aar}}
    medlemmer/per: {{oppnevninger: [{{verv: leder, fra: 2023-01-01, til: {til}}}]}}
    medlemmer/kari: {{oppnevninger: [{{verv: medlem, fra: 2023-01-01}}]}}
    """
    assert sett(dedent(text), "2024-03-01")["kari"].leder.fra == date.fromisoformat(ventet)


def test_who_sits_is_seen_in_what_they_surely_have() -> None:
    terms = ("vara", "2021-01-01", "2022"), ("medlem", "2022-06-01", "2023-12-31")
    found = sett(regel("lengde: 2 aar") + medlem(*terms))["kari"]
    assert (found.verv, found.til) == ("medlem", date(2023, 12, 31))


@pytest.mark.parametrize(
    ("fra", "ventet"),
    [
        ("2021-07-01", "2025-12-31, brutt regelen"),
        ("2021", "2025-12-31, brutt regelen"),
        ("ukjent", "nei, uvisst regelen"),  # nor in which year she turned seventeen
    ],
)
def test_how_old_somebody_turns_goes_by_the_year_however_little_is_known_of_the_day(
    fra: str, ventet: str
) -> None:
    text = f"""
    regel: {{regel: krav, hver: oppnevning, der: {{verv: medlem}}, skal_ha: {{fyller: {{hoeyst: 20}}}}}}
    medlemmer/kari: {{oppnevninger: [{{verv: medlem, fra: {fra}, til: 2021-12-31, fyller: 17}}]}}
    """
    assert sagt(sett(dedent(text), "2021-10-01")["kari"].igjen) == ventet
