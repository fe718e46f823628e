"""A composition judged for each gender: by the numbers on the round of appointments, as no person has a gender here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from brukerutvalg_cli.funn.finding import Finding, Varer
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.sammensatt.dagene import paa_dag
from brukerutvalg_cli.mandat.sammensatt.krav import Sammensetningskrav
from brukerutvalg_cli.mandat.sammensatt.rettet import Dagsdom, rett_fra
from brukerutvalg_cli.mandat.sammensatt.ved_runde import NAAR_UKJENT, ukjente_runder
from brukerutvalg_cli.mandat.verdier.telling import Plass
from brukerutvalg_cli.model.hendelse import RUNDE, Hendelse
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.mappe import rundestart
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.model.vet_av import senest, tidligst, vet_av
from brukerutvalg_cli.model.visshet import UVISST, Uvisst, Visshet, alle
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.i_ord import omtalt

Kjoennstall = dict[str, int | Ukjent]
Entries = list[tuple[int, Hendelse]]
KJOENN = ("kvinner", "menn")
"""These are counted whether they are named or not: three women are three of one and none of the other."""

FLERTALL = {
    "medlemmer": "medlemmene",
    "varamedlemmer": "varamedlemmene",
    "oppnevnte": "medlemmene og varamedlemmene",
    "redaksjonsraad": "redaksjonsrådet",
    "arbeidsutvalg": "arbeidsutvalget",
}
ENTALL = {"kvinner": "kvinne", "menn": "mann"}


def vurder(krav: Sammensetningskrav, utvalg: UtvalgIPeriode) -> Iterator[Finding]:
    """Every round in the period. One round may stand in several entries; one of them has the numbers."""
    yield from ukjente_runder(krav, utvalg)
    rounds: dict[date, Entries] = {}
    for at, runde in utvalg.mappe.runder:
        rounds.setdefault(rundestart(runde), []).append((at, runde))
    for start, entries in rounds.items():
        if utvalg.gjelder(start):
            yield from _vurder(krav, utvalg, start, entries, rounds)


def _tallene(
    krav: Sammensetningskrav, utvalg: UtvalgIPeriode, start: date, entries: Entries
) -> tuple[Place, Kjoennstall | Ukjent | None]:
    """The numbers of a round, and where they stand."""
    at, counts = next(
        ((at, found) for at, runde in entries if (found := _stated(runde, krav.blant)) is not None),
        (entries[0][0], None),
    )
    if counts is None and _nobody(krav, utvalg, start):
        counts = {}
    return utvalg.mappe.hendelse_at(at, "kjoenn"), counts


def _varer(
    krav: Sammensetningskrav, utvalg: UtvalgIPeriode, start: date, rounds: Mapping[date, Entries]
) -> Varer:
    """Until a later round that is as it should be."""
    later = [day for day in rounds if start < day <= utvalg.dato]
    found = {day: _tallene(krav, utvalg, day, rounds[day]) for day in later}
    right, perhaps = rett_fra(
        Dagsdom(day, holds, holds is False)
        for day, (_, counts) in found.items()
        for holds in [_dom(krav, counts) if isinstance(counts, dict) else UVISST]
    )
    over = min(later, default=None)
    if right is not None:
        return Varer(start, over, right, "ved en ny oppnevningsrunde", found[right][0])
    if perhaps:
        return Varer(start, over, kanskje="kjønnene i en senere runde er ikke ført")
    return Varer(start, over, kanskje=NAAR_UKJENT if _rettet_en_dag(krav, utvalg, start) else "")


def _rettet_en_dag(krav: Sammensetningskrav, utvalg: UtvalgIPeriode, start: date) -> bool:
    """Whether there is a round that may be as it should be, and as late as this one: nobody knows its first day."""
    known = {nr for nr, _ in utvalg.mappe.runder}
    for nr, runde in enumerate(utvalg.mappe.hendelser):
        if runde.hva != RUNDE or nr in known:
            continue
        begins = vet_av(runde, "fra" if runde.fra else "dato")
        counts = _stated(runde, krav.blant)
        wrong = isinstance(counts, dict) and _dom(krav, counts) is False
        if not wrong and (tidligst(begins) or start) <= utvalg.dato and (senest(begins) or start) >= start:
            return True
    return False


def _vurder(
    krav: Sammensetningskrav,
    utvalg: UtvalgIPeriode,
    start: date,
    entries: Entries,
    rounds: Mapping[date, Entries],
) -> Iterator[Finding]:
    emne = krav.emne(start)
    group = FLERTALL.get(krav.blant) or omtalt(krav.blant, utvalg)
    place, counts = _tallene(krav, utvalg, start, entries)
    if counts is None or isinstance(counts, Ukjent):
        why = "er ukjent" if counts else "er ikke ført"
        text = f"hvor mange av hvert kjønn {group} fra {dato_i_ord(start)} er, {why}"
        yield krav.bestemmelse.uvisst(place, text, emne)
        return
    verdict = _dom(krav, counts)
    if isinstance(verdict, Uvisst):
        text = f"hvor mange av hvert kjønn {group} fra {dato_i_ord(start)} er, er ukjent"
        yield krav.bestemmelse.uvisst(place, text, emne, (str(start),))
    elif verdict:
        if any(counts.values()):
            yield krav.bestemmelse.holdt()
    else:
        yield krav.bestemmelse.brutt(
            place,
            f"{group} fra {dato_i_ord(start)} er {_listed(counts)}; "
            f"regelverket vil ha {_wanted(krav.plasser, counts)} av hvert kjønn",
            emne,
            emner=(str(start),),
            help="oppnevn flere av det kjønnet det er for få av, rett tallene om de er feil, eller skriv utvalgets "
            "vedtak om å fravike mandatet under «avvik» i utvalg.yaml",
            varer=_varer(krav, utvalg, start, rounds),
        )


def _stated(runde: Hendelse, blant: str) -> Kjoennstall | Ukjent | None:
    """The numbers of the group in this entry; None where it says nothing of them."""
    if isinstance(runde.kjoenn, Ukjent):
        return runde.kjoenn
    found = runde.kjoenn.get(blant)
    if isinstance(found, Ukjent) or not found:
        return found or None
    not_counted: Kjoennstall = dict.fromkeys(KJOENN, UKJENT)
    return not_counted | found


def _nobody(krav: Sammensetningskrav, utvalg: UtvalgIPeriode, start: date) -> bool:
    """Whether it is on record that the group had nobody in it: then there are no numbers to miss."""
    return utvalg.mappe.medlemsliste_hel and not paa_dag(krav, utvalg, start)


def _dom(krav: Sammensetningskrav, counts: Kjoennstall) -> Visshet:
    known = [n for n in counts.values() if isinstance(n, int)]
    size = sum(known) if len(known) == len(counts) else None
    if size == 0:
        return krav.ogsaa_tom is not True
    holds = alle(_holder(plass, n, size) for plass in krav.plasser for n in counts.values())
    perhaps_nobody = size is None and not any(known)
    return holds or UVISST if perhaps_nobody else holds


def _holder(plass: Plass, count: int | Ukjent, size: int | None) -> Visshet:
    if isinstance(count, Ukjent) or (size is None and plass.er_andel):
        return UVISST
    return plass.oppfylt(count, size or 0)


def _listed(counts: Kjoennstall) -> str:
    if not counts:
        return "ingen"
    said = [f"{n or 'ingen'} {ENTALL.get(name, name) if n == 1 else name}" for name, n in counts.items()]
    return alle_sammen(said)


def _wanted(plasser: tuple[Plass, ...], counts: Kjoennstall) -> str:
    known = [n for n in counts.values() if isinstance(n, int)]
    return alle_sammen(
        plass.i_tall(sum(known)) if len(known) == len(counts) else plass.i_ord() for plass in plasser
    )
