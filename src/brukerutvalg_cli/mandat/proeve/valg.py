"""Valg av ord: which of some words a field may, must or must not have. A list is *one of these*."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from functools import cache
from typing import Annotated, Any, ClassVar, Final, Generic, Self, TypeVar

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler, TypeAdapter, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError, core_schema

from brukerutvalg_cli.mandat.proeve.gjenstand import Gjenstand
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import JaNei, LestFoerst
from brukerutvalg_cli.model.visshet import Visshet, alle, ikke, noen
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.i_ord import eller, i_ord

T = TypeVar("T")
MAATER = ("en_av", "alle", "bare", "ikke")


class Foert(Enum):
    """Whether anything is recorded at all, whatever it is."""

    JA = "foert"
    NEI = "ikke_foert"


FOERT: Final = Foert.JA
FOERT_ORD = tuple(each.value for each in Foert)


class EllerFoert:
    """Lets `foert` and `ikke_foert` stand for the demand. Yes and no are a demand of what is yes or no alone.

    What reads a demand of this kind is made the first time a mandate makes one, and serves wherever it may be made: a
    test has a key for every field of its record, and a provision names two or three of them.
    """

    def __init__(self, kind: Any, *, ja_nei: bool = False) -> None:
        self.kind, self.ja_nei = kind, ja_nei

    def les(self, value: Any) -> Any:
        """The demand, from what the file says.

        Raises:
            PydanticCustomError: `feil_krav`, where yes or no is demanded of what is neither.
            ValidationError: at what is wrong in it.
        """
        if isinstance(value, Foert):
            return value
        if not self.ja_nei and isinstance(value, str) and value in SKRIV_HELLER:
            text = "her spørres det ikke om ja eller nei: skriv «{forslag}»"
            raise PydanticCustomError("feil_krav", text, {"forslag": SKRIV_HELLER[value]})
        if isinstance(value, str) and value in FOERT_ORD:
            return Foert(value)
        return _leser(self.kind).validate_python(value)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(self.les)

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        def les_foert(value: Any, validate: core_schema.ValidatorFunctionWrapHandler) -> Any:
            return self.les(value)

        return handler(core_schema.no_info_wrap_validator_function(les_foert, _leser(self.kind).core_schema))


@cache
def _leser(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


SKRIV_HELLER = {"ja": "foert", "nei": "ikke_foert"}
JaNeiVilkaar = Annotated[JaNei | Foert, EllerFoert(JaNei, ja_nei=True)]
"""What is demanded of a yes or no."""


def eller_foert(kind: Any) -> Any:
    """The type of what is demanded of a field: this, or only whether anything is recorded, which may be of any."""
    return Annotated[kind | Foert, EllerFoert(kind)]


def _in_a_list(value: Any) -> Any:
    return [value] if isinstance(value, str) or (isinstance(value, dict) and value) else value


def som_valg(value: Any) -> Any:
    """`ORD`, `[ORD, ORD]` and `{alle: …}` in one form.

    A word alone is one that will do; so is a selector of people, which is made of keys itself.
    """
    if isinstance(value, dict):
        known = value.keys() & {*MAATER[1:], "foerst", "ellers"}
        if not known:
            return {"en_av": [value]}
        return {key: _in_a_list(v) if key in MAATER else v for key, v in value.items()}
    return {"en_av": _in_a_list(value)}


SOM_VALG = LestFoerst(som_valg)


class Ordvalg(Post, Generic[T]):
    """Words, of which a field shall have one, all, no others or none."""

    har_fakta: ClassVar[bool] = False
    uskrevet: ClassVar[str] = "en_av"
    """The key that nobody writes: what stands behind none of the others."""

    en_av: tuple[T, ...] | None = Field(None, description="Ett av disse ordene.")
    alle: tuple[T, ...] | None = Field(None, description="Alle disse.")
    bare: tuple[T, ...] | None = Field(None, description="Ingen andre enn disse.")
    ikke: tuple[T, ...] | None = Field(None, description="Ingen av disse.")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not any(getattr(self, way) for way in type(self).model_fields):
            raise PydanticCustomError("feil_krav", "her må det stå hva det skal være")
        return self

    @property
    def tomt_holder(self) -> Visshet:
        """What is said of a field with nothing in it: only what was to be left out is."""
        return not (self.en_av or self.alle or self.bare)

    def holder(self, verdi: object, g: Gjenstand) -> Visshet:
        """Whether what is recorded is as demanded."""
        stated = verdi if isinstance(verdi, tuple) else (verdi,)
        return alle(self._claims(stated, self.treff, g))

    def _claims(
        self, stated: tuple[object, ...], hits: Callable[[Any, object, Gjenstand], Visshet], g: Gjenstand
    ) -> Iterable[Visshet]:
        if self.en_av:
            yield noen(hits(word, value, g) for value in stated for word in self.en_av)
        if self.alle:
            yield alle(noen(hits(word, value, g) for value in stated) for word in self.alle)
        if self.bare:
            yield alle(noen(hits(word, value, g) for word in self.bare) for value in stated)
        if self.ikke:
            yield ikke(noen(hits(word, value, g) for value in stated for word in self.ikke))

    def kan_vaere(self, ord: str) -> bool:
        """Whether a field with this word may be as demanded, as far as words alone can tell."""
        words = {
            w for w in (*(self.en_av or ()), *(self.alle or ()), *(self.bare or ())) if isinstance(w, str)
        }
        others = any(not isinstance(w, str) for w in (*(self.en_av or ()), *(self.bare or ())))
        return ord not in (self.ikke or ()) and (not words or others or ord in words)

    def treff(self, ord: Any, verdi: object, g: Gjenstand) -> Visshet:
        """Whether one word is what is recorded."""
        return bool(ord == verdi)

    def i_ord(self, g: Gjenstand, verdi: object = None) -> str:
        """The demand, as it is said after a verb: `fysisk eller digitalt`. Of all that shall be there, what is not."""
        there = verdi if isinstance(verdi, tuple) else ()
        missing = [word for word in self.alle or () if word not in there] or self.alle or ()
        said = [eller(map(str, self.en_av))] if self.en_av else []
        said += [alle_sammen(i_ord(str(word)) for word in missing)] if missing else []
        said += [f"bare {eller(map(str, self.bare))}"] if self.bare else []
        said += [f"ikke {eller(map(str, self.ikke))}"] if self.ikke else []
        return alle_sammen(said)
