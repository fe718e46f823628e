"""Attestations: who answers what, for whom, and by when. Unanswered is never more than a raad."""

from __future__ import annotations

import pytest

from smaa_registre import dom, meldinger, sagt, utfall

AARLIG = """
dato: 2024-03-01
regel: {regel: bekreftelse, hver: kalenderaar MER}
utvalg: {registrert_fra: 2022-01-01 UTVALG}
"""


def svar(dato: str, mer: str = "", bestemmelse: str = "regelen") -> str:
    return (
        f"hendelser: [{{hva: bekreftelse, bestemmelse: {bestemmelse}, dato: {dato}, ansvarlig: kari{mer}}}]\n"
    )


def aarlig(mer: str = "", utvalg: str = "") -> str:
    return AARLIG.replace(" MER", mer).replace(" UTVALG", utvalg)


def test_without_a_time_it_is_coverage_and_never_asked_for() -> None:
    assert dom("regel: {regel: bekreftelse, per: organisasjon}\nutvalg: {organisasjoner: ukjent}").funn == ()


@pytest.mark.parametrize("styrke", ["skal", "maa", "boer", "oenskelig"])
def test_an_unanswered_one_is_a_raad_whatever_the_strength(styrke: str) -> None:
    found = dom(aarlig(f", styrke: {styrke}"))
    assert sagt(found) == ["raad bekreftelse @ utvalg regelverk.0.id"]
    assert meldinger(found) == ["ingen har bekreftet «regelen» i 2022"]  # and not again in 2023: it lasts


@pytest.mark.parametrize(
    ("dato", "ventet"),
    [
        ("2022-01-01", ["i 2023"]),
        ("2022-12-31", ["i 2023"]),
        ("2023-01-01", ["i 2022"]),
        ("2021-12-31", ["i 2022"]),
    ],
)
def test_an_answer_holds_for_its_own_year(dato: str, ventet: list[str]) -> None:
    assert [
        text.removeprefix("ingen har bekreftet «regelen» ") for text in meldinger(dom(aarlig() + svar(dato)))
    ] == ventet


def test_an_answer_to_another_provision_is_none() -> None:
    rules = """
    dato: 2023-03-01
    regler:
      - {id: en, regel: bekreftelse, hver: kalenderaar}
      - {id: to, regel: bekreftelse}
    utvalg: {registrert_fra: 2022-01-01}
    """
    assert len(sagt(dom(rules + svar("2022-05-01", bestemmelse="to")), "en")) == 1
    assert sagt(dom(rules + svar("2022-05-01", bestemmelse="en")), "en") == []


def test_an_answer_of_which_nobody_knows_the_day() -> None:
    assert utfall(dom(aarlig() + svar("ukjent"))) == ["uvisst 2022", "uvisst 2023"]


@pytest.mark.parametrize(
    ("gjelder", "ventet"),
    [("", []), (", gjelder: [ffo, safo]", []), (", gjelder: ffo", ["for B i 2022"])],
)
def test_each_organisation(gjelder: str, ventet: list[str]) -> None:
    known = "organisasjoner: {ffo: {navn: A, type: lokal, side: bruker}, safo: {navn: B, type: lokal, side: bruker}}\n"
    text = aarlig(", per: organisasjon", ", organisasjoner: [ffo, safo], registrert_til: 2022-12-31") + known
    found = meldinger(dom(text + svar("2022-05-01", gjelder)))
    assert [message.removeprefix("ingen har bekreftet «regelen» ") for message in found] == ventet


def test_organisations_that_nobody_knows() -> None:
    text = aarlig(", per: organisasjon", ", organisasjoner: ukjent, registrert_til: 2022-12-31")
    assert utfall(dom(text)) == ["uvisst 2022"]


@pytest.mark.parametrize(
    ("gjelder", "ventet"), [("2022-03-10", []), ("2022-03-11", ["for kurset 10. mars 2022 i 2022"])]
)
def test_each_course(gjelder: str, ventet: list[str]) -> None:
    text = aarlig(", per: kurs", ", registrert_til: 2022-12-31")
    courses = svar("2022-05-01", f", gjelder: {gjelder}").replace(
        "[{", "[{hva: kurs, dato: 2022-03-10}, {", 1
    )
    found = meldinger(dom(text + courses))
    assert [message.removeprefix("ingen har bekreftet «regelen» ") for message in found] == ventet


