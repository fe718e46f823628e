"""The verb `sak ta-opp`: an earlier case comes back, on the agenda of a later meeting."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import FOER_BESLUTNING, HVEM_MELDER_INN, INNMELDT_AV, MOETE, SAKSNR
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def ta_opp(
    s: Skriving,
    nr: SAKSNR = "",
    moete: MOETE = "neste",
    innmeldt_av: INNMELDT_AV = "",
    inviter: Annotated[
        list[str] | None,
        typer.Option("--inviter", metavar="HVEM", help="En person, eller et verv som redaksjonsraad."),
    ] = None,
    foer_beslutning: FOER_BESLUTNING = "",
    tittel: Annotated[
        str,
        typer.Option("--tittel", metavar="TEKST", help="Ellers: hva den het, og at den behandles på nytt."),
    ] = "",
    framlegg: Annotated[
        str,
        typer.Option(
            "--framlegg",
            metavar="TEKST",
            help="Teksten i innkallingen. «@fil.md» henter den. Ellers: merknaden fra etter møtet.",
        ),
    ] = "",
) -> Gjort:
    """Setter en tidligere sak på sakslista til et senere møte, med det som ble notert etter møtet.

    Eksempler:
      brukerutvalg sak ta-opp nav-fjordvik 12/26 neste --innmeldt-av nav
      brukerutvalg sak ta-opp nav-fjordvik 12/26 neste --innmeldt-av nav --inviter redaksjonsraad
    """
    from brukerutvalg_cli.cli import saksfakta, svar
    from brukerutvalg_cli.cli.faktum import Spoersmaal, faktum
    from brukerutvalg_cli.cli.tekstfil import tekst_eller_fil
    from brukerutvalg_cli.handling.sak_videre import foert
    from brukerutvalg_cli.handling.sak_videre import ta_opp as take_up
    from brukerutvalg_cli.model.kalender import dag_i_ord
    from brukerutvalg_cli.model.sak import Sak

    nr, meeting = s.sak(nr), s.moete(moete)
    anybody = svar.helst_en_av(s.hvem_som_helst, slingring=100)
    submitter = Spoersmaal("--innmeldt-av", Sak, "innmeldt_av", HVEM_MELDER_INN)
    by = faktum(submitter, innmeldt_av, s.innmelder)
    invited = svar.alle("--inviter", inviter, "Hvem?", anybody)
    demanded = saksfakta.krevd(s, str(foert(s.mappe, nr)[1].type), s.dag)
    early = saksfakta.foer_beslutning(Sak, foer_beslutning, savnes="foer_beslutning" in demanded)
    stated = {
        "foer_beslutning": early,
        "tittel": tittel,
        "innmeldt_av": by,
        "innmeldt": s.naar(Sak, "innmeldt"),
        "innkalt": invited,
        "framlegg": tekst_eller_fil(framlegg),
    }
    new = take_up(s.utkast, s.mappe, nr, meeting.navn, stated)
    sent = meeting.status == "innkalt"
    late = ". Innkallingen er alt sendt: skriv den på nytt, og send sakslista" if sent else ""
    return Gjort(
        f"Satte sak {nr} på sakslista til møtet {dag_i_ord(meeting.dato)}, som sak {new}{late}",
        f"brukerutvalg {'innkalling' if sent else 'sakliste'} {s.mappe.id} {meeting.navn}",
    )
