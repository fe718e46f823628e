"""A composition judged every day: from one change of people to the next, a lasting breach once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.kandidat import Kandidat
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.verdier import Ukjent, kjent
from brukerutvalg_cli.model.visshet import Visshet, alle, noen
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.sammensatt import ved_valg
from brukerutvalg_cli.regler.sammensatt.krav import Krav, Tilstede
from brukerutvalg_cli.regler.verdier.telling import Telling, treff
from brukerutvalg_cli.regler.vurdering import Vurdering

EN_DAG = timedelta(days=1)


def paa_dag(krav: Krav, utvalg: UtvalgIPeriode, dag: date) -> list[Tilstede]:
    """Everyone in the group on this day, and those of whom it is not known."""
    found = []
    for person, held in sorted(_seats(krav, utvalg).items()):
        der = noen(sete.dekker(dag) for sete in held)
        if der is not False:
            found.append(Tilstede(_seen(utvalg, person, held, dag), der))
    return found


def vurder(krav: Krav, utvalg: UtvalgIPeriode, parts: tuple[str, ...]) -> Iterator[Vurdering]:
    """Every part of the council, from the first seat to the day of evaluation."""
    elections = (v for v in utvalg.mappe.valghandlinger if krav.er_valgt_organ and v.valg.verv == krav.blant)
    elected = {frozenset(p.hvem.id for p in ved_valg.medlemmer(krav, utvalg, v)) for v in elections}
    for part in parts:
        yield from _vurder(krav, utvalg, part, elected)


def _vurder(
    krav: Krav, utvalg: UtvalgIPeriode, part: str, elected: set[frozenset[str]]
) -> Iterator[Vurdering]:
    aapen = not utvalg.mappe.medlemsliste_hel
    broken = unsure = False
    for day, telling, present in _days(krav, utvalg, part):
        if not present:  # nobody to judge
            broken = False
            continue
        holds = krav.holder(telling, aapen=aapen)
        if True not in present.values() or _election_unread(krav, utvalg):
            holds = holds or None  # perhaps there is nothing to judge
        judged = krav.er_valgt_organ and frozenset(present) in elected  # at the case, and once
        if holds is False and not judged and not broken:
            yield _broken(krav, utvalg, part, day, telling)
        elif holds is None and not judged and not unsure:
            emne = " ".join(filter(None, (krav.blant, part)))
            yield krav.bestemmelse.uvisst(utvalg.binding_at(), _unknown(krav, utvalg, part), emne)
            unsure = True
        broken = (holds is False and not judged) or (broken and holds is None)  # until it is known to be well


def _days(
    krav: Krav, utvalg: UtvalgIPeriode, part: str
) -> Iterator[tuple[date, Telling, dict[str, Visshet]]]:
    """The count on each day on which it may change. People are moved in and out, never counted anew."""
    seats = _seats(krav, utvalg)
    last = min(utvalg.dato, utvalg.til or utvalg.dato)
    changes = _changes(utvalg, seats, last)
    telling = Telling(krav.plasser)
    counted: dict[str, tuple[Visshet, list[Visshet]]] = {}
    present: dict[str, Visshet] = {}
    for day in sorted(changes):
        for person in sorted(changes[day]):
            if person in counted:
                telling.tell(*counted.pop(person), step=-1)
                present.pop(person, None)
            der = noen(sete.dekker(day) for sete in seats[person])
            if der is False:
                continue
            seen = _seen(utvalg, person, seats[person], day)
            counted[person] = (
                alle((der, krav.i_del(seen, part))),
                treff(krav.plasser, seen, utvalg.mappe.utvalg),
            )
            telling.tell(*counted[person])
            present[person] = der
        yield day, telling, present


def _changes(utvalg: UtvalgIPeriode, seats: dict[str, list[Sete]], last: date) -> dict[date, set[str]]:
    """Who may come, go or change on which day, inside the period; the first day has everybody."""
    changes: dict[date, set[str]] = defaultdict(set)
    first = utvalg.fra or min(
        (s.fra for held in seats.values() for s in held if isinstance(s.fra, date)), default=last
    )
    for person in seats:
        changes[first].add(person)
        edges = [day for s in utvalg.mappe.seter_av[person] for day in (s.fra, _after(s.til))]
        medlem = utvalg.mappe.medlemmer.get(person)
        offices = (kjent(medlem.funksjon) if medlem else None) or ()
        edges += [day for f in offices for day in (f.fra, _after(f.til))]
        for day in edges:
            if isinstance(day, date) and first < day <= last:
                changes[day].add(person)
    return changes if first <= last else {}


def _after(til: date | Ukjent | None) -> date | None:
    return til + EN_DAG if isinstance(til, date) else None


def _seats(krav: Krav, utvalg: UtvalgIPeriode) -> dict[str, list[Sete]]:
    found: dict[str, list[Sete]] = defaultdict(list)
    for verv, held in utvalg.mappe.seter_i.items():
        if krav.vervene is None or verv in krav.vervene:
            for sete in held:
                found[sete.person].append(sete)
    return found


def _seen(utvalg: UtvalgIPeriode, person: str, held: list[Sete], day: date) -> Kandidat:
    sete = next((s for s in held if s.dekker(day) is not False), None)
    return utvalg.kandidat(person, day, sete)


def _broken(krav: Krav, utvalg: UtvalgIPeriode, part: str, day: date, telling: Telling) -> Vurdering:
    folk = [p for p in paa_dag(krav, utvalg, day) if krav.i_del(p.hvem, part) is not False]
    begun = next((s for held in _seats(krav, utvalg).values() for s in held if s.fra == day), None)
    too_many = any(
        line.minst
        and telling.dom(nr) is False
        and not krav.plasser[nr].oppfylt(line.minst + 1, telling.i_alt.minst + 1)
        for nr, line in enumerate(telling.linjer)
    )
    return krav.bestemmelse.brutt(
        begun.at() if begun and too_many else utvalg.binding_at(),
        krav.funn(telling, part, f"fra {dato_i_ord(day)} har"),
        " ".join(filter(None, (krav.blant, part, str(day)))),
        label=krav.hvem_er_hvem(folk, utvalg.mappe.utvalg) if krav.er_valgt_organ else "",
        help=krav.rettelse(telling, folk, utvalg.mappe.utvalg),
        since=day,
    )


def _election_unread(krav: Krav, utvalg: UtvalgIPeriode) -> bool:
    """Whether the body may have been elected, and judged, at a meeting that could not be read."""
    return krav.er_valgt_organ and bool(utvalg.mappe.uleste_moeter)


def _unknown(krav: Krav, utvalg: UtvalgIPeriode, part: str) -> str:
    if _election_unread(krav, utvalg):
        return f"en møtefil kan ikke leses, og der kan {krav.hva(part)} være valgt"
    if not utvalg.mappe.medlemsliste_hel:
        return f"medlemslista er ikke fullstendig, så {krav.hva(part)} kan ikke telles"
    return f"det er ukjent hvem noen i {krav.hva(part)} sitter for"