RAAD = "raad bekreftelse @ medlemmer/kari oppnevninger.0.fra"
INNEN = """
dato: DAGEN
regel: {regel: bekreftelse, per: person, hvem: {side: bruker}, modul: 1, innen: 1 aar}
medlemmer/kari: {FELTER oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
"""


@pytest.mark.parametrize(
    ("dagen", "felter", "ventet"),
    [
        ("2023-01-01", "", []),
        ("2023-01-02", "", [RAAD]),
        ("2023-01-02", "opplaering: [{modul: 1, dato: 2023-01-01}],", []),
        ("2023-01-02", "opplaering: [{modul: 2, dato: 2022-01-01}],", [RAAD]),
        ("2023-01-02", "opplaering: ukjent,", ["uvisst kari"]),
        ("2023-01-02", "side: nav,", []),
        ("2023-01-02", "side: ukjent,", ["uvisst kari"]),
    ],
)  # fmt: skip
def test_each_person_who_has_not_had_the_module_by_the_end_of_the_first_year(
    dagen: str, felter: str, ventet: list[str]
) -> None:
    assert utfall(dom(INNEN.replace("DAGEN", dagen).replace("FELTER", felter))) == ventet


def test_one_who_is_attested_for_needs_no_more() -> None:
    text = INNEN.replace("DAGEN", "2023-06-01").replace("FELTER", "")
    assert utfall(dom(text + svar("2022-05-01", ", gjelder: kari"))) == []
    assert len(sagt(dom(text + svar("2022-05-01", ", gjelder: per")))) == 1


@pytest.mark.parametrize(
    ("oppnevninger", "ventet"),
    [
        ("{verv: medlem, fra: 2022-01-01, til: 2022-12-31}", []),
        ("{verv: medlem, fra: 2022-01-01, til: ukjent}", ["uvisst kari"]),
        ("{verv: medlem, fra: 2022-01-01, til: 2022-06-30}, {verv: medlem, fra: 2022-07-01}", [RAAD]),
        ("{verv: medlem, fra: 2022-01-01, til: 2022-06-30}, {verv: vara, fra: 2023-01-01}", [RAAD]),
        ("{verv: medlem, fra: 2022-01-01, til: 2022-06-30}, {verv: medlem, fra: 2023-01-02}", []),
    ],
)
def test_who_does_not_sit_when_the_time_is_up_is_not_asked_for(oppnevninger: str, ventet: list[str]) -> None:
    text = INNEN.replace("DAGEN", "2023-06-01").replace("FELTER", "")
    assert utfall(dom(text.replace("{verv: medlem, fra: 2022-01-01}", oppnevninger))) == ventet


@pytest.mark.parametrize(
    ("felter", "ventet"),
    [
        ("oppnevninger: [{verv: medlem, fra: 2020-01-01}]", ["raad bekreftelse @ utvalg regelverk.0.id"]),
        ("oppnevninger: [{verv: medlem, fra: 2020-01-01, til: 2022-12-30}]", []),
        ("oppnevninger: [{verv: medlem, fra: ukjent}]", ["uvisst 2022 kari"]),
        ("oppnevninger: [{verv: medlem, fra: 2020-01-01, til: ukjent}]", ["uvisst 2022 kari"]),
        ("side: ukjent, oppnevninger: [{verv: medlem, fra: 2020-01-01}]", ["uvisst 2022 kari"]),
        ("side: nav, oppnevninger: [{verv: medlem, fra: 2020-01-01, til: ukjent}]", []),
    ],
)
def test_each_person_who_sits_when_the_year_is_over(felter: str, ventet: list[str]) -> None:
    text = aarlig(", per: person, hvem: {side: bruker}", ", registrert_til: 2022-12-31")
    assert utfall(dom(f"{text}medlemmer/kari: {{{felter}}}\n")) == ventet


def test_a_course_of_which_nobody_knows_the_day() -> None:
    text = aarlig(", per: kurs", ", registrert_til: 2022-12-31")
    course = "{hva: kurs, dato: ukjent}"
    found = dom(f"{text}hendelser: [{course}]\n")
    assert utfall(found) == ["uvisst 2022 et kurs på en ukjent dag"]
    assert utfall(dom(text + svar("2022-05-01").replace("[{", f"[{course}, {{", 1))) == []
