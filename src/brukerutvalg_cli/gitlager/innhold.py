"""Innhold: what git holds of the register – in the last commit, and staged – and what differs from the last commit.

Every command that reads may ask this, so git is asked only for what it has stored. What a file holds is compared
here: `git status` would run the filters that the repository's own settings name.
"""

from __future__ import annotations

import hashlib
import os
import posixpath
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from brukerutvalg_cli.gitlager.feil import i_ord
from brukerutvalg_cli.gitlager.gitfiler import KanIkkeVite, bare_navn
from brukerutvalg_cli.gitlager.kall import GitFeil, Repo, blobs, repoet, siste, spoer, stier
from brukerutvalg_cli.gitlager.lager import glem_navn, ingen_overses, kjente, navnene, prefiks, staar
from brukerutvalg_cli.gitlager.lagrede import Lagrede
from brukerutvalg_cli.gitlager.miljoe import krokens_indeks

FILER, LENKE = ("100644", "100755"), "120000"
"""What git calls a file, and a link."""
MEST = 64 << 20
"""A file of more bytes is read a piece at a time, and its line ends are as they are."""
TOMT = {
    len(name): name
    for name in (hashlib.sha1(b"blob 0\0").hexdigest(), hashlib.sha256(b"blob 0\0").hexdigest())
}
"""What git calls nothing at all, by how long its names are."""


def klart_for_commit(root: Path) -> Lagrede:
    """The register's files as they are staged, by path: in a hook, for the commit that it is run for.

    Raises:
        GitFeil: when there is no repository, or git has two versions of a file and is waiting for somebody to choose.
    """
    repo = repoet(root)
    index = krokens_indeks(Path(repo.working_tree_dir), Path(repo.git_dir))
    entries = _lagt_klart(repo, _poster(repo, root), index)
    if any(stage != "0" for stage, *_ in entries):
        raise GitFeil(i_ord("", "unmerged files"))
    names = _uten_innhold(repo, [(sha, name) for *_, sha, name in entries], index)
    start = len(prefiks(repo, root))
    return _innhold(repo, start, [(mode, sha, name) for _, mode, sha, name in entries if name not in names])


def _lagt_klart(repo: Repo, which: list[str], indeks: str = "") -> list[tuple[str, str, str, str]]:
    """What is staged: which of several versions it is, its mode, blob and name. `indeks`: another than git's own."""
    named = {"GIT_INDEX_FILE": indeks} if indeks else {}
    listed = spoer(repo, "ls-files", "--stage", "-z", *which, env=named)
    lines = (line.partition("\t") for line in listed.split("\0") if line)
    entries = ((entry.split(), name) for entry, _, name in lines)
    return [(stage, mode, sha, name) for (mode, sha, stage), name in entries]


