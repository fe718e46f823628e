"""Gitfiler: what git's own files tell – what it is in the middle of, what it follows and left out – without running it.

Git started in a folder does as the folder's own settings say, and takes time to start. These are looks at a
few files, so that every command that writes can afford them, and none trusts what came with the folder.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

MEST = 64 << 20
"""An index of more bytes than this is not read."""
LITE = 1 << 20
"""Nor any other of git's files that is larger than this."""
PAA = frozenset({"true", "yes", "on", "1"})
"""How a setting says that it is on."""
MODER = frozenset({0o100644, 0o100755, 0o120000, 0o160000, 0o040000})
"""What an entry of an index can be: a file, a program, a link, a repository of its own, a folder left closed."""


class KanIkkeVite(Exception):
    """What git follows cannot be told; the message says why, and what helps, for the secretary."""


class Tilstand(NamedTuple):
    """What git is in the middle of, for the secretary."""

    naa: str
    kur: str
    kan_lagres: bool = True
    """Whether git makes a commit of some files meanwhile, without ending what it is in the middle of."""
    forsvinner_med: str = ""
    """The command that would take with it what is not committed; empty where none would."""
    ferdig: str = ""
    """The command that goes on when a file that two have changed is put right; empty where nothing waits for one."""


class Fulgt(NamedTuple):
    """Something that git follows: its name, whether it was left out of the folder, and whether the name is all that git
    was told (`git add --intent-to-add`)."""

    navn: bytes
    utelatt: bool
    bare_navn: bool


class Gitmapper(NamedTuple):
    """A repository: the folder of its files, and the folder git keeps its own in."""

    topp: Path
    git: Path


def gitmappene(root: Path) -> Gitmapper | None:
    """The repository a folder lies in: the nearest one upwards, as git finds it when nobody has told it another."""
    start = Path(os.path.realpath(root))  # a link in a ring is told of by whoever opens what it leads to
    for folder in (start, *start.parents):
        found = folder / ".git"
        if found.is_file():  # a worktree or a submodule; git looks no further up, whatever is in it
            named = (
                _les(found, LITE).decode("utf-8", "surrogateescape").partition("gitdir: ")[2].rstrip("\r\n")
            )
            return Gitmapper(folder, folder / named) if named and _er_gits(folder / named) else None
        if _er_gits(found):
            return Gitmapper(folder, found)
    return None


def _er_gits(folder: Path) -> bool:
    return os.path.lexists(folder / "HEAD") and (
        (folder / "commondir").is_file() or ((folder / "objects").is_dir() and (folder / "refs").is_dir())
    )


def paagaar(root: Path) -> Tilstand | None:
    """What the repository is in the middle of; None where a commit goes on a branch, as usual."""
    found = gitmappene(root)
    return None if found is None else _tilstand(found.git)


def flytter(root: Path) -> bool:
    """Whether git is moving commits onto others' (rebase): what it calls ours is then theirs, and theirs ours."""
    found = gitmappene(root)
    return found is not None and any((found.git / name).exists() for name in ("rebase-merge", "rebase-apply"))


def foelger(root: Path, folder: str) -> bool:
    """Whether git follows anything in this folder of the register.

    Raises:
        KanIkkeVite: when it cannot be told.
    """
    found = gitmappene(root)
    if found is None:
        return False
    config = _config(found.git)
    elsewhere = _innstilling(config, "core", "worktree")
    if elsewhere and (found.git / elsewhere).resolve() != found.topp:
        raise KanIkkeVite(
            "Git er satt til å ha filene et annet sted (core.worktree). Er det feil, skriver du "
            "«git config --unset core.worktree»"
        )
    sought = _i_repoet(found, root, folder)
    return any(_er_i(sought, each.navn) for each in _fulgt(found, config))


def tar_ut_noe(root: Path) -> bool:
    """Whether git is set to take out only some of the files into the folder (sparse-checkout)."""
    found = gitmappene(root)
    return found is not None and _innstilling(_config(found.git), "core", "sparsecheckout").lower() in PAA


def utelatt(root: Path, folder: str) -> list[str]:
    """What git follows in this folder of the register and did not take out: files, and folders by a slash at the end.

    Raises:
        KanIkkeVite: when it cannot be told.
    """
    found = gitmappene(root)
    if found is None or not tar_ut_noe(root):
        return []
    sought = _i_repoet(found, root, folder)
    above = len(sought) - len(os.fsencode(folder))
    left = (each.navn for each in _fulgt(found, _config(found.git)) if each.utelatt)
    names = (name for name in left if _gjelder(name, sought) and not _er_der(found.topp, name))
    return [os.fsdecode(name[above:]) or f"{folder}/" for name in names]


def _er_der(topp: Path, name: bytes) -> bool:
    """Whether a file that was left out lies there all the same. A folder may, with other files in it."""
    return not name.endswith(b"/") and os.path.lexists(topp / os.fsdecode(name))


def _gjelder(name: bytes, sought: bytes) -> bool:
    """Whether it lies in the folder; or is a folder left closed that the folder lies in."""
    return name.startswith(sought + b"/") or (name.endswith(b"/") and sought.startswith(name))


def _i_repoet(found: Gitmapper, root: Path, folder: str) -> bytes:
    """A folder of the register as the index names it."""
    return os.fsencode((root.resolve().relative_to(found.topp) / folder).as_posix())


def _fulgt(found: Gitmapper, config: str) -> Iterator[Fulgt]:
    """All that git follows. Some of what is in the index may lie in files that it shares with other worktrees."""
    sha = 32 if _innstilling(config, "extensions", "objectformat").lower() == "sha256" else 20
    files = (found.git / "index", *found.git.glob("sharedindex.*"))
    return (each for path in files for each in _oppfoeringene(_indeks(path), sha))


