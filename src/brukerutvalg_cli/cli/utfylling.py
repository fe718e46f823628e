"""Utfylling: what a word on the command line may be – by the names of files, or a line in them, and never a whole one.

Nothing may take time while somebody types; what a file means is for the command to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import get_args

from typer.core import TyperGroup

from brukerutvalg_cli.cli import PROGRAM
from brukerutvalg_cli.cli.klikk import Command, Context
from brukerutvalg_cli.model.ordvalg import (
    STANDARD_NIVAA,
    Dokument,
    Fase,
    Form,
    Forsendelsesmaate,
    Forslagsutfall,
    Innmeldt,
    Sendeform,
)
from brukerutvalg_cli.rapport import FORMATS

ORD = ("neste", "siste")


def _utvalg(ctx: Context) -> list[str]:
    return _filer(ctx, "utvalg/*")


def _moete(ctx: Context) -> list[str]:
    return [*ORD, *_i_utvalget(ctx, "moeter")]


def _person(ctx: Context) -> list[str]:
    return _i_utvalget(ctx, "medlemmer")


def _hvem(ctx: Context) -> list[str]:
    """Whoever can be named: people, verv, sides and organisations."""
    return [*_person(ctx), *_verv(ctx), *_side(ctx), *_organisasjon(ctx)]


def _sak(ctx: Context) -> list[str]:
    """The cases on an agenda by number, those that wait by name."""
    return [*_linjer(ctx, f"utvalg/{_mappen(ctx)}/moeter/*.yaml", _NR), *_i_utvalget(ctx, "saker")]


def _verv(ctx: Context) -> list[str]:
    from brukerutvalg_cli.model.utvalg import STANDARD_VERV

    return [*STANDARD_VERV, *_egne(ctx, "verv")]


def _gruppe(ctx: Context) -> list[str]:
    from brukerutvalg_cli.model.utvalg import STANDARD_SAKGRUPPER

    return [*STANDARD_SAKGRUPPER, *_egne(ctx, "sakgrupper")]


def _side(ctx: Context) -> list[str]:
    from brukerutvalg_cli.model.utvalg import STANDARD_SIDER

    return [*STANDARD_SIDER, *_egne(ctx, "sider")]


def _organisasjon(ctx: Context) -> list[str]:
    return _linjer(ctx, "organisasjoner.yaml", _NOEKKEL)


def _regelverk(ctx: Context) -> list[str]:
    return _filer(ctx, "regelverk/*.yaml")


def _bestemmelse(ctx: Context) -> list[str]:
    return _linjer(ctx, "regelverk/*.yaml", _ID)


def _navnet(ctx: Context) -> list[str]:
    """The rule set that is shown, or the council it is for."""
    return {"vis": _regelverk, "for": _utvalg}.get(str(ctx.params.get("handling")), _ingen)(ctx)


def _hva(ctx: Context) -> list[str]:
    """What a command is about: a document, an event, or all that can be explained."""
    name = ctx.command_path.removeprefix(f"{PROGRAM} ")
    ways = {"sendt": _dokument, "publisert": _dokument, "forklar": _forklares, "hendelse ny": _hendelse}
    return ways.get(name, _ingen)(ctx)


def _forklares(ctx: Context) -> list[str]:
    """First a council, a rule set or a rule; of a council then, its verv, cases and provisions."""
    from brukerutvalg_cli.forklaring import forklaringer

    if ctx.params.get("hva"):
        return [*_verv(ctx), *_sak(ctx), *_bestemmelse(ctx)]
    return [*_utvalg(ctx), *_regelverk(ctx), *forklaringer()]


def _ting(ctx: Context) -> list[str]:
    """What can be changed: first its kind, then whose it is, by what has a file of its own."""
    from brukerutvalg_cli.handling.ting import plasser

    words = ctx.params.get("hva")
    if not isinstance(words, list | tuple) or not words:
        return list(plasser())
    kinds = [str(words[0]), *(place.i for place in plasser().get(str(words[0]), ()))]
    return _person(ctx) if "person" in kinds else _moete(ctx) if "moete" in kinds else []


def _hvilken(ctx: Context) -> list[str]:
    """Of `vis`: the meeting or the case."""
    return _sak(ctx) if str(ctx.params.get("hva")).startswith("sak") else _moete(ctx)


def _kommando(ctx: Context) -> list[str]:
    from brukerutvalg_cli.cli.grupper import GRUPPER

    top = ctx.find_root()
    found: Command | None = top.command
    said = list(ctx.params.get("hva") or ())
    for word in said:
        found = found.get_command(top, word) if isinstance(found, TyperGroup) else None
    inner = found.list_commands(top) if isinstance(found, TyperGroup) else []
    return inner if said else [*inner, *GRUPPER, "alt"]


def _ingen(ctx: Context) -> list[str]:
    return []


def _faste(*words: str) -> Callable[[Context], list[str]]:
    return lambda ctx: list(words)


_dokument = _faste(*get_args(Dokument))


def _hendelse(ctx: Context) -> list[str]:
    from brukerutvalg_cli.mandat.verdier.hva import KJENTE

    return sorted(KJENTE)


def _egne(ctx: Context, key: str) -> list[str]:
    """What a council has of its own: the keys below one in utvalg.yaml."""
    return _linjer(ctx, f"utvalg/{_mappen(ctx)}/utvalg.yaml", re.compile(r"^  ([\w-]+):", re.M), key)


_NR = re.compile(r"^ *-? *nr: *['\"]?((?:[A-ZÆØÅ.]+ ?)?\d+(?:[/-]\d+)?)", re.M)
_ID = re.compile(r"^ *- id: *([\w-]+)", re.M)
_NOEKKEL = re.compile(r"^([a-z][\w-]*):", re.M)


def _linjer(ctx: Context, pattern: str, found: re.Pattern[str], under: str = "") -> list[str]:
    """What a line has, in each of these files; with `under`, in the block below that key."""
    names: dict[str, None] = {}
    for path in _stier(ctx, pattern):
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeError):
            continue
        if under:
            block = re.search(rf"^{under}:\n((?:  .*\n?)*)", text, re.M)
            text = block[1] if block else ""
        names |= dict.fromkeys(found.findall(text))
    return list(names)


def _mappen(ctx: Context) -> str:
    """The folder of the council that is named; of any, where it is not read yet; of none, where there is no such."""
    words = ctx.params.get("hva")
    said = ctx.params.get("utvalg") or (words[0] if isinstance(words, list | tuple) and words else "")
    return str(said) if said in _utvalg(ctx) else "-" if said else "*"


def _i_utvalget(ctx: Context, folder: str) -> list[str]:
    return _filer(ctx, f"utvalg/{_mappen(ctx)}/{folder}/*")


def _filer(ctx: Context, pattern: str) -> list[str]:
    """What the files and folders are called that a pattern finds under `records/`."""
    found = _stier(ctx, pattern)
    return sorted({path.stem for path in found if path.is_dir() or path.suffix == ".yaml"})


def _stier(ctx: Context, pattern: str) -> list[Path]:
    rot = ctx.find_root().params.get("rot")
    here = Path.cwd()
    roots = [Path(rot)] if rot else [here, *here.parents]
    root = next((folder for folder in roots if (folder / "records").is_dir()), None)
    try:
        return sorted(root.joinpath("records").glob(pattern)) if root else []
    except (OSError, ValueError, NotImplementedError):  # what was typed is no name of a folder
        return []


UTSKREVET = ("ja|nei", "ja|nei|ukjent", "nb|nn", "vis|for|sjekk", "github|gitlab|begge")
"""What the help calls by the words themselves."""
VALGENE: dict[str, Callable[[Context], list[str]]] = {
    "UTVALG": _utvalg,
    "MØTE": _moete,
    "PERSON": _person,
    "OVERTAR": _person,
    "VARA": _person,
    "VARA[=MEDLEM]": _person,
    "PERSON[=VARA]": _person,
    "PERSON NÅR": _person,
    "PERSON[ NÅR]": _person,
    "HVEM": _hvem,
    "SAK": _sak,
    "MØTE|SAK": lambda ctx: [*_moete(ctx), *_sak(ctx)],
    "VERV": _verv,
    "SIDE": _side,
    "ORGANISASJON": _organisasjon,
    "REGELVERK": _regelverk,
    "NAVN": _navnet,
    "BESTEMMELSE": _bestemmelse,
    "HVA": _hva,
    "HVILKEN": _hvilken,
    "TING": _ting,
    "DEL": _faste("folk", "moeter", "saker", "moete", "sak"),
    "KOMMANDO": _kommando,
    "NIVÅ": _faste(*STANDARD_NIVAA),
    "FORM": _faste(*get_args(Form)),
    "TYPE": _faste(*get_args(Innmeldt)),
    "FASE": _faste(*get_args(Fase)),
    "DOKUMENT": _dokument,
    "alt": _faste("alt"),
    "GRUPPE": _gruppe,
    "UTFALL": _faste(*get_args(Forslagsutfall), "ukjent"),
    "ORGAN": lambda ctx: [*_utvalg(ctx), *_organisasjon(ctx)],
    "MÅTE": _faste(*get_args(Forsendelsesmaate)),
    "UTFORMING": _faste(*get_args(Sendeform)),
    **{each: _faste(*each.split("|")) for each in UTSKREVET},
    "FORMAT[=FIL]": _faste(*FORMATS),
}
"""What a word may be, by what the help calls it."""
