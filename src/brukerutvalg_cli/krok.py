"""Krok: what git runs before each commit. A file of a few lines, so that nothing but the program itself is needed."""

from __future__ import annotations

import os
import re
import shlex
import sys
from enum import Enum
from pathlib import Path

from brukerutvalg_cli.gitlager.kall import GitFeil
from brukerutvalg_cli.gitlager.lager import VURDERT, egen_fil, krokmappe, toppen
from brukerutvalg_cli.gitmappefil import skriv_i_gitmappa

NAVN = "pre-commit"
FIL = f"hooks/{NAVN}"
VAAR = "# Skrevet av brukerutvalg"
"""How a line of our own hook begins, and of no other."""


class Krok(Enum):
    """Who judges the register before a commit, if anybody does."""

    INGEN = "ingen"
    VAAR = "vår"
    FORELDET = "fra en annen versjon"
    EN_ANNEN = "en annen"
    """One that does something else."""


def skriv_krok(root: Path) -> Path | None:
    """Puts the hook in place where there is none, or one that another version of us wrote; where it is, or None.

    Raises:
        GitFeil: when there is no repository, or git takes its hooks from somewhere else than its own folder.
        OSError: when it cannot be written.
    """
    if krok_staar(root) not in (Krok.INGEN, Krok.FORELDET):
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


def krok_staar(root: Path) -> Krok:
    """Which hook there is.

    Raises:
        GitFeil: when there is no repository.
        OSError: when it cannot be read.
    """
    path = krokmappe(root) / NAVN
    if not path.exists():
        return Krok.INGEN
    if not path.is_file():
        return Krok.EN_ANNEN
    text = path.read_text(encoding="utf-8", errors="replace")
    if any(line.startswith(VAAR) for line in text.splitlines()):
        return Krok.VAAR if re.fullmatch(_enhver(), text) else Krok.FORELDET
    return Krok.VAAR if "brukerutvalg" in text or "pre-commit.com" in text else Krok.EN_ANNEN


def _enhver() -> str:
    """Our hook, of whichever register and with whichever Python."""
    return re.escape(_tekst("ROT", "PYTHON")).replace("ROT", ".+").replace("PYTHON", ".+")


def _tekst(rot: str, python: str) -> str:
    return f"""\
#!/bin/sh
{VAAR}, og skrives på nytt av «brukerutvalg doctor --rett».
# Før hver commit blir det som skal lagres, holdt opp mot mandatet.
# Den stopper bare ved feil som ikke sto der i forrige commit, og når det ikke kan prøves.
# Vil du lagre likevel:       git commit --no-verify
# Vil du ikke ha denne kroken: slett denne fila.
[ -n "${VURDERT}" ] && exit 0  # en kommando med --commit har alt sagt hva den fant
case "$0" in
  *.legacy) grep -qs brukerutvalg .pre-commit-config.yaml && exit 0 ;;  # pre-commit kjører den samme selv
esac
python={shlex.quote(python)}
if command -v brukerutvalg >/dev/null 2>&1; then
  brukerutvalg --rot {shlex.quote(rot)} krok
elif [ -x "$python" ] && "$python" -c 'import brukerutvalg_cli' 2>/dev/null; then
  "$python" -m brukerutvalg_cli --rot {shlex.quote(rot)} krok
else
  echo "Stoppet: programmet brukerutvalg finnes ikke her, så det som skal lagres, er ikke prøvd. Installer det og \
skriv «brukerutvalg doctor --rett», eller lagre likevel med «git commit --no-verify»." >&2
  exit 1
fi
svar=$?
if [ "$svar" -gt 3 ]; then  # ellers har programmet selv sagt hvorfor
  echo "Stoppet: programmet brukerutvalg ble avbrutt, så det som skal lagres, er ikke prøvd. Prøv igjen, eller lagre \
likevel med «git commit --no-verify»." >&2
fi
exit "$svar"
"""
