"""Av modell: the test of a record, made from its own model. What may be demanded follows from the type of a field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Annotated, Any, Literal, cast, get_args, get_origin

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationError, create_model
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import InitErrorDetails, PydanticCustomError, core_schema

from brukerutvalg_cli.mandat.proeve.egenart import VERVVALG, Fastevalg
from brukerutvalg_cli.mandat.proeve.noen import Noen, NoenDer
from brukerutvalg_cli.mandat.proeve.proeve import Proeve
from brukerutvalg_cli.mandat.proeve.tid_og_tall import Dagproeve, Klokkeproeve, Tallproeve
from brukerutvalg_cli.mandat.proeve.valg import SOM_VALG, Foert, JaNeiVilkaar, Ordvalg, eller_foert
from brukerutvalg_cli.model.avstemning import Avstemning, Vedtak
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.medlem import Oppnevning
from brukerutvalg_cli.model.merker import Alltid, Etterpaa, Nevner, er_merket
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.sak import Oppfoelging, Sak
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.model.verdier import Lang, Lest, Ukjent, klokkeslett
from brukerutvalg_cli.oppramsing import alle_sammen

INTERNE = frozenset(
    {
        "id",
        "merknad",
        "segl",
        "forseglet",
        "neste_moete",
        "savnet",
        "url",
        "paa_nytt",
        "lenke",
        "tidligere_navn",
        "varslet",
        "antatt",
    }
)
"""Keys that no mandate speaks of: what the tool keeps for itself, and notes that are nobody else's."""
Ekstra = Mapping[str, tuple[Any, str]]
"""Keys beside the record's own: what may be demanded, and the description."""

FOELGER: dict[type[Post], Ekstra] = {
    Moete: {
        "varighet": (eller_foert(Tallproeve), "Minuttene fra «tid» til «slutt»."),
        "holdt": (JaNeiVilkaar, "ja: møtet er holdt."),
        "faste_saker": (Fastevalg, "Punkter på sakslista: {alle: [a, b]}."),
    },
    Sak: {"finnes_hos_mottaker": (JaNeiVilkaar, "ja: mottakeren har ført saken.")},
    Oppnevning: {
        "representert_i_utvalget": (JaNeiVilkaar, "ja: organisasjonen har plass i utvalget."),
        "medlem_av": (eller_foert(Noen), "Organisasjonen personen er medlem av."),
        "gruppe": (eller_foert(Annotated[Ordvalg[str], SOM_VALG]), "Brukergruppen personen taler for."),
        "ogsaa_verv": (VERVVALG, "Et verv personen også har den første dagen."),
    },
}
"""What follows from a record, and can be asked for as if it stood there."""


@cache
def proeve_av(model: type[Post], *, i_moete: bool = False) -> type[Proeve]:
    """The test of a record of this model; `i_moete`: there is a meeting, from which somebody may be away."""
    return _made(model, f"{model.__name__}Proeve", i_moete or model is Moete, {})


def _made(model: type[Post], name: str, in_meeting: bool, beside: Ekstra) -> type[Proeve]:
    beside = {**FOELGER.get(model, {}), **beside}
    fields: dict[str, Any] = {
        key: (demand | None, Field(None, alias=field.alias, description=field.description))
        for key, field, demand in _demands(model, in_meeting)
        if key not in beside
    }
    fields |= {key: (demand | None, Field(None, description=said)) for key, (demand, said) in beside.items()}
    made = create_model(name, __base__=Proeve, __module__=__name__, **fields)
    made.om, made.utgaatt = model, UTGAATT.get(model, made.utgaatt)
    made.alltid, made.etterpaa = _merket(model, Alltid), _merket(model, Etterpaa)
    return made


def _merket(model: type[Post], merke: type[Any]) -> frozenset[str]:
    return frozenset(f.alias or name for name, f in model.model_fields.items() if er_merket(f, merke))


def _demands(model: type[Post], in_meeting: bool) -> Iterator[tuple[str, FieldInfo, Any]]:
    for key, field in model.model_fields.items():
        demand = None if key in INTERNE else _demand(field, in_meeting)
        if demand is not None:
            yield key, field, demand


def _demand(field: FieldInfo, in_meeting: bool) -> Any:
    """What may be demanded of a field; None where nothing may, as of a table of numbers."""
    kind, marks = _core(field.annotation)
    marks += field.metadata
    if any(isinstance(mark, Lang) for mark in marks):
        return Foert
    if er_merket(field, Nevner):
        return eller_foert(NoenDer if in_meeting else Noen)
    if kind is bool:
        return JaNeiVilkaar
    if kind is int:
        return eller_foert(Tallproeve)
    if kind is date:
        return eller_foert(Dagproeve)
    if any(isinstance(mark, Lest) and mark.read is klokkeslett for mark in marks):
        return eller_foert(Klokkeproeve)
    if get_origin(kind) is Literal or (isinstance(kind, type) and issubclass(kind, str)):
        word = kind if get_origin(kind) is Literal else str
        return eller_foert(_words(word))
    if isinstance(kind, type) and issubclass(kind, Post):
        return eller_foert(Annotated[Proeve, Av(kind, i_moete=in_meeting)])
    return None


