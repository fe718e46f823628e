"""The verb `organisasjon ny`: an organisation that somebody may sit for."""

from __future__ import annotations

from typing import Annotated, get_args

import typer

from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving


@skriver
def ny(
    s: Skriving,
    navn: Annotated[str, typer.Argument(metavar="NAVN", help="Navnet slik det skal stå i dokumentene.")] = "",
    slag: Annotated[
        str, typer.Option("--type", metavar="TYPE", help="paraply, landsdekkende, lokal eller offentlig.")
    ] = "",
    side: Annotated[
        str, typer.Option("--side", metavar="SIDE", help="Siden den sitter på, eller «ukjent».")
    ] = "",
    forkortelse: Annotated[
        str, typer.Option("--forkortelse", metavar="TEKST", help="Kortformen, som FFO.")
    ] = "",
    plass: Annotated[bool, typer.Option("--plass", help="Den har fast plass i utvalget.")] = False,
    organisasjon_id: Annotated[str, typer.Option("--id", metavar="ID", help="Ellers: lages av navnet.")] = "",
) -> Gjort:
    """Fører en organisasjon som registeret ikke har fra før, så noen kan representere den.

    Eksempler:
      brukerutvalg organisasjon ny nav-fjordvik "Fjordvik pensjonistlag" --type lokal --side bruker
      brukerutvalg organisasjon ny nav-fjordvik "Norges Døveforbund" --type landsdekkende --side bruker --plass
    """
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.faktum import Spoersmaal, faktum
    from brukerutvalg_cli.handling import organisasjon
    from brukerutvalg_cli.model.organisasjon import Organisasjon, Organisasjonstype

    name = svar.svar("NAVN", navn, "Hva heter organisasjonen?", svar.tekst)
    kinds = svar.en_av(get_args(Organisasjonstype))
    sort = Spoersmaal(
        "--type", Organisasjon, "type", f"Hva slags organisasjon ({', '.join(get_args(Organisasjonstype))})?"
    )
    kind = faktum(sort, slag, kinds, tilbudt="lokal")
    sits = Spoersmaal("--side", Organisasjon, "side", "Hvilken side sitter den på?")
    chosen = faktum(sits, side, s.side, tilbudt="bruker")
    fields = {"navn": name, "forkortelse": forkortelse, "type": kind, "side": chosen}
    new = organisasjon.ny(s.utkast, s.lastet.register, s.mappe, fields, organisasjon_id, plass=plass)
    neste = f"brukerutvalg person ny {s.mappe.id} --representerer {new}"
    return Gjort(f"Førte organisasjonen {name} ({new})", neste)
