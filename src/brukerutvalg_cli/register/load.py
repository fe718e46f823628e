"""Load: a tree of files in, the register and everything wrong with the files out.

Errors are values. A bad file is a finding, and is named as unread in the register; the others are
read as if nothing had happened.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.navneform import med_kanoniske_navn
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.mandat.til_avloest import med_til_avloest
from brukerutvalg_cli.model.felles import fellesmoeter
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.medlem import Medlem
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.ordliste import ORDLISTE, Ordliste
from brukerutvalg_cli.model.organisasjon import ORGANISASJONER
from brukerutvalg_cli.model.post import Filpost
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sak import InnmeldtSak
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent, kjent
from brukerutvalg_cli.register.filfeil.filer import FIL_ULESBAR
from brukerutvalg_cli.register.filnavn import misnavngitte
from brukerutvalg_cli.register.hendelsesord import feilskrevne
from brukerutvalg_cli.register.parse import parse
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


class Innlest(NamedTuple):
    """One file as it was read: the record, None where there is none, and what is wrong with the file or could be."""

    raw: bytes
    record: Any
    problems: tuple[Finding, ...]


@dataclass(frozen=True)
class Lastet:
    """What a tree holds: the register, the rule sets, and what is wrong with the files as such."""

    register: Register
    regelverk: dict[str, Regelverk]
    findings: tuple[Finding, ...]
    filer: int
    lest: Mapping[str, Innlest]


def load(tree: Tree, foer: Mapping[str, Innlest] | None = None) -> Lastet:
    """Reads everything under records/. Never raises for what the files hold.

    `foer`: what was read from a tree much like this one. A file that is the same in both is not read anew.
    """
    paths = tree.paths()
    records = [path for path in paths if is_record(path)]
    known = {path for path in records if model_of(path) is not None}
    lost = bortkomne((path for path in records if path not in known), known)
    read = _read_all(tree, known, foer or {})
    findings = [*tree.problems(), *lost.findings, *read.findings, *misnavngitte(paths, read.copies)]
    for folder in uten_utvalgsfil(records, lost.ment):
        text = "utvalget har ingen utvalg.yaml, så ingenting i mappa kan vurderes"
        help = "lag fila, med «navn», «nivaa» og «maalform»"
        findings.append(FIL_ULESBAR.finding(text, Place(f"{folder}/utvalg.yaml"), help=help))
    found = read.found
    regelverk = {PurePosixPath(r.path).stem: r for r in found.values() if isinstance(r, Regelverk)}
    for path in [path for path in found if model_of(path) == Hendelser]:  # somebody may be called so
        if misspelt := list(feilskrevne(path, found[path], regelverk.values())):
            findings += misspelt
            del found[path]
    unread = (frozenset(records) | lost.ment) - frozenset(found) - read.copies - lost.kopier
    mapper = dict(_mapper(found, unread))
    if lacking := dict(_lacking(mapper, known | lost.ment)):
        findings += lacking
        unread = unread.union(*lacking.values())
        mapper = dict(_mapper(found, unread))
    for name, mappe in list(mapper.items()):
        council = mappe.utvalg.med_underordnede(_below(name, mapper, unread))
        council_ = replace(mappe, utvalg=council, felles=fellesmoeter(mappe, mapper))
        mapper[name] = med_til_avloest(council_, regelverk)
    register = Register(
        found.get(ORGANISASJONER, {}),
        mapper,
        found.get("records/satser.yaml", ()),
        frozenset(paths),
        unread,
        dict(_maler(tree, paths)),
        found.get(ORDLISTE, Ordliste()),
    )
    regelverk = {name: med_kanoniske_navn(rules, register) for name, rules in regelverk.items()}
    return Lastet(register, regelverk, tuple(findings), len(records), read.files)


class _Lesestand(NamedTuple):
    """The records by path, what is wrong with the files, and the files that only say what another says."""

    found: dict[str, Any]
    findings: list[Finding]
    copies: set[str]
    files: dict[str, Innlest]


def _maler(tree: Tree, paths: Collection[str]) -> Iterator[tuple[str, str]]:
    """The templates of the register's own, each with a sum of its bytes; one that cannot be read is none."""
    for path in paths:
        if "/templates/" in path and isinstance(raw := tree.read(path), bytes):
            yield path, sha256(raw).hexdigest()[:12]


def _read_all(tree: Tree, known: Collection[str], foer: Mapping[str, Innlest]) -> _Lesestand:
    read = _Lesestand({}, [], set(), {})
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


