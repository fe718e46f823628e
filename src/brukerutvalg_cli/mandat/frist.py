"""frist – noe skal være gjort innen en viss tid før eller etter en hendelse.

Hvorfor
    Den som sitter for en organisasjon, skal rekke å lese papirene og spørre hjemme før møtet.
    Fristen telles fra hendelsen, og den dagen regnes ikke med: ti dager før et møte 16. november
    er 6. november. «tidligst» setter den andre grensa, og «omtrent» er slingringsmonn på begge.
    «neste moete» er den dagen det neste møtet er holdt, «samme_dag» den det telles fra. En dag i
    året («1. desember») gjelder hvert kalenderår. «straks» og «rimelig_tid» har ingen dag:
    før en hendelse er det for sent når den er over, etter den når neste møte er holdt.
    Noe i hendelser.yaml hører til møtet det nevner, ellers til det nærmeste etter det (eller før).

Slik retter du
    Send tidligere, eller flytt møtet. Er det gjort, fører du datoen: «sendt» og «publisert» i
    møtefila, «innmeldt», «besvart» og «fullfoert» i saken, alt annet i hendelser.yaml. Vet ingen
    når, skriver du «ukjent».

Galt
    regel: {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
    moeter/2022-11-16: {sendt: {sakspapirer: 2022-11-07}}

Riktig
    regel: {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
    moeter/2022-11-16: {sendt: {sakspapirer: 2022-11-06}}
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.frister.framover import varsler
from brukerutvalg_cli.mandat.frister.fristregel import Fristregel
from brukerutvalg_cli.mandat.frister.utfall import galt, mangler, uten_anker, uvisst_om
from brukerutvalg_cli.mandat.fristvarsel import Fristvarsel
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.proeve.poster import AV_MOETE
from brukerutvalg_cli.mandat.proeve.proeve import Proeve
from brukerutvalg_cli.mandat.verdier.fristfeil import motsigelse
from brukerutvalg_cli.mandat.verdier.fristregning import Fristregning
from brukerutvalg_cli.mandat.verdier.hendt import (
    KAN_KOMME_FLERE,
    MOETE,
)
from brukerutvalg_cli.mandat.verdier.hva import HVA
from brukerutvalg_cli.mandat.verdier.navneord import HENDELSE_ELLER_POST
from brukerutvalg_cli.mandat.verdier.par import Fristtilfelle, Motstykke
from brukerutvalg_cli.mandat.verdier.senest import SENEST, TIDLIGST
from brukerutvalg_cli.mandat.verdier.spenn import Spenn
from brukerutvalg_cli.mandat.verdier.tid import TID
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.en_gang import en_gang
from brukerutvalg_cli.model.verdier import UKJENT, JaNei
from brukerutvalg_cli.model.visshet import Uvisst, Visshet, felles, stedet
from brukerutvalg_cli.ord.fakta_i_ord import det_foerste


class Frist(Bestemmelse):
    """By when something is done, counted from an event or laid down as a day."""

    kode: ClassVar[str] = "BU104"
    kan_gjoeres_siden: ClassVar[bool] = True

    regel: Literal["frist"]
    hva: Annotated[HVA, HENDELSE_ELLER_POST] = Field(
        description="Det som skal være gjort: innkalling, sakliste, sakspapirer, referat («sendt»), "
        "sakliste_publisering, sakspapirer_publisering, og av referatet publisering («publisert») "
        "og godkjenning («godkjent»), saker («innmeldt»), svar («besvart»), oppfoelging "
        "(«fullfoert»), forfall («meldt»), moete, ledervalg, eller et navn du finner på og fører "
        "som «hva» i hendelser.yaml."
    )
    senest: SENEST | None = Field(
        None,
        description="Hvor lenge før eller etter, eller en dag.",
    )
    tidligst: TIDLIGST | None = Field(
        None,
        description="Ikke lenger før, eller ikke før så lenge etter.",
    )
    egen_frist: JaNei = Field(
        False,
        description="ja: dagen i posten selv gjelder der den står: «frist» eller «til_neste_moete» på en "
        "oppfølging, «svarfrist» på en sak.",
    )
    omtrent: TID | None = Field(None, description="Slingringsmonn på hver dag.")
    der: Annotated[Proeve, AV_MOETE] | None = Field(
        None, description="Hvilke møter fristen gjelder. Uten dette: alle."
    )
    foer: HVA | None = Field(
        None, description="Det fristen ligger foran: moete, eller noe annet som kan stå bak «hva»."
    )
    etter: HVA | None = Field(None, description="Det fristen følger etter, på samme måte.")

    @model_validator(mode="after")
    def _one_way_to_count(self) -> Self:
        how = {"egen": self.egen_frist, "der": self.der is not None}
        if problem := motsigelse(self.hva, self.foer, self.etter, self.regning, **how):
            raise PydanticCustomError("feil_frist", problem)
        return self

    @property
    def anker(self) -> str:
        """What the deadline is counted from; nothing for one that is a day of its own."""
        return self.foer or self.etter or (MOETE if self.egen_frist else "")

    @property
    def om_poster(self) -> bool:
        """Where it is counted from something; a day of the year is asked of the year."""
        return bool(self.anker)

    @property
    def regning(self) -> Fristregning:
        """How the deadline is counted."""
        return Fristregning(self.foer is not None, self.senest, self.tidligst, self.omtrent)

    def check(self, utvalg: UtvalgIPeriode) -> Iterator[Finding]:
        """What was done too late or too early, or not at all when the day has passed."""
        regel = self._regel
        for tilfelle in regel.tilfeller(utvalg):
            if not regel.har_frist(tilfelle):
                continue
            about = regel.gjelder(utvalg, tilfelle.anker)
            if isinstance(about, Uvisst):
                place, fact = stedet(about), det_foerste(about, utvalg)
                yield self.uvisst(place or tilfelle.anker.place, fact, tilfelle.emne)
            elif not about:
                continue
            elif self.egen_frist and tilfelle.frist is UKJENT:
                yield self.uvisst(
                    tilfelle.anker.place, f"når fristen for {tilfelle.emne} er, er ukjent", tilfelle.emne
                )
            elif isinstance(tilfelle.anker.dag, date):
                yield from self._doem(utvalg, tilfelle, tilfelle.anker.dag)
            elif tilfelle.anker.deldato:
                yield from self._uansett(utvalg, tilfelle, tilfelle.anker.deldato)
            else:
                yield from uten_anker(regel, tilfelle)

    def framover(self, utvalg: UtvalgIPeriode) -> Iterator[Fristvarsel]:
        """The deadlines of meetings ahead, and those that are not over of what has been; for what is not done."""
        return varsler(self._regel, utvalg)

    def _doem(self, utvalg: UtvalgIPeriode, t: Fristtilfelle, dag: date) -> Iterator[Finding]:
        regel = self._regel
        spenn = regel.spenn(utvalg, t, dag)
        claims = [self._i_tide(utvalg, t, done, dag) for done, _ in t.gjort.gjort]
        for part, _ in t.gjort.omtrent:
            claims.append(felles(self._i_tide(utvalg, t, day, dag) for day in part.dager))
        if True in claims:
            yield self.holdt()
            return
        if any(isinstance(claim, Uvisst) for claim in claims) or self._kan_vaere_gjort(
            t.gjort, spenn, utvalg
        ):
            yield uvisst_om(regel, t)
        elif claims:
            yield galt(regel, utvalg, t, dag)
        elif self.hva in KAN_KOMME_FLERE:
            yield uvisst_om(regel, t)
        elif self.senest or self.egen_frist:
            yield from mangler(regel, t, spenn)

    def _uansett(self, utvalg: UtvalgIPeriode, t: Fristtilfelle, part: Deldato) -> Iterator[Finding]:
        """Counted from a day of which only the year or the month is known: what is so whichever is meant.

        Of what is late, the latest bound is told; of what is early, the earliest.
        """
        from brukerutvalg_cli.mandat.verdier.uansett import uansett  # hardly any register has one

        unsure = next(uten_anker(self._regel, t), None)
        if unsure is None:
            return
        answers = (
            list(self._doem(utvalg, t._replace(anker=t.anker._replace(dag=day)), day))
            if t.anker.moete or utvalg.gjelder(day)
            else []
            for day in part.dager
        )
        said = uansett(
            answers,
            unsure,
            utvalg.sant_innen,
            lambda one, other: max(one, other, key=lambda f: f.mulig_til or date.min),
        )
        yield from (replace(f, varer=f.varer and f.varer._replace(fra=None)) for f in said)

    def _i_tide(self, utvalg: UtvalgIPeriode, t: Fristtilfelle, done: date, dag: date) -> Visshet:
        stood = self._regel.dagen_som_sto(t.anker, done, dag)
        return self._regel.spenn(utvalg, t, stood).i_tide(done)

    def _kan_vaere_gjort(self, gjort: Motstykke, spenn: Spenn, utvalg: UtvalgIPeriode) -> bool:
        """Whether it may have been done in time, for all that anyone knows."""
        if any(day is None or spenn.i_tide(day) is not False for day in gjort.kanskje):
            return True
        begins = utvalg.mappe.utvalg.registrert_fra
        return bool(self.senest and gjort.fra and begins and spenn.rommer(gjort.fra, begins))

    @property
    @en_gang
    def _regel(self) -> Fristregel:
        """The parameters, for those who judge by them."""
        return Fristregel(self, self.hva, self.anker, self.regning, self.egen_frist, self.der)
