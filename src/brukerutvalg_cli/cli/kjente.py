"""Kjente: those that can be named in a council, by id and by all that they are called where they are printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from brukerutvalg_cli.nevnt import Kjent

if TYPE_CHECKING:
    from datetime import date

    from brukerutvalg_cli.mandat.regelverk import Regelverk
    from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak
    from brukerutvalg_cli.model.maalform import Navn
    from brukerutvalg_cli.model.mappe import Utvalgsmappe
    from brukerutvalg_cli.model.medlem import Medlem
    from brukerutvalg_cli.model.moete import Moete
    from brukerutvalg_cli.model.register import Register
    from brukerutvalg_cli.model.sak import Sak


def personer(mappe: Utvalgsmappe, register: Register, dag: date | None = None) -> list[Kjent]:
    """Everybody with a file, also one that cannot be read. Where a day is given, by what they are on it, too."""
    return [
        Kjent(
            name,
            (found.navn,),
            found.publisering == "navn",
            verv=tuple(_er(mappe, register, name, found, dag)),
            ogsaa=tuple(_uten_navn(found, mappe, register)),
        )
        if (found := mappe.medlemmer.get(name))
        else Kjent(name)
        for name in sorted(mappe.kjente_personer)
    ]


def _er(
    mappe: Utvalgsmappe, register: Register, person: str, medlem: Medlem, dag: date | None
) -> Iterator[Kjent]:
    """The verv and the positions that somebody has, or may have, on a day; a seat is what many have."""
    from brukerutvalg_cli.model.valghandling import OPPNEVNES
    from brukerutvalg_cli.model.verdier import kjent

    if dag is None:
        return
    seats = (s for s in mappe.seter_av.get(person, ()) if s.dekker(dag) is not False)
    yield from _ord((s.verv for s in seats if s.verv not in OPPNEVNES), mappe.utvalg.verv)
    for position in kjent(medlem.funksjon) or ():
        if (name := kjent(position.funksjon)) and position.kan_gjelde(dag):
            yield _stilling(name, mappe, register)


def vervene(mappe: Utvalgsmappe, register: Register) -> list[Kjent]:
    """What somebody can be, whether anybody is: the verv of the council, and the positions that have a name."""
    named = (*mappe.utvalg.funksjoner, *register.ordliste.funksjoner)
    return [*verv(mappe), *(_stilling(name, mappe, register) for name in dict.fromkeys(named))]


def _stilling(name: str, mappe: Utvalgsmappe, register: Register) -> Kjent:
    """A position by its names, and as it is said of the one who has it: `Nav-leder` and `Nav-lederen`."""
    from brukerutvalg_cli.model.ordliste import stillingen

    own = stillingen(name, mappe.utvalg, register.ordliste)
    said = _begge(own) if own else (name,)
    return Kjent(name, (*said, *(f"{word}{'n' if word.endswith('e') else 'en'}" for word in said)))


def _uten_navn(medlem: Medlem, mappe: Utvalgsmappe, register: Register) -> Iterator[str]:
    """What the documents call one who is not to be named: `Representant for Mental Helse`."""
    if medlem.publisering == "navn":
        return
    sits_for = [medlem.representerer, *(term.representerer for term in medlem.oppnevninger)]
    bodies = (register.organisasjoner.get(name) for name in sits_for if isinstance(name, str))
    names = [name for body in bodies if body for name in (body.navn, body.forkortelse) if name]
    sides = [name for side in _ord((str(medlem.side),), mappe.utvalg.sider) for name in (side.id, *side.kalt)]
    yield from (f"representant for {name}" for name in (*names, *sides))


def organisasjoner(register: Register) -> list[Kjent]:
    """Every organisation and public body."""
    return [
        Kjent(name, tuple(filter(None, (o.navn, o.forkortelse))))
        for name, o in sorted(register.organisasjoner.items())
    ]


def egne_foerst(mappe: Utvalgsmappe, register: Register) -> tuple[list[Kjent], list[Kjent]]:
    """The organisations that have a place in the council; and the others, with the councils."""
    from brukerutvalg_cli.model.verdier import kjent

    seated = kjent(mappe.utvalg.organisasjoner) or ()
    known = organisasjoner(register)
    others = [one for one in known if one.id not in seated]
    return [one for one in known if one.id in seated], [*others, *utvalgene(register)]


def utvalgene(register: Register) -> list[Kjent]:
    """Every council whose file can be read."""
    from brukerutvalg_cli.model.omriss import UTVALGET

    named = {name: _begge(utvalg.navn) for name, utvalg in register.svar(UTVALGET)}
    return [Kjent(name, called) for name, called in sorted(named.items())]


def bestemmelser(mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk]) -> list[Kjent]:
    """Every provision that has bound the council, or does."""
    from brukerutvalg_cli.mandat.binding import bindinger

    found = (g.bestemmelse.id for b in bindinger(mappe, regelverk) for g in b.for_nivaa(mappe.utvalg.nivaa))
    return [Kjent(name) for name in dict.fromkeys(found)]


def regelverk(lest: Mapping[str, Regelverk]) -> list[Kjent]:
    """Every rule set, by its title too."""
    return [Kjent(name, (rules.tittel, f"{name} – {rules.tittel}")) for name, rules in lest.items()]


def verv(mappe: Utvalgsmappe) -> list[Kjent]:
    """The verv there are in the council."""
    return list(_ord(mappe.utvalg.alle_verv, mappe.utvalg.verv))


def sider(mappe: Utvalgsmappe) -> list[Kjent]:
    """The sides there are in the council."""
    return list(_ord(mappe.utvalg.alle_sider, mappe.utvalg.sider))


def sakgrupper(mappe: Utvalgsmappe) -> list[Kjent]:
    """The parts of an agenda there are in the council."""
    return list(_ord(mappe.utvalg.alle_sakgrupper, mappe.utvalg.sakgrupper))


def saker(moeter: Iterable[Moete]) -> list[Kjent]:
    """The cases that have been on an agenda, by number; a confidential one is called what it may be called."""
    every = {sak.navn: (moete, sak) for moete in moeter for sak in moete.saker}
    return [
        _sak(name, sak.nr or name, _tittel(sak))._replace(ogsaa=_i_moetet(moete, sak))
        for name, (moete, sak) in every.items()
    ]


def _i_moetet(moete: Moete, sak: Sak) -> tuple[str, ...]:
    """A case by its meeting, as documents say it and as people write the day: `sak 1 i møtet 10. februar 2026`."""
    from brukerutvalg_cli.model.kalender import dato_i_ord

    day, within = moete.dato, sak.navn.removeprefix(sak.moetet).strip() or sak.nr
    called = (f"sak {sak.nr}", sak.nr) if sak.nr else (_tittel(sak), within)
    written = (dato_i_ord(day), f"{day.day}.{day.month}.{day.year}")
    return tuple(
        text for name in called for when in written for text in (f"{name} i møtet {when}", f"{when} {name}")
    )


def moeter(moeter: Iterable[Moete]) -> list[Kjent]:
    """The meetings, by the day in figures and in words."""
    from brukerutvalg_cli.model.kalender import dag_i_ord, dato_i_ord

    days = [(moete.dato, dag_i_ord(moete.dato), dato_i_ord(moete.dato)) for moete in moeter]
    return [
        Kjent(str(day), (weekday, f"møtet {weekday}"), ogsaa=(plain, f"møtet {plain}"))
        for day, weekday, plain in days
    ]


def _sak(navn: str, nr: str, tittel: str) -> Kjent:
    from brukerutvalg_cli.model.saksnummer import skrivemaater

    named = [navn, nr, *skrivemaater(nr)]
    words = [
        text for name in named for text in (name, f"sak {name}", f"sak {name} {tittel}", f"{name} {tittel}")
    ]
    return Kjent(navn, (tittel or navn, *dict.fromkeys(words)))


def som_foert(text: str, moeter: Iterable[Moete]) -> str:
    """The name of the one case that has a number, where that was written otherwise: `028/2022`; else the text."""
    from brukerutvalg_cli.model.saksnummer import les_nummer

    meant = les_nummer(text.strip())
    alike = {sak.navn for moete in moeter for sak in moete.saker if meant and les_nummer(sak.nr) == meant}
    return alike.pop() if len(alike) == 1 else text


def innmeldte(mappe: Utvalgsmappe) -> list[Kjent]:
    """The cases that wait for a meeting."""
    return [
        Kjent(name, (_tittel(sak), f"{name} {_tittel(sak)}")) for name, sak in sorted(mappe.saker.items())
    ]


def _tittel(sak: Sak | InnmeldtSak) -> str:
    return str(sak.offentlig_tittel or "") if sak.fortrolig else sak.tittel


def hvem_som_helst(mappe: Utvalgsmappe, register: Register, dag: date | None = None) -> list[Kjent]:
    """People, verv, sides, organisations and councils."""
    return [
        *personer(mappe, register, dag),
        *verv(mappe),
        *sider(mappe),
        *organisasjoner(register),
        *utvalgene(register),
    ]


def _ord(names: Iterable[str], egne: Mapping[str, Navn]) -> Iterator[Kjent]:
    from brukerutvalg_cli.ord.i_ord import BESTEMT, i_ord

    for name in names:
        own = _begge(egne[name]) if name in egne else ()
        said = tuple(word for word in (i_ord(name), BESTEMT.get(name)) if word)
        yield Kjent(name, own + said)


def _begge(navn: Navn) -> tuple[str, ...]:
    return tuple(dict.fromkeys((navn.nb, navn.nn)))
