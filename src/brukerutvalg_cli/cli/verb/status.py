"""The verb `status`: what must I do now."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from brukerutvalg_cli.cli.lesevalg import JSON, SETT_FRA, UTVALGENE

if TYPE_CHECKING:
    from datetime import date

    from brukerutvalg_cli.register.tree import WorkTree


def status(
    ctx: typer.Context,
    utvalg: UTVALGENE = None,
    dato: SETT_FRA = "",
    som_json: JSON = False,
) -> None:
    """Viser hva som venter: frister, funn, ledige plasser, perioder som løper ut, oppfølging og referat.

    Eksempler:
      brukerutvalg status
      brukerutvalg status nav-fjordvik --dato 1.12.2026
    """
    from brukerutvalg_cli.cli.arbeidstre import arbeidstre
    from brukerutvalg_cli.cli.dag import lest_dag
    from brukerutvalg_cli.cli.register_rot import register_rot

    tree = arbeidstre(ctx, register_rot(ctx))
    typer.echo(vis(tree, utvalg or [], lest_dag(dato), som_json=som_json), nl=False)


def vis(tree: WorkTree, utvalg: list[str], dag: date, *, som_json: bool) -> str:
    """The picture of these councils, or of all.

    Raises:
        typer.BadParameter: when one of them is not there or cannot be read.
    """
    from brukerutvalg_cli.cli.utvalgsnavn import kjent_utvalg, lest_mappe
    from brukerutvalg_cli.ord.i_ord import Her
    from brukerutvalg_cli.oversikt import arbeid_json, arbeid_tekst
    from brukerutvalg_cli.oversikt.arbeid import arbeid
    from brukerutvalg_cli.register.load import load
    from brukerutvalg_cli.ulagret import lagring
    from brukerutvalg_cli.validering import rapporten

    names = [kjent_utvalg(tree, name) for name in utvalg]
    lastet = load(tree, utvalg=names or None)
    mapper = [lest_mappe(lastet, name).uten_antakelser() for name in names or lastet.register.mapper]
    rapport = rapporten(tree, lastet, dag, names)
    found = [arbeid(mappe, rapport, lastet.regelverk) for mappe in mapper]
    saved = lagring(tree.root, names, tree)
    if som_json:
        return arbeid_json.render(found, dag, saved._asdict())
    register = lastet.register.paa_dag(dag)
    seen = (Her(mappe.paa_dag(dag), register) for mappe in mapper)
    pages = (arbeid_tekst.render(her, each) for her, each in zip(seen, found, strict=True))
    first = [f"{line}\n" for line in saved.linjer()]
    return "".join([*first, *(["\n"] if first else []), "\n".join(pages)])
