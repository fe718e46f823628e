"""Small registers where only the year or the month of a day is known: what every day of it says, and no more."""

from __future__ import annotations

import pytest

from smaa_registre import dom as sett
from smaa_registre import meldinger, utfall

FOER_VALGET = """
regel: {regel: sammensetning, blant: redaksjonsraad, plasser: [{hvem: {side: nav}, antall: 1}]}
medlemmer/per: {oppnevninger: [{verv: redaksjonsraad, fra: 2022-01-01, til: 2022-09-14}]}
medlemmer/nina: {side: nav, oppnevninger: [{verv: redaksjonsraad, fra: FRA, til: 2022-09-14}]}
moeter/2022-09-14:
  saker: [{nr: 1/22, tittel: A, type: valg, valg: [{verv: redaksjonsraad, valgt: VALGT, fra: 2022-09-15}]}]
dato: 2023-01-01
"""
ALENE = "rettet redaksjonsraad 2022-01-01"


@pytest.mark.parametrize(
    ("fra", "ventet"),
    [
        ("2022-01-01", []),
        ("2022-01-02", [ALENE]),
        ("2022-01-31", [ALENE]),
        ("2022-01", ["uvisst redaksjonsraad"]),
        ("2022-02", ["uvisst redaksjonsraad", ALENE]),
        ("ukjent", ["uvisst redaksjonsraad"]),
    ],
)
def test_that_the_same_people_are_elected_later_does_not_hide_who_sat_before(
    fra: str, ventet: list[str]
) -> None:
    found = sett(FOER_VALGET.replace("FRA", fra).replace("VALGT", "[per, nina]"))
    assert utfall(found, "regelen") == ventet


def test_a_body_that_is_wrong_is_found_from_when_it_was_and_not_only_once_it_is_elected_anew() -> None:
    alone = FOER_VALGET.replace("verv: redaksjonsraad, fra: FRA", "verv: medlem, fra: 2020-01-01")
    found = sett(alone.replace("VALGT", "[per]"))
    assert utfall(found, "regelen") == [
        "feil sammensetning @ moeter/2022-09-14 saker.0.valg.0.valgt",
        "feil sammensetning @ utvalg regelverk.0.id",
    ]
    assert "fra 1. januar 2022 har redaksjonsrådet ingen fra Nav; regelverket vil ha 1 fra Nav" in meldinger(
        found
    )


ETTER_VALGET = """
regel: {regel: sammensetning, blant: redaksjonsraad, plasser: [{hvem: {side: nav}, antall: 1}]}
medlemmer/per: {oppnevninger: [{verv: redaksjonsraad, fra: PER, valgt_i: 1/22}]}
medlemmer/nina: {side: NINA, oppnevninger: [{verv: redaksjonsraad, fra: FRA, valgt_i: 1/22}]}
moeter/2022-08-10:
  saker: [{nr: 1/22, tittel: A, type: valg, valg: [{verv: redaksjonsraad, valgt: [per, nina], fra: 2022-09-15}]}]
dato: 2023-01-01
"""


@pytest.mark.parametrize(
    ("per", "nina", "fra", "ventet"),
    [
        ("2022-09-01", "bruker", "2022-09-01", ["feil"]),  # they took their seats early, and it is one breach
        ("2022-09", "bruker", "2022-09", ["feil"]),
        ("2022-09-01", "nav", "2022-09-02", ["rettet"]),  # a day without her
        ("2022-09-01", "nav", "2022-09", ["uvisst"]),
    ],
)
def test_those_who_sit_by_an_election_before_its_term_began_are_judged_by_it_where_they_began_as_one(
    per: str, nina: str, fra: str, ventet: list[str]
) -> None:
    found = sett(ETTER_VALGET.replace("PER", per).replace("NINA", nina).replace("FRA", fra))
    assert [said.split()[0] for said in utfall(found, "regelen")] == ventet


KJOENN = """
regel: {regel: sammensetning, blant: medlemmer, for_hver: kjoenn, naar: oppnevning, plasser: [{minst: 40 %}]}
hendelser:
  - {hva: oppnevningsrunde, dato: 2021-12-01, fra: 2022-01-01, kjoenn: {medlemmer: {kvinner: 6, menn: 2}}}
  - {hva: oppnevningsrunde, dato: 2021-12-01, fra: FRA, kjoenn: {medlemmer: {kvinner: 4, menn: MENN}}}
dato: 2023-06-01
"""


