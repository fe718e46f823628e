"""Quorum case by case: everybody looked at in every moment in which the case can have been decided."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from smaa_registre import dom, utfall
from tilfeldige_registre import eksempler

Post = dict[str, Any]
MEDLEMMER = ("m1", "m2", "m3", "m4", "m5")
SAKER = ("1/22", "2/22", "3/22")
TIMER = {"12:00": 0, "12:30": 1, "13:00": 2, "13:30": 3}
OEYEBLIKK = [half / 2 for half in range(-3, 12)]
"""Moments before, between, at and after the hours that somebody may say."""

KLOKKE = st.sampled_from([*TIMER])
NAAR = st.one_of(st.none(), st.none(), KLOKKE, st.sampled_from([*SAKER, "ukjent"]))
INHABIL = st.one_of(
    st.none(),
    st.none(),
    st.just("ukjent"),
    st.fixed_dictionaries(
        {"person": st.sampled_from(MEDLEMMER), "vara": st.sampled_from([None, "v1", "v2", "ukjent"])}
    ).map(lambda post: [post]),
)


@st.composite
def moeter(draw: st.DrawFn) -> Post:
    """A meeting of three cases, one of which decides something."""
    there: list[Post] = []
    for person in draw(st.lists(st.sampled_from(MEDLEMMER), unique=True)):
        deputy = draw(st.sampled_from([None, None, None, "v3", "v4"]))
        entry: Post = {"person": deputy, "vara_for": person} if deputy else {"person": person}
        if entry["person"] not in [each["person"] for each in there]:
            there.append(entry | {"kom": draw(NAAR), "gikk": draw(NAAR)})
    begun = [draw(st.one_of(st.none(), KLOKKE)) for _ in SAKER]
    decides, disqualified = draw(st.integers(0, 2)), draw(INHABIL)
    cases: list[Post] = [
        {"nr": nr, "tittel": "A", "type": "vedtak", "tatt_opp": at}
        for nr, at in zip(SAKER, begun, strict=True)
    ]
    cases[decides] |= {"vedtak": {"tekst": "Ja."}, "inhabil": disqualified}
    return {
        "tid": draw(st.sampled_from([None, "12:00"])),
        "slutt": draw(st.sampled_from([None, "13:30"])),
        "oppmoete": there,
        "saker": cases,
    }


def utfylt(post: Any) -> Any:
    """The same without the keys of which nothing is said."""
    if isinstance(post, dict):
        return {key: utfylt(value) for key, value in post.items() if value is not None}
    return [utfylt(each) for each in post] if isinstance(post, list) else post


# ── The naive definition ──────────────────────────────────────────────────────────────────────────


def avgjort(moete: Post, nr: int) -> set[float]:
    """Every moment in which a case can have been decided: after it began, and before the next one did."""
    begun = [TIMER.get(sak["tatt_opp"] or "") for sak in moete["saker"]]
    known = [at for at in begun if at is not None]
    first, last = TIMER.get(moete["tid"] or "", -1.5), TIMER.get(moete["slutt"] or "", 5.5)
    if known == sorted(known):
        before, after = begun[: nr + 1], begun[nr + 1 :]
    else:  # they were taken up in another order than that of the agenda
        own = begun[nr]
        before = [own]
        after = [at for at in begun if own is not None and at is not None and at > own]
    fits = {
        at
        for at in OEYEBLIKK
        if all(b is None or b <= at for b in (*before, first)) and all(a is None or at <= a for a in after)
    }
    ended = {at for at in fits if at <= last} if not any(a is not None for a in after) else fits
    between = {at for at in ended if at % 1}
    return between or ended or {float(max(b for b in before if b is not None))}


def foer(moete: Post, en: int, annen: int) -> bool | None:
    """Whether one case was taken up before another."""
    begun = [TIMER.get(sak["tatt_opp"] or "") for sak in moete["saker"]]
    known = [at for at in begun if at is not None]
    a, b = begun[en], begun[annen]
    if a is not None and b is not None and a != b:
        return a < b
    return en < annen if en == annen or known == sorted(known) else None


def mulig(moete: Post, nr: int, entry: Post) -> set[bool]:
    """Whether somebody was there when a case was decided, in every way it can have been."""
    came: set[bool] = set(_kom(moete, nr, entry["kom"]))
    stayed: set[bool] = set(_ble(moete, nr, entry["gikk"]))
    return {a and b for a in came for b in stayed}


def _kom(moete: Post, nr: int, kom: str | None) -> Iterator[bool]:
    if kom is None or kom == "ukjent":
        yield from {True} if kom is None else {True, False}
    elif kom in TIMER:
        for at in avgjort(moete, nr):
            yield from {TIMER[kom] < at} if TIMER[kom] != at else {True, False}
    else:
        earlier = foer(moete, nr, SAKER.index(kom))
        yield from {not earlier} if earlier is not None else {True, False}


def _ble(moete: Post, nr: int, gikk: str | None) -> Iterator[bool]:
    if gikk is None or gikk == "ukjent":
        yield from {True} if gikk is None else {True, False}
    elif gikk in TIMER:
        for at in avgjort(moete, nr):
            yield from {at < TIMER[gikk]} if TIMER[gikk] != at else {True, False}
    else:
        earlier = foer(moete, SAKER.index(gikk), nr)
        yield from {not earlier} if earlier is not None else {True, False}


def plassene(moete: Post, nr: int) -> dict[str, set[bool]]:
    """Each member's seat, and whether somebody sat in it when the case was decided."""
    filled = {person: {False} for person in MEDLEMMER}
    for entry in moete["oppmoete"]:
        filled[entry.get("vara_for") or entry["person"]] = mulig(moete, nr, entry)
    disqualified = moete["saker"][nr]["inhabil"]
    if disqualified == "ukjent":
        return {seat: there | {False} if True in there else there for seat, there in filled.items()}
    for each in disqualified or ():
        stand_in = {None: {False}, "ukjent": {True, False}}.get(each["vara"], {True})
        if any(entry["person"] == each["person"] for entry in moete["oppmoete"]):
            filled[each["person"]] = {False}
        there = filled[each["person"]]  # away, perhaps with a deputy in the seat all the time
        filled[each["person"]] = {a or b for a in there for b in stand_in}
    return filled


