"""Spenn: the days within which something is done in time."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.model.visshet import UVISST, Visshet


class Spenn(NamedTuple):
    """The first and the last day in time, both included; None is no bound.

    `kanskje_siste` is the earliest the last day can be, where what could not be read decides it.
    """

    foerste: date | None = None
    siste: date | None = None
    kanskje_siste: date | None = None

    def i_tide(self, dag: date) -> Visshet:
        """Whether this day is neither too early nor too late."""
        if (self.foerste and dag < self.foerste) or (self.siste and dag > self.siste):
            return False
        return UVISST if self.kanskje_siste and dag > self.kanskje_siste else True

    def rommer(self, fra: date, foer: date) -> bool:
        """Whether some day from `fra` on, and before `foer`, is in time."""
        first = max(fra, self.foerste or fra)
        return first < foer and (self.siste is None or first <= self.siste)