@pytest.mark.parametrize(
    ("fra", "menn", "ventet"),
    [
        ("2022-01-02", "4", "rettet"),
        ("2022-01-02", "1", "feil"),
        ("2022", "4", "uvisst"),
        ("2022", "1", "feil"),  # it mends nothing, whenever it was
        ("2022", "ukjent", "uvisst"),
        ("ukjent", "4", "uvisst"),
        ("2023-06", "4", "uvisst"),  # it may have begun today
        ("2023-07", "4", "feil"),  # it has not
        ("2021", "4", "feil"),  # it was before
    ],
)
def test_a_round_of_which_the_day_is_not_known_may_have_mended_the_one_before(
    fra: str, menn: str, ventet: str
) -> None:
    found = sett(KJOENN.replace("FRA", fra).replace("MENN", menn))
    (said,) = (u for u in utfall(found, "regelen") if u.endswith(("2022-01-01", "hendelser 0.kjoenn")))
    assert said.split()[0] == ventet


ETTERFULGT = """
regel: {regel: krav, hver: oppnevning, der: {verv: medlem}, skal_ha: {fullmakt: ja}}
medlemmer/kari:
  oppnevninger: [{verv: medlem, fra: 2020-01-01, til: 2021-12-31}, {verv: medlem, fra: 2022-01-01, fullmakt: ja}]
medlemmer/per: {oppnevninger: [{verv: medlem, fra: FRA, til: 2024-01-01, fullmakt: FULLMAKT}]}
hendelser: [{hva: oppnevningsrunde, dato: 2020-01-01}, {hva: oppnevningsrunde, dato: 2022-01-01}]
dato: 2023-01-01
"""


@pytest.mark.parametrize(
    ("fra", "fullmakt", "ventet"),
    [
        ("2022-01-01", "nei", "feil"),  # not all who were appointed anew are as they should be
        ("2022-01-02", "nei", "rettet"),
        ("2022-01", "nei", "uvisst"),
        ("ukjent", "nei", "uvisst"),
        ("2022-02", "nei", "rettet"),
        ("2021-12", "nei", "feil"),
        ("2022-01", "ja", "rettet"),
    ],
)
def test_one_of_whom_it_is_not_known_whether_they_were_appointed_by_then_may_be_in_the_way_of_what_is_put_right(
    fra: str, fullmakt: str, ventet: str
) -> None:
    found = sett(ETTERFULGT.replace("FRA", fra).replace("FULLMAKT", fullmakt))
    about = [u.split()[0] for u in utfall(found, "regelen") if "kari" in u]
    assert about == [ventet]


MANDATET = """
regel: {regel: krav, hver: oppnevning, der: {verv: medlem}, skal_ha: {fullmakt: ja}}
utvalg: {regelverk: [{id: regelverket, fra: 2022-01-01, til: 2022-12-31}]}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: FRA, fullmakt: nei}]}
dato: 2024-01-01
"""


@pytest.mark.parametrize(
    ("fra", "ventet"),
    [
        ("2021", []),  # whichever day it was, the mandate did not bind
        ("2021-12", []),
        ("2023", []),
        ("2022", ["feil"]),  # whichever day it was, it did
        ("2022-06", ["feil"]),
        ("ukjent", ["uvisst"]),
    ],
)
def test_who_was_appointed_before_the_mandate_is_not_judged_by_it_whichever_day_it_was(
    fra: str, ventet: list[str]
) -> None:
    found = sett(MANDATET.replace("FRA", fra))
    assert [u.split()[0] for u in utfall(found, "regelen")] == ventet


def test_of_a_year_that_the_mandate_began_in_nobody_knows() -> None:
    found = sett(MANDATET.replace("fra: 2022-01-01,", "fra: 2022-03-01,").replace("FRA", "2022"))
    assert [u.split()[0] for u in utfall(found, "regelen")] == ["uvisst"]


VERVET = """
regel: {regel: krav, hver: oppnevning, der: {verv: leder}, skal_ha: {fullmakt: ja}}
medlemmer/kari:
  oppnevninger:
    - {verv: leder, fra: 2020-01-01, til: 2021-12-31}
    - {verv: leder, fra: 2021-06-01, til: TIL, fullmakt: ja}
medlemmer/per: {oppnevninger: [{verv: leder, fra: 2022-01-10, fullmakt: ja}]}
dato: 2023-01-01
"""


