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

from brukerutvalg_cli.funn.finding import Finding, Varer
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.fristvarsel import Fristvarsel
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.proeve.poster import AV_MOETE, moetet
from brukerutvalg_cli.mandat.proeve.proeve import Proeve
from brukerutvalg_cli.mandat.verdier import frist_i_ord as i_ord
from brukerutvalg_cli.mandat.verdier.dag_i_aaret import DagIAaret
from brukerutvalg_cli.mandat.verdier.fristfeil import motsigelse
from brukerutvalg_cli.mandat.verdier.fristgrense import grensen
from brukerutvalg_cli.mandat.verdier.fristregning import Fristregning
from brukerutvalg_cli.mandat.verdier.hendt import (
    KAN_KOMME_FLERE,
    MOETE,
    Hendt,
    er_hendelse,
    hendte,
)
from brukerutvalg_cli.mandat.verdier.hva import HVA
from brukerutvalg_cli.mandat.verdier.moetets_dager import dagen_som_sto
from brukerutvalg_cli.mandat.verdier.navneord import HENDELSE_ELLER_POST
from brukerutvalg_cli.mandat.verdier.neste import Neste
from brukerutvalg_cli.mandat.verdier.paa_dagen import paa_dagen
from brukerutvalg_cli.mandat.verdier.par import Fristtilfelle, Motstykke, foer_moetet, i_perioden, tilfeller
from brukerutvalg_cli.mandat.verdier.senest import SENEST, TIDLIGST, UTEN_DAG
from brukerutvalg_cli.mandat.verdier.spenn import Spenn
from brukerutvalg_cli.mandat.verdier.tid import TID
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.kalender import EN_DAG, dag_i_ord, dato_i_ord
from brukerutvalg_cli.model.verdier import UKJENT, JaNei, kjent
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
        for tilfelle in self._tilfeller(utvalg):
            if not self._har_frist(tilfelle):
                continue
            about = self._gjelder(utvalg, tilfelle.anker)
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
                yield from self._uten_anker(tilfelle)

    def framover(self, utvalg: UtvalgIPeriode) -> Iterator[Fristvarsel]:
        """The deadlines of meetings ahead, and those that are not over of what has been; for what is not done."""
        # What has been done since the records end, nobody has written down; a meeting that is planned, somebody has.
        records_end = utvalg.mappe.utvalg.vurderes_til or date.max
        for t, done in self._foran(utvalg):
            anker = t.anker
            if done or not isinstance(anker.dag, date) or self._gjelder(utvalg, anker) is False:
                continue
            last = self.regning.siste_dag_framover(anker.dag, utvalg.mappe, self._egen(t))
            day = anker.moete.dato if anker.moete else anker.dag
            meets = anker.moete is not None and anker.moete.status != "avholdt" and day >= utvalg.dato
            if last and (meets or utvalg.dato <= last <= records_end):
                om = i_ord.om(self.hva, self.anker, foer=self.foer is not None)
                name = anker.moete.navn if anker.moete else ""
                yield Fristvarsel(i_ord.det(self.hva, t.gjort.mangler), om, day, last, name)

    def _foran(self, utvalg: UtvalgIPeriode) -> Iterator[tuple[Fristtilfelle, bool]]:
        """What the deadlines of the period are about, and whether it is done: what there may be more of never is."""
        if self.hva not in KAN_KOMME_FLERE:
            yield from (
                (t, bool(t.gjort.gjort or t.gjort.omtrent or t.gjort.ukjent)) for t in self._tilfeller(utvalg)
            )
            return
        for anker in hendte(self.anker, utvalg.mappe).alle:
            last = self.regning.siste_dag(anker.dag) if isinstance(anker.dag, date) else None
            over = not i_perioden(anker, utvalg) or last is None or last < utvalg.dato
            yield Fristtilfelle(anker, Motstykke(), anker.emne), over

    def _egen(self, t: Fristtilfelle) -> date | None:
        """The day that the record itself sets, where that counts."""
        return kjent(t.frist) if self.egen_frist else None

    def _har_frist(self, t: Fristtilfelle) -> bool:
        """Whether there is any day to keep: one that only the record can set, may not be set."""
        return bool(self.senest or self.tidligst or t.frist)

    def _gjelder(self, utvalg: UtvalgIPeriode, anker: Hendt) -> Visshet:
        """Whether the deadline is one for this meeting."""
        if self.der is None or anker.moete is None:
            return True
        return self.der.omfatter(moetet(utvalg, anker.moete))

    def _tilfeller(self, utvalg: UtvalgIPeriode) -> Iterator[Fristtilfelle]:
        if isinstance(self.senest, DagIAaret | date):
            return paa_dagen(self.hva, self.senest, utvalg)
        found = tilfeller(self.hva, self.anker, utvalg, foer=self.foer is not None)
        return (t.med_navn(utvalg) for t in found)

    def _doem(self, utvalg: UtvalgIPeriode, t: Fristtilfelle, dag: date) -> Iterator[Finding]:
        spenn = self.regning.spenn(dag, utvalg, self._egen(t))
        claims = [self._i_tide(utvalg, t, done, dag) for done, _ in t.gjort.gjort]
        for part, _ in t.gjort.omtrent:
            claims.append(felles(self._i_tide(utvalg, t, day, dag) for day in part.dager))
        if True in claims:
            yield self.holdt()
            return
        if any(isinstance(claim, Uvisst) for claim in claims) or self._kan_vaere_gjort(
            t.gjort, spenn, utvalg
        ):
            yield self._uvisst_om(t)
        elif claims:
            yield self._galt(utvalg, t, dag)
        elif self.hva in KAN_KOMME_FLERE:
            yield self._uvisst_om(t)
        elif self.senest or self.egen_frist:
            yield from self._mangler(t, spenn)

    def _uansett(self, utvalg: UtvalgIPeriode, t: Fristtilfelle, part: Deldato) -> Iterator[Finding]:
        """Counted from a day of which only the year or the month is known: what is so whichever is meant.

        Of what is late, the latest bound is told; of what is early, the earliest.
        """
        from brukerutvalg_cli.mandat.verdier.uansett import uansett  # hardly any register has one

        unsure = next(self._uten_anker(t), None)
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
        stood = self._dagen_som_sto(t.anker, done, dag)
        return self.regning.spenn(stood, utvalg, self._egen(t)).i_tide(done)

    def _dagen_som_sto(self, anker: Hendt, done: date, dag: date) -> date:
        return dagen_som_sto(anker.moete, done) if self.anker == MOETE and anker.moete else dag

    def _kan_vaere_gjort(self, gjort: Motstykke, spenn: Spenn, utvalg: UtvalgIPeriode) -> bool:
        """Whether it may have been done in time, for all that anyone knows."""
        if any(day is None or spenn.i_tide(day) is not False for day in gjort.kanskje):
            return True
        begins = utvalg.mappe.utvalg.registrert_fra
        return bool(self.senest and gjort.fra and begins and spenn.rommer(gjort.fra, begins))

    def _uten_anker(self, t: Fristtilfelle) -> Iterator[Finding]:
        """The day it is counted from is unknown; or not recorded, which is of no account until it should have been."""
        anker = t.anker
        what = f"når {i_ord.det(self.anker, anker)} {i_ord.skjedde(self.anker)}, er"
        if anker.dag is not None:
            known = f"bare kjent som {anker.deldato.i_ord}" if anker.deldato else "ukjent"
            yield self.uvisst(anker.place, f"{what} {known}", t.emne)
        elif anker.moete and anker.moete.status == "avholdt" and foer_moetet(self.anker):
            yield self.uvisst(anker.place, f"{what} ikke ført, og fristen regnes fra den dagen", t.emne)

    def _uvisst_om(self, t: Fristtilfelle) -> Finding:
        gjort = t.gjort
        if record := gjort.ukjent or gjort.mangler:
            what = f"når {i_ord.det(self.hva, record)} {i_ord.skjedde(self.hva)}, er"
            return self.uvisst(record.place, f"{what} {'ukjent' if gjort.ukjent else 'ikke ført'}", t.emne)
        if (unsure := gjort.usikker) and isinstance(unsure.dag, date):
            what = f"{i_ord.det(self.hva, unsure)} {dato_i_ord(unsure.dag)}"
            return self.uvisst(unsure.place, f"om fristen gjelder {what}, er ukjent", t.emne)
        why = (
            "noe som ikke kan leses eller er ukjent"
            if gjort.kanskje or gjort.gjort
            else "noe fra før registeret"
        )
        return self.uvisst(
            t.anker.place, f"{why}, kan avgjøre om fristen for {i_ord.det(self.hva)} er holdt", t.emne
        )

    def _galt(self, utvalg: UtvalgIPeriode, t: Fristtilfelle, dag: date) -> Finding:
        """Done, and on the wrong side of a bound: what came nearest is shown."""
        days = t.gjort.gjort + [
            (each, h) for part, h in t.gjort.omtrent for each in (part.tidligst, part.senest)
        ]
        spans = [(d, h, self._dagen_som_sto(t.anker, d, dag)) for d, h in days]
        late = [s for s in spans if not self.regning.tidlig(s[0], s[2])]
        done, record, stood = min(late, key=lambda s: s[0]) if late else max(spans, key=lambda s: s[0])
        spenn = self.regning.spenn(stood, utvalg, self._egen(t))
        when = f"i {record.deldato.i_ord}" if record.deldato else dag_i_ord(done)
        said = f"{i_ord.det(self.hva, record)} {i_ord.skjedde(self.hva)} {when}"
        if self.anker and not record.deldato and not t.anker.deldato:
            moved = "" if stood == dag else f", som da sto {dato_i_ord(stood)}"
            said += f", {i_ord.avstand(done, stood, self.anker)}{moved}"
        bound = spenn.siste if late else spenn.foerste
        assert bound is not None
        next_time = i_ord.neste_gang(self.hva, late=bool(late)) + (
            i_ord.siste_arbeidsdag(bound) if late else ""
        )
        return self.brutt(
            record.place,
            f"{said}; {self._grensen(t, bound, late=bool(late))}",
            t.emne,
            emner=t.emner,
            label=f"{'senest' if late else 'tidligst'} {dato_i_ord(bound)}",
            help=self.eller_fravik(
                next_time, "har utvalget vedtatt å godta dette, føres det under «avvik» i utvalg.yaml"
            ),
            # An event may still come in time; what a meeting did, it did.
            since=self._siden(t, spenn) if er_hendelse(self.hva) and self.senest else None,
            mulig_til=bound if late else done,
        )

    def _mangler(self, t: Fristtilfelle, spenn: Spenn) -> Iterator[Finding]:
        moete = t.anker.moete if self.anker == MOETE else None
        if moete and moete.status != "avholdt" and (not self.foer or moete.avgjoeres_i):
            return
        if spenn.siste is None:
            if spenn.kanskje_siste:
                yield self._uvisst_om(t)
            return
        record = t.gjort.mangler
        label, help = i_ord.hva_mangler(self.hva, record)
        what = i_ord.ikke_foert(self.hva, self.anker, record or t.anker, t.anker, foer=bool(self.foer))
        yield self.brutt(
            record.place if record else t.anker.place,
            f"{what}; {self._grensen(t, spenn.siste)}",
            t.emne,
            emner=t.emner,
            label=label,
            help=help,
            since=self._siden(t, spenn),
            # After a meeting it may be done yet, though too late; before it, no more.
            varer=Varer(self._siden(t, spenn)) if self.anker and not self.foer else None,
            mulig_til=spenn.siste,
        )

    def _siden(self, t: Fristtilfelle, spenn: Spenn) -> date | None:
        """The day it became true that it was not done in time."""
        if self.foer == MOETE and t.anker.moete and t.anker.moete.status == "avholdt":
            return t.anker.moete.dato
        if spenn.siste is None or (self._ved_neste and not self._egen(t)):
            return spenn.siste
        return spenn.siste + EN_DAG

    @property
    def _ved_neste(self) -> bool:
        """Whether it is late when something has happened, and not when a day has passed."""
        return self.foer is None and (isinstance(self.senest, Neste) or self.senest in UTEN_DAG)

    def _grensen(self, t: Fristtilfelle, dag: date, *, late: bool | None = None) -> str:
        at_the_latest = t.anker.deldato is not None and late is not False
        return grensen(
            self.regning, self.anker, dag, late=late, egen=self._egen(t) is not None, hoeyst=at_the_latest
        )
