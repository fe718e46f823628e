"""Skjema: a model as JSON Schema, the way an editor – and a reader of the tables – should see our files.

pydantic makes the schema; the class here says what pydantic cannot know: that `ukjent` may stand for a
fact, and an assumption in its place, that a list of one needs no brackets, that yes is `ja`, and that an English
docstring is not for those who write the files. A value type with a `title` of its own (TID, MENGDE …) becomes one
definition.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic.json_schema import GenerateJsonSchema, JsonRef
from pydantic_core import core_schema

from brukerutvalg_cli.mandat.proeve.valg import Foert, Ordvalg
from brukerutvalg_cli.model.deldato import SKJEMA as DELDATO
from brukerutvalg_cli.model.post import Post, dagfelt, kan_antas
from brukerutvalg_cli.model.verdier import ANTATT

Skjema = dict[str, Any]

DEFS = "#/$defs/"
IKKE_TOM = "x-ikke-tom"
"""Marks, until the schema is an editor's, a key that may not stand with nothing behind it."""
UTGAATT = "x-utgaatt"
"""Has, until then, the keys that are written otherwise now, and how."""
TEKST: Skjema = {"type": ["string", "number"]}
"""A text. What looks like a number is text to us, and a number to the editor."""
SOM_DET_STAAR = {"alle_navngitt", "les_hva", "les_kanonisk", "_som_id", "_i_klammer", "<lambda>"}
"""Readers that take nothing which the type after them does not."""
UKJENT: Skjema = {"const": "ukjent"}
DATO: Skjema = {"type": "string", "format": "date"}
UKJENT_BLANT: Skjema = {"type": "array", "contains": UKJENT}


@cache
def skjema(model: Any) -> Skjema:
    """The schema of a model, or of any type that holds models; definitions under `$defs`, sorted by name.

    It is made once for all who ask, who only read it.
    """
    found = TypeAdapter(model).json_schema(schema_generator=Skjemabygger, mode="validation")
    named: dict[str, Skjema] = {}
    defs = {name: _named(value, named) for name, value in found.pop("$defs", {}).items()}
    whole: Skjema = _named(found, named)
    defs |= named
    return whole | ({"$defs": dict(sorted(defs.items()))} if defs else {})


def definisjon(ref: str, whole: Skjema) -> Skjema:
    """What a reference within a schema points to."""
    found: Skjema = whole["$defs"][ref.removeprefix(DEFS)]
    return found


class Skjemabygger(GenerateJsonSchema):
    """pydantic's own schema, with our reading of what is written."""

    def str_schema(self, schema: core_schema.StringSchema) -> Skjema:
        return {**super().str_schema(schema), **TEKST}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Skjema:
        # Every key that may be left out may also stand with nothing behind it: `for_editor` says so.
        return self.generate_inner(schema["schema"])

    def function_wrap_schema(self, schema: core_schema.WrapValidatorFunctionSchema) -> Skjema:
        inner = super().function_wrap_schema(schema)
        if schema["schema"]["type"] == "model" or schema["function"]["type"] == "with-info":
            return inner  # what a key may hold goes by another key: no fact, and never unknown
        if schema["function"]["function"].__name__ == "les_foert":
            return _kalt_vilkaar(en_av([inner, {"enum": [each.value for each in Foert]}]))
        is_list = any(choice.get("type") == "array" for choice in inner.get("anyOf", [inner]))
        # A list that names `ukjent` among others is itself not known.
        return en_av([inner, UKJENT, *([UKJENT_BLANT] if is_list else [])])

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> Skjema:
        inner = super().function_before_schema(schema)
        match schema["function"]["function"].__name__:
            case "en_eller_flere" | "_small_letters":
                return en_av([inner["items"], inner])
            case "_verv":
                return en_av([TEKST, {"type": "array", "items": TEKST}, inner])
            case "som_valg":
                return self._som_valg(inner)
            case "<lambda>" if "$ref" in inner:
                return self._under(inner)
            case "_plain_yes":
                return en_av([{"enum": ["ja", "nei"]}, inner])
            case "_same_in_both":
                return en_av([TEKST, inner])
            case "ikke_tom":
                return {**inner, IKKE_TOM: True}
            case name if name not in SOM_DET_STAAR:
                raise ValueError(f"what {name} takes is not told to the schema")
        return inner

    def _som_valg(self, inner: Skjema) -> Skjema:
        """A word, a list of words, or a choice with its ways."""
        said = self._model(inner)["properties"]["en_av"]
        choices = [c | {"minItems": 1} if c.get("type") == "array" else c for c in said["anyOf"]]
        return en_av([{"anyOf": choices}, inner])

    def _under(self, inner: Skjema) -> Skjema:
        """A value that stands for itself, or keys."""
        first = next(iter(self._model(inner)["properties"].values()))
        plain = {key: value for key, value in first.items() if key != "description"}
        return en_av([plain, inner])

    def _model(self, inner: Skjema) -> Skjema:
        found: Skjema = self.get_schema_from_definitions(JsonRef(inner["$ref"])) or {}
        return found

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Skjema:
        default = schema.get("default")
        inner = self.generate_inner(schema["schema"])
        if default is None or default == ():
            return inner
        return {**inner, "default": ("nei", "ja")[default] if isinstance(default, bool) else default}

    def model_schema(self, schema: core_schema.ModelSchema) -> Skjema:
        found = super().model_schema(schema)
        properties = found.get("properties", {})
        if issubclass(schema["cls"], Ordvalg):  # one word needs no brackets
            for key, value in properties.items():
                said = {"description": value.pop("description")} if "description" in value else {}
                listed = en_av([value["items"], value]) if "items" in value else value
                properties[key] = listed | said
        for key in _dager(schema["cls"]) & properties.keys():
            properties[key] = properties[key] | {"anyOf": [DATO, DELDATO, UKJENT]}
        for key in antas(schema["cls"]) & properties.keys():
            properties[key] = _eller_antatt(properties[key])
        if not found.get("required") and not _kan_vaere_tom(schema["cls"]):
            found["minProperties"] = 1
        if issubclass(schema["cls"], Post) and schema["cls"].utgaatt:
            found[UTGAATT] = dict(schema["cls"].utgaatt)
        return {key: value for key, value in found.items() if key not in ("title", "description")}

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> Skjema:
        return {"oneOf": [self.generate_inner(choice) for choice in schema["choices"].values()]}

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def sort(self, value: Skjema, parent_key: str | None = None) -> Skjema:
        return value


