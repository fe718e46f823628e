"""Omtale: what a record that is changed is called in a sentence, and what it holds that would go with it."""

from __future__ import annotations

import re
from datetime import date

from brukerutvalg_cli.handling.felt import Noekkelfelt, Verdislag
from brukerutvalg_cli.handling.ting import Ting
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetenavn import Moetenavn
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.ord.avkortet import avkortet
from brukerutvalg_cli.ord.i_ord import Omgivelser, et_verv, omtalt

_HETER = {
    "innmeldt": "innmeldt sak",
    "moete": "møte",
    "oppfoelging": "oppfølging",
    "opplaering": "opplæring",
    "oppmoete": "oppmøte",
    "flyttet": "flytting",
    "tidligere_navn": "tidligere navn",
    "tidligere_godkjent": "tidligere godkjenning",
    "rettelser": "rettelse",
    "protokolltilfoersel": "protokolltilførsel",
    "inhabil": "inhabilitet",
}
KORT = 60
"""So much of a text is said of it; the rest is in the file."""


def heter(ord: str) -> str:
    """A kind of record, or a key, as it is written in a sentence."""
    return _HETER.get(ord, ord)


def kalt(ting: Ting, her: Omgivelser) -> str:
    """What a record is called: Kari Nordmann, sak 28/22, oppfølging nr. 2 i sak 28/22."""
    post = ting.post
    if isinstance(post, Moete):
        return f"møtet {dato_i_ord(post.dato)}"
    if isinstance(post, Sak):
        return f"sak {post.navn}"
    if ting.ord in ("person", "organisasjon"):
        return omtalt(ting.navn[0], her)
    if ting.ord == "utvalg":
        return "utvalget"
    if ting.ord == "ordliste":
        return "ordlista"
    if ting.ord == "innmeldt":
        return f"den innmeldte saken {ting.navn[0]}"
    where = f" {'hos' if ting.i.ord == 'person' else 'i'} {kalt(ting.i, her)}" if ting.i else ""
    return f"{heter(ting.ord)} nr. {ting.nr}{_av_hva(ting, her)}{where}"


def _av_hva(ting: Ting, her: Omgivelser) -> str:
    """What tells one in a list from the others; nothing, where that is not for the screen."""
    said = "" if ting.fortrolig else ", ".join(_i_ord(each, her) for each in ting.navn)
    return f" ({avkortet(said, KORT)})" if said else ""


def _i_ord(text: str, her: Omgivelser) -> str:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return dato_i_ord(date.fromisoformat(text))
    return et_verv(text, her) if text in her.mappe.utvalg.alle_verv else omtalt(text, her)


def vist(ting: Ting, her: Omgivelser) -> str:
    """What tells one in a list from the others, where they are shown under each other."""
    said = "" if ting.fortrolig else ", ".join(_i_ord(each, her) for each in ting.navn)
    return avkortet(said, KORT) or f"nr. {ting.nr}"


def verdi_i_ord(verdi: object) -> str:
    """A value as it is said in a receipt."""
    if isinstance(verdi, bool):
        return "ja" if verdi else "nei"
    if isinstance(verdi, Moetenavn) and verdi.nr == 1:
        return dato_i_ord(verdi.dag)
    if isinstance(verdi, date):
        return dato_i_ord(verdi)
    if isinstance(verdi, list | tuple):
        return ", ".join(map(verdi_i_ord, verdi)) or "ingen"
    return avkortet(str(verdi), KORT)


def foelger_med(ting: Ting) -> list[str]:
    """What else a record holds, which goes when it does: its lists of records, its parts and its texts."""
    return [said for felt in ting.felter if len(felt.rute) == 1 and (said := _holder(ting, felt))]


def _holder(ting: Ting, felt: Noekkelfelt) -> str:
    there = ting.verdi(felt.rute)
    if not there or isinstance(there, Ukjent):
        return ""
    if felt.slag is Verdislag.POSTER:
        return f"{heter(felt.rute[0])} ({len(there)})"
    part = felt.slag is Verdislag.DELER and felt.rute != ("navn",)
    return heter(felt.rute[0]) if felt.lang or part else ""
