"""`brukerutvalg valider` on ever more councils: a file of many councils costs no more than one of a few."""

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from brukerutvalg_cli.pakkedata import records
from stort_utvalg import REGELVERK, write_council
from valider import OURS, seconds

GOAL = 1.0
RUNS = 3
FEW, MANY = 10, 40


def main() -> None:
    """Run the two registers in turn, and compare what a file costs in each, the start of the program included."""
    with TemporaryDirectory() as few, TemporaryDirectory() as many:
        files = [written(Path(few), FEW), written(Path(many), MANY)]
        rounds = [(seconds(OURS, Path(few)), seconds(OURS, Path(many))) for _ in range(RUNS)]
    per_file = [median(times) / count for times, count in zip(zip(*rounds, strict=True), files, strict=True)]
    print(
        f"valider, {MANY} councils      {per_file[1] / per_file[0]:5.2f} × {FEW} councils, per file   goal ≤ {GOAL:.2f}"
    )


def written(root: Path, councils: int) -> int:
    """Write so many councils, and count the files."""
    for nr in range(councils):
        write_council(root, records() / "regelverk" / f"{REGELVERK}.yaml", f"nav-storvik-{nr}")
    return sum(path.is_file() for path in root.rglob("*.yaml"))


if __name__ == "__main__":
    main()
