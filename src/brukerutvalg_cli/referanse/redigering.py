"""Redigering: a schema for an editor – it refuses what we refuse and no more, and says so in Norwegian.

`errorMessage` and its like are no part of JSON Schema: yaml-language-server shows them in place of its own sentences,
and others pass them by. It rewrites a message where two choices of one shape are both wrong: types are therefore
lists here, and words are an `enum` even when there is but one.
"""

from __future__ import annotations

from typing import Any

from brukerutvalg_cli.forklaring import forklaringer
from brukerutvalg_cli.mandat.proeve.valg import FOERT_ORD
from brukerutvalg_cli.model.dagmoenster import DAG
from brukerutvalg_cli.oppramsing import enten_eller
from brukerutvalg_cli.referanse.skjema import (
    DEFS,
    IKKE_TOM,
    TEKST,
    UTGAATT,
    Skjema,
    definisjon,
    en_av,
    er_antatt,
    slag,
)

DATO: Skjema = {
    "type": ["string"],
    "pattern": f"^({DAG})$",
    "errorMessage": "en dato skrives slik: 2026-02-09, og må finnes i kalenderen",
}
KJENT: Skjema = {
    "pattern": r"^(?!ukjent$)[\s\S]",
    "items": {"pattern": "^(?!ukjent$)", "errorMessage": "det som er ukjent, er ikke antatt"},
    "errorMessage": "det som er ukjent, er ikke antatt",
}
"""What is said of the value behind `antatt`, whatever else it is."""
NOE: Skjema = {
    "pattern": r"\S",
    "errorMessage": "her må det stå noe",
    "if": {"anyOf": [{"type": "array", "maxItems": 0}, {"type": "object", "maxProperties": 0}]},
    "then": {"type": ["string"], "errorMessage": "her må det stå noe"},
}
"""What is said of a value that something is open or closed by."""
ORD: Skjema = {
    "if": {"type": ["array", "object", "null"]},
    "then": {"type": ["string"], "errorMessage": "her skal det stå en tekst"},
}
"""A text of ours that looks like a number or a truth is one to the editor, which would offer `true` for the type."""
INGENTING: Skjema = {"not": {"type": ["string", "number", "boolean", "array", "object"]}}
"""Nothing behind the key. For the type `null` the editor would offer that word."""
FASTE = {"DATO": DATO, "KJENT": KJENT, "NOE": NOE, "TEKST": {"anyOf": [ORD]}}
ANTATT_OM = "Det som er antatt: ingen vet om det er slik."
AV_NOEKLER: Skjema = {"type": ["object"], "errorMessage": "her skal det stå «nøkkel: verdi»"}
EN_TEKST: Skjema = {"$ref": DEFS + "TEKST"}
MANGE = 16
"""More keys than this are a page of the reference, not a line of help."""

FORMER = {
    "DAG_I_AARET": "en dag i året skrives slik: 1. desember",
    "KLOKKESLETT": "et klokkeslett skrives slik: 12:15",
    "MØTE": "et møte skrives som dagen det er: 2026-12-02, eller 2026-12-02-2 for det andre den dagen",
    "NESTE": "det neste av noe skrives slik: neste moete",
    "Dag_i_perioden": "et år av perioden skrives slik: 31. mars i 2. aar",
    "NUMMERFORMAT": "et nummerformat skrives med n for løpenummeret og aa eller aaaa for året: n/aa, aaaa/n, PS n/aa",
    "PAA_RAD": "her skal det stå 3 perioder, 2 aar eller ubegrenset",
    "PER": "her skal det stå kalenderaar, en måned (april) eller en tid: 2 aar, 3 maaneder",
    "SAKSNUMMER": "et saksnummer skrives slik: 28/22, 2022/28, PS 28/22 eller 28",
    "TALL": "en mengde skrives som et tall, 1/2, 40 %, ubegrenset, [6, 8] eller {2-3: 1, over 9: 40 %}",
    "TID": "en tid skrives slik: 10 dager, 5 arbeidsdager, 3 uker, 6 maaneder, 2 aar",
}
"""What each value type is told to be, by its title."""


IKKE_JA_NEI: Skjema = {
    "pattern": "^(?!(ja|nei)$)",
    "patternErrorMessage": "her spørres det ikke om ja eller nei: skriv foert eller ikke_foert",
}
_TIMENE = [{"minimum": hour, "maximum": hour + 0.59} for hour in range(24)]
"""12.15 is a number to the editor, and not every number is a time."""


