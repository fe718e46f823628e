"""Skrivere: several who write in one register at once, each a process, in the same files."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from typing import NamedTuple

from angrep.registeret import DAG, U, kjoer


class Skrevet(NamedTuple):
    """One command: what was said in it and is to be found in the register, and what came of it."""

    tekst: str
    kode: int
    sagt: str


def skriv(root: Path, hvem: int, fortsett: Callable[[int], bool]) -> list[Skrevet]:
    """One writer: new cases, which take the next number, and organisations, which are in one file, in turn."""
    done: list[Skrevet] = []
    for nr in count():
        if not fortsett(nr):
            return done
        text = f"fra {hvem} nummer {nr}"
        command = (
            ("sak", "ny", U, text, "--innmeldt-av", "bruker") if nr % 2 else ("organisasjon", "ny", U, text)
        )
        ran = kjoer(root, *command, *DAG)
        done.append(Skrevet(text, ran.returncode, ran.stderr))
    return done


def alle_paa_en_gang(root: Path, antall: int, *, ganger: int = 0, sekunder: float = 0) -> list[Skrevet]:
    """So many writers, each so many times or for so long."""
    until = time.monotonic() + sekunder
    go_on: Callable[[int], bool] = (lambda nr: nr < ganger) if ganger else lambda nr: time.monotonic() < until
    with ThreadPoolExecutor(antall) as pool:
        writers = [pool.submit(skriv, root, hvem, go_on) for hvem in range(antall)]
        return [each for writer in writers for each in writer.result()]
