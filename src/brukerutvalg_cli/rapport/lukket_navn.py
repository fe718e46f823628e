"""Which stretches of somebody's own file are their names, where they are to be shown by their organisation only.

That they are to be shown by name is what the file says, in so many words or by saying nothing of it: anything else
behind the key of it, or behind a key that was meant for it, closes them. Then a key that none of ours is, may hold a
name that lost its place; and where the YAML cannot be read, nobody knows where in the file they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from brukerutvalg_cli.model.medlem import Medlem
from brukerutvalg_cli.rapport.lukket_tekst import IKKE_VIST, Lukket, helt_lukket
from brukerutvalg_cli.rapport.noder import (
    med_merknad,
    noder,
    noekkelen,
    par,
    par_i,
    sagt,
    steder,
    tekstene,
)
from brukerutvalg_cli.rapport.ordforraad import (
    NAVNEVOKTER,
    er_vaart,
    mulige_noekler,
    navnevokter,
    noekler_under,
    vist_noekkel,
)
from brukerutvalg_cli.rapport.strekk import Strekk

_AAPEN = "navn"
_NAVNENE = frozenset({"navn", "tidligere_navn"})
_SAGT_AAPENT = re.compile(
    rf"\b{NAVNEVOKTER}[\"']?[ \t]*:[ \t]*[\"']?{_AAPEN}[\"']?[ \t]*(?=[,}}#\r\n]|$)", re.MULTILINE
)


def navn_lukket(path: str, text: str, *, ogsaa: bool) -> Lukket | None:
    """The names in it; None where they may be shown. `ogsaa`: they may not, whatever the text says."""
    root = noder(path, text)
    if not isinstance(root, yaml.MappingNode):
        closed = ogsaa or any(map(navnevokter, mulige_noekler(_SAGT_AAPENT.sub("", text))))
        return helt_lukket(text, IKKE_VIST) if closed else None
    if not ogsaa and all(_er_aapen(value) for key, value in par(root) if navnevokter(noekkelen(key))):
        return None
    named = list(_navnene(root))
    pairs = [pair for key, value in named for pair in ((key, value), *par(value))]
    shown = [key for key, _ in pairs if vist_noekkel(noekkelen(key))]
    ours = {id(key) for key in shown}
    texts = (each for pair in named for node in pair for each in tekstene(node))
    hidden = [each for each in texts if id(each) not in ours and not er_vaart(each.value)]
    ranges = (med_merknad(text, k.start_mark.index, v.end_mark.index) for k, v in named)
    return Lukket(text, Strekk(ranges), steder(hidden), steder(shown), sagt(hidden), ord=IKKE_VIST)


def _er_aapen(node: Any) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.value == _AAPEN and not node.tag.startswith("!")


def _navnene(node: Any) -> Iterator[tuple[Any, Any]]:
    """Each key that has a name, or may have one, with what is behind it."""
    for key, value in par_i(node):
        name = noekkelen(key)
        if name in _NAVNENE or not (name in noekler_under(Medlem) or navnevokter(name)):
            yield key, value
        else:
            yield from _navnene(value)
    if isinstance(node, yaml.SequenceNode):
        for each in node.value:
            yield from _navnene(each)
