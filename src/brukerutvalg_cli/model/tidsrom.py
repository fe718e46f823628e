"""Tidsrom: the days on which something is part of a council that was not so all the time."""

from collections.abc import Iterator
from datetime import date
from typing import Self

from pydantic import Field, model_validator

from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import Dato, Kanskje, Ukjent, i_rekkefoelge
from brukerutvalg_cli.model.visshet import UVISST, Visshet, alle


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
        begun = UVISST if isinstance(self.fra, Ukjent) else self.fra is None or self.fra <= dag
        not_over = UVISST if isinstance(self.til, Ukjent) else self.til is None or dag <= self.til
        return alle((begun, not_over))

    def skifter(self) -> Iterator[date]:
        """The known days on which it begins, or is over."""
        if isinstance(self.fra, date):
            yield self.fra
        if isinstance(self.til, date):
            yield self.til + EN_DAG
