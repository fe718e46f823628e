"""A country with breaches planted in it, judged in every way there is: all of them are found and nothing else, and each
way says the same, byte for byte.

    UTVALG=60 python benchmarks/funnene.py
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from brudd import med_brudd
from brukerutvalg_cli.funn.place import eieren
from brukerutvalg_cli.pakkedata import records
from land import landet
from maaling import ENVIRON, OURS
from planting import Brudd
from stort_utvalg import REGELVERK, write_files

UTVALG = int(os.environ.get("UTVALG", "60"))
DAG = ("--dato", "2024-01-15", "--output-format", "json", "--exit-zero")


def main() -> None:
    """All the ways, and what comes of each."""
    country = landet(records() / "regelverk" / f"{REGELVERK}.yaml", UTVALG, seed=1)
    files, planted = med_brudd(country, hver=1, seed=2)
    with TemporaryDirectory() as folder:
        root = Path(folder) / "register"
        write_files(root, files)
        for arguments in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "x")):
            who = ("-c", "user.name=Kari", "-c", "user.email=kari@example.no")
            subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)
        print(f"{len(files)} files of {UTVALG} councils, {len(planted)} breaches of {_sorts(planted)} sorts")
        wrong = [*_holdt_opp(root, Path(folder) / "lager", planted)]
    for said in wrong:
        print(said)
    sys.exit(1 if wrong else 0)


def _sorts(planted: list[Brudd]) -> int:
    return len({brudd.navn for brudd in planted})


def _holdt_opp(root: Path, kept: Path, planted: list[Brudd]) -> list[str]:
    """What is not as it should be, in words."""
    judged = {name: way(root, kept) for name, way in MAATENE.items()}
    first = judged["cold, several processes"]
    found = json.loads(first)["funn"]
    mine = sorted((f["name"], f["filename"]) for f in found)
    theirs = sorted((brudd.navn, f"records/{brudd.fil}") for brudd in planted)
    wrong = [f"not found: {each}" for each in theirs if each not in mine]
    wrong += [f"not planted: {each}" for each in mine if each not in theirs]
    print(f"found: {len(found)} of {len(planted)}, and {len(mine) - len(set(theirs) & set(mine))} others")
    for name, said in judged.items():
        same = said == first
        print(f"{name:34} {'the same' if same else 'ANOTHER'}, {len(said)} bytes")
        if not same:
            wrong.append(f"another report: {name}")
    if one_by_one := _hver_for_seg(root, found):
        wrong.append(f"council by council: {one_by_one}")
    return wrong


def _hver_for_seg(root: Path, found: list[Any]) -> str:
    """Each council by its name: all that is said of it among all of them, and nothing else."""
    councils = sorted(path.name for path in (root / "records" / "utvalg").iterdir())
    for name in councils:
        alone = json.loads(_sagt(root, name))["funn"]
        if [f for f in alone if _om(f) == name] != [f for f in found if _om(f) == name]:
            return name
    print(f"{'council by council':34} the same, {len(councils)} councils")
    return ""


def _om(funn: Any) -> str:
    """The council that a finding is of: of a joint meeting, in another's file."""
    return str(funn["utvalg"] or eieren(funn["filename"]))


def _sagt(root: Path, *mer: str, kept: str = "0", processors: int = 0) -> bytes:
    def one() -> None:
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:processors])

    return subprocess.run(
        [*OURS, "valider", *mer, *DAG],
        cwd=root,
        env=ENVIRON | {"BRUKERUTVALG_HURTIGLAGER": kept},
        preexec_fn=one if processors and hasattr(os, "sched_setaffinity") else None,
        check=True,
        capture_output=True,
    ).stdout


MAATENE: dict[str, Callable[[Path, Path], bytes]] = {
    "cold, several processes": lambda root, kept: _sagt(root),
    "cold, one process": lambda root, kept: _sagt(root, processors=1),
    "cold, and kept": lambda root, kept: _sagt(root, kept=str(kept)),
    "warm": lambda root, kept: _sagt(root, kept=str(kept)),
    "warm, one process": lambda root, kept: _sagt(root, kept=str(kept), processors=1),
    "--no-cache": lambda root, kept: _sagt(root, "--no-cache", kept=str(kept)),
    "--revisjon HEAD, nothing kept": lambda root, kept: _sagt(root, "--revisjon", "HEAD"),
    "--revisjon HEAD, by what is kept": lambda root, kept: _sagt(root, "--revisjon", "HEAD", kept=str(kept)),
}
"""In this order: what is kept by one is what the next one looks at."""


if __name__ == "__main__":
    main()
