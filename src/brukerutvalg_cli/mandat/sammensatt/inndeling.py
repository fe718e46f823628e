"""Inndeling: the parts a composition goes through, by the word behind `for_hver`: one of ours, or the council's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.sammensatt.deler import (
    Grupper,
    Hele,
    HverOrganisasjon,
    Medlemmer,
    Sider,
    stated,
)
from brukerutvalg_cli.model.kandidat import Kandidat
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.model.visshet import UVISST, Visshet, fordi, noen, uvisst


@dataclass(frozen=True)
class Egne(Hele):
    """Each part of a division the council has declared: its regions, its municipalities."""

    @property
    def deler(self) -> tuple[str, ...]:
        """The parts the council names."""
        return stated(self.utvalg.mappe.utvalg.inndeling(self.navn))

    def mangler(self) -> tuple[Place, str, str] | None:
        """Whether the council has the division, and knows its parts."""
        council = self.utvalg.mappe.utvalg
        parts = council.inndeling(self.navn)
        if isinstance(parts, Ukjent):
            at = council.at("inndelinger", self.navn, otherwise=("inndelinger",))
            return at, f"hver {self.navn} i utvalget er ukjent", self.navn
        if not parts:
            text = f"inndelingen «{self.navn}» er ikke ført («inndelinger» i utvalg.yaml)"
            return council.at("inndelinger", otherwise=("navn",)), text, self.navn
        return None

    def har(self, part: str, hvem: Kandidat, dag: date) -> Visshet:
        """Whether it is the organisation the person sits for, a group they speak for, or an office they have."""
        if not hvem.kjent:
            return uvisst("fil", hvem.id)
        sits = UVISST if isinstance(hvem.representerer, Ukjent) else hvem.representerer == part
        speaks = UVISST if isinstance(hvem.grupper, Ukjent) else part in hvem.grupper
        return fordi(noen((sits, speaks, hvem.har_funksjon(part))), "hoerer_til", hvem.id)


INNDELINGER: dict[str, type[Hele]] = {
    "": Hele,
    "organisasjon": HverOrganisasjon,
    "gruppe": Grupper,
    "side": Sider,
    "medlem": Medlemmer,
}
"""What `for_hver` may be everywhere, but for `kjoenn`: that is a count of numbers and not of people."""


def inndelingen(for_hver: str | None, utvalg: UtvalgIPeriode, vervene: frozenset[str] | None) -> Hele:
    """The parts that a composition is judged of."""
    name = for_hver or ""
    return INNDELINGER.get(name, Egne)(utvalg, vervene, name)
