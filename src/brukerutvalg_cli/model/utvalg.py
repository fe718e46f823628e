"""utvalg.yaml: the council itself, what binds it, and the deviations it has decided."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from brukerutvalg_cli.model.avvik import Avvik
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.maalform import Maalform, Navneform, Navneliste
from brukerutvalg_cli.model.merker import NEVNER
from brukerutvalg_cli.model.navn_i_bruk import TIL, i_bruk
from brukerutvalg_cli.model.post import Filpost, Post
from brukerutvalg_cli.model.saksnummer import Nummerformat
from brukerutvalg_cli.model.tidsrom import Tidsrom
from brukerutvalg_cli.model.verdier import (
    EN_ELLER_FLERE,
    UKJENT,
    VOKTER,
    Dato,
    Heltall,
    JaNei,
    Kanskje,
    Navneord,
    Tekst,
    Ukjent,
    i_rekkefoelge,
)
from brukerutvalg_cli.model.visshet import Visshet, fordi

STANDARD_VERV = (
    "leder",
    "nestleder",
    "medlem",
    "vara",
    "sekretaer",
    "kontaktperson",
    "brukerutvalgsansvarlig",
    "redaksjonsraad",
    "arbeidsutvalg",
)
ORGANER = frozenset({"redaksjonsraad", "arbeidsutvalg"})
"""The verv that several hold together: what such a body does, one member alone has not done."""

STANDARD_SIDER = ("bruker", "nav", "kommune")
STANDARD_ORDNINGER = ("tapt_arbeidsfortjeneste", "reise", "moetegodtgjoerelse")
STANDARD_SAKGRUPPER = ("til_behandling", "orienteringer", "referatsaker", "eventuelt")
Loep = Literal["aar", "moete", "alltid"]


class TidligereUtvalgsnavn(Post):
    """A name that a council had, in both language forms where they differ."""

    navn: Navneform = Field(
        description="Navnet slik det var: {nb: …, nn: …}, eller én tekst når det er likt."
    )
    til: Kanskje[Dato] = Field(description=TIL)


class RegelverkIBruk(Post):
    """One rule set that binds the council, from a day and possibly to one. Both days count."""

    id: Navneord = Field(description="Navnet på fila under records/regelverk, uten .yaml.")
    fra: Dato = Field(description="Første dag regelverket gjelder for utvalget.")
    til: Dato | None = Field(None, description="Siste dag. Et nytt mandat avløser det gamle av seg selv.")
    vedtatt_i: str | None = Field(None, description="Saken der utvalget vedtok det, som 28/22.")
    merknad: Tekst | None = Field(None, description="Intern merknad. Vises aldri i et dokument.")

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        i_rekkefoelge(self.fra, self.til)
        return self


class Nummerserie(Post):
    """How cases are numbered: all of them, or those of some parts of the agenda, from a day."""

    format: Nummerformat = Field(
        description="Skrivemåten: n er løpenummeret, aa eller aaaa året. n/aa, aaaa/n, PS n/aa, nn-aa, n, eller "
        "«ingen» for punkter uten nummer."
    )
    gjelder: Annotated[tuple[str, ...], EN_ELLER_FLERE] = Field(
        (),
        description="Gruppene, de faste punktene eller typene som har denne serien. Uten dette: de andre sakene.",
    )
    loeper: Loep | None = Field(
        None,
        description="Når numrene begynner på nytt: hvert aar, hvert moete, eller alltid videre. Uten dette: hvert aar "
        "når formatet har året, ellers hvert moete.",
    )
    foerste: Heltall = Field(1, description="Det første nummeret.")
    fra: Dato | None = Field(None, description="Første dag serien er i bruk. Uten dette: fra begynnelsen.")

    @property
    def begynner(self) -> Loep:
        """When the numbers begin anew."""
        return self.loeper or ("aar" if "a" in self.format else "moete")


class Utvalg(Filpost):
    """A council: its name, level and language, and which rules bind it."""

    id: str | None = Field(None, description="Samme som mappa, om den er skrevet.")
    navn: Navneform = Field(description="Utvalgets navn: {nb: …, nn: …}, eller én tekst når det er likt.")
    tidligere_navn: tuple[TidligereUtvalgsnavn, ...] = Field(
        (),
        description="Navn utvalget hadde før, hvert med siste dag. Dokumentene sier det navnet som gjaldt den dagen.",
    )
    nivaa: Navneord = Field(description="lokal, omraade, region, fylke, sentral, ungdom …")
    maalform: Maalform = Field(description="Målforma dokumentene skrives på.")
    eier: Annotated[Kanskje[Annotated[tuple[str, ...], EN_ELLER_FLERE]], NEVNER] = Field(
        (), description="Organisasjonen som eier utvalget, eller alle når flere eier det sammen."
    )
    overordnet: Annotated[Kanskje[str] | None, NEVNER] = Field(
        None,
        description="Id-en til utvalget på nivået over: en mappe i registeret, eller et organ i "
        "organisasjoner.yaml når utvalgets egne filer ligger et annet sted.",
    )
    ungdomsraad: Kanskje[str] | None = Field(
        None, description="Ungdomsrådet utvalget møter hos og får besøk av."
    )
    opprettet: Annotated[Dato | None, VOKTER] = Field(
        None, description="Første dag utvalget fantes. Før den kreves det ingenting av det."
    )
    nedlagt: Annotated[Dato | None, VOKTER] = Field(
        None, description="Siste dag utvalget fantes. Etter den kreves det ingenting av det."
    )
    gikk_inn_i: Annotated[Kanskje[str] | None, NEVNER] = Field(
        None, description="Utvalget det ble slått sammen med, eller gikk over i."
    )
    regelverk: tuple[RegelverkIBruk, ...] = Field(
        (), description="Regelverkene utvalget er bundet av, hvert fra en dag."
    )
    organisasjoner: Annotated[Kanskje[tuple[str, ...]], NEVNER] = Field(
        (), description="Organisasjonene som har plass i utvalget."
    )
    grupper: Kanskje[tuple[str, ...]] = Field((), description="Brukergruppene utvalget skal dekke.")
    inndelinger: Kanskje[dict[str, Kanskje[tuple[str, ...]]]] = Field(
        default_factory=dict,
        description="Egne inndelinger som mandatet går gjennom med «for_hver»: {region: [nord, soer]}. En person hører "
        "til den delen som er organisasjonen, en av gruppene eller en av stillingene personen har.",
    )
    tidsrom: dict[str, Tidsrom] = Field(
        default_factory=dict,
        description="Når en organisasjon, en gruppe, en side eller en del av en inndeling ikke har vært med hele tida: "
        "{rio: {fra: 2024-01-01}}. Den savnes bare da.",
    )
    verv: dict[str, Navneform] = Field(default_factory=dict, description="Verv utover de vanlige.")
    sider: dict[str, Navneform] = Field(
        default_factory=dict, description="Sider utover bruker, nav og kommune."
    )
    funksjoner: Navneliste = Field(
        default_factory=dict, description="Stillinger, slik de skal stå i dokumentene: {nb: …, nn: …}."
    )
    ordninger: Navneliste = Field(
        default_factory=dict, description="Godtgjørelsesordninger, og det som dekkes utover det vanlige."
    )
    mottakere: Navneliste = Field(
        default_factory=dict, description="Mottakere som verken er en organisasjon, et utvalg eller et verv."
    )
    hendelser: Navneliste = Field(
        default_factory=dict, description="Hendelser utvalget har navn på selv, og fører i hendelser.yaml."
    )
    saksnummer: tuple[Nummerserie, ...] = Field(
        (), description="Hvordan sakene nummereres. Uten dette: n/aa, som 28/22, fra 1 hvert år."
    )
    beholder_saksnummer: Kanskje[JaNei] = Field(
        False, description="ja: en utsatt sak har det samme nummeret når den kommer igjen."
    )
    sakgrupper: dict[str, Navneform] = Field(
        default_factory=dict,
        description="Deler av sakslista utover til_behandling, orienteringer, referatsaker og eventuelt.",
    )
    medlemsliste: Annotated[Literal["fullstendig", "ufullstendig"], VOKTER] = Field(
        "fullstendig", description="ufullstendig: det kan være flere medlemmer enn de som er ført."
    )
    registrert_fra: Annotated[Dato | None, VOKTER] = Field(
        None, description="Første dag registeret er fullstendig."
    )
    registrert_til: Annotated[Dato | None, VOKTER] = Field(
        None, description="Siste dag registeret er fullstendig."
    )
    foeringsfrist: Heltall | None = Field(
        None,
        description="Hvor mange dager det høyst skal gå fra noe er sendt, godkjent eller oppnevnt til det er ført. "
        "Med den holder «valider» registeret opp mot historikken i git.",
    )
    forfall_til: str | None = Field(None, description="Hvem forfall meldes til: et verv, ikke en adresse.")
    tilrettelegging: str | None = Field(None, description="Hvem en spør om tilrettelegging: et verv.")
    kopi: Annotated[tuple[str, ...], EN_ELLER_FLERE] = Field(
        (), description="Hvem som får innkallingen i kopi."
    )
    adresser_synlige: JaNei = Field(
        False, description="ja: de som får innkallingen på e-post, ser adressene til hverandre."
    )
    avvik: tuple[Avvik, ...] = Field((), description="Avvik fra mandatet som utvalget har vedtatt.")
    merknad: Tekst | None = Field(None, description="Intern merknad. Vises aldri i et dokument.")

    @property
    def vurderes_fra(self) -> date | None:
        """The first day on which anything can be asked of it: it is there, and its records are complete."""
        return max(filter(None, (self.registrert_fra, self.opprettet)), default=None)

    @property
    def vurderes_til(self) -> date | None:
        """The last day of that."""
        return min(filter(None, (self.registrert_til, self.nedlagt)), default=None)

    def sant_innen(self, dato: date) -> date:
        """The last day on which something may have come to be so of itself, to be true on the day of evaluation: what
        comes after the records end is not judged."""
        end = self.vurderes_til
        return min(dato, end + EN_DAG) if end else dato

    def er_nedlagt(self, dag: date) -> bool:
        """Whether it was there no more on this day."""
        return self.nedlagt is not None and self.nedlagt < dag

    def finnes(self, dag: date) -> bool:
        """Whether it is there on this day: neither before its first, nor after its last."""
        return not self.er_nedlagt(dag) and (self.opprettet is None or self.opprettet <= dag)

    def paa_dag(self, dag: date) -> Self:
        """The same council by the name of that day."""
        was = i_bruk(self.tidligere_navn, dag)
        return self.model_copy(update={"navn": was.navn}) if was else self

    def med(self, navn: str, dag: date) -> Visshet:
        """Whether an organisation has a seat, or a side, a group or another part is there, on this day."""
        span = self.tidsrom.get(navn)
        return span is None or fordi(span.dekker(dag), "tidsrom", navn, self.at("tidsrom", navn))

    @property
    def har_plass(self) -> tuple[str, ...] | Ukjent:
        """The organisations with a seat. Where nobody has said which, it is not known: few councils have none."""
        return self.organisasjoner if "organisasjoner" in self.model_fields_set else UKJENT

    def inndeling(self, navn: str) -> tuple[str, ...] | Ukjent:
        """The parts of a division of the council's own."""
        return UKJENT if isinstance(self.inndelinger, Ukjent) else self.inndelinger.get(navn, ())

    @property
    def alle_deler(self) -> tuple[str, ...] | Ukjent:
        """Every organisation, group, side and part of another division."""
        own = UKJENT if isinstance(self.inndelinger, Ukjent) else self.inndelinger
        listed = (self.organisasjoner, self.grupper, *((own,) if isinstance(own, Ukjent) else own.values()))
        if any(isinstance(names, Ukjent) for names in listed):
            return UKJENT
        return (*self.alle_sider, *(name for names in listed for name in names if isinstance(names, tuple)))

    @property
    def eneste_eier(self) -> str | None:
        """The owner where there is one and no other."""
        return None if self.eier is UKJENT or len(self.eier) != 1 else self.eier[0]

    @property
    def alle_verv(self) -> tuple[str, ...]:
        """The verv that are everywhere, and those of the council's own."""
        return (*STANDARD_VERV, *self.verv)

    @property
    def alle_sider(self) -> tuple[str, ...]:
        """The sides that are everywhere, and those of the council's own."""
        return (*STANDARD_SIDER, *self.sider)

    @property
    def alle_sakgrupper(self) -> tuple[str, ...]:
        """The parts that any agenda may have, and those of the council's own."""
        return (*STANDARD_SAKGRUPPER, *self.sakgrupper)

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        i_rekkefoelge(self.registrert_fra, self.registrert_til, "registrert_til")
        i_rekkefoelge(self.opprettet, self.nedlagt, "nedlagt")
        return self
