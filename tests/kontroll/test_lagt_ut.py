"""What was made public, and says something else now."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from foeringene import START, M, funnet, lag, med
from nytt_register import som_nina
from smaa_registre import skriv

PUBLISERT = {"publisert": {"dato": "2022-03-10", "kanal": "nav.no"}}


def test_what_is_public_and_says_something_else_now(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base = med(START, ("utvalg", {}))
    public = med(base, (M, "referat", PUBLISERT), (M, "sakliste", deepcopy(PUBLISERT)))
    changed = med(public, (M, "saker", 0, "tittel", "Årsplanen"))
    lag(tmp_path, (base, "2022-01-10"), (public, "2022-03-10"), (changed, "2022-06-01"))
    found = funnet(tmp_path, capsys, "--historikk")
    assert ["referatet" in found[0], "sakslista" in found[1]] == [True, True]
    assert all("sier noe annet nå enn da det ble ført 10. mars 2022" in line for line in found)
    anew = {"publisert": {"dato": "2022-06-02", "kanal": "nav.no"}}
    skriv(tmp_path, med(changed, (M, "referat", anew), (M, "sakliste", deepcopy(anew))))
    assert funnet(tmp_path, capsys, "--historikk") == []


@pytest.mark.parametrize("dag", ["2022-03-10", "2022-06-02"])
def test_the_command_that_the_finding_names_clears_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, dag: str
) -> None:
    """Also on the day it was first made public, and a second time that day. The first day stays on record."""
    base = med(START, ("utvalg", {}))
    public = med(base, (M, "referat", PUBLISERT), (M, "sakliste", deepcopy(PUBLISERT)))
    changed = med(public, (M, "saker", 0, "tittel", "Årsplanen"))
    lag(tmp_path, (base, "2022-01-10"), (public, "2022-03-10"), (changed, dag))
    som_nina(monkeypatch)
    meeting = tmp_path / f"records/utvalg/utvalget/{M}.yaml"
    for other in ("Årsplanen vår", "Planen"):
        found = funnet(tmp_path, capsys, "--historikk")
        assert len(found) == 2
        run(["--rot", str(tmp_path), "valider", "--historikk", "--dato", dag, "--output-format", "full"])
        said = capsys.readouterr().out
        for what in ("referat", "sakliste"):
            command = f"publisert utvalget 2022-03-02 {what} --paa-nytt"
            assert command in said
            assert run(["--rot", str(tmp_path), *command.split(), "--dato", dag, "--commit"]) == 0
        assert funnet(tmp_path, capsys, "--historikk") == []
        assert meeting.read_text(encoding="utf-8").count("dato: '2022-03-10'") == 2
        change = ["endre", "utvalget", "sak", "1/22", "tittel", other, "--likevel", "--commit"]
        assert run(["--rot", str(tmp_path), *change, "--dato", dag]) == 0
    assert len(funnet(tmp_path, capsys, "--historikk")) == 2


def test_what_was_not_public_is_not_made_so_anew(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    public = med(START, ("utvalg", {}), (M, "referat", PUBLISERT))
    skriv(tmp_path, public)
    again = ["--rot", str(tmp_path), "publisert", "utvalget", "2022-03-02"]
    assert run([*again, "sakliste", "--paa-nytt"]) == 2
    assert "det er ikke ført at sakslista var lagt ut. Før det uten --paa-nytt" in capsys.readouterr().err
    assert run([*again, "referat", "--paa-nytt", "--dato", "2022-03-09"]) == 2
    assert "referatet ble lagt ut 10. mars 2022, og ikke på nytt før det" in capsys.readouterr().err
    assert run([*again, "referat", "--dato", "2022-03-12"]) == 1
    assert "Er det lagt ut igjen, skriver du --paa-nytt." in "".join(capsys.readouterr())
