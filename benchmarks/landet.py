"""A country of councils: all of them against libyaml alone, and one of them against a register that has no other – with
what an earlier command knows of the others, and without.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from hurtiglageret import EN_GANG
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
    found.ta("half", partial(_valider, land.halvt))
    with TemporaryDirectory() as folder:
        _ta_ett(found, land, named, runder, {"BRUKERUTVALG_HURTIGLAGER": folder})
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
        for how, goal in (("the others known", 1.2), ("nothing kept", None)):
            what = f"{_ord(name)}, one council in the country, {how}"
            each, alone = (found.av(f"{name}, {how}, {where}") for where in ("in it", "alone"))
            yield forhold(what, "it alone", each, alone, goal)


def _ta_ett(
    found: Maalinger,
    land: Land,
    kommandoer: Mapping[str, Sequence[str]],
    runder: int,
    kept: Mapping[str, str],
) -> None:
    """Commands about one council, in the country and where there is no other. `kept`: where something is kept."""
    time.sleep(EN_GANG)
    for root in (land.helt, land.alene):  # they find out what the others know
        for arguments in kommandoer.values():
            kommando([*OURS, *arguments], root, mer=kept)
    for _ in range(
        runder * 4 - 3
    ):  # they are short, and a moment's noise is much of them; once where all are
        for name, arguments in kommandoer.items():
            for how, environ in (("the others known", kept), ("nothing kept", None)):
                for where, root in (("in it", land.helt), ("alone", land.alene)):
                    found.ta(
                        f"{name}, {how}, {where}", partial(kommando, [*OURS, *arguments], root, mer=environ)
                    )


def _ord(name: str) -> str:
    return name if " " in name else f"`{name}`"


def _valider(root: Path) -> Tid:
    return kommando([*OURS, "valider", *DAG], root)


def _hendelser(root: Path) -> None:
    """All files through libyaml, with no Python in between."""
    for path in sorted((root / "records").rglob("*.yaml")):
        yaml.CSafeLoader(path.read_bytes()).raw_parse()
