"""Historie: what was saved of the register, when and by whom, from what git has stored – nothing is laid out.

A commit counts on the day its author wrote it, where the author was: a history that is laid anew keeps that day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from unicodedata import normalize

from brukerutvalg_cli.gitlager.innhold import FILER
from brukerutvalg_cli.gitlager.kall import GitFeil, Repo, blobs, ethvert_repo, siste, spoer, stier
from brukerutvalg_cli.gitlager.lager import prefiks
from brukerutvalg_cli.gitlager.revisjon import GRUNN, commiten
from brukerutvalg_cli.minne.lagring import Filbytte, Lagring

RAATT = ("--raw", "--no-abbrev", "-z", "--no-renames")
SIKKERT = ("-c", "diff.relative=false", "-c", "log.showSignature=false", "-c", "i18n.logOutputEncoding=utf-8")
"""The repository's own settings, that would have the answer otherwise."""
HODE = "%x1e%H%x1f%P%x1f%aN%x1f%aI"


def lagringer(root: Path, mappe: str, ref: str = "HEAD") -> tuple[Lagring, ...]:
    """Every commit with something of the register in it, the oldest first, each after those it builds on.

    `mappe`: where in the repository the register is, with `/` last.

    Raises:
        GitFeil: when there is no repository, or no such commit.
    """
    repo = ethvert_repo(root)
    commit = commiten(repo, ref)
    order = ("--full-history", "--topo-order", "--reverse", "-c", "--root")
    said = spoer(
        repo, *SIKKERT, "log", *order, *RAATT, f"--format={HODE}", commit, *stier([f"{mappe}records"])
    )
    return tuple(_lest(said, mappe, _avkortet(repo)))


def hovedlinja(root: Path, ref: str = "HEAD") -> tuple[Lagring, ...]:
    """The commits that what is asked for has been at, one after the other, the newest first; no files.

    Raises:
        GitFeil: when there is no repository, or no such commit.
    """
    repo = ethvert_repo(root)
    commit = commiten(repo, ref)
    said = spoer(repo, *SIKKERT, "log", "--first-parent", "-z", f"--format={HODE}", commit)
    return tuple(_lest(said, "", _avkortet(repo)))


def id_til(root: Path, ref: str) -> str:
    """What git calls a commit, by which it is always the same one.

    Raises:
        GitFeil: when there is no such commit.
    """
    return commiten(ethvert_repo(root), ref)


def felles(root: Path, en: str, annen: str) -> str:
    """The last commit that two have in common.

    Raises:
        GitFeil: when they have none, or there is no such commit.
    """
    repo = ethvert_repo(root)
    one, other = commiten(repo, en), commiten(repo, annen)
    try:
        return spoer(repo, "merge-base", one, other).split()[0]
    except (GitFeil, IndexError):
        raise GitFeil(f"«{en}» og «{annen}» har ikke noe felles her. {GRUNN}") from None


def innholdet(root: Path, shas: Iterable[str]) -> dict[str, bytes]:
    """What these blobs hold.

    Raises:
        GitFeil: when one of them is not here.
    """
    wanted = sorted({sha for sha in shas if sha})
    return blobs(ethvert_repo(root), wanted) if wanted else {}


def mappen(root: Path) -> str:
    """Where in the repository a register is, with `/` last.

    Raises:
        GitFeil: when there is no repository, or nothing was ever saved in it.
    """
    repo = ethvert_repo(root)
    if not siste(repo):
        raise GitFeil("ingenting er lagret i git ennå. Skriv «brukerutvalg lagre»")
    return prefiks(repo, root)


def filene(root: Path, ref: str, mappe: str) -> dict[str, str]:
    """The records of a commit by path: the blob of each.

    Raises:
        GitFeil: when there is no such commit.
    """
    repo = ethvert_repo(root)
    commit = commiten(repo, ref)
    listed = spoer(repo, "ls-tree", "-r", "-z", "--full-tree", commit, *stier([f"{mappe}records"]))
    entries = (line.partition("\t") for line in listed.split("\0") if line)
    held = ((entry.split(), normalize("NFC", path[len(mappe) :])) for entry, _, path in entries)
    return {path: entry[2] for entry, path in held if entry[0] in FILER and _er_post(path)}


def _avkortet(repo: Repo) -> frozenset[str]:
    """The commits whose parents were not fetched."""
    path = spoer(repo, "rev-parse", "--git-path", "shallow").strip()
    file = Path(repo.git.working_dir or repo.git_dir) / path
    try:
        return frozenset(file.read_text(encoding="ascii").split())
    except (OSError, ValueError):
        return frozenset()


def _lest(said: str, mappe: str, avkortet: frozenset[str]) -> Iterable[Lagring]:
    head: list[str] = []
    entries: list[str] = []
    for token in [*(each.lstrip("\n") for each in said.split("\0")), "\x1e"]:
        if not token.startswith("\x1e"):
            entries.append(token)
            continue
        if head:
            commit, parents, *who, day = head
            cut = commit in avkortet
            files = tuple(_bytter(entries, mappe))
            when = date.fromisoformat(day[:10])
            yield Lagring(commit, tuple(parents.split()), " ".join(who), when, files, cut)
        head, entries = token[1:].split("\x1f") if len(token) > 1 else [], []


def _bytter(tokens: Sequence[str], mappe: str) -> Iterable[Filbytte]:
    """Git's raw lines: the modes and the blobs of each parent and of now, and then the path."""
    listed = [token for token in tokens if token]
    for entry, path in zip(listed[::2], listed[1::2], strict=True):
        colons = len(entry) - len(entry.lstrip(":"))
        words = entry[colons:].split()
        modes, shas = words[: colons + 1], words[colons + 1 : 2 * colons + 2]
        held = [sha if mode in FILER else "" for mode, sha in zip(modes, shas, strict=True)]
        name = normalize("NFC", path[len(mappe) :])
        if _er_post(name):
            yield Filbytte(name, tuple(held[:-1]), held[-1])


def _er_post(path: str) -> bool:
    return re.search(r"\.ya?ml$", path, re.IGNORECASE) is not None
