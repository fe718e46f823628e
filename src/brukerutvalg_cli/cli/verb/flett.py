"""The verb `flett`: what git runs when two have changed one file of the register."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from brukerutvalg_cli.funn.place import eieren

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brukerutvalg_cli.minne.fletting import Flettet

FIL = typer.Argument(metavar="FIL", help="Fila slik den var, hos deg og hos den andre, i den rekkefølgen.")
VELG = (
    "Velg det som skal stå, mellom merkene i fila, og ta bort merkene. "
    "«brukerutvalg valider» sier fra til det er gjort."
)
"""What to do where two have said different things of one thing."""


def flett(
    ctx: typer.Context,
    foer: Annotated[str, FIL] = "",
    vaar: Annotated[str, FIL] = "",
    deres: Annotated[str, FIL] = "",
    sti: Annotated[str, typer.Argument(metavar="STI", help="Hvor fila ligger i git-lageret.")] = "",
) -> None:
    """Setter sammen det to har gjort i den samme fila, og sier fra der de har sagt hver sitt.

    Git kjører den selv når endringer fra andre hentes. «brukerutvalg doctor --rett» slår den på.

    Eksempler:
      brukerutvalg flett foer.yaml min.yaml din.yaml records/utvalg/nav-vestland/hendelser.yaml
      git config merge.brukerutvalg.driver "brukerutvalg flett %O %A %B %P"
    """
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.gitlager.gitfiler import flytter
    from brukerutvalg_cli.gitlager.kall import GitFeil, linjeflettet
    from brukerutvalg_cli.minne.fletting import DERES, MERKE, VAAR, flettet, like_numre

    if not sti:
        raise typer.BadParameter("skriv de tre filene og STI, slik git gir dem: %O %A %B %P")
    base, mine, theirs = Path(foer), Path(vaar), Path(deres)
    whose = (DERES, VAAR) if flytter(Path.cwd()) else (VAAR, DERES)
    try:
        lines = linjeflettet(mine, base, theirs, MERKE)
        one, two, three = (each.read_bytes() for each in (base, mine, theirs))
    except (GitFeil, OSError) as error:
        raise Stans(f"{sti} kan ikke flettes: {error}") from None
    found = flettet(_delt(sti)[1], one, two, three, lines, whose)
    if found is None:
        mine.write_text(lines, encoding="utf-8", newline="\n")
        _si(sti, ["en av utgavene kan ikke leses, så dere må se etter selv"], VELG)
    else:
        mine.write_bytes(found.tekst)
        if found.helt:
            if found.saker:
                typer.echo(_om_numrene(sti, found.saker), err=True)
            return
        two_cases = "/saker/" in sti and any(like_numre(found.vaare, found.deres))
        _si(sti, _lest_av_begge(sti, found, whose), _to_saker(sti) if two_cases else VELG)
    raise typer.Exit(1)


def _om_numrene(sti: str, saker: Sequence[str]) -> str:
    """That both have used a number for a case of their own. Which one is to have another, they must agree on."""
    numbers = ", ".join(saker)
    return f"{sti}: begge har ført en sak med nummer {numbers}. «brukerutvalg valider» sier hvor, og hva som hjelper."


def _delt(sti: str) -> tuple[str, str]:
    """The folder of the register in the repository, and the file in the register."""
    before, found, after = sti.rpartition("records/")
    return before, f"{found}{after}"


def _si(sti: str, linjer: Sequence[str], raad: str) -> None:
    typer.echo(f"{sti} er endret av to, og ikke på samme måte:", err=True)
    for line in linjer:
        typer.echo(f"  {line}", err=True)
    typer.echo(raad, err=True)


def _to_saker(sti: str) -> str:
    """What to do where both have submitted a case, and the next number was the same: neither is to be chosen."""
    from brukerutvalg_cli.cli.skall import sitert
    from brukerutvalg_cli.gitlager.gitfiler import flytter

    side, what = ("ours", "rebase") if flytter(Path.cwd()) else ("theirs", "merge")
    file = sitert(sti)
    return (
        "Det er to saker som har fått samme nummer, og en fil har plass til én. La den andres stå: "
        f"«git checkout --{side} {file}», «git add {file}» og «git {what} --continue». "
        "Meld så inn din en gang til med «brukerutvalg sak ny»."
    )


def _lest_av_begge(sti: str, found: Flettet, hos: tuple[str, str]) -> list[str]:
    """Both readings, each in words, as they may be said."""
    from brukerutvalg_cli.cli.minnet import Minnet
    from brukerutvalg_cli.register.tree import WorkTree

    folder, path = _delt(sti)
    root = Path.cwd() / folder
    memory = Minnet(root, folder, WorkTree(root), er_filer=True)
    teller = memory.forteller(eieren(path))
    sides = zip(hos, (found.vaare, found.deres), strict=True)
    lines = [f"{whose}: {text}" for whose, each in sides for text in dict.fromkeys(map(teller.setning, each))]
    return memory.trygge_linjer(lines)
