"""Navn i regelverk: the names in the rule sets that name nothing, with what was meant and where a name is declared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.kontroll.sjekk import Regelverkene
from brukerutvalg_cli.mandat.arv import bestemmelser, forfedre
from brukerutvalg_cli.mandat.navnesjekk import finnes, kjente
from brukerutvalg_cli.mandat.verdier.navneord import EN_ANNEN, POSTER
from brukerutvalg_cli.model.dagen import FORRIGE
from brukerutvalg_cli.model.omriss import UTVALGET
from brukerutvalg_cli.model.ordliste import ORDLISTE
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.slag import Navngir, Nevnt, Slag
from brukerutvalg_cli.oppramsing import enten_eller

_HVA = {
    Slag.ORGANISASJON: "organisasjonen",
    Slag.VERV: "vervet",
    Slag.SIDE: "siden",
    Slag.NIVAA: "nivået",
    Slag.INNDELING: "inndelingen",
    Slag.GRUPPE: "gruppa",
    Slag.FUNKSJON: "stillingen",
    Slag.ORDNING: "ordningen",
    Slag.MOTTAKER: "mottakeren",
    Slag.HENDELSE: "hendelsen",
    Slag.BESTEMMELSE: "bestemmelsen",
}
_LISTE = {
    Slag.VERV: "verv",
    Slag.SIDE: "sider",
    Slag.FUNKSJON: "funksjoner",
    Slag.ORDNING: "ordninger",
    Slag.MOTTAKER: "mottakere",
    Slag.HENDELSE: "hendelser",
}
"""The key in utvalg.yaml under which a name of this sort is declared."""


LENGER = 2
"""So much longer a misspelt name may be: `lederen` is leder, and kommunestyret is not kommune."""


class Uloest(NamedTuple):
    """A name that names nothing: what to say of it, where it stands first, and where it stands too."""

    tekst: str
    place: Place
    emne: str
    hjelp: str
    ogsaa: tuple[Place, ...]
    ment: str | None
    """What was meant, where it is a slip."""
    eldre: bool = False
    """Whether the rule set is older than the duty to declare it."""


def uten_betydning(register: Register, regelverk: Regelverkene) -> Iterator[Uloest]:
    """Each name that no rule set should have, once for each rule set."""
    for name, rules in regelverk.items():
        own = bestemmelser((name,), regelverk)
        there = own and own | {b.id for b in rules.bestemmelser}
        found: dict[tuple[str, Navngir], list[Nevnt]] = {}
        for nevnt in rules.navn:
            if not _finnes(nevnt, register, there):
                found.setdefault((nevnt.navn, nevnt.nevner), []).append(nevnt)
        for (word, nevner), uses in found.items():
            places = tuple(rules.at(*nevnt.rute) for nevnt in uses)
            known = _mulige(nevner, register, there)
            lost = _uloest(word, nevner, known, places, bundet(name, register, regelverk))
            yield lost._replace(eldre=rules.eldre)


def _finnes(nevnt: Nevnt, register: Register, bestemmelsene: frozenset[str] | None) -> bool:
    if nevnt.nevner.slag == (Slag.BESTEMMELSE,):
        return bestemmelsene is None or nevnt.navn in bestemmelsene
    return finnes(nevnt, register)


def ingen_hendelse(word: str) -> str:
    """What is said of an event that is called as a kind of record."""
    return f"«{word}» er ingen hendelse, men noe som har egne poster i registeret"


def bundet(name: str, register: Register, regelverk: Regelverkene) -> list[str]:
    """The councils that a rule set binds, by itself or by one that builds on it."""
    return sorted(
        council
        for council, utvalg in register.svar(UTVALGET)
        if any(name in forfedre(entry.id, regelverk) for entry in utvalg.regelverk)
    )


def _mulige(nevner: Navngir, register: Register, bestemmelsene: frozenset[str] | None) -> list[str]:
    known = set(nevner.ord)
    for slag in nevner.slag:
        known |= bestemmelsene or frozenset() if slag is Slag.BESTEMMELSE else kjente(slag, register)
    if nevner == EN_ANNEN:
        known |= {FORRIGE + verv for verv in kjente(Slag.VERV, register)}
    return sorted(known)


def _uloest(
    word: str, nevner: Navngir, known: list[str], places: tuple[Place, ...], utvalg: list[str]
) -> Uloest:
    from brukerutvalg_cli.forslag import forslag  # late: only for what is wrong

    a_post = nevner.slag == (Slag.HENDELSE,) and word in POSTER
    near = [name for name in known if abs(len(name) - len(word)) <= LENGER]
    meant = None if a_post else forslag(word, near)
    times = f", men er nevnt {len(places)} steder" if len(places) > 1 else ""
    text = ingen_hendelse(word) if a_post else f"{_hva(nevner)} «{word}» finnes ikke{times}"
    told = f"{text}; mente du «{meant}»?" if meant else text
    emne = f"{'.'.join(map(str, places[0].route))} {word}"
    instead = f"skriv «{meant}» i stedet" if meant else ""
    return Uloest(told, places[0], emne, _hjelp(word, nevner, instead, utvalg), places[1:], meant)


def _hva(nevner: Navngir) -> str:
    """What a name of these sorts is called; what may be a verv, a side or a body alike is only a name."""
    if not nevner.slag:
        return "ordet"
    several = len(nevner.slag) > 1 and nevner.slag[0] is Slag.VERV
    return "navnet" if several else _HVA[nevner.slag[0]]


def _hjelp(word: str, nevner: Navngir, instead: str, utvalg: list[str]) -> str:
    """What to write instead; and where a name that is no slip is declared."""
    where = _hvor(word, nevner, utvalg)
    return f"{instead}, eller {where}" if instead and where else instead or where


def _hvor(word: str, nevner: Navngir, utvalg: list[str]) -> str:
    if not nevner.slag:
        return f"skriv {enten_eller(sorted(nevner.ord))}"
    slag = nevner.slag[0]
    council = utvalg[0] if len(utvalg) == 1 else "UTVALG"
    if slag is Slag.BESTEMMELSE:
        return "rett id-en"
    if slag is Slag.HENDELSE:
        return f"skal hver av dem ha noe, bruk «regel: krav»: {{hver: {word}}}" if word in POSTER else ""
    if slag is Slag.NIVAA:
        return "la et utvalg ha nivået i utvalg.yaml"
    if slag is Slag.INNDELING:
        return f"gi delene under «inndelinger» i utvalg.yaml: {{{word}: [DEL, DEL]}}"
    if slag is Slag.GRUPPE:
        return f"gi den navn i {ORDLISTE}: {{grupper: {{{word}: NAVN}}}}"
    if Slag.ORGANISASJON in nevner.slag and slag is not Slag.MOTTAKER:
        return f"legg til organisasjonen: brukerutvalg organisasjon ny {council} NAVN --id {word}"
    given = f"gi {'det' if slag is Slag.VERV else 'den'} navn"
    if slag in (Slag.VERV, Slag.SIDE) or utvalg:
        return f"{given}: brukerutvalg endre {council} utvalg {_LISTE[slag]}.{word}=NAVN"
    return f"{given} i {ORDLISTE}: {{{_LISTE[slag]}: {{{word}: NAVN}}}}"
