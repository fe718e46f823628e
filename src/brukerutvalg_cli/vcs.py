"""Vcs: git, in one place. Nothing but commits and `angre` needs it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any


class GitFeil(Exception):
    """What git would not do; the message says why, for the secretary."""


def er_lager(root: Path) -> bool:
    """Whether the folder lies in a git repository, and git is there to be asked."""
    try:
        _lager(root)
    except GitFeil:
        return False
    return True


def commit(root: Path, paths: Iterable[str], melding: str) -> str:
    """Commits these files, and no others, with this message; the commit's id.

    Raises:
        GitFeil: when there is no repository, or git refuses (no identity, a hook that fails).
    """
    repo = _lager(root)
    base = Path(repo.working_tree_dir)
    names = [os.path.relpath((root / path).resolve(), base) for path in paths]
    _git(repo, "add", "--all", "--", *names)
    _git(repo, "commit", "--quiet", "--message", melding, "--only", "--", *names)
    return str(repo.head.commit.hexsha)


def tilbakefoer(root: Path, sha: str) -> None:
    """A new commit that undoes this one.

    Raises:
        GitFeil: when git refuses.
    """
    _git(_lager(root), "revert", "--no-edit", sha)


def nytt_lager(root: Path) -> None:
    """Makes the folder a repository with the branch `main`.

    Raises:
        GitFeil: when git is not there.
    """
    git = _git_module()
    try:
        git.Repo.init(root, initial_branch="main")
    except git.exc.GitError as error:
        raise GitFeil(_said(error)) from None


def identitet(root: Path) -> tuple[str, str]:
    """The name and address that commits get; empty where none are set.

    Raises:
        GitFeil: when there is no repository.
    """
    reader = _lager(root).config_reader()
    return str(reader.get_value("user", "name", "")), str(reader.get_value("user", "email", ""))


def kroker(root: Path) -> frozenset[str]:
    """The hooks that are switched on, by name.

    Raises:
        GitFeil: when there is no repository.
    """
    folder = Path(_lager(root).git_dir) / "hooks"
    return frozenset(path.name for path in folder.glob("*") if path.suffix != ".sample")


def _lager(root: Path) -> Any:
    git = _git_module()
    try:
        return git.Repo(root, search_parent_directories=True)
    except git.exc.GitError:
        raise GitFeil("registeret ligger ikke i et git-lager") from None


def _git_module() -> Any:
    os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")
    import git

    if not git.Git.GIT_PYTHON_GIT_EXECUTABLE:
        raise GitFeil("git er ikke installert")
    return git


def _git(repo: Any, *arguments: str) -> str:
    git = _git_module()
    try:
        return str(repo.git.execute(["git", *arguments]))
    except git.exc.GitError as error:
        raise GitFeil(_said(error)) from None


def _said(error: Any) -> str:
    text = " ".join(str(getattr(error, "stderr", "") or error).split())
    if "tell me who you are" in text or "empty ident" in text:
        return (
            "git vet ikke hvem du er. Skriv «git config user.name» og «git config user.email» "
            "med navnet ditt og adressen"
        )
    return f"git sier: {text}"
