"""The clock: a finding that time alone has made true is never more than a warning, and this file alone knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.mandat.verdier.moetets_dager import dagen
from brukerutvalg_cli.model.mappe import Utvalgsmappe, rundestart
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetepapirer import Godkjent
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.model.vurderingsdag import veier_ulikt

GJORT = frozenset({"bekreftelse", "moetekrav"})
"""The events that are acts: somebody attests, or demands a meeting. Any other may stand there as a plan."""


def er_sann(finding: Finding, mappe: Utvalgsmappe, dato: date) -> bool:
    """Whether a breach is true by the day of evaluation, and became so before the records end."""
    return finding.since is None or finding.since <= mappe.utvalg.sant_innen(dato)


def veid(finding: Finding, nyeste: date | None) -> Finding:
    """The finding as it weighs: where only the clock has moved since the newest fact, a warning at most.

    A commit never turns red by itself.
    """
    only_time = finding.since is not None and (nyeste is None or finding.since > nyeste)
    if only_time and finding.severity is Severity.FEIL:
        return replace(finding, severity=Severity.ADVARSEL)
    return finding


def veide(
    funn: Sequence[Finding], mappe: Utvalgsmappe, dato: date, *, begynt: bool = False
) -> tuple[Finding, ...]:
    """The findings as they weigh on a day; `begynt` as in `nyeste_faktum`. Where that makes a difference, the day notes
    it."""
    if not any(finding.since for finding in funn):
        return tuple(funn)
    newest, other = (nyeste_faktum(mappe, dato, begynt=each) for each in (begynt, not begynt))
    found = tuple(veid(finding, newest) for finding in funn)
    if any(veid(finding, other) != weighed for finding, weighed in zip(funn, found, strict=True)):
        veier_ulikt(dato)
    return found


def nyeste_faktum(mappe: Utvalgsmappe, dato: date, *, begynt: bool = False) -> date | None:
    """The latest thing that was done by `dato`: held, sent, published, approved, moved, attested, decided, finished.

    Never a plan, an end or a beginning: a term, a round or an event may have been written ahead, and that its day comes
    is then only the clock. `begynt`: what had begun counts too, for who asks what a change makes when it is made.
    """
    days = (*_facts(mappe), *(_begun(mappe) if begynt else ()))
    return max((day for day in days if isinstance(day, date) and day <= dato), default=None)


def _facts(mappe: Utvalgsmappe) -> Iterator[object]:
    for moete in mappe.moeter:
        yield from _of_meeting(moete)
        for sak in moete.saker:
            yield from (punkt.fullfoert for punkt in sak.oppfoelging)
            yield from _decided_between(sak)
    yield from (h.dato for h in mappe.hendelser if h.hva in GJORT)


def _of_meeting(moete: Moete) -> Iterator[object]:
    sent, listed = kjent(moete.sendt), kjent(moete.sakliste)
    papers, became = kjent(moete.sakspapirer), kjent(moete.referat)
    if moete.status == "avholdt":
        yield moete.dato
    if sent:
        yield from (sent.innkalling, sent.sakliste, sent.sakspapirer, sent.referat)
    if listed:
        yield listed.dato
    for each in (listed, papers, became):
        published = kjent(each.publisert) if each else None
        if published:
            yield published.dato
    if became and isinstance(became.godkjent, Godkjent):
        yield dagen(moete, "godkjenning")
    yield from (moved.dato for moved in moete.flyttet)


def _decided_between(sak: Sak) -> Iterator[object]:
    decision = kjent(sak.vedtak)
    between = kjent(decision.utenom_moetet) if decision else None
    if between:
        yield between.dato


def _begun(mappe: Utvalgsmappe) -> Iterator[object]:
    """The events, the training, and the terms; but not a term that was decided before it began, or of who stands in."""
    rounds = {rundestart(h) for _, h in mappe.runder if isinstance(h.dato, date)}
    for sete in mappe.seter:
        elected = sete.valg or (sete.oppnevning and sete.oppnevning.valgt_i)
        if sete.er_periode and not elected and sete.fra not in rounds:
            yield sete.fra
    for medlem in mappe.medlemmer.values():
        yield from (had.dato for had in kjent(medlem.opplaering) or ())
    yield from (h.dato for h in mappe.hendelser)
