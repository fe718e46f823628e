"""`--commit` and `angre` in whatever state git is: told first, nothing lost, and exit 1 where no commit was made."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from avlegger import program, python
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.gitlager.feil import KJENTE, i_ord
from brukerutvalg_cli.gitlager.gitfiler import foelger, paagaar
from brukerutvalg_cli.gitlager.lager import commit as git_commit
from cli.test_angre import EVA, NY, UTVALG, U, git, navn, navnloes, register, si
from test_et_aar import treet

__all__ = ["navn", "navnloes", "register"]
"""Fixtures."""


def vil_ikke(*arguments: str) -> None:
    """Git stops in the middle of this."""
    assert subprocess.run(["git", *arguments], capture_output=True, check=False).returncode


def to_grener() -> None:
    """Two branches that do not agree on a file that is nobody's record."""
    for branch, text in (("en", "1\n"), ("to", "2\n")):
        git("checkout", "--quiet", "-b", branch, "main")
        Path("notat.txt").write_text(text)
        git("add", "notat.txt")
        git("commit", "--quiet", "--no-verify", "-m", branch)  # the hook would start the program for it


def rebase() -> None:
    to_grener()
    vil_ikke("rebase", "en")


def rebase_edit() -> None:
    to_grener()
    git("-c", "sequence.editor=sed -i s/^pick/edit/", "rebase", "--quiet", "--interactive", "main")


def am() -> None:
    to_grener()
    patch = git("format-patch", "--stdout", "main..to")
    git("checkout", "--quiet", "en")
    Path("../lapp").write_text(patch)
    vil_ikke("am", "--quiet", "../lapp")


def merge() -> None:
    to_grener()
    vil_ikke("merge", "en")


def cherry_pick() -> None:
    to_grener()
    vil_ikke("cherry-pick", "en")


def revert() -> None:
    to_grener()
    vil_ikke("revert", "en")


def revert_av_flere() -> None:
    to_grener()
    vil_ikke("revert", "--no-edit", "en", "main")
    git("reset", "--quiet", "--hard")


def bisect() -> None:
    to_grener()
    git("bisect", "start", "to", "main")


def uten_gren() -> None:
    git("checkout", "--quiet", "--detach")


TILSTANDER: dict[str, tuple[Callable[[], None], str, str, bool]] = {
    "rebase": (rebase, "(rebase)", "git rebase --abort", True),
    "rebase, edit": (rebase_edit, "(rebase)", "git rebase --continue", True),
    "am": (am, "git am", "git am --abort", True),
    "merge": (merge, "merge", "git merge --abort", True),
    "cherry-pick": (cherry_pick, "cherry-pick", "git cherry-pick --continue", True),
    "revert": (revert, "revert", "git revert --abort", True),
    "bisect": (bisect, "(bisect)", "git bisect reset", False),
    "detached": (uten_gren, "detached HEAD", "git switch -", False),
}
"""How it comes about, how it is told, what helps, and whether what is not committed may go with it."""


