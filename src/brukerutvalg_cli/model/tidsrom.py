"""Tidsrom: the days on which something is part of a council that was not so all the time."""

from collections.abc import Iterator
from datetime import date
from typing import Self

from pydantic import Field, model_validator

from brukerutvalg_cli.model.dagspenn import dekker, skifter
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import Dato, Kanskje, i_rekkefoelge
from brukerutvalg_cli.model.visshet import Visshet


class Tidsrom(Post):
    """The days on which a part of the council is one: an organisation has a seat, a side or a group is there."""

    fra: Kanskje[Dato] | None = Field(None, description="Første dag. Uten den: fra begynnelsen.")
    til: Kanskje[Dato] | None = Field(None, description="Siste dag. Uten den: fortsatt.")

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> Self:
        i_rekkefoelge(self.fra, self.til)
        return self

    def dekker(self, dag: date) -> Visshet:
        """Whether the day is one of them."""
        return dekker(self.fra, self.til, dag, self.deldato)

    def skifter(self) -> Iterator[date]:
        """The known days on which it begins, or is over."""
        return skifter(self.fra, self.til, self.deldato)
