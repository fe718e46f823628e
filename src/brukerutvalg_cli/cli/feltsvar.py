"""Feltsvar: the fields of a record as they are named and answered – `navn "Kari Berg"`, `frist=1.12.2026`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from brukerutvalg_cli.cli import svar
from brukerutvalg_cli.cli.dagsvar import dag, dag_eller_del
from brukerutvalg_cli.cli.svar import Ugyldig, en_av, ja_eller_nei, tekst
from brukerutvalg_cli.nevnt import Kjent, likt

if TYPE_CHECKING:
    from brukerutvalg_cli.handling.felt import Noekkelfelt

INGEN = "ingen"
"""Said of a list that is empty: nobody sent regrets."""


class SagtFelt(NamedTuple):
    """A field and what was said of it; None where nothing was, and nothing at all where it is to be empty."""

    felt: Noekkelfelt
    tekst: str | None


def er_felt(felter: Sequence[Noekkelfelt], word: str) -> bool:
    """Whether a word is the name of a field, whole, alone or with its value behind an equals sign."""
    return any(_feltet(felter, part) for part in (word, word.partition("=")[0]))


def _feltet(felter: Sequence[Noekkelfelt], word: str) -> Noekkelfelt | None:
    """The field that is called exactly so: by all its keys, or by the last where only one ends so."""
    from brukerutvalg_cli.handling.ting import finn_felt

    if exact := finn_felt(tuple(felter), word.strip().lower()):
        return exact
    closed = [felt for felt in felter if not felt.aapen]
    whole = [felt for felt in closed if likt(felt.navn, word)]
    last = [felt for felt in closed if likt(felt.rute[-1], word)]
    found = whole or last
    return found[0] if len(found) == 1 else None


def et_felt(felter: Sequence[Noekkelfelt], word: str, av_hva: str) -> Noekkelfelt:
    """The field that is meant; asked for on a terminal where none is said.

    Raises:
        typer.BadParameter: when there is none, and nobody can be asked again.
    """
    if word and (found := _feltet(felter, word)):
        return found
    known = {felt.navn: felt for felt in felter if not felt.nei}
    names = [Kjent(name, (felt.rute[-1],), navngis=False) for name, felt in known.items()]
    question = f"Hva gjelder det av {av_hva} ({', '.join(known)})?" if not word else f"Hva av {av_hva}?"
    return known[svar.svar("FELT", word, question, en_av(names, hva=f"{av_hva[:1].upper()}{av_hva[1:]} har"))]


def sagt(felter: Sequence[Noekkelfelt], words: list[str], av_hva: str) -> Iterator[SagtFelt]:
    """Each field that is named, with what is said of it: `felt verdi` or `felt=verdi`.

    Raises:
        typer.BadParameter: as `et_felt`, and where two things are said of one.
    """
    each = list(_lest(felter, words, av_hva))
    svar.uten_motsigelse("FELT", ((one.felt.navn, one.tekst) for one in each))
    return iter(each)


def _lest(felter: Sequence[Noekkelfelt], words: list[str], av_hva: str) -> Iterator[SagtFelt]:
    while words:
        word = words.pop(0)
        name, equals, value = word.partition("=")
        if equals and (found := _feltet(felter, name)):
            yield SagtFelt(found, value)
        else:
            yield SagtFelt(et_felt(felter, word, av_hva), words.pop(0) if words else None)


def verdi(felt: Noekkelfelt, said: str | None, staar: Any) -> Any:
    """The value as the files have it; asked for where none was said, on a terminal. `staar`: what stands there now.

    Raises:
        typer.BadParameter: when it is missing or cannot be read, and nobody can be asked again.
    """
    if said is None and felt.lang and svar.kan_spoerre():
        from brukerutvalg_cli.cli.tekstfil import skrevet

        said = skrevet(felt.navn, staar if isinstance(staar, str) else "")
    return svar.svar(felt.navn, said or "", _spoersmaal(felt), leser(felt))


def _spoersmaal(felt: Noekkelfelt) -> str:
    from brukerutvalg_cli.handling.felt import Verdislag

    said = {
        Verdislag.JA_NEI: ["ja", "nei"],
        Verdislag.VALG: list(felt.valg),
        Verdislag.DAG: ["en dag", *(["et år eller en måned"] if felt.kan_vaere_del else [])],
        Verdislag.MOETE: ["dagen til et møte"],
        Verdislag.TALL: ["et tall"],
        Verdislag.LISTE: ["flere med komma mellom", INGEN],
    }.get(felt.slag, [])
    answers = [*said, *(["ukjent"] if felt.kan_vaere_ukjent else [])]
    choices = f" ({', '.join(answers)})" if answers else ""
    return f"{felt.hva} Hva skal stå under «{felt.navn}»{choices}?".strip()


def leser(felt: Noekkelfelt) -> Callable[[str], Any]:
    """Reads a value of this field as people say it."""
    from brukerutvalg_cli.handling.felt import Verdislag

    kinds: dict[Verdislag, Callable[[str], Any]] = {
        Verdislag.DAG: dag_eller_del if felt.kan_vaere_del else dag,
        Verdislag.MOETE: _moete,
        Verdislag.JA_NEI: ja_eller_nei,
        Verdislag.VALG: en_av(felt.valg),
        Verdislag.TALL: lambda text: _streng(felt, text),
        Verdislag.ORD: lambda text: _ord(felt, text),
        Verdislag.TEKST: lambda text: _tekst(felt, text),
        Verdislag.LISTE: lambda text: _liste(felt, text),
        Verdislag.DELER: lambda text: _del(felt, text),
        Verdislag.POSTER: lambda text: _bare_ukjent(felt),
    }
    read = kinds[felt.slag]

    def les(text: str) -> Any:
        if text.strip().lower() != "ukjent":
            return read(text)
        if not felt.kan_vaere_ukjent:
            raise Ugyldig(f"Under «{felt.navn}» kan det ikke stå «ukjent».")
        return "ukjent"

    return les


def _streng(felt: Noekkelfelt, text: str) -> Any:
    """By the model's own reading of it, which is strict."""
    from pydantic_core import PydanticCustomError

    assert felt.les
    try:
        return felt.les(text.strip())
    except PydanticCustomError as error:
        message = error.message()
        raise Ugyldig(f"«{text}»: {message}.") from None


