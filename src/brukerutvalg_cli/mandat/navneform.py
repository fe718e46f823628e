"""Navneform: a name that a rule set writes otherwise than the file that declares it, brought to that one spelling."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from brukerutvalg_cli.mandat.navnesjekk import finnes
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.navnene import AAPNE
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.skrivemaate import kanonisk
from brukerutvalg_cli.model.slag import Nevnt, Slag


def med_kanoniske_navn(rules: Regelverk, register: Register) -> Regelverk:
    """The same rule set, with each name as it is declared: the judge compares letter by letter."""
    other = [(each.rute, name) for each in rules.navn if (name := _erklaert(each, register)) != each.navn]
    if not other:
        return rules
    for route, name in other:
        rules = _med(rules, route, name)
    return rules


def _erklaert(nevnt: Nevnt, register: Register) -> str:
    if Slag.BESTEMMELSE in nevnt.nevner.slag:
        return nevnt.navn
    folded = kanonisk(nevnt.navn)
    if finnes(nevnt, register):
        open_ = any(slag in AAPNE for slag in nevnt.nevner.slag)
        return folded if open_ and folded != nevnt.navn and not _lukket(nevnt, register) else nevnt.navn
    for slag in nevnt.nevner.slag:
        for name in sorted(register.erklaert[slag]):
            if kanonisk(name) == folded:
                return name
    return folded if folded in nevnt.nevner.ord else nevnt.navn


def _lukket(nevnt: Nevnt, register: Register) -> bool:
    """Whether a file or a key is called exactly so: then that is the spelling."""
    return any(slag not in AAPNE and nevnt.navn in register.erklaert[slag] for slag in nevnt.nevner.slag)


def _med(value: Any, rute: Sequence[str | int], navn: str) -> Any:
    if not rute:
        return navn
    step, rest = rute[0], rute[1:]
    if isinstance(value, Post):
        own = (k for k, f in type(value).model_fields.items() if step in (k, f.alias))
        attribute = next(own, None)
        if attribute is None:  # a key that nobody writes
            attribute, rest = str(getattr(value, "uskrevet")), rute  # noqa: B009  # of a record that has one
        return value.model_copy(update={attribute: _med(getattr(value, attribute), rest, navn)})
    return tuple(_med(each, rest, navn) if nr == step else each for nr, each in enumerate(value))
