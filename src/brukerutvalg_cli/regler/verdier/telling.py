"""Telling: how many people each line of a composition counts, as the fewest and the most it can be."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from brukerutvalg_cli.model.kandidat import Kandidat
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.model.visshet import Visshet, alle, ikke, noen
from brukerutvalg_cli.regler.verdier.hvem import Alle, Andre, Hvem
from brukerutvalg_cli.regler.verdier.mengde import Mengde

UENDELIG = 10_000
"""More people than any council has: the upper end where the list of members is not complete."""


class Plass(Mengde):
    """One line of a composition: these people, so many of them. Lines are independent counts."""

    hvem: Annotated[Hvem | Alle | Andre, Field(union_mode="left_to_right")] = Field(
        "alle",
        description="Hvem linja teller: et utvalg av folk, «alle», eller «andre» (de ingen annen linje teller).",
    )

    def i_ord_om(self, telt: str) -> str:
        """A count with its people: `3 fra brukersiden`."""
        if isinstance(self.hvem, Hvem):
            return f"{telt} {self.hvem.i_ord()}"
        if self.hvem == "andre":
            return f"{telt} {'annen' if telt == '1' else 'andre'}"
        return telt


def treff(plasser: Sequence[Plass], hvem: Kandidat, utvalg: Utvalg) -> list[Visshet]:
    """For each line, whether it counts this person."""
    named = [p.hvem.velger(hvem, utvalg) if isinstance(p.hvem, Hvem) else None for p in plasser]
    listed = noen(v for p, v in zip(plasser, named, strict=True) if isinstance(p.hvem, Hvem))
    found: list[Visshet] = []
    for plass, value in zip(plasser, named, strict=True):
        found.append(
            value if isinstance(plass.hvem, Hvem) else True if plass.hvem == "alle" else ikke(listed)
        )
    return found


@dataclass(slots=True)
class Antall:
    """A count of which some are not known: from `minst` to `hoeyst`."""

    minst: int = 0
    hoeyst: int = 0

    def tell(self, claim: Visshet, step: int = 1) -> None:
        """Counts one more person (or, with step -1, one fewer) of whom this is claimed."""
        self.minst += step * (claim is True)
        self.hoeyst += step * (claim is not False)


class Telling:
    """Counts of a whole group and of each line in it. People are added and taken away one at a time."""

    def __init__(self, plasser: Sequence[Plass]) -> None:
        self.plasser = plasser
        self.i_alt = Antall()
        self.linjer = [Antall() for _ in plasser]
        self.utenfor = [Antall() for _ in plasser]

    def tell(self, til_stede: Visshet, treff: Iterable[Visshet], step: int = 1) -> None:
        """Counts a person who is there (or perhaps) and is one of those that each line counts (or perhaps)."""
        self.i_alt.tell(til_stede, step)
        for line, others, claim in zip(self.linjer, self.utenfor, treff, strict=True):
            line.tell(alle((til_stede, claim)), step)
            others.tell(alle((til_stede, ikke(claim))), step)

    def dom(self, nr: int, *, aapen: bool = False) -> Visshet:
        """Whether one line holds. `aapen`: there may be more people than those on record."""
        plass, line = self.plasser[nr], self.linjer[nr]
        if not plass.er_andel:
            verdicts = {plass.oppfylt(count, count) for count in self._counts(plass, line, aapen)}
        elif aapen:
            return None
        else:
            verdicts = {plass.oppfylt(count, size) for count, size in self._shares(nr)}
        return verdicts.pop() if len(verdicts) == 1 else None

    def _counts(self, plass: Plass, line: Antall, aapen: bool) -> Iterable[int]:
        if not aapen:
            return range(line.minst, line.hoeyst + 1)
        # However many there are, the answer changes only at a number that is stated and the one after it.
        edges = (number + step for number in plass.tall() for step in (0, 1))
        return (line.minst, UENDELIG, *(edge for edge in edges if edge >= line.minst))

    def _shares(self, nr: int) -> Iterator[tuple[int, int]]:
        """Every count that can be, with the size of the whole that goes with it."""
        line, others, total = self.linjer[nr], self.utenfor[nr], self.i_alt
        for count in range(line.minst, line.hoeyst + 1):
            for rest in range(others.minst, others.hoeyst + 1):
                if total.minst <= count + rest <= total.hoeyst:
                    yield count, count + rest
