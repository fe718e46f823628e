"""KRAVSTILLERE: how many it takes to demand something: so many, or such a share, of those who may."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.mandat.verdier.mengde import galt, les_mengde
from brukerutvalg_cli.mandat.verdier.mengde_av import MengdeAv
from brukerutvalg_cli.model.verdier import LestFoerst


def _i_klammer(value: Any) -> Any:
    """Says how a number that stands alone is written: here as everywhere it is a bound."""
    if not isinstance(value, str) or value == "ubegrenset":
        return value
    try:
        les_mengde(value)
    except PydanticCustomError:
        return value
    raise galt(f"skriv hvor mange som må være med: {{minst: {value}}}")


def _nok(value: MengdeAv) -> MengdeAv:
    value.bare("medlemmer", organisasjoner=True)
    if value.antall is not None or value.hoeyst is not None:
        raise galt("flere enn nok kan også kreve møte: skriv «minst» eller «mer_enn»")
    return value


KRAVSTILLERE = Annotated[MengdeAv, LestFoerst(_i_klammer), AfterValidator(_nok)]
"""So many of those who have the right: enough of them, and never too many."""
