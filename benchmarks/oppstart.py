"""Start-up: `brukerutvalg --version` and a verb that does nothing, against a bare Typer app."""

import os
import subprocess
import sys
import time
from statistics import median

GOAL = 1.15
RUNS = 31
# An installed program is compiled once; a shell that forbids that would have it compiled at every start.
ENVIRON = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

BARE = """
import typer
app = typer.Typer()
@app.command()
def ingenting() -> None: pass
app()
"""
PROGRAM = """
from brukerutvalg_cli.cli import main
main()
"""
# The shell with one verb more: what the verbs of the table import is their own affair.
IDLE_VERB = """
import sys
from brukerutvalg_cli.cli.run import VERBS, VerbEntry, run
def ingenting() -> None: pass
sys.exit(run(sys.argv[1:], (*VERBS, VerbEntry("ingenting", "__main__"))))
"""
COMMANDS: dict[str, tuple[str, ...]] = {
    "bare Typer app": (BARE,),
    "brukerutvalg --version": (PROGRAM, "--version"),
    "a verb that does nothing": (IDLE_VERB, "ingenting"),
}


def seconds(code: str, *arguments: str) -> float:
    """How long a fresh interpreter takes over this."""
    start = time.perf_counter()
    command = [sys.executable, "-c", code, *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=ENVIRON)
    return time.perf_counter() - start


def main() -> None:
    """Run all of them in turn, again and again, so that a noisy machine is noisy for each of them."""
    rounds = [{name: seconds(*command) for name, command in COMMANDS.items()} for _ in range(RUNS)]
    yardstick = median(times["bare Typer app"] for times in rounds)
    for name in list(COMMANDS)[1:]:
        ratio = median(times[name] for times in rounds) / yardstick
        print(f"{name:26} {ratio:5.2f} × a bare Typer app   goal ≤ {GOAL:.2f}")


if __name__ == "__main__":
    main()
