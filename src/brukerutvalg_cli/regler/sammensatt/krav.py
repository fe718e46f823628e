"""Krav: the demand a composition makes, and how a count against it is said in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from brukerutvalg_cli.model.kandidat import Kandidat
from brukerutvalg_cli.model.sete import MEDLEMSVERV
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.model.visshet import Visshet, alle
from brukerutvalg_cli.regler.bestemmelse import Bestemmelse
from brukerutvalg_cli.regler.verdier.telling import Plass, Telling, treff
from brukerutvalg_cli.regler.vurdering import Vurdering

VARAVERV = frozenset({"vara"})
GRUPPER = {
    "medlemmer": MEDLEMSVERV,
    "varamedlemmer": VARAVERV,
    "oppnevnte": MEDLEMSVERV | VARAVERV,
}
NAVN = {
    "medlemmer": "utvalget",
    "varamedlemmer": "varamedlemmene",
    "oppnevnte": "utvalget med vara",
    "verv": "utvalget",
    "frammoette": "møtet",
    "redaksjonsraad": "redaksjonsrådet",
    "arbeidsutvalg": "arbeidsutvalget",
}


I_TALL = {1: "én", 2: "to", 3: "tre", 4: "fire", 5: "fem", 6: "seks"}


class Tilstede(NamedTuple):
    """A person in the group that is judged, and whether they are known to be in it."""

    hvem: Kandidat
    der: Visshet = True


class Telt(NamedTuple):
    """One part of a group, counted: who is in it, the counts, and whether every line holds."""

    part: str
    folk: list[Tilstede]
    telling: Telling
    holder: Visshet


@dataclass(frozen=True, slots=True)
class Krav:
    """A provision's lines, and the group they are counted in."""

    bestemmelse: Bestemmelse
    blant: str
    plasser: tuple[Plass, ...]
    for_hver: Literal["organisasjon", "gruppe"] | None

    @property
    def vervene(self) -> frozenset[str] | None:
        """The verv whose holders make up the group; None for every verv."""
        return None if self.blant == "verv" else GRUPPER.get(self.blant, frozenset({self.blant}))

    @property
    def er_valgt_organ(self) -> bool:
        """Whether the group is a body (redaksjonsråd, arbeidsutvalg) rather than the council."""
        return self.blant not in GRUPPER and self.blant != "verv"

    def deler(self, utvalg: Utvalg) -> tuple[str, ...] | Ukjent:
        """The parts judged one by one: each group or organisation of the council, else the whole."""
        if self.for_hver is None:
            return ("",)
        return utvalg.grupper if self.for_hver == "gruppe" else utvalg.organisasjoner

    def ukjente_deler(self, utvalg: Utvalg) -> Vurdering:
        """What is said where nobody knows which parts there are."""
        key = "grupper" if self.for_hver == "gruppe" else "organisasjoner"
        return self.bestemmelse.uvisst(utvalg.at(key), f"utvalgets {key} er ukjent", key)

    def i_del(self, hvem: Kandidat, part: str) -> Visshet:
        """Whether the person belongs to this part."""
        if self.for_hver is None:
            return True
        if not hvem.kjent:
            return None
        if self.for_hver == "gruppe":
            return None if hvem.grupper is UKJENT else part in hvem.grupper
        return None if hvem.representerer is UKJENT else hvem.representerer == part

    def telt(
        self, folk: Iterable[Tilstede], parts: Iterable[str], utvalg: Utvalg, *, aapen: bool = False
    ) -> Iterator[Telt]:
        """The count of each part of a group. `aapen`: there may be more people than those on record."""
        group = list(folk)
        for part in parts:
            inside = [p._replace(der=alle((p.der, self.i_del(p.hvem, part)))) for p in group]
            inside = [person for person in inside if person.der is not False]
            telling = Telling(self.plasser)
            for person in inside:
                telling.tell(person.der, treff(self.plasser, person.hvem, utvalg))
            yield Telt(part, inside, telling, self.holder(telling, aapen=aapen))

    def holder(self, telling: Telling, *, aapen: bool = False) -> Visshet:
        """Whether every line holds."""
        return alle(telling.dom(nr, aapen=aapen) for nr in range(len(self.plasser)))

    def hva(self, part: str) -> str:
        """What is judged, as the subject of a sentence."""
        name = NAVN.get(self.blant, self.blant)
        return f"{name} ({part})" if part else name

    def funn(self, telling: Telling, part: str, verb: str) -> str:
        """The finding in one sentence: what there is, and what the rules want."""
        shown = [nr for nr, p in enumerate(self.plasser) if p.hvem != "andre" or telling.dom(nr) is False]
        has = _listed([self.plasser[nr].i_ord_om(str(telling.linjer[nr].minst or "ingen")) for nr in shown])
        wants = _listed([self.plasser[nr].i_ord_om(_wanted(self.plasser[nr])) for nr in shown])
        return f"{self.hva(part)} {verb} {has}; regelverket vil ha {wants}"

    def hvem_er_hvem(self, folk: Sequence[Tilstede], utvalg: Utvalg) -> str:
        """Who each line counts: the label beside the marked text."""
        found = [treff(self.plasser, person.hvem, utvalg) for person in folk]
        parts = []
        for nr, plass in enumerate(self.plasser):
            names = [person.hvem.id for person, hits in zip(folk, found, strict=True) if hits[nr]]
            if names and plass.hvem != "alle":
                parts.append(f"{plass.i_ord_om('').strip()}: {', '.join(names)}")
        return " – ".join(parts)

    def rettelse(self, telling: Telling, folk: Sequence[Tilstede], utvalg: Utvalg) -> str:
        """How to mend it, line by line."""
        advice = []
        for nr, plass in enumerate(self.plasser):
            if telling.dom(nr) is not False:
                continue
            names = [p.hvem.id for p in folk if treff(self.plasser, p.hvem, utvalg)[nr]]
            fewer = _would_hold(plass, len(names), len(folk), -1)
            if fewer and names:
                some = f"{I_TALL.get(fewer, fewer)} av {_listed(names)}" if len(names) > 1 else names[0]
                advice.append(f"la {some} tre ut")
            elif more := _would_hold(plass, len(names), len(folk), 1):
                advice.append(f"finn {plass.i_ord_om(str(I_TALL.get(more, more)))} til")
        return _listed(
            [*advice, "eller før utvalgets vedtak om å fravike mandatet under «avvik» i utvalg.yaml"], ", "
        )


def _wanted(plass: Plass) -> str:
    return "ingen" if plass.antall == 0 or plass.hoeyst == 0 else plass.i_ord()


def _would_hold(plass: Plass, count: int, size: int, step: int) -> int | None:
    for change in range(1, 50):
        if count + step * change < 0:
            return None
        if plass.oppfylt(count + step * change, size + step * change):
            return change
    return None


def _listed(parts: Sequence[str], last: str = " og ") -> str:
    return ", ".join(parts[:-1]) + last + parts[-1] if len(parts) > 1 else "".join(parts)
