"""What stops a document: unread files, references to nothing, what is private. A breach of a mandate never does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from brukerutvalg_cli.dokument.frammoete import frammoette
from brukerutvalg_cli.dokument.moetefakta import etterfoelger
from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.kontroll import personvern
from brukerutvalg_cli.kontroll.sjekk import alt_om
from brukerutvalg_cli.kontroll.ukjent_referanse import SJEKK
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.omriss import INGEN_ANDRE
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.register.filfeil.filer import FIL_KOPI, FIL_NAVN
from brukerutvalg_cli.register.load import Lastet

SHARED = frozenset({"records", "records/utvalg", "records/organisasjoner.yaml"})

UTEN_FOELGER = frozenset({FIL_KOPI.code, FIL_NAVN.code})
"""What is wrong with a file whose record is read all the same, or is in another that is."""


def hindringer(lastet: Lastet, utvalg: str) -> list[Finding]:
    """The findings in the council's own files, and in what its documents take from other councils."""
    mappe = lastet.register.mapper.get(utvalg)
    if mappe:
        lastet = lastet.av({utvalg}.union(_others(mappe)).intersection(lastet.landet.utvalgene))
    own = f"records/utvalg/{utvalg}"
    borrowed = tuple(path for other in _others(mappe) for path in _borrowed(other)) if mappe else ()
    unread = (f for f in lastet.findings if f.severity is Severity.FEIL and f.code not in UTEN_FOELGER)
    found = (*unread, *alt_om(SJEKK, lastet.register, lastet.regelverk))
    return [
        finding
        for finding in found
        if (path := finding.place.path) in SHARED or f"{path}/".startswith((f"{own}/", *borrowed))
    ]


def personvernfunn(lastet: Lastet, mappe: Utvalgsmappe, moete: Moete) -> list[Finding]:
    """What is private or confidential in the records that the documents of this meeting are made of."""
    return [f for f in privat_i(lastet, mappe) if brukt(f.place, mappe, moete)]


def privat_i(lastet: Lastet, mappe: Utvalgsmappe) -> list[Finding]:
    """What is private or confidential in the records of a council, and in what all share."""
    alone = replace(lastet.register, mapper={mappe.id: mappe}, andre=INGEN_ANDRE)
    return list(alt_om(personvern.SJEKK, alone, {}))


def brukt(place: Place, mappe: Utvalgsmappe, moete: Moete) -> bool:
    """Whether the documents of a meeting take anything from this place."""
    shared = ("records/organisasjoner.yaml", mappe.utvalg.path, moete.path)
    if place.path in shared or place.path.startswith(f"{mappe.path}/medlemmer/"):
        return True
    following = etterfoelger(mappe, moete)
    if following and place.path == following.path:
        return place.route[0] == "sted"
    return "oppfoelging" in place.route and any(sak.restanser for sak in moete.saker)


def _others(mappe: Utvalgsmappe) -> Iterator[str]:
    """The councils whose name or members a document of this one may show."""
    yield from filter(None, (mappe.utvalg.overordnet, mappe.utvalg.ungdomsraad))
    for moete in mappe.moeter:
        yield from filter(None, (kjent(o.fra_utvalg) for o in frammoette(moete)))
        yield from filter(None, (kjent(sak.oversendt_til) for sak in moete.saker))


def _borrowed(utvalg: str) -> tuple[str, str]:
    return f"records/utvalg/{utvalg}/utvalg.yaml/", f"records/utvalg/{utvalg}/medlemmer/"
