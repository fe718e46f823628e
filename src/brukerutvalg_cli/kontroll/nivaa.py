"""nivaa – utvalget er bundet av et regelverk som er skrevet for et annet nivå.

Hvorfor
    Det er lov: et regelverk binder fordi utvalget har tatt det i bruk. Men ofte er det feil
    regelverk som står der.

Slik retter du
    Rett «id» under «regelverk» i utvalg.yaml, eller la det stå.

Galt
    regelverk/mal: {tittel: Mal, type: mal, datert: 2015, maalform: nb, nivaa: [lokal], bestemmelser: []}
    utvalg: {nivaa: fylke, regelverk: [{id: mal, fra: 2020-01-01}]}

Riktig
    regelverk/mal: {tittel: Mal, type: mal, datert: 2015, maalform: nb, nivaa: [lokal], bestemmelser: []}
    utvalg: {nivaa: lokal, regelverk: [{id: mal, fra: 2020-01-01}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding, Related, Severity
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.register import Register

KODE, NAVN = "BU310", "nivaa"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each rule set listed by a council of a level it was not written for."""
    for mappe in register.mapper.values():
        for nr, entry in enumerate(mappe.utvalg.regelverk):
            rules = regelverk.get(entry.id)
            if rules and rules.nivaa and mappe.utvalg.nivaa not in rules.nivaa:
                yield funn(
                    KODE,
                    NAVN,
                    f"{entry.id} er skrevet for nivå {', '.join(rules.nivaa)}; dette utvalget er {mappe.utvalg.nivaa}",
                    mappe.utvalg.at("regelverk", nr, "id"),
                    utvalg=mappe.id,
                    emne=entry.id,
                    help="rett «id», eller la det stå om utvalget har tatt regelverket i bruk",
                    related=(Related(rules.at("nivaa"), "nivåene regelverket er skrevet for"),),
                    severity=Severity.RAAD,
                )


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
