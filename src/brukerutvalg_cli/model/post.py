"""Post: the base of every record that is read from a file."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic.fields import FieldInfo

from brukerutvalg_cli.funn.place import Place, Route
from brukerutvalg_cli.model.verdier import Vokter


def vokter(field: FieldInfo) -> bool:
    """Whether something is open or closed by this field: see `Vokter`."""
    return any(isinstance(each, Vokter) for each in field.metadata)


class Post(BaseModel):
    """A frozen record. Unknown keys are refused; a key with nothing behind it is not stated, unless it guards."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _leave_out_empty(cls, data: Any) -> Any:
        if isinstance(data, dict) and None in data.values():
            known = cls.model_fields
            return {
                key: value
                for key, value in data.items()
                if value is not None or key not in known or vokter(known[key])
            }
        return data


class Filpost(Post):
    """A record that is a file of its own, and so can name places in it."""

    # In the instance's own dictionary: pydantic finds a private attribute only after looking everywhere else.
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
