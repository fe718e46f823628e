"""The verb `endre`: any field of any record, by what both are called."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving

HVA = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="TING",
        help="Hva det er, hvilken, og så felt og verdi: person kari-nordmann navn «Kari Berg».",
    ),
]
FIL = Annotated[
    str,
    typer.Option(
        "--fil", metavar="FIL", help="Teksten til det siste feltet, fra ei fil. «-» er standard inn."
    ),
]


@skriver
def endre(s: Skriving, hva: HVA = None, fil: FIL = "") -> Gjort:
    """Endrer det som er ført feil: en person, en sak, en oppfølging, en hendelse, et avvik, en periode, et valg …

    Du sier hva det er (person, moete, sak, innmeldt, oppmoete, oppnevning, opplaering, funksjon, valg,
    oppfoelging, vedlegg, inhabil, alternativ, protokolltilfoersel, flyttet, hendelse, avvik, regelverk,
    organisasjon, sats, ordliste, utvalg), hvilken det er, og så felt og verdi, så mange du vil. En hvilken som
    helst del navngir du slik: sted.navn. En tom verdi, "", tar feltet bort. Feltene er forklart i docs/filer.md.
    Lengre tekst er «@fil.md», --fil eller «-» for standard inn; på en terminal åpnes $EDITOR.

    Eksempler:
      brukerutvalg endre nav-fjordvik person kari-nordmann navn "Kari Berg"
      brukerutvalg endre nav-fjordvik oppfoelging 28/22 2 frist 1.12.2026 ansvarlig lederen
      brukerutvalg endre nav-fjordvik sak 28/22 plass 1
    """
    from brukerutvalg_cli.cli.feltsvar import et_felt, sagt
    from brukerutvalg_cli.cli.rettesvar import rett, sagt_i_ord, viser_det
    from brukerutvalg_cli.cli.tingsvar import Restord, en_ting
    from brukerutvalg_cli.handling.omtale import kalt

    words = Restord(list(hva or ()))
    ting = en_ting(s, words)
    who = kalt(ting, s.her)
    changes = list(sagt(ting.felter, words.igjen, who)) or list(
        sagt(ting.felter, [et_felt(ting.felter, "", who).navn], who)
    )
    written = rett(s, ting, changes, fil)
    return Gjort(f"Endret {who}: {sagt_i_ord(written, fortrolig=ting.fortrolig)}", viser_det(s, ting.path))
