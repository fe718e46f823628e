"""Tabell: the keys of a record as a Markdown table, and those of the records within it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from brukerutvalg_cli.referanse.ord import Kalt, kan_antas, kan_vaere_ukjent, verdi_i_ord
from brukerutvalg_cli.referanse.skjema import DEFS, Skjema, definisjon

SPRAAKET = "mandatspraak.md"
VERDITYPER = {
    "Hvem": "HVEM",
    "Mengde": "MENGDE",
    "MengdeAv": "MENGDE",
    "Naar": "NAAR",
    "Anledning": "NAAR",
    "Organisasjonsvalg": "ORGANISASJON",
}
"""Records that are value types of the language, beside those that have a name in capitals."""
PROEVE = "Proeve"
"""How the definition of a test of a record ends."""


def noekkeltabell(record: Skjema, kalt: Kalt, utelat: Collection[str] = ()) -> str:
    """One row for each key."""
    shown = {key: value for key, value in record["properties"].items() if key not in utelat}
    ukjent = any(map(kan_vaere_ukjent, shown.values()))
    heads = ["Nøkkel", "Hva som kan stå der", *(["`ukjent`"] if ukjent else []), "Må stå", "Hva det er"]
    rows = [heads, ["---"] * len(heads)]
    for key, value in shown.items():
        unknown = [_ukjent(value)] if ukjent else []
        must, about = _must(key, value, record), value.get("description", "")
        rows.append([f"`{key}`", verdi_i_ord(value, kalt), *unknown, must, about])
    return "".join(f"| {' | '.join(map(_celle, row))} |\n" for row in rows)


def _ukjent(value: Skjema) -> str:
    """Whether the fact may be unknown, and where it then may not be assumed."""
    if not kan_vaere_ukjent(value):
        return ""
    return "ja" if kan_antas(value) else "ja, men ikke antatt"


def _must(key: str, value: Skjema, record: Skjema) -> str:
    if key in record.get("required", ()):
        return "ja"
    return f"ellers `{value['default']}`" if "default" in value else ""


def _celle(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def topp(whole: Skjema) -> Skjema:
    """The record that a schema is about: itself, what it refers to, or what it is a list of."""
    match whole:
        case {"$ref": ref} | {"items": {"$ref": ref}} | {"additionalProperties": {"$ref": ref}}:
            return definisjon(ref, whole)
    return whole


def poster(record: Skjema, whole: Skjema, utelat: Collection[str] = ()) -> dict[str, str]:
    """The records within a record: each definition, and the way to it: `saker.valg`. The nearest way first."""
    found: dict[str, str] = {}
    waiting: list[tuple[tuple[str, ...], Skjema, frozenset[str]]] = [((), record, frozenset(utelat))]
    while waiting:
        way, here, left_out = waiting.pop(0)
        for key, value in here["properties"].items():
            named = {name: definisjon(name, whole) for name in _named_in(value) if not er_verditype(name)}
            records = {name: inner for name, inner in named.items() if "properties" in inner}
            for name, inner in records.items() if key not in left_out else ():
                if name not in found:
                    found[name] = ".".join((*way, key))
                    waiting.append(((*way, key), inner, frozenset()))
    return found


def _named_in(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _named_in(item)
    elif isinstance(value, dict) and "oneOf" not in value:
        if "$ref" in value:
            yield value["$ref"].removeprefix(DEFS)
        for item in value.values():
            yield from _named_in(item)


def er_verditype(name: str) -> bool:
    """Whether a definition is a value type of the mandate language, with its own section in the reference."""
    return name.isupper() or name in VERDITYPER or er_proeve(name)


def er_proeve(name: str) -> bool:
    """Whether a definition is a test of a record: its keys are explained with the record itself."""
    return name.endswith((PROEVE, "vilkaar", "valg")) or name.startswith(("Ordvalg", "Noen", "Vilkaar"))


def verdityper(whole: Skjema, rot: str = "") -> dict[str, str]:
    """A link to each value type that a schema names."""
    names = [name for name in whole.get("$defs", {}) if er_verditype(name)]
    return {
        name: f"[{said}]({rot}{SPRAAKET}#{said.lower()})"
        for name in names
        for said in [PROEVE.upper() if er_proeve(name) else VERDITYPER.get(name, name)]
    }


def anker(heading: str) -> str:
    """The anchor GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def med_poster(
    record: Skjema,
    whole: Skjema,
    heading: str,
    *,
    nivaa: int = 3,
    utelat: Collection[str] = (),
    rot: str = "",
) -> Iterator[str]:
    """The table of a record, and under a heading of its own the table of each record within it."""
    within = poster(record, whole, utelat)
    headings = {name: f"{heading}: {way}" for name, way in within.items()}
    links = {name: f"[{way}](#{anker(headings[name])})" for name, way in within.items()}
    kalt = verdityper(whole, rot) | links
    yield noekkeltabell(record, kalt, utelat)
    for name in within:
        yield f"{'#' * nivaa} {headings[name]}\n"
        yield noekkeltabell(definisjon(name, whole), kalt)
