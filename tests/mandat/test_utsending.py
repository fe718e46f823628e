"""utsending: what goes to whom and where – and, in Vestland, not before it is approved. Row 9 of the table."""

from __future__ import annotations

import pytest

from smaa_registre import dom, meldinger, sagt, utfall

# Two meetings: the minutes of the first were approved at the second.
TO_MOETER = """
dato: 2022-12-31
moeter/2022-09-22:
  sakliste: {publisert: {dato: 2022-09-10, kanal: nav.no}}
  referat: {godkjent: {moete: 2022-11-16, sak: 1/22}, publisert: PUBLISERT}
moeter/2022-11-16:
  sakliste: {publisert: {dato: 2022-11-06, kanal: nav.no}}
  saker: [{nr: 1/22, tittel: Referat, type: godkjenning, godkjenner: [2022-09-22]}]
"""
FOER_GODKJENT = "feil utsending @ moeter/2022-09-22 referat.publisert.dato"


@pytest.mark.parametrize(
    ("mandat", "dag", "ventet"),
    [
        ("nav-vestland-2019", "2022-09-30", [FOER_GODKJENT]),
        ("nav-vestland-2019", "2022-11-15", [FOER_GODKJENT]),
        ("nav-vestland-2019", "2022-11-16", []),  # the day itself
        ("nav-vestland-2019", "2022-11-17", []),
        ("nav-vestland-2019", "ukjent", ["uvisst 2022-09-22 før godkjenning"]),
        ("nav-troendelag-2020", "2022-09-30", []),
        ("nav-troendelag-2020", "2022-11-16", []),
        ("nav-troendelag-2020", "2022-11-17", ["rettet 2022-09-22 referat"]),  # a day after the next meeting
    ],
)
def test_minutes_published_before_they_were_approved(mandat: str, dag: str, ventet: list[str]) -> None:
    register = TO_MOETER.replace("PUBLISERT", f"{{dato: {dag}, kanal: nav.no}}")
    assert utfall(dom(f"mandat: {mandat}\n{register}"), "publisering") == ventet


def test_minutes_published_that_were_never_approved() -> None:
    register = TO_MOETER.replace("PUBLISERT", "{dato: 2022-11-17, kanal: nav.no}").replace(
        "godkjent: {moete: 2022-11-16, sak: 1/22}, ", ""
    )
    found = dom(f"mandat: nav-vestland-2019\n{register}")
    assert utfall(found, "publisering") == [FOER_GODKJENT]
    assert (
        "referatet fra møtet 22. september 2022 ble lagt ut 17. november 2022, men er ikke godkjent"
        in meldinger(found)
    )


def test_minutes_that_were_approved_on_an_unknown_day() -> None:
    register = TO_MOETER.replace("PUBLISERT", "{dato: 2022-11-17, kanal: nav.no}").replace(
        "godkjent: {moete: 2022-11-16, sak: 1/22}", "godkjent: ukjent"
    )
    assert utfall(dom(f"mandat: nav-vestland-2019\n{register}"), "publisering") == [
        "uvisst 2022-09-22 før godkjenning"
    ]


# What is not yet out

REFERAT = "regel: {regel: utsending, hva: referat, kanal: nav.no}\n"
SAKLISTE = "regel: {regel: utsending, hva: sakliste, kanal: nav.no}\n"


@pytest.mark.parametrize(
    ("publisert", "ventet"),
    [
        ("{dato: 2022-11-16, kanal: nav.no}", []),
        ("{dato: 2022-11-16}", ["uvisst 2022-09-22 referat"]),  # nobody says where
        ("{dato: 2022-11-17, kanal: nav.no}", ["rettet 2022-09-22 referat"]),  # missing for a day
        (
            "{dato: 2023-01-02, kanal: nav.no}",
            ["feil utsending @ moeter/2022-09-22 referat.publisert.dato"],
        ),  # not out yet
        ("{dato: ukjent}", ["uvisst 2022-09-22 referat"]),
        ("{dato: 2022-11-17, kanal: intranett}", ["feil utsending @ moeter/2022-09-22 referat.publisert"]),
        ("~", ["feil utsending @ moeter/2022-09-22 referat.publisert"]),
        ("ukjent", ["uvisst 2022-09-22 referat"]),
    ],
)
def test_minutes_are_published_by_the_next_meeting(publisert: str, ventet: list[str]) -> None:
    """Those of the last meeting held are not due yet."""
    assert utfall(dom(REFERAT + TO_MOETER.replace("PUBLISERT", publisert))) == ventet


def test_minutes_of_the_last_meeting_are_not_due() -> None:
    register = REFERAT + "moeter/2022-11-16: {}\nmoeter/2023-02-09: {status: planlagt}\n"
    assert utfall(dom(f"dato: 2023-06-01\n{register}")) == []


