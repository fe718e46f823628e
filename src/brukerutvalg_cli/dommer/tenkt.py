"""Tenkt: the register as it would be after an election or a reappointment that has not happened.

What may be done is not a second set of rules: the thought-of event is put into the register, the same
provisions are run, and what they say that they did not say before is the answer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from brukerutvalg_cli.dommer.dom import Dom
from brukerutvalg_cli.dommer.driver import doem
from brukerutvalg_cli.dommer.hviler import Kilder, Merk
from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.avloesning import Termin, Valgforslag, slutter, terminen
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.medlem import Medlem, Oppnevning
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sak import Sak, Valg
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.valghandling import OPPNEVNES
from brukerutvalg_cli.model.vet_av import Sagt, senest, vet_av

TENKT = "0/"
"""How the number of a case begins that there is not: no council has a case number nought."""


class Utslag(NamedTuple):
    """What the provisions say of a thought-of event, and did not say without it."""

    brudd: tuple[Finding, ...] = ()
    uvurdert: tuple[Finding, ...] = ()
    fraveket: tuple[Finding, ...] = ()


def med_valg(mappe: Utvalgsmappe, forslag: Valgforslag) -> Utvalgsmappe:
    """The council after the election, at the meeting of that day where there is one.

    The pages say then what they will say when it is written down: those elected have their term, and those
    they take over from are done.
    """
    case = f"{TENKT}{_tenkte(mappe)}"
    people = dict(mappe.medlemmer)
    for sete, til in slutter(mappe, forslag):
        people[sete.person] = _ended(people[sete.person], sete, til)
    for person in forslag.valgt:
        if person in people:
            people[person] = _elected(people[person], forslag, terminen(mappe, forslag, person), case)
    valg = Valg.model_construct(
        verv=forslag.verv,
        valgt=forslag.valgt,
        fra=forslag.fra,
        til=forslag.til,
        supplerer=forslag.supplerer,
        fraviker=forslag.fraviker,
    )
    return _med_sak(_anew(mappe, medlemmer=people), forslag.dag, (valg,))


def _ended(medlem: Medlem, sete: Sete, til: Sagt | None) -> Medlem:
    """The page with one term over on a day, or never begun."""
    changed = {"tiltraadt": False} if til is None else {"til": til}
    return _med_termin(medlem, medlem.oppnevninger[sete.nr].model_copy(update=changed), sete.nr)


def _elected(medlem: Medlem, forslag: Valgforslag, term: Termin, case: str) -> Medlem:
    """The page with the term of one who is elected: a new one, or what was there from the same day."""
    new = Oppnevning.model_construct(verv=forslag.verv, fra=forslag.fra)
    own = new if term.nr is None else medlem.oppnevninger[term.nr]
    elected = {"til": term.til, "tiltraadt": term.tiltraadt, "valgt_i": case}
    return _med_termin(medlem, own.model_copy(update=elected), term.nr)


def _med_termin(medlem: Medlem, term: Oppnevning, nr: int | None = None) -> Medlem:
    """The page with one term more, or one in the place of another."""
    terms = list(medlem.oppnevninger)
    if nr is None:
        terms.append(term)
    else:
        terms[nr] = term
    return medlem.model_copy(update={"oppnevninger": tuple(terms)}).lagt_i(medlem.path)


def foer_valget(mappe: Utvalgsmappe, forslag: Valgforslag) -> Utvalgsmappe:
    """The council with the meeting and the case, and nobody elected yet: what they lack is no fault of the election."""
    return _med_sak(mappe, forslag.dag, ())


def som_om_de_fortsetter(mappe: Utvalgsmappe, forslag: Valgforslag) -> Utvalgsmappe | None:
    """The council with its last members and deputies sitting on, where nobody is appointed yet for the term.

    None where somebody is, or nobody ever was. Alone on the first day, a new leader would be the whole council.
    """
    members = mappe.seter_i.get("medlem", ())
    latest = (senest(vet_av(s, "til")) for s in members)
    ends = [til for til in latest if til and til < forslag.fra]
    if forslag.verv in OPPNEVNES or not ends or any(s.dekker(forslag.fra) is not False for s in members):
        return None
    last = max(ends)
    people = {
        person: medlem.model_copy(
            update={"oppnevninger": tuple(_going_on(medlem.oppnevninger, last, forslag.til))}
        ).lagt_i(medlem.path)
        for person, medlem in mappe.medlemmer.items()
    }
    return _anew(mappe, medlemmer=people)


def _going_on(terms: Iterable[Oppnevning], last: date, til: date | None) -> Iterator[Oppnevning]:
    for term in terms:
        ended = term.verv in OPPNEVNES and senest(vet_av(term, "til")) == last
        yield term.model_copy(update={"til": til}) if ended else term


def _med_sak(mappe: Utvalgsmappe, dag: date, valg: tuple[Valg, ...]) -> Utvalgsmappe:
    return med_saker(mappe, dag, [valg], _tenkte(mappe))


def med_saker(
    mappe: Utvalgsmappe, dag: date, saker: Sequence[Sequence[Valg]], foerste: int = 0
) -> Utvalgsmappe:
    """The council with cases of election dealt with on a day, numbered from the first."""
    numbers = [f"{TENKT}{nr}" for nr in range(foerste, foerste + len(saker))]
    cases = tuple(
        Sak.model_construct(nr=number, tittel="Valg", type="valg", valg=tuple(valg))
        for number, valg in zip(numbers, saker, strict=True)
    )
    planned = next((m for m in mappe.moeter if m.dato == dag and m.status != "avlyst"), None)
    if planned is None:
        new = Moete.model_construct(dato=dag, status="planlagt", saker=cases)
        meetings = [*mappe.moeter, new.lagt_i(f"{mappe.path}/moeter/{dag}.yaml")]
    else:
        held = planned.model_copy(update={"saker": (*planned.saker, *cases)}).lagt_i(planned.path)
        meetings = [held if m is planned else m for m in mappe.moeter]
    in_order = tuple(sorted(meetings, key=lambda m: m.dato))
    return _anew(mappe, moeter=in_order, tenkt=mappe.tenkt | frozenset(numbers))


def med_sider(
    mappe: Utvalgsmappe, sider: Mapping[str, Medlem], tenkt: frozenset[str] = frozenset()
) -> Utvalgsmappe:
    """The council with other pages for some; `tenkt`: the case named by those of the terms that are thought of."""
    return _anew(mappe, medlemmer={**mappe.medlemmer, **sider}, tenkt=mappe.tenkt | tenkt)


def _tenkte(mappe: Utvalgsmappe) -> int:
    """How many cases are thought of already."""
    return sum(sak.navn.startswith(TENKT) for moete in mappe.moeter for sak in moete.saker)


def utslag(
    register: Register,
    regelverk: Mapping[str, Regelverk],
    before: Utvalgsmappe,
    after: Utvalgsmappe,
    dag: date,
) -> Utslag:
    """What is said of the council after that was not said before, as of this day."""
    return nytt(doemt(register, regelverk, before, dag), doemt(register, regelverk, after, dag))


def nytt(then: Dom, now: Dom) -> Utslag:
    """What is said now that was not said then."""
    said = {_key(f) for f in (*then.findings, *then.fortsatt)}
    unsure = {(u.kilde, u.emne) for u in then.uvurdert}
    unsure |= {(f.kilde, f.emne) for f in then.findings if f.kilde}  # it was broken: perhaps it is so no more
    departed = {(f.kilde, f.emne) for f in then.fraveket}
    return Utslag(
        tuple(f for f in (*now.findings, *now.fortsatt) if _key(f) not in said),
        tuple(u for u in now.uvurdert if (u.kilde, u.emne) not in unsure),
        tuple(f for f in now.fraveket if (f.kilde, f.emne) not in departed),
    )


def bare(regelverk: Mapping[str, Regelverk], slag: Collection[str]) -> dict[str, Regelverk]:
    """The same rule sets with no other kinds of provision than these."""
    return {name: _only(rules, slag) for name, rules in regelverk.items()}


def _only(rules: Regelverk, slag: Collection[str]) -> Regelverk:
    # A provision that replaces an inherited one goes on replacing it: as one that says nothing.
    kept = tuple(b for b in rules.bestemmelser if getattr(b, "regel", "") in slag or rules.bygger_paa)
    return rules.model_copy(update={"bestemmelser": kept}).lagt_i(rules.path)


def bare_bestemmelser(regelverk: Mapping[str, Regelverk], navn: Collection[str]) -> dict[str, Regelverk]:
    """The same rule sets with no other provisions than those of these ids, replaced ones too."""
    return {
        name: rules.model_copy(
            update={"bestemmelser": tuple(b for b in rules.bestemmelser if b.id in navn)}
        ).lagt_i(rules.path)
        for name, rules in regelverk.items()
    }


def doemt(
    register: Register,
    regelverk: Mapping[str, Regelverk],
    mappe: Utvalgsmappe,
    dag: date,
    *,
    hviler: Merk = "ingenting",
    kilder: Kilder = None,
) -> Dom:
    """What the provisions, or only these of them, say of the council, thought of or not."""
    # What lies after the last day on record is judged too: it is about that the question is.
    endless = mappe.utvalg.model_copy(update={"registrert_til": None}).lagt_i(mappe.utvalg.path)
    council = _anew(mappe, utvalg=endless)
    thought_of = replace(register, mapper=register.mapper | {mappe.id: council})
    return doem(thought_of, regelverk, dag, [mappe.id], hviler=hviler, kilder=kilder)


def _anew(mappe: Utvalgsmappe, **changes: Any) -> Utvalgsmappe:
    """The folder with something changed, and nothing remembered of what it was."""
    return replace(mappe, **changes, sett={})


def _key(finding: Finding) -> tuple[object, ...]:
    """What a report knows a finding by: the same one with other days in it is not new.

    What is said of a deviation rests on no provision, and is new when it says something else.
    """
    said = (finding.emne if finding.kilde else "") or finding.message
    return finding.code, finding.place.path, finding.kilde, said


def om(person: str, utslag: Utslag) -> Utslag:
    """What of it is about one person."""
    return Utslag(
        tuple(f for f in utslag.brudd if _about(person, f.emne)),
        tuple(u for u in utslag.uvurdert if _about(person, u.emne)),
    )


def _about(person: str, emne: str) -> bool:
    return person in emne.split()
