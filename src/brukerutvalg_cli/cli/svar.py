"""Answers: from an option, or asked for on a terminal – and asked again, with a suggestion, when unreadable."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import typer

if TYPE_CHECKING:
    from datetime import date

T = TypeVar("T")


class Ugyldig(typer.BadParameter):
    """The answer cannot be read; the message says why, and what was probably meant. Unanswered, it is wrong usage."""


def svar(valg: str, verdi: str, spoersmaal: str, les: Callable[[str], T], standard: str = "") -> T:
    """The answer. `valg` is the option or argument it can be given by.

    Raises:
        typer.BadParameter: where nobody can be asked, and the answer is missing or cannot be read.
    """
    if verdi:
        try:
            return les(verdi)
        except Ugyldig as error:
            if not kan_spoerre():
                raise typer.BadParameter(f"{valg}: {error}") from None
            typer.echo(str(error), err=True)
    elif not kan_spoerre():
        if standard:
            return les(standard)
        raise typer.BadParameter(f"{valg} mangler. {spoersmaal}")
    return _spoer(spoersmaal, lambda said: les(tekst(said)), standard)


def alle(valg: str, verdier: Iterable[str] | None, spoersmaal: str, les: Callable[[str], T]) -> list[T]:
    """The answers of an option or argument that may be given several times, each once.

    Raises:
        typer.BadParameter: where one cannot be read, and nobody can be asked again.
    """
    return list(dict.fromkeys(svar(valg, verdi.strip(), spoersmaal, les) for verdi in verdier or ()))


def om_ikke_tomt(valg: str, verdi: str, spoersmaal: str, les: Callable[[str], T]) -> T | None:
    """The answer to a question that can be left empty; asked on a terminal only.

    Raises:
        typer.BadParameter: where it cannot be read, and nobody can be asked again.
    """
    if verdi or not kan_spoerre():
        return om_sagt(valg, verdi, spoersmaal, les)
    return _spoer(spoersmaal, lambda said: les(said) if said else None, "")


@contextmanager
def husker() -> Iterator[Callable[[], None]]:
    """Remembers what is answered meanwhile. What is yielded starts from the beginning: the same questions get the
    same answers, and nobody is asked."""
    global _svarene
    before, _svarene = _svarene, _Svarene([], [])

    def fra_begynnelsen() -> None:
        _svarene.igjen[:] = _svarene.gitt
        _svarene.gitt.clear()

    try:
        yield fra_begynnelsen
    finally:
        _svarene = before


class _Svarene(NamedTuple):
    """Questions with their answers, in order: those that were given, and those that are there to be given again."""

    gitt: list[tuple[str, str]]
    igjen: list[tuple[str, str]]

    def ta(self, spoersmaal: str) -> str | None:
        """The next answer, if it was to this question; when another is asked, the rest was to something else."""
        if self.igjen and self.igjen[0][0] == spoersmaal:
            return self.igjen.pop(0)[1]
        self.igjen.clear()
        return None


_svarene = _Svarene([], [])


def _spoer(spoersmaal: str, les: Callable[[str], T], standard: str) -> T:
    while True:
        said = _svarene.ta(spoersmaal)
        if said is None:
            # A default of nothing, so that an empty answer comes back here and is answered, too.
            said = typer.prompt(
                spoersmaal, default=standard, show_default=bool(standard), err=True, prompt_suffix=" "
            ).strip()
        try:
            read = les(said)
        except Ugyldig as error:
            typer.echo(f"{error} Prøv igjen, eller avbryt med Ctrl+C.", err=True)
        else:
            _svarene.gitt.append((spoersmaal, said))
            return read


def om_sagt(valg: str, verdi: str, spoersmaal: str, les: Callable[[str], T]) -> T | None:
    """The answer where one was given, and none otherwise: what nobody is asked for unless it cannot be read.

    Raises:
        typer.BadParameter: where it cannot be read, and nobody can be asked again.
    """
    return svar(valg, verdi, spoersmaal, les) if verdi else None


def bekreft(spoersmaal: str, *, ja: bool) -> bool:
    """Whether to go on: yes where `--ja` says so.

    Raises:
        typer.BadParameter: where nobody can be asked.
    """
    if ja:
        return True
    if not kan_spoerre():
        raise typer.BadParameter(f"--ja mangler. {spoersmaal}")
    return svar("--ja", "", f"{spoersmaal} (ja/nei)", ja_eller_nei, "ja")


def kan_spoerre() -> bool:
    """Whether a person sits there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def tekst(text: str) -> str:
    """Any text but none."""
    if not text.strip():
        raise Ugyldig("Det må stå noe her.")
    return text.strip()


def dag(text: str) -> date:
    """A day as people write it."""
    from brukerutvalg_cli.model.ingen_dag import ingen_dag
    from brukerutvalg_cli.model.kalender import les_dag

    found = les_dag(text)
    if found is None:
        raise Ugyldig(f"{ingen_dag(text)}.")
    return found


def ikke_foer(foerste: date | None, hva: str) -> Callable[[str], date]:
    """Reads a day that does not come before another, which is `hva`; any day, where that one is not known."""
    from brukerutvalg_cli.model.kalender import dag_i_ord

    def les(text: str) -> date:
        day = dag(text)
        if foerste and day < foerste:
            raise Ugyldig(f"{dag_i_ord(day)} er før {hva}, {dag_i_ord(foerste)}.")
        return day

    return les


def ja_eller_nei(text: str) -> bool:
    """`ja` or `nei`, or how either begins."""
    word = text.strip().lower()
    if word in ("ja", "j", "nei", "n"):
        return word.startswith("j")
    raise Ugyldig(f"«{text}» er verken ja eller nei.")


def en_av(*lister: Collection[str], hva: str = "Velg blant") -> Callable[[str], str]:
    """One of these words; for another, the one that was probably meant."""
    known = [word for words in lister for word in words]

    def les(text: str) -> str:
        if text in known:
            return text
        from brukerutvalg_cli.forslag import forslag

        meant = forslag(text, known)
        rest = f"Mente du «{meant}»?" if meant else f"{hva} {', '.join(known)}." if known else ""
        raise Ugyldig(f"«{text}» finnes ikke. {rest}".strip())

    return les


def helst_en_av(kjente: Collection[str], slingring: int = 2) -> Callable[[str], str]:
    """Any word, but not one that is nearly one of these: then that was meant, and nobody would find it.

    `slingring`: how much longer or shorter what was meant may be. moeteevaluering is another thing than
    evaluering; knut is knut-solheim.
    """

    def les(text: str) -> str:
        from brukerutvalg_cli.forslag import forslag

        word = tekst(text)
        meant = None if word in kjente else forslag(word, kjente)
        if meant and abs(len(meant) - len(word)) <= slingring:
            raise Ugyldig(f"«{word}» er ikke kjent. Mente du «{meant}»?")
        return word

    return les


def flere(les: Callable[[str], T]) -> Callable[[str], list[T]]:
    """Several answers with commas between them."""

    def les_alle(text: str) -> list[T]:
        return [les(part.strip()) for part in text.split(",") if part.strip()]

    return les_alle
