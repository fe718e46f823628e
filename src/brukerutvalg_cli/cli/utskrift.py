"""Utskrift: a page as it reaches who reads it – in a window with tables and a screen at a time, else line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from brukerutvalg_cli.cli.vakt import i_vindu

if TYPE_CHECKING:
    from brukerutvalg_cli.rapport.tabell import Side


def vis_side(side: Side, *, blad: bool = True) -> None:
    """Shows a page. `blad`: a long one a screen at a time, from the top; else its end stays on the screen."""
    from brukerutvalg_cli.cli.vindu import som_vindu

    vis_tekst(som_vindu(side, plain=not i_vindu()), blad=blad)


def vis_dokument(text: str) -> None:
    """A document as it will be read, in a window; elsewhere as it is written."""
    if i_vindu():
        from brukerutvalg_cli.cli.vindu import som_lest

        text = som_lest(text)
    vis_tekst(text)


def vis_tekst(text: str, *, blad: bool = True) -> None:
    """The same for a text without tables."""
    if blad and i_vindu():
        typer.echo("", nl=False)  # the pager writes past our streams: what tells of progress ends here
        from brukerutvalg_cli.cli.vindu import bladd

        if bladd(text):
            return
    typer.echo(text, nl=False)
