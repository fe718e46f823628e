"""The clock: a finding that time alone has made true is never more than a warning, and this file alone knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.mandat.verdier.moetets_dager import dagen
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.mappe import Utvalgsmappe, rundestart
from brukerutvalg_cli.model.moete import Godkjent, Moete, Publisert, Referat, Sakliste, Sakspapirer, Sendt
from brukerutvalg_cli.model.sete import Sete


def er_sann(finding: Finding, mappe: Utvalgsmappe, dato: date) -> bool:
    """Whether a breach is true by the day of evaluation, and became so before the records end."""
    end = mappe.utvalg.registrert_til
    if finding.since is None:
        return True
    return finding.since <= dato and (end is None or finding.since <= end + EN_DAG)


def veid(finding: Finding, nyeste: date | None) -> Finding:
    """The finding as it weighs: where only the clock has moved since the newest fact, a warning at most.

    A commit never turns red by itself.
    """
    only_time = finding.since is not None and (nyeste is None or finding.since > nyeste)
    if only_time and finding.severity is Severity.FEIL:
        return replace(finding, severity=Severity.ADVARSEL)
    return finding


def nyeste_faktum(mappe: Utvalgsmappe, dato: date) -> date | None:
    """The latest thing that has happened by `dato`: held, sent, approved, begun, attested. Never a plan."""
    return max((day for day in _facts(mappe) if day <= dato), default=None)


def _facts(mappe: Utvalgsmappe) -> Iterator[date]:
    for moete in mappe.moeter:
        yield from (day for day in _of_meeting(moete) if isinstance(day, date))
    for sete in mappe.seter:
        yield from _begun(mappe, sete)
    for medlem in mappe.medlemmer.values():
        trained = medlem.opplaering if isinstance(medlem.opplaering, tuple) else ()
        yield from (o.dato for o in trained if isinstance(o.dato, date))
    yield from (h.dato for h in mappe.hendelser if isinstance(h.dato, date))


def _of_meeting(moete: Moete) -> Iterator[object]:
    if moete.status == "avholdt":
        yield moete.dato
    if isinstance(moete.sendt, Sendt):
        yield from (
            moete.sendt.innkalling,
            moete.sendt.sakliste,
            moete.sendt.sakspapirer,
            moete.sendt.referat,
        )
    if isinstance(moete.sakliste, Sakliste):
        yield moete.sakliste.dato
        if isinstance(moete.sakliste.publisert, Publisert):
            yield moete.sakliste.publisert.dato
    if isinstance(moete.sakspapirer, Sakspapirer) and isinstance(moete.sakspapirer.publisert, Publisert):
        yield moete.sakspapirer.publisert.dato
    if isinstance(moete.referat, Referat):
        if isinstance(moete.referat.godkjent, Godkjent):
            yield dagen(moete, "godkjenning")
        if isinstance(moete.referat.publisert, Publisert):
            yield moete.referat.publisert.dato
    for sak in moete.saker:
        yield from (punkt.fullfoert for punkt in sak.oppfoelging)


def _begun(mappe: Utvalgsmappe, sete: Sete) -> Iterator[date]:
    """A term that was decided before it began was written down then: its first day is only a plan come true. So is
    that of who stands in for one on leave.
    """
    if not sete.er_periode:
        return
    elected = sete.valg or (sete.oppnevning and sete.oppnevning.valgt_i)
    if elected or not isinstance(sete.fra, date):
        return
    decided = any(rundestart(h) == sete.fra and isinstance(h.dato, date) for _, h in mappe.runder)
    if not decided:
        yield sete.fra
