"""Nummerering: which series a case is numbered in, and the number that is next there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.saksnummer import STANDARD, UTEN_NUMMER, Nummer, Nummerform, formen, les_nummer
from brukerutvalg_cli.model.utvalg import Nummerserie, Utvalg

VANLIGE = (STANDARD, "n/aaaa", "aaaa/n", "nn-aa", "n")
"""The formats of a council that names none, the most usual first."""


class Nummerert(NamedTuple):
    """A number on an agenda: the facts in it, and where it stands. `nummer` is None where no format fits."""

    moete: Moete
    plass: int
    nummer: Nummer | None


def seriene(utvalg: Utvalg, dag: date) -> tuple[Nummerserie, ...]:
    """The series in use on a day: of those for the same cases, the one that began last."""
    newest: dict[tuple[str, ...], Nummerserie] = {}
    for serie in sorted(utvalg.saksnummer, key=lambda s: s.fra or date.min):
        if (serie.fra or date.min) <= dag:
            newest[tuple(sorted(serie.gjelder))] = serie
    return tuple(newest.values())


def serien(utvalg: Utvalg, dag: date, sorter: Iterable[Any]) -> Nummerserie | None:
    """The series of a case of these sorts: its part of the agenda, its standing item, its type."""
    in_use = seriene(utvalg, dag)
    sorts = {each for each in sorter if isinstance(each, str)}
    named = (serie for serie in in_use if sorts & set(serie.gjelder))
    return next(named, next((serie for serie in in_use if not serie.gjelder), None))


def _vanlig(moeter: Sequence[Moete]) -> Nummerserie:
    """How the last case was numbered, in a council that does not say how they are."""
    last = next((sak.nr for moete in reversed(moeter) for sak in reversed(moete.saker) if sak.nr), "")
    written = (name for name in VANLIGE if (form := formen(name)) and form.les(last))
    return Nummerserie(format=next(written, STANDARD))


def formatene(utvalg: Utvalg) -> tuple[str, ...]:
    """Every format that the council has used; none where it names none."""
    return tuple(serie.format for serie in utvalg.saksnummer if serie.format != UTEN_NUMMER)


def numrene(utvalg: Utvalg, moeter: Iterable[Moete]) -> Iterator[Nummerert]:
    """Every number on these agendas, read by the council's own formats, or where none of them fits, by a usual one."""
    formats = formatene(utvalg)
    for moete in moeter:
        for plass, sak in enumerate(moete.saker):
            if sak.nr:
                yield Nummerert(moete, plass, les_nummer(sak.nr, formats) or les_nummer(sak.nr))


def neste_nummer(
    utvalg: Utvalg, moeter: Sequence[Moete], dag: date, sak: Iterable[Any] = (), tatt: Sequence[str] = ()
) -> str:
    """The next number for a case of these sorts in the meeting of a day; nothing for a point outside the numbers.

    `tatt`: numbers that are on the agenda of that meeting since it was read.
    """
    serie = serien(utvalg, dag, sak) or _vanlig(moeter)
    form = formen(serie.format)
    if form is None:
        return ""
    used = [n.nummer.nr for n in numrene(utvalg, moeter) if n.nummer and _samme(n, form, serie, dag)]
    used += [read.nr for text in tatt if (read := form.les(text))]
    return form.skriv(
        Nummer(form.serie, dag.year if form.aar else 0, max(used, default=serie.foerste - 1) + 1)
    )


def _samme(nummerert: Nummerert, form: Nummerform, serie: Nummerserie, dag: date) -> bool:
    """Whether a number is one of those that the next one goes on from."""
    nummer = nummerert.nummer
    assert nummer
    if nummer.serie != form.serie:
        return False
    if serie.begynner == "moete":
        return nummerert.moete.dato == dag
    return serie.begynner == "alltid" or nummer.aar in (
        dag.year,
        0 if nummerert.moete.dato.year == dag.year else -1,
    )
