"""Moetepapirer: what has become of the papers of a meeting – the agenda, what was sent out, the approved minutes."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.model.avstemning import Maate
from brukerutvalg_cli.model.forseglet import Nestemoete, Segl
from brukerutvalg_cli.model.forsendelse import Forsendelse
from brukerutvalg_cli.model.merker import NEVNER
from brukerutvalg_cli.model.moetenavn import Moetenavn, Moetet
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.sak import Vedlegg
from brukerutvalg_cli.model.verdier import (
    UKJENT,
    Dato,
    Kanskje,
    Liste,
    Ukjent,
)


class Publisert(Post):
    """Where and when a document was made public."""

    dato: Kanskje[Dato] = Field(description="Dagen det ble lagt ut.")
    kanal: Kanskje[str] = Field(
        default_factory=lambda: UKJENT, description="Stedet det ble lagt ut. Uten det: ukjent."
    )
    via: Annotated[Kanskje[str] | None, NEVNER] = Field(
        None, description="Hvem som la det ut, når det ikke var utvalget selv."
    )
    url: str | None = Field(None, description="Adressen til siden.")
    paa_nytt: tuple[Dato, ...] = Field(
        (), description="Dagene det ble lagt ut på nytt, etter at noe i det var rettet."
    )


class Sakliste(Post):
    """The agenda: who proposed it, who approved it, in consultation with whom, and when."""

    foreslaatt_av: Annotated[Kanskje[Liste] | None, NEVNER] = Field(
        None, description="Et utvalg (redaksjonsraad), en person, en side."
    )
    godkjent_av: Annotated[Kanskje[Liste] | None, NEVNER] = Field(None, description="Hvem som godkjente den.")
    i_samraad_med: Annotated[Kanskje[Liste] | None, NEVNER] = Field(
        None, description="Hvem godkjenningen skjedde i samråd med."
    )
    dato: Kanskje[Dato] | None = Field(None, description="Dagen den ble godkjent.")
    publisert: Kanskje[Publisert] | None = Field(None, description="Når og hvor den ble lagt ut.")


class Sakspapirer(Post):
    """What has become of the papers."""

    publisert: Kanskje[Publisert] | None = Field(None, description="Når og hvor de ble lagt ut.")


class Sendt(Post):
    """The days on which papers went out. The first complete dispatch counts."""

    innkalling: Kanskje[Dato] | None = Field(None, description="Dagen innkallingen gikk ut.")
    sakliste: Kanskje[Dato] | None = Field(None, description="Dagen sakslista gikk ut.")
    sakspapirer: Kanskje[Dato] | None = Field(None, description="Dagen sakspapirene gikk ut.")
    referat: Kanskje[Dato] | None = Field(None, description="Dagen referatet gikk ut.")
    til: Annotated[Kanskje[Liste] | None, NEVNER] = Field(
        None, description="Hvem innkalling og papirer gikk til, utover medlemmene."
    )
    neste_moete: Nestemoete | None = Field(
        None, description="Det neste møtet, slik det sto i referatet da det ble sendt."
    )
    forsendelser: Kanskje[tuple[Forsendelse, ...]] | None = Field(
        None, description="Hvordan det gikk ut, der mandatet spør om det: en linje for hver måte."
    )


class Godkjent(Post):
    """How the minutes were approved: in a case of a later meeting, or between meetings, on a day and by a way."""

    moete: Kanskje[Moetet] | None = Field(None, description="Møtet som godkjente det.")
    sak: Kanskje[str] | None = Field(None, description="Saken det ble godkjent i.")
    dato: Kanskje[Dato] | None = Field(
        None, description="Dagen det ble godkjent, når det skjedde utenom et møte."
    )
    maate: Kanskje[Maate] | None = Field(None, description="Måten det skjedde på utenom et møte.")
    segl: str | None = Field(None, description="Kontrollsum av teksten, slik eldre filer har den.")
    forseglet: Segl | None = Field(
        None, description="Kontrollsummer av det som ble godkjent, en for hver del."
    )
    neste_moete: Nestemoete | None = Field(
        None, description="Det neste møtet, slik det sto i referatet da det ble godkjent."
    )
    savnet: Annotated[tuple[str, ...] | None, NEVNER] = Field(
        None,
        description="De som var innkalt og ikke møtte, slik det sto i referatet da det ble godkjent. En oppnevning som "
        "føres senere, endrer det ikke.",
    )

    @model_validator(mode="after")
    def _in_a_meeting_or_between(self) -> Self:
        """Read by the files' own words: one way or the other, and all of it."""
        between = self.dato is not None or self.maate is not None
        if between and (self.moete is not None or self.sak is not None):
            text = (
                "et referat er godkjent enten i et møte («moete» og «sak») eller utenom («dato» og «maate»)"
            )
            raise PydanticCustomError("feil_godkjent", text)
        lacking = ("dato", "maate") if between else ("moete", "sak")
        if any(getattr(self, key) is None for key in lacking):
            raise PydanticCustomError("feil_godkjent", f"her mangler «{lacking[0]}» eller «{lacking[1]}»")
        return self

    @property
    def dag(self) -> date | Ukjent:
        """The day it was approved."""
        if isinstance(self.moete, Moetenavn):
            return self.moete.dag
        return self.moete or self.dato or UKJENT


class Rettelse(Post):
    """An error was put right in minutes that were approved already."""

    dato: Kanskje[Dato] = Field(description="Dagen det ble rettet.")
    hva: str = Field(description="Det som ble rettet.")
    forseglet: Segl | None = Field(None, description="Kontrollsummer av den rettede teksten.")


class Referat(Post):
    """What has become of the minutes."""

    godkjent: Kanskje[Godkjent] | None = Field(
        None,
        description="Hvor det ble godkjent. Uten dette er referatet ikke godkjent, hva som enn står i saken.",
    )
    tidligere_godkjent: tuple[Godkjent, ...] = Field(
        (), description="Godkjenninger før denne, når en rettet tekst er godkjent på nytt."
    )
    rettelser: tuple[Rettelse, ...] = Field((), description="Feil som er rettet etter at det var godkjent.")
    publisert: Kanskje[Publisert] | None = Field(None, description="Når og hvor det ble lagt ut.")
    sendt_til: Annotated[Kanskje[Liste] | None, NEVNER] = Field(None, description="Hvem det er sendt til.")
    vedlegg: tuple[Vedlegg, ...] = Field((), description="Vedlegg til referatet som ikke hører til én sak.")
