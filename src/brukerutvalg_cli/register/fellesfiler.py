"""Fellesfiler: what all councils share – organisations, rule sets, rates, the list of words – and what lies astray."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import UTVALG, Place
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.omriss import ALLE_FILER
from brukerutvalg_cli.model.ordliste import ORDLISTE, Ordliste
from brukerutvalg_cli.model.organisasjon import ORGANISASJONER, Organisasjon
from brukerutvalg_cli.model.sats import Sats
from brukerutvalg_cli.register.ett_utvalg import les_filene
from brukerutvalg_cli.register.filfeil.filer import FIL_ULESBAR
from brukerutvalg_cli.register.filnavn import misnavngitte
from brukerutvalg_cli.register.hendelsesord import hendelsesord
from brukerutvalg_cli.register.innlest import Innlest
from brukerutvalg_cli.register.plassering import bortkomne, is_record, model_of
from brukerutvalg_cli.register.tree import Tree


class Fellesfiler(NamedTuple):
    """What all share, as it was read. `ment`: where what lies astray was meant to be, also in a council; and what may
    lie in a council's folder that nobody may look into."""

    organisasjoner: dict[str, Organisasjon]
    satser: tuple[Sats, ...]
    ordliste: Ordliste
    regelverk: dict[str, Regelverk]
    findings: tuple[Finding, ...]
    feilet: frozenset[str]
    ment: frozenset[str]
    har_organisasjoner: bool
    """Whether there is a file of organisations, be it one that cannot be read."""
    antall: int
    filer: Mapping[str, Innlest]
    ordene: frozenset[str]
    """What an event may be called."""


def les_felles(tree: Tree, paths: Iterable[str], foer: Mapping[str, Innlest]) -> Fellesfiler:
    """Reads them. `foer`: what was read before, and may be the same."""
    paths = list(paths)
    records = [path for path in paths if is_record(path)]
    known = {path for path in records if model_of(path) is not None}
    lost = bortkomne((path for path in records if path not in known), known)
    read = les_filene(tree, known, foer)
    found: dict[str, Any] = read.found
    rules = [record for record in found.values() if isinstance(record, Regelverk)]
    ours = frozenset(path for path in lost.ment if not path.startswith("records/utvalg/"))
    return Fellesfiler(
        found.get(ORGANISASJONER, {}),
        found.get("records/satser.yaml", ()),
        found.get(ORDLISTE, Ordliste()),
        {PurePosixPath(each.path).stem: each for each in rules},
        (*lost.findings, *read.findings, *misnavngitte(paths, read.copies, tree.paths)),
        ours.union(records) - found.keys() - read.copies - lost.kopier,
        lost.ment.union(_lukket(tree)),
        ORGANISASJONER in known | lost.ment,
        len(records),
        read.files,
        hendelsesord(rules),
    )


def ingen_organisasjoner() -> Finding:
    """That there is no file of organisations, though the records speak of them."""
    text = "registeret har ingen organisasjoner.yaml, så ingen organisasjon er kjent"
    help = "lag fila, eller hent den tilbake, med alle organisasjonene utvalgene nevner"
    return FIL_ULESBAR.finding(text, Place(ORGANISASJONER), help=help)


def _lukket(tree: Tree) -> Iterator[str]:
    """What there is in the folders that could not be looked into: of a council at least the file that makes it one; of
    its meetings, cases or people nobody knows which."""
    for problem in tree.problems():
        path = problem.place.path
        parts = path.split("/")
        if path.startswith(UTVALG) and len(parts) == 3:
            yield f"{path}/utvalg.yaml"
        elif path.startswith(UTVALG) and len(parts) == 4 and parts[3] in ALLE_FILER:
            yield f"{path}/"