def _uten_innhold(repo: Repo, entries: Iterable[tuple[str, str]], indeks: str = "") -> frozenset[str]:
    """Those of the entries (blob, name) that git knows the name of alone. Only what is empty can be one of them."""
    empty = {name: len(sha) // 2 for sha, name in entries if sha == TOMT[len(sha)]}
    if not empty:
        return frozenset()
    try:
        told = bare_navn(Path(indeks or Path(repo.git_dir) / "index"), max(empty.values()))
    except KanIkkeVite as error:
        raise GitFeil(str(error)) from None
    return frozenset(name for name in empty if os.fsencode(name) in told)


def i_siste_commit(root: Path) -> Lagrede:
    """The register's files as the last commit has them, by path; none where there is no commit.

    Raises:
        GitFeil: when there is no repository.
    """
    repo = repoet(root)
    if not siste(repo):
        return Lagrede()
    return i_commit(repo, "HEAD", prefiks(repo, root))


def i_commit(repo: Repo, commit: str, mappe: str) -> Lagrede:
    """The register's files as a commit has them, by path. `mappe`: where in the repository it is, with `/` last.

    Raises:
        GitFeil: when git refuses, or has not fetched them.
    """
    listed = spoer(repo, "ls-tree", "-r", "-z", "--full-tree", commit, *stier([f"{mappe}records"]))
    lines = (line.split(None, 2) for line in listed.split("\0") if line)
    entries = ((mode, *rest.split("\t", 1)) for mode, _, rest in lines)
    return _innhold(repo, len(mappe), ((mode, sha, path) for mode, sha, path in entries), commit)


def forskjeller(
    root: Path,
    paths: Iterable[str],
    mapper: Sequence[str],
    gjelder: Callable[[str], bool] = lambda _: True,
    bare: tuple[str, Sequence[str]] | None = None,
) -> list[str]:
    """Those of the files that are not in the last commit as they are now, and what it has in the folders and is gone.

    `gjelder`: of what is gone, no others than these. `bare`: of what lies in a folder straight below one of them, only
    these are looked at.

    Raises:
        GitFeil: when there is no repository, or it cannot be told.
    """
    repo = repoet(root)
    here = list(paths)
    below, some = bare or ("", ())
    named = navnene(repo, root, [*here, *mapper, *some, *filter(None, [below])])
    names = {path: named[path] for path in here}
    folders = [named[folder] for folder in mapper]
    if below and siste(repo):
        folders = _uten_resten(repo, folders, named[below], [named[each] for each in some])
    saved = _lagret(repo, folders)
    top = Path(repo.working_tree_dir).resolve()
    changed = [path for path, name in names.items() if _er_endret(top, root / path, name, saved)]
    start = len(prefiks(repo, root))
    present = set(names.values())
    gone = [name for name in saved if name not in present and gjelder(name[start:]) and not staar(repo, name)]
    not_here = {
        name for name, mark in kjente(repo, gone).items() if mark in "Ss"
    }  # git was told to leave them out
    return sorted({*changed, *(name[start:] for name in gone if name not in not_here)})


def ulagret(root: Path, paths: Iterable[str]) -> list[str]:
    """Those of the files that git follows, and that are not in the last commit as they are, or as they are staged.

    Raises:
        GitFeil: when there is no repository, or it cannot be told.
    """
    repo = repoet(root)
    top = Path(repo.working_tree_dir)
    names = navnene(repo, root, paths)
    known = kjente(repo, [*names.values()])
    ingen_overses({name: mark for name, mark in known.items() if staar(repo, name)})
    saved = _lagret(repo, [*names.values()])
    staged = {name: sha for *_, sha, name in _lagt_klart(repo, stier(names.values()))} if names else {}
    return [
        path
        for path, name in names.items()
        if staged.get(name, "") != saved.get(name, "")
        or (name in saved and (not staar(repo, name) or _endret(top / name, saved[name])))
    ]


def ikke_lagret(root: Path, paths: Iterable[str]) -> list[str]:
    """Those of the files that are not in the last commit as they are. Of those that are new, git forgets the names.

    Raises:
        GitFeil: when there is no repository, or git refuses.
    """
    repo, wanted = repoet(root), list(paths)
    if not wanted:
        return []
    names = navnene(repo, root, wanted)
    entries = _lagt_klart(repo, stier(names.values()))
    glem_navn(repo, sorted(_uten_innhold(repo, [(sha, name) for *_, sha, name in entries])))
    left = {*forskjeller(root, [path for path in wanted if os.path.lexists(root / path)], wanted)}
    start = len(prefiks(repo, root))
    return [path for path, name in names.items() if path in left or name[start:] in left]


def _uten_resten(repo: Repo, names: list[str], below: str, bare: list[str]) -> list[str]:
    """The same folders, but of what lies in one below one of them, only these."""
    above = posixpath.dirname(below)
    if above not in names:
        return names
    listed = spoer(repo, "ls-tree", "-z", "--full-tree", "--name-only", "HEAD", *stier([f"{above}/"]))
    beside = [name for name in listed.split("\0") if name not in ("", below)]
    return [*(name for name in names if name != above), *beside, *bare]


def _lagret(repo: Repo, names: list[str]) -> dict[str, str]:
    """The blob of each file in the last commit."""
    if not siste(repo):
        return {}
    listed = spoer(repo, "ls-tree", "-r", "-z", "--full-tree", "HEAD", *stier(names))
    lines = (line.partition("\t") for line in listed.split("\0") if line)
    return {name: entry.split()[2] for entry, _, name in lines}


def _er_endret(top: Path, path: Path, name: str, saved: Mapping[str, str]) -> bool:
    """Whether a file is not as it was saved. Of a link git saves where it leads, by its own name."""
    if not path.is_symlink():
        return _endret(path, saved.get(name, ""))
    own = path.parent.resolve() / path.name
    sha = saved.get(own.relative_to(top).as_posix(), "") if own.is_relative_to(top) else ""
    leads = os.readlink(path)  # noqa: PTH115 - as it is written: a Path would tidy it
    return not sha or _blob([os.fsencode(leads)], sha) != sha


def _endret(path: Path, sha: str) -> bool:
    """Whether a file holds something else than the blob. A line end of Windows is none: git stores it as ours."""
    if not sha:
        return True
    try:
        if not path.is_file():  # a pipe would be waited for
            return True
        size = path.stat().st_size
        if size > MEST:
            with path.open("rb") as file:
                return _blob(iter(lambda: file.read(MEST // 64), b""), sha, size) != sha
        raw = path.read_bytes()
    except OSError:
        return True
    return _blob([raw], sha) != sha and _blob([raw.replace(b"\r\n", b"\n")], sha) != sha


def _blob(pieces: Iterable[bytes], like: str, size: int | None = None) -> str:
    """What git calls these bytes, by the same sum as it made that name by. `size`: of all of them, where known."""
    if size is None:
        pieces = [*pieces]
        size = sum(map(len, pieces))
    total = hashlib.new("sha256" if len(like) == 64 else "sha1", usedforsecurity=False)
    total.update(b"blob %d\0" % size)
    for piece in pieces:
        total.update(piece)
    return total.hexdigest()


def _poster(repo: Repo, root: Path) -> list[str]:
    return stier([f"{prefiks(repo, root)}records"])


def _innhold(repo: Repo, start: int, entries: Iterable[tuple[str, str, str]], commit: str = "") -> Lagrede:
    """The files of these entries (mode, blob, path), by path from there on. A link is what it points at, where that
    is one of them."""
    listed = [(mode, sha, path[start:]) for mode, sha, path in entries if mode in (*FILER, LENKE)]
    found = {path: sha for mode, sha, path in listed if mode in FILER}
    links = [(sha, path) for mode, sha, path in listed if mode == LENKE]
    held = blobs(repo, [sha for sha, _ in links]) if links else {}
    for sha, path in links:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), os.fsdecode(held[sha])))
        if target in found:
            found[path] = found[target]
    return Lagrede(repo, found, commit)
