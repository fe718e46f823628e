"""Omriss: what may be asked of the councils that are not at hand – these questions, and nothing else.

A council is judged from its own files, from what all share, and from the answers to these. Each question says which
files of a council it is answered from, so that no more is read of it than that; the answers are small, and kept.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import Generic, Literal, NamedTuple, Protocol, TypeVar

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.model.antakelse import Antakelse
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moetenavn import Moetenavn
from brukerutvalg_cli.model.navnene import AAPNE, erklaert_i, i_utvalget
from brukerutvalg_cli.model.skrivemaate import kanonisk
from brukerutvalg_cli.model.slag import Slag
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.model.verdier import ANTATT, UKJENT, Ukjent, kjent

T = TypeVar("T")
S = TypeVar("S", covariant=True)

Filslag = Literal["medlemmer", "moeter", "saker", "hendelser"]
"""The files of a council beside utvalg.yaml, which is always read."""
ALLE_FILER: frozenset[Filslag] = frozenset(("medlemmer", "moeter", "saker", "hendelser"))


class Omrissdel(NamedTuple, Generic[S]):
    """One question: the files it is answered from, and how."""

    navn: str
    filer: frozenset[Filslag]
    svar: Callable[[Utvalgsmappe], S]
    ordet: bytes = b""
    """A word that one of these files has to have: where none has it, the answer is nothing."""


class Moeteid(NamedTuple):
    """A meeting that says who it is."""

    id: str
    rekkefoelge: tuple[date, int, int]
    path: str
    navn: Moetenavn
    place: Place


def _utvalget(mappe: Utvalgsmappe) -> Utvalg:
    return mappe.utvalg


def _ukjent_inndeling(mappe: Utvalgsmappe) -> bool:
    return mappe.utvalg.inndelinger is UKJENT


def _antakelser(mappe: Utvalgsmappe) -> tuple[Antakelse, ...]:
    return mappe.antakelser


def _antatt_overordnet(mappe: Utvalgsmappe) -> bool:
    return "overordnet" in mappe.utvalg.antatt


def _nevner_organisasjon(mappe: Utvalgsmappe) -> bool:
    named = (mappe.utvalg.organisasjoner, *(m.representerer for m in mappe.medlemmer.values()))
    return any(kjent(each) for each in named)


def _navn_paa_folk(mappe: Utvalgsmappe) -> Mapping[str, frozenset[str]]:
    return {person: frozenset(medlem.alle_navn) for person, medlem in mappe.medlemmer.items()}


def _uten_navn(mappe: Utvalgsmappe) -> Mapping[str, str]:
    return {person: m.navn for person, m in mappe.medlemmer.items() if m.publisering != "navn"}


def _folks_grupper(mappe: Utvalgsmappe) -> tuple[tuple[str, Place], ...]:
    return tuple(
        (name, medlem.at("grupper", nr))
        for medlem in mappe.medlemmer.values()
        for nr, name in enumerate(kjent(medlem.grupper) or ())
    )


def _utvalgets_grupper(mappe: Utvalgsmappe) -> tuple[tuple[str, Place], ...]:
    utvalg = mappe.utvalg
    return tuple((name, utvalg.at("grupper", nr)) for nr, name in enumerate(kjent(utvalg.grupper) or ()))


def _delene_det_deles_i(mappe: Utvalgsmappe) -> tuple[tuple[str, Place], ...]:
    utvalg = mappe.utvalg
    return tuple(
        (name, utvalg.at("inndelinger", division, nr))
        for division, parts in (kjent(utvalg.inndelinger) or {}).items()
        for nr, name in enumerate(kjent(parts) or ())
    )


def _moeteider(mappe: Utvalgsmappe) -> tuple[Moeteid, ...]:
    return tuple(
        Moeteid(str(moete.id), moete.rekkefoelge, moete.path, moete.navn, moete.at("id"))
        for moete in mappe.moeter
        if moete.id
    )


def _mottatte(mappe: Utvalgsmappe) -> frozenset[str]:
    """Where its cases came from, in words; `ukjent` where that may be said in what nobody knows, or could read."""
    cases = [sak.oversendt_fra for moete in mappe.moeter for sak in moete.saker]
    cases += [sak.oversendt_fra for sak in mappe.saker.values()]
    unread = any("/moeter/" in path or "/saker/" in path for path in mappe.feilet)
    return frozenset(map(str, filter(None, [*cases, UKJENT if unread else None])))


def _brukt(slag: Slag, *filer: Filslag) -> Omrissdel[frozenset[str]]:
    def answer(mappe: Utvalgsmappe) -> frozenset[str]:
        return frozenset(kanonisk(name) for each, name in i_utvalget(mappe) if each is slag)

    return Omrissdel(f"brukt {slag.name}", frozenset(filer), answer)


def _erklaert(slag: Slag) -> Omrissdel[frozenset[str]]:
    def answer(mappe: Utvalgsmappe) -> frozenset[str]:
        return frozenset(erklaert_i(mappe.utvalg)[slag])

    return Omrissdel(f"erklaert {slag.name}", frozenset(), answer)


def _personene(mappe: Utvalgsmappe) -> frozenset[str]:
    return mappe.kjente_personer


UTVALGET = Omrissdel("utvalget", frozenset[Filslag](), _utvalget)
"""What a council says of itself: names, level, who is above, which rule sets bind it, verv, sides, groups."""
UKJENT_INNDELING = Omrissdel("ukjent inndeling", frozenset[Filslag](), _ukjent_inndeling)
ANTAKELSER = Omrissdel("antakelser", ALLE_FILER, _antakelser, ANTATT.encode())
ANTATT_OVERORDNET = Omrissdel("antatt overordnet", frozenset[Filslag](), _antatt_overordnet, ANTATT.encode())
NEVNER_ORGANISASJON = Omrissdel(
    "nevner organisasjon", frozenset[Filslag](("medlemmer",)), _nevner_organisasjon
)
PERSONENE = Omrissdel("personene", frozenset[Filslag](("medlemmer", "moeter")), _personene)
"""Their ids. Of a council whose folder of members is gone, the meetings know."""
NAVN_PAA_FOLK = Omrissdel("navn på folk", frozenset[Filslag](("medlemmer",)), _navn_paa_folk)
UTEN_NAVN = Omrissdel("uten navn", frozenset[Filslag](("medlemmer",)), _uten_navn, b"publisering")
"""Those who are to be shown by their organisation only."""
UTVALGETS_GRUPPER = Omrissdel("utvalgets grupper", frozenset[Filslag](), _utvalgets_grupper, b"grupper")
UTVALGETS_DELER = Omrissdel("utvalgets deler", frozenset[Filslag](), _delene_det_deles_i, b"inndelinger")
"""The groups of users that a council names, and the parts it is divided in, as it spells them."""
FOLKS_GRUPPER = Omrissdel("folks grupper", frozenset[Filslag](("medlemmer",)), _folks_grupper, b"grupper")
MOETEIDER = Omrissdel("møteider", frozenset[Filslag](("moeter",)), _moeteider)
MOTTATT = Omrissdel("mottatte saker", frozenset[Filslag](("moeter", "saker")), _mottatte)
BRUKT: Mapping[Slag, Omrissdel[frozenset[str]]] = {
    Slag.HENDELSE: _brukt(Slag.HENDELSE, "hendelser"),
    Slag.GRUPPE: _brukt(Slag.GRUPPE, "medlemmer"),
    Slag.FUNKSJON: _brukt(Slag.FUNKSJON, "medlemmer", "moeter"),
    Slag.ORDNING: _brukt(Slag.ORDNING, "moeter"),
    Slag.MOTTAKER: _brukt(Slag.MOTTAKER, "moeter"),
}
assert BRUKT.keys() == set(AAPNE)
ERKLAERT: Mapping[Slag, Omrissdel[frozenset[str]]] = {
    slag: _erklaert(slag) for slag in (Slag.VERV, Slag.SIDE, Slag.NIVAA, Slag.INNDELING, *AAPNE)
}

OMRISS: tuple[Omrissdel[object], ...] = (
    UTVALGET,
    UKJENT_INNDELING,
    ANTAKELSER,
    ANTATT_OVERORDNET,
    NEVNER_ORGANISASJON,
    PERSONENE,
    NAVN_PAA_FOLK,
    UTEN_NAVN,
    UTVALGETS_GRUPPER,
    UTVALGETS_DELER,
    FOLKS_GRUPPER,
    MOETEIDER,
    MOTTATT,
    *BRUKT.values(),
    *ERKLAERT.values(),
)
"""All of them: the outline of a council."""


FOR_ALLE: tuple[Omrissdel[object], ...] = (FOLKS_GRUPPER, MOETEIDER)
"""Those that are asked of every council whenever all are judged: answered while each is at hand."""


class Omland(Protocol):
    """All councils, wherever they are read from."""

    @property
    def kjente(self) -> frozenset[str]:
        """Every council there is, also one whose utvalg.yaml could not be read."""

    def svaret(self, delen: Omrissdel[T], utvalg: str) -> T | None:
        """What one council answers; None where its utvalg.yaml could not be read."""

    def mappen(self, utvalg: str) -> Utvalgsmappe | None:
        """A whole council; None where its utvalg.yaml could not be read."""

    def uleste(self, utvalg: str, filer: frozenset[Filslag]) -> frozenset[str]:
        """The files of a council, of these sorts, that could not be read."""

    def som_sier(self, ordene: Collection[str], filer: frozenset[Filslag]) -> Iterator[str]:
        """The councils in whose files, of these sorts, one of these words may stand."""

    def har_person(self, person: str) -> Iterator[str]:
        """The councils with a file for a person of this id."""

    def under(self, utvalg: str) -> tuple[str, ...] | Ukjent:
        """The councils below this one; `ukjent` where one of the others may be one of them."""


class Andre:
    """The councils that are not at hand. `landet`: all there are; None for a register that has no others."""

    def __init__(self, landet: Omland | None = None, naere: Collection[str] = ()) -> None:
        self._landet = landet
        self._alle = landet.kjente if landet else frozenset[str]()
        self.kjente = self._alle.difference(naere)
        """Every one of them, also one whose utvalg.yaml could not be read."""

    def uten(self, naere: Collection[str]) -> Andre:
        """The same without some that are at hand now."""
        return Andre(self._landet, (self._alle - self.kjente).union(naere))

    def utvalg(self, name: str) -> Utvalg | None:
        """What one of them says of itself; None where there is no such council, or it cannot be read."""
        return self.svar_fra(UTVALGET, name)

    def mappe(self, name: str) -> Utvalgsmappe | None:
        """A whole council, where a record or a provision names it: read for that, and not kept."""
        return self._landet.mappen(name) if self._landet and name in self.kjente else None

    def svar(self, delen: Omrissdel[T]) -> Iterator[tuple[str, T]]:
        """What each of them answers, by name; those that cannot be read have no answer."""
        if self._landet:
            for name in sorted(self.kjente):
                if (found := self._landet.svaret(delen, name)) is not None:
                    yield name, found

    def svar_fra(self, delen: Omrissdel[T], name: str) -> T | None:
        """What one of them answers; None where there is no such council, or it cannot be read."""
        return self._landet.svaret(delen, name) if self._landet and name in self.kjente else None

    def svar_fra_dem_som_sier(self, delen: Omrissdel[T], ordene: Collection[str]) -> Iterator[tuple[str, T]]:
        """What those of them answer in whose files one of these words may stand."""
        for name in self._landet.som_sier(ordene, delen.filer) if self._landet and ordene else ():
            if (found := self.svar_fra(delen, name)) is not None:
                yield name, found

    def uleste(self, filer: frozenset[Filslag]) -> Iterator[str]:
        """Their files of these sorts, and utvalg.yaml, that could not be read."""
        if self._landet:
            for name in sorted(self.kjente):
                yield from self._landet.uleste(name, filer)

    def underordnede(self, name: str) -> tuple[str, ...] | Ukjent:
        """Those, of all there are, that are below a council; `ukjent` where one of the others may be one of them."""
        return self._landet.under(name) if self._landet else ()

    def navn_paa(self, person: str) -> Iterator[str]:
        """What those are called who have this id in one of them."""
        if self._landet:
            for name in self._landet.har_person(person):
                if name in self.kjente:
                    yield from (self._landet.svaret(NAVN_PAA_FOLK, name) or {}).get(person, ())


INGEN_ANDRE = Andre()
