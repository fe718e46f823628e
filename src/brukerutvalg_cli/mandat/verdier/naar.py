"""NAAR: the days on which a provision is in force at all – those on which somebody of whom it speaks is there."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field

from brukerutvalg_cli.mandat.verdier.hvem import Hvem
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import LestFoerst


def _verv(value: Any) -> Any:
    """A word, or several, is the verv that somebody is to have."""
    return {"verv": value} if isinstance(value, str | list) else value


class Naar(Post):
    """A condition on the day."""

    har_fakta: ClassVar[bool] = False

    finnes: Annotated[Hvem, LestFoerst(_verv)] = Field(
        description="Bare de dagene noen har dette vervet, eller passer i dette utvalget av folk."
    )
