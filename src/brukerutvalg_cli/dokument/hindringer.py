"""What stops a document: files that were not read, and references to nothing. A breach of a mandate never does."""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.dokument.frammoete import frammoette
from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.register.load import Lastet
from brukerutvalg_cli.regler.innebygd.referanser import SJEKK

SHARED = frozenset({"records", "records/utvalg", "records/organisasjoner.yaml"})


def hindringer(lastet: Lastet, utvalg: str) -> list[Finding]:
    """The findings in the council's own files, and in what its documents take from other councils."""
    mappe = lastet.register.mapper.get(utvalg)
    own = f"records/utvalg/{utvalg}"
    borrowed = tuple(path for other in _others(mappe) for path in _borrowed(other)) if mappe else ()
    found = (*lastet.findings, *SJEKK.se_etter(lastet.register, lastet.regelverk))
    return [
        finding
        for finding in found
        if (path := finding.place.path) in SHARED or f"{path}/".startswith((f"{own}/", *borrowed))
    ]


def _others(mappe: Utvalgsmappe) -> Iterator[str]:
    """The councils whose name or members a document of this one may show."""
    yield from filter(None, (mappe.utvalg.overordnet, mappe.utvalg.ungdomsraad))
    for moete in mappe.moeter:
        yield from filter(None, (kjent(o.fra_utvalg) for o in frammoette(moete)))
        yield from filter(None, (kjent(sak.oversendt_til) for sak in moete.saker))


def _borrowed(utvalg: str) -> tuple[str, str]:
    return f"records/utvalg/{utvalg}/utvalg.yaml/", f"records/utvalg/{utvalg}/medlemmer/"
