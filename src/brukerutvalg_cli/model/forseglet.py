"""Forseglet: what is kept of minutes when they are approved – sums of what they said, and the next meeting."""

from typing import Annotated, Any, ClassVar

from pydantic import Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.model.moetenavn import Moetet
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import Lest

_BOKSTAVER = str.maketrans("0123456789", "ghijklmnop")


def uten_tall(sum_: Any) -> str:
    """A sum in letters: one of digits is now and then somebody's account, by its check digit, and is then refused.

    Raises:
        PydanticCustomError: `string_type`, where it is no text.
    """
    if not isinstance(sum_, str):
        raise PydanticCustomError("string_type", "Input should be a valid string")
    return sum_.translate(_BOKSTAVER)


Sum = Annotated[str, Lest(uten_tall), WithJsonSchema({"type": ["string", "number"]})]
"""A sum, which older files have with digits in it: it is the same one."""


class Segl(Post):
    """Sums of what the minutes said, one for each part of them."""

    har_fakta: ClassVar[bool] = False

    moetet: Sum = Field(description="Sum av tid, sted, form og innledning.")
    oppmoetet: Sum = Field(description="Sum av hvem som var der, og hvem som satt i utvalget.")
    sakene: Sum = Field(description="Sum av sakene.")
    vedleggene: Sum = Field(description="Sum av vedleggene.")
    personnavn: Sum = Field(description="Sum av navnene på personer.")
    organisasjonsnavn: Sum = Field(description="Sum av navnene på organisasjoner.")
    utvalgsnavn: Sum = Field(description="Sum av navnet på utvalget, og på verv og sider i det.")
    malen: Sum = Field(description="Sum av utvalgets egen mal for referatet.")


class Nestemoete(Post):
    """The next meeting, as it was known when the minutes were approved."""

    moete: Moetet = Field(description="Møtet.")
    tid: str | None = Field(None, description="Når det skulle begynne.")
    slutt: str | None = Field(None, description="Når det skulle slutte.")
    sted: str | None = Field(None, description="Hvor det skulle være.")
