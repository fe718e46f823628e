"""Certainty that carries its reason: three-valued logic, and the facts for want of which a claim cannot be known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.mandat.verdier.telling import Plass, Telling
from brukerutvalg_cli.model.visshet import UVISST, Uvisst, Visshet, alle, fordi, ikke, med_grunn, noen, uvisst
from tilfeldige_registre import eksempler

A, B = uvisst("side", "a"), uvisst("verv", "b")


@pytest.mark.parametrize(
    ("claim", "ventet"),
    [
        (alle(()), True),
        (noen(()), False),
        (alle((True, A, True)), A),
        (alle((A, B)), Uvisst((*A.fakta, *B.fakta))),
        (alle((A, False, B)), False),
        (noen((False, B, A, B)), Uvisst((*B.fakta, *A.fakta))),
        (noen((A, True)), True),
        (ikke(A), A),
        (ikke(noen((A, alle((B, False))))), A),
        (fordi(A, "verv", "b"), B),
        (fordi(True, "verv", "b"), True),
        (med_grunn(UVISST, "verv", "b"), B),
        (med_grunn(A, "verv", "b"), A),
    ],
)
def test_the_facts_that_decide_are_kept_in_their_order_each_once(claim: Visshet, ventet: Visshet) -> None:
    assert claim == ventet


def test_what_cannot_be_known_is_as_little_true_as_what_is_false() -> None:
    assert not A


# ── The same as three-valued logic, where the facts are forgotten ─────────────────────────────────


def glemt(claim: Visshet) -> bool | None:
    return None if isinstance(claim, Uvisst) else claim


PAASTAND = st.one_of(st.booleans(), st.sampled_from(["a", "b", "c"]).map(uvisst), st.just(UVISST))


@given(st.lists(PAASTAND, max_size=5))
@eksempler(300)
def test_it_is_three_valued_logic_with_the_facts_forgotten(claims: list[Visshet]) -> None:
    values = [glemt(claim) for claim in claims]
    assert glemt(alle(claims)) == (False if False in values else None if None in values else True)
    assert glemt(noen(claims)) == (True if True in values else None if None in values else False)
    assert [glemt(ikke(claim)) for claim in claims] == [None if v is None else not v for v in values]


# ── Every fact that is carried could decide, and every one that could is carried ──────────────────

Formel = str | tuple[str, Sequence["Formel"]]
"""A fact, by its name; or `alle`, `noen` or `ikke` of other formulas."""


@st.composite
def formler(draw: st.DrawFn) -> Formel:
    """A formula in which each fact stands once."""
    parts: list[Formel] = [f"f{nr}" for nr in range(draw(st.integers(1, 6)))]
    while len(parts) > 1:
        many = draw(st.integers(2, len(parts)))
        of = (draw(st.sampled_from(["alle", "noen"])), tuple(parts[:many]))
        parts = [("ikke", (of,)) if draw(st.booleans()) else of, *parts[many:]]
    return parts[0]


def verdien(formel: Formel, fakta: Mapping[str, Visshet]) -> Visshet:
    if isinstance(formel, str):
        return fakta[formel]
    what, of = formel
    inside = [verdien(each, fakta) for each in of]
    return ikke(inside[0]) if what == "ikke" else alle(inside) if what == "alle" else noen(inside)


def verdener(fakta: Mapping[str, bool | None]) -> Iterator[dict[str, bool]]:
    """Every way the facts can be."""
    for values in product(*((True, False) if v is None else (v,) for v in fakta.values())):
        yield dict(zip(fakta, values, strict=True))


@given(formler(), st.lists(st.sampled_from([True, False, None, None]), min_size=6, max_size=6))
@eksempler(300)
def test_the_facts_carried_are_those_that_could_decide(formel: Formel, values: list[bool | None]) -> None:
    known = {f"f{nr}": value for nr, value in enumerate(values)}
    claim = verdien(formel, {name: uvisst(name) if v is None else v for name, v in known.items()})
    worlds = [(world, verdien(formel, world)) for world in verdener(known)]
    decides = {
        name
        for name, value in known.items()
        if value is None
        and any(verdien(formel, world | {name: not world[name]}) != was for world, was in worlds)
    }
    assert {fact.noekkel for fact in (claim.fakta if isinstance(claim, Uvisst) else ())} == decides
    if not isinstance(claim, Uvisst):
        assert {was for _, was in worlds} == {claim}


# ── A count ───────────────────────────────────────────────────────────────────────────────────────

HVER = st.tuples(
    *[st.sampled_from([True, True, False, None])] * 2, st.sampled_from(["ffo", "safo", None, "?"])
)
"""Whether each is there, whether the line counts them, and whom they sit for."""
MENGDER: list[dict[str, Any]] = [
    {"minst": 2}, {"antall": 1}, {"hoeyst": 1}, {"minst": "1/2"}, {"mer_enn": "1/3"},
    {"minst": 2, "telles": "organisasjoner"}, {"hoeyst": "1/2", "telles": "organisasjoner"},
]  # fmt: skip
Person = tuple[bool | None, bool | None, str | None]


def tellingen(plass: Plass, folk: Iterable[Person], svar: Mapping[str, bool]) -> Telling:
    """The people counted; `svar` is what has become known of the facts."""
    telling = Telling([plass])
    for nr, (there, counts, body) in enumerate(folk):
        claims = [
            svar.get(f"{key} {nr}", uvisst(f"{key} {nr}")) if value is None else value
            for key, value in (("der", there), ("treff", counts))
        ]
        who = f"org {nr}"
        telling.tell(
            claims[0],
            [claims[1]],
            ("ffo" if svar[who] else "rio") if who in svar else body if body != "?" else uvisst(who),
        )
    return telling


@given(st.lists(HVER, max_size=4), st.sampled_from(MENGDER), st.randoms(use_true_random=False))
@eksempler(400)
def test_a_count_is_known_when_the_facts_it_names_are(
    folk: list[Person], mengde: dict[str, Any], rng: Any
) -> None:
    plass = Plass.model_validate({"hvem": {"side": "bruker"}} | mengde)
    claim = tellingen(plass, folk, {}).dom(0)
    if isinstance(claim, Uvisst):
        assert claim.fakta
        told = {fact.noekkel: rng.random() < 0.5 for fact in claim.fakta}
        assert not isinstance(tellingen(plass, folk, told).dom(0), Uvisst)


@given(st.lists(HVER, max_size=4), st.lists(HVER, max_size=3), st.sampled_from(MENGDER))
@eksempler(200)
def test_who_comes_and_goes_leaves_no_fact_behind(
    folk: list[Person], andre: list[Person], mengde: dict[str, Any]
) -> None:
    plass = Plass.model_validate({"hvem": {"side": "bruker"}} | mengde)
    telling, before = tellingen(plass, folk, {}), tellingen(plass, folk, {})
    for step in (1, -1):
        for there, counts, _ in andre:
            claims = [uvisst("en annen") if value is None else value for value in (there, counts)]
            telling.tell(claims[0], [claims[1]], uvisst("en annen"), step)
    assert telling.dom(0) == before.dom(0)
