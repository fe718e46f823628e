"""Tabell: the keys of a record as a Markdown table, and those of the records within it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
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
MENGDE = ("antall", "minst", "hoeyst", "mer_enn", "telles")
"""The words of an amount, where they stand among other keys."""
FLERE = " (eller flere)"
"""How the words for what may stand behind a key end, where a list of it may stand there too."""
PROEVE = "Proeve"
"""How the definition of a test of a record ends."""


def noekkeltabell(record: Skjema, kalt: Kalt, utelat: Collection[str] = ()) -> str:
    """One row for each key."""
    shown = {key: value for key, value in record["properties"].items() if key not in utelat}
    ukjent = any(map(kan_vaere_ukjent, shown.values()))
    heads = ["Nøkkel", "Hva som kan stå der", *(["`ukjent`"] if ukjent else []), "Må stå", "Hva det er"]
    rows = [heads]
    for key, value in shown.items():
        unknown = [_ukjent(value)] if ukjent else []
        must, about = _must(key, value, record), value.get("description", "")
        rows.append([f"`{key}`", verdi_i_ord(value, kalt), *unknown, must, about])
    return _tabell(rows)


def kort_tabell(
    records: Iterable[Skjema], kalt: Kalt, utelat: Collection[str] = (), mengde: Collection[str] = MENGDE
) -> str:
    """One row for each key of a provision, or of the records within one: what may stand there, and what it is.

    Nothing is said twice: text is what stands where nothing else is said, and an amount is one row.
    """
    rows = [["Nøkkel", "Innhold"]]
    for record in records:
        shown = {key: value for key, value in record["properties"].items() if key not in utelat}
        amount = [key for key in mengde if key in shown] if "antall" in shown else []
        if amount:
            rows.append([", ".join(f"`{key}`" for key in amount), "Hvor mange, som i en MENGDE."])
        rows += [_rad(key, value, record, kalt) for key, value in shown.items() if key not in amount]
    return _tabell(rows)


def _rad(key: str, value: Skjema, record: Skjema, kalt: Kalt) -> list[str]:
    said, several, _ = verdi_i_ord(value, kalt).partition(FLERE)
    about, default = value.get("description", ""), value.get("default", "nei")
    plain = said == "tekst" or (said == "`ja` eller `nei`" and ":" in about)
    marks = [*(["må stå"] if key in record.get("required", ()) else []), *(["flere"] if several else [])]
    parts = (
        "" if plain else f"{said[:1].upper()}{said[1:]}.",
        about,
        "" if default == "nei" else f"Ellers `{default}`.",
    )
    marked = f"`{key}` ({', '.join(marks)})" if marks else f"`{key}`"
    return [marked, " ".join(part for part in parts if part)]


def _tabell(rows: list[list[str]]) -> str:
    heads, *others = (f"| {' | '.join(map(_celle, row))} |\n" for row in rows)
    return "".join((heads, f"|{'---|' * len(rows[0])}\n", *others))


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


def verditype(name: str) -> str:
    """The heading under which a definition is explained."""
    return VERDITYPER.get(name) or (PROEVE.upper() if er_proeve(name) else name)


def verdityper(whole: Skjema, rot: str = "") -> dict[str, str]:
    """A link to each value type that a schema names."""
    names = [name for name in whole.get("$defs", {}) if er_verditype(name)]
    return {name: f"[{said}]({rot}{SPRAAKET}#{said.lower()})" for name in names for said in [verditype(name)]}


def anker(heading: str) -> str:
    """The anchor GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def med_poster(
    record: Skjema,
    whole: Skjema,
    heading: str,
    *,
    utelat: Collection[str] = (),
) -> Iterator[str]:
    """The table of a record, and under a heading of its own the table of each record within it."""
    within = poster(record, whole, utelat)
    headings = {name: f"{heading}: {way}" for name, way in within.items()}
    links = {name: f"[{way}](#{anker(headings[name])})" for name, way in within.items()}
    kalt = verdityper(whole) | links
    yield noekkeltabell(record, kalt, utelat)
    for name in within:
        yield f"### {headings[name]}\n"
        yield noekkeltabell(definisjon(name, whole), kalt)


def tabell_av_poster(whole: Skjema, kalt: Kalt, utelat: Collection[str], med: str = "") -> Iterator[str]:
    """One short table of all the records within a provision, and before it where they stand."""
    if within := poster(topp(whole), whole, utelat):
        inner = [definisjon(name, whole) for name in within]
        yield f"I `{next(iter(within.values()))}`{med}:\n"
        yield kort_tabell(inner, {**kalt, **i_klammer(whole, utelat)})


def i_klammer(whole: Skjema, utelat: Collection[str]) -> dict[str, str]:
    """Each record within a provision by its keys: `{finnes, i_rekkefoelge}`."""
    names = poster(topp(whole), whole, utelat)
    return {name: f"`{{{', '.join(definisjon(name, whole)['properties'])}}}`" for name in names}
