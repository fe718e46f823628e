"""Kall: git, run. The only import of GitPython.

A repository may have come in a zip, with settings that name programs to run. When we only ask, git runs none of
them: no hook, no filter, no watcher of files, no fetching of what is missing. Git itself refuses a repository of
somebody else's.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol, cast

from brukerutvalg_cli.gitlager.feil import i_ord
from brukerutvalg_cli.gitlager.miljoe import uten_arv

TRYGT = ("-c", "core.fsmonitor=false")
SPOER = (*TRYGT, "-c", f"core.hooksPath={os.devnull}")
"""Settings that go before the repository's own."""
SPOERSMAAL = frozenset(
    {
        "cat-file",  # gives what is stored as it is stored: filters and textconv are for options of their own
        "config",  # reads files of settings
        "for-each-ref",  # reads what the branches are at; no format of ours asks for a signature
        "log",  # compares what is stored by name, shows none of it as text, and looks at no signature
        "ls-files",  # reads the index; -m, which looks into the files, is not asked for
        "ls-tree",  # reads what is stored
        "merge-base",  # reads what is stored
        "remote",  # reads the settings, and asks nobody over the net
        "rev-list",  # reads what is stored
        "rev-parse",  # reads what the branches are at, and where git keeps things
        "symbolic-ref",  # reads one file
    }
)
"""What git is asked with, and why that runs nothing. `status` and `diff-files` are not here, nor anything else that
compares the files in the folder with what is stored: a file that may have been changed goes through a clean filter."""
UTEN_NETT = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
MANGE_STEDER = 127
"""So many places it says at the most that it could not put together; more is an error."""
MANGLER = "could not fetch from promisor remote"
"""What git says of what it has not fetched, where it says anything."""
UTEN_GIT = "git er ikke installert. Du får det fra git-scm.com"


class Git(Protocol):
    """What runs git in one folder."""

    @property
    def working_dir(self) -> str | None: ...

    def execute(self, command: Sequence[str], **how: object) -> Any:
        """What git answers, in the form that is asked for."""
        ...


class Repo(Protocol):
    """What we use of a repository as GitPython has it. One without files laid out has no `working_tree_dir`."""

    @property
    def git(self) -> Git: ...

    @property
    def git_dir(self) -> str: ...

    @property
    def working_tree_dir(self) -> str | None: ...


class WorkRepo(Repo, Protocol):
    """One with files laid out."""

    @property
    def working_tree_dir(self) -> str: ...


@dataclass(frozen=True)
class _Mappe:
    """A folder in no repository."""

    git: Git
    git_dir: str = ""
    working_tree_dir: str | None = None


class GitFeil(Exception):
    """What git would not do; the message says why, for the secretary.

    `mappe`: the folder of the repository that is to be asked instead, where there is one.
    """

    def __init__(self, message: str, mappe: str = "") -> None:
        super().__init__(message)
        self.mappe = mappe


def ethvert_repo(root: Path) -> Repo:
    """The repository that the folder lies in, or is, with files laid out or without.

    Raises:
        GitFeil: when there is none.
    """
    git = _git_module()
    try:
        with uten_arv():
            found: Repo = git.Repo(root, search_parent_directories=True)
            return found
    except git.exc.GitError:
        raise GitFeil(i_ord("", "not a git repository")) from None


def repoet(root: Path) -> WorkRepo:
    """The repository that the folder lies in.

    Raises:
        GitFeil: when there is none, or it has no files.
    """
    repo = ethvert_repo(root)
    if repo.working_tree_dir is None:
        raise GitFeil(
            "git-lageret er satt opp uten filer (bare). Skriv «git config core.bare false» i mappa, om det er feil"
        )
    return cast("WorkRepo", repo)


def repo_eller_mappe(root: Path) -> Repo:
    """The repository, or, where there is none, the folder as git sees it: with the settings that hold for the machine.

    Raises:
        GitFeil: when git is not there.
    """
    git = _git_module()
    try:
        return repoet(root)
    except GitFeil:
        folder = next(each for each in (root.absolute(), *root.absolute().parents) if each.is_dir())
        return _Mappe(git.Git(folder))


def nytt_repo(root: Path) -> None:
    """Makes the folder a repository with the branch `main`.

    Raises:
        GitFeil: when git is not there, or what lies there already would have git make it somewhere else.
    """
    git = _git_module()
    there = root / ".git"
    if there.is_symlink() or (os.path.lexists(there) and (not there.is_dir() or any(there.iterdir()))):
        raise GitFeil("det ligger noe her som heter .git, og det er ikke et git-lager. Gi det et annet navn")
    try:
        with uten_arv():
            git.Repo.init(root, initial_branch="main")
    except git.exc.GitCommandNotFound:
        raise GitFeil(UTEN_GIT) from None
    except git.exc.GitError as error:
        raise GitFeil(i_ord("", str(error))) from None


