"""Navnesjekk: whether each name in a rule set is one that the language or the register has."""

from __future__ import annotations

from collections.abc import Mapping

from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.mandat.verdier.navneord import HENDELSER, POSTER
from brukerutvalg_cli.model.dagen import FORRIGE
from brukerutvalg_cli.model.navnene import AAPNE
from brukerutvalg_cli.model.ordliste import ORDLISTE
from brukerutvalg_cli.model.organisasjon import ORGANISASJONER
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.skrivemaate import kanonisk
from brukerutvalg_cli.model.slag import Nevnt, Slag
from brukerutvalg_cli.model.verdier import UKJENT

UTVALG = "records/utvalg/"


def uloeste(rules: Regelverk, register: Register) -> Mapping[int, Nevnt]:
    """The first name in each provision that names nothing, by the number of the provision."""
    lost = (each for each in rules.navn if each.rute[0] == "bestemmelser" and not finnes(each, register))
    return {int(each.rute[1]): each for each in reversed([*lost])}


def finnes(nevnt: Nevnt, register: Register) -> bool:
    """Whether it is a name of something. What an unread file may hold is not called missing."""
    navn, nevner = nevnt.navn, nevnt.nevner
    return navn in nevner.ord or any(_finnes(slag, navn, register) for slag in nevner.slag)


def _finnes(slag: Slag, navn: str, register: Register) -> bool:
    if slag is Slag.BESTEMMELSE:
        return True  # which there are, follows from what the rule set builds on: `kontroll/referanser` knows
    if slag is Slag.HENDELSE:
        return kanonisk(navn) not in POSTER and not _feilskrevet(navn, register)
    if slag is Slag.VERV and navn not in register.erklaert[slag]:
        navn = navn.removeprefix(FORRIGE)  # whoever had it before
    if slag is Slag.INNDELING and any(m.utvalg.inndelinger is UKJENT for m in register.mapper.values()):
        return True
    if slag in AAPNE:
        navn = kanonisk(navn)
        if navn in register.erklaert[slag] or navn in register.brukt[slag]:
            return True
    return navn in register.erklaert[slag] or kan_vaere_ulest(slag, register)


def _feilskrevet(navn: str, register: Register) -> bool:
    """Whether an event is but a letter from one that there is. Any other word is a name of somebody's own."""
    if navn in (known := kjente(Slag.HENDELSE, register)):
        return False
    from brukerutvalg_cli.forslag import skrivefeil  # late: only for what nobody has recorded

    return skrivefeil(navn, known) is not None


def kan_vaere_ulest(slag: Slag, register: Register) -> bool:
    """Whether some file that could not be read may be where such a name stands."""
    return any(_kan_ha(slag, path) for path in register.feilet)


def _kan_ha(slag: Slag, path: str) -> bool:
    if slag in AAPNE:
        return path in (ORDLISTE, ORGANISASJONER) or path.startswith(UTVALG)
    if slag is Slag.ORGANISASJON:
        return path == ORGANISASJONER
    return slag is not Slag.UTVALG and path.startswith(UTVALG) and path.endswith("/utvalg.yaml")


def kjente(slag: Slag, register: Register) -> frozenset[str]:
    """Every name of this sort that there is: for who wants to know what was meant."""
    own = HENDELSER if slag is Slag.HENDELSE else frozenset()
    return own | register.erklaert.get(slag, frozenset()) | register.brukt.get(slag, frozenset())
