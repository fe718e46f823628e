"""records/regelverk/<id>.yaml: a mandate, template, guideline, recommendation, law or standing decision."""

from functools import cached_property
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.bekreftelse import Bekreftelse
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse, Paastand
from brukerutvalg_cli.mandat.frist import Frist
from brukerutvalg_cli.mandat.funksjonstid import Funksjonstid
from brukerutvalg_cli.mandat.hyppighet import Hyppighet
from brukerutvalg_cli.mandat.krav.forfall import KravForfall
from brukerutvalg_cli.mandat.krav.hendelse import KravHendelse
from brukerutvalg_cli.mandat.krav.moete import KravMoete
from brukerutvalg_cli.mandat.krav.oppfoelging import KravOppfoelging
from brukerutvalg_cli.mandat.krav.oppmoete import KravOppmoete
from brukerutvalg_cli.mandat.krav.oppnevning import KravOppnevning
from brukerutvalg_cli.mandat.krav.sak import KravSak
from brukerutvalg_cli.mandat.krav.utvalg import KravUtvalg
from brukerutvalg_cli.mandat.krav.vedtak import KravVedtak
from brukerutvalg_cli.mandat.rettighet import Rettighet
from brukerutvalg_cli.mandat.sammensetning import Sammensetning
from brukerutvalg_cli.mandat.utsending import Utsending
from brukerutvalg_cli.mandat.verdier.hvem import ubundne
from brukerutvalg_cli.mandat.verdier.navneord import AV_PROEVE, NIVAA
from brukerutvalg_cli.model.maalform import Maalform
from brukerutvalg_cli.model.ordvalg import Regelverkstype
from brukerutvalg_cli.model.post import Filpost
from brukerutvalg_cli.model.slag import Nevnt, nevnt_i
from brukerutvalg_cli.model.verdier import EN_ELLER_FLERE, Dato, Kanskje


def _kind(value: Any) -> str | None:
    """What the entry is an instance of: its `regel`, and for a `krav` also what it is a demand on."""
    if not isinstance(value, dict):
        return "ingen" if isinstance(value, Paastand) else None
    regel = value.get("regel", "ingen")
    return (
        f"krav hver {value.get('hver', '')}" if regel == "krav" else regel if isinstance(regel, str) else None
    )


Regel = Annotated[
    Annotated[Paastand, Tag("ingen")]
    | Annotated[Funksjonstid, Tag("funksjonstid")]
    | Annotated[Sammensetning, Tag("sammensetning")]
    | Annotated[Hyppighet, Tag("hyppighet")]
    | Annotated[Frist, Tag("frist")]
    | Annotated[KravMoete, Tag("krav hver moete")]
    | Annotated[KravOppnevning, Tag("krav hver oppnevning")]
    | Annotated[KravSak, Tag("krav hver sak")]
    | Annotated[KravOppmoete, Tag("krav hver oppmoete")]
    | Annotated[KravOppfoelging, Tag("krav hver oppfoelging")]
    | Annotated[KravForfall, Tag("krav hver forfall")]
    | Annotated[KravVedtak, Tag("krav hver vedtak")]
    | Annotated[KravHendelse, Tag("krav hver hendelse")]
    | Annotated[KravUtvalg, Tag("krav hver utvalg")]
    | Annotated[Rettighet, Tag("rettighet")]
    | Annotated[Utsending, Tag("utsending")]
    | Annotated[Bekreftelse, Tag("bekreftelse")],
    Discriminator(_kind),
]
"""The table of kinds. A new kind is a new file and one line here."""


class Regelverk(Filpost):
    """A dated list of provisions. Which of them bind a council is said in the council's own file."""

    har_fakta: ClassVar[bool] = False
    _eldre: ClassVar[bool] = False

    id: str | None = Field(None, description="Filnavnet.")
    tittel: str = Field(description="Tittelen.")
    type: Regelverkstype = Field(description="Et vedtak er utvalgets eget.")
    status: Literal["utkast", "vedtatt", "opphevet"] = Field(
        "vedtatt", description="Et utkast i bruk binder også."
    )
    utvalg: str | None = Field(None, description="Utvalget som har gjort et vedtak.")
    bygger_paa: str | None = Field(None, description="Regelverket det arver bestemmelsene fra.")
    utgaar: Annotated[tuple[str, ...], EN_ELLER_FLERE] = Field(
        (), description="Bestemmelsene i det, som ikke gjelder her."
    )
    datert: Kanskje[str] = Field(description="En dato, et år eller ukjent.")
    gjelder_til: Dato | None = Field(None, description="Siste dag det gjelder, når det selv sier det.")
    maalform: Maalform = Field(description="Målforma i tekstene.")
    nivaa: NIVAA = Field((), description="Nivåene det er skrevet for: lokal, fylke, sentral, ungdom …")
    kilde: str | None = Field(None, description="Dokumentet det er hentet fra.")
    merknad: str | None = Field(None, description="Om dokumentet og lesemåten vår.")
    bestemmelser: tuple[Regel, ...] = Field(description="Bestemmelsene, i kildens rekkefølge.")

    @cached_property
    def navn(self) -> tuple[Nevnt, ...]:
        """Every name in it and in its provisions."""
        return tuple(nevnt_i(self, AV_PROEVE))

    @model_validator(mode="after")
    def _knows_the_people_it_names(self) -> Self:
        """A word for the people of a record stands only where the provision says that it knows such a one."""
        for nr, bestemmelse in enumerate(self.bestemmelser):
            for route, word in ubundne(bestemmelse, bestemmelse.forhold):
                told = {
                    "ord": word,
                    "rute": ("bestemmelser", nr, *route),
                    "hjelp": "skriv et verv eller et navn",
                }
                raise PydanticCustomError("feil_forhold", "her er det ingen «{ord}» å vise til", told)
        return self

    @property
    def eldre(self) -> bool:
        """Whether it is written as the language was before: what names have to be declared, it could not know."""
        return self._eldre

    def som_eldre(self) -> Self:
        """The same rule set, known to be older. Called once, by the loader."""
        self.__dict__["_eldre"] = True
        return self

    def bestemmelse_at(self, nr: int) -> Place:
        """Where one provision stands: its id."""
        return self.at("bestemmelser", nr, "id")

    def nummerert(self) -> tuple[tuple[int, Bestemmelse], ...]:
        """Every provision with its place in the list."""
        return tuple(enumerate(self.bestemmelser))
