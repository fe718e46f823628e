"""Kandidat: a person as a rule sees them on one day – sides, verv, offices, organisation – known or not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from brukerutvalg_cli.model.alder import Foedt, foedt
from brukerutvalg_cli.model.dagen import Dagen
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.medlem import Funksjon
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.organisasjon import Organisasjon, organisasjonen
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.skrivemaate import kanonisk
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent, enige
from brukerutvalg_cli.model.visshet import UVISST, Visshet, noen, uvisst
from brukerutvalg_cli.model.vurderingsdag import husket_som

NOTHING_HELD: Mapping[str, Visshet] = MappingProxyType({})


class Kandidat(NamedTuple):
    """What can be said of one person on one day. An organisation may itself be elected, and is seen the same way.

    `kjent` is False for one whose file could not be read: then nothing can be said. `verv` and
    `funksjoner` map each name to whether it is held; a name that is not there is not held, unless
    nobody knows what the person holds: then they are `ukjent`. `vara_for` is whom a deputy stands in
    for in the seat they are looked at for, `sete`. Whether they are `ny`, or `til_stede`, is for whoever judges
    a round of appointments or a meeting to say. `dagen` is the council around them: what a selector asks of others
    than themselves, is asked there. `oppnevnt` is the day on which their age is asked, where that is another: how
    old they were when they were appointed.
    """

    id: str
    kjent: bool = True
    side: str | Ukjent | None = None
    verv: Mapping[str, Visshet] | Ukjent = NOTHING_HELD
    funksjoner: Mapping[str, Visshet] | Ukjent = NOTHING_HELD
    representerer: str | Ukjent | None = None
    organisasjon: Organisasjon | None = None
    grupper: frozenset[str] | Ukjent = frozenset()
    fra_utvalg: str | Ukjent | None = None
    vara_for: str | Ukjent | None = None
    er_organisasjon: bool = False
    ny: Visshet = UVISST
    til_stede: Visshet = UVISST
    sete: Sete | None = None
    dagen: Dagen | None = None
    oppnevnt: date | None = None

    def har_verv(self, *names: str) -> Visshet:
        """Whether the person holds one of these verv."""
        return _has(self.verv, names)

    def har_funksjon(self, *names: str) -> Visshet:
        """Whether the person holds one of these offices."""
        if isinstance(self.funksjoner, Ukjent):
            return UVISST
        wanted = set(map(kanonisk, names))
        return noen(held for name, held in self.funksjoner.items() if kanonisk(name) in wanted)

    def taler_for(self, *grupper: str) -> bool:
        """Whether the person is known to speak for one of these groups."""
        known = () if isinstance(self.grupper, Ukjent) else map(kanonisk, self.grupper)
        return not set(map(kanonisk, grupper)).isdisjoint(known)

    @property
    def foedt(self) -> Foedt | None:
        """When they can have been born, as far as anything is on record of it."""
        medlem = self.dagen.mappe.medlemmer.get(self.id) if self.dagen else None
        return foedt(medlem) if medlem else None

    @property
    def seter(self) -> Iterator[tuple[Visshet, Sete]]:
        """The seats they have that day, and the one they are looked at for."""
        if self.dagen is None:
            return
        for sete in self.dagen.mappe.seter_av.get(self.id, ()):
            covers = True if sete is self.sete else sete.dekker(self.dagen.dag)
            if covers is not False:
                yield covers, sete


def _has(held: Mapping[str, Visshet] | Ukjent, names: tuple[str, ...]) -> Visshet:
    return UVISST if isinstance(held, Ukjent) else noen(held.get(name, False) for name in names)


def kandidat(
    mappe: Utvalgsmappe,
    organisasjoner: Mapping[str, Organisasjon],
    person: str,
    dag: date,
    sete: Sete | None = None,
) -> Kandidat:
    """The person on this day; `sete` names the seat they are looked at for, where there is one."""
    if sete is not None:
        return _seen(Dagen(mappe, organisasjoner, dag), person, sete)
    key = person, husket_som(dag)
    found: Kandidat | None = mappe.sett.get(key)
    if found is None:
        found = mappe.sett[key] = _seen(Dagen(mappe, organisasjoner, dag), person, None)
    return found


def _seen(dagen: Dagen, person: str, sete: Sete | None) -> Kandidat:
    mappe, organisasjoner, dag = dagen
    medlem = mappe.medlemmer.get(person)
    if medlem is None:
        known = organisasjonen(organisasjoner, person, dag) if person not in mappe.kjente_personer else None
        return _elected(dagen, person, known) if known else Kandidat(person, kjent=False)
    seats = [sete] if sete else mappe.sitter_i(person, dag)
    seat = seats[-1]
    side = enige(mappe.kjent_side((each or medlem).side) for each in seats)
    representerer = enige((each or medlem).representerer for each in seats)
    organisasjon = organisasjonen(organisasjoner, representerer, dag)
    held, offices = _i_strekket(mappe, person, dag)
    return Kandidat(
        person,
        side=side,
        verv=held,
        funksjoner=offices,
        representerer=representerer,
        organisasjon=organisasjon,
        grupper=_groups(medlem.grupper, representerer, organisasjon),
        vara_for=enige(each.oppnevning.vara_for if each and each.oppnevning else None for each in seats),
        sete=seat,
        dagen=dagen,
    )


def _elected(dagen: Dagen, name: str, organisasjon: Organisasjon) -> Kandidat:
    """An organisation that was itself elected: it sits for itself."""
    mappe = dagen.mappe
    return Kandidat(
        name,
        side=mappe.kjent_side(organisasjon.side),
        verv=_i_strekket(mappe, name, dagen.dag).verv,
        representerer=name,
        organisasjon=organisasjon,
        grupper=_groups((), name, organisasjon),
        er_organisasjon=True,
        dagen=dagen,
    )


class _Innehar(NamedTuple):
    """The verv and the offices of one person on a day."""

    verv: Mapping[str, Visshet]
    funksjoner: Mapping[str, Visshet] | Ukjent


def _i_strekket(mappe: Utvalgsmappe, person: str, dag: date) -> _Innehar:
    """They are the same on all days until one comes on which something of anybody's begins or ends."""
    stretch = person, bisect_right(mappe.skiftedager, dag)
    found: _Innehar | None = mappe.sett.get(stretch)
    if found is None:
        medlem = mappe.medlemmer.get(person)
        offices = _offices(medlem.funksjon, dag) if medlem else {}
        found = mappe.sett[stretch] = _Innehar(_held_on(_verv(mappe, person, dag)), offices)
    return found


