"""A case number that had been given to another case."""

from __future__ import annotations

from pathlib import Path

import pytest

from foeringene import START, M, funnet, lag, med


def test_a_number_that_others_have_been_given_is_used_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base = med(START, ("utvalg", {}))
    without = med(base, (M, "saker", []))
    again = med(base, (M, "saker", [{"nr": "1/22", "tittel": "Reiser", "type": "annet"}]))
    lag(tmp_path / "r", (base, "2022-01-10"), (without, "2022-02-01"), (again, "2022-03-01"))
    (line,) = funnet(tmp_path / "r", capsys, "--historikk")
    assert "nummeret 1/22 var brukt om en annen sak, som ble tatt ut 1. februar 2022" in line
    # Nobody had been given the number while the meeting was planned.
    planned = [med(each, (M, "status", "planlagt")) for each in (base, without, again)]
    lag(tmp_path / "p", *zip(planned, ("2022-01-10", "2022-02-01", "2022-03-01"), strict=True))
    assert funnet(tmp_path / "p", capsys, "--historikk") == []
