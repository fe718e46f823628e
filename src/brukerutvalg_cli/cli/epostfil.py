"""The notice as a message on disk, with addresses from a file that is not in the register."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from brukerutvalg_cli.dokument.epost import Papir
    from brukerutvalg_cli.model.mappe import Utvalgsmappe
    from brukerutvalg_cli.model.moete import Moete
    from brukerutvalg_cli.register.load import Lastet
    from brukerutvalg_cli.register.tree import WorkTree


def les_adresser(name: str) -> dict[str, str]:
    """Addresses by id, from a file outside git.

    Raises:
        typer.BadParameter: when there is none, when it lies within git, or when a line of it is no address.
    """
    from brukerutvalg_cli.cli.navngitt_fil import les_navngitt
    from brukerutvalg_cli.dokument.epost import UlesteLinjer
    from brukerutvalg_cli.dokument.epost import les_adresser as lest

    if not name:
        raise typer.BadParameter("--adresser mangler: fila med e-postadressene, utenfor registeret")
    path = Path(name)
    try:
        raw = les_navngitt(name, "adressefila")
        utenfor_git(path, "adresser")
        return lest(raw.decode("utf-8-sig", errors="replace"))
    except UlesteLinjer as error:
        raise typer.BadParameter(f"adressefila «{name}» har noe som ikke er en adresse: {error}") from None


STOR = 10_000_000
"""Larger than this, many will not take it."""
FOR_STOR = 100_000_000
"""And this, none: papers for which there is no room left are not read."""


def skriv_epost(
    tree: WorkTree,
    lastet: Lastet,
    mappe: Utvalgsmappe,
    moete: Moete,
    tekst: str,
    output: str,
    adresser: dict[str, str],
    *,
    fortrolige: bool,
) -> None:
    """Writes the message with the papers of the cases; says who had no address, and what is not with it.

    Raises:
        typer.BadParameter: when the message would lie within git.
        Stans: when it cannot be written.
    """
    from brukerutvalg_cli.cli.utfil import utfil
    from brukerutvalg_cli.dokument.epost import brev, kopier, mottakere
    from brukerutvalg_cli.dokument.format.maal import annet_maal
    from brukerutvalg_cli.dokument.vedlegg import i_byte
    from brukerutvalg_cli.handling.mandatets import mottakere as utenom
    from brukerutvalg_cli.ord.i_ord import Her

    folder = er_mappe(output)
    utenfor_git(Path(output) / "x" if folder else Path(output), "e-posten, med adressene i seg,")
    to = mottakere(mappe, moete, utenom(Her(mappe, lastet.register), lastet.regelverk, moete, "innkalling"))
    papers, left_out = _papirer(tree, mappe, moete, fortrolige=fortrolige)
    other = annet_maal(mappe, moete, tree.size)
    letter = brev(mappe, moete, tekst, to, adresser, papers, other)
    if folder:
        for name in (name for name in (*to, *kopier(mappe, moete, to)) if name in adresser):
            own = brev(mappe, moete, tekst, to, adresser, papers, other, bare=name)
            utfil(Path(output) / f"{name}.eml", tree.root, lag_mappe=True).skriv(own.innhold)
    else:
        utfil(output, tree.root).skriv(letter.innhold)
        if letter.skjult:
            left_out.append(
                "Adressene er skjult for hverandre, og da kan ikke kalenderen be om svar. Med --eml MAPPE/ blir det én "
                "e-post til hver, som ber om det."
            )
    count = letter.antall
    missing = f" Uten adresse: {', '.join(letter.uten_adresse)}." if letter.uten_adresse else ""
    enclosed = f", med {len(papers)} vedlegg" if papers else ""
    typer.echo(
        f"Skrev {output} til {count} {'mottaker' if count == 1 else 'mottakere'}{enclosed}.{missing}",
        err=True,
    )
    for line in left_out:
        typer.echo(line, err=True)
    if (size := len(letter.innhold)) > STOR:
        typer.echo(f"E-posten er på {i_byte(size)}. Mange tar ikke imot mer enn {i_byte(STOR)}.", err=True)


def _papirer(
    tree: WorkTree, mappe: Utvalgsmappe, moete: Moete, *, fortrolige: bool
) -> tuple[list[Papir], list[str]]:
    """The papers that go with the notice, and what to say of those that do not."""
    from brukerutvalg_cli.dokument.epost import Papir
    from brukerutvalg_cli.dokument.vedlegg import papirnavn, saksvedlegg

    papers, missing, closed, room = [], [], 0, FOR_STOR
    for paper in saksvedlegg(mappe, moete) if moete.status != "avlyst" else ():
        if paper.sak.fortrolig and not fortrolige:
            closed += 1
        elif content := tree.attachment(paper.path, room) if paper.path else None:
            papers.append(Papir(papirnavn(paper.vedlegg, paper.sak.nr), content))
            room -= len(content)
        else:
            title = "et vedlegg" if paper.sak.fortrolig else f"«{paper.vedlegg.tittel}»"
            too_large = " (for stort)" if paper.path and (tree.size(paper.path) or 0) > room else ""
            missing.append(f"{title} til sak {paper.sak.navn}{too_large}")
    left_out = [f"Mangler, og er ikke lagt ved: {', '.join(missing)}."] if missing else []
    if closed:
        left_out.append(
            f"{closed} vedlegg til fortrolige saker er ikke lagt ved. Med --fortrolige-vedlegg blir de det."
        )
    return papers, left_out


def er_mappe(output: str) -> bool:
    """Whether what was said is a folder, or one to be (`ut/`)."""
    try:
        return output.endswith(("/", os.sep)) or Path(output).is_dir()
    except (OSError, ValueError):  # no name at all: that is said when it is to be written
        return False


def utenfor_git(path: Path, hva: str) -> None:
    """Addresses never lie where a commit takes them along.

    Raises:
        typer.BadParameter: when they would.
    """
    folder = path.resolve().parent
    if any((above / ".git").exists() or (above / "records").is_dir() for above in (folder, *folder.parents)):
        raise typer.BadParameter(
            f"«{path}» ligger i git eller i et register. Legg {hva} et annet sted, utenfor git"
        )
