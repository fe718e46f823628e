"""Seter: every seat that follows from what stands in the persons' files and of the elections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.medlem import Medlem, Permisjon
from brukerutvalg_cli.model.post import INGENTING
from brukerutvalg_cli.model.sak import Valg
from brukerutvalg_cli.model.sete import MEDLEMSVERV, Sete
from brukerutvalg_cli.model.valghandling import Valghandling
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.model.vet_av import senest, tidligst, vet_av
from brukerutvalg_cli.model.visshet import UVISST, Visshet, alle, ikke


class _Siste(NamedTuple):
    """The last day of a seat, and what is known of one that is unknown."""

    dag: date | Ukjent | None
    del_: Deldato | None = None


def seter(medlemmer: Mapping[str, Medlem], valg: Iterable[Valghandling]) -> Iterator[Sete]:
    """Every seat: the terms in the persons' files, then those that only an election knows of.

    A term of which nobody knows the case is the one the person was elected to from the same day. One that
    never began is no seat, nor is what an election alone tells of that has not been held. Each is followed by those
    who stand in while the person is on leave.
    """
    for sete in _oppnevnte(medlemmer, tuple(valg)):
        yield sete
        for nr, permisjon in enumerate(sete.permisjoner):
            yield from _stedfortreder(medlemmer, sete, nr, permisjon)


def _stedfortreder(
    medlemmer: Mapping[str, Medlem], sete: Sete, nr: int, permisjon: Permisjon
) -> Iterator[Sete]:
    """The seat of who stands in, within the term. In a leader's place somebody sits as a member, and does not lead."""
    who = permisjon.stedfortreder
    verv = "medlem" if sete.verv in MEDLEMSVERV else sete.verv
    fra, til = permisjon.fra, permisjon.til or sete.til
    parts = {
        "fra": permisjon.deldato.get("fra"),
        "til": (permisjon if permisjon.til else sete).deldato.get("til"),
    }
    if isinstance(fra, date) and isinstance(sete.fra, date):
        fra = max(fra, sete.fra)
    if isinstance(til, date) and isinstance(sete.til, date):
        til = min(til, sete.til)
    outside = isinstance(fra, date) and isinstance(til, date) and til < fra
    if isinstance(who, str) and not outside:
        known = {key: part for key, part in parts.items() if part}
        yield Sete(who, medlemmer.get(who), verv, fra, til, None, nr, None, sete, known)


def _oppnevnte(medlemmer: Mapping[str, Medlem], valg: tuple[Valghandling, ...]) -> Iterator[Sete]:
    by_case = {(v.sak.navn, v.valg.verv, person): v for v in valg for person in v.valgte}
    case_of = {(verv, person, v.valg.fra): nr for (nr, verv, person), v in by_case.items()}
    seen = set()
    for person, medlem in medlemmer.items():
        for nr, oppnevning in enumerate(medlem.oppnevninger):
            case: object = oppnevning.valgt_i
            if case is UKJENT:
                case = case_of.get((oppnevning.verv, person, oppnevning.fra), case)
            key = (str(case), oppnevning.verv, person)
            seen.add(key)
            if oppnevning.tiltraadt is False:
                continue
            yield Sete(
                person,
                medlem,
                oppnevning.verv,
                oppnevning.fra if oppnevning.tiltraadt is True else UKJENT,
                oppnevning.til,
                oppnevning,
                nr,
                by_case.get(key),
                deldato=oppnevning.deldato if oppnevning.tiltraadt is True else INGENTING,
            )
    for key, handling in by_case.items():
        if key not in seen and handling.holdt:
            _, verv, person = key
            own = handling.valg
            fra, ended = own.fra, _slutten(handling, person, valg)
            parts = {"fra": own.deldato.get("fra"), "til": ended.del_}
            known = {key: part for key, part in parts.items() if part}
            if not (isinstance(fra, date) and isinstance(ended.dag, date) and ended.dag < fra):
                yield Sete(
                    person, medlemmer.get(person), verv, fra, ended.dag, None, 0, handling, deldato=known
                )


def _slutten(handling: Valghandling, person: str, valg: Iterable[Valghandling]) -> _Siste:
    """The last day of one whose page says nothing: as elected, or until a later election took over."""
    own = handling.valg
    sure: list[date] = []
    within: list[Deldato] = []
    perhaps = False
    for v in valg:
        if v.valg.verv != own.verv or not (v.holdt and _senere(v, handling)):
            continue
        takes_over, meets = v.avloeser(person), _moetes(own, v.valg)
        if takes_over is False or meets is False:
            continue
        if meets is not True and isinstance(own.til, date):
            continue  # it may be over before its time, and surely is at its own
        begins = vet_av(v.valg, "fra")
        if takes_over is not True:
            return _Siste(UKJENT)
        if meets is not True or isinstance(begins, Ukjent):
            perhaps = True
        elif isinstance(begins, date):
            sure.append(begins - EN_DAG)
        else:
            within.append(replace(begins, tidligst=begins.tidligst - EN_DAG, senest=begins.senest - EN_DAG))
    if perhaps and not (sure or within):
        return _Siste(UKJENT)
    last = min(sure, default=own.til)
    for part in sorted(within, key=lambda each: each.tidligst):
        if not isinstance(last, date) or part.tidligst < last:
            return _Siste(UKJENT, part.innen(date.min, last if isinstance(last, date) else date.max))
    return _Siste(last, own.deldato.get("til") if last is own.til else None)


def _moetes(own: Valg, other: Valg) -> Visshet:
    """Whether the other term begins while the one that it would end runs: not before it, and not after it is over."""
    begins = vet_av(other, "fra")
    first, last = tidligst(begins) or date.min, senest(begins) or date.max
    after = _fra_og_med(own.fra, first, last) if isinstance(own.fra, date) else True
    within = ikke(_fra_og_med(own.til + EN_DAG, first, last)) if isinstance(own.til, date) else True
    return alle((after, within))


def _fra_og_med(dag: date, first: date, last: date) -> Visshet:
    """Whether what begins on one of these days begins on this day or after it."""
    return True if dag <= first else False if last < dag else UVISST


def _senere(one: Valghandling, other: Valghandling) -> bool:
    """Whether the one was held after the other: at a later meeting, or in a later case of the same."""
    return (one.moete.dato, one.sak_nr) > (other.moete.dato, other.sak_nr)
