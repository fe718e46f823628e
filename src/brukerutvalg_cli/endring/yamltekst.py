"""Yamltekst: a value as YAML, the way the shipped records write it – short things on one line, text as it is read."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import yaml

from brukerutvalg_cli.register.yamldata import SOM_INGENTING, Data

LINJE = 100
"""A collection that would make a longer line than this is written one item a line."""


class Skrevet(NamedTuple):
    """A value in a text: what stands behind the colon or the dash, and the lines below it, without their ends."""

    inline: str
    linjer: tuple[str, ...] = ()


class _Emitter(yaml.SafeDumper):
    """Writes every text plain where that can be read back: nothing but `null` is anything but text to us."""


_Emitter.yaml_implicit_resolvers = {}


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    style = '"' if "\n" in value else "'" if value in SOM_INGENTING else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Emitter.add_representer(str, _text)


def flyt(value: Data) -> str:
    """The value on one line."""
    # Inside brackets a text is written so that it can stand anywhere.
    if isinstance(value, dict | list):
        return _paa_en_linje(value)
    return _ett_ord(value)


@lru_cache(maxsize=4096)  # keys, most often, and each of them at every line it has
def _ett_ord(value: str | None) -> str:
    return _paa_en_linje(value).strip()


def _paa_en_linje(value: Data) -> str:
    text = str(
        yaml.dump(
            [value],
            Dumper=_Emitter,
            default_flow_style=True,
            allow_unicode=True,
            width=10**9,
            sort_keys=False,
        )
    )
    return text.strip()[1:-1]


@lru_cache(maxsize=4096)
def ord_(value: str) -> str:
    """A text of one line, with quotation marks only where it must have them behind a key or a dash."""
    text = str(yaml.dump({"k": value}, Dumper=_Emitter, allow_unicode=True, width=10**9, sort_keys=False))
    return text.removeprefix("k:").strip()


def skrevet(value: Data, innrykk: int, foran: int = 0) -> Skrevet:
    """The value where it has lines of its own. `innrykk`: the column of its key; `foran`: what its line begins with."""
    if isinstance(value, str) and "\n" in value:
        return _literal(value, innrykk + 2)
    if not isinstance(value, dict | list):
        return Skrevet(ord_(str(value)))
    if not value:
        return Skrevet(flyt(value))
    if not _has_lines(value) and innrykk + foran + len(line := flyt(value)) <= LINJE:
        return Skrevet(line)
    return Skrevet("", tuple(blokk(value, innrykk + 2)))


def blokk(value: dict[str, Data] | list[Data], innrykk: int) -> list[str]:
    """A collection with an item a line, each at this column."""
    if isinstance(value, dict):
        return [line for key, item in value.items() for line in par(key, item, innrykk)]
    return [line for item in value for line in punkt(item, innrykk)]


def par(key: str, value: Data, innrykk: int) -> list[str]:
    """A key with its value."""
    inline, below = skrevet(value, innrykk, len(key) + 2)
    return [" " * innrykk + f"{flyt(key)}:" + (f" {inline}" if inline else ""), *below]


def punkt(value: Data, innrykk: int, etter_strek: int = 1) -> list[str]:
    """An item of a list. `etter_strek`: the spaces after the dash."""
    dash = " " * innrykk + "-" + " " * etter_strek
    column = innrykk + 1 + etter_strek
    inline, below = skrevet(value, column, 0)
    if inline:
        return [dash + inline, *below]
    assert isinstance(value, dict | list)
    first, *rest = blokk(value, column)
    return [dash + first.lstrip(" "), *rest]


def _has_lines(value: Data) -> bool:
    """Whether there is a text of several lines, or a list of mappings, somewhere in it: that is no one-liner."""
    if isinstance(value, str):
        return "\n" in value
    if isinstance(value, list):
        return any(isinstance(item, dict) or _has_lines(item) for item in value)
    return isinstance(value, dict) and any(_has_lines(item) for item in value.values())


def _literal(value: str, innrykk: int) -> Skrevet:
    if not _can_be_literal(value):
        return Skrevet(flyt(value))  # with escapes
    body = value.rstrip("\n")
    ends = len(value) - len(body)
    mark = "|" + ("2" if value.startswith(" ") else "") + ("-" if ends == 0 else "" if ends == 1 else "+")
    lines = [" " * innrykk + line if line else "" for line in body.split("\n")]
    return Skrevet(mark, (*lines, *[""] * (ends - 1)))


def _can_be_literal(value: str) -> bool:
    """Whether it can stand line by line as it is: no line end but \\n, and nothing that must be escaped."""
    return (
        bool(value.partition("\n")[0].strip())  # else the first line would not show how far in the text is
        and all(c.isprintable() or c == "\n" for c in value)
    )
