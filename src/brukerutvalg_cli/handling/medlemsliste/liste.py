"""Liste: what a list of people says, as it was understood; and what it is held up against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, NamedTuple

from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.organisasjon import Organisasjon
from brukerutvalg_cli.nevnt import Kjent

Listedag = date | Deldato | Literal["ukjent"] | None
"""A day, its year or month, one that the list does not give, or none: to a term without an end."""


class Listerad(NamedTuple):
    """A person in one verv."""

    hvor: str
    person: str
    navn: str
    side: str
    representerer: str
    verv: str
    fra: Listedag
    til: Listedag
    funksjon: str = ""
    vara_for: str = ""
    nummer: int | None = None


class NyOrganisasjon(NamedTuple):
    """One that nobody knew of before. Of a public body it is known what sort it is."""

    navn: str
    side: str
    type: str


class Medlemsliste(NamedTuple):
    """All that was understood, and what was left out."""

    rader: tuple[Listerad, ...] = ()
    nye: Mapping[str, NyOrganisasjon] = {}
    lest_som: tuple[tuple[str, str], ...] = ()
    """The headings, with what each was taken to mean."""
    utelatt: tuple[str, ...] = ()
    adresser: Mapping[str, str] = {}
    """E-mail by person. It is for a file outside the register, and nowhere in it."""
    uten_side: tuple[str, ...] = ()
    """Those of whom the list does not tell which side they sit for."""
    uten_fra: tuple[str, ...] = ()
    """Those of whom it does not tell when their term began."""
    bare_aar: tuple[str, ...] = ()
    """The years and months that stand where a day is wanted."""


class Kjente(NamedTuple):
    """Whom and what a list may name: those of the register it is to come into."""

    organisasjoner: Mapping[str, Organisasjon]
    sider: Sequence[Kjent]
    verv: Sequence[Kjent]
    naa: date
    personer: Sequence[Kjent] = ()
    opptatt: frozenset[str] = frozenset()
    """The ids that no new organisation may have: a council of that name."""


class Tillegg(NamedTuple):
    """What the list itself does not say, and somebody has answered: once for everybody it is about."""

    side: str = ""
    fra: Listedag = None
    hele_aar: bool | None = None
    """Whether a year stands for all of it. None: nobody has said."""

    @property
    def foerste_dag(self) -> Listedag:
        """When those began of whom the list does not say it."""
        return self.fra.tidligst if self.hele_aar and isinstance(self.fra, Deldato) else self.fra
