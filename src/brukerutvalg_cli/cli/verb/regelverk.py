"""The verb `regelverk`: the rule sets there are, one of them whole, what binds a council, or a file looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from brukerutvalg_cli.cli.lesevalg import JSON

if TYPE_CHECKING:
    from datetime import date

    from brukerutvalg_cli.register.load import Lastet
    from brukerutvalg_cli.register.tree import WorkTree

Handling = Literal["vis", "for", "sjekk"]


def regelverk(
    ctx: typer.Context,
    handling: Annotated[
        Handling | None,
        typer.Argument(
            metavar="vis|for|sjekk",
            help="vis: ett regelverk. for: hva som binder et utvalg. sjekk: ei fil, uten noe utvalg.",
        ),
    ] = None,
    navn: Annotated[
        str, typer.Argument(metavar="NAVN", help="Regelverket; utvalget om det er flere; eller fila.")
    ] = "",
    dato: Annotated[
        str, typer.Option("--dato", metavar="DATO", help="Hva som binder denne dagen. Ellers: i dag.")
    ] = "",
    som_json: JSON = False,
) -> None:
    """Viser regelverkene, hva som kontrollerer hver bestemmelse, og hvordan et utvalg holder dem.

    Eksempler:
      brukerutvalg regelverk vis nav-vestland-2019
      brukerutvalg regelverk for nav-vestland --dato 1.12.2022
      brukerutvalg regelverk sjekk mitt-mandat.yaml
    """
    from brukerutvalg_cli.cli.arbeidstre import arbeidstre
    from brukerutvalg_cli.cli.dag import lest_dag
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.cli.utskrift import vis_tekst
    from brukerutvalg_cli.cli.utvalgsnavn import det_eneste, kjent_utvalg
    from brukerutvalg_cli.register.load import load

    if handling == "sjekk":
        from brukerutvalg_cli.cli.regelverksfil import sjekk

        sjekk(ctx, navn, som_json=som_json)
        return
    tree = arbeidstre(ctx, register_rot(ctx))
    day = lest_dag(dato)
    if handling == "vis" and not navn:
        raise typer.BadParameter("skriv hva som skal vises: brukerutvalg regelverk vis NAVN")
    council = kjent_utvalg(tree, navn or det_eneste(tree)) if handling == "for" else ""
    lastet = load(tree, utvalg=[council] if council else None)
    if handling == "for":
        vis_tekst(_bound(lastet, tree, council, day, som_json=som_json))
    else:
        if handling == "vis":
            from brukerutvalg_cli.cli.regelverksfil import forklar_uleselig

            forklar_uleselig(tree, lastet, navn, som_json=som_json)
        vis_tekst(_text(lastet, handling, navn, som_json=som_json))


def _text(lastet: Lastet, handling: Handling | None, navn: str, *, som_json: bool) -> str:
    from brukerutvalg_cli.oversikt import regelverk_json, regelverk_tekst

    if handling == "vis":
        navn = _known(navn, lastet)
        make = regelverk_json.vis if som_json else regelverk_tekst.vis
        return make(navn, lastet.regelverk)
    all_of_them = regelverk_json.liste if som_json else regelverk_tekst.liste
    return all_of_them(lastet.regelverk, lastet.register)


def _bound(lastet: Lastet, tree: WorkTree, council: str, day: date, *, som_json: bool) -> str:
    from brukerutvalg_cli.cli.utvalgsnavn import lest_mappe
    from brukerutvalg_cli.oversikt import regelverk_json, regelverk_tekst
    from brukerutvalg_cli.oversikt.stilling import stilling, uleste
    from brukerutvalg_cli.rapport.skjerm import Skjerm
    from brukerutvalg_cli.register.locate import Locator

    mappe = lest_mappe(lastet, council)
    skjerm = Skjerm(Locator(tree), lastet.register)
    found = stilling(mappe, lastet.register, lastet.regelverk, day, skjerm)
    unread = uleste(mappe, lastet.register, lastet.regelverk, day)
    if som_json:
        return regelverk_json.for_utvalg(council, found, day, unread)
    return regelverk_tekst.for_utvalg(mappe.utvalg.navn.nb, found, day, unread)


def _known(name: str, lastet: Lastet) -> str:
    """The rule set that is named by its id, its title or both."""
    from brukerutvalg_cli.cli import kjente
    from brukerutvalg_cli.forslag import forslag
    from brukerutvalg_cli.nevnt import nevnte

    known = kjente.regelverk(lastet.regelverk)
    if len(found := nevnte(name, known, fritekst=True)) == 1:
        return found[0].id

    meant = forslag(name, lastet.regelverk)
    rest = f"Mente du «{meant}»?" if meant else "«brukerutvalg regelverk» viser alle."
    raise typer.BadParameter(f"regelverket «{name}» finnes ikke. {rest}")
