"""Maaling: a command run and measured – the time on the clock and of the processors, and the largest process."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import NamedTuple

ENVIRON = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
ENVIRON["BRUKERUTVALG_HURTIGLAGER"] = "0"  # nothing is kept, but where a measuring says so
OURS = (sys.executable, "-m", "brukerutvalg_cli")


class Tid(NamedTuple):
    """What one run took: seconds on the clock, seconds of all processors, MiB of the largest process."""

    klokke: float
    prosessor: float
    minne: float


@dataclass
class Maalinger:
    """What many runs took, by name."""

    tider: dict[str, list[Tid]] = field(default_factory=lambda: defaultdict(list))

    def ta(self, navn: str, kjoer: Callable[[], Tid]) -> None:
        """One more run."""
        self.tider[navn].append(kjoer())

    def av(self, navn: str) -> Tid:
        """The medians of its runs; of the memory, the most."""
        clocks, processors, memory = zip(*self.tider[navn], strict=True)
        return Tid(median(clocks), median(processors), max(memory))


class Rad(NamedTuple):
    """One line of the results: what was measured, against what, and what it is to be. `tall`: the ratio, or in `enhet`.

    `prosessor`: the ratio of what the processors did, where both are runs of a command.
    """

    hva: str
    mot: str
    tall: float
    maal: float | None = None
    prosessor: float | None = None
    enhet: str = "×"


def forhold(hva: str, mot: str, vaar: Tid, deres: Tid, maal: float | None = None) -> Rad:
    """The line that compares two."""
    return Rad(
        hva,
        mot,
        vaar.klokke / deres.klokke,
        maal,
        vaar.prosessor / deres.prosessor if deres.prosessor else None,
    )


def kommando(
    command: Sequence[str], root: Path, koder: Sequence[int] = (0, 1), mer: Mapping[str, str] | None = None
) -> Tid:
    """Runs a command in a folder, whatever its verdict; an error in it is none, and ends the measuring."""
    start = time.perf_counter()
    with subprocess.Popen(
        command, cwd=root, env=ENVIRON | dict(mer or {}), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        assert process.stdout
        said = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    elapsed = time.perf_counter() - start
    if process.returncode not in koder:
        sys.exit(f"{' '.join(command)}: {process.returncode}\n{said.decode(errors='replace')}")
    return Tid(elapsed, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def her(arbeid: Callable[[], object]) -> Tid:
    """The same of work that is done in this process."""
    start, used = time.perf_counter(), time.process_time()
    arbeid()
    return Tid(time.perf_counter() - start, time.process_time() - used, 0)
