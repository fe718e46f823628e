"""moetedag: a meeting ahead that stands on a public holiday is told of; one that was held there, was."""

from __future__ import annotations

import pytest

from smaa_registre import dom, sagt


@pytest.mark.parametrize(
    ("dag", "status", "ventet"),
    [
        ("2023-05-16", "planlagt", []),
        ("2023-05-17", "planlagt", ["raad moetedag @ moeter/2023-05-17 dato"]),
        ("2023-05-18", "innkalt", ["raad moetedag @ moeter/2023-05-18 dato"]),  # Ascension Day
        ("2023-05-17", "avlyst", []),
        ("2022-05-17", "avholdt", []),
    ],
)
def test_people_are_off_that_day(dag: str, status: str, ventet: list[str]) -> None:
    assert sagt(dom(f"moeter/{dag}: {{status: {status}}}")) == ventet
