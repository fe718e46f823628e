"""Valghandling: an election, with the meeting and the case in which it was held."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.model.dagspenn import dekker
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sak import Sak, Valg
from brukerutvalg_cli.model.verdier import Ukjent, kjent
from brukerutvalg_cli.model.visshet import UVISST, Visshet

OPPNEVNES = frozenset({"medlem", "vara"})
"""The verv in which an election adds to those who sit. Any other is elected as one."""


class Valghandling(NamedTuple):
    """An election: which meeting, which case, which verv, who was elected."""

    moete: Moete
    sak: Sak
    sak_nr: int
    valg: Valg
    valg_nr: int
    tenkt: bool = False
    """Whether it is looked at as if it had been held: what would follow if it were."""

    @property
    def holdt(self) -> bool:
        """Whether it has been held, by the records. Until then it is a plan, and nobody sits or is done by it alone."""
        return self.tenkt or self.moete.status == "avholdt"

    def at(self, *route: str | int) -> Place:
        """A place inside the election; the election itself without a route."""
        top = ("saker", self.sak_nr, "valg", self.valg_nr)
        return self.moete.at(*top, *route, otherwise=("saker", self.sak_nr, "nr"))

    @property
    def valgte(self) -> tuple[str, ...]:
        """Those elected, as far as anybody knows who they were."""
        return kjent(self.valg.valgt) or ()

    def valgt_at(self, person: str) -> Place:
        """Where one of those elected stands."""
        return self.at("valgt", self.valgte.index(person))

    def avloeser(self, person: str) -> Visshet:
        """Whether it ends what this person had: all who had the verv are done, or elected to it anew."""
        if person in self.valgte:
            return True
        added = True if self.valg.verv in OPPNEVNES else self.valg.supplerer
        return UVISST if isinstance(added, Ukjent) else not added

    def dekker(self, dag: date) -> Visshet:
        """Whether the term they were elected for has begun by this day, and is not over."""
        return dekker(self.valg.fra, self.valg.til, dag, self.valg.deldato)


def valghandlinger(moeter: Iterable[Moete], tenkt: Collection[str] = ()) -> Iterator[Valghandling]:
    """Every election on record, in the order of the meetings. A cancelled meeting, or a case put off, elects nobody.

    `tenkt` are the cases that are looked at as if they had been dealt with.
    """
    for moete in moeter:
        if moete.status == "avlyst":
            continue
        for i, sak in enumerate(moete.saker):
            for j, valg in enumerate(sak.valg if sak.utsatt is not True else ()):
                yield Valghandling(moete, sak, i, valg, j, sak.navn in tenkt)
