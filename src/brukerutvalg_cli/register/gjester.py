"""Gjester: the councils whose meetings are written in another, found without reading what says nothing of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.register.innlest import les
from brukerutvalg_cli.register.plassering import model_of
from brukerutvalg_cli.register.tree import Tree
from brukerutvalg_cli.register.utvalgsord import Utvalgsord


def gjestene(utvalg: str, moeter: Iterable[Moete]) -> frozenset[str]:
    """The councils whose meetings these are too, but for the one that writes them."""
    joint = (kjent(moete.felles_med) or () for moete in moeter)
    return frozenset(guest for guests in joint for guest in guests if guest != utvalg)


def kanskje_felles(tree: Tree, ordene: Utvalgsord, utvalg: str) -> Iterator[Moete]:
    """The meetings of a council that may be another's too: in a text without the word, none is."""
    for path in ordene.moetene_som_kan_si(utvalg, b"felles_med"):
        record, _ = les(tree, path) if model_of(path) is Moete else (None, ())
        if isinstance(record, Moete):
            yield record


def vertene(gjester: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, Sequence[str]]:
    """For each council those that write meetings which are its too, from whose each of them writes."""
    found: dict[str, list[str]] = defaultdict(list)
    for host, guests in gjester:
        for guest in guests:
            found[guest].append(host)
    return found
