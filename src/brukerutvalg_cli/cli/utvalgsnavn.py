"""A council named on the command line, checked against those there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from brukerutvalg_cli.model.mappe import Utvalgsmappe
    from brukerutvalg_cli.register.load import Lastet
    from brukerutvalg_cli.register.tree import Tree


def kjent_utvalg(tree: Tree, name: str) -> str:
    """The council's id, however it is named; the only one there is, where none is. Else it is asked for on a terminal.

    Raises:
        typer.BadParameter: where nobody can be asked, with the one that was probably meant.
    """
    from brukerutvalg_cli.cli.svar import Blant, svar
    from brukerutvalg_cli.nevnt import Kjent

    known = _utvalgene(tree)
    if name in known:
        return name
    if not known:
        raise typer.BadParameter("registeret har ingen utvalg")
    if not name and len(known) == 1:
        return known[0]
    councils = [Kjent(each, navnene(tree, each)) for each in known]
    hva = "Registeret har"
    if not name:
        hva = f"Registeret har {', '.join(known)}. Hvilket utvalg?"
    return svar("UTVALG", name, "Hvilket utvalg?" if name else hva, Blant(councils, hva))


def navnene(tree: Tree, name: str) -> tuple[str, ...]:
    """What a council is called in its file, where that can be read."""
    from brukerutvalg_cli.model.utvalg import Utvalg
    from brukerutvalg_cli.register.innlest import les

    council, _ = les(tree, f"records/utvalg/{name}/utvalg.yaml")
    return tuple({council.navn.nb, council.navn.nn}) if isinstance(council, Utvalg) else ()


def det_eneste(tree: Tree) -> str:
    """The id of the council where there is one.

    Raises:
        typer.BadParameter: when there are several to choose from, or none.
    """
    known = _utvalgene(tree)
    if len(known) != 1:
        raise typer.BadParameter(f"UTVALG mangler. Registeret har: {', '.join(known) or 'ingen utvalg'}.")
    return known[0]


def utvalg_eller_alle(tree: Tree, name: str) -> list[str]:
    """The id of the council that was named, or of every one.

    Raises:
        typer.BadParameter: when there is no such council, or none at all.
    """
    known = _utvalgene(tree)
    if not name and known:
        return known
    return [kjent_utvalg(tree, name or det_eneste(tree))]


def _utvalgene(tree: Tree) -> list[str]:
    from brukerutvalg_cli.register.stier import utvalgenes

    paths = utvalgenes(tree.paths())
    beside = (path.split("/")[2] for path in paths[""] if path.startswith("records/utvalg/"))
    return sorted({*filter(None, paths), *beside})


def lest_mappe(lastet: Lastet, name: str, *, si_fra: bool = True) -> Utvalgsmappe:
    """What is on record about the council. Files of it that could not be read are told of: nobody takes them for empty.

    `si_fra`: False for who writes, and says of the file that it would have changed that it cannot be read.

    Raises:
        Stans: when its utvalg.yaml could not be read.
    """
    from brukerutvalg_cli.cli.stans import Stans

    mappe = lastet.register.mapper.get(name)
    if mappe is None:
        raise Stans(f"utvalget «{name}» kan ikke leses. Kjør «brukerutvalg valider»")
    if si_fra and mappe.feilet:
        unread = ", ".join(sorted(mappe.feilet))
        typer.echo(
            f"Ikke med her, for det kan ikke leses: {unread}. Kjør «brukerutvalg valider {name}».", err=True
        )
    return mappe


def lest_med_mandat(lastet: Lastet, name: str) -> Utvalgsmappe:
    """The same, for who asks what the mandate allows: nobody can say where it could not be read.

    Raises:
        Stans: when utvalg.yaml, a rule set it lists, or what that builds on could not be read.
    """
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.mandat.arv import bestemmelser

    mappe = lest_mappe(lastet, name)
    for entry in mappe.utvalg.regelverk:
        if bestemmelser((entry.id,), lastet.regelverk) is None:
            raise Stans(
                f"regelverket «{entry.id}» for {name} kan ikke leses, og da kan ingen si hva det tillater. "
                "Kjør «brukerutvalg valider»"
            )
    return mappe
