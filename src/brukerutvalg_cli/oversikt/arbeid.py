"""Arbeid: what a council's secretary has before them on a day – deadlines, terms that end, things promised, minutes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from brukerutvalg_cli.funn.finding import Severity
from brukerutvalg_cli.mandat.fristvarsel import Fristvarsel
from brukerutvalg_cli.mandat.krav.oppnevning import KravOppnevning
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetepapirer import Sakliste, Sendt
from brukerutvalg_cli.model.sete import MEDLEMSVERV, OPPNEVNT, Sete
from brukerutvalg_cli.model.tilhoerer import sitter
from brukerutvalg_cli.model.traad import kjent_frist
from brukerutvalg_cli.model.verdier import Ukjent, kjent
from brukerutvalg_cli.model.vet_av import senest, tidligst, vet_av
from brukerutvalg_cli.oversikt.bilde import (
    PLANLAGT,
    Mangel,
    Ventende,
    foert_i,
    mangler,
    neste_moete,
    ventende,
)
from brukerutvalg_cli.oversikt.publisering import er_godkjent, gjenstaar, i_kraft, kan_legges_ut
from brukerutvalg_cli.oversikt.sett_fra import sett_fra
from brukerutvalg_cli.rapport.rapport import Located, Rapport

SNART = timedelta(days=90)
"""How far ahead an ending term is told of."""

NAER = timedelta(days=14)
"""How near a deadline is that does not wait for anything else."""


class Utloep(NamedTuple):
    """A term that ends soon, or may do, with nobody appointed after it."""

    person: str
    verv: str
    til: date | Deldato


class Restanse(NamedTuple):
    """Something promised and not done: the case, the number among its follow-ups, what, by whom and by when.

    Of a confidential case (`fortrolig`) neither what nor by whom: this may be read over a shoulder.
    """

    sak: str
    nummer: int
    hva: str
    ansvarlig: str | None
    frist: date | Deldato | None
    over_frist: bool
    fortrolig: bool = False


class Ledig(NamedTuple):
    """A place in the council that nobody has: an organisation's, or a verv; from which day, where somebody had it."""

    organisasjon: str = ""
    verv: str = ""
    fra: date | None = None


class Arbeid(NamedTuple):
    """All of it, each part in the order it should be done. `neste` is the one next command.

    `liste_hel`: whether everybody is on record; without it nothing is said of places and composition.
    `ikke_foert`: the meetings that should have been, and nobody has said whether they were. Of a council that is there
    no more nothing is left but what its meetings want on record: nobody takes a place, approves or follows up.
    """

    utvalg: str
    dag: date
    frister: tuple[Fristvarsel, ...]
    funn: tuple[Located, ...]
    ledige: tuple[Ledig, ...]
    liste_hel: bool
    utloep: tuple[Utloep, ...]
    restanser: tuple[Restanse, ...]
    ikke_godkjent: tuple[date, ...]
    ikke_lagt_ut: tuple[date, ...]
    opplaering: tuple[Located, ...]
    neste: str
    neste_moete: Moete | None = None
    mangler: tuple[Mangel, ...] = ()
    ikke_foert: tuple[date, ...] = ()
    saker: tuple[Ventende, ...] = ()


