"""What a case is called in a document: its heading, and how others speak of it."""

from __future__ import annotations

from datetime import date

from brukerutvalg_cli.dokument.datoer import dato
from brukerutvalg_cli.dokument.ord import Ord
from brukerutvalg_cli.dokument.overskrifter import Overskrifter
from brukerutvalg_cli.model.maalform import Maalform
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.saksnummer import har_aar
from brukerutvalg_cli.model.verdier import kjent


def sakstittel(sak: Sak, ord: Ord, overskrifter: Overskrifter) -> str:
    """What follows `Sak 25/22: ` in the heading. Two cases that are called the same are told apart."""
    before = _foran(sak, ord)
    return overskrifter.unik(before + aapen_tittel(sak, ord)).removeprefix(before)


def aapen_tittel(sak: Sak, ord: Ord) -> str:
    """The title that it may have in public."""
    return (kjent(sak.offentlig_tittel) or str(ord.unntatt_offentlighet)) if sak.fortrolig else sak.tittel


def overskrift(sak: Sak, tittel: str, ord: Ord) -> str:
    """`Sak 25/22: Ventetid`; the title alone of a point outside the numbers."""
    return _foran(sak, ord) + tittel


def merket(sak: Sak, ord: Ord) -> str:
    """What its part of the document is called in the headings within it: `sak 25/22`, `«Eventuelt»`."""
    return f"{ord.sak.lower()} {sak.nr}" if sak.nr else f"«{aapen_tittel(sak, ord)}»"


def omtalt_sak(sak: Sak, dag: date, ord: Ord, maalform: Maalform) -> str:
    """A case of another meeting: `sak 1/26 i møtet 2. desember 2026`."""
    return f"{merket(sak, ord)} {ord.i_moetet} {dato(dag, maalform)}"


def kort_sak(sak: Sak, dag: date, ord: Ord, maalform: Maalform) -> str:
    """The same without the meeting, where the number alone tells which it is: `Sak 4/24`."""
    if sak.nr and har_aar(sak.nr):
        return f"{ord.sak} {sak.nr}"
    said = omtalt_sak(sak, dag, ord, maalform)
    return said[:1].upper() + said[1:]


def _foran(sak: Sak, ord: Ord) -> str:
    return f"{ord.sak} {sak.nr}: " if sak.nr else ""
