"""krav: each meeting, appointment, case, attendance and follow-up has what it shall have."""

from __future__ import annotations

import pytest

from smaa_registre import dom, meldinger, sagt, utfall

FOLK = """
organisasjoner:
  ffo: {navn: FFO, type: paraply, side: bruker}
  nav-x: {navn: Nav X, type: offentlig, side: nav}
medlemmer/kari: {representerer: ffo, oppnevninger: [{verv: leder, fra: 2022-01-01}]}
medlemmer/nora: {representerer: ffo, oppnevninger: [{verv: nestleder, fra: 2022-01-01}]}
medlemmer/siv: {side: nav, oppnevninger: [{verv: sekretaer, fra: 2022-01-01}]}
"""


def krav(hver: str, skal_ha: str, der: str = "", more: str = "") -> str:
    filter_ = f", der: {der}" if der else ""
    return f"regel: {{regel: krav, hver: {hver}{filter_}, skal_ha: {skal_ha}{more}}}\n"


# Meetings


@pytest.mark.parametrize(
    ("skal_ha", "moete", "ventet"),
    [
        ("{moeteleder: leder}", "{moeteleder: kari}", []),
        ("{moeteleder: leder}", "{moeteleder: nora}", ["feil krav @ moeter/2022-11-16 moeteleder"]),
        ("{moeteleder: [leder, nestleder]}", "{moeteleder: nora}", []),
        (
            "{moeteleder: leder}",
            "{moeteleder: Gro Gjest}",
            ["uvisst 2022-11-16"],
        ),  # a name says nothing of verv
        ("{moeteleder: leder}", "{}", ["feil krav @ moeter/2022-11-16 moeteleder"]),
        ("{moeteleder: leder}", "{moeteleder: ukjent}", ["uvisst 2022-11-16"]),
        (
            "{sakliste: {foreslaatt_av: redaksjonsraad}}",
            "{sakliste: {foreslaatt_av: redaksjonsraad}}",
            [],
        ),
        (
            "{sakliste: {foreslaatt_av: redaksjonsraad}}",
            "{sakliste: {foreslaatt_av: sekretaer}}",
            ["feil krav @ moeter/2022-11-16 sakliste.foreslaatt_av"],
        ),
        (
            "{sakliste: {foreslaatt_av: redaksjonsraad}}",
            "{}",
            ["feil krav @ moeter/2022-11-16 sakliste.foreslaatt_av"],
        ),
        ("{sakliste: {foreslaatt_av: redaksjonsraad}}", "{sakliste: ukjent}", ["uvisst 2022-11-16"]),
        (
            "{sakliste: {foreslaatt_av: redaksjonsraad}}",
            "{sakliste: {foreslaatt_av: ukjent}}",
            ["uvisst 2022-11-16"],
        ),
        # By name or by the verv they have that day
        ("{sakliste: {godkjent_av: leder}}", "{sakliste: {godkjent_av: leder}}", []),
        ("{sakliste: {godkjent_av: leder}}", "{sakliste: {godkjent_av: kari}}", []),
        (
            "{sakliste: {godkjent_av: leder}}",
            "{sakliste: {godkjent_av: siv}}",
            ["feil krav @ moeter/2022-11-16 sakliste.godkjent_av"],
        ),
        (
            "{sakliste: {godkjent_av: leder, i_samraad_med: redaksjonsraad}}",
            "{sakliste: {godkjent_av: kari, i_samraad_med: redaksjonsraad}}",
            [],
        ),
        (
            "{sakliste: {godkjent_av: leder, i_samraad_med: redaksjonsraad}}",
            "{sakliste: {godkjent_av: kari}}",
            ["feil krav @ moeter/2022-11-16 sakliste.i_samraad_med"],
        ),
        ("{sted: {universell_utforming: ja}}", "{sted: {universell_utforming: ja}}", []),
        (
            "{sted: {universell_utforming: ja}}",
            "{sted: {universell_utforming: nei}}",
            ["feil krav @ moeter/2022-11-16 sted.universell_utforming"],
        ),
        (
            "{sted: {universell_utforming: ja}}",
            "{sted: {navn: Rådhuset}}",
            ["feil krav @ moeter/2022-11-16 sted.universell_utforming"],
        ),
        ("{sted: {universell_utforming: ja}}", "{sted: ukjent}", ["uvisst 2022-11-16"]),
        (
            "{sted: {universell_utforming: ja}}",
            "{sted: {universell_utforming: ukjent}}",
            ["uvisst 2022-11-16"],
        ),
        ("{aapent: ja}", "{aapent: ja}", []),
        ("{aapent: ja}", "{aapent: nei}", ["feil krav @ moeter/2022-11-16 aapent"]),
        ("{aapent: nei}", "{aapent: nei}", []),
    ],
)
def test_each_meeting(skal_ha: str, moete: str, ventet: list[str]) -> None:
    assert utfall(dom(krav("moete", skal_ha) + FOLK + f"moeter/2022-11-16: {moete}")) == ventet


