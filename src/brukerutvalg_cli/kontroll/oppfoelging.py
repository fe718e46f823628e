"""oppfoelging – det noen tok på seg, trenger en ansvarlig og en frist.

Hvorfor
    En oppgave ingen eier, blir ikke gjort, og en uten frist kan ingen etterlyse. Uten ansvarlig
    gir det en advarsel, uten frist et råd.

Slik retter du
    Før «ansvarlig» og «frist». Er de ukjente, skriver du «ukjent».

Galt
    moeter/2022-11-16:
      saker: [{nr: 1/22, tittel: Strategi, type: annet, oppfoelging: [{hva: Undersøke}]}]

Riktig
    moeter/2022-11-16:
      saker:
        - nr: 1/22
          tittel: Strategi
          type: annet
          oppfoelging: [{hva: Undersøke, ansvarlig: Nav, frist: 2023-01-15}]
"""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.kontroll.sjekk import Regelverkene, Sjekk, funn
from brukerutvalg_cli.model.register import Register

KODE, NAVN = "BU308", "oppfoelging"


def se_etter(register: Register, regelverk: Regelverkene) -> Iterator[Finding]:
    """Each follow-up not done that has no owner (advarsel) or no date (raad)."""
    for mappe in register.mapper.values():
        if mappe.utvalg.nedlagt:
            continue
        for moete in mappe.moeter:
            for i, sak in enumerate(moete.saker):
                for j, punkt in enumerate(sak.oppfoelging):
                    if punkt.fullfoert is not None:
                        continue
                    dated = punkt.frist is not None or punkt.til_neste_moete
                    lacks = "ansvarlig" if punkt.ansvarlig is None else "" if dated else "frist"
                    if lacks:
                        yield funn(
                            KODE,
                            NAVN,
                            f"oppfølgingen i sak {sak.navn} har ingen {lacks}",
                            moete.at("saker", i, "oppfoelging", j, "hva"),
                            utvalg=mappe.id,
                            emne=f"{sak.navn} {j + 1}",
                            help=f"skriv «{lacks}», eller «fullfoert» om det er gjort",
                            severity=Severity.ADVARSEL if lacks == "ansvarlig" else Severity.RAAD,
                        )


SJEKK = Sjekk(KODE, NAVN, __name__, se_etter)
