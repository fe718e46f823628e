"""Skrevet: what a draft changes, a line for each fact, in words. No verb can leave one out: it is read from the files
as they were and as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from brukerutvalg_cli.ord.i_ord import noekkel_i_ord
from brukerutvalg_cli.rapport.lukket_tekst import FORTROLIG, IKKE_VIST

if TYPE_CHECKING:
    from brukerutvalg_cli.endring.utkast import Filendring
    from brukerutvalg_cli.ord.i_ord import Omgivelser
    from brukerutvalg_cli.rapport.alt_lukket import Saksvern
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


class Vernested(NamedTuple):
    """Where a fact stands: in which file, and what of that is closed."""

    her: Omgivelser
    interne: frozenset[str]
    saker: Saksvern | None

    def lukker(self, post: Mapping[str, Data]) -> bool:
        """Whether a record is a confidential case, or a term that somebody was elected to in one."""
        in_case = post.get("valgt_i")
        return post.get("fortrolig", "nei") != "nei" or (
            self.saker is not None and self.saker.lukker(in_case)
        )


def linjer(her: Omgivelser, endringer: Sequence[Filendring]) -> Iterator[tuple[Filendring, list[str]]]:
    """Each file with what is new, other or gone in it."""
    from brukerutvalg_cli.funn.place import eieren
    from brukerutvalg_cli.rapport.alt_lukket import interne, saksvern

    gone = {change.path: change for change in endringer if change.etter is None}
    texts = [(c.path, raw.decode("utf-8", "replace")) for c in endringer for raw in (c.foer, c.etter) if raw]
    cases = saksvern(her.register, texts)
    for change in endringer:
        before = change.foer
        if before is None and (moved := _flyttet(change, list(gone.values()))):
            before = moved.foer
        there = Vernested(her, interne(change.path), cases.get(eieren(change.path)))
        told = [] if change.etter is None else _forskjell(there, change.path, before, change.etter)
        yield change, list(told)


def lest(path: str, raw: bytes | None) -> Data:
    """What a file says; nothing where there is none."""
    from brukerutvalg_cli.register.parse import parse

    return parse(path, raw).data if raw is not None else None


def _flyttet(ny: Filendring, borte: Sequence[Filendring]) -> Filendring | None:
    """The file that has got a new name: the one that went from the same folder."""
    folder = ny.path.rpartition("/")[0]
    return next((each for each in borte if each.path.rpartition("/")[0] == folder), None)


def _forskjell(sted: Vernested, path: str, foer: bytes | None, etter: bytes | None) -> Iterator[str]:
    before, after = lest(path, foer), lest(path, etter)
    yield from _ulike(sted, before, after, "", lukket=False)


def _ulike(sted: Vernested, foer: Data, etter: Data, sti: str, *, lukket: bool) -> Iterator[str]:
    """The lines of what is new in a value; `sti` is what its place is called."""
    if foer == etter:
        return
    if isinstance(etter, dict):
        before = foer if isinstance(foer, dict) else {}
        closed = lukket or sted.lukker(etter) or sted.lukker(before)
        for key, value in etter.items():
            name = _sammen(sti, noekkel_i_ord(key))
            if value == before.get(key):
                continue
            if (word := _i_stedet(sted, key, lukket=closed)) and not isinstance(value, list | dict):
                yield f"{name}: {word}"
                continue
            yield from _ulike(sted, before.get(key), value, name, lukket=closed)
        yield from (f"{_sammen(sti, noekkel_i_ord(key))}: tatt ut" for key in before if key not in etter)
    elif isinstance(etter, list) and any(isinstance(each, dict) for each in etter):
        yield from _poster(sted, foer if isinstance(foer, list) else [], etter, sti, lukket=lukket)
    else:
        said = FORTROLIG if lukket and not isinstance(etter, str) else _verdi(sted.her, sti, etter)
        yield f"{sti}: {said}"


def _poster(sted: Vernested, foer: list[Data], etter: list[Data], sti: str, *, lukket: bool) -> Iterator[str]:
    """Entries that were there and are other, each by itself; those that are new; and how many are gone."""
    left = [each for each in foer if each not in etter]
    for each in (each for each in etter if each not in foer):
        same = next((old for old in left if _heter(old) == _heter(each)), None)
        if same is not None:
            left.remove(same)
            called = _sammen(sti, _kalt(sted, same, each, lukket=lukket))
            yield from _ulike(sted, same, each, called, lukket=lukket)
        elif isinstance(each, Mapping):
            closed = lukket or sted.lukker(each)
            yield _om(sti, "; ".join(_post(sted, each, lukket=closed)))
    if left:
        names = (_kalt(sted, each, lukket=lukket) or "en linje" for each in left)
        yield _om(sti, f"{', '.join(names)} tatt ut")


def _post(sted: Vernested, post: Mapping[str, Data], *, lukket: bool) -> Iterator[str]:
    for nr, (key, value) in enumerate(post.items()):
        said = _i_stedet(sted, key, lukket=lukket) or _verdi(sted.her, key, value)
        yield said if nr == 0 and not lukket else f"{noekkel_i_ord(key)}: {said}"


def _i_stedet(sted: Vernested, key: str, *, lukket: bool) -> str:
    """What is said instead of a value that is closed; nothing of one that is not."""
    if lukket and key not in AAPNE:
        return FORTROLIG
    return IKKE_VIST if key in sted.interne else ""


HETER = ("nr", "person", "navn", "id", "verv", "hva", "bestemmelse", "tittel")
"""The keys that an entry of a list is known by."""


def _heter(entry: Data) -> tuple[str, str]:
    """What an entry of a list is known by, behind its key."""
    if not isinstance(entry, dict):
        return "", ""
    return next(((key, str(entry[key])) for key in HETER if isinstance(entry.get(key), str)), ("", ""))


def _kalt(sted: Vernested, *entries: Data, lukket: bool) -> str:
    """The same as it is read: Kari Nordmann, sekretær. `entries`: it as it was, and as it is."""
    key, value = _heter(entries[-1])
    closed = lukket or any(isinstance(each, dict) and sted.lukker(each) for each in entries)
    return (key and _i_stedet(sted, key, lukket=closed)) or _verdi(sted.her, key, value)


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
