"""The verb `oppfoelging ny`: somebody takes something upon themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import MOETE, SAKSNR
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving

if TYPE_CHECKING:
    from brukerutvalg_cli.cli.fristsvar import Fristen
    from brukerutvalg_cli.model.verdier import Ukjent


@skriver
def ny(
    s: Skriving,
    moete: MOETE = "",
    nr: SAKSNR = "",
    hva: Annotated[str, typer.Argument(metavar="HVA", help="Det som skal gjøres.")] = "",
    ansvarlig: Annotated[
        str, typer.Option("--ansvarlig", metavar="HVEM", help="Hvem som tok det på seg.")
    ] = "",
    frist: Annotated[
        str,
        typer.Option(
            "--frist",
            metavar="DATO",
            help="Dagen det skal være gjort, også som «om lag 3 uker før 9.2.2027» eller «neste møte».",
        ),
    ] = "",
) -> Gjort:
    """Fører noe som skal følges opp etter en sak: hva, hvem og innen når. «status» minner om det til det er gjort.

    Eksempler:
      brukerutvalg oppfoelging ny nav-fjordvik siste 12/26 "Spør om ventetida" --ansvarlig leder --frist 1.12.2026
      brukerutvalg oppfoelging ny nav-fjordvik siste 12/26 "Hent tallene" --frist "neste møte"
      brukerutvalg oppfoelging ny nav-fjordvik siste 13/26 "Møt i redaksjonsrådet" --frist "om lag 3 uker før neste"
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.faktum import Spoersmaal, faktum
    from brukerutvalg_cli.cli.fristsvar import frist_for
    from brukerutvalg_cli.handling.filer import saken
    from brukerutvalg_cli.handling.moetebok import dokumentet, legg_til_i_sak
    from brukerutvalg_cli.model.sak import Oppfoelging

    meeting = s.moete(moete)
    nr = s.sak(nr, meeting)
    what = svar.svar("HVA", hva, "Hva skal gjøres?", svar.tekst)
    anybody = svar.helst_en_av(s.hvem_som_helst, slingring=100)
    owner = Spoersmaal("--ansvarlig", Oppfoelging, "ansvarlig", "Hvem tar det på seg?")
    who = faktum(owner, ansvarlig, anybody)
    deadline = Spoersmaal("--frist", Oppfoelging, "frist", "Når skal det være gjort?")
    due = faktum(deadline, frist, frist_for(meeting.dato, s.moete))
    entry = {"hva": what, "ansvarlig": who} | _naar(due)
    legg_til_i_sak(s.utkast, s.mappe, meeting.navn, nr, "oppfoelging", entry)
    neste = f"brukerutvalg {dokumentet(s.mappe, meeting)}"
    said = "" if meeting.saker[saken(meeting, nr)].fortrolig else f": {what}"
    return Gjort(f"Førte oppfølging av sak {nr}{said}", neste)


def _naar(due: Fristen | Ukjent | None) -> dict[str, object]:
    """The deadline by its keys in the file."""
    from brukerutvalg_cli.cli.fristsvar import Fristen

    if not isinstance(due, Fristen):
        return {"frist": due}
    return {
        "frist": due.dag,
        "omtrent": due.omtrent or None,
        "til_neste_moete": due.til_neste_moete or None,
    }
