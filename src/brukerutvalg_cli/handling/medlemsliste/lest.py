"""Lest: one line of a list as it was understood by itself, before those of one person are put together."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from brukerutvalg_cli.handling.medlemsliste.liste import Listedag
from brukerutvalg_cli.handling.medlemsliste.organisasjon import Fant
from brukerutvalg_cli.handling.medlemsliste.rolle import Rolle


class Lestrad(NamedTuple):
    """Who it is about, and what it says of them. What it does not say is empty."""

    hvor: str
    person: str
    navn: str
    hos: Fant
    side: str
    roller: tuple[Rolle, ...]
    fra: Listedag
    til: Listedag
    funksjon: str
    epost: str
    sagt_fra: bool
    """Whether it says anything of when the term began."""
    utelatt: tuple[str, ...] = ()
    """What it says that has no place in the register, or another one, each in words."""


class Omtalt(Protocol):
    """Somebody in a line."""

    @property
    def navn(self) -> str:
        """Their name."""

    @property
    def hvor(self) -> str:
        """The line."""


def hvem(one: Omtalt) -> str:
    """Who it is, and where: `Kari Nordmann (linje 3)`; who was typed is found by the name."""
    return f"{one.navn} ({one.hvor})" if one.hvor.startswith("linje") else one.navn
