"""NAAR: the days on which a provision is in force at all – those on which somebody of whom it speaks is there."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.mandat.verdier.hvem import Hvem
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import LestFoerst


def _verv(value: Any) -> Any:
    """A word, or several, is the verv that somebody is to have."""
    return {"verv": value} if isinstance(value, str | list) else value


class Naar(Post):
    """A condition on the day."""

    har_fakta: ClassVar[bool] = False

    finnes: Annotated[Hvem, LestFoerst(_verv)] | None = Field(
        None, description="Bare de dagene noen har dette vervet, eller passer i dette utvalget av folk."
    )

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_fields_set:
            raise PydanticCustomError("feil_naar", "her må det stå når: {finnes: redaksjonsraad}")
        return self
