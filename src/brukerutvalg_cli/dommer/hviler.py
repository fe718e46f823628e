"""Hviler: what of a verdict is so only as far as something assumed is true.

The judge reasons with what is assumed as if it were known. What the verdict owes to it is then found by judging once
more where nobody knows: what is not said any longer, rested on it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Literal, NamedTuple, TypeVar

from brukerutvalg_cli.dommer.dom import Dom, Holdt
from brukerutvalg_cli.funn.finding import Finding, Hviler, Kilde, Utfall
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.fristvarsel import Fristvarsel
from brukerutvalg_cli.mandat.verdier.navngitt import navngitt
from brukerutvalg_cli.model.antakelse import Antakelse
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.omriss import ANTATT_OVERORDNET
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.ord.antatt_i_ord import antatt_i_ord
from brukerutvalg_cli.ord.i_ord import Her

MANGE = 200
"""So many times at most a council is judged anew to find which of many assumptions something rests on."""

FAA = 12
"""No more assumptions than these are tried one by one to say on which rests what nothing is wrong with."""

T = TypeVar("T", Finding, Holdt, Fristvarsel)
Ytring = Finding | Holdt | Fristvarsel
Kilder = frozenset[Kilde] | None
"""The provisions that are asked; None for all."""
Uten = Callable[[frozenset[Place], Kilder], Iterable[Ytring]]
"""What is said by these provisions where nobody knows what is assumed at these places."""
Merk = Literal["ingenting", "brutt", "alt"]
"""Of what it is said which assumptions it rests on: nothing; what is broken, or is due; what is kept as well."""


class ISpill(NamedTuple):
    """The assumptions that a council may be judged by, and the councils they are written in."""

    antakelser: tuple[Antakelse, ...]
    utvalg: tuple[str, ...]


def i_spill(mappe: Utvalgsmappe, register: Register, bestemmelser: Iterable[Bestemmelse]) -> ISpill:
    """What is assumed of the council, of the organisations, and of the councils it looks to."""
    names = (mappe.id, *dict.fromkeys(_ser_til(mappe, register, bestemmelser)))
    own = {name: register.antatt_i(name) for name in names}
    assumed = (each for those in own.values() for each in those)
    mine = tuple(name for name in names if own[name])
    return ISpill((*assumed, *register.antatt_om_organisasjoner), mine)


def _ser_til(mappe: Utvalgsmappe, register: Register, bestemmelser: Iterable[Bestemmelse]) -> Iterator[str]:
    hosts = navngitt(filter(None, (vars(b).get("hos") for b in bestemmelser)), Her(mappe, register)).navn
    sent = (kjent(sak.oversendt_til) for moete in mappe.moeter for sak in moete.saker if sak.oversendt_til)
    above = (name for name, assumed in register.svar(ANTATT_OVERORDNET) if assumed)
    for name in (*hosts, *sent, *above):
        if name and name != mappe.id and register.utvalget(name):
            yield name


def alt(dom: Dom) -> tuple[Ytring, ...]:
    """Everything in a verdict that may rest on something."""
    return (*dom.findings, *dom.fortsatt, *dom.fraveket, *dom.rettet, *dom.holdt, *dom.frister)


def merket(dom: Dom, antakelser: Sequence[Antakelse], uten: Uten, her: Her, *, holdt: bool) -> Dom:
    """The verdict, with what each thing in it rests on; `holdt`: what is kept, too."""
    rests = hviler(alt(dom._replace(holdt=())), antakelser, uten, her)
    if holdt:
        rests |= hviler(dom.holdt, antakelser, uten, her, navngitt=len(antakelser) <= FAA)

    def marked(things: Iterable[T]) -> tuple[T, ...]:
        return tuple(_med(thing, rests.get(id(thing))) for thing in things)

    return dom._replace(
        findings=marked(dom.findings),
        fortsatt=marked(dom.fortsatt),
        fraveket=marked(dom.fraveket),
        rettet=marked(dom.rettet),
        holdt=marked(dom.holdt),
        frister=marked(dom.frister),
    )


def hvilende(found: Sequence[Finding], register: Register, uten: Uten) -> list[Finding]:
    """Findings in the files of the councils that rest on no provision, with what each of them rests on.

    What is said of the very words of an assumption, as that they name nobody, does not rest on it being so.
    """
    councils = register.mapper.values()
    own = (each for mappe in councils for each in mappe.antakelser)
    assumed = (*own, *register.antatt_om_organisasjoner)
    if not assumed or not found:
        return list(found)
    words, tried = {a.place for a in assumed}, dict[frozenset[Place], Iterable[Ytring]]()

    def judge(places: frozenset[Place], kilder: Kilder) -> Iterable[Ytring]:
        if places not in tried:
            tried[places] = uten(places, kilder)
        return tried[places]

    rests: dict[int, Hviler] = {}
    for mappe in councils:
        mine = [f for f in found if f.place not in words and f.place.path.startswith(f"{mappe.path}/")]
        if mine:
            rests |= hviler(mine, assumed, judge, Her(mappe, register))
    return [_med(finding, rests.get(id(finding))) for finding in found]


def hviler(
    things: Sequence[Ytring], antakelser: Sequence[Antakelse], uten: Uten, her: Her, *, navngitt: bool = True
) -> dict[int, Hviler]:
    """For each of these that rests on an assumption, by its identity: on which, or else on how many it may be."""
    proeve = _Proeve(things, uten)
    every = tuple(antakelser)
    falls, otherwise = proeve(every)
    if not falls and not otherwise:
        return {}
    proeve.bare(falls | otherwise)
    alone: dict[int, list[Antakelse]] = {}
    for antakelse in _enkeltvis(proeve, every) if navngitt else ():
        for nr in (nr for nr in falls | otherwise if proeve.rammer(nr, falls, (antakelse,))):
            alone.setdefault(nr, []).append(antakelse)
    found = {}
    for nr in falls | otherwise:
        on: Sequence[Antakelse] = alone.get(nr, ())
        if navngitt and not on and not proeve.brukt_opp:
            on = _sammen(partial(proeve.rammer, nr, falls), (), every)
        words = antatt_i_ord(on, her) if on else _alle(every, her)
        found[id(things[nr])] = Hviler(words, nr in falls)
    return found


def _alle(antakelser: Sequence[Antakelse], her: Her) -> tuple[str, ...]:
    """What is said where it is not tried which of them it is."""
    if len(antakelser) <= FAA:
        return antatt_i_ord(antakelser, her)
    return f"én eller flere av {len(antakelser)}", f"«brukerutvalg antatt vis {her.mappe.id}» viser dem"


def _med(thing: T, rests: Hviler | None) -> T:
    if rests is None:
        return thing
    if isinstance(thing, Finding):
        return replace(thing, hviler=rests)
    return thing._replace(hviler=rests)


class _Rammet(NamedTuple):
    """What falls where something is not known, and what is only said otherwise."""

    faller: frozenset[int] = frozenset()
    andre_ord: frozenset[int] = frozenset()


@dataclass
class _Proeve:
    """Tries what becomes of each thing where nobody knows some of what is assumed. The same is not tried twice."""

    things: Sequence[Ytring]
    uten: Uten
    mulige: frozenset[int] = frozenset()
    proevd: dict[frozenset[Place], _Rammet] = field(default_factory=dict)
    kilder: Kilder = None
    """The provisions that said what may be hit: after the first time, no others need be asked."""

    def __call__(self, group: Iterable[Antakelse]) -> _Rammet:
        places = frozenset(a.place for a in group)
        if places not in self.proevd:
            hit = self._rammet(self.uten(places, self.kilder)) if places else _Rammet()
            self.proevd[places] = (
                hit if self.kilder is None else _Rammet(*(each & self.mulige for each in hit))
            )
        return self.proevd[places]

    def bare(self, numbers: frozenset[int]) -> None:
        """From now on these things alone are looked at."""
        said = [self.things[nr] for nr in numbers]
        self.mulige = numbers
        kilder = {None if isinstance(thing, Fristvarsel) else thing.kilde for thing in said}
        if None not in kilder:
            self.kilder = frozenset(filter(None, kilder))

    @property
    def brukt_opp(self) -> bool:
        """Whether it has been tried often enough."""
        return len(self.proevd) >= MANGE

    def rammer(self, nr: int, faller: frozenset[int], group: Iterable[Antakelse]) -> bool:
        """Whether one of the things is hit: so that it falls, where it is among those that do; else any way."""
        hit = self(group)
        return nr in hit.faller or (nr not in faller and nr in hit.andre_ord)

    def _rammet(self, left: Iterable[Ytring]) -> _Rammet:
        still: dict[tuple[object, ...], list[Ytring]] = {}
        for thing in left:
            still.setdefault(_hvem_sier(thing), []).append(thing)
        falls, otherwise = set(), set()
        for nr, thing in enumerate(self.things):
            same = [other for other in still.get(_hvem_sier(thing), ()) if _er_samme(thing, other)]
            if not same:
                falls.add(nr)
            elif all(_ordene(thing) != _ordene(other) for other in same):
                otherwise.add(nr)
        return _Rammet(frozenset(falls), frozenset(otherwise))


def _enkeltvis(proeve: _Proeve, group: Sequence[Antakelse]) -> Iterator[Antakelse]:
    """Each assumption that hits something by itself. A group that hits nothing has none in it."""
    if not any(proeve(group)) or proeve.brukt_opp:
        return
    if len(group) == 1:
        yield group[0]
        return
    half = len(group) // 2
    yield from _enkeltvis(proeve, group[:half])
    yield from _enkeltvis(proeve, group[half:])


def _sammen(
    rammer: Callable[[tuple[Antakelse, ...]], bool],
    gitt: tuple[Antakelse, ...],
    group: Sequence[Antakelse],
) -> tuple[Antakelse, ...]:
    """As few of the group as must be unknown together, beside those that are, for a thing to be hit."""
    if rammer(gitt):
        return ()
    if len(group) == 1:
        return tuple(group)
    half = len(group) // 2
    one, other = group[:half], group[half:]
    last = _sammen(rammer, (*gitt, *one), other)
    return (*_sammen(rammer, (*gitt, *last), one), *last)


def _hvem_sier(thing: Ytring) -> tuple[object, ...]:
    """What sort of thing it is, and which provision said it."""
    sort = (thing.utfall, thing.code) if isinstance(thing, Finding) else type(thing)
    return sort, thing.utvalg, None if isinstance(thing, Fristvarsel) else thing.kilde


def _er_samme(one: Ytring, other: Ytring) -> bool:
    """Whether it is the same thing, whatever is said of it: of the same subject, or in the same place."""
    if isinstance(one, Fristvarsel):
        return one == other
    if isinstance(one, Holdt) or isinstance(other, Holdt | Fristvarsel):
        return isinstance(other, Holdt) and isinstance(one, Holdt) and one.antall <= other.antall
    return (one.emne or one.message) == (other.emne or other.message) or one.place == other.place


def _ordene(thing: Ytring) -> tuple[object, ...]:
    """What of it may be otherwise, though it is the same."""
    match thing:
        case Finding(utfall=Utfall.BRUTT):
            return thing.message, thing.label, thing.since
        case Finding(utfall=Utfall.RETTET, varer=lasted):
            return thing.message, lasted and (lasted.fra, lasted.rettet, lasted.ved)
        case Finding():
            return (thing.message,)
    return ()
