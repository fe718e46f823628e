"""Naboer: which councils can tell that the files of another were changed, by what they may ask of it.

A council learns of another by the questions of its outline (`model/omriss.py`), or by looking at all of it: as one that
holds a meeting with it, where a provision sends some of ours to its meetings, or where something in it is assumed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.mandat.verdier.navneord import SAGT, UNDERORDNEDE
from brukerutvalg_cli.model.omriss import ALLE_FILER, OMRISS, UTVALGET
from brukerutvalg_cli.model.verdier import Ukjent, kjent
from brukerutvalg_cli.register.ett_utvalg import Utvalgslest
from brukerutvalg_cli.register.landet import Landet


def som_merker_det(
    foer: Landet, etter: Landet, utvalg: str, regelverk: Mapping[str, Regelverk]
) -> frozenset[str] | None:
    """The others that may be judged otherwise by what is changed in the files of a council; None where it may be any.

    `foer`, `etter`: all councils, before the change and after it; what all share is the same in both.
    """
    before, after = foer.lest(utvalg), etter.lest(utvalg)
    if not _svarer_likt(before, after):
        return None
    provisions = (each for rules in regelverk.values() for each in rules.bestemmelser)
    words = frozenset(filter(None, (getattr(each, "hos", None) for each in provisions)))
    if utvalg in words:
        return None
    noticing = {*foer.gjester(utvalg), *etter.gjester(utvalg), *_ser_til(foer, utvalg, words)}
    return foer.kjente.intersection(noticing) - {utvalg}


def _svarer_likt(before: Utvalgslest, after: Utvalgslest) -> bool:
    """Whether all that may be asked of it is answered the same, and nothing in it is assumed."""
    one, other = before.mappe, after.mappe
    if one is None or other is None or one.antakelser or other.antakelser or before.feilet != after.feilet:
        return False
    files = before.filer.keys() | after.filer.keys()
    kinds = {_slaget(path) for path in files if _raw(before, path) != _raw(after, path)}
    if not kinds <= ALLE_FILER or ("medlemmer" in kinds and one.medlemmer.keys() != other.medlemmer.keys()):
        return False
    return all(delen.svar(one) == delen.svar(other) for delen in OMRISS if not kinds.isdisjoint(delen.filer))


def _slaget(path: str) -> str:
    """Which sort of file of a council it is."""
    return path.split("/")[3].removesuffix(".yaml")


def _raw(lest: Utvalgslest, path: str) -> bytes | None:
    file = lest.filer.get(path)
    return file and file.raw


def _ser_til(landet: Landet, utvalg: str, ordene: Collection[str]) -> Iterator[str]:
    """Those for whom one of these words, that a provision has, stands for this council."""
    said = SAGT.intersection(ordene)
    for name in landet.som_sier([utvalg], frozenset()) if said else ():
        council = landet.svaret(UTVALGET, name)
        if council is None or any(utvalg in _navnene(getattr(council, word)) for word in said):
            yield name
    own = landet.svaret(UTVALGET, utvalg)
    if UNDERORDNEDE in ordene and own:
        yield from _navnene(own.overordnet)


def _navnene(sagt: str | tuple[str, ...] | Ukjent | None) -> tuple[str, ...]:
    """The names in what a council says of itself."""
    return (sagt,) if isinstance(sagt, str) else kjent(sagt) or ()
