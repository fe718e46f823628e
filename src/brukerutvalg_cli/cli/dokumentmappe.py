"""Dokumentmappe: all the documents of a council put in a folder: made, held up against what lies there, written anew.

A document that says what the file there says already is not written: who copies the folder to a web page, or keeps it
in git, sees only what is new. What lies there and answers to no meeting is told of, and left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from pydantic_core import PydanticCustomError

from brukerutvalg_cli.arbeidere import fordelt, prosesser
from brukerutvalg_cli.cli.dokumentformat import filnavn, i_format
from brukerutvalg_cli.cli.stans import Stans
from brukerutvalg_cli.cli.utfil import utfil
from brukerutvalg_cli.dokument.format.navn import ENDELSER, Dokumentslag, Format
from brukerutvalg_cli.dokument.hindringer import brukt, hindringer, privat_i
from brukerutvalg_cli.dokument.lag import lag
from brukerutvalg_cli.dommer.dom import Dom
from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetenavn import les_moetenavn
from brukerutvalg_cli.rapport.concise import render
from brukerutvalg_cli.rapport.sammenstill import sammenstill
from brukerutvalg_cli.register.innlest import posten
from brukerutvalg_cli.register.load import Lastet
from brukerutvalg_cli.register.locate import Locator

FINNES_NAAR: dict[Dokumentslag, tuple[str, ...]] = {
    "innkalling": ("innkalt", "avholdt", "avlyst"),
    "referat": ("avholdt",),
}
"""At what stage of a meeting each document has been made: a notice of what is only planned is a draft."""


class Mappeutfall(NamedTuple):
    """What became of a council's documents: file names, and how many were in order; and why some were not made."""

    nye: tuple[str, ...] = ()
    endret: tuple[str, ...] = ()
    like: int = 0
    stanset: tuple[str, ...] = ()
    hvorfor: str = ""
    igjen: tuple[str, ...] = ()


class Dokumentbestilling(NamedTuple):
    """What is wanted, and where. `rot`: of the register; `dag`: on which it is asked for."""

    mappe: Path
    format: Format
    slag: tuple[Dokumentslag, ...]
    dag: date
    rot: Path


def skriv_alle(landet: Lastet, utvalg: Sequence[str], bestilling: Dokumentbestilling) -> list[Mappeutfall]:
    """What became of each of these councils, in their order; one at a time in memory, in several processes if many."""
    files = sum(len(landet.landet.paths.get(name, ())) for name in utvalg)
    answers = fordelt(utvalg, partial(_og_glem, landet, bestilling), prosesser(len(utvalg), files))
    return [answers.gjort.get(name) or _uten_svar(name) for name in utvalg]


def _og_glem(landet: Lastet, bestilling: Dokumentbestilling, utvalg: str) -> Mappeutfall:
    """One council, of which no more is kept than what became of it."""
    try:
        done = skriv_utvalget(landet, utvalg, bestilling)
    except Stans as error:
        done = Mappeutfall(stanset=(f"alle for {utvalg}",), hvorfor=f"{error}\n")
    posten.cache_clear()
    return done


def _uten_svar(utvalg: str) -> Mappeutfall:
    why = f"records/utvalg/{utvalg}: prosessen som skulle skrive dokumentene, ble avbrutt\n"
    return Mappeutfall(stanset=(f"alle for {utvalg}",), hvorfor=why)


def skriv_utvalget(landet: Lastet, utvalg: str, bestilling: Dokumentbestilling) -> Mappeutfall:
    """Makes the documents of one council, and writes those that say something else than what lies there.

    Raises:
        Stans: when the folder is no place to write in.
    """
    mappe, valgt, slag, dag, rot = bestilling
    lastet = landet.av([utvalg])
    tree = lastet.landet.tree
    new, changed, stopped, found = list[str](), list[str](), list[str](), list[Finding]()
    same = 0
    wrong = hindringer(lastet, utvalg)
    if wrong or utvalg not in lastet.register.mapper:
        return Mappeutfall(stanset=(f"alle for {utvalg}",), hvorfor=_i_ord(wrong, lastet, dag))
    council = lastet.register.mapper[utvalg].uten_antakelser()  # what goes out says nothing that is assumed
    private = privat_i(lastet, council)
    names = set()
    for each, meeting in _dokumentene(council.moeter, slag):
        name = filnavn(each, council, meeting, valgt)
        names.add(name)
        if problems := [f for f in private if brukt(f.place, council, meeting)]:
            found += problems
            stopped.append(name)
            continue
        text = lag(each, lastet.register, council, meeting, tree)
        if isinstance(text, Finding):
            found.append(text)
            stopped.append(name)
            continue
        raw = i_format(valgt, text, each, lastet, council, meeting, tree)[0].encode()
        place = utfil(mappe / name, rot, lag_mappe=True)
        there = _lest(place.maal)
        if there == raw:
            same += 1
            continue
        (new if there is None else changed).append(name)
        place.skriv(raw)
    left = (name for name in _egne(mappe, utvalg, valgt, slag) if name not in names)
    why = _i_ord(list(dict.fromkeys(found)), lastet, dag) if found else ""
    return Mappeutfall(tuple(new), tuple(changed), same, tuple(stopped), why, tuple(left))


def _dokumentene(
    moeter: tuple[Moete, ...], slag: tuple[Dokumentslag, ...]
) -> Iterator[tuple[Dokumentslag, Moete]]:
    for moete in moeter:
        yield from ((each, moete) for each in slag if moete.status in FINNES_NAAR[each])


def _egne(mappe: Path, utvalg: str, valgt: Format, slag: tuple[Dokumentslag, ...]) -> Iterator[str]:
    """What lies in the folder by a name that a document of this council has in this format."""
    ending = f"{'-fragment' if valgt == 'fragment' else ''}{ENDELSER[valgt][0]}"
    for each in slag:
        start = f"{each}-{utvalg}-"
        for path in sorted(mappe.glob(f"{start}*{ending}")):
            with suppress(PydanticCustomError):
                les_moetenavn(path.name.removeprefix(start).removesuffix(ending))
                yield path.name


def _lest(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _i_ord(found: list[Finding], lastet: Lastet, dag: date) -> str:
    """Why documents were not made, a line for each thing."""
    register = lastet.register
    rapport = sammenstill(
        found,
        Dom(),
        Locator(lastet.landet.tree),
        register,
        filer=lastet.filer,
        utvalg=len(register.kjente_utvalg),
        dato=dag,
    )
    return render(rapport)
