"""`--siden`, `--revisjon` and the hook over a real repository: each says exactly what is new, and touches no file."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from gammelt_register import ETT_NYTT, UTEN_NYTT, register, som_filer
from nytt_register import som_nina

pytestmark = pytest.mark.usefixtures("samme_dom")

DATO = ("--dato", "2023-04-01")
SAGT = "personen «ingen-kjenner» finnes ikke"


def git(*arguments: str, rot: Path | None = None) -> str:
    done = subprocess.run(
        ["git", *(("-C", str(rot)) if rot else ()), *arguments],
        capture_output=True,
        text=True,
        check=True,
        stdin=subprocess.DEVNULL,
    )
    return done.stdout


def legg(rot: Path, files: dict[str, str]) -> None:
    """Lays out these records, and no others."""
    shutil.rmtree(rot / "records", ignore_errors=True)
    for path, text in files.items():
        (rot / path).parent.mkdir(parents=True, exist_ok=True)
        (rot / path).write_text(text, encoding="utf-8")


def lagre(rot: Path, melding: str) -> None:
    git("add", "--all", rot=rot)
    git("commit", "--quiet", "--no-verify", "--message", melding, rot=rot)


def endret() -> dict[str, str]:
    """The old register moved about in every way, and one breach in it."""
    files, tilfeldig = som_filer(register()), random.Random(4)
    for change in (*UTEN_NYTT, ETT_NYTT["a reference"][0]):
        files = change(files, tilfeldig)
    return files


@pytest.fixture(params=["", "under/mappe æ"], ids=["alone", "inside another"])
def rot(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The register on `main`, and on `endring` the commit that is judged; `main` is laid out."""
    som_nina(monkeypatch)
    git("init", "--quiet", "--initial-branch", "main", str(tmp_path / "lager"))
    root = tmp_path / "lager" / str(request.param)
    root.mkdir(parents=True, exist_ok=True)
    legg(root, som_filer(register()))
    lagre(root, "Som det var")
    git("switch", "--quiet", "--create", "endring", rot=root)
    legg(root, endret())
    lagre(root, "Endret")
    git("switch", "--quiet", "main", rot=root)
    (root / "notat.txt").write_text("Noe annet på main, etterpå\n")
    lagre(root, "Og main gikk videre")
    return root


def funn(capsys: pytest.CaptureFixture[str], rot: Path, *options: str, exit: int = 1) -> list[str]:
    """What is found, without where: the folder may be another."""
    capsys.readouterr()
    assert run(["--rot", str(rot), "valider", *DATO, "--json", *options]) == exit
    return sorted(found["message"] for found in json.loads(capsys.readouterr().out)["funn"])


