"""How minutes say that they were approved: in which meeting and case, or by which way between meetings."""

from __future__ import annotations

from brukerutvalg_cli.dokument.datoer import dato
from brukerutvalg_cli.dokument.ord import Ord
from brukerutvalg_cli.dokument.visning import Godkjentvisning
from brukerutvalg_cli.model.moete import Godkjent, Moete, Referat, Rettelse
from brukerutvalg_cli.model.sak import UtenomMoetet
from brukerutvalg_cli.model.utvalg import Maalform
from brukerutvalg_cli.model.verdier import kjent


def godkjent(moete: Moete, maalform: Maalform, ord: Ord) -> Godkjentvisning | None:
    """What is known of it; None where they are not approved, or nobody knows whether they are."""
    became = kjent(moete.referat)
    approved = kjent(became.godkjent) if isinstance(became, Referat) else None
    if not isinstance(became, Referat) or approved is None:
        return None
    return Godkjentvisning(
        _hvordan(approved, maalform, ord), tuple(_rettet(each, maalform, ord) for each in became.rettelser)
    )


def utenom_moetet(vedtatt: UtenomMoetet, maalform: Maalform, ord: Ord) -> str:
    """`på e-post 20. juni 2026`."""
    way, day = kjent(vedtatt.maate), kjent(vedtatt.dato)
    return " ".join(filter(None, (ord.maate.get(way) if way else "", dato(day, maalform) if day else "")))


def _hvordan(approved: Godkjent, maalform: Maalform, ord: Ord) -> str:
    where, case = kjent(approved.moete), kjent(approved.sak)
    day, way = kjent(approved.dato), kjent(approved.maate)
    parts = [ord.maate.get(way) if way else "", dato(day, maalform) if day else ""]
    if where:
        parts = [
            f"{ord.i_moetet} {dato(where.dag, maalform)}" + (f", {ord.sak.lower()} {case}" if case else "")
        ]
    return " ".join(filter(None, parts)) or str(ord.ikke_oppgitt)


def _rettet(rettelse: Rettelse, maalform: Maalform, ord: Ord) -> str:
    day = kjent(rettelse.dato)
    return f"{dato(day, maalform)}: {rettelse.hva}" if day else rettelse.hva
