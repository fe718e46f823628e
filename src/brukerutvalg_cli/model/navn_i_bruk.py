"""Navn i bruk: what somebody was called on a day – a person, an organisation, a council."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from pydantic import Field

from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import Dato, Kanskje, Ukjent

TIL = "Siste dag navnet var i bruk. Er den ukjent, vises dagens navn."


class TidligereNavn(Post):
    """A name that somebody had, and the last day it was in use."""

    navn: str = Field(description="Navnet slik det var.")
    til: Kanskje[Dato] = Field(description=TIL)


class TidligereOrganisasjonsnavn(TidligereNavn):
    """A name that an organisation had, with the short form it had then."""

    forkortelse: str | None = Field(None, description="Kortformen den hadde.")


class MedSlutt(Protocol):
    """A name with its last day."""

    @property
    def til(self) -> date | Ukjent:
        """The last day it was in use."""


N = TypeVar("N", bound=MedSlutt)


def i_bruk(tidligere: Iterable[N], dag: date) -> N | None:
    """The earlier name that was in use on a day; None where it was the one of today, for all anybody knows."""
    ended = ((name.til, nr, name) for nr, name in enumerate(tidligere) if isinstance(name.til, date))
    return min((each for each in ended if dag <= each[0]), default=(None, 0, None))[2]
