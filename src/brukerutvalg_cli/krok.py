"""Krok: what git runs before each commit. A file of a few lines, so that nothing but the program itself is needed."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

from brukerutvalg_cli.gitlager.lager import VURDERT, GitFeil, egen_fil, krokmappe, toppen
from brukerutvalg_cli.gitmappefil import skriv_i_gitmappa

NAVN = "pre-commit"
FIL = f"hooks/{NAVN}"


def skriv_krok(root: Path) -> Path | None:
    """Puts the hook in place where there is none; where it is, or None.

    Raises:
        GitFeil: when there is no repository, or git takes its hooks from somewhere else than its own folder.
        OSError: when it cannot be written.
    """
    if (krokmappe(root) / NAVN).exists():
        return None
    rot = Path(os.path.relpath(root.resolve(), toppen(root))).as_posix()
    return skriv_i_gitmappa(root, FIL, _tekst(rot, Path(sys.executable).as_posix()).encode(), 0o755)


def kan_ikke_skrives(root: Path) -> str:
    """Why the hook is not ours to put in place; nothing where it is.

    Raises:
        GitFeil: when there is no repository.
    """
    krokmappe(root)
    try:
        egen_fil(root, FIL)
    except GitFeil as error:
        return str(error)
    return ""


def krok_staar(root: Path) -> bool | None:
    """Whether a hook judges the register before a commit; None where there is one that does something else.

    Raises:
        GitFeil: when there is no repository.
    """
    path = krokmappe(root) / NAVN
    if not path.is_file():
        return False
    text = path.read_bytes()
    return True if b"brukerutvalg" in text or b"pre-commit.com" in text else None


def _tekst(rot: str, python: str) -> str:
    return f"""\
#!/bin/sh
# Skrevet av brukerutvalg. Før hver commit blir det som skal lagres, holdt opp mot mandatet.
# Den stopper bare ved feil som ikke sto der i forrige commit.
# Vil du lagre likevel:       git commit --no-verify
# Vil du ikke ha denne kroken: slett denne fila.
[ -n "${VURDERT}" ] && exit 0  # en kommando med --commit har alt sagt hva den fant
case "$0" in
  *.legacy) grep -qs brukerutvalg .pre-commit-config.yaml && exit 0 ;;  # pre-commit kjører den samme selv
esac
if command -v brukerutvalg >/dev/null 2>&1; then
  brukerutvalg --rot {shlex.quote(rot)} krok
elif [ -x {shlex.quote(python)} ]; then
  {shlex.quote(python)} -m brukerutvalg_cli --rot {shlex.quote(rot)} krok
else
  echo "Programmet brukerutvalg finnes ikke her, så registeret er ikke prøvd." >&2
fi
[ $? -ne 1 ]  # 1 er feil i registeret; noe annet er ikke registerets skyld
"""
