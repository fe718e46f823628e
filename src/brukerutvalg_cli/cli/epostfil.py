"""The notice as a message on disk, with addresses from a file that is not in the register."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from brukerutvalg_cli.model.mappe import Utvalgsmappe
    from brukerutvalg_cli.model.moete import Moete
    from brukerutvalg_cli.register.load import Lastet


def les_adresser(name: str) -> dict[str, str]:
    """Addresses by id, from a file outside git.

    Raises:
        typer.BadParameter: when there is none, when it lies within git, or when a line of it is no address.
    """
    from brukerutvalg_cli.dokument.epost import UlesteLinjer
    from brukerutvalg_cli.dokument.epost import les_adresser as lest

    if not name:
        raise typer.BadParameter("--adresser mangler: fila med e-postadressene, utenfor registeret")
    path = Path(name)
    _utenfor_git(path, "adresser")
    try:
        return lest(path.read_bytes().decode("utf-8-sig", errors="replace"))
    except FileNotFoundError:
        raise typer.BadParameter(f"adressefila «{name}» finnes ikke") from None
    except OSError:
        raise typer.BadParameter(f"adressefila «{name}» kan ikke leses") from None
    except UlesteLinjer as error:
        raise typer.BadParameter(f"adressefila «{name}» har noe som ikke er en adresse: {error}") from None


def skriv_epost(
    lastet: Lastet, mappe: Utvalgsmappe, moete: Moete, tekst: str, output: str, adresser: dict[str, str]
) -> None:
    """Writes the message, and says who had no address.

    Raises:
        typer.BadParameter: when the message cannot be written, or would lie within git.
    """
    from brukerutvalg_cli.dokument.epost import brev, mottakere
    from brukerutvalg_cli.handling.mandatets import mottakere as utenom

    path = Path(output)
    _utenfor_git(path, "e-posten, med adressene i seg,")
    to = mottakere(mappe, moete, utenom(mappe, lastet.regelverk, moete, "innkalling"))
    letter = brev(mappe, moete, tekst, to, adresser)
    try:
        path.write_bytes(letter.innhold)
    except OSError:
        raise typer.BadParameter(f"«{output}» kan ikke skrives") from None
    count = letter.antall
    missing = f" Uten adresse: {', '.join(letter.uten_adresse)}." if letter.uten_adresse else ""
    typer.echo(f"Skrev {output} til {count} {'mottaker' if count == 1 else 'mottakere'}.{missing}", err=True)


def _utenfor_git(path: Path, hva: str) -> None:
    """Addresses never lie where a commit takes them along.

    Raises:
        typer.BadParameter: when they would.
    """
    folder = path.resolve().parent
    if any((above / ".git").exists() or (above / "records").is_dir() for above in (folder, *folder.parents)):
        raise typer.BadParameter(
            f"«{path}» ligger i git eller i et register. Legg {hva} et annet sted, utenfor git"
        )
