"""moetedag – et møte på planen er lagt til en helligdag.

Hvorfor
    17. mai og Kristi himmelfartsdag er dager folk har fri. Et møte som står der, er oftest en skrivefeil.
    Det er et råd: utvalget kan møtes når det vil.

Slik retter du
    Flytt møtet med «brukerutvalg flytt», eller avlys det.

Galt
    moeter/2023-05-17: {status: planlagt}

Riktig
    moeter/2023-05-16: {status: planlagt}
"""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.kalender import dag_i_ord, helligdag
from brukerutvalg_cli.model.register import Register

KODE, NAVN = "BU315", "moetedag"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each meeting ahead that stands on a public holiday. One that was held there, was."""
    for mappe in register.mapper.values():
        for moete in mappe.moeter:
            if moete.status in ("planlagt", "innkalt") and (name := helligdag(moete.dato)):
                day = dag_i_ord(moete.dato)
                yield funn(
                    KODE,
                    NAVN,
                    f"møtet {day} er på en helligdag ({name})",
                    moete.at("dato"),
                    utvalg=mappe.id,
                    emne=moete.navn,
                    help=f"skal det være en annen dag: brukerutvalg flytt {mappe.id} {moete.navn} --til DAG",
                    severity=Severity.RAAD,
                )


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
