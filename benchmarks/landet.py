"""A country of councils: all of them against libyaml alone, and one of them against a register that has no other."""

import os
import resource
import shutil
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import yaml

from brukerutvalg_cli.pakkedata import records
from land import landet
from stort_utvalg import REGELVERK, write_files
from valider import seconds

UTVALG = int(os.environ.get("UTVALG", "24"))
RUNS = int(os.environ.get("RUNDER", "3"))
NAVN = f"nav-{UTVALG // 2:03}"
DAY = ("--dato", "2024-01-15")
OURS = (sys.executable, "-m", "brukerutvalg_cli")
NAMED = {
    "valider": ("valider", NAVN, *DAY),
    "status": ("status", NAVN, *DAY),
    "a verb that writes": ("moete", "foer", NAVN, "2023-12-14", "--innledning", "Kort", "--dry-run", *DAY),
}


def main() -> None:
    """Run all of them in turn, again and again, so that a noisy machine is noisy for each of them."""
    with TemporaryDirectory() as folder:
        land, few, alone = (Path(folder) / name for name in ("land", "few", "alone"))
        files = landet(records() / "regelverk" / f"{REGELVERK}.yaml", UTVALG, seed=1)
        write_files(land, files)
        write_files(few, {path: text for path, text in files.items() if _of_the_first(path, UTVALG // 4)})
        shutil.copytree(land, alone)
        for other in (alone / "records" / "utvalg").iterdir():
            if other.name != NAVN:
                shutil.rmtree(other)
        whole, some = len(files), sum(path.is_file() for path in few.rglob("*.yaml"))
        times: dict[str, list[float]] = {}
        for _ in range(RUNS):
            measure(times, "libyaml", partial(events, land))
            measure(times, "land", partial(seconds, [*OURS, "valider", *DAY], land))
            measure(times, "few", partial(seconds, [*OURS, "valider", *DAY], few))
            for name, arguments in NAMED.items():
                measure(times, name, partial(seconds, [*OURS, *arguments], land))
                measure(times, f"{name} alone", partial(seconds, [*OURS, *arguments], alone))
    at = {name: median(each) for name, each in times.items()}
    print(
        f"valider, {whole} files of {UTVALG} councils {at['land'] / at['libyaml']:6.2f} × libyaml       goal ≤ 4.00"
    )
    growth = at["land"] / whole / (at["few"] / some)
    print(f"the same, per file            {growth:6.2f} × {some} files       goal ≤ 1.00")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"the largest process           {peak:6.0f} MiB                 goal ≤ 160")
    for name in NAMED:
        print(f"{name:29} {at[name] / at[f'{name} alone']:6.2f} × it alone       goal ≤ 1.20")


def _of_the_first(path: str, councils: int) -> bool:
    parts = path.split("/")
    return parts[0] != "utvalg" or int(parts[1].removeprefix("nav-")) < councils


def measure(times: dict[str, list[float]], name: str, run: Callable[[], float]) -> None:
    """One more figure."""
    times.setdefault(name, []).append(run())


def events(root: Path) -> float:
    """How long libyaml takes over all files, with no Python in between."""
    start = time.perf_counter()
    for path in sorted(root.rglob("*.yaml")):
        yaml.CSafeLoader(path.read_bytes()).raw_parse()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
