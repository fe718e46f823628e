"""Did you mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.forslag import forslag

MOETE = [
    "dato",
    "tid",
    "sted",
    "form",
    "sakliste",
    "moeteleder",
    "referent",
    "oppmoete",
    "forfall",
    "saker",
    "avvik",
]
SAK = [
    "nr",
    "tittel",
    "type",
    "fase",
    "tema",
    "fortrolig",
    "referat",
    "vedtak",
    "oppfoelging",
    "vedlegg",
    "valg",
]
FOLK = ["kari-nordmann", "ola-nordmann", "per-hansen", "anne-lie"]


@pytest.mark.parametrize(
    ("word", "candidates", "expected"),
    [
        # Norwegian letters, case, hyphens
        ("møte", ["moete", "dato"], "moete"),
        ("Dato", MOETE, "dato"),
        ("oppfølging", SAK, "oppfoelging"),
        ("OPPMØTE", MOETE, "oppmoete"),
        ("a\u030ar", ["aar", "tid"], "aar"),
        ("Kari Nordmann", FOLK, "kari-nordmann"),
        ("andré-vik", ["andre-vik", "anne-vik"], "andre-vik"),
        ("…", ["–"], None),
        ("nav-trøndelag", ["nav-vestland", "nav-troendelag"], "nav-troendelag"),
        # the other målform
        ("stad", MOETE, "sted"),
        ("møteleiar", MOETE, "moeteleder"),
        ("val", SAK, "valg"),
        ("ansvarleg", ["hva", "ansvarlig", "frist"], "ansvarlig"),
        ("kva", ["hva", "ansvarlig", "frist"], "hva"),
        # slips of the keyboard
        ("saksliste", MOETE, "sakliste"),
        ("datoo", MOETE, "dato"),
        ("stde", MOETE, "sted"),
        ("oppmøtte", MOETE, "oppmoete"),
        ("kari-nordman", FOLK, "kari-nordmann"),
        ("digital", ["fysisk", "digitalt", "hybrid"], "digitalt"),
        # compounds: the last part says what it is
        ("møtedato", MOETE, "dato"),
        ("moetedato", MOETE, "dato"),
        ("møtetid", MOETE, "tid"),
        ("saksnr", SAK, "nr"),
        ("referatet", SAK, "referat"),
        ("leder", MOETE, "moeteleder"),
        ("hybridmøte", ["fysisk", "digitalt", "hybrid"], "hybrid"),
        # what is not near is not guessed at
        ("farge", MOETE, None),
        ("x", MOETE, None),
        ("", MOETE, None),
        ("dato", [], None),
        ("overskrift", SAK, None),
        ("per-nordmann", FOLK, None),  # not Kari, and not Ola
        ("yes", ["ja", "nei"], None),
        # a number or a date is right or wrong, but may be written in two ways
        ("a" * 100_000, ["a" * 100_001, "b"], None),
        ("28/22", ["27/22", "28/23"], None),
        ("2022-11-16", ["2022-11-17"], None),
        ("2022-11-6", ["2022-11-06", "2022-11-16"], "2022-11-06"),
    ],
)
def test_did_you_mean(word: str, candidates: list[str], expected: str | None) -> None:
    assert forslag(word, candidates) == expected


@given(st.text(max_size=12), st.lists(st.text(max_size=12)))
def test_the_answer_is_a_candidate_and_does_not_hang_on_their_order(word: str, candidates: list[str]) -> None:
    answer = forslag(word, candidates)
    assert answer is None or answer in candidates
    assert answer == forslag(word, reversed(candidates)) == forslag(word, set(candidates))


@pytest.mark.parametrize("word", MOETE + SAK + FOLK)
def test_a_word_is_nearest_to_itself(word: str) -> None:
    assert forslag(word, MOETE + SAK + FOLK) == word
