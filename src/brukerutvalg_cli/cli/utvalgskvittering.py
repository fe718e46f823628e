"""Utvalgskvittering: what is told of a council that is new, whether its register is new or not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from brukerutvalg_cli.handling.nytt_register import Registersvar
    from brukerutvalg_cli.register.tree import Tree


def helheten(
    svar: Registersvar, funn: Callable[[Registersvar], list[str]], *, spoer: bool
) -> tuple[Registersvar, str]:
    """The answers, and what would be found if the list of members were whole, where it is not taken as that.

    `funn`: what is found with these answers. `spoer`: whoever said that it is whole, may say so once more.
    """
    if not svar.alle:
        return svar, ""
    partial = svar._replace(alle=False)
    # What is found in any case, does not speak against that it is whole.
    anyway = funn(partial)
    missing = "; ".join(m for m in funn(svar) if m not in anyway)
    if not missing or (spoer and _hel_likevel(missing)):
        return svar, ""
    return partial, missing


def _hel_likevel(missing: str) -> bool:
    from brukerutvalg_cli.cli import svar

    typer.echo(f"Er lista hel, sier mandatet fra om dette: {missing}.", err=True)
    return svar.svar("--alle", "", "Skal den føres som hel likevel (ja/nei)?", svar.ja_eller_nei, "nei")


def funnet(tree: Tree, svar: Registersvar) -> list[str]:
    """What is found of the council in this register, above advice, in few words."""
    from brukerutvalg_cli.funn.finding import Severity
    from brukerutvalg_cli.validering import valider

    every = (found.finding for found in valider(tree, svar.dag, [svar.utvalg]).funn)
    return [f.message for f in every if f.severity is not Severity.RAAD and f.utvalg in ("", svar.utvalg)]


def si_hva_mandatet_sier(funn: Sequence[str]) -> None:
    """What was found, in one line."""
    if funn:
        typer.echo(f"Mandatet sier fra om dette: {'; '.join(funn)}.")


def meld(svar: Registersvar, missing: str) -> None:
    """What was taken otherwise than it may have been meant."""
    if svar.eier is None:
        typer.echo("Hvem som eier utvalget, er ført som ukjent. Det kan sies med --eier.")
    if unknown := svar.medlemmer.nye:
        named = ", ".join(f"{new.navn} ({name})" for name, new in unknown.items())
        typer.echo(f"Ført som nye organisasjoner: {named}.")
    if missing:
        typer.echo(
            f"Medlemslista er ikke ført som hel, for da sier mandatet fra om dette: {missing}. "
            f"Er alle likevel med, skriver du «brukerutvalg person alle {svar.utvalg}»."
        )
    elif svar.medlemmer.rader and not svar.alle:
        typer.echo(
            "Medlemslista er ført som ufullstendig. Er alle med, skriver du "
            f"«brukerutvalg person alle {svar.utvalg}»."
        )


def neste(mappe: Path, svar: Registersvar, funn: Sequence[str]) -> None:
    """Where the register is, and the next command."""
    from brukerutvalg_cli.cli.skall import sitert

    if mappe.resolve() != Path.cwd():
        typer.echo(f"Gå til registeret: cd {sitert(str(mappe))}")
    look = "valider" if funn else "status"
    first = look if svar.medlemmer.rader else f"person ny {svar.utvalg}"
    typer.echo(f"Neste steg: brukerutvalg {first}")
