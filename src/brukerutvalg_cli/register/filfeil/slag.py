"""Slag: one kind of file problem – its code, its name, and the text that explains it."""

from __future__ import annotations

from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Finding, Related, Severity
from brukerutvalg_cli.funn.place import Place


class Filfeil(NamedTuple):
    """One kind of file problem: its stable code, its name, and the text that explains it."""

    code: str
    name: str
    text: str

    def finding(
        self,
        message: str,
        place: Place,
        *,
        label: str = "",
        help: str = "",
        related: tuple[Related, ...] = (),
        emne: str = "",
        severity: Severity = Severity.FEIL,
    ) -> Finding:
        """A finding of this kind: a `feil`, unless the file could be read in spite of it."""
        return Finding(
            self.code, self.name, severity, message, place, label=label, help=help, related=related, emne=emne
        )
