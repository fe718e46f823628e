"""The verb `historikk`: what became of something in a council's records, in sentences, from what git has stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from brukerutvalg_cli.cli.lesevalg import JSON
from brukerutvalg_cli.cli.skrivevalg import UTVALG

if TYPE_CHECKING:
    from brukerutvalg_cli.cli.minnemaal import Minnemaal
    from brukerutvalg_cli.cli.minnet import Minnet
    from brukerutvalg_cli.minne.fortelling import Fortalt
    from brukerutvalg_cli.minne.setninger import Forteller


def historikk(
    ctx: typer.Context,
    utvalg: UTVALG = "",
    hva: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="HVA",
            help="En person (og et verv), en sak (og «vedtak»), et møte eller en bestemmelse. Ellers: alt i utvalget.",
        ),
    ] = None,
    som_json: JSON = False,
) -> None:
    """Forteller hva som er blitt ført og rettet, når det ble lagret, og av hvem. Trenger git.

    Av navn og tekster som er rettet eller tatt ut, sies bare det registeret sier åpent i dag.

    Eksempler:
      brukerutvalg historikk nav-vestland kari-nordmann
      brukerutvalg historikk nav-vestland 28/22 vedtak
      brukerutvalg historikk nav-vestland 16.11.2022
    """
    from brukerutvalg_cli.cli.minnet import minnet
    from brukerutvalg_cli.cli.utvalgsnavn import kjent_utvalg

    memory = minnet(ctx)
    name = kjent_utvalg(memory.tree, utvalg)
    teller = memory.forteller(name)
    maal, told = _fortalt(memory, name, hva or [], teller)
    if som_json:
        from brukerutvalg_cli.minne.fortelling import som_data
        from brukerutvalg_cli.rapport.json_format import dump

        whole = {"utvalg": name, "hva": maal._asdict(), "historikk": som_data(told)}
        typer.echo(dump(memory.trygge_data(whole)), nl=False)
        return
    from brukerutvalg_cli.cli.utskrift import vis_side

    vis_side(_siden(memory, name, maal, told, teller))


def _fortalt(
    memory: Minnet, utvalg: str, hva: list[str], teller: Forteller
) -> tuple[Minnemaal, list[Fortalt]]:
    from brukerutvalg_cli.cli import kjente
    from brukerutvalg_cli.cli.dag import naa
    from brukerutvalg_cli.cli.minnemaal import angaar, maalet, sporene
    from brukerutvalg_cli.cli.minnet import gaa
    from brukerutvalg_cli.cli.utvalgsnavn import lest_mappe
    from brukerutvalg_cli.minne.fortelling import fortalt
    from brukerutvalg_cli.minne.gjennomgang import het, mappene, staar
    from brukerutvalg_cli.minne.spor import navnene
    from brukerutvalg_cli.ord.i_ord import Her

    her = Her(lest_mappe(memory.lastet, utvalg), memory.lastet.register)
    rules = kjente.bestemmelser(her.mappe, memory.lastet.regelverk)
    maal = maalet(hva, her, rules, naa())
    folders = [f"records/utvalg/{name}/" for name in mappene(memory.lagringer, utvalg)]
    files = folders
    if maal.slag == "bestemmelse":
        files = ["records/regelverk/"]
    gone = gaa(memory, files)
    every = [each for one in gone.lagret for each in one.endringer]
    there = staar(gone.gang, memory.naa(files))
    trails = sporene(maal, gone.lagret, her, there)
    names = navnene(every, trails)
    teller = teller.som_kjenner(het(every, there))
    return maal, list(fortalt(gone.lagret, lambda one: angaar(one, maal, trails, names), there, teller))


def _siden(memory: Minnet, utvalg: str, maal: Minnemaal, told: list[Fortalt], teller: Forteller) -> list[str]:
    from brukerutvalg_cli.minne.fortelling import som_linjer

    what = teller.verdi((), maal.navn) if maal.navn else ""
    whose = f"{memory.kalt(utvalg)}{f', {what}' if what else ''}"
    if not told:
        return [f"Historikken til {whose}: ingenting er ført om det i det som er lagret."]
    page = [f"Historikken til {whose}. Det eldste står først.", *som_linjer(told)]
    return [*memory.trygge_linjer(page), "", *_slutt(memory)]


def _slutt(memory: Minnet) -> list[str]:
    cut = any(each.begynnelse for each in memory.lagringer)
    more = (
        ["Det som er eldre, er ikke hentet hit (shallow). «git fetch --unshallow» henter det."] if cut else []
    )
    return [*more, "Neste steg: brukerutvalg valider"]