def dommen(moete: Post, kreves: int) -> set[str]:
    """What is said of the one decision."""
    nr = next(i for i, sak in enumerate(moete["saker"]) if "vedtak" in sak)
    seats = plassene(moete, nr).values()
    fewest, most = sum(there == {True} for there in seats), sum(True in there for there in seats)
    verdicts = {count >= kreves for count in range(fewest, most + 1)}
    return {"uvisst"} if len(verdicts) == 2 else {"brutt"} if verdicts == {False} else set()


@given(moeter(), st.integers(1, 5))
@eksempler(600)
def test_those_who_were_there_when_it_was_decided_are_counted(moete: Post, kreves: int) -> None:
    register: Post = {
        "regel": {
            "regel": "sammensetning",
            "blant": "medlemmer",
            "naar": "vedtak",
            "plasser": [{"hvem": "til_stede", "minst": str(kreves)}],
        },
        **{f"medlemmer/{m}": {"oppnevninger": [{"verv": "medlem", "fra": "2022-01-01"}]} for m in MEDLEMMER},
        **{f"medlemmer/v{n}": {"oppnevninger": [{"verv": "vara", "fra": "2022-01-01"}]} for n in range(1, 5)},
        "moeter/2022-11-16": utfylt(moete),
    }
    said = {word.split()[0] for word in utfall(dom(register), "regelen")}
    assert {"brutt" if word == "feil" else word for word in said} == dommen(moete, kreves)
