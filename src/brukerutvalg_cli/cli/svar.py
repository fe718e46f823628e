"""Answers: from an option, or asked for on a terminal – and asked again, with a suggestion, when unreadable."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import typer

from brukerutvalg_cli.cli import besvart
from brukerutvalg_cli.nevnt import Kjent, kalt_slik, nevnte
from brukerutvalg_cli.oppramsing import enten_eller

T = TypeVar("T")

INGEN = ("ingen", "ingen andre", "nei", "-")
FLEST_VISTE = 20
"""So many are shown to choose among; of more, nobody finds the one."""


class Ugyldig(typer.BadParameter):
    """The answer cannot be read; the message says why, and what was probably meant. Unanswered, it is wrong usage.

    `valg`: those of whom one was probably meant. On a terminal they are numbered, and the number is an answer.
    """

    def __init__(self, message: str, valg: Sequence[Kjent] = ()) -> None:
        super().__init__(message)
        self.valg = valg


def svar(valg: str, verdi: str, spoersmaal: str, les: Callable[[str], T], standard: str = "") -> T:
    """The answer. `valg` is the option or argument it can be given by; `standard` is offered on a terminal, and
    never taken for an answer that nobody gave.

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
            if error.valg:
                return _spoer(spoersmaal, lambda said: les(tekst(said)), standard, error.valg)
    elif not kan_spoerre():
        raise typer.BadParameter(f"{valg} mangler. {spoersmaal.rstrip(':')}")
    return _spoer(spoersmaal, lambda said: les(tekst(said)), standard, getattr(les, "kjente", ()))


def alle(valg: str, verdier: Iterable[str] | None, spoersmaal: str, les: Callable[[str], T]) -> list[T]:
    """The answers of an option or argument that may be given several times, each once: of one that is several with
    commas between them, each of those; of one that says that there are none, nothing.

    Raises:
        typer.BadParameter: where one cannot be read, and nobody can be asked again.
    """
    said = [verdi.strip() for verdi in verdier or () if verdi.strip().lower() not in INGEN]
    each = (svar(valg, part, spoersmaal, les) for verdi in said for part in _delene(verdi, les))
    return list(dict.fromkeys(each))


def uten_motsigelse(valg: str, par: Iterable[tuple[str, T]]) -> dict[str, T]:
    """What is said of each, where it is said of one at a time: `VARA=MEDLEM`, `FELT=VERDI`.

    Raises:
        typer.BadParameter: where two things are said of the same one.
    """
    found: dict[str, T] = {}
    for hvem, hva in par:
        if found.setdefault(hvem, hva) != hva:
            raise typer.BadParameter(f"{valg}: det er sagt to ting om «{hvem}». Skriv det ene")
    return found


def _delene(text: str, les: Callable[[str], T]) -> list[str]:
    """`Ola Berg, Eva Strand` is two; `Nordmann, Kari` is one, if that is how it is read."""
    parts = [part for word in text.split(",") if (part := word.strip())]
    if len(parts) < 2:
        return [text]
    try:
        les(text)
    except Ugyldig:
        return parts
    return [text]


def om_ikke_tomt(valg: str, verdi: str, spoersmaal: str, les: Callable[[str], T]) -> T | None:
    """The answer to a question that can be left empty; asked on a terminal only.

    Raises:
        typer.BadParameter: where it cannot be read, and nobody can be asked again.
    """
    if verdi or not kan_spoerre():
        return om_sagt(valg, verdi, spoersmaal, les)
    return _spoer(spoersmaal, lambda said: les(said) if said else None, "")


def _spoer(spoersmaal: str, les: Callable[[str], T], standard: str, valg: Sequence[Kjent] = ()) -> T:
    """`valg`: what there is to choose among, shown before it is asked where it is not too much."""
    shown = _vis_valg(valg)
    while True:
        said = besvart.ta(spoersmaal)
        if said is None:
            # A default of nothing, so that an empty answer comes back here and is answered, too.
            said = typer.prompt(
                _uten_valgene(spoersmaal, shown),
                default=standard,
                show_default=bool(standard),
                err=True,
                prompt_suffix=" ",
            ).strip()
        if said.isdecimal() and 0 < int(said) <= len(shown):
            said = shown[int(said) - 1].id
        try:
            read = les(said)
        except Ugyldig as error:
            typer.echo(f"{error} Prøv igjen, eller avbryt med Ctrl+C.", err=True)
            shown = _vis_valg(error.valg) or shown
        else:
            besvart.noter(spoersmaal, said)
            return read


def _uten_valgene(spoersmaal: str, vist: Sequence[Kjent]) -> str:
    """The question without the choices that are numbered above it."""
    return spoersmaal.replace(f" ({', '.join(one.id for one in vist)})", "")


def _vis_valg(valg: Sequence[Kjent]) -> Sequence[Kjent]:
    """Numbers them on the terminal; those that were shown."""
    if len(valg) > FLEST_VISTE:
        return ()
    for number, each in enumerate(valg, 1):
        typer.echo(f"  {number}. {each.vist}", err=True)
    return valg


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


