"""What is kept between runs, on a country of councils: nothing changed, the next day, one meeting changed.

And what that meeting's change adds to the last commit: the first time it is asked, and again.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from maaling import OURS, Maalinger, Rad, Tid, forhold, kommando
from registeret import Land

DAG = date(2024, 1, 15)
EN_GANG = 2.5
"""Seconds after which a file that was written is known to be as it was by a look at it."""


def rader(land: Land, runder: int) -> Iterator[Rad]:
    """All of them in turn, again and again, so that a noisy machine is noisy for each of them."""
    found = Maalinger()
    meeting = land.helt / "records" / "utvalg" / land.navn / "moeter" / "2023-12-14.yaml"
    with TemporaryDirectory() as folder:
        kept = {"BRUKERUTVALG_HURTIGLAGER": folder}

        def valider(dag: date, *mer: str) -> Tid:
            return kommando([*OURS, "valider", *mer, "--dato", str(dag)], land.helt, mer=kept)

        time.sleep(EN_GANG)
        valider(DAG)
        for nr in range(1, runder * 2):
            today = DAG + timedelta(days=nr)
            found.ta("status", partial(kommando, ["git", "status"], land.helt))
            found.ta("next", partial(valider, today))
            found.ta("warm", partial(valider, today))
            _endre(meeting, nr)
            found.ta("changed", partial(valider, today))
            found.ta("added, again", partial(valider, today, "--siden", "HEAD"))
            _endre(meeting, nr)
            found.ta("added", partial(valider, today, "--siden", "HEAD"))
            found.ta("alone", partial(valider, today, land.navn, "--no-cache"))
            time.sleep(EN_GANG)
            valider(today)
        size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
    files = land.filer(land.helt)
    warm = found.av("warm")
    yield forhold(f"`valider`, nothing changed, {files} files", "`git status`", warm, found.av("status"), 4)
    yield forhold("the first run of the next day", "the run before", found.av("next"), warm, 2)
    yield forhold(
        "one meeting changed", "that council alone, `--no-cache`", found.av("changed"), found.av("alone"), 1.3
    )
    yield forhold(
        "`--siden HEAD`, one meeting changed", "`valider` of it", found.av("added"), found.av("changed"), 2
    )
    yield forhold("the same again", "`valider`, nothing changed", found.av("added, again"), warm, 2)
    yield Rad("kept", "per file", size / files, enhet="bytes")


def _endre(meeting: Path, nr: int) -> None:
    with meeting.open("a", encoding="utf-8") as file:
        file.write(f"# {nr}\n")
