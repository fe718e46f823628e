"""The mandates at work: what a secretary would run into, judged by the shipped rule sets."""

from __future__ import annotations

from datetime import date

import pytest

from brukerutvalg_cli.model.medlem import Medlem, Oppnevning
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.oversikt.stilling import stilling
from brukerutvalg_cli.rapport.skjerm import Skjerm
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.locate import Locator
from smaa_registre import dom, meldinger, sagt, tree, utfall


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


SATT = ("medlem", "2014-01-01", "")
FOER_REGISTERET = FYLKE.replace("fra: 2020-01-01}]", "fra: 2010-01-01}], registrert_fra: 2020-01-01")


@pytest.mark.parametrize("register", [FYLKE, FOER_REGISTERET], ids=["før kravet", "før registeret"])
@pytest.mark.parametrize("bestemmelse", ["modul-1", "modul-2", "tilgang"])
def test_training_of_one_who_sat_already_is_not_judged_and_not_silent(
    register: str, bestemmelse: str
) -> None:
    who = "kari" if bestemmelse == "tilgang" else "kari medlem 2014-01-01"
    assert utfall(dom(register + sitter("kari", SATT)), bestemmelse) == [f"uvisst {who}"]


def test_training_of_one_who_sat_already_and_has_had_it_is_kept() -> None:
    both = "side: bruker, opplaering: [{modul: 1, dato: 2015-03-01}, {modul: 2, dato: 2015-03-02}], "
    rapport = dom(FYLKE + sitter("kari", SATT, felter=both))
    assert (rapport.funn, rapport.ikke_vurdert) == ((), ())


def test_training_is_not_asked_of_one_who_left_before() -> None:
    gone = sitter("kari", ("medlem", "2014-01-01", "2019-12-31"))
    assert utfall(dom(FYLKE + gone), "modul-1") == []


def test_training_is_not_asked_anew_when_the_same_provision_is_carried_on() -> None:
    """Under the first rule set it was asked, and answered; the second only takes over."""
    twice = "[{id: a, fra: 2014-01-01}, {id: b, fra: 2020-01-01}]"
    demand = (
        "{id: modul, avsnitt: A, styrke: er, tekst: T., regel: krav, hver: oppnevning, "
        "skal_ha: {opplaering: {modul: 1, innen: 1 aar}}}"
    )
    rules = "".join(f"regelverk/{name}: {{bestemmelser: [{demand}]}}\n" for name in "ab")
    register = f"{rules}utvalg: {{regelverk: {twice}}}\n{sitter('kari', ('medlem', '2015-01-01', ''))}"
    assert utfall(dom(register)) == ["advarsel krav @ medlemmer/kari oppnevninger.0.fra"]


def moett(*days: str, who: str = "{person: dag}") -> str:
    return "".join(f"moeter/{day}: {{oppmoete: [{who}]}}\n" for day in days)


DAG = "medlemmer/dag: {side: nav, funksjon: [{funksjon: fylkesdirektoer}], opplaering: [KURS]}\n"
ET_AAR_MED_DAG = moett("2021-02-10", "2021-11-24", "2022-02-11", "2022-06-01")


@pytest.mark.parametrize(
    ("kurs", "ventet"),
    [
        (
            "",
            ["feil krav @ moeter/2022-02-11 oppmoete.0.person"],
        ),  # once, at the first meeting after the year
        ("{modul: 1, dato: 2021-03-01}", ["feil krav @ moeter/2022-02-11 oppmoete.0.person"]),
        ("{modul: 2, dato: 2022-02-11}", []),
        ("{modul: 2, dato: ukjent}", ["uvisst 2022-02-11 dag"]),
    ],
)
def test_module_2_is_asked_of_one_of_nav_s_who_takes_part_without_a_verv(
    kurs: str, ventet: list[str]
) -> None:
    register = FYLKE + DAG.replace("KURS", kurs) + ET_AAR_MED_DAG
    assert utfall(dom(register), "modul-2-uten-verv") == ventet


def test_what_to_do_about_training_is_done_with_the_person() -> None:
    for register in (FYLKE + NINA, FYLKE + DAG.replace("KURS", "") + ET_AAR_MED_DAG):
        (help,) = {f.finding.help.partition(",")[0] for f in dom(register).funn}
        assert help.startswith("skriv kurset under «opplaering» i medlemmer/")


def test_module_2_is_not_asked_before_the_year_is_over() -> None:
    soon = DAG.replace("KURS", "") + moett("2021-02-10", "2022-02-10")
    assert utfall(dom(FYLKE + soon), "modul-2-uten-verv") == []


