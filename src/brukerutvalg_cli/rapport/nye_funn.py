"""Nye funn: the findings that were not there before, however their lines, lists and files have been moved since."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.nye import nye_og_borte
from brukerutvalg_cli.rapport.omdoept import Omdoept
from brukerutvalg_cli.rapport.rapport import Located

UENDRET = Omdoept()


def nye_funn(
    naa: Iterable[Located], foer: Iterable[Located], omdoept: Omdoept = UENDRET
) -> tuple[Located, ...]:
    """Those of `naa` that nothing of `foer` answers to, one by one. `omdoept`: what has another name since."""
    ways = [omdoept.i_ny_fil, omdoept.med_ny_id] if omdoept.filer else [omdoept.i_ny_fil]
    marks = [
        pair
        for way in ways
        for pair in ((_med_ordlyd(_som_naa), _med_ordlyd(way)), (_merke(_som_naa), _merke(way)))
    ]
    return tuple(nye_og_borte(naa, foer, marks)[0])


Lesemaate = Callable[[Finding], Finding]


def _som_naa(finding: Finding) -> Finding:
    return finding


def _merke(way: Lesemaate) -> Callable[[Located], Hashable]:
    return lambda located: way(located.finding).fingerprint


def _med_ordlyd(way: Lesemaate) -> Callable[[Located], Hashable]:
    """Where several are alike, the line it stands on tells which of them it was."""

    def mark(located: Located) -> Hashable:
        finding = way(located.finding)
        return finding.fingerprint, finding.place.path, finding.message, located.linje.strip()

    return mark
