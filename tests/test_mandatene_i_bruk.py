"""The mandates at work: what a secretary would run into, judged by the shipped rule sets."""

from __future__ import annotations

import pytest

from brukerutvalg_cli.model.medlem import Medlem, Oppnevning
from brukerutvalg_cli.model.moete import Oppmoete
from smaa_registre import dom, meldinger, sagt, utfall


def sitter(person: str, *terms: tuple[str, str, str], felter: str = "") -> str:
    listed = ", ".join(
        f"{{verv: {verv}, fra: {fra}{f', til: {til}' if til else ''}}}" for verv, fra, til in terms
    )
    return f"medlemmer/{person}: {{{felter}oppnevninger: [{listed}]}}\n"


# Training at county level

NINA = sitter("nina", ("medlem", "2021-01-01", ""), felter="side: nav, ")
TRENT = sitter(
    "nina", ("medlem", "2021-01-01", ""), felter="side: nav, opplaering: [{modul: 2, dato: 2021-06-01}], "
)
FYLKE = (
    "mandat: opplaering-fylke\nutvalg: {nivaa: fylke, regelverk: [{id: opplaering-fylke, fra: 2020-01-01}]}\n"
)


def test_module_2_is_asked_of_nav_s_own_too() -> None:
    assert sagt(dom(FYLKE + NINA), "modul-2") == ["advarsel krav @ medlemmer/nina oppnevninger.0.fra"]
    assert sagt(dom(FYLKE + TRENT), "modul-2") == []
    assert utfall(dom(FYLKE + NINA), "modul-1") == []  # that is for the organisations


def test_a_local_council_that_has_not_adopted_the_guideline_is_not_asked() -> None:
    local = "mandat: opplaering-fylke\nutvalg: {nivaa: lokal, regelverk: []}\n"
    assert dom(local + NINA).funn == ()


# Renewal

RUNDER = """hendelser:
- {hva: oppnevningsrunde, dato: 2019-12-01, fra: 2020-01-01, til: 2021-12-31}
- {hva: oppnevningsrunde, dato: 2021-12-01, fra: 2022-01-01, til: 2023-12-31}
"""
FOER, NAA = ("medlem", "2020-01-01", "2021-12-31"), ("medlem", "2022-01-01", "2023-12-31")


@pytest.mark.parametrize(
    ("folk", "ventet"),
    [
        (
            sitter("kari", FOER) + sitter("per", NAA) + sitter("ida", NAA),
            ["feil sammensetning @ hendelser 1.fra"],
        ),
        (sitter("kari", FOER, NAA) + sitter("per", FOER, NAA), ["feil sammensetning @ hendelser 1.fra"]),
        (sitter("kari", FOER, NAA) + sitter("per", NAA), []),
        (sitter("kari", FOER) + sitter("per", FOER), []),  # the first round has nobody to keep
    ],
    ids=["alle nye", "alle på nytt", "en av hver", "første runde"],
)
@pytest.mark.parametrize(
    ("mandat", "bestemmelse"), [("mal-nav-kontor-2015", "fornyelse"), ("nav-vestland-2019", "fornying")]
)
def test_renewal(mandat: str, bestemmelse: str, folk: str, ventet: list[str]) -> None:
    first_only = "\n".join(RUNDER.splitlines()[:2]) + "\n"
    rounds = RUNDER if "2022" in folk else first_only
    assert sagt(dom(f"mandat: {mandat}\n{rounds}{folk}"), bestemmelse) == ventet


# Votes

