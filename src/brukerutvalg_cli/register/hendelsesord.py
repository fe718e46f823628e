"""What an event is called: one that is nearly a word the rules ask for would be counted by none of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.mandat.verdier.navneord import HENDELSER
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.register.filfeil.innhold import FEIL_VERDI

_SLIP = 2
"""A slip adds or leaves out a letter or two: `moeteevaluering` is no slip for `evaluering`."""


def feilskrevne(
    path: str, hendelser: Iterable[Hendelse], regelverk: Iterable[Regelverk]
) -> Iterator[Finding]:
    """Each event whose `hva` is nearly a known word. Any other word is the council's own."""
    known = set(HENDELSER)
    known.update(
        str(getattr(b, key, "")) for r in regelverk for b in r.bestemmelser for key in ("hva", "lengde")
    )
    for nr, hendelse in enumerate(hendelser):
        if hendelse.hva in known:
            continue
        from brukerutvalg_cli.forslag import forslag  # late: only for words that no rule asks for

        meant = forslag(hendelse.hva, (w for w in known if abs(len(w) - len(hendelse.hva)) <= _SLIP))
        if meant:
            text = f"«{hendelse.hva}» er ikke noe reglene spør etter; mente du «{meant}»?"
            yield FEIL_VERDI.finding(text, Place(path, (nr, "hva")), help=f"skriv {meant}", emne=f"{nr}.hva")
