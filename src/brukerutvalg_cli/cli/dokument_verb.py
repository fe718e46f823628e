"""What `innkalling` and `referat` have in common: find the meeting, make the document, put it there, say so."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path
from typing import NoReturn

import typer

from brukerutvalg_cli.cli.arbeidstre import arbeidstre
from brukerutvalg_cli.cli.dag import lest_dag
from brukerutvalg_cli.cli.dokumentformat import filnavn, i_format, valgt_format
from brukerutvalg_cli.cli.moetesvar import MoeteMedDokument
from brukerutvalg_cli.cli.register_rot import register_rot
from brukerutvalg_cli.cli.stans import Stans
from brukerutvalg_cli.cli.svar import svar
from brukerutvalg_cli.cli.terminal import color_wanted
from brukerutvalg_cli.cli.utfil import Utfil, utfil
from brukerutvalg_cli.cli.utskrift import vis_dokument, vis_tekst
from brukerutvalg_cli.cli.utvalgsnavn import kjent_utvalg
from brukerutvalg_cli.cli.vakt import slipper
from brukerutvalg_cli.cli.vindu import bredde
from brukerutvalg_cli.dokument.format.navn import Dokumentslag, Format
from brukerutvalg_cli.dokument.hindringer import hindringer, personvernfunn
from brukerutvalg_cli.dokument.lag import fakta, lag
from brukerutvalg_cli.dokument.moetefakta import etterfoelger
from brukerutvalg_cli.dokument.stand import godkjent_i, mangler
from brukerutvalg_cli.dommer.dom import Dom
from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.model.kalender import dag_i_ord
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetepapirer import Sendt
from brukerutvalg_cli.model.sete import MEDLEMSVERV
from brukerutvalg_cli.model.tilhoerer import sitter
from brukerutvalg_cli.navn import likt
from brukerutvalg_cli.rapport.sammenstill import sammenstill
from brukerutvalg_cli.register.load import Lastet, load
from brukerutvalg_cli.register.locate import Locator
from brukerutvalg_cli.register.tree import Tree

NAVN: dict[Dokumentslag, str] = {"innkalling": "innkallingen", "referat": "referatet"}


def skriv_dokument(
    ctx: typer.Context,
    slag: Dokumentslag,
    utvalg: str,
    moete: str,
    dato: str,
    output: str,
    ics: str = "",
    eml: str = "",
    adresser: str = "",
    *,
    format: Format | None = None,
    som_json: bool = False,
    fortrolige: bool = False,
    se: bool = False,
) -> None:
    """The whole verb.

    Raises:
        typer.BadParameter: when there is no such council or meeting, or the file cannot be written.
        typer.Exit: with 1, when findings stop the document; they have then been printed.
    """
    from brukerutvalg_cli.cli.epostfil import er_mappe, les_adresser, skriv_epost

    tree = arbeidstre(ctx, register_rot(ctx))
    chosen = valgt_format(format, "" if _is_folder(Path(output)) else output, som_json=som_json)
    day = lest_dag(dato)
    name = kjent_utvalg(tree, utvalg)
    known = les_adresser(adresser) if eml else {}
    lastet = load(tree, utvalg=[name])
    if problems := hindringer(lastet, name):
        _stop(problems, slag, lastet, tree, day)
    mappe = lastet.register.mapper[name].uten_antakelser()  # what goes out says nothing that is assumed
    meeting = svar("MØTE", moete, "Hvilket møte?", MoeteMedDokument(mappe, day))
    if problems := personvernfunn(lastet, mappe, meeting):
        _stop(problems, slag, lastet, tree, day)
    text = lag(slag, lastet.register, mappe, meeting, tree)
    if isinstance(text, Finding):
        _stop([text], slag, lastet, tree, day)
    shown, beside = i_format(chosen, text, slag, lastet, mappe, meeting, tree)
    if se:
        (vis_dokument if chosen == "markdown" else vis_tekst)(shown)
        typer.echo(f"Ingenting er skrevet. {_next_step(slag, mappe, meeting)}", err=True)
        return
    name = filnavn(slag, mappe, meeting, "json" if som_json else chosen)
    place = _place(output, name, tree.root) if output else None
    calendar = utfil(ics, tree.root) if ics else None
    letter = utfil(eml, tree.root) if eml and not er_mappe(eml) else None
    targets = [each.maal for each in (place, calendar, letter) if each]
    if len({likt(str(target)) for target in targets}) < len(targets):
        raise Stans("-o, --ics og --eml må ha hver sin fil. Ingenting er skrevet")
    if eml:
        skriv_epost(tree, lastet, mappe, meeting, text, eml, known, fortrolige=fortrolige)
    if calendar:
        from brukerutvalg_cli.cli.kalenderfil import skriv_kalender
        from brukerutvalg_cli.dokument.kalender import moetekalender

        skriv_kalender(moetekalender(mappe, meeting), calendar)
    where = _put(_json(slag, lastet, mappe, meeting, tree) if som_json else shown, place)
    _si_fra(slag, mappe, meeting, where)
    if beside:
        typer.echo(beside, err=True, nl=False)


def _si_fra(slag: Dokumentslag, mappe: Utvalgsmappe, moete: Moete, where: str) -> None:
    """What was written, what it has no fact for, and what comes next."""
    what = f"{NAVN[slag]} til møtet" if slag == "innkalling" else f"{NAVN[slag]} fra møtet"
    lacking = ", ".join(mangler(slag, moete))
    it = "Den" if slag == "innkalling" else "Det"
    note = f" {it} har ikke dette: {lacking}." if lacking else ""
    day = dag_i_ord(moete.dato)
    if slag == "innkalling" and moete.status != "avlyst" and not _kaller_medlemmer(mappe, moete):
        typer.echo(f"OBS: Innkallingen kaller ingen medlemmer inn: ingen er ført som medlem {day}.", err=True)
    typer.echo(f"Skrev {what} {day}{where}.{note} {_next_step(slag, mappe, moete)}", err=True)


def _kaller_medlemmer(mappe: Utvalgsmappe, moete: Moete) -> bool:
    """Whether somebody is, or may be, a member that day; and so is on the list, or known to be lacking there.

    Where nobody at all is on record, that is another thing, and said as such.
    """
    unknown = not mappe.seter or mappe.utvalg.medlemsliste == "ufullstendig"
    return unknown or bool(sitter(mappe.seter, moete.dato, MEDLEMSVERV))


def _stop(findings: list[Finding], slag: Dokumentslag, lastet: Lastet, tree: Tree, day: date) -> NoReturn:
    """Say why there is no document, and leave with 1."""
    register = lastet.register
    rapport = sammenstill(
        findings,
        Dom(),
        Locator(tree),
        register,
        filer=lastet.filer,
        utvalg=len(register.kjente_utvalg),
        dato=day,
    )
    if sys.stderr.isatty():
        from brukerutvalg_cli.rapport.farge import ansi_style, plain
        from brukerutvalg_cli.rapport.full import render

        style = ansi_style if color_wanted(None, os.environ, isatty=True) else plain
        with slipper("farge"):
            typer.echo(render(rapport, style, bredde()), err=True, nl=False, color=True)
    else:
        from brukerutvalg_cli.rapport.concise import render as render_lines

        typer.echo(render_lines(rapport), err=True, nl=False)
    typer.echo(
        f"{NAVN[slag].capitalize()} ble ikke skrevet. Rett det som står over, og prøv igjen.", err=True
    )
    raise typer.Exit(1)


def _json(slag: Dokumentslag, lastet: Lastet, mappe: Utvalgsmappe, moete: Moete, tree: Tree) -> str:
    """The facts of the document, for a program to read; texts are Markdown, as they are in the document."""
    from brukerutvalg_cli.rapport.json_format import dump

    return dump({"dokument": slag, **fakta(slag, lastet.register, mappe, moete, tree)})


def _place(output: str, navn: str, rot: Path) -> Utfil:
    """The file that was asked for. In a folder, and in one to be (`ut/`), it gets a name of ours."""
    is_new_folder = output.endswith(("/", os.sep))
    path = Path(output)
    return utfil(path / navn if is_new_folder or _is_folder(path) else path, rot, lag_mappe=is_new_folder)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # no name at all: that is said when it is to be written
        return False


def _put(text: str, place: Utfil | None) -> str:
    """Write the document where it was asked for, and say where that is."""
    if place is None:
        typer.echo(text, nl=False)
        return ""
    replaced = place.erstatter
    place.skriv(text.encode())
    return f" i {place.oensket}" + (" (den som lå der, er erstattet)" if replaced else "")


def _next_step(slag: Dokumentslag, mappe: Utvalgsmappe, moete: Moete) -> str:
    at = f"{mappe.id} {moete.navn}"
    if slag == "innkalling":
        if moete.status == "avlyst":
            return f"Send avlysningen til dem som var innkalt. Neste steg: brukerutvalg status {mappe.id}"
        if moete.status == "avholdt":
            return f"Neste steg: brukerutvalg referat {at}"
        return f"Les den og send den. Neste steg: brukerutvalg sendt {at} innkalling"
    if moete.status != "avholdt":
        return f"Møtet er ikke ført som avholdt. Neste steg: brukerutvalg oppmoete {at}"
    sent = moete.sendt
    if sent is None or (isinstance(sent, Sendt) and sent.referat is None):
        return f"Les det og send det. Neste steg: brukerutvalg sendt {at} referat"
    if godkjent_i(moete):
        return f"Referatet er godkjent. Neste steg: brukerutvalg publisert {at} referat"
    later = etterfoelger(mappe, moete)
    if later is None or later.status != "avholdt":
        when = f" {dag_i_ord(later.dato)}" if later else ""
        return f"Neste steg: les det, og legg det fram til godkjenning i neste møte{when}"
    return f"Neste steg: brukerutvalg godkjenn {at} --i {later.navn}"