def test_the_finding_says_what_there_is() -> None:
    rule = krav("moete", "{moeteleder: leder}")
    assert meldinger(dom(f"{rule}{FOLK}moeter/2022-11-16: {{moeteleder: nora}}")) == [
        "møtet 16. november 2022 skal ledes av lederen, men det er Nora"
    ]
    assert meldinger(dom(f"{rule}{FOLK}moeter/2022-11-16: {{}}")) == [
        "møtet 16. november 2022 skal ledes av lederen, men det er ikke ført"
    ]


def test_what_is_unknown_is_not_called_unrecorded() -> None:
    found = dom(f"{krav('moete', '{moeteleder: leder}')}{FOLK}moeter/2022-11-16: {{moeteleder: ukjent}}")
    (point,) = found.ikke_vurdert
    assert point.finding.message == "møtet 16. november 2022: «moeteleder» er ukjent"


def test_several_things_missing_of_one_meeting_are_one_finding() -> None:
    rule = krav("moete", "{moeteleder: leder, aapent: ja}")
    found = dom(f"{rule}{FOLK}moeter/2022-11-16: {{moeteleder: nora, aapent: nei}}")
    assert meldinger(found) == [
        "møtet 16. november 2022 skal ledes av lederen, men det er Nora, og skal være åpent"
    ]


@pytest.mark.parametrize(
    ("form", "ventet"),
    [("fysisk", 1), ("hybrid", 1), ("digitalt", 0), ("ukjent", "uvisst")],
)
def test_a_demand_on_some_forms_of_meeting(form: str, ventet: int | str) -> None:
    rule = krav("moete", "{sted: {universell_utforming: ja}}", "{form: [fysisk, hybrid]}")
    found = utfall(dom(f"{rule}moeter/2022-11-16: {{form: {form}, sted: {{navn: Rådhuset}}}}"))
    assert found == (
        ["uvisst 2022-11-16"]
        if ventet == "uvisst"
        else ["feil krav @ moeter/2022-11-16 sted.universell_utforming"] * int(ventet)
    )


def test_a_meeting_ahead_is_judged_by_what_is_written_of_it() -> None:
    rule = krav("moete", "{moeteleder: leder, aapent: ja}")
    ahead = "moeter/2022-11-16: {status: planlagtMORE}"
    assert utfall(dom(rule + FOLK + ahead.replace("MORE", ""))) == []
    assert utfall(dom(rule + FOLK + ahead.replace("MORE", ", aapent: nei"))) == [
        "feil krav @ moeter/2022-11-16 aapent"
    ]
    assert utfall(dom(rule + FOLK + ahead.replace("planlagtMORE", "avlyst, aapent: nei"))) == []


def test_who_had_the_verv_on_the_day_of_the_meeting() -> None:
    kari = "medlemmer/kari: {oppnevninger: [{verv: leder, fra: 2022-01-01, til: DAG}]}\n"
    rule = krav("moete", "{moeteleder: leder}") + "moeter/2022-11-16: {moeteleder: kari}\n"
    assert utfall(dom(rule + kari.replace("DAG", "2022-11-16"))) == []
    assert utfall(dom(rule + kari.replace("DAG", "2022-11-15"))) == [
        "feil krav @ moeter/2022-11-16 moeteleder"
    ]
    assert utfall(dom(rule + kari.replace("DAG", "ukjent"))) == ["uvisst 2022-11-16"]


# Appointments: the leader from Nav, row 5 of the table

