"""samme-person – én person ser ut til å ha to filer, eller én organisasjon to id-er.

Hvorfor
    Et program som holder mapper like på flere maskiner, legger maskinens navn bak filnavnet når det er to utgaver, og
    et navn kan være skrevet på to måter. Da blir den samme innkalt og talt to ganger. Det sies der to filer har samme
    navn og en periode som begynner samme dag i samme verv, og der to id-er bare er skrevet ulikt.

Slik retter du
    Slett den ene. Har to personer samme navn, gir du den ene et nummer i id-en, som ola-berg-2.

Galt
    medlemmer/ola-berg: {navn: Ola Berg, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    medlemmer/ola-berg-laptop: {navn: Ola Berg, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}

Riktig
    medlemmer/ola-berg: {navn: Ola Berg, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
    medlemmer/ola-berg-2: {navn: Ola Berg, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from brukerutvalg_cli.funn.finding import Finding, Related, Severity
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.medlem import Medlem
from brukerutvalg_cli.model.organisasjon import ORGANISASJONER
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.skrivemaate import kanonisk

KODE, NAVN = "BU319", "samme-person"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each file of a person that says what another does of who they are."""
    for mappe in register.mapper.values():
        yield from _personer(mappe)


def om_alle(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each id of an organisation that is another's but for case."""
    for first, other in _par({name: kanonisk(name) for name in register.organisasjoner}):
        yield funn(
            KODE,
            NAVN,
            f"«{first}» og «{other}» er den samme id-en, skrevet på to måter",
            Place(ORGANISASJONER, (other,), at_key=True),
            emne=other,
            help="slett den ene, eller gi den et annet navn",
            related=(Related(Place(ORGANISASJONER, (first,), at_key=True), "den andre"),),
        )


def _personer(mappe: Utvalgsmappe) -> Iterator[Finding]:
    for first, other in _par({person: _kjent_som(m) for person, m in mappe.medlemmer.items()}):
        one, two = mappe.medlemmer[first], mappe.medlemmer[other]
        if _skilt_med_nummer(first, other):
            continue
        if one.oppnevninger or two.oppnevninger:
            if not _begynner(one) & _begynner(two):
                continue
        elif one.model_copy(update={"id": None}) != two.model_copy(update={"id": None}):
            continue
        yield funn(
            KODE,
            NAVN,
            f"{two.navn} har to filer, {first} og {other}, og kan bli talt to ganger",
            two.at("navn"),
            utvalg=mappe.id,
            emne=other,
            help="slett den ene; er det to personer med samme navn, gi den ene et nummer i id-en, som ola-berg-2",
            related=(Related(one.at("navn"), "den andre"),),
            severity=Severity.ADVARSEL,
        )


def _skilt_med_nummer(one: str, other: str) -> bool:
    """Whether somebody has told them apart: `ola-berg`, `ola-berg-2`."""
    return re.sub(r"-\d+$", "", one) == re.sub(r"-\d+$", "", other)


def _kjent_som(medlem: Medlem) -> str:
    return " ".join(kanonisk(medlem.navn).split())


def _begynner(medlem: Medlem) -> set[tuple[str, object]]:
    return {(term.verv, term.fra) for term in medlem.oppnevninger}


def _par(navn: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Those that are called the same, each with the one before it."""
    same: dict[str, list[str]] = {}
    for key, called in sorted(navn.items()):
        same.setdefault(called, []).append(key)
    return (pair for names in same.values() for pair in pairwise(names))


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter, om_alle=om_alle)
