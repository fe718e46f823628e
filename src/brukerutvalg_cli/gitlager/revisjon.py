"""Revisjon: the register as any commit has it, from what git has stored – nothing is laid out, nothing fetched."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from brukerutvalg_cli.gitlager.innhold import i_commit
from brukerutvalg_cli.gitlager.kall import GitFeil, Repo, ethvert_repo, siste, spoer
from brukerutvalg_cli.gitlager.lager import prefiks
from brukerutvalg_cli.gitlager.lagrede import Lagrede

INGEN = re.compile("0{40,64}")
"""What git says where there was no commit before: the first that is pushed to a branch."""
GRUNN = "Er det hentet for lite hit (shallow), henter «git fetch --unshallow» resten"


class Revisjon(NamedTuple):
    """The files of a register by path, and where in the repository it is, with `/` last."""

    filer: Lagrede
    mappe: str


def revisjon(root: Path, ref: str) -> Revisjon:
    """The register at a commit; a folder may be named as git does, `main:under/mappe`.

    Raises:
        GitFeil: when there is no such commit, or no register in it.
    """
    repo = ethvert_repo(root)
    said, _, folder = ref.partition(":")
    commit = commiten(repo, said)
    if folder:
        named = f"{folder.strip('/')}/"
        return Revisjon(_filene(repo, commit, named, said), named)
    here = prefiks(repo, root)
    found = i_commit(repo, commit, here)
    where = here if found else _mappen(repo, commit, said)
    return Revisjon(found or i_commit(repo, commit, where), where)


def der_de_skilte_lag(root: Path, ref: str, naa: str = "HEAD") -> Lagrede:
    """The register at the last commit that `ref` and `naa` have in common; nothing where `ref` is git's word for none.

    Raises:
        GitFeil: when there is no such commit.
    """
    repo = ethvert_repo(root)
    if INGEN.fullmatch(ref):
        return Lagrede()
    here, folder = naa.partition(":")[::2]
    one, other = commiten(repo, ref), commiten(repo, here)
    try:
        base = spoer(repo, "merge-base", one, other).split()[0]
    except (GitFeil, IndexError):
        raise GitFeil(f"«{ref}» og «{here}» har ikke noe felles her. {GRUNN}") from None
    if folder:
        return i_commit(repo, base, f"{folder.strip('/')}/")
    place = prefiks(repo, root)
    return i_commit(repo, base, place) or i_commit(repo, base, _mappen(repo, base, ref, tom=True))


def commiten(repo: Repo, ref: str) -> str:
    """The one commit that is meant. Whatever else git has to say, it says itself."""
    asked = "" if ref.startswith("-") else ref  # else it would be an option
    found = spoer(repo, "rev-parse", "--revs-only", f"{asked}^{{commit}}").split() if asked else []
    if len(found) != 1:
        if not siste(repo) and not spoer(repo, "for-each-ref", "--count=1"):
            raise GitFeil("ingenting er lagret i git ennå. Skriv «brukerutvalg lagre»")
        raise GitFeil(
            f"«{ref}» er ikke noe git kjenner her: verken en gren, et merke eller noe annet som er lagret. {GRUNN}"
        )
    return str(found[0])


def _filene(repo: Repo, commit: str, folder: str, said: str) -> Lagrede:
    found = i_commit(repo, commit, folder)
    if not found:
        raise GitFeil(f"«{said}» har ikke noe register i «{folder}»")
    return found


def _mappen(repo: Repo, commit: str, said: str, *, tom: bool = False) -> str:
    """Where the one register of a commit is. `tom`: it may have none.

    Raises:
        GitFeil: when it has several, or none.
    """
    listed = spoer(repo, "ls-tree", "-r", "--name-only", "-z", "--full-tree", commit).split("\0")
    found = {each[1] or "" for name in listed if (each := re.match("(.*/)?records/utvalg/[^/]+/", name))}
    if len(found) == 1 or (tom and not found):
        return next(iter(found), "")
    if not found:
        raise GitFeil(f"«{said}» har ikke noe register: ventet records/utvalg/<navn>/utvalg.yaml")
    one = min(found).rstrip("/")
    raise GitFeil(f"«{said}» har {len(found)} registre. Si hvilket, for eksempel «{said}:{one}»")
