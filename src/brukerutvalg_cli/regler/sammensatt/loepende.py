"""A composition judged every day: from one change of people to the next, a lasting breach once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
from brukerutvalg_cli.model.kandidat import Kandidat
from brukerutvalg_cli.model.sete import Sete, Valghandling
from brukerutvalg_cli.model.verdier import UKJENT
from brukerutvalg_cli.model.visshet import Visshet, alle, noen
from brukerutvalg_cli.regler.om_sete import emner, fraviker, valgt_at
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.sammensatt import ved_valg
from brukerutvalg_cli.regler.sammensatt.dagene import (
    endringer,
    folk,
    paa_dag,
    seter_i,
    sett_paa,
    valg_ulest,
    valgt_inn,
)
from brukerutvalg_cli.regler.sammensatt.deler import Hele
from brukerutvalg_cli.regler.sammensatt.krav import Krav, Tilstede
from brukerutvalg_cli.regler.sammensatt.rettet import handlingen, valget_varer, valgt_naar
from brukerutvalg_cli.regler.sammensatt.savnet import det_som_mangler
from brukerutvalg_cli.regler.verdier.hvem import mangler_folketall
from brukerutvalg_cli.regler.verdier.telling import Telling
from brukerutvalg_cli.regler.vurdering import Utfall, Varer, Vurdering

IKKE_LENGER = "ved at regelverket ikke gjelder lenger"


class _Valgt(NamedTuple):
    """An election to the body, and who made it up when the term began."""

    handling: Valghandling
    organet: frozenset[str]


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
    said: list[Vurdering] = field(default_factory=list)
    open: dict[int, Varer] = field(default_factory=dict)
    """The breaches among what is said that nobody has put right, by number."""
    perhaps: date | None = None
    """The day since when nobody knows whether somebody has."""

    def si(self, said: Vurdering, day: date) -> None:
        """Says a breach that begins on this day."""
        self.open[len(self.said)] = Varer(day)
        self.said.append(said._replace(fortsetter=self.valg, varer=Varer(day)))

    def om_de_aapne(self, over: date | None = None, **what: Any) -> None:
        """Says of every breach that is not put right what became of it. What is over once, stays so."""
        for nr, lasts in self.open.items():
            self.open[nr] = lasts._replace(over=lasts.over or over, **what)
            self.said[nr] = self.said[nr]._replace(varer=self.open[nr])


def vurder(krav: Krav, utvalg: UtvalgIPeriode, inndeling: Hele) -> Iterator[Vurdering]:
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


def _fra_dag_til_dag(krav: Krav, utvalg: UtvalgIPeriode, inndeling: Hele) -> Iterator[Vurdering]:
    elected = list(_valgte(krav, utvalg))
    parts = {part: _Forloep(Telling(krav.plasser)) for part in inndeling.deler}
    before: Visshet | str = "not yet begun"
    for day, touched, present, finnes in _days(krav, utvalg, inndeling, parts):
        people = frozenset(present)
        by = [v for v in elected if v.organet == people]
        everything = finnes != before or krav.er_valgt_organ
        for part in parts if everything else touched:
            _vurder(krav, utvalg, inndeling, part, parts[part], day, finnes, by)
        before = finnes
    for part, forloep in parts.items():
        if forloep.perhaps:
            fact = det_som_mangler(krav, utvalg, inndeling, part, forloep.perhaps, forloep.telling)
            forloep.om_de_aapne(kanskje=fact)
        elif forloep.open and (ended := _avloest(utvalg)):
            forloep.om_de_aapne(ended, rettet=ended, ved=IKKE_LENGER, place=utvalg.binding_at())
        yield from forloep.said
        if forloep.held:
            yield krav.bestemmelse.holdt()


def _avloest(utvalg: UtvalgIPeriode) -> date | None:
    """The first day on which the rule set binds no longer: whatever does then, sees for itself what is wrong."""
    end, records_end = utvalg.til, utvalg.mappe.utvalg.registrert_til
    ended = end is not None and end < utvalg.dato and (records_end is None or end < records_end)
    return end + EN_DAG if end and ended else None


def _valgte(krav: Krav, utvalg: UtvalgIPeriode) -> Iterator[_Valgt]:
    """The elections to the body, the last first: each is judged at its case, and once."""
    for v in reversed(utvalg.mappe.valghandlinger if krav.er_valgt_organ else ()):
        if v.valg.verv == krav.blant and v.valg.valgt is not UKJENT and isinstance(v.valg.fra, date):
            yield _Valgt(v, folk(valgt_inn(krav, utvalg, v, v.valg.fra)))


def _vurder(
    krav: Krav,
    utvalg: UtvalgIPeriode,
    inndeling: Hele,
    part: str,
    forloep: _Forloep,
    day: date,
    finnes: Visshet,
    by: list[_Valgt],
) -> None:
    aapen = utvalg.mappe.kan_ha_flere(krav.vervene, day)
    holds = krav.bedoem(forloep.telling, finnes, aapen=aapen)
    right = alle((krav.holder(forloep.telling, aapen=aapen), krav.bedoemmes(finnes) or finnes))
    there = inndeling.finnes(part, day)
    if there is False:
        holds = right = True
    elif there is None or valg_ulest(krav, utvalg):
        holds, right = holds or None, right or None  # perhaps there is nothing to judge
    judged = "" if holds else _bedoemt_i(krav, utvalg, inndeling, part, day, by)
    if holds is False and not judged and not forloep.broken:
        forloep.si(_broken(krav, utvalg, inndeling, part, day, forloep.telling), day)
    elif holds is None and not judged and not forloep.unsure:
        emne = " ".join(filter(None, (krav.blant, part)))
        place, text = _uncounted(krav, utvalg) or (
            utvalg.binding_at(),
            det_som_mangler(krav, utvalg, inndeling, part, day, forloep.telling),
        )
        forloep.said.append(krav.bestemmelse.uvisst(place, text, emne))
        forloep.unsure = True
    elif holds and there and krav.bedoemmes(finnes):
        forloep.held = True
    if right and forloep.open:
        decided = valgt_naar(krav, utvalg, day)
        if decided is not None:  # else it is a plan: an election that is not held puts nothing right
            said, where, _ = handlingen(krav, utvalg, day, part)
            forloep.om_de_aapne(day, rettet=max([day, *decided]), ved=said, place=where)
            forloep.open.clear()
    elif holds:  # there is nobody: it is over, and nobody has put it right
        forloep.om_de_aapne(day)
    if right is None and forloep.open:
        forloep.perhaps = forloep.perhaps or day
    elif right or holds is False:
        forloep.perhaps = None
    forloep.broken = (holds is False and not judged) or (forloep.broken and holds is None)
    if judged or holds:
        forloep.valg = judged if holds is False else ""


def _bedoemt_i(
    krav: Krav, utvalg: UtvalgIPeriode, inndeling: Hele, part: str, day: date, by: list[_Valgt]
) -> str:
    """The subject of the last election that gave the body just these people, if what it did is not mended since."""
    for v in by:
        lasts = valget_varer(krav, utvalg, inndeling, part, v.handling, v.organet)
        if not (lasts.rettet and lasts.rettet <= day):
            return krav.emne(v.handling.sak.nr, part)
    return ""


def _days(
    krav: Krav, utvalg: UtvalgIPeriode, inndeling: Hele, parts: dict[str, _Forloep]
) -> Iterator[tuple[date, Collection[str], dict[str, Visshet], Visshet]]:
    """The days on which a count may change, in which parts, who is there, and whether it is judged at all.

    People are moved in and out, never counted anew.
    """
    seats = seter_i(utvalg, krav.vervene)
    wider = krav.holdes_av != krav.vervene
    around = seter_i(utvalg, krav.holdes_av) if wider else seats
    last = min(utvalg.dato, utvalg.til or utvalg.dato)
    shifts = inndeling.skifter()
    changes = endringer(utvalg, inndeling, around, shifts, last)
    counted: dict[str, list[tuple[str, Visshet, list[Visshet]]]] = {}
    present: dict[str, Visshet] = {}
    there: dict[str, Visshet] = {} if wider else present
    for day in sorted(changes):
        touched = set(shifts.get(day, ()))
        for person in sorted(changes[day]):
            for part, der, hits in counted.pop(person, ()):
                parts[part].telling.tell(der, hits, step=-1)
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
            counted[person] = _counted(krav, inndeling, seen, day, der)
            for part, claim, hits in counted[person]:
                parts[part].telling.tell(claim, hits)
                touched.add(part)
        yield day, touched, present, noen(there.values())


def _counted(
    krav: Krav, inndeling: Hele, hvem: Kandidat, day: date, der: Visshet
) -> list[tuple[str, Visshet, list[Visshet]]]:
    """The parts the person is in (or perhaps), and which lines count them there."""
    hits = krav.treff(hvem)
    claims = ((part, alle((der, inndeling.har(part, hvem, day)))) for part in inndeling.aktuelle(hvem))
    return [(part, claim, hits) for part, claim in claims if claim is not False]


def _broken(
    krav: Krav, utvalg: UtvalgIPeriode, inndeling: Hele, part: str, day: date, telling: Telling
) -> Vurdering:
    folk = [p for p in paa_dag(krav, utvalg, day) if inndeling.har(part, p.hvem, day) is not False]
    too_many = _one_too_many(krav, utvalg, day, telling, folk)
    elected_at = valgt_at(too_many) if too_many else None
    return krav.bestemmelse.brutt(
        elected_at or (too_many.at() if too_many else inndeling.mangel_at(part, day)),
        krav.funn(telling, part, f"fra {dato_i_ord(day)} har"),
        " ".join(filter(None, (krav.blant, part, str(day)))),
        emner=(str(day), *(emner(too_many) if too_many and elected_at else ())),
        label=krav.hvem_er_hvem(folk, day) if krav.er_valgt_organ else "",
        help=krav.rettelse(telling, folk, day),
        since=day,
        fraviker=fraviker(too_many) if too_many and elected_at else (),
    )


def _one_too_many(
    krav: Krav, utvalg: UtvalgIPeriode, day: date, telling: Telling, folk: list[Tilstede]
) -> Sete | None:
    """The seat begun that day by one who is counted on a line with too many."""
    over = [
        nr
        for nr, line in enumerate(telling.linjer)
        if line.minst
        and telling.dom(nr) is False
        and krav.plasser[nr].for_mange(line.minst, telling.i_alt.minst)
    ]
    seats = seter_i(utvalg, krav.vervene)
    for person in folk if over else ():
        hits = krav.treff(person.hvem)
        begun = _begun(krav, seats[person.hvem.id], day)
        if begun and any(hits[nr] for nr in over):
            return begun
    return None


def _begun(krav: Krav, seats: list[Sete], day: date) -> Sete | None:
    """The seat that begins that day; of several, one in a verv that makes one of the group."""
    verv = (krav.utvalgt.verv if krav.utvalgt else None) or ()
    return min((s for s in seats if s.fra == day), key=lambda s: s.verv not in verv, default=None)


def _uncounted(krav: Krav, utvalg: UtvalgIPeriode) -> tuple[Place, str] | None:
    """The municipality of which nobody has recorded how many live there, where that is what decides."""
    if not any(plass.om_folketall for plass in krav.plasser):
        return None
    bodies = {s.representerer for held in seter_i(utvalg, krav.vervene).values() for s in held}
    known = utvalg.register.organisasjoner
    lacking = sorted(name for name in bodies if isinstance(name, str) and name in known)
    first = next((name for name in lacking if mangler_folketall(known[name])), None)
    text = f"folketallet i {known[first].navn} («innbyggere») er ikke ført" if first else ""
    return (Place("records/organisasjoner.yaml", (first,)), text) if first else None
