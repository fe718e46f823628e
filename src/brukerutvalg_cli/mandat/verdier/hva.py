"""HVA: what a deadline or a count is about. A council may have words of its own; a misspelt one is not one of them."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Annotated, Any

from pydantic_core import PydanticCustomError

from brukerutvalg_cli.mandat.verdier.hendt import EN_OG_FLERE, I_MOETET
from brukerutvalg_cli.mandat.verdier.moetets_dager import DAGER
from brukerutvalg_cli.mandat.verdier.navneord import EN_HENDELSE
from brukerutvalg_cli.model.verdier import LestFoerst

KJENTE = (*DAGER, *I_MOETET, *EN_OG_FLERE)
_SLIP = 0.87
"""How alike two words are when one is the other misspelt. `saksmoete` is no slip for `moete`: they have 0.71."""


def les_hva(value: Any) -> Any:
    """The word as it stands.

    Raises:
        PydanticCustomError: `feil_hva` for one that is nearly a word of the language.
    """
    word = str(value).lower().translate({ord("æ"): "ae", ord("ø"): "oe", ord("å"): "aa"})
    if value in KJENTE or any(letter.isdigit() for letter in word):
        return value
    near = ((SequenceMatcher(None, word, known, False).ratio(), known) for known in KJENTE)
    score, meant = max(near)
    if score >= _SLIP:
        raise PydanticCustomError("feil_hva", "mente du «{forslag}»?", {"forslag": meant})
    return value


HVA = Annotated[str, LestFoerst(les_hva), EN_HENDELSE]
