"""Forklaringsord: what the words after `forklar` name – a provision, a case or a verv – given as they are printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Literal, NamedTuple

import typer

from brukerutvalg_cli.oppramsing import enten_eller

if TYPE_CHECKING:
    from brukerutvalg_cli.model.mappe import Utvalgsmappe
    from brukerutvalg_cli.register.load import Lastet

_RUNDT = "«»\"'(),:;"
"""What stands around an id where it is printed, and is no part of it."""
FLEST = 10
"""So many are named to choose among."""


class Forklaringsmaal(NamedTuple):
    """What is to be explained. A provision may be one in several councils, and is then of none of them."""

    slag: Literal["bestemmelse", "sak", "verv"]
    navn: str
    utvalg: str = ""
    regelverk: str = ""


def maalet(said: Sequence[str], lastet: Lastet) -> Forklaringsmaal:
    """What the words name.

    Raises:
        typer.BadParameter: when that is nothing, or may be several things: then with the choices.
        Stans: when the council cannot be read.
    """
    from brukerutvalg_cli.cli.utvalgsnavn import lest_mappe

    named, rest = _utvalget(said, lastet)
    council = named
    if council:
        lest_mappe(lastet, council)
    rules = ""
    if len(rest) > 1 and rest[-2] in lastet.regelverk:  # also the whole of what a finding says of its source
        rules, rest = rest[-2], rest[-1:]
    if not rest and not council:
        raise typer.BadParameter("skriv hva som skal forklares. «brukerutvalg forklar» viser reglene.")
    if not rest:
        raise typer.BadParameter(_bare_utvalget(council, lastet))
    mapper = lastet.register.mapper
    if not council and not rules and len(mapper) == 1:
        council = next(iter(mapper))
    name = " ".join(rest)
    if not rules and (case := _sakens_navn(name, council, lastet)):
        return _saken(case, council, lastet)
    found = _vervet(name, council, lastet) if council and not rules else None
    if found := found or _bestemmelsen(name, council, rules, lastet):
        return found
    if not rules and (called := _kalt_saken(name, council, lastet)):
        return called
    if not council and not rules and (having := _utvalg_med_vervet(name, lastet)):
        raise typer.BadParameter(f"«{name}» er et verv i flere utvalg. {_valgene(having, name)}")
    if named or rules:
        raise typer.BadParameter(_ikke_der(name, named, rules, lastet))
    raise typer.BadParameter(_fant_ikke(" ".join(said), name, council, lastet))


def _som_trykt(text: str, lastet: Lastet) -> str:
    """`redaksjonsraad (Arbeidsform)`, `leder-side i nav-vestland-2019`: without what is printed after."""
    found = re.fullmatch(r"«?([\w-]+)»?(?::|(?:,? (?:\(|i |– )|: ).*)", text.strip())
    ids = {b.id for rules in lastet.regelverk.values() for b in rules.bestemmelser} if found else ()
    if not found or found[1] not in ids:
        return text
    last = text.split()[-1].strip(_RUNDT)
    return f"{last} {found[1]}" if last in lastet.regelverk else found[1]


def utvalget(said: Sequence[str], lastet: Lastet) -> str:
    """The council that the words name, at hand or not; empty where they name none."""
    return _utvalget(said, lastet)[0]


def _utvalget(said: Sequence[str], lastet: Lastet) -> tuple[str, list[str]]:
    """The council that the first words name, by id or by name, and what comes after."""
    from brukerutvalg_cli.forslag import fold
    from brukerutvalg_cli.model.omriss import UTVALGET

    as_ids = [_som_trykt(text, lastet) for text in said]
    words = [word for text in as_ids for part in text.split() if (word := part.strip(_RUNDT))]
    ids = {fold(key): key for key in lastet.register.kjente_utvalg}
    for key, council in sorted(lastet.register.svar(UTVALGET), key=itemgetter(0)):
        ids |= {fold(council.navn.nb): key, fold(council.navn.nn): key}
    for length in range(len(words), 0, -1):
        if known := ids.get(fold(" ".join(words[:length]))):
            return known, words[length:]
    return "", words


def _bare_utvalget(council: str, lastet: Lastet) -> str:
    mappe = lastet.register.mapper[council]
    cases = [sak.navn for moete in mappe.moeter for sak in moete.saker][-1:]
    for_example = ", ".join(f"«brukerutvalg forklar {council} {what}»" for what in ("leder", *cases))
    return (
        f"skriv hva i {council} som skal forklares: en bestemmelse, en sak eller et verv. Prøv {for_example}"
    )


def _sakens_navn(name: str, council: str, lastet: Lastet) -> str:
    """What a case is called, alone or with its title behind it, without the word for it; nothing for no case."""
    from brukerutvalg_cli.model.saksnummer import er_saksnummer, har_aar

    case = re.sub(r"^sak ", "", name, flags=re.IGNORECASE)
    mapper = lastet.register.mapper
    among = [council] if council in mapper else list(mapper)
    known = any(mapper[key].saken(case) for key in among)
    written = case.isdecimal() or (er_saksnummer(case) and har_aar(case))
    if known or written:
        return case
    called = {found.navn for found in _kalt(name, council, lastet) if case.startswith(f"{found.navn} ")}
    return called.pop() if len(called) == 1 else ""


def _kalt_saken(name: str, council: str, lastet: Lastet) -> Forklaringsmaal | None:
    """The case that has this title, where it is one alone."""
    found = _kalt(name, council, lastet)
    return found[0] if len(found) == 1 else None


def _kalt(name: str, council: str, lastet: Lastet) -> list[Forklaringsmaal]:
    from brukerutvalg_cli.cli import kjente
    from brukerutvalg_cli.nevnt import kalt_slik

    mapper = lastet.register.mapper
    among = [council] if council in mapper else list(mapper)
    found = ((key, kalt_slik(name, kjente.saker(mapper[key].moeter))) for key in among)
    return [Forklaringsmaal("sak", case.id, key) for key, cases in found for case in cases]


def _saken(nr: str, council: str, lastet: Lastet) -> Forklaringsmaal:
    mapper = lastet.register.mapper
    among = [council] if council else list(mapper)
    having = [key for key in among if _har(mapper[key], nr)]
    if len(having) == 1:
        return Forklaringsmaal("sak", _navnet(mapper[having[0]], nr), having[0])
    if having:
        raise typer.BadParameter(f"flere utvalg har en sak {nr}. {_valgene(having, nr)}")
    where = f" i {council}" if council else ""
    unread = [key for key in among if mapper[key].uleste_moeter]
    more = " Noen møtefiler kan ikke leses. Kjør «brukerutvalg valider»." if unread else ""
    raise typer.BadParameter(f"sak {nr} finnes ikke{where}. {_andre_saker(nr, among, mapper)}{more}".strip())


def _har(mappe: Utvalgsmappe, nr: str) -> bool:
    return mappe.saken(nr) is not None


def _navnet(mappe: Utvalgsmappe, nr: str) -> str:
    found = mappe.saken(nr)
    return found[0].saker[found[1]].navn if found else nr


def _andre_saker(nr: str, among: Iterable[str], mapper: Mapping[str, Utvalgsmappe]) -> str:
    """The cases that may have been meant: with the same digits, else of the same year."""
    every = [(key, sak.navn) for key in among for moete in mapper[key].moeter for sak in moete.saker]
    alike = [each for each in every if sorted(each[1]) == sorted(nr) or each[1].endswith(f" {nr}")]
    near = alike or [each for each in every if each[1].rpartition("/")[2] == nr.rpartition("/")[2]]
    if not near:
        return "«brukerutvalg referat UTVALG siste» viser sakene i et møte."
    shown = [f"{key} {case}" for key, case in dict.fromkeys(near[-FLEST:])]
    return f"Mente du {enten_eller(shown)}?"


def _valgene(councils: Iterable[str], what: str) -> str:
    listed = list(councils)
    shown = ", ".join(f"«brukerutvalg forklar {key} {what}»" for key in listed[:FLEST])
    left = f" … og {len(listed) - FLEST} til" if len(listed) > FLEST else ""
    return f"Velg blant {shown}{left}."


def _vervet(name: str, council: str, lastet: Lastet) -> Forklaringsmaal | None:
    mappe = lastet.register.mapper.get(council)
    verv = _ordene_for_verv(mappe).get(_brettet(name)) if mappe else None
    return Forklaringsmaal("verv", verv, council) if verv else None


def _ordene_for_verv(mappe: Utvalgsmappe) -> dict[str, str]:
    """Every word a verv goes by here. The other målform and spelling fold into these, and a test holds them to it."""
    from brukerutvalg_cli.model.utvalg import STANDARD_VERV
    from brukerutvalg_cli.nevnt import SYNONYMER
    from brukerutvalg_cli.ord.i_ord import BESTEMT, i_ord
    from brukerutvalg_cli.oversikt.forklaring_vervets import FLERTALL

    found = {_brettet(word): verv for verv in STANDARD_VERV for word in SYNONYMER.get(verv, ())}
    for verv in STANDARD_VERV:
        for name in (verv, FLERTALL.get(verv, verv)):
            found |= {_brettet(word): verv for word in (name, i_ord(name), BESTEMT.get(name, name))}
    for verv, navn in mappe.utvalg.verv.items():
        found |= {_brettet(word): verv for word in (verv, navn.nb, navn.nn)}
    return found


def _brettet(name: str) -> str:
    from brukerutvalg_cli.forslag import fold

    return fold(name)


def _bestemmelsen(name: str, council: str, rules: str, lastet: Lastet) -> Forklaringsmaal | None:
    """The provision: by its id as it stands, else as somebody might spell it; a verv comes before a guess."""
    ids = _iden(council, rules, lastet)
    if name in ids:
        return Forklaringsmaal("bestemmelse", name, council, rules)
    if not council and not rules and _utvalg_med_vervet(name, lastet):
        return None
    spelt = next((each for each in ids if _brettet(each) == _brettet(name)), None)
    return Forklaringsmaal("bestemmelse", spelt, council, rules) if spelt else None


def _iden(council: str, rules: str, lastet: Lastet) -> list[str]:
    """The ids of the provisions that may be meant, each once."""
    from brukerutvalg_cli.mandat.arv import gjeldende
    from brukerutvalg_cli.mandat.binding import bindinger

    mappe = lastet.register.mapper.get(council)
    if mappe:
        found = [
            g.bestemmelse.id
            for b in bindinger(mappe, lastet.regelverk)
            for g in b.for_nivaa(mappe.utvalg.nivaa)
            if rules in ("", b.id, g.id)
        ]
    else:
        found = [
            g.bestemmelse.id
            for key in ([rules] if rules else lastet.regelverk)
            for g in gjeldende(key, lastet.regelverk)
        ]
    return list(dict.fromkeys(found))


def _utvalg_med_vervet(name: str, lastet: Lastet) -> list[str]:
    return [key for key in lastet.register.mapper if _vervet(name, key, lastet)]


def _ikke_der(name: str, council: str, rules: str, lastet: Lastet) -> str:
    """What is said where the council or the rule set was named, and has no such thing."""
    from brukerutvalg_cli.forslag import forslag

    offices = () if rules else lastet.register.mapper[council].utvalg.alle_verv
    meant = forslag(name, (*_iden(council, rules, lastet), *offices))
    see = f"vis {rules}" if rules else f"for {council}"
    rest = f"Mente du «{meant}»?" if meant else f"«brukerutvalg regelverk {see}» viser alle."
    what = "bestemmelse" if rules else "bestemmelse, sak eller verv"
    return f"det finnes ingen {what} «{name}» i {rules or council}. {rest}"


def _fant_ikke(said: str, name: str, council: str, lastet: Lastet) -> str:
    """What is said of a word that may have been meant for anything."""
    from brukerutvalg_cli.forklaring import forklaringer
    from brukerutvalg_cli.forslag import forslag
    from brukerutvalg_cli.model.utvalg import STANDARD_VERV

    mappe = lastet.register.mapper.get(council)
    offices = mappe.utvalg.alle_verv if mappe else STANDARD_VERV
    ids = _iden(council, "", lastet)
    meant = forslag(name, (*ids, *offices, *forklaringer(), *lastet.register.mapper))
    rest = f"Mente du «{meant}»?" if meant else "«brukerutvalg forklar» viser alle."
    return f"det finnes ingen regel, bestemmelse, sak eller verv «{said}». {rest}"
