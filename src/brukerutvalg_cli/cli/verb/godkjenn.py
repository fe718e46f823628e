"""The verb `godkjenn`: minutes are approved, by a later meeting or between meetings, or put right after that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from brukerutvalg_cli.cli.skrivevalg import MOETE
from brukerutvalg_cli.cli.skriveverb import skriver
from brukerutvalg_cli.cli.skriving import Gjort, Skriving

if TYPE_CHECKING:
    from collections.abc import Callable

    from brukerutvalg_cli.model.forseglet import Segl
    from brukerutvalg_cli.model.moete import Moete


@skriver
def godkjenn(
    s: Skriving,
    moete: MOETE = "",
    i: Annotated[
        str,
        typer.Option(
            "--i", metavar="MØTE", help="Møtet som godkjente det. Ellers: det som har det på sakslista."
        ),
    ] = "",
    paa_epost: Annotated[
        bool, typer.Option("--paa-epost", help="Det ble godkjent på e-post, utenom et møte.")
    ] = False,
    sirkulasjon: Annotated[
        bool, typer.Option("--sirkulasjon", help="Det gikk på omgang og ble godkjent, utenom et møte.")
    ] = False,
    rettet: Annotated[
        str, typer.Option("--rettet", metavar="HVA", help="En feil er rettet etter at det ble godkjent: hva.")
    ] = "",
) -> Gjort:
    """Fører referatet fra et møte som godkjent, i et senere møte eller utenom, og setter segl på det som står der.

    Er noe galt i et godkjent referat, retter du det først, med --likevel, og fører så hva som er rettet. Siden
    kan det godkjennes på nytt.

    Eksempler:
      brukerutvalg godkjenn nav-fjordvik 16.11.2026 --i 15.2.2027
      brukerutvalg godkjenn nav-fjordvik 16.11.2026 --paa-epost --dato 1.12.2026
      brukerutvalg godkjenn nav-fjordvik 16.11.2026 --rettet "Tallet i sak 3/26 er 12, ikke 21"
    """
    if sum((paa_epost, sirkulasjon, bool(rettet), bool(i))) > 1:
        raise typer.BadParameter("skriv bare én av --i, --paa-epost, --sirkulasjon og --rettet")
    meeting = s.moete(moete)
    if rettet:
        return _rett(s, meeting, rettet)
    if paa_epost or sirkulasjon:
        return _utenom(s, meeting, "epost" if paa_epost else "sirkulasjon")
    return _i_moete(s, meeting, i)


def _i_moete(s: Skriving, meeting: Moete, i: str) -> Gjort:
    from brukerutvalg_cli.cli.innvendinger import ikke_vaert
    from brukerutvalg_cli.handling.filer import er_holdt
    from brukerutvalg_cli.handling.godkjenning import godkjenn as approve
    from brukerutvalg_cli.handling.godkjenning import lagt_fram_i
    from brukerutvalg_cli.handling.moetebok import neste_aa_foere

    er_holdt(s.mappe, meeting)  # before anything is asked of its minutes
    question = "I hvilket møte ble det godkjent?"
    there = i or lagt_fram_i(s.mappe, meeting)
    later = s.moete(there, har_vaert=True, valg="--i", spoersmaal=question, tilbudt="siste")
    nr = approve(s.utkast, s.mappe, meeting.navn, later.navn, _forsegl(s))
    where = f"sak {nr}" if nr else f"møtet {s.mappe.moete_i_ord(later)}, i en ukjent sak"
    melding = f"Førte referatet fra {s.mappe.moete_i_ord(meeting)} som godkjent i {where}"
    neste = f"brukerutvalg {neste_aa_foere(s.mappe, later, nr)}"
    return Gjort(melding, neste, innvendinger=ikke_vaert(s, later))


def _utenom(s: Skriving, meeting: Moete, maate: str) -> Gjort:
    from brukerutvalg_cli.cli.innvendinger import ikke_vaert
    from brukerutvalg_cli.handling.godkjenning import utenom_moete
    from brukerutvalg_cli.model.moetepapirer import Godkjent

    utenom_moete(s.utkast, s.mappe, meeting.navn, s.naar(Godkjent, "dato"), maate, _forsegl(s))
    how = "på e-post" if maate == "epost" else "ved sirkulasjon"
    melding = f"Førte referatet fra {s.mappe.moete_i_ord(meeting)} som godkjent {how}"
    neste = f"brukerutvalg referat {s.mappe.id} {meeting.navn}"
    return Gjort(melding, neste, innvendinger=ikke_vaert(s, meeting))


def _rett(s: Skriving, meeting: Moete, hva: str) -> Gjort:
    from brukerutvalg_cli.handling.godkjenning import rett
    from brukerutvalg_cli.model.moetepapirer import Rettelse

    entry = {"dato": s.naar(Rettelse, "dato"), "hva": hva}
    rett(s.utkast, s.lastet.register, s.mappe, meeting.navn, entry, _forsegl(s))
    melding = f"Førte at det godkjente referatet fra {s.mappe.moete_i_ord(meeting)} er rettet"
    return Gjort(melding, f"brukerutvalg referat {s.mappe.id} {meeting.navn}")


def _forsegl(s: Skriving) -> Callable[[Moete], Segl]:
    """Seals the minutes of a meeting as the register has them."""
    from brukerutvalg_cli.model.segl import segl

    return lambda moete: segl(s.lastet.register, s.mappe, moete)
