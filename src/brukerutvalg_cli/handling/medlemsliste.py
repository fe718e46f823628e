"""Medlemsliste: the members a new register begins with, read from a spreadsheet's CSV and judged line by line."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.forslag import forslag
from brukerutvalg_cli.handling.filer import Nektet, person_id
from brukerutvalg_cli.model.kalender import les_dag
from brukerutvalg_cli.model.organisasjon import Organisasjon
from brukerutvalg_cli.model.utvalg import STANDARD_SIDER, STANDARD_VERV

KOLONNER = ("navn", "side", "representerer", "verv", "fra", "til", "funksjon")
"""The columns of a list of members. Only `navn` must be there."""


FLEST = 500
"""More lines than this are not those of one council."""


class Rad(NamedTuple):
    """One line: a person in one verv."""

    linje: int
    navn: str
    side: str
    representerer: str
    verv: str
    fra: date | None
    til: date | None
    funksjon: str


class Medlemsliste(NamedTuple):
    """All of them, and the organisations nobody knew of before: id and name."""

    rader: tuple[Rad, ...] = ()
    nye: Mapping[str, str] = {}


def les_medlemmer(text: str, organisasjoner: Mapping[str, Organisasjon]) -> Medlemsliste:
    """The lines of a CSV file, with `;`, `,` or tabs between the columns as spreadsheets write it.

    Raises:
        Nektet: when a line cannot be read, or disagrees with one above it.
    """
    new: dict[str, str] = {}
    rows: list[Rad] = []
    of_person: defaultdict[str, list[Rad]] = defaultdict(list)
    for line, values in _linjer(text):
        if len(rows) == FLEST:
            raise Nektet(f"medlemslista har mer enn {FLEST} linjer. Er det rett fil")
        side = _kjent(line, values.get("side") or "bruker", STANDARD_SIDER, "siden")
        row = Rad(
            line,
            values["navn"],
            side,
            _organisasjon(line, values.get("representerer", ""), side, organisasjoner, new),
            _kjent(line, values.get("verv") or "medlem", STANDARD_VERV, "vervet"),
            _dag(line, values.get("fra", "")),
            _dag(line, values.get("til", "")),
            values.get("funksjon", ""),
        )
        same = of_person[person_id(row.navn)]
        _stemmer_med(row, same)
        same.append(row)
        rows.append(row)
    return Medlemsliste(tuple(rows), new)


def les_skrevne(lines: Sequence[str], organisasjoner: Mapping[str, Organisasjon]) -> Medlemsliste:
    """The same of lines that were typed: `Kari Nordmann, ffo, leder`. `nav` and the other sides stand for themselves.

    Raises:
        Nektet: as above, of the last line.
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(["navn", "side", "representerer", "verv"])
    for line in lines:
        name, body, office, *rest = [*(part.strip() for part in line.split(",")), "", ""]
        if "".join(rest):
            raise Nektet(f"«{line}» har for mange komma. Skriv navn, organisasjon og verv")
        side = body.lower() if body.lower() in STANDARD_SIDER else ""
        writer.writerow([name, side, "" if side else body, office])
    try:
        return les_medlemmer(text.getvalue(), organisasjoner)
    except Nektet as error:
        raise Nektet(re.sub(r"^linje \d+ i medlemslista", f"«{lines[-1]}»", str(error))) from None


def _linjer(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    first = text.partition("\n")[0]
    between = max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=between)
    rows = _celler(reader)
    names = [name.strip().lower() for name in next(rows, [])]
    for name in names:
        if name and name not in KOLONNER:
            meant = forslag(name, KOLONNER)
            rest = f"Mente du «{meant}»?" if meant else f"Kolonnene er {', '.join(KOLONNER)}."
            raise Nektet(f"medlemslista har en kolonne «{name}», som registeret ikke fører. {rest}")
    if "navn" not in names:
        raise Nektet(f"medlemslista mangler kolonnen «navn». Kolonnene er {', '.join(KOLONNER)}")
    for cells in rows:
        values = {name: value.strip() for name, value in zip(names, cells, strict=False) if name}
        if any(values.values()):
            if not values["navn"]:
                raise _nei(reader.line_num, "mangler navn")
            yield reader.line_num, values


def _celler(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    """The cells of each line; one of them may be so long that nobody means it."""
    try:
        yield from reader
    except csv.Error:
        raise Nektet("medlemslista har en celle uten slutt. Mangler det et anførselstegn") from None


def _organisasjon(
    line: int, word: str, side: str, known: Mapping[str, Organisasjon], new: dict[str, str]
) -> str:
    """The id of an organisation by its id, name or short form. One that is like none is a new, local one."""
    if not word:
        return ""
    called = {name: name for name in known}
    called |= {each: name for name, o in known.items() for each in (o.navn, o.forkortelse) if each}
    called |= {name: name for name in new} | {navn: name for name, navn in new.items()}
    found = next((name for each, name in called.items() if each.casefold() == word.casefold()), "")
    if found:
        return found
    if side != "bruker":
        raise _nei(line, f"har «{word}» under «representerer», men den som sitter for {side}, "
                         "representerer ingen organisasjon. La feltet stå tomt")  # fmt: skip
    meant = forslag(word, called)
    if meant:
        raise _nei(line, f"har organisasjonen «{word}», som ikke finnes. Mente du «{called[meant]}»?")
    name = person_id(word)
    new[name] = word
    return name


def _stemmer_med(row: Rad, before: Iterable[Rad]) -> None:
    """That a person is the same on every line, and has a verv once at a time. `before`: the lines of the person."""
    for other in before:
        if (other.side, other.representerer) != (row.side, row.representerer):
            raise _nei(row.linje, f"sier noe annet om hvem {row.navn} sitter for enn linje {other.linje}")
        apart = (other.til and row.fra and other.til < row.fra) or (
            row.til and other.fra and row.til < other.fra
        )
        if other.verv == row.verv and not apart:
            raise _nei(row.linje, f"har {row.navn} som {row.verv} i samme tid som linje {other.linje}. "
                                  "Stryk den ene, eller rett datoene")  # fmt: skip


def _dag(line: int, text: str) -> date | None:
    if not text:
        return None
    day = les_dag(text)
    if day is None:
        raise _nei(line, f"har «{text}», som ikke er en dag. Skriv for eksempel 2026-02-09 eller 9.2.2026")
    return day


def _kjent(line: int, word: str, known: tuple[str, ...], what: str) -> str:
    name = next((k for k in known if k.casefold() == word.casefold()), None)
    if name:
        return name
    meant = forslag(word, known)
    rest = f"Mente du «{meant}»?" if meant else f"Velg blant {', '.join(known)}."
    raise _nei(line, f"har {what} «{word}», som ikke finnes. {rest}")


def _nei(line: int, what: str) -> Nektet:
    return Nektet(f"linje {line} i medlemslista {what}")
