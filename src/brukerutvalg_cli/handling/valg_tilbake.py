"""Valg som ikke ble holdt: an election written down beforehand is taken back, or follows its meeting to another day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.funn.place import Route
from brukerutvalg_cli.handling.filer import OPPNEVNING, VALG, Nektet, personfil
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.medlem import Oppnevning
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.valghandling import Valghandling
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.model.visshet import Uvisst

_EGNE = frozenset({"verv", "fra", "til", "tiltraadt", "valgt_i"})
"""What an election writes of a term. A term that says more is somebody's own record, and is not taken out."""


class Foelger(NamedTuple):
    """What becomes of the elections at a meeting that is not held, or not that day.

    `saker` are their cases. `sitter` are those who sit on as before, with their last day; `uklare` those of whom
    nobody knows whether the election ended their term; `for_tidlig` the cases whose elections begin, on a day
    of their own, before the meeting.
    """

    saker: tuple[str, ...] = ()
    sitter: tuple[tuple[Sete, date | None], ...] = ()
    uklare: tuple[tuple[str, str], ...] = ()
    for_tidlig: tuple[tuple[str, date], ...] = ()


def ta_tilbake(utkast: Utkast, mappe: Utvalgsmappe, moete: Moete, nr: str = "") -> Foelger:
    """Takes back the elections at a meeting, or in one case of it, and what each of them did to anybody's terms."""
    elections = _valgene(mappe, moete, nr)
    restored = [kept for v in elections for kept in _sitter_videre(mappe, v, elections)]
    unclear = [found for v in elections for found in _uklare(mappe, v, elections)]
    for sete, til in restored:
        _sett_slutt(utkast, mappe, sete, til)
    for person, at, term in _begynte(mappe, elections):
        route: Route = ("oppnevninger", at)
        if term.model_fields_set <= _EGNE:
            utkast.fjern(personfil(mappe, person), route)
        else:
            utkast.sett(personfil(mappe, person), (*route, "tiltraadt"), False, OPPNEVNING)
    for at in sorted({v.sak_nr for v in elections}):
        utkast.fjern(moete.path, ("saker", at, "valg"))
    return Foelger(_sakene(elections), tuple(restored), tuple(dict.fromkeys(unclear)))


def flytt_med(utkast: Utkast, mappe: Utvalgsmappe, moete: Moete, til: date) -> Foelger:
    """Moves what the elections at a meeting begin and end by its own day; what they say of other days stands.

    Raises:
        Nektet: when one of them would be over before it begins.
    """
    elections = _valgene(mappe, moete)
    following = [v for v in elections if v.valg.fra in (moete.dato, moete.dato + EN_DAG)]
    unclear: list[tuple[str, str]] = []
    for v in following:
        assert isinstance(v.valg.fra, date)
        first = v.valg.fra + (til - moete.dato)
        if isinstance(v.valg.til, date) and v.valg.til < first:
            raise Nektet(
                f"valget i sak {v.sak.navn} gjelder til {dato_i_ord(v.valg.til)}, og det er før møtet ville være. "
                f"Utsett saken først: brukerutvalg sak utsett {mappe.id} {moete.navn} {v.sak.i_kommando}"
            )
        utkast.sett(moete.path, ("saker", v.sak_nr, "valg", v.valg_nr, "fra"), first, VALG)
        for person, at, term in _begynte(mappe, [v]):
            if term.fra == v.valg.fra:
                utkast.sett(personfil(mappe, person), ("oppnevninger", at, "fra"), first, OPPNEVNING)
        for sete, given in _sitter_videre(mappe, v, following):
            _sett_slutt(utkast, mappe, sete, min(given or date.max, first - EN_DAG))
        unclear += _uklare(mappe, v, following)
    stated = ((v.sak.navn, v.valg.fra) for v in elections if v not in following)
    early = [(nr, first) for nr, first in stated if isinstance(first, date) and first < til]
    return Foelger(_sakene(following), (), tuple(dict.fromkeys(unclear)), tuple(early))


