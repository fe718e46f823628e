"""Whoever is named, in the ways people name them; and all that is printed of one can be given back."""

from __future__ import annotations

import pytest

from brukerutvalg_cli.cli import kjente
from brukerutvalg_cli.cli.svar import Ugyldig, alle, en_av, flere, helst_en_av
from brukerutvalg_cli.nevnt import SYNONYMER, Kjent, nevnte
from brukerutvalg_cli.ord.i_ord import Her, med_id, omtalt
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree
from smaa_registre import ROOT

FOLK = [
    Kjent("kari-nordmann", ("Kari Nordmann",)),
    Kjent("kari-anne-berg", ("Kari Anne Berg",)),
    Kjent("oeystein-boe", ("Øystein Bø",)),
    Kjent("aase-oedegaard", ("Åse Ødegård",)),
    Kjent("ole-sorlie", ("Ole Sørlie",)),
]
VERV = [Kjent(name) for name in ("leder", "medlem", "vara", "sekretaer", "redaksjonsraad")]
FFO = Kjent("ffo", ("Funksjonshemmedes Fellesorganisasjon", "FFO"))


@pytest.mark.parametrize(
    ("sagt", "ment"),
    [
        ("kari-nordmann", "kari-nordmann"),
        ("Kari Nordmann", "kari-nordmann"),
        ("KARI  NORDMANN", "kari-nordmann"),
        ("Nordmann, Kari", "kari-nordmann"),
        ("Kari Nordmann (kari-nordmann)", "kari-nordmann"),
        ("nordmann", "kari-nordmann"),
        ("Kari Berg", "kari-anne-berg"),
        ("kari n", "kari-nordmann"),
        ("Øystein", "oeystein-boe"),
        ("Oeystein Boe", "oeystein-boe"),
        ("Öystein Bö", "oeystein-boe"),
        ("A\u030ase", "aase-oedegaard"),  # å in two parts, as macOS has it
        ("Ase Odegard", "aase-oedegaard"),  # a keyboard without our letters
        ("Odegard", "aase-oedegaard"),
        ("Sorlie", "ole-sorlie"),
        ("ole", "ole-sorlie"),
        ("Per", ""),
        ("k", ""),
        ("", ""),
    ],
)
def test_a_person(sagt: str, ment: str) -> None:
    assert [one.id for one in nevnte(sagt, FOLK)] == ([ment] if ment else [])


def test_where_it_may_be_several_they_are_all_meant() -> None:
    assert [one.id for one in nevnte("Kari", FOLK)] == ["kari-nordmann", "kari-anne-berg"]
    with pytest.raises(Ugyldig, match=r"Kari Nordmann \(kari-nordmann\) eller Kari Anne Berg") as error:
        en_av(FOLK)("kari")
    assert [one.id for one in error.value.valg] == ["kari-nordmann", "kari-anne-berg"]


@pytest.mark.parametrize(
    ("sagt", "ment"),
    [
        ("varamedlem", "vara"),
        ("Varamann", "vara"),
        ("vararepresentant", "vara"),
        ("Leiar", "leder"),
        ("sekretær", "sekretaer"),
        ("Brukerrepresentant", "medlem"),
        ("redaksjonsrådet", "redaksjonsraad"),
    ],
)
def test_a_synonym_goes_by_its_meaning(sagt: str, ment: str) -> None:
    assert [one.id for one in nevnte(sagt, VERV)] == [ment]


def test_a_word_means_what_can_be_meant_there() -> None:
    """A brukerrepresentant is a verv among verv, and a side among sides."""
    assert [one.id for one in nevnte("brukerrepresentant", [Kjent("bruker"), Kjent("nav")])] == ["bruker"]
    assert nevnte("brukerrepresentant", [Kjent("nav")]) == []


def test_an_organisation_by_its_name_abbreviation_and_beginning() -> None:
    assert {
        one.id
        for said in ("ffo", "FFO", "funksjonshemmedes fell", FFO.kalt[0])
        for one in nevnte(said, [FFO])
    } == {"ffo"}


