"""rettighet: who may vote; what is granted cannot be broken, what is denied can."""

from __future__ import annotations

import pytest

from smaa_registre import dom, meldinger, sagt, utfall

NAV_STEMMER_IKKE = "regel: {regel: rettighet, hvem: {side: nav}, stemmerett: nei}\n"
FOLK = """
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/nina: {side: nav, oppnevninger: [{verv: sekretaer, fra: 2022-01-01}]}
medlemmer/hvem: {side: ukjent, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
"""
STEMTE = "feil rettighet @ moeter/2022-11-16 oppmoete.0.stemmerett"


@pytest.mark.parametrize(
    ("hvem", "ventet"),
    [
        ("person: nina, stemmerett: ja", [STEMTE]),
        ("person: nina, stemmerett: nei", []),
        ("person: nina", []),
        ("person: nina, stemmerett: ukjent", ["uvisst 2022-11-16 nina stemmerett"]),
        ("person: kari, stemmerett: ja", []),
        ("person: kari, stemmerett: ukjent", []),
        ("person: hvem, stemmerett: ja", ["uvisst 2022-11-16 hvem stemmerett"]),
        ("person: hvem, stemmerett: nei", []),
        ("navn: Gro Gjest, side: nav, stemmerett: ja", [STEMTE]),
        ("navn: Gro Gjest, side: nav", []),
        ("navn: Gro Gjest, side: bruker, stemmerett: ja", []),
    ],
)
def test_those_from_nav_do_not_vote(hvem: str, ventet: list[str]) -> None:
    assert utfall(dom(NAV_STEMMER_IKKE + FOLK + f"moeter/2022-11-16: {{oppmoete: [{{{hvem}}}]}}")) == ventet


def test_the_finding_says_who_and_why() -> None:
    found = dom(NAV_STEMMER_IKKE + FOLK + "moeter/2022-11-16: {oppmoete: [{person: nina, stemmerett: ja}]}")
    assert meldinger(found) == [
        "Nina er ført med stemmerett i møtet 16. november 2022, men de fra Nav har ikke stemmerett"
    ]


@pytest.mark.parametrize("rett", ["moeterett: ja", "talerett: ja", "forslagsrett: ja", "stemmerett: ja"])
def test_what_is_granted_cannot_be_broken(rett: str) -> None:
    rule = f"regel: {{regel: rettighet, hvem: {{side: nav}}, {rett}}}\n"
    meeting = "moeter/2022-11-16: {oppmoete: [{person: nina, stemmerett: SVAR}]}"
    for answer in ("ja", "nei", "ukjent"):
        assert utfall(dom(rule + FOLK + meeting.replace("SVAR", answer))) == []


@pytest.mark.parametrize(("oppmoete", "ventet"), [("ukjent", ["uvisst 2022-11-16"]), ("[]", []), ("~", [])])
def test_an_attendance_list_with_nobody_on_it(oppmoete: str, ventet: list[str]) -> None:
    assert utfall(dom(NAV_STEMMER_IKKE + f"moeter/2022-11-16: {{oppmoete: {oppmoete}}}")) == ventet


@pytest.mark.parametrize("status", ["planlagt", "avlyst"])
def test_nobody_votes_at_a_meeting_that_was_not_held(status: str) -> None:
    meeting = f"moeter/2022-11-16: {{status: {status}, oppmoete: [{{person: nina, stemmerett: ja}}]}}"
    assert utfall(dom(NAV_STEMMER_IKKE + FOLK + meeting)) == []


UNGDOMSRAAD = """
mandat: nav-troendelag-2020
utvalg: {nivaa: fylke, ungdomsraad: ungdomsraadet, regelverk: [{id: nav-troendelag-2020, fra: 2020-05-25}]}
utvalgene/ungdomsraadet/utvalg: {navn: Ungdomsrådet, nivaa: ungdom, maalform: nb}
moeter/2022-11-16: {oppmoete: [{navn: Une Ung, fra_utvalg: FRA, verv: leder, stemmerett: ja}]}
"""


@pytest.mark.parametrize(("fra", "ventet"), [("ungdomsraadet", [STEMTE]), ("utvalget", [])])
def test_guests_of_the_youth_council_do_not_vote_in_troendelag(fra: str, ventet: list[str]) -> None:
    assert utfall(dom(UNGDOMSRAAD.replace("FRA", fra)), "ungdomsraad") == ventet


def test_a_council_without_a_youth_council_denies_nobody() -> None:
    without = UNGDOMSRAAD.replace("ungdomsraad: ungdomsraadet, ", "").replace("fra_utvalg: FRA, ", "")
    assert utfall(dom(without), "ungdomsraad") == ["uvisst ungdomsraad"]


