"""Vurdert: the report that `valider` is asked for – of the files, or of a commit; of everything, or of what is new."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

if TYPE_CHECKING:
    from datetime import date

    from brukerutvalg_cli.rapport.rapport import Rapport
    from brukerutvalg_cli.register.load import Lastet
    from brukerutvalg_cli.register.tree import Tree
    from brukerutvalg_cli.sammenlikning import Historiene

UTEN_UTVALG = "«records/» har ingen utvalg: ventet records/utvalg/<navn>/utvalg.yaml"


class Vurdert(NamedTuple):
    """What is judged: the files, the folder the command stands in for them, and where in the repository they are."""

    tre: Tree
    rot: Path
    mappe: str


def gjenstand(ctx: typer.Context, ref: str, *, hurtig: bool = False) -> Vurdert:
    """The register as its files are; with `ref`, as that commit has it, and then it needs no files.

    `hurtig`: by what is known of them from before.

    Raises:
        Stans: when there is none, or git does not know the commit.
        typer.BadParameter: when it has no council.
    """
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.register.tree import WorkTree

    found = _i_commit(ctx, ref) if ref else None
    if found is None:
        root = register_rot(ctx)
        found = Vurdert(_arbeidstreet(ctx, root) if hurtig else WorkTree(root), root, "")
        if any((root / "records" / "utvalg").glob("[!.]*/utvalg.yaml")):  # else all of it is looked through
            return found
    if not any(path.startswith("records/utvalg/") for path in found.tre.paths()):
        raise typer.BadParameter(UTEN_UTVALG)
    return found


def si_fra_om_utelatt(rot: Path) -> None:
    """Says that the folder does not hold all of the register: what is left out is judged by nobody."""
    from brukerutvalg_cli.gitlager.gitfiler import tar_ut_noe

    if not tar_ut_noe(rot):
        return
    from brukerutvalg_cli.gitlager.utelatt import KUR, utelatt_i_ord

    if said := utelatt_i_ord(rot):
        typer.echo(f"{said}. Ta det med: {KUR}", err=True)


def _arbeidstreet(ctx: typer.Context, root: Path) -> Tree:
    from brukerutvalg_cli.cli.arbeidstre import arbeidstre

    return arbeidstre(ctx, root)


def _i_commit(ctx: typer.Context, ref: str) -> Vurdert:
    from brukerutvalg_cli.cli.register_rot import finn_rot
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.gitlager.kall import GitFeil
    from brukerutvalg_cli.gitlager.revisjon import revisjon
    from brukerutvalg_cli.register.tree import MemoryTree

    try:
        root = finn_rot(ctx)
    except Stans:  # another branch is laid out, or none at all
        root = ctx.obj.rot or Path.cwd()
    try:
        files, folder = revisjon(root, ref)
    except GitFeil as error:
        raise Stans(f"--revisjon: {error}") from None
    return Vurdert(MemoryTree(files), root, folder)


def rapport(
    hva: Vurdert,
    dag: date,
    utvalg: Sequence[str],
    *,
    siden: str,
    revisjon: str,
    grunnlinje: str,
    historikk: bool = False,
    hurtig: bool = False,
) -> Rapport:
    """What there is to say of it. `historikk`: held up against all that was saved, too, where git can say. `hurtig`:
    what was found before and is the same, is not found out again.

    Raises:
        Stans: when what it is to be held up against cannot be had.
    """
    found = (
        _bare_nytt(hva, dag, utvalg, siden, revisjon, hurtig=hurtig)
        if siden
        else _alt(hva, dag, utvalg, revisjon, historikk, hurtig=hurtig)
    )
    if grunnlinje:
        from brukerutvalg_cli.cli.grunnlinjefil import les
        from brukerutvalg_cli.grunnlinje import uten_grunnlinja

        found, stale = uten_grunnlinja(found, les(Path(grunnlinje)), hva.tre.paths())
        if stale and not siden and not utvalg:
            number = (
                "1 funn i grunnlinja finnes" if len(stale) == 1 else f"{len(stale)} funn i grunnlinja finnes"
            )
            typer.echo(f"{number} ikke lenger. Se dem: «brukerutvalg grunnlinje vis {grunnlinje}»", err=True)
    return found.bestilt(mappe=hva.mappe or _mappen(hva.rot))


def _alt(
    hva: Vurdert, dag: date, utvalg: Sequence[str], revisjon: str, historikk: bool, *, hurtig: bool
) -> Rapport:
    tree, stand = hva.tre, None
    if hurtig and not historikk:
        from brukerutvalg_cli.hurtiglager.stand import standen

        stand = standen(tree, dag, hva.rot, utvalg=utvalg)
        if stand and (found := stand.rapport(utvalg)):
            stand.lagre()
            return found
    from brukerutvalg_cli.cli.foeringer import vil_ha_historie

    wanted = historikk or vil_ha_historie(tree)
    if stand and not wanted and not utvalg:
        from brukerutvalg_cli import gjenbruk

        return gjenbruk.rapporten(stand)
    from brukerutvalg_cli.validering import valider

    def vet(lastet: Lastet) -> Lastet:
        from brukerutvalg_cli.cli.foeringer import med_historie

        return med_historie(lastet, tree, hva.rot, hva.mappe, revisjon, bedt_om=historikk)

    return valider(tree, dag, utvalg, vet if wanted else None)


def _bare_nytt(
    hva: Vurdert, dag: date, utvalg: Sequence[str], siden: str, revisjon: str, *, hurtig: bool
) -> Rapport:
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.gitlager.kall import GitFeil
    from brukerutvalg_cli.gitlager.revisjon import der_de_skilte_lag
    from brukerutvalg_cli.sammenlikning import bare_nytt

    try:
        before = der_de_skilte_lag(hva.rot, siden, revisjon or "HEAD")
    except GitFeil as error:
        raise Stans(f"--siden: {error}") from None

    def told() -> Historiene | None:
        from brukerutvalg_cli.cli.foeringer import historiene

        return historiene(hva.tre, before, hva.rot, hva.mappe, revisjon)

    return bare_nytt(hva.tre, before, dag, utvalg, hva.rot if hurtig else None, told)


def _mappen(root: Path) -> str:
    """Where in its repository a register is, read without running git; nothing where it is in none."""
    from brukerutvalg_cli.gitlager.gitfiler import gitmappene

    if (found := gitmappene(root)) is None:
        return ""
    way = root.resolve().relative_to(found.topp).as_posix()
    return "" if way == "." else f"{way}/"
