"""Oppmøte: one who was at a meeting – as what, for whom, when they came and left, and what they were paid for."""

from typing import Annotated, Literal

from pydantic import Field

from brukerutvalg_cli.model.merker import ALLTID, NEVNER
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.skrivemaate import KANONISK
from brukerutvalg_cli.model.verdier import JaNei, Kanskje, Liste, Ukjent, kjent
from brukerutvalg_cli.model.visshet import Visshet, alle, uvisst

Oppmoeterolle = Literal["observatoer", "sekretariat", "gjest"]


class Oppmoete(Post):
    """One who was there: a member or deputy by id, or a guest by name."""

    person: Annotated[str | None, NEVNER] = Field(
        None, description="Personen, når det finnes en fil under medlemmer."
    )
    navn: Kanskje[str] | None = Field(None, description="Navnet på en gjest som ikke har egen fil.")
    funksjon: Kanskje[str] | None = Field(None, description="Stillingen til en gjest.")
    side: Annotated[Kanskje[str] | None, NEVNER] = Field(None, description="Siden en gjest kommer fra.")
    representerer: Annotated[Kanskje[str] | None, NEVNER] = Field(
        None, description="Organisasjonen eller organet en gjest kommer fra."
    )
    fra_utvalg: Annotated[Kanskje[str] | None, NEVNER] = Field(
        None, description="Utvalget gjesten kommer fra: id-en, eller navnet på et som ikke er i registeret."
    )
    verv: Annotated[Kanskje[str] | None, NEVNER] = Field(None, description="Vervet gjesten har der.")
    vara_for: Annotated[Kanskje[str] | None, NEVNER] = Field(None, description="Personen en vara møter for.")
    lytter: Kanskje[JaNei] | None = Field(None, description="Ja: en vara som bare hører på.")
    rolle: Kanskje[Oppmoeterolle] | None = Field(
        None,
        description="Hva den var der som, som ikke var der som medlem eller vara: observatoer, sekretariat (også "
        "andre ansatte) eller gjest. Sekretæren er sekretariat uten det.",
    )
    digitalt: Annotated[Kanskje[JaNei] | None, ALLTID] = Field(None, description="Ja: var med digitalt.")
    kom: Kanskje[str] | None = Field(
        None,
        description="Når den kom som ikke var der fra starten: et klokkeslett, eller den første saken den var med på.",
    )
    gikk: Kanskje[str] | None = Field(
        None,
        description="Når den gikk som ikke ble til slutten: et klokkeslett, eller den siste saken den var med på.",
    )
    kalt_inn_av: Annotated[Kanskje[str] | None, NEVNER] = Field(
        None, description="Hvem som kalte inn varaen: et verv eller en person."
    )
    stemmerett: Kanskje[JaNei] | None = Field(None, description="Ja: stemte eller kunne stemme i møtet.")
    dekker: Annotated[Kanskje[Liste] | None, KANONISK] = Field(
        None, description="Hva som dekkes av godtgjørelsen."
    )
    godtgjoeres_etter: Annotated[Kanskje[str] | None, KANONISK] = Field(
        None, description="Reglene godtgjørelsen følger."
    )

    @property
    def kalt(self) -> str:
        """What they are called where a person is spoken of: the id, else the name, as far as anybody knows it."""
        return self.person or kjent(self.navn) or "en gjest"

    @property
    def deltok(self) -> Visshet:
        """Whether they took part: a deputy who only listened did not, nor an observer."""
        listened, role = self.lytter, self.rolle
        if listened is True or role == "observatoer":
            return False
        if not (isinstance(listened, Ukjent) or isinstance(role, Ukjent)):
            return True
        keys = {"lytter": listened, "rolle": role}
        return alle(uvisst(key, self.kalt) for key, value in keys.items() if isinstance(value, Ukjent))
