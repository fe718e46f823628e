"""While one command looks at our folder, another may end: nothing that it takes away there is missed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

import pytest
from filelock import FileLock, Timeout

from brukerutvalg_cli.endring import arbeidsmappe, skriv, tilbake
from brukerutvalg_cli.endring.arbeidsfil import DAGBOK
from brukerutvalg_cli.endring.arbeidsmappe import se_over, sett_i_stand
from brukerutvalg_cli.endring.avbrutt import BESTILT, LAAS, MAPPE, PAABEGYNT
from brukerutvalg_cli.endring.skriv import alene
from brukerutvalg_cli.endring.tilbake import til_leseren

if TYPE_CHECKING:
    from _typeshed import TraceFunction

TAS_BORT = (PAABEGYNT, "paabegynt.tmp", BESTILT, Path(DAGBOK).name)
"""All that a command that writes takes away again, or that `angre --glem alt` does."""
SER_PAA = {str(module.__file__) for module in (arbeidsmappe, skriv, tilbake)}


def ta_laasen(root: Path) -> None:
    with alene(root):
        pass


def ta_bort(folder: Path) -> None:
    """As another command does, when it has the lock."""
    with suppress(Timeout), FileLock(folder / LAAS, timeout=0):
        for name in TAS_BORT:
            (folder / name).unlink(missing_ok=True)


def imens(nr: int, gjoer: Callable[[], object], se: Callable[[], object]) -> bool:
    """Does the one just before the `nr`-th line of ours in the other; whether there were so many."""
    left = nr

    def ved_linje(frame: FrameType, event: str, _: Any) -> TraceFunction | None:
        nonlocal left
        if frame.f_code.co_filename not in SER_PAA:
            return None
        if event == "line" and (left := left - 1) == 0:
            gjoer()
        return ved_linje

    others = sys.gettrace()
    sys.settrace(ved_linje)
    try:
        se()
    finally:
        sys.settrace(others)
    return left <= 0


@pytest.mark.parametrize("se", [se_over, sett_i_stand, ta_laasen, til_leseren])
def test_what_another_command_was_done_with_is_not_missed(
    se: Callable[[Path], object], tmp_path: Path
) -> None:
    for nr in count(1):
        folder = tmp_path / str(nr) / MAPPE
        folder.mkdir(parents=True)
        for name in TAS_BORT:
            (folder / name).write_bytes(b"")
        if not imens(nr, partial(ta_bort, folder), partial(se, folder.parent)):
            break
    assert nr > 10