def for_editor(whole: Skjema) -> Skjema:
    """The same schema for an editor."""
    found: Skjema = _for_editor(whole, whole)
    for name, value in found.get("$defs", {}).items():
        if name in FORMER:
            _si(value, FORMER[name])
        if name == "KLOKKESLETT":
            value |= _nektet({"not": {"anyOf": _TIMENE}}, "number", FORMER["KLOKKESLETT"])
    used = {name: value for name, value in FASTE.items() if _nevner(found, DEFS + name)}
    return found | {"$defs": dict(sorted({**found.get("$defs", {}), **used}.items()))}


def _nevner(value: Any, ref: str) -> bool:
    if isinstance(value, list):
        return any(_nevner(item, ref) for item in value)
    if isinstance(value, dict):
        return value.get("$ref") == ref or any(_nevner(item, ref) for item in value.values())
    return False


def _si(value: Skjema, melding: str) -> None:
    """Has every alternative of a value type say the same."""
    for choice in value.get("anyOf", [value]):
        if "$ref" not in choice:
            choice["errorMessage"] = melding


def _for_editor(value: Any, whole: Skjema) -> Any:
    if isinstance(value, list):
        return [_for_editor(item, whole) for item in value]
    if not isinstance(value, dict):
        return value
    if "oneOf" in value:
        return _by_kind({item["$ref"]: slag(definisjon(item["$ref"], whole)) for item in value["oneOf"]})
    if value.get("format") == "date":
        return {"$ref": DEFS + "DATO"} | {k: v for k, v in value.items() if k not in ("type", "format")}
    if er_antatt(value):
        inner = _for_editor(value["properties"]["antatt"], whole)
        known = {"allOf": [inner, {"$ref": DEFS + "KJENT"}]}
        return _med_meldinger({**value, "properties": {"antatt": known | {"description": ANTATT_OM}}})
    found = {key: _for_editor(item, whole) for key, item in value.items()}
    if "anyOf" in found:
        found["anyOf"] = _uten_ja_nei(_ord_samlet(found["anyOf"]))
    if isinstance(properties := found.get("properties"), dict):
        required = found.get("required", ())
        found["properties"] = {
            key: _vokter(item)
            if item.pop(IKKE_TOM, False)
            else item
            if key in required
            else _or_nothing(item)
            for key, item in _forklart(properties).items()
        } | {key: _som_foer(key, now) for key, now in found.pop(UTGAATT, {}).items()}
    return _med_meldinger(found)


def _forklart(properties: dict[str, Skjema]) -> dict[str, Skjema]:
    """The keys of a record; of a provision also what its kind says."""
    found = dict(properties)
    for key, said in (("regel", _om_slaget), ("hver", lambda _: "Postene kravet er om.")):
        if len(words := found.get(key, {}).get("enum", ())) == 1:
            found[key] = {"description": said(words[0])} | found[key]
    return found


def _ord_samlet(choices: list[Skjema]) -> list[Skjema]:
    """The choices, with every word that may stand there in the first enum of them."""
    words = [choice for choice in choices if "enum" in choice]
    if len(words) < 2:
        return choices
    every = list(dict.fromkeys(word for choice in words for word in choice["enum"]))
    one = _med_meldinger({"enum": every})
    return [one if choice is words[0] else choice for choice in choices if choice not in words[1:]]


def _uten_ja_nei(choices: list[Skjema]) -> list[Skjema]:
    """The choices of what is demanded; of what is not yes or no, neither of them is a word."""
    if not any(choice.get("enum") == list(FOERT_ORD) for choice in choices):
        return choices
    return [ORD | IKKE_JA_NEI if choice == EN_TEKST else choice for choice in choices]


def _som_foer(key: str, now: str) -> Skjema:
    """A key that is written otherwise now: it is read, and told."""
    return {"deprecationMessage": f"«{key}» skrives nå {now}"}


def _vokter(value: Skjema) -> Skjema:
    beside = {key: value.pop(key) for key in ("description", "default") if key in value}
    return {"anyOf": [{"allOf": [value, {"$ref": DEFS + "NOE"}]}]} | beside


