"""`angre` and `--commit` in the repositories people have: with work of their own, with no name, without git."""

from __future__ import annotations

import errno
import os
import subprocess
from pathlib import Path

import pytest
from filelock import FileLock

from avlegger import python
from brukerutvalg_cli.cli.run import run
from nytt_register import nytt_register, som_nina
from test_et_aar import treet

U = "nav-storelva"
NY = ("person", "ny", U, "Eva Strand", "--side", "bruker")
UTVALG = Path(f"records/utvalg/{U}/utvalg.yaml")
EVA = Path(f"records/utvalg/{U}/medlemmer/eva-strand.yaml")


def git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], check=True, capture_output=True, text=True).stdout


def si(capsys: pytest.CaptureFixture[str], *arguments: str, exit: int = 0) -> str:
    capsys.readouterr()
    code = run([*arguments])
    out, err = capsys.readouterr()
    assert code == exit, out + err
    return out + err


DREPT = """
import os, sys
from pathlib import Path
from brukerutvalg_cli.cli.run import run
def drept(really):
    def wrapped(self, *args, **kwargs):
        if sys.argv[1] in (self.name, *(target.name for target in args)):
            os.kill(os.getpid(), 9)
        return really(self, *args, **kwargs)
    return wrapped
Path.replace, Path.unlink = drept(Path.replace), drept(Path.unlink)
run(sys.argv[2:])
"""
"""Runs a command that is killed when it comes to a file of this name."""


def drep(ved: str, *kommando: str) -> None:
    subprocess.run([*python(), "-c", DREPT, ved, *kommando], check=False)


@pytest.fixture
def navn(monkeypatch: pytest.MonkeyPatch) -> None:
    som_nina(monkeypatch)


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, navn: None) -> None:
    monkeypatch.chdir(tmp_path)
    nytt_register(tmp_path, "--dato", "2026-01-01")


