"""Krav: the demand a composition makes, and the group it is counted in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.sammensatt.deler import Hele
from brukerutvalg_cli.mandat.sammensatt.inndeling import inndelingen
from brukerutvalg_cli.mandat.verdier.hvem import Hvem
from brukerutvalg_cli.mandat.verdier.telling import Bytte, Plass, Telling, organisasjonen, treff
from brukerutvalg_cli.model.kandidat import Kandidat
from brukerutvalg_cli.model.sete import MEDLEMSVERV, OPPNEVNT, VARAVERV
from brukerutvalg_cli.model.visshet import Uvisst, Visshet, alle, noen, samlet
from brukerutvalg_cli.ord.i_ord import omtalt, siden

GRUPPER = {
    "medlemmer": MEDLEMSVERV,
    "varamedlemmer": VARAVERV,
    "oppnevnte": OPPNEVNT,
}
FOLK = frozenset({*GRUPPER, "verv", "frammoette"})
"""What `blant` may be, beside a verv."""
NAVN = {
    "medlemmer": "utvalget",
    "varamedlemmer": "varamedlemmene",
    "oppnevnte": "utvalget med vara",
    "verv": "utvalget",
    "frammoette": "møtet",
    "redaksjonsraad": "redaksjonsrådet",
    "arbeidsutvalg": "arbeidsutvalget",
}

UNEVNT = "en som er valgt i en fortrolig sak"
"""One whom only a confidential case tells of: who it is, is not said anywhere else."""


class Tilstede(NamedTuple):
    """A person in the group that is judged, and whether they are known to be in it."""

    hvem: Kandidat
    der: Visshet = True


class Pulje(NamedTuple):
    """People of whom some were represented at a meeting: from `fra` to `til` of them, and nobody knows which."""

    folk: frozenset[str]
    fra: int
    til: int


class Telt(NamedTuple):
    """One part of a group, counted: who is in it, the counts, and whether every line holds."""

    part: str
    folk: list[Tilstede]
    telling: Telling
    holder: Visshet
    bedoemt: bool
    """Whether the group was there to be judged: one that has nobody keeps nothing."""


@dataclass(frozen=True, slots=True)
class Sammensetningskrav:
    """A provision's lines, and the group they are counted in."""

    bestemmelse: Bestemmelse
    utvalg: UtvalgIPeriode
    blant: str
    plasser: tuple[Plass, ...]
    for_hver: str | None = None
    ogsaa_tom: bool | None = None
    flere: bool = False
    """Whether the provision counts more groups than this one."""
    utvalgt: Hvem | None = None
    """Who of all with a verv are the group, where it has no name of its own; `blant` says it in words."""

    @property
    def vervene(self) -> frozenset[str] | None:
        """The verv whose holders make up the group, or are picked from; None for every verv."""
        everybody = self.blant == "verv" or self.utvalgt is not None
        return None if everybody else GRUPPER.get(self.blant, frozenset({self.blant}))

    @property
    def holdes_av(self) -> frozenset[str] | None:
        """The verv of which somebody must be there for the group to be judged; None for every verv.

        The deputies are a part of a council that sits, and missed when there are none.
        """
        return OPPNEVNT if self.blant == "varamedlemmer" and self.ogsaa_tom is None else self.vervene

    def med(self, hvem: Kandidat) -> Visshet:
        """Whether one who holds such a verv is of the group."""
        return self.utvalgt is None or self.utvalgt.velger(hvem, self.utvalg)

    def treff(self, hvem: Kandidat) -> list[Visshet]:
        """For each line, whether it counts this person as one of the group.

        What lines and group ask is one person: where something of that is unknown, each way it may be is gone
        through, as far as it leaves them in the group.
        """
        claims = treff(self.plasser, hvem, self.utvalg)
        together = self.utvalgt is not None or any(plass.hvem == "andre" for plass in self.plasser)
        if not together or not any(isinstance(claim, Uvisst) for claim in claims):
            return claims
        from brukerutvalg_cli.mandat.sammensatt.verdener import verdener  # late: of most people all is known

        worlds = verdener(hvem, self.selektorer, self.utvalg.mappe.utvalg)
        ways = [way for way in worlds if self.med(way) is not False]
        each_line = zip(claims, *(treff(self.plasser, way, self.utvalg) for way in ways), strict=True)
        return [
            ways_it_is[0] if len({*ways_it_is}) == 1 and isinstance(ways_it_is[0], bool) else claim
            for claim, *ways_it_is in each_line
        ]

    @property
    def er_valgt_organ(self) -> bool:
        """Whether the group is a body (redaksjonsråd, arbeidsutvalg) rather than the council."""
        return self.vervene is not None and self.blant not in GRUPPER

    @property
    def om_oppmoete(self) -> bool:
        """Whether who was present at a meeting decides the counts."""
        return self.blant == "frammoette" or any(plass.om_oppmoete for plass in self.plasser)

    @property
    def selektorer(self) -> list[Hvem]:
        """Every selector that decides who is in the group, or on which line."""
        named = (*(plass.hvem for plass in self.plasser), self.utvalgt)
        return [each for each in named if isinstance(each, Hvem)]

    @property
    def om_alder(self) -> bool:
        """Whether how old they are decides the counts."""
        return any(hvem.om_alder for hvem in self.selektorer)

    def inndeling(self, utvalg: UtvalgIPeriode) -> Hele:
        """The parts that are judged one by one."""
        return inndelingen(self.for_hver, utvalg, self.vervene)

    def emne(self, hva: object, part: str = "") -> str:
        """What is judged, by id: the occasion, the part, and the group where there are several."""
        return " ".join(filter(None, (str(hva), self.blant if self.flere else "", part)))

    def telt(
        self,
        folk: Iterable[Tilstede],
        inndeling: Hele,
        dag: date,
        *,
        finnes: Visshet = True,
        aapen: Visshet = False,
        puljer: Sequence[Pulje] = (),
    ) -> Iterator[Telt]:
        """The count of each part that is there that day. `finnes`: whether the group has anybody in it.

        `aapen`: whether there are more people than those on record.
        """
        group = list(folk)
        for part in inndeling.deler:
            there = inndeling.finnes(part, dag)
            if there is False:
                continue
            inside = [p._replace(der=alle((p.der, inndeling.har(part, p.hvem, dag)))) for p in group]
            inside = [person for person in inside if person.der is not False]
            telling = Telling(self.plasser)
            for person in inside:
                telling.tell(person.der, self.treff(person.hvem), organisasjonen(person.hvem))
            for pulje in puljer:
                self._legg_til(telling, pulje, inside)
            verdict = self.bedoem(telling, finnes, aapen=aapen)
            judged = bool(there) and self.bedoemmes(finnes)
            yield Telt(part, inside, telling, verdict if there else noen((there, verdict)), judged)

    def _legg_til(self, telling: Telling, pulje: Pulje, inside: Sequence[Tilstede]) -> None:
        mine = [p for p in inside if p.hvem.id in pulje.folk]
        others = len(pulje.folk) - len(mine)
        if most := min(pulje.til, len(mine)):
            folk = [
                Bytte(
                    p.der,
                    self.treff(p.hvem),
                    self.treff(p.hvem._replace(til_stede=True)),
                    organisasjonen(p.hvem),
                )
                for p in mine
            ]
            telling.bytt(folk, min(max(0, pulje.fra - others), most), most)

    def bedoem(self, telling: Telling, finnes: Visshet, *, aapen: Visshet = False) -> Visshet:
        """Whether the lines hold, or need not. `finnes`: whether the group has anybody in it."""
        holds = self.holder(telling, aapen=aapen)
        if self.bedoemmes(finnes):
            return holds
        nobody = aapen if self.ogsaa_tom is True else True
        return nobody if finnes is False or holds is nobody else samlet((holds, finnes))

    def bedoemmes(self, finnes: Visshet) -> bool:
        """Whether there is surely something to judge. Where each member is a part, the members are there."""
        return finnes is True or (self.ogsaa_tom is None and self.for_hver == "medlem")

    def holder(self, telling: Telling, *, aapen: Visshet = False) -> Visshet:
        """Whether every line holds."""
        return alle(telling.dom(nr, aapen=aapen) for nr in range(len(self.plasser)))

    def hva(self, part: str) -> str:
        """What is judged, as the subject of a sentence."""
        if self.utvalgt:
            name = f"gruppa «{self.utvalgt.i_ord(self.utvalg)}»"
        else:
            name = NAVN.get(self.blant) or omtalt(self.blant, self.utvalg)
        if self.for_hver == "medlem":
            return f"{name} for {omtalt(part, self.utvalg)}"
        called = {"side": siden, "gruppe": None}.get(self.for_hver or "", omtalt)
        return f"{name} ({called(part, self.utvalg) if called else part})" if part else name

    def nevnt(self, person: str, dag: date, plasser: Sequence[Plass] | None = None) -> str:
        """One of the group by name; but not where a confidential election alone has put them there.

        Nor where such a one has given them what these lines (None: all) count them by.
        """
        seats = self.utvalg.mappe.seter_av.get(person, ())
        held = [s for s in seats if s.dekker(dag) is not False] if any(s.fortrolig for s in seats) else []
        group = [s for s in held if self.vervene is None or s.verv in self.vervene]
        hidden = bool(group) and all(s.fortrolig for s in group)
        counted = (p.hvem for p in (self.plasser if plasser is None else plasser))
        named = {v for h in (*counted, self.utvalgt) if isinstance(h, Hvem) for v in h.alle_verv}
        for verv in named:
            by_verv = [s for s in held if s.verv == verv]
            hidden = hidden or (bool(by_verv) and all(s.fortrolig for s in by_verv))
        return UNEVNT if hidden else omtalt(person, self.utvalg)
