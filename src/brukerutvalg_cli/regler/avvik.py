"""avvik – utvalget har vedtatt å gå bort fra en bestemmelse, og det må gjøres rede for.

Hvorfor
    Et avvik som er vedtatt, er ikke et brudd. Men det skal stå hvorfor, hvilken sak som avgjorde
    det og hvor lenge det gjelder. Et avvik som er gått ut, dekker ingenting lenger.

Slik retter du
    Før «grunn», «vedtatt_i» og gjerne «til» under «avvik» i utvalg.yaml. Er fristen ute, rettes
    det avviket gjaldt, eller utvalget avgjør det på nytt. Treffer avviket ikke noe, slettes det.

Galt
    dato: 2023-03-01
    regel: {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
    utvalg: {avvik: [{bestemmelse: regelen, gjelder: 2022-11-16, grunn: Nytt system, vedtatt_i: 1/22, til: 2023-02-09}]}
    moeter/2022-11-16: {sendt: {sakspapirer: 2022-11-07}, saker: [{nr: 1/22, tittel: Avvik, type: vedtak}]}

Riktig
    dato: 2023-02-09
    regel: {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
    utvalg: {avvik: [{bestemmelse: regelen, gjelder: 2022-11-16, grunn: Nytt system, vedtatt_i: 1/22, til: 2023-02-09}]}
    moeter/2022-11-16: {sendt: {sakspapirer: 2022-11-07}, saker: [{nr: 1/22, tittel: Avvik, type: vedtak}]}
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Finding, Kilde, Related, Severity
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord, les_dag
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.utvalg import Avvik
from brukerutvalg_cli.regler.bestemmelse import Bestemmelse
from brukerutvalg_cli.regler.dom import Fravik

KODE, NAVN = "BU350", "avvik"
BRUDDET = "bruddet"
"""What the place of the breach is called, beside that of the deviation that does not answer for it."""
ACCOUNT_FOR_IT = "før det som mangler; uten det er bruddet ikke gjort rede for"
_YEAR = re.compile(r"(?<![/\d])\d{4}(?![/\d])")


@dataclass(frozen=True, slots=True)
class Emne:
    """What a deviation can be about: a provision held up against a subject, by the names the subject goes by.

    `bundet_av` is the rule set that brought an inherited provision along.
    """

    kilde: Kilde
    navn: frozenset[str]
    bundet_av: str = ""


class Brudd(NamedTuple):
    """A breach as found, the provision broken, and its subject."""

    finding: Finding
    bestemmelse: Bestemmelse
    emne: Emne
    """What a deviation would have to be about to answer for it."""
    fortsetter: str = ""
    """The subject of the breach it only goes on with."""


class Svar(NamedTuple):
    """What remains to be said of the breaches of a council, which are answered for, and which only go on."""

    findings: list[Finding]
    fraveket: list[Fravik]
    fortsatt: list[Finding]


def besvar(
    mappe: Utvalgsmappe,
    brudd: Sequence[Brudd],
    dato: date,
    *,
    mulige: Iterable[Emne] = (),
    bestemmelser: Collection[str] | None = None,
) -> Svar:
    """Each breach of a council held up against the deviations it has decided.

    `mulige` are breaches that cannot be known, or are not true yet; `bestemmelser` the ids of the
    provisions that could be read. A deviation that may mean one of these is not called useless.
    """
    findings: list[Finding] = []
    documented: list[Fravik] = []
    goes_on: list[Finding] = []
    standing: set[tuple[Kilde | None, str]] = set()
    told: set[int] = set()
    for found in brudd:
        matching = _matching(mappe.utvalg.avvik, found.emne)
        # A deviation decided anew answers where the old one has run out.
        nr = min(matching, key=lambda nr: _rank(mappe.utvalg.avvik[nr], dato), default=None)
        answered = nr is not None and _answers(mappe.utvalg.avvik[nr], found, dato)
        kilde = found.finding.kilde
        lasting = (kilde, found.fortsetter) in standing
        if lasting or not answered:
            standing.add((kilde, found.finding.emne))
        if nr is not None and answered:
            documented.append(_documented(found, mappe.utvalg.avvik[nr]))
        elif lasting:
            goes_on.append(found.finding)
        elif nr is not None:
            findings += _unanswered(mappe, nr, found)
            told.add(nr)
        else:
            findings.append(found.finding)
    subjects = (*(b.emne for b in brudd), *mulige)
    used = {nr for emne in subjects for nr in _matching(mappe.utvalg.avvik, emne)}
    findings += _of_themselves(mappe, _useless(mappe, used, dato, bestemmelser), told, brudd)
    return Svar(findings, documented, goes_on)


def _of_themselves(
    mappe: Utvalgsmappe, useless: set[int], told: set[int], brudd: Sequence[Brudd]
) -> Iterator[Finding]:
    """What is said of the deviations themselves, but for those `told` of with a breach."""
    for nr, avvik in enumerate(mappe.utvalg.avvik):
        if nr in useless:
            yield _answers_nothing(mappe, nr, brudd)
        elif nr not in told and (lacking := _lacking(avvik)):
            yield _of_council(mappe, nr, _says_not(avvik, lacking), ACCOUNT_FOR_IT)


def _answers(avvik: Avvik, found: Brudd, dato: date) -> bool:
    """Whether the deviation is one that may be decided, is accounted for, and is in force."""
    return found.bestemmelse.kan_fravikes_av != "ingen" and _rank(avvik, dato) == (False, False)


def _unanswered(mappe: Utvalgsmappe, nr: int, found: Brudd) -> Iterator[Finding]:
    """What is said of a breach whose deviation does not count."""
    avvik = mappe.utvalg.avvik[nr]
    if found.bestemmelse.kan_fravikes_av == "ingen":
        yield from (found.finding, _locked(mappe, nr))
    elif lacking := _lacking(avvik):
        yield _incomplete(mappe, nr, found, lacking)
    elif avvik.til:
        yield _past(mappe, nr, found, avvik.til)


def _lacking(avvik: Avvik) -> list[str]:
    return [key for key in ("grunn", "vedtatt_i") if getattr(avvik, key) is None]


def _matching(listed: Sequence[Avvik], emne: Emne) -> list[int]:
    return [
        nr
        for nr, avvik in enumerate(listed)
        if avvik.bestemmelse == emne.kilde.bestemmelse
        and avvik.regelverk in (None, emne.kilde.regelverk, emne.bundet_av)
        and (avvik.gjelder is None or not {avvik.gjelder, _as_recorded(avvik.gjelder)}.isdisjoint(emne.navn))
    ]


def _as_recorded(gjelder: str) -> str:
    """A day as the records name it, where a person wrote `16.11.2022`."""
    return str(les_dag(gjelder) or gjelder)


def _rank(avvik: Avvik, dato: date) -> tuple[bool, bool]:
    """The least is the best: complete and in force, then complete, then the rest in the order of the list."""
    return bool(_lacking(avvik)), avvik.til is not None and avvik.til < dato


def _documented(found: Brudd, avvik: Avvik) -> Fravik:
    f = found.finding
    assert f.kilde is not None
    return Fravik(
        f.utvalg, f.kilde, f.emne, f.message, f.place, avvik.grunn or "", avvik.vedtatt_i or "", avvik.til
    )


def _incomplete(mappe: Utvalgsmappe, nr: int, found: Brudd, lacking: list[str]) -> Finding:
    text = (
        f"{_says_not(mappe.utvalg.avvik[nr], lacking)}, og svarer ikke for bruddet: {found.finding.message}"
    )
    return _about(mappe, nr, found, text, "bestemmelse", ACCOUNT_FOR_IT)


def _says_not(avvik: Avvik, lacking: list[str]) -> str:
    words = {"grunn": "hvorfor («grunn»)", "vedtatt_i": "hvilken sak som avgjorde det («vedtatt_i»)"}
    return f"avviket fra «{avvik.bestemmelse}» sier ikke {' og '.join(words[k] for k in lacking)}"


def _past(mappe: Utvalgsmappe, nr: int, found: Brudd, til: date) -> Finding:
    text = (
        f"avviket fra «{mappe.utvalg.avvik[nr].bestemmelse}» gjaldt til {dato_i_ord(til)} og er ute, "
        f"men bruddet er der fortsatt: {found.finding.message}"
    )
    finding = _about(
        mappe, nr, found, text, "til", "rett det avviket gjaldt, eller la utvalget avgjøre det på nytt"
    )
    return replace(finding, since=max(til + EN_DAG, found.finding.since or date.min))


def _about(mappe: Utvalgsmappe, nr: int, found: Brudd, text: str, key: str, help: str) -> Finding:
    return replace(
        found.finding,
        code=KODE,
        name=NAVN,
        message=text,
        place=mappe.utvalg.at("avvik", nr, key),
        label="",
        help=help,
        related=(Related(found.finding.place, BRUDDET), *found.finding.related),
    )


def _locked(mappe: Utvalgsmappe, nr: int) -> Finding:
    text = f"avviket fra «{mappe.utvalg.avvik[nr].bestemmelse}» teller ikke: ingen kan fravike bestemmelsen"
    return _of_council(mappe, nr, text, "rett bruddet, og slett avviket")


def _useless(
    mappe: Utvalgsmappe, used: set[int], dato: date, bestemmelser: Collection[str] | None
) -> set[int]:
    """The deviations that no breach is met by, and none can be."""
    useless = set()
    for nr, avvik in enumerate(mappe.utvalg.avvik):
        if nr in used or (avvik.til and avvik.til < dato):
            continue
        unknown = bestemmelser is not None and avvik.bestemmelse not in bestemmelser
        if unknown or _may_be_unread(mappe, avvik.gjelder):
            continue  # the reference, or the file, has a finding of its own
        if avvik.gjelder and _lies_ahead(avvik.gjelder, dato):
            continue  # decided in good time: whether there is a breach, time will tell
        useless.add(nr)
    return useless


def _answers_nothing(mappe: Utvalgsmappe, nr: int, brudd: Sequence[Brudd]) -> Finding:
    avvik = mappe.utvalg.avvik[nr]
    text = f"avviket fra «{avvik.bestemmelse}» svarer ikke til noe brudd"
    broken = [b.finding.emne for b in brudd if b.emne.kilde.bestemmelse == avvik.bestemmelse]
    help = "slett det, eller rett «bestemmelse» og «gjelder» så det treffer møtet eller saken det handler om"
    if broken:
        help += f"; bestemmelsen er brutt for {', '.join(f'«{emne}»' for emne in broken[:3])}"
    return _of_council(mappe, nr, text, help)


def _may_be_unread(mappe: Utvalgsmappe, gjelder: str | None) -> bool:
    """Whether the subject of a deviation may stand in a file that could not be read."""
    if gjelder is None:
        return bool(mappe.feilet)
    if gjelder in {PurePosixPath(path).stem for path in mappe.feilet}:
        return True
    cases = {sak.nr for moete in mappe.moeter for sak in moete.saker}
    return "/" in gjelder and gjelder not in cases and bool(mappe.uleste_moeter)


def _lies_ahead(gjelder: str, dato: date) -> bool:
    """Whether the subject is a meeting or a year (`2022`, `våren 2022`) that is not over."""
    if day := les_dag(gjelder):
        return day >= dato
    years = _YEAR.findall(gjelder)
    return bool(years) and int(years[-1]) >= dato.year


def _of_council(mappe: Utvalgsmappe, nr: int, text: str, help: str) -> Finding:
    avvik = mappe.utvalg.avvik[nr]
    place = mappe.utvalg.at("avvik", nr, "bestemmelse")
    emne = f"{avvik.bestemmelse} {avvik.gjelder or ''}".strip()
    return Finding(KODE, NAVN, Severity.ADVARSEL, text, place, help=help, utvalg=mappe.id, emne=emne)
