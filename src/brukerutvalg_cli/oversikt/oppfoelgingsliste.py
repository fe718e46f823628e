"""Oppfølgingsliste: what somebody took upon themselves, in all meetings; what is due first, first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.model.sak import Oppfoelging
from brukerutvalg_cli.model.traad import fristen
from brukerutvalg_cli.model.verdier import Ukjent, kjent
from brukerutvalg_cli.ord.i_ord import Her
from brukerutvalg_cli.oversikt.bilde import tittel
from brukerutvalg_cli.oversikt.soek import Soek
from brukerutvalg_cli.personvern.private_opplysninger import sladdet


class Paatatt(NamedTuple):
    """Something taken on: in which case, and its number there. Of a confidential case neither what nor by whom."""

    utvalg: str
    moete: date
    sak: str
    nummer: int
    tittel: str
    fortrolig: bool
    hva: str
    ansvarlig: str
    frist: date | None
    til_neste_moete: bool
    gjort: date | Ukjent | None
    over_frist: bool


def oppfoelgingene(her: Her, soek: Soek, dag: date, *, alle: bool) -> list[Paatatt]:
    """Those that are looked for and not done; with `alle`, the others too."""
    found = [each for each in _alle(her, soek, dag) if alle or each.gjort is None]
    return sorted(found, key=lambda p: (p.gjort is not None, p.frist or date.max, p.moete, p.sak, p.nummer))


def _alle(her: Her, soek: Soek, dag: date) -> Iterator[Paatatt]:
    for moete in her.mappe.moeter:
        for sak in moete.saker:
            for nr, entry in enumerate(sak.oppfoelging, 1):
                own = sak.model_copy(
                    update={"oppfoelging": (entry,)}
                )  # who took on another is not looked for here
                if not soek.treffer(her, moete, own, [entry.hva]):
                    continue
                due = kjent(fristen(her.mappe.moeter, moete, entry))
                closed = bool(sak.fortrolig)
                yield Paatatt(
                    her.mappe.id,
                    moete.dato,
                    sak.navn,
                    nr,
                    sladdet(tittel(sak)),
                    closed,
                    "" if closed else sladdet(entry.hva),
                    "" if closed else kjent(entry.ansvarlig) or "",
                    due,
                    bool(entry.til_neste_moete),
                    entry.fullfoert,
                    _for_sent(entry, due, dag),
                )


def _for_sent(entry: Oppfoelging, due: date | None, dag: date) -> bool:
    return entry.fullfoert is None and due is not None and due < dag
