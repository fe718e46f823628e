"""Hvemnoekler: the keys of HVEM, as a mandate writes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from brukerutvalg_cli.mandat.verdier.mengde import Mengde
from brukerutvalg_cli.mandat.verdier.navneord import (
    EN_ANNEN,
    EN_FUNKSJON,
    EN_GRUPPE,
    EN_SIDE,
    ET_ORGAN,
    ET_VERV,
)
from brukerutvalg_cli.mandat.verdier.organisasjonsvalg import Organisasjonsvalg, uten_andel
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import EN_ELLER_FLERE, JaNei

Navneliste = Annotated[tuple[str, ...], Field(min_length=1), EN_ELLER_FLERE]
"""One of these. Of none there would be nobody, and nobody writes that in a list."""
Organisasjonene = Annotated[Organisasjonsvalg | Navneliste, Field(union_mode="left_to_right"), ET_ORGAN]


class Hvemnoekler(Post):
    """What a selector may ask of people."""

    utgaatt: ClassVar[Mapping[str, str]] = {
        "organisasjonstype": "organisasjon: {type: …}",
        "har_paraply": "organisasjon: {paraply: …}",
        "innbyggere": "organisasjon: {innbyggere: …}",
    }

    side: Annotated[Navneliste, EN_SIDE] | None = Field(
        None, description="Siden de sitter for: bruker, nav, kommune …"
    )
    verv: Annotated[Navneliste, ET_VERV] | None = Field(None, description="Vervet de er ført med den dagen.")
    funksjon: Annotated[Navneliste, EN_FUNKSJON] | None = Field(
        None,
        description="Stillingen de har den dagen, eller noe annet de er utenfor utvalget: fylkesdirektoer, student …",
    )
    organisasjon: Organisasjonene | None = Field(
        None,
        description="Organisasjonen de representerer, eller utvalget de kommer fra. Også: eier, overordnet, "
        "ungdomsraad, underordnede.",
    )
    gruppe: Annotated[Navneliste, EN_GRUPPE] | None = Field(
        None, description="Brukergruppen de taler for, selv eller gjennom organisasjonen."
    )
    oppnevnt_av: Organisasjonene | None = Field(None, description="Hvem som har oppnevnt dem.")
    foreslaatt_av: Organisasjonene | None = Field(
        None,
        description="Hvem som har foreslått dem. Begge kan være egen_organisasjon, eller eier og de andre.",
    )
    alder: Mengde | None = Field(None, description="Alderen den dagen, i hele år.")
    fyller: Mengde | None = Field(None, description="Alderen de fyller det kalenderåret.")
    samme_side_som: Annotated[Navneliste, EN_ANNEN] | None = Field(
        None, description="Vervet til en på samme side: leder. forrige_leder er den som var leder før."
    )
    annen_side_enn: Annotated[Navneliste, EN_ANNEN] | None = Field(
        None, description="Det motsatte: ingen av disse er på samme side."
    )
    er: Literal["organisasjon", "person"] | None = Field(
        None, description="organisasjon: det er organisasjonen selv som er valgt, ikke en person."
    )
    ny: JaNei | None = Field(None, description="Om de ikke satt i utvalget i forrige periode.")
    til_stede: JaNei | None = Field(
        None, description="Om de selv eller en vara møtte. Bare der det telles i et møte."
    )
    ikke: Hvemnoekler | None = Field(None, description="Den som passer her, regnes ikke med.")

    @model_validator(mode="after")
    def _counts_years(self) -> Self:
        uten_andel("alder", self.alder)
        uten_andel("fyller", self.fyller)
        return self
