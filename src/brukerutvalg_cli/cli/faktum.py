"""Faktum: a fact is what somebody says – by its option, or when asked – and `ukjent` where nobody does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from brukerutvalg_cli.cli import svar
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent

if TYPE_CHECKING:
    from pydantic import BaseModel

    from brukerutvalg_cli.nevnt import Kjent

T = TypeVar("T")

VET_IKKE = ("ukjent", "ukjend", "vet ikke", "veit ikkje", "vet ikkje", "?")


@dataclass(frozen=True)
class EllerUkjent(Generic[T]):
    """Reads an answer, or that nobody knows."""

    les: Callable[[str], T]

    @property
    def kjente(self) -> Sequence[Kjent]:
        """Those there are to choose among."""
        found: Sequence[Kjent] = getattr(self.les, "kjente", ())
        return found

    def __call__(self, text: str) -> T | Ukjent:
        return UKJENT if text.strip().lower() in VET_IKKE else self.les(text)


def eller_ukjent(les: Callable[[str], T], modell: type[BaseModel], felt: str) -> Callable[[str], T | Ukjent]:
    """Reads what a field may have. The model says whether that can be `ukjent`; of another, it is refused as such."""
    return EllerUkjent(les) if tar_ukjent(modell, felt) else _IkkeUkjent(les)


def tar_ukjent(modell: type[BaseModel], felt: str) -> bool:
    """Whether the field may be `ukjent`, by what the model says of it; `felt` is its key in the files."""
    from brukerutvalg_cli.model.verdier import kan_vaere_ukjent

    fields = modell.model_fields
    return kan_vaere_ukjent(
        fields[felt] if felt in fields else next(f for f in fields.values() if f.alias == felt)
    )


@dataclass(frozen=True)
class _IkkeUkjent(EllerUkjent[T]):
    def __call__(self, text: str) -> T:
        if text.strip().lower() in VET_IKKE[:2]:
            raise svar.Ugyldig("Her kan det ikke stå «ukjent»: uten et svar er det ingenting å føre.")
        return self.les(text)


@dataclass(frozen=True)
class EllerIngen(Generic[T]):
    """Reads several answers, or that there are none."""

    les: svar.Flere[T]

    @property
    def kjente(self) -> Sequence[Kjent]:
        """Those there are to choose among."""
        return self.les.kjente

    def __call__(self, text: str) -> list[T]:
        return [] if text.strip().lower() in svar.INGEN else self.les(text)


def eller_ingen(les: svar.Flere[T]) -> EllerIngen[T]:
    """Reads several answers, or `ingen`."""
    return EllerIngen(les)


def tall(text: str) -> int:
    """A whole number from 0."""
    if not text.strip().isdecimal():
        raise svar.Ugyldig(f"«{text}» er ikke et tall.")
    return int(text)


class Spoersmaal(NamedTuple):
    """A question about a fact: the option that answers it, the field it is written in, and how it is asked."""

    valg: str
    modell: type[BaseModel]
    felt: str
    tekst: str


def faktum(
    om: Spoersmaal, sagt: str, les: Callable[[str], T], *, tilbudt: str = "", savnes: bool = True
) -> T | Ukjent | None:
    """What is to be written of a fact; None where nothing is.

    `tilbudt`: what is offered as the answer on a terminal. It is never taken for one. `savnes`: it is asked for where
    nobody said it, and where nobody can be asked, `ukjent`.

    Raises:
        typer.BadParameter: where it cannot be read, and nobody can be asked again.
    """
    read = eller_ukjent(les, om.modell, om.felt)
    if not sagt and not savnes:
        return None
    if not sagt and not svar.kan_spoerre() and tar_ukjent(om.modell, om.felt):
        return UKJENT
    return svar.svar(om.valg, sagt, _eller_ukjent(om.tekst), read, tilbudt or "ukjent")


def _eller_ukjent(spoersmaal: str) -> str:
    """The question, saying beforehand that nobody needs to know."""
    if "(ja/nei)" in spoersmaal:
        return spoersmaal.replace("(ja/nei)", "(ja/nei/ukjent)")
    return f"{spoersmaal} Vet ingen det, svarer du «ukjent»."
