"""What was recorded later than it claims; and, where the history is asked, minutes changed after they were approved."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from brukerutvalg_cli.cli.run import run
from foeringene import START, M, funnet, lag, med
from githistorien import Commit, git, historien
from smaa_registre import UTVALG, filer, skriv

SENDT_4 = med(START, (M, "sendt", {"sakspapirer": "2022-02-04"}))


def test_papers_sent_on_the_4th_and_recorded_on_the_15th(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lag(tmp_path, (START, "2022-01-10"), (SENDT_4, "2022-02-15"))
    (line,) = funnet(tmp_path, capsys)
    assert (
        "sakspapirene er ført som sendt 4. februar 2022, men det ble ført 15. februar 2022, 11 dager etter"
        in line
    )


@pytest.mark.parametrize(("ført", "sent"), [("2022-02-11", False), ("2022-02-12", True)])
def test_as_many_days_as_the_council_allows(
    tmp_path: Path, ført: str, sent: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    lag(tmp_path, (START, "2022-01-10"), (SENDT_4, ført))
    assert bool(funnet(tmp_path, capsys)) is sent


def test_only_what_the_change_itself_records_late_is_new(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the folder, of a commit, and in the hook; what is kept of these is no answer to who asks of everything."""
    monkeypatch.setenv("BRUKERUTVALG_HURTIGLAGER", str(tmp_path / "lager"))
    rot = tmp_path / "register"
    later = med(SENDT_4, (M, "sakliste", {"dato": "2022-02-20"}))
    lag(rot, (START, "2022-01-10"), (SENDT_4, "2022-02-15"), (later, "2022-06-01"))
    said = "sakslista er ført som godkjent 20. februar 2022, men det ble ført"
    for options in ((), ("--revisjon", "HEAD"), ()):
        assert len(funnet(rot, capsys, *options)) == 2
        (line,) = funnet(rot, capsys, *options, "--siden", "HEAD~1")
        assert f"{said} 1. juni 2022, 101 dager etter" in line
        assert funnet(rot, capsys, *options, "--siden", "HEAD") == []
    git(rot, "reset", "--quiet", "--soft", "HEAD~1")
    for _ in range(2):
        assert run(["--rot", str(rot), "krok"]) == 0
        told = capsys.readouterr().err
        assert told.count("men det ble ført") == told.count(said) == 1


GODKJENT = {"godkjent": {"moete": "2022-05-04", "sak": "2/22"}}
SENT = {
    "a term": (
        ("medlemmer/kari", "oppnevninger", 0, "fra", "2021-01-01"),
        "Kari Nordmann er ført som leder fra 1. januar 2021",
    ),
    "an approval": ((M, "referat", GODKJENT), "referatet er ført som godkjent 4. mai 2022"),
    "an agenda approved": ((M, "sakliste", {"dato": "2022-02-20"}), "sakslista er ført som godkjent 20. februar 2022"),
    "made public": (
        (M, "referat", {"publisert": {"dato": "2022-03-10", "kanal": "nav.no"}}),
        "referatet er ført som lagt ut 10. mars 2022",
    ),
}  # fmt: skip


@pytest.mark.parametrize("hva", SENT)
def test_every_day_that_counts_is_looked_at(
    tmp_path: Path, hva: str, capsys: pytest.CaptureFixture[str]
) -> None:
    change, said = SENT[hva]
    lag(tmp_path, (START, "2022-01-10"), (med(START, change), "2022-06-01"))
    assert [said in line and "1. juni 2022" in line for line in funnet(tmp_path, capsys)] == [True]


