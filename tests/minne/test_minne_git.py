"""Whatever state git is in, the verbs that ask it answer with a sentence; what needs no git is answered as ever."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from githistorien import Commit, git, historien
from smaa_registre import filer, skriv

FOER = {"medlemmer/kari": {"navn": "Kari Nordmann", "oppnevninger": [{"verv": "leder", "fra": "2022-01-01"}]}}
NAA = {"medlemmer/kari": {"navn": "Kari Nordmann", "oppnevninger": [{"verv": "leder", "fra": "2022-02-01"}]}}
NINA = ("-c", "user.name=Nina Vik", "-c", "user.email=nina@example.no")
SPOERSMAAL = (
    ("historikk", "utvalget"),
    ("endringer", "HEAD~1..HEAD"),
    ("som-det-var", "1.2.2022", "utvalget", "--visste-da"),
)
RETTET = "første dag er endret fra 1. januar 2022 til 1. februar 2022"


def lager(rot: Path) -> list[str]:
    return historien(
        rot, [Commit(filer(FOER), "Nina Vik", "2022-01-10"), Commit(filer(NAA), "Åse Berg", "2022-03-10")]
    )


def svar(rot: Path, ord: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    capsys.readouterr()
    code = run(["--rot", str(rot), *ord])
    said = "".join(capsys.readouterr())
    assert "Traceback" not in said
    assert code != 3, said
    return code, said


def uten_lager(tmp: Path) -> Path:
    skriv(tmp, FOER)
    return tmp


def uten_git(tmp: Path) -> Path:
    lager(tmp / "r")
    (tmp / "r" / ".git" / "HEAD").unlink()
    return tmp / "r"


def uten_noe_lagret(tmp: Path) -> Path:
    skriv(tmp, FOER)
    git(tmp, "init", "--quiet")
    return tmp


def annet_lagret(tmp: Path) -> Path:
    skriv(tmp, FOER)
    git(tmp, "init", "--quiet")
    git(tmp, *NINA, "commit", "--quiet", "--allow-empty", "--message", "Tom")
    return tmp


KAN_IKKE: dict[str, tuple[Callable[[Path], Path], str]] = {
    "no repository": (uten_lager, "registeret ligger ikke i et git-lager"),
    "a repository with no head": (uten_git, "registeret ligger ikke i et git-lager"),
    "nothing saved": (uten_noe_lagret, "lagret i git ennå"),
}


@pytest.mark.parametrize("ord", SPOERSMAAL, ids=" ".join)
@pytest.mark.parametrize("tilstand", KAN_IKKE)
def test_what_git_cannot_answer_is_said(
    tmp_path: Path, tilstand: str, ord: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    make, sentence = KAN_IKKE[tilstand]
    code, said = svar(make(tmp_path), ord, capsys)
    assert (code, sentence in said) == (2, True), said
    assert svar(tmp_path if tilstand != "a repository with no head" else tmp_path / "r",
                ("som-det-var", "1.2.2022", "utvalget", "--vet-naa"), capsys)[0] == 0  # fmt: skip


def test_where_only_something_else_is_saved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rot = annet_lagret(tmp_path)
    code, said = svar(rot, ("historikk", "utvalget"), capsys)
    assert (code, "ingenting av registeret er lagret i git ennå" in said) == (2, True)
    code, said = svar(rot, ("endringer",), capsys)
    assert code == 0
    assert "Kari Nordmann er ført" in said


def test_without_git_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lager(tmp_path)
    program = ["-m", "brukerutvalg_cli", "--rot", str(tmp_path)]
    environ = {**os.environ, "PATH": str(tmp_path / "nowhere")}
    for ord in SPOERSMAAL:
        command = [sys.executable, *program, *ord]
        done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
        assert (done.returncode, "git er ikke installert" in done.stderr) == (2, True), done.stderr


def bar(tmp: Path) -> Path:
    git(tmp, "clone", "--quiet", "--bare", str(tmp / "r"), str(tmp / "bar.git"))
    return tmp / "bar.git"


def loes(tmp: Path) -> Path:
    git(tmp / "r", "checkout", "--quiet", "--detach")
    return tmp / "r"


def arbeidstre(tmp: Path) -> Path:
    git(tmp / "r", "worktree", "add", "--quiet", "-b", "annen", str(tmp / "tre æ"))
    return tmp / "tre æ"


def inni_et_annet(tmp: Path) -> Path:
    skriv(tmp / "stort" / "under mappe", FOER)
    git(tmp / "stort", "init", "--quiet")
    git(tmp / "stort", "add", "--all")
    git(tmp / "stort", *NINA, "commit", "--quiet", "--date", "2022-01-10T12:00:00", "--message", "Først")
    skriv(tmp / "stort" / "under mappe", NAA)
    git(
        tmp / "stort",
        *NINA,
        "commit",
        "--quiet",
        "--all",
        "--date",
        "2022-03-10T12:00:00",
        "--message",
        "Rettet",
    )
    return tmp / "stort" / "under mappe"


def undermodul(tmp: Path) -> Path:
    git(tmp, "init", "--quiet", "stort")
    url = ("-c", "protocol.file.allow=always")
    git(tmp / "stort", *url, "submodule", "--quiet", "add", str(tmp / "r"), "register")
    return tmp / "stort" / "register"


def midt_i_fletting(tmp: Path) -> Path:
    (tmp / "r" / ".git" / "MERGE_HEAD").write_text(git(tmp / "r", "rev-parse", "HEAD"))
    return tmp / "r"


def med_innstillinger(tmp: Path) -> Path:
    """Settings of the repository's own that would have git answer otherwise, or run something."""
    for key, value in (
        ("diff.relative", "true"), ("log.showSignature", "true"), ("diff.renames", "copies"),
        ("diff.external", "/bin/false"), ("log.date", "relative"), ("i18n.logOutputEncoding", "latin1"),
        ("core.fsmonitor", "/bin/false"), ("log.decorate", "full"), ("diff.noprefix", "true"),
        ("core.quotePath", "true"),
    ):  # fmt: skip
        git(tmp / "r", "config", key, value)
    return tmp / "r"


