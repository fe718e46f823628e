"""Alt lukket: all that is closed in one text, of whatever kind of file it is, when a change of the file is shown.

Beside what `lukket` knows of the text alone, that is
- what is internal: a note, and somebody's age, which no document and no report has;
- in somebody's own file, the term they were elected to in a confidential case.

What a case is called, and whether it is confidential, stands in the files of the meetings: where one of those cannot
be read, a case that no other has may be so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from pathlib import PurePosixPath
from typing import Any, NamedTuple

import yaml

from brukerutvalg_cli.funn.place import eieren
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak
from brukerutvalg_cli.model.medlem import Medlem
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.oppsett import Oppsett
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.rapport.lukket import lukket
from brukerutvalg_cli.rapport.lukket_tekst import HELE, IKKE_VIST, Lukket, helt_lukket
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
from brukerutvalg_cli.rapport.ordforraad import INTERN, PERSONLIG, er_naer, mulige_noekler, vist_noekkel
from brukerutvalg_cli.rapport.strekk import Strekk
from brukerutvalg_cli.register.plassering import model_of
from brukerutvalg_cli.register.yamldata import Data

VALGT_I = "valgt_i"


@cache
def interne(path: str) -> frozenset[str]:
    """The keys of a file whose values are for nobody but who keeps the register."""
    model = model_of(path)
    if model is None or model in (Regelverk, Oppsett):
        return frozenset()
    return (PERSONLIG if model is Medlem else frozenset()) | {INTERN}


class Saksvern(NamedTuple):
    """Which cases of a council are confidential. `ellers`: whether one that is not known here is taken to be so."""

    fortrolige: frozenset[str]
    aapne: frozenset[str] = frozenset()
    ellers: bool = False

    def lukker(self, valgt_i: Data) -> bool:
        """Whether who was elected in this case, as a term has it, is not to be shown."""
        if not isinstance(valgt_i, str) or valgt_i == "ukjent":
            return self.noen and valgt_i is not None
        return valgt_i in self.fortrolige or (self.ellers and valgt_i not in self.aapne)

    @property
    def noen(self) -> bool:
        """Whether there is, or may be, any."""
        return self.ellers or bool(self.fortrolige)


def saksvern(register: Register, tekster: Iterable[tuple[str, str]]) -> Mapping[str, Saksvern]:
    """Of each council with one of these files, by path and text – what they hold before a change, and after it."""
    texts: dict[str, list[tuple[str, str]]] = {}
    for path, text in tekster:
        if council := eieren(path):
            texts.setdefault(council, []).append((path, text))
    return {council: _vernet(register, council, changed) for council, changed in texts.items()}


def _vernet(register: Register, council: str, tekster: Collection[tuple[str, str]]) -> Saksvern:
    mappe = register.naboen(council)
    cases = [sak for moete in mappe.moeter for sak in moete.saker] if mappe else []
    closed = {name for sak in cases if sak.fortrolig for name in (sak.navn, sak.nr)}
    in_change = {name for path, text in tekster for name in _lukkede_saker(path, text)}
    unread = mappe is None or any("/moeter/" in path for path in mappe.feilet)
    known = {name for sak in cases for name in (sak.navn, sak.nr)}
    unnamed = not in_change.isdisjoint({HELE, ""})
    return Saksvern(frozenset(closed | in_change), frozenset(known - closed - in_change), unread or unnamed)


def _lukkede_saker(path: str, text: str) -> Iterator[str]:
    """What its confidential cases may be called: by number, and by the meeting too where numbers begin anew in each."""
    closed = lukket(path, text) if model_of(path) in (Moete, InnmeldtSak) else None
    for nr in closed.numre if closed else ():
        yield nr
        yield f"{PurePosixPath(path).stem} {nr}"


def alt_lukket(path: str, text: str, i_begge: Lukket | None, vern: Saksvern | None) -> list[Lukket]:
    """All of it. `i_begge`: what `lukket` knows; `vern`: what is known of the cases of the council."""
    internal, elected = interne(path), model_of(path) is Medlem and vern is not None and vern.noen
    kinds = [i_begge]
    words = set(mulige_noekler(text))
    if internal and ("\\" in text or any(_er_intern(word, internal) for word in words)):
        kinds.append(det_interne(path, text, internal))
    if elected and vern and ("\\" in text or any(er_naer(word, VALGT_I) for word in words)):
        kinds.append(_det_valgte(path, text, vern))
    return [each for each in kinds if each]


def _er_intern(key: str, internal: frozenset[str]) -> bool:
    return key in internal or (not vist_noekkel(key) and er_naer(key, *sorted(internal)))


def det_interne(path: str, text: str, internal: frozenset[str]) -> Lukket | None:
    """What stands behind these keys; all of a text that cannot be read to its end."""
    root = noder(path, text)
    if root is None:
        return helt_lukket(text, IKKE_VIST)
    named = [(key, value) for key, value in par(root) if _er_intern(noekkelen(key), internal)]
    ranges = (med_merknad(text, k.start_mark.index, v.end_mark.index) for k, v in named)
    hidden = [leaf for _, value in named for leaf in tekstene(value)]
    keys = steder(key for key, _ in named)
    return Lukket(text, Strekk(ranges), steder(hidden), keys, sagt(hidden), ord=IKKE_VIST) if named else None


def _det_valgte(path: str, text: str, vern: Saksvern) -> Lukket | None:
    root = noder(path, text)
    if root is None:
        return helt_lukket(text)
    terms = [term for term in _postene(root) if any(vern.lukker(case) for case in _sakene(term))]
    ranges = (med_merknad(text, term.start_mark.index, term.end_mark.index) for term in terms)
    pairs = [pair for term in terms for pair in par(term)]
    keys = [key for key, _ in pairs if vist_noekkel(noekkelen(key))]
    ours = {id(key) for key in keys}
    hidden = [leaf for term in terms for leaf in tekstene(term) if id(leaf) not in ours]
    return Lukket(text, Strekk(ranges), steder(hidden), steder(keys), sagt(hidden)) if terms else None


def _postene(node: Any) -> Iterator[Any]:
    """Every mapping that says in which case somebody was elected, and is in no other that does."""
    if isinstance(node, yaml.MappingNode) and list(_sakene(node)):
        yield node
    elif not isinstance(node, yaml.ScalarNode):
        for each in node.value:
            yield from _postene(each[1] if isinstance(each, tuple) else each)


def _sakene(term: Any) -> Iterator[Data]:
    for key, value in par_i(term):
        if er_naer(noekkelen(key), VALGT_I):
            yield value.value if isinstance(value, yaml.ScalarNode) else []
