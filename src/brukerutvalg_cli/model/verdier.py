"""The values a record is made of: dates, yes and no, numbers, and `ukjent`.

Everything comes from the parser as text, exactly as written; the types here read that text by
strict patterns of our own, because pydantic's lax mode takes `1462060800` for a date and `1_000`
for a number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum
from itertools import chain
from types import UnionType
from typing import Annotated, Any, Final, TypeVar, Union, get_args, get_origin

from pydantic import GetCoreSchemaHandler, WithJsonSchema
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError, core_schema

from brukerutvalg_cli.model.kalender import utenfor


class Ukjent(Enum):
    """The fact exists, but is not recorded. Not the same as a key that is left out."""

    UKJENT = "ukjent"

    def __str__(self) -> str:
        return "ukjent"


UKJENT: Final = Ukjent.UKJENT
ANTATT: Final = "antatt"
"""Before a value that nobody knows to be true: `{antatt: bruker}`."""

T = TypeVar("T")


class Lest:
    """Reads a value by a function of ours. As pydantic's own PlainValidator, but asks nothing of its signature.

    There are two hundred such places in the models, and to look at each took longer than to read a register.
    """

    def __init__(self, read: Callable[[Any], Any]) -> None:
        self.read = read

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)


class LestFoerst(Lest):
    """Reads a value by a function of ours before the type has its say."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(self.read, handler(source))


class Vokter:
    """Marks a field that something is open or closed by: with nothing behind its key, it is an error.

    Of any other key, nothing written is not stated. Here that would be the open one, and whoever wrote the key had
    something in mind. Stands outermost, so that `None` and `ukjent` come by here too.
    """

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(ikke_tom, handler(source))


def ikke_tom(value: Any) -> Any:
    """The value, if there is any.

    Raises:
        PydanticCustomError: `feil_tom`.
    """
    if value is None or value in ([], {}) or (isinstance(value, str) and not value.strip()):
        raise PydanticCustomError("feil_tom", "her må det stå noe")
    return value


VOKTER = Vokter()


class _EllerUkjent:
    """Lets one word, `ukjent`, stand for the value, and leaves every other text to the type itself.

    A list that names it among others is not known either: there is one more, and nobody knows which.
    """

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        known = next(arg for arg in get_args(source) if arg is not Ukjent)
        several = _er_flere(known)

        def read(value: Any, validate: core_schema.ValidatorFunctionWrapHandler) -> Any:
            unknown = value == "ukjent" or (several and isinstance(value, list) and "ukjent" in value)
            return UKJENT if unknown or value is UKJENT else validate(value)

        return core_schema.no_info_wrap_validator_function(read, handler(known))


def _er_flere(annotation: Any) -> bool:
    """Whether a value of this type is a list."""
    bare = get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
    return get_origin(bare) is tuple


Kanskje = Annotated[T | Ukjent, _EllerUkjent()]
"""A fact that may be `ukjent`."""


def kan_vaere_ukjent(field: FieldInfo) -> bool:
    """Whether nobody need know the fact."""
    choices = (getattr(choice, "__metadata__", ()) for choice in get_args(field.annotation))
    return any(isinstance(each, _EllerUkjent) for each in (*field.metadata, *chain(*choices)))


def kjent(value: T | Ukjent | None) -> T | None:
    """The value where it is stated and known, else None: for a reader who needs no more."""
    return None if isinstance(value, Ukjent) else value


def enige(values: Iterable[T | Ukjent | None]) -> T | Ukjent | None:
    """What all of them say; `ukjent` where they differ."""
    first, *rest = values
    return first if all(other == first for other in rest) else UKJENT


_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NORSK = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)
_KLOKKE = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d", re.ASCII)
_HELTALL = re.compile(r"0|[1-9]\d{0,8}", re.ASCII)


def les_dato(value: Any) -> date:
    """A calendar day written as `2026-02-09`.

    Raises:
        PydanticCustomError: `umulig_dato` for a day that does not exist, `feil_dato` for other text.
    """
    if isinstance(value, date):
        return value
    if isinstance(value, str) and _ISO.fullmatch(value):
        try:
            dag = date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError(
                "umulig_dato", "{verdi} finnes ikke i kalenderen", {"verdi": value}
            ) from None
        if utenfor(dag.year):
            from brukerutvalg_cli.model.ingen_dag import galt_aar

            raise PydanticCustomError("umulig_dato", "{galt}", {"galt": galt_aar(value[:4])})
        return dag
    forslag = ""
    if isinstance(value, str) and (treff := _NORSK.fullmatch(value.strip())):
        forslag = f"{treff[3]}-{int(treff[2]):02}-{int(treff[1]):02}"
    if value == "ukjent":
        raise PydanticCustomError("feil_ukjent", "her kan det ikke stå «ukjent»")
    raise PydanticCustomError("feil_dato", "en dato skrives slik: 2026-02-09", {"forslag": forslag})


