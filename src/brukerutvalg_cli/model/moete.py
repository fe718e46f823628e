"""moeter/<dato>.yaml: one meeting, from the notice to the published minutes."""

from datetime import date
from functools import cached_property
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.model.avstemning import Maate
from brukerutvalg_cli.model.forfall import Forfall
from brukerutvalg_cli.model.forseglet import Nestemoete, Segl
from brukerutvalg_cli.model.forsendelse import Forsendelse
from brukerutvalg_cli.model.merker import ALLTID, NEVNER
from brukerutvalg_cli.model.moetenavn import Moetenavn, Moetet, navn_i_fila
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.ordvalg import Form
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
    Liste,
    Tekst,
    Ukjent,
    alle_navngitt,
    i_rekkefoelge,
    kjent,
)

Status = Literal["planlagt", "innkalt", "avholdt", "avlyst"]


def minutter(klokke: str | None) -> int:
    """Minutes after midnight of a time of day, `12:15` or `12.15`; -1 where it is not known."""
    if klokke is None:
        return -1
    hour, minute = klokke.replace(".", ":").split(":")
    return int(hour) * 60 + int(minute)


class Sted(Post):
    """Where the meeting is."""

    navn: Annotated[Kanskje[str] | None, ALLTID] = Field(None, description="Navnet på stedet.")
    universell_utforming: Annotated[Kanskje[JaNei] | None, ALLTID] = Field(
        None, description="Kan alle komme inn og ta del?"
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


class Flytting(Post):
    """The meeting was moved: which day it stood on before, and when that was decided."""

    fra: Moetet = Field(
        description="Dagen møtet sto på før, slik fila het; den samme når bare tid eller sted er nytt."
    )
    dato: Dato = Field(description="Dagen det ble flyttet.")
    gjenopptatt: JaNei = Field(False, description="ja: møtet var avlyst, og skal holdes likevel.")


class Avbrudd(Post):
    """The meeting was broken off, and went on later, that day or another."""

    dato: Kanskje[Dato] | None = Field(
        None, description="Dagen det ble avbrutt, når det ikke var den første."
    )
    fra: Kanskje[Klokkeslett] | None = Field(None, description="Når det ble avbrutt.")
    fortsatte: Kanskje[Dato] | None = Field(None, description="Dagen det fortsatte, når det var en annen.")
    til: Kanskje[Klokkeslett] | None = Field(None, description="Når det fortsatte.")


class Formoete(Post):
    """What the user side discussed among themselves before the meeting."""

    tid: str | None = Field(None, description="Når det var.")
    referat: Tekst | None = Field(None, description="Det som ble sagt.")


class Moete(Filpost):
    """A meeting of the council. Its file is called by its `dato`, with `-2` where it is the second that day."""

    strekning: ClassVar[tuple[str, str]] = ("dato", "slutt_dato")

    id: str | None = Field(
        None,
        description="Det møtet kjennes igjen på i kalendere, hvilken dag det enn blir. Settes én gang.",
    )
    dato: Dato = Field(
        description="Dagen møtet er. Samme som filnavnet; det andre møtet en dag ligger i 2026-12-02-2.yaml."
    )
    nummer: Kanskje[str] | None = Field(None, description="Møtets eget nummer, som 397 eller 3/26.")
    tid: Annotated[Kanskje[Klokkeslett] | None, ALLTID] = Field(
        None, description="Når møtet begynner, som 12:15."
    )
    slutt: Annotated[Kanskje[Klokkeslett] | None, ALLTID] = Field(None, description="Når møtet slutter.")
    slutt_dato: Kanskje[Dato] | None = Field(None, description="Siste dag, når møtet varer over flere.")
    avbrudd: tuple[Avbrudd, ...] = Field((), description="Ganger møtet ble avbrutt, og fortsatte senere.")
    sted: Annotated[Kanskje[Sted] | None, ALLTID] = Field(None, description="Hvor møtet er.")
    lenke: Kanskje[str] | None = Field(
        None,
        description="Lenken til videomøtet. Den er med i e-posten og kalenderen til dem som er innkalt, og aldri i "
        "dokumentene.",
    )
    felles_med: Annotated[Kanskje[Liste], NEVNER] = Field(
        (), description="Utvalgene møtet er felles med. Det føres ett sted, og regnes med i alle."
    )
    form: Annotated[Kanskje[Form] | None, ALLTID] = Field(
        None, description="Om folk møtes fysisk, digitalt eller begge deler."
    )
    aapent: Annotated[Kanskje[JaNei] | None, ALLTID] = Field(
        None, description="Kan hvem som helst komme og høre på?"
    )
    ekstraordinaert: Kanskje[JaNei] = Field(False, description="Ja: kalt inn utenom de vanlige møtene.")
    status: Status = Field(description="Hvor langt møtet er kommet.")
    avgjoeres_i: Moetet | None = Field(None, description="Møtet som avgjør om dette skal holdes.")
    flyttet: tuple[Flytting, ...] = Field(
        (), description="Dager møtet har stått på før, og endringer av tid og sted etter innkallingen."
    )
    praktisk: Tekst | None = Field(None, description="Praktisk informasjon som skal stå i innkallingen.")
    sakliste: Kanskje[Sakliste] | None = Field(None, description="Hvem som foreslo og godkjente sakslista.")
    sakspapirer: Kanskje[Sakspapirer] | None = Field(None, description="Hva som er blitt av sakspapirene.")
    faste_saker: Kanskje[Liste] | None = Field(
        None,
        description="Står i eldre filer. Et fast punkt er en sak med «fast»; det som bare står her, blir ikke vurdert.",
    )
    sendt: Kanskje[Sendt] | None = Field(None, description="Når innkalling og papirer gikk ut.")
    moeteleder: Annotated[Kanskje[str] | None, NEVNER] = Field(None, description="Personen som ledet møtet.")
    referent: Annotated[Kanskje[str] | None, NEVNER] = Field(
        None, description="Personen som skrev referatet."
    )
    oppmoete: Annotated[Kanskje[tuple[Oppmoete, ...]] | None, LestFoerst(alle_navngitt)] = Field(
        None, description="De som var der. Er en av dem ukjent, er lista det."
    )
    antall_stemmeberettigede: Kanskje[Heltall] | None = Field(
        None, description="Hvor mange med stemmerett som var der da møtet begynte, slik de ble talt opp."
    )
    forfall: Annotated[
        Kanskje[Annotated[tuple[Forfall, ...], EN_ELLER_FLERE]] | None, LestFoerst(alle_navngitt), NEVNER
    ] = Field(
        None,
        description="Hvem som meldte forfall, og når, om det trengs. Aldri hvorfor.",
    )
    ikke_moett: Annotated[Kanskje[Liste] | None, NEVNER] = Field(
        None,
        description="De som var ventet, og verken kom eller meldte forfall. Den som har et sikkert verv og ikke er "
        "ført noe sted, regnes med uten å stå her.",
    )
    innledning: Tekst | None = Field(None, description="Det som ble sagt før første sak.")
    formoete: Formoete | None = Field(None, description="Brukersidens eget møte på forhånd.")
    saker: tuple[Sak, ...] = Field((), description="Sakene, i den rekkefølgen de står på sakslista.")
    undertegnes_av: Annotated[Kanskje[Liste] | None, NEVNER] = Field(
        None, description="De som skal skrive under referatet, når utvalget har valgt noen til det."
    )
    referat: Kanskje[Referat] | None = Field(None, description="Hva som er blitt av referatet.")
    merknad: Tekst | None = Field(None, description="Intern merknad. Vises aldri i et dokument.")

    def lagt_i(self, path: str) -> Self:
        """As any record of a file; its cases are told where they are, too."""
        name = path.rpartition("/")[2].removesuffix(".yaml")
        for plass, sak in enumerate(self.saker, 1):
            sak.satt_paa(name, plass)
        return super().lagt_i(path)

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        i_rekkefoelge(self.dato, self.slutt_dato, "slutt_dato")
        return self

    @cached_property
    def navn(self) -> Moetenavn:
        """What others call it by: the day, and its number among the meetings of that day."""
        return navn_i_fila(self.path.rpartition("/")[2].removesuffix(".yaml"), self.dato)

    @property
    def rekkefoelge(self) -> tuple[date, int, int]:
        """What meetings are put in order by: the day, then the time where it is known, then the number that day."""
        return self.dato, minutter(kjent(self.tid)), self.navn.nr

    @property
    def legger_fram(self) -> tuple[Moetenavn, ...]:
        """The meetings whose minutes it puts up for approval: none where it was called off, or the case was put off."""
        cases = () if self.status == "avlyst" else self.saker
        return tuple(name for sak in cases if not kjent(sak.utsatt) for name in sak.legger_fram)