def test_a_decided_deviation() -> None:
    avvik = """
utvalg:
  regelverk: [{id: regelverket, fra: 2000-01-01}]
  avvik: [{bestemmelse: regelen, gjelder: 2022-11-16, grunn: Prøveordning, vedtatt_i: 1/22}]
moeter/2022-11-16:
  oppmoete: [{person: nina, stemmerett: ja}]
  saker: [{nr: 1/22, tittel: Prøveordning, type: vedtak, vedtak: {tekst: Det går.}}]
"""
    assert utfall(dom(NAV_STEMMER_IKKE + FOLK + avvik)) == ["fraveket 2022-11-16 nina stemmerett"]


# The other rights

KARI_OG_NINA = """
medlemmer/nina: {side: nav, oppnevninger: [{verv: sekretaer, fra: 2022-01-01}]}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/ola: {side: ukjent}
moeter/2022-11-16: MOETE
"""


def ikke(rett: str, moete: str, hvem: str = "{side: nav}") -> list[str]:
    rule = f"regel: {{regel: rettighet, hvem: {hvem}, {rett}: nei}}\n"
    return utfall(dom(rule + KARI_OG_NINA.replace("MOETE", moete)), "regelen")


def sak(felt: str) -> str:
    return f"{{saker: [{{nr: 1/22, tittel: A, type: vedtak, {felt}}}]}}"


@pytest.mark.parametrize(
    ("rett", "moete", "ventet"),
    [
        (
            "moeterett",
            "{oppmoete: [{person: nina}]}",
            ["feil rettighet @ moeter/2022-11-16 oppmoete.0.person"],
        ),
        (
            "moeterett",
            "{oppmoete: [{navn: Dag, side: nav}]}",
            ["feil rettighet @ moeter/2022-11-16 oppmoete.0.navn"],
        ),
        ("moeterett", "{oppmoete: [{person: kari}]}", []),
        ("moeterett", "{oppmoete: [{person: ola}]}", ["uvisst 2022-11-16 ola person"]),
        ("talerett", sak("innleder: nina"), ["feil rettighet @ moeter/2022-11-16 saker.0.innleder.0"]),
        ("talerett", sak("innleder: [kari, Berit fra kommunen]"), []),
        (
            "forslagsrett",
            sak("innmeldt_av: nina"),
            ["feil rettighet @ moeter/2022-11-16 saker.0.innmeldt_av"],
        ),
        ("forslagsrett", sak("innmeldt_av: nav"), ["feil rettighet @ moeter/2022-11-16 saker.0.innmeldt_av"]),
        ("forslagsrett", sak("innmeldt_av: bruker"), []),
        ("forslagsrett", sak("innmeldt_av: ukjent"), ["uvisst 2022-11-16 1/22 innmeldt_av"]),
        (
            "dobbeltstemme",
            sak("vedtak: {tekst: Ja., ved_likhet: sekretaer}"),
            ["feil rettighet @ moeter/2022-11-16 saker.0.vedtak.ved_likhet"],
        ),
        ("dobbeltstemme", sak("vedtak: {tekst: Ja., ved_likhet: medlem}"), []),
        ("dobbeltstemme", sak("vedtak: {tekst: Ja., ved_likhet: loddtrekning}"), []),
        (
            "dobbeltstemme",
            sak("vedtak: {tekst: Ja., ved_likhet: ukjent}"),
            ["uvisst 2022-11-16 1/22 ved_likhet"],
        ),
    ],
)
def test_what_is_denied_is_broken_by_the_record_of_its_use(rett: str, moete: str, ventet: list[str]) -> None:
    assert ikke(rett, moete) == ventet


def test_a_side_that_proposes_is_not_each_of_its_people() -> None:
    assert ikke("forslagsrett", sak("innmeldt_av: nav"), "{verv: sekretaer, side: nav}") == []


KREVER = """
regel: {regel: rettighet, hvem: {verv: medlem}, kan_kreve_moete: {minst: 2}, innen: 3 uker}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/per: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/nina: {side: nav, oppnevninger: [{verv: sekretaer, fra: 2022-01-01}]}
hendelser: [{hva: moetekrav, dato: 2022-10-26, krevd_av: AV}]
"""


@pytest.mark.parametrize(
    ("av", "moete", "ventet"),
    [
        ("[kari, per]", "moeter/2022-11-16: {}", []),  # the last day of three weeks
        ("[kari, per]", "moeter/2022-11-17: {}", ["feil rettighet @ hendelser 0.dato"]),
        ("[kari, per]", "moeter/2022-10-25: {}", ["advarsel rettighet @ hendelser 0.dato"]),
        ("[kari, per]", "moeter/2022-11-16: {status: avlyst}", ["advarsel rettighet @ hendelser 0.dato"]),
        ("[kari, nina]", "", []),  # one of them has not the right
        ("[kari]", "", []),
        ("ukjent", "", ["uvisst moetekrav 2022-10-26"]),
    ],
)
def test_a_meeting_demanded_by_enough_of_them_is_held_in_time(av: str, moete: str, ventet: list[str]) -> None:
    assert utfall(dom(KREVER.replace("AV", av) + moete), "regelen") == ventet


