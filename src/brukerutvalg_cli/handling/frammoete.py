"""Frammoete: who is expected at a meeting, and which deputy stands in for whom."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from brukerutvalg_cli.handling.filer import OPPMOETE, Nektet, Postdata, ordnet
from brukerutvalg_cli.model import tilhoerer as belongs
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sete import MEDLEMSVERV, VARAVERV
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent, kjent
from brukerutvalg_cli.model.visshet import Visshet

Vara = tuple[str, str | Ukjent]
"""A deputy who came, and the member they stood in for: empty where nobody said whom."""
INGEN: Mapping[str, str | Ukjent] = MappingProxyType({})


class SagtFrammoete(NamedTuple):
    """What is said of a meeting's attendance. `kom` is everybody who came, where they are named; `ogsaa` are those
    who came of them whose seat is not certain. `roller` are there as something else than they are called for. Of whom
    it is said when they came or left, that stands in `kom_naar` and `gikk_naar`."""

    kom: Sequence[str] = ()
    ogsaa: Sequence[str] = ()
    forfall: Sequence[str] = ()
    varaer: Sequence[Vara] = ()
    lyttere: Sequence[str] = ()
    gjester: Sequence[Postdata] = ()
    roller: Sequence[Postdata] = ()
    kom_naar: Mapping[str, str | Ukjent] = INGEN
    gikk_naar: Mapping[str, str | Ukjent] = INGEN


def liste(mappe: Utvalgsmappe, dag: date, sagt: SagtFrammoete) -> list[Postdata]:
    """The entries of those who came: those called (or named), the deputies with whom they stood in for, listeners,
    guests and those with a role.

    Raises:
        Nektet: when a deputy came and nobody is away for whom they may stand in, or somebody came late or left early
            who was not there.
    """
    called = [p for p, certain in ventet(mappe, dag).items() if certain and p not in sagt.forfall]
    elsewhere = {*sagt.lyttere, *(person for person, _ in sagt.varaer)}
    came = dict.fromkeys((*(sagt.kom or called), *sagt.ogsaa))
    already: list[Postdata] = [{"person": person} for person in came if person not in elsewhere]
    for deputy in plassert(mappe, dag, sagt.forfall, sagt.varaer):
        if not deputy.medlem:
            raise Nektet(
                f"ingen som er borte, har {deputy.person} som vara. Skriv --vara {deputy.person}=MEDLEM"
            )
        already.append({"person": deputy.person, "vara_for": deputy.medlem})
    listening: list[Postdata] = [{"person": person, "lytter": True} for person in sagt.lyttere]
    there = _i_rolle([*already, *listening, *sagt.gjester], sagt.roller)
    return _med_opphold(there, sagt.kom_naar, sagt.gikk_naar)


def ventet(mappe: Utvalgsmappe, dag: date) -> dict[str, Visshet]:
    """Everybody who is called, as the notice calls them: for certain, or perhaps. By id.

    It calls nobody on what only a confidential case says, and the attendance is as open as it is.
    """
    found = belongs.ventet((s for s in mappe.seter if s.medlem and not s.fortrolig), dag)
    return dict(sorted(found.items()))


def gjest(text: str) -> Postdata:
    """The entry of a guest, said as the name and, behind commas, what they are and where they come from.

    Raises:
        Nektet: when there is no name.
    """
    name, title, home = (part.strip() for part in [*text.split(",", 2), "", ""][:3])
    if not name:
        raise Nektet(f"gjesten «{text}» har ikke noe navn. Skriv «NAVN, STILLING»")
    return ordnet({"navn": name, "funksjon": title, "representerer": home}, OPPMOETE)


def _i_rolle(oppmoete: Sequence[Postdata], roller: Sequence[Postdata]) -> list[Postdata]:
    """The entries, where these are there as something else than they are called for."""
    theirs = {_hvem(entry) for entry in roller}
    return [entry for entry in oppmoete if _hvem(entry) not in theirs] + list(roller)


def _med_opphold(
    oppmoete: Sequence[Postdata], kom: Mapping[str, str | Ukjent], gikk: Mapping[str, str | Ukjent]
) -> list[Postdata]:
    """The entries with when each came and left, of whom that is said."""
    there = {_hvem(entry) for entry in oppmoete}
    for person in (*kom, *gikk):
        if person not in there:
            raise Nektet(
                f"{person} er ikke blant dem som var der. Skriv personen som vara, gjest eller observatør, eller med "
                "--ogsaa"
            )
    return [
        ordnet(entry | {"kom": kom.get(_hvem(entry)), "gikk": gikk.get(_hvem(entry))}, OPPMOETE)
        for entry in oppmoete
    ]


def _hvem(entry: Postdata) -> str:
    return str(entry.get("person") or entry.get("navn"))


def godtgjort(
    mappe: Utvalgsmappe,
    oppmoete: Sequence[Postdata],
    satser: Mapping[str, Postdata],
    fikk: bool | Ukjent | None,
    moete: Moete,
) -> list[Postdata]:
    """The entries with what each is paid for. `satser`: what the mandate gives those who come for a side; where nobody
    knows whether they got it, each of these is what the meeting has on record, or `ukjent`."""
    if not fikk:
        return list(oppmoete)
    stood = {each.person: each for each in kjent(moete.oppmoete) or () if each.person}
    found = []
    for entry in oppmoete:
        wanted = satser.get(_side(mappe, entry), {})
        if isinstance(fikk, Ukjent):
            there = stood.get(str(entry.get("person")))
            wanted = {key: getattr(there, key, None) or fikk for key in wanted}
        found.append(entry | wanted)
    return found


def uten_vara(mappe: Utvalgsmappe, dag: date, forfall: Sequence[str], varaer: Sequence[Vara]) -> list[str]:
    """The members who are away, and in whose place nobody came."""
    filled = {deputy.medlem for deputy in plassert(mappe, dag, forfall, varaer)}
    return [p for p in forfall if p in medlemmer(mappe, dag) and p not in filled]


class Plassert(NamedTuple):
    """A deputy, and whom they stood in for: nothing where nobody is away for whom they may. `blant`: where it may be
    several, and nobody said which, those it may be."""

    person: str
    medlem: str | Ukjent
    blant: tuple[str, ...] = ()


def plassert(
    mappe: Utvalgsmappe, dag: date, forfall: Sequence[str], varaer: Sequence[Vara]
) -> list[Plassert]:
    """Each deputy with the member they came for: the one that was said, or the one nearest to them.

    Who is certain is placed first, whatever order they were said in: of what is left, there may be one for another.
    """
    stated = {person: member for person, member in varaer if member}
    away = [p for p in forfall if p in medlemmer(mappe, dag) and p not in stated.values()]
    found = {person: Plassert(person, member) for person, member in stated.items()}
    while waiting := [person for person, _ in varaer if person not in found]:
        choices = {person: _kan_ha_moett_for(mappe, dag, person, away) for person in waiting}
        person = next((each for each in waiting if len(choices[each]) == 1), waiting[0])
        may_be = choices[person]
        if len(may_be) == 1:
            away.remove(may_be[0])
            found[person] = Plassert(person, may_be[0])
        else:
            found[person] = Plassert(person, UKJENT if may_be else "", may_be)
    return [found[person] for person, _ in varaer]


def kan_kalles(
    mappe: Utvalgsmappe, dag: date, member: str, opptatt: Collection[str], *, i_rekkefoelge: bool
) -> list[str]:
    """The deputies who may stand in for a member who is away, the first to be called first.

    `i_rekkefoelge`: the mandate has them called by their numbers, whoever is away.
    """

    def turn(person: str) -> tuple[float, ...]:
        held = (s for s in mappe.seter_av[person] if s.verv in VARAVERV and s.dekker(dag) is not False)
        terms = [s.oppnevning for s in held]
        number = min((float(kjent(t.nummer) or math.inf) for t in terms if t), default=math.inf)
        near = -float(_naer(mappe, dag, person, member))
        return (number, near) if i_rekkefoelge else (near, number)

    deputies = belongs.sitter(mappe.seter, dag, VARAVERV)
    free = [p for p in deputies if p not in opptatt and _naer(mappe, dag, p, member)]
    return sorted(free, key=lambda person: (turn(person), person))


def medlemmer(mappe: Utvalgsmappe, dag: date) -> list[str]:
    """Those who are members on a day, or may be, by id."""
    return sorted(belongs.sitter((s for s in mappe.seter if s.medlem), dag, MEDLEMSVERV))


def _side(mappe: Utvalgsmappe, entry: Postdata) -> str:
    """The side of somebody who came; nothing for a guest, or one nobody knows the side of."""
    medlem = mappe.medlemmer.get(str(entry.get("person")))
    return str(medlem.side) if medlem and not (entry.get("lytter") or entry.get("rolle")) else ""


def leder(mappe: Utvalgsmappe, dag: date, borte: Collection[str]) -> str:
    """The one who would lead: the leader, or the deputy leader, whoever of them was not away."""
    chairs = (p for verv in ("leder", "nestleder") for p in _med(mappe, verv, dag))
    return next((p for p in chairs if p not in borte), "")


def sekretaer(mappe: Utvalgsmappe, dag: date) -> str:
    """The secretary on a day."""
    return next(iter(_med(mappe, "sekretaer", dag)), "")


def _med(mappe: Utvalgsmappe, verv: str, dag: date) -> list[str]:
    """Those who have a verv for certain: nobody is put down as leading a meeting on a perhaps.

    Nor on what only a confidential case says: the attendance is open.
    """
    seats = (s for s in mappe.seter_i.get(verv, ()) if not s.fortrolig)
    return sorted(p for p, certain in belongs.sitter(seats, dag).items() if certain)


def _kan_ha_moett_for(mappe: Utvalgsmappe, dag: date, vara: str, borte: Sequence[str]) -> tuple[str, ...]:
    """Those the deputy may have stood in for: whom they are deputy of, else of the same organisation, else side."""
    near = {member: _naer(mappe, dag, vara, member) for member in borte}
    nearest = max(near.values(), default=0)
    return tuple(member for member in borte if nearest and near[member] == nearest)


def _naer(mappe: Utvalgsmappe, dag: date, vara: str, member: str) -> int:
    """How near a deputy is to a member: 3 as their own, 2 of the same organisation, 1 side, 0 not at all."""
    deputy, away = mappe.medlemmer.get(vara), mappe.medlemmer.get(member)
    if away is None:
        return 0
    held = (s for s in mappe.seter_av.get(vara, ()) if s.verv in VARAVERV)
    seats = [s for s in held if s.dekker(dag) is not False]
    stated = [s.oppnevning.vara_for if s.oppnevning else None for s in seats]
    if any(each is not None and each in (member, away.representerer) for each in stated):
        return 3
    if deputy is None or None not in stated or deputy.side != away.side:
        return 0
    return 2 if deputy.representerer == away.representerer else 1
