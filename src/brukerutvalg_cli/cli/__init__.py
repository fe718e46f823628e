"""The command line: the verbs in a folder of their own, what they need, and `main`, which the console script calls."""

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

PROGRAM = "brukerutvalg"
COMPLETING = "_BRUKERUTVALG_COMPLETE"
"""By this variable the shell asks what can follow, instead of running a command."""


def main() -> NoReturn:
    """The whole life of a process: run the program on its own arguments, and leave with the exit code.

    A command is short. What it makes lives until its end, so the collector would look through all of it for
    nothing; and to take every module and record down again, one by one, takes longer than to read a register.
    """
    gc.disable()
    from brukerutvalg_cli.cli.run import run

    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # run() has told of a reader that is gone, and of a full disk
            if stream is not None:  # it was closed before we began
                stream.flush()
    os._exit(code)
