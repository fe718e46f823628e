"""moeter/<dato>.yaml: one meeting, from the notice to the published minutes."""

from pathlib import PurePosixPath
from typing import Annotated, Literal, Self

from pydantic import Field

from brukerutvalg_cli.model.post import Filpost, Post
from brukerutvalg_cli.model.sak import Sak, Vedlegg
from brukerutvalg_cli.model.verdier import (
    EN_ELLER_FLERE,
    UKJENT,
    Dato,
    Heltall,
    JaNei,
    Kanskje,
    Klokkeslett,
    LestFoerst,
    Tekst,
    Ukjent,
    alle_navngitt,
    kjent,
)
from brukerutvalg_cli.model.visshet import Visshet, alle

Form = Literal["fysisk", "digitalt", "hybrid"]
Status = Literal["planlagt", "innkalt", "avholdt", "avlyst"]
Rolle = Literal["observatoer", "sekretariat", "gjest"]
Liste = Annotated[tuple[str, ...], EN_ELLER_FLERE]


class Sted(Post):
    """Where the meeting is."""

    navn: Kanskje[str] | None = Field(None, description="Navnet på stedet.")
    universell_utforming: Kanskje[JaNei] | None = Field(None, description="Kan alle komme inn og ta del?")


class Publisert(Post):
    """Where and when a document was made public."""

    dato: Kanskje[Dato] = Field(description="Dagen det ble lagt ut.")
    kanal: Kanskje[str] = Field(
        default_factory=lambda: UKJENT, description="Stedet det ble lagt ut. Uten det: ukjent."
    )
    via: Kanskje[str] | None = Field(None, description="Hvem som la det ut, når det ikke var utvalget selv.")
    url: str | None = Field(None, description="Adressen til siden.")


class Sakliste(Post):
    """The agenda: who proposed it, who approved it, in consultation with whom, and when."""

    foreslaatt_av: Kanskje[Liste] | None = Field(
        None, description="Et utvalg (redaksjonsraad), en person, en side."
    )
    godkjent_av: Kanskje[Liste] | None = Field(None, description="Hvem som godkjente den.")
    i_samraad_med: Kanskje[Liste] | None = Field(None, description="Hvem godkjenningen skjedde i samråd med.")
    dato: Kanskje[Dato] | None = Field(None, description="Dagen den ble godkjent.")
    publisert: Kanskje[Publisert] | None = Field(None, description="Når og hvor den ble lagt ut.")


class Sendt(Post):
    """The days on which papers went out. The first complete dispatch counts."""

    innkalling: Kanskje[Dato] | None = Field(None, description="Dagen innkallingen gikk ut.")
    sakliste: Kanskje[Dato] | None = Field(None, description="Dagen sakslista gikk ut.")
    sakspapirer: Kanskje[Dato] | None = Field(None, description="Dagen sakspapirene gikk ut.")
    referat: Kanskje[Dato] | None = Field(None, description="Dagen referatet gikk ut.")
    til: Kanskje[Liste] | None = Field(
        None, description="Hvem innkalling og papirer gikk til, utover medlemmene."
    )


class Oppmoete(Post):
    """One who was there: a member or deputy by id, or a guest by name."""

    person: str | None = Field(None, description="Personen, når det finnes en fil under medlemmer.")
    navn: Kanskje[str] | None = Field(None, description="Navnet på en gjest som ikke har egen fil.")
    funksjon: Kanskje[str] | None = Field(None, description="Stillingen til en gjest.")
    side: Kanskje[str] | None = Field(None, description="Siden en gjest kommer fra.")
    representerer: Kanskje[str] | None = Field(
        None, description="Organisasjonen eller organet en gjest kommer fra."
    )
    fra_utvalg: Kanskje[str] | None = Field(
        None, description="Utvalget gjesten kommer fra: id-en, eller navnet på et som ikke er i registeret."
    )
    verv: Kanskje[str] | None = Field(None, description="Vervet gjesten har der.")
    vara_for: Kanskje[str] | None = Field(None, description="Personen en vara møter for.")
    lytter: Kanskje[JaNei] | None = Field(None, description="Ja: en vara som bare hører på.")
    rolle: Kanskje[Rolle] | None = Field(
        None,
        description="Hva den var der som, som ikke var der som medlem eller vara: observatoer, sekretariat (også "
        "andre ansatte) eller gjest. Sekretæren er sekretariat uten det.",
    )
    digitalt: Kanskje[JaNei] | None = Field(None, description="Ja: var med digitalt.")
    kom: Kanskje[str] | None = Field(
        None,
        description="Når den kom som ikke var der fra starten: et klokkeslett, eller den første saken den var med på.",
    )
    gikk: Kanskje[str] | None = Field(
        None,
        description="Når den gikk som ikke ble til slutten: et klokkeslett, eller den siste saken den var med på.",
    )
    kalt_inn_av: Kanskje[str] | None = Field(
        None, description="Hvem som kalte inn varaen: et verv eller en person."
    )
    stemmerett: Kanskje[JaNei] | None = Field(None, description="Ja: stemte eller kunne stemme i møtet.")
    dekker: Kanskje[Liste] | None = Field(None, description="Hva som dekkes av godtgjørelsen.")
    godtgjoeres_etter: Kanskje[str] | None = Field(None, description="Reglene godtgjørelsen følger.")

    @property
    def kalt(self) -> str:
        """What they are called where a person is spoken of: the id, else the name, as far as anybody knows it."""
        return self.person or kjent(self.navn) or "en gjest"

    @property
    def deltok(self) -> Visshet:
        """Whether they took part: a deputy who only listened did not, nor an observer."""
        role = self.rolle
        return alle(
            None if isinstance(fact, Ukjent) else not fact
            for fact in (self.lytter, role if isinstance(role, Ukjent) else role == "observatoer")
        )


