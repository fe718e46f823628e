"""Deler: what a composition is judged of – the whole, or each organisation, group, side or member for itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.model.kandidat import Kandidat
from brukerutvalg_cli.model.organisasjon import organisasjonen
from brukerutvalg_cli.model.sete import MEDLEMSVERV, OPPNEVNT, Sete
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.model.visshet import UVISST, Faktum, Uvisst, Visshet, alle, fordi, noen, uvisst

FASTE = ("organisasjon", "gruppe", "medlem", "side", "kjoenn")
"""What `for_hver` may be in any council. Any other word is a division that the council has declared."""


@dataclass(frozen=True)
class Hele:
    """The whole group, as one part. The other divisions are subclasses."""

    utvalg: UtvalgIPeriode
    vervene: frozenset[str] | None
    navn: str = ""
    """What it is called: the word behind `for_hver`."""

    @property
    def deler(self) -> tuple[str, ...]:
        """Every part there is at any time."""
        return ("",)

    def mangler(self) -> tuple[Place, str, str] | None:
        """Where it is not known which parts there are: the place, what is missing, and its key."""
        return None

    def finnes(self, part: str, dag: date) -> Visshet:
        """Whether the part is there to be judged on this day."""
        return self.utvalg.mappe.utvalg.med(part, dag)

    def har(self, part: str, hvem: Kandidat, dag: date) -> Visshet:
        """Whether the person belongs to this part on this day."""
        return True

    def aktuelle(self, hvem: Kandidat) -> Iterable[str]:
        """The parts the person can belong to on any day: there may be hundreds."""
        return self.deler

    def mangel_at(self, part: str, dag: date) -> Place:
        """Where it is shown that somebody is missing in this part."""
        return self.utvalg.binding_at()

    def skifter(self) -> Mapping[date, frozenset[str]]:
        """The days on which parts come or go, and which."""
        found: dict[date, set[str]] = defaultdict(set)
        for part in self.deler:
            if span := self.utvalg.mappe.utvalg.tidsrom.get(part):
                for day in span.skifter():
                    found[day].add(part)
        return {day: frozenset(parts) for day, parts in found.items()}

    def flytter_med(self, sete: Sete) -> bool:
        """Whether one who has this seat may come to belong elsewhere on a day when parts come or go."""
        return False


@dataclass(frozen=True)
class HverOrganisasjon(Hele):
    """Each organisation with a seat in the council, so that a missing one is noticed."""

    @property
    def deler(self) -> tuple[str, ...]:
        """The organisations the council names."""
        return stated(self.utvalg.mappe.utvalg.organisasjoner)

    def mangler(self) -> tuple[Place, str, str] | None:
        """Whether the council knows its organisations."""
        return _not_known(self.utvalg, "organisasjoner", self.utvalg.mappe.utvalg.organisasjoner)

    def har(self, part: str, hvem: Kandidat, dag: date) -> Visshet:
        """Whether the person represents it."""
        unknown = not hvem.kjent or hvem.representerer is UKJENT
        return om_den(hvem, "organisasjon") if unknown else hvem.representerer == part


@dataclass(frozen=True)
class Grupper(Hele):
    """Each group of users the council is to cover."""

    @property
    def deler(self) -> tuple[str, ...]:
        """The groups the council names."""
        return stated(self.utvalg.mappe.utvalg.grupper)

    def mangler(self) -> tuple[Place, str, str] | None:
        """Whether the council knows its groups."""
        return _not_known(self.utvalg, "grupper", self.utvalg.mappe.utvalg.grupper)

    def har(self, part: str, hvem: Kandidat, dag: date) -> Visshet:
        """Whether the person speaks for it."""
        if not hvem.kjent or isinstance(hvem.grupper, Ukjent):
            return om_den(hvem, "gruppe")
        # A group spelt nearly so is one mistake, and told of as such.
        others = hvem.grupper.difference(stated(self.utvalg.mappe.utvalg.grupper))
        if part in hvem.grupper or not any(_misspelt(name, part) for name in others):
            return part in hvem.grupper
        return om_den(hvem, "gruppe")


@dataclass(frozen=True)
class Sider(Hele):
    """Each side: those the council has declared, and any other from the day somebody first sits for it."""

    @property
    def deler(self) -> tuple[str, ...]:
        """Every side that is judged at some time."""
        council = self.utvalg.mappe.utvalg
        dated = (side for side in council.alle_sider if side in council.tidsrom)
        return tuple(dict.fromkeys((*council.sider, *dated, *self._fra)))

    def finnes(self, part: str, dag: date) -> Visshet:
        """Whether the council has declared the side, or somebody has sat for it by now."""
        council = self.utvalg.mappe.utvalg
        if part in council.tidsrom or part in council.sider:
            return council.med(part, dag)
        return noen(Uvisst((day,)) if isinstance(day, Faktum) else day <= dag for day in self._fra[part])

    def har(self, part: str, hvem: Kandidat, dag: date) -> Visshet:
        """Whether the person sits for it."""
        return om_den(hvem, "side") if not hvem.kjent or hvem.side is UKJENT else hvem.side == part

    def skifter(self) -> Mapping[date, frozenset[str]]:
        """The days on which somebody first sits for a side, or its own days begin or are over."""
        found: dict[date, set[str]] = defaultdict(set)
        for changes, dated in super().skifter().items():
            found[changes] |= dated
        for side, days in self._fra.items():
            for day in days:
                if isinstance(day, date):
                    found[day].add(side)
        return {day: frozenset(sides) for day, sides in found.items()}

    @cached_property
    def _fra(self) -> dict[str, tuple[date | Faktum, ...]]:
        """The day from which each side has somebody while the rule binds; and of whom nobody knows, perhaps before."""
        mappe, start = self.utvalg.mappe, self.utvalg.fra
        days: dict[str, list[date | Faktum]] = defaultdict(list)
        for sete in mappe.seter:
            if sete.verv not in OPPNEVNT and self.vervene is not None and sete.verv not in self.vervene:
                continue
            then = max(sete.fra, start or sete.fra) if isinstance(sete.fra, date) else self.utvalg.dato
            bodies = self.utvalg.register.organisasjoner if sete.medlem is None else {}
            elected = organisasjonen(bodies, sete.person, then)
            side = mappe.kjent_side(elected.side if elected else sete.side)
            over = start is not None and isinstance(sete.til, date) and sete.til < start
            if not isinstance(side, str) or over:
                continue
            later = isinstance(sete.fra, date) and (start is None or sete.fra >= start)
            known = isinstance(sete.fra, date) and (later or sete.til is not UKJENT)
            unsure = Faktum("periode", sete.person, sete.at("fra"))
            days[side].append(sete.fra if known and isinstance(sete.fra, date) else unsure)
        return {side: _earliest(found) for side, found in days.items()}


@dataclass(frozen=True)
class Medlemmer(Hele):
    """Each member that day: who belongs to a member is the member, and whoever is the member's deputy."""

    @property
    def deler(self) -> tuple[str, ...]:
        """Everybody who is a member at some time."""
        return tuple(sorted(self._seter))

    def mangler(self) -> tuple[Place, str, str] | None:
        """Whether all the members are on record."""
        if self.utvalg.mappe.medlemsliste_hel:
            return None
        place = self.utvalg.mappe.utvalg.at("medlemsliste", otherwise=("navn",))
        return place, "medlemslista er ikke fullstendig, så det kan være flere medlemmer", "medlemsliste"

    def finnes(self, part: str, dag: date) -> Visshet:
        """Whether the person is a member that day."""
        return noen(sete.dekker(dag) for sete in self._seter[part])

    def har(self, part: str, hvem: Kandidat, dag: date) -> Visshet:
        """Whether this is the member, or the deputy of the member or of the organisation the member sits for."""
        if hvem.id == part or hvem.vara_for == part:
            return True
        if not hvem.kjent or hvem.vara_for is UKJENT:
            return om_den(hvem, "medlem")
        if hvem.vara_for is None or hvem.vara_for in self.utvalg.mappe.kjente_personer:
            return False
        return fordi(self._sits_for(part, str(hvem.vara_for), dag), "medlem", hvem.id)

    def aktuelle(self, hvem: Kandidat) -> Iterable[str]:
        """The member, and whomever the deputy may stand in for."""
        if not hvem.kjent or isinstance(hvem.vara_for, Ukjent):
            return self.deler
        named = {name for name in (hvem.id, hvem.vara_for) if name in self._seter and name}
        if hvem.vara_for is None or hvem.vara_for in self.utvalg.mappe.kjente_personer:
            return named
        return named | self._som_sitter_for[hvem.vara_for] | self._som_sitter_for[UKJENT]

    def mangel_at(self, part: str, dag: date) -> Place:
        """At the member's own term."""
        return next(sete for sete in self._seter[part] if sete.dekker(dag) is not False).at()

    def skifter(self) -> Mapping[date, frozenset[str]]:
        """The days on which a member comes, goes or takes another seat."""
        found: dict[date, set[str]] = defaultdict(set)
        for person, held in self._seter.items():
            for sete in held:
                for day in sete.skifter():
                    found[day].add(person)
        return {day: frozenset(people) for day, people in found.items()}

    def flytter_med(self, sete: Sete) -> bool:
        """A deputy of an organisation belongs to whoever sits for it."""
        deputy_of = sete.oppnevning.vara_for if sete.oppnevning else None
        return isinstance(deputy_of, str) and deputy_of not in self.utvalg.mappe.kjente_personer

    def _sits_for(self, member: str, organisasjon: str, dag: date) -> Visshet:
        """Whether the member sits for the organisation; of a seat that is perhaps held, perhaps."""
        return noen(
            alle((covers, UVISST if sete.representerer is UKJENT else sete.representerer == organisasjon))
            for sete in self._seter[member]
            if (covers := sete.dekker(dag)) is not False
        )

    @cached_property
    def _som_sitter_for(self) -> dict[str | Ukjent | None, set[str]]:
        found: dict[str | Ukjent | None, set[str]] = defaultdict(set)
        for person, held in self._seter.items():
            for sete in held:
                found[sete.representerer].add(person)
        return found

    @cached_property
    def _seter(self) -> dict[str, list[Sete]]:
        found: dict[str, list[Sete]] = defaultdict(list)
        for verv in sorted(MEDLEMSVERV):
            for sete in self.utvalg.mappe.seter_i.get(verv, ()):
                found[sete.person].append(sete)
        return dict(found)


