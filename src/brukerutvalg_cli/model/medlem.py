"""medlemmer/<person>.yaml: one person in one council, with every term and all training."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from brukerutvalg_cli.model.post import Filpost, Post
from brukerutvalg_cli.model.verdier import EN_ELLER_FLERE, Dato, Heltall, JaNei, Kanskje, i_rekkefoelge

Publisering = Literal["navn", "kun_organisasjon"]


class Funksjon(Post):
    """An office held outside the council (fylkesdirektør, NAV-leder), with its days."""

    funksjon: str
    fra: Kanskje[Dato] | None = None
    til: Kanskje[Dato] | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        i_rekkefoelge(self.fra, self.til)
        return self


class Oppnevning(Post):
    """One term in one verv. Both days count; without `til` it is open-ended."""

    verv: str
    fra: Kanskje[Dato]
    til: Kanskje[Dato] | None = None
    av: Kanskje[str] | None = Field(None, description="Hvem som oppnevnte.")
    foreslaatt_av: Kanskje[str] | None = Field(None, description="Organisasjonen som foreslo.")
    fullmakt: Kanskje[JaNei] | None = Field(None, description="Har personen fullmakt fra organisasjonen sin?")
    valgt_i: Kanskje[str] | None = Field(None, description="Saken personen ble valgt i, som 28/22.")
    vara_for: str | None = Field(None, description="Personen eller organisasjonen en vara møter for.")
    side: str | None = Field(None, description="Når siden er en annen i denne perioden.")
    representerer: str | None = Field(None, description="Når organisasjonen er en annen i denne perioden.")
    fraviker: Annotated[tuple[str, ...], EN_ELLER_FLERE] = Field(
        (), description="Bestemmelser som utvalget selv har valgt å fravike."
    )
    merknad: str | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        i_rekkefoelge(self.fra, self.til)
        return self


class Opplaering(Post):
    """Training a person has had."""

    modul: Heltall | None = None
    dato: Kanskje[Dato]
    merknad: str | None = None


class Medlem(Filpost):
    """A person in a council. No contact data, gender, birth date or health: such keys do not exist."""

    id: str | None = Field(None, description="Samme som filnavnet, om den er skrevet.")
    navn: str
    side: Kanskje[str] = Field(description="Siden personen sitter for: bruker, nav, kommune …")
    representerer: Kanskje[str] | None = Field(None, description="Organisasjonen personen sitter for.")
    medlem_av: Kanskje[str] | None = Field(None, description="Organisasjonen personen kommer fra.")
    grupper: Kanskje[tuple[str, ...]] = ()
    funksjon: tuple[Funksjon, ...] = ()
    publisering: Publisering = Field("navn", description="navn eller kun_organisasjon.")
    oppnevninger: tuple[Oppnevning, ...] = ()
    opplaering: Kanskje[tuple[Opplaering, ...]] = ()
    merknad: str | None = None
