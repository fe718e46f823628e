"""Videre: the same provision in mandates that follow each other is one, and goes on as one.

Windows, deadlines, what lasts and what was decided of it are judged across the day one mandate took over from
another; what is said of a day is said of the mandate that was in force then.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Kilde
from brukerutvalg_cli.mandat.arv import Gjeldende
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.binding import Binding
from brukerutvalg_cli.model.kalender import EN_DAG


class Ledd(NamedTuple):
    """The provision as one of the mandates has it."""

    binding: Binding
    provision: Gjeldende

    @property
    def kilde(self) -> Kilde:
        """Where it stands, as a finding says it."""
        return self.provision.kilde


class Bestemmelsesrekke(NamedTuple):
    """One provision through all the mandates that carried it on, the oldest first."""

    ledd: tuple[Ledd, ...]

    @property
    def siste(self) -> Ledd:
        """As it is said now, or was last."""
        return self.ledd[-1]

    @property
    def binding(self) -> Binding:
        """The last of the mandates, as long as the provision binds, and as if from the first day of the first."""
        last = self.siste.binding.for_bestemmelsen(self.siste.provision.bestemmelse)
        return last._replace(fra=self.ledd[0].binding.fra)

    @property
    def navn(self) -> frozenset[str]:
        """What the rule sets are called that it stands in, or that brought it along."""
        return frozenset(name for ledd in self.ledd for name in (ledd.binding.id, ledd.provision.id))

    def paa(self, dag: date | None) -> Ledd:
        """As it was said on a day; the last, where nobody knows which."""
        if dag is None:
            return self.siste
        return next(
            (ledd for ledd in self.ledd if ledd.binding.til is None or dag <= ledd.binding.til), self.siste
        )


def rekkene(bound: Sequence[Binding], nivaa: str, dato: date) -> Iterator[Bestemmelsesrekke]:
    """Every provision that can be broken, in the order of the list. A mandate ahead has taken over from none yet."""
    own = [
        [Ledd(binding, g) for g in binding.for_nivaa(nivaa) if g.bestemmelse.kan_brytes] for binding in bound
    ]
    before = {id(ledd): foregaaende for ledd, foregaaende in _par(own, dato)}
    taken = {id(ledd) for ledd in before.values()}
    for part in own:
        for ledd in part:
            if id(ledd) in taken:
                continue
            line = [ledd]
            while id(line[0]) in before:
                line.insert(0, before[id(line[0])])
            yield Bestemmelsesrekke(tuple(line))


def _par(own: Sequence[Sequence[Ledd]], dato: date) -> Iterator[tuple[Ledd, Ledd]]:
    """Each provision with the one it carries on: the same, in the one mandate that ended the day before."""
    called: dict[str, list[Ledd]] = defaultdict(list)
    for part in own:
        for ledd in part:
            called[ledd.provision.bestemmelse.id].append(ledd)
    for part in own:
        if not part or part[0].binding.fra > dato:
            continue
        ended = part[0].binding.fra - EN_DAG
        for ledd in part:
            alike = called[ledd.provision.bestemmelse.id]
            same = [old for old in alike if old.binding.til == ended and _samme(old, ledd)]
            if len(same) == 1 and _bare_her(alike, ledd) and _en_etter(alike, same[0], ledd):
                yield ledd, same[0]


def _samme(one: Ledd, other: Ledd) -> bool:
    return er_samme(one.provision.bestemmelse, other.provision.bestemmelse)


def _bare_her(alike: Sequence[Ledd], ledd: Ledd) -> bool:
    """Whether its rule set has no other of the same name."""
    return not any(one is not ledd and one.binding is ledd.binding for one in alike)


def _en_etter(alike: Sequence[Ledd], old: Ledd, ledd: Ledd) -> bool:
    """Whether no other rule set carries the old one on from the same day: then neither is the one."""
    others = (one for one in alike if one is not ledd and one.binding.fra == ledd.binding.fra)
    return not any(_samme(old, one) for one in others)


def er_samme(one: Bestemmelse, other: Bestemmelse) -> bool:
    """Whether they are one provision: of the same id, and saying the same, in whatever words and wherever it stands."""
    if one is other:
        return True
    if one.id != other.id or type(one) is not type(other):
        return False
    words = {"tekst": other.tekst, "avsnitt": other.avsnitt, "merknad": other.merknad}
    return one.model_copy(update=words) == other
