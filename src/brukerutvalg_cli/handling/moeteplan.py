"""Moeteplan: days for a year's meetings that satisfy the mandate and leave time for the deadlines between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Severity
from brukerutvalg_cli.handling.filer import Nektet
from brukerutvalg_cli.model.kalender import helligdager, siste_arbeidsdag
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.regler.bestemmelse import SEVERITY
from brukerutvalg_cli.regler.binding import Binding, bindinger
from brukerutvalg_cli.regler.frist import Frist
from brukerutvalg_cli.regler.hyppighet import Hyppighet
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.regelverk import Regelverk
from brukerutvalg_cli.regler.verdier import frist_i_ord
from brukerutvalg_cli.regler.verdier.vindu import Vindu, vinduer

EN_DAG = timedelta(days=1)
VAAR, HOEST = (1, 15, 6, 20), (8, 20, 12, 10)
"""When meetings are held: not around new year, and not in July and the weeks beside it."""
VANLIG = 4
"""Meetings a year, where neither the mandate nor last year says."""
FLEST = 24
"""More meetings than this are not looked for: the months that have meetings have no room for them."""
ONSDAG = 2
ANNEN_UKEDAG = 365
"""How many days away from its place in the year a meeting may be, rather than on another weekday."""
MINST_ALVOR = (Severity.RAAD, Severity.ADVARSEL, Severity.FEIL)
"""The provisions that are kept: all of them, or else those that weigh the most."""


class Foreslaatt(NamedTuple):
    """One proposed meeting, with the deadlines before it: what, and the last day."""

    dag: date
    frister: tuple[tuple[str, date], ...]


class Antall(NamedTuple):
    """How many meetings there are to be in each half of the year, those on record counted in."""

    vaar: int
    hoest: int


class Krav(NamedTuple):
    """What one provision says of one window: how few and how many, with what has been held in it before this year."""

    regel: Hyppighet
    vindu: Vindu
    foer: int

    def tillater(self, dager: Collection[date]) -> bool:
        """Whether the window has as many meetings as it may, with these days of the year."""
        return self._holdt(sum(self.dekker(dag) for dag in dager))

    def kan_holdes(self, antall: Antall, aar: int) -> bool:
        """The same, for a window that has each half of the year whole or not at all; any other may be kept."""
        count = 0
        for begins, meetings in zip((1, 7), antall, strict=True):
            first, last = date(aar, begins, 1), date(aar, begins + 5, 30 if begins == 1 else 31)
            if self.vindu.fra <= first and last <= self.vindu.til:
                count += meetings
            elif self.vindu.fra <= last and first <= self.vindu.til:
                return True
        return self._holdt(count)

    def dekker(self, dag: date) -> bool:
        """Whether the day is in the window."""
        return self.vindu.fra <= dag <= self.vindu.til

    def _holdt(self, count: int) -> bool:
        count += self.foer
        return (self.regel.minst or 0) <= count and (self.regel.hoeyst is None or count <= self.regel.hoeyst)

    def __str__(self) -> str:
        words = [f"minst {self.regel.minst}"] if self.regel.minst else []
        words += [] if self.regel.hoeyst is None else [f"høyst {self.regel.hoeyst}"]
        return f"{' og '.join(words)} i {self.vindu.navn} ({self.regel.avsnitt}: {self.regel.id})"


class Fristkrav(NamedTuple):
    """A deadline before each meeting, and the days on which it binds."""

    regel: Frist
    binding: Binding


def moeteplan(
    mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk], aar: int, antall: int | None = None
) -> list[Foreslaatt]:
    """Days for the meetings a year is short of: as many in all as last year, as the mandate wants, or as said.

    What only should be is given up before what shall: a recommendation never stops a plan.

    Raises:
        Nektet: when no days satisfy both the mandate and its deadlines, or the number is against it.
    """
    stopped = tried = None
    for least in MINST_ALVOR:
        kept = (tuple(_krav(mappe, regelverk, aar, least)), _fristkrav(mappe, regelverk, least))
        if kept == tried:
            continue
        tried = kept
        try:
            days = _dager(mappe, *kept, aar, antall)
        except Nektet as error:
            stopped = error
            continue
        return [frister_for(mappe, regelverk, day) for day in days]
    assert stopped is not None
    raise stopped


def frister_for(mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk], dag: date) -> Foreslaatt:
    """A day that somebody else has chosen, with the deadlines before it."""
    return Foreslaatt(dag, tuple(frister(dag, _fristkrav(mappe, regelverk, Severity.RAAD))))


def innvending(dag: date) -> str:
    """Why no meeting is proposed for such a day; empty for one that will do."""
    if holiday := helligdager(dag.year).get(dag):
        return f"er en helligdag ({holiday})"
    if dag.weekday() > 4:
        return "er i helga"
    if _paaskeuke(dag):
        return "er i påskeuka"
    return "er i juli" if dag.month == 7 else ""


def frister(dag: date, krav: Iterable[Fristkrav]) -> Iterator[tuple[str, date]]:
    """The deadlines before a meeting on this day."""
    for rule, binding in krav:
        if binding.gjelder(dag) and (last := rule.siste_dag(dag)):
            yield frist_i_ord.det(rule.hva), last


def _dager(
    mappe: Utvalgsmappe,
    claims: Sequence[Krav],
    deadlines: Sequence[Fristkrav],
    aar: int,
    said: int | None,
) -> list[date]:
    """The days to propose, when all of these are kept."""
    fixed = frozenset(m.dato for m in mappe.moeter if m.dato.year == aar and m.status != "avlyst")
    numbers = _mulige_tall(mappe, claims, aar) if said is None else [said]
    splits = [split for n in numbers for split in _delt(n, fixed) if _mulig(claims, split, aar)]
    if not splits:
        raise Nektet(_hvorfor_ikke(claims, numbers, aar, said))
    places = _Plasser(mappe, deadlines, claims, fixed, aar)
    for claim in claims:
        if claim.regel.minst and not claim.foer and not any(map(claim.dekker, places.dager)):
            raise Nektet(
                f"mandatet vil ha {claim}, og der er det ingen dag å foreslå. Velg dagene selv med --dager"
            )
    for split in splits:
        days = places.legg(split)
        if days is not None and all(claim.tillater(days) for claim in claims):
            return [day for day in days if day not in fixed]
    number = sum(splits[0])
    raise Nektet(
        f"det er ikke plass til {_moeter(number)} i {aar} med fristene og mellomrommene mandatet vil ha"
    )


def _krav(
    mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk], aar: int, least: Severity
) -> Iterator[Krav]:
    """How often the council meets, for every window that ends in this year and that the records reach back to."""
    held = [m.dato for m in mappe.moeter if m.dato.year < aar and m.status != "avlyst"]
    since = mappe.utvalg.registrert_fra or min(held, default=date(aar, 1, 1))
    since = min(since, date(aar, 1, 1))
    whole = replace(mappe, utvalg=mappe.utvalg.model_copy(update={"registrert_fra": since}))
    first, _ = _ender(aar, VAAR)
    for binding in bindinger(mappe, regelverk):
        period = UtvalgIPeriode(
            whole, Register({}, {}), max(binding.fra, since), binding.til, date(aar + 1, 1, 1)
        )
        for rule in _tunge(binding, mappe, least):
            if isinstance(rule, Hyppighet) and rule.hva == "moete":
                for window in vinduer(rule.per, period):
                    if first <= window.til <= date(aar, 12, 31):
                        yield Krav(rule, window, sum(window.fra <= day <= window.til for day in held))


def _fristkrav(
    mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk], least: Severity
) -> tuple[Fristkrav, ...]:
    return tuple(
        Fristkrav(rule, binding)
        for binding in bindinger(mappe, regelverk)
        for rule in _tunge(binding, mappe, least)
        if isinstance(rule, Frist) and rule.foer == "moete"
    )


def _tunge(binding: Binding, mappe: Utvalgsmappe, least: Severity) -> Iterator[object]:
    """The provisions whose breach weighs so much or more; a permission never does."""
    heavy = MINST_ALVOR[MINST_ALVOR.index(least) :]
    for each in binding.for_nivaa(mappe.utvalg.nivaa):
        if SEVERITY[each.bestemmelse.styrke] in heavy:
            yield each.bestemmelse


def _mulige_tall(mappe: Utvalgsmappe, claims: Sequence[Krav], aar: int) -> list[int]:
    """How many meetings to try: as last year, or as few as the mandate allows; then what is nearest."""
    last_year = sum(m.dato.year == aar - 1 and m.status != "avlyst" for m in mappe.moeter)
    stated = any(claim.regel.minst for claim in claims)
    usual = last_year if last_year > 1 else 0 if stated else VANLIG
    return sorted(range(FLEST + 1), key=lambda n: (abs(n - usual), -n))


def _delt(number: int, fixed: Collection[date]) -> Iterator[Antall]:
    """So many meetings on the two halves: as evenly as can be, one more in autumn where they are odd."""
    spring = sum(day.month <= 6 for day in fixed)
    for first in sorted(range(number + 1), key=lambda n: abs(n - number / 2)):
        if first >= spring and number - first >= len(fixed) - spring:
            yield Antall(first, number - first)


def _mulig(claims: Iterable[Krav], split: Antall, aar: int) -> bool:
    return all(claim.kan_holdes(split, aar) for claim in claims)


def _hvorfor_ikke(claims: Sequence[Krav], numbers: Sequence[int], aar: int, said: int | None) -> str:
    """The provisions that together leave no number: each that is not needed for that is left out."""
    left = list(claims)
    for claim in claims:
        fewer = [other for other in left if other is not claim]
        if not any(_mulig(fewer, split, aar) for n in numbers for split in _delt(n, ())):
            left = fewer
    which = " og ".join(map(str, left))
    if said is None:
        return f"mandatet motsier seg selv: det vil ha {which}. Velg dagene selv med --dager"
    if not left:
        return f"det er alt ført flere enn {_moeter(said)} i {aar}"
    return f"mandatet tillater ikke {_moeter(said)} i {aar}: det vil ha {which}"


class _Plasser:
    """Where in one year meetings can be put: the day each may be, and which day may follow which."""

    def __init__(
        self,
        mappe: Utvalgsmappe,
        frister_foer: Sequence[Fristkrav],
        claims: Sequence[Krav],
        fixed: frozenset[date],
        aar: int,
    ) -> None:
        self._aar = aar
        self._fixed = fixed
        self._weekday = _ukedag(mappe, aar)
        before = (m.dato for m in mappe.moeter if m.dato.year < aar and m.status != "avlyst")
        self._previous = max(before, default=date.min)
        self._frister = frister_foer
        self._minst = [claim.vindu for claim in claims if claim.regel.minst]
        self._en = [claim.vindu for claim in claims if claim.regel.hoeyst == 1]
        self._halves = tuple(self._ledige(span, spring=span is VAAR) for span in (VAAR, HOEST))

    @property
    def dager(self) -> Iterator[date]:
        """Every day that will do."""
        return (day for half in self._halves for day in half)

    def legg(self, antall: Antall) -> tuple[date, ...] | None:
        """The days, those on record among them, that lie as evenly as can be; None where there is no room."""
        best: dict[date, tuple[int, tuple[date, ...]]] = {self._previous: (0, ())}
        for span, number, days in zip((VAAR, HOEST), antall, self._halves, strict=True):
            for target in _jevnt(self._aar, span, number):
                following = {}
                for day, (after, until, own) in days.items():
                    ways = [
                        (cost + self._koster(day, target), (*chosen, day))
                        for before, (cost, chosen) in best.items()
                        if after <= before < (own if self._paa_plan(before, day) else until)
                    ]
                    if ways:
                        following[day] = min(ways)
                best = following
        after = max((*(w.fra for w in self._minst), *self._fixed, date.min))
        return min((way for last, way in best.items() if last >= after), default=(0, None))[1]

    def _ledige(
        self, span: tuple[int, int, int, int], *, spring: bool
    ) -> dict[date, tuple[date, date, date]]:
        """Each day that will do: the meeting before it is on or after the first day, and before the second.

        Or before the third, when both are on record already: their deadlines are not this plan's affair.
        """
        first, last = _ender(self._aar, span)
        days = [first + EN_DAG * n for n in range((last - first).days + 1)]
        free = {day for day in days if not innvending(day)} | {
            day for day in self._fixed if (day.month <= 6) == spring
        }
        return {day: self._mellom(day) for day in sorted(free)}

    def _mellom(self, day: date) -> tuple[date, date, date]:
        after = max(
            (
                date.min,
                *(window.fra for window in self._minst if window.til < day),
                *(other for other in self._fixed if other < day),
            )
        )
        alone = min((day, *(window.fra for window in self._en if window.fra <= day <= window.til)))
        return (
            after,
            min((alone, *(siste_arbeidsdag(last) for _, last in frister(day, self._frister)))),
            alone,
        )

    def _paa_plan(self, before: date, day: date) -> bool:
        return day in self._fixed and (before in self._fixed or before == self._previous)

    def _koster(self, day: date, target: date) -> int:
        if day in self._fixed:
            return 0
        return abs(day - target).days + (0 if day.weekday() == self._weekday else ANNEN_UKEDAG)


def _ender(aar: int, span: tuple[int, int, int, int]) -> tuple[date, date]:
    return date(aar, span[0], span[1]), date(aar, span[2], span[3])


def _jevnt(aar: int, span: tuple[int, int, int, int], number: int) -> Iterator[date]:
    """So many days evenly over a part of the year."""
    first, last = _ender(aar, span)
    step = (last - first) / (number or 1)
    return (first + step * nr + step / 2 for nr in range(number))


def _paaskeuke(dag: date) -> bool:
    """Whether the day is in the week before Easter, or the one that begins with Easter Monday."""
    sunday = _paaskedag(dag.year)
    return sunday - timedelta(days=6) <= dag <= sunday + timedelta(days=7)


def _paaskedag(aar: int) -> date:
    return next(day for day, name in helligdager(aar).items() if "Første påskedag" in name)


def _ukedag(mappe: Utvalgsmappe, aar: int) -> int:
    """The weekday of last year's meetings, else of the latest; where there are none, Wednesday."""
    held = [m.dato for m in mappe.moeter if m.dato.year < aar and m.status != "avlyst"]
    last_year = [day for day in held if day.year == aar - 1]
    days = Counter(day.weekday() for day in last_year or held[-VANLIG:])
    return max(days, key=lambda day: (days[day], -day)) if days else ONSDAG


def _moeter(number: int) -> str:
    return f"{number} {'møte' if number == 1 else 'møter'}"
