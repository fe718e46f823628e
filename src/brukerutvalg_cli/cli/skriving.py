"""Skriving: a register open for change, and what a verb did to it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from brukerutvalg_cli.cli import kjente
from brukerutvalg_cli.cli.moetesvar import EtMoete
from brukerutvalg_cli.cli.svar import Blant, en_av, svar
from brukerutvalg_cli.nevnt import Kjent

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from brukerutvalg_cli.endring.utkast import Utkast
    from brukerutvalg_cli.model.mappe import Utvalgsmappe
    from brukerutvalg_cli.model.moete import Moete
    from brukerutvalg_cli.register.load import Lastet
    from brukerutvalg_cli.register.tree import Tree
    from brukerutvalg_cli.regler.i_ord import Her


class Gjort(NamedTuple):
    """What a verb did to the draft. `neste` is the command to give next; `per` the day it is judged as of, where that
    is later than the day it is done."""

    melding: str
    neste: str
    per: date | None = None
    etterpaa: Callable[[], None] | None = None
    """What is done when it is written, outside the register."""


@dataclass(frozen=True)
class Skriving:
    """A register open for change: what it is now, one council of it, and the draft.

    What is assumed is not known in `mappe`: nothing is written as a fact because somebody assumed it.
    """

    rot: Path
    tree: Tree
    lastet: Lastet
    mappe: Utvalgsmappe
    utkast: Utkast
    dag: date
    likevel: bool = False
    bare_vis: bool = False
    """Nothing is to be written, only shown."""

    @property
    def her(self) -> Her:
        """Where a name is said: in this council, in the register."""
        from brukerutvalg_cli.regler.i_ord import Her

        return Her(self.mappe, self.lastet.register)

    @property
    def person(self) -> Blant:
        """Reads one of the people of the council."""
        return en_av(kjente.personer(self.mappe), hva="Utvalget har")

    @property
    def verv(self) -> Blant:
        """Reads a verv that the council has."""
        return en_av(kjente.verv(self.mappe), hva="Utvalget har")

    @property
    def side(self) -> Blant:
        """Reads a side that the council has."""
        return en_av(kjente.sider(self.mappe), hva="Utvalget har")

    @property
    def hvem_som_helst(self) -> list[Kjent]:
        """Everybody that can be named: people, verv, sides, organisations and councils."""
        return kjente.hvem_som_helst(self.mappe, self.lastet.register)

    def sak(self, text: str, moete: Moete | None = None) -> str:
        """The number of a case that has been on an agenda; on that of one meeting, where it is given.

        Raises:
            typer.BadParameter: when there is none, and nobody can be asked again.
        """
        where = (moete,) if moete else self.mappe.moeter
        hva = "Møtet har" if moete else "Utvalget har"
        return svar("SAK", text, "Hvilken sak?", en_av(kjente.saker(where), hva=hva))

    def innmeldt(self, text: str) -> str:
        """The name of a case that waits for a meeting; what was said, where none does.

        Raises:
            typer.BadParameter: when there is none, and nobody can be asked again.
        """
        waiting = kjente.innmeldte(self.mappe)
        return svar("SAK", text, "Hvilken sak?", en_av(waiting, hva="Det venter")) if waiting else text

    def moete(self, text: str) -> Moete:
        """The meeting that was meant. `siste` is the last whose day has come, held on record or not yet.

        Raises:
            typer.BadParameter: when there is none, and nobody can be asked again.
            Stans: when its file cannot be read.
        """
        les = EtMoete(self.mappe, self.dag)
        return svar("MØTE", text, "Hvilket møte?", les) if self.mappe.moeter else les(text)
