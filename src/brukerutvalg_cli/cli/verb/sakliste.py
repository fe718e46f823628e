"""The verb `sakliste`: the agenda is settled, with what is on every agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import MOETE
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving

if TYPE_CHECKING:
    from collections.abc import Sequence


@skriver
def sakliste(
    s: Skriving,
    moete: MOETE = "neste",
    foreslaatt_av: Annotated[
        str, typer.Option("--foreslaatt-av", metavar="HVEM", help="Verv eller personer, med komma mellom.")
    ] = "",
    godkjent_av: Annotated[
        str, typer.Option("--godkjent-av", metavar="HVEM", help="Verv eller personer, med komma mellom.")
    ] = "",
    i_samraad_med: Annotated[
        str, typer.Option("--i-samraad-med", metavar="HVEM", help="Verv eller personer, med komma mellom.")
    ] = "",
    faste_saker: Annotated[
        str,
        typer.Option(
            "--faste-saker",
            metavar="NAVN",
            help="De faste punktene som settes på som saker, med komma mellom, eller «ingen».",
        ),
    ] = "",
) -> Gjort:
    """Gjør sakslista ferdig: hvem som foreslo og godkjente den, de faste punktene, og referatene som venter.

    På en terminal blir du spurt, med det mandatet vil ha, som forslag. Ellers blir det ingen har sagt, ført som ukjent.

    Eksempler:
      brukerutvalg sakliste nav-fjordvik neste
      brukerutvalg sakliste nav-fjordvik neste --foreslaatt-av leder,sekretaer --godkjent-av leder
      brukerutvalg sakliste nav-fjordvik neste --faste-saker organisasjonenes_runde
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.faktum import Spoersmaal, faktum
    from brukerutvalg_cli.cli.innvendinger import etter_moetet
    from brukerutvalg_cli.handling import sakliste as handling
    from brukerutvalg_cli.handling.mandatets import ingen_har, krav_til_sakliste
    from brukerutvalg_cli.model.kalender import dag_i_ord
    from brukerutvalg_cli.model.moetepapirer import Sakliste
    from brukerutvalg_cli.model.verdier import kjent
    from brukerutvalg_cli.ord.i_ord import en_av_dem

    meeting = s.moete(moete)
    wanted = krav_til_sakliste(s.mappe, s.lastet.regelverk, meeting.dato)
    stands = kjent(meeting.sakliste) or Sakliste()
    given = {"foreslaatt_av": foreslaatt_av, "godkjent_av": godkjent_av, "i_samraad_med": i_samraad_med}
    anybody = svar.en_av(s.hvem_som_helst, hva="Det kan være")
    fields: dict[str, object] = {}
    for key, text in given.items():
        question = SPOERSMAAL[key]
        if names := ingen_har(s.mappe, s.lastet.regelverk, meeting.dato, "sakliste", key):
            demand = f"Mandatet vil at {en_av_dem(names, s.her)} {GJOER[key]}, men det har utvalget ingen av."
            question = f"{demand} {question}"
            if not text and not svar.kan_spoerre():
                typer.echo(demand, err=True)
        om = Spoersmaal(f"--{key.replace('_', '-')}", Sakliste, key, question)
        # Who settled it before, did; nobody is asked again.
        missing = key in wanted and getattr(stands, key) is None
        offered = ", ".join(wanted.get(key, ()))
        fields[key] = faktum(om, text, svar.flere(anybody), tilbudt=offered, savnes=missing)
    fixed = _faste(faste_saker, wanted.get("faste_saker", []))
    new = handling.sakliste(
        s.utkast, s.mappe, meeting.navn, fields | {"dato": s.naar(Sakliste, "dato")}, fixed
    )
    put = f", og satte på sak {', '.join(new)}" if new else ""
    return Gjort(
        f"Førte sakslista til møtet {dag_i_ord(meeting.dato)} som godkjent{put}",
        f"brukerutvalg innkalling {s.mappe.id} {meeting.navn}",
        innvendinger=etter_moetet(s, meeting, "sakslista føres som godkjent"),
    )


SPOERSMAAL = {
    "foreslaatt_av": "Hvem foreslo sakslista?",
    "godkjent_av": "Hvem godkjente den?",
    "i_samraad_med": "Hvem skjedde det i samråd med?",
}
GJOER = {
    "foreslaatt_av": "foreslår sakslista",
    "godkjent_av": "godkjenner sakslista",
    "i_samraad_med": "er med på råd om sakslista",
}


def _faste(text: str, wanted: Sequence[str]) -> list[str]:
    """The standing items that are to be on the agenda; asked for where the mandate has some."""
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.faktum import eller_ingen

    if not text and not (wanted and svar.kan_spoerre()):
        return []
    question = "Hvilke faste punkter skal på sakslista? Komma mellom flere, eller «ingen»:"
    points = svar.flere(svar.helst_en_av(wanted))
    return svar.svar("--faste-saker", text, question, eller_ingen(points), ", ".join(wanted))
