"""A composition judged every day: from one change of people to the next, a lasting breach once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

from brukerutvalg_cli.funn.finding import Finding, Utfall, Varer
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.sammensatt import ved_valg
from brukerutvalg_cli.mandat.sammensatt.bruddet import brutt_fra
from brukerutvalg_cli.mandat.sammensatt.dagene import (
    endringer,
    folk,
    seter_i,
    sett_paa,
    valg_ulest,
    valgt_inn,
)
from brukerutvalg_cli.mandat.sammensatt.deler import Hele
from brukerutvalg_cli.mandat.sammensatt.etter_registeret import saa_vidt_vi_vet
from brukerutvalg_cli.mandat.sammensatt.krav import Sammensetningskrav
from brukerutvalg_cli.mandat.sammensatt.rettet import (
    Dagsdom,
    er_besluttet,
    handlingen,
    valget_varer,
    valgt_naar,
)
from brukerutvalg_cli.mandat.sammensatt.savnet import savnet
from brukerutvalg_cli.mandat.verdier.telling import Organisasjonen, Telling, organisasjonen
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.kandidat import Kandidat
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.valghandling import Valghandling
from brukerutvalg_cli.model.visshet import Uvisst, Visshet, alle, ikke, noen

IKKE_LENGER = "ved at regelverket ikke gjelder lenger"


class _Valgt(NamedTuple):
    """An election to the body, and who made it up when the term began."""

    handling: Valghandling
    organet: frozenset[str]

    def gav(self, seter: Iterable[Sete], present: Mapping[str, Visshet], day: date) -> bool:
        """Whether it gave the body the people who are there this day, and not only the same people once more later.

        Before its term surely began, they are there by it where all of their seats are, and began as one.
        """
        if self.organet != frozenset(present):
            return False
        fra = self.handling.valg.fra
        if isinstance(fra, date) and fra <= day:
            return True
        held = (s for s in seter if s.dekker(day) is not False)
        by_it = all(s.valg is not None and s.valg.at() == self.handling.at() for s in held)
        return by_it and len({der is True for der in present.values()}) == 1


@dataclass(slots=True)
class _Forloep:
    """One part from day to day: its count, and what has been said of it so far."""

    telling: Telling
    broken: bool = False
    valg: str = ""
    """The election that broke it, when the same is so still."""
    unsure: bool = False
    held: bool = False
    """Whether there has been a day on which it was judged, and kept."""
    said: list[Finding] = field(default_factory=list)
    open: dict[int, Varer] = field(default_factory=dict)
    """The breaches among what is said that nobody has put right, by number."""
    perhaps: Dagsdom | None = None
    """The day since when nobody knows whether somebody has."""

    def si(self, said: Finding, day: date) -> None:
        """Says a breach that begins on this day."""
        self.open[len(self.said)] = Varer(day)
        self.said.append(replace(said, fortsetter=self.valg, varer=Varer(day)))

    def om_de_aapne(self, over: date | None = None, **what: Any) -> None:
        """Says of every breach that is not put right what became of it. What is over once, stays so."""
        for nr, lasts in self.open.items():
            self.open[nr] = lasts._replace(over=lasts.over or over, **what)
            self.said[nr] = replace(self.said[nr], varer=self.open[nr])


def vurder(krav: Sammensetningskrav, utvalg: UtvalgIPeriode, inndeling: Hele) -> Iterator[Finding]:
    """Every part of the council, from the first seat to the day of evaluation.

    What cannot be judged for an election alone is said of that election.
    """
    said = _fra_dag_til_dag(krav, utvalg, inndeling)
    if unclear := ved_valg.uklare(krav, utvalg):
        without = replace(utvalg, mappe=utvalg.mappe.uten_valg(unclear))
        others = _fra_dag_til_dag(krav, without, krav.inndeling(without))
        unsure = {v.emne for v in others if v.utfall is Utfall.UVISST}
        said = (v for v in said if v.utfall is not Utfall.UVISST or v.emne in unsure)
    yield from said


def _fra_dag_til_dag(krav: Sammensetningskrav, utvalg: UtvalgIPeriode, inndeling: Hele) -> Iterator[Finding]:
    elected = list(_valgte(krav, utvalg, inndeling))
    parts = {part: _Forloep(Telling(krav.plasser)) for part in inndeling.deler}
    before: Visshet | str = "not yet begun"
    for day, touched, present, finnes in _days(krav, utvalg, inndeling, parts):
        by = [v for v in elected if v.gav(utvalg.mappe.seter_i.get(krav.blant, ()), present, day)]
        everything = finnes != before or krav.er_valgt_organ
        for part in parts if everything else touched:
            if utvalg.til is None or day <= utvalg.til:
                _vurder(krav, utvalg, inndeling, part, parts[part], day, finnes, by)
            else:  # the records are whole no more: what is done may mend what they say, and breaks nothing
                holds, _, right = _dommen(krav, utvalg, inndeling, part, parts[part], day, finnes)
                _hva_det_ble(krav, utvalg, part, parts[part], day, holds, right)
        before = finnes
    for part, forloep in parts.items():
        if forloep.perhaps:
            since = forloep.perhaps
            forloep.om_de_aapne(kanskje=savnet(krav, since.rett, part, since.dag))
        elif forloep.open and (ended := _avloest(utvalg)):
            forloep.om_de_aapne(ended, rettet=ended, ved=IKKE_LENGER, place=utvalg.binding_at())
        yield from forloep.said
        if forloep.held:
            yield krav.bestemmelse.holdt()


def _avloest(utvalg: UtvalgIPeriode) -> date | None:
    """The first day on which the rule set binds no longer: whatever does then, sees for itself what is wrong."""
    end = utvalg.bundet_til
    return end + EN_DAG if end and end < utvalg.dato else None


def _valgte(krav: Sammensetningskrav, utvalg: UtvalgIPeriode, inndeling: Hele) -> Iterator[_Valgt]:
    """The elections to the body, the last first: each is judged at its case, and once."""
    for v in ved_valg.bedoemte(krav, utvalg, inndeling):
        if isinstance(v.valg.fra, date):
            yield _Valgt(v, folk(valgt_inn(krav, utvalg, v, v.valg.fra)))


def _vurder(
    krav: Sammensetningskrav,
    utvalg: UtvalgIPeriode,
    inndeling: Hele,
    part: str,
    forloep: _Forloep,
    day: date,
    finnes: Visshet,
    by: list[_Valgt],
) -> None:
    holds, there, right = _dommen(krav, utvalg, inndeling, part, forloep, day, finnes)
    judged = "" if holds else _bedoemt_i(krav, utvalg, inndeling, part, day, by)
    if holds is False and forloep.open and forloep.perhaps:
        since = forloep.perhaps  # it may have been put right meanwhile: this is a new one
        forloep.om_de_aapne(kanskje=savnet(krav, since.rett, part, since.dag))
        forloep.open.clear()
        forloep.broken, forloep.perhaps = False, None
    if holds is False and not judged and not forloep.broken:
        forloep.si(brutt_fra(krav, utvalg, inndeling, part, day, forloep.telling), day)
    elif (
        isinstance(holds, Uvisst)
        and not judged
        and not forloep.unsure
        and not isinstance(utvalg.i_kraft_paa(day), Uvisst)
    ):
        emne = " ".join(filter(None, (krav.blant, part)))
        lacking = (fact.place for fact in holds.fakta if fact.noekkel == "folketall")
        place = next(lacking, None) or utvalg.binding_at()
        forloep.said.append(krav.bestemmelse.uvisst(place, savnet(krav, holds, part, day), emne))
        forloep.unsure = True
    elif holds and there and krav.bedoemmes(finnes):
        forloep.held = True
    _hva_det_ble(krav, utvalg, part, forloep, day, holds, right)
    forloep.broken = (holds is False and not judged) or (forloep.broken and isinstance(holds, Uvisst))
    if judged or holds:
        forloep.valg = judged if holds is False else ""


def _dommen(
    krav: Sammensetningskrav,
    utvalg: UtvalgIPeriode,
    inndeling: Hele,
    part: str,
    forloep: _Forloep,
    day: date,
    finnes: Visshet,
) -> tuple[Visshet, Visshet, Visshet]:
    """Whether the part holds on a day, whether it is there, and whether it is there and right."""
    aapen = utvalg.mappe.noen_flere(krav.vervene, day)
    holds = krav.bedoem(forloep.telling, finnes, aapen=aapen)
    right = alle((krav.holder(forloep.telling, aapen=aapen), krav.bedoemmes(finnes) or finnes))
    in_force = utvalg.i_kraft_paa(day)
    there = alle((inndeling.finnes(part, day), in_force))
    if there is False:
        holds, right = True, in_force is not False  # what is not in force is not broken; that mends nothing
    else:
        perhaps = noen((ikke(there), valg_ulest(krav, utvalg)))  # that there is nothing to judge
        holds, right = noen((perhaps, holds)), noen((perhaps, right))
    return holds, there, saa_vidt_vi_vet(krav, utvalg, day, right)


def _hva_det_ble(
    krav: Sammensetningskrav,
    utvalg: UtvalgIPeriode,
    part: str,
    forloep: _Forloep,
    day: date,
    holds: Visshet,
    right: Visshet,
) -> None:
    """What has become of the open breaches by this day."""
    mended = right
    if right and forloep.open:
        mended = er_besluttet(krav, utvalg, day)  # else it is a plan: an election not held puts nothing right
        if mended is True:
            said, where, _ = handlingen(krav, utvalg, day, part)
            decided = max([day, *valgt_naar(krav, utvalg, day)])
            forloep.om_de_aapne(day, rettet=decided, ved=said, place=where)
            forloep.open.clear()
    elif holds:  # there is nobody: it is over, and nobody has put it right
        forloep.om_de_aapne(day)
    if isinstance(mended, Uvisst) and forloep.open:
        forloep.perhaps = forloep.perhaps or Dagsdom(day, mended)
    elif mended or holds is False:
        forloep.perhaps = None


def _bedoemt_i(
    krav: Sammensetningskrav, utvalg: UtvalgIPeriode, inndeling: Hele, part: str, day: date, by: list[_Valgt]
) -> str:
    """The subject of the last election that gave the body just these people, if what it did is not mended since."""
    for v in by:
        lasts = valget_varer(krav, utvalg, inndeling, part, v.handling, v.organet)
        if not (lasts.rettet and lasts.rettet <= day):
            return krav.emne(v.handling.sak.navn, part)
    return ""


def _days(
    krav: Sammensetningskrav, utvalg: UtvalgIPeriode, inndeling: Hele, parts: dict[str, _Forloep]
) -> Iterator[tuple[date, Collection[str], Mapping[str, Visshet], Visshet]]:
    """The days on which a count may change, in which parts, who is there, and whether it is judged at all.

    People are moved in and out, never counted anew.
    """
    seats = seter_i(utvalg, krav.vervene)
    wider = krav.holdes_av != krav.vervene
    around = seter_i(utvalg, krav.holdes_av) if wider else seats
    last = min(utvalg.dato, utvalg.bundet_til or utvalg.dato)
    shifts = inndeling.skifter()
    changes = endringer(utvalg, inndeling, around, shifts, last, krav.selektorer)
    first, elected = min(changes, default=last), _valgdager(krav, utvalg)
    changes |= {day: changes.get(day, set()) for day in elected if first < day <= last}
    counted: dict[str, tuple[Organisasjonen, list[tuple[str, Visshet, list[Visshet]]]]] = {}
    present: dict[str, Visshet] = {}
    there: dict[str, Visshet] = {} if wider else present
    for day in sorted(changes):
        touched = set(parts if day in utvalg.vendedager else shifts.get(day, ()))
        for person in sorted(changes[day]):
            body, before = counted.pop(person, (None, []))
            for part, der, hits in before:
                parts[part].telling.tell(der, hits, body, step=-1)
                touched.add(part)
            present.pop(person, None)
            if wider:
                there[person] = noen(sete.dekker(day) for sete in around[person])
            held = seats.get(person, [])
            der = noen(sete.dekker(day) for sete in held)
            if der is False:
                continue
            seen = sett_paa(utvalg, person, held, day)
            der = alle((der, krav.med(seen)))
            if der is False:
                continue
            present[person] = der
            body, now = organisasjonen(seen), _counted(krav, inndeling, seen, day, der)
            counted[person] = body, now
            for part, claim, hits in now:
                parts[part].telling.tell(claim, hits, body)
                touched.add(part)
        yield day, touched, present, noen(there.values())


def _valgdager(krav: Sammensetningskrav, utvalg: UtvalgIPeriode) -> Iterator[date]:
    """The days on which the body was elected: what an election says of days that have been, is so from then on."""
    if krav.er_valgt_organ:
        yield from (v.moete.dato for v in utvalg.mappe.valghandlinger if v.valg.verv == krav.blant)


def _counted(
    krav: Sammensetningskrav, inndeling: Hele, hvem: Kandidat, day: date, der: Visshet
) -> list[tuple[str, Visshet, list[Visshet]]]:
    """The parts the person is in (or perhaps), and which lines count them there."""
    hits = krav.treff(hvem)
    claims = ((part, alle((der, inndeling.har(part, hvem, day)))) for part in inndeling.aktuelle(hvem))
    return [(part, claim, hits) for part, claim in claims if claim is not False]
