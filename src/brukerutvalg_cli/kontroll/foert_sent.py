"""foert-sent – en dag ble ført lenge etter den dagen den sier.

Hvorfor
    Sendte papirer, godkjente referater og oppnevninger teller fra den dagen som er ført. Blir den ført lenge etterpå,
    er det ingen som så den da, og den er skrevet etter hukommelsen. Hvor lenge det kan gå, sier utvalget selv med
    «foeringsfrist» i utvalg.yaml. Når det ble ført, er dagen det ble lagret i git, slik den som lagret, hadde den.
    Det som var med da utvalget kom inn i registeret, er overtatt, og blir ikke vurdert.

Slik retter du
    Er dagen gal, retter du den. Er den riktig, kan det stå: advarselen sier hva leseren bør vite. Før det samme dag
    neste gang.

Galt
    utvalg: {foeringsfrist: 7}
    moeter/2022-11-16: {sendt: {sakspapirer: 2022-11-04}}
    foert: {moeter/2022-11-16 sendt.sakspapirer: 2022-11-15}

Riktig
    utvalg: {foeringsfrist: 7}
    moeter/2022-11-16: {sendt: {sakspapirer: 2022-11-04}}
    foert: {moeter/2022-11-16 sendt.sakspapirer: 2022-11-11}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.funn.place import Place, Route
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.mandat.utsending import I_ORD
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetepapirer import Godkjent, Publisert, Referat, Sakliste, Sendt
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.ord.i_ord import Her, i_vervet, omtalt

KODE, NAVN = "BU340", "foert-sent"


class _Dag(NamedTuple):
    """A day that is claimed, what it is claimed of, and where."""

    dag: date
    hva: str
    rute: Route


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each day that was recorded later than the council allows; once for all, what cannot be known."""
    history = register.historie
    for mappe in register.mapper.values():
        allowed = mappe.utvalg.foeringsfrist
        if history is None or allowed is None:
            continue
        if history.uvisst:
            yield _uvisst(mappe, history.uvisst)
        for place, claimed in _alle(register, mappe):
            when = history.foert.get((place.path, claimed.rute))
            if when and (when - claimed.dag).days > allowed:
                yield _sent(mappe, place, claimed, when, allowed)


def _sent(mappe: Utvalgsmappe, place: Place, claimed: _Dag, when: date, allowed: int) -> Finding:
    days = (when - claimed.dag).days
    return funn(
        KODE,
        NAVN,
        f"{claimed.hva} {dato_i_ord(claimed.dag)}, men det ble ført {dato_i_ord(when)}, {days} dager etter; "
        f"fristen er {allowed} {'dag' if allowed == 1 else 'dager'}",
        place,
        utvalg=mappe.id,
        emne=f"{place.path.rpartition('/')[2].removesuffix('.yaml')} {'.'.join(map(str, claimed.rute))}",
        help="er dagen gal, retter du den; er den riktig, kan det stå, og neste gang føres det samme dag",
        severity=Severity.ADVARSEL,
    )


def _uvisst(mappe: Utvalgsmappe, why: str) -> Finding:
    return funn(
        KODE,
        NAVN,
        f"om noe er ført for sent, kan ikke vurderes: {why}",
        mappe.utvalg.at("foeringsfrist"),
        utvalg=mappe.id,
        emne="historikken",
        severity=Severity.RAAD,
    )


def _alle(register: Register, mappe: Utvalgsmappe) -> Iterator[tuple[Place, _Dag]]:
    her = Her(mappe, register)
    for moete in mappe.moeter:
        for claimed in (*_sendt(moete), *_saklista(moete), *_referatet(moete)):
            yield moete.at(*claimed.rute), claimed
    for name, medlem in mappe.medlemmer.items():
        for nr, term in enumerate(medlem.oppnevninger):
            if isinstance(term.fra, date):
                what = f"{omtalt(name, her)} er ført {i_vervet(term.verv, her)} fra"
                route = ("oppnevninger", nr, "fra")
                yield medlem.at(*route), _Dag(term.fra, what, route)


def _sendt(moete: Moete) -> Iterator[_Dag]:
    sent = moete.sendt if isinstance(moete.sendt, Sendt) else None
    for key, what in I_ORD.items():
        if isinstance(day := getattr(sent, key, None), date):
            yield _Dag(day, f"{what} er ført som sendt", ("sendt", key))


def _saklista(moete: Moete) -> Iterator[_Dag]:
    agenda = moete.sakliste if isinstance(moete.sakliste, Sakliste) else None
    if agenda and isinstance(agenda.dato, date):
        yield _Dag(agenda.dato, "sakslista er ført som godkjent", ("sakliste", "dato"))
    yield from _lagt_ut(agenda.publisert if agenda else None, "sakslista", ("sakliste",))


def _referatet(moete: Moete) -> Iterator[_Dag]:
    became = moete.referat if isinstance(moete.referat, Referat) else None
    approved = kjent(became.godkjent) if became else None
    if isinstance(approved, Godkjent) and isinstance(day := approved.dag, date):
        key = "moete" if approved.moete else "dato"
        yield _Dag(day, "referatet er ført som godkjent", ("referat", "godkjent", key))
    yield from _lagt_ut(became.publisert if became else None, "referatet", ("referat",))


def _lagt_ut(said: object, what: str, route: Route) -> Iterator[_Dag]:
    if isinstance(said, Publisert) and isinstance(said.dato, date):
        yield _Dag(said.dato, f"{what} er ført som lagt ut", (*route, "publisert", "dato"))


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