def les_ja_nei(value: Any) -> bool:
    """`ja` or `nei`.

    Raises:
        PydanticCustomError: `feil_ja_nei` for any other text.
    """
    if isinstance(value, bool):
        return value
    if value in ("ja", "nei"):
        return bool(value == "ja")
    raise PydanticCustomError("feil_ja_nei", "her skal det stå ja eller nei")


def les_heltall(value: Any) -> int:
    """A whole number from 0, written with digits only.

    Raises:
        PydanticCustomError: `feil_tall` for any other text.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and _HELTALL.fullmatch(value):
        return int(value)
    raise PydanticCustomError("feil_tall", "her skal det stå et helt tall")


Dato = Annotated[date, Lest(les_dato), WithJsonSchema({"type": "string", "format": "date"})]
JaNei = Annotated[bool, Lest(les_ja_nei), WithJsonSchema({"enum": ["ja", "nei"]})]
Heltall = Annotated[
    int,
    Lest(les_heltall),
    WithJsonSchema({"type": ["integer", "string"], "minimum": 0, "pattern": f"^({_HELTALL.pattern})$"}),
]


def er_dag(annotation: Any) -> bool:
    """Whether a field is a day, or may be one: not where it is a list of them."""
    if any(
        isinstance(each, Lest) and each.read is les_dato for each in getattr(annotation, "__metadata__", ())
    ):
        return True
    return get_origin(annotation) in (Annotated, Union, UnionType) and any(map(er_dag, get_args(annotation)))


def i_rekkefoelge(
    fra: object, til: object, noekkel: str = "til", skrevet: tuple[object, object] | None = None
) -> None:
    """Sees to it that a stretch does not end before it begins, as far as both days are known. `skrevet`: how they are
    written, where that is otherwise.

    Raises:
        PydanticCustomError: `feil_rekkefoelge`, at the key of the last day.
    """
    if isinstance(fra, date) and isinstance(til, date) and til < fra:
        begins, ends = map(str, skrevet or (fra, til))
        text = "{til} ligger før {fra}"
        raise PydanticCustomError("feil_rekkefoelge", text, {"til": ends, "fra": begins, "noekkel": noekkel})


def klokkeslett(value: Any) -> str:
    """A time of day, `12:15` or `12.15`, as it was written.

    Raises:
        PydanticCustomError: `feil_klokkeslett`.
    """
    if isinstance(value, str) and _KLOKKE.fullmatch(value):
        return value
    raise PydanticCustomError("feil_klokkeslett", "et klokkeslett skrives slik: 12:15")


Klokkeslett = Annotated[
    str,
    Lest(klokkeslett),
    WithJsonSchema(
        {"title": "KLOKKESLETT", "type": ["string", "number"], "pattern": f"^({_KLOKKE.pattern})$"}
    ),
]


def ord_(value: Any) -> str:
    """A word that says what something is, and so cannot be `ukjent`.

    Raises:
        PydanticCustomError: `feil_ukjent`.
    """
    if isinstance(value, str) and value != "ukjent":
        return value
    raise PydanticCustomError("feil_ukjent", "her kan det ikke stå «ukjent»")


Navneord = Annotated[
    str,
    Lest(ord_),
    WithJsonSchema(
        {
            "type": ["string", "number"],
            "pattern": "^(?!ukjent$)",
            "patternErrorMessage": "her kan det ikke stå «ukjent»",
        }
    ),
]
"""A word that sorts a record: without it there is no record."""


class Lang:
    """Marks a text that may have several lines, and so is written in a file or an editor."""


LANG = Lang()
Tekst = Annotated[str, LANG]
"""A text of the secretary's own, in Markdown."""


def en_eller_flere(value: Any) -> Any:
    """Lets a list with one element be written without its brackets."""
    return [value] if isinstance(value, str) else value


EN_ELLER_FLERE = LestFoerst(en_eller_flere)
Liste = Annotated[tuple[str, ...], EN_ELLER_FLERE]
"""Words, of which one may stand alone."""


def alle_navngitt(value: Any) -> Any:
    """A list with somebody in it whom nobody knows, is not known: as with any other list of names."""
    listed = value if isinstance(value, list) else ()
    return "ukjent" if any(isinstance(o, dict) and o.get("person") == "ukjent" for o in listed) else value
