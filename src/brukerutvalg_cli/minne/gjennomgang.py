"""Gjennomgang: all that was saved, from the first to the last, as changes of records that keep who they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from brukerutvalg_cli.funn.place import eieren
from brukerutvalg_cli.minne.forskjell import (
    Art,
    Faktaendring,
    Forskjell,
    Forskjellsnoekkel,
    forskjell,
    plassene,
)
from brukerutvalg_cli.minne.lagring import Filbytte, Lagring
from brukerutvalg_cli.minne.opptegnelse import Opptegnelse, kan_huskes, opptegnelsene
from brukerutvalg_cli.minne.spor import Sporet, Sporfoerer, i_begge

Gjennomlest = tuple[Opptegnelse, ...]


class Lagret(NamedTuple):
    """One saving, and what it made otherwise."""

    lagring: Lagring
    endringer: tuple[Sporet, ...]


class Gjennomgang:
    """Goes through the savings in their order. `innhold`: what each file held, by the name it has in them.

    Of a file that cannot be read nothing is known but that: what it says when it can be read again is compared with
    what it said last.
    """

    def __init__(self, innhold: Mapping[str, bytes]) -> None:
        self._innhold = innhold
        self._sist: dict[str, Gjennomlest] = {}
        self._lest: dict[tuple[str, str], Gjennomlest | None] = {}
        self._sporfoerer = Sporfoerer()

    def av(self, lagringer: Iterable[Lagring]) -> Iterator[Lagret]:
        """What each of them made otherwise."""
        for each in lagringer:
            files = [file for file in each.filer if kan_huskes(file.sti)]
            number = max((len(file.foer) for file in files), default=1)
            differences = [self._mot(files, nr) for nr in range(number)]
            unread = [self._uleselig(file) for file in files]
            found = i_begge(differences) if number > 1 else differences[0]
            told = Forskjell((*filter(None, unread), *found.endringer), found.par)
            yield Lagret(each, self._sporfoerer.fulgt(told, fletting=number > 1))

    def spor(self, noekkel: Forskjellsnoekkel) -> int | None:
        """The trail of a record that is there at the end."""
        return self._sporfoerer.spor(noekkel)

    def _mot(self, files: Sequence[Filbytte], nr: int) -> Forskjell:
        before = [post for file in files for post in self._foer(file, nr)]
        return forskjell(before, [post for file in files for post in self._naa(file, nr)])

    def _foer(self, file: Filbytte, nr: int) -> Gjennomlest:
        said = self._av_fila(file.sti, file.foer[nr])
        return self._sist.get(file.sti, ()) if said is None else said

    def _naa(self, file: Filbytte, nr: int) -> Gjennomlest:
        said = self._av_fila(file.sti, file.naa)
        return self._foer(file, nr) if said is None else said

    def _av_fila(self, path: str, name: str) -> Gjennomlest | None:
        if not name:
            return ()
        if (path, name) not in self._lest:
            self._lest[path, name] = opptegnelsene(path, self._innhold[name])
        said = self._lest[path, name]
        if said is not None:
            self._sist[path] = said
        return said

    def _uleselig(self, file: Filbytte) -> Faktaendring | None:
        if self._av_fila(file.sti, file.naa) is not None:
            return None
        return Faktaendring(Art.ULESELIG, (Opptegnelse("fil", (file.sti,)),), (("fil", (file.sti,), 1),))


class Staar(NamedTuple):
    """What the register has today, by trail: everything, what is closed, and who people are."""

    alt: frozenset[int]
    lukket: frozenset[int]
    personer: Mapping[int, str]

    def som_naa(self, sporet: Sporet) -> Faktaendring:
        """The change with everybody in it by the id they have today; whoever has none is nobody."""
        change = sporet.endring
        way = tuple(
            post.som((*post.navn[:-1], self.personer.get(spor, ""))) if post.slag == "person" else post
            for post, spor in zip(change.vei, sporet.spor, strict=True)
        )
        return change._replace(vei=way)


def staar(gang: Gjennomgang, naa: Sequence[Opptegnelse]) -> Staar:
    """The trails of what there is today, when all that was saved is gone through."""
    there = [(post, gang.spor(noekkel)) for post, noekkel in plassene(naa)]
    known = [(post, spor) for post, spor in there if spor is not None]
    people = {spor: post.navn[-1] for post, spor in known if post.slag == "person"}
    closed = frozenset(spor for post, spor in known if post.lukket)
    return Staar(frozenset(spor for _, spor in known), closed, people)


def het(sporede: Iterable[Sporet], staar: Staar) -> dict[str, str]:
    """The ids that people who are there today had before, with the one they have."""
    return {
        noekkel[0][1][-1]: staar.personer[spor[0]]
        for (_, _, noekkel, *_), spor in sporede
        if noekkel[0][0] == "person" and spor[0] in staar.personer
    }


def mappene(lagringer: Sequence[Lagring], utvalg: str) -> frozenset[str]:
    """The folders that a council has been in, the one it is in now among them."""
    known = {utvalg}
    for each in reversed(lagringer):
        files = [file for file in each.filer if file.sti.endswith("/utvalg.yaml")]
        came = [eieren(file.sti) for file in files if file.naa and not any(file.foer)]
        gone = [eieren(file.sti) for file in files if not file.naa]
        if len(gone) == 1 and known.intersection(came):
            known.update(gone)
    return frozenset(known)


def bare(lagringer: Iterable[Lagring], stier: Iterable[str]) -> list[Lagring]:
    """The savings with nothing in them but these files, and files in these folders (with `/` last)."""
    wanted = tuple(stier)
    kept = ((each, tuple(f for f in each.filer if f.sti.startswith(wanted))) for each in lagringer)
    return [each._replace(filer=files) for each, files in kept if files]
