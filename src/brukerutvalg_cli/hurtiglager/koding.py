"""Koding: a report as plain data and back – lists, texts and numbers, so that what is read can do nothing but be shown.

What is for the judge alone (`Finding.emner` and the like) is over when the report is made, and is not kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import chain
from json import loads
from typing import Any, TypeVar

from brukerutvalg_cli.funn.finding import Finding, Fravik, Hviler, Kilde, Related, Severity, Utfall, Varer
from brukerutvalg_cli.funn.place import Place, Span
from brukerutvalg_cli.mandat.fristvarsel import Fristvarsel
from brukerutvalg_cli.rapport.rapport import Located, LocatedRelated, Rapport
from brukerutvalg_cli.rapport.samlet import uten_skjult
from brukerutvalg_cli.rapport.ulest import Ulest

T = TypeVar("T")

DELER = ("funn", "ikke_vurdert", "fraveket", "varsler", "filer", "utvalg", "rettet", "holdt")
"""What is kept of a report: all that was found, but for the day it was found on."""


def kodet(value: Any) -> Any:
    """Any part of a report as lists of plain data, field by field."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | Ulest):
        return [kodet(each) for each in value]
    if is_dataclass(value):
        return [kodet(getattr(value, each.name)) for each in fields(value) if each.compare]
    raise TypeError(type(value).__name__)


def rapport_kodet(rapport: Rapport) -> Any:
    """Each part of a report."""
    return [kodet(getattr(rapport, each)) for each in DELER]


def rapportene_lest(koder: Sequence[Any], dato: date) -> Rapport:
    """The reports again, of that day, as one (`samlet`)."""
    funn, ikke_vurdert, fraveket, varsler, filer, utvalg, rettet, holdt = zip(*koder, strict=True)
    return Rapport(
        funn=uten_skjult(_alle(_located, chain(*funn))),
        ikke_vurdert=_alle(_located, chain(*ikke_vurdert)),
        fraveket=_alle(_located, chain(*fraveket)),
        varsler=_alle(_fristvarsel, chain(*varsler)),
        filer=sum(filer),
        utvalg=sum(utvalg),
        dato=dato,
        rettet=_alle(_located, chain(*rettet)),
        holdt=_alle(_holdt, chain(*holdt)),
    )


def rapporten_lest(deler: Sequence[bytes], dato: date) -> Rapport:
    """The same of one report, each part of it as JSON: what was found is read, the rest when it is looked into."""
    funn, ikke_vurdert, fraveket, varsler, filer, utvalg, rettet, holdt = deler
    return Rapport(
        funn=_alle(_located, loads(funn)),
        ikke_vurdert=_ulest(_located, ikke_vurdert),
        fraveket=_ulest(_located, fraveket),
        varsler=_ulest(_fristvarsel, varsler),
        filer=loads(filer),
        utvalg=loads(utvalg),
        dato=dato,
        rettet=_ulest(_located, rettet),
        holdt=_ulest(_holdt, holdt),
    )


def _ulest(lest: Callable[[Any], T], raw: bytes) -> Ulest[T]:
    return Ulest(lambda: _alle(lest, loads(raw)))


def _alle(lest: Callable[[Any], T], koder: Iterable[Any]) -> tuple[T, ...]:
    return tuple(map(lest, koder))


def eller_ingen(lest: Callable[[Any], T], kode: Any) -> T | None:
    """What is read so, where there is anything."""
    return None if kode is None else lest(kode)


def _dag(kode: Any) -> date | None:
    return None if kode is None else date.fromisoformat(kode)


def _located(kode: Any) -> Located:
    finding, span, linje, related, kommando, columns = kode
    return Located(
        _finding(finding),
        eller_ingen(_span, span),
        linje,
        _alle(_located_related, related),
        kommando,
        eller_ingen(tuple, columns),
    )


def _located_related(kode: Any) -> LocatedRelated:
    path, span, linje, label = kode
    return LocatedRelated(path, eller_ingen(_span, span), linje, label)


def _finding(kode: Any) -> Finding:
    (code, name, severity, message, place, label, help, related, utvalg, kilde, emne) = kode[:11]
    since, skjul, hviler, utfall, varer, fravik = kode[11:]
    return Finding(
        code,
        name,
        Severity(severity),
        message,
        stedet(place),
        label=label,
        help=help,
        related=tuple(Related(stedet(where), said) for where, said in related),
        utvalg=utvalg,
        kilde=eller_ingen(_kilde, kilde),
        emne=emne,
        since=_dag(since),
        skjul=skjul,
        hviler=eller_ingen(_hviler, hviler),
        utfall=Utfall(utfall),
        varer=eller_ingen(_varer, varer),
        fravik=_fravik(fravik),
    )


def _span(kode: Any) -> Span:
    return Span(*kode)


def _kilde(kode: Any) -> Kilde:
    return Kilde(*kode)


def stedet(kode: Any) -> Place:
    """A place again."""
    path, route, otherwise, at_key, span = kode
    return Place(path, tuple(route), tuple(otherwise), at_key, eller_ingen(_span, span))


def _hviler(kode: Any) -> Hviler:
    paa, faller = kode
    return Hviler(tuple(paa), faller)


def _varer(kode: Any) -> Varer:
    fra, over, rettet, ved, place, kanskje = kode
    return Varer(_dag(fra), _dag(over), _dag(rettet), ved, eller_ingen(stedet, place), kanskje)


def _fravik(kode: Any) -> Fravik:
    grunn, vedtatt_i, til, notert_i = kode
    return Fravik(grunn, vedtatt_i, _dag(til), notert_i)


def _holdt(kode: Any) -> tuple[str, Kilde]:
    name, source = kode
    return name, _kilde(source)


def _fristvarsel(kode: Any) -> Fristvarsel:
    hva, om, dag, siste_dag, moetenavn, utvalg, hviler = kode
    return Fristvarsel(
        hva,
        om,
        date.fromisoformat(dag),
        date.fromisoformat(siste_dag),
        moetenavn,
        utvalg,
        eller_ingen(_hviler, hviler),
    )
