"""Framover: the deadlines that lie ahead, for what is not done yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from brukerutvalg_cli.mandat.frister.fristregel import Fristregel
from brukerutvalg_cli.mandat.fristvarsel import Fristvarsel
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier import frist_i_ord as i_ord
from brukerutvalg_cli.mandat.verdier.hendt import KAN_KOMME_FLERE, hendte
from brukerutvalg_cli.mandat.verdier.par import Fristtilfelle, Motstykke, i_perioden


def varsler(regel: Fristregel, utvalg: UtvalgIPeriode) -> Iterator[Fristvarsel]:
    """Those of meetings ahead, and those that are not over of what has been."""
    # What has been done since the records end, nobody has written down; a meeting that is planned, somebody has.
    records_end = utvalg.mappe.utvalg.vurderes_til or date.max
    for t, done in _foran(regel, utvalg):
        anker = t.anker
        if done or not isinstance(anker.dag, date) or regel.gjelder(utvalg, anker) is False:
            continue
        last = regel.regning.siste_dag_framover(anker.dag, utvalg.mappe, regel.egen(t))
        day = anker.moete.dato if anker.moete else anker.dag
        meets = anker.moete is not None and anker.moete.status != "avholdt" and day >= utvalg.dato
        if last and (meets or utvalg.dato <= last <= records_end):
            om = i_ord.om(regel.hva, regel.anker, foer=regel.foer)
            name = anker.moete.navn if anker.moete else ""
            yield Fristvarsel(i_ord.det(regel.hva, t.gjort.mangler), om, day, last, name)


def _foran(regel: Fristregel, utvalg: UtvalgIPeriode) -> Iterator[tuple[Fristtilfelle, bool]]:
    """What the deadlines of the period are about, and whether it is done: what there may be more of never is."""
    if regel.hva not in KAN_KOMME_FLERE:
        yield from (
            (t, bool(t.gjort.gjort or t.gjort.omtrent or t.gjort.ukjent)) for t in regel.tilfeller(utvalg)
        )
        return
    for anker in hendte(regel.anker, utvalg.mappe).alle:
        last = regel.regning.siste_dag(anker.dag) if isinstance(anker.dag, date) else None
        over = not i_perioden(anker, utvalg) or last is None or last < utvalg.dato
        yield Fristtilfelle(anker, Motstykke(), anker.emne), over
