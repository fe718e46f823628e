"""Listesvar: a list of people from a file is read, asked about where it leaves something open, and shown as it was
understood – before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import typer

from brukerutvalg_cli.cli import dagsvar, svar
from brukerutvalg_cli.cli.navngitt_fil import les_navngitt
from brukerutvalg_cli.cli.tekstfil import som_tekst
from brukerutvalg_cli.handling.filer import Nektet
from brukerutvalg_cli.handling.medlemsliste.les import INGEN, les_liste
from brukerutvalg_cli.handling.medlemsliste.liste import Kjente, Listedag, Listerad, Medlemsliste, Tillegg
from brukerutvalg_cli.handling.medlemsliste.tabell import Ark, fra_tekst
from brukerutvalg_cli.model.deldato import Deldato

if TYPE_CHECKING:
    from datetime import date

    from brukerutvalg_cli.model.mappe import Utvalgsmappe
    from brukerutvalg_cli.model.register import Register

Listeleser = Callable[[Tillegg], Medlemsliste]
"""Reads a list once more, with what has been answered about it."""


SIER = {
    "navn": "navnet",
    "fornavn": "fornavnet",
    "etternavn": "etternavnet",
    "representerer": "hvem de sitter for",
    "verv": "vervet",
    "fra": "første dag",
    "til": "siste dag",
    "periode": "første og siste dag",
    "funksjon": "stillingen",
    "side": "siden",
    "vara_for": "hvem de er vara for",
    "nummer": "plassen i vararekka",
}
"""What a column says, in words."""


class SagtListe(NamedTuple):
    """What the options said of what the list leaves open."""

    side: str = ""
    fra: str = ""
    hele_aar: str = ""


class Forstaatt(NamedTuple):
    """The list, and the answers that belong to it."""

    liste: Medlemsliste
    tillegg: Tillegg = INGEN

    @property
    def valg(self) -> dict[str, str]:
        """The options that say the same."""
        whole = {None: "", True: "ja", False: "nei"}[self.tillegg.hele_aar]
        return {"--side": self.tillegg.side, "--fra": str(self.tillegg.fra or ""), "--hele-aar": whole}


def leser(fil: str, kjente: Kjente) -> Listeleser:
    """The reader of a file.

    Raises:
        Ugyldig: when it cannot be had, is no list, or something in it cannot be understood: all of that at once.
    """
    try:
        sheets = _arkene(fil)
        les_liste(sheets, kjente)
    except Nektet as error:
        raise svar.Ugyldig(setning(error)) from None
    return lambda tillegg: les_liste(sheets, kjente, tillegg)


def til_registeret(mappe: Utvalgsmappe, register: Register, dag: date) -> Kjente:
    """What a list may name that is to come into a register that is there."""
    from brukerutvalg_cli.cli import kjente

    return Kjente(
        register.organisasjoner,
        kjente.sider(mappe),
        kjente.verv(mappe),
        dag,
        kjente.personer(mappe, register),
        frozenset(one.id for one in kjente.utvalgene(register)),
    )


def sett_gjennom(fil: str, kjente: Kjente, sagt: SagtListe, option: str = "FIL") -> Medlemsliste:
    """The list in a file, with an answer to what it leaves open, and shown as it was understood.

    Raises:
        typer.BadParameter: when it cannot be understood, or an answer is missing, and nobody can be asked.
    """
    question = "Hvilken fil er lista i (Excel eller CSV)?"
    name, read = svar.svar(option, fil, question, lambda said: (filnavn(said), leser(said, kjente)))
    found = avklart(read, kjente, sagt).liste
    vis(found, kjente, name)
    return found


def setning(error: Nektet) -> str:
    """What is wrong, as a sentence."""
    text = str(error)
    return text if text.endswith("?") else f"{text.rstrip('.')}."


def _arkene(fil: str) -> Sequence[Ark]:
    from brukerutvalg_cli.handling.medlemsliste.regneark import arkene, er_regneark

    raw = les_navngitt(filnavn(fil))
    return arkene(raw) if er_regneark(raw) else fra_tekst(som_tekst(raw, f"fila «{fil}»"))


def filnavn(said: str) -> str:
    """The name of a file as a window of folders pastes it: within quotation marks, or from the home folder."""
    said = said.strip()
    bare = said[1:-1] if len(said) > 1 and said[0] == said[-1] and said[0] in "\"'" else said
    return str(Path(bare).expanduser()) if bare.startswith("~") else bare


def avklart(les: Listeleser, kjente: Kjente, sagt: SagtListe) -> Forstaatt:
    """The list with an answer to what it leaves open: one question for each thing, whoever it is about.

    Raises:
        typer.BadParameter: when the side of somebody is missing, and nobody can be asked.
    """
    first = les(INGEN)
    more = INGEN
    if first.uten_side:
        question = f"Hvilken side sitter de for som det ikke går fram av: {_noen(first.uten_side)}?"
        side = svar.svar("--side", sagt.side, question, svar.en_av(kjente.sider, ["ukjent"]))
        more = more._replace(side=side)
    ask = svar.svar if svar.kan_spoerre() else svar.om_sagt
    if first.uten_fra:
        question = f"Når begynte de det ikke står om: {_noen(first.uten_fra)}? En dag, eller «ukjent»:"
        more = more._replace(fra=ask("--fra", sagt.fra, question, _dag_eller_ukjent))
    of_years = (*first.bare_aar, *([str(more.fra)] if isinstance(more.fra, Deldato) else []))
    if of_years:
        years = ", ".join(dict.fromkeys(of_years))
        question = (
            f"Står det bare år eller måned ({years}), er det da fra første til og med siste dag (ja/nei)?"
        )
        more = more._replace(hele_aar=ask("--hele-aar", sagt.hele_aar, question, svar.ja_eller_nei))
    try:
        return Forstaatt(les(more), more)
    except Nektet as error:
        raise typer.BadParameter(setning(error)) from None


def _noen(names: Sequence[str]) -> str:
    """The first of them, and how many more."""
    return ", ".join(names[:6]) + (f" og {len(names) - 6} til" if len(names) > 6 else "")


def _dag_eller_ukjent(text: str) -> date | Deldato | Literal["ukjent"]:
    return "ukjent" if text.strip().lower() == "ukjent" else dagsvar.dag_eller_del(text)


def vis(liste: Medlemsliste, kjente: Kjente, fil: str) -> None:
    """Shows the list as it was understood, and what of it is left out."""
    people = len({row.person for row in liste.rader})
    typer.echo(f"Slik er «{Path(fil).name}» forstått, {people} {'person' if people == 1 else 'personer'}:")
    for line in _linjer(liste, kjente):
        typer.echo(f"  {line}")
    columns = ", ".join(f"«{heading}» er {SIER[field]}" for heading, field in liste.lest_som)
    typer.echo(f"Kolonnene: {columns}.")
    if liste.uten_fra and any(row.fra == "ukjent" for row in liste.rader):
        typer.echo("Når noen begynte uten at det står, blir «ukjent». Med --fra DATO er det den dagen.")
    if any(isinstance(day, Deldato) for row in liste.rader for day in (row.fra, row.til)):
        typer.echo(
            f"Bare år eller måned ({', '.join(liste.bare_aar)}) er ingen dag, og føres som det står. "
            "Med --hele-aar ja gjelder det fra første til og med siste dag."
        )
    if liste.utelatt:
        typer.echo("Tas ikke med:")
        for left in liste.utelatt:
            typer.echo(f"  {left}")


def _linjer(liste: Medlemsliste, kjente: Kjente) -> Iterator[str]:
    from brukerutvalg_cli.ord.i_ord import i_ord

    for row in liste.rader:
        side = i_ord(row.side) if row.side not in ("", "ukjent") else "siden er ukjent"
        who = [row.navn, side, _kalt(row.representerer, liste, kjente), i_ord(row.funksjon)]
        yield f"{', '.join(filter(None, who))}: {_vervet(row, liste)} {_tida(row)}"


def _kalt(name: str, liste: Medlemsliste, kjente: Kjente) -> str:
    if name in liste.nye:
        return f"{liste.nye[name].navn} (ny organisasjon)"
    body = kjente.organisasjoner.get(name)
    return (body.forkortelse or body.navn) if body else name


def _vervet(row: Listerad, liste: Medlemsliste) -> str:
    from brukerutvalg_cli.ord.i_ord import i_ord

    number = f"{row.nummer}. " if row.nummer else ""
    names = {each.person: each.navn for each in liste.rader}
    deputy = f" for {names.get(row.vara_for, row.vara_for)}" if row.vara_for else ""
    return f"{number}{i_ord(row.verv)}{deputy}"


def _tida(row: Listerad) -> str:
    ends = "uten sluttdato" if row.til is None else f"til {_dagen(row.til)}"
    return f"fra {_dagen(row.fra)} {ends}"


def _dagen(dag: Listedag) -> str:
    from brukerutvalg_cli.model.vet_av import deldag_i_ord

    return "ukjent dag" if isinstance(dag, str) or dag is None else deldag_i_ord(dag)
