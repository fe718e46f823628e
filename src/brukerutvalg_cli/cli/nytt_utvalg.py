"""Nytt utvalg: `init` in a folder that is a register already puts one more council in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from brukerutvalg_cli.cli.registerspoersmaal import Besvart
    from brukerutvalg_cli.endring.utkast import Filendring, Utkast
    from brukerutvalg_cli.handling.nytt_register import Registersvar
    from brukerutvalg_cli.register.load import Lastet


def bare_utvalget(mappe: Path, utvalg: str, ellers: Mapping[str, object]) -> None:
    """Looks at what was said of a register that is there already.

    Raises:
        Stans: when no council is named.
        typer.BadParameter: when something was said that only a new register is told.
    """
    from brukerutvalg_cli.cli.skall import sitert
    from brukerutvalg_cli.cli.stans import Stans

    if not utvalg.strip():
        raise Stans(
            f"{mappe} har alt et register. Et utvalg til fører du i det med «brukerutvalg init {sitert(str(mappe))} "
            "--utvalg NAVN»; «brukerutvalg doctor» sier om noe mangler i registeret"
        )
    if said := next((option for option, value in ellers.items() if value), ""):
        raise typer.BadParameter(
            f"{said}: {mappe} har alt et register, og det sier hvordan det lagres og prøves"
        )


def ikke_i_et_annet(mappe: Path) -> None:
    """Sees to it that a folder of a register does not become one itself: whoever stands there would write in that one.

    A folder that is not there yet, is one that somebody wants.

    Raises:
        Stans: when the folder lies in one.
    """
    from brukerutvalg_cli.cli.skall import sitert
    from brukerutvalg_cli.cli.stans import Stans

    inside = mappe.resolve().parents if mappe.is_dir() else ()
    around = next((each for each in inside if (each / "records/utvalg").is_dir()), None)
    if around:
        raise Stans(
            f"registeret ble ikke laget: {mappe} ligger i et register, {around}. Et utvalg til fører du i det med "
            f"«brukerutvalg init {sitert(str(around))} --utvalg NAVN»; et nytt register må ligge utenfor"
        )


def foer_utvalg(
    mappe: Path, sagt: Mapping[str, str], medlem: Sequence[str], medfoelgende: Lastet, dag: date, *, ja: bool
) -> None:
    """Asks for what was not said, writes the council, and says what was written.

    Raises:
        Nektet: when it cannot be put there.
    """
    from brukerutvalg_cli.cli.registerspoersmaal import Registergrunnlag, spoer
    from brukerutvalg_cli.cli.svar import kan_spoerre
    from brukerutvalg_cli.cli.utvalgskvittering import funnet, helheten
    from brukerutvalg_cli.endring.utkast import Utkast
    from brukerutvalg_cli.handling.nytt_register import kjente_organisasjoner
    from brukerutvalg_cli.handling.nytt_utvalg import nytt_utvalg
    from brukerutvalg_cli.pakkedata import records
    from brukerutvalg_cli.register.load import load
    from brukerutvalg_cli.register.tree import WorkTree

    tree = WorkTree(mappe)
    there = load(tree, utvalg=())
    shipped = medfoelgende.register.organisasjoner
    rules = {**medfoelgende.regelverk, **there.regelverk}
    known = {**kjente_organisasjoner(shipped), **there.register.organisasjoner}

    def utkastet(svar: Registersvar) -> Utkast:
        draft = Utkast(tree, {path: file.raw for path, file in there.lest.items()})
        nytt_utvalg(draft, there.register, svar, shipped, rules, records())
        return draft

    grunnlag = Registergrunnlag(known, rules, there.register.kjente_utvalg)
    answered = spoer(sagt, medlem, grunnlag, mappe, dag, ja=ja)
    svar, missing = helheten(
        answered.svar, lambda each: funnet(utkastet(each).tre(), each), spoer=kan_spoerre() and not ja
    )
    draft = utkastet(svar)
    found = funnet(draft.tre(), svar)
    lagret = _skriv(mappe, draft, svar, there)
    _kvitter(mappe, draft.endringer(), answered, svar, (missing, found), lagret=lagret)


def _skriv(mappe: Path, draft: Utkast, svar: Registersvar, lastet: Lastet) -> bool:
    """Whether it was saved in git, too.

    Raises:
        PaaNytt: when somebody else wrote one of the files meanwhile.
        typer.Exit: with 1, when something private would be stored, or it is written and not saved as it should be.
    """
    from brukerutvalg_cli.cli.gitlagring import foer_lagring, skal_lagres
    from brukerutvalg_cli.cli.nedskriving import skriv
    from brukerutvalg_cli.cli.personvernvakt import stans_ved_privat, trygg_melding

    changes, saves = draft.endringer(), skal_lagres(draft.tre(), None)
    melding = _meldingen(svar)
    stans_ved_privat(changes, melding, register=lastet.register)
    foer_lagring(mappe, oensket=saves)
    return bool(skriv(mappe, trygg_melding(melding, changes, lastet.register), changes, commit=saves))


def _meldingen(svar: Registersvar) -> str:
    return f"Førte utvalget {svar.navn} ({svar.utvalg}) i registeret"


def _kvitter(
    mappe: Path,
    endringer: Sequence[Filendring],
    besvart: Besvart,
    svar: Registersvar,
    funn: tuple[str, Sequence[str]],
    *,
    lagret: bool,
) -> None:
    from brukerutvalg_cli.cli.adressefil import skriv_adresser
    from brukerutvalg_cli.cli.utvalgskvittering import meld, neste, si_hva_mandatet_sier
    from brukerutvalg_cli.cli.vakt import ER_SKREVET, kvittering

    missing, found = funn
    with kvittering(ER_SKREVET):
        typer.echo(f"{_meldingen(svar)}.")
        for change in endringer:
            typer.echo(f"  skrev {change.path}")
        if lagret:
            typer.echo("  lagret i git")
        if addresses := besvart.medlemmer.adressefil:
            skriv_adresser(addresses, svar.medlemmer.adresser, mappe)
        meld(svar, missing)
        si_hva_mandatet_sier(found)
        typer.echo(f"Det samme uten spørsmål: {besvart.kommando(mappe)}")
        neste(mappe, svar, found)
