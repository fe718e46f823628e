"""MENGDE of what is said: persons or organisations; of the members, of those who were there, or of the votes cast."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from brukerutvalg_cli.mandat.verdier.mengde import Mengde, galt
from brukerutvalg_cli.oppramsing import enten_eller

Telles = Literal["personer", "organisasjoner"]
TELLES = "organisasjoner: hvor mange ulike organisasjoner de sitter for; en andel er da av dem."
Helhet = Literal["medlemmer", "frammoette", "avgitte_stemmer"]
I_ORD: dict[Helhet, str] = {
    "medlemmer": "medlemmene",
    "frammoette": "de frammøtte",
    "avgitte_stemmer": "stemmene",
}


class MengdeAv(Mengde):
    """An amount that says what it counts, and what a share is of."""

    telles: Telles = Field("personer", description=TELLES)
    av: Helhet | None = Field(
        None,
        description="Hva en andel er av. medlemmer: alle den dagen. frammoette: de som kunne stemme.",
    )

    @property
    def om_organisasjoner(self) -> bool:
        """Whether organisations are counted, each once however many sit for it."""
        return self.telles == "organisasjoner"

    def bare(self, *av: Helhet, organisasjoner: bool = False) -> None:
        """Sees to it that it counts what there is to count where it stands.

        Raises:
            PydanticCustomError: `feil_mengde`.
        """
        if self.om_organisasjoner and not organisasjoner:
            raise galt("her telles stemmer: ta bort «telles»")
        if self.av and not self.er_andel:
            raise galt("«av» sier hva en andel er av: skriv en andel, som {minst: 1/3, av: medlemmer}")
        if self.av and self.om_organisasjoner:
            raise galt("en andel av organisasjoner har ikke «av»")
        if self.av and self.av not in av:
            raise galt(f"her kan en andel være av {enten_eller(av)}")
