"""A repository that leads what the program writes in git's own folder to somewhere else: nothing is written there."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from nytt_register import nytt_register, som_nina

KROK = ".git/hooks/pre-commit"


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


@pytest.fixture
def ute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of somebody's own, whose name the shell would run; the register, not yet set up, is where we stand."""
    som_nina(monkeypatch)
    monkeypatch.delenv("BRUKERUTVALG_COMMIT", raising=False)
    nytt_register(tmp_path / "$(touch pwned)", "--dato", "2026-01-01")
    monkeypatch.chdir(tmp_path / "$(touch pwned)")
    for path in (KROK, ".git/info/attributes"):
        Path(path).unlink()
    git("config", "--remove-section", "merge.brukerutvalg")
    mine = tmp_path / "mitt"
    mine.mkdir()
    (mine / "profil").write_text("export A=1\n")
    return mine


def lenket(path: str, til: str) -> Callable[[Path], None]:
    def gjoer(mine: Path) -> None:
        place = Path(path)
        if place.is_dir():
            subprocess.run(["rm", "-r", path], check=True)
        place.unlink(missing_ok=True)
        place.symlink_to(mine / til)

    return gjoer


def kroker(folder: str) -> Callable[[Path], None]:
    return lambda mine: git("config", "core.hooksPath", folder.format(mine=mine))


def innstillingene(mine: Path) -> None:
    (mine / "config").write_bytes(Path(".git/config").read_bytes())
    lenket(".git/config", "config")(mine)


def fellesmappa(mine: Path) -> None:
    """As a worktree says where the rest of its repository is."""
    git("init", "--quiet", str(mine / "annet"))
    Path(".git/commondir").write_text(f"{mine}/annet/.git\n")


VEIER: dict[str, tuple[Callable[[Path], None], str]] = {
    "the attributes": (
        lenket(".git/info/attributes", "profil"),
        "info/attributes er en lenke til et annet sted",
    ),
    "the folder of the attributes": (lenket(".git/info", "."), "er ikke i git-lagerets egen mappe"),
    "the hook": (lenket(KROK, "profil"), ""),
    "the hook, to nothing": (lenket(KROK, "finnes-ikke"), "pre-commit er en lenke til et annet sted"),
    "the folder of hooks": (lenket(".git/hooks", "."), "er ikke i git-lagerets egen mappe"),
    "other hooks": (kroker("{mine}"), "er ikke i git-lagerets egen mappe"),
    "hooks among the files": (kroker(".husky"), ".husky er ikke i git-lagerets egen mappe"),
    "the settings": (innstillingene, "config er en lenke til et annet sted"),
    "another repository": (fellesmappa, "er ikke i git-lagerets egen mappe"),
}


@pytest.mark.parametrize("vei", VEIER)
def test_what_leads_out_of_gits_folder_is_told_and_nothing_is_written_there(
    vei: str, ute: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lead, told = VEIER[vei]
    lead(ute)
    before = innhold(ute)
    assert run(["doctor", "--rett"]) == 1
    out, err = capsys.readouterr()
    assert told in out + err
    assert innhold(ute) == before
    assert not Path(".husky").exists()
    assert not Path("pwned").exists()
    git("status")
    assert not Path("pwned").exists()


@pytest.mark.parametrize("vei", ["other hooks", "hooks among the files"])
def test_hooks_from_elsewhere_stop_nothing_and_the_way_round_is_told(
    vei: str, ute: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    VEIER[vei][0](ute)
    assert run(["doctor", "--rett"]) == 1
    out, _ = capsys.readouterr()
    assert "ikke i orden: krok før lagring – ikke slått på: " in out
    assert "legg linja «brukerutvalg krok» til i en krok (pre-commit)" in out
    assert "i orden: det to har gjort i samme fil" in out
    assert run(["person", "ny", "nav-storelva", "Eva Strand", "--side", "bruker", "--lagre"]) == 0


@pytest.mark.parametrize(
    "command", [("lagre",), ("doctor", "--rett"), ("init", "../r", "--utvalg", "Nav Elv", "--ja")]
)
@pytest.mark.parametrize("form", ["a link to a folder", "a link to nothing", "a file"])
def test_a_repository_is_not_made_where_the_name_of_it_leads(
    form: str, command: tuple[str, ...], ute: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    subprocess.run(["rm", "-r", ".git"], check=True)
    where = Path("../r" if command[0] == "init" else ".")
    where.mkdir(exist_ok=True)
    if form == "a file":
        (where / ".git").write_text(f"gitdir: {ute}/lager\n")
    else:
        (where / ".git").symlink_to(ute / ("lager" if "nothing" in form else "."))
    before = innhold(ute)
    run([*command])
    assert "det ligger noe her som heter .git" in "".join(capsys.readouterr())
    assert innhold(ute) == before


def test_what_is_written_is_whole_and_nothing_lies_beside_it(ute: Path) -> None:
    Path(".git/info/attributes").write_bytes(b"*.bin -text # \xe5")
    run(["doctor", "--rett"])
    lines = Path(".git/info/attributes").read_bytes().splitlines()
    assert lines == [b"*.bin -text # \xe5", b"records/**/*.yaml merge=brukerutvalg"]
    assert os.access(KROK, os.X_OK)
    assert not [*Path(".git").rglob("*.tmp")]
    run(["doctor", "--rett"])
    assert Path(".git/info/attributes").read_bytes().splitlines() == lines


def innhold(folder: Path) -> dict[str, bytes]:
    """All that lies there, but for what git itself makes anew in a repository that is asked."""
    return {path.as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
