"""Runs one command line. Every outcome, foreseen or not, comes out as one of the exit codes."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import typer

from brukerutvalg_cli.cli import COMPLETING, PROGRAM
from brukerutvalg_cli.cli.app import VERBS, VerbEntry, program
from brukerutvalg_cli.cli.klikk import ClickException
from brukerutvalg_cli.cli.paa_nytt import med_nytt_forsoek
from brukerutvalg_cli.cli.terminal import silence
from brukerutvalg_cli.cli.vakt import STANDARD_UT, StroemFeil, trygge_stroemmer

WRONG_USAGE = 2
PROGRAM_ERROR = 3
INTERRUPTED = 130
READER_GONE = 141  # 128 + SIGPIPE, as the shell has it. No verdict reached the reader: neither 0 nor 1


def run(arguments: Sequence[str], verbs: Sequence[VerbEntry] = VERBS) -> int:
    """Run the program on these arguments and return its exit code."""
    # Pydantic looks through every installed package for plug-ins: a tenth of a run, and we have none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    with trygge_stroemmer(os.environ):
        try:
            return _outcome(arguments, verbs)
        except BrokenPipeError:
            silence(sys.stdout, sys.stderr)
            return READER_GONE
        except StroemFeil as error:
            _say_elsewhere(error)
            return WRONG_USAGE


def _outcome(arguments: Sequence[str], verbs: Sequence[VerbEntry]) -> int:
    try:
        code = _completed(verbs) if COMPLETING in os.environ else _foreseen(arguments, verbs)
        sys.stdout.flush()
        return code
    except (BrokenPipeError, StroemFeil):
        raise
    except (KeyboardInterrupt, EOFError, typer.Abort):
        print("\nAvbrutt.", file=sys.stderr)
        return INTERRUPTED
    except OSError as error:  # the machine's refusal is no error of ours, whoever met it
        if _traceback_wanted(arguments, os.environ):
            _print_traceback(error)
        print(f"feil: {_refusal(error)}.", file=sys.stderr)
        return WRONG_USAGE
    except Exception as error:
        _report(error, traceback_wanted=_traceback_wanted(arguments, os.environ))
        return PROGRAM_ERROR


def _foreseen(arguments: Sequence[str], verbs: Sequence[VerbEntry]) -> int:
    try:
        med_nytt_forsoek(lambda: _invoked(arguments, verbs))
    except typer.Exit as exit_:
        return exit_.exit_code
    except ClickException as error:
        from brukerutvalg_cli.cli.feilmeldinger import usage_message

        print(usage_message(error), file=sys.stderr)
        return WRONG_USAGE
    return 0


def _invoked(arguments: Sequence[str], verbs: Sequence[VerbEntry]) -> None:
    command = program(verbs)
    with command.make_context(PROGRAM, list(arguments)) as ctx:
        command.invoke(ctx)


def _completed(verbs: Sequence[VerbEntry]) -> int:
    from brukerutvalg_cli.cli.fullfoering import svar

    return svar(program(verbs))


def _traceback_wanted(arguments: Sequence[str], environ: Mapping[str, str]) -> bool:
    # Asked of the raw arguments: what fails may be the reading of them.
    return "--debug" in arguments or environ.get("BRUKERUTVALG_DEBUG", "") not in {"", "0"}


def _refusal(error: OSError) -> str:
    from brukerutvalg_cli.endring.disken import hvorfor

    try:
        Path.cwd()
    except OSError:
        return "mappa du står i, finnes ikke lenger. Gå til en annen mappe, og prøv igjen"
    return f"maskinen sa nei: {hvorfor(error)}. Sporet vises med «{PROGRAM} --debug …»"


def _say_elsewhere(error: StroemFeil) -> None:
    """Says on the stream that still works what came of the command; what the other one holds is dropped."""
    broken, other = (sys.stdout, sys.stderr) if error.navn == STANDARD_UT else (sys.stderr, sys.stdout)
    silence(broken)  # Python would try once more at exit, and say so in English
    try:
        print(f"feil: {error}", file=other, flush=True)
    except (StroemFeil, BrokenPipeError):  # then nobody can be told
        silence(other)


def _print_traceback(error: Exception) -> None:
    from traceback import print_exception

    print_exception(error)


def _report(error: Exception, traceback_wanted: bool) -> None:
    what = " ".join(f"{type(error).__name__}: {error}".split())
    if traceback_wanted:
        _print_traceback(error)
        sent = "det som står over"
    else:
        sent = "det kommandoen skriver med --debug: «brukerutvalg --debug …»"
    print(
        f"feil i programmet selv ({what}). Meld fra til dem som vedlikeholder brukerutvalg, med {sent}.",
        file=sys.stderr,
    )
