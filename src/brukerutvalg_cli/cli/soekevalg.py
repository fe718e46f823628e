"""The options of the lists that are looked through: by word, year, theme and who."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from brukerutvalg_cli.ord.i_ord import Her
    from brukerutvalg_cli.oversikt.soek import Soek

SOK = Annotated[str, typer.Option("--sok", metavar="ORD", help="Bare de som har alle disse ordene i seg.")]
AAR = Annotated[str, typer.Option("--aar", metavar="ÅR", help="Bare fra møtene i dette året: 2026.")]
TEMA = Annotated[str, typer.Option("--tema", metavar="TEMA", help="Bare saker med dette temaet.")]
HVEM = Annotated[
    str,
    typer.Option(
        "--hvem",
        metavar="HVEM",
        help="Bare der denne personen, siden eller organisasjonen meldte inn, la fram, ble valgt eller tok på seg noe.",
    ),
]


def soeket(sok: str, aar: str, tema: str, hvem: str) -> Soek:
    """What is looked for.

    Raises:
        typer.BadParameter: when the year is none.
    """
    from brukerutvalg_cli.oversikt.soek import Soek

    if aar and not (aar.isascii() and aar.isdecimal() and len(aar) == 4):
        raise typer.BadParameter(f"--aar: «{aar}» er ikke et år. Skriv det med fire sifre, som 2026")
    return Soek(sok, int(aar or 0), tema, hvem)


def utvalgene(ctx: typer.Context, utvalg: str) -> Iterator[Her]:
    """The council that was named, or every one, as it is on record."""
    from brukerutvalg_cli.cli.arbeidstre import arbeidstre
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.cli.utvalgsnavn import lest_mappe, utvalg_eller_alle
    from brukerutvalg_cli.ord.i_ord import Her
    from brukerutvalg_cli.register.load import load

    tree = arbeidstre(ctx, register_rot(ctx))
    names = utvalg_eller_alle(tree, utvalg)
    lastet = load(tree, utvalg=names)
    for name in names:
        yield Her(lest_mappe(lastet, name), lastet.register)
