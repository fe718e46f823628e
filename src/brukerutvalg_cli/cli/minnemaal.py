"""Minnemål: what somebody wants to hear the history of – a person, a case, a meeting, a provision, or a part of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import typer

if TYPE_CHECKING:
    from datetime import date

    from brukerutvalg_cli.minne.gjennomgang import Lagret, Staar
    from brukerutvalg_cli.minne.opptegnelse import Opptegnelse
    from brukerutvalg_cli.minne.spor import Sporet
    from brukerutvalg_cli.nevnt import Kjent
    from brukerutvalg_cli.ord.i_ord import Her

VEDTAKET = ("vedtak", "vedtaket", "valg", "valget")


class Minnemaal(NamedTuple):
    """What is asked for: its kind, what it goes by, and the verv or the decision that alone is asked for."""

    slag: str = ""
    navn: str = ""
    verv: str = ""
    vedtak: bool = False


def maalet(sagt: Sequence[str], her: Her, bestemmelser: Sequence[Kjent], dag: date) -> Minnemaal:
    """What the words name; nothing said is the whole council.

    Raises:
        typer.BadParameter: when they name nothing, or may name several.
    """
    from brukerutvalg_cli.cli.svar import Ugyldig

    if not sagt:
        return Minnemaal()
    words = list(sagt)
    try:
        return _ett(" ".join(words), her, bestemmelser, dag)
    except Ugyldig as error:
        if len(words) > 1 and (narrowed := _avgrenset(words, her, bestemmelser, dag)):
            return narrowed
        raise typer.BadParameter(f"HVA: {error}") from None


def _avgrenset(words: Sequence[str], her: Her, bestemmelser: Sequence[Kjent], dag: date) -> Minnemaal | None:
    """`kari leder`, `28/22 vedtak`: the last word says which part of what the others name."""
    from brukerutvalg_cli.cli import kjente
    from brukerutvalg_cli.cli.svar import Ugyldig
    from brukerutvalg_cli.nevnt import kalt_slik

    *before, last = words
    verv = kalt_slik(last, kjente.verv(her.mappe))
    if not verv and last.lower() not in VEDTAKET:
        return None
    try:
        found = _ett(" ".join(before), her, bestemmelser, dag)
    except Ugyldig:
        return None
    return found._replace(verv=verv[0].id) if verv else found._replace(vedtak=True)


def _ett(text: str, her: Her, bestemmelser: Sequence[Kjent], dag: date) -> Minnemaal:
    from brukerutvalg_cli.cli import kjente
    from brukerutvalg_cli.cli.moetesvar import EtMoete
    from brukerutvalg_cli.cli.svar import Ugyldig, en_av

    mappe = her.mappe
    people, waiting = kjente.personer(mappe, her.register, dag), kjente.innmeldte(mappe)
    cases = kjente.saker(mappe.moeter)
    by_kind = {
        "sak": [each.id for each in cases],
        "innmeldt": [each.id for each in waiting],
        "person": [each.id for each in people],
    }
    try:
        name = en_av(people, cases, waiting, bestemmelser, hva="Utvalget har")(text)
    except Ugyldig as error:
        try:
            return Minnemaal("moete", EtMoete(mappe, dag)(text).path.rpartition("/")[2].removesuffix(".yaml"))
        except Ugyldig:
            if gone := _som_var(text, dag):
                return gone
            raise error from None
    kind = next((kind for kind, ids in by_kind.items() if name in ids), "bestemmelse")
    return Minnemaal(kind, name)


def _som_var(text: str, dag: date) -> Minnemaal | None:
    """A case or a meeting that is taken out: all that is left to name it by is its number, or its day."""
    from brukerutvalg_cli.model.sagt_dag import IngenDag, sagt_dag
    from brukerutvalg_cli.model.saksnummer import er_saksnummer, har_aar

    if er_saksnummer(text) and har_aar(text):
        return Minnemaal("sak", text)
    try:
        return Minnemaal("moete", sagt_dag(text, dag).isoformat())
    except IngenDag:
        return None


def sporene(maal: Minnemaal, lagret: Iterable[Lagret], her: Her, staar: Staar) -> frozenset[int]:
    """The trails of what is asked for: of the person who has that id today, else of all that ever went by the name."""
    from brukerutvalg_cli.minne.spor import om_navnet

    if people := {
        spor for spor, person in staar.personer.items() if (maal.slag, maal.navn) == ("person", person)
    }:
        return frozenset(people)
    names = {maal.navn}
    if maal.slag == "sak" and (found := her.mappe.saken(maal.navn)):
        case = found[0].saker[found[1]]
        names |= {case.nr, case.tittel} if not case.nr else {case.nr}
    return om_navnet((each for one in lagret for each in one.endringer), maal.slag, names)


def angaar(sporet: Sporet, maal: Minnemaal, spor: frozenset[int], navn: frozenset[str]) -> bool:
    """Whether a change is of what is asked for. `navn`: all that it has gone by, for a person."""
    from brukerutvalg_cli.minne.spor import nevner

    if not maal.slag:
        return True
    change = sporet.endring
    own = not spor.isdisjoint(sporet.spor) or _er_fila(change.vei[0], maal, navn)
    mentioned = maal.slag == "person" and nevner(change, navn)
    if maal.vedtak:
        kinds = [post.slag for post in change.vei]
        return own and (change.felt[:1] == ("vedtak",) or "valg" in kinds or "alternativ" in kinds)
    if maal.verv:
        verv = [post.fakta.get(("verv",)) for post in change.vei if post.slag in ("oppnevning", "valg")]
        return (own or mentioned) and maal.verv in verv
    return own or mentioned


def _er_fila(post: Opptegnelse, maal: Minnemaal, navn: frozenset[str]) -> bool:
    """Whether it is the file of a person or a meeting, which nobody could read."""
    folder = {"person": "medlemmer", "moete": "moeter"}.get(maal.slag, "")
    path = post.navn[0].split("/") if post.slag == "fil" else []
    return path[3:4] == [folder] and path[-1].rpartition(".")[0] in navn
