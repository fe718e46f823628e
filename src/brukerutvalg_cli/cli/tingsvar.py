"""Tingsvar: which record is meant – `person Kari`, `oppfoelging 28/22 2` – by as many words as it takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from brukerutvalg_cli.cli.dagsvar import dag
from brukerutvalg_cli.cli.feltsvar import er_felt
from brukerutvalg_cli.cli.svar import Ugyldig, en_av, svar
from brukerutvalg_cli.nevnt import Kjent, kalt_slik, nevnte

if TYPE_CHECKING:
    from brukerutvalg_cli.cli.skriving import Skriving
    from brukerutvalg_cli.handling.ting import Ting

_OGSAA = {
    "person": ("medlem", "navn"),
    "innmeldt": ("innmeldt sak", "sak som venter"),
    "hendelse": ("hending",),
    "organisasjon": ("forening", "lag"),
    "oppnevning": ("periode", "verv"),
    "opplaering": ("kurs",),
    "funksjon": ("stilling",),
    "oppmoete": ("frammøte", "deltaker"),
    "flyttet": ("flytting",),
    "tidligere_navn": ("tidligere navn", "gammelt navn"),
    "tidligere_godkjent": ("tidligere godkjenning",),
    "rettelser": ("rettelse",),
    "regelverk": ("mandat",),
    "oppfoelging": ("oppgave",),
    "avvik": ("fravik",),
    "utvalg": ("brukerutvalg",),
    "protokolltilfoersel": ("dissens", "tilførsel"),
    "alternativ": ("motforslag", "annet forslag"),
}
"""What a kind of record is called, too."""
_SPOERSMAAL = {"person": "Hvem?", "moete": "Hvilket møte?", "organisasjon": "Hvilken organisasjon?"}


@dataclass
class Restord:
    """The words that were said after the council, and are not read yet."""

    igjen: list[str]

    def neste(self) -> str:
        """The next word; nothing where there is none."""
        return self.igjen.pop(0) if self.igjen else ""


def hvilket_slag(s: Skriving, ord: Restord) -> str:
    """The kind of record that is meant: as it is called; or that of a person or a case, where one is named at once.

    Raises:
        typer.BadParameter: when there is none, and nobody can be asked again.
    """
    from brukerutvalg_cli.handling.ting import plasser

    kinds = [Kjent(name, (_heter(name), *_OGSAA.get(name, ()))) for name in plasser()]
    if ord.igjen and not nevnte(ord.igjen[0], kinds) and (named := _nevnt_med_en_gang(s, ord.igjen[0])):
        return named
    question, of_kinds = f"Hva gjelder det ({', '.join(plasser())})?", en_av(kinds, hva="Det kan være")

    def les(text: str) -> str:
        if not nevnte(text, kinds) and (meant := _nesten_en_person(s, text)):
            raise Ugyldig(f"«{text}» finnes ikke. Mente du «{meant}»?")
        return of_kinds(text)

    return svar("TING", ord.neste(), question, les)


def _nesten_en_person(s: Skriving, word: str) -> str:
    """Whose name the word nearly is; nothing where it is nobody's."""
    from brukerutvalg_cli.cli import kjente
    from brukerutvalg_cli.forslag import forslag

    people = kjente.personer(s.mappe, s.lastet.register)
    return forslag(word, {name: one for one in people for name in one.kalt}) or ""


def _nevnt_med_en_gang(s: Skriving, word: str) -> str:
    """`person` or `sak`, where the word is what exactly one of either is called in full; else nothing."""
    from brukerutvalg_cli.cli import kjente

    known = {
        "person": kjente.personer(s.mappe, s.lastet.register),
        "sak": [*kjente.saker(s.mappe.moeter), *kjente.innmeldte(s.mappe)],
    }
    found = [kind for kind, each in known.items() for _ in kalt_slik(word, each)]
    return found[0] if len(found) == 1 else ""


def en_ting(s: Skriving, ord: Restord) -> Ting:
    """The record that is meant, by its kind and by what tells it from the others of that kind.

    Raises:
        typer.BadParameter: when there is none, and nobody can be asked again.
    """
    return _tingen(s, hvilket_slag(s, ord), ord)


def eieren(s: Skriving, slag: str, ord: Restord) -> Ting | None:
    """What records of a kind are in; none where they are in nothing.

    Raises:
        typer.BadParameter: when it is not said, and nobody can be asked.
    """
    from brukerutvalg_cli.handling.ting import plasser

    owners = [place.i for place in plasser()[slag]]
    if not owners:
        return None
    if owners == ["utvalg"]:
        return _roten(s, "utvalg", Restord([]))
    if len(owners) > 1 and "sak" not in owners:
        return _roten(s, _som_nevnes(s, owners, ord), ord)
    if len(owners) > 1 and not _er_en_sak(s, ord):
        return _tingen(s, next(name for name in owners if name != "sak"), ord)
    return _tingen(s, "sak" if "sak" in owners else owners[0], ord)


def _som_nevnes(s: Skriving, owners: Sequence[str], ord: Restord) -> str:
    """The kind of what is named next: the council by that word or its id, any other by what it is called."""
    from brukerutvalg_cli.handling.ting import roetter

    word = ord.igjen[0] if ord.igjen else ""
    if "utvalg" in owners and word.lower() in ("utvalg", "utvalget", s.mappe.id):
        ord.neste()
        return "utvalg"
    named = [name for name in owners if name != "utvalg"]
    for name in named:
        known = [Kjent(ting.navn[0], ting.navn[1:]) for ting in roetter(name, s.mappe, s.lastet.register)]
        if word and nevnte(word, known):
            return name
    return named[0]


