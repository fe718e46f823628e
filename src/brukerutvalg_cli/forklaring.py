"""Forklaring: what there is to explain, by name and by code – rule kinds, built-in checks, file problems."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from inspect import getdoc
from typing import get_args

from brukerutvalg_cli.dokument.malregel import MAL_FEIL
from brukerutvalg_cli.kontroll.tabell import SJEKKER
from brukerutvalg_cli.mandat.bestemmelse import Paastand
from brukerutvalg_cli.mandat.regelverk import Regel
from brukerutvalg_cli.register.filfeil.tabell import FILFEIL


@dataclass(frozen=True, slots=True)
class Forklaring:
    """The documentation of one rule, as it is written beside the rule."""

    kode: str
    navn: str
    tekst: str


KINDS: dict[str, str] = {
    kind.kode: tag.tag.split()[0]
    for kind, tag in map(get_args, get_args(get_args(Regel)[0]))
    if kind is not Paastand
}
"""The kinds of rule by code. Each is a module of that name in mandat/, or a room with a file for each record."""


def forklaringer() -> dict[str, Forklaring]:
    """Everything that can be explained, by name, in order of code."""
    found = [Forklaring(f.code, f.name, f.text.strip()) for f in (*FILFEIL, MAL_FEIL)]
    found += [Forklaring(k, n, _doc(f"brukerutvalg_cli.mandat.{n}")) for k, n in KINDS.items()]
    found += [Forklaring(s.kode, s.navn, _doc(s.modul)) for s in SJEKKER]
    found.append(Forklaring("BU350", "avvik", _doc("brukerutvalg_cli.dommer.avvik")))
    return {f.navn: f for f in sorted(found, key=lambda f: f.kode)}


def _doc(module: str) -> str:
    return getdoc(import_module(module)) or ""
