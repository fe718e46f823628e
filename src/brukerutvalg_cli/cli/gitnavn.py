"""Gitnavn: who saves. Git writes it in each change, and where it does not know, it is asked for.

It is kept in the settings of the register's own repository on this machine: never for all of the machine, and in no
file of the register, which others get.
"""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from brukerutvalg_cli.cli import svar

DITT_NAVN = "Git setter navn på hver endring, og vet ikke hvem du er. Hva heter du?"
DIN_EPOST = "E-postadressen din (den følger endringene når de deles):"
_ADRESSE = re.compile(r"[^\s<>@,;]+@[^\s<>@,;]+")


def les_navn(text: str) -> str:
    """A name that git takes.

    Raises:
        svar.Ugyldig: when it is none.
    """
    name = " ".join(text.split())
    if not name or not name.isprintable() or set(name) & set("<>") or not any(map(str.isalpha, name)):
        raise svar.Ugyldig(f"«{text}» er ikke et navn git kan bruke. Skriv for- og etternavn.")
    return name


def les_epost(text: str) -> str:
    """An address that git takes.

    Raises:
        svar.Ugyldig: when it is none.
    """
    address = text.strip()
    if not _ADRESSE.fullmatch(address) or not address.isprintable():
        raise svar.Ugyldig(f"«{text}» er ikke en e-postadresse.")
    return address


class Gitnavn(NamedTuple):
    """What git is to be told of who saves, and whether it then knows both."""

    navn: str
    epost: str
    kjent: bool


def hvem(root: Path, navn: str, epost: str) -> Gitnavn:
    """As it was said, or as it is answered now where git does not know. The repository need not be there yet.

    Raises:
        GitFeil: when git is not there.
        typer.BadParameter: when what was said cannot be read, and nobody can be asked again.
    """
    from brukerutvalg_cli.gitlager.lager import identitet

    name, address = identitet(root)
    asks = svar.kan_spoerre()
    said = svar.svar("--ditt-navn", navn, DITT_NAVN, les_navn) if navn or (asks and not name) else ""
    at = svar.svar("--din-epost", epost, DIN_EPOST, les_epost) if epost or (asks and not address) else ""
    return Gitnavn(said, at, all((said or name, at or address)))


def spoer_om_navn(root: Path, navn: str = "", epost: str = "") -> None:
    """Tells git who saves, where it does not know. What it still does not know is told when something is to be saved.

    Raises:
        typer.BadParameter: when what was said cannot be read, and nobody can be asked again.
    """
    from brukerutvalg_cli.gitlager.kall import GitFeil
    from brukerutvalg_cli.gitlager.lager import sett_identitet

    with suppress(GitFeil):
        who = hvem(root, navn, epost)
        sett_identitet(root, who.navn, who.epost)
