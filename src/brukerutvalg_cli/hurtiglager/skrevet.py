"""Skrevet: an answer as a text, to have a sum of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any


def skrevet(answer: Any) -> str:
    """An answer as a text that is the same for the same answer, and for no other.

    Raises:
        TypeError: for what has no such text.
    """
    if answer is None or isinstance(answer, str | int | date):
        return repr(answer)
    if isinstance(answer, frozenset):
        return f"{{{','.join(sorted(map(skrevet, answer)))}}}"
    if isinstance(answer, Mapping):
        return f"{{{','.join(sorted(f'{skrevet(k)}:{skrevet(v)}' for k, v in answer.items()))}}}"
    if isinstance(answer, tuple):
        return f"({','.join(map(skrevet, answer))})"
    if is_dataclass(answer):
        return f"<{','.join(skrevet(getattr(answer, each.name)) for each in fields(answer))}>"
    raise TypeError(type(answer).__name__)
