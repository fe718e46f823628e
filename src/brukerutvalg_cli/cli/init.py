"""The verb `init`: a new register, with all that belongs to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, get_args

import typer

from brukerutvalg_cli.cli.skrivevalg import JA

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from brukerutvalg_cli.handling.nytt_register import Svar
    from brukerutvalg_cli.register.load import Lastet

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
    medlem: Annotated[
        list[str] | None,
        typer.Option(
            "--medlem",
            metavar="NAVN, ORGANISASJON, VERV",
            help="Ett medlem, i stedet for en fil. Kan gjentas.",
        ),
    ] = None,
    alle: Annotated[
        str,
        typer.Option(
            "--alle", metavar="ja|nei", help="Er alle i utvalget med i lista? Da blir ledige plasser vurdert."
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
    from brukerutvalg_cli.cli.skriving import rett_opp_avbrutt
    from brukerutvalg_cli.cli.stans import Stans
    from brukerutvalg_cli.endring.skriv import KanIkkeLagre, lagre
    from brukerutvalg_cli.endring.utkast import Filendring
    from brukerutvalg_cli.handling.filer import Nektet
    from brukerutvalg_cli.handling.nytt_register import filer
    from brukerutvalg_cli.pakkedata import oppsett, records, schemas
    from brukerutvalg_cli.register.load import load
    from brukerutvalg_cli.register.tree import WorkTree

    rett_opp_avbrutt(mappe)
    if (mappe / "records").exists():
        raise Stans(f"{mappe} har alt et register. «brukerutvalg doctor» sier om noe mangler i det")
    shipped = load(WorkTree(records().parent))
    given = {
        "--utvalg": utvalg,
        "--nivaa": nivaa,
        "--maalform": maalform,
        "--mandat": mandat,
        "--medlemmer": medlemmer,
        "--medlem": "\n".join(medlem or ()),
        "--alle": alle,
        "--foerste-moete": foerste_moete,
    }
    try:
        answers = _spoer(given, shipped, lest_dag(dato), ja=ja)
        wish = answers
        content = filer(answers, shipped.register.organisasjoner, shipped.regelverk, records())
        missing = _funn(content, answers.dag) if answers.alle else ""
        if missing:
            answers = answers._replace(alle=False)
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
        raise Stans(f"registeret ble ikke laget: {error}") from None
    note = _git(mappe, list(new))
    typer.echo(f"Laget et register for {answers.navn} i {mappe}: {len(new)} filer{note}.")
    if unknown := answers.medlemmer.nye:
        named = ", ".join(f"{navn} ({name})" for name, navn in unknown.items())
        typer.echo(f"Ført som nye, lokale organisasjoner: {named}.")
    if missing:
        typer.echo(
            f"Medlemslista er ikke ført som hel, for da sier mandatet fra om dette: {missing}. "
            f"Er alle likevel med, skriver du «brukerutvalg person alle {answers.utvalg}»."
        )
    typer.echo(f"Det samme uten spørsmål: {_kommando(mappe, given, wish)}")
    if mappe.resolve() != Path.cwd():
        typer.echo(f"Gå til registeret: cd {_sitert(str(mappe))}")
    typer.echo(
        f"Neste steg: brukerutvalg {'status' if answers.medlemmer.rader else f'person ny {answers.utvalg}'}"
    )


def _spoer(given: dict[str, str], shipped: Lastet, dag: date, *, ja: bool) -> Svar:
    """The answers, each from its option, from its default with `--ja`, or from the person who sits there."""
    from brukerutvalg_cli.cli import svar
    from brukerutvalg_cli.cli.tekstfil import les_fil
    from brukerutvalg_cli.handling.filer import Nektet
    from brukerutvalg_cli.handling.medlemsliste import Medlemsliste, les_medlemmer, les_skrevne
    from brukerutvalg_cli.handling.nytt_register import Svar, kjente_organisasjoner, mandater

    asking = svar.kan_spoerre() and not ja
    name = svar.svar("--utvalg", given["--utvalg"], "Hva heter utvalget?", svar.tekst)

    def ett(option: str, question: str, choices: tuple[str, ...], usual: str) -> str:
        text = given[option] or ("" if asking else usual)
        return svar.svar(option, text, question, svar.en_av(choices), usual)

    mandates = mandater(shipped.regelverk)
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
    known = kjente_organisasjoner(shipped.register.organisasjoner)

    def liste(said: str) -> Medlemsliste:
        """The list in a file, or with one more who is typed."""
        typed = [*given["--medlem"].splitlines(), said] if "," in said else []
        try:
            found = les_skrevne(typed, known) if typed else les_medlemmer(les_fil(said), known)
        except Nektet as error:
            raise svar.Ugyldig(
                f"{str(error).rstrip('.?')}{'?' if str(error).endswith('?') else '.'}"
            ) from None
        given["--medlem" if typed else "--medlemmer"] = "\n".join(typed) or said
        return found

    ask = svar.om_ikke_tomt if asking else svar.om_sagt
    people = given["--medlem"].splitlines()
    given["--medlem"] = ""
    if people and given["--medlemmer"]:
        raise typer.BadParameter("--medlemmer og --medlem er to måter å si det samme på. Bruk den ene")
    question = "Fil med medlemmer (CSV), eller den første som «navn, organisasjon, verv»? Tomt om du tar dem etterpå:"
    members = Medlemsliste()
    if not people:
        members = ask("--medlemmer", given["--medlemmer"], question, liste) or Medlemsliste()
    for line in people:
        members = svar.svar("--medlem", f"{line}," if "," not in line else line, "Hvem?", liste)
    question = "Neste «navn, organisasjon, verv»? Tomt når alle er skrevet:"
    while asking and given["--medlem"] and not people:
        one_more = ask("--medlem", "", question, lambda said: liste(said if "," in said else f"{said},"))
        if one_more is None:
            break
        members = one_more
    given_whole = given["--alle"] or ("" if asking else "ja")
    question = "Er alle i utvalget med i lista (ja/nei)?"
    whole = bool(members.rader) and svar.svar("--alle", given_whole, question, svar.ja_eller_nei, "ja")
    question = "Når er det første møtet? Tomt om det ikke er bestemt:"
    meeting = ask("--foerste-moete", given["--foerste-moete"], question, svar.dag)
    return Svar(name, level, form, mandate, members, whole, meeting, dag)


def _funn(content: Mapping[str, bytes], dag: date) -> str:
    """What is found in this register, above advice, in few words; empty where nothing is."""
    from brukerutvalg_cli.funn.finding import Severity
    from brukerutvalg_cli.register.tree import MemoryTree
    from brukerutvalg_cli.validering import valider

    found = valider(MemoryTree(content), dag).funn
    return "; ".join(f.finding.message for f in found if f.finding.severity is not Severity.RAAD)


def _git(mappe: Path, paths: list[str]) -> str:
    from brukerutvalg_cli.krok import skriv_krok
    from brukerutvalg_cli.vcs import GitFeil, commit, er_lager, nytt_lager

    try:
        if not er_lager(mappe):
            nytt_lager(mappe)
        skriv_krok(mappe)
        commit(mappe, paths, "Nytt register")
    except (GitFeil, OSError) as error:
        return f". Det er ikke lagret i git: {error}"
    return ", lagret i git"


def _kommando(mappe: Path, given: Mapping[str, str], svar: Svar) -> str:
    answers = {
        "--utvalg": svar.navn,
        "--nivaa": svar.nivaa,
        "--maalform": svar.maalform,
        "--mandat": svar.mandat,
        "--medlemmer": given["--medlemmer"],
        "--alle": ("ja" if svar.alle else "nei") if svar.medlemmer.rader else "",
        "--foerste-moete": str(svar.foerste_moete or ""),
        "--dato": str(svar.dag),
    }
    options = [f"{key} {_sitert(value)}" for key, value in answers.items() if value]
    options += [f"--medlem {_sitert(line)}" for line in given["--medlem"].splitlines()]
    return " ".join(["brukerutvalg init", _sitert(str(mappe)), *options, "--ja"])


def _sitert(text: str) -> str:
    """A word as every shell reads it: cmd on Windows knows of no quotes but double ones."""
    import re

    return text if re.fullmatch(r"[\w.:/\\-]+", text) else '"' + text.replace('"', '\\"') + '"'