def les(tree: Tree, path: str) -> tuple[Any, tuple[Finding, ...]]:
    """The record, None where there is none, and what is wrong with the file or could be."""
    raw = tree.read(path)
    return (None, (raw,)) if isinstance(raw, Finding) else posten(path, raw)


@lru_cache(maxsize=1024)
def posten(path: str, raw: bytes) -> tuple[Any, tuple[Finding, ...]]:
    """What a file holds: the record, None where there is none, and what is wrong with the file or could be.

    Kept, as one run reads the register more than once: to judge, to change, to judge again. A record is never changed.
    """
    model = model_of(path)
    parsed = parse(path, raw)
    if parsed.problems:
        return None, parsed.problems
    try:
        record = _adapter(model).validate_python(parsed.data)
    except ValidationError as error:
        # Late, as all that is only for what is wrong: most runs find every file in order.
        from brukerutvalg_cli.register.eldre_skrivemaate import lest_som_foer
        from brukerutvalg_cli.register.modellfeil import modellfeil

        older = (
            lest_som_foer(_adapter(model), model, path, parsed.data, error) if model is Regelverk else None
        )
        if older is None:
            return None, modellfeil(path, parsed.data, error, model)
        record, told = older
        return record.som_eldre().lagt_i(path), (*parsed.warnings, *told)
    return (record.lagt_i(path) if isinstance(record, Filpost) else record), parsed.warnings


@cache
def _adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def _mapper(found: dict[str, Any], unread: frozenset[str]) -> Iterator[tuple[str, Utvalgsmappe]]:
    by_council: dict[str, dict[type, dict[str, Any]]] = defaultdict(lambda: defaultdict(dict))
    unread_in: dict[str, set[str]] = defaultdict(set)
    for path, record in found.items():
        if path.startswith("records/utvalg/"):
            by_council[path.split("/")[2]][type(record)][PurePosixPath(path).stem] = record
    for path in unread:
        if path.startswith("records/utvalg/"):
            unread_in[path.split("/")[2]].add(path)
    for name in sorted(by_council):
        records = by_council[name]
        if council := records[Utvalg].get("utvalg"):
            meetings = sorted(records[Moete].values(), key=lambda m: (m.rekkefoelge, m.path))
            yield (
                name,
                Utvalgsmappe(
                    name,
                    f"records/utvalg/{name}",
                    council,
                    records[Medlem],
                    tuple(meetings),
                    records[tuple].get("hendelser", ()),
                    records[InnmeldtSak],
                    frozenset(unread_in[name]),
                ),
            )


def _below(name: str, mapper: dict[str, Utvalgsmappe], unread: frozenset[str]) -> tuple[str, ...] | Ukjent:
    others = {other: m.utvalg.overordnet for other, m in mapper.items() if other != name}
    if UKJENT in others.values() or any(path.endswith("/utvalg.yaml") for path in unread):
        return UKJENT
    return tuple(other for other, above in others.items() if above == name)


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


def _lacking(
    mapper: dict[str, Utvalgsmappe], there: Collection[str]
) -> Iterator[tuple[Finding, frozenset[str]]]:
    """What is not there at all, though the records speak of it, and the files that are then unread.

    One mistake, however often the records speak of it.
    """
    people = [medlem for mappe in mapper.values() for medlem in mappe.medlemmer.values()]
    named = [m.utvalg.organisasjoner for m in mapper.values()] + [p.representerer for p in people]
    if ORGANISASJONER not in there and any(kjent(each) for each in named):
        text = "registeret har ingen organisasjoner.yaml, så ingen organisasjon er kjent"
        help = "lag fila, eller hent den tilbake, med alle organisasjonene utvalgene nevner"
        yield FIL_ULESBAR.finding(text, Place(ORGANISASJONER), help=help), frozenset({ORGANISASJONER})
    for mappe in mapper.values():
        present = {o.person for m in mappe.moeter for o in kjent(m.oppmoete) or () if o.person}
        if present and not mappe.kjente_personer:
            folder = f"{mappe.path}/medlemmer"
            text = "utvalget har ingen mappe «medlemmer», så ingen av dem møtene nevner, er kjent"
            help = "hent mappa tilbake, eller lag en fil for hver person"
            files = {f"{folder}/{person}.yaml" for person in present}
            yield FIL_ULESBAR.finding(text, Place(folder), help=help), frozenset({f"{folder}/", *files})
