"""medlemmer/<person>.yaml: one person in one council, with every term and all training."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from brukerutvalg_cli.model.dagspenn import dekker
from brukerutvalg_cli.model.merker import NEVNER
from brukerutvalg_cli.model.navn_i_bruk import TidligereNavn, i_bruk
from brukerutvalg_cli.model.post import Filpost, Post
from brukerutvalg_cli.model.verdier import (
    EN_ELLER_FLERE,
    VOKTER,
    Dato,
    Heltall,
    JaNei,
    Kanskje,
    Navneord,
    Tekst,
    i_rekkefoelge,
)
from brukerutvalg_cli.model.visshet import Visshet

Publisering = Literal["navn", "kun_organisasjon"]


class Funksjon(Post):
    """An office held outside the council (fylkesdirektør, NAV-leder), with its days."""

    funksjon: Kanskje[str] = Field(description="Stillingen: fylkesdirektoer, nav-leder …")
    fra: Kanskje[Dato] | None = Field(None, description="Første dag i stillingen.")
    til: Kanskje[Dato] | None = Field(None, description="Siste dag i stillingen.")

    def dekker(self, dag: date) -> Visshet:
        """Whether the office is held on this day."""
        return dekker(self.fra, self.til, dag, self.deldato)

    def kan_gjelde(self, dag: date) -> bool:
        """Whether the office is held that day, as far as is known."""
        return self.dekker(dag) is not False

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        i_rekkefoelge(self.fra, self.til)
        return self


class Permisjon(Post):
    """Days within a term on which the person is away, and who stands in. Both days count; never why."""

    fra: Kanskje[Dato] = Field(description="Første dag i permisjonen.")
    til: Kanskje[Dato] | None = Field(
        None, description="Siste dag i permisjonen. Uten den: til den blir ført, eller perioden er over."
    )
    stedfortreder: Annotated[Kanskje[str] | None, NEVNER] = Field(
        None, description="Personen som sitter i stedet så lenge. Uten den: ingen."
    )

    def dekker(self, dag: date) -> Visshet:
        """Whether the person is away on this day."""
        return dekker(self.fra, self.til, dag, self.deldato)

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        i_rekkefoelge(self.fra, self.til)
        return self


class Oppnevning(Post):
    """One term in one verv. Both days count; without `til` it is open-ended."""

    verv: Annotated[Navneord, NEVNER] = Field(
        description="medlem, leder, vara, sekretaer … eller et verv utvalget har navngitt."
    )
    fra: Kanskje[Dato] = Field(description="Første dag i perioden.")
    til: Kanskje[Dato] | None = Field(None, description="Siste dag i perioden. Uten den: åpen.")
    av: Annotated[Kanskje[str] | None, NEVNER] = Field(None, description="Hvem som oppnevnte.")
    foreslaatt_av: Annotated[Kanskje[str] | None, NEVNER] = Field(
        None, description="Organisasjonen som foreslo."
    )
    fullmakt: Kanskje[JaNei] | None = Field(None, description="Har personen fullmakt fra organisasjonen sin?")
    samtykke: Kanskje[JaNei] | None = Field(None, description="Har personen sagt ja til oppnevningen?")
    tiltraadt: Kanskje[JaNei] = Field(
        True,
        description="nei: perioden begynte aldri. Personen trakk seg, eller en annen ble valgt, før første dag.",
    )
    alder: Kanskje[Heltall] | None = Field(
        None, description="Alder i hele år ved oppnevningen. Bare der mandatet har en aldersgrense."
    )
    fyller: Kanskje[Heltall] | None = Field(
        None,
        description="Alderen personen fyller det året perioden begynner. Bare der mandatet regner slik.",
    )
    bortfalt_etter: Kanskje[str] | None = Field(
        None,
        description="Bestemmelsen i mandatet som gjorde at vervet falt bort, som fravær tre ganger. Aldri hvorfor.",
    )
    valgt_i: Kanskje[str] | None = Field(None, description="Saken personen ble valgt i, som 28/22.")
    vara_for: Annotated[Kanskje[str] | None, NEVNER] = Field(
        None, description="Personen eller organisasjonen en vara møter for."
    )
    nummer: Kanskje[Heltall] | None = Field(None, description="Plassen i rekka varaene kalles inn i.")
    side: Annotated[Kanskje[str] | None, NEVNER] = Field(
        None, description="Når siden er en annen i denne perioden."
    )
    representerer: Annotated[Kanskje[str] | None, NEVNER] = Field(
        None, description="Når organisasjonen er en annen i denne perioden."
    )
    medlem_av: Annotated[Kanskje[str] | None, NEVNER] = Field(
        None, description="Når personen kommer fra en annen organisasjon i denne perioden."
    )
    konstituert: Kanskje[JaNei] | None = Field(
        None, description="ja: personen fungerer i vervet til noen er valgt. Det er ingen periode i vervet."
    )
    permisjon: tuple[Permisjon, ...] = Field(
        (), description="Dagene personen er borte fra vervet, og hvem som sitter i stedet. Aldri hvorfor."
    )
    fraviker: Annotated[tuple[str, ...], EN_ELLER_FLERE] = Field(
        (), description="Bestemmelser som utvalget selv har valgt å fravike."
    )
    merknad: Tekst | None = Field(None, description="Intern merknad. Vises aldri i et dokument.")

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        i_rekkefoelge(self.fra, self.til)
        return self


class Opplaering(Post):
    """Training a person has had."""

    modul: Kanskje[Heltall] | None = Field(None, description="Nummeret på modulen.")
    dato: Kanskje[Dato] = Field(description="Dagen opplæringen var ferdig.")
    merknad: Tekst | None = Field(None, description="Intern merknad. Vises aldri i et dokument.")


class Medlem(Filpost):
    """A person in a council. No contact data, gender, birth date or health: such keys do not exist."""

    id: str | None = Field(None, description="Samme som filnavnet, om den er skrevet.")
    navn: str = Field(description="Navnet slik det skal stå i dokumentene.")
    tidligere_navn: tuple[TidligereNavn, ...] = Field(
        (),
        description="Navn personen hadde før, hvert med siste dag. Dokumentene sier det navnet som gjaldt den dagen.",
    )
    side: Kanskje[str] = Field(description="Siden personen sitter for: bruker, nav, kommune …")
    representerer: Kanskje[str] | None = Field(None, description="Organisasjonen personen sitter for.")
    medlem_av: Kanskje[str] | None = Field(None, description="Organisasjonen personen kommer fra.")
    grupper: Kanskje[tuple[str, ...]] = Field((), description="Brukergruppene personen taler for.")
    funksjon: Kanskje[tuple[Funksjon, ...]] = Field((), description="Stillinger utenfor utvalget.")
    publisering: Annotated[Publisering, VOKTER] = Field("navn", description="navn eller kun_organisasjon.")
    oppnevninger: tuple[Oppnevning, ...] = Field((), description="Alle periodene, i alle verv.")
    opplaering: Kanskje[tuple[Opplaering, ...]] = Field((), description="Opplæringen personen har hatt.")
    merknad: Tekst | None = Field(None, description="Intern merknad. Vises aldri i et dokument.")

    @property
    def alle_navn(self) -> tuple[str, ...]:
        """Every name the person has gone by."""
        return (self.navn, *(name.navn for name in self.tidligere_navn))

    def paa_dag(self, dag: date) -> Self:
        """The same person by the name of that day; the one of today is then among the others."""
        was = i_bruk(self.tidligere_navn, dag)
        if was is None:
            return self
        now = TidligereNavn(navn=self.navn, til=date.max)
        return self.model_copy(update={"navn": was.navn, "tidligere_navn": (*self.tidligere_navn, now)})
