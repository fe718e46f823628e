"""Oppfølgingsliste: what somebody took upon themselves, in all meetings; what is due first, first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.sak import Oppfoelging
from brukerutvalg_cli.model.traad import kjent_frist
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.model.vet_av import Sagt, senest, vet_av
from brukerutvalg_cli.ord.i_ord import Her
from brukerutvalg_cli.oversikt.bilde import tittel
from brukerutvalg_cli.oversikt.sett_fra import sett_fra
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
    frist: date | Deldato | None
    til_neste_moete: bool
    gjort: Sagt | None
    over_frist: bool


def oppfoelgingene(her: Her, soek: Soek, dag: date, *, alle: bool) -> list[Paatatt]:
    """Those that are looked for and not done by the day; with `alle`, the others too."""
    her = her._replace(mappe=sett_fra(her.mappe, dag))
    found = [each for each in _alle(her, soek, dag) if alle or each.gjort is None]
    return sorted(
        found, key=lambda p: (p.gjort is not None, senest(p.frist) or date.max, p.moete, p.sak, p.nummer)
    )


def _alle(her: Her, soek: Soek, dag: date) -> Iterator[Paatatt]:
    for moete in her.mappe.moeter:
        for sak in moete.saker:
            for nr, entry in enumerate(sak.oppfoelging, 1):
                # Who took on another of the same case, is not looked for here.
                own = sak.model_copy(update={"oppfoelging": (entry,)})
                if not soek.treffer(her, moete, own, [entry.hva]):
                    continue
                due = kjent_frist(her.mappe.moeter, moete, entry)
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
                    vet_av(entry, "fullfoert"),
                    _for_sent(entry, due, dag),
                )


def _for_sent(entry: Oppfoelging, due: date | Deldato | None, dag: date) -> bool:
    return entry.fullfoert is None and (senest(due) or dag) < dag
