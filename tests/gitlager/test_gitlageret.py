"""One view of git: the register's own repository, whatever git's variables say and however it was set up."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from brukerutvalg_cli.gitlager import gitfiler
from brukerutvalg_cli.gitlager.gitfiler import KanIkkeVite, foelger, paagaar
from brukerutvalg_cli.gitlager.innhold import forskjeller, klart_for_commit
from brukerutvalg_cli.gitlager.kall import GitFeil
from brukerutvalg_cli.gitlager.lager import commit, krokmappe, toppen
from brukerutvalg_cli.gitlager.miljoe import ANDRE, LOKALE
from cli.test_angre import NY, UTVALG, U, git, navn, register, si

__all__ = ["navn", "register"]
"""Fixtures."""

A = "records/a.yaml"
ALLE = ("person", "alle", U, "--likevel")


@pytest.fixture
def lager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, navn: None) -> Path:
    """A small repository with one record."""
    return nytt(tmp_path / "r", monkeypatch)


def nytt(folder: Path, monkeypatch: pytest.MonkeyPatch, *how: str) -> Path:
    (folder / "records").mkdir(parents=True)
    (folder / A).write_text("a: 1\n")
    monkeypatch.chdir(folder)
    git("init", "--quiet", "-b", "main", *how)
    git("add", ".")
    git("commit", "--quiet", "-m", "Første")
    return folder


# What git tells those it starts


def test_all_that_git_itself_calls_local_is_dropped() -> None:
    assert set(git("rev-parse", "--local-env-vars").split()) <= set(LOKALE)


def en_annens(folder: Path) -> dict[str, str]:
    """Every variable, as another repository would have it."""
    return dict.fromkeys((*LOKALE, *ANDRE), "1") | {
        "GIT_DIR": f"{folder}/.git",
        "GIT_WORK_TREE": str(folder),
        "GIT_COMMON_DIR": f"{folder}/.git",
        "GIT_INDEX_FILE": f"{folder}/.git/index",
        "GIT_OBJECT_DIRECTORY": f"{folder}/.git/objects",
        "GIT_CONFIG_PARAMETERS": "'core.bare'='true'",
        "GIT_CONFIG_COUNT": "tull",
        "GIT_NAMESPACE": "annet",
    }


def alt(folder: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("variabel", [*LOKALE, *ANDRE, ""])
def test_the_repository_is_the_registers_own(
    variabel: str, lager: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = nytt(tmp_path / "annet", monkeypatch)
    git("checkout", "--quiet", "--detach")
    before = alt(other)
    theirs = en_annens(other)
    for name in [variabel] if variabel else theirs:
        monkeypatch.setenv(name, theirs[name])
    (lager / "records/b.yaml").write_text("b: 1\n")
    assert paagaar(lager) is None
    assert toppen(lager) == lager
    assert krokmappe(lager) == lager / ".git/hooks"
    assert klart_for_commit(lager) == {A: b"a: 1\n"}
    sha = commit(lager, ["records/b.yaml"], "Andre")
    assert forskjeller(lager, [A, "records/b.yaml"], ["records"]) == []
    for name in theirs:
        monkeypatch.delenv(name, raising=False)
    assert git("-C", str(lager), "log", "-1", "--format=%H %s").split() == [sha, "Andre"]
    assert alt(other) == before


@pytest.mark.usefixtures("register")
def test_a_hook_of_a_worktree_can_run_what_reads(tmp_path: Path) -> None:
    """There git sets GIT_DIR and GIT_INDEX_FILE both."""
    git("worktree", "add", "--quiet", "-b", "annet", str(tmp_path / "annet"))
    log = tmp_path / "logg"
    ours = f"{sys.executable} -m brukerutvalg_cli"
    for where, command in (("", "valider"), ("", "krok"), (f"--rot {Path.cwd()}", "status")):
        hook = Path(".git/hooks/pre-commit")
        hook.write_text(f"#!/bin/sh\nenv | grep -c ^GIT_INDEX >>{log}\n{ours} {where} {command} || exit 1\n")
        (tmp_path / "annet/notat.txt").write_text(command)
        git("-C", str(tmp_path / "annet"), "add", "notat.txt")
        git("-C", str(tmp_path / "annet"), "commit", "--quiet", "-m", command)
    assert log.read_text().split() == ["1", "1", "1"]


def test_the_index_of_a_hook_counts_in_its_own_repository_only(
    lager: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (lager / A).write_text("a: 2\n")
    beside = {"GIT_INDEX_FILE": ".git/ved-siden-av"}
    for command in (["read-tree", "HEAD"], ["add", A]):
        subprocess.run(["git", *command], cwd=lager, env=os.environ | beside, check=True)
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/ved-siden-av")
    assert klart_for_commit(lager) == {A: b"a: 2\n"}
    (lager / ".git/ved-siden-av").rename(tmp_path / "index")
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    assert klart_for_commit(lager) == {A: b"a: 1\n"}


def test_what_git_knows_the_name_of_alone_is_in_no_commit(lager: Path) -> None:
    (lager / "records/b.yaml").write_text("b: 1\n")
    git("add", "--intent-to-add", "records/b.yaml")
    assert klart_for_commit(lager) == {A: b"a: 1\n"}


def test_a_path_is_a_path_whatever_is_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, navn: None
) -> None:
    top = nytt(tmp_path / "topp", monkeypatch)
    for folder in ("r[ab]", "ra", "r*", "rb"):
        (top / folder / "records").mkdir(parents=True)
        (top / folder / A).write_text("a: 1\n")
    git("add", "ra", "rb")
    git("commit", "--quiet", "-m", "De andre")
    for folder in ("ra", "rb"):
        (top / folder / A).write_text("a: 2\n")
    for folder in ("r[ab]", "r*"):
        commit(top / folder, [A], "Denne")
        assert git("show", "--name-only", "--format=", "-z").strip("\0") == f"{folder}/{A}"
        assert forskjeller(top / folder, [A], ["records"]) == []
        assert klart_for_commit(top / folder) == {A: b"a: 1\n"}


# Whether it follows our own folder


EGEN = ".brukerutvalg"


def test_in_a_worktree_of_longer_names_it_is_seen_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, navn: None
) -> None:
    nytt(tmp_path / "r", monkeypatch, "--object-format=sha256")
    git("worktree", "add", "--quiet", "-b", "annet", str(tmp_path / "annet"))
    monkeypatch.chdir(tmp_path / "annet")
    Path(EGEN).mkdir()
    for name in ("records/ab.yaml", f"{EGEN}/dagbok.json"):
        Path(name).touch()
        git("add", "--force", name)
    assert foelger(Path(), EGEN)
    assert not foelger(Path(), ".brukerutval")


def test_a_word_in_the_settings_is_not_the_setting(lager: Path) -> None:
    Path(EGEN).mkdir()
    (lager / EGEN / "dagbok.json").touch()
    git("add", "--force", EGEN)
    git("config", "remote.origin.url", "https://example.no/sha256")
    assert foelger(lager, EGEN)


def kuttet(index: Path) -> None:
    index.write_bytes(index.read_bytes()[:60])


def tom(index: Path) -> None:
    index.write_bytes(b"")


def fremmed(index: Path) -> None:
    index.write_bytes(b"DIRC" + (9).to_bytes(4, "big") + index.read_bytes()[8:])


def ikke_indeks(index: Path) -> None:
    index.write_bytes(b"noe annet" * 9)


def mappe(index: Path) -> None:
    index.unlink()
    index.mkdir()


def roer(index: Path) -> None:
    index.unlink()
    os.mkfifo(index)


def forskjoevet(index: Path) -> None:
    raw = index.read_bytes()
    index.write_bytes(raw[:12] + b"\1" * 12 + raw[12:])


def andre_filer(index: Path) -> None:
    git("config", "core.worktree", "/")


def lukket(index: Path) -> None:
    git("sparse-checkout", "set", "--cone", "--sparse-index", "annet")


@pytest.mark.parametrize("form", [kuttet, tom, fremmed, ikke_indeks, mappe, roer, forskjoevet, andre_filer])
def test_what_cannot_be_told_is_refused(form: Callable[[Path], None], lager: Path) -> None:
    form(lager / ".git/index")
    with pytest.raises(KanIkkeVite, match="«git "):
        foelger(lager, EGEN)


def test_a_folder_that_git_keeps_closed_is_refused(lager: Path) -> None:
    for folder in ("annet", "under/.brukerutvalg"):
        Path(folder).mkdir(parents=True)
        (Path(folder) / "x").touch()
        git("add", "--force", folder)
    git("commit", "--quiet", "-m", "To mapper")
    lukket(lager)
    Path("under").mkdir(exist_ok=True)
    with pytest.raises(KanIkkeVite, match="no-sparse-index"):
        foelger(lager / "under", EGEN)


def test_more_files_than_are_looked_through_is_refused_and_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, register: None
) -> None:
    si(capsys, *NY)
    monkeypatch.setattr(gitfiler, "MEST", 100)
    said = si(capsys, *ALLE, exit=2)
    assert (
        "Ingenting er skrevet: programmet kan ikke vite om .brukerutvalg er lagret i git. Git følger så"
        in said
    )
    assert "rett: Git følger så mange filer" in si(capsys, "doctor", exit=1)


def test_a_folder_called_git_that_is_no_repository_hides_none(lager: Path) -> None:
    """As git has it: it looks further up."""
    (lager / "under/.git").mkdir(parents=True)
    (lager / "under" / EGEN).mkdir()
    (lager / "under" / EGEN / "x").touch()
    git("add", "--force", f"under/{EGEN}")
    assert foelger(lager / "under", EGEN)
    assert toppen(lager / "under") == lager


# Commits that git would not make, or make in part


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("valg", ["skip-worktree", "assume-unchanged"])
def test_what_git_is_told_not_to_look_at_is_not_said_to_be_saved(
    valg: str, capsys: pytest.CaptureFixture[str]
) -> None:
    git("update-index", f"--{valg}", UTVALG.as_posix())
    said = si(capsys, *ALLE, "--commit", exit=1)
    cure = f"git update-index --no-{valg} {UTVALG.as_posix()}"
    assert f"ikke lagret i git: git er satt til ikke å se etter endringer i {UTVALG.as_posix()}" in said
    assert f"«{cure}»" in said
    assert "ikke lagret fra før" in si(capsys, *ALLE, "--commit", exit=1), "what stands there already"
    assert f"«{cure}»" in si(capsys, "lagre", "--likevel", exit=1)
    git(*cure.split()[1:])
    assert UTVALG.as_posix() in git("status", "--porcelain")


def test_files_that_are_not_fetched_here_are_no_matter(lager: Path) -> None:
    git("update-index", "--skip-worktree", A)
    (lager / A).unlink()
    assert forskjeller(lager, [], ["records"]) == []
    with pytest.raises(GitFeil, match="no-skip-worktree"):
        commit(lager, [A], "Slettet")


def annet_sted(tmp_path: Path) -> str:
    (tmp_path / "annet").mkdir()
    git("config", "core.worktree", str(tmp_path / "annet"))
    return "git config --unset core.worktree"


def submodul(tmp_path: Path) -> str:
    """What was records/ is a repository of its own."""
    git("init", "--quiet", "records")
    git("rm", "-r", "--quiet", "--cached", "records")
    git("-C", "records", "add", ".")
    git("-C", "records", "commit", "--quiet", "-m", "Postene")
    git("-c", "advice.addEmbeddedRepo=false", "add", "records")
    git("commit", "--quiet", "-m", "Postene for seg")
    return f"«git -C records add utvalg/{U}/medlemmer/eva-strand.yaml» og «git -C records commit»"


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("form", [annet_sted, submodul])
def test_a_repository_of_another_shape_is_told_in_norwegian_with_the_cure(
    form: Callable[[Path], str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    cure = form(tmp_path)
    said = si(capsys, *NY, "--commit", exit=2 if form is annet_sted else 1)
    assert cure in said
    assert "git sier" not in said
    assert "fatal" not in said
    if form is annet_sted:  # nobody knows what git follows there, so nothing is written either
        assert "Ingenting er skrevet" in said
        with pytest.raises(GitFeil, match=r"core\.worktree"):
            commit(Path(), [UTVALG.as_posix()], "Noe")
    else:
        git("-C", "records", "add", f"utvalg/{U}/medlemmer/eva-strand.yaml")
        git("-C", "records", "commit", "--quiet", "-m", "Eva")


def test_a_file_behind_a_link_out_of_the_repository_is_told(lager: Path, tmp_path: Path) -> None:
    (tmp_path / "ute").mkdir()
    (lager / "records/ut").symlink_to(tmp_path / "ute")
    (lager / "records/ut/b.yaml").write_text("b: 1\n")
    with pytest.raises(GitFeil, match=r"^records/ut/b\.yaml ligger bak en lenke som fører ut av git-lageret"):
        commit(lager, ["records/ut/b.yaml"], "Noe")
