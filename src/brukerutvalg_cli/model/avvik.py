"""Avvik: a deviation from the mandate, as a council records it."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import VOKTER, Dato, Tekst


class Avvik(Post):
    """A deviation from the mandate that the council has decided, or a breach that it has taken note of."""

    bestemmelse: str = Field(description="Bestemmelsen det avvikes fra.")
    regelverk: Annotated[str | None, VOKTER] = Field(
        None, description="Regelverket den står i, når id-en finnes i flere."
    )
    gjelder: Annotated[str | None, VOKTER] = Field(
        None, description="Møtet (dato) eller saken. Uten dette: avviket er generelt."
    )
    grunn: Tekst | None = Field(None, description="Hvorfor.")
    vedtatt_i: str | None = Field(
        None,
        description="Saken som avgjorde det, som 2/23: den har et vedtak, i et møte som er holdt. Er det vedtatt "
        "et annet sted, står det her med ord.",
    )
    vedtatt_av: str | None = Field(
        None,
        description="Hvem som vedtok det, når det ikke er utvalget selv: eieren, kommunestyret. Da er «vedtatt_i» "
        "deres sak, slik de skriver det.",
    )
    notert_i: str | None = Field(
        None,
        description="I stedet for «vedtatt_i», når ingenting kan rettes lenger: saken der utvalget tok bruddet til "
        "etterretning.",
    )
    til: Annotated[Dato | None, VOKTER] = Field(None, description="Siste dag avviket gjelder.")

    @model_validator(mode="after")
    def _rests_on_one_thing(self) -> Self:
        if self.vedtatt_i and self.notert_i:
            text = "et avvik er enten vedtatt eller notert: slett «vedtatt_i» eller «notert_i»"
            raise PydanticCustomError("feil_avvik", text)
        return self
