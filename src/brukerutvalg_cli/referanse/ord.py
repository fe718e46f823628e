"""Ord: what may stand behind a key, in Norwegian words."""

from __future__ import annotations

from collections.abc import Mapping

from brukerutvalg_cli.mandat.bestemmelse import SEVERITY
from brukerutvalg_cli.model.deldato import SKJEMA as DELDATO
from brukerutvalg_cli.model.kalender import MAANEDER
from brukerutvalg_cli.oppramsing import enten_eller
from brukerutvalg_cli.referanse.skjema import DEFS, UKJENT, UKJENT_BLANT, Skjema, er_antatt

Kalt = Mapping[str, str]
"""What a definition is called on the page: a link, or a few words."""

FASTE = {
    "Dag_i_perioden": "dag i perioden",
    "FORFALL": "person, eller `{person: kari, meldt: 2026-02-07}`",
    "KLOKKESLETT": "klokkeslett, som `12:15`",
    "SAKSNUMMER": "saksnummer, som `28/22`",
    "MØTE": "møte, som `2026-12-02`; det andre den dagen er `2026-12-02-2`",
    "NUMMERFORMAT": "nummerformat, som `n/aa`",
}

KJENT = {MAANEDER: "en måned", tuple(SEVERITY): "en av [styrkene](#styrken)"}
"""Words that are many and known, or explained in full on the page."""


def verdi_i_ord(schema: Skjema, kalt: Kalt) -> str:
    """`dato`, `liste av tekst`: what a value may be. Whether it may be `ukjent` has a column of its own."""
    if ref := schema.get("$ref"):
        name = ref.removeprefix(DEFS)
        return FASTE.get(name) or kalt[name]
    if "const" in schema:
        return f"`{schema['const']}`"
    if words := KJENT.get(tuple(schema.get("enum", ()))):
        return words
    if "enum" in schema:
        return enten_eller([f"`{word}`" for word in schema["enum"]])
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
    """Alternatives, each said once. A list of what may stand there without one is an addition to them all."""
    alone = [c for choice in choices if choice.get("type") != "array" for c in _flat(choice)]
    lists = [choice for choice in choices if choice.get("type") == "array"]
    added = [each for each in lists if all(item in alone for item in _flat(each["items"]))]
    others = [each for each in lists if each not in added]
    said = dict.fromkeys(verdi_i_ord(choice, kalt) for choice in (*alone, *others))
    return enten_eller(list(said)) + (" (eller flere)" if added else "")


def _flat(choice: Skjema) -> list[Skjema]:
    """The alternatives within an alternative."""
    if choice.get("enum") and tuple(choice["enum"]) not in KJENT:
        return [{"const": word} for word in choice["enum"]]
    return [c for inner in choice["anyOf"] for c in _flat(inner)] if "anyOf" in choice else [choice]


def _of_type(schema: Skjema, kalt: Kalt) -> str:
    if schema == DELDATO:
        return "dato"
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
