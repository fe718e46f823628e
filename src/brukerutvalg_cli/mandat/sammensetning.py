"""sammensetning – hvem som skal være med, og hvor mange fra hver side.

Hvorfor
    Et utvalg som mangler en gruppe, eller et redaksjonsråd der én side er i flertall, taler ikke
    for alle. Hver linje under «plasser» er en egen telling; «andre: 0» stenger lista.

Slik retter du
    Velg eller oppnevn de som mangler, eller la noen tre ut. Et valg bedømmes der det er skrevet
    ned, i saken i møtefila; velges organet på nytt, er det rettet fra da av. Har utvalget vedtatt
    noe annet, føres det under «avvik» i utvalg.yaml.

Galt
    regel:
      regel: sammensetning
      blant: redaksjonsraad
      plasser: [{hvem: {side: bruker}, antall: 2}, {hvem: {side: nav}, antall: 1}, {hvem: andre, antall: 0}]
    medlemmer/kari: {oppnevninger: [{verv: redaksjonsraad, fra: 2023-01-01, valgt_i: 1/22}]}
    medlemmer/per: {oppnevninger: [{verv: redaksjonsraad, fra: 2023-01-01, valgt_i: 1/22}]}
    medlemmer/ida: {oppnevninger: [{verv: redaksjonsraad, fra: 2023-01-01, valgt_i: 1/22}]}
    medlemmer/nina: {side: nav, oppnevninger: [{verv: redaksjonsraad, fra: 2023-01-01, valgt_i: 1/22}]}
    moeter/2022-11-16:
      saker:
        - nr: 1/22
          tittel: Valg
          type: valg
          valg: [{verv: redaksjonsraad, fra: 2023-01-01, valgt: [kari, per, ida, nina]}]

Riktig
    regel:
      regel: sammensetning
      blant: redaksjonsraad
      plasser: [{hvem: {side: bruker}, antall: 2}, {hvem: {side: nav}, antall: 1}, {hvem: andre, antall: 0}]
    medlemmer/kari: {oppnevninger: [{verv: redaksjonsraad, fra: 2023-01-01, valgt_i: 1/22}]}
    medlemmer/per: {oppnevninger: [{verv: redaksjonsraad, fra: 2023-01-01, valgt_i: 1/22}]}
    medlemmer/nina: {side: nav, oppnevninger: [{verv: redaksjonsraad, fra: 2023-01-01, valgt_i: 1/22}]}
    moeter/2022-11-16:
      saker:
        - nr: 1/22
          tittel: Valg
          type: valg
          valg: [{verv: redaksjonsraad, fra: 2023-01-01, valgt: [kari, per, nina]}]
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.mandat.anledning import Anledning, Slik
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.sammensatt import kjoenn, loepende, ved_moete, ved_runde, ved_valg
from brukerutvalg_cli.mandat.sammensatt.krav import FOLK, Sammensetningskrav
from brukerutvalg_cli.mandat.sammensatt.neste_oppnevning import neste_oppnevning
from brukerutvalg_cli.mandat.verdier.hvem import Hvem
from brukerutvalg_cli.mandat.verdier.navneord import EN_INNDELING, ET_ORGAN, VERV_ELLER_FOLK
from brukerutvalg_cli.mandat.verdier.telling import Plass
from brukerutvalg_cli.model.verdier import UKJENT, JaNei, LestFoerst


def en_eller_flere(value: Any) -> Any:
    """Lets a list of one group, named or picked out, be written without its brackets."""
    return [value] if isinstance(value, str | dict) else value


def navnet(blant: str | Hvem) -> str:
    """The verv that a group is picked out by and nothing else: `{verv: leder}` is the group `leder`."""
    if isinstance(blant, str) or blant.model_fields_set != {"verv"} or not blant.verv:
        return ""
    (*others, verv) = blant.verv
    return "" if others or verv in FOLK else verv


class Sammensetning(Bestemmelse):
    """Who and how many, in the council, in a body it elects, at a meeting or in a round of appointments."""

    kode: ClassVar[str] = "BU102"
    utgaatt: ClassVar[Mapping[str, str]] = {
        "hvis_finnes": "ogsaa_tom: ja der det sto nei, og nei der det sto ja",
        "der": "naar: {vedtak: …}",
    }

    regel: Literal["sammensetning"]
    blant: Annotated[
        tuple[Annotated[str | Hvem, Field(union_mode="left_to_right")], ...],
        LestFoerst(en_eller_flere),
        VERV_ELLER_FOLK,
    ] = Field(
        min_length=1,
        description="Gruppa: medlemmer, varamedlemmer, oppnevnte, verv, frammoette, et verv som redaksjonsraad, "
        "eller HVEM av alle med et verv. Står det flere, bedømmes hver for seg.",
    )
    for_hver: Annotated[str, EN_INNDELING] | None = Field(
        None,
        description="Hver del for seg: organisasjon, gruppe, side, medlem (med sin vara), kjoenn (tallene på "
        "oppnevningsrunden) eller en av «inndelinger» i utvalg.yaml, som region.",
    )
    plasser: tuple[Plass, ...] = Field(min_length=1, description="Linjer: hvem, og hvor mange av dem.")
    naar: Slik | Anledning | None = Field(  # type: ignore[assignment]  # of a composition it is an occasion, too
        None,
        description="Når det bedømmes. vedtak: i møtene der noe ble vedtatt; {moete: PROEVE} og {vedtak: PROEVE}: bare "
        "slike. Uten dette: i møtet for «frammoette», ved oppnevning for kjønn, ellers alltid.",
    )
    hos: Annotated[str, ET_ORGAN] | None = Field(
        None,
        description="Et annet utvalg, ved id: møtene der bedømmes, og «frammoette» er de som møtte fra oss. "
        "Også: ungdomsraad, overordnet.",
    )
    ogsaa_tom: JaNei | None = Field(
        None,
        description="ja: det er et brudd at gruppa er tom. nei: en tom gruppe bedømmes ikke. Uten dette savnes "
        "bare varaene, når utvalget selv har noen.",
    )

    gjelder_fra: Literal["neste_oppnevning"] | None = Field(
        None,
        description="Gjelder fra den første runden, eller uten runder den første oppnevningen, etter at "
        "regelverket tok til.",
    )

    @property
    def om_poster(self) -> bool:
        """Where it is judged meeting by meeting, or round by round; else of every day."""
        return (
            self.hos is not None
            or self.slik in ("moete", "vedtak", "oppnevning")
            or "frammoette" in self.blant
        )

    @property
    def slik(self) -> Slik | None:
        """The occasion as a word, where one is said."""
        return self.naar.slik if isinstance(self.naar, Anledning) else self.naar

    @model_validator(mode="after")
    def _can_be_counted_then(self) -> Self:
        if self.slik != "oppnevning" and any(plass.om_ny for plass in self.plasser):
            raise PydanticCustomError("feil_naar", "«ny» er mot forrige periode: skriv «naar: oppnevning»")
        at_meetings = self.slik in ("moete", "vedtak")
        if "frammoette" in self.blant and self.slik and not at_meetings:
            raise PydanticCustomError("feil_naar", "«frammoette» telles i et møte: skriv «naar: moete»")
        if self.hos and (self.blant != ("frammoette",) or self.for_hver):
            raise PydanticCustomError("feil_hos", "«hos» er for dem som møter: skriv «blant: frammoette»")
        if self.for_hver == "kjoenn":
            if self.slik not in (None, "oppnevning"):
                raise PydanticCustomError("feil_naar", "kjønn telles i en oppnevningsrunde")
            if any(isinstance(blant, Hvem) for blant in self.blant):
                raise PydanticCustomError(
                    "feil_naar", "kjønn telles i grupper med navn, som medlemmer og varamedlemmer"
                )
            if any(plass.hvem != "alle" or plass.om_organisasjoner for plass in self.plasser):
                raise PydanticCustomError(
                    "feil_naar",
                    "ingen har kjønn i registeret: der det er for_hver kjoenn, kan en linje bare telle alle",
                )
        elif any(p.om_oppmoete for p in self.plasser) and not (at_meetings or self.blant == ("frammoette",)):
            raise PydanticCustomError(
                "feil_naar", "«til_stede» er noen i et møte: skriv «naar: moete» eller «naar: vedtak»"
            )
        return self

    def check(self, utvalg: UtvalgIPeriode) -> Iterator[Finding]:
        """Elections where they are written down; meetings one by one; all else day by day, a lasting breach once."""
        if self.gjelder_fra:
            begins = neste_oppnevning(utvalg)
            if begins is UKJENT:
                text = "når den neste oppnevningen er, er ukjent"
                yield self.uvisst(utvalg.binding_at(), text, self.gjelder_fra)
            if not isinstance(begins, date):
                return
            utvalg = replace(utvalg, fra=max(begins, utvalg.fra or begins))
        for blant in self.blant:
            several = len(self.blant) > 1
            named = navnet(blant)
            hvem = None if named or isinstance(blant, str) else blant
            name = named or (blant if isinstance(blant, str) else blant.i_ord())
            krav = Sammensetningskrav(
                self, utvalg, name, self.plasser, self.for_hver, self.ogsaa_tom, several, hvem
            )
            yield from (
                kjoenn.vurder(krav, utvalg) if self.for_hver == "kjoenn" else self._vurder(krav, utvalg)
            )

    def _vurder(self, krav: Sammensetningskrav, utvalg: UtvalgIPeriode) -> Iterator[Finding]:
        inndeling = krav.inndeling(utvalg)
        if self.hos:
            yield from ved_moete.vurder_hos(krav, utvalg, inndeling, self.hos)
            return
        if missing := inndeling.mangler():
            place, text, key = missing
            yield self.uvisst(place, text, krav.emne(key))
        slik = self.slik or ("moete" if krav.blant == "frammoette" else "alltid")
        if slik in ("moete", "vedtak"):
            which = self.naar if isinstance(self.naar, Anledning) else None
            yield from ved_moete.vurder(krav, utvalg, inndeling, which, vedtak=slik == "vedtak")
        elif slik == "oppnevning":
            yield from ved_runde.vurder(krav, utvalg, inndeling)
        else:
            yield from ved_valg.vurder(krav, utvalg, inndeling)
            yield from loepende.vurder(krav, utvalg, inndeling)