LEDER_FRA_NAV = """
mandat: MANDAT
organisasjoner: {nav-x: {navn: Nav X, type: offentlig, side: nav}, ffo: {navn: FFO, type: paraply, side: bruker}}
utvalg: {organisasjoner: [ffo], regelverk: [{id: MANDAT, fra: 2015-01-01}]}
medlemmer/nina:
  {side: nav, representerer: nav-x, oppnevninger: [{verv: leder, fra: 2022-01-01, til: 2022-12-31, valgt_i: 1/21}]}
moeter/2021-12-01:
  saker:
    - nr: 1/21
      tittel: Valg
      type: valg
      valg: [{verv: leder, valgt: [nina], fra: 2022-01-01, til: 2022-12-31FRAVIKER}]
"""
VALGET = "krav @ moeter/2021-12-01 saker.0.valg.0.valgt.0"


@pytest.mark.parametrize(
    ("mandat", "fraviker", "ventet"),
    [
        ("nav-troendelag-2020", "", [f"feil {VALGET}"]),
        ("nav-troendelag-2020", ", fraviker: leder-side", [f"feil {VALGET}"]),  # it may not be departed from
        ("nav-vestland-2019", "", [f"advarsel {VALGET}"]),
        ("nav-vestland-2019", ", fraviker: leder-side", ["fraveket nina leder 2022-01-01"]),
        ("mal-nav-kontor-2015", "", [f"advarsel {VALGET}"]),
        ("mal-nav-kontor-2015", ", fraviker: leder-side", ["fraveket nina leder 2022-01-01"]),
    ],
)
def test_a_leader_from_nav(mandat: str, fraviker: str, ventet: list[str]) -> None:
    found = dom(LEDER_FRA_NAV.replace("MANDAT", mandat).replace("FRAVIKER", fraviker))
    assert utfall(found, "leder-side") == ventet


def test_a_departure_may_stand_in_the_person_s_file_too() -> None:
    register = LEDER_FRA_NAV.replace("MANDAT", "nav-vestland-2019").replace("FRAVIKER", "")
    register = register.replace("valgt_i: 1/21}]", "valgt_i: 1/21, fraviker: leder-side}]")
    assert utfall(dom(register), "leder-side") == ["fraveket nina leder 2022-01-01"]


def test_a_leader_from_a_user_organisation_with_a_seat() -> None:
    register = LEDER_FRA_NAV.replace("MANDAT", "nav-vestland-2019").replace("FRAVIKER", "")
    from_ffo = register.replace("side: nav, representerer: nav-x", "side: bruker, representerer: ffo")
    assert utfall(dom(from_ffo), "leder-side") == []
    without_seat = from_ffo.replace("{organisasjoner: [ffo]", "{organisasjoner: []")
    assert utfall(dom(without_seat), "leder-side") == [f"advarsel {VALGET}"]
    unknown = from_ffo.replace("{organisasjoner: [ffo]", "{organisasjoner: ukjent")
    assert utfall(dom(unknown), "leder-side") == ["uvisst nina leder 2022-01-01"]


FULLMAKT = krav("oppnevning", "{fullmakt: ja}", "{verv: [medlem, vara], side: bruker}")


