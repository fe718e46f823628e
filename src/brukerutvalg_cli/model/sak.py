"""One case on an agenda, with its minutes, decision, elections and follow-ups."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.model.avstemning import Avstemning, Vedtak
from brukerutvalg_cli.model.maalform import Maalform
from brukerutvalg_cli.model.merker import ALLTID, ETTERPAA, NEVNER
from brukerutvalg_cli.model.moetenavn import Moetenavn, Moetet
from brukerutvalg_cli.model.ordvalg import Fase, Forslagsutfall, HoererTil, Sakstype
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.saksnummer import Saksnummer, har_aar, som_argument
from brukerutvalg_cli.model.verdier import (
    EN_ELLER_FLERE,
    VOKTER,
    Dato,
    JaNei,
    Kanskje,
    Klokkeslett,
    LestFoerst,
    Liste,
    Navneord,
    Tekst,
    Ukjent,
    alle_navngitt,
    i_rekkefoelge,
    kjent,
)
from brukerutvalg_cli.model.visshet import Visshet, noen, uvisst

GRUPPE = (
    "Delen av sakslista den hører til: til_behandling, orienteringer, referatsaker, eventuelt, eller en egen."
)
ARKIVSAK = "Nummeret i arkivet, som 22/1234."
SAKSBEHANDLER = "Hvem som forbereder saken: en person-id, eller navn og funksjon."
FORSLAG = "Forslaget til vedtak, ordrett."


class Vedlegg(Post):
    """An annex. It need not be a file here."""

    tittel: str = Field(description="Tittelen slik den skal stå i dokumentene.")
    fil: str | None = Field(None, description="Filnavnet under vedlegg/.")
    dato: Kanskje[Dato] | None = Field(None, description="Dagen det selv er datert.")
    hoerer_til: Annotated[Kanskje[HoererTil], VOKTER] = Field(
        "begge",
        description="Dokumentet det følger: innkalling, referat eller begge. Det som ble til i møtet eller senere, "
        "hører til referatet. Er det ukjent, vises det bare der.",
    )
    maalform: Kanskje[Maalform] | None = Field(
        None, description="Målforma tittelen er skrevet på, når det er en annen enn utvalgets."
    )

    def foelger(self, dokument: Literal["innkalling", "referat"]) -> bool:
        """Whether it goes with this document, as far as is known: the minutes have all but what is the notice's own."""
        if isinstance(self.hoerer_til, Ukjent):
            return dokument == "referat"
        return self.hoerer_til in ("begge", dokument)


class Oppfoelging(Post):
    """Something somebody took upon themselves."""

    hva: str = Field(description="Det som skal gjøres.")
    ansvarlig: Annotated[Kanskje[str] | None, NEVNER] = Field(None, description="Hvem som tok det på seg.")
    frist: Kanskje[Dato] | None = Field(None, description="Dagen det skal være gjort.")
    omtrent: JaNei = Field(False, description="Er fristen bare omtrent den dagen?")
    til_neste_moete: JaNei | None = Field(
        None, description="ja: skal være gjort til neste møte, hvilken dag det enn blir."
    )
    fullfoert: Kanskje[Dato] | None = Field(None, description="Dagen det ble gjort.")


class Valgt(Post):
    """Who was elected to what, and for how long. Both days of the term count."""

    verv: Annotated[Navneord, NEVNER] = Field(description="Vervet det ble valgt til.")
    valgt: Annotated[Kanskje[Liste], NEVNER] = Field(
        description="De som ble valgt: personer, eller en organisasjon."
    )
    fra: Kanskje[Dato] = Field(description="Første dag i perioden.")
    til: Kanskje[Dato] | None = Field(None, description="Siste dag i perioden. Uten den: åpen.")
    supplerer: Kanskje[JaNei] = Field(
        False,
        description="ja: valgt i tillegg til dem som sitter. Uten dette avløser de valgte dem som hadde vervet.",
    )
    fraviker: Annotated[tuple[str, ...], EN_ELLER_FLERE] = Field(
        (), description="Bestemmelser som utvalget selv velger å fravike."
    )
    merknad: Tekst | None = Field(None, description="Intern merknad. Vises aldri i et dokument.")

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        i_rekkefoelge(self.fra, self.til)
        return self


class Valg(Avstemning, Valgt):
    """An election held under a case, and how it was decided: it is a decision, too."""


class Inhabil(Post):
    """Somebody who was disqualified from a case, and who stood in for them in it."""

    person: Annotated[str, NEVNER] = Field(description="Den som var inhabil, og ikke regnes med i saken.")
    vara: Annotated[Kanskje[str] | None, NEVNER] = Field(
        None, description="Varaen som møtte i stedet i denne saken."
    )


