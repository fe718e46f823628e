"""The notice as a message on disk, with addresses from a file that is not in the register."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from brukerutvalg_cli.model.mappe import Utvalgsmappe
    from brukerutvalg_cli.model.moete import Moete
    from brukerutvalg_cli.register.load import Lastet


def skriv_epost(
    rot: Path, lastet: Lastet, mappe: Utvalgsmappe, moete: Moete, tekst: str, output: str, adresser: str
) -> None:
    """Writes the message, and says who had no address.

    Raises:
        typer.BadParameter: when the addresses cannot be read, or the message cannot be written.
    """
    from brukerutvalg_cli.dokument.epost import brev, mottakere
    from brukerutvalg_cli.dokument.kalender import moetekalender
    from brukerutvalg_cli.handling.mandatets import mottakere as utenom

    known = _adresser(rot, adresser)
    to = mottakere(mappe, moete, utenom(mappe, lastet.regelverk, moete, "innkalling"))
    subject = tekst.lstrip("# ").partition("\n")[0]
    letter = brev(mappe, moete, subject, tekst, to, known, moetekalender(mappe, moete))
    try:
        Path(output).write_bytes(letter.innhold)
    except OSError:
        raise typer.BadParameter(f"«{output}» kan ikke skrives") from None
    missing = f" Uten adresse: {', '.join(letter.uten_adresse)}." if letter.uten_adresse else ""
    typer.echo(f"Skrev {output} til {len(to) - len(letter.uten_adresse)} mottakere.{missing}", err=True)


def _adresser(rot: Path, name: str) -> dict[str, str]:
    """Addresses by id, a line each: `kari-nordmann: kari@example.no`."""
    if not name:
        raise typer.BadParameter("--adresser mangler: fila med e-postadressene, utenfor registeret")
    path = Path(name)
    if path.resolve().is_relative_to(rot.resolve()):
        raise typer.BadParameter(
            f"«{name}» ligger i registeret. Adresser hører ikke hjemme i git; legg fila et annet sted"
        )
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise typer.BadParameter(f"adressefila «{name}» kan ikke leses") from None
    pairs = (line.partition(":") for line in lines if line.strip() and not line.lstrip().startswith("#"))
    return {who.strip(): address.strip() for who, _, address in pairs if "@" in address}
