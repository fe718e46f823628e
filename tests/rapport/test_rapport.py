"""The report in every format: one handmade report, written as the files of golden_rapport/ have it.

`UPDATE_GOLDEN=1 pytest tests/rapport/test_rapport.py` writes them anew; the diff is then read by a person.
"""

import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brukerutvalg_cli.funn.finding import Finding, Fravik, Kilde, Severity, Utfall, Varer
from brukerutvalg_cli.funn.place import Place, Span
from brukerutvalg_cli.mandat.fristvarsel import Fristvarsel
from brukerutvalg_cli.rapport import FORMATS, full, markdown, renderer
from brukerutvalg_cli.rapport.farge import SGR, ansi_style
from brukerutvalg_cli.rapport.i_ord import frist_i_ord, neste_steg, oppsummering
from brukerutvalg_cli.rapport.rapport import Located, LocatedRelated, Rapport
from brukerutvalg_cli.rapport.utdrag import MINST, width

GOLDEN = Path(__file__).parents[1] / "golden_rapport"
MOETE = "records/utvalg/nav-vestland/moeter/2022-11-16.yaml"
MANDAT = "records/regelverk/nav-vestland-2019.yaml"
ORGANISASJONER = "records/organisasjoner.yaml"

REDAKSJONSRAAD = Kilde("nav-vestland-2019", "redaksjonsraad", "Arbeidsform", "er")
SAKSPAPIRER = Kilde("nav-vestland-2019", "sakspapirer", "Arbeidsform", "skal")
KONTAKTPERSON = Kilde("nav-vestland-2019", "kontaktperson", "Arbeidsform", "maa")

SAMMENSETNING = Located(
    Finding(
        "BU102",
        "sammensetning",
        Severity.FEIL,
        "redaksjonsrådet får 3 fra brukersiden og 2 fra Nav; mandatet vil ha 2 og 2",
        Place(MOETE, ("saker", 5, "valg", 2, "valgt")),
        label="én for mye fra brukersiden",
        help="la én av kari-nordmann, per-hansen og anne-lie tre ut, eller før vedtaket under «avvik»",
        utvalg="nav-vestland",
        kilde=REDAKSJONSRAAD,
        emne="28/22",
    ),
    Span(87, 40, 87, 95),
    "      - {verv: redaksjonsraad, valgt: [kari-nordmann, per-hansen, anne-lie, ola-berg, eva-dahl],"
    " fra: 2023-01-01}\n",
    (
        LocatedRelated(
            MANDAT,
            Span(112, 5, 118, 1),
            "  - id: redaksjonsraad\n",
            "Arbeidsform, «er»: to frå brukarorganisasjonane, to frå fylkeskontoret",
        ),
    ),
)
FRIST = Located(
    Finding(
        "BU104",
        "frist",
        Severity.ADVARSEL,
        "sakspapirene gikk ut mandag 7. november 2022, 9 dager før møtet; fristen var søndag 6. november 2022",
        Place(MOETE, ("sendt", "sakspapirer")),
        label="senest 6. november 2022",
        utvalg="nav-vestland",
        kilde=SAKSPAPIRER,
        emne="2022-11-16",
        since=date(2022, 11, 7),
    ),
    Span(9, 16, 9, 26),
    "  sakspapirer: 2022-11-07",
)
ULESBAR = Located(
    Finding("BU003", "fil-koding", Severity.FEIL, "fila er ikke lagret som UTF-8", Place(ORGANISASJONER))
)
BREDE_TEGN = Located(
    Finding(
        "BU203",
        "ukjent-felt",
        Severity.RAAD,
        "ukjent felt «møtedato»",
        Place(MOETE, ("møtedato",), at_key=True),
        label="mente du «dato»?",
    ),
    Span(3, 17, 3, 25),
    "\t{sted: 漢字cafe\u0301, møtedato: 2022-11-16}",
)
OND = Located(
    Finding(
        "BU999",
        "ond",
        Severity.FEIL,
        "ond\r\n::error::melding, 100 %0A: \x1b[31mrød\x1b]8;;https://eksempel.no\x07 \u202etxt \udce6",
        Place("records/utvalg/ond,mappe: 50 %.yaml", ("navn",)),
        label="se\nher",
        help="skriv <b>`noe`</b> | annet\x9b2J",
        emne="navn",
    ),
    Span(1, 7, 1, 27),
    'navn: "\x1b[2J\u202e\udce6\x7f::error::"',
    (LocatedRelated("records/utvalg/ond,mappe: 50 %.yaml", None, "", "hele\nfila"),),
)


