"""Schema and program agree: whatever is written at a place of a shipped record, both take it or neither does.

An editor reads a file by YAML 1.2 and its schema, the program by its own reader and its models. What a schema cannot
see is listed, each with the reason; of all else the two must say the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.model.dagmoenster import DAG
from brukerutvalg_cli.model.kalender import FOERSTE_AAR, SISTE_AAR
from brukerutvalg_cli.referanse.filside import FILER
from brukerutvalg_cli.referanse.redigering import INGENTING
from brukerutvalg_cli.register.parse import parse
from referanse.test_referanse_skjema import (
    FILENE,
    SKJEMAER,
    feilene,
    holder,
    i_redigeringsprogrammet,
    lest,
    med,
    satt,
    slag,
    steder,
)
from tilfeldige_registre import eksempler

TEKSTER = (
    # words, and what looks like something else
    "ukjent", "ja", "nei", "no", "true", "True", "kari", "Kari Nordmann", "''", "'true'", "alle", "april", "moete",
    # days and times
    "2022-11-16", "2022-02-30", "16.11.2022", "0999-01-01", "2022-11-16-2", "2022", "1. desember", "31. februar",
    "12:15", "12.15", "'12.15'", "25:00", "25.00", "12.75", "9:5", "kl. 12.15",
    # numbers and amounts
    "7", "07", "-1", "1.5", "28/22", "30 %", "1/2", "10 dager", "2 aar", "2 år", "9999 aar", "3 perioder",
    "aar", "år", "vår", "månader", "uke", "10 dagar", "6 månader", "5 virkedager", "2. mars i 2. år",
    "valgperiode", "samme_dag", "neste moete", "n/aa",
    # nothing, lists and keys
    "null", "~", "[]", "[ukjent]", "[kari, ola]", "[7]", "[null]", "[[kari]]", "[2022-02-09]", "{}", "{tekst: x}",
    "[{person: kari, meldt: ukjent}]",
    # what is assumed
    "{antatt: ja}", "{antatt: kari}", "{antatt: ukjent}", "{antatt: 2022-11-16}", "{antatt: 12:15}",
    "{antatt: [kari]}", "{antatt: 7}",
)  # fmt: skip

TOMT = {"null", "~", "''", "[]"}
SOM_TALL = {"7", "07", "1.5", "25.00", "{antatt: 7}"}
KAN_IKKE_SES = {
    # 7, 7.00 and 07 are one number to an editor; true and True, one truth
    "feil_tall": SOM_TALL,
    "feil_klokkeslett": SOM_TALL,
    "feil_saksnummer": SOM_TALL,
    "feil_starter": {"True"},
    # of two keys, one must be there, or goes only with some values of the other
    "feil_mengde": {*SOM_TALL, *TOMT, "[7]", "28/22", "30 %", "1/2", "2022"},
    "feil_krav": {*TOMT, "{}"},
    "feil_naar": {*TOMT, "{}", "moete"},
    "feil_utsending": TOMT,
    "feil_rettighet": TOMT,
    "feil_godkjent": TOMT,
    "feil_hyppighet": {"30 %", "1/2"},
    "feil_frist": {*TOMT, "moete", "2022-11-16", "1. desember", "neste moete", "2 aar", "2 år"},
    "too_short": TOMT,
    # which of two days is first
    "feil_rekkefoelge": {"2022-11-16", "{antatt: 2022-11-16}", "2022"},
    # {} stands for nobody in a list, and for nothing without the brackets
    "tuple_type": {"{}"},
}
"""What a schema cannot see: by the sort of error, what was written when it was one."""

Rute = tuple[str | int, ...]


@cache
def begge(text: str) -> tuple[Any, Any]:
    """What is written, as the program reads it and as an editor does."""
    written = f"x: {text}\n"
    read: Any = parse("records/x.yaml", written.encode()).data
    return read["x"], i_redigeringsprogrammet(written)["x"]


@cache
def filene(path: str) -> tuple[Any, Any]:
    text, data = lest(path)
    return data, i_redigeringsprogrammet(text)


def _av_slag(way: Rute, data: Any) -> tuple[Any, ...]:
    """What makes a place another one than those before it: the keys on the way, and of a rule set the kind of rule."""
    keys = tuple(step for step in way if isinstance(step, str)), isinstance(way[-1], int)
    if way[0] != "bestemmelser" or len(way) < 2:
        return keys
    provision = data["bestemmelser"][way[1]]
    return (*keys, provision.get("regel"), provision.get("hver"))


@cache
def stedene(navn: str) -> list[tuple[str, Rute]]:
    """Every sort of place in the shipped files of one sort."""
    found: dict[tuple[Any, ...], tuple[str, Rute]] = {}
    for path in (path for path in FILENE if slag(path).navn == navn):
        data = lest(path)[1]
        for way in steder(data):
            if way:
                found.setdefault(_av_slag(way, data), (path, way))
    return list(found.values())


def enige(navn: str, written: Any, read: Any, text: str) -> bool:
    """Whether both take it, or neither, or a schema cannot tell."""
    errors = feilene(navn, written)
    return holder(navn, read) is not bool(errors) or any(text in KAN_IKKE_SES.get(e, ()) for e in errors)


NAVNENE = [fil.navn for fil in FILER if any(slag(path) is fil for path in FILENE)]


@pytest.mark.parametrize("navn", NAVNENE)
@eksempler(300)
@given(data=st.data())
def test_both_take_what_is_written_at_a_place_or_neither_does(navn: str, data: st.DataObject) -> None:
    path, way = data.draw(st.sampled_from(stedene(navn)))
    text = data.draw(st.sampled_from(TEKSTER))
    (ours, theirs), (ours_there, theirs_there) = begge(text), filene(path)
    written, read = med(ours_there, way, satt(ours)), med(theirs_there, way, satt(theirs))
    assert enige(navn, written, read, text), (path, way, text, feilene(navn, written))


@pytest.mark.parametrize("navn", NAVNENE)
def test_both_see_a_key_that_is_missing_or_is_none(navn: str) -> None:
    for path, way in stedene(navn):
        if isinstance(way[-1], str):
            ours, theirs = filene(path)
            for change, text in ((_uten, "~"), (_fremmed, "x")):
                written, read = med(ours, way, change), med(theirs, way, change)
                assert enige(navn, written, read, text), (path, way, change, feilene(navn, written))


MOETE: dict[str, Any] = {"dato": "2026-02-09", "status": "planlagt"}


@pytest.mark.parametrize(
    ("key", "text", "taken"),
    [
        ("tid", "12.15", True),
        ("tid", "24.00", False),
        ("tid", "12.60", False),
        ("slutt_dato", "2028-02-29", True),
        ("slutt_dato", "2100-02-29", False),
        ("avgjoeres_i", "2022-02-30-2", False),
        ("nummer", "true", True),
        ("nummer", "[ukjent]", False),
        ("felles_med", "[ukjent]", True),
        ("nummer", "{antatt: ''}", False),
        ("aapent", "no", False),
    ],
)
def test_both_say_the_same_of_a_meeting(key: str, text: str, taken: bool) -> None:
    ours, theirs = begge(text)
    assert bool(feilene("moete", MOETE | {key: ours})) is not taken
    assert holder("moete", MOETE | {key: theirs}) is taken


def _uten(where: Any, step: str | int) -> None:
    where.pop(step)


def _fremmed(where: Any, step: str | int) -> None:
    where["finnesikke"] = "x"


def test_the_pattern_of_a_day_is_the_calendar() -> None:
    known = re.compile(DAG)
    first, last = date(FOERSTE_AAR, 1, 1), date(SISTE_AAR, 12, 31)
    days = {str(first + timedelta(days=nr)) for nr in range((last - first).days + 1)}
    written = (f"{y}-{m:02}-{d:02}" for y in range(1899, 2202) for m in range(14) for d in range(33))
    assert {day for day in written if known.fullmatch(day)} == days


def nektelser(value: Any, way: Rute = ()) -> Iterator[tuple[Rute, dict[str, Any]]]:
    """Every part of a schema by which something is refused."""
    if isinstance(value, list):
        for nr, item in enumerate(value):
            yield from nektelser(item, (*way, nr))
    elif isinstance(value, dict):
        names = bool(way) and way[-1] in ("properties", "$defs")
        if not names:
            yield way, value
        for key, item in value.items():
            if names or key not in ("if", "contains", "not", "default", "enum"):
                yield from nektelser(item, (*way, key))


UTEN_MELDING = {
    "minimum",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "const",
    "oneOf",
    "format",
    "not",
}
"""What yaml-language-server tells in English whatever the schema says."""


@pytest.mark.parametrize("navn", [fil.navn for fil in FILER])
def test_what_an_editor_refuses_is_told_in_norwegian(navn: str) -> None:
    for way, part in nektelser(SKJEMAER[navn]):
        refuses = (
            part.keys() & {"type", "pattern", "enum", "required"} or part.get("additionalProperties") is False
        )
        told = part.keys() & {"errorMessage", "patternErrorMessage"}
        last_of_all = part == INGENTING or "contains" in part  # never the nearest of several choices
        assert told or not refuses or last_of_all, (way, json.dumps(part)[:200])
        assert part == INGENTING or not part.keys() & UTEN_MELDING, way


@pytest.mark.parametrize("navn", [fil.navn for fil in FILER])
def test_every_key_is_explained_where_the_cursor_stands(navn: str) -> None:
    for way, part in nektelser(SKJEMAER[navn]):
        if way[-2:-1] == ("properties",) and "then" not in way:
            assert part.keys() & {"description", "deprecationMessage"}, way