def _er_en_sak(s: Skriving, ord: Restord) -> bool:
    from brukerutvalg_cli.cli import kjente

    return not ord.igjen or bool(nevnte(ord.igjen[0], kjente.saker(s.mappe.moeter)))


def _tingen(s: Skriving, slag: str, ord: Restord) -> Ting:
    from brukerutvalg_cli.handling.ting import ROETTER, i_lista, saker

    if slag == "sak":
        return _saken(s, ord, saker(s.mappe))
    if slag in ROETTER:
        return _roten(s, slag, ord)
    owner = eieren(s, slag, ord)
    assert owner
    return _blant(s, slag, i_lista(owner, slag), ord, owner)


def _saken(s: Skriving, ord: Restord, cases: list[Ting]) -> Ting:
    """A case by its number or its title, whether it is on an agenda or waits for one."""
    from brukerutvalg_cli.cli import kjente
    from brukerutvalg_cli.handling.ting import roetter

    waiting = roetter("innmeldt", s.mappe, s.lastet.register)
    known = [*kjente.saker(s.mappe.moeter), *kjente.innmeldte(s.mappe)]
    if not known:
        raise typer.BadParameter("utvalget har ingen saker")
    name = svar("SAK", ord.neste(), "Hvilken sak?", en_av(known, hva="Utvalget har"))
    of_that = [ting for ting in (*cases, *waiting) if ting.navn[0] == name]
    return of_that[0] if len(of_that) == 1 else _blant(s, "sak", of_that, Restord([]))


def _roten(s: Skriving, slag: str, ord: Restord) -> Ting:
    from brukerutvalg_cli.handling.ting import roetter

    found = roetter(slag, s.mappe, s.lastet.register)
    if slag == "utvalg":
        return found[0]
    if slag == "moete":
        meeting = s.moete(ord.neste())
        return next(ting for ting in found if ting.path == meeting.path)
    if slag in ("hendelse", "sats"):
        return _blant(s, slag, found, ord)
    if not found:
        raise typer.BadParameter(f"det er ikke ført noe under «{_heter(slag)}»")
    if slag == "ordliste":  # there is one, which nobody need name
        if ord.igjen and ord.igjen[0].lower() == slag:
            ord.neste()
        return found[0]
    known = [Kjent(ting.navn[0], ting.navn[1:], _navngis(ting)) for ting in found]
    question = _SPOERSMAAL.get(slag, "Hvilken?")
    name = svar(slag.upper(), ord.neste(), question, en_av(known, hva="Registeret har"))
    return next(ting for ting in found if ting.navn[0] == name)


def _navngis(ting: Ting) -> bool:
    return bool(getattr(ting.post, "publisering", "navn") == "navn") and not ting.fortrolig


def _blant(s: Skriving, slag: str, found: Sequence[Ting], ord: Restord, owner: Ting | None = None) -> Ting:
    """One of those in a list, by number, day or name; each further word leaves fewer."""
    from brukerutvalg_cli.handling.omtale import kalt

    if not found:
        where = kalt(owner, s.her) if owner else "registeret"
        raise typer.BadParameter(f"{where} har ikke noe ført under «{_heter(slag)}»")
    left = list(found)
    while ord.igjen and not er_felt(found[0].felter, ord.igjen[0]):
        word = ord.neste()
        if not (some := _som_passer(s, word, left)):
            raise typer.BadParameter(
                f"«{word}» er verken et felt eller noe av det som står der: {_liste(s, left)}"
            )
        left = some
    if len(left) == 1:
        return left[0]
    known = [Kjent(str(nr), (_vist(s, ting),)) for nr, ting in enumerate(left, 1)]
    said = svar(
        "TING",
        "",
        f"Flere passer ({_liste(s, left)}). Hvilken? Skriv nummeret",
        en_av(known),
    )
    return left[int(said) - 1]


def _som_passer(s: Skriving, word: str, found: Sequence[Ting]) -> list[Ting]:
    """Those a word may be of: a number in the list, a day, or a name."""
    if word.isdecimal() and (by_number := [ting for ting in found if ting.nr == int(word)]):
        return by_number
    days = set(_dager(word))
    if by_day := [ting for ting in found if days & set(ting.navn)]:
        return by_day
    known = [Kjent(f"{nr}.", tuple(_navnene(s, ting))) for nr, ting in enumerate(found)]
    hits = nevnte(word, known)
    return [ting for one, ting in zip(known, found, strict=True) if one in hits]


def _navnene(s: Skriving, ting: Ting) -> Iterator[str]:
    """What one is named by, ids as people's names too."""
    from brukerutvalg_cli.ord.i_ord import omtalt

    for name in ting.navn:
        yield name
        yield omtalt(name, s.her)
        if found := s.mappe.medlemmer.get(name):
            yield found.navn


def _dager(word: str) -> Iterator[str]:
    if any(c.isdigit() for c in word) and not word.isdecimal():
        try:
            yield dag(word).isoformat()
        except Ugyldig:
            return


def _liste(s: Skriving, found: Sequence[Ting]) -> str:
    return "; ".join(f"{ting.nr}. {_vist(s, ting)}" if ting.nr else _vist(s, ting) for ting in found)


def _vist(s: Skriving, ting: Ting) -> str:
    from brukerutvalg_cli.handling.omtale import vist

    return vist(ting, s.her)


def _heter(slag: str) -> str:
    from brukerutvalg_cli.handling.omtale import heter

    return heter(slag)
