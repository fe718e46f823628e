"""All that is measured, one after the other, into RESULTS.md.

    python benchmarks/alle.py [FILE]

`UTVALG` and `RUNDER` in the environment say how many councils the country has, and how many times each is run.
"""

from __future__ import annotations

import os
import platform
import sys
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import ett_utvalg
import hurtiglageret
import landet
import oppstart
import referatene
import ruff_paa_like_mange
import valgbar
from maaling import Rad
from registeret import land

UTVALG = int(os.environ.get("UTVALG", "350"))
"""So many councils are about 23,500 files."""
RUNDER = int(os.environ.get("RUNDER", "3"))
RESULTATER = Path(__file__).with_name("RESULTS.md")
HODE = """\
# Results

Written by `make bench`, and by nobody's hand. Each figure is the median of {runder} runs or more that took turns with
those of what they are compared with: the ratio on the clock, and that of what the processors did. Machines are noisy: a
ratio means something, a figure of seconds nothing.

{maskin}, {dag}. {utvalg} councils, {minutter:.0f} minutes in all.

| what | against | ratio | processors | goal |
|---|---|---|---|---|
"""


def rader() -> Iterator[Rad]:
    """Every line of the results."""
    yield from oppstart.rader(RUNDER * 10 - 9)  # short ones are run more often, and once where all are
    yield from ett_utvalg.rader(RUNDER * 2 - 1)
    with land(UTVALG) as country:
        yield from landet.rader(country, RUNDER)
        yield from hurtiglageret.rader(country, RUNDER)
        yield from referatene.rader(country, RUNDER)
        yield from ruff_paa_like_mange.rader(country, RUNDER)
    yield from valgbar.rader(RUNDER)


def maskin() -> str:
    """What it was measured on, and not whose."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{platform.system()} {platform.machine()}, {cores} cores, Python {platform.python_version()}"


def linje(rad: Rad) -> str:
    """One line of the table."""
    goal = "" if rad.maal is None else f"≤ {rad.maal:g}"
    processors = "" if rad.prosessor is None else f"{rad.prosessor:.2f}"
    figure = f"{rad.tall:.2f}" if rad.enhet == "×" else f"{rad.tall:.0f} {rad.enhet}"
    return f"| {rad.hva} | {rad.mot} | {figure} | {processors} | {goal} |"


def _maalt(rows: Iterable[Rad]) -> Iterator[str]:
    for row in rows:
        line = linje(row)
        print(line, flush=True)
        yield line


def main(path: Path) -> None:
    """Measures, says each line as it comes, and writes them all."""
    start = time.monotonic()
    lines = [*_maalt(rader())]
    head = HODE.format(
        runder=RUNDER,
        maskin=maskin(),
        dag=date.today(),  # the day where it was measured
        utvalg=UTVALG,
        minutter=(time.monotonic() - start) / 60,
    )
    path.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else RESULTATER)
