"""Work is bounded: what is twice as long takes twice the steps, and what no register is like is refused.

Steps are calls, counted and never timed: four times as long against twice as long, so that what is always
done falls out. Linear work doubles, and work by the square is four times as much.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angrep.kjoering import kjoer, vakt
from brukerutvalg_cli.cli.navngitt_fil import STOERST
from brukerutvalg_cli.handling.filer import Nektet
from brukerutvalg_cli.handling.medlemsliste.les import FLEST, les_liste
from brukerutvalg_cli.handling.medlemsliste.liste import Kjente
from brukerutvalg_cli.handling.medlemsliste.tabell import fra_tekst
from brukerutvalg_cli.kontroll.ukjent_referanse import HOEYST
from brukerutvalg_cli.mandat.arv import LENGST
from brukerutvalg_cli.model.kalender import EN_DAG, arbeidsdager_fra, er_arbeidsdag
from brukerutvalg_cli.model.medlem import Medlem, Oppnevning
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.verdier import UKJENT
from brukerutvalg_cli.model.vervtid import Vervtid
from brukerutvalg_cli.model.visshet import Uvisst, noen
from brukerutvalg_cli.nevnt import Kjent
from brukerutvalg_cli.personvern.private_opplysninger import private_kontakter, strengt_private, uten_kontakt
from brukerutvalg_cli.register.filfeil.filer import FIL_FOR_STOR
from brukerutvalg_cli.register.innlest import posten
from brukerutvalg_cli.register.yamldata import MAX_LISTE
from smaa_registre import dom, meldinger, skriv

REGLER = [
    {"id": "papirer", "regel": "frist", "hva": "sakspapirer", "senest": "10 dager", "foer": "moete"},
    {"id": "tid", "regel": "funksjonstid", "hvem": {"verv": "medlem"}, "lengde": "2 aar", "paa_rad": "3 perioder"},
    {"id": "sak", "regel": "krav", "hver": "sak", "skal_ha": {"foer_beslutning": "ja"}},
    {"id": "folk", "regel": "krav", "hver": "oppnevning", "skal_ha": {"fullmakt": "ja"}},
]  # fmt: skip
MOETE = "moeter/2022-11-16"


def saker(antall: int, **felter: Any) -> dict[str, Any]:
    return {
        MOETE: {
            "saker": [
                {"nr": f"{n + 1}/22", "tittel": f"Om nummer {n}", "type": "vedtak"} | felter
                for n in range(antall)
            ]
        }
    }


def folk(antall: int) -> dict[str, Any]:
    term = [{"verv": "medlem", "fra": "2020-01-01", "til": "2023-12-31"}]
    return {f"medlemmer/person-{n}": {"oppnevninger": term} for n in range(antall)}


def perioder(antall: int) -> dict[str, Any]:
    begun = [date(2000, 1, 1) + timedelta(days=60 * n) for n in range(antall)]
    terms = [{"verv": "medlem", "fra": str(day), "til": str(day + timedelta(days=30))} for day in begun]
    return {"medlemmer/kari": {"oppnevninger": terms}}


def bestemmelser(antall: int) -> dict[str, Any]:
    rule = {"regel": "hyppighet", "hva": "moete", "minst": 4, "per": "kalenderaar"}
    return {"regler": [rule | {"id": f"regel-{n}"} for n in range(antall)]}


def regelverk(antall: int) -> dict[str, Any]:
    line = {f"regelverk/r{n}": {"bygger_paa": f"r{n - 1}", "bestemmelser": []} for n in range(1, antall)}
    return {"regelverk/r0": {"bestemmelser": REGLER}} | line


def avvik(antall: int) -> dict[str, Any]:
    found = [{"bestemmelse": "papirer", "gjelder": f"{n}/22", "grunn": "x"} for n in range(antall)]
    return {"utvalg": {"avvik": found, "regelverk": [{"id": "regelverket", "fra": "2000-01-01"}]}}


LISTER: dict[str, Callable[[int], dict[str, Any]]] = {
    "medlemmer": folk,
    "perioder": perioder,
    "saker": saker,
    "fortrolige saker": lambda n: saker(n, fortrolig="ja", offentlig_tittel="Unntatt"),
    "oppfølging": lambda n: saker(1, oppfoelging=[{"hva": f"Gjør {i}", "frist": "2022-12-01"} for i in range(n)]),
    "forfall": lambda n: {MOETE: {"forfall": [f"ukjent-{i}" for i in range(n)]}},
    "bestemmelser": bestemmelser,
    "regelverk oppå hverandre": regelverk,
    "hendelser": lambda n: {"hendelser": [{"hva": "kurs", "dato": f"2022-01-{i % 28 + 1:02}"} for i in range(n)]},
    "avvik": avvik,
}  # fmt: skip


def steg(work: Callable[[], object]) -> int:
    """How many calls the work is."""
    count = 0

    def counted(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("liste", LISTER)
def test_what_is_twice_as_long_takes_twice_the_steps(liste: str) -> None:
    def judged(antall: int) -> int:
        posten.cache_clear()  # to read a file is work too
        return steg(lambda: dom({"regler": REGLER} | LISTER[liste](antall)))

    judged(100)  # what is imported late, and what is remembered of a word
    few, more, most = (judged(antall) for antall in (25, 50, 100))
    assert most - more < 2.8 * (more - few), (few, more, most)


def test_a_list_longer_than_any_is_a_finding_with_the_bound() -> None:
    found = meldinger(dom(saker(MAX_LISTE + 1)))
    assert f"lista har {MAX_LISTE + 1} punkter; det er plass til {MAX_LISTE}" in found
    assert str(MAX_LISTE) in FIL_FOR_STOR.text


def test_of_many_unknown_names_the_first_are_told_with_what_was_meant() -> None:
    absent = {MOETE: {"forfall": [f"kari-nordman-{n}" for n in range(HOEYST + 20)]}}
    found = [
        said
        for said in meldinger(dom(absent | folk(1) | {"medlemmer/kari-nordmann": {}}))
        if "finnes ikke" in said
    ]
    assert len(found) == HOEYST + 20
    assert sum("mente du «kari-nordmann»" in said for said in found) == HOEYST


def test_rule_sets_on_top_of_each_other_without_end_are_a_finding() -> None:
    assert not [said for said in meldinger(dom(regelverk(LENGST))) if "oppå det andre" in said]
    found = [said for said in meldinger(dom(regelverk(LENGST + 2))) if "oppå det andre" in said]
    assert found == [f"regelverket bygger på {LENGST} eller flere andre, det ene oppå det andre"] * 2


LANGE = (
    "x", "1", "a.", "a@", "-", "_a", "1.", "møte-id", "sentralbord", "sentralbord ", "91 23 45 67 ", "a-@",
    "12345678901 ",
)  # fmt: skip


@pytest.mark.parametrize("text", LANGE)
def test_a_long_text_is_looked_through_for_what_is_private(text: str) -> None:
    """By the square this would take minutes; the guard stops it after fifteen seconds. What comes last is found."""
    between = " så ringer du til meg hjemme på denne, som bare er min:"
    long = f"{text * (250_000 // len(text))}{between} 912 34 567, 01019000083"
    with vakt(15):
        assert list(strengt_private(long))
        assert list(private_kontakter(long))
        assert "912 34 567" not in uten_kontakt(long)


DAGER = st.dates(date(2000, 1, 1), date(2030, 12, 31))


@given(DAGER, st.integers(-400, 400))
def test_working_days_are_counted_by_the_year_as_day_for_day(dag: date, antall: int) -> None:
    found, left = dag, abs(antall)
    while left:
        found += EN_DAG if antall > 0 else -EN_DAG
        left -= er_arbeidsdag(found)
    assert arbeidsdager_fra(dag, antall) == found


def sete(fra: Any, til: Any) -> Sete:
    term = Oppnevning.model_construct(verv="medlem", fra=fra, til=til)
    page = Medlem.model_construct(navn="Kari", side="bruker", oppnevninger=(term,)).lagt_i(
        "medlemmer/kari.yaml"
    )
    return Sete("kari", page, "medlem", fra, til, term, 0, None)


KANSKJE = st.one_of(DAGER, st.just(UKJENT))


@given(st.lists(st.builds(sete, KANSKJE, st.one_of(KANSKJE, st.none())), max_size=6), DAGER)
def test_the_days_of_a_verv_are_those_of_its_terms(seter: list[Sete], dag: date) -> None:
    held, each_held = Vervtid(seter).dekker(dag), noen(each.dekker(dag) for each in seter)
    assert held is each_held or (isinstance(held, Uvisst) and isinstance(each_held, Uvisst))


# Files that somebody names


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    root = tmp_path / "register"
    skriv(root, saker(1) | folk(2))
    return root


def _roer(path: Path) -> str:
    os.mkfifo(path)
    return str(path)


def _stor(path: Path) -> str:
    with path.open("wb") as file:
        file.truncate(STOERST + 1)
    return str(path)


ENDELOESE: dict[str, Callable[[Path], str]] = {
    "device": lambda path: "/dev/zero",
    "pipe": _roer,
    "large": _stor,
    "folder": lambda path: str(path.parent),
}
LESER: dict[str, tuple[str, ...]] = {
    "--adresser": ("innkalling", "utvalget", "2022-11-16", "--eml", "{ut}/m.eml", "--adresser", "{fil}"),
    "--vedtak": ("sak", "foer", "utvalget", "2022-11-16", "1/22", "--vedtak", "@{fil}"),
    "--referat": ("sak", "foer", "utvalget", "2022-11-16", "1/22", "--referat", "@{fil}"),
    "--medlemmer": ("init", "{ut}/nytt", "--utvalg", "Nytt", "--medlemmer", "{fil}", "--ja"),
}


@pytest.mark.parametrize("valg", LESER)
@pytest.mark.parametrize("slag", ENDELOESE)
def test_a_file_without_end_is_not_read(valg: str, slag: str, rot: Path, tmp_path: Path) -> None:
    name = ENDELOESE[slag](tmp_path / "fil")
    outcome = kjoer("--rot", str(rot), *(word.format(fil=name, ut=tmp_path) for word in LESER[valg]))
    assert (outcome.kode, outcome.feil) == (2, "")
    assert "er større enn 1 MiB" in outcome.err if slag == "large" else "er ikke en vanlig fil" in outcome.err


def test_a_list_of_members_has_a_bound() -> None:
    nobody = Kjente({}, [Kjent("bruker")], [Kjent("medlem")], date(2026, 1, 2))
    rows = "".join(f"Person {n};bruker\n" for n in range(FLEST))
    assert len(les_liste(fra_tekst(f"navn;side\n{rows}"), nobody).rader) == FLEST
    with pytest.raises(Nektet, match=f"mer enn {FLEST} linjer"):
        les_liste(fra_tekst(f"navn;side\n{rows}Kari;bruker\n"), nobody)
    with pytest.raises(Nektet, match="linje 2 har et anførselstegn som ikke går opp"):
        fra_tekst(f'navn;side\n"{"x" * 200_000}')


# Numbers and days that nobody means


@pytest.mark.parametrize(
    "kommando", ["status", "frister", "valgbar", "valider", "krok", "regelverk", "sakliste"]
)
@pytest.mark.parametrize("dag", ["0001-01-01", "1.1.1899", "2200-01-01", "9999-12-31"])
def test_a_day_outside_the_bounds_of_the_records_is_none(kommando: str, dag: str, rot: Path) -> None:
    more = ("utvalget", "2022-11-16") if kommando == "sakliste" else ()
    outcome = kjoer("--rot", str(rot), kommando, *more, "--dato", dag)
    assert (outcome.kode, outcome.feil) == (2, "")
    assert "kan ikke være rett; her går årene fra 1900 til 2199" in outcome.err


def test_a_plan_of_a_million_meetings_is_refused(rot: Path) -> None:
    outcome = kjoer("--rot", str(rot), "moeteplan", "utvalget", "2027", "--antall", "1000000", "--dry-run")
    assert outcome.kode == 2
    assert "det er ikke plass til 1000000 møter i 2027; høyst 24 blir lagt" in outcome.err


@pytest.mark.parametrize("seen_from", ["2021-06-01", "2023-01-01"])
def test_who_may_go_on_is_asked_once_for_all(seen_from: str, tmp_path: Path) -> None:
    """Twice as many members are twice the work, and no more than some times that of judging them."""

    def asked(antall: int, *command: str) -> int:
        root = tmp_path / str(antall)
        skriv(root, {"regler": REGLER} | folk(antall))
        return steg(lambda: kjoer("--rot", str(root), *command, "--dato", seen_from))

    asked(5, "valgbar", "utvalget")
    few, more, most = (asked(antall, "valgbar", "utvalget") for antall in (25, 50, 100))
    assert most - more < 2.8 * (more - few), (few, more, most)


def test_a_limit_that_never_bites_is_not_tried_for_ever(tmp_path: Path) -> None:
    """One who leads is not appointed anew, however often: the limit on members says nothing of it."""
    skriv(tmp_path, {"regler": REGLER} | folk(1))
    with vakt():
        few = steg(lambda: kjoer("--rot", str(tmp_path), "valgbar", "utvalget", "--dato", "2023-01-01"))
    assert few < 1_500_000