@pytest.mark.parametrize(
    ("gjest", "ventet"),
    [
        ("{navn: Dag Moe, side: nav}", ["uvisst 2022-06-01 Dag Moe"]),  # once, and never in silence
        ("{navn: Dag Moe, side: nav, lytter: ja}", []),
        ("{navn: Dag Moe, side: ukjent}", ["uvisst 2022-06-01 Dag Moe"]),
        ("{navn: Dag Moe, side: bruker}", []),
        ("{navn: Dag Moe, side: nav, fra_utvalg: ukjent, verv: leder}", []),  # takes part for another council
    ],
)
def test_module_2_of_a_guest_on_record_by_name_alone_is_not_judged_and_told_of(
    gjest: str, ventet: list[str]
) -> None:
    held = moett("2021-02-10", "2022-06-01", "2022-09-14", who=gjest)
    assert utfall(dom(FYLKE + held), "modul-2-uten-verv") == ventet
    assert utfall(dom(FYLKE + moett("2022-06-01", who=gjest)), "modul-2-uten-verv") == []


def test_what_is_said_of_such_a_guest() -> None:
    held = moett("2021-02-10", "2022-06-01", who="{navn: Dag Moe, side: nav}")
    (unsure,) = (
        p for p in dom(FYLKE + held).ikke_vurdert if p.finding.hjemmel.bestemmelse == "modul-2-uten-verv"
    )
    assert unsure.finding.message.endswith(
        "om Dag Moe har hatt modul 2, er ukjent, for personen er bare ført med navn"
    )


@pytest.mark.parametrize(("kurs", "ventet"), [("{modul: 2, dato: 2021-02-01}", "holdt"), ("", "ikke prøvd")])
def test_module_2_had_already_is_kept_before_the_year_is_over(kurs: str, ventet: str) -> None:
    soon = FYLKE + DAG.replace("KURS", kurs) + moett("2021-02-10")
    files = tree(soon)
    lastet = load(files)
    shown = Skjerm(Locator(files), lastet.register)
    bound = stilling(
        lastet.register.mapper["utvalget"], lastet.register, lastet.regelverk, date(2023, 1, 1), shown
    )
    (point,) = (
        p for rules in bound for p in rules.punkter if p.provision.bestemmelse.id == "modul-2-uten-verv"
    )
    assert point.utfall == ventet


def test_module_2_of_the_secretary_is_asked_by_the_verv_alone() -> None:
    secretary = sitter("nina", ("sekretaer", "2021-01-01", ""), felter="side: nav, ")
    register = FYLKE + secretary + moett("2021-02-10", "2022-06-01", who="{person: nina}")
    assert utfall(dom(register), "modul-2-uten-verv") == []
    assert len(utfall(dom(register), "modul-2")) == 1


# The agenda

LEDER = sitter("kari", ("leder", "2022-01-01", "2022-12-31"))
FORESLAATT = (
    "mandat: mal-nav-kontor-2015\nmoeter/2022-11-16: {sakliste: {foreslaatt_av: AV, godkjent_av: kari}}\n"
)


@pytest.mark.parametrize("raad", ["redaksjonsraad", "arbeidsutvalg"])
def test_a_council_that_has_such_a_body_has_its_agenda_proposed_by_it(raad: str) -> None:
    has_one = LEDER + sitter("per", (raad, "2022-01-01", "2022-12-31"))
    assert sagt(dom(FORESLAATT.replace("AV", "nav") + has_one), "sakliste-forslag") == [
        "feil krav @ moeter/2022-11-16 sakliste.foreslaatt_av"
    ]
    assert sagt(dom(FORESLAATT.replace("AV", raad) + has_one), "sakliste-forslag") == []


def test_a_council_without_one_may_have_its_agenda_proposed_by_anybody() -> None:
    """The template makes such a body optional; the leader approves the agenda all the same."""
    assert utfall(dom(FORESLAATT.replace("AV", "nav") + LEDER), "sakliste-forslag") == []
    others = dom(FORESLAATT.replace("AV", "nav").replace("godkjent_av: kari", "godkjent_av: nav") + LEDER)
    assert sagt(others, "sakliste") == ["feil krav @ moeter/2022-11-16 sakliste.godkjent_av"]


