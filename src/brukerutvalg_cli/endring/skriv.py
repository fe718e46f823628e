"""Skriv: a change on disk – all of it or nothing, one command at a time, and never over what somebody else wrote.

What a change replaces is on the disk before the first file is touched. A command that ends in the middle,
however it ends, is taken back: by itself if it can, else by the next one that takes the lock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import NamedTuple, TypeVar

from brukerutvalg_cli.endring.arbeidsfil import (
    BESTILT,
    DAGBOK,
    MEST_DAGBOK,
    MEST_PAABEGYNT,
    VAARE,
    Bestilt,
    Erstattet,
    IkkeVaar,
    Paabegynt,
    hash_av,
    les_bestilt,
    les_dagbok,
    les_fil,
    skriv_paabegynt,
)
from brukerutvalg_cli.endring.arbeidsmappe import Avvist, legg_bort, sett_i_stand
from brukerutvalg_cli.endring.avbrutt import LAAS, MAPPE, PAABEGYNT, er_avbrutt
from brukerutvalg_cli.endring.disken import (
    grunn,
    hvorfor,
    maal,
    nytt_merke,
    skriv_helt,
    skrivebeskyttet,
    uten_tomme_mapper,
    ved_siden_av,
)
from brukerutvalg_cli.endring.egne_stier import er_egen, inni
from brukerutvalg_cli.endring.tilbake import Kan, alltid, sett_tilbake, ta_tilbake
from brukerutvalg_cli.endring.utkast import Filendring
from brukerutvalg_cli.navn import umulig

VENT, TAAL = 120.0, 1.0
"""Seconds to wait for others, who may be eight on a slow machine; and before it is told that we wait."""
IKKE_VAAR = "er ikke slik programmet skriver den"


class KanIkkeLagre(Exception):
    """Nothing was written; the message says why, for the secretary."""


class EndretImens(KanIkkeLagre):
    """A file is not as it was when the change was made. Made anew, from what is there now, it may be written."""


class Funnet(NamedTuple):
    """What was found when the lock was taken.

    `tatt_tilbake`: the files that a command had written when it was cut off, now as before; None where none was.
    `lagt_bort`: what to say of files that were not ours. `bestilt`: the commit that a command was to make, when it
    was cut off.
    """

    tatt_tilbake: tuple[str, ...] | None = None
    lagt_bort: tuple[str, ...] = ()
    bestilt: Bestilt | None = None


def lagre(root: Path, endringer: Sequence[Filendring], rydd: Sequence[str] = ()) -> None:
    """Puts every file in place, in this order, or none. `rydd`: folders to take away too, if they are then empty.

    Raises:
        EndretImens: when a file is not as it was when the change was made.
        KanIkkeLagre: when it is not ours to write, or the disk refuses.
    """
    with alene(root):
        for endring in endringer:
            _proev(root, endring)
        try:
            _bytt_ut(root, endringer, rydd)
        except OSError as error:
            raise KanIkkeLagre(f"{_hvor_langt(root)}: {hvorfor(error)}") from None


def _proev(root: Path, endring: Filendring) -> None:
    path = endring.path
    if path not in VAARE:
        if not er_egen(path):
            why = next((f": {why}" for part in path.split("/") if (why := umulig(part))), "")
            raise KanIkkeLagre(f"Ingenting er skrevet: programmet skriver ingen fil med navnet «{path}»{why}")
        if not inni(root, path):
            raise KanIkkeLagre(f"Ingenting er skrevet: {path} ligger bak en lenke som fører ut av registeret")
    if not er_som_foer(root, endring):
        raise EndretImens(f"{path} er endret av noe annet imens. Ingenting er skrevet; prøv igjen")
    if skrivebeskyttet(root / path):
        raise KanIkkeLagre(f"Ingenting er skrevet: {path} er skrivebeskyttet")
    if endring.etter is None and (root / path).is_symlink():
        raise KanIkkeLagre(f"Ingenting er skrevet: {path} er en lenke til en fil et annet sted")


@contextmanager
def alene(root: Path, venter: Callable[[], None] = lambda: None, kan: Kan = alltid) -> Iterator[Funnet]:
    """Holds the lock, and may be held inside itself. `venter` is told when somebody else has it.

    `kan`: whether what was cut off is to be taken back. Where not, it stands as it is, and so does the note of it.

    The lock is the operating system's, and is let go when the process ends, however it ends.

    Raises:
        KanIkkeLagre: when another command has it, or what was cut off cannot be taken back.
    """
    from filelock import FileLock, Timeout

    try:
        lock = FileLock(sett_i_stand(root) / LAAS, is_singleton=True)
        inside = lock.is_locked
        try:
            lock.acquire(timeout=min(TAAL, VENT))
        except Timeout:
            venter()
            lock.acquire(timeout=VENT)
    except Timeout:
        raise KanIkkeLagre("En annen kommando skriver i registeret. Prøv igjen når den er ferdig") from None
    except Avvist as error:
        raise KanIkkeLagre(f"Ingenting er skrevet: {error}") from None
    except OSError as error:
        raise KanIkkeLagre(f"Ingenting er skrevet: {hvorfor(error)}") from None
    try:
        yield Funnet() if inside else _ryddet(root, kan)
    finally:
        lock.release()


def er_som_foer(root: Path, endring: Filendring) -> bool:
    """Whether the file is as it was when the change was made.

    Raises:
        KanIkkeLagre: when it cannot be read.
    """
    return _les(root / endring.path) == endring.foer


def nye_mapper(root: Path, endringer: Sequence[Filendring]) -> tuple[str, ...]:
    """The folders that have to be made for these files."""
    folders = {folder for e in endringer if e.etter is not None for folder in Path(e.path).parents}
    return tuple(sorted(folder.as_posix() for folder in folders if not (root / folder).exists()))


def _bytt_ut(root: Path, endringer: Sequence[Filendring], rydd: Sequence[str]) -> None:
    begun = root / MAPPE / PAABEGYNT
    files, made = tuple(map(_erstattet, endringer)), nye_mapper(root, endringer)
    noted = Paabegynt(files, made, tuple(rydd), nytt_merke())
    note = skriv_paabegynt(noted)
    if len(note) > MEST_PAABEGYNT:
        raise KanIkkeLagre("Ingenting er skrevet: det er for mye til å skrives på én gang")
    ready: list[Path] = []
    try:
        skriv_helt(begun, note)
        for path, content in ((e.path, e.etter) for e in endringer):
            if content is not None:
                ready.append(ved_siden_av(maal(root / path), content, noted.merke))
        places = iter(ready)
        for endring in endringer:
            if endring.etter is None:
                (root / endring.path).unlink()
            else:
                next(places).replace(maal(root / endring.path))
    except BaseException:  # a Ctrl-C too: what is half done is nobody's wish
        for beside in ready:
            beside.unlink(missing_ok=True)  # and room on a full disk
        if er_avbrutt(root):
            sett_tilbake(root, noted)  # as we know it, and not as it can be read
        raise
    uten_tomme_mapper(root, rydd)
    begun.unlink()


def _erstattet(endring: Filendring) -> Erstattet:
    return Erstattet(endring.path, endring.foer, hash_av(endring.etter))


def _ryddet(root: Path, kan: Kan) -> Funnet:
    """What has to be done before anybody writes: what is not ours set aside, and what was cut off taken back."""
    taken_back, aside = None, []
    try:
        try:
            taken_back = ta_tilbake(root, kan)
        except IkkeVaar:
            told = legg_bort(root, PAABEGYNT, IKKE_VAAR)
            aside.append(f"{told}. Er noe halvferdig, ser du det med «brukerutvalg valider»")
    except OSError as error:
        raise KanIkkeLagre(
            "Ingenting er skrevet. En kommando ble avbrutt mens den skrev, og det den rakk, kan ikke tas "
            f"tilbake: {hvorfor(error)}. Skal det stå som det er, sletter du {MAPPE}/{PAABEGYNT}"
        ) from None
    _, journal = _egen_fil(root, DAGBOK, les_dagbok)
    asked, order = _egen_fil(root, BESTILT, les_bestilt)
    return Funnet(taken_back, (*aside, *journal, *order), asked)


T = TypeVar("T")


def _egen_fil(root: Path, path: str, les: Callable[[bytes], T]) -> tuple[T | None, tuple[str, ...]]:
    """One of our own files as it is read, and what to say where it was not ours and is set aside."""
    try:
        return les(les_fil(root / path, MEST_DAGBOK)), ()
    except FileNotFoundError:
        return None, ()
    except IkkeVaar:
        return None, (legg_bort(root, PurePosixPath(path).name, IKKE_VAAR),)
    except OSError as error:
        raise KanIkkeLagre(f"Ingenting er skrevet: {hvorfor(error)}") from None


def _les(path: Path) -> bytes | None:
    try:
        if path.exists() and not path.is_file():  # to open a pipe may be to wait for ever
            raise KanIkkeLagre(f"Ingenting er skrevet: {path.name} er ikke en vanlig fil")
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise KanIkkeLagre(f"{path.name} kan ikke leses: {grunn(error)}") from None


def _hvor_langt(root: Path) -> str:
    if er_avbrutt(root):
        return "Skrivingen stoppet halvveis. Det som ble skrevet, tas tilbake ved neste kommando som skriver"
    return "Ingenting er skrevet"
