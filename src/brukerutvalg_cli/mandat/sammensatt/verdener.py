"""Verdener: each way a person may be, as far as some lines ask and nobody knows.

Lines that are put to each of them in turn never contradict one another: who is on neither side is on some other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, product
from math import prod
from typing import Any, get_args

from brukerutvalg_cli.mandat.verdier.hvem import Hvem
from brukerutvalg_cli.mandat.verdier.navneord import ORD
from brukerutvalg_cli.mandat.verdier.organisasjonsvalg import Organisasjonsvalg
from brukerutvalg_cli.model.kandidat import Kandidat
from brukerutvalg_cli.model.organisasjon import Organisasjon, Organisasjonstype
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.model.visshet import Uvisst, Visshet

FOR_MANGE = 512
"""So many ways to be are not gone through: nothing more is then known than what each line knows by itself."""
EN_ANNEN = ""
"""An organisation that no line names."""
UKJENT_ORGANISASJON = Organisasjon(
    navn=EN_ANNEN, type=UKJENT, side=UKJENT, grupper=UKJENT, medlem_av=UKJENT, innbyggere=UKJENT
)

Verden = Mapping[str, Any]


def verdener(hvem: Kandidat, spurt: Sequence[Hvem], utvalg: Utvalg) -> Iterator[Kandidat]:
    """The person with each answer there may be to what these ask; as they stand where nothing of it is unknown.

    What is not gone through stays unknown in each of them.
    """
    asked = [each for one in spurt for each in _med_unntaket(one)]
    choices = [list(answers) for answers in _svarene(hvem, asked, utvalg)]
    if not hvem.kjent or prod(map(len, choices)) > FOR_MANGE:
        yield hvem
        return
    for world in product(*choices):
        yield hvem._replace(**{key: value for fact in world for key, value in fact.items()})


def _svarene(hvem: Kandidat, spurt: Sequence[Hvem], utvalg: Utvalg) -> Iterator[Iterable[Verden]]:
    """For each thing that is asked and not known, the answers there may be."""
    if hvem.side is UKJENT and _nevnt("side", spurt):
        yield ({"side": side} for side in utvalg.alle_sider)
    for key, field in (("verv", "verv"), ("funksjon", "funksjoner")):
        if names := _nevnt(key, spurt):
            yield ({field: held} for held in _holdt(getattr(hvem, field), names))
    for key in ("ny", "til_stede"):
        if isinstance(getattr(hvem, key), Uvisst):
            yield ({key: answer} for answer in (True, False))
    groups = _nevnt("gruppe", spurt)
    if hvem.grupper is UKJENT and groups:
        yield ({"grupper": frozenset(some)} for some in _utvalg_av(groups))
    yield from _organisasjonen(hvem, [each.organisasjon for each in spurt if each.organisasjon])


def _holdt(held: Mapping[str, Visshet] | Ukjent, names: Sequence[str]) -> Iterator[Mapping[str, Visshet]]:
    if isinstance(held, Ukjent):
        yield from (dict.fromkeys(some, True) for some in _utvalg_av(names))
        return
    unsure = [name for name, claim in held.items() if isinstance(claim, Uvisst)]
    yield from (
        {**held, **dict.fromkeys(unsure, False), **dict.fromkeys(s, True)} for s in _utvalg_av(unsure)
    )


def _organisasjonen(
    hvem: Kandidat, asked: Sequence[tuple[str, ...] | Organisasjonsvalg]
) -> Iterator[Iterable[Verden]]:
    """Whom they may sit for, of every kind: of one on record only that is open which nobody has recorded."""
    named = {name for each in asked if isinstance(each, tuple) for name in each}
    by_seat = any(isinstance(each, Organisasjonsvalg) and each.har_plass is not None for each in asked)
    if not asked or by_seat or not named.isdisjoint(ORD):  # which ones such a word means is known elsewhere
        return
    if hvem.representerer is UKJENT:
        kinds = list(_slagene(UKJENT_ORGANISASJON))
        yield (
            {"representerer": name, "organisasjon": kind}
            for name in (*sorted(named), EN_ANNEN)
            for kind in kinds
        )
    elif hvem.organisasjon:
        yield ({"organisasjon": kind} for kind in _slagene(hvem.organisasjon))


def _slagene(body: Organisasjon) -> Iterator[Organisasjon]:
    kinds = get_args(Organisasjonstype) if body.type is UKJENT else (body.type,)
    umbrellas = ((), (EN_ANNEN,)) if body.medlem_av is UKJENT else (body.medlem_av,)
    for kind, umbrella in product(kinds, umbrellas):
        yield body.model_copy(update={"type": kind, "medlem_av": umbrella})


def _med_unntaket(hvem: Hvem | None) -> Iterator[Hvem]:
    if hvem:
        yield hvem
        yield from _med_unntaket(hvem.ikke)


def _nevnt(key: str, spurt: Iterable[Hvem]) -> tuple[str, ...]:
    """All that these name under this key."""
    return tuple({name: None for each in spurt for name in getattr(each, key) or ()})


def _utvalg_av(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return chain.from_iterable(combinations(names, size) for size in range(len(names) + 1))
