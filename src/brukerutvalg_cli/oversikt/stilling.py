"""Stilling: what binds a council on a day, and how it stands with each provision – the four outcomes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

from brukerutvalg_cli.dommer.dom import Dom, Holdt
from brukerutvalg_cli.dommer.driver import doem
from brukerutvalg_cli.dommer.utenfor_registeret import er_utenfor
from brukerutvalg_cli.funn.finding import Finding, Hviler
from brukerutvalg_cli.mandat.arv import Gjeldende, forfedre
from brukerutvalg_cli.mandat.binding import Binding, bindinger
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.oversikt.dekning import Kontroll, kontroll
from brukerutvalg_cli.rapport.i_ord import rettet_i_ord
from brukerutvalg_cli.rapport.skjerm import Skjerm

Utfallsord = Literal[
    "holdt",
    "brutt",
    "kan ikke vurderes",
    "fraveket",
    "rettet",
    "ikke prøvd",
    "ikke bekreftet",
    "bekreftet",
    "gjelder",
]
"""How it stands: the four outcomes; `rettet` where what was broken is so no more; `ikke prøvd` where nothing has
happened that could keep or break it; and the last three of what no machine judges, attestations and permissions."""


class Stillingspunkt(NamedTuple):
    """One provision in force. `hvorfor` are the breaches, the missing facts, the deviations or the attestations.

    `holdt` is how many times it was judged and found kept, and `rettet` what was broken and has been put right,
    whatever else was found. `hviler`: the assumptions that the outcome, or what was put right, rests on.
    """

    provision: Gjeldende
    kontroll: Kontroll
    utfall: Utfallsord
    hvorfor: tuple[str, ...] = ()
    holdt: int = 0
    rettet: tuple[str, ...] = ()
    hviler: tuple[Hviler, ...] = ()

    def gjelder(self, binding: Binding, dag: date) -> bool:
        """Whether it binds on this day, by this rule set and by its own word."""
        return binding.for_bestemmelsen(self.provision.bestemmelse).gjelder(dag)


class Bundet(NamedTuple):
    """One rule set that binds, and its provisions for a council of this level."""

    binding: Binding
    punkter: tuple[Stillingspunkt, ...]


class Ulestregelverk(NamedTuple):
    """A rule set that binds, or that one which does builds on, and that could not be read."""

    id: str
    path: str
    finnes: bool
    """Whether there is such a file."""


def uleste(
    mappe: Utvalgsmappe, register: Register, regelverk: Mapping[str, Regelverk], dag: date
) -> list[Ulestregelverk]:
    """What may bind the council on the day beside what could be read."""
    named = (r.id for r in mappe.utvalg.regelverk if r.fra <= dag and (r.til is None or dag <= r.til))
    lines = ((forfedre(name, regelverk), name) for name in named)
    lacking = dict.fromkeys(regelverk[line[-1]].bygger_paa if line else name for line, name in lines)
    paths = ((name, f"records/regelverk/{name}.yaml") for name in lacking if name and name not in regelverk)
    return [Ulestregelverk(name, path, path in register.feilet) for name, path in paths]


def stilling(
    mappe: Utvalgsmappe,
    register: Register,
    regelverk: Mapping[str, Regelverk],
    dag: date,
    skjerm: Skjerm,
) -> list[Bundet]:
    """Every rule set in force on the day, with what may be shown of why."""
    dom = skjerm.dom(doem(register, regelverk, dag, [mappe.id], hviler="alt"))
    return [
        Bundet(binding, tuple(p for p in punkter(mappe, binding, dom) if p.gjelder(binding, dag)))
        for binding in bindinger(mappe, regelverk)
        if binding.gjelder(dag)
    ]


class _SagtOmUtvalget(NamedTuple):
    """What was said of the council, by the provision that said it."""

    holdt: Mapping[tuple[str, str], list[Holdt]]
    brutt: Mapping[tuple[str, str], list[Finding]]
    uvisst: Mapping[tuple[str, str], list[Finding]]
    fraveket: Mapping[tuple[str, str], list[Finding]]

    @classmethod
    def av(cls, dom: Dom) -> _SagtOmUtvalget:
        """The same, looked up in one step."""
        return cls(*map(_by_provision, (dom.holdt, dom.findings, dom.uvurdert, dom.fraveket)))


def _by_provision(said: Iterable[Any]) -> Mapping[tuple[str, str], list[Any]]:
    found: defaultdict[tuple[str, str], list[Any]] = defaultdict(list)
    for each in said:
        if each.kilde:
            found[each.kilde[:2]].append(each)
    return found


def punkter(mappe: Utvalgsmappe, binding: Binding, dom: Dom) -> Iterator[Stillingspunkt]:
    """Every provision of one rule set for a council of this level, with what was said of it."""
    said = _SagtOmUtvalget.av(dom)
    for provision in binding.for_nivaa(mappe.utvalg.nivaa):
        way = kontroll(provision.bestemmelse)
        kept = said.holdt[provision.id, provision.bestemmelse.id]
        times = sum(h.antall for h in kept)
        mended = tuple(_mended(provision, dom))
        outcome, why, of = next(
            (each for each in _outcomes(provision, way, said, ellers=bool(times or mended)) if each[1]),
            (
                "rettet" if mended else _otherwise(way, times),
                tuple(dict.fromkeys(how for h in kept for how in h.hvordan)),
                kept,
            ),
        )
        rests = (*(each.hviler for each in of), *(r.hviler for r in _rettet(provision, dom)))
        found = tuple(dict.fromkeys(hviler for hviler in rests if hviler))
        yield Stillingspunkt(provision, way, outcome, why, times, mended, found)


def _mended(provision: Gjeldende, dom: Dom) -> Iterator[str]:
    for r in _rettet(provision, dom):
        yield f"{r.message}; {rettet_i_ord(r)}"


def _rettet(provision: Gjeldende, dom: Dom) -> list[Finding]:
    return [r for r in dom.rettet if r.hjemmel[:2] == (provision.id, provision.bestemmelse.id)]


def _outcomes(
    provision: Gjeldende, way: Kontroll, said: _SagtOmUtvalget, *, ellers: bool
) -> Iterator[tuple[Utfallsord, tuple[str, ...], Sequence[Finding | Holdt]]]:
    """Every outcome of which something is said; what is broken weighs more than what is not known.

    `ellers`: it was kept, or put right, while the records are whole: that something lies beyond them then weighs
    nothing.
    """
    kilde = (provision.id, provision.bestemmelse.id)
    broken, departed = said.brutt[kilde], said.fraveket[kilde]
    yield "ikke bekreftet" if way == "bekreftelse" else "brutt", _messages(broken), broken
    unsure = (each for each in said.uvisst[kilde] if not ((ellers or departed) and er_utenfor(each)))
    yield "kan ikke vurderes", tuple(_each_once(unsure)), ()
    yield "fraveket", _messages(departed), departed


def _messages(said: Iterable[Finding]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.message for each in said))


def _each_once(unsure: Iterable[Finding]) -> Iterator[str]:
    """Each missing fact; where the same is said of several, once, and of what."""
    by_fact: dict[str, list[str]] = {}
    for each in unsure:
        by_fact.setdefault(each.message, []).append(each.emne)
    for fact, subjects in by_fact.items():
        yield f"{fact} ({', '.join(subjects)})" if len(subjects) > 1 else fact


def _otherwise(way: Kontroll, times: int) -> Utfallsord:
    """How it stands where nothing speaks against it: only what was judged is kept."""
    if way == "ingen":
        return "gjelder"
    if way == "maskin":
        return "holdt" if times else "ikke prøvd"
    return "bekreftet" if times else "ikke bekreftet"