def arbeid(mappe: Utvalgsmappe, rapport: Rapport, regelverk: Mapping[str, Regelverk]) -> Arbeid:
    """What lies before the secretary. `opplaering` are those of the findings that are about training."""
    dag = rapport.dato
    rapport, mappe = _til_dagen(rapport, mappe), sett_fra(mappe, dag)
    ahead = neste_moete(mappe.alle_moeter, dag)
    funn = tuple(f for f in rapport.funn if _gjelder(f, mappe))
    training = {
        (g.id, g.bestemmelse.id)
        for g in i_kraft(mappe, regelverk, dag)
        if isinstance(g.bestemmelse, KravOppnevning) and g.bestemmelse.skal_ha.spurt("opplaering")
    }
    found = Arbeid(
        mappe.id,
        dag,
        tuple(
            sorted((f for f in rapport.varsler if f.utvalg == mappe.id), key=lambda f: (f.siste_dag, f.hva))
        ),
        funn,
        tuple(_ledige(mappe, dag)),
        mappe.utvalg.medlemsliste == "fullstendig",
        tuple(sorted(_utloep(mappe, dag), key=lambda u: (senest(u.til) or dag, u.person))),
        tuple(_restanser(mappe, dag)),
        tuple(m.dato for m in mappe.avholdte if not er_godkjent(m)),
        tuple(m.dato for m in mappe.avholdte if kan_legges_ut(mappe, regelverk, m, dag)),
        tuple(f for f in funn if f.finding.kilde and f.finding.kilde[:2] in training),
        neste_kommando(mappe, rapport, regelverk),
        ahead,
        tuple(mangler(mappe, regelverk, ahead)) if ahead and not foert_i(ahead, mappe.id) else (),
        tuple(m.dato for m in mappe.moeter if m.status in PLANLAGT and m.dato < dag),
        tuple(ventende(mappe)),
    )
    if mappe.utvalg.er_nedlagt(dag):
        nothing: dict[str, Any] = dict.fromkeys(
            ("utloep", "restanser", "ikke_godkjent", "mangler", "saker"), ()
        )
        return found._replace(liste_hel=True, neste_moete=None, **nothing)
    return found


def _til_dagen(rapport: Rapport, mappe: Utvalgsmappe) -> Rapport:
    """The report without what was done wrong in meetings that had not been held by its day."""
    later = {m.path for m in mappe.moeter if m.status == "avholdt" and m.dato > rapport.dato}
    return replace(rapport, funn=tuple(f for f in rapport.funn if f.path not in later)) if later else rapport


def neste_kommando(mappe: Utvalgsmappe, rapport: Rapport, regelverk: Mapping[str, Regelverk]) -> str:
    """The one command that is next: the last meeting, then the next one, then the plan.

    A file that cannot be read comes before all. Anything else that is `feil` comes before what can wait two
    weeks, and after what cannot: a finding that is seen, and stands, must not hide the next deadline.
    """
    dag, at = rapport.dato, mappe.id
    wrong = [f.finding for f in rapport.funn if f.finding.severity is Severity.FEIL and _gjelder(f, mappe)]
    if any(finding.code < "BU100" for finding in wrong):
        return f"valider {at}"
    if after := _etter_moetet(mappe, regelverk, dag):
        return after
    if mappe.utvalg.er_nedlagt(dag):
        return f"valider {at}" if wrong else f"som-det-var {mappe.utvalg.nedlagt} {at} --vet-naa"
    ahead = neste_moete(mappe.moeter, dag)  # what a joint one wants, is for those who have it written
    before = _foer_moetet(mappe, regelverk, ahead, dag) if ahead else ""
    days = [f.siste_dag for f in rapport.varsler if ahead and (f.utvalg, f.moete) == (at, ahead.dato)]
    if ahead and before and min([*days, ahead.dato]) <= dag + NAER:
        return before
    if wrong:
        return f"valider {at}"
    if not mappe.kjente_personer and not mappe.moeter:
        return f"person ny {at}"
    if ahead is None and neste_moete(mappe.felles, dag) is None:
        return f"moeteplan {at} {dag.year + (dag.month > 8)}"
    return before or f"frister {at}"


def _etter_moetet(mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk], dag: date) -> str:
    """What the meetings that have been still want; empty where that is nothing."""
    for moete in mappe.moeter:
        if moete.status in PLANLAGT and moete.dato < dag:
            return f"oppmoete {mappe.id} {moete.navn}"
    if mappe.avholdte:
        last = mappe.avholdte[-1]
        sent = last.sendt
        if sent is None or (isinstance(sent, Sendt) and sent.referat is None):
            return f"referat {mappe.id} {last.navn}"
    for moete in mappe.avholdte[-2:]:  # the one before the last may wait for the last to approve it
        if kan_legges_ut(mappe, regelverk, moete, dag):
            return f"publisert {mappe.id} {moete.navn} referat"
    return ""


