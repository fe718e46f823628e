"""Post: the base of every record that is read from a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, model_validator
from pydantic.fields import FieldInfo

from brukerutvalg_cli.funn.place import Place, Route
from brukerutvalg_cli.model.verdier import ANTATT, UKJENT, Vokter, kan_vaere_ukjent

INGENTING: Mapping[str, Any] = MappingProxyType({})


def vokter(field: FieldInfo) -> bool:
    """Whether something is open or closed by this field: see `Vokter`."""
    return any(isinstance(each, Vokter) for each in field.metadata)


def kan_antas(field: FieldInfo) -> bool:
    """Whether the fact may be an assumption: where it may be unknown, and nothing is open or closed by it."""
    return kan_vaere_ukjent(field) and not vokter(field)


class Post(BaseModel):
    """A frozen record. Unknown keys are refused; a key with nothing behind it is not stated, unless it guards.

    A fact that is assumed is written `{antatt: …}`. The record then has what is assumed as the fact, so that everybody
    can reason with it, and says in `antatt` that nobody knows.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    utgaatt: ClassVar[Mapping[str, str]] = INGENTING
    """Keys that are written otherwise now, and how: whoever writes the old one is told."""

    har_fakta: ClassVar[bool] = True
    """Whether it is about what somebody may know or assume; what a mandate says is there to be read."""

    # In the instance's own dictionary: pydantic finds a private attribute only after looking everywhere else.
    _antatt: ClassVar[Mapping[str, Any]] = INGENTING

    @property
    def antatt(self) -> Mapping[str, Any]:
        """What is assumed, by key; also in a record that has it as `ukjent` meanwhile."""
        return self._antatt

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, data: Any, build: ModelWrapValidatorHandler[Self]) -> Self:
        if not isinstance(data, dict):
            return build(data)
        if None in data.values():
            data = cls._without_empty(data)
        if dict not in map(type, data.values()):
            return build(data)
        assumed = cls._assumed(data)
        post = build(data | {key: data[key][ANTATT] for key in assumed.values()} if assumed else data)
        return post._som_antatt(assumed)

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

    def _som_antatt(self, names: Iterable[str]) -> Self:
        if assumed := {name: getattr(self, name) for name in names}:
            self.__dict__["_antatt"] = MappingProxyType(assumed)
        return self

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """The same record with some facts otherwise: what somebody says of one is no longer assumed."""
        copy = super().model_copy(update=update, deep=deep)
        if self._antatt and update:
            copy.__dict__["_antatt"] = {k: v for k, v in self._antatt.items() if k not in update}
        return copy

    def skrevet(self, name: str) -> Any:
        """The fact as it is written: for who copies it, so that what is assumed here is assumed there too."""
        return {ANTATT: self.antatt[name]} if name in self.antatt else getattr(self, name)

    def uten(self, names: Iterable[str]) -> Self:
        """The same record where nobody knows these facts of it. What was assumed of them is still said in `antatt`."""
        return super().model_copy(update=dict.fromkeys(names, UKJENT))


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
        return self

    def at(self, *route: str | int, otherwise: Route = (), at_key: bool = False) -> Place:
        """The place of one value in this record's file."""
        return Place(self._path, route, otherwise, at_key)
