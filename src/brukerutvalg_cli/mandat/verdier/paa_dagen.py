"""På dagen: deadlines that are a day themselves – each year's, or one – and what was done about them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.dag_i_aaret import DagIAaret
from brukerutvalg_cli.mandat.verdier.hendt import Hendt, gjorte
from brukerutvalg_cli.mandat.verdier.par import Fristtilfelle, Motstykke
from brukerutvalg_cli.mandat.verdier.vindu import foerste_dag, kan_mangle


def paa_dagen(hva: str, dag: DagIAaret | date, utvalg: UtvalgIPeriode) -> Iterator[Fristtilfelle]:
    """Each such day of the period, in every year of it; or the one day."""
    found = gjorte(hva, utvalg.mappe)
    for fra, frist, til, navn in _dager(dag, utvalg):
        done = Motstykke(fra=fra)
        for event in found.alle:
            days = (
                event.deldato.dager if event.deldato else (event.dag,) if isinstance(event.dag, date) else ()
            )
            inside = {fra <= day <= til for day in days}
            if inside != {False}:
                done.legg_til(event if inside == {True} else event._replace(deldato=None))
        done.kanskje += [day for day in found.uleste if day is None or fra <= day <= til]
        yield Fristtilfelle(Hendt(frist, utvalg.binding_at(), navn), done, navn)


def _dager(dag: DagIAaret | date, utvalg: UtvalgIPeriode) -> Iterator[tuple[date, date, date, str]]:
    """From when it can be done, the last day in time, until when it is too late rather than next year's; the name."""
    if isinstance(dag, date):
        if utvalg.gjelder(dag):
            yield utvalg.mappe.utvalg.regelverk[utvalg.binding].fra, dag, date.max, str(dag)
        return
    for year in range(foerste_dag(utvalg).year, utvalg.dato.year + 1):
        first, last = date(year, 1, 1), dag.i(year)
        if kan_mangle(first, utvalg) and utvalg.gjelder_hele(max(first, utvalg.fra or first), last):
            yield first, last, date(year, 12, 31), str(year)
