"""Vcs: git, in one place. Nothing but commits and `angre` needs it.

A repository may have come in a zip, with settings that name programs to run. When we only ask, git runs none of
them: no hook, no watcher of files, no fetching of what is missing. A commit is what the secretary could have made with
`git commit`, and runs what that runs: hooks, filters and signing. Git itself refuses a repository of somebody else's.
"""

from __future__ import annotations

import os
import posixpath
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from brukerutvalg_cli.gitfeil import i_ord

FILER, LENKE = ("100644", "100755"), "120000"
"""What git calls a file, and a link."""

TRYGT = ("-c", "core.fsmonitor=false")
SPOER = (*TRYGT, "-c", f"core.hooksPath={os.devnull}")
"""Settings that go before the repository's own."""
UTEN_NETT = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
UTEN_GIT = "git er ikke installert. Du får det fra git-scm.com"
VURDERT = "BRUKERUTVALG_VURDERT"
"""Set for the commits of our own commands: what they write they have judged, and told of."""


class GitFeil(Exception):
    """What git would not do; the message says why, for the secretary."""


def er_lager(root: Path) -> bool:
    """Whether the folder lies in a git repository, and git is there to be asked."""
    try:
        _lager(root)
    except GitFeil:
        return False
    return True


def ulagret(root: Path, paths: Iterable[str], *, alle: bool = False) -> list[str]:
    """Those of the files that git follows, and that differ from the last commit.

    `alle`: those that it does not follow too, and of a folder all that is in it.

    Raises:
        GitFeil: when there is no repository, or git refuses.
    """
    repo = _lager(root)
    names = _navn(repo, root, paths)
    which = "--untracked-files=all" if alle else "--untracked-files=normal"
    status = _spoer(repo, "status", "--porcelain", "--no-renames", which, "-z", "--", *names.values())
    lines = [line for line in status.split("\0") if line]
    if alle:
        return [line[3:].removeprefix(_prefiks(repo, root)) for line in lines]
    changed = {line[3:] for line in lines if not line.startswith("??")}
    return [path for path, name in names.items() if name in changed]


def commit(root: Path, paths: Iterable[str], melding: str) -> str:
    """Commits these files, and no others, with this message; the commit's id. What else is staged stays staged.

    Raises:
        GitFeil: when there is no repository, or git refuses (no identity, a hook that fails). Nothing is then staged
            that was not.
    """
    repo = _lager(root)
    names = list(_navn(repo, root, paths).values())
    known = set(_spoer(repo, "ls-files", "-z", "--", *names).split("\0"))
    base = Path(repo.working_tree_dir)
    new = [name for name in names if name not in known and (base / name).exists()]
    both = [name for name in names if name in known or name in new]
    try:
        if new:
            _git(repo, *TRYGT, "add", "--", *new)
        if not both:  # `git commit --only` of nothing would take all that is staged
            raise GitFeil("det er ingenting å lagre, for git følger ingen av filene")
        _git(
            repo, *TRYGT, "commit", "--quiet", "--message", melding, "--only", "--", *both, env={VURDERT: "1"}
        )
    except BaseException:  # a Ctrl-C too
        if new:
            with suppress(GitFeil):  # why is told already
                _git(repo, *TRYGT, "rm", "--cached", "--quiet", "--force", "--ignore-unmatch", "--", *new)
        raise
    return _spoer(repo, "rev-parse", "HEAD").strip()


def nytt_lager(root: Path) -> None:
    """Makes the folder a repository with the branch `main`.

    Raises:
        GitFeil: when git is not there.
    """
    git = _git_module()
    try:
        git.Repo.init(root, initial_branch="main")
    except git.exc.GitError as error:
        raise GitFeil(i_ord("", str(error))) from None


def identitet(root: Path) -> tuple[str, str]:
    """The name and address that commits get; empty where none are set.

    Raises:
        GitFeil: when there is no repository.
    """
    reader = _lager(root).config_reader()
    name, address = (
        os.environ.get(f"GIT_AUTHOR_{key.upper()}") or reader.get_value("user", key, "")
        for key in ("name", "email")
    )
    return str(name), str(address)


def toppen(root: Path) -> Path:
    """The folder the repository's files are in.

    Raises:
        GitFeil: when there is no repository.
    """
    return Path(_lager(root).working_tree_dir).resolve()


def krokmappe(root: Path) -> Path:
    """The folder git takes its hooks from.

    Raises:
        GitFeil: when there is no repository.
    """
    repo = _lager(root)
    return Path(repo.working_tree_dir) / _git(repo, *TRYGT, "rev-parse", "--git-path", "hooks").strip()


