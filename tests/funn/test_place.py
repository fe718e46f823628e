"""Whose a file is, is asked in one place: a path is cut nowhere else to find out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from brukerutvalg_cli.funn.place import eieren

SRC = Path(__file__).parents[2] / "src" / "brukerutvalg_cli"


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("records/utvalg/nav-vestland/utvalg.yaml", "nav-vestland"),
        ("records/utvalg/nav-vestland/moeter/2022-11-16.yaml", "nav-vestland"),
        ("records/utvalg/notat.yaml", ""),
        ("records/organisasjoner.yaml", ""),
        ("records/regelverk/nav-vestland-2019.yaml", ""),
        ("README.md", ""),
    ],
)
def test_whose_a_file_is(path: str, owner: str) -> None:
    assert eieren(path) == owner


MAPPER_OGSAA = {"sammenlikning.py", "rapport/samlet.py", "cli/utvalgsnavn.py"}
"""What is asked there may be the folder itself, or what somebody takes for one."""


def test_nobody_cuts_a_path_to_find_out() -> None:
    cut = re.compile(
        r"""split\("/"[^)]*\)\[2\]|== "utvalg" else|!= \["utvalg"\]|^UTVALG = "records/utvalg/"$""",
        re.MULTILINE,
    )
    files = {p.relative_to(SRC).as_posix() for p in SRC.rglob("*.py") if cut.search(p.read_text("utf-8"))}
    assert files == {"funn/place.py", *MAPPER_OGSAA}
