"""Sjekk: one built-in check – its code, its name, and the function that looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Finding, Related, Severity
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.register import Register

Regelverkene = Mapping[str, Regelverk]


class Sjekk(NamedTuple):
    """A check of the whole register. Its module's docstring is its documentation."""

    kode: str
    navn: str
    modul: str
    se_etter: Callable[[Register, Regelverkene], Iterator[Finding]]
    paa_dagen: Callable[[Register, Regelverkene, date], Iterator[Finding]] | None = None
    """What it says because a day has come; the rest is said whatever day it is."""
    om_alle: Callable[[Register, Regelverkene], Iterator[Finding]] | None = None
    """What it says of what all share, or of all councils together; the rest is of each council at hand."""


def alt_om(sjekk: Sjekk, register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """All that a check says whatever day it is."""
    yield from sjekk.se_etter(register, regelverk)
    if sjekk.om_alle:
        yield from sjekk.om_alle(register, regelverk)


def ingenting(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """What is said of each council whatever day it is, by a check that only looks at the day, or at what all share."""
    return iter(())


def funn(
    kode: str,
    navn: str,
    message: str,
    place: Place,
    *,
    utvalg: str = "",
    emne: str = "",
    label: str = "",
    help: str = "",
    related: tuple[Related, ...] = (),
    severity: Severity = Severity.FEIL,
    skjul: bool = False,
    since: date | None = None,
) -> Finding:
    """A finding of a built-in check. Without a stated weight it is a feil."""
    return Finding(
        kode,
        navn,
        severity,
        message,
        place,
        label=label,
        help=help,
        related=related,
        utvalg=utvalg,
        emne=emne,
        since=since,
        skjul=skjul,
    )
