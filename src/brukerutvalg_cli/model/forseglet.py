"""Forseglet: what is kept of minutes when they go out – sums of what they said, and the next meeting they told of."""

from typing import Annotated, Any, ClassVar

from pydantic import Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.model.moetenavn import Moetet
from brukerutvalg_cli.model.ordvalg import Form
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import Dato, JaNei, Kanskje, Lest

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
    """The next meeting, as minutes said it when they were sent or approved."""

    moete: Kanskje[Moetet] = Field(description="Møtet. Det er ukjent når ingenting var på planen da.")
    tid: str | None = Field(None, description="Når det skulle begynne.")
    slutt: str | None = Field(None, description="Når det skulle slutte.")
    slutt_dato: Dato | None = Field(None, description="Siste dag, når det skulle vare over flere.")
    sted: str | None = Field(None, description="Hvor det skulle være.")
    universell_utforming: JaNei | None = Field(None, description="Kan alle komme inn der?")
    form: Form | None = Field(None, description="Om folk skulle møtes fysisk, digitalt eller begge deler.")
    avgjoeres_i: Moetet | None = Field(None, description="Møtet som skulle avgjøre om det ble holdt.")
