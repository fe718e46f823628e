"""funksjonstid – hvor lenge noen kan sitte, i én periode og på rad.

Hvorfor
    Utvalget trenger både erfaring og nye folk. Grensa gjelder personen i vervet; en ny
    organisasjon gir ingen ny start. En periode går fra én oppnevningsrunde til den neste, og
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

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from typing import ClassVar, Literal

from pydantic import Field

from brukerutvalg_cli.funn.finding import Related
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.mappe import rundestart
from brukerutvalg_cli.model.sak import Valg
from brukerutvalg_cli.model.sete import MEDLEMSVERV, Sete
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.regler.bestemmelse import Bestemmelse
from brukerutvalg_cli.regler.i_ord import i_ord, i_vervet
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.verdier.dag_i_aaret import DAG_I_AARET, DagIAaret
from brukerutvalg_cli.regler.verdier.hvem import Hvem
from brukerutvalg_cli.regler.verdier.lengde import INNTIL, LENGDE, Grense, grense_inntil, grenser, overskredet
from brukerutvalg_cli.regler.verdier.paa_rad import PAA_RAD, Perioder
from brukerutvalg_cli.regler.verdier.rekke import ETT_AAR, Del, Periode, perioder, rekker
from brukerutvalg_cli.regler.verdier.runder import runder_er_kjent, rundestarter
from brukerutvalg_cli.regler.verdier.start import begynner_rett
from brukerutvalg_cli.regler.verdier.tid import TID, Tid
from brukerutvalg_cli.regler.vurdering import Vurdering

PAA_RAD_EMNE = "på rad"
"""What a finding about terms on end is about, beside whom."""


class Funksjonstid(Bestemmelse):
    """How long a person may hold a verv, or the council its period."""

    kode: ClassVar[str] = "BU101"

    regel: Literal["funksjonstid"] = Field(description="funksjonstid: hvor lenge, og hvor mye på rad.")
    gjelder: Literal["person", "utvalg"] = Field(
        "person", description="utvalg: regelen gjelder utvalgets egen periode."
    )
    hvem: Hvem = Field(default_factory=Hvem, description="Hvem regelen gjelder, som {verv: leder}.")
    lengde: LENGDE | None = Field(
        None,
        description="Hvor lenge én periode høyst varer: 2 aar, eller så lenge valgperioden eller prosjektet "
        "i hendelser.yaml varer: valgperiode, prosjekt.",
    )
    inntil: INNTIL | None = Field(
        None,
        description="Siste dag i perioden: en dato, eller en dag i året (31. desember), den første som kommer.",
    )
    starter: DAG_I_AARET | None = Field(
        None,
        description="Dagen i året periodene begynner, som 1. januar. Den som tar over resten, er unntatt.",
    )
    paa_rad: PAA_RAD | None = Field(None, description="Hvor mye på rad: 3 perioder, 2 aar, ubegrenset.")
    pause: TID | None = Field(None, description="Hvor lang pause som gir ny start. Uten dette: en hel runde.")
    kort_periode: Literal["teller", "teller_ikke", "teller_over_halv"] = Field(
        "teller_over_halv", description="Om en periode som noen overtok resten av, teller med."
    )

    def check(self, utvalg: UtvalgIPeriode) -> Iterator[Vurdering]:
        """Terms begun in the period; earlier ones count in a run even if they are older than the mandate."""
        if self.gjelder == "utvalg":
            yield from self._council(utvalg)
            return
        for valg in utvalg.uvisse_valg:
            if valg.valg.verv in self._vervene():
                text = f"hvem som ble valgt {i_vervet(valg.valg.verv)} i sak {valg.sak.nr}, er ukjent"
                yield self.uvisst(valg.at("valgt"), text, f"valg {valg.sak.nr} {valg.valg.verv}")
        if self.lengde or self.inntil or self.starter:
            for seats in _by_election(utvalg.seter):
                yield from self._terms(utvalg, seats)
        if self.paa_rad and self.paa_rad != "ubegrenset":
            for verv in self._runs():
                if _appointed(verv) and not runder_er_kjent(utvalg.mappe):
                    text = "når oppnevningsrundene begynte, er ukjent"
                    yield self.uvisst(utvalg.binding_at(), text, PAA_RAD_EMNE)
                    continue
                for person in sorted(utvalg.mappe.seter_av):
                    yield from self._in_a_row(utvalg, person, verv, self.paa_rad)

    def _vervene(self) -> frozenset[str]:
        names = frozenset(self.hvem.verv or ("medlem",))
        return MEDLEMSVERV if "medlem" in names else names

    def grenser_for(self, utvalg: UtvalgIPeriode, sete: Sete) -> list[Grense]:
        """How far a term may go by itself, where the rule is about it."""
        if self.gjelder == "utvalg" or isinstance(sete.fra, Ukjent) or not self._about(utvalg, sete):
            return []
        return list(grenser(self.lengde, self.inntil, utvalg.mappe, sete.fra))

    def paa_rad_for(self, utvalg: UtvalgIPeriode, sete: Sete) -> Perioder | Tid | None:
        """How much there may be on end of terms such as this, where the rule is about it and sets a limit."""
        if self.gjelder == "utvalg" or self.paa_rad == "ubegrenset" or self._holders(utvalg, sete) is False:
            return None
        return self.paa_rad

    def _about(self, utvalg: UtvalgIPeriode, sete: Sete) -> bool | None:
        """Whether the rule is about this term by itself: a member's is no leader's, if it does not say so."""
        return sete.verv in (self.hvem.verv or MEDLEMSVERV) and self._holders(utvalg, sete)

    def _holders(self, utvalg: UtvalgIPeriode, sete: Sete) -> bool | None:
        """Whether the rule is about this seat; verv is looked up on the seat, all else on the person."""
        if sete.verv not in self._vervene():
            return False
        rest = self.hvem.model_copy(update={"verv": None})
        day = utvalg.dato if sete.fra is UKJENT else sete.fra
        return rest.velger(utvalg.kandidat(sete.person, day, sete), utvalg.mappe.utvalg)

    def _terms(self, utvalg: UtvalgIPeriode, seats: Sequence[Sete]) -> Iterator[Vurdering]:
        """One term by itself, or one that several were elected for: the day it begins, and the day it ends."""
        certain: list[Sete] = []
        for sete in seats:
            holds = self._about(utvalg, sete)
            if holds and not isinstance(sete.fra, Ukjent):
                certain.append(sete)
            elif holds is not False:
                unknown = "hvem regelen gjelder," if holds is None else "start eller slutt på perioden"
                yield self.uvisst(sete.at("fra"), f"{unknown} er ukjent", f"{sete.person} {sete.verv}")
        if certain and isinstance(fra := certain[0].fra, date):
            if self.starter:
                yield from self._begins(utvalg, certain, fra, self.starter)
            yield from self._length(utvalg, certain, fra)

    def _begins(
        self, utvalg: UtvalgIPeriode, seats: Sequence[Sete], fra: date, starter: DagIAaret
    ) -> Iterator[Vurdering]:
        sete = seats[0]
        others = [other for other in utvalg.mappe.seter_i[sete.verv] if other is not sete]
        begins = begynner_rett(starter, sete, fra, others)
        if begins is True:
            yield self.holdt()
            return
        emne = f"{_names(seats, ' ')} {sete.verv} {fra} start"
        if begins is None or not utvalg.mappe.medlemsliste_hel:
            text = f"om {_names(seats)} tok over resten etter en annen, er ukjent"
            yield self.uvisst(sete.at("fra"), text, emne)
            return
        yield self.brutt(
            _term_at(sete, "fra"),
            f"{_names(seats)} er {_verv(sete)} fra {dato_i_ord(fra)}; periodene begynner {starter}",
            emne,
            emner=_emner(*seats),
            label=f"skal være {starter}",
            help=f"la perioden begynne {starter}; tok personen over resten etter en annen, føres det når den gikk ut",
            fraviker=_fraviker(*seats),
        )

    def _length(self, utvalg: UtvalgIPeriode, seats: Sequence[Sete], fra: date) -> Iterator[Vurdering]:
        sete = seats[0]
        emne = f"{_names(seats, ' ')} {sete.verv} {fra}"
        bounds = list(grenser(self.lengde, self.inntil, utvalg.mappe, fra))
        if sete.til is UKJENT and bounds:
            text = "start eller slutt på perioden er ukjent"
            yield self.uvisst(sete.at("fra"), text, f"{_names(seats, ' ')} {sete.verv}")
            return
        til = None if isinstance(sete.til, Ukjent) else sete.til
        over = overskredet(bounds, til)
        if over is None:
            if bounds:
                yield self.holdt()
            return
        if over.dag is None or not over.sikker:
            yield self.uvisst(_term_at(sete, "fra"), over.hvorfor, emne)
            return
        until = dato_i_ord(til) if til else "uten sluttdato"
        yield self.brutt(
            _term_at(sete, "til" if til else "fra"),
            f"{_names(seats)} er {_verv(sete)} fra {dato_i_ord(fra)} "
            f"{'til ' if til else ''}{until}; {over.hvorfor}",
            emne,
            emner=_emner(*seats),
            label=f"høyst til {dato_i_ord(over.dag)}",
            help=f"sett «til» til {over.dag.isoformat()} eller tidligere",
            since=None if til else over.dag + timedelta(days=1),
            fraviker=_fraviker(*seats),
        )

    @property
    def _varighet(self) -> Tid | None:
        """The length where a length of time is called for. A stretch that only the records know counts as a year."""
        return ETT_AAR if isinstance(self.lengde, str) else self.lengde

    def _siste_dag(self, utvalg: UtvalgIPeriode, verv: frozenset[str], begun: Del, fra: date) -> date | None:
        """The last day of a whole period from this day, by what was in force when it was begun."""
        rule = self._i_kraft(utvalg, verv, begun) if self.lengde or self.inntil else self
        ends = [rule._varighet.siste_dag(fra)] if rule._varighet else []
        bound = grense_inntil(rule.inntil, fra).dag if rule.inntil else None
        return min([*ends, *([bound] if bound else [])], default=None)

    def _i_kraft(self, utvalg: UtvalgIPeriode, verv: frozenset[str], begun: Del) -> Funksjonstid:
        """The provision that measured such a term then: this one, or that of an earlier mandate."""
        in_force = [rule for rule in utvalg.i_kraft(_judged_on(begun)) if isinstance(rule, Funksjonstid)]
        if any(rule is self for rule in in_force):
            return self
        measures = (
            rule
            for rule in in_force
            if rule.gjelder == "person" and (rule.lengde or rule.inntil) and verv in rule._runs()
        )
        return next((rule for rule in measures if rule._holders(utvalg, begun.sete)), self)

    def _runs(self) -> list[frozenset[str]]:
        """The verv that are counted together: those of a member are one, every other by itself."""
        names = self.hvem.verv or ("medlem",)
        return [MEDLEMSVERV if name == "medlem" else frozenset({name}) for name in names]

    def _in_a_row(
        self, utvalg: UtvalgIPeriode, person: str, verv: frozenset[str], limit: Perioder | Tid
    ) -> Iterator[Vurdering]:
        seats = (s for s in utvalg.mappe.seter_av[person] if s.verv in verv)
        claims = [(s, self._holders(utvalg, s)) for s in seats]
        held = [s for s, holds in claims if holds]
        if any(s.fra is UKJENT or s.til is UKJENT for s in held) or any(holds is None for _, holds in claims):
            sete = next(s for s, holds in claims if holds is not False)
            yield self.uvisst(
                sete.at("fra"), f"periodene til {person} er ikke kjent", f"{person} {PAA_RAD_EMNE}"
            )
            return
        rounds = rundestarter(utvalg.mappe) if _appointed(verv) else []
        found = perioder(held, rounds, partial(self._siste_dag, utvalg, verv), self.kort_periode)
        for run in rekker(found, rounds, self.pause, self._varighet):
            earlier = ""
            for nr, periode in enumerate(run, 1):
                if not utvalg.gjelder(_judged_on(periode)):
                    continue
                if not _too_much(run[:nr], limit):
                    yield self.holdt()
                    continue
                said = self._broken_run(person, run[:nr], limit, rounds=bool(rounds), fortsetter=earlier)
                yield said
                earlier = said.emne

    def _broken_run(
        self, person: str, run: list[Periode], limit: Perioder | Tid, *, rounds: bool, fortsetter: str
    ) -> Vurdering:
        sete = run[-1].sete
        counted = [p for p in run if p.teller]
        if isinstance(limit, Perioder):
            said = f"{len(counted)} perioder på rad som {i_ord(sete.verv)}; høyst {limit.antall} er tillatt"
        else:
            said = f"sittet siden {dato_i_ord(run[0].fra)} som {i_ord(sete.verv)}; høyst {limit} på rad er tillatt"
        pause = (
            f"en pause på {self.pause}" if self.pause else "en hel oppnevningsrunde" if rounds
            else f"en pause på {self._varighet or ETT_AAR}"
        )  # fmt: skip
        return self.brutt(
            _person_at(sete) if run[-1].fra == sete.fra else sete.at("fra"),
            f"{person} får {said} (bare {pause} gir ny start)"
            if isinstance(limit, Perioder)
            else f"{person} har {said} (bare {pause} gir ny start)",
            f"{person} {sete.verv} {PAA_RAD_EMNE} {run[-1].fra}",
            emner=_emner(sete),
            label=f"periode nummer {len(counted)}" if isinstance(limit, Perioder) else "for lenge",
            help="la en annen overta, eller før utvalgets vedtak om unntak under «avvik» i utvalg.yaml",
            related=tuple(
                Related(p.sete.at("fra"), f"periode nummer {nr}") for nr, p in enumerate(counted[:-1], 1)
            ),
            fraviker=_fraviker(sete),
            since=_true_from(run, limit),
            fortsetter=fortsetter,
        )

    def _council(self, utvalg: UtvalgIPeriode) -> Iterator[Vurdering]:
        if not runder_er_kjent(utvalg.mappe):
            yield self.uvisst(utvalg.binding_at(), "når utvalgets perioder begynte, er ukjent", "utvalget")
            return
        rounds = utvalg.mappe.runder
        for nr, (at, runde) in enumerate(rounds):
            start = rundestart(runde)
            if not utvalg.gjelder(start):
                continue
            following = rundestart(rounds[nr + 1][1]) - timedelta(days=1) if nr + 1 < len(rounds) else None
            end = min((day for day in (runde.til, following) if day), default=None)
            begins = utvalg.mappe.hendelse_at(at, "fra" if runde.fra else "dato")
            if self.starter and start == self.starter.i(start.year):
                yield self.holdt()
            elif self.starter:
                yield self.brutt(
                    begins,
                    f"utvalgets periode begynner {dato_i_ord(start)}; periodene begynner {self.starter}",
                    f"utvalget {start} start",
                    emner=(str(start),),
                    label=f"skal være {self.starter}",
                    help=f"la perioden begynne {self.starter}",
                )
            bounds = list(grenser(self.lengde, self.inntil, utvalg.mappe, start))
            over = overskredet(bounds, end)
            if over is None:
                if bounds:
                    yield self.holdt()
                continue
            if over.dag is None or not over.sikker:
                yield self.uvisst(begins, over.hvorfor, f"utvalget {start}")
                continue
            yield self.brutt(
                utvalg.mappe.hendelse_at(at, "til") if runde.til else begins,
                f"utvalgets periode fra {dato_i_ord(start)} varer "
                f"{'til ' + dato_i_ord(end) if end else 'uten ny oppnevning'}; {over.hvorfor}",
                f"utvalget {start}",
                emner=(str(start),),
                label=f"høyst til {dato_i_ord(over.dag)}",
                help="hold en ny oppnevningsrunde, og før den i hendelser.yaml",
                # A last day that is written down is too late at once; what lasts until the next round, with time.
                since=None if end and end == runde.til else over.dag + timedelta(days=1),
            )


def _appointed(verv: frozenset[str]) -> bool:
    """Whether these are filled in the rounds of appointments. A leader is elected, whenever that may be."""
    return not verv.isdisjoint(("medlem", "vara"))


def _too_much(run: list[Periode], limit: Perioder | Tid) -> bool:
    """Whether the last of these periods is one too many, or goes on for too long."""
    if isinstance(limit, Perioder):
        return run[-1].teller and sum(p.teller for p in run) > limit.antall
    return run[-1].til is None or run[-1].til > limit.siste_dag(run[0].fra)


def _true_from(run: list[Periode], limit: Perioder | Tid) -> date | None:
    """When the last period became too much, where that follows from time alone: a round, or an open end."""
    last = run[-1]
    if isinstance(limit, Tid) and last.til is None and last.fra <= (end := limit.siste_dag(run[0].fra)):
        return end + timedelta(days=1)
    return last.fra if last.fra != last.sete.fra else None


def _judged_on(periode: Periode | Del) -> date:
    """A term that follows from an election is judged by the rules of the meeting that held it."""
    decided = periode.sete.besluttet
    return decided if isinstance(decided, date) and periode.fra == periode.sete.fra else periode.fra


def _by_election(seats: Iterable[Sete]) -> Iterator[list[Sete]]:
    """Those whom one election gave the same term, as one: it is judged once. Every other seat by itself."""
    found: dict[object, list[Sete]] = {}
    for nr, sete in enumerate(seats):
        valg = sete.valg
        key = (valg.moete.path, valg.sak_nr, valg.valg_nr, sete.fra, sete.til) if valg else nr
        found.setdefault(key, []).append(sete)
    yield from found.values()


def _term_at(sete: Sete, key: str) -> Place:
    """Where a day of the term is decided: in the election, unless the person's file says more than that."""
    if sete.valg is None or not _as_elected(sete, sete.valg.valg):
        return sete.at(key)
    stated = getattr(sete.valg.valg, key) is not None
    return sete.valg.at(key if stated else "fra")


