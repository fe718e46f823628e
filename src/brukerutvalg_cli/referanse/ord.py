"""Ord: what may stand behind a key, in Norwegian words."""

from __future__ import annotations

from collections.abc import Mapping

from brukerutvalg_cli.referanse.skjema import DEFS, UKJENT, UKJENT_BLANT, Skjema, er_antatt

Kalt = Mapping[str, str]
"""What a definition is called on the page: a link, or a few words."""

FASTE = {
    "FORFALL": "person, eller `{person: kari, meldt: 2026-02-07}`",
    "KLOKKESLETT": "klokkeslett, som `12:15`",
    "SAKSNUMMER": "saksnummer, som `28/22`",
    "MØTE": "møte, som `2026-12-02`; det andre den dagen er `2026-12-02-2`",
    "NUMMERFORMAT": "nummerformat, som `n/aa`",
}


def verdi_i_ord(schema: Skjema, kalt: Kalt) -> str:
    """`dato`, `liste av tekst`: what a value may be. Whether it may be `ukjent` has a column of its own."""
    if ref := schema.get("$ref"):
        name = ref.removeprefix(DEFS)
        return FASTE.get(name) or kalt[name]
    if "const" in schema:
        return f"`{schema['const']}`"
    if "enum" in schema:
        return _eller([f"`{word}`" for word in schema["enum"]])
    if "oneOf" in schema:
        return "[bestemmelser](mandatspraak.md)"
    if "anyOf" in schema:
        said = [c for c in schema["anyOf"] if c not in (UKJENT, UKJENT_BLANT) and not er_antatt(c)]
        return _choices(said, kalt)
    return _of_type(schema, kalt)


def kan_vaere_ukjent(schema: Skjema) -> bool:
    """Whether the fact may be said to be unknown."""
    return UKJENT in schema.get("anyOf", ())


def kan_antas(schema: Skjema) -> bool:
    """Whether the fact may be an assumption."""
    return any(map(er_antatt, schema.get("anyOf", ())))


def _choices(choices: list[Skjema], kalt: Kalt) -> str:
    """Alternatives. A list of `x` beside `x` itself is one or several of them."""
    listed = [choice["items"] for choice in choices if choice.get("type") == "array"]
    return _eller(
        [
            verdi_i_ord(choice, kalt) + (" (én eller en liste)" if choice in listed else "")
            for choice in choices
            if choice.get("type") != "array" or choice["items"] not in choices
        ]
    )


def _of_type(schema: Skjema, kalt: Kalt) -> str:
    match schema:
        case {"type": "array", "items": items}:
            return f"liste av {verdi_i_ord(items, kalt)}"
        case {"type": "object", "additionalProperties": value}:
            return f"navn, hvert med {verdi_i_ord(value, kalt)}"
        case {"format": "date"}:
            return "dato"
        case {"type": ["integer", *_]}:
            return "helt tall"
    return "tekst"


def _eller(words: list[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} eller {last}" if first else last
