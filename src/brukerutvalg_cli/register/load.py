"""Load: a tree of files in, the register and everything wrong with the files out.

Errors are values. A bad file is a finding, and is named as unread in the register; the others are
read as if nothing had happened.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from pydantic import TypeAdapter, ValidationError

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.model.hendelse import Hendelse, Sats
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.medlem import Medlem
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.organisasjon import Organisasjon
from brukerutvalg_cli.model.post import Filpost
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sak import InnmeldtSak
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.register.filfeil import FIL_ULESBAR, UKJENT_FIL
from brukerutvalg_cli.register.parse import parse
from brukerutvalg_cli.register.tree import Tree
from brukerutvalg_cli.regler.regelverk import Regelverk

Organisasjoner = dict[str, Organisasjon]
Hendelser = tuple[Hendelse, ...]
Satser = tuple[Sats, ...]

TOP = {"organisasjoner.yaml": Organisasjoner, "satser.yaml": Satser}
IN_COUNCIL = {"utvalg.yaml": Utvalg, "hendelser.yaml": Hendelser}
IN_FOLDER = {"medlemmer": Medlem, "moeter": Moete, "saker": InnmeldtSak}
FREE = ("vedlegg", "templates")
"""Folders of a council whose files are its own affair."""


@dataclass(frozen=True)
class Lastet:
    """What a tree holds: the register, the rule sets, and what is wrong with the files as such."""

    register: Register
    regelverk: dict[str, Regelverk]
    findings: tuple[Finding, ...]
    filer: int


def load(tree: Tree) -> Lastet:
    """Reads everything under records/. Never raises for what the files hold."""
    found: dict[str, Any] = {}
    findings: list[Finding] = list(tree.problems())
    paths = tree.paths()
    yaml_files = [path for path in paths if path.lower().endswith((".yaml", ".yml")) and not _is_free(path)]
    with _collector_off():
        for path in yaml_files:
            record, problems = _read(tree, path)
            findings += problems
            if not problems:
                found[path] = record
    findings += _without_council(yaml_files, findings)
    unread = frozenset(yaml_files) - frozenset(found)
    register = Register(
        found.get("records/organisasjoner.yaml", {}),
        dict(_mapper(found, unread)),
        found.get("records/satser.yaml", ()),
        frozenset(paths),
        unread,
    )
    regelverk = {PurePosixPath(r.path).stem: r for r in found.values() if isinstance(r, Regelverk)}
    return Lastet(register, regelverk, tuple(findings), len(yaml_files))


def model_of(path: str) -> Any:
    """The model a file is read by, from where it lies; None where the register expects nothing."""
    match path.split("/"):
        case ["records", name] if name in TOP:
            return TOP[name]
        case ["records", "regelverk", name] if name.endswith(".yaml"):
            return Regelverk
        case ["records", "utvalg", _, name] if name in IN_COUNCIL:
            return IN_COUNCIL[name]
        case ["records", "utvalg", _, folder, name] if folder in IN_FOLDER and name.endswith(".yaml"):
            return IN_FOLDER[folder]
    return None


def _read(tree: Tree, path: str) -> tuple[Any, tuple[Finding, ...]]:
    model = model_of(path)
    if model is None:
        return None, (_misplaced(path),)
    raw = tree.read(path)
    if isinstance(raw, Finding):
        return None, (raw,)
    parsed = parse(path, raw)
    if parsed.problems:
        return None, parsed.problems
    try:
        record = _adapter(model).validate_python(parsed.data)
    except ValidationError as error:
        # Late, as all that is only for what is wrong: most runs find every file in order.
        from brukerutvalg_cli.register.modellfeil import modellfeil

        return None, modellfeil(path, parsed.data, error, model)
    return (record.lagt_i(path) if isinstance(record, Filpost) else record), ()


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
            meetings = sorted(records[Moete].values(), key=lambda m: (m.dato, m.path))
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


def _without_council(paths: Sequence[str], findings: Sequence[Finding]) -> list[Finding]:
    """The folders with records of a council but no utvalg.yaml. One that lies there misnamed is told of already."""
    in_folders = [
        parts for parts in (path.split("/") for path in paths) if parts[1] == "utvalg" and len(parts) > 3
    ]
    folders = {"/".join(parts[:3]) for parts in in_folders}
    misnamed = {f.place.path.rsplit("/", 1)[0] for f in findings if f.name == UKJENT_FIL.name}
    lacking = sorted(f for f in folders if f"{f}/utvalg.yaml" not in paths and f not in misnamed)
    text = "utvalget har ingen utvalg.yaml, så ingenting i mappen kan vurderes"
    help = "lag filen, med «navn», «nivaa» og «maalform»"
    return [FIL_ULESBAR.finding(text, Place(f"{folder}/utvalg.yaml"), help=help) for folder in lacking]


def _is_free(path: str) -> bool:
    parts = path.split("/")
    return len(parts) > 4 and parts[1] == "utvalg" and parts[3] in FREE


def _misplaced(path: str) -> Finding:
    from brukerutvalg_cli.forslag import forslag

    *folders, name = path.split("/")
    help = "flytt filen til utvalgets mappe under medlemmer, moeter eller saker, eller slett den"
    if name.lower().endswith(".yml") or not name.endswith(".yaml"):
        help = f"gi filen navnet {PurePosixPath(name).stem}.yaml"
    elif len(folders) == 4 and (meant := forslag(folders[3], IN_FOLDER)):
        help = f"gi mappen navnet «{meant}»"
    elif expected := {1: TOP, 3: IN_COUNCIL}.get(len(folders)):
        meant = forslag(name, expected)
        help = f"gi filen navnet {meant}" if meant else help
    return UKJENT_FIL.finding("registeret venter ingen fil på dette stedet", Place(path), help=help)


@contextmanager
def _collector_off() -> Iterator[None]:
    """Nothing here makes circles, and the collector would look through every record again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
