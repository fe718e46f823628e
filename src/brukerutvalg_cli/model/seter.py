"""Seter: every seat that follows from what stands in the persons' files and of the elections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.medlem import Medlem, Permisjon
from brukerutvalg_cli.model.post import INGENTING
from brukerutvalg_cli.model.sete import MEDLEMSVERV, Sete
from brukerutvalg_cli.model.valghandling import Valghandling
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent


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
            fra, til = own.fra, _siste_dag(handling, person, valg)
            parts = {key: part for key, part in own.deldato.items() if key == "fra" or til is own.til}
            if not (isinstance(fra, date) and isinstance(til, date) and til < fra):
                yield Sete(person, medlemmer.get(person), verv, fra, til, None, 0, handling, deldato=parts)


def _siste_dag(handling: Valghandling, person: str, valg: Iterable[Valghandling]) -> date | Ukjent | None:
    """The last day of one whose page says nothing: as elected, or until a later election took over."""
    own = handling.valg
    days: dict[bool, date] = {}
    for v in valg:
        begins = v.valg.fra
        if v.valg.verv != own.verv or not (v.holdt and _senere(v, handling)) or not isinstance(begins, date):
            continue
        meets = (isinstance(own.fra, Ukjent) or own.fra <= begins) and not (
            isinstance(own.til, date) and own.til < begins
        )
        takes_over = v.avloeser(person)
        if meets and takes_over is not False:
            sure = takes_over is True
            days[sure] = min(days.get(sure, date.max), begins - EN_DAG)
    return UKJENT if False in days else days.get(True, own.til)


def _senere(one: Valghandling, other: Valghandling) -> bool:
    """Whether the one was held after the other: at a later meeting, or in a later case of the same."""
    return (one.moete.dato, one.sak_nr) > (other.moete.dato, other.sak_nr)
