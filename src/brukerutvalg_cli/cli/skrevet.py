"""Skrevet: what a draft changes, a line for each fact, in words. No verb can leave one out: it is read from the files
as they were and as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from brukerutvalg_cli.ord.i_ord import noekkel_i_ord

if TYPE_CHECKING:
    from brukerutvalg_cli.endring.utkast import Filendring
    from brukerutvalg_cli.ord.i_ord import Omgivelser
    from brukerutvalg_cli.register.yamldata import Data

LENGST = 80
"""So much of a text is shown; the rest stands in the file."""
AAPNE = (
    "nr",
    "type",
    "fortrolig",
    "fortrolig_til",
    "offentlig_tittel",
    "innmeldt_av",
    "innmeldt",
    "satt_opp",
    "utsatt",
)
"""What may be told of a confidential case."""
FRITEKST = (
    "navn",
    "tittel",
    "tekst",
    "referat",
    "framlegg",
    "hva",
    "merknad",
    "etter_moetet",
    "svar",
    "grunn",
)
"""Keys whose value is somebody's own words, in which no id is looked for."""


def linjer(her: Omgivelser, endringer: Sequence[Filendring]) -> Iterator[tuple[Filendring, list[str]]]:
    """Each file with what is new, other or gone in it."""
    gone = {change.path: change for change in endringer if change.etter is None}
    for change in endringer:
        before = change.foer
        if before is None and (moved := _flyttet(change, list(gone.values()))):
            before = moved.foer
        told = [] if change.etter is None else _forskjell(her, change.path, before, change.etter)
        yield change, list(told)


def lest(path: str, raw: bytes | None) -> Data:
    """What a file says; nothing where there is none."""
    from brukerutvalg_cli.register.parse import parse

    return parse(path, raw).data if raw is not None else None


def _flyttet(ny: Filendring, borte: Sequence[Filendring]) -> Filendring | None:
    """The file that has got a new name: the one that went from the same folder."""
    folder = ny.path.rpartition("/")[0]
    return next((each for each in borte if each.path.rpartition("/")[0] == folder), None)


def _forskjell(her: Omgivelser, path: str, foer: bytes | None, etter: bytes | None) -> Iterator[str]:
    before, after = lest(path, foer), lest(path, etter)
    yield from _ulike(her, before, after, "", lukket=False)


def _ulike(her: Omgivelser, foer: Data, etter: Data, sti: str, *, lukket: bool) -> Iterator[str]:
    """The lines of what is new in a value; `sti` is what its place is called."""
    if foer == etter:
        return
    if isinstance(etter, dict):
        before = foer if isinstance(foer, dict) else {}
        closed = lukket or _er_lukket(etter) or _er_lukket(before)
        for key, value in etter.items():
            name = _sammen(sti, noekkel_i_ord(key))
            if value == before.get(key):
                continue
            if closed and key not in AAPNE and not isinstance(value, list | dict):
                yield f"{name}: (fortrolig)"
                continue
            yield from _ulike(her, before.get(key), value, name, lukket=closed)
        yield from (f"{_sammen(sti, noekkel_i_ord(key))}: tatt ut" for key in before if key not in etter)
    elif isinstance(etter, list) and any(isinstance(each, dict) for each in etter):
        yield from _poster(her, foer if isinstance(foer, list) else [], etter, sti, lukket=lukket)
    else:
        yield f"{sti}: {_verdi(her, sti, etter) if not lukket or isinstance(etter, str) else '(fortrolig)'}"


def _poster(her: Omgivelser, foer: list[Data], etter: list[Data], sti: str, *, lukket: bool) -> Iterator[str]:
    """Entries that were there and are other, each by itself; those that are new; and how many are gone."""
    left = [each for each in foer if each not in etter]
    for each in (each for each in etter if each not in foer):
        same = next((old for old in left if _heter(old) == _heter(each)), None)
        if same is not None:
            left.remove(same)
            yield from _ulike(her, same, each, _sammen(sti, _kalt(her, each)), lukket=lukket)
        elif isinstance(each, Mapping):
            closed = lukket or _er_lukket(each)
            yield _om(sti, "; ".join(_post(her, each, lukket=closed)))
    if left:
        yield _om(sti, f"{', '.join(_kalt(her, each) or 'en linje' for each in left)} tatt ut")


def _post(her: Omgivelser, post: Mapping[str, Data], *, lukket: bool) -> Iterator[str]:
    for nr, (key, value) in enumerate(post.items()):
        said = "(fortrolig)" if lukket and key not in AAPNE else _verdi(her, key, value)
        yield said if nr == 0 and not lukket else f"{noekkel_i_ord(key)}: {said}"


HETER = ("nr", "person", "navn", "id", "verv", "hva", "bestemmelse", "tittel")
"""The keys that an entry of a list is known by."""


def _heter(entry: Data) -> tuple[str, str]:
    """What an entry of a list is known by, behind its key."""
    if not isinstance(entry, dict):
        return "", ""
    return next(((key, str(entry[key])) for key in HETER if isinstance(entry.get(key), str)), ("", ""))


def _kalt(her: Omgivelser, entry: Data) -> str:
    """The same as it is read: Kari Nordmann, sekretær."""
    key, value = _heter(entry)
    return _verdi(her, key, value)


def _er_lukket(entry: Mapping[str, Data]) -> bool:
    return entry.get("fortrolig", "nei") != "nei"


def _om(sti: str, tekst: str) -> str:
    """A line of the receipt; in a file that is one list, there is nothing that it is about."""
    return f"{sti}: {tekst}" if sti else tekst


def _sammen(sti: str, navn: str) -> str:
    return " – ".join(filter(None, (sti, navn)))


def _verdi(her: Omgivelser, noekkel: str, value: Data) -> str:
    """A value in words."""
    from brukerutvalg_cli.ord.i_ord import et_verv, omtalt

    if isinstance(value, dict):
        return ", ".join(f"{noekkel_i_ord(key)}: {_verdi(her, key, each)}" for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(_verdi(her, noekkel, each) for each in value) or "ingen"
    text = " ".join((value or "").split())
    if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", text):
        return _dagen(text)
    if noekkel.rpartition(" – ")[2] not in FRITEKST and re.fullmatch(r"[a-z0-9_-]+", text):
        said = et_verv(text, her) if noekkel.rpartition(" – ")[2] == "verv" else omtalt(text, her)
        return noekkel_i_ord(text) if said == text and "-" not in text else said
    return text if len(text) <= LENGST else f"{text[: LENGST - 1].rstrip()}…"


def _dagen(text: str) -> str:
    from brukerutvalg_cli.model.deldato import les_deldato
    from brukerutvalg_cli.model.kalender import dag_i_ord

    try:
        return dag_i_ord(date.fromisoformat(text))
    except ValueError:
        part = les_deldato(text)
        return part.i_ord if part else text
