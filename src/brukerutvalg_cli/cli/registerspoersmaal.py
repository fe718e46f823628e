"""Registerspoersmaal: what `init` asks – each answer from its option, from what is usual, or from who sits there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar, get_args

import typer

from brukerutvalg_cli.cli import dagsvar, svar
from brukerutvalg_cli.cli.adressefil import spoer_om_fil
from brukerutvalg_cli.cli.listesvar import (
    Forstaatt,
    Listeleser,
    SagtListe,
    avklart,
    filnavn,
    leser,
    setning,
    vis,
)
from brukerutvalg_cli.cli.skall import sitert
from brukerutvalg_cli.handling.filer import Nektet
from brukerutvalg_cli.handling.medlemsliste.les import les_liste
from brukerutvalg_cli.handling.medlemsliste.liste import Kjente, Medlemsliste
from brukerutvalg_cli.handling.medlemsliste.organisasjon import finn
from brukerutvalg_cli.handling.medlemsliste.tabell import fra_skrevne
from brukerutvalg_cli.handling.nytt_register import (
    Eier,
    Registersvar,
    mandater,
    mulig_eier,
    utvalgets_id,
)
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.maalform import Maalform
from brukerutvalg_cli.model.ordvalg import STANDARD_NIVAA
from brukerutvalg_cli.model.organisasjon import Organisasjon
from brukerutvalg_cli.model.utvalg import STANDARD_SIDER, STANDARD_VERV
from brukerutvalg_cli.nevnt import Kjent

T = TypeVar("T")

VANLIG_MANDAT = {
    "fylke": "nav-vestland-2019",
    "sentral": "nav-sentralt-2020",
    "ungdom": "nav-troendelag-ungdom-2021",
}
"""The mandate that is proposed to a council of this level; to any other, the template for a local office."""


class Registergrunnlag(NamedTuple):
    """What a new council may name, and be bound by; and the councils that are there already."""

    organisasjoner: Mapping[str, Organisasjon]
    regelverk: Mapping[str, Regelverk]
    utvalg: frozenset[str] = frozenset()


class Medlemskilde(NamedTuple):
    """The members so far, and where they were said: in this file, or one by one."""

    les: Listeleser | None = None
    fil: str = ""
    skrevne: tuple[str, ...] = ()


class Medlemssvar(NamedTuple):
    """The members, where they were said, and what had to be answered about them."""

    kilde: Medlemskilde
    forstaatt: Forstaatt
    adressefil: str = ""


class Besvart(NamedTuple):
    """What was answered, and how the members were."""

    svar: Registersvar
    medlemmer: Medlemssvar

    def kommando(self, mappe: Path) -> str:
        """The command that says the same with nothing to ask."""
        answers = {
            "--utvalg": self.svar.navn,
            "--nivaa": self.svar.nivaa,
            "--maalform": self.svar.maalform,
            "--mandat": self.svar.mandat,
            "--eier": self.svar.eier.sagt if self.svar.eier else "",
            "--medlemmer": self.medlemmer.kilde.fil,
            **self.medlemmer.forstaatt.valg,
            "--adresser": self.medlemmer.adressefil,
            "--alle": ("ja" if self.svar.alle else "nei") if self.svar.medlemmer.rader else "",
            "--foerste-moete": str(self.svar.foerste_moete or ""),
            "--dato": str(self.svar.dag),
        }
        options = [f"{key} {sitert(value)}" for key, value in answers.items() if value]
        options += [f"--medlem {sitert(line)}" for line in self.medlemmer.kilde.skrevne]
        return " ".join(["brukerutvalg init", sitert(str(mappe)), *options, "--ja"])


class Spurtmedlem(NamedTuple):
    """Whether anybody is asked, and what the options said: by their names, and the members one by one."""

    spoer: bool
    sagt: Mapping[str, str]
    medlem: Sequence[str]
    ja: bool

    def om_tomt_gaar(self, option: str, question: str, les: Callable[[str], T]) -> T | None:
        """An answer that can be left out; asked for on a terminal."""
        ask = svar.om_ikke_tomt if self.spoer else svar.om_sagt
        return ask(option, self.sagt[option], question, les)

    def ett(self, option: str, question: str, choices: tuple[str, ...], usual: str) -> str:
        """One of these; the usual one where nobody says another."""
        text = self.sagt[option] or ("" if self.spoer else usual)
        return svar.svar(option, text, question, svar.en_av(choices), usual)


def spoer(
    given: Mapping[str, str],
    medlem: Sequence[str],
    grunnlag: Registergrunnlag,
    mappe: Path,
    dag: date,
    *,
    ja: bool,
) -> Besvart:
    """The answers. `given`: what the options said, by their names; `medlem`: the members that were said one by one.

    Raises:
        typer.BadParameter: when an answer cannot be read, or is missing where nobody can be asked.
    """
    spurt = Spurtmedlem(svar.kan_spoerre() and not ja, given, medlem, ja)
    name = svar.svar("--utvalg", given["--utvalg"], "Hva heter utvalget?", svar.tekst)
    mandates = mandater(grunnlag.regelverk)
    level = spurt.ett("--nivaa", f"Hvilket nivå ({', '.join(STANDARD_NIVAA)})?", STANDARD_NIVAA, "lokal")
    form = spurt.ett("--maalform", "Målform i dokumentene (nb, nn)?", get_args(Maalform), "nb")
    usual = VANLIG_MANDAT.get(level, "mal-nav-kontor-2015")
    mandate = spurt.ett("--mandat", f"Hvilket mandat ({', '.join(mandates)})?", mandates, usual)
    known = _kjente(grunnlag, name, dag)
    owner = _eier(spurt, name, known)
    members = _medlemmer(spurt, known, mappe)
    listed = members.forstaatt.liste
    # A list that is not said to be whole, is not.
    whole = given["--alle"] or ("" if spurt.spoer else "nei")
    question = "Er alle i utvalget med i lista (ja/nei)?"
    everybody = bool(listed.rader) and svar.svar("--alle", whole, question, svar.ja_eller_nei, "ja")
    question = "Når er det første møtet? Tomt om det ikke er bestemt:"
    meeting = spurt.om_tomt_gaar("--foerste-moete", question, dagsvar.kommende)
    return Besvart(Registersvar(name, level, form, mandate, listed, everybody, meeting, dag, owner), members)


def _kjente(grunnlag: Registergrunnlag, navn: str, dag: date) -> Kjente:
    """What the list of members may name."""
    return Kjente(
        grunnlag.organisasjoner,
        [Kjent(side) for side in STANDARD_SIDER],
        [Kjent(verv) for verv in STANDARD_VERV],
        dag,
        opptatt=grunnlag.utvalg | {utvalgets_id(navn)},
    )


def _eier(spurt: Spurtmedlem, navn: str, known: Kjente) -> Eier | None:
    """Who owns the council, where somebody says it; whoever its name tells of is proposed."""

    def les(said: str) -> Eier | None:
        try:
            found = finn(said, known)
        except Nektet as error:
            raise svar.Ugyldig(setning(error)) from None
        if not found.id:
            raise svar.Ugyldig(f"«{said}» er en side, og ikke en eier.")
        return Eier(said, found.id, found.ny)

    ukjent = ("", "ukjent")
    usual = mulig_eier(navn)
    question = "Hvem eier utvalget? «ukjent» om det ikke er klart:"
    text = spurt.sagt["--eier"] or ("" if spurt.spoer else "ukjent")
    return svar.svar(
        "--eier", text, question, lambda said: None if said in ukjent else les(said), usual or "ukjent"
    )


def _medlemmer(spurt: Spurtmedlem, known: Kjente, mappe: Path) -> Medlemssvar:
    """The members, as they were understood and, where they are from a file, said to be right."""
    about = SagtListe(spurt.sagt["--side"], spurt.sagt["--fra"], spurt.sagt["--hele-aar"])
    source = _kilden(spurt, known)
    while source.les:
        understood = avklart(source.les, known, about)
        if not source.fil:
            return Medlemssvar(source, understood)
        vis(understood.liste, known, source.fil)
        if svar.bekreft("Er lista forstått rett?", ja=spurt.ja):
            addresses = spoer_om_fil(spurt.sagt["--adresser"], understood.liste.adresser, mappe)
            return Medlemssvar(source, understood, addresses)
        typer.echo("Ingenting er skrevet. Rett fila, og skriv navnet på den en gang til.", err=True)
        source = _kilden(spurt._replace(sagt={**spurt.sagt, "--medlemmer": ""}), known)
    return Medlemssvar(source, Forstaatt(Medlemsliste()))


def _kilden(spurt: Spurtmedlem, known: Kjente) -> Medlemskilde:
    """The members from a file, from the options, or as they are typed one after the other."""
    if spurt.medlem and spurt.sagt["--medlemmer"]:
        raise typer.BadParameter("--medlemmer og --medlem er to måter å si det samme på. Bruk den ene")
    members = Medlemskilde()
    for line in spurt.medlem:
        members = svar.svar("--medlem", line or ",", "Hvem?", _les(members, known, navn=True))
    if spurt.medlem:
        return members
    question = (
        "Fil med medlemmer (Excel eller CSV), eller den første som «navn, organisasjon, verv»? "
        "Tomt om du tar dem etterpå:"
    )
    members = spurt.om_tomt_gaar("--medlemmer", question, _les(members, known)) or members
    question = "Neste «navn, organisasjon, verv»? Tomt når alle er skrevet:"
    while spurt.spoer and members.skrevne:
        one_more = svar.om_ikke_tomt("--medlem", "", question, _les(members, known, navn=True))
        if one_more is None:
            break
        members = one_more
    return members


def _les(foer: Medlemskilde, known: Kjente, *, navn: bool = False) -> Callable[[str], Medlemskilde]:
    """Reads one more member as «navn, organisasjon, verv»; anything else is a file of all, unless it is a `navn`."""

    def les(said: str) -> Medlemskilde:
        if not navn and ("," not in said or Path(filnavn(said)).is_file()):
            return Medlemskilde(leser(said, known), filnavn(said))
        typed = (*foer.skrevne, said)
        try:
            table = [fra_skrevne(typed)]
            les_liste(table, known)
        except Nektet as error:
            raise svar.Ugyldig(setning(error)) from None
        return Medlemskilde(lambda more: les_liste(table, known, more), skrevne=typed)

    return les
