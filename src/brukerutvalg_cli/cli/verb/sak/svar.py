"""The verb `sak svar`: the answer that came to what the council passed on."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import SAKSNR
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def svar(
    s: Skriving,
    nr: SAKSNR = "",
    tekst: Annotated[
        str, typer.Argument(metavar="TEKST", help="Svaret, kort. «@fil.md» henter det fra ei fil.")
    ] = "",
) -> Gjort:
    """Fører svaret som kom på det utvalget meldte videre. «--dato» er dagen det kom.

    Eksempler:
      brukerutvalg sak svar nav-fjordvik 12/26 "Nav fylke svarer at tallene kommer i mars." --dato 3.2.2027
      brukerutvalg sak svar nav-fjordvik 12/26 @svar.md --dato ukjent
    """
    from brukerutvalg_cli.cli import svar as spoer
    from brukerutvalg_cli.cli.tekstfil import tekst_eller_fil
    from brukerutvalg_cli.handling.moetebok import foer_sak
    from brukerutvalg_cli.handling.sak_videre import foert
    from brukerutvalg_cli.model.sak import Sak
    from brukerutvalg_cli.model.saksnummer import som_argument

    nr = s.sak(nr)
    moete, _ = foert(s.mappe, nr)
    answer = tekst_eller_fil(spoer.svar("TEKST", tekst, "Hva ble svart?", spoer.tekst))
    foer_sak(s.utkast, s.mappe, moete.navn, nr, {"svar": answer, "besvart": s.naar(Sak, "besvart")})
    return Gjort(f"Førte svaret i sak {nr}", f"brukerutvalg sak ta-opp {s.mappe.id} {som_argument(nr)} neste")
