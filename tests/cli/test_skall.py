"""A word in a command that is printed: pasted in a shell, it is that word, or nothing that is run."""

from __future__ import annotations

import shlex
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.cli.skall import sitert
from tilfeldige_registre import eksempler


@pytest.mark.parametrize(
    ("ord", "ventet"),
    [
        ("kari-nordmann", "kari-nordmann"),
        (r"C:\registre\nav", r'"C:\registre\nav"'),
        (r"C:\Mine dokumenter\nav", r'"C:\Mine dokumenter\nav"'),
        ("Ola & Kari", '"Ola & Kari"'),
        ("d'Arc", '"d\'Arc"'),
        ("$(touch pwned)", "'$(touch pwned)'"),
        ("`id`", "'`id`'"),
        ('Et "rop"', "'Et \"rop\"'"),
        ("en mappe\\", "'en mappe\\'"),
        ("$(a) & d'Arc", '"?(a) ? d?Arc"'),
        ("", '""'),
    ],
)
def test_a_word_has_the_marks_it_needs(ord: str, ventet: str) -> None:
    assert sitert(ord) == ventet


TEGN = st.sampled_from(list("ab $`\"'\\;&|<>^!()%\n*~-"))


@given(st.text(TEGN, max_size=8))
@eksempler(600)
def test_a_shell_sees_one_word(text: str) -> None:
    (word,) = shlex.split(sitert(text))
    assert word in (text, text.replace("\\\\", "\\")) or "?" in word
    assert word.count("?") == 0 or any(sign in text for sign in '$`"\\')


@given(st.lists(st.text(TEGN, min_size=1, max_size=8), min_size=3, max_size=3))
@eksempler(60)
def test_nothing_in_it_is_run(words: list[str]) -> None:
    said = " ".join(map(sitert, words))
    told = subprocess.run(["sh", "-c", f"printf '%s\\0' {said}"], capture_output=True, text=True, check=True)
    assert told.stdout.split("\0")[:-1] == shlex.split(said)
    assert told.stderr == ""