def _kalt_vilkaar(choices: Skjema) -> Skjema:
    """A demand of a common kind is one definition, however many keys it may stand behind."""
    refs = [choice["$ref"].removeprefix(DEFS) for choice in choices["anyOf"] if "$ref" in choice]
    named = next((kind for kind in VILKAAR for ref in refs if kind in ref), None)
    return choices if named is None else choices | {"title": VILKAAR[named]}


VILKAAR = {
    "Dagvilkaar": "Vilkaar_dag",
    "Klokkevilkaar": "Vilkaar_klokke",
    "Tallvilkaar": "Vilkaar_tall",
    "Noenvalg": "Vilkaar_noen",
    "NoenIMoete": "Vilkaar_noen_i_moete",
    "Ordvalg_str_": "Vilkaar_ord",
}
"""What a demand of each kind is called, by the keys it may be made of."""


def _kan_vaere_tom(model: type[Any]) -> bool:
    """Whether a record of this model may have no key at all."""
    try:
        model.model_validate({})
    except ValidationError:
        return False
    return True


def antas(model: type[Any]) -> set[str]:
    """The keys of a record behind which an assumption may stand."""
    if not issubclass(model, Post) or not model.har_fakta:
        return set()
    return {info.alias or name for name, info in model.model_fields.items() if kan_antas(info)}


def _dager(model: type[Any]) -> set[str]:
    """The keys of a record behind which a year or a month may stand for a day."""
    return set(dagfelt(model)) if issubclass(model, Post) else set()


def _eller_antatt(value: Skjema) -> Skjema:
    """The same, with `{antatt: …}` around any of it but `ukjent`."""
    known = [choice for choice in value["anyOf"] if choice not in (UKJENT, UKJENT_BLANT)]
    inside = known[0] if len(known) == 1 else {"anyOf": known}
    assumed = {
        "type": "object",
        "properties": {ANTATT: inside},
        "required": [ANTATT],
        "additionalProperties": False,
    }
    return value | {"anyOf": [*value["anyOf"], assumed]}


def er_antatt(choice: Skjema) -> bool:
    """Whether a choice is an assumption."""
    return choice.get("required") == [ANTATT]


def slag(model: Skjema) -> dict[str, str]:
    """What says which kind of provision a model is: `{"regel": "krav", "hver": "sak"}`."""
    properties = model.get("properties", {})
    return {key: properties[key]["const"] for key in ("regel", "hver") if "const" in properties.get(key, {})}


def en_av(choices: Iterable[Skjema]) -> Skjema:
    """Any of these; a choice within a choice is one of them itself."""
    flat: list[Skjema] = []
    for choice in choices:
        flat += choice["anyOf"] if set(choice) == {"anyOf"} else [choice]
    return {"anyOf": flat}


def _named(value: Any, named: dict[str, Skjema]) -> Any:
    """The same with every titled value moved among the definitions."""
    if isinstance(value, list):
        return [_named(item, named) for item in value]
    if not isinstance(value, dict):
        return value
    found = {key: _named(item, named) for key, item in value.items()}
    title = found.get("title")
    if not isinstance(title, str):
        return found
    beside = {key: found.pop(key) for key in ("description", "default") if key in found}
    if named.setdefault(title, found) != found:
        raise ValueError(f"two value types are called {title}")
    return {"$ref": DEFS + title} | beside
