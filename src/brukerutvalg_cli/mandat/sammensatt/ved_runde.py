"""A composition judged at each round of appointments: who sits when the new period begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from brukerutvalg_cli.funn.finding import Finding, Varer
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.sammensatt.dagene import endringer, noen_der, paa_dag, seter_i
from brukerutvalg_cli.mandat.sammensatt.deler import Hele
from brukerutvalg_cli.mandat.sammensatt.krav import Sammensetningskrav, Telt, Tilstede
from brukerutvalg_cli.mandat.sammensatt.rettet import (
    Dagsdom,
    dagsdom,
    er_besluttet,
    handlingen,
    rett_fra,
    valgt_naar,
)
from brukerutvalg_cli.mandat.sammensatt.savnet import savnet
from brukerutvalg_cli.mandat.sammensatt.telt_i_ord import rettelse, setning_fra
from brukerutvalg_cli.mandat.verdier.runder import runder_er_kjent, rundestarter
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.mappe import rundestart
from brukerutvalg_cli.model.sete import OPPNEVNT
from brukerutvalg_cli.model.vet_av import Sagt, vet_av
from brukerutvalg_cli.model.visshet import UVISST, Uvisst, Visshet, alle, ikke, noen

NAAR_UKJENT = "når en oppnevningsrunde begynte, er ukjent"
UKJENT_HVEM = "det er ukjent hvem noen av de oppnevnte er"


def vurder(krav: Sammensetningskrav, utvalg: UtvalgIPeriode, inndeling: Hele) -> Iterator[Finding]:
    """Every round in the period. A council's first round has nobody to keep, so renewal is not asked of it."""
    all_known = runder_er_kjent(utvalg.mappe)
    yield from ukjente_runder(krav, utvalg)
    about_renewal = any(plass.om_ny for plass in krav.plasser)
    rounds = {rundestart(runde): nr for nr, runde in reversed(utvalg.mappe.runder)}
    starts = sorted(rounds)
    for previous, start in zip((None, *starts), starts, strict=False):
        if not utvalg.gjelder(start):
            continue
        if not about_renewal or (all_known and _seated_before(utvalg, krav.vervene, start)):
            yield from _vurder(krav, utvalg, rounds[start], inndeling, start, previous)
        elif all_known and previous and not _seated_before(utvalg, OPPNEVNT, start):
            yield from _without_a_past(krav, utvalg, rounds[start], start)


def ukjente_runder(krav: Sammensetningskrav, utvalg: UtvalgIPeriode) -> Iterator[Finding]:
    """That there may be rounds in the period of which nobody knows the first day."""
    if not runder_er_kjent(utvalg.mappe):
        yield krav.bestemmelse.uvisst(utvalg.binding_at(), NAAR_UKJENT, krav.emne("oppnevningsrunder"))


def _vurder(
    krav: Sammensetningskrav,
    utvalg: UtvalgIPeriode,
    nr: int,
    inndeling: Hele,
    start: date,
    previous: date | None,
) -> Iterator[Finding]:
    place = utvalg.mappe.rundestart_at(nr)
    for telt in _telt(krav, utvalg, inndeling, start, start, previous):
        emne = krav.emne(start, telt.part)
        if telt.holder is False:
            yield krav.bestemmelse.brutt(
                place,
                setning_fra(krav, telt, start),
                emne,
                emner=(str(start),),
                help=rettelse(krav, telt, start),
                varer=_varer(krav, utvalg, inndeling, telt.part, start, previous),
            )
        elif isinstance(telt.holder, Uvisst):
            text = savnet(krav, telt.holder, telt.part, start, UKJENT_HVEM)
            yield krav.bestemmelse.uvisst(place, text, emne, (str(start),))
        elif telt.bedoemt:
            yield krav.bestemmelse.holdt()


def _telt(
    krav: Sammensetningskrav,
    utvalg: UtvalgIPeriode,
    inndeling: Hele,
    day: date,
    start: date,
    previous: date | None,
) -> Iterator[Telt]:
    """The count of this day, in the period that began at `start`."""
    return krav.telt(
        [_as_appointed(utvalg, krav, p, day, start, previous) for p in paa_dag(krav, utvalg, day)],
        inndeling,
        day,
        finnes=noen_der(krav, utvalg, day),
        aapen=utvalg.mappe.noen_flere(krav.vervene, day),
    )


