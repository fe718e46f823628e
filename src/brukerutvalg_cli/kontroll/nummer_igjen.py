"""nummer-igjen – et saksnummer er brukt om en annen sak før.

Hvorfor
    Den som har fått en saksliste eller et referat, viser til saken med nummeret. Blir saken tatt ut og nummeret gitt
    til en ny sak, viser de to til hver sin. Hva nummeret var brukt om, sier historikken i git.

Slik retter du
    Gi den nye saken det neste ledige nummeret. Er den første bare skrevet om igjen, kan det stå.

Galt
    moeter/2022-11-16: {saker: [{nr: 1/22, tittel: Reiser, type: annet}]}
    brukt_foer: {moeter/2022-11-16 1/22: 2022-11-10}

Riktig
    moeter/2022-11-16: {saker: [{nr: 1/22, tittel: Reiser, type: annet}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.register import Register

KODE, NAVN = "BU342", "nummer-igjen"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each case whose number another had, which had been sent to somebody before it was taken out."""
    used = register.historie.brukt_foer if register.historie else {}
    for mappe in register.mapper.values() if used else ():
        for moete in mappe.moeter:
            for nr, sak in enumerate(moete.saker):
                if day := used.get((moete.path, sak.nr)):
                    yield funn(
                        KODE,
                        NAVN,
                        f"nummeret {sak.nr} var brukt om en annen sak, som ble tatt ut {dato_i_ord(day)}",
                        moete.at("saker", nr, "nr"),
                        utvalg=mappe.id,
                        emne=sak.navn,
                        help="gi saken det neste ledige nummeret, også der andre viser til den",
                        severity=Severity.ADVARSEL,
                    )


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
