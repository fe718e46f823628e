"""Antatt: what is assumed in a council, each with its place, and how it is named where it is confirmed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Hviler
from brukerutvalg_cli.funn.place import Place, Span
from brukerutvalg_cli.model.antakelse import Antakelse
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.ord.antatt_i_ord import antatt_i_ord
from brukerutvalg_cli.ord.i_ord import Her
from brukerutvalg_cli.rapport.i_ord import sted
from brukerutvalg_cli.rapport.skjerm import Skjerm
from brukerutvalg_cli.tegn import one_line

Finn = Callable[[Place], Span | None]
"""Where a place is in the text of its file."""


class Antatt(NamedTuple):
    """One assumption: the council, how the fact is named, what is assumed in words, and where it stands."""

    utvalg: str
    faktum: str
    tekst: str
    sted: str


def antatt(mappe: Utvalgsmappe, register: Register, skjerm: Skjerm, finn: Finn) -> list[Antatt]:
    """All that is assumed in the council, and of the organisations, as it may be shown."""
    her = Her(mappe, register)
    return [
        Antatt(mappe.id, faktum(each), _vist(each, her, skjerm), sted(each.place.path, finn(each.place)))
        for each in (*mappe.antakelser, *register.antatt_om_organisasjoner)
    ]


def faktum(antakelse: Antakelse) -> str:
    """How it is named on the command line: `anne-lie.side`, `anne-lie.oppnevninger.1.fra`."""
    file = antakelse.place.path.rpartition("/")[2].removesuffix(".yaml")
    return ".".join((file, *(str(s + 1) if isinstance(s, int) else s for s in antakelse.place.route)))


def tekst(found: Sequence[Antatt]) -> str:
    """One line each, and what to do about them."""
    if not found:
        return "Ingenting er antatt.\nNeste steg: brukerutvalg status\n"
    lines = [one_line(f"{each.faktum}: {each.tekst} ({each.sted})") for each in found]
    first = found[0]
    neste = f"når noen vet det: brukerutvalg antatt bekreft {first.utvalg} {first.faktum}"
    return "\n".join([*lines, f"Neste steg: {neste}", ""])


def _vist(antakelse: Antakelse, her: Her, skjerm: Skjerm) -> str:
    shown = skjerm.hviler(Hviler(antatt_i_ord((antakelse,), her)), her.mappe.id)
    return "; ".join(shown.paa) if shown else ""
