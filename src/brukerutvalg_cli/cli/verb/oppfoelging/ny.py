"""The verb `oppfoelging ny`: somebody takes something upon themselves."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import COMMIT, DATO, MOETE, SAKSNR, TOERR, UTVALG


def ny(
    ctx: typer.Context,
    utvalg: UTVALG,
    moete: MOETE,
    nr: SAKSNR,
    hva: Annotated[str, typer.Argument(metavar="HVA", help="Det som skal gjøres.")] = "",
    ansvarlig: Annotated[
        str, typer.Option("--ansvarlig", metavar="HVEM", help="Hvem som tok det på seg.")
    ] = "",
    frist: Annotated[str, typer.Option("--frist", metavar="DATO", help="Dagen det skal være gjort.")] = "",
    dato: DATO = "",
    dry_run: TOERR = False,
    commit: COMMIT = False,
) -> None:
    """Fører noe som skal følges opp etter en sak: hva, hvem og innen når. «status» minner om det til det er gjort.

    Eksempler:
      brukerutvalg oppfoelging ny nav-fjordvik siste 12/26 "Spør om ventetida" --ansvarlig leder --frist 1.12.2026
      brukerutvalg oppfoelging ny nav-fjordvik neste 13/26 "Inviter kommunen" --ansvarlig nina-vik --frist 1.2.2027
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.skriving import fullfoer, skriving
    from brukerutvalg_cli.handling.filer import saken
    from brukerutvalg_cli.handling.moetebok import dokumentet, legg_til_i_sak

    with skriving(ctx, utvalg, dato) as s:
        meeting = s.moete(moete)
        what = svar.svar("HVA", hva, "Hva skal gjøres?", svar.tekst)
        anybody = svar.helst_en_av(s.hvem_som_helst, slingring=100)
        who = svar.svar("--ansvarlig", ansvarlig, "Hvem tar det på seg?", anybody)
        due = svar.svar("--frist", frist, "Når skal det være gjort?", svar.ikke_foer(meeting.dato, "møtet"))
        entry = {"hva": what, "ansvarlig": who, "frist": due}
        legg_til_i_sak(s.utkast, s.mappe, meeting.dato, nr, "oppfoelging", entry)
        neste = f"brukerutvalg {dokumentet(s.mappe, meeting)}"
        said = "" if meeting.saker[saken(meeting, nr)].fortrolig else f": {what}"
        fullfoer(s, f"Førte oppfølging av sak {nr}{said}", neste, dry_run=dry_run, commit=commit)
