"""Compositions part by part – each member, each side – and who was represented when something was decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tilfeldige_registre import dager, dom, eksempler, mappe, regelverk

FOERSTE, SISTE = date(2022, 1, 1), date(2022, 1, 12)
BINDING = {"regelverk": [{"id": "r", "fra": FOERSTE}]}
Tid = tuple[date, date | None]

DAG = st.integers(0, 11).map(lambda n: FOERSTE + timedelta(days=n))
TID = st.tuples(st.one_of(st.just(date(2020, 1, 1)), DAG), st.one_of(st.none(), DAG, DAG)).map(
    lambda t: (min(t[0], t[1]), max(t[0], t[1])) if t[1] else t
)


def sitter(tid: Tid, day: date) -> bool:
    return tid[0] <= day and (tid[1] is None or day <= tid[1])


def person(verv: str, tid: Tid, **more: Any) -> dict[str, Any]:
    term = {"verv": verv, "fra": tid[0], "til": tid[1]} | {k: v for k, v in more.items() if k == "vara_for"}
    return {k: v for k, v in more.items() if k != "vara_for"} | {"oppnevninger": [term]}


def foerste_dager(broken: Callable[[date], bool]) -> set[date]:
    """The first day of each stretch of days that are broken."""
    return {
        day
        for day in dager(FOERSTE, SISTE)
        if broken(day) and (day == FOERSTE or not broken(day - timedelta(1)))
    }


def funnet(
    people: dict[str, Any], regel: dict[str, Any], parts: Iterable[str], **utvalg: Any
) -> dict[str, set[date]]:
    council = mappe(BINDING | utvalg, medlemmer=people)
    found = dom(council, {"r": regelverk({"regel": "sammensetning"} | regel)}, SISTE)
    assert found.uvurdert == ()
    broken = [(f.emne, f.since) for f in found.findings] + [(r.emne, r.rettelse.fra) for r in found.rettet]
    return {part: {day for emne, day in broken if emne.split()[1] == part and day} for part in parts}


@given(
    st.lists(TID, min_size=1, max_size=3),
    st.lists(st.tuples(TID, st.integers(0, 3)), max_size=4),
    st.sampled_from([{"antall": 1}, {"minst": 1}, {"hoeyst": 1}, {"antall": 2}]),
)
@eksempler(600)
def test_each_member_has_so_many_deputies_on_every_day(
    medlemmer: list[Tid], varaer: list[tuple[Tid, int]], mengde: dict[str, int]
) -> None:
    """A deputy who is nobody's (number 0, or of somebody who is no member) counts for nobody."""
    names = [f"m{nr}" for nr in range(1, len(medlemmer) + 1)]
    deputies = [(tid, f"m{nr}") for tid, nr in varaer if 0 < nr <= len(names)]
    people = {name: person("medlem", tid) for name, tid in zip(names, medlemmer, strict=True)}
    people |= {f"v{nr}": person("vara", tid, vara_for=m) for nr, (tid, m) in enumerate(deputies)}

    def brutt(name: str, tid: Tid) -> Callable[[date], bool]:
        def on(day: date) -> bool:
            count = sum(m == name and sitter(t, day) for t, m in deputies)
            fits = {"antall": count == mengde.get("antall"), "minst": count >= 1, "hoeyst": count <= 1}
            return sitter(tid, day) and not fits[next(iter(mengde))]

        return on

    regel = {"blant": "varamedlemmer", "for_hver": "medlem", "plasser": [mengde]}
    expected = {n: foerste_dager(brutt(n, t)) for n, t in zip(names, medlemmer, strict=True)}
    assert funnet(people, regel, names) == expected


@given(
    st.lists(st.tuples(st.sampled_from(["bruker", "bruker", "nav", "partene"]), TID), min_size=1, max_size=5),
    st.integers(1, 2),
    st.booleans(),
)
@eksempler(600)
def test_each_side_from_the_day_somebody_sits_for_it(
    folk: list[tuple[str, Tid]], minst: int, erklaert: bool
) -> None:
    """A declared side is asked for from the first; any other once it has come. An empty council is not judged."""
    people = {f"p{nr}": person("medlem", tid, side=side) for nr, (side, tid) in enumerate(folk)}
    sides = ["bruker", "nav", "partene"]
    declared = {"partene": "Partene"} if erklaert else {}
    if not erklaert:
        people = {name: p for name, p in people.items() if p["side"] != "partene"}
        folk = [(side, tid) for side, tid in folk if side != "partene"]

    def brutt(side: str) -> Callable[[date], bool]:
        def on(day: date) -> bool:
            somebody = any(sitter(t, day) for _, t in folk)
            here = side in declared or any(
                s == side and t[0] <= day and (t[1] is None or t[1] >= FOERSTE) for s, t in folk
            )
            return somebody and here and sum(s == side and sitter(t, day) for s, t in folk) < minst

        return on

    regel = {"blant": "medlemmer", "for_hver": "side", "plasser": [{"minst": minst}]}
    assert funnet(people, regel, sides, sider=declared) == {
        side: foerste_dager(brutt(side)) for side in sides
    }


KOM = st.sampled_from(["kom", "vara kom", "vara hørte på", "borte"])


@given(
    st.lists(KOM, min_size=1, max_size=6),
    st.integers(0, 2),
    st.sampled_from([("minst", "1/2"), ("mer_enn", "1/2"), ("minst", "2/3")]),
    st.booleans(),
)
@eksempler(600)
def test_so_many_of_the_members_are_represented_when_something_is_decided(
    oppmoete: list[str], gjester: int, mengde: tuple[str, str], vedtak: bool
) -> None:
    """A deputy who takes part counts for the member; one who only listens, and a guest, for nobody."""
    people = {f"m{nr}": person("medlem", (date(2020, 1, 1), None)) for nr in range(len(oppmoete))}
    people |= {
        f"v{nr}": person("vara", (date(2020, 1, 1), None), vara_for=f"m{nr}") for nr in range(len(oppmoete))
    }
    came: list[dict[str, Any]] = [{"navn": f"Gjest {nr}"} for nr in range(gjester)]
    for nr, how in enumerate(oppmoete):
        if how == "kom":
            came.append({"person": f"m{nr}"})
        elif how != "borte":
            came.append(
                {"person": f"v{nr}", "vara_for": f"m{nr}"}
                | ({"lytter": "ja"} if how == "vara hørte på" else {})
            )
    case = {"nr": "1/22", "tittel": "Sak", "type": "vedtak"} | (
        {"vedtak": {"tekst": "Ja."}} if vedtak else {}
    )
    council = mappe(BINDING, medlemmer=people, moeter={date(2022, 1, 5): {"oppmoete": came, "saker": [case]}})
    word, share = mengde
    regel = {"regel": "sammensetning", "blant": "medlemmer", "naar": "vedtak",
             "plasser": [{"hvem": "til_stede", word: share}]}  # fmt: skip
    found = dom(council, {"r": regelverk(regel)}, SISTE)

    count = Fraction(sum(how in ("kom", "vara kom") for how in oppmoete), len(oppmoete))
    enough = count >= Fraction(share) if word == "minst" else count > Fraction(share)
    assert found.uvurdert == ()
    assert bool(found.findings) == (vedtak and not enough)