def _words(word: Any) -> Any:
    return Annotated[Ordvalg[word], SOM_VALG]


def _core(annotation: Any) -> tuple[Any, list[Any]]:
    """The type a fact has where it is known – of a list, what it is a list of – with all that marks it on the way."""
    marks: list[Any] = list(getattr(annotation, "__metadata__", ()))
    if get_origin(annotation) is Literal:
        return annotation, marks
    inner = [a for a in get_args(annotation) if a not in (type(None), Ukjent, ...) and a not in marks]
    if isinstance(annotation, type) and not get_args(annotation):
        return annotation, marks
    if get_origin(annotation) is dict or len(inner) != 1:
        return None, marks
    kind, more = _core(inner[0])
    return kind, marks + more


class Av:
    """Marks a field that holds a test of a record of this model, with the keys that are asked for beside its own.

    The test is made the first time one is read: a register pays for those its mandates use.
    """

    def __init__(self, model: type[Post], navn: str = "", *, i_moete: bool = False, **beside: Any) -> None:
        self.model, self.navn, self.i_moete, self.beside = model, navn, i_moete, beside

    @property
    def kalt(self) -> type[Post]:
        """The record, as it goes by among those that a provision may be about."""
        return Vedtak if self.model is Avstemning else self.model

    @property
    def proeve(self) -> type[Proeve]:
        """The test itself."""
        return _beside(self.model, self.navn, self.i_moete, tuple(self.beside.items()))

    def les(self, value: Any) -> Proeve:
        """A test from what the file says.

        Raises:
            ValidationError: at the keys that are wrong.
        """
        if isinstance(value, Proeve):
            return value
        if isinstance(value, dict) and (strangers := list(_fremmede(self, value))):
            raise ValidationError.from_exception_data(self.model.__name__, strangers)
        test = self.proeve.model_validate(value)
        return test.skrevet_som(value)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(self.les)

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        test = self.proeve
        test.model_rebuild()
        # Told what it is called, it is one definition, however many keys it may stand behind.
        ref = f"{test.__module__}.{test.__qualname__}:{id(test)}"
        known = cast("core_schema.CoreSchema", {**test.__pydantic_core_schema__, "ref": ref})
        return handler(core_schema.definitions_schema(core_schema.definition_reference_schema(ref), [known]))


UTGAATT: dict[type[Post], Mapping[str, str]] = {
    Moete: {
        "sakliste_foreslaatt_av": "sakliste: {foreslaatt_av: …}",
        "sakliste_godkjent_av": "sakliste: {godkjent_av: …}",
        "i_samraad_med": "sakliste: {i_samraad_med: …}",
    },
}
"""Keys that stood beside what they are a part of, and how they are written now."""


NAVN: dict[type[Post], str] = {
    Moete: "et møte",
    Sak: "en sak",
    Oppnevning: "en oppnevning",
    Hendelse: "en hendelse",
    Oppmoete: "et oppmøte",
    Oppfoelging: "en oppfølging",
    Vedtak: "et vedtak",
    Utvalg: "utvalget",
}
"""The records that a provision may be about, as they are called."""
NAER = 0.8
"""How alike a key of this record is to one that is no key of it, to be what was meant."""


def _fremmede(av: Av, value: dict[str, Any]) -> Iterator[InitErrorDetails]:
    """Keys that this record has not, nor any like them, and another one has."""
    if av.model not in NAVN:
        return
    own = {f.alias or name for name, f in av.proeve.model_fields.items()}
    for key in [
        key
        for key in value
        if key not in own and key not in av.proeve.utgaatt and not get_close_matches(key, own, 1, NAER)
    ]:
        others = [
            said for model, said in NAVN.items() if key in {*model.model_fields, *FOELGER.get(model, ())}
        ]
        if others:
            text = "ukjent nøkkel «{noekkel_}»: den står i {andre}, ikke i {denne}"
            ctx = {"noekkel_": key, "andre": alle_sammen(others), "denne": NAVN[av.model]}
            yield InitErrorDetails(
                type=PydanticCustomError("fremmed_noekkel", text, ctx), loc=(key,), input=value[key]
            )


@cache
def _beside(
    model: type[Post], name: str, in_meeting: bool, beside: tuple[tuple[str, Any], ...]
) -> type[Proeve]:
    if not beside:
        return proeve_av(model, i_moete=in_meeting)
    return _made(model, name, in_meeting or model is Moete, dict(beside))