def punkt(
    utvalg: str,
    kilde: Kilde,
    emne: str,
    tekst: str,
    path: str,
    span: Span | None = None,
    *,
    utfall: Utfall = Utfall.UVISST,
    **hva: Any,
) -> Located:
    """What was found of one thing, where it is no breach."""
    said = Finding(
        "BU101",
        "frist",
        Severity.FEIL,
        tekst,
        Place(path),
        utvalg=utvalg,
        kilde=kilde,
        emne=emne,
        utfall=utfall,
        **hva,
    )
    return Located(said, span)


RAPPORT = Rapport(
    funn=(SAMMENSETNING, OND, FRIST, BREDE_TEGN, ULESBAR),
    ikke_vurdert=(
        *(
            punkt(
                "nav-vestland",
                SAKSPAPIRER,
                dag,
                "når sakspapirene gikk ut, er ukjent",
                MOETE,
                Span(9, 3, 9, 14),
            )
            for dag in ("2022-09-22", "2022-03-02", "2022-05-04", "2022-06-15", "2022-01-12")
        ),
        punkt(
            "nav-vestland", KONTAKTPERSON, "nav-vestland", "kontaktpersonen i nav-vestland er ukjent", MANDAT
        ),
        punkt("nav-troendelag", SAKSPAPIRER, "2022-05-04", "når sakspapirene gikk ut, er ukjent", MOETE),
    ),
    fraveket=(
        punkt(
            "nav-vestland",
            REDAKSJONSRAAD,
            "28/22",
            "redaksjonsrådet får 3 fra brukersiden og 2 fra Nav",
            MOETE,
            Span(87, 40, 87, 95),
            utfall=Utfall.FRAVEKET,
            fravik=Fravik("alle organisasjonene ville være med", "31/22", date(2023, 2, 9)),
        ),
        punkt(
            "nav-lokal",
            KONTAKTPERSON,
            "nav-lokal",
            "ingen er kontaktperson",
            MOETE,
            utfall=Utfall.FRAVEKET,
        ),
    ),
    varsler=(
        Fristvarsel("sakspapirene", "til møtet", date(2023, 4, 19), date(2023, 4, 9), utvalg="nav-vestland"),
        Fristvarsel(
            "sakspapirene", "til møtet", date(2022, 12, 12), date(2022, 12, 2), utvalg="nav-vestland"
        ),
        Fristvarsel(
            "innkallingen", "til møtet", date(2023, 1, 11), date(2023, 1, 1), utvalg="nav-troendelag"
        ),
        Fristvarsel("sakspapirene", "til møtet", date(2022, 12, 5), date(2022, 11, 28), utvalg="nav-lokal"),
    ),
    filer=14,
    utvalg=3,
    dato=date(2022, 12, 1),
    rettet=(
        replace(
            punkt(
                "nav-lokal",
                KONTAKTPERSON,
                "verv 2022-03-01",
                "ingen er kontaktperson",
                MANDAT,
                Span(3, 9, 3, 20),
                utfall=Utfall.RETTET,
                varer=Varer(date(2022, 3, 1), rettet=date(2022, 5, 4), ved="ved at Eva | <Dahl> kom inn"),
            ),
            related=(LocatedRelated(MOETE, Span(9, 3, 9, 14), "", ""),),
        ),
        punkt(
            "nav-lokal",
            KONTAKTPERSON,
            "verv 2021-03-01",
            "ingen er kontaktperson",
            MANDAT,
            utfall=Utfall.RETTET,
            varer=Varer(date(2021, 3, 1), rettet=date(2021, 5, 4), ved="ved valget i sak 2/21"),
        ),
    ),
)
TOM = Rapport((), (), (), (), filer=1, utvalg=1, dato=date(2022, 12, 1))


def full_in_colour(rapport: Rapport) -> str:
    """What a terminal is sent."""
    return full.render(rapport, ansi_style)


WRITTEN: dict[str, Callable[[Rapport], str]] = {
    "full.txt": renderer("full"),
    "full-farge.txt": full_in_colour,
    "full-alt.txt": lambda rapport: full.render(rapport, alt=True),
    "enkel.txt": renderer("enkel"),
    "concise.txt": renderer("concise"),
    "rapport.json": renderer("json"),
    "github.txt": renderer("github"),
    "gitlab.json": renderer("gitlab"),
    "sarif.json": renderer("sarif"),
    "junit.xml": renderer("junit"),
    "rdjson.json": renderer("rdjson"),
    "azure.txt": renderer("azure"),
    "rapport.md": markdown.render,
}


@pytest.mark.parametrize("name", WRITTEN)
def test_golden(name: str) -> None:
    written = WRITTEN[name](RAPPORT)
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(written, encoding="utf-8", newline="\n")
    assert written == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("render", WRITTEN.values(), ids=WRITTEN)
