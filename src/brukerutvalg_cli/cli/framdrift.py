"""Framdrift: that something is going on – told on stderr after a second, and gone before anything is said."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, Timer
from typing import TYPE_CHECKING, TextIO, cast

from brukerutvalg_cli.cli.vakt import Vakt

if TYPE_CHECKING:
    from rich.live import Live

LESER = "Leser og vurderer …"
ETTER = 1.0
"""Seconds. What takes less is over before it is read."""


@contextmanager
def framdrift(hva: str = LESER) -> Iterator[None]:
    """Tells that the command is at work, where somebody sits and looks. The first thing that is printed ends it."""
    guards = [stream for stream in (sys.stdout, sys.stderr) if isinstance(stream, Vakt)]
    if len(guards) < 2 or not guards[-1].vindu:
        yield
        return
    told = _Melding(guards[-1], hva)
    for guard in guards:
        guard.foer = told.slutt
    try:
        yield
    finally:
        told.slutt()
        for guard in guards:
            guard.foer = None


class _Melding:
    """The one line, which appears by itself."""

    def __init__(self, guard: Vakt, hva: str) -> None:
        self._guard, self._hva = guard, hva
        self._lock = Lock()
        self._over = False
        self._live: Live | None = None
        self._timer = Timer(ETTER, self._vis)
        self._timer.daemon = True
        self._timer.start()

    def _vis(self) -> None:
        from rich.console import Console
        from rich.live import Live
        from rich.spinner import Spinner

        with self._lock:
            if self._over:
                return
            guard = cast(TextIO, self._guard.til_framdrift())
            console = Console(file=guard, force_terminal=True, legacy_windows=False)
            said = Spinner("line", self._hva)
            # Our streams stay ours: what it would put in their place, nobody guards.
            self._live = Live(
                said, console=console, transient=True, redirect_stdout=False, redirect_stderr=False
            )
            self._live.start()

    def slutt(self) -> None:
        """Ends it, and leaves nothing of it on the screen."""
        with self._lock:
            self._over = True
            self._timer.cancel()
            if self._live:
                self._live.stop()
                self._live = None
