"""Navnene: every name of each sort that a register has – of the language, declared, or used in a record."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set

from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetepapirer import Publisert, Referat, Sakliste, Sendt
from brukerutvalg_cli.model.ordliste import Ordliste
from brukerutvalg_cli.model.ordvalg import STANDARD_NIVAA
from brukerutvalg_cli.model.organisasjon import Organisasjon
from brukerutvalg_cli.model.skrivemaate import kanonisk
from brukerutvalg_cli.model.slag import Slag
from brukerutvalg_cli.model.utvalg import STANDARD_ORDNINGER, STANDARD_SIDER, STANDARD_VERV, Utvalg
from brukerutvalg_cli.model.verdier import kjent

NavnEtterSlag = Mapping[Slag, Set[str]]


def erklaert(
    ordliste: Ordliste,
    utvalg: Iterable[Utvalg],
    organisasjoner: Mapping[str, Organisasjon],
    kjente_utvalg: Collection[str],
    personer: Iterable[str],
) -> NavnEtterSlag:
    """The names that the language has, or that a file declares."""
    by_council = [erklaert_i(each) for each in utvalg]
    own: dict[Slag, Collection[str]] = {
        Slag.VERV: STANDARD_VERV,
        Slag.SIDE: STANDARD_SIDER,
        Slag.NIVAA: STANDARD_NIVAA,
        Slag.INNDELING: (),
        Slag.FUNKSJON: ordliste.funksjoner,
        Slag.GRUPPE: ordliste.grupper,
        Slag.ORDNING: (*STANDARD_ORDNINGER, *ordliste.ordninger),
        Slag.MOTTAKER: ordliste.mottakere,
        Slag.HENDELSE: ordliste.hendelser,
    }
    return {
        Slag.PERSON: frozenset(personer),
        Slag.ORGANISASJON: organisasjoner.keys(),
        Slag.UTVALG: frozenset(kjente_utvalg),
        **{slag: frozenset(names).union(*(each[slag] for each in by_council)) for slag, names in own.items()},
    }


def erklaert_i(utvalg: Utvalg) -> NavnEtterSlag:
    """The names that one council declares."""
    return {
        Slag.VERV: frozenset(utvalg.verv),
        Slag.SIDE: frozenset(utvalg.sider),
        Slag.NIVAA: frozenset((utvalg.nivaa,)),
        Slag.INNDELING: frozenset(kjent(utvalg.inndelinger) or ()),
        Slag.FUNKSJON: frozenset(utvalg.funksjoner),
        Slag.GRUPPE: frozenset(map(kanonisk, kjent(utvalg.grupper) or ())),
        Slag.ORDNING: frozenset(utvalg.ordninger),
        Slag.MOTTAKER: frozenset(utvalg.mottakere),
        Slag.HENDELSE: frozenset(utvalg.hendelser),
    }


def brukt(mapper: Iterable[Utvalgsmappe], organisasjonenes_grupper: Iterable[str]) -> NavnEtterSlag:
    """The names that a record uses where anybody may write what they like."""
    found: dict[Slag, set[str]] = {slag: set() for slag in AAPNE}
    found[Slag.GRUPPE].update(organisasjonenes_grupper)
    for mappe in mapper:
        for slag, name in i_utvalget(mappe):
            found[slag].add(kanonisk(name))
    return {slag: frozenset(names) for slag, names in found.items()}


class Navnemengde(Collection[str]):
    """Names near at hand, and those further away, which are asked for only where a name is not among the near."""

    def __init__(self, naere: Set[str], fjerne: Callable[[], Iterable[Collection[str]]]) -> None:
        self.naere = naere
        self._fjerne = fjerne

    def __contains__(self, name: object) -> bool:
        return name in self.naere or any(name in names for names in self._fjerne())

    def __bool__(self) -> bool:
        return True  # to know better, all would be asked

    def __iter__(self) -> Iterator[str]:
        return iter(frozenset(self.naere).union(*self._fjerne()))

    def __len__(self) -> int:
        return len(frozenset(self.naere).union(*self._fjerne()))


AAPNE = (Slag.FUNKSJON, Slag.GRUPPE, Slag.ORDNING, Slag.MOTTAKER, Slag.HENDELSE)
"""The sorts that need no declaration: a name that the records use is one."""


def i_utvalget(mappe: Utvalgsmappe) -> Iterator[tuple[Slag, str]]:
    """The names that one council's records use, each with its sort."""
    for medlem in mappe.medlemmer.values():
        yield from (
            (Slag.FUNKSJON, name) for f in kjent(medlem.funksjon) or () if (name := kjent(f.funksjon))
        )
        yield from ((Slag.GRUPPE, name) for name in kjent(medlem.grupper) or ())
    yield from ((Slag.HENDELSE, hendelse.hva) for hendelse in mappe.hendelser)
    for moete in mappe.moeter:
        yield from _i_moetet(moete)


def _i_moetet(moete: Moete) -> Iterator[tuple[Slag, str]]:
    for oppmoete in kjent(moete.oppmoete) or ():
        if office := kjent(oppmoete.funksjon):
            yield Slag.FUNKSJON, office
        yield from ((Slag.ORDNING, name) for name in kjent(oppmoete.dekker) or ())
        if scheme := kjent(oppmoete.godtgjoeres_etter):
            yield Slag.ORDNING, scheme
    if isinstance(moete.sendt, Sendt):
        yield from ((Slag.MOTTAKER, name) for name in kjent(moete.sendt.til) or ())
    if isinstance(moete.referat, Referat):
        yield from ((Slag.MOTTAKER, name) for name in kjent(moete.referat.sendt_til) or ())
    for document in (moete.sakliste, moete.referat):
        out = document.publisert if isinstance(document, Sakliste | Referat) else None
        if isinstance(out, Publisert) and (by := kjent(out.via)):
            yield Slag.MOTTAKER, by
