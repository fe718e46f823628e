"""Skriving: a register open for change, and what a verb did to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from brukerutvalg_cli.cli import kjente
from brukerutvalg_cli.cli.moetesvar import EtMoete
from brukerutvalg_cli.cli.svar import Blant, en_av, svar
from brukerutvalg_cli.nevnt import Kjent

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from pydantic import BaseModel

    from brukerutvalg_cli.endring.utkast import Filendring, Utkast
    from brukerutvalg_cli.model.deldato import Deldato
    from brukerutvalg_cli.model.mappe import Utvalgsmappe
    from brukerutvalg_cli.model.moete import Moete
    from brukerutvalg_cli.model.vet_av import Sagt
    from brukerutvalg_cli.ord.i_ord import Her
    from brukerutvalg_cli.register.load import Lastet
    from brukerutvalg_cli.register.tree import Tree


class Gjort(NamedTuple):
    """What a verb did to the draft. `neste` is the command to give next; `per` the day it is judged as of, where that
    is later than the day it is done. `innvendinger`: what is strange about it, though no mandate has anything against
    it; it is told before anything is written, and stops it unless it is meant."""

    melding: str
    neste: str
    per: date | None = None
    etterpaa: Callable[[], None] | None = None
    """What is done when it is written, outside the register."""
    innvendinger: Sequence[str] = ()


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
    uten_dag: bool = False
    """`--dato ukjent`: nobody knows the day it was done, and `dag` is today. So it is where only a part is known."""
    deldag: Deldato | None = None
    """`--dato 2021`: what is known of that day."""
    nevnt: list[Moete] = field(default_factory=list)
    """The meetings that the command was told of, so that the receipt can say which."""
    spurt: list[str] = field(default_factory=list)
    """The fields that the day was asked for, so that `--dato ukjent` is refused where none of them can have it."""
    _etter: dict[tuple[Filendring, ...], Lastet] = field(default_factory=dict)

    @property
    def etter(self) -> Lastet:
        """The register as it would be with the draft as it is now. The same draft is read once."""
        from brukerutvalg_cli.register.load import lastet

        draft = self.utkast.endringer()
        if draft not in self._etter:
            self._etter.clear()
            landet = self.lastet.landet.med(self.utkast.tre(), [change.path for change in draft])
            self._etter[draft] = lastet(landet, [self.mappe.id])
        return self._etter[draft]

    @property
    def her(self) -> Her:
        """Where a name is said: in this council, in the register."""
        from brukerutvalg_cli.ord.i_ord import Her

        return Her(self.mappe, self.lastet.register)

    @property
    def person(self) -> Blant:
        """Reads one of the people of the council: by name, or by what they are on the day it is about."""
        people = kjente.personer(self.mappe, self.lastet.register, self.gjelder)
        vervene = kjente.vervene(self.mappe, self.lastet.register)
        return Blant(people, "Utvalget har", vervene=vervene, ellers=self._ny_person)

    def _ny_person(self, navn: str) -> str:
        from brukerutvalg_cli.cli.skall import sitert  # late: for what nobody is called

        return f"En ny person føres med «brukerutvalg person ny {self.mappe.id} {sitert(navn)}»."

    @property
    def innmelder(self) -> Blant:
        """Reads whoever submits a case: a side, somebody – by name, or by what they are – or a body."""
        ours, others = kjente.egne_foerst(self.mappe, self.lastet.register)
        near = [
            *kjente.sider(self.mappe),
            *kjente.personer(self.mappe, self.lastet.register, self.gjelder),
            *ours,
        ]
        return Blant(
            near, "Utvalget har", vervene=kjente.vervene(self.mappe, self.lastet.register), ogsaa=others
        )

    @property
    def gjelder(self) -> date:
        """The day it is about: that of the meeting that was named, else the day it is done."""
        return self.nevnt[-1].dato if self.nevnt else self.dag

    @property
    def verv(self) -> Blant:
        """Reads a verv that the council has."""
        return en_av(kjente.verv(self.mappe), hva="Utvalget har")

    @property
    def verv_aa_oppnevne_til(self) -> Blant:
        """The same, where somebody is appointed: of one that there is none of, how it gets its name is told."""
        name = f"brukerutvalg endre {self.mappe.id} utvalg verv.ID=NAVN"
        acting = "Fungerer personen til noen er valgt, er vervet det samme: skriv --konstituert. "
        return replace(
            self.verv, ellers=lambda _: f"{acting}Et nytt verv får navnet sitt i utvalg.yaml: {name}"
        )

    @property
    def side(self) -> Blant:
        """Reads a side that the council has."""
        return en_av(kjente.sider(self.mappe), hva="Utvalget har")

    @property
    def hvem_som_helst(self) -> list[Kjent]:
        """Everybody that can be named: people, verv, sides, organisations and councils."""
        return kjente.hvem_som_helst(self.mappe, self.lastet.register, self.gjelder)

    def sak(self, text: str, moete: Moete | None = None) -> str:
        """The number of a case that has been on an agenda; on that of one meeting, where it is given.

        Raises:
            typer.BadParameter: when there is none, and nobody can be asked again.
        """
        where = (moete,) if moete else self.mappe.moeter
        hva = "Møtet har" if moete else "Utvalget har"
        return svar("SAK", kjente.som_foert(text, where), "Hvilken sak?", en_av(kjente.saker(where), hva=hva))

    def innmeldt(self, text: str) -> str:
        """The name of a case that waits for a meeting; what was said, where none does.

        Raises:
            typer.BadParameter: when there is none, and nobody can be asked again.
        """
        waiting = kjente.innmeldte(self.mappe)
        return svar("SAK", text, "Hvilken sak?", en_av(waiting, hva="Det venter")) if waiting else text

    def helst_sak(self, text: str) -> str:
        """The name of a case that is called exactly so, and any other text as it is: it may be decided elsewhere."""
        from brukerutvalg_cli.nevnt import kalt_slik

        text = kjente.som_foert(text, self.mappe.moeter)
        found = kalt_slik(text, kjente.saker(self.mappe.moeter))
        return found[0].id if len(found) == 1 else text

    def naar(self, modell: type[BaseModel], felt: str) -> Sagt:
        """The day it was done, for a field that has it: that of the command, or as much as is known of it."""
        from brukerutvalg_cli.cli.faktum import tar_ukjent
        from brukerutvalg_cli.model.verdier import UKJENT

        if tar_ukjent(modell, felt):
            self.spurt.append(felt)
            return (self.deldag or UKJENT) if self.uten_dag else self.dag
        return self.dag

    def moete(
        self,
        text: str,
        *,
        har_vaert: bool = False,
        valg: str = "MØTE",
        spoersmaal: str = "Hvilket møte?",
        tilbudt: str = "",
    ) -> Moete:
        """The meeting that was meant; `neste` and `siste` are what is being worked on.

        Raises:
            typer.BadParameter: when there is none, and nobody can be asked again.
            Stans: when its file cannot be read.
        """
        les = EtMoete(self.mappe, self.dag, har_vaert)
        found = svar(valg, text, spoersmaal, les, tilbudt) if self.mappe.moeter else les(text)
        self.nevnt.append(found)
        return found
