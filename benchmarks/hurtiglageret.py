"""What is kept between runs, on a country of councils: nothing changed, the next day, one meeting changed."""

import os
import subprocess
import sys
import time
from datetime import date, timedelta
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from brukerutvalg_cli.pakkedata import records
from land import landet
from landet import measure
from stort_utvalg import REGELVERK, write_files
from valider import ENVIRON, seconds

UTVALG = int(os.environ.get("UTVALG", "24"))
RUNS = int(os.environ.get("RUNDER", "3"))
NAVN = f"nav-{UTVALG // 2:03}"
DAG = date(2024, 1, 15)
OURS = (sys.executable, "-m", "brukerutvalg_cli", "valider")
MOETE = f"records/utvalg/{NAVN}/moeter/2023-12-14.yaml"
EN_GANG = 2.5
"""Seconds after which a file that was written is known to be as it was by a look at it."""


def git(root: Path, *arguments: str) -> None:
    """One command of git, which says nothing."""
    who = ("-c", "user.name=Kari", "-c", "user.email=kari@example.no")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


def main() -> None:
    """Run all of them in turn, again and again, so that a noisy machine is noisy for each of them."""
    with TemporaryDirectory() as folder:
        root = Path(folder) / "register"
        ENVIRON["BRUKERUTVALG_HURTIGLAGER"] = str(Path(folder) / "lager")
        files = landet(records() / "regelverk" / f"{REGELVERK}.yaml", UTVALG, seed=1)
        write_files(root, files)
        for arguments in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "x")):
            git(root, *arguments)
        time.sleep(EN_GANG)
        seconds([*OURS, "--dato", str(DAG)], root)
        times: dict[str, list[float]] = {}
        days, words = (DAG + timedelta(days=nr) for nr in count(1)), count()
        for _ in range(RUNS):
            measure(times, "status", partial(seconds, ["git", "status"], root))
            today = next(days)
            measure(times, "next", partial(seconds, [*OURS, "--dato", str(today)], root))
            measure(times, "warm", partial(seconds, [*OURS, "--dato", str(today)], root))
            with (root / MOETE).open("a", encoding="utf-8") as file:
                file.write(f"# {next(words)}\n")
            measure(times, "changed", partial(seconds, [*OURS, "--dato", str(today)], root))
            alone = [*OURS, NAVN, "--no-cache", "--dato", str(today)]
            measure(times, "alone", partial(seconds, alone, root))
            time.sleep(EN_GANG)
            seconds([*OURS, "--dato", str(today)], root)
        kept = sum(path.stat().st_size for path in Path(folder, "lager").rglob("*") if path.is_file())
    at = {name: median(each) for name, each in times.items()}
    held = f"{len(files)} files of {UTVALG} councils"
    print(f"nothing changed, {held} {at['warm'] / at['status']:6.2f} × git status    goal ≤ 4.00")
    print(f"the next day                  {at['next'] / at['warm']:6.2f} × that          goal ≤ 2.00")
    print(
        f"one meeting changed           {at['changed'] / at['alone']:6.2f} × it alone, nothing kept  goal ≤ 1.30"
    )
    print(f"kept                          {kept / len(files):6.0f} bytes per file")


if __name__ == "__main__":
    main()
