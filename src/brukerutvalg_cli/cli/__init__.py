"""The command line: the verbs in a folder of their own, what they need, and `main`, which the console script calls."""

import sys


def main() -> int:
    """Run the program on the process's own arguments and return its exit code."""
    from brukerutvalg_cli.cli.run import run

    return run(sys.argv[1:])