@pytest.mark.parametrize(
    ("skal_ha", "oppnevning", "ventet"),
    [
        ("{fullmakt: ja}", "fullmakt: ja", []),
        ("{fullmakt: ja}", "fullmakt: nei", ["feil krav @ medlemmer/kari oppnevninger.0.fullmakt"]),
        ("{fullmakt: ja}", "merknad: A", ["feil krav @ medlemmer/kari oppnevninger.0.fullmakt"]),
        ("{fullmakt: ja}", "fullmakt: ukjent", ["uvisst kari medlem 2022-01-01"]),
        ("{av: nav-x}", "av: nav-x", []),
        ("{av: eier}", "av: nav-x", []),
        ("{av: eier}", "av: ffo", ["feil krav @ medlemmer/kari oppnevninger.0.av"]),
        ("{av: eier}", "av: ukjent", ["uvisst kari medlem 2022-01-01"]),
        ("{av: eier}", "merknad: A", ["feil krav @ medlemmer/kari oppnevninger.0.av"]),
        ("{foreslaatt_av: organisasjon}", "foreslaatt_av: ffo", []),
        (
            "{foreslaatt_av: organisasjon}",
            "merknad: A",
            ["feil krav @ medlemmer/kari oppnevninger.0.foreslaatt_av"],
        ),
        ("{foreslaatt_av: organisasjon}", "foreslaatt_av: ukjent", ["uvisst kari medlem 2022-01-01"]),
        (
            "{foreslaatt_av: organisasjon}",
            "foreslaatt_av: nav-x",
            ["feil krav @ medlemmer/kari oppnevninger.0.foreslaatt_av"],
        ),
        ("{foreslaatt_av: [organisasjon, eier]}", "foreslaatt_av: nav-x", []),
        ("{foreslaatt_av: organisasjon}", "foreslaatt_av: laget", ["uvisst kari medlem 2022-01-01"]),
        ("{foreslaatt_av: nav-x}", "foreslaatt_av: nav-x", []),
        (
            "{foreslaatt_av: nav-x}",
            "foreslaatt_av: ffo",
            ["feil krav @ medlemmer/kari oppnevninger.0.foreslaatt_av"],
        ),
        ("{side: bruker}", "side: bruker", []),
        ("{side: [bruker, nav]}", "side: nav", []),
        ("{side: bruker}", "side: nav", ["feil krav @ medlemmer/kari oppnevninger.0.verv"]),
        ("{representert_i_utvalget: ja}", "representerer: ffo", []),
        (
            "{representert_i_utvalget: ja}",
            "representerer: nav-x",
            ["feil krav @ medlemmer/kari oppnevninger.0.verv"],
        ),
    ],
)
def test_each_appointment(skal_ha: str, oppnevning: str, ventet: list[str]) -> None:
    register = f"""
organisasjoner:
  ffo: {{navn: FFO, type: paraply, side: bruker}}
  nav-x: {{navn: Nav X, type: offentlig, side: nav}}
  laget: {{navn: Laget, type: ukjent, side: bruker}}
utvalg: {{eier: nav-x, organisasjoner: [ffo], regelverk: [{{id: regelverket, fra: 2000-01-01}}]}}
medlemmer/kari: {{representerer: ffo, oppnevninger: [{{verv: medlem, fra: 2022-01-01, {oppnevning}}}]}}
"""
    assert utfall(dom(krav("oppnevning", skal_ha) + register)) == ventet


@pytest.mark.parametrize(
    ("representert", "ventet"),
    [("ffo", ["feil krav @ medlemmer/kari oppnevninger.0.verv"]), ("nav-x", [])],
)
def test_a_demand_that_someone_is_from_outside(representert: str, ventet: list[str]) -> None:
    register = f"""
organisasjoner:
  ffo: {{navn: FFO, type: paraply, side: bruker}}
  nav-x: {{navn: Nav X, type: offentlig, side: nav}}
utvalg: {{organisasjoner: [ffo], regelverk: [{{id: regelverket, fra: 2000-01-01}}]}}
medlemmer/kari: {{representerer: {representert}, oppnevninger: [{{verv: medlem, fra: 2022-01-01}}]}}
"""
    assert utfall(dom(krav("oppnevning", "{representert_i_utvalget: nei}") + register)) == ventet


@pytest.mark.parametrize(
    ("utvalget", "ventet"),
    [
        ("", ["uvisst kari medlem 2022-01-01"]),  # nobody has said which have a seat
        ("organisasjoner: ukjent, ", ["uvisst kari medlem 2022-01-01"]),
        ("organisasjoner: [], ", ["feil krav @ medlemmer/kari oppnevninger.0.verv"]),
    ],
)
def test_which_organisations_have_a_seat_is_not_known_where_nobody_has_said(
    utvalget: str, ventet: list[str]
) -> None:
    register = f"""
organisasjoner: {{ffo: {{navn: FFO, type: paraply, side: bruker}}}}
utvalg: {{{utvalget}regelverk: [{{id: regelverket, fra: 2000-01-01}}]}}
medlemmer/kari: {{representerer: ffo, oppnevninger: [{{verv: medlem, fra: 2022-01-01}}]}}
"""
    found = dom(krav("oppnevning", "{representert_i_utvalget: ja}") + register)
    assert utfall(found, "regelen") == ventet
    if "uvisst" in ventet[0]:
        (unsure,) = found.ikke_vurdert
        assert "hvilke organisasjoner som har plass i utvalget, er ukjent" in unsure.finding.message


