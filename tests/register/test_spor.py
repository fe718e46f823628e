"""What is asked while a council is judged: all of it is noted, and what it is answered from is not."""

from __future__ import annotations

import pytest

from brukerutvalg_cli.model.omriss import NAVN_PAA_FOLK, UTVALGET, Omland
from brukerutvalg_cli.model.organisasjonene import om_en
from brukerutvalg_cli.register.spor import (
    ALLE,
    FELLES,
    FELLES_FILER,
    HELE,
    KJENT,
    OVERORDNET,
    PERSONFILER,
    SATSER,
    UFORUTSETT,
    VERTER,
    SporetLandet,
)
from brukerutvalg_cli.register.tree import MemoryTree
from tjue_utvalg import tjue_utvalg

EN, TO = "utvalg-01", "utvalg-02"


@pytest.fixture
def landet() -> SporetLandet:
    found = SporetLandet(MemoryTree(tjue_utvalg(6)), lambda path, raw: None)
    found.forbered()
    return found


def test_a_question_is_noted_and_not_what_it_is_answered_from(landet: SporetLandet) -> None:
    asked = landet.lytt()
    landet.svaret(NAVN_PAA_FOLK, TO)
    assert asked == {(NAVN_PAA_FOLK.navn, TO)}
    landet.svaret(NAVN_PAA_FOLK, TO)
    assert asked == {(NAVN_PAA_FOLK.navn, TO)}
    with landet.uhoert():
        landet.svaret(UTVALGET, TO)
    assert asked == {(NAVN_PAA_FOLK.navn, TO)}


def test_a_question_answered_before_is_one_for_the_next_who_asks(landet: SporetLandet) -> None:
    for _ in range(2):
        asked = landet.lytt()
        landet.svaret(UTVALGET, TO)
        assert asked == {(UTVALGET.navn, TO)}


def test_the_council_at_hand_may_be_read_and_another_is_a_question(landet: SporetLandet) -> None:
    asked = landet.lytt()
    landet.hent([EN])
    landet.tree.read(f"records/utvalg/{EN}/utvalg.yaml")
    assert asked == set()
    landet.tree.read(f"records/utvalg/{TO}/utvalg.yaml")
    assert asked == {(HELE, TO)}


def test_a_whole_council_is_asked_for_with_those_that_hold_meetings_with_it(landet: SporetLandet) -> None:
    landet.hent([EN])
    asked = landet.lytt()
    mappe = landet.mappen(TO)
    assert {(HELE, TO), (VERTER, TO)} <= asked
    assert mappe
    assert isinstance(landet.register([EN]).underordnede(TO), tuple)
    assert (OVERORDNET, ALLE) in asked


def test_the_other_questions_have_names_of_their_own(landet: SporetLandet) -> None:
    asked = landet.lytt()
    assert landet.kjente
    list(landet.har_person("kari"))
    landet.uleste(TO, frozenset(("moeter",)))
    assert asked == {(KJENT, ALLE), (PERSONFILER, ALLE), ("uleste moeter", TO)}


def test_what_nobody_thought_of_is_said_to_be_so(landet: SporetLandet) -> None:
    for ask in (lambda: landet.tree.exists("records/x"), lambda: list(landet.som_sier(["x"], frozenset()))):
        asked = landet.lytt()
        ask()
        assert (UFORUTSETT, "") in asked


# ── What all share ────────────────────────────────────────────────────────────────────────────────


def test_a_file_that_all_share_is_asked_for_by_its_path(landet: SporetLandet) -> None:
    asked = landet.lytt()
    landet.tree.read("records/organisasjoner.yaml")
    assert asked == {("fil records/organisasjoner.yaml", FELLES)}


def test_an_organisation_is_asked_for_alone_also_one_that_is_not_there(landet: SporetLandet) -> None:
    bodies = landet.register(()).organisasjoner
    asked = landet.lytt()
    assert bodies["ffo"].navn == "FFO"
    assert "safo" not in bodies
    assert asked == {(om_en("ffo"), FELLES), (om_en("safo"), FELLES)}


def test_a_rule_set_brings_along_what_was_asked_to_spell_its_names(landet: SporetLandet) -> None:
    """A group that is spelt otherwise than it is declared: each time, though it is found out once."""
    for _ in range(2):
        asked = landet.lytt()
        rules = landet.regelverk(landet.register(()))
        asked.clear()
        assert "to" in rules
        assert ("regelverk to", FELLES) in asked
        assert ("regelverk en", FELLES) not in asked
        assert rules.get("finnes-ikke") is None
        assert ("regelverk finnes-ikke", FELLES) in asked


def test_what_no_rule_asks_for_is_noted_when_one_does(landet: SporetLandet) -> None:
    register = landet.register(())
    for look, what in ((register.satser, SATSER), (register.felles_paths, FELLES_FILER)):
        asked = landet.lytt()
        list(look)
        assert asked == {(what, FELLES)}


def test_all_that_may_be_asked_of_other_councils_is_noted() -> None:
    """A whole council is read by `lest`, which is."""
    questions = {name for name in vars(Omland) if not name.startswith("_")}
    assert questions - {"mappen"} <= vars(SporetLandet).keys()
