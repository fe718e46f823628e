"""mandat-ute – mandatet gikk ut, og utvalget har ikke noe annet.

Hvorfor
    Et mandat som er ute, binder ingen. Da er det heller ingenting å holde utvalget opp mot: at det ikke er andre funn,
    betyr ikke at alt er slik mandatet ville ha det.

Slik retter du
    Før det nye mandatet under «regelverk» i utvalg.yaml, med dagen det gjelder fra. Gjelder det gamle ennå,
    strykes «til», eller «gjelder_til» i regelverket selv.

Galt
    dato: 2024-02-01
    regelverk/mandatet: {type: mandat, bestemmelser: []}
    utvalg: {regelverk: [{id: mandatet, fra: 2020-01-01, til: 2023-12-31}]}

Riktig
    dato: 2024-02-01
    regelverk/mandatet: {type: mandat, bestemmelser: []}
    utvalg: {regelverk: [{id: mandatet, fra: 2020-01-01}]}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn, ingenting
from brukerutvalg_cli.mandat.binding import mandat_ute
from brukerutvalg_cli.mandat.periode import siste_dag
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
from brukerutvalg_cli.model.register import Register

KODE, NAVN = "BU210", "mandat-ute"


def paa_dagen(register: Register, regelverk: Regelverkene, dato: date) -> Iterator[Finding]:
    """Each council whose last mandate has run out, as far as its rule sets could be read."""
    for mappe in register.mapper.values():
        if mappe.utvalg.er_nedlagt(dato):
            continue
        if last := mandat_ute(mappe, regelverk, siste_dag(mappe, dato)):
            assert last.til
            own = mappe.utvalg.regelverk[last.nr].til is None
            key = f"«gjelder_til» i {last.id}" if own else "«til»"
            yield funn(
                KODE,
                NAVN,
                f"{last.id} gjaldt til {dato_i_ord(last.til)}, og utvalget har ikke noe mandat etter det",
                mappe.utvalg.at("regelverk", last.nr, "til", otherwise=("regelverk", last.nr, "id")),
                utvalg=mappe.id,
                emne=last.id,
                help=f"før det nye mandatet under «regelverk», eller stryk {key} om det gamle gjelder ennå",
                severity=Severity.ADVARSEL,
                since=last.til + EN_DAG,
            )


SJEKK = Sjekk(KODE, NAVN, __name__, ingenting, paa_dagen)