def _moete(text: str) -> Any:
    """A meeting by its name, or by its day as people say one."""
    from pydantic_core import PydanticCustomError

    from brukerutvalg_cli.model.moetenavn import Moetenavn, les_moetenavn

    try:
        return les_moetenavn(text.strip())
    except PydanticCustomError:
        return Moetenavn.av(dag(text))


def _ord(felt: Noekkelfelt, text: str) -> Any:
    """A word. A number alone is a time of day only where it can be nothing else: 12 is the number of a meeting, too."""
    if text.strip().isdecimal():
        with suppress(Ugyldig):
            return _streng(felt, text)
    return _streng(felt, _som_klokkeslett(text))


def _som_klokkeslett(text: str) -> str:
    """`kl. 12` and `klokka 12.00` as a time of day is written; any other text as it is."""
    found = re.fullmatch(r"(?:kl(?:okka|okken)?\.?\s*)?(\d{1,2})(?:[.:](\d\d))?", text.strip(), re.IGNORECASE)
    return f"{found[1]}:{found[2] or '00'}" if found else text


def _tekst(felt: Noekkelfelt, text: str) -> str:
    from brukerutvalg_cli.cli.tekstfil import tekst_eller_fil

    read = tekst_eller_fil(text)
    return read if "\n" in read else tekst(read)


def _liste(felt: Noekkelfelt, text: str) -> list[Any]:
    """Several with commas between; with semicolons, where there are commas in them."""
    assert felt.i_hver
    if text.strip().lower() == INGEN:
        return []
    read = leser(felt.i_hver)
    parts = [part.strip() for part in re.split(";" if ";" in text else ",", text) if part.strip()]
    return list(dict.fromkeys(read(part) for part in parts))


def _del(felt: Noekkelfelt, text: str) -> str:
    from brukerutvalg_cli.handling.felt import er_navneform, feltene

    if er_navneform(felt):
        return tekst(text)
    parts = [f"«{felt.navn}.{inner.navn}»" for inner in feltene(felt.modell)] if felt.modell else []
    raise Ugyldig(
        f"«{felt.navn}» har flere deler. Skriv hvilken: {', '.join(parts) or f'«{felt.navn}.NAVN»'}."
    )


def _bare_ukjent(felt: Noekkelfelt) -> str:
    from brukerutvalg_cli.handling.omtale import heter

    raise Ugyldig(
        f"Under «{felt.navn}» står det flere. En ny fører du med «brukerutvalg legg-til», og en som står der, "
        f"endrer eller sletter du for seg: «brukerutvalg endre … {heter(felt.rute[-1])} …»."
    )


def tekstfelt(felter: Sequence[Noekkelfelt], felt: Noekkelfelt) -> Noekkelfelt:
    """The field that a text is of, where it was said of the part it is in: «vedtak» is the text of it."""
    from dataclasses import replace

    from brukerutvalg_cli.handling.felt import Verdislag, er_navneform, feltene

    if felt.slag is not Verdislag.DELER or felt.modell is None or er_navneform(felt):
        return felt
    first = feltene(felt.modell)[0]
    if first.slag is not Verdislag.TEKST or not (first.kreves or first.rute == ("navn",)):
        return felt
    return replace(first, rute=(*felt.rute, *first.rute))


def maa_ha(felt: Noekkelfelt) -> typer.BadParameter:
    """What to say where a field that must be there was not said."""
    return typer.BadParameter(f"«{felt.navn}» mangler. {felt.hva}")
