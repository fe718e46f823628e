"""Representert: who of a group took part in a meeting or a case – themselves, or by somebody who stood in for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.sammensatt.krav import Pulje, Tilstede
from brukerutvalg_cli.model.naervaer import Naervaer
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.verdier import UKJENT, kjent
from brukerutvalg_cli.model.visshet import UVISST, Visshet, alle, fordi, noen, uvisst


class Frammoette(NamedTuple):
    """A group as it was at a meeting; of the `puljer` some more were represented, and nobody knows which."""

    folk: list[Tilstede]
    puljer: tuple[Pulje, ...] = ()


def deltakere(utvalg: UtvalgIPeriode, dag: date, naervaer: Iterable[Naervaer]) -> list[Tilstede]:
    """Those who took part, guests too; a deputy who only listened did not."""
    there = tuple(naervaer)
    return [
        Tilstede(utvalg.deltaker(o, dag)._replace(til_stede=sure), sure)
        for surely in (True, False)
        for o in _taking_part(there, surely=surely)
        for sure in [True if surely else uvisst("til_stede", o.kalt)]
    ]


def representert(
    utvalg: UtvalgIPeriode, dag: date, naervaer: Sequence[Naervaer], gruppe: Sequence[Tilstede]
) -> Frammoette:
    """Each of the group, with whether they took part. A deputy stands in for a person, or for an organisation."""
    came = _taking_part(naervaer)
    stood_in_for = [o.vara_for for o in came if o.vara_for is not None]
    # Who was there as a guest, or for the secretariat, sat in no seat.
    by_name = {o.person for o in came if o.person and not o.rolle} | {
        v for v in stood_in_for if isinstance(v, str)
    }
    perhaps = _taking_part(naervaer, surely=False)
    maybe = {o.person for o in perhaps if o.person} | {kjent(o.vara_for) for o in perhaps}
    folk = [
        _seen(
            utvalg,
            dag,
            naervaer,
            p,
            True if p.hvem.id in by_name else p.hvem.id in maybe and uvisst("til_stede", p.hvem.id),
        )
        for p in gruppe
    ]

    people = {person.hvem.id for person in gruppe} | utvalg.mappe.kjente_personer
    organisations = Counter(v for v in stood_in_for if isinstance(v, str) and v not in people)
    puljer = []
    for name, count in sorted(organisations.items()):
        if not _is_body(utvalg, name):  # misspelt, or in a file that could not be read
            continue
        theirs = [p for p in folk if p.hvem.til_stede is False and _sits_for(p, name) is not False]
        certain = sum(bool(p.der) and _sits_for(p, name) is True for p in theirs)
        pulje = Pulje(frozenset(p.hvem.id for p in theirs), min(count, certain), min(count, len(theirs)))
        if pulje.fra == len(theirs):  # a deputy for each of them
            folk = [_present(p) if p.hvem.id in pulje.folk else p for p in folk]
        else:
            puljer.append(pulje)
    unknown = sum(v is UKJENT for v in stood_in_for)
    unknown += sum(o.vara_for is not None and o.vara_for not in people for o in perhaps)
    unknown += sum(count for name, count in organisations.items() if not _is_body(utvalg, name))
    if unknown:
        absent = frozenset(p.hvem.id for p in folk if p.hvem.til_stede is False)
        puljer.append(Pulje(absent, 0, min(unknown, len(absent) - sum(p.fra for p in puljer))))
    return Frammoette(folk, tuple(puljer))


def _taking_part(naervaer: Iterable[Naervaer], *, surely: bool = True) -> list[Oppmoete]:
    """Those who did; or those who perhaps did."""
    return [each.oppmoete for each in naervaer if each.der is not False and (each.der is True) is surely]


def _seen(
    utvalg: UtvalgIPeriode, dag: date, naervaer: Sequence[Naervaer], person: Tilstede, named: Visshet
) -> Tilstede:
    there: Visshet = named
    if named is False and person.hvem.er_organisasjon:
        came = noen(_represented_by(utvalg, dag, naervaer, person.hvem.id))
        there = fordi(came, "til_stede", person.hvem.id)
    return person._replace(hvem=person.hvem._replace(til_stede=there))


def _represented_by(
    utvalg: UtvalgIPeriode, dag: date, naervaer: Sequence[Naervaer], organisasjon: str
) -> Iterator[Visshet]:
    """Whether each who took part sits for the organisation: one that is elected comes as anybody it sends."""
    for each in naervaer:
        hvem = utvalg.deltaker(each.oppmoete, dag)
        unknown = not hvem.kjent or hvem.representerer is UKJENT
        yield alle((each.der, UVISST if unknown else hvem.representerer == organisasjon))


def _present(person: Tilstede) -> Tilstede:
    return person._replace(hvem=person.hvem._replace(til_stede=True))


def _sits_for(person: Tilstede, organisasjon: str) -> Visshet:
    hvem = person.hvem
    if hvem.er_organisasjon:
        return False
    return UVISST if not hvem.kjent or hvem.representerer is UKJENT else hvem.representerer == organisasjon


def _is_body(utvalg: UtvalgIPeriode, name: str) -> bool:
    return name in utvalg.register.organisasjoner or name in utvalg.register.kjente_utvalg
