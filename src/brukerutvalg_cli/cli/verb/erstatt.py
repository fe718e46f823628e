"""The verb `erstatt`: another takes over the rest of a term."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def erstatt(
    s: Skriving,
    person: Annotated[str, typer.Argument(metavar="PERSON", help="Den som slutter.")] = "",
    overtar: Annotated[str, typer.Argument(metavar="OVERTAR", help="Den som overtar, ofte varaen.")] = "",
    verv: Annotated[
        str, typer.Option("--verv", metavar="VERV", help="Vervet det gjelder. Ellers: plassen i utvalget.")
    ] = "",
    fra: Annotated[str, typer.Option("--fra", metavar="DATO", help="Første dag for den som overtar.")] = "",
    samtykke: Annotated[
        str, typer.Option("--samtykke", metavar="ja|nei|ukjent", help="Har den som overtar, sagt ja?")
    ] = "",
    fullmakt: Annotated[
        str,
        typer.Option(
            "--fullmakt", metavar="ja|nei|ukjent", help="Har den som overtar, fullmakt fra organisasjonen?"
        ),
    ] = "",
) -> Gjort:
    """Lar en annen overta resten av en periode. Var den som overtar, vara, slutter varavervet samtidig.

    Eksempler:
      brukerutvalg erstatt nav-fjordvik kari-nordmann per-hansen --fra 1.7.2027
      brukerutvalg erstatt nav-fjordvik kari-nordmann per-hansen --verv leder --fra 1.7.2027 --dry-run
    """
    from brukerutvalg_cli.cli import dagsvar, svar
    from brukerutvalg_cli.cli.andre_verv import si_fra_om_andre, vervet_til
    from brukerutvalg_cli.cli.faktum import eller_ukjent
    from brukerutvalg_cli.cli.oppnevnersvar import krevd, tilsagn
    from brukerutvalg_cli.handling.person import andre_verv
    from brukerutvalg_cli.handling.person import erstatt as replace
    from brukerutvalg_cli.model.kalender import EN_DAG
    from brukerutvalg_cli.model.medlem import Oppnevning
    from brukerutvalg_cli.model.vet_av import deldag_i_ord, senest, tidligst
    from brukerutvalg_cli.ord.i_ord import i_vervet, omtalt
    from brukerutvalg_cli.ord.slutt_i_ord import ferdige_i_ord

    people = s.person
    old = svar.svar("PERSON", person, "Hvem slutter?", people)
    new = svar.svar("OVERTAR", overtar, "Hvem overtar?", people)
    begins = eller_ukjent(dagsvar.dag_eller_del, Oppnevning, "fra")
    first = svar.svar("--fra", fra, "Fra hvilken dag? Vet ingen det, svarer du «ukjent».", begins)
    office = vervet_til(s, old, verv)
    demanded = krevd(s, new, office)
    fields = {
        "samtykke": tilsagn("samtykke", samtykke, demanded),
        "fullmakt": tilsagn("fullmakt", fullmakt, demanded),
    }
    ended = replace(s.utkast, s.mappe, old, new, office, first, fields, s.dag)
    last = (senest(first) or s.dag) - EN_DAG
    si_fra_om_andre(s, old, andre_verv(s.mappe, old, office, last), last)
    who, whom = (omtalt(name, s.her) for name in (new, old))
    said = [f"{who} overtar {i_vervet(office, s.her)} etter {whom} fra {deldag_i_ord(first)}"]
    said += [*ferdige_i_ord(ended, s.her)]
    neste = f"brukerutvalg status {s.mappe.id}"
    return Gjort(". ".join(said), neste, per=tidligst(first))
