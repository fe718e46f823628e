"""The verb `person ny`: somebody new in the council."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import ANTATT
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def ny(
    s: Skriving,
    navn: Annotated[str, typer.Argument(metavar="NAVN", help="Navnet slik det skal stå i dokumentene.")] = "",
    side: Annotated[
        str,
        typer.Option(
            "--side", metavar="SIDE", help="bruker, nav, kommune … Ellers: siden til organisasjonen."
        ),
    ] = "",
    representerer: Annotated[
        str,
        typer.Option("--representerer", metavar="ORGANISASJON", help="Organisasjonen personen sitter for."),
    ] = "",
    grupper: Annotated[
        str,
        typer.Option(
            "--grupper", metavar="GRUPPE", help="Brukergruppene personen taler for, med komma mellom."
        ),
    ] = "",
    kun_organisasjon: Annotated[
        bool, typer.Option("--kun-organisasjon", help="Navnet skal ikke stå i det som legges ut.")
    ] = False,
    antatt: ANTATT = "",
    person_id: Annotated[str, typer.Option("--id", metavar="ID", help="Ellers: lages av navnet.")] = "",
) -> Gjort:
    """Fører en ny person. Telefon, e-post, kjønn, alder og helse hører ikke hjemme i registeret.

    Eksempler:
      brukerutvalg person ny nav-fjordvik "Kari Nordmann" --side bruker --representerer ffo
      brukerutvalg person ny nav-fjordvik "Nina Vik" --side nav
      brukerutvalg person ny nav-fjordvik "Per Hansen" --side bruker --antatt side
    """
    from brukerutvalg_cli.cli import kjente, svar
    from brukerutvalg_cli.cli.faktum import Spoersmaal, eller_ukjent, faktum
    from brukerutvalg_cli.handling import person
    from brukerutvalg_cli.handling.filer import som_antatt
    from brukerutvalg_cli.model.medlem import Medlem
    from brukerutvalg_cli.model.verdier import kjent

    name = svar.svar("NAVN", navn, "Hva heter personen?", svar.tekst)
    bodies = svar.en_av(
        kjente.organisasjoner(s.lastet.register),
        hva=f"En ny fører du med «brukerutvalg organisasjon ny {s.mappe.id}». Registeret har",
    )
    # Who sits for Nav or a municipality sits for no organisation: nobody is asked about that.
    of = Spoersmaal("--side", Medlem, "side", "Hvilken side sitter personen for?")
    chosen = faktum(of, side, s.side, savnes=False)
    ask = svar.om_ikke_tomt if chosen in (None, "bruker") else svar.om_sagt
    question = "Hvilken organisasjon sitter personen for? Tomt om det ikke er noen:"
    sits_for = ask("--representerer", representerer, question, eller_ukjent(bodies, Medlem, "representerer"))
    body = s.lastet.register.organisasjoner.get(str(sits_for))
    theirs = str((kjent(body.side) if body else None) or "")
    if chosen is None:  # the side of the organisation, or what is answered
        chosen = faktum(of, theirs if theirs in s.mappe.utvalg.alle_sider else "", s.side)
    groups = [word.strip() for word in grupper.split(",") if word.strip()]
    fields = {
        "navn": name,
        "side": chosen,
        "representerer": sits_for,
        "grupper": groups,
        "publisering": "kun_organisasjon" if kun_organisasjon else None,
    }
    new = person.ny(s.utkast, s.mappe, som_antatt(fields, Medlem, antatt), person_id)
    neste = f"brukerutvalg oppnevn {s.mappe.id} {new} --verv medlem"
    return Gjort(f"Førte {name} ({new}) i {s.mappe.id}", neste)
