"""Ett utvalg: the files of one council in, what they say and everything wrong with them out.

Errors are values. A bad file is a finding, and is named as unread; the others are read as if nothing had happened.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import UTVALG, Place
from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.medlem import Medlem
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.omriss import ALLE_FILER, Filslag
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.register.filfeil.filer import FIL_ULESBAR
from brukerutvalg_cli.register.filnavn import misnavngitte
from brukerutvalg_cli.register.hendelsesord import feilskrevne
from brukerutvalg_cli.register.innlest import Innlest, posten
from brukerutvalg_cli.register.plassering import (
    Hendelser,
    bortkomne,
    is_record,
    kopi,
    kopi_av,
    model_of,
    uten_utvalgsfil,
)
from brukerutvalg_cli.register.tree import Tree


class Utvalgslest(NamedTuple):
    """One council as it was read: what its files say, as far as they could be read, and what is wrong with them.

    `mappe` knows nothing of other councils yet, and is None where utvalg.yaml could not be read.
    """

    mappe: Utvalgsmappe | None
    findings: tuple[Finding, ...]
    feilet: frozenset[str]
    antall: int
    filer: Mapping[str, Innlest]


class Lesestand(NamedTuple):
    """The records by path, what is wrong with the files, and the files that only say what another says."""

    found: dict[str, Any]
    findings: list[Finding]
    copies: set[str]
    files: dict[str, Innlest]


def les_utvalget(
    tree: Tree,
    navn: str,
    paths: Sequence[str],
    ment: Collection[str],
    ordene: Collection[str],
    foer: Mapping[str, Innlest],
    slag: Collection[Filslag] = ALLE_FILER,
) -> Utvalgslest:
    """Reads one council, or of its files only those of some sorts and utvalg.yaml.

    `ment`: what lies elsewhere and was meant to be here. `ordene`: what an event may be called. `foer`: what was read
    before, and may be the same.
    """
    paths = [path for path in paths if av_slag(path, slag)]
    records = [path for path in paths if is_record(path)]
    known = {path for path in records if model_of(path) is not None}
    lost = bortkomne((path for path in records if path not in known), known)
    meant = lost.ment.union(path for path in ment if av_slag(path, slag))
    read = les_filene(tree, known, foer)
    found = read.found
    findings = [*lost.findings, *read.findings, *misnavngitte(paths, read.copies, tree.paths)]
    for folder in uten_utvalgsfil(records, meant):
        text = "utvalget har ingen utvalg.yaml, så ingenting i mappa kan vurderes"
        help = "lag fila, med «navn», «nivaa» og «maalform»"
        findings.append(FIL_ULESBAR.finding(text, Place(f"{folder}/utvalg.yaml"), help=help))
    for path in [path for path in found if model_of(path) == Hendelser]:  # somebody may be called so
        if misspelt := list(feilskrevne(path, found[path], ordene)):
            findings += misspelt
            del found[path]
    unread = meant.union(records) - found.keys() - read.copies - lost.kopier
    mappe = _mappen(navn, found, unread)
    if mappe and (lacking := _uten_medlemsmappe(mappe)):
        findings += lacking[0]
        unread |= lacking[1]
        mappe = _mappen(navn, found, unread)
    return Utvalgslest(mappe, tuple(findings), frozenset(unread), len(records), read.files)


def av_slag(path: str, slag: Collection[Filslag]) -> bool:
    """Whether it is utvalg.yaml, one of these sorts of files, or one that lies where it should not."""
    own = path.split("/")[3]
    return own.removesuffix(".yaml") in slag or own not in _SLAGENE


_SLAGENE: frozenset[str] = frozenset(f"{name}.yaml" if name == "hendelser" else name for name in ALLE_FILER)


def les_filene(tree: Tree, known: Collection[str], foer: Mapping[str, Innlest]) -> Lesestand:
    """Reads these files. What only says what another says, is told of and left out."""
    read = Lesestand({}, [], set(), {})
    for path in sorted(known):
        if original := kopi_av(path, known):
            read.findings.append(kopi(path, original))
            read.copies.add(path)
            continue
        raw = tree.read(path)
        if isinstance(raw, Finding):
            read.findings.append(raw)
            continue
        file = foer.get(path)
        read.files[path] = file = file if file and file.raw == raw else Innlest(raw, *posten(path, raw))
        read.findings.extend(file.problems)
        if file.record is not None:
            read.found[path] = file.record
    for path, finding in list(_other_meetings(read.found)):
        read.findings.append(finding)
        del read.found[path]
        if not _is_day(PurePosixPath(path).stem):
            read.copies.add(path)  # else it may be a meeting of the day that the file has for its name
    return read


def _mappen(navn: str, found: Mapping[str, Any], unread: Collection[str]) -> Utvalgsmappe | None:
    records: dict[type, dict[str, Any]] = defaultdict(dict)
    for path, record in found.items():
        records[type(record)][PurePosixPath(path).stem] = record
    council = records[Utvalg].get("utvalg")
    if council is None:
        return None
    meetings = sorted(records[Moete].values(), key=lambda m: (m.rekkefoelge, m.path))
    return Utvalgsmappe(
        navn,
        f"{UTVALG}{navn}",
        council,
        records[Medlem],
        tuple(meetings),
        records[tuple].get("hendelser", ()),
        records[InnmeldtSak],
        frozenset(unread),
    )


def _is_day(name: str) -> bool:
    return re.fullmatch(r"\d{4}-\d{2}-\d{2}(-\d+)?", name) is not None


def _other_meetings(found: dict[str, Any]) -> Iterator[tuple[str, Finding]]:
    """The files that say what another says of a meeting: the day and its number that day, or all of it."""
    for path, record in found.items():
        if isinstance(record, Moete):
            original = f"{path.rpartition('/')[0]}/{record.dato}.yaml"
            if original != path and original in found and _says_the_same(record, found[original]):
                yield path, kopi(path, original, record.at("dato"))


def _says_the_same(moete: Moete, original: Moete) -> bool:
    """Whether it is the same meeting, and not another one that day: by its name, its identity, or word for word."""
    same = moete.id is not None and moete.id == original.id
    return same or moete.navn == original.navn or moete == original


def _uten_medlemsmappe(mappe: Utvalgsmappe) -> tuple[tuple[Finding, ...], frozenset[str]] | None:
    """That the folder of members is not there at all, though the meetings speak of people, and the files that are
    then unread: one mistake, however often they do."""
    present = {o.person for m in mappe.moeter for o in kjent(m.oppmoete) or () if o.person}
    folder = f"{mappe.path}/medlemmer"
    closed = f"{folder}/" in mappe.feilet  # which is told already
    if not present or (mappe.kjente_personer and not closed):
        return None
    text = "utvalget har ingen mappe «medlemmer», så ingen av dem møtene nevner, er kjent"
    help = "hent mappa tilbake, eller lag en fil for hver person"
    files = {f"{folder}/{person}.yaml" for person in present}
    told = () if closed else (FIL_ULESBAR.finding(text, Place(folder), help=help),)
    return told, frozenset({f"{folder}/", *files})
