"""Which stretches of a file are a confidential case, told by the text itself, read by the model or not.

Only the file of a meeting, or of a submitted case, can hold one. Where its YAML can be read, the case is known
by its keys and its extent; where it cannot, a key that looks like one of those closes the whole file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

import yaml

from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.rapport.lukket_tekst import HELE, Lukket
from brukerutvalg_cli.rapport.ordforraad import bare_i_saker, er_vaart, noekler, noekler_i
from brukerutvalg_cli.rapport.strekk import Omraade, Strekk
from brukerutvalg_cli.register.linjer import HIDE, UNHIDE
from brukerutvalg_cli.register.plassering import model_of
from brukerutvalg_cli.register.yamldata import Yamldata

VOKTENDE = ("fortrolig", "fortrolig_til", "offentlig_tittel")
"""The keys of a confidential case."""
_STAMMER = ("fortr", "konfidens", "hemmelig", "unntatt", "taushet")
"""How a key begins that somebody took for one of them."""
_NAER = 0.75
_SYNLIG = "offentlig_tittel"
"""What of a confidential case anybody may see; its number is a number."""

_VED_NOEKKEL = re.compile(r"(?:^|[-?{\[,])[ \t]*(?:[&!]\S*[ \t]+)*[\"']?([^\W\d][\w-]*)", re.MULTILINE)
_NEI = re.compile(r"\bfortrolig[\"']?[ \t]*:[ \t]*[\"']?(?:nei|no|false)\b", re.IGNORECASE)
_MERKNAD_BAK = re.compile(r"[ \t\]},]*#[^\r\n]*")


@lru_cache(maxsize=64)
def lukket(path: str, text: str, ogsaa: frozenset[str] = frozenset()) -> Lukket | None:
    """What is closed in a file; None where nothing is. `ogsaa`: what is so whatever the text says, by `numre`.

    Kept, as one run shows what it found more than once: what the rules say now, and what they would say of a change.
    """
    model = model_of(path)
    if model not in (Moete, InnmeldtSak) or not (ogsaa or _kan_ha(text)):
        return None
    root = _noder(path, text)
    if not isinstance(root, yaml.MappingNode):
        return Lukket(text, Strekk([(0, len(text))]), hel=True) if ogsaa or _ser_lukket_ut(text) else None
    cases = _saker(root) if model is Moete else [root]
    closed = [case for case in cases if _nummeret(case) in ogsaa or _er_lukket(_par(case))]
    # A key that slipped out of its case closes them all.
    if HELE in ogsaa or _er_lukket(_utenom(root, cases)):
        closed = [root]
    if not closed:
        return None
    slipped = [] if root in closed else list(_glidd_ut(root)) if model is Moete else []
    numre = {HELE} if root in closed else map(_nummeret, closed)
    return replace(_samlet(text, closed, slipped), numre=frozenset(numre))


def lukket_i_begge(path: str, foer: str, etter: str) -> tuple[Lukket | None, Lukket | None]:
    """What is closed in a file before a change and after it: a case that is so in one of them, is so in both."""
    closed = lukket(path, foer), lukket(path, etter)
    numre = frozenset(nr for each in closed if each for nr in each.numre)
    return lukket(path, foer, numre), lukket(path, etter, numre)


def vokter(key: str) -> bool:
    """Whether a key is one of those that only a confidential case has, or was meant for one."""
    return _vokter(key.casefold())


@cache
def _vokter(key: str) -> bool:
    if key in noekler():
        return key in VOKTENDE
    if key.startswith(_STAMMER):
        return True
    from difflib import SequenceMatcher  # late: only for a key that is none of ours

    matchers = (SequenceMatcher(None, key, each, autojunk=False) for each in VOKTENDE)
    return any(m.real_quick_ratio() >= _NAER and m.ratio() >= _NAER for m in matchers)


def _kan_ha(text: str) -> bool:
    # In quotation marks a key may be written with escapes, and is then no word in the text.
    return "\\" in text or any(map(vokter, set(_VED_NOEKKEL.findall(text))))


def _ser_lukket_ut(text: str) -> bool:
    return any(map(vokter, _VED_NOEKKEL.findall(_NEI.sub("", text))))


def _noder(path: str, text: str) -> Any:
    """The text as nodes, which know where they begin and end; None where it cannot be read to its end.

    Nor where it says of one place that it is another, too: a few lines, each naming the one before many times, are more
    nodes than can be walked, and no record may say so.
    """
    reader = Yamldata(path, text)
    if reader.read() is None or reader.problems.viser_til_seg_selv:  # also what is too deep for libyaml
        return None
    try:
        return yaml.compose(text.translate(HIDE), Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return None


def _saker(root: Any) -> list[Any]:
    lists = [v for k, v in root.value if k.value == "saker" and isinstance(v, yaml.SequenceNode)]
    return [item for each in lists for item in each.value]


def _nummeret(case: Any) -> str:
    numbers = (v.value for k, v in _par_i(case) if k.value == "nr" and isinstance(v, yaml.ScalarNode))
    return next(numbers, "")


def _par(node: Any) -> Iterator[tuple[Any, Any]]:
    """Every key with its value, however deep."""
    if isinstance(node, yaml.ScalarNode):
        return
    for each in node.value:
        if isinstance(each, tuple):
            yield each
            yield from _par(each[0])
        yield from _par(each[1] if isinstance(each, tuple) else each)


def _utenom(root: Any, cases: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    inside = {id(key) for case in cases if case is not root for key, _ in _par(case)}
    if any(case is root for case in cases):
        return
    yield from (pair for pair in _par(root) if id(pair[0]) not in inside)


def _er_lukket(pairs: Iterator[tuple[Any, Any]]) -> bool:
    """By the keys of a case. A plain `fortrolig: nei` opens it, unless something else says otherwise."""
    guards = [(k.value.casefold(), v) for k, v in pairs if isinstance(k, yaml.ScalarNode) and vokter(k.value)]
    said = [_nei(value) for key, value in guards if key not in VOKTENDE[1:]]
    return not all(said) or bool(guards and not said)


def _nei(node: Any) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.value.casefold() in ("nei", "no", "false")


def _glidd_ut(root: Any) -> Iterator[tuple[Any, Any]]:
    """What stands beside the cases as a text, under a key that no meeting has: it may have lost its indentation."""
    for key, value in root.value:
        name = key.value if isinstance(key, yaml.ScalarNode) else ""
        foreign = name not in noekler_i(Moete)
        if foreign or (name in bare_i_saker() and isinstance(value, yaml.ScalarNode)):
            yield key, value


def _samlet(text: str, closed: Sequence[Any], slipped: Sequence[tuple[Any, Any]]) -> Lukket:
    ranges = [_med_merknad(text, node.start_mark.index, node.end_mark.index) for node in closed]
    ranges += [_med_merknad(text, k.start_mark.index, v.end_mark.index) for k, v in slipped]
    leaves = [leaf for node in closed for leaf in _blader(node, visible=_SYNLIG)]
    leaves += [leaf for key, value in slipped for leaf in ((key, _vaar_noekkel(key)), *_blader(value))]
    hidden = [node for node, shown in leaves if not shown]
    shown = [node for node, shown in leaves if shown]
    cases = {
        text[node.start_mark.index : node.end_mark.index]: _sagt(
            leaf for leaf, shown in _blader(node, visible=_SYNLIG) if not shown
        )
        for node in closed
    }
    return Lukket(text, Strekk(ranges), _steder(hidden), _steder(shown), _sagt(hidden), cases)


def _sagt(leaves: Iterable[Any]) -> frozenset[str]:
    return frozenset(" ".join(node.value.translate(UNHIDE).split()) for node in leaves) - {""}


def _steder(nodes: Sequence[Any]) -> Strekk:
    return Strekk((node.start_mark.index, node.end_mark.index) for node in nodes)


def _med_merknad(text: str, start: int, end: int) -> Omraade:
    """A stretch with the comment behind it on its last line."""
    behind = _MERKNAD_BAK.match(text, end)
    return start, behind.end() if behind else end


def _blader(node: Any, visible: str = "") -> Iterator[tuple[Any, bool]]:
    """Every key and value that is a text, and whether it may be seen."""
    if isinstance(node, yaml.ScalarNode):
        yield node, er_vaart(node.value)
        return
    alone = [key.value for key, _ in _par_i(node)].count(visible) == 1  # of two, one is misplaced
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


def _par_i(node: Any) -> Sequence[Any]:
    return node.value if isinstance(node, yaml.MappingNode) else ()


def _vaar_noekkel(key: Any) -> bool:
    return isinstance(key, yaml.ScalarNode) and vist_noekkel(key.value)


@cache
def vist_noekkel(key: str) -> bool:
    """Whether a key is ours, or one of ours misspelt: any other may be a text that lost its place."""
    from brukerutvalg_cli.forslag import skrivefeil  # late: only for what is wrong

    return key in noekler() or (
        re.fullmatch(r"\w+", key) is not None and skrivefeil(key, noekler()) is not None
    )
