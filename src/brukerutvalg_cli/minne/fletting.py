"""Fletting: two have changed one file, and what both did is put together where their changes do not touch.

Git puts lines together, and stops where two have written at the same place: two new cases at the end of one list. They
are both kept where nothing was there before. What comes of it is read as records, and counts only when it says what
the two together say, and nothing else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from brukerutvalg_cli.minne.forskjell import SAKER, Art, Faktaendring, forskjell
from brukerutvalg_cli.minne.opptegnelse import opptegnelsene
from brukerutvalg_cli.minne.par import kan_bare_vaere

MERKE = 23
"""So long are the marks that are looked for, so that nothing anybody writes is taken for one."""
VAAR, DERES = "hos deg", "hos den andre"
_NOEKKEL = re.compile(r"\s*[\w-]+:\s*(?:\[\]|\{\})?\s*")
"""A key with nothing behind it, or an empty list."""
_PYNT = re.compile(r"[\s'\"]")
"""What two may write otherwise and mean the same by."""


class Flettet(NamedTuple):
    """The file as it is to be; and what each of the two did that cannot both be, where there is such."""

    tekst: bytes
    helt: bool = True
    """Whether nothing is left for somebody to choose."""
    vaare: tuple[Faktaendring, ...] = ()
    deres: tuple[Faktaendring, ...] = ()
    saker: tuple[str, ...] = ()
    """The numbers that each of them has given to a case of its own: both cases are there, and one needs another."""


class _Sted(NamedTuple):
    """A place where both have written: what each wrote, and what was there."""

    vaar: list[str]
    foer: list[str]
    deres: list[str]


def flettet(
    path: str,
    base: bytes,
    vaar: bytes,
    deres: bytes,
    linjer: str,
    hos: tuple[str, str] = (VAAR, DERES),
) -> Flettet | None:
    """What becomes of a file. `linjer`: what git made of it, with all three at each place where it stopped.

    `hos`: whose the two are, as the marks in the file say it.

    None where one of them cannot be read: then nobody can say what they say together.
    """
    parts = list(_delt(linjer))
    both = "".join("".join(_begge(part)) if isinstance(part, _Sted) else part for part in parts).encode()
    read = [_lest(path, raw) for raw in (base, vaar, deres)]
    if any(each is None for each in read):
        return None
    was, mine, theirs = (each or () for each in read)
    own, others = forskjell(was, mine).endringer, forskjell(was, theirs).endringer
    # What both wrote otherwise may be something that no fact tells of: a note, or how a thing is written.
    guessed = any(_omskrevet_ulikt(part) for part in parts if isinstance(part, _Sted))
    together = None if guessed else _lest(path, both)
    if together is not None:
        made = Counter(map(_sagt, forskjell(was, together).endringer))
        if made == Counter(map(_sagt, own)) | Counter(map(_sagt, others)) and not _strid(own, others):
            return Flettet(both, saker=tuple(like_numre(own, others)))
    marked = "".join(_merket(part, hos) if isinstance(part, _Sted) else part for part in parts).encode()
    left, right = _bare(own, others), _bare(others, own)
    return Flettet(marked, False, left or own, right or others)


def _lest(path: str, raw: bytes) -> Any:
    return opptegnelsene(path, raw) if raw.strip() else ()


def _sagt(e: Faktaendring) -> tuple[Any, ...]:
    """A change with all that it says, so that two of one name are not taken for one. Which of them comes first in the
    file is none of it."""
    inside = sorted(map(str, e.vei[-1].fakta.items())) if e.art is Art.KOM else ()
    key = tuple((slag, navn) for slag, navn, _ in e.noekkel)
    return (e.art, key, e.felt, str(e.til), *inside)


def _strid(own: Sequence[Faktaendring], others: Sequence[Faktaendring]) -> bool:
    """Whether the two say different things of one fact or one record, or one takes out what the other writes in."""
    said = {(e.noekkel, e.felt): str(e.til) for e in own if e.art is Art.ENDRET}
    if any(said.get((e.noekkel, e.felt), str(e.til)) != str(e.til) for e in others if e.art is Art.ENDRET):
        return True
    if any(_ulikt_om_det_samme(one, each) for one in own for each in others):
        return True
    return _borte_hos_en(own, others) or _borte_hos_en(others, own)


def _ulikt_om_det_samme(one: Faktaendring, other: Faktaendring) -> bool:
    """Whether both have written one record in, and not alike. Of cases the number alone does not make them one: it was
    the next, for both."""
    return _samme_navn(one, other) and not _to_saker(one, other)


def _samme_navn(one: Faktaendring, other: Faktaendring) -> bool:
    both_came = one.art is Art.KOM and other.art is Art.KOM
    return both_came and one.noekkel == other.noekkel and _sagt(one) != _sagt(other)


def _to_saker(one: Faktaendring, other: Faktaendring) -> bool:
    mine, theirs = one.vei[-1], other.vei[-1]
    return mine.slag in SAKER and not kan_bare_vaere(mine, theirs)


def like_numre(own: Sequence[Faktaendring], others: Sequence[Faktaendring]) -> Iterator[str]:
    """The numbers that each of them has given to a case of its own."""
    for one in own:
        if any(_samme_navn(one, other) and _to_saker(one, other) for other in others):
            yield " ".join(one.vei[-1].navn)


def _borte_hos_en(own: Sequence[Faktaendring], others: Sequence[Faktaendring]) -> bool:
    gone = [e.noekkel for e in own if e.art is Art.BORTE]
    kept = [e.noekkel for e in others if e.art is not Art.BORTE]
    return any(k[: len(g)] == g for g in gone for k in kept)


def _bare(own: Sequence[Faktaendring], others: Sequence[Faktaendring]) -> tuple[Faktaendring, ...]:
    """Those that touch what the others did, too."""
    theirs = {(e.noekkel, e.felt) for e in others}
    of = [e.noekkel for e in others]
    return tuple(
        e for e in own if (e.noekkel, e.felt) in theirs or any(_i_hverandre(e.noekkel, each) for each in of)
    )


def _i_hverandre(a: Sequence[Any], b: Sequence[Any]) -> bool:
    return len(a) > 1 and len(b) > 1 and tuple(a[:2]) == tuple(b[:2])


def _delt(text: str) -> Iterator[str | _Sted]:
    """The lines that git put together, and the places where it stopped."""
    place: _Sted | None = None
    into: list[str] = []
    for line in text.splitlines(keepends=True):
        mark = line[:MERKE]
        if mark == "<" * MERKE:
            place = _Sted([], [], [])
            into = place.vaar
        elif place and mark == "|" * MERKE:
            into = place.foer
        elif place and mark == "=" * MERKE:
            into = place.deres
        elif place and mark == ">" * MERKE:
            yield place
            place = None
        elif place:
            into.append(line)
        else:
            yield line


def _var_tomt(place: _Sted) -> bool:
    """Whether nothing was there before, or an empty list: then neither has rewritten anything."""
    return not place.foer or (len(place.foer) == 1 and bool(_NOEKKEL.fullmatch(place.foer[0])))


def _omskrevet_ulikt(place: _Sted) -> bool:
    """Whether both have rewritten what was there, and not to the same, blanks and quotation marks apart."""
    mine, theirs = (_PYNT.sub("", "".join(lines)) for lines in (place.vaar, place.deres))
    return not _var_tomt(place) and mine != theirs


def _begge(place: _Sted) -> list[str]:
    """Both, where there was nothing before, or an empty list; the key that both wrote it under, or the note above it,
    once."""
    if not _var_tomt(place):
        return place.vaar
    same = 0
    for mine, theirs in zip(place.vaar, place.deres, strict=False):
        if mine != theirs or not (_NOEKKEL.fullmatch(mine) or mine.startswith("#")):
            break
        same += 1
    return [*place.vaar, *place.deres[same:]]


def _merket(place: _Sted, hos: tuple[str, str]) -> str:
    own, other = hos
    return "".join((f"<<<<<<< {own}\n", *place.vaar, "=======\n", *place.deres, f">>>>>>> {other}\n"))
