"""One case on an agenda, with its minutes, decision, elections and follow-ups."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from brukerutvalg_cli.model.moetenavn import Moetenavn, Moetet
from brukerutvalg_cli.model.post import Filpost, Post
from brukerutvalg_cli.model.verdier import (
    EN_ELLER_FLERE,
    VOKTER,
    Dato,
    Heltall,
    JaNei,
    Kanskje,
    Navneord,
    Saksnummer,
    Tekst,
    Ukjent,
    i_rekkefoelge,
    kjent,
)

Sakstype = Literal[
    "godkjenning", "orientering", "droefting", "valg", "evaluering", "vedtak", "eventuelt", "annet"
]
Fase = Literal["planlegging", "gjennomfoering", "evaluering"]
Liste = Annotated[tuple[str, ...], EN_ELLER_FLERE]
Maate = Literal["epost", "sirkulasjon"]
"""How something is decided between meetings."""


HoererTil = Literal["innkalling", "referat", "begge"]


class Vedlegg(Post):
    """An annex. It need not be a file here."""

    tittel: str = Field(description="Tittelen slik den skal stå i dokumentene.")
    fil: str | None = Field(None, description="Filnavnet under vedlegg/.")
    hoerer_til: Annotated[Kanskje[HoererTil], VOKTER] = Field(
        "begge",
        description="Dokumentet det følger: innkalling, referat eller begge. Det som ble til i møtet eller senere, "
        "hører til referatet. Er det ukjent, vises det bare der.",
    )

    def foelger(self, dokument: Literal["innkalling", "referat"]) -> bool:
        """Whether it goes with this document, as far as is known: the minutes have all but what is the notice's own."""
        if isinstance(self.hoerer_til, Ukjent):
            return dokument == "referat"
        return self.hoerer_til in ("begge", dokument)


class Stemmer(Post):
    """Votes counted."""

    for_: Kanskje[Heltall] = Field(alias="for", description="Stemmer for.")
    mot: Kanskje[Heltall] = Field(0, description="Stemmer mot.")
    avholdende: Kanskje[Heltall] = Field(0, description="De som lot være å stemme.")


class UtenomMoetet(Post):
    """A decision was made between meetings, by everybody's answer to a letter. It is recorded in the next meeting."""

    dato: Kanskje[Dato] = Field(description="Dagen det ble vedtatt.")
    maate: Kanskje[Maate] = Field(description="epost eller sirkulasjon.")


class Vedtak(Post):
    """A decision."""

    tekst: Tekst = Field(description="Vedtaket, ordrett.")
    enstemmig: Kanskje[JaNei] | None = Field(None, description="Var alle enige?")
    stemmer: Kanskje[Stemmer] | None = Field(None, description="Stemmetallene: {for: 7, mot: 0}.")
    utenom_moetet: Kanskje[UtenomMoetet] | None = Field(
        None,
        description="Når og hvordan det ble vedtatt, når det ikke skjedde i møtet: {dato: …, maate: epost}.",
    )
    ved_likhet: Kanskje[str] | None = Field(
        None, description="Hvem eller hva som avgjorde ved stemmelikhet: et verv, eller loddtrekning."
    )


class Oppfoelging(Post):
    """Something somebody took upon themselves."""

    hva: str = Field(description="Det som skal gjøres.")
    ansvarlig: Kanskje[str] | None = Field(None, description="Hvem som tok det på seg.")
    frist: Kanskje[Dato] | None = Field(None, description="Dagen det skal være gjort.")
    omtrent: JaNei = Field(False, description="Er fristen bare omtrent den dagen?")
    fullfoert: Kanskje[Dato] | None = Field(None, description="Dagen det ble gjort.")


class Valg(Post):
    """An election held under a case. Both days of the term count."""

    verv: Navneord = Field(description="Vervet det ble valgt til.")
    valgt: Kanskje[Liste] = Field(description="De som ble valgt: personer, eller en organisasjon.")
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