def om_den(hvem: Kandidat, noekkel: str) -> Uvisst:
    """That it cannot be known, for want of this of a person; of one whose file could not be read, of all."""
    return uvisst(noekkel if hvem.kjent else "fil", hvem.id)


def stated(names: tuple[str, ...] | Ukjent) -> tuple[str, ...]:
    """The names, as far as anybody knows."""
    return () if isinstance(names, Ukjent) else names


@cache
def _misspelt(name: str, part: str) -> bool:
    from brukerutvalg_cli.forslag import skrivefeil  # late: most groups are spelt as the council spells them

    return skrivefeil(name, (part,)) is not None


def _not_known(
    utvalg: UtvalgIPeriode, key: str, stated: tuple[str, ...] | Ukjent
) -> tuple[Place, str, str] | None:
    if isinstance(stated, Ukjent):
        return utvalg.mappe.utvalg.at(key), f"utvalgets {key} er ukjent", key
    if not stated:
        text = f"utvalgets {key} er ikke ført («{key}» i utvalg.yaml)"
        return utvalg.mappe.utvalg.at(key, otherwise=("navn",)), text, key
    return None


def _earliest(days: list[date | Faktum]) -> tuple[date | Faktum, ...]:
    known = [day for day in days if isinstance(day, date)]
    return (*((min(known),) if known else ()), *(day for day in days if isinstance(day, Faktum)))
