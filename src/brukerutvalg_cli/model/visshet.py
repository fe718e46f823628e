"""Three-valued logic: a claim about the records is true, false, or cannot be known, for want of certain facts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final, Literal, NamedTuple

from brukerutvalg_cli.funn.place import Place


class Faktum(NamedTuple):
    """A fact that nobody knows: the key that asks for it, whom or what it is of, by id, where it would stand, and the
    day that it is asked of, where that is to be said."""

    noekkel: str
    om: str = ""
    place: Place | None = None
    dag: date | None = None


class Uvisst(NamedTuple):
    """What cannot be known, and the facts that decide it, each once. As little true as False is."""

    fakta: tuple[Faktum, ...] = ()

    def __bool__(self) -> Literal[False]:
        return False


Visshet = bool | Uvisst
"""True, False, or that it cannot be known."""
UVISST: Final = Uvisst()
"""It cannot be known, and whoever asks knows best which fact would tell."""


def uvisst(noekkel: str, om: str = "", place: Place | None = None, dag: date | None = None) -> Uvisst:
    """That it cannot be known, for want of one fact."""
    return Uvisst((Faktum(noekkel, om, place, dag),))


def alle(claims: Iterable[Visshet]) -> Visshet:
    """True when every claim holds; False when one does not, whatever is unknown about the others."""
    unknown = []
    for claim in claims:
        if claim is False:
            return False
        if claim is not True:
            unknown.append(claim)
    return samlet(unknown) if unknown else True


def noen(claims: Iterable[Visshet]) -> Visshet:
    """True when one claim holds; False when all are known not to."""
    unknown = []
    for claim in claims:
        if claim is True:
            return True
        if claim is not False:
            unknown.append(claim)
    return samlet(unknown) if unknown else False


def ikke(claim: Visshet) -> Visshet:
    """The opposite; what cannot be known stays so, for the same reason."""
    return not claim if claim is True or claim is False else claim


def samlet(claims: Iterable[Visshet]) -> Uvisst:
    """That it cannot be known for want of any of the facts that these lack, in their order."""
    found = [claim for claim in claims if isinstance(claim, Uvisst)]
    if len(found) == 1:
        return found[0]
    return Uvisst(tuple({fact: None for each in found for fact in each.fakta}))


def felles(claims: Iterable[Visshet]) -> Visshet:
    """What all of them say; unknown where they differ, or one is not known."""
    every = list(claims)
    known = {claim for claim in every if isinstance(claim, bool)}
    alike = len(known) == 1 and all(isinstance(claim, bool) for claim in every)
    return known.pop() if alike else samlet(every)


def fordi(claim: Visshet, noekkel: str, om: str = "", place: Place | None = None) -> Visshet:
    """The claim; where it cannot be known, for want of this fact, whatever it is made of."""
    return claim if claim is True or claim is False else uvisst(noekkel, om, place)


def med_grunn(claim: Visshet, noekkel: str, om: str = "", place: Place | None = None) -> Visshet:
    """The claim; where it cannot be known and nothing says why, for want of this fact."""
    return uvisst(noekkel, om, place) if isinstance(claim, Uvisst) and not claim.fakta else claim


def stedet(claim: Visshet) -> Place | None:
    """Where the first fact that a claim lacks would stand, as far as that is known."""
    return claim.fakta[0].place if isinstance(claim, Uvisst) and claim.fakta else None
