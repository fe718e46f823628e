"""Gitspor: what git's own files tell – what it is in the middle of, what it follows – without running git.

Git started in a folder does as the folder's own settings say, and takes time to start. These are looks at a
few files, so that every command that writes can afford them, and none trusts what came with the folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

MEST = 64 << 20
"""An index of more bytes than this is not read."""


class Tilstand(NamedTuple):
    """What git is in the middle of, for the secretary."""

    naa: str
    kur: str
    kan_lagres: bool = True
    """Whether git makes a commit of some files meanwhile, without ending what it is in the middle of."""
    forsvinner_med: str = ""
    """The command that would take with it what is not committed; empty where none would."""


class Lager(NamedTuple):
    """A repository: the folder of its files, and the folder git keeps its own in."""

    topp: Path
    git: Path


def lager(root: Path) -> Lager | None:
    """The repository a folder lies in."""
    if named := os.environ.get("GIT_DIR"):
        return Lager(Path(os.environ.get("GIT_WORK_TREE", ".")).resolve(), Path(named).resolve())
    start = root.resolve()
    for folder in (start, *start.parents):
        found = folder / ".git"
        if found.is_dir():
            return Lager(folder, found)
        if said := _les(found, 4096).decode("utf-8", "replace").partition("gitdir: ")[2]:  # a worktree
            return Lager(folder, folder / said.strip())
    return None


def paagaar(root: Path) -> Tilstand | None:
    """What the repository is in the middle of; None where a commit goes on a branch, as usual."""
    found = lager(root)
    return None if found is None else _tilstand(found.git)


def foelger(root: Path, folder: str) -> bool:
    """Whether git follows anything in this folder of the register."""
    found = lager(root)
    if found is None or not (root.resolve()).is_relative_to(found.topp):
        return False
    prefix = os.fsencode((root.resolve().relative_to(found.topp) / folder).as_posix()) + b"/"
    # Some of what is in the index may lie in files that it shares with other worktrees.
    files = (found.git / "index", *found.git.glob("sharedindex.*"))
    names = (name for path in files for name in _navn(_les(path, MEST), found.git))
    return any(
        name.startswith(prefix) or name == prefix[:-1] for name in names
    )  # the folder itself: a submodule


def _tilstand(git: Path) -> Tilstand | None:
    def er(name: str) -> bool:
        return (git / name).exists()

    def midt_i(what: str, command: str, *, kan_lagres: bool = False) -> Tilstand:
        cure = f"Gjør den ferdig med «git {command} --continue», eller avbryt den med «git {command} --abort»"
        return Tilstand(f"Du er midt i {what}", cure, kan_lagres, f"git {command} --abort")

    picking, todo = er("CHERRY_PICK_HEAD"), _les(git / "sequencer/todo", 64)
    if er("rebase-merge") or (er("rebase-apply") and not er("rebase-apply/applying")):
        return midt_i("en rebase", "rebase", kan_lagres=not picking and not er("MERGE_HEAD"))
    if er("rebase-apply"):
        return midt_i("en innlegging av lapper (git am)", "am", kan_lagres=True)
    if er("MERGE_HEAD"):
        return midt_i("en fletting (merge)", "merge")
    if picking or todo.startswith((b"pick", b"p ")):
        return midt_i("en cherry-pick", "cherry-pick")
    if er("REVERT_HEAD") or todo.startswith(b"revert"):
        return midt_i("en revert", "revert")
    if er("BISECT_LOG"):
        return Tilstand("Du er midt i en leting med git bisect", "Avslutt den med «git bisect reset»")
    head = _les(git / "HEAD", 4096)
    if head and not head.startswith(b"ref:"):
        cure = "Gå tilbake til grenen du var på, med «git switch -», eller lag en ny her med «git switch -c NAVN»"
        return Tilstand("Du står ikke på noen gren i git (detached HEAD)", cure)
    return None


def _navn(raw: bytes, git: Path) -> Iterator[bytes]:
    """The names in an index, as git's own description of the file has it; none where it is another sort of file."""
    version = int.from_bytes(raw[4:8], "big")
    if raw[:4] != b"DIRC" or version not in (2, 3, 4):
        return
    fixed = 40 + (32 if b"sha256" in _les(git / "config", 1 << 20).lower() else 20)
    at, name = 12, b""
    for _ in range(int.from_bytes(raw[8:12], "big")):
        flags = int.from_bytes(raw[at + fixed : at + fixed + 2], "big")
        start = at + fixed + (4 if version > 2 and flags & 0x4000 else 2)
        keep, start = _felles(raw, start, name) if version == 4 else (b"", start)
        end = raw.find(b"\0", start)
        if end < 0:
            return
        name = keep + raw[start:end]
        at = end + 1 if version == 4 else at + (end - at) // 8 * 8 + 8
        yield name


def _felles(raw: bytes, at: int, before: bytes) -> tuple[bytes, int]:
    """What a name has in common with the one before it, and where the rest of it begins (version 4)."""
    number = 0
    while at < len(raw):
        byte = raw[at]
        number, at = (number << 7) + (byte & 0x7F), at + 1
        if byte < 0x80:
            break
        number += 1
    return before[: len(before) - number], at


def _les(path: Path, most: int) -> bytes:
    """What a file holds; nothing where it is no file, is larger, or cannot be read."""
    try:
        if not path.is_file() or path.stat().st_size > most:
            return b""
        return path.read_bytes()
    except OSError:
        return b""
