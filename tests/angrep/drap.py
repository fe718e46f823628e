"""Drap: a command that is killed with SIGKILL, at a moment of chance or while it writes, and what is left behind it."""

from __future__ import annotations

import os
import random
import signal
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from angrep.registeret import DAG, Innhold, U, grunnlag, innhold, kjoer, kopi
from avlegger import Avlegger
from brukerutvalg_cli.endring.avbrutt import er_avbrutt

KOMMANDOER: tuple[tuple[str, ...], ...] = (
    ("person", "ny", U, "Eva Strand", "--side", "bruker", *DAG),
    ("moeteplan", U, "2026", "--dager", "8.4.2026, 10.6.2026, 9.9.2026, 9.12.2026", *DAG),
    ("sak", "til-moete", U, "2026-001", "2026-02-11", *DAG),
    ("flytt", U, "2026-02-11", "--til", "18.2.2026", *DAG),
)
"""One that makes a file, one that makes several, one that changes one and takes one away, one that renames."""


class Offer(NamedTuple):
    """A command, the register it is given in, and what that may be afterwards."""

    kommando: tuple[str, ...]
    register: Path
    foer: Innhold
    etter: Innhold
    tid: float
    """Seconds it takes when nobody kills it."""


def ofre(folder: Path) -> list[Offer]:
    """Each command, and `angre` of each."""
    found = []
    for nr, command in enumerate(KOMMANDOER):
        before, after = grunnlag(), kopi(grunnlag(), folder / f"etter-{nr}")
        begun = time.monotonic()
        done = kjoer(after, *command)
        assert done.returncode == 0, done.stderr
        took = time.monotonic() - begun
        states = innhold(before), innhold(after)
        found.append(Offer(command, before, states[0], states[1], took))
        found.append(Offer(("angre",), after, states[1], states[0], took))
    return found


def drep(offer: Offer, root: Path, rng: random.Random) -> bool:
    """Gives the command in a copy, and kills it. Whether it was killed while it wrote."""
    kopi(offer.register, root)
    it = Avlegger("--rot", str(root), *offer.kommando)
    if rng.random() < 0.3:
        time.sleep(rng.uniform(0, offer.tid))
    else:  # to write takes a few hundredths of the time, and it is there that something can be lost
        while it.lever() and not er_avbrutt(root):
            pass
        time.sleep(rng.choice((0, rng.uniform(0, 0.004), rng.uniform(0, 0.02))))
    with suppress(ProcessLookupError):  # it was done
        os.kill(it.pid, signal.SIGKILL)
    it.vent()
    return er_avbrutt(root)