def test_a_number_is_whole() -> None:
    cases = [Kjent("12/23", ("Ventetid", "sak 12/23")), Kjent("1/23", ("Referat", "sak 1/23"))]
    assert [one.id for one in nevnte("sak 1/23", cases)] == ["1/23"]
    assert nevnte("2/23", cases) == []


def test_free_text_is_not_taken_for_a_beginning() -> None:
    read = helst_en_av(FOLK, slingring=100)
    assert read("Kari Nordmann") == "kari-nordmann"
    assert read("ole") == "ole-sorlie"
    assert read("Ol") == "Ol"
    assert read("Nav Storelva og kommunen") == "Nav Storelva og kommunen"


def test_who_is_not_to_be_named_is_understood_and_not_told_of() -> None:
    hidden = [Kjent("p-1", ("Hemmelig Navnesen",), navngis=False), Kjent("p-2", ("Hemmelig Hansen",))]
    assert en_av(hidden)("hemmelig navnesen") == "p-1"
    with pytest.raises(Ugyldig) as error:
        en_av(hidden)("hemmelig")
    assert "Navnesen" not in str(error.value)
    assert "p-1" in str(error.value)


def test_no_synonym_means_two_things_among_the_same() -> None:
    groups = (VERV, [Kjent("bruker"), Kjent("nav"), Kjent("kommune")])
    for known in groups:
        words = [word for one in known for word in SYNONYMER.get(one.id, ())]
        for word in words:
            assert len(nevnte(word, known)) == 1, word


LASTET = load(WorkTree(ROOT))
MAPPER = LASTET.register.mapper


@pytest.mark.parametrize("name", sorted(MAPPER))
def test_everything_printed_of_the_shipped_records_is_understood(name: str) -> None:
    """As the findings, lists and receipts say it, in the council where they say it."""
    mappe, register = MAPPER[name], LASTET.register
    her = Her(mappe, register)
    for known in (
        kjente.personer(mappe, register),
        kjente.organisasjoner(register),
        kjente.utvalgene(register),
        kjente.verv(mappe),
        kjente.sider(mappe),
        kjente.saker(mappe.moeter),
        kjente.innmeldte(mappe),
    ):
        for one in known:
            printed = {one.id, one.vist, omtalt(one.id, her), med_id(one.id, her), *one.kalt}
            for text in printed:
                found = [each.id for each in nevnte(text, known)]
                assert one.id in found, (text, found)


@pytest.mark.parametrize(
    ("sagt", "ment"),
    [
        (["Kari Nordmann, Øystein"], ["kari-nordmann", "oeystein-boe"]),
        (["Nordmann, Kari"], ["kari-nordmann"]),
        (["Nordmann, Kari", "Ole"], ["kari-nordmann", "ole-sorlie"]),
        (["ingen"], []),
        (["Øystein, oeystein-boe"], ["oeystein-boe"]),
    ],
)
def test_several_may_be_said_at_once(sagt: list[str], ment: list[str]) -> None:
    assert alle("--forfall", sagt, "Hvem?", en_av(FOLK)) == ment


def test_two_that_are_named_are_two() -> None:
    """What is printed of one has commas in it; and so has a list of several, of whom none is lost."""
    people = [Kjent("kari", ("Kari Nordmann",)), Kjent("ola", ("Ola Berg",)), Kjent("leder")]
    read = flere(en_av(people))
    assert read("Kari Nordmann (kari), Ola Berg (ola)") == ["kari", "ola"]
    assert read("Kari Nordmann (FFO), leder") == ["kari", "leder"]
    assert read("Nordmann, Kari") == ["kari"]
    one = en_av(people[:2])
    assert {one(said) for said in ("Kari Nordmann, leiar", "Kari Nordmann (FFO), vara for Ola Berg")} == {
        "kari"
    }
    with pytest.raises(Ugyldig):
        one("Kari Nordmann (kari), Ola Berg (ola)")


@pytest.mark.parametrize(
    ("sagt", "ment"), [("bokmål", "nb"), ("Nynorsk", "nn"), ("nn", "nn"), ("norsk", None)]
)
def test_a_form_of_the_language(sagt: str, ment: str | None) -> None:
    assert [one.id for one in nevnte(sagt, [Kjent("nb"), Kjent("nn")])] == [ment] * bool(ment)