def spoer(repo: Repo, *arguments: str, env: Mapping[str, str] = MappingProxyType({})) -> str:
    """Asks git, which changes nothing and runs nothing.

    Raises:
        GitFeil: when git refuses.
        ValueError: when it is none of the questions that are known to run nothing.
    """
    if (asked := _kommando(arguments)) not in SPOERSMAAL:
        raise ValueError(f"git {asked}")
    return kjoer(repo, *SPOER, *arguments, env={**UTEN_NETT, **env})


def siste(repo: Repo) -> str:
    """The id of the last commit; empty where there is none.

    Raises:
        GitFeil: when git refuses.
    """
    return spoer(repo, "rev-parse", "--revs-only", "HEAD").strip()


def kjoer(repo: Repo, *arguments: str, env: dict[str, str] | None = None) -> str:
    """Has git do something; what it answers.

    Raises:
        GitFeil: when git refuses.
    """
    git = _git_module()
    try:
        with uten_arv():
            status, out, err = repo.git.execute(
                ["git", *arguments], env=env, with_extended_output=True, with_exceptions=False
            )
    except git.exc.GitCommandNotFound:
        raise GitFeil(UTEN_GIT) from None
    except git.exc.GitError as error:
        raise GitFeil(i_ord("", str(error))) from None
    if status:
        raise GitFeil(i_ord(str(out), str(err), kommando=_kommando(arguments)))
    return str(out)


def _kommando(arguments: Iterable[str]) -> str:
    """What git is to do: the first word that is neither an option nor a setting."""
    return next((word for word in arguments if not word.startswith("-") and "=" not in word), "")


def stier(names: Iterable[str]) -> list[str]:
    """Files as the last arguments of git: each is that file, whatever brackets and stars are in its name.

    By a sign in each, as a setting for all would be handed on to the hooks that git starts.
    """
    return ["--", *(f":(literal){name}" for name in names)]


def _git_module() -> Any:
    os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")
    import git

    if not git.Git.GIT_PYTHON_GIT_EXECUTABLE:
        raise GitFeil(UTEN_GIT)
    return git


def blobs(repo: Repo, shas: Sequence[str]) -> dict[str, bytes]:
    """What these blobs hold, from one process.

    Raises:
        GitFeil: when one of them is not here.
    """
    raw = _om_hver(repo, "--batch", shas)
    found, at = {}, 0
    for sha in shas:  # each: `sha blob size`, a line end, the bytes, a line end
        end = raw.index(b"\n", at)
        if raw[at:end].endswith(b" missing"):
            raise GitFeil(i_ord("", MANGLER))
        size = int(raw[at:end].rsplit(b" ", 1)[1])
        found[sha] = raw[end + 1 : end + 1 + size]
        at = end + size + 2
    return found


def er_her(repo: Repo, shas: Iterable[str]) -> None:
    """Sees to it that these blobs can be read, and reads none of them.

    Raises:
        GitFeil: when one of them is not here.
    """
    if b" missing\n" in _om_hver(repo, "--batch-check=%(objectname)", shas):
        raise GitFeil(i_ord("", MANGLER))


def _om_hver(repo: Repo, hva: str, shas: Iterable[str]) -> bytes:
    """What `cat-file` answers of each."""
    git = _git_module()
    with tempfile.TemporaryFile() as asked:
        asked.write("".join(f"{sha}\n" for sha in shas).encode())
        asked.seek(0)
        try:
            with uten_arv():
                raw: bytes = repo.git.execute(
                    ["git", *SPOER, "cat-file", "--buffer", hva],
                    istream=asked,
                    env=UTEN_NETT,
                    stdout_as_string=False,
                    strip_newline_in_stdout=False,
                )
        except git.exc.GitCommandNotFound:
            raise GitFeil(UTEN_GIT) from None
        except git.exc.GitError as error:
            raise GitFeil(i_ord("", str(error))) from None
    return raw


def linjeflettet(vaar: Path, base: Path, deres: Path, merke: int) -> str:
    """What git makes of three versions of a file, line by line, with marks of this length where it cannot.

    Raises:
        GitFeil: when it cannot be tried at all.
    """
    git = _git_module()
    files = [str(each.absolute()) for each in (vaar, base, deres)]
    command = ["git", "merge-file", "-p", "--diff3", f"--marker-size={merke}", *files]
    try:
        with uten_arv():
            status, out, err = git.Git(vaar.absolute().parent).execute(
                command, with_extended_output=True, with_exceptions=False, strip_newline_in_stdout=False
            )
    except git.exc.GitCommandNotFound:
        raise GitFeil(UTEN_GIT) from None
    if status > MANGE_STEDER:
        raise GitFeil(i_ord("", str(err)))
    return str(out)
