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


def ulagret(root: Path, paths: Iterable[str]) -> list[str]:
    """Those of the files that git follows, and that differ from the last commit.

    Raises:
        GitFeil: when there is no repository, or git refuses.
    """
    repo = _lager(root)
    names = _navn(repo, root, paths)
    status = _git(repo, "status", "--porcelain", "--no-renames", "-z", "--", *names.values())
    changed = {line[3:] for line in status.split("\0") if line and not line.startswith("??")}
    return [path for path, name in names.items() if name in changed]


def commit(root: Path, paths: Iterable[str], melding: str) -> str:
    """Commits these files, and no others, with this message; the commit's id. What else is staged stays staged.

    Raises:
        GitFeil: when there is no repository, or git refuses (no identity, a hook that fails).
    """
    repo = _lager(root)
    names = list(_navn(repo, root, paths).values())
    known = set(_git(repo, "ls-files", "-z", "--", *names).split("\0"))
    base = Path(repo.working_tree_dir)
    new = [name for name in names if name not in known and (base / name).exists()]
    if new:
        _git(repo, "add", "--", *new)
    try:
        both = [name for name in names if name in known or name in new]
        _git(repo, "commit", "--quiet", "--message", melding, "--only", "--", *both)
    except GitFeil:
        if new:
            _git(repo, "rm", "--cached", "--quiet", "--force", "--", *new)
        raise
    return str(repo.head.commit.hexsha)


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


def _navn(repo: Any, root: Path, paths: Iterable[str]) -> dict[str, str]:
    """The files as git names them: from the top of the repository, and behind any link."""
    base = Path(repo.working_tree_dir).resolve()
    return {path: Path(os.path.relpath((root / path).resolve(), base)).as_posix() for path in paths}


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
    if "during a merge" in text:
        return "en fletting (merge) er ikke ferdig. Gjør den ferdig først"
    return f"git sier: {text}"