@pytest.mark.parametrize(
    ("kari", "ventet"),
    [
        ("{oppnevninger: [{verv: medlem, fra: 2022-01-01}]}", 1),
        ("{oppnevninger: [{verv: vara, fra: 2022-01-01}]}", 1),
        ("{oppnevninger: [{verv: leder, fra: 2022-01-01}]}", 0),
        ("{side: nav, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}", 0),
        ("{side: nav, oppnevninger: [{verv: medlem, side: bruker, fra: 2022-01-01}]}", 1),
    ],
)
def test_a_demand_on_some_appointments(kari: str, ventet: int) -> None:
    assert (
        utfall(dom(f"{FULLMAKT}medlemmer/kari: {kari}"))
        == ["feil krav @ medlemmer/kari oppnevninger.0.fullmakt"] * ventet
    )


def test_where_it_is_unknown_which_side_somebody_sits_for() -> None:
    kari = "medlemmer/kari: {side: ukjent, oppnevninger: [{verv: medlem, fra: 2022-01-01FULLMAKT}]}"
    assert utfall(dom(FULLMAKT + kari.replace("FULLMAKT", ""))) == ["uvisst kari medlem 2022-01-01"]
    assert utfall(dom(FULLMAKT + kari.replace("FULLMAKT", ", fullmakt: ja"))) == []


def test_a_term_whose_first_day_is_unknown_is_not_judged() -> None:
    kari = "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: ukjent, fullmakt: nei}]}"
    assert utfall(dom(FULLMAKT + kari)) == ["uvisst kari medlem 1"]


# Cases


@pytest.mark.parametrize(
    ("skal_ha", "der", "sak", "ventet"),
    [
        ("{foer_beslutning: ja}", "", "foer_beslutning: ja", []),
        (
            "{foer_beslutning: ja}",
            "",
            "foer_beslutning: nei",
            ["feil krav @ moeter/2022-11-16 saker.0.foer_beslutning"],
        ),
        (
            "{foer_beslutning: ja}",
            "",
            "merknad: A",
            ["feil krav @ moeter/2022-11-16 saker.0.foer_beslutning"],
        ),
        ("{foer_beslutning: ja}", "", "foer_beslutning: ukjent", ["uvisst 1/22"]),
        ("{foer_beslutning: ja}", "{type: vedtak}", "merknad: A", []),
        ("{foer_beslutning: ja}", "{type: [vedtak, droefting]}", "foer_beslutning: ja", []),
        ("{offentlig_tittel: foert}", "{fortrolig: ja}", "fortrolig: ja, offentlig_tittel: En sak", []),
        (
            "{offentlig_tittel: foert}",
            "{fortrolig: ja}",
            "fortrolig: ja",
            ["feil krav @ moeter/2022-11-16 saker.0.offentlig_tittel"],
        ),
        ("{offentlig_tittel: foert}", "{fortrolig: ja}", "fortrolig: nei", []),
        ("{offentlig_tittel: foert}", "{fortrolig: ja}", "merknad: A", []),
        ("{offentlig_tittel: ikke_foert}", "{fortrolig: ja}", "fortrolig: ja", []),
        ("{fortrolig_til: foert}", "{fortrolig: ja}", "fortrolig: ja, fortrolig_til: 2023-01-01", []),
        (
            "{fortrolig_til: foert}",
            "{fortrolig: ja}",
            "fortrolig: ja, fortrolig_til: ukjent",
            ["uvisst 1/22"],
        ),
        (
            "{fortrolig_til: foert}",
            "{fortrolig: ja}",
            "fortrolig: ja",
            ["feil krav @ moeter/2022-11-16 saker.0.fortrolig_til"],
        ),
    ],
)
def test_each_case(skal_ha: str, der: str, sak: str, ventet: list[str]) -> None:
    case = f"moeter/2022-11-16: {{saker: [{{nr: 1/22, tittel: A, type: droefting, {sak}}}]}}"
    assert utfall(dom(krav("sak", skal_ha, der) + case)) == ventet


SENDT_VIDERE = (
    krav("sak", "{finnes_hos_mottaker: ja}", "{oversendt_til: overordnet}")
    + """
utvalg: {overordnet: sentralt, regelverk: [{id: regelverket, fra: 2000-01-01}]}
utvalgene/sentralt/utvalg: {navn: Sentralt utvalg, nivaa: sentral, maalform: nb}
moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: annet, oversendt_til: sentralt}]}
"""
)


