"""Leses som: what a provision was read as, in the words of its own keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.proeve.valg import Foert, Ordvalg
from brukerutvalg_cli.mandat.verdier.hvem import Hvem
from brukerutvalg_cli.mandat.verdier.mengde import Mengde
from brukerutvalg_cli.model.kalender import MAANEDER
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.i_ord import eller, noekkel_i_ord


def leses_som(bestemmelse: Bestemmelse) -> str:
    """`frist: hva sakspapirer, senest 10 dager, før møte`; nothing for a claim that no rule checks."""
    regel = str(getattr(bestemmelse, "regel", "ingen"))
    own = type(bestemmelse).model_fields.keys() - Bestemmelse.model_fields.keys() - {"regel"} | {"naar"}
    said = list(_noeklene(bestemmelse, own))
    return f"{regel}: {', '.join(said)}" if said else ""


def aldri_brutt(bestemmelse: Bestemmelse) -> str:
    """Why nothing can break it, where nothing can."""
    if bestemmelse.kan_brytes:
        return ""
    if bestemmelse.styrke == "kan":
        return "en tillatelse"
    return (
        "ingen regel"
        if getattr(bestemmelse, "regel", "ingen") == "ingen"
        else "gir bare, og nekter ingenting"
    )


def _noeklene(post: Post, keys: set[str]) -> Iterator[str]:
    for name, info in type(post).model_fields.items():
        value = getattr(post, name)
        if name in keys and name in post.model_fields_set and value is not None:
            said = eller(MAANEDER[nr - 1] for nr in value) if name == "unntatt" else _i_ord(value)
            yield f"{noekkel_i_ord(info.alias or name)} {said}"


def _valgt(valg: Ordvalg[Any]) -> Iterator[str]:
    """One of some words alone; what all, none or no others shall be, with its key."""
    for name in type(valg).model_fields:
        if value := getattr(valg, name):
            yield _i_ord(value) if name == valg.uskrevet else f"{noekkel_i_ord(name)} {_i_ord(value)}"


def _i_ord(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nei"
    if isinstance(value, Foert):
        return "ført" if value is Foert.JA else "ikke ført"
    if isinstance(value, str):
        return noekkel_i_ord(value)
    if isinstance(value, Hvem):
        return f"«{value.i_ord()}»"
    if type(value) is Mengde:
        return value.i_ord()
    if isinstance(value, Ordvalg):
        return alle_sammen(_valgt(value))
    if isinstance(value, Post):
        return f"({', '.join(_noeklene(value, set(type(value).model_fields)))})"
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        lines = any(isinstance(each, Post) and not isinstance(each, Hvem) for each in value)
        return "; ".join(map(_i_ord, value)) if lines else eller(map(_i_ord, value))
    return noekkel_i_ord(str(value))
