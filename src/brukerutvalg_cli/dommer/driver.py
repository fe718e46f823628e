"""The driver: every provision of every rule set on every council it binds. One loop, and no knowledge of any rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from brukerutvalg_cli.dommer.avvik import besvar
from brukerutvalg_cli.dommer.dom import Dom, Holdt
from brukerutvalg_cli.dommer.hviler import Kilder, Merk, Ytring, alt, i_spill, merket
from brukerutvalg_cli.dommer.klokke import er_sann, veide
from brukerutvalg_cli.dommer.nedlagt import til_nedleggelsen
from brukerutvalg_cli.dommer.selv_fraveket import selv_fraveket
from brukerutvalg_cli.dommer.utenfor_registeret import Utenfor
from brukerutvalg_cli.dommer.utsagn import Emne, Utsagn, oppstod
from brukerutvalg_cli.dommer.videre import Bestemmelsesrekke, Ledd, rekkene
from brukerutvalg_cli.funn.finding import Finding, Fravik, Related, Severity, Utfall
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.arv import Gjeldende, bestemmelser
from brukerutvalg_cli.mandat.binding import (
    Binding,
    bandt_fra,
    bindinger,
    framover,
    i_kraft,
    i_periode,
    typer,
    vedtatt,
)
from brukerutvalg_cli.mandat.fristvarsel import Fristvarsel
from brukerutvalg_cli.mandat.navnesjekk import uloeste
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode, siste_dag
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.slag import Nevnt
from brukerutvalg_cli.ord.i_ord import Her
from brukerutvalg_cli.ord.styrke import styrke_i_ord


def doem(
    register: Register,
    regelverk: Mapping[str, Regelverk],
    dato: date,
    utvalg: Iterable[str] | None = None,
    *,
    hviler: Merk = "brutt",
    begynt: bool = False,
    kilder: Kilder = None,
) -> Dom:
    """What the mandates say of the councils (all, or those named) on the day of evaluation.

    `hviler`: of what it is also said which assumptions it rests on. `begynt`: as `nyeste_faktum`. `kilder`: only
    these provisions are asked, though all of them bind.
    """
    names = register.mapper if utvalg is None else utvalg
    parts = [
        _doem_og_merk(register.mapper[name], register, regelverk, dato, hviler, begynt, kilder)
        for name in names
    ]
    return Dom(
        findings=tuple(f for part in parts for f in part.findings),
        uvurdert=tuple(u for part in parts for u in part.uvurdert),
        fraveket=tuple(f for part in parts for f in part.fraveket),
        frister=tuple(f for part in parts for f in part.frister),
        fortsatt=tuple(f for part in parts for f in part.fortsatt),
        holdt=tuple(h for part in parts for h in part.holdt),
        rettet=tuple(r for part in parts for r in part.rettet),
    )


class _Hoert(NamedTuple):
    """Everything the provisions said of one council, before anything answers for it or time weighs it."""

    sagt: list[Utsagn]
    holdt: list[Holdt]
    frister: list[Fristvarsel]

    def med(self, utfall: Utfall) -> list[Utsagn]:
        """What was said with this outcome."""
        return [s for s in self.sagt if s.finding.utfall is utfall]


def _hoer(
    mappe: Utvalgsmappe,
    register: Register,
    regelverk: Mapping[str, Regelverk],
    dato: date,
    bound: tuple[Binding, ...],
    kilder: Kilder = None,
) -> _Hoert:
    heard = _Hoert([], [], [])
    kinds = typer(mappe, regelverk, siste_dag(mappe, dato), bound)
    lost: dict[str, Mapping[int, Nevnt]] = {}
    beyond = Utenfor(mappe)
    seen: dict[tuple[int, date, date | None], tuple[UtvalgIPeriode, UtvalgIPeriode]] = {}
    for rekke in rekkene(bound, mappe.utvalg.nivaa, dato):
        if kilder is not None and kilder.isdisjoint(ledd.kilde for ledd in rekke.ledd):
            continue
        binding = rekke.binding
        if (key := (binding.nr, binding.fra, binding.til)) not in seen:
            here = i_periode(mappe, register, binding, dato)
            known = replace(here, typer=kinds, i_kraft=partial(i_kraft, mappe, bound))
            seen[key] = known, framover(mappe, register, binding, dato)
        periode, ahead = seen[key]
        rule, kilde = rekke.siste.provision.bestemmelse, rekke.siste.kilde
        rules = rekke.siste.provision.regelverk
        if rules.path not in lost:
            lost[rules.path] = uloeste(rules, register)
        if unnamed := _uten_navn(rekke.siste.provision, lost[rules.path]):
            heard.sagt.append(_utsagn(mappe, rekke, unnamed))
            continue
        judged = (selv_fraveket(mappe, rule, v) for v in rule.proev(periode))
        outcomes = [til_nedleggelsen(rule, v, mappe.utvalg) for v in judged]
        outcomes += beyond.sagt(rule, periode, rekke.binding.fra)
        kept = [v for v in outcomes if v.utfall is Utfall.HOLDT]
        heard.sagt.extend(_utsagn(mappe, rekke, v) for v in outcomes if v.utfall is not Utfall.HOLDT)
        if kept:
            how = tuple(v.message for v in kept if v.message)
            heard.holdt.append(Holdt(mappe.id, kilde, len(kept), how))
        heard.frister.extend(v._replace(utvalg=mappe.id) for v in rule.ser_fram(ahead))
    return heard


def _uten_navn(provision: Gjeldende, uloeste: Mapping[int, Nevnt]) -> Finding | None:
    """That the provision cannot be judged, where it names what there is not; at the word."""
    lost = uloeste.get(provision.nr)
    if lost is None:
        return None
    place = provision.regelverk.at(*lost.rute)
    return provision.bestemmelse.uvisst(place, f"navnet «{lost.navn}» finnes ikke", lost.navn)


def _doem_og_merk(
    mappe: Utvalgsmappe,
    register: Register,
    regelverk: Mapping[str, Regelverk],
    dato: date,
    hviler: Merk,
    begynt: bool,
    kilder: Kilder,
) -> Dom:
    bound = tuple(bindinger(mappe, regelverk))
    dom = _doem_utvalg(mappe, register, regelverk, dato, bound, kilder, begynt=begynt)
    if hviler == "ingenting":
        return dom
    assumed = i_spill(mappe, register, [g.bestemmelse for binding in bound for g in binding.bestemmelser])
    if not assumed.antakelser:
        return dom

    def uten(places: frozenset[Place], kilder: Kilder) -> tuple[Ytring, ...]:
        unknown = register.uten_antakelser(places, assumed.utvalg)
        here = unknown.mapper[mappe.id]
        still = tuple(bindinger(here, regelverk))
        return alt(_doem_utvalg(here, unknown, regelverk, dato, still, kilder, begynt=begynt))

    return merket(dom, assumed.antakelser, uten, Her(mappe, register), holdt=hviler == "alt")


def _doem_utvalg(
    mappe: Utvalgsmappe,
    register: Register,
    regelverk: Mapping[str, Regelverk],
    dato: date,
    bound: tuple[Binding, ...],
    kilder: Kilder = None,
    *,
    begynt: bool = False,
) -> Dom:
    """What the mandates say of one council, bound by these; `kilder`: by these provisions alone."""
    heard = _hoer(mappe, register, regelverk, dato, bound, kilder)
    brudd, uvisst = heard.med(Utfall.BRUTT), heard.med(Utfall.UVISST)
    departs = bool(mappe.utvalg.avvik)
    true = [er_sann(b.finding, mappe, dato) for b in brudd]
    svar = besvar(
        mappe,
        [b for b, now in zip(brudd, true, strict=True) if now],
        dato,
        mulige=(
            *(b.emne for b, now in zip(brudd, true, strict=True) if not now),
            *(s.emne for s in uvisst),
        ),
        bestemmelser=bestemmelser([entry.id for entry in mappe.utvalg.regelverk], regelverk)
        if departs
        else None,
        bandt_fra=bandt_fra(mappe, bound) if departs else {},
    )
    return Dom(
        findings=veide(svar.findings, mappe, dato, begynt=begynt),
        uvurdert=(*(s.finding for s in uvisst), *(_ikke_avgjort(*unsure) for unsure in svar.uvisst)),
        fraveket=(*(s.finding for s in heard.med(Utfall.FRAVEKET)), *svar.fraveket),
        frister=tuple(heard.frister),
        fortsatt=veide(svar.fortsatt, mappe, dato, begynt=begynt),
        holdt=tuple(heard.holdt),
        rettet=tuple(map(_rettet, svar.rettet)),
    )


def _ikke_avgjort(said: Utsagn, place: Place, text: str) -> Finding:
    """A breach of which nobody knows whether it stands."""
    return said.finding.som(Utfall.UVISST, message=text, place=place, varer=None)


def _rettet(said: Utsagn) -> Finding:
    """A breach that somebody put right, with where."""
    lasted = said.varer
    assert lasted
    where = (Related(lasted.place, lasted.ved),) if lasted.place else ()
    return said.finding.som(Utfall.RETTET, related=where)


def _utsagn(mappe: Utvalgsmappe, rekke: Bestemmelsesrekke, outcome: Finding) -> Utsagn:
    """What a provision said, with all that it did not know of itself: where it stands, and whom it was said of."""
    named = (outcome.emne, *outcome.emner)
    ledd = rekke.siste if len(rekke.ledd) == 1 else rekke.paa(oppstod(outcome.varer, outcome.since, named))
    emne = Emne(ledd.kilde, frozenset(named), rekke.navn, rekke.siste.kilde)
    told: dict[str, Any] = {"utvalg": mappe.id, "kilde": ledd.kilde}
    if outcome.utfall is Utfall.FRAVEKET:
        said = outcome.som(Utfall.FRAVEKET, fravik=SELV, varer=None, **told)
    elif outcome.utfall is Utfall.BRUTT:
        decided = _vedtatt_etterpaa(mappe, outcome, ledd) if ledd is rekke.ledd[0] else None
        said = _fullfoert(outcome, ledd, decided, **told)
    else:
        said = replace(outcome, **told)
    return Utsagn(said, ledd.provision.bestemmelse, emne)


SELV = Fravik("valget sier selv at utvalget fraviker bestemmelsen")


def _vedtatt_etterpaa(mappe: Utvalgsmappe, said: Finding, ledd: Ledd) -> date | None:
    """The day the rule set was decided, where what it is broken by was done, or was over, before that.

    It is asked of the first of the mandates that say the same: else one before it was broken.
    """
    lasts = said.varer
    begun = said.mulig_til or oppstod(lasts, said.since, (said.emne, *said.emner))
    decided = None if begun is None else vedtatt(mappe, ledd.binding)
    if begun is None or decided is None or begun >= decided:
        return None
    over = begun + EN_DAG if lasts is None else lasts.over
    return decided if over and over <= decided else None


def _fullfoert(said: Finding, ledd: Ledd, decided: date | None, **told: Any) -> Finding:
    """A breach with the words of the provision; `decided`: when that was, where it was after the breach."""
    kilde, provision = ledd.kilde, ledd.provision
    words = provision.bestemmelse.tekst.strip()
    related = Related(provision.at(), f"{kilde.avsnitt}, «{styrke_i_ord(kilde.styrke)}»: {words}")
    late = f"; {ledd.binding.id} ble vedtatt først {dato_i_ord(decided)}" if decided else ""
    less = decided is not None and said.severity is Severity.FEIL
    return replace(
        said,
        severity=Severity.ADVARSEL if less else said.severity,
        message=f"{said.message}{late}",
        related=(related, *said.related),
        **told,
    )
