"""The driver: every provision of every rule set on every council it binds. One loop, and no knowledge of any rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import NamedTuple

from brukerutvalg_cli.dommer.avvik import besvar
from brukerutvalg_cli.dommer.brudd import Brudd, Emne, oppstod
from brukerutvalg_cli.dommer.dom import Dom, Fravik, Fristvarsel, Holdt, Rettet, Uvurdert
from brukerutvalg_cli.dommer.hviler import Kilder, Merk, Ting, alt, i_spill, merket
from brukerutvalg_cli.dommer.klokke import er_sann, nyeste_faktum, veid
from brukerutvalg_cli.dommer.selv_fraveket import selv_fraveket
from brukerutvalg_cli.dommer.videre import Bestemmelsesrekke, Ledd, rekkene
from brukerutvalg_cli.funn.finding import Finding, Kilde, Related, Severity
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.arv import Gjeldende, bestemmelser
from brukerutvalg_cli.mandat.bestemmelse import SEVERITY, Bestemmelse
from brukerutvalg_cli.mandat.binding import bandt_fra, bindinger, framover, i_kraft, i_periode, typer, vedtatt
from brukerutvalg_cli.mandat.navnesjekk import uloeste
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode, siste_dag
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.mandat.vurdering import Utfall, Vurdering
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.slag import Nevnt
from brukerutvalg_cli.ord.i_ord import Her, styrke_i_ord


def doem(
    register: Register,
    regelverk: Mapping[str, Regelverk],
    dato: date,
    utvalg: Iterable[str] | None = None,
    *,
    hviler: Merk = "brutt",
    begynt: bool = False,
) -> Dom:
    """What the mandates say of the councils (all, or those named) on the day of evaluation.

    `hviler`: of what it is also said which assumptions it rests on. `begynt`: as `nyeste_faktum`.
    """
    names = register.mapper if utvalg is None else utvalg
    parts = [
        _doem_og_merk(register.mapper[name], register, regelverk, dato, hviler, begynt) for name in names
    ]
    return Dom(
        tuple(f for part in parts for f in part.findings),
        tuple(u for part in parts for u in part.uvurdert),
        tuple(f for part in parts for f in part.fraveket),
        tuple(f for part in parts for f in part.frister),
        tuple(f for part in parts for f in part.fortsatt),
        tuple(h for part in parts for h in part.holdt),
        tuple(r for part in parts for r in part.rettet),
    )


class _Utsagn(NamedTuple):
    """One thing a provision said of the council."""

    rekke: Bestemmelsesrekke
    vurdering: Vurdering

    @property
    def ledd(self) -> Ledd:
        """The provision, as it was said on the day this is of."""
        if len(self.rekke.ledd) == 1:
            return self.rekke.siste
        return self.rekke.paa(self.oppstod)

    @property
    def oppstod(self) -> date | None:
        """The day this is of."""
        v = self.vurdering
        return oppstod(v.varer, v.since, (v.emne, *v.emner))

    @property
    def kilde(self) -> Kilde:
        """Where it stands."""
        return self.ledd.kilde

    @property
    def bestemmelse(self) -> Bestemmelse:
        """The provision that said it."""
        return self.ledd.provision.bestemmelse

    @property
    def emne(self) -> Emne:
        """What it was said of, by every name that goes by."""
        names = frozenset({self.vurdering.emne, *self.vurdering.emner})
        return Emne(self.kilde, names, self.rekke.navn, self.rekke.siste.kilde)


class _Hoert(NamedTuple):
    """Everything the provisions said of one council, before anything answers for it or time weighs it."""

    sagt: list[_Utsagn]
    holdt: list[Holdt]
    frister: list[Fristvarsel]

    def med(self, utfall: Utfall) -> list[_Utsagn]:
        """What was said with this outcome."""
        return [s for s in self.sagt if s.vurdering.utfall is utfall]


def _hoer(
    mappe: Utvalgsmappe,
    register: Register,
    regelverk: Mapping[str, Regelverk],
    dato: date,
    kilder: Kilder = None,
) -> _Hoert:
    heard = _Hoert([], [], [])
    kinds = typer(mappe, regelverk, siste_dag(mappe, dato))
    bound = tuple(bindinger(mappe, regelverk))
    lost: dict[str, Mapping[int, Nevnt]] = {}
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
            heard.sagt.append(_Utsagn(rekke, unnamed))
            continue
        outcomes = [selv_fraveket(mappe, rule, v) for v in rule.proev(periode)]
        kept = [v for v in outcomes if v.utfall is Utfall.HOLDT]
        heard.sagt.extend(_Utsagn(rekke, v) for v in outcomes if v.utfall is not Utfall.HOLDT)
        if kept:
            how = tuple(v.message for v in kept if v.message)
            heard.holdt.append(Holdt(mappe.id, kilde, len(kept), how))
        heard.frister.extend(Fristvarsel(mappe.id, *v) for v in rule.ser_fram(ahead))
    return heard


def _uten_navn(provision: Gjeldende, uloeste: Mapping[int, Nevnt]) -> Vurdering | None:
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
) -> Dom:
    dom = _doem_utvalg(mappe, register, regelverk, dato, begynt=begynt)
    if hviler == "ingenting":
        return dom
    bound = bindinger(mappe, regelverk)
    assumed = i_spill(mappe, register, [g.bestemmelse for binding in bound for g in binding.bestemmelser])
    if not assumed.antakelser:
        return dom

    def uten(places: frozenset[Place], kilder: Kilder) -> tuple[Ting, ...]:
        unknown = register.uten_antakelser(places, assumed.utvalg)
        return alt(_doem_utvalg(unknown.mapper[mappe.id], unknown, regelverk, dato, kilder, begynt=begynt))

    return merket(dom, assumed.antakelser, uten, Her(mappe, register), holdt=hviler == "alt")


def _doem_utvalg(
    mappe: Utvalgsmappe,
    register: Register,
    regelverk: Mapping[str, Regelverk],
    dato: date,
    kilder: Kilder = None,
    *,
    begynt: bool = False,
) -> Dom:
    """What the mandates say of one council; `kilder`: by these provisions alone."""
    heard = _hoer(mappe, register, regelverk, dato, kilder)
    brudd = [_brudd(mappe, s) for s in heard.med(Utfall.BRUTT)]
    uvisst = heard.med(Utfall.UVISST)
    not_yet = [b.emne for b in brudd if not er_sann(b.finding, mappe, dato)]
    svar = besvar(
        mappe,
        [b for b in brudd if er_sann(b.finding, mappe, dato)],
        dato,
        mulige=(*not_yet, *(s.emne for s in uvisst)),
        bestemmelser=bestemmelser([entry.id for entry in mappe.utvalg.regelverk], regelverk),
        bandt_fra=bandt_fra(mappe, bindinger(mappe, regelverk)) if mappe.utvalg.avvik else {},
    )
    nyeste = nyeste_faktum(mappe, dato, begynt=begynt)
    return Dom(
        tuple(veid(finding, nyeste) for finding in svar.findings),
        (*(_uvurdert(mappe, s) for s in uvisst), *(_ikke_avgjort(*unsure) for unsure in svar.uvisst)),
        (*(_departed(mappe, s) for s in heard.med(Utfall.FRAVEKET)), *svar.fraveket),
        tuple(heard.frister),
        tuple(veid(finding, nyeste) for finding in svar.fortsatt),
        tuple(heard.holdt),
        tuple(map(_rettet, svar.rettet)),
    )


def _uvurdert(mappe: Utvalgsmappe, said: _Utsagn) -> Uvurdert:
    v = said.vurdering
    return Uvurdert(mappe.id, said.kilde, v.emne, v.message, v.place)


def _ikke_avgjort(brudd: Brudd, place: Place, text: str) -> Uvurdert:
    """A breach of which nobody knows whether it stands."""
    f = brudd.finding
    return Uvurdert(f.utvalg, brudd.emne.kilde, f.emne, text, place)


def _rettet(brudd: Brudd) -> Rettet:
    f, lasted = brudd.finding, brudd.varer
    assert lasted
    assert lasted.rettet
    kilde = brudd.emne.kilde
    return Rettet(
        f.utvalg, kilde, f.emne, f.message, f.place, lasted.fra, lasted.rettet, lasted.ved, lasted.place
    )


def _departed(mappe: Utvalgsmappe, said: _Utsagn) -> Fravik:
    v = said.vurdering
    why = "valget sier selv at utvalget fraviker bestemmelsen"
    return Fravik(mappe.id, said.kilde, v.emne, v.message, v.place, why)


def _brudd(mappe: Utvalgsmappe, said: _Utsagn) -> Brudd:
    return Brudd(
        _finding(mappe, said), said.bestemmelse, said.emne, said.vurdering.fortsetter, said.vurdering.varer
    )


def _vedtatt_etterpaa(mappe: Utvalgsmappe, said: _Utsagn) -> date | None:
    """The day the rule set was decided, where what it is broken by was done, or was over, before that.

    Not where a mandate before it said the same: then that was broken.
    """
    lasts, begun = said.vurdering.varer, said.vurdering.mulig_til or said.oppstod
    decided = (
        None if begun is None or said.ledd is not said.rekke.ledd[0] else vedtatt(mappe, said.ledd.binding)
    )
    if begun is None or decided is None or begun >= decided:
        return None
    over = begun + EN_DAG if lasts is None else lasts.over
    return decided if over and over <= decided else None


def _finding(mappe: Utvalgsmappe, said: _Utsagn) -> Finding:
    bestemmelse, kilde, v = said.bestemmelse, said.kilde, said.vurdering
    provision = Related(
        said.ledd.provision.at(),
        f"{kilde.avsnitt}, «{styrke_i_ord(kilde.styrke)}»: {bestemmelse.tekst.strip()}",
    )
    severity = bestemmelse.alvor or SEVERITY[bestemmelse.styrke]
    assert severity is not None
    decided = _vedtatt_etterpaa(mappe, said)
    if decided and severity is Severity.FEIL:
        severity = Severity.ADVARSEL
    late = f"; {said.ledd.binding.id} ble vedtatt først {dato_i_ord(decided)}" if decided else ""
    return Finding(
        bestemmelse.kode,
        str(getattr(bestemmelse, "regel", "")),
        severity,
        f"{v.message}{late}",
        v.place,
        v.label,
        v.help,
        (provision, *v.related),
        mappe.id,
        kilde,
        v.emne,
        v.since,
    )
