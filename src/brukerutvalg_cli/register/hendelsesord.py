"""What an event is called: one that is nearly a word the rules ask for would be counted by none of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.mandat.verdier.navneord import HENDELSER
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.register.filfeil.innhold import FEIL_VERDI

_SLIP = 2
"""A slip adds or leaves out a letter or two: `moeteevaluering` is no slip for `evaluering`."""


def hendelsesord(regelverk: Iterable[Regelverk]) -> frozenset[str]:
    """The words that the language has for events, and those that these rule sets ask for."""
    # Looked up where the fields lie: a model looks long, and in vain, for one that it has not.
    asked = (vars(b).get(key) for r in regelverk for b in r.bestemmelser for key in ("hva", "lengde"))
    return frozenset(HENDELSER).union(word for word in asked if isinstance(word, str))


def feilskrevne(path: str, hendelser: Iterable[Hendelse], known: Collection[str]) -> Iterator[Finding]:
    """Each event whose `hva` is nearly a known word. Any other word is the council's own."""
    for nr, hendelse in enumerate(hendelser):
        if hendelse.hva in known:
            continue
        from brukerutvalg_cli.forslag import forslag  # late: only for words that no rule asks for

        meant = forslag(hendelse.hva, (w for w in known if abs(len(w) - len(hendelse.hva)) <= _SLIP))
        if meant:
            text = f"«{hendelse.hva}» er ikke noe reglene spør etter; mente du «{meant}»?"
            yield FEIL_VERDI.finding(text, Place(path, (nr, "hva")), help=f"skriv {meant}", emne=f"{nr}.hva")