@pytest.mark.parametrize(
    ("hos_mottaker", "ventet"),
    [
        ("", ["feil krav @ moeter/2022-11-16 saker.0.oversendt_til"]),
        (
            "utvalgene/sentralt/saker/2022-007: {tittel: A, innmeldt_av: ukjent, innmeldt: ukjent, "
            "oversendt_fra: utvalget 1/22}",
            [],
        ),
        (
            "utvalgene/sentralt/moeter/2022-12-01: {dato: 2022-12-01, status: avholdt, saker: "
            "[{nr: 9/22, tittel: A, type: droefting, oversendt_fra: utvalget 1/22}]}",
            [],
        ),
        (
            "utvalgene/sentralt/saker/2022-007: {tittel: A, innmeldt_av: ukjent, innmeldt: ukjent, "
            "oversendt_fra: utvalget 2/22}",
            ["feil krav @ moeter/2022-11-16 saker.0.oversendt_til"],
        ),
    ],
)
def test_a_case_that_was_sent_on(hos_mottaker: str, ventet: list[str]) -> None:
    assert utfall(dom(SENDT_VIDERE + hos_mottaker)) == ventet


def test_a_case_sent_to_a_body_whose_records_are_kept_elsewhere() -> None:
    elsewhere = SENDT_VIDERE.replace(
        "utvalgene/sentralt/utvalg: {navn: Sentralt utvalg, nivaa: sentral, maalform: nb}",
        "organisasjoner: {sentralt: {navn: Sentralt utvalg, type: offentlig, side: nav}}",
    )
    (unsure,) = dom(elsewhere).ikke_vurdert
    assert unsure.finding.message == "sak 1/22: om Sentralt utvalg har fått saken, er ukjent"
    assert dom(elsewhere).funn == ()


def test_a_case_that_may_stand_in_a_file_that_cannot_be_read() -> None:
    broken = "utvalgene/sentralt/saker/2022-007: {tittel: A, ukjent_noekkel: ja}"
    assert "uvisst 1/22" in utfall(dom(SENDT_VIDERE + broken))


# Attendance


OPPMOETE = """
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/ola: {oppnevninger: [{verv: vara, fra: 2022-01-01}]}
medlemmer/nina: {side: nav, oppnevninger: [{verv: sekretaer, fra: 2022-01-01}]}
moeter/2022-11-16: {oppmoete: [{person: HVEM}]}
"""
DEKKER = krav("oppmoete", "{dekker: {alle: [reise, moetegodtgjoerelse]}}", "{side: bruker}")


@pytest.mark.parametrize(
    ("hvem", "ventet"),
    [
        ("kari, dekker: [reise, moetegodtgjoerelse]", []),
        ("kari, dekker: [moetegodtgjoerelse, annet, reise]", []),
        ("kari, dekker: reise", ["feil krav @ moeter/2022-11-16 oppmoete.0.dekker"]),
        ("kari", ["feil krav @ moeter/2022-11-16 oppmoete.0.dekker"]),
        ("kari, dekker: ukjent", ["uvisst 2022-11-16 kari"]),
        ("nina", []),  # another side
        ("ola, lytter: ja", []),  # a deputy who only listens
        ("ola, vara_for: kari", ["feil krav @ moeter/2022-11-16 oppmoete.0.dekker"]),
        ("ola", []),  # a deputy who stands in for nobody
    ],
)
def test_each_attendance(hvem: str, ventet: list[str]) -> None:
    assert utfall(dom(DEKKER + OPPMOETE.replace("HVEM", hvem))) == ventet


def test_a_guest_is_not_compensated() -> None:
    guest = OPPMOETE.replace("person: HVEM", "navn: Gro Gjest, side: bruker")
    assert utfall(dom(DEKKER + guest)) == []


