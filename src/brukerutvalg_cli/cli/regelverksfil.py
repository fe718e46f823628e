"""Regelverksfil: a file of a rule set, looked at as it stands – with the register around it, or with none."""

from __future__ import annotations

from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import typer

from brukerutvalg_cli.cli.klikk import Context
from brukerutvalg_cli.cli.stans import Stans

if TYPE_CHECKING:
    from brukerutvalg_cli.oversikt.regelverksjekk import Sjekket
    from brukerutvalg_cli.register.load import Lastet
    from brukerutvalg_cli.register.tree import Tree

MAPPA = "records/regelverk"


def sjekk(ctx: Context, fil: str, *, som_json: bool) -> None:
    """Looks at the file and says what it comes to; exit 1 where something in it must be mended."""
    from brukerutvalg_cli.cli.navngitt_fil import les_navngitt
    from brukerutvalg_cli.cli.register_rot import finn_rot
    from brukerutvalg_cli.register.tree import MemoryTree, WorkTree

    if not fil:
        raise typer.BadParameter("skriv fila som skal sjekkes: brukerutvalg regelverk sjekk FIL")
    path = f"{MAPPA}/{PurePosixPath(Path(fil).name).stem}.yaml"
    try:
        root = finn_rot(ctx)
    except Stans:
        _svar(_sett_paa(MemoryTree({path: les_navngitt(fil)}), path, fil, alene=True), som_json=som_json)
        return
    tree: Tree = WorkTree(root)
    if not Path(fil).exists() and path == f"{MAPPA}/{fil}.yaml" and path in tree.paths():
        fil = str(root / path)  # named as «vis» names it
    raw = les_navngitt(fil)
    files = {each: content for each in tree.paths() if isinstance(content := tree.read(each), bytes)}
    _svar(_sett_paa(MemoryTree(files | {path: raw}), path, fil, alene=False), som_json=som_json)


def forklar_uleselig(tree: Tree, lastet: Lastet, navn: str, *, som_json: bool) -> None:
    """What is wrong with a rule set that somebody wants to see, where it cannot be read. Else nothing."""
    path = f"{MAPPA}/{navn}.yaml"
    if path in lastet.register.feilet and path in tree.paths():
        _svar(_sett_paa(tree, path, path, alene=False), som_json=som_json)


def _svar(sjekket: Sjekket, *, som_json: bool) -> None:
    from brukerutvalg_cli.cli.utskrift import vis_tekst
    from brukerutvalg_cli.oversikt import regelverksjekk

    vis_tekst(regelverksjekk.json(sjekket) if som_json else regelverksjekk.tekst(sjekket))
    if sjekket.feil:
        raise typer.Exit(1)


def _sett_paa(tree: Tree, path: str, fil: str, *, alene: bool) -> Sjekket:
    """`alene`: no register is around it, and what only a register can have is no fault of the file."""
    from brukerutvalg_cli.dommer.dom import Dom
    from brukerutvalg_cli.oversikt.regelverksjekk import Sjekket, navn_uten_register
    from brukerutvalg_cli.rapport.sammenstill import sammenstill
    from brukerutvalg_cli.register.load import load
    from brukerutvalg_cli.register.locate import Locator
    from brukerutvalg_cli.validering import innebygde

    lastet = load(tree)
    name = PurePosixPath(path).stem
    needed = navn_uten_register(name, lastet.regelverk) if alene and name in lastet.regelverk else ()
    found = [f for f in (*lastet.findings, *innebygde(lastet)) if f.place.path == path]
    found = [f for f in found if not (f.name == "ukjent-referanse" and f.emne.rpartition(" ")[2] in needed)]
    report = sammenstill(found, Dom(), Locator(tree), lastet.register, filer=1, utvalg=0, dato=date.min)
    return Sjekket(fil, report.funn, needed, name, lastet.regelverk if name in lastet.regelverk else None)
