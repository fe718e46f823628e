"""The verb `kontaktperson`: another contact person takes over."""

from __future__ import annotations

from typing import Annotated

import typer

from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def kontaktperson(
    s: Skriving,
    person: Annotated[str, typer.Argument(metavar="PERSON", help="Den som er kontaktperson fra nå av.")] = "",
    fra: Annotated[str, typer.Option("--fra", metavar="DATO", help="Første dag. Ellers: ukjent.")] = "",
) -> Gjort:
    """Fører hvem som er kontaktperson. Den som var det, slutter dagen før.

    Eksempler:
      brukerutvalg kontaktperson nav-fjordvik liv-sandvik --fra 1.1.2027
      brukerutvalg kontaktperson nav-fjordvik liv-sandvik
    """
    from brukerutvalg_cli.cli import dagsvar, svar
    from brukerutvalg_cli.cli.faktum import Spoersmaal, faktum
    from brukerutvalg_cli.handling.person import bytt
    from brukerutvalg_cli.model.medlem import Oppnevning
    from brukerutvalg_cli.model.verdier import UKJENT
    from brukerutvalg_cli.model.vet_av import deldag_i_ord
    from brukerutvalg_cli.oppramsing import alle_sammen
    from brukerutvalg_cli.ord.i_ord import omtalt

    people = s.person
    who = svar.svar("PERSON", person, "Hvem?", people)
    begins = Spoersmaal("--fra", Oppnevning, "fra", "Fra hvilken dag?")
    first = faktum(begins, fra, dagsvar.dag_eller_del, tilbudt=s.dag.isoformat()) or UKJENT
    had = bytt(s.utkast, s.mappe, who, "kontaktperson", first, s.dag)
    after = f" etter {alle_sammen(omtalt(name, s.her) for name in had)}" if had else ""
    melding = f"{omtalt(who, s.her)} er kontaktperson fra {deldag_i_ord(first)}{after}"
    return Gjort(melding, f"brukerutvalg status {s.mappe.id}")