class Godkjent(Post):
    """Where the minutes were approved."""

    moete: Kanskje[Dato] = Field(description="Møtet som godkjente det.")
    sak: Kanskje[str] = Field(description="Saken det ble godkjent i.")
    segl: str | None = Field(None, description="Kontrollsum av den godkjente teksten.")


class Referat(Post):
    """What has become of the minutes."""

    godkjent: Kanskje[Godkjent] | None = Field(
        None,
        description="Hvor det ble godkjent. Uten dette er referatet ikke godkjent, hva som enn står i saken.",
    )
    publisert: Kanskje[Publisert] | None = Field(None, description="Når og hvor det ble lagt ut.")
    sendt_til: Kanskje[Liste] | None = Field(None, description="Hvem det er sendt til.")
    vedlegg: tuple[Vedlegg, ...] = Field((), description="Vedlegg til referatet som ikke hører til én sak.")


class Flytting(Post):
    """The meeting was moved: which day it stood on before, and when that was decided."""

    fra: Dato = Field(description="Dagen møtet sto på før; den samme når bare tid eller sted er nytt.")
    dato: Dato = Field(description="Dagen det ble flyttet.")


class Formoete(Post):
    """What the user side discussed among themselves before the meeting."""

    tid: str | None = Field(None, description="Når det var.")
    referat: Tekst | None = Field(None, description="Det som ble sagt.")


class Moete(Filpost):
    """A meeting of the council. `dato` is the file's name."""

    dato: Dato = Field(description="Dagen møtet er. Samme som filnavnet.")
    nummer: Kanskje[str] | None = Field(None, description="Møtets eget nummer, som 397 eller 3/26.")
    tid: Kanskje[Klokkeslett] | None = Field(None, description="Når møtet begynner, som 12:15.")
    slutt: Kanskje[Klokkeslett] | None = Field(None, description="Når møtet slutter.")
    sted: Kanskje[Sted] | None = Field(None, description="Hvor møtet er.")
    form: Kanskje[Form] | None = Field(None, description="Om folk møtes fysisk, digitalt eller begge deler.")
    aapent: Kanskje[JaNei] | None = Field(None, description="Kan hvem som helst komme og høre på?")
    ekstraordinaert: Kanskje[JaNei] = Field(False, description="Ja: kalt inn utenom de vanlige møtene.")
    status: Status = Field(description="Hvor langt møtet er kommet.")
    avgjoeres_i: Dato | None = Field(None, description="Møtet som avgjør om dette skal holdes.")
    flyttet: tuple[Flytting, ...] = Field(
        (), description="Dager møtet har stått på før, og endringer av tid og sted etter innkallingen."
    )
    praktisk: Tekst | None = Field(None, description="Praktisk informasjon som skal stå i innkallingen.")
    sakliste: Kanskje[Sakliste] | None = Field(None, description="Hvem som foreslo og godkjente sakslista.")
    faste_saker: Kanskje[Liste] | None = Field(
        None,
        description="Står i eldre filer. Et fast punkt er en sak med «fast»; det som bare står her, blir ikke vurdert.",
    )
    sendt: Kanskje[Sendt] | None = Field(None, description="Når innkalling og papirer gikk ut.")
    moeteleder: Kanskje[str] | None = Field(None, description="Personen som ledet møtet.")
    referent: Kanskje[str] | None = Field(None, description="Personen som skrev referatet.")
    oppmoete: Annotated[Kanskje[tuple[Oppmoete, ...]] | None, LestFoerst(alle_navngitt)] = Field(
        None, description="De som var der. Er en av dem ukjent, er lista det."
    )
    antall_stemmeberettigede: Kanskje[Heltall] | None = Field(
        None, description="Hvor mange med stemmerett som var der da møtet begynte, slik de ble talt opp."
    )
    forfall: Kanskje[Liste] | None = Field(None, description="Hvem som meldte forfall. Aldri hvorfor.")
    ikke_moett: Kanskje[Liste] | None = Field(
        None,
        description="De som var ventet, og verken kom eller meldte forfall. Den som har et sikkert verv og ikke er "
        "ført noe sted, regnes med uten å stå her.",
    )
    innledning: Tekst | None = Field(None, description="Det som ble sagt før første sak.")
    formoete: Formoete | None = Field(None, description="Brukersidens eget møte på forhånd.")
    saker: tuple[Sak, ...] = Field((), description="Sakene, i den rekkefølgen de står på sakslista.")
    undertegnes_av: Kanskje[Liste] | None = Field(
        None, description="De som skal skrive under referatet, når utvalget har valgt noen til det."
    )
    referat: Kanskje[Referat] | None = Field(None, description="Hva som er blitt av referatet.")
    merknad: Tekst | None = Field(None, description="Intern merknad. Vises aldri i et dokument.")

    def lagt_i(self, path: str) -> Self:
        """As any record of a file; its cases are told where they are, too."""
        name = PurePosixPath(path).stem
        for plass, sak in enumerate(self.saker, 1):
            sak.satt_paa(name, plass)
        return super().lagt_i(path)
