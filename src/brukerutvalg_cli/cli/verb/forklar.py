"""The verb `forklar`: what a rule says, why, and how to mend a breach of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from brukerutvalg_cli.cli.lesevalg import JSON

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brukerutvalg_cli.forklaring import Forklaring


def forklar(
    navn: Annotated[
        str, typer.Argument(metavar="NAVN", help="Navnet eller koden på regelen. Uten: liste over alle.")
    ] = "",
    som_json: JSON = False,
) -> None:
    """Forklarer en regel: hva den sier, hvorfor, hvordan du retter, med et galt og et riktig eksempel.

    Eksempler:
      brukerutvalg forklar sammensetning
      brukerutvalg forklar BU104
      brukerutvalg forklar
    """
    from brukerutvalg_cli.forklaring import forklaringer

    known = forklaringer()
    if not navn and som_json:
        typer.echo(_json(known.values()), nl=False)
        return
    if not navn:
        for rule in known.values():
            typer.echo(f"{rule.kode}  {rule.tekst.splitlines()[0]}")
        typer.echo("\nNeste steg: brukerutvalg forklar NAVN")
        return
    by_code = {rule.kode: rule for rule in known.values()}
    rule_ = known.get(navn.lower()) or by_code.get(navn.upper())
    if rule_ is None:
        from brukerutvalg_cli.forslag import forslag

        meant = forslag(navn, known)
        rest = f"Mente du «{meant}»?" if meant else "«brukerutvalg forklar» viser alle."
        raise typer.BadParameter(f"det finnes ingen regel «{navn}». {rest}")
    typer.echo(_json([rule_]) if som_json else f"{rule_.tekst}\n\nKode: {rule_.kode}\n", nl=False)


def _json(rules: Iterable[Forklaring]) -> str:
    from brukerutvalg_cli.rapport.json_format import dump

    found = [{"kode": rule.kode, "navn": rule.navn, "tekst": rule.tekst} for rule in rules]
    return dump({"regler": found})
