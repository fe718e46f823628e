"""Which stretches of a file are closed, told by the text itself, read by the model or not: the one answer to that.

In the file of a meeting, or of a submitted case, it is a confidential case (`lukket_sak`); in somebody's own file, the
names of one who is to be shown by their organisation only (`lukket_navn`). Most files have neither, and are not looked
into.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak
from brukerutvalg_cli.model.medlem import Medlem
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.rapport.lukket_tekst import Lukket
from brukerutvalg_cli.rapport.ordforraad import mulige_noekler, navnevokter, sakvokter
from brukerutvalg_cli.register.plassering import model_of

_VOKTERE: Mapping[Any, Callable[[str], bool]] = {
    Moete: sakvokter,
    InnmeldtSak: sakvokter,
    Medlem: navnevokter,
}
"""Which key closes something in a file of each kind."""


@lru_cache(maxsize=64)
def lukket(path: str, text: str, ogsaa: frozenset[str] = frozenset()) -> Lukket | None:
    """What is closed in a file; None where nothing is. `ogsaa`: what is so whatever the text says, by `numre`.

    Kept, as one run shows what it found more than once: what the rules say now, and what they would say of a change.
    """
    model = model_of(path)
    guards = _VOKTERE.get(model)
    # In quotation marks a key may be written with escapes, and is then no word in the text.
    if guards is None or not (ogsaa or "\\" in text or any(map(guards, set(mulige_noekler(text))))):
        return None
    if model is Medlem:
        from brukerutvalg_cli.rapport.lukket_navn import navn_lukket

        return navn_lukket(path, text, ogsaa=bool(ogsaa))
    from brukerutvalg_cli.rapport.lukket_sak import saker_lukket

    return saker_lukket(path, text, ogsaa, moete=model is Moete)


def lukket_i_begge(path: str, foer: str, etter: str) -> tuple[Lukket | None, Lukket | None]:
    """What is closed in a file before a change and after it: what is so in one of them, is so in both."""
    closed = lukket(path, foer), lukket(path, etter)
    numre = frozenset(nr for each in closed if each for nr in each.numre)
    return lukket(path, foer, numre), lukket(path, etter, numre)
