"""moeter/<dato>.yaml: one meeting, from the notice to the published minutes."""

from datetime import date
from functools import cached_property
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from brukerutvalg_cli.model.forfall import Forfall
from brukerutvalg_cli.model.merker import ALLTID, NEVNER
from brukerutvalg_cli.model.moetenavn import Moetenavn, Moetet, navn_i_fila
from brukerutvalg_cli.model.moetepapirer import Referat, Sakliste, Sakspapirer, Sendt
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.ordvalg import Form
from brukerutvalg_cli.model.post import Filpost, Post
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.verdier import (
    EN_ELLER_FLERE,
    Dato,
    Heltall,
    JaNei,
    Kanskje,
    Klokkeslett,
    LestFoerst,
    Liste,
    Tekst,
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


class Flytting(Post):
    """The meeting was moved: which day it stood on before, and when that was decided."""

    fra: Moetet = Field(
        description="Dagen møtet sto på før, slik fila het; den samme når bare tid eller sted er nytt."
    )
    dato: Dato = Field(description="Dagen det ble flyttet.")
    gjenopptatt: JaNei = Field(False, description="ja: møtet var avlyst, og skal holdes likevel.")
    varslet: JaNei | None = Field(
        None,
        description="nei: innkallingen gikk ut samme dag, før det ble flyttet. ja: en ny er sendt siden.",
    )


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
