"""Rapport: everything one run has to tell, resolved to places, in one order, for every format alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, TypeVar

from brukerutvalg_cli.funn.finding import Finding, Kilde, Severity, Utfall, fingeravtrykk
from brukerutvalg_cli.funn.place import Span
from brukerutvalg_cli.mandat.fristvarsel import Fristvarsel
from brukerutvalg_cli.rapport.ulest import Ulest

T = TypeVar("T")


class LocatedRelated(NamedTuple):
    """Another place that explains a finding: where it is, the line that stands there, what there is to see."""

    path: str
    span: Span | None
    linje: str
    label: str


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and its place in the text. No span means the file as such; `linje` is the line of `span.row`.

    `kommando` is the command that writes what is to be written, without the program's name.
    """

    finding: Finding
    span: Span | None = None
    linje: str = ""
    related: tuple[LocatedRelated, ...] = ()
    kommando: str = ""
    kolonner_i_byte: tuple[int, int] | None = None
    """Where the span begins and ends as programs count that count the bytes of UTF-8."""

    @property
    def path(self) -> str:
        """The file the finding is in."""
        return self.finding.place.path

    @property
    def gjort(self) -> LocatedRelated | None:
        """Of what was put right, where that stands."""
        return self.related[0] if self.related and self.finding.utfall is Utfall.RETTET else None


@dataclass(frozen=True)
class Rapport:
    """What was found in `filer` files of `utvalg` councils, judged as of `dato`.

    Sorted and free of duplicates from the start: no format has an order of its own to get wrong. `holdt`: the
    provisions that were kept. `fra_foer`: so many findings were there before, and are left out; None where the report
    is of everything. `endret`: the files that somebody has changed, where that is known. `mappe`: the way from the
    top of the repository to the register, for those who show a finding in the repository. `terskel`: the least that
    somebody is stopped by.
    """

    funn: tuple[Located, ...]
    ikke_vurdert: Sequence[Located]
    fraveket: Sequence[Located]
    varsler: Sequence[Fristvarsel]
    filer: int
    utvalg: int
    dato: date
    rettet: Sequence[Located] = ()
    holdt: Sequence[tuple[str, Kilde]] = ()
    fra_foer: int | None = None
    endret: frozenset[str] = frozenset()
    mappe: str = ""
    terskel: Severity = Severity.FEIL

    def __post_init__(self) -> None:
        # The only way a frozen dataclass can put its own fields in order.
        object.__setattr__(self, "funn", _in_order(self.funn, finding_order))
        object.__setattr__(self, "ikke_vurdert", _in_order(self.ikke_vurdert, _om_bestemmelse))
        object.__setattr__(self, "fraveket", _in_order(self.fraveket, _om_bestemmelse))
        object.__setattr__(self, "rettet", _in_order(self.rettet, _rettet_order))
        object.__setattr__(self, "varsler", _in_order(self.varsler, _frist_order))
        object.__setattr__(self, "holdt", _in_order(self.holdt, lambda kept: kept))

    def bestilt(self, *, mappe: str | None = None, terskel: Severity | None = None) -> Rapport:
        """The same for who asked for it: what is found in it is in order already, and is not put in order again."""
        new = copy(self)
        object.__setattr__(new, "mappe", self.mappe if mappe is None else mappe)
        object.__setattr__(new, "terskel", terskel or self.terskel)
        return new

    @property
    def rettet_i_aar(self) -> tuple[Located, ...]:
        """What was put right in the year of the report: what is older is history, and not read again every day."""
        return tuple(each for each in self.rettet if rettet_dag(each.finding).year == self.dato.year)

    @property
    def fraveket_naa(self) -> tuple[Located, ...]:
        """The departures, but for those that ended in an earlier year."""
        begun = date(self.dato.year, 1, 1)
        return tuple(f for f in self.fraveket if f.finding.over is None or f.finding.over > begun)

    @property
    def viktigst_foerst(self) -> list[Located]:
        """The findings for a reader who is shown only the first few of them: the worst first; of these, what keeps a
        file from being read, and then what is in the files that were changed."""
        return sorted(
            self.funn,
            key=lambda f: (f.finding.severity.rank, f.finding.code >= "BU100", f.path not in self.endret),
        )

    @property
    def fingeravtrykk(self) -> tuple[str, ...]:
        """One for each finding. Of several that are alike, the first has the one they share, and each its own."""
        order = sorted(range(len(self.funn)), key=lambda nr: _likhet(self.funn[nr]))
        seen: Counter[str] = Counter()
        found = [""] * len(self.funn)
        for nr in order:
            mark = self.funn[nr].finding.fingerprint
            seen[mark] += 1
            found[nr] = mark if seen[mark] == 1 else fingeravtrykk(mark, str(seen[mark]))
        return tuple(found)

    def fil(self, path: str) -> str:
        """A file as the repository names it."""
        return self.mappe + path

    def antall(self) -> dict[Severity, int]:
        """How many findings there are of each severity, the most severe first."""
        found = Counter(located.finding.severity for located in self.funn)
        return {severity: found[severity] for severity in Severity}


def _likhet(located: Located) -> tuple[str, ...]:
    """What sets findings that are alike apart, and stays when lines move."""
    return located.finding.message, located.path, located.linje.strip()


class _Utskrift:
    """What a value prints as. It is long, and asked only of two that are alike in all that comes before it."""

    __slots__ = ("_verdi",)

    def __init__(self, verdi: object) -> None:
        self._verdi = verdi

    def __eq__(self, andre: object) -> bool:
        return isinstance(andre, _Utskrift) and repr(self._verdi) == repr(andre._verdi)

    def __lt__(self, andre: _Utskrift) -> bool:
        return repr(self._verdi) < repr(andre._verdi)

    __hash__ = None  # type: ignore[assignment]  # a key to sort by, and nothing else


def finding_order(located: Located) -> tuple[Any, ...]:
    """The total order of findings: path, row, column, severity, code, message. The file as such comes first."""
    finding, span = located.finding, located.span
    row, column = (span.row, span.column) if span else (0, 0)
    # Two findings that agree in all of this still need one order, whatever it is that sets them apart.
    return located.path, row, column, finding.severity.rank, finding.code, finding.message, _Utskrift(located)


def rettet_dag(finding: Finding) -> date:
    """The day on which what is put right was."""
    assert finding.rettelse.rettet
    return finding.rettelse.rettet


def _om_bestemmelse(located: Located) -> tuple[Any, ...]:
    f = located.finding
    return f.utvalg, tuple(f.hjemmel), f.message, f.emne, located.path, _Utskrift(located)


def _rettet_order(located: Located) -> tuple[Any, ...]:
    return located.finding.utvalg, rettet_dag(located.finding), *_om_bestemmelse(located)


def _frist_order(frist: Fristvarsel) -> tuple[Any, ...]:
    return frist.siste_dag, frist.utvalg, frist.dag, frist.hva, frist.om, _Utskrift(frist)


def _in_order(values: Sequence[T], key: Callable[[T], tuple[Any, ...]]) -> Sequence[T]:
    return values if isinstance(values, Ulest) else tuple(sorted(set(values), key=key))