def test_no_control_character_comes_through(render: Callable[[Rapport], str]) -> None:
    written = render(RAPPORT)
    for code in SGR.values():
        written = written.replace(f"\x1b[{code}m", "").replace("\x1b[0m", "")
    unsafe = {character for character in written if not character.isprintable()} - {"\n", "\u0301"}
    assert not unsafe
    written.encode()


@pytest.mark.parametrize("name", FORMATS)
def test_every_line_has_an_end_and_no_trailing_space(name: str) -> None:
    for rapport in (RAPPORT, TOM):
        written = renderer(name)(rapport)
        assert not written or (written.endswith("\n") and not written.endswith("\n\n"))
        assert all(line == line.rstrip() for line in written.split("\n"))


def test_colour_is_only_added() -> None:
    coloured = full_in_colour(RAPPORT)
    for code in SGR.values():
        coloured = coloured.replace(f"\x1b[{code}m", "")
    assert coloured.replace("\x1b[0m", "") == full.render(RAPPORT)


def test_nothing_found() -> None:
    assert full.render(TOM) == (
        "Ingen funn i 1 fil (1 utvalg), vurdert per 1. desember 2022\nNeste steg: brukerutvalg status\n"
    )
    assert renderer("concise")(TOM) == ""
    assert renderer("github")(TOM) == "Ingen funn i 1 fil (1 utvalg), vurdert per 1. desember 2022\n"
    assert json.loads(renderer("json")(TOM))["funn"] == []


def test_counts_in_words() -> None:
    two = replace(FRIST, finding=replace(FRIST.finding, emne="2022-09-22"))
    assert oppsummering(replace(TOM, funn=(ULESBAR, FRIST, BREDE_TEGN))).startswith(
        "1 feil, 1 advarsel og 1 råd i "
    )
    assert oppsummering(replace(TOM, funn=(FRIST, two))).startswith("2 advarsler i ")


def test_the_next_step_is_the_worst_finding_or_what_status_says() -> None:
    assert neste_steg(replace(TOM, funn=(FRIST, SAMMENSETNING))) == (
        f"Neste steg: rett {MOETE}, linje 87, og kjør «brukerutvalg valider» igjen"
    )
    assert neste_steg(replace(TOM, funn=(ULESBAR,))).startswith(f"Neste steg: rett {ORGANISASJONER} og kjør")
    assert neste_steg(replace(TOM, funn=(FRIST,))).startswith("Neste steg: se på ")
    for nothing in (TOM, replace(TOM, varsler=RAPPORT.varsler)):  # what is next then, `status` knows
        assert neste_steg(nothing) == "Neste steg: brukerutvalg status"


@pytest.mark.parametrize(
    ("siste_dag", "siste_arbeidsdag", "said"),
    [
        (date(2022, 11, 6), date(2022, 11, 4), "søndag 6. november 2022 – send senest fredag 4. november"),
        (date(2023, 4, 9), date(2023, 4, 5), "søndag 9. april 2023 – send senest onsdag 5. april"),
        (
            date(2023, 1, 1),
            date(2022, 12, 30),
            "søndag 1. januar 2023 – send senest fredag 30. desember 2022",
        ),
        (date(2022, 11, 4), date(2022, 11, 4), "fredag 4. november 2022"),
        (date(2022, 10, 31), date(2022, 10, 31), "fristen var mandag 31. oktober 2022"),
    ],
)
def test_deadline_in_words(siste_dag: date, siste_arbeidsdag: date, said: str) -> None:
    frist = Fristvarsel("sakspapirene", "til møtet", date(2022, 11, 16), siste_dag)
    assert frist.siste_arbeidsdag == siste_arbeidsdag
    assert frist_i_ord(frist, date(2022, 11, 1)) == said


def test_what_cannot_be_judged_is_one_line_until_all_of_it_is_asked_for() -> None:
    kilder = [SAKSPAPIRER._replace(bestemmelse=f"bestemmelse-{n:02}") for n in range(30)]
    points = tuple(
        punkt(utvalg, kilde, emne, "noe er ukjent", MOETE)
        for kilde in kilder
        for utvalg in "ab"
        for emne in "xy"
    )
    rapport = replace(TOM, ikke_vurdert=points)
    assert full.render(rapport).split("\n")[0] == (
        "120 ting kan ikke vurderes, for noe er ukjent eller utenfor registeret. "
        "De vises av «brukerutvalg valider --alt»"
    )
    section = full.render(rapport, alt=True).partition("\n\n")[0].split("\n")
    assert section[0] == "Kan ikke vurderes (120)"
    assert section[1:3] == ["  a", "    bestemmelse-00 (Arbeidsform): noe er ukjent – x, y"]
    assert len(section) == 1 + 2 * (1 + 30)


def test_the_worst_finding_is_last_and_stays_on_the_screen() -> None:
    written = full.render(RAPPORT)
    heads = ["Frister framover", "råd ukjent-felt:", "advarsel frist:", "feil sammensetning:"]
    places = [written.index(head) for head in heads]
    assert places == sorted(places)
    assert written.splitlines()[-2] == oppsummering(RAPPORT)


