"""Ulagret: what of the register is not saved in git, and what is saved and not shared. Asked by those who read, too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from brukerutvalg_cli.endring.egne_stier import er_registerets, oppsettsfiler
from brukerutvalg_cli.funn.place import UTVALG, eieren
from brukerutvalg_cli.gitlager.deling import mottaker, udelt
from brukerutvalg_cli.gitlager.gitfiler import gitmappene, paagaar
from brukerutvalg_cli.gitlager.innhold import forskjeller
from brukerutvalg_cli.gitlager.kall import GitFeil
from brukerutvalg_cli.gitlager.utelatt import KUR, utelatt_i_ord
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.register.stier import utvalgenes
from brukerutvalg_cli.register.tree import RECORDS, WorkTree


class Ulagret(NamedTuple):
    """The files that are not saved as they are, and what lies among the records and is none of the register's."""

    filer: tuple[str, ...]
    fremmede: tuple[str, ...] = ()


class Lagringsstatus(NamedTuple):
    """How it stands with the register: what is not saved, how much is not shared, and why that cannot be told.

    `underveis`: what git is in the middle of and has to end before anything is saved, with how. `utelatt`: that the
    folder does not hold all of the register.
    """

    ulagret: tuple[str, ...] = ()
    ikke_delt: int | None = None
    kan_ikke_vites: str = ""
    underveis: str = ""
    utelatt: str = ""

    def linjer(self) -> list[str]:
        """What there is to do about it; nothing where all is well."""
        lines = [f"{self.utelatt}. Ta det med: {KUR}"] if self.utelatt else []
        if self.kan_ikke_vites:
            lines.append(f"Det kan ikke sies hva som er lagret: {self.kan_ikke_vites}.")
        if self.underveis:
            return [*lines, f"{self.underveis}."]
        if self.ulagret:
            lines.append(f"Ikke lagret: {i_ord(self.ulagret)}. Skriv: brukerutvalg lagre")
        if self.ikke_delt:
            lines.append(f"Ikke delt: {delt_i_ord(self.ikke_delt)}. Skriv: brukerutvalg del")
        return lines


def lagring(root: Path, utvalg: Collection[str] = (), tree: WorkTree | None = None) -> Lagringsstatus:
    """How it stands. Never raises for what git says; with whom it is shared is then for `doctor` and `del` to say.

    `utvalg`: of what is not saved only what concerns these, and what concerns all; none named is every one. `tree`: the
    files, where they are listed already.
    """
    return _lagring(root, utvalg, tree)._replace(utelatt=utelatt_i_ord(root))


def _lagring(root: Path, utvalg: Collection[str], tree: WorkTree | None) -> Lagringsstatus:
    try:
        files = ulagret(root, utvalg, tree).filer
    except GitFeil as error:
        return Lagringsstatus(kan_ikke_vites=str(error).rstrip("."))
    if (state := paagaar(root)) and state.ferdig:
        return Lagringsstatus(files, underveis=f"{state.naa}. {state.kur}")
    try:
        return Lagringsstatus(files, ikke_delt(root))
    except GitFeil:
        return Lagringsstatus(files)


def ulagret(root: Path, utvalg: Collection[str] = (), tree: WorkTree | None = None) -> Ulagret:
    """What is not saved: all of it, or what concerns these councils and what concerns all.

    `tree`: the files, where they are listed already.

    Raises:
        GitFeil: when there is no repository, or it cannot be told.
    """

    def concerns(path: str) -> bool:
        return not utvalg or eieren(path) in utvalg or not path.startswith(UTVALG)

    files = utvalgenes((tree or WorkTree(root)).paths())
    there = chain.from_iterable(
        each for name, each in files.items() if not (utvalg and name) or name in utvalg
    )
    only = (f"{RECORDS}/utvalg", [f"{RECORDS}/utvalg/{name}" for name in utvalg]) if utvalg else None
    beside = [path for path in oppsettsfiler() if (root / path).is_file()]
    records = [path for path in there if concerns(path) and (root / path).is_file()]
    own = [path for path in records if er_registerets(path)]
    found = forskjeller(root, [*own, *beside], [RECORDS, *oppsettsfiler()], concerns, only)
    others = set(records) - set(own)
    strangers = forskjeller(root, sorted(others), [RECORDS], concerns, only) if others else []
    return Ulagret(tuple(filter(er_registerets, found)), tuple(path for path in strangers if path in others))


def ikke_delt(root: Path) -> int | None:
    """How many saved changes the others have not got; None where the register is shared with nobody.

    Raises:
        GitFeil: when it cannot be told.
    """
    to = mottaker(root)
    return None if to is None else udelt(root, to, registeret(root)).egne


def registeret(root: Path) -> str:
    """The register as git names it, where it is a folder in a larger repository; else empty."""
    found = gitmappene(root)
    way = root.resolve().relative_to(found.topp).as_posix() if found else "."
    return "" if way == "." else way


def i_ord(filer: Iterable[str]) -> str:
    """How many files, and of which council: «3 filer i nav-fjordvik og 1 som gjelder alle»."""
    counted = Counter(_hvor(path) for path in filer)
    first, *rest = [(where, counted[where]) for where in sorted(counted, key=_rekkefoelge)]
    words = [f"{first[1]} {'fil' if first[1] == 1 else 'filer'} {first[0]}"]
    words += [f"{number} {where}" for where, number in rest]
    return alle_sammen(words)


def delt_i_ord(antall: int) -> str:
    """How many saved changes."""
    return "1 lagret endring" if antall == 1 else f"{antall} lagrede endringer"


def _hvor(path: str) -> str:
    if owner := eieren(path):
        return f"i {owner}"
    return "som gjelder alle" if path.startswith(f"{RECORDS}/") else "av oppsettet"


def _rekkefoelge(hvor: str) -> tuple[bool, str]:
    return not hvor.startswith("i "), hvor