GAAR = {
    "bare": bar,
    "detached": loes,
    "worktree": arbeidstre,
    "submodule": undermodul,
    "inside another": inni_et_annet,
    "a merge going on": midt_i_fletting,
    "settings": med_innstillinger,
}


@pytest.mark.parametrize("tilstand", GAAR)
def test_what_git_can_answer_is_answered(
    tmp_path: Path, tilstand: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lager(tmp_path / "r")
    rot = GAAR[tilstand](tmp_path)
    for ord in SPOERSMAAL:
        code, said = svar(rot, ord, capsys)
        assert code == 0, said
        assert (RETTET if ord[0] != "som-det-var" else "leder, fra 1. januar 2022") in said, said
    if tilstand != "inside another":
        assert "10. mars 2022, Åse Berg (" in svar(rot, SPOERSMAAL[0], capsys)[1]


def test_where_somebody_else_owns_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lager(tmp_path)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    for ord in SPOERSMAAL:
        code, said = svar(tmp_path, ord, capsys)
        assert (code, "mappa eies av en annen enn deg" in said) == (2, True), said


def test_of_a_shallow_clone_it_is_said_where_it_begins(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was there before is nobody's doing: it is not told as if whoever saved last had recorded it all."""
    lager(tmp_path / "r")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{tmp_path}/r", str(tmp_path / "lite"))
    code, said = svar(tmp_path / "lite", ("historikk", "utvalget"), capsys)
    assert code == 0
    assert "Før 10. mars 2022: ikke hentet hit" in said
    assert "«git fetch --unshallow» henter det" in said
    assert "er ført" not in said
    code, said = svar(tmp_path / "lite", ("endringer", "HEAD~1..HEAD"), capsys)
    assert (code, "shallow" in said) == (2, True)
    code, said = svar(tmp_path / "lite", ("som-det-var", "1.2.2022", "utvalget", "--visste-da"), capsys)
    assert (code, "ikke hentet hit (shallow)" in said) == (2, True)


def test_a_file_that_nobody_could_read_meanwhile(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told as that; and when it can be read again, only what is otherwise than before it broke."""
    path = "records/utvalg/utvalget/medlemmer/kari.yaml"
    lfs = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"
    versions = [filer(FOER), filer(FOER) | {path: lfs}, filer(FOER) | {path: "navn: [\n"}, filer(NAA)]
    historien(tmp_path, [Commit(files, "Nina Vik", f"2022-0{nr}-01") for nr, files in enumerate(versions, 1)])
    _, said = svar(tmp_path, ("historikk", "utvalget", "kari"), capsys)
    assert said.count("Fila til Kari Nordmann kunne ikke leses") == 2, said
    assert said.count("er ført") == 2
    assert RETTET in said
    assert "tatt ut" not in said


@pytest.mark.parametrize(
    "ref", ["finnes-ikke", "finnes-ikke..HEAD", "HEAD..finnes-ikke", "main...nei", "--all", "..--all"]
)
def test_what_git_does_not_know_is_said(tmp_path: Path, ref: str, capsys: pytest.CaptureFixture[str]) -> None:
    lager(tmp_path)
    code, said = svar(tmp_path, ("endringer", "--", ref), capsys)
    assert (code, "er ikke noe git kjenner her" in said) == (2, True), said


def test_files_with_norwegian_names_and_blanks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = filer(FOER)
    other = {path.replace("utvalget/", "utvalget/"): text for path, text in files.items()}
    odd = {"records/utvalg/utvalget/medlemmer/åse berg.yaml": "navn: Åse Berg\nside: bruker\n"}
    historien(
        tmp_path, [Commit(files, "Nina Vik", "2022-01-01"), Commit(other | odd, "Åse Berg", "2022-02-01")]
    )
    _, said = svar(tmp_path, ("historikk", "utvalget"), capsys)
    assert "Åse Berg er ført: side brukersiden" in said
    shutil.rmtree(tmp_path / "records")
    code, said = svar(tmp_path, ("endringer",), capsys)
    assert code == 0, said