def test_where_nobody_knows_whether_there_is_one_it_is_not_judged() -> None:
    register = FORESLAATT.replace("AV", "nav") + "utvalg: {medlemsliste: ufullstendig}\n" + LEDER
    (unsure,) = [p for p in dom(register).ikke_vurdert if p.finding.hjemmel.bestemmelse == "sakliste-forslag"]
    assert unsure.finding.message == "om noen sitter i redaksjonsrådet eller arbeidsutvalget, er ukjent"


# Told before, and told afterwards

AARET = "mandat: fafo-anbefalinger\ndato: 2023-03-01\nutvalg: {registrert_fra: 2022-01-01}\n"


def saker(*felter: str) -> str:
    listed = ", ".join(f"{{nr: {nr}/22, tittel: T, {f}}}" for nr, f in enumerate(felter, 1))
    return f"{AARET}moeter/2022-05-11: {{saker: [{listed}]}}\n"


ETTERPAA, PAA_FORHAAND = "type: orientering, foer_beslutning: nei", "type: orientering, foer_beslutning: ja"
UVISST = "type: orientering, foer_beslutning: ukjent"


@pytest.mark.parametrize(
    ("saker_i_aaret", "ventet"),
    [
        ((ETTERPAA, PAA_FORHAAND), []),  # to inform afterwards is no breach
        ((ETTERPAA, ETTERPAA), ["advarsel hyppighet @ utvalg regelverk.0.id"]),  # only afterwards is
        ((ETTERPAA, "type: valg, foer_beslutning: ja"), ["advarsel hyppighet @ utvalg regelverk.0.id"]),
        ((ETTERPAA, UVISST), ["uvisst 2022"]),
        ((ETTERPAA, "type: orientering"), ["uvisst 2022"]),  # nobody wrote down which it was
    ],
)
def test_information_not_only_afterwards(saker_i_aaret: tuple[str, ...], ventet: list[str]) -> None:
    rapport = dom(saker(*saker_i_aaret))
    assert utfall(rapport, "ikke-bare-etterpaa") == ventet
    assert sagt(rapport, "foer-beslutning") == []


def test_what_is_to_be_discussed_comes_before_it_is_decided() -> None:
    assert sagt(dom(saker("type: droefting, foer_beslutning: nei")), "foer-beslutning") == [
        "advarsel krav @ moeter/2022-05-11 saker.0.foer_beslutning"
    ]


# Minutes within reach

TO_MOETER = """
mandat: fafo-anbefalinger
utvalg: {overordnet: sentralt}
utvalgene/sentralt/utvalg: {navn: Sentralt, nivaa: sentral, maalform: nb}
moeter/2022-05-11: {referat: REFERAT}
moeter/2022-11-16: {referat: ukjent}
"""


@pytest.mark.parametrize(
    ("referat", "ventet"),
    [
        ("{sendt_til: [sentralt]}", []),
        ("{publisert: {dato: 2022-05-20, kanal: nav.no}}", []),
        ("{publisert: {dato: 2022-05-20, kanal: en nettside}, sendt_til: ukjent}", []),
        ("{publisert: ukjent}", ["uvisst 2022-05-11 sendt"]),
        ("{sendt_til: [vara]}", ["advarsel utsending @ moeter/2022-05-11 referat.sendt_til"]),
    ],
)
def test_minutes_are_within_reach_when_sent_or_published(referat: str, ventet: list[str]) -> None:
    rapport = dom(TO_MOETER.replace("REFERAT", referat))
    assert [line for line in utfall(rapport, "referater-tilgjengelige") if "11-16" not in line] == ventet


# Who may depart from what

BRUKER_LEDER = """
mandat: nav-troendelag-2020
medlemmer/nina: {side: nav, oppnevninger: [{verv: leder, fra: 2022-01-01, valgt_i: 1/21}]}
moeter/2021-11-24: {saker: [{nr: 1/21, tittel: Leder, type: valg, vedtak: {tekst: Nina leder et år til.}}]}
"""


