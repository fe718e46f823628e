"""Frammøtesvar: each who may have been called, and of whom nobody knows for certain, is asked about."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import typer

if TYPE_CHECKING:
    from brukerutvalg_cli.cli.skriving import Skriving
    from brukerutvalg_cli.model.moete import Moete
    from brukerutvalg_cli.ord.i_ord import Omgivelser

SVAR = ("ja", "nei", "forfall", "ukjent")


class Kanskjesvar(NamedTuple):
    """Of those who may have been called: who came, who had sent regrets, and who did neither."""

    kom: list[str]
    forfall: list[str]
    ikke_moett: list[str]


def om_ingen_leder(s: Skriving, moete: Moete) -> None:
    """Tells of what can only be broken: the mandate wants it led by one who nobody is that day."""
    from brukerutvalg_cli.handling.mandatets import ingen_har
    from brukerutvalg_cli.model.kalender import dag_i_ord
    from brukerutvalg_cli.ord.i_ord import en_av_dem

    wanted = ingen_har(s.mappe, s.lastet.regelverk, moete.dato, "moeteleder")
    if wanted:
        typer.echo(
            f"Mandatet vil at {en_av_dem(wanted, s.her)} leder møtet, men det har utvalget ingen av "
            f"{dag_i_ord(moete.dato)}. Fungerte noen i vervet, føres det først: "
            f"brukerutvalg oppnevn {s.mappe.id} PERSON --verv {wanted[0]} --konstituert --fra DATO",
            err=True,
        )


def kanskje_ventet(her: Omgivelser, dag: date, besvart: Collection[str], *, alle_nevnt: bool) -> Kanskjesvar:
    """The answers for those of whom it is not known whether they have a verv that day.

    `alle_nevnt`: everybody who came has been named, so that the others did not.

    Raises:
        typer.BadParameter: where nobody can be asked.
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.handling.frammoete import ventet
    from brukerutvalg_cli.oppramsing import alle_sammen
    from brukerutvalg_cli.ord.i_ord import med_id, omtalt

    open_ = [p for p, certain in ventet(her.mappe, dag).items() if not certain and p not in besvart]
    if alle_nevnt or not open_:
        return Kanskjesvar([], [], open_)
    if not svar.kan_spoerre():
        raise typer.BadParameter(
            f"det er ukjent om {alle_sammen(med_id(p, her) for p in open_)} har verv i utvalget den dagen. "
            "Skriv for hver av dem --ogsaa PERSON (kom), --forfall PERSON (meldte forfall), "
            "--ikke-moett PERSON (kom ikke) eller --ukjent PERSON"
        )
    said = {
        person: svar.svar(
            "--ogsaa",
            "",
            f"Møtte {omtalt(person, her)}? Det er ukjent om perioden varer så lenge (ja/nei/forfall/ukjent).",
            svar.en_av(SVAR),
        )
        for person in open_
    }
    by_answer = {answer: [p for p in open_ if said[p] == answer] for answer in SVAR}
    return Kanskjesvar(by_answer["ja"], by_answer["forfall"], by_answer["nei"])
