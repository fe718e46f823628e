"""Public holidays: by the laws as they are now, as the library has them; and by the library in the years before."""

from __future__ import annotations

from datetime import date

import pytest
from holidays.countries.norway import Norway

from brukerutvalg_cli.model.kalender import arbeidsdager_fra, er_arbeidsdag, helligdager


@pytest.mark.parametrize("year", range(1901, 2101))
def test_the_days_and_their_names_are_those_of_the_library(year: int) -> None:
    found = {day: set(name.split("; ")) for day, name in helligdager(year).items()}
    assert found == {day: set(name.split("; ")) for day, name in Norway(years=year, language="no").items()}


@pytest.mark.parametrize("year", [2101, 2150, 2299, 2300, 9998])
def test_there_are_holidays_in_every_year(year: int) -> None:
    found = helligdager(year)
    assert 10 < len(found) <= 12
    assert not er_arbeidsdag(date(year, 5, 17))
    [easter] = [day for day, name in found.items() if "Første påskedag" in name]
    assert easter.weekday() == 6
    assert date(year, 3, 22) <= easter <= date(year, 4, 25)


def test_working_days_are_counted_past_them() -> None:
    # Easter 2101 is on 17 April: Thursday 14, Friday 15 and Monday 18 are holidays.
    assert arbeidsdager_fra(date(2101, 4, 13), 1) == date(2101, 4, 19)
    assert helligdager(2100)[date(2100, 5, 17)] == "Andre pinsedag; Grunnlovsdag"
