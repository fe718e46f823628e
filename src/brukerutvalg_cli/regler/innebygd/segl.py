"""segl – referatet er endret etter at det ble godkjent.

Hvorfor
    Det utvalget godkjente, er det som gjelder. Segl er en kontrollsum av referatet den dagen. Stemmer
    den ikke, er noe rettet siden, og da er det ikke lenger det utvalget godkjente.

Slik retter du
    Sett tilbake det som sto, eller legg det rettede fram for utvalget og godkjenn på nytt. Er det bare
    noe du vil føye til, fører du det under «etter_moetet» i saken. Segl settes av «brukerutvalg godkjenn».

Galt
    moeter/2022-09-22:
      referat: {godkjent: {moete: 2022-11-16, sak: 1/22, segl: 0123456789abcdef}}
    moeter/2022-11-16: {saker: [{nr: 1/22, tittel: Referat, type: godkjenning, godkjenner: [2022-09-22]}]}

Riktig
    moeter/2022-09-22:
      referat: {godkjent: {moete: 2022-11-16, sak: 1/22, segl: 7b52e1141b3467e0}}
    moeter/2022-11-16: {saker: [{nr: 1/22, tittel: Referat, type: godkjenning, godkjenner: [2022-09-22]}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.moete import Godkjent, Referat
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.segl import segl
from brukerutvalg_cli.regler.innebygd.sjekk import Regelverkene, Sjekk, funn

KODE, NAVN = "BU311", "segl"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each meeting whose approved minutes have a seal that is not theirs."""
    for mappe in register.mapper.values():
        for moete in mappe.moeter:
            approved = moete.referat.godkjent if isinstance(moete.referat, Referat) else None
            if not isinstance(approved, Godkjent) or approved.segl is None or approved.segl == segl(moete):
                continue
            yield funn(
                KODE,
                NAVN,
                f"referatet fra {dato_i_ord(moete.dato)} er endret etter at det ble godkjent",
                moete.at("referat", "godkjent", "segl"),
                utvalg=mappe.id,
                emne=str(moete.dato),
                help="sett tilbake det som sto, eller legg det fram på nytt og kjør «brukerutvalg godkjenn»",
            )


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
