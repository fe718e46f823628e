"""Registerskriving: a new register put on the disk: what stands beside the records, the files, the first commit."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from brukerutvalg_cli.cli.lagringsspoersmaal import Lagringsvalg

NYTT = "Nytt register"


def oppsettet(uten: Collection[str]) -> dict[str, bytes]:
    """What stands beside the records: settings for git, editors and CI, and the schemas; `uten` what is not wanted."""
    from brukerutvalg_cli.pakkedata import oppsett, schemas

    paths = (
        (prefix + path.relative_to(folder).as_posix(), path)
        for folder, prefix in ((oppsett(), ""), (schemas(), "schemas/"))
        for path in sorted(p for p in folder.rglob("*") if p.is_file())
    )
    return {name: path.read_bytes() for name, path in paths if name not in uten}


def skriv(mappe: Path, content: Mapping[str, bytes]) -> list[str]:
    """Writes the files that are not there, and says which.

    Raises:
        PaaNytt: when somebody else wrote one of them meanwhile.
        typer.Exit: with 1, when something private would be stored.
    """
    from brukerutvalg_cli.cli.laas import laast
    from brukerutvalg_cli.cli.paa_nytt import PaaNytt
    from brukerutvalg_cli.cli.personvernvakt import stans_ved_privat
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.endring.dagbok import lagre_uten_aa_huske
    from brukerutvalg_cli.endring.disken import hvorfor
    from brukerutvalg_cli.endring.skriv import EndretImens, KanIkkeLagre
    from brukerutvalg_cli.endring.utkast import Filendring

    new = {path: raw for path, raw in content.items() if not (mappe / path).exists()}
    changes = [Filendring(path, None, raw) for path, raw in sorted(new.items())]
    stans_ved_privat(changes)
    try:
        mappe.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise Stans(f"registeret ble ikke laget: «{mappe}» er en fil, ikke en mappe") from None
    except OSError as error:
        raise Stans(f"registeret ble ikke laget: {hvorfor(error)}") from None
    with laast(mappe):
        try:
            lagre_uten_aa_huske(mappe, NYTT, changes)
        except EndretImens as error:
            raise PaaNytt(f"registeret ble ikke laget: {error}", mappe) from None
        except KanIkkeLagre as error:
            raise Stans(f"registeret ble ikke laget: {error}") from None
    return list(new)


def foerste_lagring(mappe: Path, paths: list[str], saving: Lagringsvalg) -> str:
    """What became of the commit, as the receipt has it."""
    from brukerutvalg_cli.cli.laas import laast
    from brukerutvalg_cli.endring.dagbok import husk_commit
    from brukerutvalg_cli.endring.skriv import KanIkkeLagre

    with laast(mappe, si_bestilt=False):
        note = _lagret(mappe, paths, saving)
        with suppress(KanIkkeLagre):  # the next command finds out
            husk_commit(mappe, "")
    return note


def _lagret(mappe: Path, paths: list[str], saving: Lagringsvalg) -> str:
    from brukerutvalg_cli.endring.disken import hvorfor
    from brukerutvalg_cli.gitlager.gitfiler import paagaar
    from brukerutvalg_cli.gitlager.kall import GitFeil, nytt_repo
    from brukerutvalg_cli.gitlager.lager import commit, ligger_i_repo, sett_identitet
    from brukerutvalg_cli.gitoppsett import sett_opp_git

    if state := paagaar(mappe):  # of a repository that it lies in: nobody asked for a commit just now
        return f". Det er ikke lagret i git: {state.naa}. {state.kur}"
    try:
        if not ligger_i_repo(mappe):
            nytt_repo(mappe)
        sett_identitet(mappe, saving.navn, saving.epost)
        for line in sett_opp_git(mappe).ikke:
            typer.echo(f"  {line}", err=True)
        commit(mappe, paths, NYTT)
    except (GitFeil, OSError) as error:
        why = hvorfor(error) if isinstance(error, OSError) else error
        return f". Det er ikke lagret i git: {why}"
    return ", lagret i git"