def test_the_leader_s_side_in_troendelag_may_be_departed_from_as_anything_else() -> None:
    """The mandate does not say who may: so it is no lock, and no free choice either."""
    decided = "utvalg: {avvik: [{bestemmelse: leder-side, gjelder: nina, grunn: Ingen andre ville, vedtatt_i: 1/21}]}"
    assert sagt(dom(BRUKER_LEDER), "leder-side") == ["feil krav @ medlemmer/nina oppnevninger.0.verv"]
    assert utfall(dom(BRUKER_LEDER + decided), "leder-side") == ["fraveket nina leder 2022-01-01"]
    (found,) = [
        f.finding
        for f in dom(BRUKER_LEDER).funn
        if f.finding.kilde and f.finding.kilde.bestemmelse == "leder-side"
    ]
    assert "føres det under «avvik»" in found.help


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
            ["advarsel sammensetning @ hendelser 1.fra"],
        ),
        (sitter("kari", FOER, NAA) + sitter("per", FOER, NAA), ["advarsel sammensetning @ hendelser 1.fra"]),
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
        ("{medlemmer: {kvinner: 3, menn: 0}}", [BRUDD]),
        ("{medlemmer: {kvinner: 2, menn: 1}}", []),
        ("{medlemmer: {kvinner: 6, menn: 4}}", []),  # 40 % of ten, exactly
        ("{medlemmer: {kvinner: 7, menn: 4}}", [BRUDD]),  # of eleven, 4.4: five
        ("{medlemmer: {kvinner: 5, menn: 4}, varamedlemmer: {kvinner: 4, menn: 0}}", [BRUDD]),
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
    assert [p.finding.hjemmel.bestemmelse for p in rapport.ikke_vurdert] != []


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
    came = "[{navn: Iben}, {navn: Ola, fra_utvalg: utvalget, verv: medlem}]"
    (found,) = [f.finding for f in dom(HOS.replace("OPPMOETE", came)).funn]
    assert (found.utvalg, found.kilde and found.kilde.bestemmelse) == ("utvalget", "til-ungdomsraadet")
    assert found.place.path == "records/utvalg/unge/moeter/2022-11-16.yaml"
    assert "hos Ungdomsrådet 16. november 2022" in found.message
    assert utfall(dom(HOS.replace("OPPMOETE", "ukjent")), "til-ungdomsraadet") == [
        "uvisst ungdomsraad 2022-11-16"
    ]


@pytest.mark.parametrize("verv", ["leder", "nestleder", "vara"])
def test_the_leader_or_whoever_stands_in_goes_to_the_youth_council(verv: str) -> None:
    came = f"[{{navn: Ola, fra_utvalg: utvalget, verv: {verv}, stemmerett: nei}}]"
    assert dom(HOS.replace("OPPMOETE", came)).funn == ()


def test_a_guest_at_the_youth_council_has_no_vote_there() -> None:
    came = "[{navn: Iben, stemmerett: ja}, {navn: Ola, fra_utvalg: utvalget, verv: leder, stemmerett: ja}]"
    (found,) = [f.finding for f in dom(HOS.replace("OPPMOETE", came)).funn]
    assert (found.kilde and found.kilde.bestemmelse) == "til-ungdomsraadet-rett"
    assert found.place.route == ("oppmoete", 1, "stemmerett")
    assert found.message == (
        "Ola er ført med stemmerett i møtet 16. november 2022 hos Ungdomsrådet, "
        "men de som kommer fra oss, har ikke stemmerett"
    )
    unknown = "[{navn: Ola, fra_utvalg: ukjent, verv: leder, stemmerett: ja}]"
    assert utfall(dom(HOS.replace("OPPMOETE", unknown)), "til-ungdomsraadet-rett") == [
        "uvisst 2022-11-16 Ola stemmerett"
    ]


def test_only_what_is_seen_in_the_attendance_can_be_denied_at_another_council() -> None:
    rule = "regel: {regel: rettighet, hos: ungdomsraad, hvem: {}, forslagsrett: nei}"
    assert "«hos» leser bare oppmøtet der" in " ".join(meldinger(dom(rule)))


@pytest.mark.parametrize(
    ("ungdomsraad", "ventet"),
    [("", "«ungdomsraad» står ikke i utvalg.yaml"), (", ungdomsraad: ukjent", "«ungdomsraad» er ukjent")],
)
def test_a_youth_council_that_nobody_has_named_is_missed(ungdomsraad: str, ventet: str) -> None:
    register = HOS.replace(", ungdomsraad: unge", ungdomsraad).replace("OPPMOETE", "ukjent")
    (unsure,) = [
        u for u in dom(register).ikke_vurdert if u.finding.hjemmel.bestemmelse == "til-ungdomsraadet"
    ]
    assert unsure.finding.message == ventet


def test_only_those_who_came_can_be_counted_at_another_council() -> None:
    rule = "regel: {regel: sammensetning, hos: ungdomsraad, blant: medlemmer, plasser: [{minst: 1}]}"
    assert "«hos» er for dem som møter: skriv «blant: frammoette»" in " ".join(meldinger(dom(rule)))
