"""The verb `init`: a new register, with all that belongs to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from brukerutvalg_cli.cli.skrivevalg import JA

if TYPE_CHECKING:
    from collections.abc import Mapping

    from brukerutvalg_cli.handling.nytt_register import Svar

Nivaa = Literal["lokal", "omraade", "region", "fylke", "sentral", "ungdom"]
Maalform = Literal["nb", "nn"]


def init(
    ctx: typer.Context,
    mappe: Annotated[Path, typer.Argument(metavar="MAPPE", help="Mappen registeret skal ligge i.")] = Path(),
    utvalg: Annotated[str, typer.Option("--utvalg", metavar="NAVN", help="Navnet på utvalget.")] = "",
    nivaa: Annotated[
        str, typer.Option("--nivaa", metavar="NIVÅ", help=f"{', '.join(get_args(Nivaa))}.")
    ] = "",
    maalform: Annotated[
        str, typer.Option("--maalform", metavar="nb|nn", help="Målforma i dokumentene.")
    ] = "",
    mandat: Annotated[
        str,
        typer.Option(
            "--mandat", metavar="REGELVERK", help="Et av regelverkene som følger med, eller «tomt»."
        ),
    ] = "",
    medlemmer: Annotated[
        str,
        typer.Option(
            "--medlemmer",
            metavar="FIL",
            help="Medlemslista som CSV: navn, side, representerer, verv, fra, til, funksjon.",
        ),
    ] = "",
    foerste_moete: Annotated[
        str, typer.Option("--foerste-moete", metavar="DATO", help="Dagen for det første møtet.")
    ] = "",
    dato: Annotated[
        str, typer.Option("--dato", metavar="DATO", help="Første dag i registeret. Ellers: i dag.")
    ] = "",
    ja: JA = False,
) -> None:
    """Lager et nytt register: et git-lager med utvalget, mandatet, oppsett for redigering og kontroll i CI.

    Det du ikke sier, blir du spurt om. Med --ja tas det som er vanlig.

    Eksempler:
      brukerutvalg init brukerutvalget
      brukerutvalg init brukerutvalget --utvalg "Brukerutvalget ved Nav Storelva" --ja
    """
    from brukerutvalg_cli.cli.dag import lest_dag
    from brukerutvalg_cli.endring.skriv import KanIkkeLagre, lagre
    from brukerutvalg_cli.endring.utkast import Filendring
    from brukerutvalg_cli.handling.filer import Nektet
    from brukerutvalg_cli.handling.nytt_register import filer
    from brukerutvalg_cli.pakkedata import oppsett, records, schemas
    from brukerutvalg_cli.register.load import load
    from brukerutvalg_cli.register.tree import WorkTree

    if (mappe / "records").exists():
        raise typer.BadParameter(f"{mappe} har alt et register")
    shipped = load(WorkTree(records().parent))
    given = {"--utvalg": utvalg, "--nivaa": nivaa, "--maalform": maalform, "--mandat": mandat,
             "--medlemmer": medlemmer, "--foerste-moete": foerste_moete}  # fmt: skip
    try:
        answers = _spoer(given, shipped.regelverk, lest_dag(dato), ja=ja)
        content = filer(answers, shipped.register.organisasjoner, shipped.regelverk, records())
    except Nektet as error:
        raise typer.BadParameter(str(error)) from None
    for folder, prefix in ((oppsett(), ""), (schemas(), "schemas/")):
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            content[prefix + path.relative_to(folder).as_posix()] = path.read_bytes()
    new = {path: raw for path, raw in content.items() if not (mappe / path).exists()}
    try:
        mappe.mkdir(parents=True, exist_ok=True)
        lagre(mappe, [Filendring(path, None, raw) for path, raw in sorted(new.items())])
    except (KanIkkeLagre, OSError) as error:
        raise typer.BadParameter(f"registeret ble ikke laget: {error}") from None
    note = _git(mappe, list(new))
    typer.echo(f"Laget et register for {answers.navn} i {mappe}: {len(new)} filer{note}.")
    typer.echo(f"Det samme uten spørsmål: {_kommando(mappe, given, answers)}")
    where = "" if mappe.resolve() == Path.cwd() else f"cd {mappe} && "
    typer.echo(f"Neste steg: {where}brukerutvalg status")


def _spoer(given: Mapping[str, str], regelverk: Mapping[str, object], dag: object, *, ja: bool) -> Svar:
    """The answers, each from its option, from its default with `--ja`, or from the person who sits there."""
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.tekstfil import tekst_eller_fil
    from brukerutvalg_cli.handling.nytt_register import TOMT, Svar, les_medlemmer

    asking = svar.kan_spoerre() and not ja
    name = svar.svar("--utvalg", given["--utvalg"], "Hva heter utvalget?", svar.tekst)

    def ett(option: str, question: str, choices: tuple[str, ...], usual: str) -> str:
        text = given[option] or ("" if asking else usual)
        return svar.svar(option, text, question, svar.en_av(choices), usual)

    mandates = (*sorted(regelverk), TOMT)
    level = ett("--nivaa", f"Hvilket nivå ({', '.join(get_args(Nivaa))})?", get_args(Nivaa), "lokal")
    form = ett("--maalform", "Målform i dokumentene (nb, nn)?", get_args(Maalform), "nb")
    usual = {
        "fylke": "nav-vestland-2019",
        "sentral": "nav-sentralt-2020",
        "ungdom": "nav-troendelag-ungdom-2021",
    }
    mandate = ett(
        "--mandat",
        f"Hvilket mandat ({', '.join(mandates)})?",
        mandates,
        usual.get(level, "mal-nav-kontor-2015"),
    )
    people, first = given["--medlemmer"], given["--foerste-moete"]
    if asking and not people:
        people = typer.prompt(
            "Fil med medlemmer (CSV), eller tomt for å føre dem senere",
            default="",
            show_default=False,
            err=True,
            prompt_suffix=" ",
        )
    if asking and not first:
        first = typer.prompt(
            "Når er det første møtet? Tomt om det ikke er bestemt",
            default="",
            show_default=False,
            err=True,
            prompt_suffix=" ",
        )
    rows = les_medlemmer(tekst_eller_fil(f"@{people}")) if people else ()
    meeting = svar.svar("--foerste-moete", first, "Når er det første møtet?", svar.dag) if first else None
    return Svar(name, level, form, mandate, rows, meeting, dag)  # type: ignore[arg-type]


def _git(mappe: Path, paths: list[str]) -> str:
    from brukerutvalg_cli.vcs import GitFeil, commit, er_lager, nytt_lager

    try:
        if not er_lager(mappe):
            nytt_lager(mappe)
        commit(mappe, paths, "Nytt register")
    except GitFeil as error:
        return f". Det er ikke lagret i git: {error}"
    return ", lagret i git"


def _kommando(mappe: Path, given: Mapping[str, str], svar: Svar) -> str:
    import shlex

    answers = {
        "--utvalg": svar.navn,
        "--nivaa": svar.nivaa,
        "--maalform": svar.maalform,
        "--mandat": svar.mandat,
    }
    rest = {"--medlemmer": given["--medlemmer"], "--foerste-moete": str(svar.foerste_moete or "")}
    options = [f"{key} {shlex.quote(value)}" for key, value in (answers | rest).items() if value]
    return " ".join(["brukerutvalg init", shlex.quote(str(mappe)), *options, "--ja"])
