"""Ukjent: a name that a template uses and that is nothing, which says so as soon as somebody needs it."""

from __future__ import annotations

from typing import Any

from jinja2 import StrictUndefined
from jinja2.utils import missing

from brukerutvalg_cli.dokument import visning
from brukerutvalg_cli.dokument.markdown import Mangler
from brukerutvalg_cli.dokument.ord import Ord
from brukerutvalg_cli.forslag import forslag
from brukerutvalg_cli.register.linjer import short


class FinnesIkke(StrictUndefined, Mangler):
    """What is not there, in Norwegian, with the name that was probably meant."""

    si_fra = StrictUndefined._fail_with_undefined_error

    @property
    def _undefined_message(self) -> str:
        hint: str | None = self._undefined_hint
        if hint:
            return hint
        name = str(self._undefined_name)
        meant = forslag(name, _names_in(self._undefined_obj))
        return f"«{short(name)}» finnes ikke her" + (f"; mente du «{meant}»?" if meant else "")


def _names_in(obj: Any) -> list[str]:
    """What a template could have asked for instead."""
    if obj is missing:
        return ["ord", *visning.Innkalling.__slots__, *visning.Referatvisning.__slots__]
    return [*(vars(obj) if isinstance(obj, Ord) else getattr(type(obj), "__slots__", ()))]