def _varer(
    krav: Sammensetningskrav,
    utvalg: UtvalgIPeriode,
    inndeling: Hele,
    part: str,
    start: date,
    previous: date | None,
) -> Varer:
    """Until somebody more is appointed so that it is right, in this period or by a later round."""
    last = utvalg.dato
    later = {day for day in rundestarter(utvalg.mappe) if start < day <= last}
    around = replace(utvalg, fra=start, til=None)
    seats = seter_i(utvalg, krav.vervene)
    edges = endringer(around, inndeling, seats, inndeling.skifter(), last, krav.selektorer)
    days = sorted({*edges, *later, *([start + EN_DAG] if start < last else [])} - {start})

    def verdicts() -> Iterator[Dagsdom]:
        began, before = start, previous
        for day in days:
            began, before = (day, began) if day in later else (began, before)
            counted = _telt(krav, utvalg, inndeling, day, began, before)
            telt = next((t for t in counted if t.part == part), None)
            if telt and (decided := er_besluttet(krav, utvalg, day)) is not False:
                more = utvalg.mappe.noen_flere(krav.vervene, day)
                yield dagsdom(krav, utvalg, inndeling, telt, day, aapen=more).saa_sant(decided)

    right, perhaps = rett_fra(verdicts())
    over = min(later, default=None)
    if right is None:
        fact = savnet(krav, perhaps.rett, part, perhaps.dag, UKJENT_HVEM) if perhaps else ""
        return Varer(start, over, kanskje=fact)
    said, place, _ = handlingen(krav, utvalg, right, part)
    right = max([right, *valgt_naar(krav, utvalg, right)])
    return Varer(start, min(right, over or right), right, said, place)


def _without_a_past(
    krav: Sammensetningskrav, utvalg: UtvalgIPeriode, nr: int, start: date
) -> Iterator[Finding]:
    """A round before this one is on record, and nobody who sat then: it is not the first, only as good as."""
    if noen_der(krav, utvalg, start) is not False:
        text = "hvem som satt i forrige periode, er ikke ført"
        place = utvalg.mappe.rundestart_at(nr)
        yield krav.bestemmelse.uvisst(place, text, krav.emne(start), (str(start),))


def _as_appointed(
    utvalg: UtvalgIPeriode,
    krav: Sammensetningskrav,
    person: Tilstede,
    day: date,
    start: date,
    previous: date | None,
) -> Tilstede:
    """With whether they are new in the period, and how old they were when they came into it: that is not mended by
    growing older."""
    ny = ikke(_sat(utvalg, krav, person.hvem.id, start, previous))
    seats = seter_i(utvalg, krav.vervene)[person.hvem.id] if krav.om_alder else ()
    since = min((s.fra for s in seats if isinstance(s.fra, date) and s.dekker(day)), default=start)
    return person._replace(hvem=person.hvem._replace(ny=ny, oppnevnt=max(start, since)))


def _sat(
    utvalg: UtvalgIPeriode, krav: Sammensetningskrav, person: str, start: date, previous: date | None
) -> Visshet:
    """Whether the person sat at any time in the period before this round."""
    last = start - EN_DAG
    return noen(
        alle((ikke(_ended_before(vet_av(sete, "til"), previous)), _began_by(vet_av(sete, "fra"), last)))
        for sete in utvalg.mappe.seter_av.get(person, ())
        if (krav.vervene is None or sete.verv in krav.vervene) and sete.er_periode
    )


def _ended_before(til: Sagt | None, dag: date | None) -> Visshet:
    return False if til is None or dag is None else _began_by(til, dag - EN_DAG)


def _began_by(fra: Sagt, dag: date) -> Visshet:
    if isinstance(fra, Deldato):
        return fra.senest_paa(dag)
    return fra <= dag if isinstance(fra, date) else UVISST


def _seated_before(utvalg: UtvalgIPeriode, verv: frozenset[str] | None, start: date) -> bool:
    """Whether anybody may have had one of these verv before this day."""
    before = noen(
        _began_by(vet_av(s, "fra"), start - EN_DAG)
        for s in utvalg.mappe.seter
        if (verv is None or s.verv in verv) and s.er_periode
    )
    return before is not False
