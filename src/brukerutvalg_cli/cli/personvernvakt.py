"""Personvernvakt: what must never be stored is not written – in no file, no name of one, no journal and no commit.

Every command that writes comes by here, with what it is about to write and what it will say of it. What the
register had already is not held against it: a command that moves or keeps a number makes nothing worse.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

import typer

from brukerutvalg_cli.oppramsing import alle_sammen

if TYPE_CHECKING:
    from brukerutvalg_cli.cli.navneformer import Navnevern
    from brukerutvalg_cli.endring.utkast import Filendring
    from brukerutvalg_cli.model.register import Register
    from brukerutvalg_cli.personvern.private_opplysninger import Privat
    from brukerutvalg_cli.register.load import Lastet

STANS = (
    "Ingenting er skrevet. Det som en gang er lagret, kan ikke hentes tilbake, så dette kan ikke føres med "
    "--likevel heller."
)
I_SVARET = "Ta det ut av svaret, og kjør kommandoen en gang til."


def stans_ved_privat(
    endringer: Sequence[Filendring],
    melding: str = "",
    raad: str = I_SVARET,
    register: Register | None = None,
) -> None:
    """Goes no further where the change, or what is said of it, has something private in it that was not there before.

    Raises:
        typer.Exit: with 1. What it is, and where, has then been said, and never the value.
    """
    if found := list(nye_private(endringer, melding, register)):
        for where, what in dict.fromkeys((where, privat.hva) for where, privat in found):
            typer.echo(f"feil personvern: {where} har {what} i seg", err=True)
        if any(privat.kan_vaere_et_kontors for _, privat in found):
            typer.echo(_et_kontors(), err=True)
        typer.echo(f"{STANS} {raad}", err=True)
        raise typer.Exit(1)


def stans_ved_privat_navn(navn: str, hva: str) -> None:
    """Goes no further with a name that is to be made, where it has something private in it.

    Raises:
        typer.Exit: with 1.
    """
    from brukerutvalg_cli.personvern.private_opplysninger import i_navn

    if found := next(i_navn(navn), None):
        typer.echo(f"feil personvern: {hva} har {found.hva} i seg", err=True)
        typer.echo(f"{STANS} Velg et annet navn.", err=True)
        raise typer.Exit(1)


def _et_kontors() -> str:
    from brukerutvalg_cli.personvern.private_tall import KONTORORD

    first, *rest = (f"«{word}»" for word in KONTORORD)
    return (
        f"Er telefonnummeret et kontors, skriver du {first} rett foran det. "
        f"{alle_sammen(rest)} like foran hjelper også."
    )


def nye_private(
    endringer: Sequence[Filendring], melding: str = "", register: Register | None = None
) -> Iterator[tuple[str, Privat]]:
    """Where, and what, of each private thing that there is more of after than before."""
    from brukerutvalg_cli.personvern.private_opplysninger import alt_privat

    folk = _folk(endringer, register)
    before = Counter(key for e in endringer for _, key in _private(e.path, e.foer, folk))
    after = [found for e in endringer for found in _private(e.path, e.etter, folk)]
    now = Counter(key for _, key in after)
    told: set[Privat] = set()
    for where, (way, privat) in after:
        # In a record its key says best where it is: the file as such is for what no record has.
        if now[way, privat] > before[way, privat] and not (way == "fil" and privat in told):
            told.add(privat)
            yield where, privat
    known = (
        _som_sto(endringer, folk) | {privat.verdi for _, privat in before} | {privat.verdi for privat in told}
    )
    for privat in alt_privat(melding, folk):
        if privat.verdi not in known:
            yield "det kommandoen sier at den har gjort,", privat


def _folk(endringer: Sequence[Filendring], register: Register | None) -> Collection[str]:
    """What those in the register are called, before the change and after it."""
    from brukerutvalg_cli.model.medlem import Medlem
    from brukerutvalg_cli.model.navnene import Navnemengde

    records = (_lest(e.path, e.etter) for e in endringer if "/medlemmer/" in e.path)
    new = frozenset(record.navn for record in records if isinstance(record, Medlem))
    if register is None:
        return new
    known = register.folk
    return Navnemengde(new | known.naere, lambda: (known,))


def trygg_melding(melding: str, endringer: Sequence[Filendring], register: Register) -> str:
    """What is said of a change, in the journal and as a commit: by ids of those who are not to be named.

    What a confidential case says is not said of it either, nor what is private in what the register has already.
    """
    from brukerutvalg_cli.personvern.private_opplysninger import sladdet, uten_kontakt
    from brukerutvalg_cli.rapport.sladd import uten_saker

    melding = navnevern(endringer, register).trygt(melding)
    return uten_kontakt(sladdet(uten_saker(melding, _endrede_saker(endringer), register)))


def navnevern(endringer: Sequence[Filendring], register: Register) -> Navnevern:
    """Who is not to be named where something is said of a change."""
    from brukerutvalg_cli.cli.navneformer import Navnevern

    closed = frozenset(_uten_navn(endringer, register))
    members = (medlem for mappe in register.mapper.values() for medlem in mappe.medlemmer.values())
    openly = {medlem.navn for medlem in members if medlem.publisering == "navn"}
    return Navnevern(closed, frozenset(openly) - {navn for _, navn in closed})


def sagt_naa(melding: str, endringer: Sequence[Filendring], lastet: Lastet) -> str:
    """What was said of a change once, as it may be said now: a case may have become confidential since."""
    from brukerutvalg_cli.rapport.sladd import uten_saker

    closed = [_lukkede(path, file.raw) for path, file in lastet.lest.items()]
    return uten_saker(trygg_melding(melding, endringer, lastet.register), closed, lastet.register)


def _uten_navn(endringer: Sequence[Filendring], register: Register) -> Iterator[tuple[str, str]]:
    """Everybody who is to be shown by their organisation only, before the change or after it, with each name."""
    from brukerutvalg_cli.model.medlem import Medlem
    from brukerutvalg_cli.model.omriss import NAVN_PAA_FOLK, UTEN_NAVN

    for council, people in register.svar(UTEN_NAVN):
        mappe = register.mapper.get(council) if people else None
        names = NAVN_PAA_FOLK.svar(mappe) if mappe else {}
        yield from people.items()
        yield from ((person, navn) for person in people for navn in names.get(person, ()))
    for change in endringer:
        for record in (_lest(change.path, change.foer), _lest(change.path, change.etter)):
            if isinstance(record, Medlem) and record.publisering != "navn":
                person = change.path.rpartition("/")[2].removesuffix(".yaml")
                yield from ((person, navn) for navn in record.alle_navn)


def _endrede_saker(endringer: Sequence[Filendring]) -> Iterator[dict[str, frozenset[str]]]:
    """The confidential cases that the change touches, as they were and as they are to be."""
    before = {case: words for e in endringer for case, words in _lukkede(e.path, e.foer).items()}
    after = {case: words for e in endringer for case, words in _lukkede(e.path, e.etter).items()}
    yield {case: words for case, words in before.items() if case not in after}
    yield {case: words for case, words in after.items() if case not in before}


def _lukkede(path: str, raw: bytes | None) -> dict[str, frozenset[str]]:
    from brukerutvalg_cli.rapport.lukket import lukket

    closed = lukket(path, _tekst(raw)) if raw else None
    return dict(closed.saker) if closed else {}


def _private(path: str, raw: bytes | None, folk: Collection[str]) -> Iterator[tuple[str, tuple[str, Privat]]]:
    """Everything private in a file and its name: where it is, and what – by how it was found, as each way counts."""
    from brukerutvalg_cli.personvern.private_opplysninger import (
        i_navn,
        sladdet,
        strengt_private,
        uten_kontakt,
        uten_privat_navn,
    )

    if raw is None:
        return
    shown = uten_privat_navn(path)
    yield from ((f"navnet på {shown}", ("navn", each)) for each in i_navn(path))
    for route, each, is_shown in _i_posten(path, raw, folk):
        key = next((str(step) for step in reversed(route) if isinstance(step, str)), "teksten")
        # Counted once more where everybody is shown it: to take it there from a note is no move.
        for way in ("post", "vist")[: 1 + is_shown]:
            yield f"«{sladdet(uten_kontakt(key))}» i {shown}", (way, each)
    for each in strengt_private(_tekst(raw)):  # whatever no model reads: a comment, a template
        yield shown, ("fil", each)


def _i_posten(
    path: str, raw: bytes, folk: Collection[str]
) -> Iterator[tuple[tuple[str | int, ...], Privat, bool]]:
    from brukerutvalg_cli.kontroll.personvern import blir_vist, private_i
    from brukerutvalg_cli.personvern.private_opplysninger import alt_privat

    record = _lest(path, raw)
    if record is not None:
        yield from ((route, each, blir_vist(record, route)) for route, each in private_i(record, folk))
    elif path.startswith("records/"):  # nobody can say what of it is what
        yield from (((), each, True) for each in alt_privat(_tekst(raw), folk))


def _lest(path: str, raw: bytes | None) -> object:
    from brukerutvalg_cli.register.innlest import les
    from brukerutvalg_cli.register.plassering import model_of
    from brukerutvalg_cli.register.tree import MemoryTree

    return les(MemoryTree({path: raw}), path)[0] if raw is not None and model_of(path) else None


def _som_sto(endringer: Sequence[Filendring], folk: Collection[str]) -> frozenset[str]:
    """What was private in the files before, wherever in them."""
    from brukerutvalg_cli.personvern.private_opplysninger import alt_privat

    return frozenset(each.verdi for e in endringer for each in alt_privat(_tekst(e.foer), folk))


def _tekst(raw: bytes | None) -> str:
    return (raw or b"").decode("utf-8", "replace")
