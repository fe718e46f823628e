"""Krav: what the mandate says of one year's meetings – how many in which window, and the deadlines before each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Severity
from brukerutvalg_cli.handling.moeteplan.aaret import VAAR, Moetetall, ender
from brukerutvalg_cli.mandat.bestemmelse import SEVERITY, Bestemmelse
from brukerutvalg_cli.mandat.binding import Binding, bindinger
from brukerutvalg_cli.mandat.frist import Frist
from brukerutvalg_cli.mandat.hyppighet import Hyppighet
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.proeve.poster import planlagt
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.mandat.verdier import frist_i_ord
from brukerutvalg_cli.mandat.verdier.vindu import Vindu, vinduer
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.visshet import Uvisst

MINST_ALVOR = (Severity.RAAD, Severity.ADVARSEL, Severity.FEIL)
"""The provisions that are kept: all of them, or else those that weigh the most."""


class Vinduskrav(NamedTuple):
    """What one provision says of one window: how few and how many, with what has been held in it before this year."""

    regel: Hyppighet
    vindu: Vindu
    foer: int

    def tillater(self, dager: Collection[date]) -> bool:
        """Whether the window has as many meetings as it may, with these days of the year."""
        return self._holdt(sum(self.dekker(dag) for dag in dager))

    @property
    def mangler(self) -> int:
        """The fewest meetings the window must have this year."""
        return max(self.regel.gulv - self.foer, 0)

    @property
    def i_aaret(self) -> tuple[date, date]:
        """From the first day to the last of the window; of one in parts, of those in its last year."""
        last = self.vindu.til
        begins = (fra for fra, til in self.vindu.stykker if til.year == last.year)
        return min(begins, default=self.vindu.fra), last

    def kan_holdes(self, antall: Moetetall, aar: int) -> bool:
        """The same, for a window that has each half of the year whole or not at all; any other may be kept."""
        count = 0
        for begins, meetings in zip((1, 7), antall, strict=True):
            first, last = date(aar, begins, 1), date(aar, begins + 5, 30 if begins == 1 else 31)
            if self._har_hele(first, last):
                count += meetings
            elif self.vindu.fra <= last and first <= self.vindu.til:
                return True
        return self._holdt(count)

    def dekker(self, dag: date) -> bool:
        """Whether the day is in the window."""
        return self.vindu.dekker(dag)

    def _har_hele(self, first: date, last: date) -> bool:
        """Whether every day from the one to the other is in the window."""
        whole = not self.vindu.unntatt and self.vindu.fra <= first and last <= self.vindu.til
        return whole and (
            not self.vindu.stykker or any(f <= first and last <= t for f, t in self.vindu.stykker)
        )

    def _holdt(self, count: int) -> bool:
        return self.regel.oppfylt(count + self.foer, count + self.foer)

    def __str__(self) -> str:
        return f"{self.regel.i_ord()} {self.vindu.naar} ({self.regel.avsnitt}: {self.regel.id})"


class Fristkrav(NamedTuple):
    """A deadline before each meeting, and the days on which it binds."""

    regel: Frist
    binding: Binding
    utvalg: UtvalgIPeriode


def krav_om_moeter(
    mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk], aar: int, least: Severity
) -> Iterator[Vinduskrav]:
    """How often the council meets, for every window that ends in this year and that the records reach back to."""
    held = [m.dato for m in mappe.moeter if m.dato.year < aar and m.status != "avlyst"]
    since = mappe.utvalg.registrert_fra or min(held, default=date(aar, 1, 1))
    since = min(since, date(aar, 1, 1))
    whole = replace(mappe, utvalg=mappe.utvalg.model_copy(update={"registrert_fra": since}))
    first, _ = ender(aar, VAAR)
    for whole_binding in bindinger(mappe, regelverk):
        for rule in _tunge(whole_binding, mappe, least):
            binding = whole_binding.for_bestemmelsen(rule)
            begins = max(filter(None, (binding.fra, since, mappe.utvalg.opprettet)))
            ends = min(filter(None, (binding.til, mappe.utvalg.nedlagt)), default=None)
            period = UtvalgIPeriode(whole, Register({}, {}), begins, ends, date(aar + 1, 1, 1))
            if isinstance(rule, Hyppighet) and rule.hva == "moete" and (counted := _om_vanlige(rule, period)):
                for window in vinduer(rule.per, period, unntatt=rule.unntatt):
                    if first <= window.til <= date(aar, 12, 31):
                        yield Vinduskrav(counted, window, sum(map(window.dekker, held)))


def _om_vanlige(rule: Hyppighet, utvalg: UtvalgIPeriode) -> Hyppighet | None:
    """The rule, as far as it is about ordinary meetings, of which it is not yet known how they will be held."""
    if rule.er_andel:
        return None
    taken_in = True if rule.der is None else rule.der.omfatter(planlagt(utvalg))
    if isinstance(taken_in, Uvisst) and rule.gulv:  # so many there must be; how many more, it does not say
        return rule.model_copy(update={"minst": rule.gulv, "antall": None, "mer_enn": None, "hoeyst": None})
    return rule if taken_in else None


def krav_om_frister(
    mappe: Utvalgsmappe, regelverk: Mapping[str, Regelverk], least: Severity
) -> tuple[Fristkrav, ...]:
    """The deadlines that are counted back from a meeting."""
    seen = UtvalgIPeriode(mappe, Register({}, {}), None, None, date.max)
    return tuple(
        Fristkrav(rule, binding.for_bestemmelsen(rule), seen)
        for binding in bindinger(mappe, regelverk)
        for rule in _tunge(binding, mappe, least)
        if isinstance(rule, Frist) and rule.foer == "moete"
    )


def frister(dag: date, krav: Iterable[Fristkrav]) -> Iterator[tuple[str, date]]:
    """The deadlines before an ordinary meeting on this day."""
    for rule, binding, utvalg in krav:
        taken_in = rule.der is None or rule.der.omfatter(planlagt(utvalg, dag)) is not False
        if taken_in and binding.gjelder(dag) and (last := rule.regning.siste_dag(dag)):
            yield frist_i_ord.det(rule.hva), last


def _tunge(binding: Binding, mappe: Utvalgsmappe, least: Severity) -> Iterator[Bestemmelse]:
    """The provisions whose breach weighs so much or more; a permission never does."""
    heavy = MINST_ALVOR[MINST_ALVOR.index(least) :]
    for each in binding.for_nivaa(mappe.utvalg.nivaa):
        if SEVERITY[each.bestemmelse.styrke] in heavy:
            yield each.bestemmelse
