"""The verb `sak referert`: a case was reported in another body."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import SAKSNR
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def referert(
    s: Skriving,
    nr: SAKSNR = "",
    organ: Annotated[
        str,
        typer.Option(
            "--i", metavar="ORGAN", help="Organet den ble referert i: et utvalg, et organ eller et navn."
        ),
    ] = "",
    deres_sak: Annotated[
        str, typer.Option("--som", metavar="SAKSNUMMER", help="Saken der, slik de skriver nummeret.")
    ] = "",
) -> Gjort:
    """Fører at en sak er referert i et annet organ. «--dato» er dagen det skjedde.

    Eksempler:
      brukerutvalg sak referert nav-fjordvik 12/26 --i nav-troendelag --som 45/26 --dato 3.6.2026
      brukerutvalg sak referert nav-fjordvik 12/26 --i kommunestyret --dato ukjent
    """
    from brukerutvalg_cli.cli import kjente, svar
    from brukerutvalg_cli.handling.moetebok import legg_til_i_sak
    from brukerutvalg_cli.handling.sak_videre import foert
    from brukerutvalg_cli.model.sak import Referert
    from brukerutvalg_cli.model.saksnummer import som_argument

    nr = s.sak(nr)
    moete, case = foert(s.mappe, nr)
    register = s.lastet.register
    known = svar.helst_en_av(kjente.utvalgene(register), kjente.organisasjoner(register))
    body = svar.svar("--i", organ, "I hvilket organ?", known)
    entry = {"organ": body, "dato": s.naar(Referert, "dato"), "sak": deres_sak or None}
    stated = {key: value for key, value in entry.items() if value is not None}
    legg_til_i_sak(s.utkast, s.mappe, moete.navn, nr, "referert_i", stated)
    where = "et annet organ" if case.fortrolig else body
    return Gjort(
        f"Førte at sak {nr} er referert i {where}",
        f"brukerutvalg forklar {s.mappe.id} sak {som_argument(nr)}",
    )
