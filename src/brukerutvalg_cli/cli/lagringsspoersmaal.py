"""Lagringsspoersmaal: what `init` asks about saving – who saves, where git does not know, and whether at once."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from brukerutvalg_cli.cli import svar
from brukerutvalg_cli.cli.gitnavn import Gitnavn, hvem

ALLTID = "Skal hver endring lagres i git med en gang (ja/nei)? Det gjelder alle som arbeider i registeret."


class Lagringsvalg(NamedTuple):
    """Who saves, where git is to be told so, and whether each change is saved at once; None where nobody has said.

    The first two are kept on this machine, the last in the register.
    """

    navn: str
    epost: str
    alltid: bool | None

    @property
    def filer(self) -> dict[str, bytes]:
        """What the register says of it."""
        from brukerutvalg_cli.handling.oppsett import ny_fil

        return {} if self.alltid is None else ny_fil(alltid=self.alltid)

    @property
    def valg(self) -> str:
        """How the register is told so, in a command that asks nothing."""
        return "" if self.alltid is None else f" --lagre {'ja' if self.alltid else 'nei'}"


def spoer_om_lagring(mappe: Path, lagre: str, navn: str, epost: str, *, ja: bool) -> Lagringsvalg:
    """The answers. Where git does not know who saves, and nobody is there to say it, nothing is saved by itself.

    Raises:
        typer.BadParameter: when an answer cannot be read, and nobody can be asked again.
    """
    from brukerutvalg_cli.gitlager.kall import GitFeil

    try:
        who = hvem(mappe, navn, epost)
    except GitFeil:  # without git nobody can save, and why is told when it is tried
        who = Gitnavn("", "", kjent=False)
    if lagre or (who.kjent and svar.kan_spoerre() and not ja):
        return Lagringsvalg(who.navn, who.epost, svar.svar("--lagre", lagre, ALLTID, svar.ja_eller_nei, "ja"))
    return Lagringsvalg(who.navn, who.epost, True if who.kjent else None)
