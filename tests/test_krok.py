"""The hook before a commit: it judges what is staged, stops at what is new and wrong, and locks nobody out."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from avlegger import program
from brukerutvalg_cli.cli.run import run
from nytt_register import gjort, som_nina

U = "nav-storelva"
MAPPE = f"records/utvalg/{U}"
HELT = "dato: 2026-01-07\nstatus: avholdt\n"
FEIL = HELT + "moeteleder: kari-nordman\noppmoete: [{person: kari-nordman}]\n"
ULESELIG = HELT + "stad: Oslo\n"


def git(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=False)


@pytest.fixture(params=[".", "under/mappe"])
def rot(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register that is the whole repository, and one that is a folder in it; there the program is on the path."""
    som_nina(monkeypatch)
    monkeypatch.chdir(tmp_path)
    folder = str(request.param)
    if folder != ".":
        (there := tmp_path.parent / f"{tmp_path.name}-bin").mkdir()
        (there / "brukerutvalg").write_text(f'#!/bin/sh\nexec {shlex.join(program())} "$@"\n')
        (there / "brukerutvalg").chmod(0o755)
        monkeypatch.setenv("PATH", f"{there}{os.pathsep}{os.environ['PATH']}")

    def med_per() -> None:
        git("init")
        new = ["--utvalg", "Nav Storelva", "--mandat", "tomt", "--ja", "--dato", "2026-01-01"]
        assert run(["init", folder, *new]) == 0
        assert run(["--rot", folder, "person", "ny", U, "Per Vik", "--side", "bruker", "--commit"]) == 0

    gjort(tmp_path, f"krok i {folder}", med_per)
    monkeypatch.chdir(tmp_path / folder)
    return tmp_path / folder


def skriv(text: str) -> Path:
    path = Path(f"{MAPPE}/moeter/2026-01-07.yaml")
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.usefixtures("rot")
@pytest.mark.parametrize(("text", "sagt"), [(FEIL, "kari-nordman"), (ULESELIG, "stad")])
def test_it_stops_what_is_new_and_says_how_to_go_on(text: str, sagt: str) -> None:
    skriv(text)
    git("add", ".")
    done = git("commit", "-m", "Møte")
    assert done.returncode == 1
    assert sagt in done.stderr
    assert "git commit --no-verify" in done.stderr
    assert git("commit", "--no-verify", "-m", "Møte").returncode == 0
    Path("notat.txt").write_text("hei")
    git("add", ".")
    assert git("commit", "-m", "Det som står fra før, stopper ikke").returncode == 0


@pytest.mark.usefixtures("rot")
def test_it_judges_what_is_staged_and_not_what_lies_there() -> None:
    skriv(HELT)
    git("add", ".")
    skriv(FEIL)
    done = git("commit", "-m", "Det som er lagt klart, er riktig")
    assert done.returncode == 0, done.stderr
    git("add", ".")
    skriv(HELT)
    assert git("commit", "-m", "Det som er lagt klart, er feil").returncode == 1
    skriv(FEIL)
    assert git("commit", "-a", "-m", "Også med -a").returncode == 1


@pytest.mark.usefixtures("rot")
def test_a_command_that_has_judged_it_and_was_told_to_write_is_not_stopped(
    capsys: pytest.CaptureFixture[str],
) -> None:
    term = ["oppnevn", U, "per-vik", "--verv", "medlem", "--fra", "2.1.2026", "--til", "31.12.2027"]
    assert run([*term, "--commit", "--dato", "2026-01-08"]) == 0
    overlaps = [*term[:6], "1.2.2026", *term[7:]]
    assert run([*overlaps, "--commit", "--dato", "2026-01-08"]) == 1
    assert run([*overlaps, "--commit", "--dato", "2026-01-08", "--likevel"]) == 0
    out, err = capsys.readouterr()
    assert "feil: " in out
    assert "ikke lagret i git" not in err
    assert git("status", "--porcelain", "records").stdout == ""


