"""Avløsning: an election as it is thought of, and what it does to those who had the verv: a body is elected as one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.valghandling import OPPNEVNES
from brukerutvalg_cli.model.vet_av import Sagt, senest, vet_av


class Valgforslag(NamedTuple):
    """An election as it is thought of: held on `dag`, for a term of which both days count.

    `supplerer`: those elected come beside those who sit.
    """

    verv: str
    valgt: tuple[str, ...]
    dag: date
    fra: date
    til: date | None = None
    fraviker: tuple[str, ...] = ()
    supplerer: bool = False

    @property
    def avloeser(self) -> bool:
        """Whether nobody who had the verv goes on without being elected again."""
        return not self.supplerer and self.verv not in OPPNEVNES


class Slutt(NamedTuple):
    """A term that the election ends: the seat, and its last day. None: it never begins. `ukjent`: nobody knows when."""

    sete: Sete
    til: Sagt | None


class Termin(NamedTuple):
    """What one of those elected is to have on the page.

    `nr` is the entry that is there already and says nothing of the election. `tiltraadt` is False for a term
    that another election, held later, took over before it began.
    """

    fra: Sagt
    til: Sagt | None
    nr: int | None = None
    tiltraadt: bool = True


def slutter(mappe: Utvalgsmappe, forslag: Valgforslag) -> Iterator[Slutt]:
    """The terms that the election ends. Those who are elected again get a new one that follows on.

    What a later meeting has decided stands, and so does who is appointed from a later day by no election, and a
    term that begins when this one is over. A term that no page tells of goes by the elections alone, and ends
    there with the next of them.
    """
    for sete in mappe.seter_i.get(forslag.verv, ()):
        goes = forslag.avloeser or sete.person in forslag.valgt
        if not goes or sete.oppnevning is None or _er_over(sete, forslag.fra):
            continue
        if not isinstance(sete.fra, date) or sete.fra < forslag.fra:
            yield Slutt(sete, forslag.fra - EN_DAG)
        elif not (_er_denne(sete, forslag) or _etter(sete, forslag) or _staar(sete, forslag)):
            yield Slutt(sete, None)


def terminen(mappe: Utvalgsmappe, forslag: Valgforslag, person: str) -> Termin:
    """The term of one of those elected, until a later meeting's election takes over from it."""
    following = [
        sete.fra
        for sete in mappe.seter_i.get(forslag.verv, ())
        if sete.er_periode
        and isinstance(sete.fra, date)
        and sete.fra >= forslag.fra
        and (
            _staar(sete, forslag)
            if sete.person == person
            else forslag.avloeser and not _i_tillegg(sete) and _senere_besluttet(sete, forslag)
        )
        and not _etter(sete, forslag)
    ]
    own = (s for s in mappe.seter_av.get(person, ()) if s.verv == forslag.verv and _er_denne(s, forslag))
    there = next(own, None)
    nr = there.nr if there else None
    til = there.til if there and forslag.til is None else forslag.til
    first = min(following, default=None)
    if first is None:
        return Termin(forslag.fra, til, nr)
    if first == forslag.fra:
        return Termin(forslag.fra, til, nr, tiltraadt=False)
    return Termin(forslag.fra, first - EN_DAG, nr)


def _er_over(sete: Sete, fra: date) -> bool:
    last = senest(vet_av(sete, "til"))
    return last is not None and last < fra


def _etter(sete: Sete, forslag: Valgforslag) -> bool:
    """Whether the seat begins when the term of this election is over."""
    return forslag.til is not None and isinstance(sete.fra, date) and sete.fra > forslag.til


def _senere_besluttet(sete: Sete, forslag: Valgforslag) -> bool:
    """Whether a later meeting has elected to it."""
    return sete.valg is not None and sete.valg.moete.dato > forslag.dag


def oppnevnt_siden(mappe: Utvalgsmappe, forslag: Valgforslag) -> Iterator[Sete]:
    """The seats that others are appointed to within the term, by no election: they stand beside it."""
    for sete in mappe.seter_i.get(forslag.verv, ()):
        others = forslag.avloeser and sete.person not in forslag.valgt and sete.er_periode
        if others and _oppnevnt_siden(sete, forslag) and not _etter(sete, forslag):
            yield sete


def _staar(sete: Sete, forslag: Valgforslag) -> bool:
    """Whether the election leaves a seat alone that begins within its term.

    A later meeting has elected to it, no election gave it, or it came in addition, in the same meeting.
    """
    same_meeting = sete.valg is not None and sete.valg.moete.dato == forslag.dag
    beside = same_meeting and _i_tillegg(sete) and sete.person not in forslag.valgt
    return _senere_besluttet(sete, forslag) or _oppnevnt_siden(sete, forslag) or beside


def _oppnevnt_siden(sete: Sete, forslag: Valgforslag) -> bool:
    stated = sete.oppnevning
    by_election = sete.valg is not None or (stated is not None and stated.valgt_i is not None)
    return not by_election and isinstance(sete.fra, date) and sete.fra > forslag.fra


def _i_tillegg(sete: Sete) -> bool:
    return sete.valg is not None and sete.valg.valg.supplerer is True


def _er_denne(sete: Sete, forslag: Valgforslag) -> bool:
    """Whether the seat is what the person is elected to now, on record and with no word of an election."""
    stated = sete.oppnevning
    elected_now = sete.person in forslag.valgt and sete.fra == forslag.fra
    return elected_now and stated is not None and stated.valgt_i is None
