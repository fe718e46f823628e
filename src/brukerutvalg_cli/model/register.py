"""Register: the councils that are at hand, whole, what all share, and what may be asked of the other councils."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from brukerutvalg_cli.funn.place import Place, eieren
from brukerutvalg_cli.model.antakelse import Antakelse, uten
from brukerutvalg_cli.model.foeringshistorie import Foeringshistorie
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.navnene import AAPNE, Navnemengde, brukt, erklaert
from brukerutvalg_cli.model.omriss import (
    ANTAKELSER,
    BRUKT,
    ERKLAERT,
    INGEN_ANDRE,
    MOTTATT,
    NAVN_PAA_FOLK,
    PERSONENE,
    Andre,
    Omrissdel,
)
from brukerutvalg_cli.model.ordliste import Ordliste
from brukerutvalg_cli.model.organisasjon import Organisasjon
from brukerutvalg_cli.model.organisasjonene import ANTATT, GRUPPER, SKIFTER, hver, organisasjon_at, svaret
from brukerutvalg_cli.model.sats import Sats
from brukerutvalg_cli.model.slag import Slag
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent

T = TypeVar("T")


@dataclass(frozen=True)
class Register:
    """What the files say, as far as they could be read.

    `mapper` are the councils that are judged, or looked at; `paths` are all their files, so that a rule can ask
    whether an annex exists, and `felles_paths` those of what all share. `feilet` are the files of both that could not
    be read.
    """

    organisasjoner: Mapping[str, Organisasjon] = field(default_factory=dict)
    mapper: dict[str, Utvalgsmappe] = field(default_factory=dict)
    satser: Collection[Sats] = ()
    paths: frozenset[str] = frozenset()
    felles_paths: Collection[str] = ()
    feilet: frozenset[str] = frozenset()

    maler: Mapping[str, str] = field(default_factory=dict)
    """The templates of the register's own, each with a sum of what it says."""
    ordliste: Ordliste = field(default_factory=Ordliste)
    """What is called what in every council."""
    historie: Foeringshistorie | None = None
    """When what stands here was recorded; None where nobody has asked."""

    andre: Andre = INGEN_ANDRE
    """The councils that are not at hand."""
    overordnede_kjent: bool = True
    """Whether what each says is above it is still what it said when it was read."""
    bare: frozenset[str] | None = None
    """The councils, none of them at hand, that what all share is looked through for; None for all."""
    dagen: date | None = None
    """The day whose names the councils go by; None for those of today."""

    def utvalget(self, name: str) -> Utvalg | None:
        """What a council says of itself; None where there is none, or it cannot be read."""
        if mappe := self.mapper.get(name):
            return mappe.utvalg
        other = self.andre.utvalg(name)
        return other.paa_dag(self.dagen) if other and self.dagen else other

    def naboen(self, name: str) -> Utvalgsmappe | None:
        """A whole council that a record or a provision names; None where there is none, or it cannot be read."""
        if mappe := self.mapper.get(name):
            return mappe
        other = self.andre.mappe(name)
        return other.paa_dag(self.dagen) if other and self.dagen else other

    def underordnede(self, name: str) -> tuple[str, ...] | Ukjent:
        """The councils whose `overordnet` is this one; `ukjent` where one of the others may be one of them."""
        return self.andre.underordnede(name) if self.overordnede_kjent else UKJENT

    def hver_mappe(self) -> Iterator[Utvalgsmappe]:
        """Every council, one by one: for who changes what all share, never for a rule."""
        yield from self.mapper.values()
        yield from filter(None, map(self.andre.mappe, sorted(self.andre.kjente)))

    def svar(self, delen: Omrissdel[T]) -> Iterator[tuple[str, T]]:
        """What each council answers, those at hand first."""
        yield from ((name, delen.svar(mappe)) for name, mappe in self.mapper.items())
        yield from self.andre.svar(delen)

    @cached_property
    def erklaert(self) -> Mapping[Slag, Navnemengde]:
        """The names of each sort that the language has, or the register declares."""
        councils = (mappe.utvalg for mappe in self.mapper.values())
        people = (name for mappe in self.mapper.values() for name in mappe.kjente_personer)
        near = erklaert(self.ordliste, councils, self.organisasjoner, self.kjente_utvalg, people)
        return {
            slag: self._med_fjerne(names, ERKLAERT.get(slag) or (PERSONENE if slag is Slag.PERSON else None))
            for slag, names in near.items()
        }

    @cached_property
    def brukt(self) -> Mapping[Slag, Navnemengde]:
        """The names of each sort that some record uses."""
        near = brukt(self.mapper.values(), svaret(GRUPPER, self.organisasjoner))
        return {slag: self._med_fjerne(near[slag], BRUKT[slag]) for slag in AAPNE}

    def _med_fjerne(self, naere: Set[str], delen: Omrissdel[frozenset[str]] | None) -> Navnemengde:
        return Navnemengde(naere, lambda: (names for _, names in self.andre.svar(delen)) if delen else ())

    @cached_property
    def folk(self) -> Navnemengde:
        """What everybody in the register is called."""
        near = (
            name for mappe in self.mapper.values() for m in mappe.medlemmer.values() for name in m.alle_navn
        )
        return Navnemengde(
            frozenset(near),
            lambda: (names for _, people in self.andre.svar(NAVN_PAA_FOLK) for names in people.values()),
        )

    def kalt(self, id: str) -> frozenset[str]:
        """Every name that an id goes by: of the people who have it in any council, of a council, of an organisation."""
        found = {name for m in self.mapper.values() if (p := m.medlemmer.get(id)) for name in p.alle_navn}
        found.update(self.andre.navn_paa(id))
        if utvalg := self.utvalget(id):
            found |= {utvalg.navn.nb, utvalg.navn.nn}
        if body := self.organisasjoner.get(id):
            found |= {body.navn, body.forkortelse or body.navn}
        return frozenset(found)

    def maler_for(self, utvalg: str, men_ikke: str) -> list[str]:
        """The sums of the templates a council's documents may be made by, but for those of this document."""
        folders = ("records/templates/", f"records/utvalg/{utvalg}/templates/")
        return [
            sum_
            for path, sum_ in sorted(self.maler.items())
            if path.startswith(folders) and f"/{men_ikke}." not in path
        ]

    def paa_dag(self, dag: date) -> Register:
        """The same register with the names of that day."""
        bodies = hver(self.organisasjoner, lambda _, body: body.paa_dag(dag))
        mapper = {name: mappe.paa_dag(dag) for name, mappe in self.mapper.items()}
        return replace(self, organisasjoner=bodies, mapper=mapper, dagen=dag)

    @cached_property
    def kjente_utvalg(self) -> frozenset[str]:
        """Every council with a folder, also one whose utvalg.yaml could not be read."""
        unread = set(filter(None, map(eieren, self.feilet)))
        return frozenset(self.mapper) | unread | self.andre.kjente

    def antatt_i(self, utvalg: str) -> tuple[Antakelse, ...]:
        """All that is assumed in the records of a council."""
        mappe = self.mapper.get(utvalg)
        return mappe.antakelser if mappe else self.andre.svar_fra(ANTAKELSER, utvalg) or ()

    def mottatt_av(self, utvalg: str) -> frozenset[str] | None:
        """Where the cases of a council came from, and `ukjent` where it may have others; None where there is none such,
        or it cannot be read."""
        mappe = self.mapper.get(utvalg)
        return MOTTATT.svar(mappe) if mappe else self.andre.svar_fra(MOTTATT, utvalg)

    @cached_property
    def antatt_om_organisasjoner(self) -> tuple[Antakelse, ...]:
        """All that is assumed of the organisations, which any council may name."""
        return svaret(ANTATT, self.organisasjoner)

    @cached_property
    def organisasjonsskifter(self) -> frozenset[date]:
        """The days on which an organisation became something else, or may have."""
        return svaret(SKIFTER, self.organisasjoner)

    def uten_antakelser(
        self, places: Collection[Place] | None = None, utvalg: Iterable[str] | None = None
    ) -> Register:
        """The same register where nobody knows what is assumed of the organisations and of these councils, or all.

        `places`: only what stands there.
        """
        named = self.mapper if utvalg is None else utvalg
        chosen = [mappe.uten_antakelser(places) for name in named if (mappe := self.naboen(name))]
        bodies = hver(self.organisasjoner, lambda name, body: uten(body, organisasjon_at(name), places))
        mapper = self.mapper | {mappe.id: mappe for mappe in chosen}
        before = ((m.utvalg, self.utvalget(m.id)) for m in chosen)
        # One of which nobody knows any more who is above it, may be below any of them.
        moved = any(was and was.overordnet != now.overordnet for now, was in before)
        if self.antatt_om_organisasjoner:  # people are remembered with the organisations they sit for
            mapper = {name: replace(mappe, sett={}) for name, mappe in mapper.items()}
        return replace(
            self,
            organisasjoner=bodies,
            mapper=mapper,
            andre=self.andre.uten(mapper),
            overordnede_kjent=self.overordnede_kjent and not moved,
        )
