"""The verb `forklar`: a rule; or what a provision, a case or a verv is here, what was done, and what is lawful now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from brukerutvalg_cli.cli.lesevalg import JSON, SETT_FRA

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brukerutvalg_cli.forklaring import Forklaring


def forklar(
    ctx: typer.Context,
    hva: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="HVA",
            help="En regel ved navn eller kode, eller UTVALG og det der som skal forklares: en bestemmelse, en sak "
            "eller et verv. Utvalget kan utelates når det bare kan være ett. Uten noe: liste over alle reglene.",
        ),
    ] = None,
    dato: SETT_FRA = "",
    som_json: JSON = False,
) -> None:
    """Forklarer en regel; eller en bestemmelse, en sak eller et verv: hva som gjelder, er gjort og er lovlig nå.

    Du kan skrive det slik det står i et funn. Heter en bestemmelse det samme som en regel, skriver du utvalget
    eller regelverket foran.

    Eksempler:
      brukerutvalg forklar sammensetning
      brukerutvalg forklar nav-vestland 28/22
      brukerutvalg forklar nav-vestland redaksjonsråd
    """
    from brukerutvalg_cli.cli.dag import lest_dag
    from brukerutvalg_cli.cli.utskrift import vis_tekst

    day = lest_dag(dato)
    if not hva:
        vis_tekst(_reglene(som_json=som_json))
    elif rule := _regelen(hva):
        vis_tekst(_json([rule]) if som_json else f"{rule.tekst}\n\nKode: {rule.kode}\n")
    else:
        from brukerutvalg_cli.cli.forklart import forklart

        vis_tekst(forklart(ctx, hva, day, som_json=som_json))


def _reglene(*, som_json: bool) -> str:
    from brukerutvalg_cli.forklaring import forklaringer

    known = forklaringer().values()
    if som_json:
        return _json(known)
    lines = [f"{rule.kode}  {rule.tekst.splitlines()[0]}" for rule in known]
    return "\n".join([*lines, "", "Neste steg: brukerutvalg forklar NAVN", ""])


def _regelen(hva: list[str]) -> Forklaring | None:
    """The rule of this name or code."""
    from brukerutvalg_cli.forklaring import forklaringer

    known = forklaringer()
    by_code = {rule.kode: rule for rule in known.values()}
    (name,) = hva if len(hva) == 1 else ("",)
    return known.get(name.lower()) or by_code.get(name.upper())


def _json(rules: Iterable[Forklaring]) -> str:
    from brukerutvalg_cli.rapport.json_format import dump

    found = [{"kode": rule.kode, "navn": rule.navn, "tekst": rule.tekst} for rule in rules]
    return dump({"regler": found})