@pytest.mark.usefixtures("rot")
def test_links_and_papers_are_there_for_it() -> None:
    papers = Path(f"{MAPPE}/vedlegg")
    papers.mkdir()
    (papers / "tall.pdf").write_bytes(b"\x00\xff")
    person = Path(f"{MAPPE}/medlemmer/kari.yaml")
    person.parent.mkdir(exist_ok=True)
    Path("records/kari.txt").write_text("navn: Kari Nordmann\nside: bruker\n", encoding="utf-8")
    person.symlink_to("../../../kari.txt")
    case = "saker: [{nr: 1/26, tittel: X, type: annet, vedlegg: [{tittel: Tall, fil: tall.pdf}]}]\n"
    skriv(HELT + "referent: kari\n" + case)
    git("add", ".")
    done = git("commit", "-m", "Møte")
    assert done.returncode == 0, done.stderr


def bytt(program: str) -> None:
    """Another program in the place of ours: the one on the path, and the Python that the hook knows of."""
    hook = Path(git("rev-parse", "--git-path", "hooks/pre-commit").stdout.strip())
    there = Path(os.environ["PATH"].split(os.pathsep)[0]) / "brukerutvalg"
    if there.exists():
        there.write_text(program)
        return
    other = hook.absolute().parent / "program"
    other.write_text(program)
    other.chmod(0o755)
    text = hook.read_text(encoding="utf-8").replace(
        f"python={shlex.quote(sys.executable)}", f"python={other}"
    )
    assert str(other) in text
    hook.write_text(text, encoding="utf-8")


UTEN_PROGRAM = "programmet brukerutvalg finnes ikke her"
AVBRUTT = "programmet brukerutvalg ble avbrutt"


@pytest.mark.usefixtures("rot")
@pytest.mark.parametrize(
    ("program", "sagt"),
    [
        ("#!/bin/sh\n[ $1 = -c ] || exit 3\n", ""),
        ("#!/bin/sh\n[ $1 = -c ] || exit 2\n", ""),
        ("#!/bin/sh\n[ $1 = -c ] || kill -9 $$\n", AVBRUTT),
        ("#!/finnes/ikke\n", ""),
    ],
    ids=["a fault of ours", "a fault of git's", "killed", "gone"],
)
def test_what_cannot_judge_lets_nothing_through(program: str, sagt: str) -> None:
    bytt(program)
    skriv(HELT)
    git("add", ".")
    done = git("commit", "-m", "Møte")
    assert done.returncode == 1
    assert sagt in done.stderr
    assert git("log", "-1", "--format=%s").stdout.strip() != "Møte"
    assert git("commit", "--no-verify", "-m", "Møte").returncode == 0


@pytest.mark.parametrize("shell", ["sh", "dash", "bash --posix"])
def test_without_the_program_it_says_what_to_do(
    shell: str, rot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the shell that Git for Windows has, too."""
    hook = Path(git("rev-parse", "--git-path", "hooks/pre-commit").stdout.strip()).absolute()
    text = hook.read_text(encoding="utf-8")
    alone = tmp_path / "krok"
    alone.write_text(
        text.replace(f"python={shlex.quote(sys.executable)}", "python=/finnes/ikke"), encoding="utf-8"
    )
    bare = tmp_path / "bare"
    bare.mkdir()
    for name in ("sh", "dash", "bash"):
        (bare / name).symlink_to(shutil.which(name) or "")
    done = subprocess.run(
        [*shell.split(), alone], cwd=rot, env={"PATH": str(bare)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1, done.stderr
    assert UTEN_PROGRAM in done.stderr
    assert "git commit --no-verify" in done.stderr


@pytest.mark.usefixtures("rot")
def test_what_git_cannot_say_stops_and_the_way_round_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    Path(git("rev-parse", "--git-path", "index").stdout.strip()).write_bytes(b"noe annet")
    assert run(["krok"]) == 2
    assert "git commit --no-verify" in capsys.readouterr().err


@pytest.mark.usefixtures("rot")
def test_a_fault_of_ours_stops_and_the_way_round_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def feiler(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("brukerutvalg_cli.gitlager.innhold.klart_for_commit", feiler)
    assert run(["krok"]) == 3
    assert "git commit --no-verify" in capsys.readouterr().err


def test_without_a_repository_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "records").mkdir()
    assert run(["--rot", str(tmp_path), "krok"]) == 2
    assert "ikke i et git-lager" in capsys.readouterr().err
