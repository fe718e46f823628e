"""The seal on approved minutes: a letter changed is seen, and what becomes of the minutes later is not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from brukerutvalg_cli.model.eldre_segl import eldre_segl
from brukerutvalg_cli.model.forseglet import Segl
from brukerutvalg_cli.model.segl import UTENFOR, brutt, innhold, segl
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import MemoryTree
from smaa_registre import dom, filer, tree, utfall
from tilfeldige_registre import mappe

DAG = date(2022, 9, 22)
MOETE: dict[str, Any] = {
    "moeteleder": "kari",
    "oppmoete": [{"person": "kari"}],
    "saker": [
        {
            "nr": "1/22",
            "tittel": "Strategi",
            "type": "droefting",
            "referat": "Alle var enige.",
            "vedtak": {"tekst": "Ja."},
            "oppfoelging": [{"hva": "Spør", "ansvarlig": "kari", "frist": "2022-10-01"}],
        }
    ],
}


def seglet(moete: dict[str, Any]) -> str:
    return innhold(mappe({}, moeter={DAG: moete}).moeter[0])


def med(**felter: Any) -> dict[str, Any]:
    return MOETE | {"saker": [MOETE["saker"][0] | felter]}


@pytest.mark.parametrize(
    "endret",
    [
        MOETE | {"moeteleder": "per"},
        MOETE | {"oppmoete": [{"person": "per"}]},
        MOETE | {"forfall": ["per"]},
        med(referat="Alle var uenige."),
        med(vedtak={"tekst": "Nei."}),
        med(oppfoelging=[{"hva": "Spør igjen", "ansvarlig": "kari", "frist": "2022-10-01"}]),
        med(valg=[{"verv": "leder", "valgt": ["kari"], "fra": "2023-01-01"}]),
    ],
)
def test_a_change_of_what_was_approved_breaks_it(endret: dict[str, Any]) -> None:
    assert seglet(endret) != seglet(MOETE)


@pytest.mark.parametrize(
    "endret",
    [
        MOETE | {"merknad": "Husk dette."},
        MOETE | {"sendt": {"referat": "2022-09-30"}},
        MOETE | {"referat": {"publisert": {"dato": "2022-12-01"}}},
        med(merknad="Internt."),
        med(etter_moetet="Det er nå gjort."),
        med(svar="Takk."),
        med(oppfoelging=[MOETE["saker"][0]["oppfoelging"][0] | {"fullfoert": "2022-09-30"}]),
    ],
)
def test_what_becomes_of_it_later_does_not(endret: dict[str, Any]) -> None:
    assert seglet(endret) == seglet(MOETE)


def test_when_absence_was_reported_is_not_in_the_minutes() -> None:
    plain = MOETE | {"forfall": ["per"]}
    with_day = MOETE | {"forfall": [{"person": "per", "meldt": "2022-09-20"}]}
    assert seglet(with_day) == seglet(plain)
    one, other = (eldre_segl(mappe({}, moeter={DAG: each}).moeter[0]) for each in (plain, with_day))
    assert one == other


ELDRE = """
moeter/2022-09-22: {referat: {godkjent: {moete: 2022-11-16, sak: 1/22, segl: SEGL}}}
moeter/2022-11-16: {saker: [{nr: 1/22, tittel: R, type: godkjenning, godkjenner: [2022-09-22]}]}
"""


def test_an_older_seal_is_still_of_what_it_was() -> None:
    whole = MOETE | {"sted": {"navn": "Rådhuset"}, "tid": "12:15", "forfall": ["per"]}
    assert eldre_segl(mappe({}, moeter={DAG: whole}).moeter[0]) == "d6a39e8b80bfa581"
    sealed = eldre_segl(mappe({}, moeter={DAG: {}}).moeter[0])
    assert utfall(dom(ELDRE.replace("SEGL", sealed))) == []
    assert utfall(dom(ELDRE.replace(", segl: SEGL", ""))) == []
    assert utfall(dom(ELDRE.replace("SEGL", "0" * 16))) == [
        "feil segl @ moeter/2022-09-22 referat.godkjent.segl"
    ]


def test_all_that_a_record_may_say_is_in_the_seal_or_outside_it_for_a_reason() -> None:
    for model, outside in UTENFOR.items():
        assert outside.keys() <= model.model_fields.keys()
        assert all(outside.values())


REGISTER: dict[str, Any] = {
    "organisasjoner": {
        "ffo": {"navn": "Funksjonshemmedes", "forkortelse": "FFO", "type": "paraply", "side": "bruker"}
    },
    "utvalg": {"navn": "Utvalget"},
    "medlemmer/kari": {
        "navn": "Kari Nordmann",
        "representerer": "ffo",
        "oppnevninger": [{"verv": "medlem", "fra": "2022-01-01"}],
    },
    "moeter/2022-09-22": MOETE,
    "moeter/2022-11-16": {},
}
KARI, FFO = REGISTER["medlemmer/kari"], REGISTER["organisasjoner"]["ffo"]
FOER = {"til": "2022-12-31"}


def forseglet(register: dict[str, Any]) -> Segl:
    loaded = load(tree(register)).register
    council = loaded.mapper["utvalget"]
    return segl(loaded, council, council.moeter[0])


@pytest.mark.parametrize(
    ("endret", "hva"),
    [
        ({"medlemmer/kari": KARI | {"navn": "Kari Vik"}}, ["navnet på en person"]),
        ({"organisasjoner": {"ffo": FFO | {"forkortelse": "FFO Norge"}}}, ["navnet på en organisasjon"]),
        ({"utvalg": {"navn": "Rådet"}}, ["navnet på utvalget, eller på et verv eller en side i det"]),
        ({"utvalg": {"maalform": "nn"}}, ["navnet på utvalget, eller på et verv eller en side i det"]),
        (
            {"medlemmer/per": {"oppnevninger": [{"verv": "medlem", "fra": "2022-01-01"}]}},
            ["hvem som var der, eller hvem som satt i utvalget", "navnet på en person"],
        ),
        ({"moeter/2022-09-22": med(referat="Nei.")}, ["sakene"]),
        ({"moeter/2022-09-22": med(vedlegg=[{"tittel": "Plan"}])}, ["vedleggene"]),
        ({"moeter/2022-09-22": MOETE | {"tid": "12:00"}}, ["tid, sted, form eller innledning"]),
    ],
)
def test_what_differs_is_told(endret: dict[str, Any], hva: list[str]) -> None:
    assert brutt(forseglet(REGISTER | endret), forseglet(REGISTER)) == hva


@pytest.mark.parametrize(
    "endret",
    [
        {"medlemmer/kari": KARI | {"navn": "Kari Vik", "tidligere_navn": [FOER | {"navn": "Kari Nordmann"}]}},
        {
            "organisasjoner": {
                "ffo": FFO
                | {
                    "forkortelse": "FN",
                    "tidligere_navn": [FOER | {"navn": "Funksjonshemmedes", "forkortelse": "FFO"}],
                }
            }
        },
        {"utvalg": {"navn": "Rådet", "tidligere_navn": [FOER | {"navn": "Utvalget"}]}},
        {"medlemmer/kari": KARI | {"publisering": "kun_organisasjon"}},
        {"moeter/2022-10-01": {"status": "planlagt"}},
    ],
)
def test_a_name_with_its_days_and_a_new_meeting_break_nothing(endret: dict[str, Any]) -> None:
    assert forseglet(REGISTER | endret) == forseglet(REGISTER)


def test_a_template_of_the_councils_own_is_part_of_it() -> None:
    files = filer(REGISTER)

    def with_templates(**own: str) -> Segl:
        mine = {f"records/utvalg/utvalget/templates/{name}.md.j2": text for name, text in own.items()}
        loaded = load(MemoryTree(files | mine)).register
        return segl(loaded, loaded.mapper["utvalget"], loaded.mapper["utvalget"].moeter[0])

    plain = with_templates()
    assert brutt(with_templates(referat="Hei"), plain) == ["malen for referatet"]
    assert with_templates(innkalling="Hei") == plain


def test_a_seal_is_no_number_of_anybodys() -> None:
    """A sum of digits is an account now and then, by its check digit, and approving was then refused."""
    sums = [innhold(mappe({}, moeter={DAG: med(referat=f"Sak {n}")}).moeter[0]) for n in range(40)]
    assert all(each.isalpha() for each in sums)
    assert len(set(sums)) == 40


def test_a_seal_with_digits_in_it_is_the_same_seal() -> None:
    now = forseglet(REGISTER)
    letters = str.maketrans("ghijklmnop", "0123456789")
    older = {key: value.translate(letters) for key, value in now.model_dump().items()}
    assert any(any(map(str.isdigit, each)) for each in older.values())
    assert Segl(**older) == now
