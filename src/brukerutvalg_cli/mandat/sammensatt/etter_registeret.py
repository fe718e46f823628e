"""Etter registeret: when the records are whole no more, what somebody did counts, and not what only ran out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from brukerutvalg_cli.mandat.om_sete import er_holdt, gikk_ut
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.sammensatt.dagene import seter_i
from brukerutvalg_cli.mandat.sammensatt.krav import Sammensetningskrav
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.valghandling import OPPNEVNES
from brukerutvalg_cli.model.visshet import Uvisst, Visshet, uvisst


def saa_vidt_vi_vet(krav: Sammensetningskrav, utvalg: UtvalgIPeriode, dag: date, rett: Visshet) -> Visshet:
    """The verdict on a day: none where it is right only because a term ran out that may have been prolonged since."""
    end = utvalg.mappe.utvalg.registrert_til
    if rett is False or end is None or dag <= end:
        return rett
    return next(_kan_ha_fortsatt(krav, utvalg, dag, end), rett)


def _kan_ha_fortsatt(
    krav: Sammensetningskrav, utvalg: UtvalgIPeriode, dag: date, slutt: date
) -> Iterator[Uvisst]:
    """Each who may sit that day without anybody having recorded it."""
    for person, held in sorted(seter_i(utvalg, krav.vervene).items()):
        if any(s.dekker(dag) is not False for s in held):
            continue
        for sete in held:
            if isinstance(sete.til, date) and slutt <= sete.til < dag and _ran_out(utvalg, sete, dag):
                yield uvisst("fortsatte", person, sete.at("til"), sete.til)


def _ran_out(utvalg: UtvalgIPeriode, sete: Sete, dag: date) -> bool:
    """Whether a term is over that nobody ended: the person did not leave, and no others were elected instead."""
    return gikk_ut(sete) is not True and not _valgt_paa_nytt(utvalg, sete, dag)


def _valgt_paa_nytt(utvalg: UtvalgIPeriode, sete: Sete, dag: date) -> bool:
    begun: Iterable[object] = (
        v.valg.fra
        for v in utvalg.mappe.valghandlinger
        if v.valg.verv == sete.verv and v.valg.supplerer is False and er_holdt(v.moete, utvalg)
    )
    return sete.verv not in OPPNEVNES and any(
        isinstance(fra, date) and isinstance(sete.til, date) and sete.til < fra <= dag for fra in begun
    )
