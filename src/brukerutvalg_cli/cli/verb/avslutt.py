"""The verb `avslutt`: somebody's term ends."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def avslutt(
    s: Skriving,
    person: Annotated[str, typer.Argument(metavar="PERSON", help="Personen, som kari-nordmann.")] = "",
    verv: Annotated[
        str, typer.Option("--verv", metavar="VERV", help="Vervet som slutter. Ellers: plassen i utvalget.")
    ] = "",
    til: Annotated[str, typer.Option("--til", metavar="DATO", help="Siste dag i vervet.")] = "",
    tiltrer_ikke: Annotated[
        bool,
        typer.Option("--tiltrer-ikke", help="Personen trakk seg før første dag: Perioden begynner aldri."),
    ] = False,
    alle_verv: Annotated[
        bool,
        typer.Option(
            "--alle-verv", help="Alt annet personen har, slutter samme dag. Ellers får du vite om det."
        ),
    ] = False,
    bortfalt_etter: Annotated[
        str,
        typer.Option(
            "--bortfalt-etter", metavar="BESTEMMELSE", help="Vervet falt bort etter denne i mandatet."
        ),
    ] = "",
) -> Gjort:
    """Fører siste dag i et verv. Hvorfor noen slutter, hører ikke hjemme i registeret.

    Eksempler:
      brukerutvalg avslutt nav-fjordvik kari-nordmann --til 30.6.2027 --alle-verv
      brukerutvalg avslutt nav-fjordvik anne-lie --verv redaksjonsraad --tiltrer-ikke
      brukerutvalg avslutt nav-fjordvik ola-berg --til 30.6.2027 --bortfalt-etter fravaer
    """
    from brukerutvalg_cli.cli import dagsvar, svar
    from brukerutvalg_cli.cli.andre_verv import slutter_ogsaa, vervet_til
    from brukerutvalg_cli.cli.faktum import eller_ukjent
    from brukerutvalg_cli.handling.person import avslutt as end
    from brukerutvalg_cli.handling.person import tiltrer_ikke as begins_not
    from brukerutvalg_cli.model.avloesning import Slutt
    from brukerutvalg_cli.model.kalender import dato_i_ord
    from brukerutvalg_cli.model.medlem import Oppnevning
    from brukerutvalg_cli.model.verdier import Ukjent
    from brukerutvalg_cli.model.vet_av import deldag_i_ord
    from brukerutvalg_cli.ord.i_ord import i_vervet, omtalt, vervet
    from brukerutvalg_cli.ord.slutt_i_ord import ferdige_i_ord

    people = s.person
    who = svar.svar("PERSON", person, "Hvem slutter?", people)
    office = vervet_til(s, who, verv)
    where, also = vervet(office, s.her), list[Slutt]()
    if tiltrer_ikke:
        first = begins_not(s.utkast, s.mappe, who, office, s.dag)
        melding = f"{omtalt(who, s.her)} tiltrer ikke {i_vervet(office, s.her)} {dato_i_ord(first)}"
    else:
        read = eller_ukjent(dagsvar.dag_eller_del, Oppnevning, "til")
        last = svar.svar("--til", til, "Hva er siste dag? Vet ingen det, svarer du «ukjent».", read)
        end(s.utkast, s.mappe, who, office, last, s.dag, bortfalt_etter)
        if not isinstance(last, Ukjent):
            also = slutter_ogsaa(s, who, office, last, alle=alle_verv)
        sits = "sitter" if where.startswith("i ") else "er"
        melding = f"{omtalt(who, s.her)} {sits} {where} til {deldag_i_ord(last)}"
    neste = f"brukerutvalg status {s.mappe.id}"
    return Gjort(". ".join([melding, *ferdige_i_ord(also, s.her)]), neste)
