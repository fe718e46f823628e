"""A day of which only the year or the month is known: judged where every day that may be meant says the same."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.dommer.dom import Dom
from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.deldato import les_deldato
from brukerutvalg_cli.model.medlem import Medlem, Oppnevning
from brukerutvalg_cli.model.navn_i_bruk import TidligereNavn, i_bruk
from brukerutvalg_cli.model.visshet import Uvisst
from brukerutvalg_cli.register.load import load
from smaa_registre import dom, meldinger, tree, utfall
from tilfeldige_registre import dager, datoer, eksempler, mappe, regelverk
from tilfeldige_registre import dom as doemt

FOERSTE, SISTE = date(2020, 1, 1), date(2023, 12, 31)
DELER = st.sampled_from(["2020", "2021", "2022", "2021-03", "2021-12", "2022-02"])


@pytest.mark.parametrize(
    ("skrevet", "fra", "til"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2021-03", "2021-03-01", "2021-03-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
    ],
)
def test_it_is_a_stretch_of_days(skrevet: str, fra: str, til: str) -> None:
    part = les_deldato(skrevet)
    assert part
    assert (str(part.tidligst), str(part.senest)) == (fra, til)


@pytest.mark.parametrize(
    "skrevet", ["2021-13", "2021-00", "21", "2021-3", "1021", "2021-03-01", "ukjent", 2021]
)
def test_what_is_none(skrevet: object) -> None:
    assert les_deldato(skrevet) is None


PERIODE = "medlemmer/kari: {{oppnevninger: [{{verv: medlem, fra: {}, til: {}}}]}}"


def test_a_stretch_that_must_end_before_it_begins_is_told_of() -> None:
    assert meldinger(dom(PERIODE.format("2022", "2021-12-31"))) == ["2021-12-31 ligger før 2022"]
    assert meldinger(dom(PERIODE.format("2022-01-01", "2021"))) == ["2021 ligger før 2022-01-01"]
    assert meldinger(dom(PERIODE.format("2022-06", "2022-05"))) == ["2022-05 ligger før 2022-06"]
    assert meldinger(dom(PERIODE.format("2022", "2022"))) == []
    over_tre_dager = "moeter/2022-05-03: {{slutt_dato: {}}}"
    assert meldinger(dom(over_tre_dager.format("2022-04"))) == ["2022-04 ligger før 2022-05-03"]
    assert meldinger(dom(over_tre_dager.format("2022-05"))) == []


@pytest.mark.parametrize(
    ("fra", "til", "kjent"),
    [
        ("2021", "2021-03-15", {"fra": ("2021-01-01", "2021-03-15")}),
        ("2021-02", "2021", {"fra": ("2021-02-01", "2021-02-28"), "til": ("2021-02-01", "2021-12-31")}),
        ("2021-03-15", "2021", {"til": ("2021-03-15", "2021-12-31")}),
        ("2021", "2022", {"fra": ("2021-01-01", "2021-12-31"), "til": ("2022-01-01", "2022-12-31")}),
        ("2021-03", "2021-03-01", {"fra": ("2021-03-01", "2021-03-01")}),
        ("2021", "ukjent", {"fra": ("2021-01-01", "2021-12-31")}),
    ],
)
def test_what_is_known_of_one_day_of_a_stretch_bounds_the_other(
    fra: str, til: str, kjent: dict[str, tuple[str, str]]
) -> None:
    term = Oppnevning.model_validate({"verv": "medlem", "fra": fra, "til": til})
    assert {key: (str(part.tidligst), str(part.senest)) for key, part in term.deldato.items()} == kjent
    assert term.skrevet("fra") == (fra if "fra" in kjent else date.fromisoformat(fra))


def test_one_too_many_is_found_where_only_one_day_of_the_month_can_be_meant() -> None:
    rule = "regel: {regel: funksjonstid, hvem: {verv: medlem}, paa_rad: 1 periode, kort_periode: teller}\n"
    before = "{verv: medlem, fra: 2020-01-01, til: 2020-12-31}"
    term = "{verv: medlem, fra: DAG, til: 2021-01-01}"
    said = {
        day: utfall(dom(f"{rule}medlemmer/kari: {{oppnevninger: [{before}, {term.replace('DAG', day)}]}}\n"))
        for day in ("2021-01-01", "2021-01")
    }
    assert said["2021-01"] == said["2021-01-01"] != []


def test_a_day_that_opens_or_closes_something_must_be_whole() -> None:
    case = (
        "moeter/2022-03-01: {saker: [{nr: 1/22, tittel: A, type: annet, fortrolig: ja, fortrolig_til: 2022}]}"
    )
    assert any("en dato skrives slik" in said for said in meldinger(dom(case)))


def test_it_is_written_as_it_was_read_and_is_in_the_seal() -> None:
    term = load(tree("medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2021}]}")).register
    oppnevning = term.mapper["utvalget"].medlemmer["kari"].oppnevninger[0]
    assert oppnevning.skrevet("fra") == "2021"
    assert oppnevning.model_dump(mode="json")["fra"] == "2021"
    assert oppnevning.model_copy(update={"fra": FOERSTE}).deldato == {}
    assert oppnevning.uten(["fra"]).deldato == {}


def mulige(skrevet: str) -> list[date]:
    part = les_deldato(skrevet)
    return list(dager(part.tidligst, part.senest)) if part else [date.fromisoformat(skrevet)]


NAAR = st.one_of(DELER, datoer(FOERSTE, SISTE).map(str))


@given(NAAR, NAAR, datoer(FOERSTE, SISTE))
@eksempler(300)
def test_who_sits_is_what_every_day_says(fra: str, til: str, dag: date) -> None:
    """The naive way: try every first day with every last one."""
    if min(mulige(fra)) > max(mulige(til)):
        return
    term = {"verv": "medlem", "fra": fra, "til": til}
    council = mappe(medlemmer={"kari": {"oppnevninger": [term]}})
    ends = mulige(til)
    together = [(first, max(first, ends[0])) for first in mulige(fra) if first <= ends[-1]]
    answers = {first <= dag <= last for first, earliest in together for last in (earliest, ends[-1])}
    expected = answers.pop() if len(answers) == 1 else None
    found = council.seter[0].dekker(dag)
    assert (None if isinstance(found, Uvisst) else found) is expected
    held = council.vervtider["kari"]["medlem"].dekker(dag)
    assert (None if isinstance(held, Uvisst) else held) is expected
    span = mappe({"tidsrom": {"rus": {"fra": fra, "til": til}}, "grupper": ["rus"]})
    found = span.utvalg.med("rus", dag)
    assert (None if isinstance(found, Uvisst) else found) is expected


def test_a_name_until_some_day_of_a_year_is_that_of_the_year_before() -> None:
    person = Medlem.model_validate(
        {"navn": "Ny", "side": "bruker", "tidligere_navn": [{"navn": "Gammel", "til": "2021"}]}
    )
    names = [person.paa_dag(day).navn for day in (date(2020, 12, 31), date(2021, 6, 1), date(2022, 1, 1))]
    assert names == ["Gammel", "Ny", "Ny"]
    assert i_bruk([TidligereNavn.model_validate({"navn": "X", "til": "ukjent"})], FOERSTE) is None


REGLER: list[dict[str, Any]] = [
    {"regel": "hyppighet", "hva": "evaluering", "minst": "1", "per": "kalenderaar"},
    {"regel": "hyppighet", "hva": "evaluering", "hoeyst": "1", "per": "kalenderaar"},
    {"regel": "hyppighet", "hva": "evaluering", "antall": "1", "per": "halvaar"},
    {"regel": "hyppighet", "hva": "evaluering", "minst": "1", "per": "2 aar"},
    {"regel": "hyppighet", "hva": "evaluering", "minst": "1", "per": "kalenderaar", "unntatt": ["juli"]},
]


@given(st.sampled_from(REGLER), st.lists(NAAR, min_size=1, max_size=3))
@eksempler(150)
def test_a_window_is_judged_where_every_day_gives_the_same(rule: dict[str, Any], naar: list[str]) -> None:
    """The naive way: put each event on the first, the last and some other days that may be meant, and see.

    A window with nothing in it, after another such, is part of that breach, and is called by it.
    """
    council = {"registrert_fra": str(FOERSTE), "regelverk": [{"id": "r", "fra": str(FOERSTE)}]}

    def sagt(days: list[str]) -> Dom:
        events = [{"hva": "evaluering", "dato": day} for day in days]
        return doemt(mappe(council, hendelser=events), {"r": _regelverk(rule)}, SISTE + timedelta(1))

    def er_der(found: Finding, then: Dom) -> bool:
        empty = [f for f in then.findings if f.message.startswith("ingen") and f.since and found.since]
        lasts = found.message.startswith("ingen") and any(str(f.since) < str(found.since) for f in empty)
        return lasts or found.emne in {f.emne for f in (*then.findings, *then.uvurdert)}

    said = sagt(naar)
    part = next((nr for nr, each in enumerate(naar) if les_deldato(each)), None)
    if part is None:
        return
    each_day = mulige(naar[part])
    for day in {each_day[0], each_day[-1], *each_day[:: max(1, len(each_day) // 5)]}:
        then = sagt([*naar[:part], str(day), *naar[part + 1 :]])
        assert [f for f in said.findings if not er_der(f, then)] == [], day


_REGELVERK: dict[str, Regelverk] = {}


def _regelverk(rule: dict[str, Any]) -> Regelverk:
    return _REGELVERK.setdefault(str(rule), regelverk(rule))


@pytest.mark.parametrize(
    ("regel", "hendelser", "ventet"),
    [
        (REGLER[0], "[{hva: evaluering, dato: 2021}]", []),
        (REGLER[0], "[{hva: evaluering, dato: 2021-03}, {hva: evaluering, dato: 2021}]", []),
        (REGLER[1], "[{hva: evaluering, dato: 2021-03}, {hva: evaluering, dato: 2021}]", ["advarsel"]),
        (REGLER[2], "[{hva: evaluering, dato: 2021}]", ["uvisst", "uvisst"]),
        (REGLER[2], "[{hva: evaluering, dato: 2021-03}, {hva: evaluering, dato: 2021-08}]", []),
    ],
)
def test_an_event_in_some_part_of_a_year(regel: dict[str, Any], hendelser: str, ventet: list[str]) -> None:
    said = utfall(
        dom(
            f"dato: 2022-01-01\nregel: {regel}\nhendelser: {hendelser}\n"
            "utvalg: {registrert_fra: 2021-01-01, regelverk: [{id: regelverket, fra: 2021-01-01}]}\n"
            "moeter/2021-12-31: {}\n"
        )
    )
    assert [each.split()[0] for each in said] == ventet


FRIST = {"regel": "frist", "hva": "sakspapirer", "senest": "10 dager", "foer": "moete"}
SENDT = st.one_of(
    st.sampled_from(["2022-10", "2022-11", "2022", "2021"]),
    datoer(date(2022, 9, 20), date(2022, 12, 1)).map(str),
)


@given(SENDT, st.sampled_from(["10 dager", "3 uker", "1 maaned"]))
@eksempler(100)
def test_a_deadline_is_judged_where_every_day_gives_the_same(sendt: str, senest: str) -> None:
    def svar(sent: str) -> str:
        council = mappe(
            {"regelverk": [{"id": "r", "fra": "2020-01-01"}]},
            moeter={date(2022, 11, 16): {"sendt": {"sakspapirer": sent}}},
        )
        said = doemt(council, {"r": _regelverk(FRIST | {"senest": senest})}, SISTE)
        return "brutt" if said.findings else "uvisst" if said.uvurdert else "holdt"

    every = {svar(str(day)) for day in mulige(sendt)}
    assert svar(sendt) == (every.pop() if len(every) == 1 else "uvisst")


def test_what_was_done_in_a_month_is_said_so() -> None:
    said = dom(f"regel: {FRIST}\nmoeter/2022-11-16: {{sendt: {{sakspapirer: 2022-12}}}}\n")
    assert meldinger(said) == [
        "sakspapirene gikk ut i desember 2022; fristen var søndag 6. november 2022, 10 dager før"
    ]


@pytest.mark.parametrize(
    ("dato", "ventet"),
    [("2021", "uvisst"), ("2021-02", "holdt"), ("2021-04", "brutt"), ("2020-12", "brutt"), ("2022", "brutt")],
)
def test_a_day_of_every_year_with_what_was_done_in_a_month(dato: str, ventet: str) -> None:
    rule = {"regel": "frist", "hva": "evaluering", "senest": "1. mars"}
    council = mappe(
        {
            "registrert_fra": "2021-01-01",
            "registrert_til": "2021-12-31",
            "regelverk": [{"id": "r", "fra": "2020-01-01"}],
        },
        hendelser=[{"hva": "evaluering", "dato": dato}],
    )
    said = doemt(council, {"r": _regelverk(rule)}, SISTE)
    assert ("brutt" if said.findings else "uvisst" if said.uvurdert else "holdt") == ventet
