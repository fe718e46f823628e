"""What has days: seats of organisations, groups and sides, names, and what an organisation is. Walked day by day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.model.organisasjon import Organisasjon
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.verdier import UKJENT
from tilfeldige_registre import EN_DAG, dager, dom, eksempler, mappe, regelverk, strekninger

FOERSTE, SISTE = date(2022, 1, 1), date(2022, 1, 12)
DAG = st.integers(-1, 12).map(lambda n: FOERSTE + timedelta(days=n))
SPENN = strekninger(DAG, st.one_of(st.none(), DAG))
Spenn = tuple[date, date | None]
DELER = ("syn", "rus")


def dekker(spenn: Spenn, day: date) -> bool:
    return spenn[0] <= day and (spenn[1] is None or day <= spenn[1])


# A seat in the council

FOR_HVER: dict[str, tuple[Callable[[str], dict[str, Any]], dict[str, Any]]] = {
    "organisasjon": (lambda part: {"representerer": part}, {"organisasjoner": [*DELER]}),
    "gruppe": (lambda part: {"grupper": [part]}, {"grupper": [*DELER]}),
    "side": (lambda part: {"side": part}, {"sider": {part: part for part in DELER}}),
}
"""How one sits for a part of the council, and how the council says that it has it."""


@pytest.mark.parametrize("for_hver", FOR_HVER)
@given(
    st.dictionaries(st.sampled_from(DELER), SPENN),
    st.lists(st.tuples(st.sampled_from(DELER), SPENN), max_size=4),
)
@eksempler(300)
def test_a_part_is_missed_on_the_days_when_it_is_there_and_nobody_sits_for_it(
    for_hver: str, tidsrom: dict[str, Spenn], terms: list[tuple[str, Spenn]]
) -> None:
    """The naive definition is `missed`. One who sits for something else is there all the time."""
    sits_for, council = FOR_HVER[for_hver]
    spans = {part: {"fra": fra, "til": til} for part, (fra, til) in tidsrom.items()}
    anne = {"anne": {"side": "nav", "oppnevninger": [{"verv": "medlem", "fra": FOERSTE}]}}
    people = {
        f"person-{nr}": sits_for(part) | {"oppnevninger": [{"verv": "medlem", "fra": fra, "til": til}]}
        for nr, (part, (fra, til)) in enumerate(terms)
    }
    here = mappe(
        council | {"tidsrom": spans, "regelverk": [{"id": "r", "fra": FOERSTE}]}, medlemmer=anne | people
    )
    rule = {"regel": "sammensetning", "blant": "medlemmer", "for_hver": for_hver, "plasser": [{"minst": 1}]}

    found = dom(here, {"r": regelverk(rule)}, SISTE, {part: ORG | {"navn": part} for part in DELER})

    def missed(part: str, day: date) -> bool:
        there = part not in tidsrom or dekker(tidsrom[part], day)
        return there and not any(of == part and dekker(spenn, day) for of, spenn in terms)

    begins, ends = set(), set()
    for part in DELER:
        before = False
        for day in dager(FOERSTE, SISTE):
            now = missed(part, day)
            if now and not before:
                begins.add((part, day))
            elif before and not now:
                ends.add((part, day))
            before = now
    said = {(part, date.fromisoformat(fra)) for _, part, fra in (f.emne.split() for f in found.findings)}
    mended = {(r.emne.split()[1], r.rettelse.fra, r.rettelse.rettet) for r in found.rettet}
    assert found.uvurdert == ()
    assert said | {(part, fra) for part, fra, _ in mended} == begins
    assert {(part, til) for part, _, til in mended} == ends


# Names

ORG = {"navn": "Nå", "forkortelse": "N", "type": "landsdekkende", "side": "bruker"}
NAVN = st.lists(st.tuples(st.integers(1, 3), st.sampled_from(["", "maaned"])), max_size=4)


@given(NAVN, st.randoms(use_true_random=False))
@eksempler(400)
def test_a_document_of_a_day_has_the_names_of_that_day(ended: list[tuple[int, str]], order: Any) -> None:
    """The naive definition: back from today, month by month; a name that ends there is the one from then on."""
    last_days: dict[date, str] = {}
    for month, part in ended:
        last_days.setdefault(date(2022, month, 1) if part else date(2022, month, 20), part)
    earlier = [
        {"navn": f"Til {day}", "forkortelse": f"T{day}", "til": f"{day:%Y-%m}" if part else day}
        for day, part in last_days.items()
    ]
    order.shuffle(earlier)
    names = [{"navn": each["navn"], "til": each["til"]} for each in earlier]
    council = mappe(
        {"navn": "Nå", "tidligere_navn": names},
        medlemmer={"kari": {"navn": "Nå", "tidligere_navn": names}},
    )
    register = Register(
        {"rio": Organisasjon.model_validate(ORG | {"tidligere_navn": earlier})}, {council.id: council}
    )
    called, short = "Nå", "N"
    for day in reversed([*dager(date(2022, 1, 1), date(2022, 3, 31))]):
        if day in last_days:  # of a month nobody knows more than that it had begun
            called, short = f"Til {day}", f"T{day}"
        then = register.paa_dag(day)
        assert then.mapper["utvalget"].utvalg.navn.nb == called
        assert then.mapper["utvalget"].medlemmer["kari"].navn == called
        assert (then.organisasjoner["rio"].navn, then.organisasjoner["rio"].kort) == (called, short)


# What an organisation was

SLUTT = st.one_of(st.integers(0, 12).map(lambda n: FOERSTE + timedelta(days=n)), st.none())
FOER = st.lists(
    st.tuples(SLUTT, st.sets(st.sampled_from(["innbyggere", "side"]), min_size=1)),
    max_size=3,
    unique_by=lambda entry: entry[0],
)


@given(FOER)
@eksempler(400)
def test_an_organisation_is_on_a_day_what_it_was_then(before: list[tuple[date | None, set[str]]]) -> None:
    """The naive definition tries every day that may be meant by an unknown one. Each entry says a value of its own."""
    values: dict[str, list[Any]] = {"innbyggere": [1, 2, 3, 4], "side": ["bruker", "nav", "kommune", "b"]}
    entries = [
        {"til": til or "ukjent"} | {key: values[key][nr] for key in keys}
        for nr, (til, keys) in enumerate(before)
    ]
    now = {"innbyggere": values["innbyggere"][3], "side": values["side"][3]}
    body = Organisasjon.model_validate(ORG | now | {"tidligere": entries})

    def was(key: str, day: date, unknown: date) -> Any:
        """What the first to end of those that had not ended says; of two that end on one day, nobody knows."""
        ends = [(til or unknown, nr) for nr, (til, keys) in enumerate(before) if key in keys]
        first, nr = min(((til, nr) for til, nr in ends if day <= til), default=(day, 3))
        return UKJENT if [til for til, _ in ends].count(first) > 1 else values[key][nr]

    for day in dager(FOERSTE - EN_DAG, SISTE + EN_DAG):
        then = body.fakta_paa(day)
        for key in values:
            possible = {was(key, day, each) for each in dager(FOERSTE - 3 * EN_DAG, SISTE + 3 * EN_DAG)}
            assert getattr(then, key) == (possible.pop() if len(possible) == 1 else UKJENT)