class Protokolltilfoersel(Post):
    """What somebody wanted on record: that they disagreed, and what they had to say."""

    av: Annotated[Kanskje[Liste], NEVNER] = Field(
        description="Hvem som ville ha det ført: personer, en side, en organisasjon."
    )
    tekst: Tekst = Field(description="Teksten, slik den skal stå i referatet.")


class Referert(Post):
    """Where a case was reported: to another body, in one of its own cases."""

    organ: Annotated[str, NEVNER] = Field(
        description="Organet saken ble referert i: et utvalg, et organ eller et navn."
    )
    dato: Kanskje[Dato] | None = Field(None, description="Dagen den ble referert.")
    sak: Kanskje[str] | None = Field(None, description="Saken i det organet, som 45/26.")


def saksnavn(nr: str, moete: str, plass: int) -> str:
    """What a case is called in its council: `28/22`, `2026-03-04 3`, `2026-03-04 punkt 5`."""
    if nr and (har_aar(nr) or not moete):
        return nr
    return f"{moete} {nr or f'punkt {plass}'}".strip()


class Sak(Post):
    """A case. `referat` is the secretary's own text, in Markdown."""

    nr: Saksnummer = Field(
        "",
        description="Saksnummeret slik utvalget skriver det: 28/22, PS 6/19, 2022/28, 3. Et punkt utenfor numrene "
        "har ikke noe.",
    )
    tittel: str = Field(description="Tittelen på saken.")
    type: Kanskje[Sakstype] = Field(description="Hva slags sak det er.")
    innmeldt_av: Annotated[Kanskje[str] | None, NEVNER] = Field(
        None, description="En side, en person eller en organisasjon."
    )
    innmeldt: Annotated[Kanskje[Dato] | None, ALLTID] = Field(None, description="Dagen saken ble meldt inn.")
    satt_opp: Dato | None = Field(
        None, description="Dagen saken kom på sakslista, når innkallingen alt var sendt."
    )
    fase: Kanskje[Fase] | None = Field(None, description="Hvor langt arbeidet er kommet.")
    foer_beslutning: Annotated[Kanskje[JaNei] | None, ALLTID] = Field(
        None, description="Kom saken før beslutningen var tatt?"
    )
    tema: Kanskje[Liste] = Field((), description="Temaene saken handler om.")
    gruppe: Kanskje[Navneord] | None = Field(None, description=GRUPPE)
    arkivsak: Kanskje[str] | None = Field(None, description=ARKIVSAK)
    saksbehandler: Annotated[Kanskje[Liste] | None, NEVNER] = Field(None, description=SAKSBEHANDLER)
    innleder: Annotated[Kanskje[Liste], NEVNER] = Field(
        (), description="Hvem som la fram saken: en person-id, eller navn og funksjon."
    )
    fortrolig: Annotated[Kanskje[JaNei], VOKTER] = Field(
        False, description="Skal teksten holdes utenfor dokumentene? Den som er ukjent, holdes utenfor."
    )
    fortrolig_til: Annotated[Kanskje[Dato] | None, VOKTER] = Field(
        None, description="Når saken kan bli offentlig."
    )
    offentlig_tittel: Annotated[Kanskje[str] | None, VOKTER] = Field(
        None, description="Tittelen som vises når saken er fortrolig."
    )
    godkjenner: Kanskje[Annotated[tuple[Moetet, ...], EN_ELLER_FLERE]] = Field(
        (), description="Møtene som referatet ble godkjent fra. Hvert av dem får også «referat: godkjent»."
    )
    innkalt: Annotated[Kanskje[Liste], NEVNER] = Field(
        (), description="Hvem som er invitert til saken: personer, et verv som redaksjonsraad, eller en side."
    )
    fra_sak: Kanskje[str] | None = Field(
        None, description="Saken i utvalget som denne tar opp igjen, som 28/22."
    )
    fast: Kanskje[str] | None = Field(
        None, description="Det faste punktet saken er, som organisasjonenes_runde."
    )
    restanser: Annotated[JaNei, VOKTER] = Field(
        False, description="Skal dokumentene vise det som ble tatt på seg i tidligere møter og ikke er gjort?"
    )
    maalform: Kanskje[Maalform] | None = Field(
        None,
        description="Målforma tekstene i saken er skrevet på, når det er en annen enn utvalgets. Nettsida og "
        "e-posten sier da fra om det til den som får dem lest opp.",
    )
    framlegg: Tekst | None = Field(None, description="Teksten i innkallingen.")
    forslag: Tekst | None = Field(None, description=FORSLAG)
    referat: Annotated[Tekst | None, ETTERPAA] = Field(None, description="Teksten i referatet.")
    etter_moetet: Tekst | None = Field(None, description="Noe sekretæren føyde til etter møtet.")
    tatt_opp: Kanskje[Klokkeslett] | None = Field(
        None,
        description="Når saken ble tatt opp i møtet, som 13:10. Har noen kommet eller gått, følger det om de var der "
        "i saken.",
    )
    inhabil: Annotated[Kanskje[tuple[Inhabil, ...]] | None, LestFoerst(alle_navngitt)] = Field(
        None, description="De som var inhabile i saken, med vara. Er en av dem ukjent, er lista det."
    )
    vedtak: Annotated[Kanskje[Vedtak] | None, ETTERPAA] = Field(None, description="Vedtaket i saken.")
    forslaget: Kanskje[Forslagsutfall] | None = Field(
        None,
        description="Hva som ble av forslaget, når noen har sagt det. Er vedtaket ordrett det som var foreslått, "
        "trengs det ikke.",
    )
    protokolltilfoersel: Kanskje[tuple[Protokolltilfoersel, ...]] | None = Field(
        None, description="Det noen ba om å få ført: en uenighet, eller en merknad til vedtaket."
    )
    utsatt: Kanskje[JaNei] = Field(False, description="Ble saken utsatt?")
    utsatt_til: Annotated[Kanskje[str] | None, ETTERPAA] = Field(
        None, description="Saken den ble i det senere møtet, som 1/27. Den saken har «fra_sak»."
    )
    oversendt_til: Annotated[Kanskje[str] | None, NEVNER, ETTERPAA] = Field(
        None, description="Utvalget, eller organet i organisasjoner.yaml, saken ble sendt til."
    )
    svar: Annotated[Kanskje[str] | None, ETTERPAA] = Field(
        None, description="Svaret som kom på det utvalget meldte videre."
    )
    besvart: Annotated[Kanskje[Dato] | None, ETTERPAA] = Field(None, description="Dagen svaret kom.")
    svarfrist: Kanskje[Dato] | None = Field(
        None, description="Dagen svaret skal være kommet, når saken selv setter en."
    )
    referert_i: tuple[Referert, ...] = Field((), description="Andre organer saken er referert i.")
    oversendt_fra: Kanskje[str] | None = Field(
        None, description="Utvalget og saken den kom fra: nav-troendelag 12/24."
    )
    valg: tuple[Valg, ...] = Field((), description="Valgene som ble gjort i saken.")
    oppfoelging: tuple[Oppfoelging, ...] = Field((), description="Det noen tok på seg å gjøre.")
    vedlegg: tuple[Vedlegg, ...] = Field((), description="Vedleggene til saken.")
    merknad: Tekst | None = Field(None, description="Intern merknad. Vises aldri i et dokument.")

    # As the path of a file: where on which agenda it stands, told once by the loader.
    _punkt: ClassVar[tuple[str, int]] = ("", 0)

    def satt_paa(self, moete: str, plass: int) -> None:
        """Tells the case which agenda it is on, and where. For the loader."""
        self.__dict__["_punkt"] = (moete, plass)

    @property
    def navn(self) -> str:
        """What it is called in its council: the number, and where that begins anew in each meeting, the meeting too."""
        return saksnavn(self.nr, *self._punkt)

    @property
    def moetet(self) -> str:
        """The name of the meeting whose agenda it is on, as its file has it."""
        return self._punkt[0]

    @property
    def i_kommando(self) -> str:
        """Its name, as it is given to a command."""
        return som_argument(self.navn)

    @property
    def avgjort(self) -> Visshet:
        """Whether something was decided in it: a decision, or an election where it was not put off."""
        if isinstance(self.vedtak, Vedtak):
            return True
        held = uvisst("utsatt", self.navn) if isinstance(self.utsatt, Ukjent) else not self.utsatt
        return noen((uvisst("vedtak", self.navn) if self.vedtak else False, held if self.valg else False))

    @property
    def legger_fram(self) -> tuple[Moetenavn, ...]:
        """The meetings whose minutes it puts up for approval, as far as anybody knows."""
        return kjent(self.godkjenner) or ()


def avstemninger(sak: Sak) -> Iterator[tuple[Route, Avstemning]]:
    """Each thing that was, or may have been, voted on in a case: the decision, other proposals, elections."""
    if isinstance(sak.vedtak, Vedtak):
        yield ("vedtak",), sak.vedtak
        for nr, other in enumerate(kjent(sak.vedtak.alternativer) or ()):
            yield ("vedtak", "alternativer", nr), other
    for nr, valg in enumerate(sak.valg):
        yield ("valg", nr), valg
