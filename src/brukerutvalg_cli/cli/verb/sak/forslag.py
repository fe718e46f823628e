"""The verb `sak forslag`: the decision that is proposed in a case, and what became of it."""

from __future__ import annotations

from typing import Annotated, get_args

import typer

from brukerutvalg_cli.cli.skrivevalg import MOETE, SAKSNR
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving
from brukerutvalg_cli.model.ordvalg import Forslagsutfall
from brukerutvalg_cli.oppramsing import enten_eller

UTFALL = get_args(Forslagsutfall)


@skriver
def forslag(
    s: Skriving,
    moete: MOETE = "",
    nr: SAKSNR = "",
    tekst: Annotated[
        str, typer.Argument(metavar="TEKST", help="Forslaget, ordrett. «@fil.md» henter det fra ei fil.")
    ] = "",
    utfall: Annotated[
        str,
        typer.Option(
            "--utfall",
            metavar="UTFALL",
            help=f"Hva som ble av det: {enten_eller((*UTFALL, 'ukjent'))}.",
        ),
    ] = "",
) -> Gjort:
    """Fører forslaget til vedtak i en sak, og hva som ble av det.

    Med «--utfall som_foreslaatt» blir forslaget ført som vedtaket, når ikke noe annet vedtak står der.

    Eksempler:
      brukerutvalg sak forslag nav-fjordvik neste 12/26 "Utvalget ber om tall for ventetida."
      brukerutvalg sak forslag nav-fjordvik siste 12/26 --utfall som_foreslaatt
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.faktum import eller_ukjent
    from brukerutvalg_cli.cli.innvendinger import ikke_vaert
    from brukerutvalg_cli.cli.tekstfil import tekst_eller_fil
    from brukerutvalg_cli.handling.filer import saken
    from brukerutvalg_cli.handling.moetebok import dokumentet, foer_sak
    from brukerutvalg_cli.model.sak import Sak

    meeting = s.moete(moete)
    nr = s.sak(nr, meeting)
    case = meeting.saker[saken(meeting, nr)]
    if not (tekst or utfall):
        tekst = svar.svar("TEKST", tekst, "Hva er forslaget til vedtak?", svar.tekst)
    proposed = tekst_eller_fil(tekst) or case.forslag
    reader = eller_ukjent(svar.en_av(UTFALL), Sak, "forslaget")
    outcome = svar.om_sagt("--utfall", utfall, "Hva ble av forslaget?", reader)
    if outcome and not proposed:
        raise typer.BadParameter(f"--utfall: sak {nr} har ikke noe forslag. Skriv TEKST også")
    decided = {"tekst": proposed} if outcome == "som_foreslaatt" and case.vedtak is None else None
    foer_sak(
        s.utkast,
        s.mappe,
        meeting.navn,
        nr,
        {"forslag": proposed, "forslaget": outcome, "vedtak": decided},
    )
    against = ikke_vaert(s, meeting) if outcome else ()
    neste = f"brukerutvalg {dokumentet(s.mappe, meeting)}"
    return Gjort(f"Førte forslaget til vedtak i sak {nr}", neste, innvendinger=against)
