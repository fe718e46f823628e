"""The verb `vis`: a council as it is on record, whole or one part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from brukerutvalg_cli.cli.lesevalg import JSON, SETT_FRA
from brukerutvalg_cli.cli.skrivevalg import UTVALG

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from brukerutvalg_cli.mandat.regelverk import Regelverk
    from brukerutvalg_cli.ord.i_ord import Her
    from brukerutvalg_cli.oversikt.bilde import Bilde
    from brukerutvalg_cli.rapport.tabell import Side

DELER = ("folk", "moeter", "saker", "moete", "sak")
ORDENE = {"folk": ("medlemmer", "personer"), "moete": ("møtet",), "sak": ("saken",)}
"""What people say for them."""


def vis(
    ctx: typer.Context,
    utvalg: UTVALG = "",
    hva: Annotated[str, typer.Argument(metavar="DEL", help=f"{', '.join(DELER)}. Ellers: alt.")] = "",
    hvilken: Annotated[
        str, typer.Argument(metavar="HVILKEN", help="Møtet eller saken. Ellers: neste møte.")
    ] = "",
    dato: SETT_FRA = "",
    som_json: JSON = False,
) -> None:
    """Viser et utvalg: neste møte og hva det mangler, folk og perioder, saker som venter, og årets møter.

    Eksempler:
      brukerutvalg vis nav-fjordvik
      brukerutvalg vis nav-fjordvik folk
      brukerutvalg vis nav-fjordvik moete 21.9.2023
    """
    from brukerutvalg_cli.cli.arbeidstre import arbeidstre
    from brukerutvalg_cli.cli.dag import lest_dag, sett_fra
    from brukerutvalg_cli.cli.register_rot import register_rot
    from brukerutvalg_cli.cli.utskrift import vis_tekst
    from brukerutvalg_cli.cli.utvalgsnavn import kjent_utvalg, lest_mappe
    from brukerutvalg_cli.ord.i_ord import Her
    from brukerutvalg_cli.register.load import load

    tree = arbeidstre(ctx, register_rot(ctx))
    if not hva and utvalg in DELER:  # of which council, is asked
        utvalg, hva = "", utvalg
    name = kjent_utvalg(tree, utvalg)
    day = lest_dag(dato)
    part = _delen(hva)
    lastet = load(tree, utvalg=[name])
    her = Her(lest_mappe(lastet, name), lastet.register)
    with sett_fra(day):
        if part == "sak":
            case = _sak(her, hvilken)
            if case not in her.mappe.saker:
                from brukerutvalg_cli.cli.forklart import forklart

                vis_tekst(forklart(ctx, [name, "sak", case], day, som_json=som_json))
                return
            part, hvilken = "saker", case
        _vis(her, lastet.regelverk, part, hvilken, day, som_json=som_json)


def _vis(
    her: Her, regelverk: Mapping[str, Regelverk], del_: str, hvilken: str, dag: date, *, som_json: bool
) -> None:
    from brukerutvalg_cli.oversikt.bilde import bilde

    whole = bilde(her.mappe, regelverk, dag)
    page, data = _siden(her, regelverk, whole, del_, hvilken)
    if som_json:
        from brukerutvalg_cli.rapport.json_format import dump

        typer.echo(dump({"dato": dag.isoformat(), "utvalg": her.mappe.id, del_ or "alt": data}), nl=False)
    else:
        from brukerutvalg_cli.cli.utskrift import vis_side

        vis_side([*page, "", f"Neste steg: brukerutvalg {_neste(whole)}"])


def _siden(
    her: Her, regelverk: Mapping[str, Regelverk], whole: Bilde, del_: str, hvilken: str
) -> tuple[Side, Any]:
    """The part that was asked for, in words and as data."""
    from brukerutvalg_cli.oversikt import bilde_json, bilde_tekst

    then = her.paa_dag(whole.dag)
    match del_:
        case "folk":
            return bilde_tekst.folk(then, whole), bilde_json.folk(whole)
        case "saker":
            if hvilken:
                whole = whole._replace(saker=tuple(case for case in whole.saker if case.sak == hvilken))
            return bilde_tekst.saker(then, whole), bilde_json.saker(whole.saker)
        case "moeter":
            return bilde_tekst.moeter(whole), bilde_json.moeter(whole)
        case "moete" if hvilken or whole.neste is None:
            from brukerutvalg_cli.cli.moetesvar import EtMoete
            from brukerutvalg_cli.cli.svar import svar

            moete = svar("HVILKEN", hvilken, "Hvilket møte?", EtMoete(her.mappe, whole.dag))
            return bilde_tekst.et_moete(her.paa_dag(moete.dato), moete), bilde_json.et_moete(
                moete, her.mappe.id
            )
        case "moete":
            assert whole.neste
            return [
                *bilde_tekst.et_moete(then, whole.neste),
                *bilde_tekst.mangler_i(whole),
            ], bilde_json.neste(whole)
        case _:
            return bilde_tekst.hele(then, whole), bilde_json.hele(whole)


def _neste(whole: Bilde) -> str:
    """What the next meeting lacks first and a command mends as it stands; else what waits."""
    as_it_stands = (m.kommando for m in whole.mangler if m.kommando == m.kommando.lower())
    return next(as_it_stands, f"status {whole.utvalg}")


def _delen(hva: str) -> str:
    from brukerutvalg_cli.cli.svar import en_av, om_sagt
    from brukerutvalg_cli.nevnt import Kjent

    words = [Kjent(name, ORDENE.get(name, ())) for name in DELER]
    return om_sagt("DEL", hva, "Hva skal vises?", en_av(words)) or ""


def _sak(her: Her, hvilken: str) -> str:
    """The case that is meant: on an agenda, or waiting for one."""
    from brukerutvalg_cli.cli import kjente
    from brukerutvalg_cli.cli.svar import en_av, svar

    known = en_av(kjente.innmeldte(her.mappe), kjente.saker(her.mappe.moeter), hva="Utvalget har")
    return svar("HVILKEN", hvilken, "Hvilken sak?", known)
