"""Telling: how many people each line of a composition counts, as the fewest and the most it can be."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, NamedTuple

from pydantic import Field

from brukerutvalg_cli.mandat.verdier.hvem import Alle, Andre, Hvem, TilStede
from brukerutvalg_cli.mandat.verdier.mengde import Mengde
from brukerutvalg_cli.model.kandidat import Kandidat
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.model.visshet import Visshet, alle, ikke, noen
from brukerutvalg_cli.ord.i_ord import Omgivelser

UENDELIG = 10_000
"""More people than any council has: the upper end where the list of members is not complete."""


class Plass(Mengde):
    """One line of a composition: these people, so many of them. Lines are independent counts."""

    hvem: Annotated[Hvem | Alle | Andre | TilStede, Field(union_mode="left_to_right")] = Field(
        "alle",
        description="Hvem linja teller: et utvalg av folk, «alle», «til_stede» (i et møte), "
        "eller «andre» (de ingen annen linje teller).",
    )

    @property
    def om_folketall(self) -> bool:
        """Whether how many live in a municipality decides whom the line counts."""
        return isinstance(self.hvem, Hvem) and self.hvem.om_folketall

    @property
    def om_ny(self) -> bool:
        """Whether who is new in the council decides whom the line counts."""
        return self._bruker("ny")

    @property
    def utvalgt(self) -> bool:
        """Whether the line picks out some people, so that the rest are the others."""
        return not isinstance(self.hvem, str) or self.hvem == "til_stede"

    @property
    def om_oppmoete(self) -> bool:
        """Whether who is present decides whom the line counts."""
        return self.hvem == "til_stede" or self._bruker("til_stede")

    def _bruker(self, noekkel: str) -> bool:
        return isinstance(self.hvem, Hvem) and self.hvem.bruker(noekkel)

    def velger(self, hvem: Kandidat, utvalg: Utvalg) -> Visshet:
        """Whether a line that picks out some people picks this one."""
        return self.hvem.velger(hvem, utvalg) if isinstance(self.hvem, Hvem) else hvem.til_stede

    def for_mange(self, antall: int, av: int) -> int | None:
        """How many to take out for the line to hold; None where that does not help."""
        return self._endring(antall, av, -1)

    def for_faa(self, antall: int, av: int) -> int | None:
        """How many more to find for the line to hold; None where that does not help."""
        return self._endring(antall, av, 1)

    def _endring(self, antall: int, av: int, step: int) -> int | None:
        changes = range(1, antall + 1 if step < 0 else 50)
        return next((n for n in changes if self.oppfylt(antall + step * n, av + step * n)), None)

    def i_ord_om(self, telt: str, utvalg: Omgivelser) -> str:
        """A count with its people: `3 fra brukersiden`."""
        if isinstance(self.hvem, Hvem):
            return f"{telt} {self.hvem.i_ord(utvalg)}"
        if self.hvem == "andre":
            return f"{telt} {'annen' if telt in ('1', 'én') else 'andre'}"
        return f"{telt} til stede" if self.hvem == "til_stede" else telt


def treff(plasser: Sequence[Plass], hvem: Kandidat, utvalg: Utvalg) -> list[Visshet]:
    """For each line, whether it counts this person."""
    named = [p.velger(hvem, utvalg) if p.utvalgt else None for p in plasser]
    listed = noen(v for p, v in zip(plasser, named, strict=True) if p.utvalgt)
    return [
        value if plass.utvalgt else True if plass.hvem == "alle" else ikke(listed)
        for plass, value in zip(plasser, named, strict=True)
    ]


@dataclass(slots=True)
class Antall:
    """A count of which some are not known: from `minst` to `hoeyst`."""

    minst: int = 0
    hoeyst: int = 0

    def tell(self, claim: Visshet, step: int = 1) -> None:
        """Counts one more person (or, with step -1, one fewer) of whom this is claimed."""
        self.minst += step * (claim is True)
        self.hoeyst += step * (claim is not False)

    def flytt(self, claims: Sequence[tuple[Visshet, Visshet]], fra: int, til: int, av: int) -> None:
        """Widens the count: of `fra` to `til` of these, nobody knows which, the second claim holds, not the first."""
        fewer = sorted((etter is True) - (foer is True) for foer, etter in claims)
        more = sorted(((etter is not False) - (foer is not False) for foer, etter in claims), reverse=True)
        moved = range(fra, til + 1)
        self.minst = max(0, self.minst + min(sum(fewer[:n]) for n in moved))
        self.hoeyst = min(av, self.hoeyst + max(sum(more[:n]) for n in moved))


class Bytte(NamedTuple):
    """A person who is there (or perhaps): whether each line counts them now, and whether it would were it otherwise."""

    der: Visshet
    foer: Sequence[Visshet]
    etter: Sequence[Visshet]


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

    def bytt(self, folk: Sequence[Bytte], fra: int, til: int) -> None:
        """From `fra` to `til` of these, nobody knows which, are not as they were counted but otherwise."""
        for nr, (line, others) in enumerate(zip(self.linjer, self.utenfor, strict=True)):
            inside = [(alle((p.der, p.foer[nr])), alle((p.der, p.etter[nr]))) for p in folk]
            outside = [(alle((p.der, ikke(p.foer[nr]))), alle((p.der, ikke(p.etter[nr])))) for p in folk]
            line.flytt(inside, fra, til, self.i_alt.hoeyst)
            others.flytt(outside, fra, til, self.i_alt.hoeyst)

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
