"""Navn i bruk: what somebody was called on a day – a person, an organisation, a council."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Protocol, TypeVar

from pydantic import Field

from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import Dato, Kanskje, Ukjent, kjent

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

    @property
    def deldato(self) -> Mapping[str, Deldato]:
        """What of that day is known, where all of it is not."""


N = TypeVar("N", bound=MedSlutt)


def i_bruk(tidligere: Iterable[N], dag: date) -> N | None:
    """The earlier name that was in use on a day; None where it was the one of today, for all anybody knows.

    Of one that was in use until some day of a year, nobody knows more than that it was when the year began.
    """
    ended = ((_sikkert_til(name), nr, name) for nr, name in enumerate(tidligere))
    in_use = ((day, nr, name) for day, nr, name in ended if day and dag <= day)
    return min(in_use, default=(None, 0, None))[2]


def _sikkert_til(name: MedSlutt) -> date | None:
    part = name.deldato.get("til")
    return part.tidligst if part else kjent(name.til)
