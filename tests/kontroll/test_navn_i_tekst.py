"""navn-i-tekst: who is to be shown by the organisation only is in no text by name, and not in what is said of it."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from smaa_registre import dom, sagt, skriv

OLVE = "medlemmer/olve-skjultesen: {navn: Olve Skjultesen, publisering: kun_organisasjon}"


def sak(text: str) -> str:
    return f"moeter/2022-11-16: {{saker: [{{nr: 1/22, tittel: A, type: annet, {text}}}]}}"


def steder(*register: str) -> list[str]:
    return [said.partition(" @ ")[2] for said in sagt(dom("\n".join(register))) if "navn-i-tekst" in said]


@pytest.mark.parametrize(
    ("register", "sted"),
    [
        (sak("referat: Olve Skjultesen var uenig."), "moeter/2022-11-16 saker.0.referat"),
        (sak("referat: '**OLVE**\n\n  Skjultesens syn.'"), "moeter/2022-11-16 saker.0.referat"),
        (sak("vedtak: {tekst: Olve Skjultesen tar saka.}"), "moeter/2022-11-16 saker.0.vedtak.tekst"),
        (sak("tittel: Frå Olve Skjultesen").replace("tittel: A, ", ""), "moeter/2022-11-16 saker.0.tittel"),
        (
            sak("oppfoelging: [{hva: B, ansvarlig: Olve Skjultesen og Nav, frist: 2023-02-01}]"),
            "moeter/2022-11-16 saker.0.oppfoelging.0.ansvarlig",
        ),
        (
            sak("fortrolig: ja, offentlig_tittel: Frå Olve Skjultesen"),
            "moeter/2022-11-16 saker.0.offentlig_tittel",
        ),
        ("moeter/2022-11-16: {praktisk: Ring Olve Skjultesen.}", "moeter/2022-11-16 praktisk"),
        (
            "saker/2023-001: {tittel: Sak fra Olve Skjultesen, innmeldt_av: nav, innmeldt: 2022-12-01}",
            "2023-001 tittel",
        ),
    ],
)
def test_where_a_text_has_the_name(register: str, sted: str) -> None:
    [found] = steder(OLVE, register)
    assert found.endswith(sted)


@pytest.mark.parametrize(
    "register",
    [
        sak("referat: Olve var uenig med Skjultesen."),
        sak("merknad: Olve Skjultesen var uenig."),
        sak("fortrolig: ja, offentlig_tittel: B, referat: Olve Skjultesen var uenig."),
        sak("oppfoelging: [{hva: B, ansvarlig: Olve Skjultesen, frist: 2023-02-01}]"),
        "moeter/2022-11-16: {oppmoete: [{navn: Olve Skjultesen}]}",
    ],
)
def test_what_no_document_says_by_name(register: str) -> None:
    assert steder(OLVE, register) == []


def test_a_name_that_somebody_else_is_shown_by() -> None:
    text = sak("referat: Kari Olve Skjultesen var uenig.")
    assert len(steder(OLVE, text)) == 1
    assert steder(OLVE, "medlemmer/kari: {navn: Kari Olve Skjultesen}", text) == []
    assert steder(OLVE, "medlemmer/olve-2: {navn: Olve Skjultesen}", sak("referat: Olve Skjultesen.")) == []


def test_a_former_name_too() -> None:
    before = OLVE.replace("}", ", tidligere_navn: [{navn: Olve Berg, til: 2020-01-01}]}")
    assert len(steder(before, sak("referat: Olve Berg var uenig."))) == 1


@pytest.mark.parametrize("output", ["full", "enkel", "concise", "json", "github", "markdown"])
def test_the_name_is_not_repeated(output: str, tmp_path: Path) -> None:
    skriv(tmp_path, f"{OLVE}\n{sak('referat: Olve Skjultesen var uenig.')}")
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        run(["--rot", str(tmp_path), "valider", "--dato", "2023-01-01", "--output-format", output])
    assert "navnet på olve-skjultesen" in said.getvalue()
    assert "Skjultesen" not in said.getvalue()
