"""The verbs of what is assumed: it is shown, written as such, and confirmed; and nothing becomes a fact by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from smaa_registre import skriv

REGISTER = """
regel: {regel: sammensetning, blant: redaksjonsraad, plasser: [{hvem: {side: nav}, antall: 1}]}
organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}}
medlemmer/kari:
  side: {antatt: nav}
  representerer: {antatt: ffo}
  oppnevninger: [{verv: medlem, fra: {antatt: 2022-01-01}, til: {antatt: 2023-12-31}, av: nav}]
medlemmer/per: {side: nav, grupper: ukjent}
moeter/2022-11-16: {}
saker/2022-001: {tittel: Ventetid, type: annet, innmeldt_av: {antatt: bruker}, innmeldt: {antatt: 2022-10-01}}
moeter/2023-02-09: {status: planlagt}
"""
KARI = Path("records/utvalg/utvalget/medlemmer/kari.yaml")


@pytest.fixture(autouse=True)
def _i_registeret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    skriv(tmp_path, REGISTER)
    monkeypatch.chdir(tmp_path)


def kjoer(capsys: pytest.CaptureFixture[str], *words: str, exit: int = 0) -> str:
    """What a command says."""
    code = run([*words])
    said = "".join(capsys.readouterr())
    assert code == exit, said
    return said


def test_what_is_assumed_is_shown_by_the_name_it_is_confirmed_by(capsys: pytest.CaptureFixture[str]) -> None:
    said = kjoer(capsys, "antatt", "vis", "utvalget")
    assert "kari.side: Kari sitter for Nav (records/utvalg/utvalget/medlemmer/kari.yaml:2:1)\n" in said
    assert "kari.oppnevninger.1.fra: Kari sitter fra 1. januar 2022 som medlem" in said
    kjoer(capsys, "antatt", "bekreft", "utvalget", "kari.oppnevninger.1.fra")
    kjoer(capsys, "antatt", "bekreft", "utvalget", "kari.side", "--er", "bruker")
    text = KARI.read_text(encoding="utf-8")
    assert "side: bruker\n" in text
    assert "fra: 2022-01-01\n" in text
    assert "antatt: '2023-12-31'" in text  # the rest stands as it stood
    assert "kari.side" not in kjoer(capsys, "antatt", "vis", "utvalget")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("bekreft", "utvalget", "per.side"), "«side» er ikke antatt"),
        (("bekreft", "utvalget", "liv.side"), "«liv» er verken en person, et møte eller en sak i utvalget"),
        (("bekreft", "utvalget", "kari"), "hva er antatt? Skriv for eksempel kari.side"),
        (("foer", "utvalget", "per.side", "bruker"), "«side» er ført som noe annet"),
        (("foer", "utvalget", "per.navn", "Per Hansen"), "«navn» er ført som noe annet"),
        (("foer", "utvalget", "per.publisering", "navn"), "«publisering» kan ikke være antatt"),
        (("foer", "utvalget", "per.representerer", "ffi"), "ingenting er skrevet"),
        (("foer", "utvalget", "per.oppnevninger.9.fra", "2022-01-01"), "ikke noe slikt sted"),
        (("foer", "utvalget", "kari.oppnevninger.9.fra", "2022-01-01"), "ikke noe slikt sted"),
        (("foer", "utvalget", "kari.oppnevninger.x.fra", "2022-01-01"), "ikke noe slikt sted"),
        (("foer", "utvalget", "kari.side.x", "2022-01-01"), "«side» er antatt som helhet"),
        (("foer", "utvalget", "2022-11-16.sted", "Nav"), "ingenting er skrevet"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    before = {path: path.read_bytes() for path in Path().rglob("*.yaml")}
    assert said in kjoer(capsys, "antatt", *words, exit=2)
    assert {path: path.read_bytes() for path in Path().rglob("*.yaml")} == before


def test_what_nobody_knows_is_assumed(capsys: pytest.CaptureFixture[str]) -> None:
    kjoer(capsys, "antatt", "foer", "utvalget", "per.grupper", "eldre, rus")
    kjoer(capsys, "antatt", "foer", "utvalget", "per.side", "nav")  # it was written as a fact, and was none
    kjoer(capsys, "antatt", "foer", "utvalget", "2022-11-16.moeteleder", "kari")
    kjoer(capsys, "person", "ny", "utvalget", "Liv Moe", "--side", "nav", "--antatt", "side")
    kjoer(
        capsys, "oppnevn", "utvalget", "liv-moe", "--verv", "medlem", "--fra", "1.1.2023", "--antatt", "fra"
    )
    said = kjoer(capsys, "antatt", "vis", "utvalget")
    for faktum in (
        "per.grupper",
        "per.side",
        "2022-11-16.moeteleder",
        "liv-moe.side",
        "liv-moe.oppnevninger.1.fra",
    ):
        assert f"{faktum}: " in said


def test_only_what_is_written_can_be_assumed(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("person", "ny", "utvalget", "Liv Moe", "--side", "nav", "--antatt", "navn")
    assert "«navn» kan ikke være antatt her. Det kan være side" in kjoer(capsys, *words, exit=2)


def test_no_command_makes_a_fact_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    """A successor takes over what is left as it is known; a case that is moved takes its assumptions along."""
    kjoer(capsys, "erstatt", "utvalget", "kari", "per", "--fra", "1.6.2023", "--likevel")
    per = Path("records/utvalg/utvalget/medlemmer/per.yaml").read_text(encoding="utf-8")
    assert "til: {antatt: 2023-12-31}" in per
    kjoer(capsys, "oppnevn", "utvalget", "kari", "--verv", "vara", "--fra", "1.1.2024")
    assert "foreslaatt_av" not in KARI.read_text(encoding="utf-8")  # whom she sits for is not known
    kjoer(capsys, "sak", "til-moete", "utvalget", "2022-001", "2023-02-09")
    moete = Path("records/utvalg/utvalget/moeter/2023-02-09.yaml").read_text(encoding="utf-8")
    assert "innmeldt_av: {antatt: bruker}" in moete
    assert "innmeldt: {antatt: 2022-10-01}" in moete


def test_an_election_that_is_lawful_only_as_assumed_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("sjekk-valg", "utvalget", "kari", "--verv", "redaksjonsraad", "--dato", "2023-01-01")
    said = kjoer(capsys, *words)
    assert (
        "Valget er slik regelverket vil ha det.\nDet hviler på en antakelse: Kari sitter for Nav.\n" in said
    )


def test_who_may_go_on_only_as_assumed_is_said_to(capsys: pytest.CaptureFixture[str]) -> None:
    kjoer(
        capsys, "oppnevn", "utvalget", "per", "--verv", "medlem", "--fra", "1.1.2022", "--til", "31.12.2023"
    )
    kari, _, per = kjoer(capsys, "valgbar", "utvalget", "--dato", "2023-01-01").partition("\nPer")
    assert "noe av dette hviler på det som er antatt: brukerutvalg antatt vis utvalget" in kari
    assert "antatt" not in per
