"""Varasvar: a deputy as a verb is told of one – who, and whom they stand in for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from brukerutvalg_cli.handling.frammoete import Plassert, Vara
    from brukerutvalg_cli.model.verdier import Ukjent
    from brukerutvalg_cli.ord.i_ord import Her


def vara_og_medlem(text: str, person: Callable[[str], str]) -> tuple[str, str]:
    """`VARA` or `VARA=MEDLEM`, each read as a person; no member where none was said."""
    from brukerutvalg_cli.cli.svar import svar

    deputy, _, member = text.partition("=")
    who = svar("--vara", deputy.strip(), "Hvem?", person)
    return who, svar("--vara", member.strip(), "Hvem?", person) if member else ""


def vara_som_moette(text: str, person: Callable[[str], str]) -> Vara:
    """The same of one who came: nobody needs to know whom for."""
    from brukerutvalg_cli.cli.faktum import VET_IKKE
    from brukerutvalg_cli.model.verdier import UKJENT

    deputy, _, member = text.partition("=")
    if member.strip().lower() in VET_IKKE:
        return vara_og_medlem(deputy, person)[0], UKJENT
    return vara_og_medlem(text, person)


def hvem_de_moette_for(her: Her, dag: date, borte: Sequence[str], varaer: Sequence[Vara]) -> list[Vara]:
    """Each deputy with the member they stood in for: asked about where it may have been several."""
    from brukerutvalg_cli.handling.frammoete import plassert

    said = list(varaer)
    for nr in range(len(said)):
        # Anew for each: whom one came for, the next did not.
        deputy = plassert(her.mappe, dag, borte, said)[nr]
        said[nr] = deputy.person, _spurt(her, deputy) if deputy.blant else deputy.medlem
    return said


def _spurt(her: Her, vara: Plassert) -> str | Ukjent:
    import typer

    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.faktum import Spoersmaal, faktum
    from brukerutvalg_cli.model.oppmoete import Oppmoete
    from brukerutvalg_cli.nevnt import Kjent
    from brukerutvalg_cli.oppramsing import enten_eller
    from brukerutvalg_cli.ord.i_ord import omtalt

    members = [Kjent(member, (omtalt(member, her),)) for member in vara.blant]
    question = f"Hvem møtte {omtalt(vara.person, her)} for"
    if not svar.kan_spoerre():
        named = enten_eller([omtalt(member, her) for member in vara.blant])
        typer.echo(f"{question}: {named}? Før det med --vara {vara.person}=MEDLEM.", err=True)
    about = Spoersmaal("--vara", Oppmoete, "vara_for", f"{question}?")
    return faktum(about, "", svar.en_av(members)) or vara.medlem
