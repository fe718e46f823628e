"""Which stretches of the file of a meeting, or of a submitted case, are a confidential case.

Where its YAML can be read, the case is known by its keys and its extent; where it cannot, a key that looks like one of
those closes the whole file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import yaml

from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.rapport.lukket_tekst import HELE, Lukket, helt_lukket
from brukerutvalg_cli.rapport.noder import med_merknad, noder, par, par_i, sagt, steder
from brukerutvalg_cli.rapport.ordforraad import (
    VOKTENDE,
    bare_i_saker,
    er_vaart,
    mulige_noekler,
    noekler_i,
    sakvokter,
    vist_noekkel,
)
from brukerutvalg_cli.rapport.strekk import Strekk

_SYNLIG = "offentlig_tittel"
"""What of a confidential case anybody may see; its number is a number."""

_KORT = "fortr"
"""How the key begins behind which a no opens: `offentlig: nei` does not."""
_NEI = re.compile(
    r"\bfortrolig[\"']?[ \t]*:[ \t]*[\"']?(?:nei|no|false)[\"']?(?=[ \t]*(?:[,}#\r\n]|$))", re.IGNORECASE
)


def saker_lukket(path: str, text: str, ogsaa: frozenset[str], *, moete: bool) -> Lukket | None:
    """The confidential cases in it; None where there is none. `ogsaa`: what is so whatever the text says."""
    root = noder(path, text)
    if not isinstance(root, yaml.MappingNode):
        return helt_lukket(text) if ogsaa or _ser_lukket_ut(text) else None
    cases = _saker(root) if moete else [root]
    closed = [case for case in cases if _nummeret(case) in ogsaa or _er_lukket(par(case))]
    # A key that slipped out of its case closes them all.
    if HELE in ogsaa or _er_lukket(_utenom(root, cases)):
        closed = [root]
    if not closed:
        return None
    slipped = [] if root in closed else list(_glidd_ut(root)) if moete else []
    numre = {HELE} if root in closed else map(_nummeret, closed)
    return replace(_samlet(text, closed, slipped), numre=frozenset(numre))


def _ser_lukket_ut(text: str) -> bool:
    return any(map(sakvokter, mulige_noekler(_NEI.sub("", text))))


def _saker(root: Any) -> list[Any]:
    lists = [v for k, v in root.value if k.value == "saker" and isinstance(v, yaml.SequenceNode)]
    return [item for each in lists for item in each.value]


def _nummeret(case: Any) -> str:
    numbers = (v.value for k, v in par_i(case) if k.value == "nr" and isinstance(v, yaml.ScalarNode))
    return next(numbers, "")


def _utenom(root: Any, cases: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    inside = {id(key) for case in cases if case is not root for key, _ in par(case)}
    if any(case is root for case in cases):
        return
    yield from (pair for pair in par(root) if id(pair[0]) not in inside)


def _er_lukket(pairs: Iterator[tuple[Any, Any]]) -> bool:
    """By the keys of a case. A plain `fortrolig: nei` opens it, unless something else says otherwise."""
    guards = [
        (k.value.casefold(), v) for k, v in pairs if isinstance(k, yaml.ScalarNode) and sakvokter(k.value)
    ]
    said = [key.startswith(_KORT) and _nei(value) for key, value in guards if key not in VOKTENDE[1:]]
    return not all(said) or bool(guards and not said)


def _nei(node: Any) -> bool:
    plain = isinstance(node, yaml.ScalarNode) and not node.tag.startswith("!")
    return plain and node.value.casefold() in ("nei", "no", "false")


def _glidd_ut(root: Any) -> Iterator[tuple[Any, Any]]:
    """What stands beside the cases as a text, under a key that no meeting has: it may have lost its indentation."""
    for key, value in root.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else ""
        foreign = name not in noekler_i(Moete)
        if foreign or (name in bare_i_saker() and isinstance(value, yaml.ScalarNode)):
            yield key, value


def _samlet(text: str, closed: Sequence[Any], slipped: Sequence[tuple[Any, Any]]) -> Lukket:
    ranges = [med_merknad(text, node.start_mark.index, node.end_mark.index) for node in closed]
    ranges += [med_merknad(text, k.start_mark.index, v.end_mark.index) for k, v in slipped]
    leaves = [leaf for node in closed for leaf in _blader(node, visible=_SYNLIG)]
    leaves += [leaf for key, value in slipped for leaf in ((key, _vaar_noekkel(key)), *_blader(value))]
    hidden = [node for node, shown in leaves if not shown]
    shown = [node for node, shown in leaves if shown]
    cases = {
        text[node.start_mark.index : node.end_mark.index]: sagt(
            leaf for leaf, shown in _blader(node, visible=_SYNLIG) if not shown
        )
        for node in closed
    }
    return Lukket(text, Strekk(ranges), steder(hidden), steder(shown), sagt(hidden), cases)


def _blader(node: Any, visible: str = "") -> Iterator[tuple[Any, bool]]:
    """Every key and value that is a text, and whether it may be seen."""
    if isinstance(node, yaml.ScalarNode):
        yield node, er_vaart(node.value)
        return
    alone = [key.value for key, _ in par_i(node)].count(visible) == 1  # of two, one is misplaced
    for each in node.value:
        if not isinstance(each, tuple):
            yield from _blader(each)
            continue
        key, value = each
        if isinstance(key, yaml.ScalarNode):
            yield key, _vaar_noekkel(key)
        else:
            yield from _blader(key)
        if isinstance(value, yaml.ScalarNode) and alone and key.value == visible:
            yield value, not value.tag.startswith("!")
        else:
            yield from _blader(value)


def _vaar_noekkel(key: Any) -> bool:
    return isinstance(key, yaml.ScalarNode) and vist_noekkel(key.value)