FIRE = "".join(
    f"medlemmer/{name}: {{representerer: {org}, oppnevninger: [{{verv: {verv}, fra: 2022-01-01}}]}}\n"
    for name, org, verv in (
        ("kari", "ffo", "leder"),
        ("per", "ffo", "medlem"),
        ("ola", "safo", "medlem"),
        ("ida", "safo", "medlem"),
        ("vera", "ffo", "vara"),
    )
)
ORG = "organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}, safo: {navn: SAFO, type: lokal, side: bruker}}\n"
MEDLEM = "{verv: medlem}"


@pytest.mark.parametrize(
    ("hvem", "mange", "av", "krevd"),
    [
        (MEDLEM, "{minst: 1/3}", "[per]", True),  # of three who have the right
        (MEDLEM, "{minst: 1/2}", "[per]", False),
        (MEDLEM, "{minst: 1/3, av: medlemmer}", "[per]", False),  # of four: the leader is one
        (MEDLEM, "{minst: 1/3, av: medlemmer}", "[per, ola]", True),
        (MEDLEM, "{minst: 1/3, av: medlemmer}", "[per, kari]", False),  # she has not the right
        (MEDLEM, "{mer_enn: 1/2, av: medlemmer}", "[per, ola]", False),
        (MEDLEM, "{mer_enn: 1/2, av: medlemmer}", "[per, ola, ida]", True),
        ("{}", "{minst: 1/4, av: medlemmer}", "[vera]", False),  # she is no member
        ("{}", "{minst: 2}", "[vera, kari]", True),
        ("{}", "{minst: 2, telles: organisasjoner}", "[vera, kari, per]", False),
        ("{}", "{minst: 2, telles: organisasjoner}", "[kari, ola]", True),
        ("{}", "{mer_enn: 1/2, telles: organisasjoner}", "[kari, per]", False),
    ],
)
def test_enough_may_be_a_share_or_so_many_organisations(hvem: str, mange: str, av: str, krevd: bool) -> None:
    rule = f"regel: {{regel: rettighet, hvem: {hvem}, kan_kreve_moete: {mange}}}\n"
    demand = f"hendelser: [{{hva: moetekrav, dato: 2022-10-26, krevd_av: {av}}}]\n"
    assert sagt(dom(rule + ORG + FIRE + demand), "regelen") == ["feil rettighet @ hendelser 0.dato"] * krevd


@pytest.mark.parametrize(
    ("av", "ventet"),
    [
        ("[kari, per]", ["feil rettighet @ hendelser 0.dato"]),
        ("[kari, kari]", []),  # one, however often she is named
        ("[kari, ffo]", ["uvisst moetekrav 2022-10-26"]),  # an organisation is nobody in particular
        ("[ffo, safo]", ["uvisst moetekrav 2022-10-26"]),
        ("[ffo]", ["uvisst moetekrav 2022-10-26"]),
        ("[kari, per, ffo]", ["feil rettighet @ hendelser 0.dato"]),  # they are enough without it
        ("[]", []),
    ],
)
def test_who_demands_a_meeting_is_counted_as_people(av: str, ventet: list[str]) -> None:
    rule = "regel: {regel: rettighet, hvem: {}, kan_kreve_moete: {minst: 2}}\n"
    demand = f"hendelser: [{{hva: moetekrav, dato: 2022-10-26, krevd_av: {av}}}]\n"
    assert utfall(dom(rule + ORG + FIRE + demand), "regelen") == ventet


@pytest.mark.parametrize(("av", "ventet"), [("medlemmer", "uvisst moetekrav 2022-10-26"), ("", "")])
def test_a_share_of_nobody_knows_how_many_is_not_known(av: str, ventet: str) -> None:
    share = f"{{minst: 1/3, av: {av}}}" if av else "{minst: 2}"
    rule = f"regel: {{regel: rettighet, hvem: {MEDLEM}, kan_kreve_moete: {share}, innen: 3 uker}}\n"
    demand = "hendelser: [{hva: moetekrav, dato: 2022-10-26, krevd_av: [per]}]\n"
    found = utfall(dom(rule + ORG + FIRE + demand + "utvalg: {medlemsliste: ufullstendig}"), "regelen")
    assert found == [ventet] * bool(ventet)


