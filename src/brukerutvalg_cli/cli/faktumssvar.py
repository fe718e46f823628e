"""Faktumssvar: which fact is meant – `anne-lie.side`, as it is printed, or by the name of whom it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from brukerutvalg_cli.cli.skriving import Skriving


def som_det_heter(s: Skriving, text: str) -> str:
    """The same with the id of the person, or the day of the meeting, as the files have it; any other as it is."""
    from brukerutvalg_cli.cli import kjente
    from brukerutvalg_cli.nevnt import nevnte

    known = [*kjente.personer(s.mappe, s.lastet.register), *kjente.moeter(s.mappe.moeter)]
    parts = text.strip().rstrip(":").split(".")
    for length in range(len(parts) - 1, 0, -1):  # there are dots in «16. november 2022», too
        found = nevnte(".".join(parts[:length]), known, fritekst=True)
        if len(found) == 1:
            return ".".join([found[0].id, *parts[length:]])
    return ".".join(parts)
