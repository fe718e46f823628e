"""Setninger: a change of the records as it is told, in words of the records' own."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from brukerutvalg_cli.minne.forskjell import Art, Faktaendring
from brukerutvalg_cli.minne.opptegnelse import Opptegnelse
from brukerutvalg_cli.minne.ordene import (
    FASTE,
    FELTORD,
    INNE_I,
    SAGT,
    SIST,
    SITERES,
    SLAGORD,
    UKJENT_PERSON,
    UTEN_SITAT,
)
from brukerutvalg_cli.minne.vern import INTERNT, Vern, lukket
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.utvalg import ORGANER
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.i_ord import noekkel_i_ord


class Forteller:
    """Tells of changes."""

    def __init__(self, vern: Vern) -> None:
        self._vern = vern

    def som_kjenner(self, het: Mapping[str, str]) -> Forteller:
        """The same, who knows the ids that people had before."""
        return Forteller(self._vern.som_kjenner(het))

    def setning(self, e: Faktaendring, *, stengt: bool = False) -> str:
        """One change, as a sentence without its full stop. `stengt`: no more than that there was one."""
        who = self.kalt(e.vei)
        closed = stengt or lukket(e)
        match e.art:
            case Art.ULESELIG:
                return f"{_stor(self._fila(e.vei[0].navn[0]))} kunne ikke leses"
            case Art.FLYTTET:
                return (
                    f"{_stor(who)} er satt opp der; før sto {self.kalt(e.fra)}"
                    if closed
                    else self._flyttet(e)
                )
            case Art.KOM:
                return self._kom(e.vei, who, closed=closed)
            case Art.BORTE:
                return f"{_stor(who)} er tatt ut"
        return f"{_stor(who)}: {self._endret(e, closed=closed)}"

    def kalt(self, vei: Sequence[Opptegnelse]) -> str:
        """What a record is called: `Kari Nordmann som leder fra 1. januar 2024`, `sak 3/26`."""
        *before, post = vei
        special = KALT.get(post.slag)
        if special:
            return special(self, before, post)
        closed = any(each.lukket for each in vei)
        named = "" if closed else " ".join(self._navnet(post))
        word = SLAGORD.get(post.slag) or noekkel_i_ord(post.slag)
        inside = self._i(before) if before and before[-1].slag not in ("utvalg", "ordliste") else ""
        quoted = named if post.slag in UTEN_SITAT else f"«{named}»"
        return f"{word}{f' {quoted}' if named else ''}{inside}"

    def _i(self, before: Sequence[Opptegnelse]) -> str:
        return f" {'hos' if before[-1].slag in INNE_I else 'i'} {self.kalt(before)}"

    def _navnet(self, post: Opptegnelse) -> list[str]:
        said = (self._vern.ord(name) for name in post.navn if name)
        return [word for word in said if word]

    def verdi(self, felt: tuple[str, ...], verdi: Any, vei: Sequence[Opptegnelse] = ()) -> str | None:
        """A value, where it may be said. `vei`: the record it is of."""
        return self._vern.verdi(felt, verdi, regel=bool(vei) and vei[0].slag == "regelverk")

    def feltet(self, felt: tuple[str, ...]) -> str:
        """A fact by what it is called."""
        if felt in FELTORD:
            return FELTORD[felt]
        steps = [noekkel_i_ord(key) for key in self._vern.steg(felt)]
        return f"{steps[0]} ({', '.join(steps[1:])})" if len(steps) > 1 else steps[0]

    def _kom(self, vei: Sequence[Opptegnelse], who: str, *, closed: bool) -> str:
        post = vei[-1]
        facts = [] if closed else self._fakta(vei, SAGT.get(post.slag, ()))
        return f"{_stor(who)} er ført{': ' if facts else ''}{', '.join(facts)}"

    def _fakta(self, vei: Sequence[Opptegnelse], sagt: Collection[tuple[str, ...]]) -> list[str]:
        """What a new record says, but for what it is called by already."""
        post, found = vei[-1], []
        for felt, value in post.fakta.items():
            if felt in sagt or felt[-1] in SIST or str(value) in post.navn:
                continue
            said = self.verdi(felt, value, vei)
            name = self.feltet(felt)
            if said:
                found.append(f"{name} {_sitert(felt, said)}")
            elif INTERNT.isdisjoint(felt):
                found.append(f"{name} er skrevet")
        return found

    def _endret(self, e: Faktaendring, *, closed: bool) -> str:
        if closed and e.felt not in AAPNE:
            return "noe fortrolig er endret"
        name = self.feltet(e.felt)
        if type(e.fra) is tuple and type(e.til) is tuple and not closed:
            return self._lista(e, name)
        before, after = self.verdi(e.felt, e.fra, e.vei), self.verdi(e.felt, e.til, e.vei)
        if e.til is None:
            return f"{name} er tatt ut" + (f" (var {_sitert(e.felt, before)})" if before else "")
        if e.fra is None:
            return f"{name} er ført{f': {_sitert(e.felt, after)}' if after else ''}"
        if e.fra is UKJENT and after:
            return f"{name} var ukjent, og er {_sitert(e.felt, after)}"
        if before and after:
            return f"{name} er endret fra {_sitert(e.felt, before)} til {_sitert(e.felt, after)}"
        return f"{name} er endret{f' til {_sitert(e.felt, after)}' if after else ''}"

    def _lista(self, e: Faktaendring, name: str) -> str:
        came, gone = _mer(e.til, e.fra), _mer(e.fra, e.til)
        said = []
        for listed, words in ((came, "er kommet til"), (gone, "er tatt ut")):
            shown = self.verdi(e.felt, listed, e.vei)
            if listed:
                said.append(f"{shown or f'{len(listed)} som ikke vises'} {words}")
        return f"{name}: {alle_sammen(said)}"

    def _flyttet(self, e: Faktaendring) -> str:
        if e.fra[-1].slag == "innmeldt":
            return f"{_stor(self.kalt(e.vei))} er satt på sakslista i {self.kalt(e.vei[:-1])}"
        return f"{_stor(self.kalt(e.vei))} er flyttet fra {self.kalt(e.fra[:-1])} til {self.kalt(e.vei[:-1])}"

    def _fila(self, path: str) -> str:
        """A file, by what it is of."""
        *_, folder, name = path.split("/")
        stem = name.rpartition(".")[0]
        if folder == "medlemmer":
            return f"fila til {self._vern.ord(stem) or UKJENT_PERSON}"
        if folder in ("moeter", "saker"):
            return (
                f"fila til {'møtet' if folder == 'moeter' else 'saken'} {self._vern.ord(stem) or ''}".strip()
            )
        return f"fila {name}" if name in FASTE else "fila til et regelverk"

    # What some kinds are called, that have a way of their own to be spoken of

    def _person(self, before: Sequence[Opptegnelse], post: Opptegnelse) -> str:
        return self._vern.ord(post.navn[-1]) or UKJENT_PERSON

    def _organisasjon(self, before: Sequence[Opptegnelse], post: Opptegnelse) -> str:
        return self._vern.ord(post.navn[-1]) or "en organisasjon som ikke står i registeret nå"

    def _oppnevning(self, before: Sequence[Opptegnelse], post: Opptegnelse) -> str:
        verv = self.verdi(("verv",), post.fakta.get(("verv",))) or "et verv"
        begins = self.verdi(("fra",), post.fakta.get(("fra",)))
        word = "i" if post.fakta.get(("verv",)) in ORGANER else "som"
        return f"{self.kalt(before)} {word} {verv} fra {'ukjent dag' if begins == 'ukjent' else begins}"

    def _moete(self, before: Sequence[Opptegnelse], post: Opptegnelse) -> str:
        day = self.verdi(("dato",), post.fakta.get(("dato",)))
        return f"møtet {day}"

    def _sak(self, before: Sequence[Opptegnelse], post: Opptegnelse) -> str:
        nr = post.fakta.get(("nr",))
        title = None if post.lukket else self.verdi(("tittel",), post.fakta.get(("tittel",)))
        called = f"sak {nr}" if nr else f"saken{f' «{title}»' if title else ''} i {self.kalt(before)}"
        return f"{called} (fortrolig)" if post.lukket else called

    def _innmeldt(self, before: Sequence[Opptegnelse], post: Opptegnelse) -> str:
        nr = post.navn[-1] if re.fullmatch(r"\d{4}-\d+", post.navn[-1]) else ""
        return f"den innmeldte saken {nr}{' (fortrolig)' if post.lukket else ''}".strip()

    def _valg(self, before: Sequence[Opptegnelse], post: Opptegnelse) -> str:
        verv = None if post.lukket else self.verdi(("verv",), post.fakta.get(("verv",)))
        return f"valget{f' av {verv}' if verv else ''} i {self.kalt(before)}"

    def _frammoett(self, before: Sequence[Opptegnelse], post: Opptegnelse) -> str:
        word = {"oppmoete": "oppmøtet", "forfall": "forfallet", "inhabil": "inhabiliteten"}[post.slag]
        named = next((name for name in post.navn if name), "")
        return f"{word} til {self._vern.ord(named) or UKJENT_PERSON} i {self.kalt(before)}"

    def _bestemmelse(self, before: Sequence[Opptegnelse], post: Opptegnelse) -> str:
        name = self.verdi((), post.navn[-1], before)
        return f"bestemmelsen{f' «{name}»' if name else ''} i {self.kalt(before)}"

    def _regelverk(self, before: Sequence[Opptegnelse], post: Opptegnelse) -> str:
        return f"regelverket {self.verdi((), post.navn[-1], (post,)) or ''}".strip()

    def _i_bruk(self, before: Sequence[Opptegnelse], post: Opptegnelse) -> str:
        return f"regelverket {self._vern.ord(post.navn[-1]) or ''} for utvalget".replace("  ", " ")

    def _utvalg(self, before: Sequence[Opptegnelse], post: Opptegnelse) -> str:
        return f"utvalget {self._vern.ord(post.navn[0]) or ''}".strip()

    def _hendelse(self, before: Sequence[Opptegnelse], post: Opptegnelse) -> str:
        what = self.verdi(("hva",), post.fakta.get(("hva",))) or "hendelsen"
        said = post.fakta.get(("dato",))
        day = "på ukjent dag" if isinstance(said, Ukjent) else self.verdi(("dato",), said)
        return f"{noekkel_i_ord(what)} {'i ' if isinstance(said, Deldato) else ''}{day}"


KALT: Mapping[str, Callable[[Forteller, Sequence[Opptegnelse], Opptegnelse], str]] = {
    "person": Forteller._person,
    "organisasjon": Forteller._organisasjon,
    "oppnevning": Forteller._oppnevning,
    "moete": Forteller._moete,
    "sak": Forteller._sak,
    "innmeldt": Forteller._innmeldt,
    "valg": Forteller._valg,
    "oppmoete": Forteller._frammoett,
    "forfall": Forteller._frammoett,
    "inhabil": Forteller._frammoett,
    "bestemmelse": Forteller._bestemmelse,
    "regelverk": Forteller._regelverk,
    "regelverk_i_bruk": Forteller._i_bruk,
    "utvalg": Forteller._utvalg,
    "hendelse": Forteller._hendelse,
}
AAPNE = {("fortrolig",), ("fortrolig_til",), ("offentlig_tittel",), ("nr",)}
"""What of a confidential case anybody may see."""


def _mer(a: Sequence[Any], b: Sequence[Any]) -> tuple[Any, ...]:
    """What one list has that another has not."""
    left = list(map(str, b))
    found = []
    for each in a:
        if str(each) in left:
            left.remove(str(each))
        else:
            found.append(each)
    return tuple(found)


def _sitert(felt: tuple[str, ...], said: str) -> str:
    """A text of somebody's own in quotation marks."""
    return f"«{said}»" if felt[-1] in SITERES else said


def _stor(text: str) -> str:
    """With a capital first, but for what is an id."""
    return text if "-" in text.split(" ")[0] else text[:1].upper() + text[1:]
