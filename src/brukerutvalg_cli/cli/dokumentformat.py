"""In which format a document is written: as it was asked for, or as the name of its file says; and what it then is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import typer

from brukerutvalg_cli.cli.stans import Stans
from brukerutvalg_cli.dokument.format.navn import ENDELSER, Format, av_navnet, er_andres, passer

if TYPE_CHECKING:
    from brukerutvalg_cli.dokument.format.navn import Dokumentslag
    from brukerutvalg_cli.model.mappe import Utvalgsmappe
    from brukerutvalg_cli.model.moete import Moete
    from brukerutvalg_cli.register.load import Lastet
    from brukerutvalg_cli.register.tree import Tree


def valgt_format(asked: Format | None, output: str, *, som_json: bool) -> Format:
    """The format of the document.

    Raises:
        typer.BadParameter: when two of the things that were asked for cannot both be.
        Stans: when the file is to be of a kind that no document is.
    """
    if som_json:
        if asked:
            raise typer.BadParameter("--json og --format sier hver sitt. Bruk en av dem")
        return "markdown"
    if er_andres(output):
        raise Stans(
            f"«{output}» kan ikke lages her. Gi fila et navn på .md, .html eller .txt (Word åpner de to siste)"
        )
    if asked and not passer(output, asked):
        right = ENDELSER[asked][0]
        raise typer.BadParameter(f"--format {asked} og «{output}» sier hver sitt. Gi fila et navn på {right}")
    return asked or av_navnet(output) or "markdown"


def filnavn(slag: Dokumentslag, mappe: Utvalgsmappe, moete: Moete, valgt: Format | Literal["json"]) -> str:
    """What the file is called that is put in a folder."""
    part = "-fragment" if valgt == "fragment" else ""
    ending = ".json" if valgt == "json" else ENDELSER[valgt][0]
    return f"{slag}-{mappe.id}-{moete.navn}{part}{ending}"


def i_format(
    valgt: Format,
    markdown: str,
    slag: Dokumentslag,
    lastet: Lastet,
    mappe: Utvalgsmappe,
    moete: Moete,
    tree: Tree,
) -> tuple[str, str]:
    """The document in this format, and what is to be said beside it."""
    if valgt == "markdown":
        return markdown, ""
    from brukerutvalg_cli.dokument.format.lesning import lesning

    lest = lesning(markdown)
    if valgt == "html":
        from brukerutvalg_cli.dokument.format.maal import annet_maal
        from brukerutvalg_cli.dokument.format.side import side

        return side(lest, mappe.utvalg.maalform, annet_maal(mappe, moete, tree.size)), ""
    if valgt == "tekst":
        from brukerutvalg_cli.dokument.format.ren_tekst import ren_tekst

        return ren_tekst(lest), ""
    from brukerutvalg_cli.dokument.format.fragment import fragment, sakene
    from brukerutvalg_cli.dokument.format.sjekkliste import sjekkliste
    from brukerutvalg_cli.dokument.lag import fakta

    cases = sakene(fakta(slag, lastet.register, mappe, moete, tree))
    return fragment(lest, cases), sjekkliste(markdown, lest, slag, mappe, moete, tree.size)
