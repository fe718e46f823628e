"""Navnene: every name of each sort that a register has – of the language, declared, or used in a record."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete, Publisert, Referat, Sakliste, Sendt
from brukerutvalg_cli.model.ordliste import Ordliste
from brukerutvalg_cli.model.organisasjon import Organisasjon
from brukerutvalg_cli.model.skrivemaate import kanonisk
from brukerutvalg_cli.model.slag import Slag
from brukerutvalg_cli.model.utvalg import (
    STANDARD_NIVAA,
    STANDARD_ORDNINGER,
    STANDARD_SIDER,
    STANDARD_VERV,
    Utvalg,
)
from brukerutvalg_cli.model.verdier import kjent

Navn = Mapping[Slag, frozenset[str]]


def erklaert(
    ordliste: Ordliste,
    utvalg: Collection[Utvalg],
    organisasjoner: Mapping[str, Organisasjon],
    kjente_utvalg: Collection[str],
    personer: Iterable[str],
) -> Navn:
    """The names that the language has, or that a file declares."""
    return {
        Slag.VERV: frozenset(STANDARD_VERV).union(*(each.verv for each in utvalg)),
        Slag.SIDE: frozenset(STANDARD_SIDER).union(*(each.sider for each in utvalg)),
        Slag.NIVAA: frozenset(STANDARD_NIVAA).union(each.nivaa for each in utvalg),
        Slag.PERSON: frozenset(personer),
        Slag.ORGANISASJON: frozenset(organisasjoner),
        Slag.INNDELING: frozenset().union(*(kjent(each.inndelinger) or () for each in utvalg)),
        Slag.UTVALG: frozenset(kjente_utvalg),
        Slag.FUNKSJON: frozenset(ordliste.funksjoner).union(*(each.funksjoner for each in utvalg)),
        Slag.GRUPPE: frozenset(ordliste.grupper).union(
            *(map(kanonisk, kjent(each.grupper) or ()) for each in utvalg)
        ),
        Slag.ORDNING: frozenset(STANDARD_ORDNINGER).union(
            ordliste.ordninger, *(each.ordninger for each in utvalg)
        ),
        Slag.MOTTAKER: frozenset(ordliste.mottakere).union(*(each.mottakere for each in utvalg)),
        Slag.HENDELSE: frozenset(ordliste.hendelser).union(*(each.hendelser for each in utvalg)),
    }


def brukt(mapper: Iterable[Utvalgsmappe], organisasjoner: Mapping[str, Organisasjon]) -> Navn:
    """The names that a record uses where anybody may write what they like."""
    found: dict[Slag, set[str]] = {slag: set() for slag in AAPNE}
    for body in organisasjoner.values():
        found[Slag.GRUPPE].update(map(kanonisk, kjent(body.grupper) or ()))
    for mappe in mapper:
        for slag, name in _i_utvalget(mappe):
            found[slag].add(kanonisk(name))
    return {slag: frozenset(names) for slag, names in found.items()}


AAPNE = (Slag.FUNKSJON, Slag.GRUPPE, Slag.ORDNING, Slag.MOTTAKER, Slag.HENDELSE)
"""The sorts that need no declaration: a name that the records use is one."""


def _i_utvalget(mappe: Utvalgsmappe) -> Iterator[tuple[Slag, str]]:
    for medlem in mappe.medlemmer.values():
        yield from (
            (Slag.FUNKSJON, name) for f in kjent(medlem.funksjon) or () if (name := kjent(f.funksjon))
        )
        yield from ((Slag.GRUPPE, name) for name in kjent(medlem.grupper) or ())
    yield from ((Slag.HENDELSE, hendelse.hva) for hendelse in mappe.hendelser)
    for moete in mappe.moeter:
        yield from _i_moetet(moete)


def _i_moetet(moete: Moete) -> Iterator[tuple[Slag, str]]:
    for oppmoete in kjent(moete.oppmoete) or ():
        if office := kjent(oppmoete.funksjon):
            yield Slag.FUNKSJON, office
        yield from ((Slag.ORDNING, name) for name in kjent(oppmoete.dekker) or ())
        if scheme := kjent(oppmoete.godtgjoeres_etter):
            yield Slag.ORDNING, scheme
    if isinstance(moete.sendt, Sendt):
        yield from ((Slag.MOTTAKER, name) for name in kjent(moete.sendt.til) or ())
    if isinstance(moete.referat, Referat):
        yield from ((Slag.MOTTAKER, name) for name in kjent(moete.referat.sendt_til) or ())
    for document in (moete.sakliste, moete.referat):
        out = document.publisert if isinstance(document, Sakliste | Referat) else None
        if isinstance(out, Publisert) and (by := kjent(out.via)):
            yield Slag.MOTTAKER, by
