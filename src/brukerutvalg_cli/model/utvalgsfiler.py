"""Utvalgsfiler: what stands in the files of one council, and which of them could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, Self

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.model.antakelse import Antakelse, antatt_i, uten
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak
from brukerutvalg_cli.model.kalender import dag_i_ord, utenfor
from brukerutvalg_cli.model.medlem import Medlem
from brukerutvalg_cli.model.moete import Moete, minutter
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.saksnummer import les_nummer
from brukerutvalg_cli.model.sittende import TilAvloest
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent, kjent


@dataclass(frozen=True)
class Utvalgsfiler:
    """One council's folder as it was read.

    `feilet` names the files that are there and could not be read: what they hold is unknown, and a
    rule says so instead of judging without them.
    """

    id: str
    path: str
    utvalg: Utvalg
    medlemmer: dict[str, Medlem] = field(default_factory=dict)
    moeter: tuple[Moete, ...] = ()
    hendelser: tuple[Hendelse, ...] = ()
    saker: dict[str, InnmeldtSak] = field(default_factory=dict)
    feilet: frozenset[str] = frozenset()
    felles: tuple[Moete, ...] = ()
    """The meetings that are written in another council, and are this one's too, as it sees them."""
    til_avloest: tuple[TilAvloest, ...] = ()
    """Where the mandates of the council have its members sit until others are appointed; told by the loader."""
    tenkt: frozenset[str] = frozenset()
    """The cases that are looked at as if they had been dealt with, whatever the records say of the meeting."""
    sett: dict[tuple[str, Hashable], Any] = field(default_factory=dict, compare=False, repr=False)
    """Persons as they were seen on a day, once seen: every rule looks at the same people on the same days. What they
    had, by how many of `skiftedager` had been."""

    def kjent_side(self, side: str | Ukjent | None) -> str | Ukjent | None:
        """The side, or `ukjent` for one that is declared nowhere: that is one mistake, and told of as such."""
        return side if not isinstance(side, str) or side in self.utvalg.alle_sider else UKJENT

    def hendelse_at(self, nr: int, *route: str | int) -> Place:
        """The place of one entry in the council's list of events."""
        return Place(f"{self.path}/hendelser.yaml", (nr, *route))

    @cached_property
    def antakelser(self) -> tuple[Antakelse, ...]:
        """All that is assumed in the records of the council."""
        files = (self.utvalg, *self.medlemmer.values(), *self.moeter, *self.saker.values())
        events = ((h, self.hendelse_at(nr)) for nr, h in enumerate(self.hendelser))
        every: Iterable[tuple[Post, Place]] = (*((post, post.at()) for post in files), *events)
        return tuple(each for post, at in every for each in antatt_i(post, at))

    def uten_antakelser(self, places: Collection[Place] | None = None) -> Self:
        """The same folder where nobody knows what is assumed; if places are given, only of what stands there."""
        if not self.antakelser:
            return self
        return replace(
            self,
            utvalg=uten(self.utvalg, self.utvalg.at(), places),
            medlemmer={name: uten(m, m.at(), places) for name, m in self.medlemmer.items()},
            moeter=tuple(uten(moete, moete.at(), places) for moete in self.moeter),
            hendelser=tuple(uten(h, self.hendelse_at(nr), places) for nr, h in enumerate(self.hendelser)),
            saker={name: uten(sak, sak.at(), places) for name, sak in self.saker.items()},
            sett={},
        )

    def paa_dag(self, dag: date) -> Self:
        """The same folder with the names of that day: of the council, and of its people."""
        council = self.utvalg.paa_dag(dag)
        people = {name: m.paa_dag(dag) for name, m in self.medlemmer.items()}
        if council is self.utvalg and all(people[name] is m for name, m in self.medlemmer.items()):
            return self
        return replace(self, utvalg=council, medlemmer=people, sett={})

    @cached_property
    def moetefilene(self) -> dict[str, Moete]:
        """Every meeting by the name of its file, without the ending."""
        return {PurePosixPath(moete.path).stem: moete for moete in self.moeter}

    @cached_property
    def sakene(self) -> dict[str, tuple[Moete, int]]:
        """Every case by its name: its meeting and its place there. Of one that came back, where it was last."""
        return {sak.navn: (moete, at) for moete in self.moeter for at, sak in enumerate(moete.saker)}

    def saken(self, name: str) -> tuple[Moete, int] | None:
        """The case that is called so: by its name, else by a number that only one has, however it is written."""
        if found := self.sakene.get(name):
            return found
        meant = les_nummer(name)
        numbers = [(moete.saker[at].nr, (moete, at)) for moete, at in self.sakene.values()]
        same = [at for nr, at in numbers if nr and nr == name]
        same = same or [at for nr, at in numbers if meant and meant.aar and les_nummer(nr) == meant]
        return same[0] if len(same) == 1 else None

    @cached_property
    def saksnavn(self) -> frozenset[str]:
        """All that a case of the council may be called where others name it."""
        numbers = Counter(moete.saker[at].nr for moete, at in self.sakene.values())
        return frozenset(self.sakene) | {nr for nr, count in numbers.items() if nr and count == 1}

    @cached_property
    def alle_moeter(self) -> tuple[Moete, ...]:
        """Its own meetings and those it holds with others, in order."""
        return tuple(sorted((*self.moeter, *self.felles), key=lambda moete: (moete.rekkefoelge, moete.path)))

    @cached_property
    def avholdte(self) -> tuple[Moete, ...]:
        """The meetings that were held, oldest first."""
        return tuple(moete for moete in self.moeter if moete.status == "avholdt")

    def moete_i_ord(self, moete: Moete) -> str:
        """A meeting as it is spoken of: its day, and where that has several, when it begins, or else its name."""
        day = dag_i_ord(moete.dato)
        beside = [m for m in self.moeter if m.dato == moete.dato and m.path != moete.path]
        if not beside:
            return day
        begins = kjent(moete.tid)
        alone = begins and all(minutter(kjent(m.tid)) != minutter(begins) for m in beside)
        return f"{day} kl. {begins.replace(':', '.')}" if begins and alone else moete.navn

    @cached_property
    def kjente_personer(self) -> frozenset[str]:
        """Every person with a file, also one that could not be read."""
        unread = {PurePosixPath(path).stem for path in self._unread_in("medlemmer")}
        return frozenset(self.medlemmer) | unread

    @cached_property
    def delte_navn(self) -> frozenset[str]:
        """The names that more than one person goes by."""
        counts = Counter(medlem.navn for medlem in self.medlemmer.values())
        return frozenset(name for name, count in counts.items() if count > 1)

    @cached_property
    def medlemsliste_hel(self) -> bool:
        """Whether everyone who sits in the council is known."""
        return self.utvalg.medlemsliste == "fullstendig" and self.medlemsliste_lest

    @property
    def medlemsliste_lest(self) -> bool:
        """Whether the pages of all who are on record could be read."""
        return not any(self._unread_in("medlemmer"))

    @cached_property
    def uleste_moeter(self) -> tuple[date | None, ...]:
        """The meetings whose files could not be read: their dates by the file names, None where that fails."""
        return tuple(_date_of(path) for path in self._unread_in("moeter"))

    @property
    def hendelser_lest(self) -> bool:
        """Whether the list of events could be read."""
        return f"{self.path}/hendelser.yaml" not in self.feilet

    def _unread_in(self, folder: str) -> Iterator[str]:
        start = f"{self.path}/{folder}/"
        return (path for path in sorted(self.feilet) if path.startswith(start))


def _date_of(path: str) -> date | None:
    try:
        day = date.fromisoformat(PurePosixPath(path).stem[:10])
    except ValueError:
        return None
    return None if utenfor(day.year) else day
