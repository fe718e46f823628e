"""Forseglet: what is kept of minutes when they are approved – sums of what they said, and the next meeting."""

from typing import ClassVar

from pydantic import Field

from brukerutvalg_cli.model.moetenavn import Moetet
from brukerutvalg_cli.model.post import Post


class Segl(Post):
    """Sums of what the minutes said, one for each part of them."""

    har_fakta: ClassVar[bool] = False

    moetet: str = Field(description="Sum av tid, sted, form og innledning.")
    oppmoetet: str = Field(description="Sum av hvem som var der, og hvem som satt i utvalget.")
    sakene: str = Field(description="Sum av sakene.")
    vedleggene: str = Field(description="Sum av vedleggene.")
    personnavn: str = Field(description="Sum av navnene på personer.")
    organisasjonsnavn: str = Field(description="Sum av navnene på organisasjoner.")
    utvalgsnavn: str = Field(description="Sum av navnet på utvalget, og på verv og sider i det.")
    malen: str = Field(description="Sum av utvalgets egen mal for referatet.")


class Nestemoete(Post):
    """The next meeting, as it was known when the minutes were approved."""

    moete: Moetet = Field(description="Møtet.")
    tid: str | None = Field(None, description="Når det skulle begynne.")
    slutt: str | None = Field(None, description="Når det skulle slutte.")
    sted: str | None = Field(None, description="Hvor det skulle være.")