@pytest.mark.parametrize("bredde", [20, 40, 61, 80, 119])
def test_an_excerpt_fits_the_window_and_the_mark_is_under_what_is_meant(bredde: int) -> None:
    lines = full.render(RAPPORT, bredde=bredde).splitlines()
    for nr, line in enumerate(lines):
        if re.fullmatch(r" *\| +[\^-]+.*", line):
            shown = lines[nr - 1]
            assert width(shown) <= max(bredde, MINST + 6)
            assert width(line) <= max(bredde, MINST + 6)
            if "valgt: [" in shown:
                at = line.index("^")
                assert shown[at : at + 5] == "kari-"


def test_json_is_what_the_interface_says() -> None:
    data = json.loads(renderer("json")(RAPPORT))
    assert data["schema_version"] == 1
    assert data["dato"] == "2022-12-01"
    assert data["oppsummering"] == {
        "feil": 3, "advarsel": 1, "raad": 1, "ikke_vurdert": 7, "fraveket": 2, "rettet": 2, "frister": 4,
        "fra_foer": None, "filer": 14, "utvalg": 3,
    }  # fmt: skip
    found = {funn["code"]: funn for funn in data["funn"]}
    assert found["BU102"] == {
        "code": "BU102",
        "name": "sammensetning",
        "severity": "feil",
        "message": SAMMENSETNING.finding.message,
        "filename": MOETE,
        "location": {"row": 87, "column": 40},
        "end_location": {"row": 87, "column": 95},
        "label": "én for mye fra brukersiden",
        "help": SAMMENSETNING.finding.help,
        "kommando": None,
        "utvalg": "nav-vestland",
        "emne": "28/22",
        "kilde": {
            "regelverk": "nav-vestland-2019",
            "bestemmelse": "redaksjonsraad",
            "avsnitt": "Arbeidsform",
            "styrke": "er",
        },
        "related": [
            {
                "filename": MANDAT,
                "location": {"row": 112, "column": 5},
                "end_location": {"row": 118, "column": 1},
                "label": SAMMENSETNING.related[0].label,
            }
        ],
        "hviler_paa": None,
        "since": None,
        "fingerprint": SAMMENSETNING.finding.fingerprint,
        "avvik": None,
    }
    assert found["BU104"]["since"] == "2022-11-07"
    assert found["BU003"]["location"] is found["BU003"]["end_location"] is found["BU003"]["kilde"] is None
    # What was escaped on the way is all there again.
    assert found["BU999"]["message"] == OND.finding.message
    assert data["fraveket"][1]["avvik"] == {
        "grunn": "alle organisasjonene ville være med",
        "vedtatt_i": "31/22",
        "notert_i": None,
        "til": "2023-02-09",
    }


PLACES = st.builds(Span, *[st.integers(1, 3)] * 4) | st.none()
FINDINGS = st.builds(
    Finding,
    st.sampled_from(["BU101", "BU102"]),
    st.just("regel"),
    st.sampled_from(Severity),
    st.sampled_from(["a", "b"]),
    st.builds(Place, st.sampled_from(["en.yaml", "to.yaml"])),
    label=st.sampled_from(["", "x", "y"]),
)
LOCATED = st.builds(Located, FINDINGS, PLACES, st.sampled_from(["", "linje: 1"]))


@settings(deadline=None)  # every format, twice
@given(st.data())
def test_the_order_found_in_is_never_seen(data: st.DataObject) -> None:
    found = data.draw(st.lists(LOCATED, max_size=8))
    shuffled = data.draw(st.permutations(found + found[:2]))
    points = data.draw(st.permutations(RAPPORT.ikke_vurdert))
    one = replace(RAPPORT, funn=tuple(found))
    other = replace(
        one,
        funn=tuple(shuffled),
        ikke_vurdert=tuple(points),
        fraveket=one.fraveket[::-1],
        varsler=one.varsler[::-1],
    )
    for render in WRITTEN.values():
        assert render(one) == render(other)


@given(st.lists(LOCATED, max_size=12))
def test_findings_are_ordered_by_place_then_weight(found: list[Located]) -> None:
    ordered = Rapport(tuple(found), (), (), (), 1, 1, TOM.dato).funn
    assert set(ordered) == set(found)
    for first, second in pairwise(ordered):
        assert _place_and_weight(first) <= _place_and_weight(second)


def _place_and_weight(located: Located) -> tuple[str, int, int, int, str, str]:
    finding, span = located.finding, located.span
    row, column = (span.row, span.column) if span else (0, 0)
    return finding.place.path, row, column, finding.severity.rank, finding.code, finding.message
