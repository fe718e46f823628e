"""The verb `forklar`: by name and by code, what was probably meant, and the list of everything."""

from __future__ import annotations

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.forklaring import KINDS, forklaringer


@pytest.mark.parametrize("navn", ["sammensetning", "BU102", "bu102", "Sammensetning"])
def test_a_rule_by_name_and_by_code(navn: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["forklar", navn]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("sammensetning – hvem som skal være med")
    assert "\nHvorfor\n" in out
    assert "\nSlik retter du\n" in out
    assert "\nGalt\n" in out
    assert "\nRiktig\n" in out
    assert out.endswith("\nKode: BU102\n")
    assert err == ""


@pytest.mark.parametrize("rule", forklaringer().values(), ids=lambda rule: rule.navn)
def test_everything_that_can_be_found_can_be_explained(
    rule: object, capsys: pytest.CaptureFixture[str]
) -> None:
    from brukerutvalg_cli.forklaring import Forklaring

    assert isinstance(rule, Forklaring)
    assert run(["forklar", rule.navn]) == 0
    by_name = capsys.readouterr().out
    assert run(["forklar", rule.kode]) == 0
    assert capsys.readouterr().out == by_name
    assert by_name.startswith(f"{rule.navn} – ")


@pytest.mark.parametrize(
    ("navn", "ment"),
    [
        ("sammensetting", "«sammensetning»"),
        ("funksjonstida", "«funksjonstid»"),
        ("ukjentreferanse", "«ukjent-referanse»"),
        ("fil-kodning", "«fil-koding»"),
        ("vedlegg-fil", "«vedlegg»"),
    ],
)
def test_what_was_probably_meant(navn: str, ment: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["forklar", navn]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    said = f"feil: det finnes ingen regel, bestemmelse, sak eller verv «{navn}». Mente du {ment}?"
    assert err.splitlines()[0] == said


@pytest.mark.parametrize("navn", ["pannekake", "BU999"])
def test_what_is_like_nothing(navn: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["forklar", navn]) == 2
    err = capsys.readouterr().err
    assert f"ingen regel, bestemmelse, sak eller verv «{navn}». «brukerutvalg forklar» viser alle." in err


def test_the_list_of_everything(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["forklar"]) == 0
    *rules, empty, next_step = capsys.readouterr().out.splitlines()
    assert (empty, next_step) == ("", "Neste steg: brukerutvalg forklar NAVN")
    codes = [line.split()[0] for line in rules]
    assert codes == sorted(set(codes))
    assert len(codes) == len(forklaringer())
    assert "BU104  frist – noe skal være gjort innen en viss tid før eller etter en hendelse." in rules
    assert {code for code in codes if code.startswith("BU1")} == set(KINDS)


@pytest.mark.parametrize("verb", ["forklar", "explain"])
def test_the_verb_answers_in_english_too(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([verb, "frist"]) == 0
    assert capsys.readouterr().out.startswith("frist – ")


def test_no_register_is_needed(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(str(tmp_path))
    assert run(["forklar", "frist"]) == 0
    assert run(["forklar", "frest"]) == 2
    err = capsys.readouterr().err
    assert "det finnes ingen regel «frest». Mente du «frist»? Og fant ikke noe register" in err
