"""avvik – utvalget har vedtatt å gå bort fra en bestemmelse, og det må gjøres rede for.

Hvorfor
    Et avvik som er vedtatt, er ikke et brudd. Men det skal stå hvorfor, hvilken sak som avgjorde
    det og hvor lenge det gjelder. Saken har et vedtak, i et møte som er holdt, og er ikke selve
    bruddet. Et avvik svarer for det som oppstod mens det gjaldt. Et brudd som varer, må svares for
    så lenge det varer. Kan ingenting rettes lenger, er det nok at utvalget har notert det.

Slik retter du
    Før «grunn», «vedtatt_i» og gjerne «til» under «avvik» i utvalg.yaml, eller «notert_i» i stedet
    for «vedtatt_i». Er fristen ute, rettes det avviket gjaldt, eller utvalget avgjør det på nytt.
    Treffer avviket ikke noe, slettes det.

Galt
    dato: 2023-03-01
    regel: {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
    utvalg: {avvik: [{bestemmelse: regelen, gjelder: 2022-11-16, grunn: Nytt system, vedtatt_i: 1/22}]}
    moeter/2022-11-16:
      sendt: {sakspapirer: 2022-11-07}
      saker: [{nr: 1/22, tittel: Avvik, type: vedtak}]

Riktig
    dato: 2023-03-01
    regel: {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
    utvalg: {avvik: [{bestemmelse: regelen, gjelder: 2022-11-16, grunn: Nytt system, vedtatt_i: 1/22}]}
    moeter/2022-11-16:
      sendt: {sakspapirer: 2022-11-07}
      saker: [{nr: 1/22, tittel: Avvik, type: vedtak, vedtak: {tekst: Papirene kan komme sent denne gangen.}}]
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from brukerutvalg_cli.dommer.avviksgrunnlag import Avviksgrunnlag, Sakene
from brukerutvalg_cli.dommer.avviksord import (
    ACCOUNT_FOR_IT,
    REST_ON_SOMETHING,
    Ubesvart,
    hviler_paa_ingenting,
    mangler,
    om_utvalget,
    sier_ikke,
    svarer_for_ingenting,
    ubesvarte,
)
from brukerutvalg_cli.dommer.avvikstreff import treffer, ubrukte
from brukerutvalg_cli.dommer.utsagn import Emne, Utsagn
from brukerutvalg_cli.funn.finding import Finding, Fravik, Kilde, Utfall
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.model.avvik import Avvik
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.visshet import Uvisst


class Avvikssvar(NamedTuple):
    """What remains to be said of the breaches of a council, which are answered for, which only go on, and the rest.

    `rettet` are those that somebody has put right; `uvisst` those of which nobody knows whether anybody has, or
    whether they are answered for, each with the fact that is missing.
    """

    findings: list[Finding]
    fraveket: list[Finding]
    fortsatt: list[Finding]
    rettet: list[Utsagn]
    uvisst: list[tuple[Utsagn, Place, str]]


def besvar(
    mappe: Utvalgsmappe,
    brudd: Sequence[Utsagn],
    dato: date,
    *,
    mulige: Iterable[Emne] = (),
    bestemmelser: Collection[str] | None = None,
    bandt_fra: Mapping[str, date] = MappingProxyType({}),
) -> Avvikssvar:
    """Each breach of a council held up against the deviations it has decided.

    `mulige` are breaches that cannot be known, or are not true yet; `bestemmelser` the ids of the
    provisions that could be read. A deviation that may mean one of these is not called useless.
    `bandt_fra` is the day from which each provision has bound the council.
    """
    svar = Avvikssvar([], [], [], [], [])
    sakene = Sakene(mappe, dato, bandt_fra)
    standing: set[tuple[Kilde | None, str]] = set()
    mended: set[tuple[Kilde | None, str]] = set()
    ubesvart: dict[int, list[Ubesvart]] = {}
    for found in brudd:
        nr, basis = _best(mappe, sakene, found, dato)
        answered = nr is not None and basis.holder is True and _answers(mappe.utvalg.avvik[nr], found, dato)
        kilde = found.emne.rekke or found.finding.kilde
        lasting = (kilde, found.finding.fortsetter) in standing
        if nr is not None and answered:
            svar.fraveket.append(_documented(found, mappe.utvalg.avvik[nr]))
        elif found.er_rettet(dato):
            if not lasting and (kilde, found.finding.fortsetter) not in mended:
                svar.rettet.append(found)
            mended.add((kilde, found.finding.emne))
            continue
        elif found.varer and found.varer.kanskje:
            place = found.varer.place or found.finding.place
            svar.uvisst.append((found, place, f"om bruddet er rettet, er ukjent: {found.varer.kanskje}"))
            continue
        elif nr is not None and isinstance(basis.holder, Uvisst):
            place = mappe.utvalg.at("avvik", nr, basis.noekkel)
            svar.uvisst.append((found, place, f"om avviket svarer for bruddet, er ukjent: {basis.hvorfor}"))
            continue
        elif lasting:
            svar.fortsatt.append(found.finding)
        elif nr is not None and not basis.senere:
            ubesvart.setdefault(nr, []).append(Ubesvart(found, basis))
        else:
            svar.findings.append(found.finding)
        if not answered:
            standing.add((kilde, found.finding.emne))
    for nr, unanswered in ubesvart.items():
        svar.findings.extend(ubesvarte(mappe, nr, unanswered))
    subjects = (*(b.emne for b in brudd), *mulige)
    used = {nr for emne in subjects for nr in treffer(mappe.utvalg.avvik, emne)}
    useless = ubrukte(mappe, used, dato, bestemmelser)
    svar.findings.extend(_of_themselves(mappe, useless, ubesvart, brudd, sakene, dato))
    return svar


def _best(
    mappe: Utvalgsmappe, sakene: Sakene, found: Utsagn, dato: date
) -> tuple[int | None, Avviksgrunnlag]:
    """The deviation that answers best for the breach, and what it rests on: a new one where the old has run out."""
    listed = mappe.utvalg.avvik
    matching = [(nr, sakene.grunnlag(listed[nr], found)) for nr in treffer(listed, found.emne)]
    return min(
        matching,
        key=lambda item: _rank(listed[item[0]], item[1], found, dato),
        default=(None, Avviksgrunnlag()),
    )


def _of_themselves(
    mappe: Utvalgsmappe,
    useless: set[int],
    told: Collection[int],
    brudd: Sequence[Utsagn],
    sakene: Sakene,
    dato: date,
) -> Iterator[Finding]:
    """What is said of the deviations themselves, but for those `told` of with a breach."""
    for nr, avvik in enumerate(mappe.utvalg.avvik):
        if nr in useless:
            yield svarer_for_ingenting(mappe, nr, brudd)
        elif nr not in told and (lacking := mangler(avvik)):
            yield om_utvalget(mappe, nr, sier_ikke(avvik, lacking), ACCOUNT_FOR_IT)
        elif nr not in told and not (avvik.til and avvik.til < dato):
            basis = sakene.grunnlag(avvik)
            if basis.holder is False and not basis.senere:
                yield om_utvalget(mappe, nr, hviler_paa_ingenting(avvik, basis), REST_ON_SOMETHING)


def _answers(avvik: Avvik, found: Utsagn, dato: date) -> bool:
    """Whether the deviation is one that may be decided, is accounted for, and was in force as long as it had to be."""
    return (
        found.bestemmelse.kan_fravikes_av != "ingen"
        and not mangler(avvik)
        and not _ran_out(avvik, found, dato)
    )


def _ran_out(avvik: Avvik, found: Utsagn, dato: date) -> bool:
    """Whether the deviation had run out by the last day of the breach; of one without a day, by now."""
    return avvik.til is not None and avvik.til < (found.siste_dag(dato) or dato)


def _rank(avvik: Avvik, basis: Avviksgrunnlag, found: Utsagn, dato: date) -> tuple[bool, int, bool]:
    """The least is the best: complete, resting on something, in force; then the rest in the order of the list."""
    rests = 1 if isinstance(basis.holder, Uvisst) else 0 if basis.holder else 2 + basis.senere
    return bool(mangler(avvik)), rests, _ran_out(avvik, found, dato)


def _documented(found: Utsagn, avvik: Avvik) -> Finding:
    fravik = Fravik(avvik.grunn or "", avvik.vedtatt_i or "", avvik.til, avvik.notert_i or "")
    return found.finding.som(Utfall.FRAVEKET, fravik=fravik)
