"""Landet: the register read council by council, each no further than it is asked for, and forgotten again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, TypeVar

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import UTVALG, eieren
from brukerutvalg_cli.mandat.navneform import med_kanoniske_navn
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.mandat.til_avloest import med_til_avloest
from brukerutvalg_cli.model.felles import fellesmoeter
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.omriss import (
    ALLE_FILER,
    FOR_ALLE,
    NEVNER_ORGANISASJON,
    UTVALGET,
    Andre,
    Filslag,
    Omrissdel,
)
from brukerutvalg_cli.model.organisasjon import ORGANISASJONER
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.register.bytene import Filord, maler
from brukerutvalg_cli.register.ett_utvalg import Utvalgslest, les_utvalget
from brukerutvalg_cli.register.fellesfiler import Fellesfiler, ingen_organisasjoner, les_felles
from brukerutvalg_cli.register.gjester import gjestene, kanskje_felles, vertene
from brukerutvalg_cli.register.innlest import Innlest, les
from brukerutvalg_cli.register.kjennskap import Husket
from brukerutvalg_cli.register.plassering import is_record
from brukerutvalg_cli.register.stier import personfilene, utvalgenes
from brukerutvalg_cli.register.tree import Tree, WorkTree
from brukerutvalg_cli.register.underordnede import sagt_over, underordnede
from brukerutvalg_cli.register.utvalgsord import Utvalgsord

T = TypeVar("T")
Opplyst = tuple[dict[str, Any], frozenset[str]]
"""What is asked of a council whenever all are judged: answers, and which of its files could not be read."""

I_MINNE = 4
"""So many councils beside the one at work are remembered whole: those that it looks to."""


class Landet:
    """All councils of a tree. What is asked of one is kept as an answer; the council itself is not.

    `ventet`: words that somebody will ask for (`nevner`).
    """

    def __init__(
        self, tree: Tree, foer: Mapping[str, Innlest] | None = None, ventet: Collection[str] = ()
    ) -> None:
        self.tree = tree
        self._foer = foer or {}
        self._svar: dict[tuple[str, str], Any] = {}
        self._ulest: dict[tuple[frozenset[Filslag], str], frozenset[str]] = {}
        self._lest: dict[str, Utvalgslest] = {}
        self._gjester: dict[str, frozenset[str]] = {}
        self._for_haanden: frozenset[str] = frozenset()
        self._regelverk: dict[str, Regelverk] | None = None
        self._husket = Husket(tree.kjennskap if isinstance(tree, WorkTree) else None)
        self._filord = Filord(tree, [word.encode() for word in ventet], self._husket)

    def med(self, tree: Tree, endret: Collection[str]) -> Landet:
        """The same of a tree where no more than these files are other than in this one."""
        read = dict(self.felles.filer)
        for council in self._lest.values():
            read |= council.filer
        new = Landet(tree, read)
        touched = set(map(eieren, endret))
        if "" not in touched:
            new.felles = self.felles
            new._svar = {key: each for key, each in self._svar.items() if key[1] not in touched}
            new._ulest = {key: each for key, each in self._ulest.items() if key[1] not in touched}
            new._gjester = {name: each for name, each in self._gjester.items() if name not in touched}
            new._lest = {name: each for name, each in self._lest.items() if name not in touched}
        new._husket = self._husket.uten(touched)
        new._filord = self._filord.med(tree, endret)
        return new

    @cached_property
    def paths(self) -> Mapping[str, Sequence[str]]:
        """The files of each council, in order; of what all share, by the empty name."""
        return utvalgenes(self.tree.paths())

    @cached_property
    def _ord(self) -> Utvalgsord:
        return Utvalgsord(self.paths, self._filord)

    @cached_property
    def utvalgene(self) -> tuple[str, ...]:
        """The folder of every council, whatever is in it."""
        return tuple(sorted({*map(eieren, self.felles.ment), *self.paths} - {""}))

    @cached_property
    def felles(self) -> Fellesfiler:
        """What all share."""
        return les_felles(self.tree, self.paths.get("", ()), self._foer)

    def lest(self, utvalg: str) -> Utvalgslest:
        """One council by its own files alone."""
        if utvalg not in self._lest:
            self._lest[utvalg] = self._les(utvalg, ALLE_FILER)
            looked_to = [name for name in self._lest if name not in self._for_haanden]
            for name in looked_to[:-I_MINNE]:
                del self._lest[name]
        return self._lest[utvalg]

    def hent(self, utvalg: Collection[str]) -> list[Utvalgslest]:
        """These councils, which stay at hand; any that were before, are let go."""
        for name in self._for_haanden.difference(utvalg):
            self._lest.pop(name, None)
        self._for_haanden = frozenset(utvalg)
        return [self.lest(name) for name in sorted(utvalg)]

    def _les(self, utvalg: str, slag: Collection[Filslag]) -> Utvalgslest:
        shared = self.felles
        start = f"{UTVALG}{utvalg}/"
        meant = [path for path in shared.ment if path.startswith(start)]
        paths = self.paths.get(utvalg, ())
        read = les_utvalget(self.tree, utvalg, paths, meant, shared.ordene, self._foer, slag)
        self._ulest[frozenset(slag), utvalg] = read.feilet
        return read

    def innhold(self, utvalg: str) -> Iterator[bytes]:
        """What the records of a council hold, as bytes; of the empty name, the rule sets."""
        start = f"{UTVALG}{utvalg}/" if utvalg else "records/regelverk/"
        for path in self.paths.get(utvalg, ()):
            if path.startswith(start) and is_record(path) and isinstance(raw := self.tree.read(path), bytes):
                yield raw

    def nevner(self, utvalg: str, ordene: Collection[bytes]) -> bool:
        """Whether one of these words is in the records of a council."""
        return self._ord.nevner(utvalg, ordene)

    # What may be asked of a council that is not at hand

    @cached_property
    def kjente(self) -> frozenset[str]:
        """Every council there is: with a utvalg.yaml that can be read, or something that cannot."""
        return self._finn_kjente()

    def _finn_kjente(self) -> frozenset[str]:
        return frozenset(
            name
            for name in self.utvalgene
            if f"{UTVALG}{name}/utvalg.yaml" in self.paths.get(name, ()) or self.lest(name).feilet
        )

    def fortalt(self, utvalg: str) -> Opplyst:
        """What all others may ask of a council."""
        answers = {delen.navn: self.svaret(delen, utvalg) for delen in FOR_ALLE}
        return answers, self.uleste(utvalg, ALLE_FILER)

    def motta(self, utvalg: str, fortalt: Opplyst) -> None:
        """The same, told by another process that has read the council."""
        answers, unread = fortalt
        self._svar |= {(name, utvalg): answer for name, answer in answers.items()}
        self._ulest[ALLE_FILER, utvalg] = unread

    def svaret(self, delen: Omrissdel[T], utvalg: str) -> T | None:
        """What one council answers; None where its utvalg.yaml could not be read."""
        key = delen.navn, utvalg
        if key not in self._svar:
            if delen is UTVALGET:
                council, _ = les(self.tree, f"{UTVALG}{utvalg}/utvalg.yaml")
                self._svar[key] = council
            elif delen.ordet and not self._ord.kan_si(utvalg, delen.filer, delen.ordet):
                self._svar[key] = None
            else:
                mappe = self._deler(utvalg, delen.filer).mappe
                self._svar[key] = delen.svar(mappe) if mappe else None
        found: T | None = self._svar[key]
        return found

    def _deler(self, utvalg: str, slag: frozenset[Filslag]) -> Utvalgslest:
        return self._lest[utvalg] if utvalg in self._lest else self._les(utvalg, slag)

    def mappen(self, utvalg: str) -> Utvalgsmappe | None:
        """A whole council; None where its utvalg.yaml could not be read."""
        mappe = self.lest(utvalg).mappe
        return self._med_de_andre(mappe) if mappe else None

    def uleste(self, utvalg: str, filer: frozenset[Filslag]) -> frozenset[str]:
        """The files of a council, of these sorts, that could not be read."""
        key = filer, utvalg
        if key not in self._ulest:
            self._ulest[key] = self._deler(utvalg, filer).feilet
        return self._ulest[key]

    def som_sier(self, ordene: Collection[str], filer: frozenset[Filslag]) -> Iterator[str]:
        """The councils in whose files, of these sorts, one of these words may stand."""
        words = [word.encode() for word in ordene]
        return (name for name in self.utvalgene if self._ord.kan_si(name, filer, *words))

    def har_person(self, person: str) -> Iterator[str]:
        """The councils with a file for a person of this id."""
        return iter(self._med_person.get(person, ()))

    @cached_property
    def _med_person(self) -> Mapping[str, Sequence[str]]:
        return personfilene(self.paths, self.utvalgene)

    # What a council is told of the others

    def _med_de_andre(self, mappe: Utvalgsmappe) -> Utvalgsmappe:
        hosts = {name: host for name in self._verter.get(mappe.id, ()) if (host := self.lest(name).mappe)}
        if hosts:
            mappe = replace(mappe, felles=fellesmoeter(mappe, hosts))
        return med_til_avloest(mappe, self._skrevne_regelverk())

    def _skrevne_regelverk(self) -> Mapping[str, Regelverk]:
        """The rule sets as they are written."""
        return self.felles.regelverk

    @cached_property
    def _verter(self) -> Mapping[str, Sequence[str]]:
        """For each council, those that write meetings which are its too."""
        return vertene((name, self.gjester(name)) for name in self.utvalgene)

    def gjester(self, utvalg: str) -> frozenset[str]:
        """The councils whose meetings are written in this one too."""
        if utvalg not in self._gjester:
            read = self._lest.get(utvalg)
            own = read.mappe.moeter if read and read.mappe else ()
            meetings = own if read else kanskje_felles(self.tree, self._ord, utvalg)
            self._gjester[utvalg] = gjestene(utvalg, meetings)
        return self._gjester[utvalg]

    def under(self, utvalg: str) -> tuple[str, ...] | Ukjent:
        """The councils whose `overordnet` is this one; `ukjent` where one of the others may be one of them."""
        return self._under(utvalg)

    @cached_property
    def _under(self) -> Callable[[str], tuple[str, ...] | Ukjent]:
        told = {name: self._over(name) for name in self.utvalgene}
        unread = any(path.endswith("/utvalg.yaml") for path in self.felles.feilet) or None in told.values()
        above = ((name, over) for name, said in told.items() for over in said or ())
        return underordnede(above, ulest=unread)

    def _over(self, utvalg: str) -> Collection[str] | None:
        """Who a council says is above it, if anybody; None where its utvalg.yaml could not be read."""
        beside = self._ord.enhetene(utvalg)[-1]
        file = f"{UTVALG}{utvalg}/utvalg.yaml"
        astray = any(path.startswith(f"{UTVALG}{utvalg}/") for path in self.felles.ment)
        if utvalg in self._lest or astray or list(beside.paths) != [file]:
            return self._finn_over(utvalg)
        return self._husket.svar(beside, "overordnet", lambda: self._finn_over(utvalg))

    def _finn_over(self, utvalg: str) -> list[str] | None:
        if any(path.endswith("/utvalg.yaml") for path in self.uleste(utvalg, frozenset())):
            return None
        council = self.svaret(UTVALGET, utvalg)
        return sagt_over(council) if council else []

    def regelverk(self, register: Register) -> Mapping[str, Regelverk]:
        """The rule sets, with each name as it is declared: the same whichever councils are at hand, so made once."""
        if self._regelverk is None:
            self._regelverk = {
                name: med_kanoniske_navn(rules, register) for name, rules in self.felles.regelverk.items()
            }
        return self._regelverk

    # The register of some councils

    def register(self, utvalg: Collection[str]) -> Register:
        """These councils at hand, and the rest as what may be asked of them."""
        shared = self.felles
        mapper = {name: mappe for name in sorted(utvalg) if (mappe := self.mappen(name))}
        common = self.paths.get("", ())
        paths = [path for name in sorted(utvalg) for path in self.paths.get(name, ())]
        unread = shared.feilet.union(*(self.lest(name).feilet for name in utvalg))
        return Register(
            shared.organisasjoner,
            mapper,
            shared.satser,
            frozenset(paths),
            common,
            unread.union([ORGANISASJONER] if self.mangler_organisasjoner else ()),
            dict(maler(self.tree, [*common, *paths])),
            shared.ordliste,
            andre=Andre(self, utvalg),
        )

    @cached_property
    def mangler_organisasjoner(self) -> Finding | None:
        """That there is no file of organisations, though the records speak of them: one mistake, however often."""
        return self._finn_mangler_organisasjoner()

    def _finn_mangler_organisasjoner(self) -> Finding | None:
        if self.felles.har_organisasjoner:
            return None
        if not any(self.svaret(NEVNER_ORGANISASJON, name) for name in self.utvalgene):
            return None
        return ingen_organisasjoner()
