"""What is told of the elections at a meeting that is not held, or not that day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from datetime import date

    from brukerutvalg_cli.handling.valg_tilbake import Foelger
    from brukerutvalg_cli.ord.i_ord import Her


def tatt_tilbake(foelger: Foelger, her: Her) -> Iterator[str]:
    """`Valget i sak 14/26 er tatt tilbake`, and who has the verv as before: a sentence for each."""
    from brukerutvalg_cli.model.kalender import dato_i_ord
    from brukerutvalg_cli.oppramsing import alle_sammen
    from brukerutvalg_cli.ord.i_ord import i_vervet, omtalt

    if foelger.saker:
        many = len(foelger.saker) > 1
        cases = f"{'sakene' if many else 'sak'} {alle_sammen(foelger.saker)}"
        yield f"{'Valgene' if many else 'Valget'} i {cases} er tatt tilbake"
    together: dict[tuple[str, date | None], list[str]] = {}
    for sete, til in foelger.sitter:
        together.setdefault((sete.verv, til), []).append(omtalt(sete.person, her))
    for (verv, til), people in together.items():
        until = f" til {dato_i_ord(til)}" if til else ""
        yield f"{alle_sammen(dict.fromkeys(people))} sitter fortsatt {i_vervet(verv, her)}{until}"


def si_fra(foelger: Foelger, her: Her) -> None:
    """Says, beside the receipt, what the records do not tell, and what has to be looked at."""
    from brukerutvalg_cli.handling.filer import personfil
    from brukerutvalg_cli.model.kalender import dato_i_ord
    from brukerutvalg_cli.ord.i_ord import i_vervet, omtalt

    for person, verv in foelger.uklare:
        typer.echo(
            f"Perioden til {omtalt(person, her)} {i_vervet(verv, her)} slutter dagen før valget, eller begynte ikke. "
            f"Var det valget som gjorde det, retter du perioden i {personfil(her.mappe, person)}.",
            err=True,
        )
    for case, first in foelger.for_tidlig:
        typer.echo(
            f"Valget i sak {case} gjelder fra {dato_i_ord(first)}, og det er før møtet. Stemmer det ikke, "
            "retter du «fra» i saken og hos de valgte.",
            err=True,
        )
