"""Saksgruppe: the part of the agenda that a case is put in, as it is said on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from brukerutvalg_cli.cli.skriving import Skriving
    from brukerutvalg_cli.model.verdier import Ukjent

GRUPPE = Annotated[
    str,
    typer.Option(
        "--gruppe", metavar="GRUPPE", help="Delen av sakslista: til_behandling, referatsaker, eventuelt …"
    ),
]


def gruppen(s: Skriving, said: str) -> str | Ukjent | None:
    """The part that was meant; None where nothing was said.

    Raises:
        typer.BadParameter: where the council has no such part, and nobody can be asked again.
    """
    from brukerutvalg_cli.cli import kjente, svar
    from brukerutvalg_cli.cli.faktum import eller_ukjent
    from brukerutvalg_cli.model.sak import Sak

    known = svar.en_av(kjente.sakgrupper(s.mappe), hva="Sakslista har")
    return svar.om_sagt("--gruppe", said, "Hvilken del av sakslista?", eller_ukjent(known, Sak, "gruppe"))
