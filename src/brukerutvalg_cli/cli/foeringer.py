"""Føringer: a register with what git can say of when it was recorded, for the checks that hold it up against that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from brukerutvalg_cli.cli.stans import Stans
from brukerutvalg_cli.funn.place import UTVALG

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from brukerutvalg_cli.cli.minnet import Minnet
    from brukerutvalg_cli.gitlager.lagrede import Lagrede
    from brukerutvalg_cli.model.foeringshistorie import Foeringshistorie
    from brukerutvalg_cli.model.moete import Moete
    from brukerutvalg_cli.register.load import Lastet
    from brukerutvalg_cli.register.tree import Tree
    from brukerutvalg_cli.sammenlikning import Historiene

FRISTEN = b"foeringsfrist"
AVKORTET = "bare det siste er hentet hit. «git fetch --unshallow» henter resten"


def vil_ha_historie(tree: Tree) -> bool:
    """Whether a council says how late something may be recorded."""
    from brukerutvalg_cli.register.bytene import Filord
    from brukerutvalg_cli.register.kjennskap import Husket
    from brukerutvalg_cli.register.stier import utvalgenes
    from brukerutvalg_cli.register.tree import WorkTree
    from brukerutvalg_cli.register.utvalgsord import Utvalgsord

    paths = utvalgenes(tree.paths())
    known = Husket(tree.kjennskap if isinstance(tree, WorkTree) else None)
    words = Utvalgsord(paths, Filord(tree, husket=known))
    saying = (name for name in paths if name and words.kan_si(name, (), FRISTEN))
    held = (tree.read(f"{UTVALG}{name}/utvalg.yaml") for name in saying)
    return any(isinstance(raw, bytes) and FRISTEN in raw for raw in held)


def historiene(tree: Tree, foer: Lagrede, rot: Path, mappe: str, revisjon: str) -> Historiene | None:
    """What tells a register, and what it is held up against, when they were recorded; None where neither goes by it."""
    from brukerutvalg_cli.register.tree import MemoryTree
    from brukerutvalg_cli.sammenlikning import Historiene

    before = MemoryTree(foer)
    if not vil_ha_historie(tree) and not vil_ha_historie(before):
        return None

    def naa(lastet: Lastet) -> Lastet:
        return med_historie(lastet, tree, rot, mappe, revisjon, bedt_om=False)

    def da(lastet: Lastet) -> Lastet:
        return med_historie(lastet, before, rot, mappe, foer.commit, bedt_om=False) if foer else lastet

    return Historiene(naa, da)


def med_historie(
    lastet: Lastet, tree: Tree, rot: Path, mappe: str, revisjon: str, *, bedt_om: bool
) -> Lastet:
    """The same register, told when it was recorded; where git cannot say, why. `bedt_om`: somebody asked for it.

    Raises:
        Stans: when somebody asked, and git cannot say.
    """
    from brukerutvalg_cli.cli.minnet import Minnet
    from brukerutvalg_cli.model.foeringshistorie import Foeringshistorie

    try:
        where = mappe or _mappen(rot)
        history = _historien(Minnet(rot, where, tree, er_filer=not revisjon, ref=revisjon, lastet=lastet))
    except Stans as error:
        if bedt_om:
            raise
        history = Foeringshistorie(uvisst=error.message)
    if bedt_om and history.uvisst:
        typer.echo(f"Historikken er ikke hel: {history.uvisst}.", err=True)
    return replace(lastet, register=replace(lastet.register, historie=history))


def _mappen(rot: Path) -> str:
    from brukerutvalg_cli.gitlager.historie import mappen
    from brukerutvalg_cli.gitlager.kall import GitFeil

    try:
        return mappen(rot)
    except GitFeil as error:
        raise Stans(f"historikken kan ikke leses: {error}") from None


def _historien(memory: Minnet) -> Foeringshistorie:
    from brukerutvalg_cli.cli.minnet import gaa
    from brukerutvalg_cli.minne.foeringer import foeringshistorien
    from brukerutvalg_cli.minne.opptegnelse import kan_huskes, opptegnelsene

    files = ["records/utvalg/"]
    gone = gaa(memory, files)
    now = {
        path: opptegnelsene(path, file.raw) or ()
        for path, file in memory.lastet.lest.items()
        if path.startswith(files[0]) and kan_huskes(path)
    }
    found = foeringshistorien(gone.gang, gone.lagret, now, _moetet(memory))
    cut = any(each.begynnelse for each in memory.lagringer)
    return replace(found, uvisst=AVKORTET) if cut else found


def _moetet(memory: Minnet) -> Callable[[str, str], Moete | None]:
    from brukerutvalg_cli.minne.lagring import Filbytte
    from brukerutvalg_cli.model.moete import Moete
    from brukerutvalg_cli.register.innlest import posten

    def moetet(path: str, name: str) -> Moete | None:
        raw = memory.innhold([Filbytte(path, (), name)])[name]
        record, _ = posten(path, raw)
        return record if isinstance(record, Moete) else None

    return moetet