def bare_navn(indeks: Path, sha: int) -> frozenset[bytes]:
    """What git was told will come, and has not been given: in no commit that is made now. `sha`: as it names objects.

    Of names in a file that the index shares with others, none: they may have been given since.

    Raises:
        KanIkkeVite: when it cannot be told.
    """
    return frozenset(each.navn for each in _oppfoeringene(_indeks(indeks), sha) if each.bare_navn)


def _er_i(sought: bytes, name: bytes) -> bool:
    if name.endswith(b"/") and sought.startswith(name):
        raise KanIkkeVite(
            "Git viser ikke hva som er i mappa (sparse-checkout). Skriv "
            "«git sparse-checkout reapply --no-sparse-index»"
        )
    return name == sought or name.startswith(sought + b"/")  # the folder itself: a submodule


def _indeks(path: Path) -> bytes:
    try:
        if (kind := path.stat()).st_size > MEST:
            raise KanIkkeVite(
                "Git følger så mange filer her at programmet ikke leser lista over dem. Legg registeret i et "
                "git-lager for seg selv"
            )
        if kind.st_size and path.is_file():
            return path.read_bytes()
    except FileNotFoundError:  # nothing is followed yet
        return b""
    except OSError:
        pass
    raise KanIkkeVite(ULESELIG)


def _config(git: Path) -> str:
    """The repository's own settings, which its worktrees share, and those of this worktree."""
    common = _les(git / "commondir", LITE).decode("utf-8", "surrogateescape").strip()
    files = (git / common / "config", git / "config.worktree")
    return "\n".join(_les(path, LITE).decode("utf-8", "surrogateescape") for path in files)


def _innstilling(config: str, section: str, key: str) -> str:
    """What a setting is, last said; empty where it is not there."""
    said, within = "", ""
    for line in config.splitlines():
        head = re.match(r"\s*\[\s*([^]\s]*)[^]]*\]", line)
        within = head[1].lower() if head else within
        name, _, value = line[head.end() if head else 0 :].partition("=")
        if within == section and name.strip().lower() == key:
            said = value.strip().strip('"')
    return said


def _tilstand(git: Path) -> Tilstand | None:
    def er(name: str) -> bool:
        return (git / name).exists()

    def midt_i(what: str, command: str, *, kan_lagres: bool = False) -> Tilstand:
        cure = f"Gjør den ferdig med «git {command} --continue», eller avbryt den med «git {command} --abort»"
        leave, go_on = f"git {command} --abort", f"git {command} --continue"
        return Tilstand(f"Du er midt i {what}", cure, kan_lagres, leave, go_on)

    picking, todo = er("CHERRY_PICK_HEAD"), _les(git / "sequencer/todo", 64)
    if er("rebase-merge") or (er("rebase-apply") and not er("rebase-apply/applying")):
        return midt_i(
            "en flytting av endringer (rebase)", "rebase", kan_lagres=not picking and not er("MERGE_HEAD")
        )
    if er("rebase-apply"):
        return midt_i("en innlegging av lapper (git am)", "am", kan_lagres=True)
    if er("MERGE_HEAD"):
        return midt_i("en fletting (merge)", "merge")
    if picking or todo.startswith((b"pick", b"p ")):
        return midt_i("en henting av enkelte endringer (cherry-pick)", "cherry-pick")
    if er("REVERT_HEAD") or todo.startswith(b"revert"):
        return midt_i("en tilbakeføring (revert)", "revert")
    if er("BISECT_LOG"):
        return Tilstand("Du er midt i en leting etter en feil (bisect)", "Avslutt den med «git bisect reset»")
    head = _les(git / "HEAD", 4096)
    if head and not head.startswith(b"ref:"):
        cure = "Gå tilbake til grenen du var på, med «git switch -», eller lag en ny her med «git switch -c NAVN»"
        return Tilstand("Du står ikke på noen gren i git (detached HEAD)", cure)
    return None


ULESELIG = (
    "Lista git har over filene (index), er ikke slik git skriver den. «git status» sier hva som er galt; ellers "
    "sletter du fila index i mappa .git og skriver «git reset»"
)


def _oppfoeringene(raw: bytes, sha: int) -> Iterator[Fulgt]:
    """The entries of an index, as git's own description of the file has it. `sha`: bytes in the name of an object.

    Raises:
        KanIkkeVite: when it is not as it is described: who reads on would read names that are not there.
    """
    if not raw:
        return
    version = int.from_bytes(raw[4:8], "big")
    if raw[:4] != b"DIRC" or version not in (2, 3, 4):
        raise KanIkkeVite(ULESELIG)
    fixed = 40 + sha
    at, name = 12, b""
    for _ in range(int.from_bytes(raw[8:12], "big")):
        flags = int.from_bytes(raw[at + fixed : at + fixed + 2], "big")
        start = at + fixed + (4 if version > 2 and flags & 0x4000 else 2)
        more = int.from_bytes(raw[at + fixed + 2 : start], "big")
        keep, start = _felles(raw, start, name) if version == 4 else (b"", start)
        end = raw.find(b"\0", start)
        if end < 0 or int.from_bytes(raw[at + 24 : at + 28], "big") not in MODER:
            raise KanIkkeVite(ULESELIG)
        name = keep + raw[start:end]
        at = end + 1 if version == 4 else at + (end - at) // 8 * 8 + 8
        yield Fulgt(name, utelatt=bool(more & 0x4000), bare_navn=bool(more & 0x2000))


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