@pytest.mark.parametrize(
    ("hvem", "ventet"),
    [
        ("kari, godtgjoeres_etter: statens_personalhaandbok", []),
        ("kari, godtgjoeres_etter: kommunale_regler", []),
        ("kari, godtgjoeres_etter: skjoenn", ["feil krav @ moeter/2022-11-16 oppmoete.0.godtgjoeres_etter"]),
        ("kari, godtgjoeres_etter: ukjent", ["uvisst 2022-11-16 kari"]),
    ],
)
def test_the_rules_of_compensation(hvem: str, ventet: list[str]) -> None:
    rule = krav(
        "oppmoete", "{godtgjoeres_etter: [statens_personalhaandbok, kommunale_regler]}", "{side: bruker}"
    )
    assert utfall(dom(rule + OPPMOETE.replace("HVEM", hvem))) == ventet


def test_an_attendance_list_that_is_unknown_cannot_be_judged() -> None:
    assert utfall(dom(DEKKER + "moeter/2022-11-16: {oppmoete: ukjent}")) == ["uvisst 2022-11-16"]


# Follow-ups

OPPFOELGING = krav("oppfoelging", "{ansvarlig: foert, fullfoert: i_tide}")


def punkt(text: str, dato: str = "2023-01-01", more: str = "") -> str:
    item = f"[{{hva: Undersøke, {text}}}]"
    return f"""
dato: {dato}
{more}
moeter/2022-11-16: {{saker: [{{nr: 1/22, tittel: A, type: annet, oppfoelging: {item}}}]}}
"""


@pytest.mark.parametrize(
    ("text", "ventet"),
    [
        ("ansvarlig: nav, frist: 2022-12-01, fullfoert: 2022-12-01", []),
        (
            "ansvarlig: nav, frist: 2022-12-01, fullfoert: 2022-12-02",
            ["feil krav @ moeter/2022-11-16 saker.0.oppfoelging.0.hva"],
        ),
        ("ansvarlig: nav, frist: 2022-12-01, fullfoert: ukjent", ["uvisst 1/22 oppfølging 1"]),
        ("ansvarlig: nav, frist: ukjent, fullfoert: ukjent", ["uvisst 1/22 oppfølging 1 frist"]),
        ("ansvarlig: ukjent, frist: 2022-12-01, fullfoert: 2022-11-20", ["uvisst 1/22 oppfølging 1"]),
    ],
)
def test_each_follow_up(text: str, ventet: list[str]) -> None:
    assert utfall(dom(OPPFOELGING + punkt(text))) == ventet


@pytest.mark.parametrize(("dato", "ventet"), [("2022-12-01", []), ("2022-12-02", ["advarsel"])])
def test_a_follow_up_that_is_not_done_is_late_the_day_after(dato: str, ventet: list[str]) -> None:
    found = sagt(dom(OPPFOELGING + punkt("ansvarlig: nav, frist: 2022-12-01", dato)))
    assert [line.split()[0] for line in found] == ventet


def test_a_follow_up_without_an_owner() -> None:
    found = sagt(dom(OPPFOELGING + punkt("frist: 2022-12-01, fullfoert: 2022-11-20")))
    assert found == ["feil krav @ moeter/2022-11-16 saker.0.oppfoelging.0.hva"]


@pytest.mark.parametrize(
    ("fortrolig", "ventet"), [("nei", "oppfølgingen «Undersøke» i sak"), ("ja", "oppfølging nr. 1 i sak")]
)
@pytest.mark.parametrize(
    "text", ["frist: 2022-12-01", "ansvarlig: nav, frist: 2022-12-01", "ansvarlig: ukjent"]
)
def test_what_a_confidential_case_will_have_done_is_not_said(fortrolig: str, ventet: str, text: str) -> None:
    report = dom(OPPFOELGING + punkt(text).replace("type: annet", f"type: annet, fortrolig: {fortrolig}"))
    said = [*meldinger(report), *(p.finding.message for p in report.ikke_vurdert)]
    assert any(ventet in each for each in said)
    assert any("Undersøke" in each for each in said) is (fortrolig == "nei")


@pytest.mark.parametrize(
    ("fortrolig", "ventet"), [("nei", ", men det er mobbing"), ("ja", "skal handle om språk")]
)
def test_the_subject_of_a_confidential_case_is_not_said(fortrolig: str, ventet: str) -> None:
    case = f"nr: 1/22, tittel: A, type: annet, tema: mobbing, fortrolig: {fortrolig}"
    [said] = meldinger(dom(krav("sak", "{tema: språk}") + f"\nmoeter/2022-11-16: {{saker: [{{{case}}}]}}"))
    assert said.endswith(ventet)


