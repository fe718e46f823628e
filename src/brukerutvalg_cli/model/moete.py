"""moeter/<dato>.yaml: one meeting, from the notice to the published minutes."""

from typing import Annotated, Literal

from pydantic import Field

from brukerutvalg_cli.model.post import Filpost, Post
from brukerutvalg_cli.model.sak import Sak, Vedlegg
from brukerutvalg_cli.model.verdier import EN_ELLER_FLERE, Dato, JaNei, Kanskje, Klokkeslett

Form = Literal["fysisk", "digitalt", "hybrid"]
Status = Literal["planlagt", "innkalt", "avholdt", "avlyst"]
Liste = Annotated[tuple[str, ...], EN_ELLER_FLERE]


class Sted(Post):
    """Where the meeting is."""

    navn: Kanskje[str] | None = None
    universell_utforming: Kanskje[JaNei] | None = None


class Publisert(Post):
    """Where and when a document was made public."""

    dato: Kanskje[Dato]
    kanal: str = "nav.no"
    url: str | None = None


class Sakliste(Post):
    """The agenda: who proposed it, who approved it, in consultation with whom, and when."""

    foreslaatt_av: Kanskje[Liste] | None = Field(
        None, description="Et utvalg (redaksjonsraad), en person, en side."
    )
    godkjent_av: Kanskje[Liste] | None = None
    i_samraad_med: Kanskje[Liste] | None = None
    dato: Kanskje[Dato] | None = None
    publisert: Kanskje[Publisert] | None = None


class Sendt(Post):
    """The days on which papers went out. The first complete dispatch counts."""

    innkalling: Kanskje[Dato] | None = None
    sakliste: Kanskje[Dato] | None = None
    sakspapirer: Kanskje[Dato] | None = None
    referat: Kanskje[Dato] | None = None


class Oppmoete(Post):
    """One who was there: a member or deputy by id, or a guest by name."""

    person: str | None = None
    navn: str | None = Field(None, description="Navnet på en gjest som ikke har egen fil.")
    funksjon: str | None = None
    side: str | None = None
    representerer: str | None = None
    fra_utvalg: str | None = Field(None, description="Utvalget gjesten kommer fra.")
    verv: str | None = Field(None, description="Vervet gjesten har der.")
    vara_for: str | None = Field(None, description="Personen en vara møter for.")
    lytter: JaNei | None = Field(None, description="Ja: en vara som bare hører på.")
    digitalt: JaNei | None = None
    kalt_inn_av: str | None = None
    stemmerett: Kanskje[JaNei] | None = Field(None, description="Ja: stemte eller kunne stemme i møtet.")
    dekker: Kanskje[Liste] | None = Field(None, description="Hva som dekkes av godtgjørelsen.")
    godtgjoeres_etter: Kanskje[str] | None = None


class Godkjent(Post):
    """Where the minutes were approved."""

    moete: Dato
    sak: str
    segl: str | None = Field(None, description="Kontrollsum av den godkjente teksten.")


class Referat(Post):
    """What has become of the minutes."""

    godkjent: Kanskje[Godkjent] | None = None
    publisert: Kanskje[Publisert] | None = None
    sendt_til: Kanskje[Liste] | None = None
    vedlegg: tuple[Vedlegg, ...] = Field((), description="Vedlegg til referatet som ikke hører til én sak.")


class Flytting(Post):
    """The meeting was moved: which day it stood on before, and when that was decided."""

    fra: Dato
    dato: Dato


class Formoete(Post):
    """What the user side discussed among themselves before the meeting."""

    tid: str | None = None
    referat: str | None = None


class Moete(Filpost):
    """A meeting of the council. `dato` is the file's name."""

    dato: Dato
    tid: Kanskje[Klokkeslett] | None = None
    slutt: Kanskje[Klokkeslett] | None = None
    sted: Kanskje[Sted] | None = None
    form: Kanskje[Form] | None = None
    aapent: Kanskje[JaNei] | None = None
    status: Status
    avgjoeres_i: Dato | None = Field(None, description="Møtet som avgjør om dette skal holdes.")
    flyttet: tuple[Flytting, ...] = ()
    praktisk: str | None = Field(None, description="Praktisk informasjon som skal stå i innkallingen.")
    sakliste: Kanskje[Sakliste] | None = None
    sendt: Kanskje[Sendt] | None = None
    moeteleder: Kanskje[str] | None = None
    referent: Kanskje[str] | None = None
    oppmoete: Kanskje[tuple[Oppmoete, ...]] | None = None
    forfall: Kanskje[Liste] | None = Field(None, description="Hvem som meldte forfall. Aldri hvorfor.")
    innledning: str | None = Field(None, description="Det som ble sagt før første sak.")
    formoete: Formoete | None = None
    saker: tuple[Sak, ...] = ()
    referat: Kanskje[Referat] | None = None
    merknad: str | None = Field(None, description="Intern merknad. Vises aldri i et dokument.")