GJEST = """
mandat: nav-troendelag-2020
utvalg: {ungdomsraad: unge}
utvalgene/unge/utvalg: {navn: Ungdomsrådet, nivaa: ungdom, maalform: nb}
moeter/2022-11-16: {oppmoete: [{navn: Iben, fra_utvalg: unge, verv: leder, stemmerett: ja}]}
"""
NAV_STEMTE = """
mandat: nav-troendelag-2020
medlemmer/nina: {side: nav, oppnevninger: [{verv: sekretaer, fra: 2022-01-01}]}
moeter/2022-11-16: {oppmoete: [{person: nina, stemmerett: ja}]}
"""
VARA_STEMTE = """
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/vera: {oppnevninger: [{verv: vara, fra: 2022-01-01, vara_for: kari}]}
moeter/2022-11-16: {forfall: FORFALL, oppmoete: [KARI{person: vera, vara_for: kari, stemmerett: ja}]}
"""


def test_the_youth_council_s_guest_has_no_vote() -> None:
    assert sagt(dom(GJEST), "ungdomsraad") == ["feil rettighet @ moeter/2022-11-16 oppmoete.0.stemmerett"]
    assert sagt(dom(GJEST.replace("stemmerett: ja", "stemmerett: nei")), "ungdomsraad") == []


def test_nav_s_own_have_no_vote() -> None:
    assert sagt(dom(NAV_STEMTE), "nav-stemmerett") == [
        "feil rettighet @ moeter/2022-11-16 oppmoete.0.stemmerett"
    ]


def test_a_deputy_votes_for_one_who_is_away_and_for_nobody_else() -> None:
    away = VARA_STEMTE.replace("FORFALL", "[kari]").replace("KARI", "")
    there = VARA_STEMTE.replace("FORFALL", "[]").replace("KARI", "{person: kari, stemmerett: ja}, ")
    assert dom(away).funn == ()
    assert len(sagt(dom(there))) == 1


def test_two_different_verv_at_once_are_no_overlap() -> None:
    both = sitter("kari", ("medlem", "2022-01-01", ""), ("leder", "2022-01-01", "2022-12-31"))
    twice = sitter("kari", ("medlem", "2022-01-01", ""), ("medlem", "2022-06-01", "2022-12-31"))
    assert dom(both).funn == ()
    assert len(sagt(dom(twice))) == 1


# Gender balance

FOLK = sitter("kari", ("medlem", "2022-01-01", ""))
RUNDE = """
mandat: likestillingslov-28
hendelser: [{hva: oppnevningsrunde, dato: 2021-12-01, fra: 2022-01-01, kjoenn: TALL}]
"""
BRUDD = "feil sammensetning @ hendelser 0.kjoenn"


@pytest.mark.parametrize(
    ("tall", "ventet"),
    [
        ("{medlemmer: {kvinner: 6, menn: 3}}", [BRUDD]),
        ("{medlemmer: {kvinner: 5, menn: 4}}", []),
        ("{medlemmer: {kvinner: 3}}", [BRUDD]),
        ("{medlemmer: {kvinner: 3, menn: 0}}", [BRUDD]),
        ("{medlemmer: {kvinner: 2, menn: 1}}", []),
        ("{medlemmer: {kvinner: 6, menn: 4}}", []),  # 40 % of ten, exactly
        ("{medlemmer: {kvinner: 7, menn: 4}}", [BRUDD]),  # of eleven, 4.4: five
        ("{medlemmer: {kvinner: 5, menn: 4}, varamedlemmer: {kvinner: 4}}", [BRUDD]),
        ("{medlemmer: {kvinner: 5, menn: 4}, varamedlemmer: {kvinner: 2, menn: 2}}", []),
        (
            "{medlemmer: {kvinner: 9, menn: 0}, varamedlemmer: {kvinner: 0, menn: 9}}",
            [BRUDD, BRUDD],
        ),  # not made up
    ],
)
def test_gender_balance_of_members_and_of_deputies_apart(tall: str, ventet: list[str]) -> None:
    found = [
        line.split(".kjoenn")[0] + ".kjoenn"
        for line in sagt(dom(RUNDE.replace("TALL", tall) + FOLK), "kjoennsbalanse")
    ]
    assert found == ventet