def _med_meldinger(value: Skjema) -> Skjema:
    """The value with what is said where something else stands."""
    if "const" in value:
        value = {"enum": [value["const"]], **{k: v for k, v in value.items() if k != "const"}}
    if "enum" in value:
        said = {k: v for k, v in value.items() if k != "type"}
        return said | {"errorMessage": f"her kan det stå {enten_eller(map(str, value['enum']))}"}
    if value.get("type") == TEKST["type"] and "patternErrorMessage" in value:
        return {key: item for key, item in value.items() if key != "type"} | ORD
    if value.get("type") == TEKST["type"] and "pattern" not in value:
        return EN_TEKST | {key: item for key, item in value.items() if key != "type"}
    match value.get("type"):
        case "object":
            return _med_noekler(value)
        case "array":
            listed = value | {"type": ["array"], "errorMessage": "her skal det stå en liste: [a, b]"}
            return _ikke_tom(listed, "minItems", "array")
        case "string":
            return value | {"type": ["string"]}
        case ["integer", "string"] | ["string", "integer"]:
            return _i_grensene(value)
    return value


HELTALL = "her skal det stå et helt tall fra 0"
TOMT = "her må det stå noe"


def _i_grensene(value: Skjema) -> Skjema:
    """A whole number, from 0 where nothing else is said."""
    bounds = {key: item for key, item in value.items() if key in ("minimum", "maximum")}
    found = {"errorMessage": HELTALL} | {key: item for key, item in value.items() if key not in bounds}
    return found | _nektet({"not": bounds}, "number", found["errorMessage"])


def _nektet(what: Skjema, kind: str, melding: str) -> Skjema:
    """Refuses what is so, in our words: of a bound, yaml-language-server has its own sentence alone."""
    never = next(each for each in ("string", "number") if each != kind)
    return {"if": {"type": kind, **what}, "then": {"type": [never], "errorMessage": melding}}


def _ikke_tom(value: Skjema, bound: str, kind: str) -> Skjema:
    """The same without the bound that says there must be something in it, and with the words for that."""
    if not value.pop(bound, 0):
        return value
    return value | _nektet({bound.replace("min", "max"): 0}, kind, TOMT)


def _med_noekler(value: Skjema) -> Skjema:
    """An object that says which keys it has, which of them is missing, and that it is made of keys."""
    found = {key: item for key, item in value.items() if key not in ("type", "required")}
    keys = [key for key, item in value.get("properties", {}).items() if "deprecationMessage" not in item]
    if keys and value.get("additionalProperties") is False:
        known = (
            "Ctrl+mellomrom viser hva som kan stå"
            if len(keys) > MANGE
            else f"her kan det stå {enten_eller(keys)}"
        )
        found["errorMessage"] = f"denne nøkkelen hører ikke hjemme her; {known}"
    missing = [{"required": [key], "errorMessage": f"«{key}» mangler"} for key in value.get("required", ())]
    return _ikke_tom(found, "minProperties", "object") | {"allOf": [AV_NOEKLER, *missing]}


def _by_kind(kinds: dict[str, dict[str, str]]) -> Skjema:
    """A choice by `regel` and `hver`: an editor then speaks of the one kind that is meant."""
    several: dict[str, list[str]] = {}
    for kind in kinds.values():
        if "hver" in kind:
            several.setdefault(kind["regel"], []).append(kind["hver"])
    words = list(dict.fromkeys(kind["regel"] for kind in kinds.values()))
    return AV_NOEKLER | {
        "properties": {"regel": _slagene(words)},
        "allOf": [
            *({"if": _is(kind), "then": {"$ref": ref}} for ref, kind in kinds.items()),
            *({"if": _is({"regel": regel}), "then": _has_one_of(hver)} for regel, hver in several.items()),
        ],
    }


def _slagene(words: list[str]) -> Skjema:
    """The kinds of rule, each with what it says."""
    about = {"description": "Slaget regel bestemmelsen er.", "enumDescriptions": [*map(_om_slaget, words)]}
    return _med_meldinger({"enum": words}) | about


def _om_slaget(word: str) -> str:
    """The first line of what there is to read of a kind."""
    known = forklaringer().get(word)
    return known.tekst.partition("\n")[0] if known else "ingen – bestemmelsen blir ikke kontrollert."


def _has_one_of(hver: list[str]) -> Skjema:
    known = {"properties": {"hver": _med_meldinger({"enum": hver})}}
    return known | {"required": ["hver"], "errorMessage": f"«hver» mangler: {enten_eller(hver)}"}


def _is(kind: dict[str, str]) -> Skjema:
    """A provision of this kind. One that does not say is `ingen`."""
    required = [key for key, value in kind.items() if value != "ingen"]
    return {"properties": {key: {"const": value} for key, value in kind.items()}, "required": required}


def _or_nothing(value: Skjema) -> Skjema:
    beside = {key: value[key] for key in ("description", "default") if key in value}
    bare = {key: item for key, item in value.items() if key not in beside}
    return en_av([bare, INGENTING]) | beside