def hode() -> tuple[str, str, str]:
    """All that a commit would change."""
    return git("rev-parse", "HEAD"), git("status", "--porcelain", "-uall"), git("ls-files", "--stage")


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("tilstand", TILSTANDER)
def test_no_commit_is_made_in_the_middle_of_something_without_a_yes(
    tilstand: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    make, told, cure, _ = TILSTANDER[tilstand]
    make()
    before = treet(), hode()
    said = si(capsys, *NY, "--commit", exit=1)
    monkeypatch.setenv("BRUKERUTVALG_COMMIT", "1")
    assert si(capsys, *NY, exit=1) == said
    assert said.startswith("Ingenting er skrevet. Du ")
    assert told in said
    assert cure in said
    assert (treet(), hode()) == before


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("tilstand", TILSTANDER)
def test_without_a_commit_it_is_written_and_told_what_may_take_it_away(
    tilstand: str, capsys: pytest.CaptureFixture[str]
) -> None:
    make, told, cure, may_go = TILSTANDER[tilstand]
    make()
    said = si(capsys, *NY)
    assert EVA.exists()
    assert ("kan forsvinne med" in said) is may_go
    if may_go:
        assert told in said
        assert cure.split()[1] in said


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("tilstand", TILSTANDER)
def test_what_was_committed_is_not_undone_in_the_middle_of_something(
    tilstand: str, capsys: pytest.CaptureFixture[str]
) -> None:
    si(capsys, *NY, "--commit")
    TILSTANDER[tilstand][0]()
    before = treet(), hode()
    assert "Ingenting er skrevet" in si(capsys, "angre", exit=1)
    assert (treet(), hode()) == before


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("svar", ["ja", "nei"])
@pytest.mark.parametrize("tilstand", ["detached", "bisect", "rebase, edit"])
def test_on_a_terminal_it_is_asked(tilstand: str, svar: str) -> None:
    TILSTANDER[tilstand][0]()
    before = git("rev-parse", "HEAD")
    child = pexpect.spawn(
        python()[0], [*program()[1:], *NY, "--representerer", "ffo", "--commit"],
        encoding="utf-8", timeout=60,
        env={**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "400"}, dimensions=(50, 400),
    )  # fmt: skip
    child.expect("Skal endringen lagres i git likevel")
    child.sendline(svar)
    child.expect(pexpect.EOF)
    child.close()
    assert (child.exitstatus == 0) is (svar == "ja"), child.before
    assert EVA.exists() is (svar == "ja")
    assert (git("rev-parse", "HEAD") != before) is (svar == "ja")
    if svar == "ja":
        assert "ikke på noen gren ennå" in str(child.before)
        assert git("show", "--name-only", "--format=").split() == [EVA.as_posix()]


def laas() -> None:
    Path(".git/index.lock").touch()


def krok() -> None:
    hook = Path(".git/hooks/pre-commit")
    hook.write_text("#!/bin/sh\nprintf 'nei\\033[2Jta\\r\\n::error::x\\n' >&2\nexit 1\n")
    hook.chmod(0o755)


def signering() -> None:
    git("config", "commit.gpgsign", "true")
    git("config", "gpg.program", "false")


def oversett() -> None:
    Path(".git/info/exclude").write_text("medlemmer/\n")


def annen_eier() -> None:
    os.environ["GIT_TEST_ASSUME_DIFFERENT_OWNER"] = "1"


def uten_lager() -> None:
    shutil.rmtree(".git")


def bart() -> None:
    git("config", "core.bare", "true")


HINDRE: dict[str, tuple[Callable[[], None], str]] = {
    "index.lock": (laas, "Vent litt; er det ingenting som kjører, sletter du fila"),
    "a hook": (krok, "sa nei: «nei [2Jta ::error::x»"),
    "signing": (signering, "git config commit.gpgsign false"),
    "an ignored file": (oversett, "ta"),
    "another owner": (annen_eier, "git config --global --add safe.directory /"),
    "a bare repository": (bart, "git config core.bare false"),
    "no repository": (uten_lager, "ligger ikke i et git-lager"),
}


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("hinder", HINDRE)
def test_a_commit_that_is_not_made_is_exit_1_and_told_with_what_was_written(
    hinder: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    make, cure = HINDRE[hinder]
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "0")
    staged = git("ls-files", "--stage")
    make()
    said = si(capsys, *NY, "--commit", exit=1)
    assert f"skrev {EVA.as_posix()}" in said
    assert EVA.exists()
    assert "Filene er skrevet, men ikke lagret i git" in said
    assert cure in said
    assert "«brukerutvalg angre»" in said
    assert "\x1b" not in said
    os.environ["GIT_TEST_ASSUME_DIFFERENT_OWNER"] = "0"
    Path(".git/index.lock").unlink(missing_ok=True)
    git("config", "core.bare", "false") if hinder == "a bare repository" else None
    if hinder != "no repository":
        assert git("ls-files", "--stage") == staged
    si(capsys, "angre")
    assert not EVA.exists()


@pytest.mark.usefixtures("register")
def test_what_stands_there_already_and_is_not_committed_is_exit_1_too(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Else the second try of a commit that failed would look as if it had gone well."""
    alle = ("person", "alle", U, "--likevel")
    si(capsys, *alle)
    said = si(capsys, *alle, "--commit", exit=1)
    assert "Det står der alt" in said
    assert "1 fil i nav-storelva er ikke lagret fra før" in said
    git("commit", "--quiet", "--all", "-m", "Alle")
    si(capsys, *alle, "--commit")


@pytest.mark.usefixtures("register")
def test_the_first_commit_of_a_repository_is_never_half_a_register(
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.rmtree(".git")
    git("init", "--quiet")
    assert paagaar(Path()) is None
    assert "ingenting av registeret er lagret ennå" in si(capsys, *NY, "--commit", exit=1)
    assert {line[:2] for line in git("status", "--porcelain", "-uall").splitlines()} == {"??"}
    si(capsys, "lagre")
    assert git("status", "--porcelain", "-uall") == ""


@pytest.mark.usefixtures("register")
def test_without_git_on_the_machine_it_is_written_and_told(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "brukerutvalg_cli", *NY, "--commit"],
        env={**os.environ, "PATH": str(tmp_path / "tom")}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert "git er ikke installert" in done.stderr
    assert EVA.exists()


@pytest.mark.usefixtures("register")
def test_nothing_of_others_is_committed_where_git_follows_none_of_the_files() -> None:
    """`git commit --only` of no files takes all that is staged."""
    Path("staged.txt").write_text("staged")
    git("add", "staged.txt")
    before = hode()
    with pytest.raises(Exception, match="ingenting å lagre"):
        git_commit(Path(), ["records/borte.yaml"], "Tomt")
    assert hode() == before


@pytest.mark.usefixtures("register")
def test_in_a_worktree_it_is_that_worktrees_state(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    git("worktree", "add", "--quiet", "--detach", str(tmp_path / "annet"))
    assert paagaar(Path()) is None
    state = paagaar(tmp_path / "annet")
    assert state is not None
    assert "detached" in state.naa


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("versjon", ["2", "3", "4"])
def test_what_git_follows_is_what_it_says_it_follows(versjon: str) -> None:
    for name in ("under/.brukerutvalg/dagbok.json", "under/.brukerutvalh/x", "under/.brukerutvaka", "b/c"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()
    git("add", "--force", "under", "b")
    git("update-index", "--index-version", versjon)
    if versjon == "3":
        git("update-index", "--skip-worktree", "b/c")
    assert Path(".git/index").read_bytes()[7] == int(versjon)
    assert foelger(Path("under"), ".brukerutvalg")
    assert not foelger(Path("under"), ".brukerutv")
    assert not foelger(Path(), ".brukerutvalg")


@pytest.mark.usefixtures("register")
def test_a_folder_that_is_a_repository_of_its_own_is_followed_too(tmp_path: Path) -> None:
    inner = str(tmp_path / "inni")
    git("init", "--quiet", inner)
    git("-C", inner, "-c", "user.name=a", "-c", "user.email=a@b.no", "commit", "-qm", "x", "--allow-empty")
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner, "under")
    assert foelger(Path(), "under")


@pytest.mark.usefixtures("register")
def test_who_is_to_be_named_no_more_is_not_named_when_it_is_undone(
    capsys: pytest.CaptureFixture[str],
) -> None:
    si(capsys, *NY, "--commit")
    told = ("--innmeldt-av", "bruker", "--foer-beslutning", "ja", "--commit")
    si(capsys, "sak", "ny", U, "Innspill fra Eva Strand", *told)
    EVA.write_text(EVA.read_text(encoding="utf-8") + "publisering: kun_organisasjon\n", encoding="utf-8")
    git("commit", "--quiet", "--all", "-m", "Eva")
    si(capsys, "angre")
    assert "Eva Strand" not in git("log", "-1", "--format=%B")
    assert "fra eva-strand" in git("log", "-1", "--format=%B")


FALSK_GIT = '#!/bin/sh\necho "$@" >> {log}\nexit 1\n'


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(
    "command",
    [
        ("valider",),
        ("frister",),
        ("valgbar", U),
        ("forklar", "frist"),
        ("angre", "--dry-run"),
        NY,
    ],
)
def test_who_only_reads_or_only_writes_files_runs_no_git(command: tuple[str, ...], tmp_path: Path) -> None:
    """What git would run is for the folder's own settings to say. `status` and `doctor` ask it, safely."""
    log, bin_ = tmp_path / "kjoert", tmp_path / "bin"
    bin_.mkdir()
    (bin_ / "git").write_text(FALSK_GIT.format(log=log))
    (bin_ / "git").chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-m", "brukerutvalg_cli", *command],
        env={**os.environ, "PATH": f"{bin_}:{os.environ['PATH']}"}, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode in (0, 1, 2), done.stderr
    assert not log.exists(), log.read_text()


@pytest.mark.usefixtures("register")
def test_to_ask_git_runs_no_program_that_the_repository_names(tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path / 'kjoert'}\n")
    program.chmod(0o755)
    hooks = tmp_path / "kroker"
    hooks.mkdir()
    shutil.copy(program, hooks / "post-index-change")
    git("config", "core.fsmonitor", str(program))
    git("config", "core.hooksPath", str(hooks))
    os.utime(UTVALG)
    assert run(["krok"]) == 0
    assert run(["doctor"]) in (0, 1)
    from brukerutvalg_cli.gitlager.innhold import ulagret

    assert ulagret(Path(), [UTVALG.as_posix()]) == []
    assert not (tmp_path / "kjoert").exists()


SAGT = {
    "Author identity unknown\n\n*** Please tell me who you are.\n\nRun\n": "git vet ikke hvem du er",
    "fatal: unable to auto-detect email address (got 'x@y.(none)')": "git vet ikke hvem du er",
    "fatal: Unable to create '/r/.git/index.lock': File exists.\n\nAnother git process": "noe annet bruker git",
    "fatal: Unable to create '/r/.git/index.lock': Permission denied": "git får ikke skrive i .git",
    "fatal: Unable to create '/r/.git/index.lock': Read-only file system": "git får ikke skrive i .git",
    "error: insufficient permission for adding an object to repository database .git/objects": "git får ikke skrive",
    "fatal: cannot do a partial commit during a merge.": "Gjør det ferdig først",
    "error: Committing is not possible because you have unmerged files.": "konflikter",
    "error: gpg failed to sign the data\nfatal: failed to write commit object": "commit.gpgsign",
    "fatal: write error: No space left on device": "disken er full",
    "fatal: detected dubious ownership in repository at '/r'\nTo add an exception for this directory, call:\n\n"
    "\tgit config --global --add safe.directory /r\n": "safe.directory /r»",
    "fatal: noe nytt": "git sier: fatal: noe nytt",
    "alt er galt": "en krok (hook) i git sa nei: «alt er galt»",
}


@pytest.mark.parametrize("feil", SAGT)
def test_what_git_says_is_told_in_norwegian(feil: str) -> None:
    assert SAGT[feil] in i_ord("", feil, kommando="commit")


def test_what_git_says_has_one_sentence_each() -> None:
    assert len({sentence for _, sentence in KJENTE}) == len(KJENTE)
    assert len(i_ord("", "x" * 10_000)) < 500