@pytest.fixture
def navnloes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.delenv(f"GIT_{name}_NAME", raising=False)
        monkeypatch.delenv(f"GIT_{name}_EMAIL", raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    git("config", "user.useConfigOnly", "true")


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("commit", [(), ("--commit",)])
def test_what_was_written_is_gone_folders_and_all(
    commit: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    before = treet()
    si(capsys, *NY, *commit)
    assert treet() != before
    si(capsys, "angre")
    assert treet() == before
    assert git("status", "--porcelain") == ""
    assert "ingenting å angre" in si(capsys, "angre", exit=2)


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("commit", [(), ("--commit",)])
def test_what_was_edited_since_is_not_undone(
    commit: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    si(capsys, *NY, *commit)
    EVA.write_bytes(EVA.read_bytes() + b"# notat\n")
    before, log = treet(), git("log", "--oneline")
    said = si(capsys, "angre", exit=2)
    assert "kan ikke angres" in said
    assert "eva-strand.yaml er endret siden" in said
    assert (treet(), git("log", "--oneline")) == (before, log)
    assert not Path(".git/REVERT_HEAD").exists()


@pytest.mark.usefixtures("register")
def test_work_of_others_in_the_repository_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    Path("ny.txt").write_text("ny")
    Path("staged.txt").write_text("staged")
    git("add", "staged.txt")
    UTVALG.write_bytes(UTVALG.read_bytes() + b"# notat\n")
    before, status = treet(), git("status", "--porcelain")
    si(capsys, *NY, "--commit")
    assert git("show", "--name-only", "--format=").split() == [EVA.as_posix()]
    assert git("status", "--porcelain") == status
    si(capsys, "angre")
    assert git("show", "--name-only", "--format=").split() == [EVA.as_posix()]
    assert (treet(), git("status", "--porcelain")) == (before, status)


@pytest.mark.usefixtures("register")
def test_changes_in_the_file_itself_are_not_committed_as_the_commands_own(
    capsys: pytest.CaptureFixture[str],
) -> None:
    si(capsys, *NY, "--commit")
    EVA.write_bytes(EVA.read_bytes() + b"# notat\n")
    before, log = treet(), git("log", "--oneline")
    said = si(capsys, "opplaering", U, "eva-strand", "--modul", "1", "--commit", exit=1)
    assert "ikke lagret i git" in said
    assert "eva-strand.yaml hadde fra før endringer" in said
    assert git("log", "--oneline") == log
    si(capsys, "angre")
    assert (treet(), git("log", "--oneline")) == (before, log)


@pytest.mark.usefixtures("register", "navnloes")
def test_without_a_name_it_is_written_and_nothing_is_left_staged(capsys: pytest.CaptureFixture[str]) -> None:
    before = treet()
    said = si(capsys, *NY, "--commit", exit=1)
    assert "git vet ikke hvem du er" in said
    assert git("diff", "--cached", "--name-only") == ""
    assert EVA.exists()
    si(capsys, "angre")
    assert treet() == before
    assert git("status", "--porcelain") == ""


@pytest.mark.usefixtures("register")
def test_without_git(capsys: pytest.CaptureFixture[str]) -> None:
    import shutil

    shutil.rmtree(".git")
    before = treet()
    said = si(capsys, *NY, "--commit", exit=1)
    assert "ikke lagret i git: registeret ligger ikke i et git-lager" in said
    si(capsys, "angre")
    assert treet() == before


@pytest.mark.usefixtures("register")
def test_a_commit_that_git_refuses_leaves_nothing_staged(capsys: pytest.CaptureFixture[str]) -> None:
    krok = Path(".git/hooks/pre-commit")
    krok.parent.mkdir(exist_ok=True)
    krok.write_text("#!/bin/sh\necho nei >&2\nexit 1\n")
    krok.chmod(0o755)
    assert "sa nei: «nei»" in si(capsys, *NY, "--commit", exit=1)
    assert git("status", "--porcelain", "-uall") == f"?? {EVA}\n"


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("neste", [("angre",), ("person", "ny", U, "Per Vik", "--side", "bruker")])
@pytest.mark.parametrize(
    ("ved", "sagt"), [("dagbok.json", "2026-02-18.yaml"), ("2026-02-11.yaml", "Den rakk ikke noe")]
)
def test_a_command_that_was_killed_is_taken_back_by_the_next_which_says_so(
    ved: str, sagt: str, neste: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    si(capsys, "moete", "ny", U, "11.2.2026", "--dato", "2026-01-05")
    before = treet()
    drep(ved, "flytt", U, "2026-02-11", "--til", "2026-02-18", "--dato", "2026-01-06")
    assert treet() != before
    said = si(capsys, *neste)
    assert "En kommando ble avbrutt mens den skrev" in said
    assert sagt in said
    if neste != ("angre",):
        si(capsys, "angre")
    assert treet() == before


@pytest.mark.usefixtures("register")
def test_those_who_only_read_are_told_of_what_was_cut_off(capsys: pytest.CaptureFixture[str]) -> None:
    drep("dagbok.json", *NY, "--dato", "2026-01-06")
    told = "En kommando ble avbrutt mens den skrev, så det som står her, kan være halvferdig. «brukerutvalg angre»"
    assert told in si(capsys, "status")
    with FileLock(".brukerutvalg/laas"):  # somebody writes just now: that is no news
        assert told not in si(capsys, "status")
    said = si(capsys, "angre")
    assert told not in said
    assert "er tatt tilbake" in said
    assert told not in si(capsys, "status")


def test_init_that_was_killed_can_be_run_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], navn: None
) -> None:
    monkeypatch.chdir(tmp_path)
    init = ("init", "r", "--utvalg", "Nav Storelva", "--ja", "--dato", "2026-01-01")
    drep("utvalg.yaml", *init)
    assert (Path("r") / "records").exists()
    said = si(capsys, *init)
    assert "En kommando ble avbrutt mens den skrev" in said
    assert "Laget et register for Nav Storelva i r: 23 filer" in said
    said = si(capsys, *init, exit=2)
    assert "registeret har alt utvalget «nav-storelva»" in said
    assert "Bruk:" not in said


@pytest.mark.usefixtures("register")
def test_past_what_git_has_taken_back_there_is_a_way(capsys: pytest.CaptureFixture[str]) -> None:
    before = treet()
    si(capsys, "moete", "ny", U, "11.2.2026", "--dato", "2026-01-05", "--commit")
    after = treet()
    si(capsys, *NY, "--commit")
    git("reset", "--hard", "HEAD~1")
    said = si(capsys, "angre", exit=2)
    assert "skriver du «brukerutvalg angre --glem»" in said
    assert "Bruk:" not in said
    assert "Filene står som de er." in si(capsys, "angre", "--glem")
    assert treet() == after
    si(capsys, "angre")
    assert treet() == before


@pytest.mark.usefixtures("register")
def test_what_the_disk_refuses_is_no_wrong_usage(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    said = si(capsys, *NY, exit=2)
    assert "disken er full" in said
    assert "Bruk:" not in said
    assert "--help" not in said


@pytest.mark.usefixtures("register")
def test_what_is_not_kept_is_told_and_all_can_be_forgotten(capsys: pytest.CaptureFixture[str]) -> None:
    new = ("--innmeldt-av", "bruker", "--foer-beslutning", "ja")
    si(capsys, "sak", "ny", U, "Mobbing på kontoret", *new, "--fortrolig", "En sak")
    si(capsys, *NY)
    si(capsys, "angre")
    before = treet()
    said = si(capsys, "angre", exit=2)
    assert "gjaldt en fortrolig sak" in said
    assert "angre --glem" in said
    assert "sier ikke hva som skal angres" in si(capsys, "angre", "alt", exit=2)
    Path(".brukerutvalg/dagbok.json.ugyldig").write_text("Mobbing")
    assert "Glemte alt" in si(capsys, "angre", "--glem", "alt")
    assert {p.name for p in Path(".brukerutvalg").iterdir()} == {"laas", ".gitignore"}
    assert "ingenting å angre" in si(capsys, "angre", exit=2)
    assert treet() == before
