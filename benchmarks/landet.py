"""A country of councils: all of them against libyaml alone, and one of them against a register that has no other."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import yaml

from maaling import OURS, Maalinger, Rad, Tid, forhold, her, kommando
from registeret import Land

DAG = ("--dato", "2024-01-15")


def rader(land: Land, runder: int) -> Iterator[Rad]:
    """All of them in turn, again and again, so that a noisy machine is noisy for each of them."""
    named = {
        "valider": ("valider", land.navn, *DAG),
        "status": ("status", land.navn, *DAG),
        "a verb that writes": (
            "moete",
            "foer",
            land.navn,
            "2023-12-14",
            "--innledning",
            "Kort",
            "--dry-run",
            *DAG,
        ),
    }
    found = Maalinger()
    for _ in range(runder):
        found.ta("libyaml", partial(her, partial(_hendelser, land.helt)))
        found.ta("whole", partial(_valider, land.helt))
        found.ta("few", partial(_valider, land.noen))
        for name, arguments in named.items():
            found.ta(name, partial(kommando, [*OURS, *arguments], land.helt))
            found.ta(f"{name} alone", partial(kommando, [*OURS, *arguments], land.alene))
    found.ta("half", partial(_valider, land.halvt))
    files, some = land.filer(land.helt), land.filer(land.noen)
    whole, few = found.av("whole"), found.av("few")
    yield forhold(
        f"`valider`, nothing kept, {files} files", "libyaml's events in C", whole, found.av("libyaml"), 4
    )
    each, every = (
        Tid(tid.klokke / count, tid.prosessor / count, 0) for tid, count in ((whole, files), (few, some))
    )
    yield forhold("the same, per file", f"{some} files", each, every, 1)
    yield Rad("largest process of it", "", whole.minne, 160, enhet="MiB")
    yield Rad("the same at twice the councils", "half of them", whole.minne / found.av("half").minne, 1.05)
    for name in named:
        yield forhold(
            f"{_ord(name)}, one council in the country",
            "it alone",
            found.av(name),
            found.av(f"{name} alone"),
            1.2,
        )


def _ord(name: str) -> str:
    return name if " " in name else f"`{name}`"


def _valider(root: Path) -> Tid:
    return kommando([*OURS, "valider", *DAG], root)


def _hendelser(root: Path) -> None:
    """All files through libyaml, with no Python in between."""
    for path in sorted((root / "records").rglob("*.yaml")):
        yaml.CSafeLoader(path.read_bytes()).raw_parse()
