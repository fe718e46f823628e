"""Grunnlinjefil: the file that a baseline is kept in, read whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from brukerutvalg_cli.cli.stans import Stans

if TYPE_CHECKING:
    from brukerutvalg_cli.grunnlinje import Grunnlinje

FIL = "grunnlinje.json"
"""Where it is written when nobody says another place: at the top of the register, to be saved in git with it."""
STOERST = 64 << 20
NY = "Lag en med «brukerutvalg grunnlinje skriv»"


def les(path: Path) -> Grunnlinje:
    """The baseline in a file.

    Raises:
        Stans: when there is none, or it cannot be read: nothing is then left out by mistake.
    """
    from brukerutvalg_cli.grunnlinje import Oedelagt, fra_tekst

    try:
        if path.stat().st_size > STOERST:
            raise Stans(f"grunnlinja «{path}» er for stor. {NY}")
        return fra_tekst(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise Stans(f"grunnlinja «{path}» finnes ikke. {NY}") from None
    except OSError as error:
        from brukerutvalg_cli.endring.disken import hvorfor

        raise Stans(f"grunnlinja «{path}» kan ikke leses: {hvorfor(error)}. {NY}") from None
    except (UnicodeError, Oedelagt) as error:
        why = error if isinstance(error, Oedelagt) else "den er ikke lagret som UTF-8"
        raise Stans(f"grunnlinja «{path}» kan ikke brukes: {why}. {NY}") from None
