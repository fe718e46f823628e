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

Navnerekke = Annotated[tuple[str, ...], Field(min_length=1), EN_ELLER_FLERE]
"""One of these. Of none there would be nobody, and nobody writes that in a list."""
Organvilkaar = Annotated[Organisasjonsvalg | Navnerekke, Field(union_mode="left_to_right"), ET_ORGAN]


class Hvemnoekler(Post):
    """What a selector may ask of people."""

    utgaatt: ClassVar[Mapping[str, str]] = {
        "organisasjonstype": "organisasjon: {type: …}",
        "har_paraply": "organisasjon: {paraply: …}",
        "innbyggere": "organisasjon: {innbyggere: …}",
    }

    side: Annotated[Navnerekke, EN_SIDE] | None = Field(
        None, description="Siden de sitter for: bruker, nav, kommune …"
    )
    verv: Annotated[Navnerekke, ET_VERV] | None = Field(None, description="Vervet de er ført med den dagen.")
    funksjon: Annotated[Navnerekke, EN_FUNKSJON] | None = Field(
        None,
        description="Stillingen de har den dagen, eller noe annet de er utenfor utvalget: fylkesdirektoer, "
        "student …",
    )
    organisasjon: Organvilkaar | None = Field(
        None,
        description="Organisasjonen de sitter for (representerer), eller utvalget de kommer fra.",
    )
    gruppe: Annotated[Navnerekke, EN_GRUPPE] | None = Field(
        None, description="Brukergruppen de taler for, selv eller gjennom organisasjonen."
    )
    oppnevnt_av: Organvilkaar | None = Field(
        None, description="Hvem som har oppnevnt dem; også egen_organisasjon."
    )
    foreslaatt_av: Organvilkaar | None = Field(
        None,
        description="Hvem som har foreslått dem; også egen_organisasjon.",
    )
    alder: Mengde | None = Field(None, description="Alderen den dagen, i hele år.")
    fyller: Mengde | None = Field(None, description="Alderen de fyller det kalenderåret.")
    samme_side_som: Annotated[Navnerekke, EN_ANNEN] | None = Field(
        None, description="På samme side som den med dette vervet. forrige_leder er den som var leder før."
    )
    annen_side_enn: Annotated[Navnerekke, EN_ANNEN] | None = Field(
        None, description="Ikke på samme side som noen av disse."
    )
    er: Literal["organisasjon", "person"] | None = Field(
        None, description="organisasjon: organisasjonen selv er valgt, ikke en person."
    )
    ny: JaNei | None = Field(
        None, description="ja: de satt ikke i utvalget i forrige periode. Bare med «naar: oppnevning»."
    )
    til_stede: JaNei | None = Field(
        None, description="ja: de selv eller en vara møtte. Bare der det telles i et møte."
    )
    ikke: Hvemnoekler | None = Field(None, description="Unntatt disse.")

    @model_validator(mode="after")
    def _counts_years(self) -> Self:
        uten_andel("alder", self.alder)
        uten_andel("fyller", self.fyller)
        return self
