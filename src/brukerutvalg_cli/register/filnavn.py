"""Filnavn: which files and folders of the register have a name that does not work on every machine."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import PurePosixPath

from brukerutvalg_cli.funn.finding import Finding, Related
from brukerutvalg_cli.funn.place import Place, eieren
from brukerutvalg_cli.navn import ikke_id, likt, som_id, umulig
from brukerutvalg_cli.register.filfeil.filer import FIL_KOPI, FIL_NAVN
from brukerutvalg_cli.register.plassering import model_of, originaler


def misnavngitte(
    paths: Iterable[str], kopier: Collection[str], alle: Callable[[], Collection[str]] = tuple
) -> Iterator[Finding]:
    """Each name once, however many files are below it. Of a copy nothing is said: it is to be deleted.

    `alle` are the paths of the whole register, for what is a copy of something elsewhere in it.
    """
    names = dict.fromkeys(name for path in paths if path not in kopier for name in _ways(path))
    first: dict[str, str] = {}
    for path in names:
        folder, _, name = path.rpartition("/")
        copied = _is_council(path) and ikke_id(name) and _kopiert(name, alle())
        twin = first.setdefault(f"{folder}/{likt(name)}", path)
        yield from [_folder_copy(path, copied)] if copied else _judged(path, name, twin)


def _kopiert(name: str, paths: Collection[str]) -> str:
    """The council whose folder one of this name is a copy of; empty where there is none."""
    named = set(map(eieren, paths))
    return next((each for each in originaler(name) if each in named and each != name), "")


def _folder_copy(path: str, original: str) -> Finding:
    text = f"mappa er en kopi av {original}, og blir lest som et utvalg for seg"
    place = Place(f"{path.rpartition('/')[0]}/{original}")
    return FIL_KOPI.finding(
        text,
        Place(path),
        help="slett den; skal den bli et nytt utvalg, gi den et eget navn",
        related=(Related(place, "originalen"),),
    )


def _ways(path: str) -> Iterator[str]:
    """The file and the folders it is in, from the outermost in the register."""
    parts = path.split("/")
    return ("/".join(parts[:count]) for count in range(2, len(parts) + 1))


def _judged(path: str, name: str, first: str) -> Iterator[Finding]:
    is_record = model_of(path) is not None
    if is_record or _is_council(path):
        stem, ending = (name.removesuffix(".yaml"), ".yaml") if is_record else (name, "")
        if (why := ikke_id(stem)) and not _dated(path):
            yield _finding(path, why, f"{better}{ending}" if (better := _better(stem)) else "")
    elif why := umulig(name):
        yield _finding(path, why, "")
    elif first != path:
        twin = PurePosixPath(first).name
        why = f"på Windows og Mac er det samme navn som «{twin}»"
        yield _finding(path, why, "", (Related(Place(first), "den andre"),))


def _dated(path: str) -> bool:
    """Whether the name is a day or a number that stands in the file too: then id-og-filnavn says what it must be."""
    return path.split("/")[-2] in ("moeter", "saker")


def _is_council(path: str) -> bool:
    return path.startswith("records/utvalg/") and path.count("/") == 2 and not path.endswith(".yaml")


def _better(stem: str) -> str:
    name = som_id(stem)
    return "" if ikke_id(name) else name


def _finding(path: str, why: str, better: str, related: tuple[Related, ...] = ()) -> Finding:
    name = PurePosixPath(path).name
    help = f"gi den navnet {better}" if better else "gi den et annet navn"
    help += ", og rett det som viser til den"
    return FIL_NAVN.finding(
        f"«{name}» kan ikke være et navn her: {why}", Place(path), help=help, related=related
    )
