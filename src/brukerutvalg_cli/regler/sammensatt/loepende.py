"""A composition judged every day: from one change of people to the next, a lasting breach once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
from brukerutvalg_cli.model.kandidat import Kandidat
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent, kjent
from brukerutvalg_cli.model.visshet import Visshet, alle, noen
from brukerutvalg_cli.regler.om_sete import emner, fraviker, valgt_at
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.sammensatt import ved_valg
from brukerutvalg_cli.regler.sammensatt.deler import Hele
from brukerutvalg_cli.regler.sammensatt.krav import Krav, Tilstede
from brukerutvalg_cli.regler.sammensatt.savnet import savnet
from brukerutvalg_cli.regler.verdier.hvem import mangler_folketall
from brukerutvalg_cli.regler.verdier.telling import Telling
from brukerutvalg_cli.regler.vurdering import Utfall, Vurdering


def paa_dag(krav: Krav, utvalg: UtvalgIPeriode, dag: date) -> list[Tilstede]:
    """Everyone in the group on this day, and those of whom it is not known."""
    found = []
    for person, held in sorted(_seats(utvalg, krav.vervene).items()):
        der = noen(sete.dekker(dag) for sete in held)
        if der is False:
            continue
        seen = _seen(utvalg, person, held, dag)
        der = alle((der, krav.med(seen)))
        if der is not False:
            found.append(Tilstede(seen, der))
    return found


def noen_der(krav: Krav, utvalg: UtvalgIPeriode, dag: date) -> Visshet:
    """Whether there is somebody on this day, so that the group is judged."""
    if krav.holdes_av == krav.vervene:
        return noen(person.der for person in paa_dag(krav, utvalg, dag))
    return noen(s.dekker(dag) for held in _seats(utvalg, krav.holdes_av).values() for s in held)


@dataclass(slots=True)
class _Forloep:
    """One part from day to day: its count, and what has been said of it so far."""

    telling: Telling
    broken: bool = False
    valg: str = ""
    """The election that broke it, when the same is so still."""
    unsure: bool = False
    held: bool = False
    """Whether there has been a day on which it was judged, and kept."""
    said: list[Vurdering] = field(default_factory=list)


def vurder(krav: Krav, utvalg: UtvalgIPeriode, inndeling: Hele) -> Iterator[Vurdering]:
    """Every part of the council, from the first seat to the day of evaluation.

    What cannot be judged for an election alone is said of that election.
    """
    said = _fra_dag_til_dag(krav, utvalg, inndeling)
    if unclear := ved_valg.uklare(krav, utvalg):
        without = replace(utvalg, mappe=utvalg.mappe.uten_valg(unclear))
        others = _fra_dag_til_dag(krav, without, krav.inndeling(without))
        unsure = {v.emne for v in others if v.utfall is Utfall.UVISST}
        said = (v for v in said if v.utfall is not Utfall.UVISST or v.emne in unsure)
    yield from said


def _fra_dag_til_dag(krav: Krav, utvalg: UtvalgIPeriode, inndeling: Hele) -> Iterator[Vurdering]:
    elections = (v for v in utvalg.mappe.valghandlinger if krav.er_valgt_organ and v.valg.verv == krav.blant)
    known = (v for v in elections if v.valg.valgt is not UKJENT)
    begun = ((v, v.valg.fra) for v in known if isinstance(v.valg.fra, date))
    elected = {
        frozenset(p.hvem.id for p in ved_valg.medlemmer(krav, utvalg, v, day)): v.sak.nr for v, day in begun
    }
    parts = {part: _Forloep(Telling(krav.plasser)) for part in inndeling.deler}
    before: Visshet | str = "not yet begun"
    for day, touched, present, finnes in _days(krav, utvalg, inndeling, parts):
        judged = elected.get(frozenset(present), "") if krav.er_valgt_organ else ""  # at the case, and once
        everything = finnes != before or krav.er_valgt_organ
        for part in parts if everything else touched:
            _vurder(krav, utvalg, inndeling, part, parts[part], day, finnes, judged)
        before = finnes
    for forloep in parts.values():
        yield from forloep.said
        if forloep.held:
            yield krav.bestemmelse.holdt()


def _vurder(
    krav: Krav,
    utvalg: UtvalgIPeriode,
    inndeling: Hele,
    part: str,
    forloep: _Forloep,
    day: date,
    finnes: Visshet,
    judged: str,
) -> None:
    holds = krav.bedoem(forloep.telling, finnes, aapen=utvalg.mappe.kan_ha_flere(krav.vervene, day))
    there = inndeling.finnes(part, day)
    if there is False:
        holds = True
    elif there is None or _election_unread(krav, utvalg):
        holds = holds or None  # perhaps there is nothing to judge
    if holds is False and not judged and not forloep.broken:
        found = _broken(krav, utvalg, inndeling, part, day, forloep.telling)
        forloep.said.append(found._replace(fortsetter=forloep.valg))
    elif holds is None and not judged and not forloep.unsure:
        emne = " ".join(filter(None, (krav.blant, part)))
        place, text = _uncounted(krav, utvalg) or (
            utvalg.binding_at(),
            _unknown(krav, utvalg, inndeling, part, day, forloep.telling),
        )
        forloep.said.append(krav.bestemmelse.uvisst(place, text, emne))
        forloep.unsure = True
    elif holds and there and krav.bedoemmes(finnes):
        forloep.held = True
    forloep.broken = (holds is False and not judged) or (forloep.broken and holds is None)
    if judged or holds:
        forloep.valg = krav.emne(judged, part) if holds is False else ""


def _days(
    krav: Krav, utvalg: UtvalgIPeriode, inndeling: Hele, parts: dict[str, _Forloep]
) -> Iterator[tuple[date, Collection[str], dict[str, Visshet], Visshet]]:
    """The days on which a count may change, in which parts, who is there, and whether it is judged at all.

    People are moved in and out, never counted anew.
    """
    seats = _seats(utvalg, krav.vervene)
    wider = krav.holdes_av != krav.vervene
    around = _seats(utvalg, krav.holdes_av) if wider else seats
    last = min(utvalg.dato, utvalg.til or utvalg.dato)
    shifts = inndeling.skifter()
    changes = _changes(utvalg, inndeling, around, shifts, last)
    counted: dict[str, list[tuple[str, Visshet, list[Visshet]]]] = {}
    present: dict[str, Visshet] = {}
    there: dict[str, Visshet] = {} if wider else present
    for day in sorted(changes):
        touched = set(shifts.get(day, ()))
        for person in sorted(changes[day]):
            for part, der, hits in counted.pop(person, ()):
                parts[part].telling.tell(der, hits, step=-1)
                touched.add(part)
            present.pop(person, None)
            if wider:
                there[person] = noen(sete.dekker(day) for sete in around[person])
            held = seats.get(person, [])
            der = noen(sete.dekker(day) for sete in held)
            if der is False:
                continue
            seen = _seen(utvalg, person, held, day)
            der = alle((der, krav.med(seen)))
            if der is False:
                continue
            present[person] = der
            counted[person] = _counted(krav, inndeling, seen, day, der)
            for part, claim, hits in counted[person]:
                parts[part].telling.tell(claim, hits)
                touched.add(part)
        yield day, touched, present, noen(there.values())


def _counted(
    krav: Krav, inndeling: Hele, hvem: Kandidat, day: date, der: Visshet
) -> list[tuple[str, Visshet, list[Visshet]]]:
    """The parts the person is in (or perhaps), and which lines count them there."""
    hits = krav.treff(hvem)
    claims = ((part, alle((der, inndeling.har(part, hvem, day)))) for part in inndeling.aktuelle(hvem))
    return [(part, claim, hits) for part, claim in claims if claim is not False]


def _changes(
    utvalg: UtvalgIPeriode,
    inndeling: Hele,
    seats: dict[str, list[Sete]],
    shifts: Mapping[date, frozenset[str]],
    last: date,
) -> dict[date, set[str]]:
    """Who may come, go or change on which day, inside the period; the first day has everybody."""
    begun = (s.fra for held in seats.values() for s in held if isinstance(s.fra, date))
    first = utvalg.fra or min((*begun, *shifts), default=last)
    if first > last:
        return {}
    changes: dict[date, set[str]] = defaultdict(set)
    changes[first].update(seats)
    followers = {person for person, held in seats.items() if any(map(inndeling.flytter_med, held))}
    for day in shifts:
        if first < day <= last:
            changes[day] |= followers
    for person in seats:
        edges = [day for s in utvalg.mappe.seter_av[person] for day in (s.fra, _after(s.til))]
        medlem = utvalg.mappe.medlemmer.get(person)
        offices = (kjent(medlem.funksjon) if medlem else None) or ()
        edges += [day for f in offices for day in (f.fra, _after(f.til))]
        for edge in edges:
            if isinstance(edge, date) and first < edge <= last:
                changes[edge].add(person)
    return changes


def _after(til: date | Ukjent | None) -> date | None:
    return til + EN_DAG if isinstance(til, date) else None


def _seats(utvalg: UtvalgIPeriode, vervene: frozenset[str] | None) -> dict[str, list[Sete]]:
    found: dict[str, list[Sete]] = defaultdict(list)
    for verv, held in utvalg.mappe.seter_i.items():
        if vervene is None or verv in vervene:
            for sete in held:
                found[sete.person].append(sete)
    return found


def _seen(utvalg: UtvalgIPeriode, person: str, held: list[Sete], day: date) -> Kandidat:
    sete = next((s for s in held if s.dekker(day) is not False), None)
    return utvalg.kandidat(person, day, sete)


def _broken(
    krav: Krav, utvalg: UtvalgIPeriode, inndeling: Hele, part: str, day: date, telling: Telling
) -> Vurdering:
    folk = [p for p in paa_dag(krav, utvalg, day) if inndeling.har(part, p.hvem, day) is not False]
    too_many = _one_too_many(krav, utvalg, day, telling, folk)
    elected_at = valgt_at(too_many) if too_many else None
    return krav.bestemmelse.brutt(
        elected_at or (too_many.at() if too_many else inndeling.mangel_at(part, day)),
        krav.funn(telling, part, f"fra {dato_i_ord(day)} har"),
        " ".join(filter(None, (krav.blant, part, str(day)))),
        emner=(str(day), *(emner(too_many) if too_many and elected_at else ())),
        label=krav.hvem_er_hvem(folk) if krav.er_valgt_organ else "",
        help=krav.rettelse(telling, folk),
        since=day,
        fraviker=fraviker(too_many) if too_many and elected_at else (),
    )


def _one_too_many(
    krav: Krav, utvalg: UtvalgIPeriode, day: date, telling: Telling, folk: list[Tilstede]
) -> Sete | None:
    """The seat begun that day by one who is counted on a line with too many."""
    over = [
        nr
        for nr, line in enumerate(telling.linjer)
        if line.minst
        and telling.dom(nr) is False
        and krav.plasser[nr].for_mange(line.minst, telling.i_alt.minst)
    ]
    seats = _seats(utvalg, krav.vervene)
    for person in folk if over else ():
        hits = krav.treff(person.hvem)
        begun = _begun(krav, seats[person.hvem.id], day)
        if begun and any(hits[nr] for nr in over):
            return begun
    return None


def _begun(krav: Krav, seats: list[Sete], day: date) -> Sete | None:
    """The seat that begins that day; of several, one in a verv that makes one of the group."""
    verv = (krav.utvalgt.verv if krav.utvalgt else None) or ()
    return min((s for s in seats if s.fra == day), key=lambda s: s.verv not in verv, default=None)


def _election_unread(krav: Krav, utvalg: UtvalgIPeriode) -> bool:
    """Whether the body may have been elected, and judged, at a meeting that could not be read."""
    return krav.er_valgt_organ and bool(utvalg.mappe.uleste_moeter)


def _uncounted(krav: Krav, utvalg: UtvalgIPeriode) -> tuple[Place, str] | None:
    """The municipality of which nobody has recorded how many live there, where that is what decides."""
    if not any(plass.om_folketall for plass in krav.plasser):
        return None
    bodies = {s.representerer for held in _seats(utvalg, krav.vervene).values() for s in held}
    known = utvalg.register.organisasjoner
    lacking = sorted(name for name in bodies if isinstance(name, str) and name in known)
    first = next((name for name in lacking if mangler_folketall(known[name])), None)
    text = f"folketallet i {known[first].navn} («innbyggere») er ikke ført" if first else ""
    return (Place("records/organisasjoner.yaml", (first,)), text) if first else None


def _unknown(
    krav: Krav, utvalg: UtvalgIPeriode, inndeling: Hele, part: str, day: date, telling: Telling
) -> str:
    if _election_unread(krav, utvalg):
        return f"en møtefil kan ikke leses, og der kan {krav.hva(part)} være valgt"
    if utvalg.mappe.kan_ha_flere(krav.vervene):
        return f"medlemslista er ikke fullstendig, så {krav.hva(part)} kan ikke telles"
    folk = [p for p in paa_dag(krav, utvalg, day) if inndeling.har(part, p.hvem, day) is not False]
    said = savnet(krav, folk, telling, inndeling, part, day)
    return said or f"det er ukjent hvem noen i {krav.hva(part)} sitter for"