# Departed from


@pytest.mark.parametrize(
    ("regel", "register", "gjelder", "emne"),
    [
        (krav("moete", "{aapent: ja}"), "moeter/2022-11-16: {aapent: nei}", "2022-11-16", "2022-11-16"),
        (
            krav("oppnevning", "{fullmakt: ja}"),
            "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}",
            "kari",
            "kari medlem 2022-01-01",
        ),
        (
            krav("sak", "{foer_beslutning: ja}"),
            "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: annet}]}",
            "1/22",
            "1/22",
        ),
        (
            krav("oppmoete", "{dekker: reise}"),
            "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"
            "moeter/2022-11-16: {oppmoete: [{person: kari}]}",
            "2022-11-16",
            "2022-11-16 kari",
        ),
        (
            krav("oppfoelging", "{ansvarlig: foert}"),
            "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: annet, "
            "oppfoelging: [{hva: B, fullfoert: 2022-12-01}]}]}",
            "1/22",
            "1/22 oppfølging 1",
        ),
    ],
)
def test_a_decided_deviation_from_each_kind_of_demand(
    regel: str, register: str, gjelder: str, emne: str
) -> None:
    council = f"""
utvalg:
  regelverk: [{{id: regelverket, fra: 2000-01-01}}]
  avvik: [{{bestemmelse: regelen, gjelder: {gjelder}, grunn: A, vedtatt_i: Brev fra eieren}}]
"""
    assert utfall(dom(regel + council + register)) == [f"fraveket {emne}"]


# One mistake, one message


@pytest.mark.parametrize(
    ("regel", "register", "sted"),
    [
        (
            krav("oppnevning", "{av: eier}"),
            "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01, av: nav-xx}]}",
            "medlemmer/kari oppnevninger.0.av",
        ),
        (
            krav("oppnevning", "{foreslaatt_av: organisasjon}"),
            "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01, foreslaatt_av: fffo}]}",
            "medlemmer/kari oppnevninger.0.foreslaatt_av",
        ),
        (
            krav("moete", "{sakliste: {godkjent_av: leder}}"),
            "moeter/2022-11-16: {sakliste: {godkjent_av: [karri]}}",
            "moeter/2022-11-16 sakliste.godkjent_av.0",
        ),
        (
            krav("moete", "{sakliste: {foreslaatt_av: redaksjonsraad}}"),
            "moeter/2022-11-16: {sakliste: {foreslaatt_av: [redaksjonsråd]}}",
            "moeter/2022-11-16 sakliste.foreslaatt_av.0",
        ),
    ],
)
def test_a_misspelt_name_is_not_also_somebody_else(regel: str, register: str, sted: str) -> None:
    shared = """
organisasjoner: {nav-x: {navn: Nav X, type: offentlig, side: nav}, ffo: {navn: FFO, type: paraply, side: bruker}}
utvalg: {eier: nav-x, regelverk: [{id: regelverket, fra: 2000-01-01}]}
"""
    assert sagt(dom(regel + shared + register)) == [f"feil ukjent-referanse @ {sted}"]


@pytest.mark.parametrize(
    ("foer", "ventet"),
    [
        ("fra: 2021, til: 2022", ["feil krav @ medlemmer/siv oppnevninger.0.verv"]),
        ("fra: 2022-12, til: 2022-12-31", ["feil krav @ medlemmer/siv oppnevninger.0.verv"]),
        ("fra: 2024, til: 2025", ["uvisst siv leder 2023-01-01"]),
        ("fra: ukjent, til: 2025", ["uvisst siv leder 2023-01-01"]),
    ],
)
def test_who_surely_led_before_has_not_taken_over_since(foer: str, ventet: list[str]) -> None:
    rule = krav("oppnevning", "{side: bruker}", "{verv: leder}")
    text = f"""
organisasjoner: {{ffo: {{navn: FFO, type: paraply, side: bruker}}}}
medlemmer/kari: {{representerer: ffo, oppnevninger: [{{verv: leder, {foer}}}]}}
medlemmer/siv: {{side: nav, oppnevninger: [{{verv: leder, fra: 2023-01-01, til: 2023-12-31}}]}}
"""
    assert utfall(dom(rule + text)) == ventet
