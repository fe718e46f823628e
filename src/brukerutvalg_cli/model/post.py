"""Post: the base of every record that is read from a file.

Annotations are not put off here, as they are elsewhere: pydantic reads those of the base anew for each of a hundred
models, and a text has to be compiled first.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, cached_property
from types import MappingProxyType
from typing import Any, ClassVar, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    SerializerFunctionWrapHandler,
    model_serializer,
    model_validator,
)
from pydantic.fields import FieldInfo

from brukerutvalg_cli.funn.place import Place, Route
from brukerutvalg_cli.model.deldato import Deldato, les_deldato
from brukerutvalg_cli.model.en_gang import uten_svar
from brukerutvalg_cli.model.verdier import (
    ANTATT,
    UKJENT,
    Vokter,
    er_dag,
    i_rekkefoelge,
    kan_vaere_ukjent,
)

INGENTING: Mapping[str, Any] = MappingProxyType({})


def vokter(field: FieldInfo) -> bool:
    """Whether something is open or closed by this field: see `Vokter`."""
    return any(isinstance(each, Vokter) for each in field.metadata)


def kan_antas(field: FieldInfo) -> bool:
    """Whether the fact may be an assumption: where it may be unknown, and nothing is open or closed by it."""
    return kan_vaere_ukjent(field) and not vokter(field)


@cache
def _utledet(model: "type[Post]") -> tuple[str, ...]:
    """What is worked out of such a record once it is asked for."""
    own = (vars(each).items() for each in model.__mro__)
    return tuple(name for each in own for name, value in each if isinstance(value, cached_property))


@cache
def dagfelt(model: "type[Post]") -> Mapping[str, str]:
    """The facts that are days and may be unknown: the field of each key in the file."""
    fields = model.model_fields.items() if model.har_fakta else ()
    return {info.alias or name: name for name, info in fields if kan_antas(info) and er_dag(info.annotation)}


class Post(BaseModel):
    """A frozen record. Unknown keys are refused; a key with nothing behind it is not stated, unless it guards.

    A fact that is assumed is written `{antatt: …}`. The record then has what is assumed as the fact, so that everybody
    can reason with it, and says in `antatt` that nobody knows.

    Of a day that may be unknown, the year or the month may be written alone. The record then has it as unknown, so that
    nobody takes it for a day, and says in `deldato` which days it may be, for those who can judge by that.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    utgaatt: ClassVar[Mapping[str, str]] = INGENTING
    """Keys that are written otherwise now, and how: whoever writes the old one is told."""

    strekning: ClassVar[tuple[str, str]] = ("fra", "til")
    """The first and the last day of the stretch of time it is about, where it is about one."""

    har_fakta: ClassVar[bool] = True
    """Whether it is about what somebody may know or assume; what a mandate says is there to be read."""

    # In the instance's own dictionary: pydantic finds a private attribute only after looking everywhere else.
    _antatt: ClassVar[Mapping[str, Any]] = INGENTING

    _deldato: ClassVar[Mapping[str, Deldato]] = INGENTING

    @property
    def deldato(self) -> Mapping[str, Deldato]:
        """The days of which only the year or the month is known, by key."""
        return self._deldato

    @property
    def antatt(self) -> Mapping[str, Any]:
        """What is assumed, by key; also in a record that has it as `ukjent` meanwhile."""
        return self._antatt

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, data: Any, build: ModelWrapValidatorHandler[Self]) -> Self:
        if not isinstance(data, dict):
            return build(data)
        # Every record comes by here, and most have nothing of this: no call is made to learn that.
        if None in data.values():
            data = cls._without_empty(data)
        assumed: dict[str, str] = {}
        for value in data.values():
            if type(value) is dict and ANTATT in value:
                assumed = cls._assumed(data)
                break
        if assumed:
            data = data | {key: data[key][ANTATT] for key in assumed.values()}
        days = dagfelt(cls)
        parts: dict[str, Deldato] = {}
        for key in days:
            if key in data and (part := les_deldato(data[key])):
                parts[key] = part
        if parts:
            post = build(data | dict.fromkeys(parts, "ukjent"))
            post = post._med_deldato({days[key]: part for key, part in parts.items()})
        else:
            post = build(data)
        return post._som_antatt(assumed) if assumed else post

    @classmethod
    def _without_empty(cls, data: dict[str, Any]) -> dict[str, Any]:
        known = cls.model_fields
        return {
            key: value
            for key, value in data.items()
            if value is not None or key not in known or vokter(known[key])
        }

    @classmethod
    def _assumed(cls, data: dict[str, Any]) -> dict[str, str]:
        """The facts that are written as assumed: each field, with the key it has in the file."""
        said = {key for key, value in data.items() if er_antatt(value) and kan_leses(value[ANTATT])}
        fields = cls.model_fields.items() if said and cls.har_fakta else ()
        keys = {name: info.alias or name for name, info in fields if kan_antas(info)}
        return {name: key for name, key in keys.items() if key in said}

    def _med_deldato(self, parts: Mapping[str, Deldato]) -> Self:
        """With what is known of these days. No stretch ends before it begins: what is known of the one day bounds the
        other."""
        first_day, last_day = self.strekning
        begins, ends = parts.get(first_day), parts.get(last_day)
        first = begins.tidligst if begins else getattr(self, first_day, None)
        last = ends.senest if ends else getattr(self, last_day, None)
        i_rekkefoelge(first, last, last_day, (begins or first, ends or last))
        known = dict(parts)
        if begins and isinstance(last, date):
            known[first_day] = begins.innen(begins.tidligst, last)
        if ends and isinstance(first, date):
            known[last_day] = ends.innen(first, ends.senest)
        self.__dict__["_deldato"] = MappingProxyType(known)
        return self

    @model_serializer(mode="wrap")
    def _write(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """A part of a day is written as it was read. Where one of several is written, it is asked of the others too."""
        out: dict[str, Any] = write(self)
        if isinstance(self, Post) and self._deldato:
            keys = {name: key for key, name in dagfelt(type(self)).items()}
            parts = ((name, keys[name], part) for name, part in self._deldato.items())
            return out | {k: part.skrevet for name, key, part in parts for k in (name, key) if k in out}
        return out

    def _som_antatt(self, names: Iterable[str]) -> Self:
        if assumed := {name: getattr(self, name) for name in names}:
            self.__dict__["_antatt"] = MappingProxyType(assumed)
        return self

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """The same record with some facts otherwise: what somebody says of one is no longer assumed."""
        copy = self._kopi(update, deep=deep)
        for held in ("_antatt", "_deldato") if update else ():
            if known := self.__dict__.get(held):
                copy.__dict__[held] = {k: v for k, v in known.items() if k not in (update or ())}
        return copy

    def _kopi(self, update: Mapping[str, Any] | None, *, deep: bool = False) -> Self:
        copy = super().model_copy(update=update, deep=deep)
        copy._spoer_paa_nytt()
        return copy

    def _spoer_paa_nytt(self) -> None:
        """Lets go of what was worked out of it, or of what it was copied from."""
        for name in _utledet(type(self)):
            self.__dict__.pop(name, None)
        uten_svar(self)

    def skrevet(self, name: str) -> Any:
        """The fact as it is written: for who copies it, so that what is assumed here is assumed there too."""
        part = self.deldato.get(name)
        value = part.skrevet if part else getattr(self, name)
        return {ANTATT: self.antatt[name] if part is None else value} if name in self.antatt else value

    def uten(self, names: Iterable[str]) -> Self:
        """The same record where nobody knows these facts of it. What was assumed of them is still said in `antatt`."""
        gone = dict.fromkeys(names, UKJENT)
        copy = self._kopi(gone)
        if self._deldato:
            copy.__dict__["_deldato"] = {k: v for k, v in self._deldato.items() if k not in gone}
        return copy


def er_antatt(value: Any) -> bool:
    """Whether this is how an assumption is written: `{antatt: bruker}`."""
    return type(value) is dict and value.keys() == {ANTATT}


def kan_leses(value: Any) -> bool:
    """Whether something is assumed by this: not that nobody knows, nor nothing."""
    return value not in (None, "", "ukjent") and not (isinstance(value, list) and "ukjent" in value)


class Filpost(Post):
    """A record that is a file of its own, and so can name places in it."""

    _path: ClassVar[str] = ""

    @property
    def path(self) -> str:
        """The file, relative to the register's root, with forward slashes."""
        return self._path

    def lagt_i(self, path: str) -> Self:
        """The same record, told which file it was read from. Called once, by the loader."""
        self.__dict__["_path"] = path
        self._spoer_paa_nytt()
        return self

    def at(self, *route: str | int, otherwise: Route = (), at_key: bool = False) -> Place:
        """The place of one value in this record's file."""
        return Place(self._path, route, otherwise, at_key)
