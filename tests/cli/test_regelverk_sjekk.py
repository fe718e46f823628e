"""`regelverk sjekk`: a file of a rule set looked at by itself; and a faulty one, explained where it is asked for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Protocol

import pytest

from brukerutvalg_cli.cli.run import run
from smaa_registre import ROOT, skriv

HODE = "tittel: Mandatet\ntype: mandat\ndatert: 2024\nmaalform: nb\nbestemmelser:\n"
FELLES = "avsnitt: Arbeidsform, styrke: skal, tekst: Slik er det."
PAPIRER = f"  - {{id: papirer, {FELLES}, regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}}\n"
LEDES = f"  - {{id: ledes, {FELLES}, regel: krav, hver: moete, skal_ha: {{moeteleder: NAVN}}}}\n"
REGISTER = (
    "utvalg: {registrert_fra: 2022-01-01}\norganisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}}\n"
)


class Sjekk(Protocol):
    """Looks at a file of this text, with this register around it or with none: the exit code and what was said."""

    def __call__(self, text: str, *flags: str, rot: Path | None = None) -> tuple[int, str]: ...


@pytest.fixture
def sjekk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Sjekk:
    (tmp_path / "alene").mkdir()
    monkeypatch.chdir(tmp_path / "alene")

    def looked_at(text: str, *flags: str, rot: Path | None = None) -> tuple[int, str]:
        Path("mandatet.yaml").write_text(text, encoding="utf-8")
        root = ["--rot", str(rot)] if rot else []
        code = run([*root, "regelverk", "sjekk", "mandatet.yaml", *flags])
        return code, capsys.readouterr().out

    return looked_at


def test_each_provision_is_told_as_it_was_read(sjekk: Sjekk) -> None:
    code, said = sjekk(HODE + PAPIRER)
    assert code == 0
    assert "leses som frist: hva sakspapirer, senest 10 dager, før møte" in said


def test_a_rule_set_of_the_register_goes_by_its_id_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    skriv(tmp_path, f"{REGISTER}regel: {{regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}}")
    monkeypatch.chdir(tmp_path)
    said = []
    for named in ("regelverket", "records/regelverk/regelverket.yaml"):
        assert run(["--rot", str(tmp_path), "regelverk", "sjekk", named]) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]
    assert "leses som frist" in said[0]
    assert run(["--rot", str(tmp_path), "regelverk", "sjekk", "../regelverket"]) == 2


@pytest.mark.parametrize(
    ("regel", "lest"),
    [
        (
            "regel: krav, hver: moete, skal_ha: {moeteleder: {ellers: nestleder, foerst: leder}}",
            "krav: hver møte, skal ha (møteleder først leder og ellers nestleder)",
        ),
        (
            "regel: hyppighet, hva: moete, minst: 1, per: maaned, unntatt: [juli, august]",
            "hyppighet: minst 1, hva møte, per måned, unntatt juli eller august",
        ),
        (
            "regel: krav, hver: moete, naar: {finnes: redaksjonsraad}, skal_ha: {form: fysisk}",
            "krav: når (finnes «som sitter i redaksjonsrådet»), hver møte, skal ha (form fysisk)",
        ),
    ],
)
def test_what_is_read_back_is_in_the_order_of_the_keys(sjekk: Sjekk, regel: str, lest: str) -> None:
    _, said = sjekk(f"{HODE}  - {{id: r, {FELLES}, {regel}}}\n")
    assert f"leses som {lest}\n" in said


@pytest.mark.parametrize(
    ("bestemmelse", "hvorfor"),
    [
        ("styrke: kan", "en tillatelse"),
        ("styrke: skal", "ingen regel"),
        ("styrke: er, regel: rettighet, hvem: {verv: vara}, talerett: ja", "gir bare, og nekter ingenting"),
    ],
)
def test_what_can_never_be_broken_is_told(sjekk: Sjekk, bestemmelse: str, hvorfor: str) -> None:
    code, said = sjekk(f"{HODE}  - {{id: gitt, avsnitt: A, tekst: T., {bestemmelse}}}\n")
    assert code == 0
    assert f"kan aldri brytes: {hvorfor}" in said
    assert "Kan aldri brytes: gitt." in said


def test_a_misspelt_name_is_told_at_the_word_with_or_without_a_register(sjekk: Sjekk, tmp_path: Path) -> None:
    skriv(tmp_path / "r", REGISTER)
    for rot in (None, tmp_path / "r"):
        code, said = sjekk(HODE + LEDES.replace("NAVN", "ledr"), rot=rot)
        assert code == 1
        assert said.startswith("mandatet.yaml:6:")
        assert "«ledr» finnes ikke; mente du «leder»?" in said


def test_a_name_that_a_register_may_have_is_missed_only_where_there_is_one(
    sjekk: Sjekk, tmp_path: Path
) -> None:
    skriv(tmp_path / "r", REGISTER)
    styrer = (
        HODE + f"  - {{id: s, {FELLES}, regel: rettighet, hvem: {{organisasjon: NAVN}}, stemmerett: nei}}\n"
    )
    code, said = sjekk(styrer.replace("NAVN", "kommunestyret"))
    assert code == 0
    assert "Registeret som bruker det, må ha disse navnene: kommunestyret." in said
    assert sjekk(styrer.replace("NAVN", "kommunestyret"), rot=tmp_path / "r")[0] == 1
    assert sjekk(styrer.replace("NAVN", "ffo"), rot=tmp_path / "r")[0] == 0


@pytest.mark.parametrize(
    ("text", "linje"),
    [
        (HODE + PAPIRER.replace("senest", "sennest"), "mandatet.yaml:6:"),
        (HODE + "  - [\n", "mandatet.yaml:"),
        ("", "mandatet.yaml"),
        ("\x00", "mandatet.yaml"),
    ],
)
def test_a_file_that_cannot_be_read_is_explained(sjekk: Sjekk, text: str, linje: str) -> None:
    code, said = sjekk(text)
    assert code == 1
    assert said.startswith(linje)
    assert "Neste steg: rett mandatet.yaml" in said


def test_json_has_the_same(sjekk: Sjekk) -> None:
    code, said = sjekk(HODE + LEDES.replace("NAVN", "ledr"), "--json")
    data = json.loads(said)
    assert code == 1
    assert [each["linje"] for each in data["funn"]] == [6]
    assert data["bestemmelser"][0]["leses_som"] == "krav: hver møte, skal ha (møteleder ledr)"


def test_no_file_is_wrong_usage(sjekk: Sjekk, tmp_path: Path) -> None:
    assert run(["regelverk", "sjekk"]) == 2
    assert run(["regelverk", "sjekk", "finnes-ikke.yaml"]) == 2


def test_a_faulty_rule_set_is_explained_where_it_is_to_be_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    skriv(tmp_path, "regel: {regel: hyppighet, hva: moete, mint: 1, per: kalenderaar}\nutvalg: {}\n")
    assert run(["--rot", str(tmp_path), "regelverk", "vis", "regelverket"]) == 1
    said = capsys.readouterr().out
    assert said.startswith("records/regelverk/regelverket.yaml:")
    assert "minst" in said


@pytest.mark.parametrize("path", sorted((ROOT / "records/regelverk").glob("*.yaml")), ids=lambda p: p.stem)
def test_a_shipped_rule_set_has_no_fault_where_it_lies(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--rot", str(ROOT), "regelverk", "sjekk", str(path)]) == 0
    assert "Registeret som bruker det" not in capsys.readouterr().out
