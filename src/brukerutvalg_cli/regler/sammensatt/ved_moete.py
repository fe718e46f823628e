"""A composition judged at each meeting held: those who came, or a group with who of it was there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sak import Vedtak
from brukerutvalg_cli.model.verdier import UKJENT
from brukerutvalg_cli.regler.i_ord import omtalt
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.sammensatt.dagene import noen_der, paa_dag
from brukerutvalg_cli.regler.sammensatt.deler import Hele
from brukerutvalg_cli.regler.sammensatt.krav import Krav, Telt
from brukerutvalg_cli.regler.sammensatt.representert import Frammoette, deltakere, representert
from brukerutvalg_cli.regler.sammensatt.savnet import savnet
from brukerutvalg_cli.regler.verdier.sakfilter import SakFilter
from brukerutvalg_cli.regler.vertskap import verten
from brukerutvalg_cli.regler.vurdering import Vurdering


def vurder(
    krav: Krav, utvalg: UtvalgIPeriode, inndeling: Hele, *, vedtak_i: SakFilter | None = None
) -> Iterator[Vurdering]:
    """Every meeting held in the period, or only those that decided something in such a case."""
    for moete in utvalg.avholdte_med_andre:
        decided = _decided(utvalg, moete, vedtak_i) if vedtak_i else True
        if isinstance(decided, tuple):
            yield krav.bestemmelse.uvisst(*decided, krav.emne(moete.navn))
        elif not decided:
            continue
        elif krav.om_oppmoete and not isinstance(moete.oppmoete, tuple):
            place = moete.at("oppmoete", otherwise=("dato",))
            yield krav.bestemmelse.uvisst(place, "oppmøtet er ukjent", krav.emne(moete.navn))
        else:
            yield from _vurder(krav, utvalg, inndeling, moete)


def _decided(utvalg: UtvalgIPeriode, moete: Moete, filter: SakFilter) -> bool | tuple[Place, str]:
    """Whether the meeting decided something in such a case; where that is not known, the fact that is missing."""
    missing: tuple[Place, str] | None = None
    for nr, sak in enumerate(moete.saker):
        taken_in = filter.omfatter(sak, utvalg) if sak.vedtak is not None else False
        if taken_in and isinstance(sak.vedtak, Vedtak):
            return True
        if taken_in is not False and missing is None:
            key = "vedtak" if sak.vedtak is UKJENT else filter.uklart(sak, utvalg)
            fact = "om det ble gjort vedtak, er ukjent" if key == "vedtak" else f"«{key}» er ukjent"
            missing = moete.at("saker", nr, key), fact
    return missing or False


def _vurder(krav: Krav, utvalg: UtvalgIPeriode, inndeling: Hele, moete: Moete) -> Iterator[Vurdering]:
    for telt in _telt(krav, utvalg, inndeling, moete):
        emne = krav.emne(moete.navn, telt.part)
        if telt.holder is False:
            yield krav.bestemmelse.brutt(
                moete.at("oppmoete", otherwise=("dato",), at_key=True),
                krav.funn(telt.telling, telt.part, f"{dato_i_ord(moete.dato)} hadde"),
                emne,
                emner=(moete.navn,),
                help="skriv dem som var der under «oppmoete», "
                "eller utvalgets vedtak om å fravike mandatet under «avvik»",
            )
        elif telt.holder is None:
            place = moete.at("oppmoete", otherwise=("dato",))
            der = "om {} møtte" if krav.blant == "frammoette" else "periodene til {}"
            facts = savnet(krav, telt.folk, telt.telling, inndeling, telt.part, moete.dato, der=der)
            text = facts or _unknown(krav, utvalg, moete)
            unsure = krav.bestemmelse.uvisst(place, text, emne)
            yield unsure._replace(emner=(moete.navn,))
        elif telt.bedoemt:
            yield krav.bestemmelse.holdt()


def vurder_hos(krav: Krav, utvalg: UtvalgIPeriode, inndeling: Hele, hos: str) -> Iterator[Vurdering]:
    """Every meeting held by another council in the period: who came there from this one."""
    host = verten(hos, utvalg)
    if isinstance(host, Utvalgsmappe):
        yield from _vurder_hos(krav, utvalg, inndeling, hos, host)
    elif host:
        yield krav.bestemmelse.uvisst(*host, krav.emne(hos))


def _vurder_hos(
    krav: Krav, utvalg: UtvalgIPeriode, inndeling: Hele, hos: str, host: Utvalgsmappe
) -> Iterator[Vurdering]:
    home = utvalg.mappe.id
    for moete in host.avholdte:
        if not utvalg.gjelder(moete.dato):
            continue
        emne = krav.emne(f"{hos} {moete.navn}")
        place = moete.at("oppmoete", otherwise=("dato",), at_key=True)
        if not isinstance(moete.oppmoete, tuple):
            yield krav.bestemmelse.uvisst(place, "oppmøtet er ukjent", emne)
            continue
        there = deltakere(replace(utvalg, mappe=host), moete)
        ours = [person for person in there if person.hvem.fra_utvalg == home]
        ours += [person._replace(der=None) for person in there if person.hvem.fra_utvalg is UKJENT]
        for telt in krav.telt(ours, inndeling, moete.dato):
            if telt.holder is False:
                verb = f"hos {omtalt(hos, utvalg)} {dato_i_ord(moete.dato)} hadde fra oss"
                yield krav.bestemmelse.brutt(
                    place,
                    krav.funn(telt.telling, telt.part, verb),
                    emne,
                    help="skriv hvem som møtte, under «oppmoete»",
                )
            elif telt.holder is None:
                der = "om {} kom fra oss"
                facts = savnet(krav, telt.folk, telt.telling, inndeling, telt.part, moete.dato, der=der)
                text = facts or "det er ukjent hvem noen av de frammøtte er"
                yield krav.bestemmelse.uvisst(place, text, emne)
            elif telt.bedoemt:
                yield krav.bestemmelse.holdt()


def _telt(krav: Krav, utvalg: UtvalgIPeriode, inndeling: Hele, moete: Moete) -> Iterator[Telt]:
    if krav.blant == "frammoette":  # everybody there is on the list, and nobody there is no way out
        return krav.telt(deltakere(utvalg, moete), inndeling, moete.dato)
    group = paa_dag(krav, utvalg, moete.dato)
    there = representert(utvalg, moete, group) if krav.om_oppmoete else Frammoette(group)
    return krav.telt(
        there.folk,
        inndeling,
        moete.dato,
        finnes=noen_der(krav, utvalg, moete.dato),
        aapen=_may_be_more(krav, utvalg, moete.dato),
        puljer=there.puljer,
    )


def _may_be_more(krav: Krav, utvalg: UtvalgIPeriode, dag: date) -> bool:
    """Whether somebody may be in the group who is not on record as one of it."""
    unread_election = krav.er_valgt_organ and bool(utvalg.mappe.uleste_moeter)
    return unread_election or utvalg.mappe.kan_ha_flere(krav.vervene, dag)


def _unknown(krav: Krav, utvalg: UtvalgIPeriode, moete: Moete) -> str:
    if krav.blant == "frammoette":
        return "det er ukjent hvem noen av de frammøtte sitter for"
    if _may_be_more(krav, utvalg, moete.dato):
        return "medlemslista er ikke fullstendig, så det er ukjent hvem som kunne ha møtt"
    return f"det er ukjent hvem noen i møtet {dato_i_ord(moete.dato)} sitter eller møtte for"
