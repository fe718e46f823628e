"""Utsikt: until when each member and deputy may go on, and until when lead or be deputy leader, and what stands in
the way then."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from brukerutvalg_cli.dommer.dom import Dom
from brukerutvalg_cli.dommer.tenkt import bare, doemt
from brukerutvalg_cli.funn.finding import Finding, Kilde, Utfall
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.binding import bindinger, i_periode
from brukerutvalg_cli.mandat.funksjon.for_mye import EMNER
from brukerutvalg_cli.mandat.funksjonstid import Funksjonstid
from brukerutvalg_cli.mandat.krav.oppnevning import KravOppnevning
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.mandat.verdier.tid import Tid
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sete import OPPNEVNT, Sete
from brukerutvalg_cli.model.valghandling import OPPNEVNES
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.model.vet_av import vet_av
from brukerutvalg_cli.oversikt.forklaring_vervets import besetter
from brukerutvalg_cli.oversikt.neste_periode import (
    Blikk,
    Maalt,
    Nesteperiode,
    blikk,
    lovlig_til,
    neste_perioder,
    neste_start,
    neste_valg_fra,
)
from brukerutvalg_cli.oversikt.publisering import i_kraft
from brukerutvalg_cli.oversikt.tenkte_perioder import Fortsettelse, gjenoppnevnt, valgt
from brukerutvalg_cli.rapport.skjerm import Skjerm

OM_PERSONER = ("funksjonstid", "krav")
"""The kinds that speak of one person. That the council as a whole lacks somebody is no fault of hers."""

OM_HANDLINGEN = ("av", "foreslaatt_av", "fullmakt", "samtykke", "valgt_i")
"""What an appointment shall have that nobody has yet seen to: no reason why a person may not go on."""


class Framtid(NamedTuple):
    """The first and the last day of what may still be: no days at all, or no end in sight.

    `hinder` is the breach of the first term that may not be; `uvisst` the fact that is missing.
    """

    fra: date
    til: date | None = None
    ubegrenset: bool = False
    hinder: Finding | None = None
    uvisst: Finding | None = None

    def skjermet(self, skjerm: Skjerm) -> Framtid:
        """The same, as it may be shown."""
        return self._replace(
            hinder=self.hinder and skjerm.finding(self.hinder),
            uvisst=self.uvisst and skjerm.finding(self.uvisst),
        )


class Utsikt(NamedTuple):
    """One who sits, until when (None: no end on record), and what may follow.

    `nestleder` is None where the council has no deputy leader. `antatt`: some of it would be otherwise, or not known,
    without what is assumed.
    """

    person: str
    verv: str
    til: date | Deldato | Ukjent | None
    igjen: Framtid
    leder: Framtid
    nestleder: Framtid | None = None
    antatt: bool = False

    @property
    def valg(self) -> dict[str, Framtid]:
        """The offices that the person may be elected to, each with until when."""
        return {"leder": self.leder} | ({"nestleder": self.nestleder} if self.nestleder else {})

    def skjermet(self, skjerm: Skjerm) -> Utsikt:
        """The same, as it may be shown."""
        return self._replace(
            igjen=self.igjen.skjermet(skjerm),
            leder=self.leder.skjermet(skjerm),
            nestleder=self.nestleder and self.nestleder.skjermet(skjerm),
        )


def utsikter(
    register: Register, regelverk: Mapping[str, Regelverk], mappe: Utvalgsmappe, dag: date
) -> list[Utsikt]:
    """Everybody who is a member or a deputy on the day.

    The provisions are asked once of all as if they went on, and once for each office as if each of them had it.
    """
    rules = {name: _om_personen(each) for name, each in bare(regelverk, OM_PERSONER).items()}
    seen, sitting = blikk(register, rules, mappe, dag), _sitting(mappe, dag)
    asked = partial(_framtider, register, rules, seen)
    om = partial(_om_vervene, register, rules, mappe, dag)
    again = asked(
        om({s.verv for s in sitting}),
        sitting,
        lambda s, **how: neste_perioder(seen, s, neste_start(seen, s), **how),
        lambda alle: gjenoppnevnt(mappe, alle),
    )

    def elected(verv: str) -> dict[str, Framtid]:
        first = neste_valg_fra(mappe, verv, dag)
        return asked(
            om({verv}),
            [s._replace(verv=verv, oppnevning=None) for s in sitting],
            lambda s, **how: neste_perioder(seen, s, first, dag, **how),
            lambda alle: valgt(mappe, alle, verv, dag),
        )

    lead = elected("leder")
    deputy = elected("nestleder") if sitting and _har_nestleder(mappe, rules, dag) else {}
    return [
        Utsikt(s.person, s.verv, vet_av(s, "til"), again[s.person], lead[s.person], deputy.get(s.person))
        for s in sitting
    ]


def _har_nestleder(mappe: Utvalgsmappe, rules: Mapping[str, Regelverk], dag: date) -> bool:
    """Whether the council has had a deputy leader, or a provision says who may be one, or for how long."""
    if any(not s.fortrolig for s in mappe.seter_i.get("nestleder", ())):
        return True
    return any("nestleder" in besetter(each.bestemmelse) for each in i_kraft(mappe, rules, dag))


def _om_personen(rules: Regelverk) -> Regelverk:
    """The same rule set, asking nothing of how an appointment is made, nor of any record but appointments.

    What is left asking nothing at all is kept only where it may replace an inherited provision, and silence it.
    """
    kept = (
        b.model_copy(update={"skal_ha": b.skal_ha.model_copy(update=dict.fromkeys(OM_HANDLINGEN))})
        if isinstance(b, KravOppnevning)
        else b
        for b in rules.bestemmelser
    )
    asking = tuple(b for b in kept if rules.bygger_paa or _spoer_om_personen(b))
    return rules.model_copy(update={"bestemmelser": asking}).lagt_i(rules.path)


def _spoer_om_personen(bestemmelse: Bestemmelse) -> bool:
    if not isinstance(bestemmelse, KravOppnevning):
        return isinstance(bestemmelse, Funksjonstid)
    return any(value is not None for _, value in bestemmelse.skal_ha)


def _om_vervene(
    register: Register,
    rules: Mapping[str, Regelverk],
    mappe: Utvalgsmappe,
    dag: date,
    vervene: Collection[str],
) -> frozenset[Kilde]:
    """The provisions that may say something of a term in one of these verv: no other need be asked of those."""
    found = set[Kilde]()
    for binding in bindinger(mappe, rules):
        utvalg = i_periode(mappe, register, binding, dag)
        for each in binding.bestemmelser:
            if any(_kan_gjelde(each.bestemmelse, utvalg, verv, dag) for verv in vervene):
                found.add(each.kilde)
    return frozenset(found)


def _kan_gjelde(bestemmelse: Bestemmelse, utvalg: UtvalgIPeriode, verv: str, dag: date) -> bool:
    match bestemmelse:
        case Funksjonstid():
            return bestemmelse.kan_gjelde(verv)
        case KravOppnevning():
            return bestemmelse.kan_gjelde(utvalg, verv, dag)
    return True


def _sitting(mappe: Utvalgsmappe, dag: date) -> list[Sete]:
    """One seat for each person: as an appointed member or deputy before what the council has elected them to, and what
    they surely have before what they may have.

    In a council that is there no more, nobody sits, however long they were appointed for.
    """
    found: dict[str, tuple[tuple[bool, bool], Sete]] = {}
    if mappe.utvalg.er_nedlagt(dag):
        return []
    for sete in (s for s in mappe.seter if not (s.fortrolig or not s.er_periode)):
        if sete.verv in OPPNEVNT and sete.medlem and (has := sete.har(dag)) is not False:
            later = sete.verv not in OPPNEVNES, has is not True
            if sete.person not in found or later < found[sete.person][0]:
                found[sete.person] = later, sete
    return [sete for _, (_, sete) in sorted(found.items())]


def _framtider(
    register: Register,
    rules: Mapping[str, Regelverk],
    seen: Blikk,
    kilder: frozenset[Kilde],
    seats: Sequence[Sete],
    terms: Callable[..., Sequence[Nesteperiode]],
    with_all: Callable[[Sequence[Fortsettelse]], Utvalgsmappe],
) -> dict[str, Framtid]:
    """What the provisions (`kilder`: only these) say of the terms that everybody is thought to have, by the first of
    each that may not be.

    Of whom nothing is said within the room that is left, it is asked once more with all the room there can be.
    """
    found: dict[str, Framtid] = {}
    for whole in (False, True):
        left = [s for s in seats if s.person not in found or found[s.person].ubegrenset]
        alle = [Fortsettelse(s, terms(s, til_grensa=whole)) for s in left]
        alle = [each for each in alle if not whole or each.terminer[-1].rom]
        if alle:
            after = with_all(alle)
            last = max(each.fra for each in alle)
            heard = _sagt_om(doemt(register, rules, after, last, kilder=kilder))
            found |= {each.sete.person: _framtid(seen, each, after, heard) for each in alle}
    return found


def _sagt_om(dom: Dom) -> dict[str, list[Finding]]:
    """What is said, by whom it is about."""
    found: dict[str, list[Finding]] = {}
    every: Iterable[Finding] = (*dom.findings, *dom.fortsatt, *dom.uvurdert)
    for said in every:
        for word in {said.emne, *said.emne.split()}:
            found.setdefault(word, []).append(said)
    return found


def _framtid(
    seen: Blikk, each: Fortsettelse, after: Utvalgsmappe, heard: Mapping[str, Sequence[Finding]]
) -> Framtid:
    """One term after the other, until a provision speaks."""
    told = [said for key in (each.sete.person, *EMNER) for said in heard.get(key, ())]
    last: date | None = None
    for term in each.terminer:
        mine = [s for s in told if _gjelder(s, each.sete, term, foerste=last is None)]
        broken = [s for s in mine if s.utfall is Utfall.BRUTT]
        if broken:
            return Framtid(each.fra, _saa_langt(seen, each, after, term, broken) or last, hinder=broken[0])
        if unsure := [s for s in mine if s.utfall is Utfall.UVISST]:
            return Framtid(each.fra, last, uvisst=unsure[0])
        last = term.til
    return Framtid(each.fra, None, ubegrenset=True)


def _gjelder(said: Finding, sete: Sete, term: Nesteperiode, *, foerste: bool) -> bool:
    """Whether it is said of this term; what is not known of the person's terms at all stops the first."""
    if said.emne.removeprefix(f"{sete.person} ") in EMNER:
        return foerste and said.utfall is Utfall.UVISST and any(m in term.grenser for m in _maalt(said))
    words = said.emne.split()
    days = [word for word in words if word[:1].isdigit() and str(term.begynt) <= word <= str(term.til)]
    if sete.verv in words:
        return bool(days)
    # What she goes on with for the rest of a round goes by the verv that she began it in.
    return said.name == "funksjonstid" and term.begynt < term.fra and str(term.begynt) in days


def _kilden(said: Finding) -> tuple[str, str]:
    return (said.kilde.regelverk, said.kilde.bestemmelse) if said.kilde else ("", "")


def _maalt(said: Finding) -> list[Maalt]:
    """What of a provision is spoken of, where it is how much there may be."""
    return [(*_kilden(said), emne) for emne in EMNER if emne in said.emne]


def _saa_langt(
    seen: Blikk, each: Fortsettelse, after: Utvalgsmappe, term: Nesteperiode, broken: Sequence[Finding]
) -> date | None:
    """The last day of a term that so many years leave too little room for, where there is any."""
    limits = [m for f in broken for m in _maalt(f)]
    if len(limits) < len(broken) or not all(isinstance(term.grenser.get(m), Tid) for m in limits):
        return None
    last = lovlig_til(seen, after, each.sete.person, each.sete.verv, term, limits)
    return last if last >= term.fra else None