@pytest.mark.parametrize(
    ("til", "ventet"),
    [("2022-01-09", "rettet"), ("2022-01-10", "feil"), ("2022-01", "uvisst"), ("2021-12", "rettet")],
)
def test_nobody_has_taken_over_while_the_same_person_goes_on(til: str, ventet: str) -> None:
    found = sett(VERVET.replace("TIL", til))
    assert [u.split()[0] for u in utfall(found, "regelen")] == [ventet]


SITTER_ENNAA = """
regel: {regel: funksjonstid, hvem: {verv: leder}, GRENSE}
medlemmer/kari: {oppnevninger: [{verv: leder, fra: FRA}]}
dato: 2024-06-01
"""


@pytest.mark.parametrize("grense", ["lengde: 4 aar", "paa_rad: 4 aar"])
@pytest.mark.parametrize(
    ("fra", "ventet"),
    [
        ("2020-06-01", "advarsel"),
        ("2020-06-02", ""),
        ("2020-05", "advarsel"),
        ("2020-06", "uvisst"),  # four years have gone since the first of the month, and of no other day of it
        ("2020-07", ""),  # whichever day it was, not yet
        ("2020", "uvisst"),
    ],
)
def test_a_term_of_which_no_end_is_known_may_have_lasted_too_long_by_today(
    grense: str, fra: str, ventet: str
) -> None:
    found = sett(SITTER_ENNAA.replace("GRENSE", grense).replace("FRA", fra))
    assert [u.split()[0] for u in utfall(found, "regelen")] == ([ventet] if ventet else [])


ET_VALG_SOM_VENTER = """
regel: {regel: sammensetning, blant: verv, plasser: [{hvem: {verv: sekretaer}, minst: 1}]}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2021-01-01}]}
medlemmer/nina: {side: nav, oppnevninger: [{verv: sekretaer, fra: 2022-02-01}]}
medlemmer/per: {oppnevninger: [{verv: redaksjonsraad, fra: FRA, valgt_i: 1/22}]}
moeter/2022-09-14:
  status: innkalt
  saker: [{nr: 1/22, tittel: A, type: valg, valg: [{verv: redaksjonsraad, valgt: [per], fra: FRA}]}]
hendelser: [{hva: oppnevningsrunde, dato: 2021-01-01}]
dato: 2023-01-01
"""


@pytest.mark.parametrize("naar", ["alltid", "oppnevning"])
@pytest.mark.parametrize(
    ("fra", "ventet"),
    [
        ("2022-02-01", "feil"),  # those who are there then, are so by an election that was not held
        ("2022-02-02", "rettet"),
        ("2022", "uvisst"),
        ("2022-02", "uvisst"),
        ("2022-03", "rettet"),
        ("2022-01", "feil"),
    ],
)
def test_one_who_may_not_have_sat_yet_does_not_keep_others_from_putting_it_right(
    naar: str, fra: str, ventet: str
) -> None:
    text = ET_VALG_SOM_VENTER.replace("blant: verv", f"blant: verv, naar: {naar}")
    assert [u.split()[0] for u in utfall(sett(text.replace("FRA", fra)), "regelen")] == [ventet]


OVERTATT = """
regel: {regel: funksjonstid, hvem: {verv: leder}, lengde: 1 aar, paa_rad: 1 periode}
medlemmer/per: {oppnevninger: [{verv: leder, fra: FRA, til: 2021-11-30}]}
medlemmer/kari:
  oppnevninger: [{verv: leder, fra: 2021-12-01, til: 2022-05-30}, {verv: leder, fra: 2022-05-31, til: 2022-11-30}]
dato: 2023-01-01
"""


@pytest.mark.parametrize(
    ("fra", "ventet"),
    [
        ("2021-05-30", ["feil"]),  # his year would have ended the day before hers did: she had no rest of it
        ("2021-05-31", []),
        ("2021-06", ["uvisst"]),  # of how long she had it, too
        ("2021-05", ["uvisst"]),
        ("2021", ["uvisst"]),
        ("2020", ["feil"]),
    ],
)
def test_whether_somebody_took_over_is_not_known_where_the_first_day_of_the_other_is_not(
    fra: str, ventet: list[str]
) -> None:
    found = utfall(sett(OVERTATT.replace("FRA", fra), hele=True), "regelen")
    assert [u.split()[0] for u in found if "kari" in u] == ventet