def gjest(oppmoete: Oppmoete, dagen: Dagen) -> Kandidat:
    """A guest, who is known only by what the attendance list says."""
    representerer = dagen.organisasjonen(oppmoete.representerer)
    organisasjon = organisasjonen(dagen.organisasjoner, representerer, dagen.dag)
    return Kandidat(
        oppmoete.kalt,
        side=oppmoete.side,
        verv=_only(oppmoete.verv),
        funksjoner=_only(oppmoete.funksjon),
        representerer=representerer,
        organisasjon=organisasjon,
        grupper=_groups((), representerer, organisasjon),
        fra_utvalg=oppmoete.fra_utvalg,
        dagen=dagen,
    )


def _only(name: str | Ukjent | None) -> dict[str, Visshet] | Ukjent:
    return name if isinstance(name, Ukjent) else {name: True} if name else {}


def _verv(mappe: Utvalgsmappe, person: str, dag: date) -> Iterator[tuple[str, Visshet]]:
    """The verv the person has; and those they may have been elected to, where nobody knows who was."""
    held = [(verv, tid.dekker(dag)) for verv, tid in mappe.vervtider.get(person, {}).items()]
    yield from held
    known = mappe.utvalg.alle_verv if mappe.uvisse_seter else ()
    if known and any(covers is not False and verv not in known for verv, covers in held):
        yield from ((verv, uvisst("verv", person)) for verv in known)
    for v in mappe.uvisse_valg:
        if v.dekker(dag) is not False:
            yield v.valg.verv, uvisst("valgt", v.sak.navn, v.at("valgt"))
    for verv, sete in mappe.ukjente_stedfortredere(dag):
        yield verv, uvisst("stedfortreder", sete.person, sete.at("permisjon"))


def _held_on(pairs: Iterable[tuple[str, Visshet]]) -> dict[str, Visshet]:
    held: dict[str, Visshet] = {}
    for name, covers in pairs:
        held[name] = noen((held[name], covers)) if name in held else covers
    return held


def _offices(offices: tuple[Funksjon, ...] | Ukjent, dag: date) -> Mapping[str, Visshet] | Ukjent:
    if isinstance(offices, Ukjent):
        return UKJENT
    held = [(f.funksjon, f.dekker(dag)) for f in offices]
    if any(name is UKJENT and held is not False for name, held in held):
        return UKJENT
    return _held_on((name, held) for name, held in held if isinstance(name, str))


def _groups(
    own: tuple[str, ...] | Ukjent, representerer: str | Ukjent | None, organisasjon: Organisasjon | None
) -> frozenset[str] | Ukjent:
    not_found = representerer is not None and organisasjon is None  # unread, or nowhere: told of elsewhere
    theirs = organisasjon.grupper if organisasjon else ()
    if own is UKJENT or representerer is UKJENT or theirs is UKJENT or not_found:
        return UKJENT
    return frozenset(own) | frozenset(theirs)
