"""Innvendinger: what is strange about a change, though no mandate has anything against it. It is told before it is
written, and written where it is meant."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from brukerutvalg_cli.cli.skriving import Skriving
    from brukerutvalg_cli.endring.utkast import Filendring
    from brukerutvalg_cli.handling.filer import Postdata
    from brukerutvalg_cli.model.moete import Moete
    from brukerutvalg_cli.register.yamldata import Data

UVENTET = {"fram": 10, "tilbake": 60}
"""A day so many years from the one it is recorded on is a slip of the hand, whatever it is the day of."""
LANGT_FRAM = 2 * 366
"""A day so far ahead of the clock is a slip of the hand; a nearer one may be a script that goes through a year."""


def ikke_vaert(s: Skriving, *moeter: Moete) -> list[str]:
    """One for each of these meetings that has not been."""
    from brukerutvalg_cli.model.kalender import dag_i_ord

    return [
        f"Møtet {dag_i_ord(m.dato)} har ikke vært: Det føres {dag_i_ord(s.dag)}."
        for m in moeter
        if m.dato > s.dag
    ]


def etter_moetet(s: Skriving, moete: Moete, hva: str) -> list[str]:
    """One where what comes before a meeting is recorded on a day after it. `hva`: «sakslista føres som godkjent»."""
    from brukerutvalg_cli.model.kalender import dag_i_ord
    from brukerutvalg_cli.model.vet_av import naar_i_ord, tidligst

    day = s.deldag or s.dag
    first = None if s.uten_dag and not s.deldag else tidligst(day)
    if first is None or first <= moete.dato:
        return []
    return [
        f"Møtet {dag_i_ord(moete.dato)} har vært: {hva} {naar_i_ord(day)}. Var det en annen dag, skriver du den med "
        "--dato."
    ]


def moetedag(s: Skriving, dag: date, *, flyttes: bool = False) -> list[str]:
    """What is against a meeting on that day; who puts in what has been may do so, but nobody moves a meeting there."""
    from brukerutvalg_cli.handling.moeteplan.aaret import fridag
    from brukerutvalg_cli.model.kalender import dag_i_ord

    begins = s.mappe.utvalg.registrert_fra
    said = [f"{_stor(dag_i_ord(dag))} {why}."] if (why := fridag(dag)) else []
    if begins and dag < begins:
        said.append(f"{_stor(dag_i_ord(dag))} er før registeret begynner, {dag_i_ord(begins)}.")
    if flyttes and dag < s.dag:
        said.append(f"{_stor(dag_i_ord(dag))} har vært: Det føres {dag_i_ord(s.dag)}.")
    if (dag - s.dag).days > LANGT_FRAM:
        said.append(f"{_stor(dag_i_ord(dag))} er mer enn to år fram: Det føres {dag_i_ord(s.dag)}.")
    return said


def samme_tid(s: Skriving, dag: date, felter: Postdata, ellers_enn: Moete | None = None) -> list[str]:
    """One for each other meeting that day at the time of this one, or where nobody has said when they are."""
    from brukerutvalg_cli.handling.moete import paa_samme_tid
    from brukerutvalg_cli.model.kalender import dag_i_ord
    from brukerutvalg_cli.model.verdier import kjent

    beside = [m for m in paa_samme_tid(s.mappe, dag, felter) if m is not ellers_enn]
    when = [f" klokka {kjent(m.tid)}" if kjent(m.tid) else "" for m in beside]
    return [
        f"Det er alt et møte {dag_i_ord(dag)}{tid}. Er dette et annet, føres det ved siden av."
        for tid in when
    ]


def erstatter(hva: str, stod: object, ny: object) -> list[str]:
    """One where a day, or who, is on record already and would be another. `hva`: «Referatet er alt ført som sendt»."""
    from datetime import date

    from brukerutvalg_cli.model.deldato import Deldato
    from brukerutvalg_cli.model.verdier import Ukjent
    from brukerutvalg_cli.model.vet_av import naar_i_ord

    if stod is None or isinstance(stod, Ukjent) or stod == ny:
        return []
    when = naar_i_ord(stod) if isinstance(stod, date | Deldato) else str(stod)
    return [f"{hva} {when}. Det blir byttet ut."]


def vara_og_medlem(s: Skriving, vara: str, vara_for: str, dag: date) -> list[str]:
    """One where a deputy is a member already that day, and one where whom they are deputy of is none."""
    from brukerutvalg_cli.model.sete import MEDLEMSVERV
    from brukerutvalg_cli.nevnt import nevnte
    from brukerutvalg_cli.ord.i_ord import i_vervet, omtalt

    def plassene(who: str) -> list[str]:
        seats = (x for x in s.mappe.seter_av.get(who, ()) if x.verv in MEDLEMSVERV and not x.fortrolig)
        return [seat.verv for seat in seats if seat.har(dag) is not False]

    said = [
        f"{omtalt(vara, s.her)} sitter {i_vervet(verv, s.her)} da, og er ikke vara samtidig. Slutter personen, fører "
        f"du det først: brukerutvalg avslutt {s.mappe.id} {vara} --verv {verv}"
        for verv in plassene(vara)[:1]
    ]
    meant = {one.id for one in nevnte(vara_for, s.person.kjente)} if vara_for else set()
    if len(meant) == 1 and not plassene(who := meant.pop()):
        said.append(f"{omtalt(who, s.her)} er ikke medlem da, og kan ikke ha noen vara.")
    return said


def om_dagene(s: Skriving, endringer: Sequence[Filendring]) -> Iterator[str]:
    """One for each day that is new in the files, and so far away that another was meant: 2062 for 2026."""
    from brukerutvalg_cli.cli.skrevet import lest
    from brukerutvalg_cli.model.kalender import dag_i_ord

    before = {day for change in endringer for day in _dager(lest(change.path, change.foer))}
    after = {day for change in endringer for day in _dager(lest(change.path, change.etter))}
    first, last = s.dag.year - UVENTET["tilbake"], s.dag.year + UVENTET["fram"]
    for day in sorted(after - before):
        if not first <= day.year <= last and day != s.dag:
            yield f"{_stor(dag_i_ord(day))} er langt fra {dag_i_ord(s.dag)}. Er året rett?"


def _dager(data: Data) -> Iterator[date]:
    """Every day that stands as a value by itself; until when a case is confidential may be a lifetime away."""
    from brukerutvalg_cli.model.kalender import les_dag

    if isinstance(data, dict):
        yield from (day for key, each in data.items() if key != "fortrolig_til" for day in _dager(each))
    elif isinstance(data, list):
        yield from (day for each in data for day in _dager(each))
    elif isinstance(data, str) and data[:4].isdecimal() and (day := les_dag(data)):
        yield day


def om_dagen(s: Skriving) -> Iterator[str]:
    """What is strange about the day it is done, whatever it is."""
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.dag import klokka
    from brukerutvalg_cli.model.kalender import dag_i_ord

    ahead = (s.dag - klokka()).days
    if ahead > (0 if svar.kan_spoerre() else LANGT_FRAM):
        yield f"{_stor(dag_i_ord(s.dag))} har ikke vært ennå, og føres som dagen det ble gjort."
    begins = s.mappe.utvalg.registrert_fra
    if begins and s.dag < begins:
        yield f"{_stor(dag_i_ord(s.dag))} er før registeret begynner, {dag_i_ord(begins)}."


def _stor(text: str) -> str:
    return text[0].upper() + text[1:]