@pytest.mark.parametrize(
    ("mange", "melding"),
    [
        ("3", "«kan_kreve_moete: 3» skrives nå kan_kreve_moete: {minst: 3}"),
        ("{antall: 3}", "flere enn nok kan også kreve møte: skriv «minst» eller «mer_enn»"),
        ("{minst: 1/3, av: frammoette}", "her kan en andel være av medlemmer"),
        (
            "{minst: 3, av: medlemmer}",
            "«av» sier hva en andel er av: skriv en andel, som {minst: 1/3, av: medlemmer}",
        ),
        ("{minst: 1/3, av: medlemmer, telles: organisasjoner}", "en andel av organisasjoner har ikke «av»"),
    ],
)
def test_what_does_not_say_how_many_may_demand_a_meeting_is_told_how(mange: str, melding: str) -> None:
    report = dom(f"regel: {{regel: rettighet, hvem: {MEDLEM}, kan_kreve_moete: {mange}}}\n")
    assert any(melding in located.finding.message for located in report.funn)


@pytest.mark.parametrize(("dato", "ventet"), [("2022-11-16", []), ("2022-11-17", ["advarsel"])])
def test_there_is_time_until_the_last_day(dato: str, ventet: list[str]) -> None:
    found = sagt(dom(f"dato: {dato}{KREVER.replace('AV', '[kari, per]')}"), "regelen")
    assert [line.split()[0] for line in found] == ventet


def test_who_has_not_the_right_is_said_in_words() -> None:
    vera = "medlemmer/vera: {oppnevninger: [{verv: vara, fra: 2022-01-01}]}\n"
    voted = "moeter/2022-11-16: {oppmoete: [{person: vera, stemmerett: ja}]}\n"
    for hvem, words in (("{verv: vara}", "de som er vara, har ikke"), ("{}", "ingen har")):
        rule = f"regel: {{regel: rettighet, hvem: {hvem}, stemmerett: nei}}\n"
        said = [f.finding.message for f in dom(rule + vera + voted).funn if f.finding.kilde]
        assert said == [f"Vera er ført med stemmerett i møtet 16. november 2022, men {words} stemmerett"]
    proposed = "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: droefting, innmeldt_av: nav}]}\n"
    rule = "regel: {regel: rettighet, hvem: {side: nav}, forslagsrett: nei}\n"
    (found,) = (f.finding.message for f in dom(rule + proposed).funn)
    assert found == "Nav meldte inn sak 1/22, men de fra Nav har ikke forslagsrett"


def test_what_one_did_without_two_rights_is_two_breaches() -> None:
    rule = "regel: {regel: rettighet, hvem: {side: nav}, talerett: nei, forslagsrett: nei, stemmerett: nei}\n"
    case = "saker: [{nr: 1/22, tittel: A, type: droefting, innleder: nina, innmeldt_av: nina}]"
    came = "oppmoete: [{person: nina, stemmerett: ja}]"
    found = dom(f"{rule}{FOLK}moeter/2022-11-16: {{{came}, {case}}}\n").funn
    assert len({f.finding.fingerprint for f in found}) == len(found) == 3


@pytest.mark.parametrize(
    ("moete", "ventet"),
    [("2021-12-31", []), ("2022-01-01", ["feil rettighet @ moeter/2022-01-01 saker.0.innmeldt_av"])],
)
def test_an_organisation_is_of_the_side_it_was_on_that_day(moete: str, ventet: list[str]) -> None:
    text = f"""
    regel: {{regel: rettighet, hvem: {{side: nav}}, forslagsrett: nei}}
    organisasjoner: {{ffo: {{navn: FFO, type: paraply, side: nav, tidligere: [{{til: 2021-12-31, side: bruker}}]}}}}
    moeter/{moete}: {{saker: [{{nr: 1/22, tittel: T, type: orientering, innmeldt_av: ffo}}]}}
    """
    assert sagt(dom(text), "regelen") == ventet


@pytest.mark.parametrize(
    ("oppmoete", "ventet"),
    [
        ("[{navn: Siv, side: nav}]", ["feil rettighet @ moeter/2022-11-16 saker.0.innleder.0"]),
        ("[{navn: Siv, side: bruker}]", []),
        ("ukjent", ["uvisst 2022-11-16 1/22 Siv innleder"]),  # only the list says whom a guest is from
    ],
)
def test_a_guest_is_from_where_the_list_of_those_who_came_says(oppmoete: str, ventet: list[str]) -> None:
    case = "saker: [{nr: 1/22, tittel: A, type: orientering, innleder: [Siv]}]"
    rule = "regel: {regel: rettighet, hvem: {side: nav}, talerett: nei}\n"
    assert utfall(dom(f"{rule}moeter/2022-11-16: {{oppmoete: {oppmoete}, {case}}}\n"), "regelen") == ventet
