"""Merker: what a field of a record is, beside its type – for whoever tests a record without knowing it by name."""

from __future__ import annotations

from typing import TypeVar

from pydantic.fields import FieldInfo


class Nevner:
    """The field names somebody: a person, a verv, a side, an organisation or a council."""


class Alltid:
    """The thing itself is always there, recorded or not: a meeting has a form. What is not recorded, nobody knows."""


class Etterpaa:
    """The fact comes of a meeting: nobody asks for it before the meeting was held."""


NEVNER, ALLTID, ETTERPAA = Nevner(), Alltid(), Etterpaa()

Merke = TypeVar("Merke")


def er_merket(felt: FieldInfo, merke: type[Merke]) -> bool:
    """Whether a field is marked so."""
    return any(isinstance(each, merke) for each in felt.metadata)
