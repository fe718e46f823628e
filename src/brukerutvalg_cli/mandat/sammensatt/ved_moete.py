"""A composition judged at each meeting held, or in each case it decided: those who came, or a group with who of it
was there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.anledning import Anledning
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.proeve.poster import moetet, saken
from brukerutvalg_cli.mandat.proeve.proeve import Proeve
from brukerutvalg_cli.mandat.sammensatt.dagene import noen_der, paa_dag, valg_ulest
from brukerutvalg_cli.mandat.sammensatt.deler import Hele
from brukerutvalg_cli.mandat.sammensatt.krav import Sammensetningskrav, Telt
from brukerutvalg_cli.mandat.sammensatt.representert import Frammoette, deltakere, representert
from brukerutvalg_cli.mandat.sammensatt.savnet import savnet
from brukerutvalg_cli.mandat.sammensatt.telt_i_ord import setningen
from brukerutvalg_cli.mandat.vertskap import verten
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.naervaer import Naervaer, i_moetet, i_saken, observatoerer
from brukerutvalg_cli.model.verdier import UKJENT
from brukerutvalg_cli.model.visshet import Uvisst, Visshet, alle, noen, stedet, uvisst
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.fakta_i_ord import det_foerste
from brukerutvalg_cli.ord.i_ord import omtalt


class Samling(NamedTuple):
    """Those who were together when something was decided: in the whole meeting, or in some of its cases."""

    naervaer: tuple[Naervaer, ...]
    saker: tuple[int, ...] = ()
    """The cases in which others were there than at the meeting; none where it was everybody who came."""
    avgjort: tuple[int, ...] = ()
    """Every case that was decided there."""


def vurder(
    krav: Sammensetningskrav,
    utvalg: UtvalgIPeriode,
    inndeling: Hele,
    bare: Anledning | None = None,
    *,
    vedtak: bool = False,
) -> Iterator[Finding]:
    """Every meeting held in the period, or such ones; or those that decided something in such a case, case by case
    where somebody came late, left early or was disqualified."""
    for moete in utvalg.avholdte_med_andre:
        if bare and bare.moete:
            taken_in = bare.moete.omfatter(moetet(utvalg, moete))
            if isinstance(taken_in, Uvisst):
                place, fact = stedet(taken_in), det_foerste(taken_in, utvalg)
                yield krav.bestemmelse.uvisst(place or moete.at("dato"), fact, krav.emne(moete.navn))
            if not taken_in:
                continue
        unknown = krav.om_oppmoete and not isinstance(moete.oppmoete, tuple)
        whole = Samling(i_moetet(moete))
        if not vedtak:
            together = [whole]
        else:
            sure, perhaps = _vedtakene(utvalg, moete, bare.vedtak if bare else None)
            together = _samlingene(moete, whole, sure) if krav.om_oppmoete else [whole] if sure else []
            yield from _uavklarte(krav, moete, whole, together, perhaps)
        if unknown and together:
            place = moete.at("oppmoete", otherwise=("dato",))
            yield krav.bestemmelse.uvisst(place, "oppmøtet er ukjent", krav.emne(moete.navn))
            continue
        for samling in together:
            yield from _vurder(krav, utvalg, inndeling, moete, samling)


Uavklart = tuple[int, Place, str]
"""A case of which nobody knows whether it decided something of the kind, and the fact that is missing."""


def _vedtakene(
    utvalg: UtvalgIPeriode, moete: Moete, filter: Proeve | None
) -> tuple[list[int], list[Uavklart]]:
    """The cases of such a kind that decided something, and those that perhaps did. An election is a decision."""
    sure: list[int] = []
    perhaps: list[Uavklart] = []
    for nr, sak in enumerate(moete.saker):
        decided = sak.avgjort
        taken_in = decided is not False and alle((decided, _omfatter(utvalg, moete, nr, filter)))
        if isinstance(taken_in, Uvisst):
            place, fact = stedet(taken_in), det_foerste(taken_in, utvalg)
            perhaps.append((nr, place or moete.at("saker", nr, taken_in.fakta[0].noekkel), fact))
        elif taken_in:
            sure.append(nr)
    return sure, perhaps


def _omfatter(utvalg: UtvalgIPeriode, moete: Moete, nr: int, filter: Proeve | None) -> Visshet:
    return True if filter is None else filter.omfatter(saken(utvalg, moete, nr))


def _samlingene(moete: Moete, whole: Samling, saker: Iterable[int]) -> list[Samling]:
    """Those who were together in these cases: one for all in which they were the same."""
    found: dict[tuple[Naervaer, ...], Samling] = {}
    for nr in saker:
        there = i_saken(moete, nr)
        key = tuple(each for each in there if each.der is not False)
        before = found.get(key, Samling(there))
        found[key] = before._replace(saker=(*before.saker, nr), avgjort=(*before.saker, nr))
    everybody = tuple(each for each in whole.naervaer if each.der is not False)
    return [whole._replace(avgjort=each.saker) if key == everybody else each for key, each in found.items()]


def _uavklarte(
    krav: Sammensetningskrav,
    moete: Moete,
    whole: Samling,
    together: Sequence[Samling],
    perhaps: Iterable[Uavklart],
) -> Iterator[Finding]:
    """What is missing of those who were together in a case that perhaps decided something, and in none that did."""
    judged = {each.naervaer for each in together}
    for nr, place, text in perhaps:
        (there,) = _samlingene(moete, whole, [nr]) if krav.om_oppmoete else [whole]
        if there.naervaer not in judged:
            judged.add(there.naervaer)
            yield krav.bestemmelse.uvisst(place, text, krav.emne(_anledning(moete, there)))


def _anledning(moete: Moete, samling: Samling) -> str:
    """What is judged, by id: the meeting, or the first case with these people."""
    return " ".join([moete.navn, *(moete.saker[nr].navn for nr in samling.saker[:1])])


def _vurder(
    krav: Sammensetningskrav, utvalg: UtvalgIPeriode, inndeling: Hele, moete: Moete, samling: Samling
) -> Iterator[Finding]:
    numbers = tuple(moete.saker[nr].navn for nr in samling.saker)
    cases = f"i sak {alle_sammen(numbers)} " if numbers else ""
    emner = (moete.navn, *numbers)
    for telt in _telt(krav, utvalg, inndeling, moete, samling):
        emne = krav.emne(_anledning(moete, samling), telt.part)
        if telt.holder is False:
            they_had = f"{cases}{dato_i_ord(moete.dato)} hadde {krav.hva(telt.part)}"
            yield krav.bestemmelse.brutt(
                _sted(moete, samling),
                setningen(krav, telt, they_had, moete.dato, da=True),
                emne,
                emner=emner,
                help="skriv dem som var der, og når noen kom eller gikk, under «oppmoete»; ellers tas saken opp igjen, "
                "eller utvalgets vedtak om å fravike mandatet skrives under «avvik»"
                if numbers
                else "skriv dem som var der under «oppmoete», "
                "eller utvalgets vedtak om å fravike mandatet under «avvik»",
            )
        elif isinstance(telt.holder, Uvisst):
            place = moete.at("oppmoete", otherwise=("dato",))
            came = "det er ukjent hvem som kunne ha møtt"
            text = savnet(krav, telt.holder, telt.part, moete.dato, _ellers(krav, moete), came)
            case = f"i sak {alle_sammen(numbers)}: " if numbers else ""
            yield krav.bestemmelse.uvisst(place, f"{case}{text}", emne, emner)
        elif telt.bedoemt:
            yield krav.bestemmelse.holdt()


def _sted(moete: Moete, samling: Samling) -> Place:
    """The list of those who came; or the first decision that others made."""
    if not samling.saker:
        return moete.at("oppmoete", otherwise=("dato",), at_key=True)
    nr = samling.saker[0]
    key = "vedtak" if moete.saker[nr].vedtak is not None else "valg"
    return moete.at("saker", nr, key, at_key=True)


def vurder_hos(
    krav: Sammensetningskrav, utvalg: UtvalgIPeriode, inndeling: Hele, hos: str
) -> Iterator[Finding]:
    """Every meeting held by another council in the period: who came there from this one."""
    host = verten(hos, utvalg)
    if isinstance(host, Utvalgsmappe):
        yield from _vurder_hos(krav, utvalg, inndeling, hos, host)
    elif host:
        yield krav.bestemmelse.uvisst(*host, krav.emne(hos))


def _vurder_hos(
    krav: Sammensetningskrav, utvalg: UtvalgIPeriode, inndeling: Hele, hos: str, host: Utvalgsmappe
) -> Iterator[Finding]:
    home = utvalg.mappe.id
    for moete in host.avholdte:
        if not utvalg.gjelder(moete.dato):
            continue
        emne = krav.emne(f"{hos} {moete.navn}")
        place = moete.at("oppmoete", otherwise=("dato",), at_key=True)
        if not isinstance(moete.oppmoete, tuple):
            yield krav.bestemmelse.uvisst(place, "oppmøtet er ukjent", emne)
            continue
        came = (*i_moetet(moete), *observatoerer(moete))
        there = deltakere(replace(utvalg, mappe=host), moete.dato, came)
        ours = [person for person in there if person.hvem.fra_utvalg == home]
        ours += [
            person._replace(der=uvisst("fra_oss", person.hvem.id))
            for person in there
            if person.hvem.fra_utvalg is UKJENT
        ]
        for telt in krav.telt(ours, inndeling, moete.dato):
            if telt.holder is False:
                where = f"hos {omtalt(hos, utvalg)} {dato_i_ord(moete.dato)}"
                yield krav.bestemmelse.brutt(
                    place,
                    setningen(
                        krav, telt, f"{where} hadde {krav.hva(telt.part)} fra oss", moete.dato, da=True
                    ),
                    emne,
                    help="skriv hvem som møtte, under «oppmoete»",
                )
            elif isinstance(telt.holder, Uvisst):
                nobody = "det er ukjent hvem noen av de frammøtte er"
                text = savnet(krav, telt.holder, telt.part, moete.dato, nobody)
                yield krav.bestemmelse.uvisst(place, text, emne)
            elif telt.bedoemt:
                yield krav.bestemmelse.holdt()


def _telt(
    krav: Sammensetningskrav, utvalg: UtvalgIPeriode, inndeling: Hele, moete: Moete, samling: Samling
) -> Iterator[Telt]:
    if krav.blant == "frammoette":  # everybody there is on the list, and nobody there is no way out
        there = (*samling.naervaer, *observatoerer(moete, samling.avgjort))
        return krav.telt(deltakere(utvalg, moete.dato, there), inndeling, moete.dato)
    group = paa_dag(krav, utvalg, moete.dato)
    came = (
        representert(utvalg, moete.dato, samling.naervaer, group) if krav.om_oppmoete else Frammoette(group)
    )
    return krav.telt(
        came.folk,
        inndeling,
        moete.dato,
        finnes=noen_der(krav, utvalg, moete.dato),
        aapen=_flere(krav, utvalg, moete.dato),
        puljer=came.puljer,
    )


def _flere(krav: Sammensetningskrav, utvalg: UtvalgIPeriode, dag: date) -> Visshet:
    """Whether somebody is in the group who is not on record as one of it."""
    return noen((valg_ulest(krav, utvalg), utvalg.mappe.noen_flere(krav.vervene, dag)))


def _ellers(krav: Sammensetningskrav, moete: Moete) -> str:
    if krav.blant == "frammoette":
        return "det er ukjent hvem noen av de frammøtte sitter for"
    return f"det er ukjent hvem noen i møtet {dato_i_ord(moete.dato)} sitter eller møtte for"
