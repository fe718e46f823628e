"""Adressefil: the addresses that a list of people has, in a file outside the register that `--adresser` reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import typer

from brukerutvalg_cli.cli import svar


def spoer_om_fil(sagt: str, adresser: Mapping[str, str], rot: Path) -> str:
    """Where the addresses are to be; nothing where nobody wants them. `rot`: the register, there or not there yet.

    Raises:
        typer.BadParameter: when the place that was said lies in git or in a register.
    """
    if not adresser:
        if sagt:
            typer.echo("Lista har ingen e-postadresser, så det blir ingen adressefil.", err=True)
        return ""
    question = (
        f"Lista har e-postadressen til {len(adresser)}. De lagres aldri i registeret. I hvilken fil utenfor det "
        "skal de ligge, så innkallingen kan sendes? Tomt om de ikke skal lagres:"
    )
    return svar.om_ikke_tomt("--adresser", sagt, question, _utenfor(rot)) or ""


def _utenfor(rot: Path) -> Callable[[str], str]:
    def les(said: str) -> str:
        from brukerutvalg_cli.cli.epostfil import les_adresser, utenfor_git
        from brukerutvalg_cli.cli.listesvar import filnavn
        from brukerutvalg_cli.cli.stans import Stans
        from brukerutvalg_cli.cli.utfil import utfil

        path = Path(filnavn(said))
        try:
            utenfor_git(path, "adressene")
            if rot.resolve() in path.resolve().parents:
                raise svar.Ugyldig(f"«{path}» ligger i registeret. Legg adressene et annet sted.")
            utfil(path, rot)
            if path.exists():
                les_adresser(str(path))
        except svar.Ugyldig:
            raise
        except (typer.BadParameter, Stans) as error:
            raise svar.Ugyldig(f"{error.message}.") from None
        except (OSError, ValueError):
            raise svar.Ugyldig(f"«{said}» kan ikke være et filnavn.") from None
        return str(path)

    return les


def skriv_adresser(name: str, adresser: Mapping[str, str], rot: Path) -> None:
    """Writes the addresses, after those that the file has already, and says where they are.

    Raises:
        Stans: when it cannot be done.
    """
    from brukerutvalg_cli.cli.epostfil import les_adresser
    from brukerutvalg_cli.cli.skall import sitert
    from brukerutvalg_cli.cli.utfil import utfil

    path = Path(name)
    before = path.read_bytes().decode("utf-8-sig", errors="replace") if path.exists() else ""
    there = les_adresser(name) if before else {}
    new = [f"{who}: {address}" for who, address in adresser.items() if who not in there]
    utfil(path, rot).skriv("".join(f"{line}\n" for line in [*before.splitlines(), *new]).encode())
    count = "1 adresse" if len(new) == 1 else f"{len(new)} adresser"
    typer.echo(f"Skrev {count} i {name}. Innkallingen leser dem med --adresser {sitert(name)}.")
    other = [who for who, address in adresser.items() if there.get(who, address) != address]
    if other:
        typer.echo(f"{name} har en annen adresse fra før, og den står: {', '.join(other)}.", err=True)