def klart_for_commit(root: Path) -> dict[str, bytes]:
    """The register's files as they are staged, by path.

    Raises:
        GitFeil: when there is no repository.
    """
    repo = _lager(root)
    listed = _spoer(repo, "ls-files", "--stage", "-z", "--", f"{_prefiks(repo, root)}records")
    lines = (line.split(None, 2) for line in listed.split("\0") if line)
    return _innhold(repo, root, ((mode, sha, rest.partition("\t")[2]) for mode, sha, rest in lines))


def i_siste_commit(root: Path) -> dict[str, bytes]:
    """The register's files as the last commit has them, by path; none where there is no commit.

    Raises:
        GitFeil: when there is no repository.
    """
    repo = _lager(root)
    if not repo.head.is_valid():
        return {}
    listed = _spoer(repo, "ls-tree", "-r", "-z", "HEAD", "--", f"{_prefiks(repo, root)}records")
    lines = (line.split(None, 2) for line in listed.split("\0") if line)
    entries = ((mode, *rest.split("\t", 1)) for mode, _, rest in lines)
    return _innhold(repo, root, ((mode, sha, path) for mode, sha, path in entries))


def _prefiks(repo: Any, root: Path) -> str:
    """The way from the top of the repository to the register, with `/` last; empty where they are one."""
    way = Path(os.path.relpath(root.resolve(), Path(repo.working_tree_dir).resolve())).as_posix()
    return "" if way == "." else f"{way}/"


def _innhold(repo: Any, root: Path, entries: Iterable[tuple[str, str, str]]) -> dict[str, bytes]:
    """The files of these entries (mode, blob, path). A link is what it points at, where that is one of them."""
    start = len(_prefiks(repo, root))
    listed = [(mode, sha, path[start:]) for mode, sha, path in entries if mode in (*FILER, LENKE)]
    held = _blobs(repo, [sha for _, sha, _ in listed])
    found = {path: held[sha] for mode, sha, path in listed if mode in FILER}
    for mode, sha, path in listed:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), os.fsdecode(held[sha])))
        if mode == LENKE and target in found:
            found[path] = found[target]
    return found


def _blobs(repo: Any, shas: list[str]) -> dict[str, bytes]:
    """What these blobs hold, from one process."""
    with tempfile.TemporaryFile() as asked:
        asked.write("".join(f"{sha}\n" for sha in shas).encode())
        asked.seek(0)
        raw = repo.git.execute(
            ["git", *SPOER, "cat-file", "--batch"],
            istream=asked,
            env=UTEN_NETT,
            stdout_as_string=False,
            strip_newline_in_stdout=False,
        )
    found, at = {}, 0
    for sha in shas:  # each: `sha blob size`, a line end, the bytes, a line end
        end = raw.index(b"\n", at)
        size = int(raw[at:end].rsplit(b" ", 1)[1])
        found[sha] = raw[end + 1 : end + 1 + size]
        at = end + size + 2
    return found


def _lager(root: Path) -> Any:
    git = _git_module()
    try:
        repo = git.Repo(root, search_parent_directories=True)
    except git.exc.GitError:
        raise GitFeil(i_ord("", "not a git repository")) from None
    if repo.working_tree_dir is None:
        raise GitFeil(
            "git-lageret er satt opp uten filer (bare). Skriv «git config core.bare false» i mappen, om det er feil"
        )
    return repo


def _navn(repo: Any, root: Path, paths: Iterable[str]) -> dict[str, str]:
    """The files as git names them: from the top of the repository, and behind any link."""
    base = Path(repo.working_tree_dir).resolve()
    return {path: Path(os.path.relpath((root / path).resolve(), base)).as_posix() for path in paths}


def _git_module() -> Any:
    os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")
    import git

    if not git.Git.GIT_PYTHON_GIT_EXECUTABLE:
        raise GitFeil(UTEN_GIT)
    return git


def _spoer(repo: Any, *arguments: str) -> str:
    """Asks git, which changes nothing and runs nothing."""
    return _git(repo, *SPOER, *arguments, env=UTEN_NETT)


def _git(repo: Any, *arguments: str, env: dict[str, str] | None = None) -> str:
    git = _git_module()
    try:
        status, out, err = repo.git.execute(
            ["git", *arguments], env=env, with_extended_output=True, with_exceptions=False
        )
    except git.exc.GitCommandNotFound:
        raise GitFeil(UTEN_GIT) from None
    except git.exc.GitError as error:
        raise GitFeil(i_ord("", str(error))) from None
    if status:
        raise GitFeil(i_ord(str(out), str(err), commit="commit" in arguments))
    return str(out)