class Sak(Post):
    """A case. `referat` is the secretary's own text, in Markdown."""

    nr: Saksnummer = Field(description="Saksnummeret, som 28/22.")
    tittel: str = Field(description="Tittelen på saken.")
    type: Kanskje[Sakstype] = Field(description="Hva slags sak det er.")
    innmeldt_av: Kanskje[str] | None = Field(None, description="En side, en person eller en organisasjon.")
    innmeldt: Kanskje[Dato] | None = Field(None, description="Dagen saken ble meldt inn.")
    satt_opp: Dato | None = Field(
        None, description="Dagen saken kom på sakslista, når innkallingen alt var sendt."
    )
    fase: Kanskje[Fase] | None = Field(None, description="Hvor langt arbeidet er kommet.")
    foer_beslutning: Kanskje[JaNei] | None = Field(None, description="Kom saken før beslutningen var tatt?")
    tema: Kanskje[Liste] = Field((), description="Temaene saken handler om.")
    innleder: Kanskje[Liste] = Field(
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
    innkalt: Kanskje[Liste] = Field(
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
    framlegg: Tekst | None = Field(None, description="Teksten i innkallingen.")
    referat: Tekst | None = Field(None, description="Teksten i referatet.")
    etter_moetet: Tekst | None = Field(None, description="Noe sekretæren føyde til etter møtet.")
    vedtak: Kanskje[Vedtak] | None = Field(None, description="Vedtaket i saken.")
    utsatt: Kanskje[JaNei] = Field(False, description="Ble saken utsatt?")
    oversendt_til: Kanskje[str] | None = Field(
        None, description="Utvalget, eller organet i organisasjoner.yaml, saken ble sendt til."
    )
    svar: Kanskje[str] | None = Field(None, description="Svaret som kom på det utvalget meldte videre.")
    oversendt_fra: Kanskje[str] | None = Field(
        None, description="Utvalget og saken den kom fra: nav-troendelag 12/24."
    )
    valg: tuple[Valg, ...] = Field((), description="Valgene som ble gjort i saken.")
    oppfoelging: tuple[Oppfoelging, ...] = Field((), description="Det noen tok på seg å gjøre.")
    vedlegg: tuple[Vedlegg, ...] = Field((), description="Vedleggene til saken.")
    merknad: Tekst | None = Field(None, description="Intern merknad. Vises aldri i et dokument.")

    @property
    def legger_fram(self) -> tuple[Moetenavn, ...]:
        """The meetings whose minutes it puts up for approval, as far as anybody knows."""
        return kjent(self.godkjenner) or ()


class InnmeldtSak(Filpost):
    """saker/<aar>-<nr>.yaml: a case submitted and not yet on an agenda."""

    tittel: str = Field(description="Tittelen på saken.")
    innmeldt_av: Kanskje[str] = Field(description="En side, en person eller en organisasjon.")
    innmeldt: Kanskje[Dato] = Field(description="Dagen saken ble meldt inn.")
    type: Kanskje[Sakstype] = Field("droefting", description="Hva slags sak det er.")
    fase: Kanskje[Fase] | None = Field(None, description="Hvor langt arbeidet er kommet.")
    foer_beslutning: Kanskje[JaNei] | None = Field(None, description="Kommer saken før beslutningen er tatt?")
    tema: Kanskje[Liste] = Field((), description="Temaene saken handler om.")
    fortrolig: Annotated[Kanskje[JaNei], VOKTER] = Field(
        False, description="Skal teksten holdes utenfor dokumentene? Den som er ukjent, holdes utenfor."
    )
    fortrolig_til: Annotated[Kanskje[Dato] | None, VOKTER] = Field(
        None, description="Når saken kan bli offentlig."
    )
    offentlig_tittel: Annotated[Kanskje[str] | None, VOKTER] = Field(
        None, description="Tittelen som vises når saken er fortrolig."
    )
    oversendt_fra: Kanskje[str] | None = Field(
        None, description="Utvalget og saken den kom fra: nav-troendelag 12/24."
    )
    merknad: Tekst | None = Field(None, description="Intern merknad. Vises aldri i et dokument.")
