"""What is worked out once: the same answer as anew, and never another record's."""

from __future__ import annotations

from datetime import date

import pytest

from brukerutvalg_cli.endring.yamltekst import flyt, ord_
from brukerutvalg_cli.kontroll.personvern import private_i
from brukerutvalg_cli.model.antakelse import antatt_i, uten
from brukerutvalg_cli.model.en_gang import en_gang
from brukerutvalg_cli.model.medlem import Medlem
from brukerutvalg_cli.register.load import load
from smaa_registre import UTVALG, tree

KARI = "medlemmer/kari: {navn: Kari Nordmann, merknad: MERKNAD}"


def kari(merknad: str = "Bor på Voss.") -> Medlem:
    return load(tree(KARI.replace("MERKNAD", merknad))).register.mapper["utvalget"].medlemmer["kari"]


def test_a_record_is_asked_about_once_and_a_copy_of_it_anew() -> None:
    asked: list[str] = []

    @en_gang
    def navnet(medlem: Medlem) -> str:
        asked.append(medlem.navn)
        return medlem.navn

    one = kari()
    other = one.model_copy(update={"navn": "Kari Berg"})
    assert [navnet(each) for each in (one, one, other, one.model_copy())] == [*["Kari Nordmann"] * 2,
                                                                              "Kari Berg", "Kari Nordmann"]  # fmt: skip
    assert asked == ["Kari Nordmann", "Kari Berg", "Kari Nordmann"]


def test_what_a_record_remembers_is_no_part_of_it() -> None:
    one, other = kari(), kari("Bor på Voss.").model_copy()
    list(private_i(one))
    assert one == other
    assert (one.model_dump(), repr(one)) == (other.model_dump(), repr(other))


def test_a_copy_is_not_called_as_what_it_was_copied_from() -> None:
    one = load(tree("moeter/2022-11-16: {form: fysisk}")).register.mapper["utvalget"].moeter[0]
    assert one.navn == "2022-11-16"
    moved = one.model_copy(update={"dato": date(2022, 11, 17)})
    assert moved.navn == "2022-11-17"
    assert moved.lagt_i(f"{UTVALG}/moeter/2022-11-17-2.yaml").navn == "2022-11-17-2"
    assert one.navn == "2022-11-16"


def test_a_file_is_read_once_while_it_holds_the_same() -> None:
    assert kari() is kari()
    assert kari("Bor på Stord.") is not kari()
    assert kari("Bor på Stord.").merknad == "Bor på Stord."


def test_the_same_bytes_in_another_file_are_another_record() -> None:
    found = load(tree("medlemmer/kari: {navn: Kari}\nmedlemmer/ola: {navn: Kari}")).register
    people = found.mapper["utvalget"].medlemmer
    assert [each.path for each in people.values()] == [
        f"{UTVALG}/medlemmer/{n}.yaml" for n in ("kari", "ola")
    ]


def test_what_is_private_is_seen_in_a_copy_of_a_record_without_it() -> None:
    clean = kari()
    assert list(private_i(clean)) == []
    assert list(private_i(clean.model_copy(update={"merknad": "Ring 91 23 45 67."})))
    noted = ["Bor på Voss."]
    assert list(private_i(noted)) == []
    noted.append("Ring 91 23 45 67.")
    assert list(private_i(noted))


def test_a_rule_set_names_what_it_says_and_not_what_the_one_before_said() -> None:
    rule = "regel: {{regel: krav, hver: oppnevning, der: {{verv: {}}}, skal_ha: {{side: bruker}}}}"
    sets = [load(tree(rule.format(verv))).regelverk["regelverket"] for verv in ("leder", "vara")]
    assert [{each.navn for each in rules.navn} for rules in sets * 2] == [
        {"leder", "bruker"}, {"vara", "bruker"}, {"leder", "bruker"}, {"vara", "bruker"}]  # fmt: skip


@pytest.mark.parametrize("text", ["ja", "1, 2", "null", "", "[a]", "# a", "a: b"])
def test_a_text_is_written_the_same_the_second_time(text: str) -> None:
    assert (flyt(text), ord_(text)) == (flyt(text), ord_(text))
    assert flyt([text]) == f"[{flyt(text)}]"


def test_what_is_assumed_is_found_in_a_copy_of_a_record_without_it() -> None:
    def place(medlem: Medlem) -> list[str]:
        return [".".join(map(str, each.place.route)) for each in antatt_i(medlem, medlem.at())]

    clean = kari()
    assumed = load(tree("medlemmer/kari: {oppnevninger: [{verv: medlem, fra: {antatt: 2022-01-01}}]}"))
    terms = assumed.register.mapper["utvalget"].medlemmer["kari"].oppnevninger
    copy = clean.model_copy(update={"oppnevninger": terms})
    assert (place(clean), place(copy)) == ([], ["oppnevninger.0.fra"])
    assert uten(clean, clean.at()) is clean
    assert uten(copy, copy.at()).oppnevninger != terms
