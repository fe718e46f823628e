"""Navnesjekk: whether each name in a rule set is one that the language or the register has."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from brukerutvalg_cli.funn.place import UTVALG
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.mandat.verdier.navneord import HENDELSER, POSTER
from brukerutvalg_cli.model.dagen import FORRIGE
from brukerutvalg_cli.model.navnene import AAPNE, Navnemengde
from brukerutvalg_cli.model.omriss import ALLE_FILER, UKJENT_INNDELING, Filslag
from brukerutvalg_cli.model.ordliste import ORDLISTE
from brukerutvalg_cli.model.organisasjon import ORGANISASJONER
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.skrivemaate import kanonisk
from brukerutvalg_cli.model.slag import Nevnt, Slag


def uloeste(rules: Regelverk, register: Register) -> Mapping[int, Nevnt]:
    """The first name in each provision that names nothing, by the number of the provision."""
    lost = (each for each in rules.navn if each.rute[0] == "bestemmelser" and not finnes(each, register))
    return {int(each.rute[1]): each for each in reversed([*lost])}


def finnes(nevnt: Nevnt, register: Register) -> bool:
    """Whether it is a name of something. What an unread file may hold is not called missing."""
    navn, nevner = nevnt.navn, nevnt.nevner
    if navn in nevner.ord or any(_naer(slag, navn, register) for slag in nevner.slag):
        return True  # then nobody else is asked
    return any(_finnes(slag, navn, register) for slag in sorted(nevner.slag, key=_tyngst))


def _tyngst(slag: Slag) -> bool:
    return slag is Slag.PERSON  # to know everybody, all that is on record of people is read


def _naer(slag: Slag, navn: str, register: Register) -> bool:
    """Whether the language, what all share or a council at hand has such a name."""
    if slag in (Slag.BESTEMMELSE, Slag.HENDELSE):
        return slag is Slag.BESTEMMELSE
    near = register.erklaert[slag].naere
    if slag is Slag.VERV:
        return navn in near or navn.removeprefix(FORRIGE) in near
    return navn in near or (slag in AAPNE and kanonisk(navn) in near | register.brukt[slag].naere)


def _finnes(slag: Slag, navn: str, register: Register) -> bool:
    if slag is Slag.BESTEMMELSE:
        return True  # which there are, follows from what the rule set builds on: `kontroll/ukjent_referanse` knows
    if slag is Slag.HENDELSE:
        return kanonisk(navn) not in POSTER and not _feilskrevet(navn, register)
    if slag is Slag.VERV and navn not in register.erklaert[slag]:
        navn = navn.removeprefix(FORRIGE)  # whoever had it before
    if slag is Slag.INNDELING and any(unknown for _, unknown in register.svar(UKJENT_INNDELING)):
        return True
    if slag in AAPNE:
        navn = kanonisk(navn)
        if navn in register.erklaert[slag] or navn in register.brukt[slag]:
            return True
    return navn in register.erklaert[slag] or kan_vaere_ulest(slag, register)


def _feilskrevet(navn: str, register: Register) -> bool:
    """Whether an event is but a letter from one that there is. Any other word is a name of somebody's own."""
    if er_kjent(Slag.HENDELSE, navn, register):
        return False
    from brukerutvalg_cli.forslag import skrivefeil  # late: only for what nobody has recorded

    return skrivefeil(navn, kjente(Slag.HENDELSE, register)) is not None


def kan_vaere_ulest(slag: Slag, register: Register) -> bool:
    """Whether some file that could not be read may be where such a name stands."""
    if any(_kan_ha(slag, path) for path in register.feilet):
        return True
    files = ALLE_FILER if slag in AAPNE else frozenset[Filslag]()
    return any(_kan_ha(slag, path) for path in register.andre.uleste(files))


def _kan_ha(slag: Slag, path: str) -> bool:
    if slag in AAPNE:
        return path in (ORDLISTE, ORGANISASJONER) or path.startswith(UTVALG)
    if slag is Slag.ORGANISASJON:
        return path == ORGANISASJONER
    return slag is not Slag.UTVALG and path.startswith(UTVALG) and path.endswith("/utvalg.yaml")


def kjente(slag: Slag, register: Register) -> frozenset[str]:
    """Every name of this sort that there is: for who wants to know what was meant."""
    return frozenset().union(*_kilder(slag, register))


def er_kjent(slag: Slag, navn: str, register: Register) -> bool:
    """Whether it is one of them."""
    sources = _kilder(slag, register)
    near = (each.naere if isinstance(each, Navnemengde) else each for each in sources)
    return any(navn in names for names in near) or any(navn in names for names in sources)


def _kilder(slag: Slag, register: Register) -> list[Collection[str]]:
    own = [HENDELSER] if slag is Slag.HENDELSE else []
    return [*own, *(each[slag] for each in (register.erklaert, register.brukt) if slag in each)]