@pytest.mark.parametrize("tall", ["ukjent", "{medlemmer: ukjent}", "{medlemmer: {kvinner: ukjent, menn: 3}}"])
def test_numbers_nobody_knows_are_not_judged(tall: str) -> None:
    rapport = dom(RUNDE.replace("TALL", tall) + FOLK)
    assert sagt(rapport, "kjoennsbalanse") == []
    assert [p.kilde.bestemmelse for p in rapport.ikke_vurdert] != []


def test_no_person_has_a_gender() -> None:
    fields = {*Medlem.model_fields, *Oppnevning.model_fields, *Oppmoete.model_fields}
    assert not any("kjoenn" in name or "foedt" in name or "foedsel" in name for name in fields)


# A case sent on

SENDT = """
mandat: nav-troendelag-2020
utvalg: {overordnet: sentralt}
utvalgene/sentralt/utvalg: {navn: Sentralt, nivaa: sentral, maalform: nb}
moeter/2022-11-16: {saker: [{nr: 1/22, tittel: Bil, type: orientering, oversendt_til: sentralt}]}
"""


def test_a_case_sent_to_a_council_that_has_no_such_case() -> None:
    assert sagt(dom(SENDT), "oversending") == ["feil krav @ moeter/2022-11-16 saker.0.oversendt_til"]
    assert "sak 1/22 er sendt til Sentralt, men finnes ikke der" in meldinger(dom(SENDT))
    origin = "innmeldt_av: ukjent, innmeldt: ukjent, oversendt_fra: utvalget 1/22"
    arrived = f"utvalgene/sentralt/saker/2022-001: {{tittel: Bil, {origin}}}"
    assert sagt(dom(f"{SENDT}{arrived}"), "oversending") == []


# Guests at another council

HOS = """
mandat: nav-troendelag-2020
utvalg: {nivaa: fylke, ungdomsraad: unge}
utvalgene/unge/utvalg: {navn: Ungdomsrådet, nivaa: ungdom, maalform: nb}
utvalgene/unge/moeter/2022-11-16: {dato: 2022-11-16, status: avholdt, oppmoete: OPPMOETE}
"""


def test_who_goes_to_the_youth_council_is_shown_where_it_is_written() -> None:
    came = "[{navn: Iben}, {navn: Ola, fra_utvalg: utvalget, verv: nestleder}]"
    (found,) = [f.finding for f in dom(HOS.replace("OPPMOETE", came)).funn]
    assert (found.utvalg, found.kilde and found.kilde.bestemmelse) == ("utvalget", "til-ungdomsraadet")
    assert found.place.path == "records/utvalg/unge/moeter/2022-11-16.yaml"
    assert "hos Ungdomsrådet 16. november 2022" in found.message
    assert utfall(dom(HOS.replace("OPPMOETE", "ukjent")), "til-ungdomsraadet") == [
        "uvisst ungdomsraad 2022-11-16"
    ]


@pytest.mark.parametrize(
    ("ungdomsraad", "ventet"),
    [("", "«ungdomsraad» står ikke i utvalg.yaml"), (", ungdomsraad: ukjent", "«ungdomsraad» er ukjent")],
)
def test_a_youth_council_that_nobody_has_named_is_missed(ungdomsraad: str, ventet: str) -> None:
    register = HOS.replace(", ungdomsraad: unge", ungdomsraad).replace("OPPMOETE", "ukjent")
    (unsure,) = [u for u in dom(register).ikke_vurdert if u.kilde.bestemmelse == "til-ungdomsraadet"]
    assert unsure.tekst == ventet


def test_only_those_who_came_can_be_counted_at_another_council() -> None:
    rule = "regel: {regel: sammensetning, hos: ungdomsraad, blant: medlemmer, plasser: [{minst: 1}]}"
    assert "«hos» er for dem som møter: skriv «blant: frammoette»" in " ".join(meldinger(dom(rule)))