def ja_eller_nei(text: str) -> bool:
    """`ja` or `nei`, or how either begins."""
    word = text.strip().lower()
    if word in ("ja", "j", "nei", "n"):
        return word.startswith("j")
    raise Ugyldig(f"«{text}» er verken ja eller nei.")


@dataclass(frozen=True)
class Blant:
    """Reads one of those that are known, in whatever way it is named; for another, tells who was probably meant.

    `fritekst`: it may also be any other text, but not one that is nearly the name of one of them: then that was
    meant, and nobody would find it. `slingring` is how much longer or shorter what was meant may be:
    moeteevaluering is another thing than evaluering; knut is knut-solheim. `vervene`: by these, too, somebody may be
    meant; of one that nobody is known to have, that is told. `ogsaa`: those that may be meant, and are not shown.
    `ellers`: what to do where none of them was meant, by what was said.
    """

    kjente: Sequence[Kjent]
    hva: str = ""
    fritekst: bool = False
    slingring: int = 100
    vervene: Sequence[Kjent] = ()
    ogsaa: Sequence[Kjent] = ()
    ellers: Callable[[str], str] = lambda _: ""

    def __call__(self, text: str) -> str:
        found = nevnte(text, (*self.kjente, *self.ogsaa), fritekst=self.fritekst)
        if len({one.id for one in found}) == 1:
            return found[0].id
        if found:
            raise Ugyldig(f"«{text}» kan være {enten_eller(each.vist for each in found)}.", found)
        return self._nesten(tekst(text))

    def _nesten(self, word: str) -> str:
        from brukerutvalg_cli.forslag import forslag

        if kalt_slik(word, self.vervene):
            raise Ugyldig(f"Hvem «{word}» er, er ikke ført. {self._hva_finnes()}".strip())
        names = {name: one for one in reversed((*self.kjente, *self.ogsaa)) for name in (*one.kalt, one.id)}
        near = forslag(word, names)
        if self.fritekst and (near is None or abs(len(near) - len(word)) > self.slingring):
            return word
        if near:
            known = "er ikke kjent" if self.fritekst else "finnes ikke"
            meant = names[near]
            raise Ugyldig(
                f"«{word}» {known}. Mente du «{near if meant.navngis else meant.id}»? {self.ellers(word)}".strip(),
                [meant],
            )
        raise Ugyldig(f"«{word}» finnes ikke. {self._hva_finnes()} {self.ellers(word)}".strip())

    def _hva_finnes(self) -> str:
        if kan_spoerre() and len(self.kjente) > FLEST_VISTE:
            return "Skriv navnet, eller begynnelsen av det."
        return f"{self.hva} {', '.join(one.id for one in self.kjente)}." if self.kjente else ""


def en_av(*lister: Iterable[str | Kjent], hva: str = "Velg blant") -> Blant:
    """Reads one of these, and nothing else."""
    return Blant(_kjente(lister), hva)


def helst_en_av(*lister: Iterable[str | Kjent], slingring: int = 2) -> Blant:
    """Reads one of these, or any text that is not nearly one of them."""
    return Blant(_kjente(lister), fritekst=True, slingring=slingring)


def _kjente(lister: Iterable[Iterable[str | Kjent]]) -> tuple[Kjent, ...]:
    return tuple(each if isinstance(each, Kjent) else Kjent(each) for words in lister for each in words)


@dataclass(frozen=True)
class Flere(Generic[T]):
    """Reads several answers with commas between them; by number too, where they were shown with one."""

    les: Callable[[str], T]

    @property
    def kjente(self) -> Sequence[Kjent]:
        """Those there are to choose among."""
        found: Sequence[Kjent] = getattr(self.les, "kjente", ())
        return found

    def __call__(self, text: str) -> list[T]:
        shown = self.kjente if len(self.kjente) <= FLEST_VISTE else ()
        parts = [part.strip() for part in text.split(",") if part.strip()]
        if len(parts) > 1 and not all(kalt_slik(part, self.kjente) for part in parts):
            # There are commas in what is printed, too.
            parts = [text] if kalt_slik(text, self.kjente) else parts
        named = [
            shown[int(part) - 1].id if part.isdecimal() and 0 < int(part) <= len(shown) else part
            for part in parts
        ]
        return list(dict.fromkeys(self.les(part) for part in named))


def flere(les: Callable[[str], T]) -> Flere[T]:
    """Reads several answers with commas between them, each once."""
    return Flere(les)


def flere_svar(valg: str, verdier: Iterable[str] | None, spoersmaal: str, les: Callable[[str], T]) -> list[T]:
    """The answers of an argument that may be given several times, each once; asked for where there are none.

    Raises:
        typer.BadParameter: where one is missing or cannot be read, and nobody can be asked.
    """
    return alle(valg, verdier, spoersmaal, les) or svar(valg, "", spoersmaal, Flere(les))
