"""opphevet – utvalget fører et regelverk som er opphevet.

Hvorfor
    Det som står under «regelverk», binder utvalget, også om det er opphevet. Ofte er det et nytt som skulle ha
    overtatt.

Slik retter du
    Før siste dag det gjaldt, under «til», og det nye mandatet fra dagen etter.

Galt
    regelverk/mandatet: {type: mandat, status: opphevet, bestemmelser: []}
    utvalg: {regelverk: [{id: mandatet, fra: 2020-01-01}]}

Riktig
    regelverk/mandatet: {type: mandat, status: opphevet, bestemmelser: []}
    regelverk/nytt: {type: mandat, bestemmelser: []}
    utvalg: {regelverk: [{id: mandatet, fra: 2020-01-01}, {id: nytt, fra: 2022-01-01}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding, Related, Severity
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.mandat.binding import bindinger
from brukerutvalg_cli.model.register import Register

KODE, NAVN = "BU211", "opphevet"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each rule set that was repealed, and binds a council to no last day, by its own word or by a new mandate."""
    for mappe in register.mapper.values():
        for binding in bindinger(mappe, regelverk):
            if binding.regelverk.status == "opphevet" and binding.til is None and not mappe.utvalg.nedlagt:
                yield funn(
                    KODE,
                    NAVN,
                    f"{binding.id} er opphevet, og binder utvalget uten sluttdato",
                    mappe.utvalg.at("regelverk", binding.nr, "id"),
                    utvalg=mappe.id,
                    emne=binding.id,
                    help="skriv «til» med siste dag det gjaldt, og legg til det som har overtatt",
                    related=(Related(binding.regelverk.at("status"), "her står det at det er opphevet"),),
                    severity=Severity.RAAD,
                )


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