def _foer_moetet(mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk], moete: Moete, dag: date) -> str:
    """What the next meeting wants now; empty where that is nothing."""
    at = mappe.id
    if moete.status == "innkalt":
        if moete.dato == dag:
            return f"oppmoete {at} {moete.navn}"
        return gjenstaar(mappe, regelverk, moete)
    approved = moete.sakliste if isinstance(moete.sakliste, Sakliste) else None
    if not moete.saker and mappe.saker:
        return f"sak til-moete {at} {min(mappe.saker)} {moete.navn}"
    return f"innkalling {at} {moete.navn}" if approved else f"sakliste {at} {moete.navn}"


def _gjelder(funn: Located, mappe: Utvalgsmappe) -> bool:
    """Whether a finding is about this council, or about what all of them share."""
    about = funn.finding.utvalg
    return (
        about == mappe.id if about else funn.path.startswith(f"{mappe.path}/") or "/utvalg/" not in funn.path
    )


def _ledige(mappe: Utvalgsmappe, dag: date) -> Iterator[Ledig]:
    """The organisations with a place in the council and nobody in it, and the verv that nobody holds."""
    if not mappe.utvalg.finnes(dag) or not mappe.medlemsliste_hel:
        return
    sitting = [s for s in mappe.seter if s.verv in MEDLEMSVERV and s.har(dag) is not False]
    for name in kjent(mappe.utvalg.organisasjoner) or ():
        if not mappe.utvalg.med(name, dag):
            continue
        if not any(s.representerer in (name,) or isinstance(s.representerer, Ukjent) for s in sitting):
            had = (s for s in mappe.seter if s.verv in MEDLEMSVERV and s.representerer == name)
            yield Ledig(organisasjon=name, fra=_ledig_fra(had, dag))
    for verv in ("leder", "sekretaer"):
        if not sitter(mappe.seter_i.get(verv, ()), dag):
            yield Ledig(verv=verv, fra=_ledig_fra(mappe.seter_i.get(verv, ()), dag))


def _ledig_fra(seats: Iterable[Sete], dag: date) -> date | None:
    """The day after the last of these ended, where that is known. Whom only a confidential case knows of, has no day
    here."""
    ends = [
        (til, s.til) for s in seats if not s.fortrolig and (til := senest(vet_av(s, "til"))) and til < dag
    ]
    last = max((til for til, _ in ends), default=None)
    return last + EN_DAG if last and (last, last) in ends else None


def _utloep(mappe: Utvalgsmappe, dag: date) -> Iterator[Utloep]:
    for person, seats in mappe.seter_av.items():
        for sete in seats:
            if sete.fortrolig or not sete.er_periode or sete.verv not in OPPNEVNT:
                continue
            ends = vet_av(sete, "til")
            first, last = tidligst(ends), senest(ends)
            if first is None or last is None or last < dag or dag + SNART < first:
                continue
            later = (senest(vet_av(s, "fra")) for s in seats if s.verv == sete.verv and s is not sete)
            if not any(begins and begins > first for begins in later):
                yield Utloep(person, sete.verv, ends)


def _restanser(mappe: Utvalgsmappe, dag: date) -> Iterator[Restanse]:
    """Oldest meeting first."""
    for moete in mappe.moeter:
        for sak in moete.saker:
            for nr, entry in enumerate(sak.oppfoelging, 1):
                if entry.fullfoert is None:
                    due = kjent_frist(mappe.moeter, moete, entry)
                    late = (senest(due) or dag) < dag
                    if sak.fortrolig:
                        yield Restanse(sak.navn, nr, "", None, due, late, fortrolig=True)
                    else:
                        yield Restanse(sak.navn, nr, entry.hva, kjent(entry.ansvarlig), due, late)
