"""Fortelling: what was saved, as it is told – each saving with its sentences, in words and as data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from brukerutvalg_cli.minne.forskjell import Art, Faktaendring
from brukerutvalg_cli.minne.gjennomgang import Lagret, Staar
from brukerutvalg_cli.minne.lagring import Lagring
from brukerutvalg_cli.minne.setninger import Forteller
from brukerutvalg_cli.minne.spor import Sporet
from brukerutvalg_cli.minne.vern import lukket
from brukerutvalg_cli.model.kalender import dato_i_ord

SAKER = ("sak", "innmeldt")
ULAGRET = "Ikke lagret ennå"


class Setning(NamedTuple):
    """One change as it is told: the sentence, what it is of, and what it was and is, where that may be said."""

    tekst: str
    endring: Faktaendring
    hva: str
    foer: str | None
    naa: str | None


class Fortalt(NamedTuple):
    """One saving, and what it did."""

    lagring: Lagring
    setninger: tuple[Setning, ...]


def fortalt(
    lagret: Iterable[Lagret], vil_ha: Callable[[Sporet], bool], staar: Staar, forteller: Forteller
) -> Iterator[Fortalt]:
    """The savings that did something of what is asked for. What was there when the history here begins is not told."""
    for each in lagret:
        wanted = [one for one in each.endringer if vil_ha(one)]
        if wanted:
            told = [] if each.lagring.begynnelse else setningene(wanted, staar, forteller)
            yield Fortalt(each.lagring, tuple(told))


def setningene(sporede: Iterable[Sporet], staar: Staar, forteller: Forteller) -> list[Setning]:
    """The changes as sentences; what is said in the same words is said once."""
    found: dict[str, Setning] = {}
    for one in sporede:
        closed, change = stengt(one, staar), staar.som_naa(one)
        text = forteller.setning(change, stengt=closed)
        found.setdefault(text, _setning(text, change, forteller, vis=not closed))
    return list(found.values())


def _setning(text: str, e: Faktaendring, forteller: Forteller, *, vis: bool) -> Setning:
    what = forteller.kalt(e.vei) if e.art is not Art.ULESELIG else ""
    if e.art is not Art.ENDRET or not vis or lukket(e):
        return Setning(text, e, what, None, None)
    before, after = (forteller.verdi(e.felt, value, e.vei) for value in (e.fra, e.til))
    return Setning(text, e, what, before, after)


def stengt(sporet: Sporet, staar: Staar) -> bool:
    """Whether a change is of a case that is closed today, or that the register has no more."""
    kinds = [post.slag for post in sporet.endring.vei]
    trails = list(zip(kinds, sporet.spor, strict=False))
    return any(
        spor in staar.lukket
        or (kind in SAKER and spor not in staar.alt and sporet.endring.art is not Art.FLYTTET)
        for kind, spor in trails
    )


def hode(lagring: Lagring) -> str:
    """Of which saving it is: when it was, who saved it, and what git calls it."""
    if not lagring.id:
        return ULAGRET
    if lagring.begynnelse:
        return f"Før {dato_i_ord(lagring.naar)}: ikke hentet hit"
    return f"{dato_i_ord(lagring.naar)}, {lagring.hvem or 'ukjent'} ({lagring.kort})"


def som_linjer(fortalt: Sequence[Fortalt]) -> Iterator[str]:
    """The savings one after the other, each with a blank line before it."""
    for each in fortalt:
        yield ""
        yield hode(each.lagring)
        yield from (f"  {one.tekst}." for one in each.setninger)


def som_data(fortalt: Sequence[Fortalt]) -> list[dict[str, Any]]:
    """The same as data."""
    return [
        {
            "dato": each.lagring.naar.isoformat(),
            "lagret": bool(each.lagring.id),
            "hvem": each.lagring.hvem,
            "commit": each.lagring.id,
            "begynnelse": each.lagring.begynnelse,
            "endringer": [en_endring(one) for one in each.setninger],
        }
        for each in fortalt
    ]


def en_endring(setning: Setning) -> dict[str, Any]:
    """One change as data. A value that is not for the screen is not there either."""
    e = setning.endring
    return {
        "setning": setning.tekst,
        "slag": e.vei[-1].slag,
        "hva": setning.hva,
        "art": str(e.art),
        "felt": ".".join(e.felt),
        "foer": setning.foer,
        "naa": setning.naa,
    }
