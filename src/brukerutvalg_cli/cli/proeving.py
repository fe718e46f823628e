"""Proeving: a draft is judged before it is written, and nothing that makes a fault is written unless it is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import date

    from brukerutvalg_cli.cli.skriving import Skriving
    from brukerutvalg_cli.endring.utkast import Filendring
    from brukerutvalg_cli.rapport.rapport import Located


def proevd(
    s: Skriving, endringer: Sequence[Filendring], dag: date, innvendinger: Sequence[str] = ()
) -> list[Located]:
    """What is found with the draft that is not found without it, as of a day, where the draft may be written.

    `--likevel`, or a yes on a terminal, lets through what the mandate has against it, what is strange about it beside
    that (`innvendinger`), and minutes that are out already and would say something else. What has only fallen due
    elsewhere is told, and stops nothing. A file that could not be read, or names what is not there, is never let
    through.

    Raises:
        Stans: when the register could not be read with the draft.
        typer.Exit: with 1, when it is stopped.
    """
    from brukerutvalg_cli.cli.personvernvakt import trygg_melding
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.funn.finding import Severity
    from brukerutvalg_cli.oversikt.ute import endret_ute
    from brukerutvalg_cli.rapport.nye_funn import nye_funn
    from brukerutvalg_cli.validering import beroerte, rapporten

    after = s.etter
    councils = beroerte(s.lastet, {change.path: change.etter for change in endringer}, after.landet)
    found = rapporten(after.landet.tree, after, dag, councils, begynt=True).funn
    # Where nothing is found with the draft, nothing is new, whatever was found without it.
    nye = list(nye_funn(found, rapporten(s.tree, s.lastet, dag, councils, begynt=True).funn)) if found else []
    if unreadable := [f for f in nye if f.finding.code < "BU100" or f.finding.name == "ukjent-referanse"]:
        what = "; ".join(dict.fromkeys(f.finding.message for f in unreadable))
        raise Stans(f"ingenting er skrevet: {trygg_melding(what, endringer, s.lastet.register)}")
    there = after.register.mapper.get(s.mappe.id)
    out = [*innvendinger, *(endret_ute(s.mappe, there) if there else ())]
    for sentence in out:
        typer.echo(sentence, err=True)
    changed = {change.path for change in endringer}
    made = [f for f in nye if f.finding.severity is Severity.FEIL and not _forfalt(f, changed)]
    if not s.likevel and (out or made):
        _stans_eller_spoer(s, nye, endringer)
    return nye


FORFALLER = frozenset({"frist", "hyppighet", "utsending", "bekreftelse"})
"""The kinds of rule that say by when something is to be done."""


def _forfalt(funn: Located, endret: Collection[str]) -> bool:
    """Whether something else was to be done by now, and is not: what happened is recorded all the same."""
    finding = funn.finding
    return finding.name in FORFALLER and finding.since is not None and finding.place.path not in endret


def _stans_eller_spoer(s: Skriving, nye: list[Located], endringer: Sequence[Filendring]) -> None:
    from brukerutvalg_cli.cli import svar

    vis_foer_det_er_skrevet(s, nye, endringer)
    if not s.bare_vis and svar.kan_spoerre():
        question = "Skal det føres likevel (ja/nei)?"
        if svar.svar("--likevel", "", question, svar.ja_eller_nei, "nei"):
            nye.clear()  # seen
            return
    typer.echo("Ingenting er skrevet. Rett det, eller skriv --likevel om det skal føres slik.", err=True)
    raise typer.Exit(1)


def vis_foer_det_er_skrevet(s: Skriving, funn: list[Located], endringer: Sequence[Filendring]) -> None:
    """What was found, where nothing is written yet: what is confidential is so till then, whatever it would be."""
    from brukerutvalg_cli.cli.personvernvakt import trygg_melding

    vis(funn, lambda text: trygg_melding(text, endringer, s.lastet.register))


def vis(funn: list[Located], trygt: Callable[[str], str] = str) -> None:
    """What was found, each in a few lines."""
    if not funn:
        return
    from brukerutvalg_cli.rapport.kort import kort

    typer.echo("")
    for located in funn:
        typer.echo(trygt(kort(located)))
    typer.echo("")
