"""Telling: how many people, or organisations, each line of a composition counts: the fewest and the most it can be."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Annotated, NamedTuple

from pydantic import Field

from brukerutvalg_cli.mandat.verdier.hvem import Hvem, OrdetAlle, OrdetAndre, OrdetTilStede
from brukerutvalg_cli.mandat.verdier.mengde import Mengde
from brukerutvalg_cli.mandat.verdier.mengde_av import TELLES, Telles
from brukerutvalg_cli.model.kandidat import Kandidat
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.model.visshet import UVISST, Faktum, Uvisst, Visshet, alle, ikke, noen, samlet, uvisst
from brukerutvalg_cli.ord.i_ord import Omgivelser

UENDELIG = 10_000
"""More people than any council has: the upper end where the list of members is not complete."""


class Plass(Mengde):
    """One line of a composition: these people, so many of them. Lines are independent counts."""

    hvem: Annotated[Hvem | OrdetAlle | OrdetAndre | OrdetTilStede, Field(union_mode="left_to_right")] = Field(
        "alle",
        description="Hvem linja teller. til_stede: de som var i møtet. andre: de ingen annen linje teller.",
    )
    telles: Telles = Field("personer", description=TELLES)

    @property
    def om_organisasjoner(self) -> bool:
        """Whether the line counts organisations, each once however many sit for it."""
        return self.telles == "organisasjoner"

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

    def velger(self, hvem: Kandidat, utvalg: Omgivelser) -> Visshet:
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

    def i_ord_om(self, telt: str, utvalg: Omgivelser, *, til: bool = False) -> str:
        """A count with its people: `3 fra brukersiden`, `1 organisasjon fra brukersiden`; so many more (`til`)."""
        one = telt in ("1", "én")
        said = [telt]
        if self.hvem == "andre":
            said.append("annen" if one else "andre")
        if self.om_organisasjoner:
            said.append("organisasjon" if one else "organisasjoner")
        if til:
            said.append("til")
        if isinstance(self.hvem, Hvem):
            everybody = self.om_organisasjoner and self.hvem == Hvem()
            said += [] if everybody else [self.hvem.i_ord(utvalg)]
        elif self.hvem == "til_stede":
            said.append("til stede")
        return " ".join(said)


Organisasjonen = str | Uvisst | None
"""Whom somebody sits for: by id; nobody; or that it cannot be known."""


def organisasjonen(hvem: Kandidat) -> Organisasjonen:
    """Whom the person sits for; of one whose file could not be read, nobody knows."""
    if not hvem.kjent:
        return uvisst("fil", hvem.id)
    return uvisst("organisasjon", hvem.id) if isinstance(hvem.representerer, Ukjent) else hvem.representerer


def treff(plasser: Sequence[Plass], hvem: Kandidat, utvalg: Omgivelser) -> list[Visshet]:
    """For each line, whether it counts this person."""
    named = [p.velger(hvem, utvalg) if p.utvalgt else UVISST for p in plasser]
    listed = noen(v for p, v in zip(plasser, named, strict=True) if p.utvalgt)
    return [
        value if plass.utvalgt else True if plass.hvem == "alle" else ikke(listed)
        for plass, value in zip(plasser, named, strict=True)
    ]


@dataclass(slots=True)
class Anslag:
    """A count of which some are not known: from `minst` to `hoeyst`."""

    minst: int = 0
    hoeyst: int = 0
    fakta: dict[Faktum, int] = field(default_factory=dict)
    """What is not known of those who are perhaps counted, and of how many of them."""

    def tell(self, claim: Visshet, step: int = 1) -> None:
        """Counts one more person (or, with step -1, one fewer) of whom this is claimed."""
        if claim is False:
            return
        self.hoeyst += step
        if claim is True:
            self.minst += step
        else:
            _husk(self.fakta, claim, step)

    def flytt(self, claims: Sequence[tuple[Visshet, Visshet]], fra: int, til: int, av: int) -> None:
        """Widens the count: of `fra` to `til` of these, nobody knows which, the second claim holds, not the first."""
        fewer = sorted((etter is True) - (foer is True) for foer, etter in claims)
        more = sorted(((etter is not False) - (foer is not False) for foer, etter in claims), reverse=True)
        moved = range(fra, til + 1)
        self.minst = max(0, self.minst + min(sum(fewer[:n]) for n in moved))
        self.hoeyst = min(av, self.hoeyst + max(sum(more[:n]) for n in moved))


@dataclass(slots=True)
class Ulike:
    """A count of different organisations. Each counts once, and one nobody knows may be any or one more."""

    sikre: Counter[str] = field(default_factory=Counter)
    mulige: Counter[str] = field(default_factory=Counter)
    fakta: dict[Faktum, int] = field(default_factory=dict)
    ukjente: int = 0
    """The people, for certain and perhaps, of whom nobody knows whom they sit for; `sikkert_ukjente` are there."""
    sikkert_ukjente: int = 0

    def tell(self, claim: Visshet, organisasjon: Organisasjonen, step: int = 1) -> None:
        """Counts the organisation of one more person (or, with step -1, one fewer) of whom this is claimed."""
        if claim is False or organisasjon is None:
            return
        if isinstance(claim, Uvisst):
            _husk(self.fakta, claim, step)
        if isinstance(organisasjon, Uvisst):
            _husk(self.fakta, organisasjon, step)
            self.ukjente += step
            self.sikkert_ukjente += step * (claim is True)
            return
        self.mulige[organisasjon] += step
        self.sikre[organisasjon] += step * (claim is True)

    @property
    def minst(self) -> int:
        """The organisations that are surely there. Those whom nobody knows may all be one, and one of the others."""
        return len(+self.sikre) or min(1, self.sikkert_ukjente)

    @property
    def hoeyst(self) -> int:
        """All that may be there."""
        return len(+self.mulige) + self.ukjente


class Bytte(NamedTuple):
    """A person who is there (or perhaps): whether each line counts them now, and whether it would were it otherwise."""

    der: Visshet
    foer: Sequence[Visshet]
    etter: Sequence[Visshet]
    organisasjon: Organisasjonen = None


class Telling:
    """Counts of a whole group and of each line in it. People are added and taken away one at a time."""

    def __init__(self, plasser: Sequence[Plass]) -> None:
        self.plasser = plasser
        self.i_alt = Anslag()
        self.organisasjoner = Ulike()
        self.linjer: list[Anslag | Ulike] = [Ulike() if p.om_organisasjoner else Anslag() for p in plasser]
        self.utenfor: list[Anslag | Ulike] = [Ulike() if p.om_organisasjoner else Anslag() for p in plasser]

    def tell(
        self,
        til_stede: Visshet,
        treff: Iterable[Visshet],
        organisasjon: Organisasjonen = None,
        step: int = 1,
    ) -> None:
        """Counts a person who is there (or perhaps) and is one of those that each line counts (or perhaps)."""
        self.i_alt.tell(til_stede, step)
        self.organisasjoner.tell(til_stede, organisasjon, step)
        for line, others, claim in zip(self.linjer, self.utenfor, treff, strict=True):
            _tell(line, alle((til_stede, claim)), organisasjon, step)
            _tell(others, alle((til_stede, ikke(claim))), organisasjon, step)

    def bytt(self, folk: Sequence[Bytte], fra: int, til: int) -> None:
        """From `fra` to `til` of these, nobody knows which, are not as they were counted but otherwise."""
        for nr, (line, others) in enumerate(zip(self.linjer, self.utenfor, strict=True)):
            inside = [(alle((p.der, p.foer[nr])), alle((p.der, p.etter[nr]))) for p in folk]
            outside = [(alle((p.der, ikke(p.foer[nr]))), alle((p.der, ikke(p.etter[nr])))) for p in folk]
            for counted, claims in ((line, inside), (others, outside)):
                if isinstance(counted, Ulike):
                    _bytt_ulike(counted, [p.organisasjon for p in folk], claims, fra)
                else:
                    counted.flytt(claims, fra, til, self.i_alt.hoeyst)

    def dom(self, nr: int, *, aapen: Visshet = False) -> Visshet:
        """Whether one line holds. `aapen`: whether there are more people than those on record."""
        plass, line = self.plasser[nr], self.linjer[nr]
        if not plass.er_andel:
            verdicts = {plass.oppfylt(count, count) for count in self._counts(plass, line, aapen)}
        elif aapen is not False:
            verdicts = set()
        else:
            verdicts = {plass.oppfylt(count, size) for count, size in self._shares(nr)}
        return verdicts.pop() if len(verdicts) == 1 else samlet((Uvisst(tuple(self._fakta(nr))), aapen))

    def _fakta(self, nr: int) -> dict[Faktum, int]:
        """What is not known of those whom a line counts; of a share, of all there are, too."""
        share = self.plasser[nr].er_andel
        counted = (self.linjer[nr], *((self.utenfor[nr], self.hele(nr)) if share else ()))
        return {fact: n for each in counted for fact, n in each.fakta.items()}

    def hele(self, nr: int) -> Anslag | Ulike:
        """The size of the whole that a share on this line is of."""
        return self.organisasjoner if self.plasser[nr].om_organisasjoner else self.i_alt

    def _counts(self, plass: Plass, line: Anslag | Ulike, aapen: Visshet) -> Iterable[int]:
        if aapen is False:
            return range(line.minst, line.hoeyst + 1)
        # However many there are, the answer changes only at a number that is stated and the one after it.
        edges = (number + step for number in plass.tall() for step in (0, 1))
        return (line.minst, UENDELIG, *(edge for edge in edges if edge >= line.minst))

    def _shares(self, nr: int) -> Iterator[tuple[int, int]]:
        """Every count that can be, with the size of the whole that goes with it."""
        line, others, total = self.linjer[nr], self.utenfor[nr], self.hele(nr)
        # An organisation may have some who are counted and some who are not: then it is no other one.
        fewest = 0 if self.plasser[nr].om_organisasjoner else others.minst
        for count in range(line.minst, line.hoeyst + 1):
            for rest in range(fewest, others.hoeyst + 1):
                if total.minst <= count + rest <= total.hoeyst:
                    yield count, count + rest


def _husk(fakta: dict[Faktum, int], claim: Uvisst, step: int) -> None:
    """Remembers, or forgets, what is not known of one who is perhaps counted."""
    for fact in claim.fakta:
        fakta[fact] = fakta.get(fact, 0) + step
        if not fakta[fact]:
            del fakta[fact]


def _tell(line: Anslag | Ulike, claim: Visshet, organisasjon: Organisasjonen, step: int) -> None:
    if isinstance(line, Ulike):
        line.tell(claim, organisasjon, step)
    else:
        line.tell(claim, step)


def _bytt_ulike(
    line: Ulike,
    organisasjoner: Sequence[Organisasjonen],
    claims: Sequence[tuple[Visshet, Visshet]],
    fra: int,
) -> None:
    """Widens a count of organisations: where so many change that one of an organisation must, it surely counts."""
    sure: Counter[str] = Counter()
    for name, (foer, etter) in zip(organisasjoner, claims, strict=True):
        if foer != etter:
            line.tell(foer, name, step=-1)
            line.tell(UVISST, name)
        if isinstance(name, str) and etter is True:
            sure[name] += 1
    for name, count in sure.items():
        if fra + count > len(claims):
            line.tell(True, name)
