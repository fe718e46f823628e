"""funksjonstid – hvor lenge noen kan sitte, i én periode, på rad og til sammen.

Hvorfor
    Utvalget trenger både erfaring og nye folk. Grensa gjelder personen i vervet; en ny
    organisasjon gir ingen ny start. For medlemmer og vara er en periode det én oppnevningsrunde ga,
    til runden slutter; for leder og andre som velges i et møte, er den ett valg. Uten runder er hver
    oppnevning en periode. Bare den som overtok resten etter en annen, har hatt en kort. Perioden
    bedømmes etter reglene som gjaldt den dagen den begynte. Begynner alle periodene på samme dag i
    året («starter»), kan den som tar over resten etter en annen, likevel begynne når som helst.

Slik retter du
    La en annen overta, eller gjør perioden kortere. Er datoene feil, rettes de under
    «oppnevninger» hos personen. En valgperiode og et prosjekt føres i hendelser.yaml, med «fra» og
    «til». Har utvalget vedtatt unntak, føres det under «avvik» i utvalg.yaml.

Galt
    regel: {regel: funksjonstid, hvem: {verv: leder}, lengde: 1 aar, paa_rad: 2 perioder}
    medlemmer/kari:
      oppnevninger:
        - {verv: leder, fra: 2020-01-01, til: 2020-12-31}
        - {verv: leder, fra: 2021-01-01, til: 2021-12-31}
        - {verv: leder, fra: 2022-01-01, til: 2022-12-31}

Riktig
    regel: {regel: funksjonstid, hvem: {verv: leder}, lengde: 1 aar, paa_rad: 2 perioder}
    medlemmer/kari:
      oppnevninger:
        - {verv: leder, fra: 2020-01-01, til: 2020-12-31}
        - {verv: leder, fra: 2021-01-01, til: 2021-12-31}
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.funksjon import en_periode, for_mye, fravaer, paa_rad, utvalgets
from brukerutvalg_cli.mandat.funksjon.for_mye import PaaRad
from brukerutvalg_cli.mandat.funksjon.fravaer import Fravaer
from brukerutvalg_cli.mandat.funksjon.tidsregel import Tidsregel
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.hvem import Hvem
from brukerutvalg_cli.mandat.verdier.inntil import INNTIL
from brukerutvalg_cli.mandat.verdier.lengde import LENGDE, Grense, grenser
from brukerutvalg_cli.mandat.verdier.paa_rad import PAA_RAD, Perioder
from brukerutvalg_cli.mandat.verdier.rekke import Dagstrekk, KortPeriode
from brukerutvalg_cli.mandat.verdier.start import STARTER
from brukerutvalg_cli.mandat.verdier.tid import TID, Tid
from brukerutvalg_cli.model.en_gang import en_gang
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.verdier import Heltall, JaNei, Ukjent
from brukerutvalg_cli.ord.i_ord import i_vervet


class Funksjonstid(Bestemmelse):
    """How long a person may hold a verv, or the council its period."""

    kode: ClassVar[str] = "BU101"

    regel: Literal["funksjonstid"] = Field(
        description="funksjonstid: hvor lenge, og hvor mye på rad og til sammen."
    )
    gjelder: Literal["person", "utvalg"] = Field("person", description="utvalg: utvalgets egen periode.")
    hvem: Hvem = Field(default_factory=Hvem, description="Hvem det gjelder.")
    lengde: LENGDE | None = Field(
        None,
        description="Hvor lenge én periode høyst varer. valgperiode og prosjekt står i hendelser.yaml, med "
        "«fra» og «til».",
    )
    inntil: INNTIL | None = Field(
        None,
        description="Siste dag: 31. desember (den første som kommer), 31. mars i 2. aar (den andre), "
        "eller neste aarsmoete (dagen det er).",
    )
    starter: STARTER | None = Field(
        None,
        description="Når periodene begynner: 1. januar, eller aarsmoete (den dagen, eller dagen etter). Den som "
        "tar over resten etter en annen, eller slutter samme dag som en som begynte i rett tid, kan "
        "begynne når som helst.",
    )
    omtrent: TID | None = Field(None, description="Slingringsmonn på hver dag.")
    paa_rad: PAA_RAD | None = Field(None, description="Hvor mye på rad.")
    til_sammen: PAA_RAD | None = Field(None, description="Hvor mye til sammen, også med opphold.")
    pause: TID | None = Field(None, description="Hvor lang pause som gir ny start. Uten dette: en hel runde.")
    kort_periode: KortPeriode = Field(
        "teller_over_halv",
        description="Om resten av en annens periode teller med.",
    )
    borte_paa_rad: Heltall | None = Field(
        None,
        description="Etter så mange møter på rad uten å være der, er vervet tapt ved det neste.",
    )
    uten_forfall: JaNei = Field(
        False, description="ja: bare møtene personen ikke meldte forfall til, teller i «borte_paa_rad»."
    )
    til_avloest: JaNei = Field(
        False, description="ja: den som sitter når perioden er ute, sitter til en ny er oppnevnt."
    )

    @model_validator(mode="after")
    def _says_how_long(self) -> Self:
        term = self.lengde or self.inntil or self.starter
        if self.borte_paa_rad == 0 or (self.uten_forfall and self.borte_paa_rad is None):
            text = "skriv hvor mange møter på rad, som «borte_paa_rad: 3»"
            raise PydanticCustomError("feil_funksjonstid", text)
        if self.gjelder == "utvalg" and self.borte_paa_rad:
            raise PydanticCustomError("feil_funksjonstid", "«borte_paa_rad» gjelder en person, ikke utvalget")
        if not (term or self.paa_rad or self.til_sammen or self.borte_paa_rad or self.til_avloest):
            text = (
                "det står ikke hvor lenge: skriv «lengde», «inntil», «starter», «paa_rad», «til_sammen», "
                "«borte_paa_rad» eller «til_avloest»"
            )
            raise PydanticCustomError("feil_funksjonstid", text)
        if self.omtrent and not (term or isinstance(self.paa_rad, Tid) or isinstance(self.til_sammen, Tid)):
            text = "«omtrent» er slingringsmonn på en tid eller en dag, og her er ingen"
            raise PydanticCustomError("feil_funksjonstid", text)
        return self

    @property
    def om_poster(self) -> bool:
        """Where it is about the terms of persons."""
        return self.gjelder == "person"

    @property
    def kan_brytes(self) -> bool:
        """Not where all it says is that there is no limit, or that one sits on."""
        limited = self._grensene or self.lengde or self.inntil or self.starter or self.borte_paa_rad
        return super().kan_brytes and bool(limited)

    @property
    def _grensene(self) -> dict[str, Perioder | Tid]:
        """How much there may be, on end and altogether, where that is limited."""
        stated = {for_mye.PAA_RAD: self.paa_rad, for_mye.TIL_SAMMEN: self.til_sammen}
        return {emne: limit for emne, limit in stated.items() if isinstance(limit, Perioder | Tid)}

    def check(self, utvalg: UtvalgIPeriode) -> Iterator[Finding]:
        """The council's own period; or each term by itself, and terms on end."""
        if self.gjelder == "utvalg":
            yield from utvalgets.vurder(self._regel, utvalg)
            return
        if self.borte_paa_rad:
            yield from fravaer.vurder(Fravaer(self, self.hvem, self.borte_paa_rad, self.uten_forfall), utvalg)
        for valg in utvalg.uvisse_valg if self._om_perioder else ():
            if any(valg.valg.verv in counted for counted in self._regel.rekker()):
                text = (
                    f"hvem som ble valgt {i_vervet(valg.valg.verv, utvalg)} i sak {valg.sak.navn}, er ukjent"
                )
                yield self.uvisst(valg.at("valgt"), text, f"valg {valg.sak.navn} {valg.valg.verv}")
        if self.lengde or self.inntil or self.starter:
            yield from en_periode.vurder(self._regel, utvalg)
        for emne, limit in self._grensene.items():
            yield from paa_rad.vurder(self._regel, utvalg, limit, partial(_om_personer, utvalg), emne)

    @property
    def _om_perioder(self) -> bool:
        """Whether it says anything of terms, and not of absence alone."""
        term = self.lengde or self.inntil or self.starter
        return bool(term or self.paa_rad or self.til_sammen or self.til_avloest)

    def kan_gjelde(self, verv: str) -> bool:
        """Whether it may say something of a term in the verv, by itself or counted with others."""
        if self.gjelder == "utvalg" or self.borte_paa_rad or self._regel.gjelder_vervet(verv):
            return True
        return bool(self._grensene) and self._regel.teller(verv)

    def grenser_for(self, utvalg: UtvalgIPeriode, sete: Sete) -> list[Grense]:
        """How far a term may go by itself, where the rule is about it."""
        if self.gjelder == "utvalg" or isinstance(sete.fra, Ukjent) or not self._regel.gjelder(utvalg, sete):
            return []
        return list(grenser(self.lengde, self.inntil, utvalg.mappe, sete.fra))

    def grenser_paa_rad(self, utvalg: UtvalgIPeriode, sete: Sete) -> dict[str, Perioder | Tid]:
        """How much there may be of terms such as this, on end and altogether, where the rule is about it."""
        if self.gjelder == "utvalg" or self._regel.omfatter(utvalg, sete) is False:
            return {}
        return self._grensene

    def brukt(self, utvalg: UtvalgIPeriode) -> dict[str, dict[str, int]]:
        """How many of the periods that the rule allows each person surely has had, up to the last on record."""
        if self.gjelder == "utvalg":
            return {}
        return {
            emne: {
                person: len(counted)
                for each in self._tellinger(utvalg, emne)
                for person, counted in paa_rad.siste(each)
            }
            for emne, limit in self._grensene.items()
            if isinstance(limit, Perioder)
        }

    def lovlig_til(self, utvalg: UtvalgIPeriode, sete: Sete, held: Sequence[Sete], emne: str) -> date:
        """How far so many years may go, where this is the last of the seats that a person has held."""
        counted = next(each for each in self._tellinger(utvalg, emne) if sete.verv in each.verv)
        return paa_rad.siste_dag(counted, [s for s in held if s.verv in counted.verv])

    def resten_av(self, utvalg: UtvalgIPeriode, sete: Sete, held: Sequence[Sete]) -> Dagstrekk | None:
        """The period that a term is for the rest of, where the person is in a round that runs."""
        found = (
            paa_rad.resten(counted, [s for s in held if s.verv in counted.verv], sete)
            for emne in self._grensene
            for counted in self._tellinger(utvalg, emne)
            if sete.verv in counted.verv
        )
        return next((each for each in found if each), None)

    def _tellinger(self, utvalg: UtvalgIPeriode, emne: str) -> Iterator[PaaRad]:
        """The verv that are counted together, each with what is asked of them."""
        in_force, limit = partial(_om_personer, utvalg), self._grensene[emne]
        for verv in self._regel.rekker():
            yield paa_rad.paa_rad(self._regel, utvalg, verv, limit, in_force, emne)

    @property
    @en_gang
    def _regel(self) -> Tidsregel:
        """The parameters, for those who judge by them."""
        return Tidsregel(
            self,
            self.hvem,
            self.lengde,
            self.inntil,
            self.starter,
            self.pause,
            self.kort_periode,
            self.omtrent,
        )


def _om_personer(utvalg: UtvalgIPeriode, dag: date) -> Iterator[Tidsregel]:
    """The rules on persons' terms that bound the council on a day."""
    for rule in utvalg.i_kraft(dag):
        if isinstance(rule, Funksjonstid) and rule.gjelder == "person":
            yield rule._regel
