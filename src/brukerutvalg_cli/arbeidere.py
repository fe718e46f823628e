"""Arbeidere: work dealt out to processes that do it at the same time, and hand back what came of it.

A process that dies is told of with what it had in hand; the rest of its share is done here. Forked, so that nothing is
read twice; where that is unsafe (macOS) or cannot be done (Windows), there is one process, which does it all.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pickle import dumps, loads
from selectors import EVENT_READ, DefaultSelector
from struct import Struct
from typing import Generic, NamedTuple, NoReturn, TypeVar

T = TypeVar("T")

_HODE = Struct("<iq")
"""Before each message: which piece of work, and how many bytes of answer follow; fewer than none where it is begun."""
_BEGYNT = -1
_EN_GANG = 256 * 1024
FILER_TIL_HVER = 200
"""A process that has fewer files than these to read costs more than it saves."""


class ArbeidetFeilet(Exception):
    """A piece of work that could not be done, by its name, with what the program said of it."""


class Svar(NamedTuple, Generic[T]):
    """What came of each piece of work, by name; and those during which a process died."""

    gjort: Mapping[str, T]
    doede: tuple[str, ...]


def antall() -> int:
    """How many processes there are processors for; one where a process cannot safely be split."""
    if not hasattr(os, "fork") or sys.platform == "darwin":
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def prosesser(deler: int, filer: int) -> int:
    """In how many processes so many pieces of work are best done, when these files are to be read for them."""
    return min(antall(), deler, filer // FILER_TIL_HVER) or 1


@contextmanager
def ryddet() -> Iterator[Callable[[], object]]:
    """Gives a way to let go of what is done with, in a program that never collects: what was there before is let be."""
    if gc.isenabled():
        yield int
        return
    gc.freeze()
    try:
        yield gc.collect
    finally:
        gc.unfreeze()


def fordelt(navn: Sequence[str], arbeid: Callable[[str], T], prosesser: int) -> Svar[T]:
    """Does each piece of work, in so many processes; what is done with, is let go of before the next is begun.

    Raises:
        ArbeidetFeilet: when one of several processes cannot do it, with the name of the piece.
    """
    if prosesser == 1:
        return Svar(dict(_her(navn, arbeid)), ())
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):
            stream.flush()
    arbeidere: list[_Arbeider[T]] = []
    try:
        for nr in range(prosesser):
            arbeidere.append(_Arbeider(navn[nr::prosesser], arbeid, [each.ut for each in arbeidere]))
        _les_alt(arbeidere)
    finally:
        for each in arbeidere:
            each.slutt()
    done = {name: answer for each in arbeidere for name, answer in each.gjort.items()}
    dead = tuple(each.i_haanden for each in arbeidere if each.i_haanden)
    for name in navn:
        if name not in done and name not in dead:
            done[name] = _gjort(name, arbeid)
    return Svar(done, dead)


def _her(navn: Sequence[str], arbeid: Callable[[str], T]) -> Iterator[tuple[str, T]]:
    with ryddet() as forget:
        for nr, name in enumerate(navn):
            if nr:
                forget()
            yield name, arbeid(name)


def _gjort(name: str, arbeid: Callable[[str], T]) -> T:
    try:
        return arbeid(name)
    except Exception as error:
        raise ArbeidetFeilet(f"{name}: {type(error).__name__}: {error}") from error


class _Arbeider(Generic[T]):
    """One process with its share, seen from the one that started it."""

    def __init__(self, andel: Sequence[str], arbeid: Callable[[str], T], andres: Sequence[int]) -> None:
        self.andel = andel
        self.gjort: dict[str, T] = {}
        self.i_haanden = ""
        self._lest = bytearray()
        self.ut, inn = os.pipe()
        self._pid = os.fork()
        if not self._pid:
            for each in (*andres, self.ut):
                os.close(each)
            _arbeid(andel, arbeid, inn)
        os.close(inn)

    def les(self) -> bool:
        """Takes what it has handed back since; whether there will be more."""
        more = os.read(self.ut, _EN_GANG)
        self._lest += more
        while len(self._lest) >= _HODE.size:
            nr, length = _HODE.unpack_from(self._lest)
            end = _HODE.size + max(length, 0)
            if len(self._lest) < end:
                break
            answer = bytes(self._lest[_HODE.size : end])
            del self._lest[:end]
            self._ta_imot(self.andel[nr], length, answer)
        return bool(more)

    def _ta_imot(self, name: str, length: int, answer: bytes) -> None:
        if length == _BEGYNT:
            self.i_haanden = name
            return
        self.i_haanden = ""
        ok, result = loads(answer)  # our own process wrote it, a moment ago
        if not ok:
            raise ArbeidetFeilet(f"{name}: {result}")
        self.gjort[name] = result

    def slutt(self) -> None:
        """Sees it off, whether it is done or not."""
        os.close(self.ut)
        with suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGTERM)
        with suppress(ChildProcessError):
            os.waitpid(self._pid, 0)


def _les_alt(arbeidere: Sequence[_Arbeider[T]]) -> None:
    with DefaultSelector() as selector:
        for each in arbeidere:
            selector.register(each.ut, EVENT_READ, each)
        while selector.get_map():
            for key, _ in selector.select():
                if not key.data.les():
                    selector.unregister(key.fileobj)


def _arbeid(andel: Sequence[str], arbeid: Callable[[str], T], inn: int) -> NoReturn:
    """The life of a process that was split off. Whatever becomes of it, it goes no further than this."""
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # it is the first process that says that it was stopped
    try:
        with ryddet() as forget:
            for nr, name in enumerate(andel):
                _skriv(inn, _HODE.pack(nr, _BEGYNT))
                try:
                    answer = dumps((True, arbeid(name)))
                except Exception as error:
                    answer = dumps((False, f"{type(error).__name__}: {error}"))
                _skriv(inn, _HODE.pack(nr, len(answer)) + answer)
                forget()
        os._exit(0)
    finally:
        os._exit(1)


def _skriv(inn: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(inn, left) :]
