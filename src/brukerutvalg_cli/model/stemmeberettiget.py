"""Stemmeberettiget: who of those in the room could vote, as far as anybody knows – the heads that votes are held up
against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from brukerutvalg_cli.model.kandidat import kandidat
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.naervaer import Naervaer, i_saken
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.organisasjon import Organisasjon
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.sete import MEDLEMSVERV
from brukerutvalg_cli.model.verdier import Ukjent, kjent
from brukerutvalg_cli.model.visshet import Faktum, Uvisst, Visshet, alle, med_grunn, noen, samlet, uvisst

SEKRETARIAT = frozenset({"sekretaer", "brukerutvalgsansvarlig", "kontaktperson"})
"""The verv of those who serve the council, and sit in it only where they have another verv too."""


class Hoder(NamedTuple):
    """How many could vote: so many for certain, and so many at most; and what is not known of the others."""

    minst: int
    hoeyst: int
    fakta: tuple[Faktum, ...] = ()


def hoder(register: Register, mappe: Utvalgsmappe, moete: Moete, naervaer: Iterable[Naervaer]) -> Hoder:
    """How many of these could vote."""
    claims = [
        alle(
            (
                med_grunn(each.der, "i_saken", each.oppmoete.kalt),
                kan_stemme(mappe, register.organisasjoner, each.oppmoete, moete),
            )
        )
        for each in naervaer
        if not each.i_stedet
    ]
    fewest, most = sum(claim is True for claim in claims), sum(claim is not False for claim in claims)
    return Hoder(fewest, most, samlet(claims).fakta if fewest < most else ())


def kunne_stemme_i(register: Register, mappe: Utvalgsmappe, moete: Moete, nr: int) -> int | None:
    """How many could vote in a case; None where nobody knows, or where all were there all the time."""
    listed = kjent(moete.oppmoete) or ()
    if not moete.saker[nr].inhabil and not any(each.kom or each.gikk for each in listed):
        return None
    forgotten = {kjent(moete.moeteleder), kjent(moete.referent)} - {each.person for each in listed}
    led = (Oppmoete(person=who) for who in forgotten if who)
    if any(kan_stemme(mappe, register.organisasjoner, each, moete) is not False for each in led):
        return None
    heads = hoder(register, mappe, moete, i_saken(moete, nr))
    return heads.minst if heads.minst == heads.hoeyst else None


def kan_stemme(
    mappe: Utvalgsmappe, organisasjoner: Mapping[str, Organisasjon], oppmoete: Oppmoete, moete: Moete
) -> Visshet:
    """Whether one on the list can vote: a member, or who stands in for one, unless the record says otherwise.

    Of whom only a name is known, nobody can say: it may be a member without a file.
    """
    unsure = uvisst("kan_stemme", oppmoete.kalt)
    if oppmoete.stemmerett is not None:
        return unsure if isinstance(oppmoete.stemmerett, Ukjent) else oppmoete.stemmerett
    if oppmoete.rolle is not None:
        return uvisst("rolle", oppmoete.kalt) if isinstance(oppmoete.rolle, Ukjent) else False
    if oppmoete.vara_for is not None:
        return uvisst("vara_for", oppmoete.kalt) if isinstance(oppmoete.vara_for, Ukjent) else True
    guest: Visshet = False if oppmoete.funksjon or oppmoete.fra_utvalg else unsure
    if oppmoete.person not in mappe.medlemmer:
        return guest
    verv = kandidat(mappe, organisasjoner, oppmoete.person, moete.dato).verv
    if isinstance(verv, Ukjent):
        return unsure
    sits = noen(verv.get(each, False) for each in MEDLEMSVERV)
    held = {name for name, has in verv.items() if has is not False}
    if sits is True or guest is False or (sits is False and held and held <= SEKRETARIAT):
        return sits is True
    return sits if isinstance(sits, Uvisst) else guest
