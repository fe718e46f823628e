"""The verb `sjekk-valg`: an election judged before it is held. Nothing is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from brukerutvalg_cli.cli.lesevalg import JSON
from brukerutvalg_cli.cli.skrivevalg import FRAVIKER, SUPPLERER, UTVALG, VERV_FRA, VERV_TIL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brukerutvalg_cli.ord.i_ord import Her
    from brukerutvalg_cli.oversikt.forhaandsvalg import Forhaandsdom


def sjekk_valg(
    ctx: typer.Context,
    utvalg: UTVALG = "",
    personer: Annotated[
        list[str] | None, typer.Argument(metavar="PERSON", help="De som er foreslått.")
    ] = None,
    verv: Annotated[str, typer.Option("--verv", metavar="VERV", help="Vervet de skal velges til.")] = "",
    dato: Annotated[
        str, typer.Option("--dato", metavar="DATO", help="Dagen valget holdes. Ellers: i dag.")
    ] = "",
    fra: VERV_FRA = "",
    til: VERV_TIL = "",
    supplerer: SUPPLERER = False,
    fraviker: FRAVIKER = "",
    som_json: JSON = False,
) -> None:
    """Prøver et valg mot mandatet før det blir gjort, og sier hva som skal til for at det er lovlig.

    De valgte avløser dem som hadde vervet, om de ikke velges i tillegg (--supplerer). Ingenting blir skrevet.

    Eksempler:
      brukerutvalg sjekk-valg nav-vestland --verv redaksjonsraad kari-nordmann ola-berg
      brukerutvalg sjekk-valg nav-vestland --verv leder kari-nordmann --fra 1.1.2024
    """
    from brukerutvalg_cli.cli import kjente
    from brukerutvalg_cli.cli.arbeidstre import arbeidstre
    from brukerutvalg_cli.cli.bestemmelsessvar import bestemmelsene
    from brukerutvalg_cli.cli.dag import lest_dag
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.cli.svar import en_av, flere_svar, svar
    from brukerutvalg_cli.cli.utvalgsnavn import kjent_utvalg, lest_med_mandat
    from brukerutvalg_cli.ord.i_ord import Her
    from brukerutvalg_cli.oversikt.forhaandsvalg import forhaandsdom
    from brukerutvalg_cli.oversikt.valgperiode import foreslaatt
    from brukerutvalg_cli.rapport.skjerm import Skjerm
    from brukerutvalg_cli.register.load import load
    from brukerutvalg_cli.register.locate import Locator

    tree = arbeidstre(ctx, register_rot(ctx))
    name = kjent_utvalg(tree, utvalg)
    first, last = (lest_dag(text) if text else None for text in (fra, til))
    lastet = load(tree, utvalg=[name])
    mappe = lest_med_mandat(lastet, name)
    people = en_av(
        kjente.personer(mappe, lastet.register), kjente.organisasjoner(lastet.register), hva="Utvalget har"
    )
    proposed = flere_svar("PERSON", personer, "Hvem er foreslått? Komma mellom flere:", people)
    verv = svar("--verv", verv, "Hvilket verv?", en_av(kjente.verv(mappe), hva="Utvalget har"))
    departs = bestemmelsene(fraviker, mappe, lastet)
    forslag = foreslaatt(
        mappe.uten_antakelser(),
        verv,
        proposed,
        lest_dag(dato),
        first,
        last,
        supplerer=supplerer,
        fraviker=departs,
    )
    if forslag.til and forslag.til < forslag.fra:
        raise typer.BadParameter("siste dag i vervet ligger før den første")
    dom = forhaandsdom(lastet.register, lastet.regelverk, mappe, forslag)
    dom = dom.skjermet(Skjerm(Locator(tree), lastet.register), name)
    options = (("--fra", fra), ("--til", til), ("--fraviker", fraviker))
    said = [f"{option} {text}" for option, text in options if text] + ["--supplerer"] * supplerer
    _vis(Her(mappe, lastet.register), dom, said, som_json=som_json)
    if dom.utslag.brudd:
        raise typer.Exit(1)


def _vis(her: Her, dom: Forhaandsdom, sagt: Sequence[str], *, som_json: bool) -> None:
    """The verdict. `sagt`: the options of the command that is to make the election, as they were given here."""
    if som_json:
        from brukerutvalg_cli.oversikt.forhaandsvalg_json import render as render_json

        typer.echo(render_json(her.mappe.id, dom), nl=False)
        return
    from brukerutvalg_cli.oversikt.forhaandsvalg_tekst import render

    typer.echo(render(her, dom, sagt), nl=False)
