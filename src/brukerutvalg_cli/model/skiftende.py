"""Skiftende: the days in a stretch on which an answer may be another one than the day before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from brukerutvalg_cli.model.vurderingsdag import Holdbarhet


def skiftende(fra: date, til: date, spoer: Callable[[date], object]) -> Iterator[date]:
    """The first day of the stretch, and each later one on which the question may be answered otherwise.

    `spoer` is given a day that notes what it is asked (`Vurderingsdag`): what it answers is not to be kept.
    """
    day = fra
    while day <= til:
        yield day
        lasts = Holdbarhet(day)
        spoer(lasts.dagen())
        day = lasts.til
