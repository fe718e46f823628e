"""Rolle: what people write of what somebody is – a verv, a side, a post, a deputy for somebody, or several at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from brukerutvalg_cli.forslag import skrivefeil
from brukerutvalg_cli.navn import som_id
from brukerutvalg_cli.nevnt import Kjent, kalt_slik, ordene

STILLINGER = (Kjent("nav-leder"), Kjent("fylkesdirektoer"), Kjent("avdelingsdirektoer"))
_NAV_LEDER = re.compile(r"(?:nav ?|avdeling )?leder (?:(?:av|for|i|ved|paa) )?nav\b.*|nav ?leder\b.*")
_STILLING = re.compile(
    r"nav .+|.*(?:leder|leiar|direktoer|sjef|raadgiver|veileder|koordinator|konsulent)(?: .*)?"
)
_I_UTVALGET = re.compile(r"\s+(?:i|av|for)\s+\w*(?:utvalg|utval)\w*$", re.IGNORECASE)
_PARENTES = re.compile(r"\(([^()]*)\)")
_FOR_NOEN = re.compile(r"\((for\s[^()]*)\)", re.IGNORECASE)
_VARA_FOR = re.compile(r"(?P<hva>.*\bvara\w*)\s+for\s+(?P<hvem>.+)", re.IGNORECASE)
_NUMMER = re.compile(
    r"(?P<nr>\d{1,2})\s*\.?\s*(?P<hva>vara\w*)|(?P<hva2>vara\w*)\s*(?:nr\.?\s*)?(?P<nr2>\d{1,2})", re.I
)


class Rolle(NamedTuple):
    """What one word, or a few, say of somebody.

    `ukjent` is what was not understood, and `ved_siden` the same where it only stands in brackets behind the rest.
    """

    verv: str = ""
    side: str = ""
    funksjon: str = ""
    vara_for: str = ""
    nummer: int | None = None
    ukjent: str = ""
    ved_siden: str = ""


def rollene(text: str, verv: Sequence[Kjent], sider: Sequence[Kjent]) -> list[Rolle]:
    """What the text says, and what stands in brackets in it."""
    text = _FOR_NOEN.sub(r" \1", text)
    inside = [found.strip() for found in _PARENTES.findall(text) if found.strip()]
    said = _rollene(_PARENTES.sub(" ", text), verv, sider)
    if not said:
        return _rollene(" ".join(inside), verv, sider)
    for beside in inside:
        more = _rollene(beside, verv, sider)
        said += [Rolle(ved_siden=beside)] if any(ukjente(more)) else more
    return said


def _rollene(text: str, verv: Sequence[Kjent], sider: Sequence[Kjent]) -> list[Rolle]:
    """Each of its parts, or the whole where a part alone is not understood."""
    if not text.strip():
        return []
    parts = [_rolle(part, verv, sider) for part in re.split(r"[/,;+&]| og ", text) if part.strip()]
    whole = _rolle(text, verv, sider)
    return [whole] if any(ukjente(parts)) and not whole.ukjent else parts


def _rolle(text: str, verv: Sequence[Kjent], sider: Sequence[Kjent]) -> Rolle:
    text = _I_UTVALGET.sub("", text.strip())
    if found := _VARA_FOR.fullmatch(text):
        return _rolle(found["hva"], verv, sider)._replace(vara_for=found["hvem"].strip())
    if found := _NUMMER.fullmatch(text):
        return _rolle(found["hva"] or found["hva2"], verv, sider)._replace(
            nummer=int(found["nr"] or found["nr2"])
        )
    office, side = _ett(text, verv), _ett(text, sider)
    if office or side:
        return Rolle(verv=office, side=side)
    slip = skrivefeil(text, (word for one in verv for word in (one.id, *one.kalt)))
    if not slip and (post := stilling(text)):
        return Rolle(funksjon=post, side="nav" if "nav" in ordene(text).split() else "")
    return Rolle(ukjent=text)


def _ett(text: str, kjente: Sequence[Kjent]) -> str:
    found = kalt_slik(text, kjente)
    return found[0].id if len(found) == 1 else ""


def stilling(text: str) -> str:
    """The id of a post outside the council, if the words are those of one."""
    words = ordene(text)
    if _NAV_LEDER.fullmatch(words):
        return "nav-leder"
    if found := kalt_slik(text, STILLINGER):
        return found[0].id
    return som_id(text) if _STILLING.fullmatch(words) else ""


def ukjente(roller: Sequence[Rolle]) -> Iterator[str]:
    """Those that were not understood."""
    yield from (rolle.ukjent for rolle in roller if rolle.ukjent)
