"""Registerspoersmaal: what `init` asks – each answer from its option, from what is usual, or from who sits there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, get_args

import typer

from brukerutvalg_cli.cli import svar
from brukerutvalg_cli.cli.skall import sitert
from brukerutvalg_cli.cli.tekstfil import les_fil
from brukerutvalg_cli.cli.valgord import NIVAAER
from brukerutvalg_cli.handling.filer import Nektet
from brukerutvalg_cli.handling.medlemsliste import Medlemsliste, les_medlemmer, les_skrevne
from brukerutvalg_cli.handling.nytt_register import Svar, kjente_organisasjoner, mandater
from brukerutvalg_cli.model.organisasjon import Organisasjon
from brukerutvalg_cli.model.utvalg import Maalform
from brukerutvalg_cli.register.load import Lastet

VANLIG_MANDAT = {
    "fylke": "nav-vestland-2019",
    "sentral": "nav-sentralt-2020",
    "ungdom": "nav-troendelag-ungdom-2021",
}
"""The mandate that is proposed to a council of this level; to any other, the template for a local office."""


class Medlemskilde(NamedTuple):
    """The members so far, and where they were said: in this file, or one by one."""

    liste: Medlemsliste = Medlemsliste()
    fil: str = ""
    skrevne: tuple[str, ...] = ()


class Besvart(NamedTuple):
    """What was answered, and how the members were."""

    svar: Svar
    medlemmer: Medlemskilde

    def kommando(self, mappe: Path) -> str:
        """The command that says the same with nothing to ask."""
        answers = {
            "--utvalg": self.svar.navn,
            "--nivaa": self.svar.nivaa,
            "--maalform": self.svar.maalform,
            "--mandat": self.svar.mandat,
            "--medlemmer": self.medlemmer.fil,
            "--alle": ("ja" if self.svar.alle else "nei") if self.svar.medlemmer.rader else "",
            "--foerste-moete": str(self.svar.foerste_moete or ""),
            "--dato": str(self.svar.dag),
        }
        options = [f"{key} {sitert(value)}" for key, value in answers.items() if value]
        options += [f"--medlem {sitert(line)}" for line in self.medlemmer.skrevne]
        return " ".join(["brukerutvalg init", sitert(str(mappe)), *options, "--ja"])


def spoer(
    given: Mapping[str, str], medlem: Sequence[str], shipped: Lastet, dag: date, *, ja: bool
) -> Besvart:
    """The answers. `given`: what the options said, by their names; `medlem`: the members that were said one by one.

    Raises:
        typer.BadParameter: when an answer cannot be read, or is missing where nobody can be asked.
    """
    asking = svar.kan_spoerre() and not ja
    name = svar.svar("--utvalg", given["--utvalg"], "Hva heter utvalget?", svar.tekst)

    def ett(option: str, question: str, choices: tuple[str, ...], usual: str) -> str:
        text = given[option] or ("" if asking else usual)
        return svar.svar(option, text, question, svar.en_av(choices), usual)

    mandates = mandater(shipped.regelverk)
    level = ett("--nivaa", f"Hvilket nivå ({', '.join(NIVAAER)})?", NIVAAER, "lokal")
    form = ett("--maalform", "Målform i dokumentene (nb, nn)?", get_args(Maalform), "nb")
    mandate = ett(
        "--mandat",
        f"Hvilket mandat ({', '.join(mandates)})?",
        mandates,
        VANLIG_MANDAT.get(level, "mal-nav-kontor-2015"),
    )
    known = kjente_organisasjoner(shipped.register.organisasjoner)
    members = _medlemmer(given["--medlemmer"], medlem, known, asking=asking)
    given_whole = given["--alle"] or ("" if asking else "ja")
    question = "Er alle i utvalget med i lista (ja/nei)?"
    whole = bool(members.liste.rader) and svar.svar("--alle", given_whole, question, svar.ja_eller_nei, "ja")
    question = "Når er det første møtet? Tomt om det ikke er bestemt:"
    ask = svar.om_ikke_tomt if asking else svar.om_sagt
    meeting = ask("--foerste-moete", given["--foerste-moete"], question, svar.dag)
    return Besvart(Svar(name, level, form, mandate, members.liste, whole, meeting, dag), members)


def _medlemmer(
    fil: str, skrevne: Sequence[str], known: Mapping[str, Organisasjon], *, asking: bool
) -> Medlemskilde:
    """The members from a file, from the options, or as they are typed one after the other."""
    if skrevne and fil:
        raise typer.BadParameter("--medlemmer og --medlem er to måter å si det samme på. Bruk den ene")
    members = Medlemskilde()
    for line in skrevne:
        members = svar.svar("--medlem", line or ",", "Hvem?", _les(members, known, navn=True))
    if skrevne:
        return members
    ask = svar.om_ikke_tomt if asking else svar.om_sagt
    question = "Fil med medlemmer (CSV), eller den første som «navn, organisasjon, verv»? Tomt om du tar dem etterpå:"
    members = ask("--medlemmer", fil, question, _les(members, known)) or members
    question = "Neste «navn, organisasjon, verv»? Tomt når alle er skrevet:"
    while asking and members.skrevne:
        one_more = ask("--medlem", "", question, _les(members, known, navn=True))
        if one_more is None:
            break
        members = one_more
    return members


def _les(
    foer: Medlemskilde, known: Mapping[str, Organisasjon], *, navn: bool = False
) -> Callable[[str], Medlemskilde]:
    """Reads one more member as «navn, organisasjon, verv»; a lone word is a file of them all, unless it is a `navn`."""

    def les(said: str) -> Medlemskilde:
        said = f"{said}," if navn and "," not in said else said
        try:
            if "," in said:
                typed = (*foer.skrevne, said)
                return foer._replace(liste=les_skrevne(typed, known), skrevne=typed)
            return foer._replace(liste=les_medlemmer(les_fil(said), known), fil=said)
        except Nektet as error:
            raise svar.Ugyldig(
                f"{str(error).rstrip('.?')}{'?' if str(error).endswith('?') else '.'}"
            ) from None

    return les