def _as_elected(sete: Sete, valg: Valg) -> bool:
    if sete.fra != valg.fra or isinstance(sete.til, Ukjent) or isinstance(valg.til, Ukjent):
        return False
    return valg.til is None or (sete.til is not None and sete.til <= valg.til)


def _person_at(sete: Sete) -> Place:
    """The election where there is one: it is there that somebody else could have been chosen."""
    if sete.valg is None or not _as_elected(sete, sete.valg.valg):
        return sete.at("fra")
    return sete.valg.at("valgt", sete.valg.valg.valgt.index(sete.person))


def _names(seats: Sequence[Sete], between: str = " og ") -> str:
    return between.join(sete.person for sete in seats)


def _verv(sete: Sete) -> str:
    """`leder`, `i redaksjonsrådet`: what one is, or is in."""
    return i_vervet(sete.verv).removeprefix("som ")


def _emner(*seats: Sete) -> tuple[str, ...]:
    valg = seats[0].valg
    return (*(sete.person for sete in seats), *((valg.sak.nr, str(valg.moete.dato)) if valg else ()))


def _fraviker(*seats: Sete) -> tuple[str, ...]:
    own = tuple(name for sete in seats if sete.oppnevning for name in sete.oppnevning.fraviker)
    valg = seats[0].valg
    return own + (valg.valg.fraviker if valg else ())
