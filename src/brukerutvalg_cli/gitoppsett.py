"""Gitoppsett: what git is set up with for a register – the hook, and the merging. What it cannot have stops nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from brukerutvalg_cli.endring.disken import hvorfor
from brukerutvalg_cli.flettoppsett import skriv_fletting
from brukerutvalg_cli.gitlager.kall import GitFeil
from brukerutvalg_cli.krok import skriv_krok


class Satt(NamedTuple):
    """What was written, and what was not and why, as lines to be told."""

    skrevet: tuple[str, ...]
    ikke: tuple[str, ...]


def sett_opp_git(root: Path) -> Satt:
    """Puts in place what is not there. Never raises: the register is saved just as well without."""
    done, refused = [], []
    parts: tuple[tuple[Callable[[Path], object], str, str], ...] = (
        (skriv_krok, "skrev {}", "kroken som prøver det som skal lagres, ble ikke skrevet"),
        (
            skriv_fletting,
            "satte opp git til å sette sammen det to har gjort i samme fil",
            "git ble ikke satt opp til å sette sammen det to har gjort i samme fil",
        ),
    )
    for part, said, failed in parts:
        try:
            if wrote := part(root):
                done.append(said.format(wrote))
        except (GitFeil, OSError) as error:
            refused.append(f"{failed}: {hvorfor(error) if isinstance(error, OSError) else error}")
    return Satt(tuple(done), tuple(refused))
