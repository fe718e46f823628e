"""Where each file belongs: what it is read as, where a misplaced one was meant to lie, and what is only a copy."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from brukerutvalg_cli.funn.finding import Finding, Related
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak
from brukerutvalg_cli.model.medlem import Medlem
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.oppsett import Oppsett
from brukerutvalg_cli.model.ordliste import Ordliste
from brukerutvalg_cli.model.organisasjon import Organisasjon
from brukerutvalg_cli.model.sats import Sats
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.navn import er_id, likt
from brukerutvalg_cli.register.filfeil.filer import FIL_KOPI, UKJENT_FIL
from brukerutvalg_cli.register.mappeinnslag import EGNE_MAPPER

Organisasjoner = dict[str, Organisasjon]
Hendelser = tuple[Hendelse, ...]
Satser = tuple[Sats, ...]

TOP = {
    "organisasjoner.yaml": Organisasjoner,
    "ordliste.yaml": Ordliste,
    "satser.yaml": Satser,
    "oppsett.yaml": Oppsett,
}
IN_COUNCIL = {"utvalg.yaml": Utvalg, "hendelser.yaml": Hendelser}
IN_FOLDER = {"medlemmer": Medlem, "moeter": Moete, "saker": InnmeldtSak}

_COPY = re.compile(
    r"(?:kopi av |copy of )?(.+?)(?:(?: -)? (?:kopi|copy)(?: \d+)?)?(?: ?\(\d+\))?", re.IGNORECASE
)
"""How Windows, macOS and browsers name a second file of the same name."""


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


def is_record(path: str) -> bool:
    """Whether a file is a record, or was saved as one: Notepad puts `.txt` behind the name it is given."""
    parts = path.split("/")
    if len(parts) > 4 and parts[1] == "utvalg" and parts[3] in EGNE_MAPPER:
        return False
    return parts[-1].lower().endswith((".yaml", ".yml", ".yaml.txt", ".yml.txt"))


class Bortkommen(NamedTuple):
    """What lies where nothing is expected: the findings, the places its files were meant for, and what are copies."""

    findings: list[Finding]
    ment: frozenset[str]
    kopier: frozenset[str] = frozenset()


def bortkomne(paths: Iterable[str], ventede: Collection[str] = ()) -> Bortkommen:
    """Each misplaced file, and each misplaced folder once, however many files it holds.

    What is called as a copy of one of those that are expected (`ventede`), and there, is told of as one.
    """
    findings: list[Finding] = []
    by_folder: dict[str, list[str]] = defaultdict(list)
    meant: dict[str, str] = {}
    copies: set[str] = set()
    for path in paths:
        if original := kopi_av(path, ventede, hva_som_helst=True):
            findings.append(kopi(path, original))
            copies.add(path)
            continue
        if target := _meant(path):
            meant[path] = target
        if folder := _wrong_folder(path):
            by_folder[folder].append(path)
        else:
            findings.append(_misplaced(path, meant.get(path)))
    findings += (_misplaced_folder(folder, held, meant) for folder, held in by_folder.items())
    return Bortkommen(findings, frozenset(meant.values()), frozenset(copies))


def kopi_av(path: str, paths: Collection[str], *, hva_som_helst: bool = False) -> str | None:
    """The file that this one was copied from, by its name; where no name of one's own can be, any will do."""
    folder, _, name = path.rpartition("/")
    stem = name.removesuffix(".yaml")
    named = () if er_id(stem) and not hva_som_helst else originaler(stem)
    beside = (f"{folder}/{original}.yaml" for original in named)
    return next((original for original in beside if original != path and original in paths), None)


def originaler(stem: str) -> Iterator[str]:
    """What a copy by this name may be a copy of."""
    if found := _COPY.fullmatch(stem):
        yield found[1]
    yield likt(stem)
    # A program that keeps both versions puts its own word behind the name: that of the machine, a day.
    yield from (stem[:at] for at in range(len(stem) - 1, 0, -1) if not stem[at].isalnum())


def kopi(path: str, original: str, place: Place | None = None) -> Finding:
    """The finding for a file that says what another says."""
    name = PurePosixPath(original).name
    text = f"fila er en kopi av {name} og blir ikke lest"
    help = "slett den; skal den bli noe nytt, gi den et eget navn"
    if place:
        text = f"møtet {PurePosixPath(original).stem} har alt fila {name}, så denne blir ikke lest"
        help = "slett den hvis den er en kopi; er den et annet møte, rett «dato» så den er som filnavnet"
    return FIL_KOPI.finding(
        text, place or Place(path), help=help, related=(Related(Place(original), "originalen"),)
    )


def _ending(path: str) -> str:
    """The same path with the ending of a record."""
    return re.sub(r"(?:\.ya?ml)*(?:\.txt)?$", "", path, flags=re.IGNORECASE) + ".yaml"


def _wrong_folder(path: str) -> str | None:
    """The outermost folder that the register does not know."""
    parts = path.split("/")
    if len(parts) > 2 and parts[1] not in ("regelverk", "utvalg"):
        return "/".join(parts[:2])
    if len(parts) > 4 and parts[1] == "utvalg" and parts[3] not in IN_FOLDER:
        return "/".join(parts[:4])
    return None


def _meant(path: str) -> str | None:
    """Where a file was meant to lie, as far as its name tells."""
    from brukerutvalg_cli.forslag import forslag  # late: only for what is wrong

    *folders, name = _ending(path).split("/")
    if len(folders) > 1:
        folders[1] = forslag(folders[1], ("regelverk", "utvalg")) or folders[1]
    if len(folders) == 4:
        folders[3] = forslag(folders[3], IN_FOLDER) or folders[3]
    if expected := {1: TOP, 3: IN_COUNCIL}.get(len(folders)):
        name = forslag(name, expected) or name
    target = "/".join((*folders, name))
    return target if model_of(target) else None


def _misplaced(path: str, meant: str | None) -> Finding:
    help = "flytt fila til utvalgets mappe under medlemmer, moeter eller saker, eller slett den"
    if meant:
        help = f"gi fila navnet {PurePosixPath(meant).name}"
    elif not path.endswith(".yaml"):
        help = f"gi fila navnet {PurePosixPath(_ending(path)).name}"
    return UKJENT_FIL.finding("registeret venter ingen fil på dette stedet", Place(path), help=help)


def _misplaced_folder(folder: str, held: list[str], meant: dict[str, str]) -> Finding:
    name = PurePosixPath(folder).name
    count = "fila i den blir ikke lest" if len(held) == 1 else f"de {len(held)} filene i den blir ikke lest"
    depth = folder.count("/")
    right = {target.split("/")[depth] for path, target in meant.items() if path in held}
    help = "flytt det som er i den, til en mappe registeret kjenner, eller slett den"
    if right:
        help = f"gi mappa navnet «{min(right)}»"
    return UKJENT_FIL.finding(f"registeret kjenner ingen mappe «{name}»; {count}", Place(folder), help=help)


def uten_utvalgsfil(paths: Iterable[str], ment: Collection[str]) -> Iterator[str]:
    """The folders with records of a council, and no utvalg.yaml by any name."""
    every = {*paths, *ment}
    split = [path.split("/") for path in every]
    folders = {"/".join(parts[:3]) for parts in split if parts[1] == "utvalg" and len(parts) > 3}
    return (folder for folder in sorted(folders) if f"{folder}/utvalg.yaml" not in every)
