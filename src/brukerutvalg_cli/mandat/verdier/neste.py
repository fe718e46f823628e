"""NESTE: the next time something happens – `neste moete`, `neste aarsmoete` – after whatever it is counted from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic_core import PydanticCustomError

from brukerutvalg_cli.mandat.verdier.frist_i_ord import det
from brukerutvalg_cli.mandat.verdier.hendt import MOETE, gjorte
from brukerutvalg_cli.mandat.verdier.hva import les_hva
from brukerutvalg_cli.mandat.verdier.spenn import Spenn
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.verdier import UKJENT

_PATTERN = re.compile(r"neste ([a-z][a-z0-9_-]*)")
NESTE_SKJEMA: dict[str, Any] = {"title": "NESTE", "type": "string", "pattern": f"^{_PATTERN.pattern}$"}


@dataclass(frozen=True, slots=True)
class Neste:
    """The first of a sort that comes after a day."""

    hva: str

    def etter(self, dag: date, mappe: Utvalgsmappe, dato: date = date.max) -> Spenn:
        """Until the first that came after this day, or may have come, for all that can be read, by `dato`."""
        days, unread = _dagene(self.hva, mappe)
        following = min((day for day in days if day > dag), default=None)
        last = following or dato
        perhaps = (day or dag + EN_DAG for day in unread)
        return Spenn(None, following, min((day for day in perhaps if dag < day <= last), default=None))

    def er_foert(self, mappe: Utvalgsmappe) -> bool:
        """Whether any of the sort is on record."""
        return any(map(bool, _dagene(self.hva, mappe)))

    def __str__(self) -> str:
        return f"neste {det(self.hva)}"


def les_neste(value: Any) -> Neste:
    """The next of a sort, from its text.

    Raises:
        PydanticCustomError: `feil_neste`, or `feil_hva` for a sort that is nearly a word of the language.
    """
    if isinstance(value, Neste):
        return value
    if isinstance(value, str) and (match := _PATTERN.fullmatch(value)):
        return Neste(les_hva(match[1]))
    raise PydanticCustomError("feil_neste", "det neste av noe skrives slik: neste moete")


def _dagene(hva: str, mappe: Utvalgsmappe) -> tuple[list[date], list[date | None]]:
    """The days on which it is known to have happened, and those of what may be one more (None: any day)."""
    if hva == MOETE:
        return [moete.dato for moete in mappe.avholdte], list(mappe.uleste_moeter)
    found = gjorte(hva, mappe)
    unknown = [None for hendt in found.alle if hendt.dag is UKJENT]
    return [h.dag for h in found.alle if isinstance(h.dag, date)], [*unknown, *found.uleste]
