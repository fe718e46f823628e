"""bekreftelse – noe bare et menneske kan si at er gjort.

Hvorfor
    Mye i et mandat kan ingen maskin se: at erfaringer blir tatt hensyn til, at alle får den
    tilretteleggingen de trenger. Bestemmelsen står i regelverket for at ingen skal tro at
    kontrollen dekker mer enn den gjør.

Slik retter du
    Her er det ingenting å rette: en bekreftelse gir aldri funn alene.

Riktig
    regel: {regel: bekreftelse, av: utvalget}
"""

from typing import ClassVar, Literal

from pydantic import Field

from brukerutvalg_cli.regler.bestemmelse import Bestemmelse


class Bekreftelse(Bestemmelse):
    """A claim that a person attests. It is counted as coverage and is never a finding by itself."""

    kode: ClassVar[str] = "BU108"

    regel: Literal["bekreftelse"]
    av: str | None = Field(None, description="Hvem som kan bekrefte: utvalget, nav, organisasjonene …")
    per: Literal["person", "organisasjon", "kurs"] | None = Field(
        None, description="Bekreftes for hver av disse."
    )
