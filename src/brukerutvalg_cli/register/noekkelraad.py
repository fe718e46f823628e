"""What to write where a key, or the shape of a value, is not one the place knows: the keys it does know."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from brukerutvalg_cli.forslag import forslag
from brukerutvalg_cli.oppramsing import enten_eller
from brukerutvalg_cli.register.noekler import noekler_ved, utgaatte_ved

_MANY = 16
"""More keys than this are a page of the reference, not a line of help."""

Noekkelsted = Sequence[str | int]


def ment(model: Any, loc: Noekkelsted, here: dict[str, Any]) -> str | None:
    """The key that the last step of a location was probably meant for."""
    return forslag(str(loc[-1]), _free(model, loc, here))


def skrives_naa(model: Any, loc: Noekkelsted) -> str | None:
    """How a key that was known here once is written now."""
    return utgaatte_ved(model, loc[:-1]).get(str(loc[-1]))


def holdere(model: Any, loc: Noekkelsted) -> list[str]:
    """The keys beside an unknown one that it could stand under."""
    return [k for k in noekler_ved(model, loc[:-1]) if loc[-1] in noekler_ved(model, (*loc[:-1], k))]


def ukjent_noekkel(model: Any, loc: Noekkelsted, here: dict[str, Any]) -> str:
    """Where a key that is not known here could stand, or which keys could stand in its place."""
    if holders := holdere(model, loc):
        return f"«{loc[-1]}» kan stå under {enten_eller([f'«{k}»' for k in holders])}"
    free = _free(model, loc, here)
    if 0 < len(free) <= _MANY:
        return f"her kan det stå {enten_eller(free)}; ellers sletter du den"
    return "slett den, eller gjør den til en kommentar med # foran"


def noekler_i_klammer(model: Any, loc: Noekkelsted) -> str:
    """How a value that is made of keys is written, where something else stands."""
    keys = noekler_ved(model, loc)
    if len(keys) > _MANY:
        return f"sett nøkkel og verdi i klammer, som {{{keys[0]}: …}}"
    if not keys:
        return ""
    return f"sett nøkkel og verdi i klammer, som {{{keys[0]}: …}}; her kan det stå {enten_eller(keys)}"


def _free(model: Any, loc: Noekkelsted, here: dict[str, Any]) -> list[str]:
    return [key for key in noekler_ved(model, loc[:-1]) if key not in here]
