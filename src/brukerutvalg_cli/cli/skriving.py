"""Skriving: a register open for change, and what a verb did to it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
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
    def hvem_som_helst(self) -> list[str]:
        """Everybody that can be named: people, sides, verv, organisations and councils."""
        from brukerutvalg_cli.regler.innebygd.henvisninger import HVEM_SOM_HELST
        from brukerutvalg_cli.regler.innebygd.kjent import kjente

        known = kjente(self.mappe, self.lastet.register, self.lastet.regelverk)
        return [name for sort in HVEM_SOM_HELST for name in sorted(known[sort] or ())]

    def moete(self, text: str) -> Moete:
        """The meeting that was meant. `siste` is the last whose day has come, held on record or not yet.

        Raises:
            typer.BadParameter: when there is none, and nobody can be asked again.
            Stans: when its file cannot be read.
        """
        from brukerutvalg_cli.cli import svar
        from brukerutvalg_cli.cli.stans import Stans
        from brukerutvalg_cli.dokument.moetevalg import SISTE, UkjentMoete, velg_moete
        from brukerutvalg_cli.handling.filer import moetefil
        from brukerutvalg_cli.model.kalender import les_dag

        def les(text: str) -> Moete:
            if text.strip().lower() == SISTE:
                come = [m for m in self.mappe.moeter if m.status != "avlyst" and m.dato <= self.dag]
                if come:
                    return come[-1]
            try:
                return velg_moete(self.mappe, text, self.dag)
            except UkjentMoete as error:
                if (day := les_dag(text)) and (
                    path := moetefil(self.mappe, day)
                ) in self.lastet.register.feilet:
                    raise Stans(f"{path} kan ikke leses. Kjør «brukerutvalg valider»") from None
                raise svar.Ugyldig(str(error)) from None

        return svar.svar("MØTE", text, "Hvilket møte?", les) if self.mappe.moeter else les(text)