def test_exactly_the_one_is_told_wherever_it_is_asked(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mappe = git("rev-parse", "--show-prefix", rot=rot).strip()
    assert funn(capsys, rot, "--revisjon", "endring", "--siden", "main") == [SAGT]  # from another branch
    assert git("status", "--porcelain", rot=rot) == ""

    bar = rot.parents[len(Path(mappe).parts)] / "bar.git"
    git(
        "clone", "--quiet", "--bare", str(rot.parents[len(Path(mappe).parts) - 1] if mappe else rot), str(bar)
    )
    before = {path: path.stat().st_mtime_ns for path in bar.rglob("*") if path.is_file()}
    assert funn(capsys, bar, "--revisjon", "endring", "--siden", "main") == [SAGT]
    assert funn(capsys, bar, "--revisjon", f"endring:{mappe}", "--siden", "main") == [SAGT]
    assert {path: path.stat().st_mtime_ns for path in bar.rglob("*") if path.is_file()} == before

    git("switch", "--quiet", "endring", rot=rot)
    assert funn(capsys, rot, "--siden", "main") == [SAGT]  # the files as they are
    assert len(funn(capsys, rot)) > 300

    git("switch", "--quiet", "--create", "krok", "main", rot=rot)
    legg(rot, endret())
    git("add", "--all", rot=rot)
    capsys.readouterr()
    assert run(["--rot", str(rot), "krok", *DATO]) == 1
    said = capsys.readouterr().err
    assert said.count("\n  sted: ") == 1
    assert f"feil: {SAGT}\n" in said


def test_what_is_already_there_stops_nobody(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert funn(capsys, rot, "--siden", "HEAD", exit=0) == []
    assert run(["--rot", str(rot), "valider", *DATO, "--siden", "HEAD~1"]) == 0
    assert "Ingen nye funn i " in (said := capsys.readouterr().err)
    assert "314 som sto der fra før, er ikke med" in said


def test_before_the_first_commit_there_was_nothing(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Git's word for it is what a CI is given for the first commit of a branch."""
    assert funn(capsys, rot, "--siden", "0" * 40) == funn(capsys, rot)


def test_a_place_is_told_from_the_top_of_the_repository(
    rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mappe = git("rev-parse", "--show-prefix", rot=rot).strip()
    for options in ((), ("--revisjon", "main")):
        run(["--rot", str(rot), "valider", *DATO, "--output-format", "gitlab", *options])
        paths = {entry["location"]["path"] for entry in json.loads(capsys.readouterr().out)}
        assert all(path.startswith(f"{mappe}records/") for path in paths)


UKJENT = {
    "--siden tull": "--siden: «tull» er ikke noe git kjenner her",
    "--revisjon tull": "--revisjon: «tull» er ikke noe git kjenner her",
    "--revisjon main..endring": "--revisjon: «main..endring» er ikke noe git kjenner her",
    "--revisjon --all": "--revisjon: «--all» er ikke noe git kjenner her",
    "--siden alene": "«alene» og «HEAD» har ikke noe felles her",
    "--revisjon alene": "--revisjon: «alene» har ikke noe register",
    "--revisjon main:ingen/slik": "--revisjon: «main» har ikke noe register i «ingen/slik/»",
}


def test_what_git_does_not_know_is_exit_2_and_a_sentence(
    rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = git("hash-object", "-t", "tree", "-w", "--stdin", rot=rot).strip()
    git("branch", "alene", git("commit-tree", "-m", "Alene", empty, rot=rot).strip(), rot=rot)
    for options, said in UKJENT.items():
        assert run(["--rot", str(rot), "valider", *DATO, *options.split()]) == 2, options
        out, err = capsys.readouterr()
        assert (out, said in err) == ("", True), err


def test_a_shallow_clone_says_what_to_fetch(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    top = Path(git("rev-parse", "--show-toplevel", rot=rot).strip())
    grunn = top.parent / "grunn"
    git("clone", "--quiet", "--depth", "1", "--branch", "endring", f"file://{top}", str(grunn))
    inside = grunn / rot.relative_to(top)
    assert run(["--rot", str(inside), "valider", *DATO, "--siden", "HEAD~1"]) == 2
    assert "henter «git fetch --unshallow» resten" in capsys.readouterr().err


def test_what_is_not_fetched_is_told(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A clone that has the commits and not what is in them, and fetches nothing for one who only asks."""
    top = Path(git("rev-parse", "--show-toplevel", rot=rot).strip())
    git("config", "uploadpack.allowFilter", "true", rot=top)
    tom = top.parent / "tom.git"
    git("clone", "--quiet", "--bare", "--filter=blob:none", f"file://{top}", str(tom))
    assert run(["--rot", str(tom), "valider", *DATO, "--revisjon", "main"]) == 2
    assert "git har ikke hentet alt" in capsys.readouterr().err


def test_a_repository_of_somebody_elses_is_told_as_that(
    rot: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert run(["--rot", str(rot), "valider", *DATO, "--siden", "main"]) == 2
    assert "eies av en annen enn deg" in capsys.readouterr().err


def test_without_git_the_files_are_judged_as_ever(
    rot: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("git.Git.GIT_PYTHON_GIT_EXECUTABLE", None)
    assert len(funn(capsys, rot)) > 300
    assert run(["--rot", str(rot), "valider", *DATO, "--siden", "main"]) == 2
    assert "git er ikke installert" in capsys.readouterr().err


def test_a_baseline_that_is_broken_leaves_nothing_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    legg(tmp_path, som_filer(register()))
    line = tmp_path / "grunnlinje.json"
    valider = ["--rot", str(tmp_path), "valider", *DATO, "--grunnlinje", str(line)]
    for text, said in {
        "": "det er ikke en grunnlinje",
        "[" * 100_000: "det er ikke en grunnlinje",
        "[]": "det er ikke en grunnlinje",
        '{"schema_version": 9, "dato": "2023-04-01", "funn": []}': "en annen versjon",
        '{"schema_version": 1, "dato": "2023-04-01", "funn": [{"code": "BU014"}]}': "det er ikke en grunnlinje",
        '{"schema_version": 1, "dato": "i fjor", "funn": []}': "det er ikke en grunnlinje",
    }.items():
        line.write_text(text, encoding="utf-8")
        assert run(valider) == 2
        told = capsys.readouterr().err
        assert said in told
        assert "Error" not in told
    line.write_bytes(b"\xe5")
    assert run(valider) == 2
    assert "ikke lagret som UTF-8" in capsys.readouterr().err


def test_a_baseline_is_written_shown_and_told_of_when_it_is_stale(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    legg(tmp_path, som_filer(register()))
    line = tmp_path / "grunnlinje.json"
    verb = ["--rot", str(tmp_path)]
    assert run([*verb, "grunnlinje", "skriv", *DATO]) == 0
    assert "med 314 funn" in capsys.readouterr().out
    assert run([*verb, "valider", *DATO, "--grunnlinje", str(line)]) == 0
    assert "314 som sto der fra før, er ikke med" in capsys.readouterr().err
    legg(tmp_path, endret())
    assert run([*verb, "valider", *DATO, "--grunnlinje", str(line)]) == 1
    mended = som_filer(register())
    path = next(path for path in mended if path.endswith("person-08.yaml"))
    legg(tmp_path, mended | {path: mended[path].replace("tlf:", "#")})
    assert run([*verb, "valider", *DATO, "--grunnlinje", str(line)]) == 0
    assert "1 funn i grunnlinja finnes ikke lenger" in capsys.readouterr().err
    assert run([*verb, "grunnlinje", "vis", *DATO]) == 0
    said = capsys.readouterr().out
    assert "313 funn gjelder fortsatt, 1 er borte" in said
    assert f"  borte: {path}: ukjent-noekkel (BU014)" in said