@pytest.mark.parametrize("referat", ["{}", "ukjent"])
def test_nothing_recorded_of_the_minutes(referat: str) -> None:
    register = f"{REFERAT}moeter/2022-09-22: {{referat: {referat}}}\nmoeter/2022-11-16: {{}}\n"
    expected = "uvisst 2022-09-22 referat" if referat == "ukjent" else FOER_GODKJENT.rpartition(".")[0]
    assert utfall(dom(register)) == [expected]


@pytest.mark.parametrize(
    ("sakliste", "ventet"),
    [
        ("{publisert: {dato: 2022-11-06, kanal: nav.no}}", []),
        ("{dato: 2022-11-06}", ["feil utsending @ moeter/2022-11-16 sakliste.publisert"]),
        ("~", ["feil utsending @ moeter/2022-11-16 sakliste.publisert"]),
        ("ukjent", ["uvisst 2022-11-16 sakliste"]),
        ("{publisert: ukjent}", ["uvisst 2022-11-16 sakliste"]),
    ],
)
def test_an_agenda_is_published_by_its_own_meeting(sakliste: str, ventet: list[str]) -> None:
    assert utfall(dom(f"{SAKLISTE}moeter/2022-11-16: {{sakliste: {sakliste}}}")) == ventet
    assert utfall(dom(f"{SAKLISTE}moeter/2022-11-16: {{status: innkalt, sakliste: {sakliste}}}")) == []


def test_an_agenda_need_not_be_approved_to_be_published() -> None:
    rule = SAKLISTE.replace("kanal: nav.no", "kanal: nav.no, foerst_naar: godkjent")
    assert (
        utfall(dom(rule + "moeter/2022-11-16: {sakliste: {publisert: {dato: 2022-11-06, kanal: nav.no}}}"))
        == []
    )


# To whom

TIL = """
regel: {regel: utsending, hva: referat, til: [nav-fylke, eier]}
organisasjoner:
  nav-fylke: {navn: Nav fylke, type: offentlig, side: nav}
  nav-x: {navn: Nav X, type: offentlig, side: nav}
utvalg: {eier: nav-x, regelverk: [{id: regelverket, fra: 2000-01-01}]}
moeter/2022-09-22: {referat: REFERAT}
moeter/2022-11-16: {}
"""
IKKE_SENDT = "feil utsending @ moeter/2022-09-22 referat.sendt_til"


@pytest.mark.parametrize(
    ("referat", "ventet"),
    [
        ("{sendt_til: [nav-fylke, nav-x]}", []),
        ("{sendt_til: [nav-x, kopi, nav-fylke]}", []),
        ("{sendt_til: nav-fylke}", [IKKE_SENDT]),
        ("{sendt_til: []}", [IKKE_SENDT]),
        ("{}", [IKKE_SENDT]),
        ("~", [IKKE_SENDT]),
        ("{sendt_til: ukjent}", ["uvisst 2022-09-22 sendt"]),
        ("ukjent", ["uvisst 2022-09-22 sendt"]),
    ],
)
def test_minutes_are_sent_to_those_the_mandate_names(referat: str, ventet: list[str]) -> None:
    found = [line for line in utfall(dom(TIL.replace("REFERAT", referat))) if "godkjenning" not in line]
    assert found == ventet


def test_the_finding_names_those_who_did_not_get_it() -> None:
    found = dom(TIL.replace("REFERAT", "{sendt_til: nav-fylke}"))
    assert meldinger(found) == ["referatet fra møtet 22. september 2022 er ikke sendt til Nav X"]


def test_a_decided_deviation() -> None:
    avvik = """
utvalg:
  regelverk: [{id: regelverket, fra: 2000-01-01}]
  avvik: [{bestemmelse: regelen, grunn: Nettsiden er nede, vedtatt_i: Brev fra eieren}]
"""
    assert utfall(dom(REFERAT + avvik + TO_MOETER.replace("PUBLISERT", "~"))) == [
        "fraveket 2022-09-22 referat"
    ]


def test_what_waits_for_approval_is_not_late_at_the_meeting_that_approves() -> None:
    text = """
    ordliste: {mottakere: {nav-fylke: Nav fylke}}
    regel: {regel: utsending, hva: referat, til: nav-fylke, foerst_naar: godkjent}
    moeter/2022-09-22: {referat: {godkjent: {moete: 2022-11-16, sak: 1/22}}}
    moeter/2022-11-16: {saker: [{nr: 1/22, tittel: R, type: godkjenning, godkjenner: [2022-09-22]}]}
    """
    assert sagt(dom(text), "regelen") == []
    later = f"{text}moeter/2022-12-14: {{}}\n"
    assert sagt(dom(later), "regelen") == ["feil utsending @ moeter/2022-09-22 referat.sendt_til"]