def test_what_was_taken_over_with_the_council_is_nobodys_delay(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lag(tmp_path, (SENDT_4, "2022-02-15"), (med(SENDT_4, (M, "merknad", "Noe")), "2022-03-15"))
    assert funnet(tmp_path, capsys) == []


def test_a_file_that_is_moved_was_recorded_when_it_was(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = med(SENDT_4, (M, "id", "abc"))
    moved = deepcopy(sent)
    moved["moeter/2022-03-09"] = moved.pop(M)
    lag(tmp_path, (START, "2022-01-10"), (sent, "2022-02-05"), (moved, "2022-06-01"))
    assert funnet(tmp_path, capsys) == []


def test_what_is_not_saved_was_recorded_today(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lag(tmp_path, (START, "2022-01-10"))
    skriv(tmp_path, SENDT_4)
    assert len(funnet(tmp_path, capsys)) == 1


def test_without_the_key_git_is_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("brukerutvalg_cli.gitlager.kall._git_module", lambda: asked.append("git"))
    skriv(tmp_path, med(SENDT_4, ("utvalg", {})))
    assert funnet(tmp_path, capsys) == []
    assert asked == []


def test_where_git_cannot_say_that_is_said_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    skriv(tmp_path / "uten", SENDT_4)
    (line,) = funnet(tmp_path / "uten", capsys)
    assert "kan ikke vurderes: historikken kan ikke leses: registeret ligger ikke i et git-lager" in line
    lag(tmp_path / "r", (START, "2022-01-10"), (SENDT_4, "2022-02-15"))
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{tmp_path}/r", str(tmp_path / "lite"))
    (line,) = funnet(tmp_path / "lite", capsys)
    assert "kan ikke vurderes: bare det siste er hentet hit" in line


def test_whoever_asks_for_it_is_told_that_it_cannot_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    skriv(tmp_path, med(START, ("utvalg", {})))
    assert run(["--rot", str(tmp_path), "valider", "--historikk"]) == 2
    assert "historikken kan ikke leses: registeret ligger ikke i et git-lager" in capsys.readouterr().err


def test_a_commit_is_judged_by_its_own_history(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lag(tmp_path / "r", (START, "2022-01-10"), (SENDT_4, "2022-02-15"), (med(START), "2022-03-01"))
    git(tmp_path, "clone", "--quiet", "--bare", str(tmp_path / "r"), str(tmp_path / "bar.git"))
    assert funnet(tmp_path / "r", capsys) == []
    for rot in ("r", "bar.git"):
        (line,) = funnet(tmp_path / rot, capsys, "--revisjon", "HEAD~1")
        assert "15. februar 2022" in line


# Approved minutes

APPROVED = med(START, ("utvalg", {}), (M, "referat", GODKJENT))


def test_minutes_without_a_seal_are_held_up_against_what_they_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = med(APPROVED, (M, "innledning", "Velkommen!"))
    lag(
        tmp_path,
        (med(START, ("utvalg", {})), "2022-01-10"),
        (APPROVED, "2022-05-04"),
        (changed, "2022-06-01"),
    )
    assert funnet(tmp_path, capsys) == []  # nobody has asked
    (line,) = funnet(tmp_path, capsys, "--historikk")
    assert "referatet fra 2. mars 2022 er endret etter at det ble godkjent" in line
    corrected = med(
        changed, (M, "referat", GODKJENT | {"rettelser": [{"dato": "2022-06-01", "hva": "Utropstegn"}]})
    )
    skriv(tmp_path, corrected)
    assert len(funnet(tmp_path, capsys, "--historikk")) == 1  # a correction that was not sealed says nothing


def godkjenn(rot: Path, register: dict[str, Any]) -> None:
    """The minutes are approved by the command, which seals them, and all is saved."""
    files = filer(register)
    path = f"{UTVALG}/{M}.yaml"
    files[path] = files[path].replace(
        "innledning: Velkommen.\n", "innledning: |\n  Velkommen.\n  Vi tok opp to ting.\n"
    )
    historien(rot, [Commit(files, "Nina Vik", "2022-01-10")])
    words = (
        "godkjenn",
        "utvalget",
        "2022-03-02",
        "--i",
        "2022-05-04",
        "--dato",
        "2022-05-04",
        "--ikke-lagre",
    )
    assert run(["--rot", str(rot), *words]) == 0
    lagre(rot, "2022-05-04")


def lagre(rot: Path, dag: str) -> None:
    git(rot, "add", "--all")
    nina = ("-c", "user.name=Nina Vik", "-c", "user.email=nina@example.no")
    git(rot, *nina, "commit", "--quiet", "--no-verify", "--date", f"{dag}T12:00:00", "--message", "Lagret")


def test_approved_minutes_edited(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By one letter: found. By white space at a line's end, or the file in another order: not. A member renamed: as the
    rule for names says, whoever the minutes name has the name of that day."""
    godkjenn(tmp_path, med(START, ("utvalg", {}), (M, "moeteleder", "kari")))
    file = tmp_path / UTVALG / f"{M}.yaml"
    sealed = file.read_text(encoding="utf-8")
    assert "innledning: |\n" in sealed
    assert funnet(tmp_path, capsys, "--historikk") == []

    file.write_text(sealed.replace("Velkommen", "Velkomen"), encoding="utf-8")
    (line,) = funnet(tmp_path, capsys)
    assert "er endret etter at det ble godkjent" in line

    spaced = "".join(f"{each}  \n" for each in sealed.splitlines())
    for text in (spaced, "# Først\n" + sealed):
        file.write_text(text, encoding="utf-8")
        assert funnet(tmp_path, capsys, "--historikk") == [], text

    data = yaml.load(sealed, yaml.CBaseLoader)
    other_way = dict(reversed(data.items()))
    file.write_text(yaml.safe_dump(other_way, allow_unicode=True, sort_keys=False), encoding="utf-8")
    assert funnet(tmp_path, capsys, "--historikk") == []
    file.write_text(sealed, encoding="utf-8")

    person = tmp_path / UTVALG / "medlemmer" / "kari.yaml"
    page = person.read_text(encoding="utf-8")
    person.write_text(page.replace("Kari Nordmann", "Kari Lie"), encoding="utf-8")
    (line,) = funnet(tmp_path, capsys)
    assert "navnet på en person" in line
    person.write_text(
        page.replace("Kari Nordmann", "Kari Lie")
        + "tidligere_navn: [{navn: Kari Nordmann, til: 2022-06-01}]\n",
        encoding="utf-8",
    )
    assert funnet(tmp_path, capsys, "--historikk") == []


def test_a_seal_that_is_written_anew_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever changes the minutes and the sums with them: the sums they were approved with are in the history."""
    register = med(START, ("utvalg", {}))
    godkjenn(tmp_path / "a", register)
    godkjenn(tmp_path / "b", med(register, (M, "innledning", "Velkomen.")))
    file = f"{UTVALG}/{M}.yaml"
    (tmp_path / "a" / file).write_text((tmp_path / "b" / file).read_text(encoding="utf-8"), encoding="utf-8")
    assert funnet(tmp_path / "a", capsys) == []
    (line,) = funnet(tmp_path / "a", capsys, "--historikk")
    assert "kontrollsummene er skrevet om siden" in line
