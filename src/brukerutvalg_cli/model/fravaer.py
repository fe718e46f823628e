"""Fravær: whether somebody was away from a meeting, and whether they had said so, as far as anybody knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.tilhoerer import ventet
from brukerutvalg_cli.model.verdier import Ukjent, kjent
from brukerutvalg_cli.model.visshet import Visshet, alle, ikke, noen, uvisst


def borte(moete: Moete, person: str) -> Visshet:
    """Whether the person was away: a deputy who came in their place makes them no less so.

    Who is named as away was; of one who is on no list, the list of those who came decides, where there is one.
    """
    there = moete.oppmoete
    if person in (moete.moeteleder, moete.referent):
        return False
    if isinstance(there, tuple):
        own = [o.deltok for o in there if o.person == person]
        nobody_knows = (
            uvisst("navn", place=moete.at("oppmoete", nr, "navn"))
            for nr, each in enumerate(there)
            if each.person is None and isinstance(each.navn, Ukjent)
        )
        return ikke(noen([*own, *nobody_knows]))
    listed = (*(kjent(moete.forfall) or ()), *(kjent(moete.ikke_moett) or ()))
    return True if person in listed else uvisst("oppmoete", place=moete.at("oppmoete", otherwise=("dato",)))


def uvarslet(moete: Moete, person: str) -> Visshet:
    """Whether the person was away without having sent regrets."""
    regrets = moete.forfall
    told = (
        uvisst("forfall", place=moete.at("forfall"))
        if isinstance(regrets, Ukjent)
        else person in (regrets or ())
    )
    return alle((borte(moete, person), ikke(told)))


def savnet(seter: Iterable[Sete], moete: Moete) -> Iterator[tuple[str, bool]]:
    """Each who was called and is accounted for nowhere, with whether they surely were missed.

    Nobody, where it is not known who came, or who had said that they could not.
    """
    present = {oppmoete.person for oppmoete in kjent(moete.oppmoete) or ()}
    if not present or isinstance(moete.forfall, Ukjent):
        return
    accounted = present | {*(moete.forfall or ()), kjent(moete.moeteleder), kjent(moete.referent)}
    stated = kjent(moete.ikke_moett) or ()
    called = _kalt(seter, moete)
    for person in dict.fromkeys((*called, *stated)):
        if person not in accounted:
            yield person, bool(called.get(person)) or person in stated


def _kalt(seter: Iterable[Sete], moete: Moete) -> Mapping[str, Visshet]:
    """Those who were called. Approved minutes have said who of them were missed, and go on saying so."""
    became = kjent(moete.referat)
    approved = kjent(became.godkjent) if became else None
    if approved is None or approved.savnet is None:
        return ventet(seter, moete.dato)
    return dict.fromkeys(approved.savnet, True)
