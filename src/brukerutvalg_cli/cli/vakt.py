"""Vakt: the standard streams as the verbs see them – nothing unsafe passes, and a stream that fails says so.

Whoever prints, whatever it is (a name, git's words, an argument repeated in an error, a traceback): what goes out
goes through here. What may pass that others may not is said where it is printed, with `slipper`.
"""

from __future__ import annotations

import errno
import io
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Literal, TextIO, cast

from brukerutvalg_cli.cli.terminal import prepare
from brukerutvalg_cli.cli.vindu import bredde, brutt, er_vindu
from brukerutvalg_cli.tegn import named, without_commands

Unntak = Literal["farge", "kommandoer", "framdrift"]
"""What a report may send: our own colours, and commands to the runner of GitHub or Azure. Its texts were made safe
before. And what moves the one line that tells that something is going on; it has a guard of its own."""

KJOERERE = ("GITHUB_ACTIONS", "TF_BUILD")
"""What those set who read commands to themselves in whatever is printed: GitHub Actions and Azure Pipelines."""

UNNTAK: dict[str, Unntak] = {"full": "farge", "github": "kommandoer", "azure": "kommandoer"}
"""The formats that send such."""

_KODER = {
    "farge": re.compile("(\x1b\\[[0-9;]*m)"),
    "framdrift": re.compile("(\x1b\\[\\??[0-9;]*[A-Za-z]|\r)"),
}


ER_SKREVET = "Endringen er skrevet i registeret; «brukerutvalg angre» tar den tilbake"

STANDARD_UT, STANDARD_FEIL = "standard ut", "standard feil"


class StroemFeil(Exception):
    """What the command had to say cannot be written: the stream is full or closed. `skrevet`: what it wrote before."""

    def __init__(self, navn: str, error: OSError, skrevet: str = "") -> None:
        super().__init__(navn, error, skrevet)
        self.navn, self.error, self.skrevet = navn, error, skrevet

    def __str__(self) -> str:
        from brukerutvalg_cli.endring.disken import hvorfor

        why = "den er lukket" if self.error.errno == errno.EBADF else hvorfor(self.error)
        outcome = self.skrevet or "Registeret er som det var"
        return f"det kommandoen har å si, kan ikke skrives til {self.navn}: {why}. {outcome}."


class Vakt(io.TextIOBase):
    """One stream. It has no `buffer`, so that nobody goes round it."""

    def __init__(self, stream: TextIO, navn: str, *, i_actions: bool) -> None:
        self._stream, self._navn, self._i_actions = stream, navn, i_actions
        self._line = ""
        """What the line begins with and ends in so far: a command may come in two pieces."""
        self.slipper: Unntak | None = None
        self.vindu = False
        """Whether it is shown in a window, and broken there between words."""
        self.foer: Callable[[], None] | None = None
        """What is to be done before something is written."""

    @property
    def encoding(self) -> str:  # type: ignore[override]  # io has it as a plain attribute
        return self._stream.encoding

    @property
    def errors(self) -> str | None:  # type: ignore[override]  # as above
        return self._stream.errors

    def fileno(self) -> int:
        return self._stream.fileno()

    def isatty(self) -> bool:
        return self._stream.isatty()

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if self.foer:
            self.foer()
        with self._told():
            self._stream.write(self._i_vinduet(self._without_commands(self._named(text))))
        return len(text)

    def til_framdrift(self) -> Vakt:
        """The same stream for the line that moves: only there may the codes that move it pass."""
        guard = Vakt(self._stream, self._navn, i_actions=self._i_actions)
        guard.slipper = "framdrift"
        return guard

    def _i_vinduet(self, text: str) -> str:
        if not self.vindu:
            return text
        return brutt(text, bredde())

    def flush(self) -> None:
        with self._told():
            self._stream.flush()

    def close(self) -> None:
        """Nothing: the stream is not ours to close."""

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except BrokenPipeError:
            raise
        except OSError as error:
            raise StroemFeil(self._navn, error) from None

    def _named(self, text: str) -> str:
        codes = _KODER.get(self.slipper or "")
        if codes is None:
            return named(text)
        return "".join(part if codes.fullmatch(part) else named(part) for part in codes.split(text))

    def _without_commands(self, text: str) -> str:
        if not self._i_actions:
            return text
        if self.slipper == "kommandoer":
            self._line = ""
            return text
        # What was sent cannot match any more: a command is broken by its last sign.
        line = without_commands(self._line + text)
        sent = line[len(self._line) :]
        self._line = _ends(line.rpartition("\n")[2])
        return sent


def _ends(line: str) -> str:
    """A line as short as it can be, and still begin with and end in the same."""
    line = re.sub("[\u200c\u200d\ufe0e\ufe0f]", "", line).lstrip()
    return line if len(line) < 4 else f"{line[0]} {line[-2:]}"


class _Lukket(io.TextIOBase):
    """A stream that was closed before the program began."""

    encoding, errors = "utf-8", "strict"

    def write(self, text: str) -> int:
        if text:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return 0

    def isatty(self) -> bool:
        return False


@contextmanager
def trygge_stroemmer(environ: Mapping[str, str]) -> Iterator[None]:
    """Puts guards in the place of standard output and standard error."""
    before = sys.stdin, sys.stdout, sys.stderr
    if None in before:
        _fyll_hull()
    if sys.stdin is None:
        sys.stdin = io.StringIO()  # nothing to read, and nobody to ask
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            prepare(stream, environ)
    sys.stdout = _vakt(sys.stdout, STANDARD_UT, environ)
    sys.stderr = _vakt(sys.stderr, STANDARD_FEIL, environ)
    try:
        yield
    finally:
        sys.stdin, sys.stdout, sys.stderr = before


@contextmanager
def kvittering(skrevet: str) -> Iterator[None]:
    """What is printed here is the receipt of something done: where it cannot be printed, that is still told."""
    try:
        yield
    except StroemFeil as error:
        raise StroemFeil(error.navn, error.error, skrevet) from None


@contextmanager
def slipper(unntak: Unntak | None) -> Iterator[None]:
    """Lets a finished report send what others may not, on either stream."""
    guards = [stream for stream in (sys.stdout, sys.stderr) if isinstance(stream, Vakt)]
    for guard in guards:
        guard.slipper = unntak
    try:
        yield
    finally:
        for guard in guards:
            guard.slipper = None


def linje_for_linje() -> None:
    """From here on each line goes out as it is: for programs, and for who has asked for plain text."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, Vakt):
            stream.vindu = False


def i_vindu() -> bool:
    """Whether what is printed is shown in a window."""
    return isinstance(sys.stdout, Vakt) and sys.stdout.vindu


def _vakt(stream: TextIO | None, navn: str, environ: Mapping[str, str]) -> Vakt:
    in_actions = any(environ.get(name, "").lower() not in {"", "false"} for name in KJOERERE)
    guard = Vakt(stream or cast(TextIO, _Lukket()), navn, i_actions=in_actions)
    guard.vindu = er_vindu(stream, environ)
    return guard


def _fyll_hull() -> None:
    """Opens nothing at all where a standard stream was closed: the next file would else take its number."""
    while (opened := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(opened)
