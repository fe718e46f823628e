"""`brukerutvalg valider` on one council of a hundred files, against yamllint on the same files."""

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from brukerutvalg_cli.pakkedata import records
from stort_utvalg import REGELVERK, write_council

GOAL = 0.20
RUNS = 7
ENVIRON = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
ENVIRON["BRUKERUTVALG_HURTIGLAGER"] = "0"  # what is kept from before is measured in hurtiglageret.py
# Lines as long as people write them, and no `---` at the top: yamllint, too, is to have nothing to tell.
YAMLLINT = "{extends: default, rules: {line-length: disable, document-start: disable, braces: disable}}"

OURS = [sys.executable, "-m", "brukerutvalg_cli", "valider", "--dato", "2024-01-15"]


def seconds(command: list[str], root: Path) -> float:
    """How long a command takes in this register, whatever its verdict; an error in it is none."""
    start = time.perf_counter()
    result = subprocess.run(command, cwd=root, env=ENVIRON, capture_output=True, text=True, check=False)
    elapsed = time.perf_counter() - start
    if result.returncode not in {0, 1}:
        sys.exit(f"{' '.join(command)}\n{result.stdout}{result.stderr}")
    return elapsed


def main() -> None:
    """Run the two in turn, again and again, and compare their medians."""
    theirs = [sys.executable, "-m", "yamllint", "-d", YAMLLINT, "records"]
    with TemporaryDirectory() as folder:
        root = Path(folder)
        count = write_council(root, records() / "regelverk" / f"{REGELVERK}.yaml")
        rounds = [(seconds(OURS, root), seconds(theirs, root)) for _ in range(RUNS)]
    ratio = median(ours for ours, _ in rounds) / median(theirs for _, theirs in rounds)
    print(f"valider, {count} files       {ratio:5.2f} × yamllint           goal ≤ {GOAL:.2f}")


if __name__ == "__main__":
    main()
