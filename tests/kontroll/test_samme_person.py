"""One person in two files, and names that differ in case alone."""

from __future__ import annotations

import pytest

from smaa_registre import dom, utfall

OLA = "medlemmer/ola-berg: {navn: Ola Berg, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"


@pytest.mark.parametrize(
    ("andre", "ventet"),
    [
        ("medlemmer/ola-berg-laptop: {navn: Ola Berg, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}", 1),
        (
            "medlemmer/ola: {navn: ola  BERG, oppnevninger: [{verv: medlem, fra: 2022-01-01, til: 2023-12-31}]}",
            1,
        ),
        ("medlemmer/ola-berg-2: {navn: Ola Berg, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}", 0),
        ("medlemmer/ola: {navn: Ola Berg, oppnevninger: [{verv: vara, fra: 2022-01-01}]}", 0),
        ("medlemmer/ola-berg-2: {navn: Ola Berg (Vik), oppnevninger: [{verv: medlem, fra: 2022-01-01}]}", 0),
        ("medlemmer/ola-berg-2: {navn: Ola Berg}", 0),
    ],
)
def test_one_person_in_two_files(andre: str, ventet: int) -> None:
    assert [said.split(" @")[0] for said in utfall(dom(OLA + andre))] == ["advarsel samme-person"] * ventet


def test_two_files_of_one_with_no_term() -> None:
    same = "{navn: Ola Berg, side: nav}"
    assert len(utfall(dom(f"medlemmer/a: {same}\nmedlemmer/b: {same}"))) == 1
    assert utfall(dom(f"medlemmer/a: {same}\nmedlemmer/b: {{navn: Ola Berg}}")) == []


def test_ids_that_differ_in_case_alone() -> None:
    bodies = "{navn: F, type: paraply, side: bruker}"
    said = utfall(dom(f"organisasjoner: {{ffo: {bodies}, FFO: {bodies}, rio: {bodies}}}"))
    assert said == ["feil samme-person @ organisasjoner ffo"]
