"""Rettet: when what was wrong with a composition came right, and what was done about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Varer
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.om_sete import holdt_valg, navn
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.sammensatt.dagene import (
    endringer,
    folk,
    noen_der,
    paa_dag,
    seter_i,
)
from brukerutvalg_cli.mandat.sammensatt.deler import Hele
from brukerutvalg_cli.mandat.sammensatt.etter_registeret import saa_vidt_vi_vet
from brukerutvalg_cli.mandat.sammensatt.krav import UNEVNT, Sammensetningskrav, Telt
from brukerutvalg_cli.mandat.sammensatt.savnet import savnet
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.valghandling import Valghandling
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.model.visshet import UVISST, Uvisst, Visshet, alle, fordi, ikke, noen
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.i_ord import omtalt

NEVNT = 2
"""So many people are named for what they did; of more, how many they are."""


class Dagsdom(NamedTuple):
    """A day after a breach: whether there is somebody then, and they are as they should be.

    `brutt`: there surely is somebody, and they are not.
    """

    dag: date
    rett: Visshet
    brutt: bool = False

    def saa_sant(self, besluttet: Visshet) -> Dagsdom:
        """The same, where it also takes that what it is right by has been decided."""
        return self._replace(rett=alle((self.rett, besluttet)))


def rett_fra(dager: Iterable[Dagsdom]) -> tuple[date | None, Dagsdom | None]:
    """The first day that is surely right; without one, that since when nobody knows, if nobody does.

    Where there is nobody any more, that tells nothing of whether it was put right before.
    """
    perhaps = None
    for day in dager:
        if day.rett:
            return day.dag, None
        if isinstance(day.rett, Uvisst):
            perhaps = perhaps or day
        elif day.brutt:
            perhaps = None
    return None, perhaps


def valget_varer(
    krav: Sammensetningskrav,
    utvalg: UtvalgIPeriode,
    inndeling: Hele,
    part: str,
    handling: Valghandling,
    valgt: frozenset[str],
) -> Varer:
    """How long what an election did wrong was so: until the body is as it should be, on a day when there is one.

    `valgt` are those who made up the body when the term began. The terms may run out before that, and then it is
    over, but nobody has put it right.
    """
    first, elected = handling.valg.fra, handling.moete.dato
    if not isinstance(first, date):
        return Varer(elected)
    last = utvalg.dato
    seats = seter_i(utvalg, krav.vervene)
    around = replace(utvalg, fra=first, til=None)
    edges = sorted(endringer(around, inndeling, seats, inndeling.skifter(), last, krav.selektorer))
    after = [first + EN_DAG] if first < last else []  # what is not known then, has no day of its own

    def verdicts() -> Iterator[Dagsdom]:
        for day in dict.fromkeys([first, *after, *edges]):
            judged = day == first and folk(paa_dag(krav, utvalg, day)) == valgt  # at the case
            telt, more = _telt(krav, utvalg, inndeling, part, day)
            decided = er_besluttet(krav, utvalg, day, uten=handling)
            if judged or telt is None or decided is False:
                yield Dagsdom(day, False, judged)
            else:
                yield dagsdom(krav, utvalg, inndeling, telt, day, aapen=more).saa_sant(decided)

    right, perhaps = rett_fra(verdicts())
    over = _over(handling, seats)
    if perhaps and perhaps.dag <= last:
        return Varer(elected, over, kanskje=savnet(krav, perhaps.rett, part, perhaps.dag))
    # A meeting that cannot be read mends nothing: else one bad file would hide what another says.
    if not right:
        return Varer(elected, over)
    said, place, decided = handlingen(krav, utvalg, right, part, uten=handling)
    # Of the day it is right from, whenever that was decided.
    held = valgt_naar(krav, utvalg, right, uten=handling)
    if right == first and decided and decided > elected:
        right = decided  # chosen anew before the term began: there was no wrong body
    right = max([right, *held])
    if right > last:
        return Varer(elected, over)
    return Varer(elected, min(right, over or right), right, said, place)


def er_besluttet(
    krav: Sammensetningskrav, utvalg: UtvalgIPeriode, dag: date, *, uten: Valghandling | None = None
) -> Visshet:
    """Whether all who are in the group by an election were elected at a meeting that is held.

    What is written down of an election beforehand, in the persons' files too, is a plan until then. `uten` is the
    election that is judged: it mends nothing, nor stands in the way.
    """
    return alle(
        noen((holdt_valg([sete], utvalg) is not None, ikke(sits)))
        for sete, sits in _som_sitter(krav, utvalg, dag, uten)
    )


def valgt_naar(
    krav: Sammensetningskrav, utvalg: UtvalgIPeriode, dag: date, *, uten: Valghandling | None = None
) -> list[date]:
    """The days on which those who surely are in the group were elected to it, as far as that has been held."""
    seats = [sete for sete, sits in _som_sitter(krav, utvalg, dag, uten) if sits is True]
    return holdt_valg(seats, utvalg) or []


def _som_sitter(
    krav: Sammensetningskrav, utvalg: UtvalgIPeriode, dag: date, uten: Valghandling | None
) -> Iterator[tuple[Sete, Visshet]]:
    for sete in (s for seats in seter_i(utvalg, krav.vervene).values() for s in seats):
        sits = sete.dekker(dag)
        if sits is not False and not (uten and sete.valg and sete.valg.at() == uten.at()):
            yield sete, sits


def _over(handling: Valghandling, seats: dict[str, list[Sete]]) -> date | None:
    """The first day on which none of those elected sits by the election, where that is written down."""
    mine = [s for held in seats.values() for s in held if s.valg and s.valg.at() == handling.at()]
    ends = [s.til for s in mine] or [handling.valg.til]
    known = [til for til in ends if isinstance(til, date)]
    return max(known) + EN_DAG if len(known) == len(ends) else None


def dagsdom(
    krav: Sammensetningskrav,
    utvalg: UtvalgIPeriode,
    inndeling: Hele,
    telt: Telt,
    day: date,
    *,
    aapen: Visshet,
) -> Dagsdom:
    """What is to be said of one part on one day."""
    somebody = noen_der(krav, utvalg, day)
    in_force = utvalg.i_kraft_paa(day)
    there = alle((krav.bedoemmes(somebody) or somebody, inndeling.finnes(telt.part, day), in_force))
    holds = krav.holder(telt.telling, aapen=aapen)
    right = saa_vidt_vi_vet(krav, utvalg, day, alle((holds, there)))
    return Dagsdom(day, right, holds is False and there is True)


def _telt(
    krav: Sammensetningskrav, utvalg: UtvalgIPeriode, inndeling: Hele, part: str, day: date
) -> tuple[Telt | None, Visshet]:
    """The count of the part, where it is there; and whether there are more than are counted."""
    group = paa_dag(krav, utvalg, day)
    more = _kan_vaere_flere(krav, utvalg, day, folk(group))
    counted = krav.telt(group, inndeling, day, aapen=more)
    return next((telt for telt in counted if telt.part == part), None), more


def _kan_vaere_flere(
    krav: Sammensetningskrav, utvalg: UtvalgIPeriode, day: date, people: frozenset[str]
) -> Visshet:
    """Whether somebody is in the body who is not on record. A case names all who were elected to it."""
    mappe, verv = utvalg.mappe, krav.vervene or frozenset()
    elected = {p for v in mappe.valghandlinger if v.valg.verv in verv for p in v.valgte}
    if not people <= elected:
        return mappe.noen_flere(krav.vervene, day)
    return noen(
        (
            *(
                fordi(v.dekker(day) is not False and UVISST, "valgt", v.sak.navn)
                for v in mappe.uvisse_valg
                if v.valg.verv in verv
            ),
            *(fordi(s.dekker(day) is not False and UVISST, "verv", s.person) for s in mappe.uvisse_seter),
        )
    )


def handlingen(
    krav: Sammensetningskrav,
    utvalg: UtvalgIPeriode,
    dag: date,
    part: str = "",
    uten: Valghandling | None = None,
) -> tuple[str, Place | None, date | None]:
    """What was done that put it right on this day: an election, who came, who left; where it stands.

    Of an election, the day it was held, too.
    """
    seats = [s for held in seter_i(utvalg, krav.vervene).values() for s in held]
    seats += utvalg.mappe.seter_av.get(part, ())
    for v in reversed(utvalg.mappe.valghandlinger):
        verv = krav.vervene is None or v.valg.verv in krav.vervene
        if verv and v.valg.fra == dag and not (uten and v.at() == uten.at()):
            return f"ved valget i sak {v.sak.navn}", v.at("valgt"), v.moete.dato
    if uten and uten.valg.fra == dag and (withdrawn := _trukket(utvalg, uten)):
        names = list(withdrawn)
        people = alle_sammen(omtalt(person, utvalg) for person in names)
        return f"ved at {people} ikke tok på seg vervet", withdrawn[names[0]], None
    if came := [s for s in seats if s.fra == dag]:
        return f"ved at {_noen(came, utvalg)} kom inn", came[0].at("fra"), None
    if left := [s for s in seats if isinstance(s.til, date) and s.til + EN_DAG == dag]:
        return f"ved at {_noen(left, utvalg)} gikk ut", left[0].at("til"), None
    span = utvalg.mappe.utvalg.tidsrom.get(part)
    if span and isinstance(span.til, date) and span.til + EN_DAG == dag:
        said = f"ved at {omtalt(part, utvalg)} ikke er med lenger"
        return said, utvalg.mappe.utvalg.at("tidsrom", part, "til"), None
    for person in dict.fromkeys(s.person for s in seats):
        medlem = utvalg.mappe.medlemmer.get(person)
        for nr, office in enumerate((kjent(medlem.funksjon) if medlem else None) or ()):
            ended = isinstance(office.til, date) and office.til + EN_DAG == dag
            if medlem and (office.fra == dag or ended):
                said = f"ved at {krav.nevnt(person, dag)} fikk en annen stilling"
                return said, medlem.at("funksjon", nr, "til" if ended else "fra"), None
    return "ved at noen ble eldre" if krav.om_alder else "ved en endring i hvem som er med", None, None


def _trukket(utvalg: UtvalgIPeriode, handling: Valghandling) -> dict[str, Place]:
    """Those elected who did not take up the post, and where that is written."""
    found = {}
    for person in handling.valgte:
        medlem = utvalg.mappe.medlemmer.get(person)
        for nr, term in enumerate(medlem.oppnevninger if medlem else ()):
            same = term.verv == handling.valg.verv and term.valgt_i == handling.sak.navn
            if medlem and same and term.tiltraadt is False:
                found[person] = medlem.at("oppnevninger", nr, "tiltraadt")
    return found


def _noen(seats: list[Sete], utvalg: UtvalgIPeriode) -> str:
    one_each = list({s.person: s for s in sorted(seats, key=lambda s: not s.fortrolig)}.values())
    rest = [f"{len(one_each) - NEVNT} til"] if len(one_each) > NEVNT else []
    names = [UNEVNT if s.fortrolig else navn([s], utvalg) for s in one_each[:NEVNT]]
    return alle_sammen([*names, *rest])