def _valgene(mappe: Utvalgsmappe, moete: Moete, nr: str = "") -> list[Valghandling]:
    return [v for v in mappe.valghandlinger if v.moete.path == moete.path and nr in ("", v.sak.navn)]


def _sakene(elections: Iterable[Valghandling]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(v.sak.navn for v in elections))


def _begynte(mappe: Utvalgsmappe, elections: Collection[Valghandling]) -> list[tuple[str, int, Oppnevning]]:
    """The terms that these elections gave, the last on each page first: what is taken out moves those after it."""
    given = {(v.sak.navn, v.valg.verv) for v in elections}
    return [
        (person, at, term)
        for person, medlem in mappe.medlemmer.items()
        for at, term in reversed(list(enumerate(medlem.oppnevninger)))
        if (term.valgt_i, term.verv) in given
    ]


def _avsluttet(mappe: Utvalgsmappe, v: Valghandling, elections: Collection[Valghandling]) -> Iterator[Sete]:
    """The terms that end on the day before the election's own begins, and that it may have ended."""
    gone = {other.at() for other in elections}
    for sete in mappe.seter_i.get(v.valg.verv, ()):
        if (
            v.avloeser(sete.person) is False
            or sete.oppnevning is None
            or (sete.valg and sete.valg.at() in gone)
        ):
            continue
        if isinstance(v.valg.fra, date) and sete.til == v.valg.fra - EN_DAG:
            yield sete


def _sitter_videre(
    mappe: Utvalgsmappe, v: Valghandling, elections: Collection[Valghandling]
) -> Iterator[tuple[Sete, date | None]]:
    """Whom the election cut short, and the last day they were elected until, or until another took over."""
    for sete in _avsluttet(mappe, v, elections):
        given = sete.valg.valg.til if sete.valg else UKJENT
        if v.avloeser(sete.person) and not isinstance(given, Ukjent) and given != sete.til:
            yield sete, _foer_neste(mappe, sete, given, elections)


def _foer_neste(
    mappe: Utvalgsmappe, sete: Sete, given: date | None, elections: Collection[Valghandling]
) -> date | None:
    """The last day of a term, until another election than these takes over from it."""
    gone = {other.at() for other in elections}
    following = [
        v.valg.fra - EN_DAG
        for v in mappe.valghandlinger
        if v.valg.verv == sete.verv
        and v.at() not in gone
        and isinstance(v.valg.fra, date)
        and isinstance(sete.til, date)
        and v.valg.fra > sete.til
        and v.avloeser(sete.person)
    ]
    return min([*following, *([given] if given else [])], default=None)


def _uklare(
    mappe: Utvalgsmappe, v: Valghandling, elections: Collection[Valghandling]
) -> Iterator[tuple[str, str]]:
    """Those who may have been cut short by it: how long they had the verv for, or why it never began, is not told."""
    for sete in _avsluttet(mappe, v, elections):
        if (
            sete.valg is None
            or isinstance(sete.valg.valg.til, Ukjent)
            or isinstance(v.avloeser(sete.person), Uvisst)
        ):
            yield sete.person, sete.verv
    first = v.valg.fra
    for person, medlem in mappe.medlemmer.items():
        for term in medlem.oppnevninger:
            struck = term.verv == v.valg.verv and term.tiltraadt is False and term.valgt_i != v.sak.navn
            if struck and isinstance(first, date) and isinstance(term.fra, date) and term.fra >= first:
                yield person, term.verv


def _sett_slutt(utkast: Utkast, mappe: Utvalgsmappe, sete: Sete, til: date | None) -> None:
    route: Route = ("oppnevninger", sete.nr, "til")
    if til is None:
        utkast.fjern(personfil(mappe, sete.person), route)
    else:
        utkast.sett(personfil(mappe, sete.person), route, til, OPPNEVNING)
