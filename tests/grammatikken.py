"""Rule sets drawn from the grammar: the published schema, read as a recipe for what may be written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from smaa_registre import ROOT

Skjema = dict[str, Any]
HELE: Skjema = json.loads((ROOT / "schemas/regelverk.json").read_text(encoding="utf-8"))
ORD = (
    "leder", "nestleder", "medlem", "vara", "sekretaer", "redaksjonsraad", "medlemmer", "oppnevnte", "frammoette",
    "bruker", "nav", "eier", "overordnet", "ffo", "nav-leder", "unge", "moete", "sak", "saker", "ledervalg",
    "innkalling", "sakspapirer", "referat", "evaluering", "fagdag", "utvalget", "alle", "loddtrekning", "reise",
    "lokal", "nav.no", "mandat", "organisasjonene", "kari",
)  # fmt: skip
"""What a word may be, where the schema says no more: names that the register has, of every sort."""
RARE = ("tull", "Lédér", "rådgivar", "2 perioder", "ukjent", "a b", "nav-", "0")
"""And what it does not have, or has in another spelling."""


def slagene() -> Iterator[tuple[dict[str, Any], Skjema]]:
    """Each kind: the keys that say which it is, and its schema."""
    for each in HELE["properties"]["bestemmelser"]["items"]["allOf"]:
        tells = {key: value["const"] for key, value in each["if"]["properties"].items()}
        if "$ref" in each["then"]:  # else it says what a kind lacks
            yield tells, _slaatt_opp(each["then"])


def bestemmelser(nr: int = 0) -> st.SearchStrategy[dict[str, Any]]:
    """A provision of any kind, with what must be there and some of what may."""
    faste = {"id": f"regel-{nr}", "avsnitt": "Avsnittet", "tekst": "Teksten."}
    return st.one_of(
        [
            _poster(schema, dybde=4, uten={*faste, *tells, "styrke", "gjelder_bestemmelse"}).map(
                lambda drawn, tells=tells: faste | {"styrke": "skal"} | drawn | tells  # type: ignore[misc]  # bound now
            )
            for tells, schema in slagene()
        ]
    )


def verdier(schema: Skjema, dybde: int) -> st.SearchStrategy[Any]:
    """A value that the schema takes, as far as it says what that is."""
    schema = _slaatt_opp(schema)
    if choices := schema.get("anyOf") or schema.get("oneOf"):
        said = [each for each in choices if each.get("type") != "null"]
        flat = [each for each in said if dybde > 0 or not _har_deler(each)]
        return st.one_of([verdier(each, dybde) for each in flat or said[:1]])
    if "const" in schema:
        return st.just(str(schema["const"]))
    if "enum" in schema:
        return st.sampled_from([str(each) for each in schema["enum"]])
    kind = schema.get("type", "string")
    if kind == "array":
        return st.lists(verdier(schema["items"], dybde - 1), min_size=1, max_size=2)
    if kind == "object":
        return _poster(schema, dybde - 1)
    if "pattern" in schema:
        return st.from_regex(schema["pattern"], fullmatch=True).map(lambda text: str(text).rstrip("\n"))
    if schema.get("format") == "date":
        return st.dates().map(str)
    return st.sampled_from((*ORD, *ORD, *ORD, *RARE))


def _poster(schema: Skjema, dybde: int, uten: set[str] | None = None) -> st.SearchStrategy[dict[str, Any]]:
    if "propertyNames" in schema:
        names = st.from_regex(schema["propertyNames"]["pattern"], fullmatch=True)
        return st.dictionaries(names, verdier(schema["additionalProperties"], dybde), min_size=1, max_size=2)
    keys = {key: each for key, each in schema["properties"].items() if key not in (uten or ())}
    must = {key: verdier(keys[key], dybde) for key in schema.get("required", ()) if key in keys}
    may = [key for key in keys if key not in must and (dybde > 0 or not _har_deler(keys[key]))]
    some = st.lists(st.sampled_from(may), max_size=3, unique=True) if may else st.just([])
    return some.flatmap(
        lambda names: st.fixed_dictionaries(must | {key: verdier(keys[key], dybde) for key in names})
    )


def _slaatt_opp(schema: Skjema) -> Skjema:
    while "$ref" in schema:
        schema = HELE["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    return schema


def _har_deler(schema: Skjema) -> bool:
    schema = _slaatt_opp(schema)
    choices = schema.get("anyOf") or schema.get("oneOf")
    return all(map(_har_deler, choices)) if choices else schema.get("type") in ("object", "array")
