"""What of a file is closed, by its text alone: a confidential case, and the names of who is not to be named."""

from __future__ import annotations

from datetime import date

import pytest

from brukerutvalg_cli.rapport import FORMATS, renderer
from brukerutvalg_cli.rapport.lukket import lukket
from brukerutvalg_cli.register.tree import MemoryTree
from brukerutvalg_cli.validering import valider
from smaa_registre import UTVALG, filer

MOETE, SIDEN = f"{UTVALG}/moeter/2022-11-16.yaml", f"{UTVALG}/medlemmer/olve.yaml"
SAK = "dato: 2022-11-16\nsaker:\n- nr: 1/22\n  tittel: Klagen til Olsen\n  type: annet\n  {}\n"
NAVN = "navn: Olve Skjultesen\nside: bruker\n{}\n"
ULESELIG = "x: [\n"

LUKKER_SAKEN = [
    "fortrolig: ja",
    "fortrolig: kanskje",
    "fortrolig: ukjent",
    "fortrolig:",
    "fortrolig: [nei]",
    "fortrolig: !x nei",
    "fortrolig: {antatt: nei}",
    "fortrolig: nei\n  fortrolig: ja",
    "fortrolig: nei\n  taushetsplikt: ja",
    "fortrollig: ja",
    "Fortrolig: ja",
    "fortruleg: ja",
    "hemmeleg: ja",
    "unnateke_offentlegheit: ja",
    "offentlig: nei",
    "skjermet: ja",
    "gradering: 2",
    '"fortrolig": ja',
    '"fortro\\x6cig": ja',
    "? fortrolig\n  : ja",
    "<<: {fortrolig: ja}",
    "\xa0fortrolig: ja",  # a blank that came along when it was pasted
    "\u200bfortrolig: ja",
    "for\xadtrolig: ja",
    "f\u043ertrolig: ja",  # the second letter is a Cyrillic one
    "\uff46\uff4f\uff52\uff54rolig: ja",  # wide letters
    "fortrolig_til: 2030-01-01",
    "offentlig_tittel: En klage",
]


@pytest.mark.parametrize("slutt", ["", ULESELIG], ids=["read", "not read"])
@pytest.mark.parametrize("sier", LUKKER_SAKEN)
def test_whatever_may_have_been_meant_to_close_a_case_does(sier: str, slutt: str) -> None:
    found = lukket(MOETE, SAK.format(sier) + slutt)
    assert found is not None
    assert found.hel or "Klagen til Olsen" in found.verdier


@pytest.mark.parametrize(
    "sier", ["fortrolig: nei", '"fortrolig": "nei"', "fortrolig: nei # enda", "referat: Åpent"]
)
@pytest.mark.parametrize(
    "slutt", ["", ULESELIG, "praktisk: |\n  Offentlig møte.\n  - Private spørsmål\n" + ULESELIG]
)
def test_an_open_case_is_open(sier: str, slutt: str) -> None:
    assert lukket(MOETE, SAK.format(sier) + slutt) is None


LUKKER_NAVNET = [
    "publisering: kun_organisasjon",
    "publisering: bare_organisasjon",
    "publisering: ukjent",
    "publisering:",
    "publisering: !x navn",
    "publisering: [navn]",
    "publisering: navn\npublisering: kun_organisasjon",
    "publisring: kun_organisasjon",
    "Publisering: kun_organisasjon",
    '"publi\\x73ering": kun_organisasjon',
    "kun_organisasjon: ja",
    "anonym: ja",
    "\xa0publisering: kun_organisasjon",
    "<<: {publisering: kun_organisasjon}",
    "oppnevninger:\n- verv: medlem\n  publisering: kun_organisasjon",
]


@pytest.mark.parametrize("slutt", ["", ULESELIG], ids=["read", "not read"])
@pytest.mark.parametrize("sier", LUKKER_NAVNET)
def test_whatever_may_have_been_meant_to_close_a_name_does(sier: str, slutt: str) -> None:
    found = lukket(SIDEN, NAVN.format(sier) + slutt)
    assert found is not None
    assert found.hel or "Olve Skjultesen" in found.verdier


@pytest.mark.parametrize("sier", ["publisering: navn", '"publisering": navn', "grupper: [unge]"])
@pytest.mark.parametrize("slutt", ["", ULESELIG])
def test_who_may_be_named_is(sier: str, slutt: str) -> None:
    assert lukket(SIDEN, NAVN.format(sier) + slutt) is None


def test_what_is_closed_with_a_name_is_the_name_and_what_may_be_one() -> None:
    text = NAVN.format(
        "nvan: Olve Lie\ntidligere_navn: [{navn: Olve Dal, til: 2020-01-01}]\npublisering: ukjent"
    )
    found = lukket(SIDEN, text)
    assert found is not None
    assert found.verdier == {"Olve Skjultesen", "Olve Lie", "Olve Dal"}


@pytest.mark.parametrize("skille", ["\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_what_ends_a_line_for_some(skille: str) -> None:
    assert lukket(MOETE, SAK.format("fortrolig: ja").replace("\n", skille)) is not None
    assert lukket(SIDEN, NAVN.format("publisering: kun_organisasjon").replace("\n", skille)) is not None


# ── In a report ───────────────────────────────────────────────────────────────────────────────────


def rapporten(siden: str) -> str:
    files = filer("{}") | {SIDEN: siden}
    found = valider(MemoryTree(files), date(2022, 12, 1))
    return "\n".join(renderer(name)(found) for name in FORMATS)


@pytest.mark.parametrize(
    "siden",
    [
        NAVN.format("publisering: kun_organisasjon\nnavn: Olve Skjultesen"),
        NAVN.format("publisering: kun_organisasjon\nnvan: Olve Skjultesen"),
        '{publisering: kun_organisasjon, side: bruker, navn: "Olve Skjultesen}\n',
        "{publisering: kun_organisasjon, side: tullesida, navn: Olve Skjultesen}\n",
        "publisering: kun_organisasjon\nside: bruker\nnavn: Olve: Skjultesen\n",
    ],
    ids=["twice", "misspelt", "cut off", "on a line with a mistake", "with a colon"],
)
def test_no_report_shows_a_line_with_the_name(siden: str) -> None:
    said = rapporten(siden)
    assert "olve.yaml" in said
    assert "Skjultesen" not in said
    assert "Skjultesen" in rapporten(siden.replace("kun_organisasjon", "navn"))


@pytest.mark.parametrize(
    "siden",
    [
        "navn: Olve\nside: bruker\noppnevninger: [{fra: 2022-01-01, til: 2021-01-01, verv: leder, merknad: Syk}]\n",
        "navn: Olve\nside: bruker\nmerknad: Syk: i ett år\n",
    ],
    ids=["on a line with a mistake", "as it should be written"],
)
def test_no_report_shows_a_note(siden: str) -> None:
    said = rapporten(siden)
    assert "olve.yaml" in said
    assert "Syk" not in said
