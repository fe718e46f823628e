"""Demands on the records that are neither meeting nor appointment: absences, decisions, courses, the council itself."""

from __future__ import annotations

import pytest

from smaa_registre import dom, meldinger, sagt, utfall


def krav(hver: str, skal_ha: str, der: str = "") -> str:
    where = f", der: {der}" if der else ""
    return f"regel: {{regel: krav, hver: {hver}{where}, skal_ha: {skal_ha}}}\n"


# Appointments

KARI = "medlemmer/kari: {FELTER oppnevninger: [{verv: medlem, fra: 2022-01-01, FELT}]}\n"


@pytest.mark.parametrize(
    ("skal_ha", "felt", "ventet"),
    [
        ("{samtykke: ja}", "samtykke: ja", []),
        ("{samtykke: ja}", "samtykke: nei", ["feil krav @ medlemmer/kari oppnevninger.0.samtykke"]),
        ("{samtykke: ja}", "av: ukjent", ["feil krav @ medlemmer/kari oppnevninger.0.samtykke"]),
        ("{samtykke: ja}", "samtykke: ukjent", ["uvisst kari medlem 2022-01-01"]),
        ("{alder: {hoeyst: 18}}", "alder: 18", []),
        ("{alder: {hoeyst: 18}}", "alder: 19", ["feil krav @ medlemmer/kari oppnevninger.0.alder"]),
        ("{alder: {hoeyst: 18}}", "alder: ukjent", ["uvisst kari medlem 2022-01-01"]),
        ("{alder: {minst: 13, hoeyst: 18}}", "alder: 12", ["feil krav @ medlemmer/kari oppnevninger.0.alder"]),
        ("{valgt_i: foert}", "valgt_i: 1/20", []),
        ("{valgt_i: foert}", "valgt_i: ukjent", ["uvisst kari medlem 2022-01-01"]),
        ("{valgt_i: foert}", "av: ukjent", ["feil krav @ medlemmer/kari oppnevninger.0.valgt_i"]),
    ],
)  # fmt: skip
def test_what_stands_in_the_term(skal_ha: str, felt: str, ventet: list[str]) -> None:
    kari = KARI.replace("FELTER", "").replace("FELT", felt)
    older = "utvalg: {registrert_fra: 2021-01-01}\nmoeter/2021-02-01: {saker: [{nr: 1/21, tittel: A, type: annet}]}\n"
    assert utfall(dom(krav("oppnevning", skal_ha) + older + kari), "regelen") == ventet


@pytest.mark.parametrize(
    ("skal_ha", "felter", "ventet"),
    [
        ("{gruppe: [unge, eldre]}", "grupper: [eldre],", []),
        ("{gruppe: [unge, eldre]}", "grupper: [rus],", ["feil krav @ medlemmer/kari oppnevninger.0.verv"]),
        ("{gruppe: unge}", "grupper: ukjent,", ["uvisst kari medlem 2022-01-01"]),
        ("{medlem_av: organisasjon}", "medlem_av: ffo,", []),
        ("{medlem_av: organisasjon}", "", ["feil krav @ medlemmer/kari oppnevninger.0.verv"]),
        ("{medlem_av: safo}", "medlem_av: ffo,", ["feil krav @ medlemmer/kari oppnevninger.0.verv"]),
        ("{medlem_av: safo}", "medlem_av: ukjent,", ["uvisst kari medlem 2022-01-01"]),
    ],
)
def test_what_stands_of_the_person(skal_ha: str, felter: str, ventet: list[str]) -> None:
    bodies = ("ffo", "safo")
    known = "\n".join(
        ["organisasjoner:"]
        + [f"  {name}: {{navn: {name}, type: paraply, side: bruker}}" for name in bodies]
        + ["ordliste: {grupper: {unge: unge, eldre: eldre}}\n"]
    )
    kari = KARI.replace("FELTER", felter).replace(", FELT", "")
    assert utfall(dom(krav("oppnevning", skal_ha) + known + kari), "regelen") == ventet


@pytest.mark.parametrize(
    ("medlem_til", "ventet"),
    [("2022-12-31", []), ("2021-12-31", ["feil krav @ medlemmer/kari oppnevninger.0.verv"])],
)
def test_a_leader_who_is_also_a_member(medlem_til: str, ventet: list[str]) -> None:
    terms = f"[{{verv: leder, fra: 2022-01-01}}, {{verv: medlem, fra: 2020-01-01, til: {medlem_til}}}]"
    rule = krav("oppnevning", "{ogsaa_verv: medlem}", "{verv: leder}")
    assert utfall(dom(f"{rule}medlemmer/kari: {{oppnevninger: {terms}}}")) == ventet


# Training

MODUL_2 = krav("oppnevning", "{opplaering: {modul: 2, innen: 1 aar}}", "{verv: medlem}")
SITTER = "[{verv: medlem, fra: 2020-02-29, til: 2021-12-31}, {verv: medlem, fra: 2022-01-01}]"


@pytest.mark.parametrize(
    ("opplaering", "ventet"),
    [
        ("[{modul: 2, dato: 2021-02-28}]", []),  # the day itself: a year after a leap day
        ("[{modul: 2, dato: 2021-03-01}]", ["feil krav @ medlemmer/kari oppnevninger.0.fra"]),
        ("[{modul: 2, dato: 2010-01-01}]", []),
        ("[{modul: 1, dato: 2021-02-28}]", ["feil krav @ medlemmer/kari oppnevninger.0.fra"]),
        ("[{dato: 2020-03-01}]", ["feil krav @ medlemmer/kari oppnevninger.0.fra"]),
        ("[{modul: ukjent, dato: 2020-03-01}]", ["uvisst kari medlem 2020-02-29"]),
        ("[{modul: 2, dato: ukjent}]", ["uvisst kari medlem 2020-02-29"]),
        ("ukjent", ["uvisst kari medlem 2020-02-29"]),
    ],
)
def test_training_is_asked_for_once_and_by_its_day(opplaering: str, ventet: list[str]) -> None:
    kari = f"medlemmer/kari: {{opplaering: {opplaering}, oppnevninger: {SITTER}}}\nmoeter/2022-02-02: {{}}\n"
    assert utfall(dom(MODUL_2 + kari)) == ventet


@pytest.mark.parametrize(("dato", "ventet"), [("2023-01-01", []), ("2023-01-02", ["advarsel"])])
def test_training_is_not_missed_before_it_is_due(dato: str, ventet: list[str]) -> None:
    kari = "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}"
    assert [line.split()[0] for line in sagt(dom(f"dato: {dato}\n{MODUL_2}{kari}"))] == ventet


def test_one_who_left_before_it_was_due_needed_none() -> None:
    kari = "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2020-01-01, til: 2020-06-30}]}"
    assert utfall(dom(MODUL_2 + kari)) == []


@pytest.mark.parametrize(
    ("kurs", "ventet"),
    [
        ("modul: 2, deltakere: [kari]", []),
        ("modul: 1, deltakere: [kari]", ["feil krav @ medlemmer/kari oppnevninger.0.fra"]),
        ("modul: 2, deltakere: [per]", ["feil krav @ medlemmer/kari oppnevninger.0.fra"]),
        ("modul: 2, deltakere: ukjent", ["uvisst kari medlem 2020-01-01"]),
    ],
)
def test_the_list_of_a_course_answers_too(kurs: str, ventet: list[str]) -> None:
    people = "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2020-01-01}]}\nmedlemmer/per: {}\n"
    course = f"hendelser: [{{hva: kurs, dato: 2020-03-10, {kurs}}}]\nmoeter/2022-02-02: {{}}\n"
    assert utfall(dom(MODUL_2 + people + course)) == ventet


# Courses

KURS = """
organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}, nav: {navn: Nav, type: offentlig, side: nav}}
utvalg: {eier: nav, organisasjoner: [ffo]}
medlemmer/dag: {side: nav, funksjon: [{funksjon: nav-leder, fra: 2022-01-01}]}
hendelser: [{hva: kurs, dato: 2022-03-10, modul: 2, FELT}]
"""


@pytest.mark.parametrize(
    ("skal_ha", "felt", "ventet"),
    [
        ("{arrangert_av: {bare: eier}}", "arrangert_av: nav", []),
        (
            "{arrangert_av: {bare: eier}}",
            "arrangert_av: [nav, ffo]",
            ["feil krav @ hendelser 0.arrangert_av"],
        ),
        ("{arrangert_av: {bare: organisasjon}}", "arrangert_av: ffo", []),
        (
            "{arrangert_av: {bare: organisasjon}}",
            "arrangert_av: nav",
            ["feil krav @ hendelser 0.arrangert_av"],
        ),
        ("{arrangert_av: {bare: eier}}", "merknad: x", ["feil krav @ hendelser 0.arrangert_av"]),
        ("{arrangert_av: {bare: eier}}", "arrangert_av: ukjent", ["uvisst kurs 2022-03-10"]),
        ("{betalt_av: {bare: eier}}", "betalt_av: ffo", ["feil krav @ hendelser 0.betalt_av"]),
        ("{deltakere: {alle: [{funksjon: nav-leder}]}}", "deltakere: [dag]", []),
        ("{deltakere: {alle: [{funksjon: nav-leder}]}}", "deltakere: [nav-leder]", []),
        (
            "{deltakere: {alle: [{funksjon: nav-leder}]}}",
            "deltakere: [kari]",
            ["feil krav @ hendelser 0.deltakere"],
        ),
        ("{deltakere: {alle: [{funksjon: nav-leder}]}}", "deltakere: ukjent", ["uvisst kurs 2022-03-10"]),
        ("{evaluert: ja}", "evaluert: ja", []),
        ("{evaluert: ja}", "evaluert: nei", ["feil krav @ hendelser 0.evaluert"]),
    ],
)
def test_each_course(skal_ha: str, felt: str, ventet: list[str]) -> None:
    text = krav("hendelse", skal_ha, "{hva: kurs, modul: 2}") + KURS.replace("FELT", felt)
    assert utfall(dom(text), "regelen") == ventet


@pytest.mark.parametrize(
    ("felt", "utvalg", "ventet"),
    [
        ("betalt_av: ukjent", "organisasjoner: ukjent", "«betalt_av» er ukjent"),
        ("betalt_av: ukjent", "organisasjoner: [ffo]", "«betalt_av» er ukjent"),
    ],
)
def test_of_a_course_the_fact_that_is_missing_is_named(felt: str, utvalg: str, ventet: str) -> None:
    text = KURS.replace("FELT", felt).replace("organisasjoner: [ffo]", utvalg)
    (point,) = dom(krav("hendelse", "{betalt_av: {bare: organisasjon}}", "{hva: kurs}") + text).ikke_vurdert
    assert point.finding.message == f"kurset 10. mars 2022: {ventet}"
    assert point.path.endswith("hendelser.yaml")


def test_a_course_in_another_module_is_not_asked() -> None:
    assert (
        utfall(
            dom(
                krav("hendelse", "{evaluert: ja}", "{hva: kurs, modul: 1}")
                + KURS.replace("FELT", "evaluert: nei")
            )
        )
        == []
    )


# Decisions


def vedtak(felt: str, type: str = "vedtak") -> str:
    decision = f"{{tekst: Ja., {felt}}}"
    return f"moeter/2022-11-16: {{saker: [{{nr: 1/22, tittel: A, type: {type}, vedtak: {decision}}}]}}\n"


STEMMER = "feil krav @ moeter/2022-11-16 saker.0.vedtak.stemmer"
LIKHET = "feil krav @ moeter/2022-11-16 saker.0.vedtak.ved_likhet"


@pytest.mark.parametrize(
    ("skal_ha", "felt", "ventet"),
    [
        ("{flertall: {mer_enn: 1/2}}", "stemmer: {for: 4, mot: 3}", []),
        ("{flertall: {mer_enn: 1/2}}", "stemmer: {for: 3, mot: 3}", [STEMMER]),
        ("{flertall: {mer_enn: 1/2}}", "stemmer: {for: 3, mot: 3}, ved_likhet: leder", []),
        ("{flertall: {mer_enn: 1/2}}", "stemmer: {for: 1, mot: 0, avholdende: 6}", []),
        ("{flertall: {minst: 2/3}}", "stemmer: {for: 4, mot: 2}", []),
        ("{flertall: {minst: 2/3}}", "stemmer: {for: 5, mot: 3}", [STEMMER]),
        ("{flertall: {minst: 2/3}}", "enstemmig: ja", []),
        ("{flertall: {minst: 2/3}}", "enstemmig: ukjent", ["uvisst 1/22 vedtak"]),
        ("{flertall: {minst: 2/3}}", "stemmer: ukjent", ["uvisst 1/22 vedtak"]),
        ("{flertall: {minst: 2/3}}", "enstemmig: nei", [STEMMER]),
        ("{ved_likhet: leder}", "stemmer: {for: 3, mot: 3}, ved_likhet: leder", []),
        ("{ved_likhet: leder}", "stemmer: {for: 3, mot: 3}, ved_likhet: loddtrekning", [LIKHET]),
        ("{ved_likhet: leder}", "stemmer: {for: 3, mot: 3}", [LIKHET]),
        ("{ved_likhet: leder}", "stemmer: {for: 3, mot: 3}, ved_likhet: ukjent", ["uvisst 1/22 vedtak"]),
        ("{ved_likhet: leder}", "stemmer: {for: 4, mot: 3}", []),
        ("{ved_likhet: leder}", "stemmer: ukjent", ["uvisst 1/22 vedtak"]),
    ],
)
def test_each_decision(skal_ha: str, felt: str, ventet: list[str]) -> None:
    assert utfall(dom(krav("vedtak", skal_ha) + vedtak(felt))) == ventet


def test_only_decisions_in_cases_of_the_type() -> None:
    rule = krav("vedtak", "{flertall: {mer_enn: 1/2}}", "{type: vedtak}")
    assert utfall(dom(rule + vedtak("stemmer: {for: 1, mot: 2}", type="droefting"))) == []


# Absences

FRAVAER = """
medlemmer/kari: {representerer: ffo, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/nina: {side: nav, oppnevninger: [{verv: sekretaer, fra: 2022-01-01}]}
medlemmer/en: {oppnevninger: [{verv: vara, fra: 2022-01-01, nummer: 1}]}
medlemmer/to: {oppnevninger: [{verv: vara, fra: 2022-01-01, nummer: 2}]}
medlemmer/tre: {oppnevninger: [{verv: vara, fra: 2022-01-01, nummer: ukjent}]}
organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}}
moeter/2022-11-16: {forfall: FORFALL, oppmoete: [OPPMOETE]}
"""
BROEDDE = "feil krav @ moeter/2022-11-16 forfall.0"


@pytest.mark.parametrize(
    ("skal_ha", "forfall", "oppmoete", "ventet"),
    [
        ("{stedfortreder: ja}", "[kari]", "{person: en, vara_for: kari}", []),
        ("{stedfortreder: ja}", "[kari]", "{person: en, vara_for: ffo}", []),
        ("{stedfortreder: ja}", "[kari]", "", [BROEDDE]),
        ("{stedfortreder: ja}", "[kari]", "{person: en, vara_for: kari, lytter: ja}", [BROEDDE]),
        ("{stedfortreder: ja}", "[kari]", "{person: en, vara_for: ukjent}", ["uvisst 2022-11-16 kari"]),
        ("{stedfortreder: ja}", "[nina]", "", []),  # no member
        ("{stedfortreder: ja}", "ukjent", "", ["uvisst 2022-11-16"]),
        ("{stedfortreder: {i_rekkefoelge: ja}}", "[kari]", "", []),
    ],
)
def test_each_absence(skal_ha: str, forfall: str, oppmoete: str, ventet: list[str]) -> None:
    text = FRAVAER.replace("FORFALL", forfall).replace("OPPMOETE", oppmoete)
    assert utfall(dom(krav("forfall", skal_ha) + text), "regelen") == ventet


@pytest.mark.parametrize(
    ("forfall", "hvem", "ventet"),
    [
        ("[kari]", "en", ["uvisst 2022-11-16 kari"]),  # of the third nobody knows the number
        ("[kari, tre]", "en", []),
        ("[kari, tre]", "to", ["feil krav @ moeter/2022-11-16 oppmoete.0.person"]),
        ("[kari, tre, en]", "to", []),  # the first could not
        ("[kari, tre]", "nina", ["feil krav @ moeter/2022-11-16 oppmoete.0.person"]),  # not in the pool
        ("[kari, tre, en, to]", "nina", []),  # nobody in it could come
    ],
)
def test_deputies_come_in_order(forfall: str, hvem: str, ventet: list[str]) -> None:
    text = FRAVAER.replace("FORFALL", forfall).replace("OPPMOETE", f"{{person: {hvem}, vara_for: kari}}")
    assert utfall(dom(krav("forfall", "{stedfortreder: {i_rekkefoelge: ja}}") + text), "regelen") == ventet


KARI_BORTE = "moeter/2022-11-16: {forfall: [kari], oppmoete: [OPPMOETE]}\n"


@pytest.mark.parametrize(
    ("en", "to", "oppmoete", "ventet"),
    [
        ("nummer: 1", "nummer: ukjent", "{person: to, vara_for: kari}", "nummeret til To i vararekka er ukjent"),
        ("nummer: 1", "nummer: 2", "{person: to, vara_for: ukjent}", "hvem To møtte for, er ukjent"),
        ("nummer: 1", "nummer: 2", "{person: to, vara_for: kari, lytter: ukjent}",
         "om To bare hørte på, er ukjent"),
        ("nummer: 1", "nummer: 2", "{person: to, vara_for: kari}, {person: en, lytter: ukjent}",
         "om En bare hørte på, er ukjent"),
        ("nummer: 1, til: ukjent", "nummer: 2", "{person: to, vara_for: kari}", "periodene til En er ukjent"),
        ("nummer: 1, vara_for: ukjent", "nummer: 2", "{person: to, vara_for: kari}",
         "hvem En er vara for, er ukjent"),
        ("nummer: 1", "nummer: 2, vara_for: ukjent", "{person: to, vara_for: kari}",
         "hvem To er vara for, er ukjent"),
    ],
)  # fmt: skip
def test_what_nobody_knows_of_the_order_is_named(en: str, to: str, oppmoete: str, ventet: str) -> None:
    people = "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"
    for name, own in (("en", en), ("to", to)):
        people += f"medlemmer/{name}: {{oppnevninger: [{{verv: vara, fra: 2022-01-01, {own}}}]}}\n"
    rule = krav("forfall", "{stedfortreder: {i_rekkefoelge: ja}}")
    (point,) = dom(rule + people + KARI_BORTE.replace("OPPMOETE", oppmoete)).ikke_vurdert
    assert point.finding.message.endswith(f": {ventet}")


@pytest.mark.parametrize(
    ("kalt", "ventet"),
    [
        ("kalt_inn_av: sekretaer", []),
        ("kalt_inn_av: nina", []),
        ("kalt_inn_av: kari", ["feil krav @ moeter/2022-11-16 oppmoete.0.kalt_inn_av"]),
        ("digitalt: ja", ["feil krav @ moeter/2022-11-16 oppmoete.0.kalt_inn_av"]),
        ("kalt_inn_av: ukjent", ["uvisst 2022-11-16 kari"]),
    ],
)
def test_deputies_are_called_by_the_secretary(kalt: str, ventet: list[str]) -> None:
    text = FRAVAER.replace("FORFALL", "[kari]").replace("OPPMOETE", f"{{person: en, vara_for: kari, {kalt}}}")
    assert utfall(dom(krav("forfall", "{kalt_inn_av: sekretaer}") + text), "regelen") == ventet


# The council, meetings and cases


def test_a_council_without_a_mandate() -> None:
    rule = """
    regelverk/raad:
      type: anbefaling
      bestemmelser: [{id: m, regel: krav, hver: utvalg, skal_ha: {regelverk: [mandat, mal]}}]
    regelverk/mandatet: {type: mandat, bestemmelser: []}
    utvalg: {regelverk: [{id: raad, fra: 2020-01-01}MER]}
    """
    assert sagt(dom(rule.replace("MER", ""))) == ["feil krav @ utvalg regelverk.0.id"]
    assert meldinger(dom(rule.replace("MER", ""))) == [
        "utvalget skal være bundet av et regelverk av typen mandat eller mal"
    ]
    assert utfall(dom(rule.replace("MER", ", {id: mandatet, fra: 2023-01-01}")), "m") == []
    assert len(sagt(dom(rule.replace("MER", ", {id: mandatet, fra: 2023-01-02}")), "m")) == 1
    unread = rule.replace("MER", ", {id: mandatet, fra: 2020-01-01}").replace(
        "type: mandat,", "type: mandatt,"
    )
    assert list(utfall(dom(unread), "m")) == ["uvisst utvalget"]


@pytest.mark.parametrize(
    ("fra", "ventet"),
    [("2022-06-30", []), ("2022-07-01", ["feil krav @ utvalg regelverk.0.id"])],
    ids=["bound on the last day", "bound the day after"],
)
def test_a_council_whose_register_has_ended_is_judged_on_its_last_day(fra: str, ventet: list[str]) -> None:
    rule = f"""
    regelverk/raad:
      type: anbefaling
      bestemmelser: [{{id: m, regel: krav, hver: utvalg, skal_ha: {{regelverk: mandat}}}}]
    regelverk/mandatet: {{type: mandat, bestemmelser: []}}
    utvalg: {{registrert_til: 2022-06-30, regelverk: [{{id: raad, fra: 2020-01-01}}, {{id: mandatet, fra: {fra}}}]}}
    """
    assert sagt(dom(rule), "m") == ventet


@pytest.mark.parametrize(
    ("skal_ha", "felt", "ventet"),
    [
        ("{form: [fysisk, hybrid]}", "form: hybrid", []),
        ("{form: [fysisk, hybrid]}", "form: digitalt", ["feil krav @ moeter/2022-11-16 form"]),
        ("{form: fysisk}", "form: ukjent", ["uvisst 2022-11-16"]),
        # A standing item is a case: it says so, is of that kind, or is called so.
        (
            "{faste_saker: {alle: [runde, eventuelt]}}",
            "saker: [{nr: 1/22, tittel: Nytt, type: annet, fast: runde}, {nr: 2/22, tittel: B, type: eventuelt}]",
            [],
        ),
        ("{faste_saker: siden_sist}", "saker: [{nr: 1/22, tittel: Siden sist, type: annet}]", []),
        (
            "{faste_saker: {alle: [runde, eventuelt]}}",
            "saker: [{nr: 1/22, tittel: Nytt, type: annet, fast: runde}]",
            ["feil krav @ moeter/2022-11-16 saker"],
        ),
        (
            "{faste_saker: runde}",
            "saker: [{nr: 1/22, tittel: Nytt, type: annet, fast: ukjent}]",
            ["uvisst 2022-11-16"],
        ),
        ("{faste_saker: eventuelt}", "saker: [{nr: 1/22, tittel: A, type: ukjent}]", ["uvisst 2022-11-16"]),
        # What an older file names beside the agenda, is read, and neither kept nor broken.
        ("{faste_saker: [runde]}", "faste_saker: [runde]", ["uvisst 2022-11-16"]),
        ("{faste_saker: runde}", "faste_saker: ukjent", ["uvisst 2022-11-16"]),
        ("{faste_saker: runde}", "faste_saker: [eventuelt]", ["feil krav @ moeter/2022-11-16 saker"]),
        ("{referat: foert}", "referat: {sendt_til: [vara]}", []),
        ("{referat: foert}", "saker: [{nr: 1/22, tittel: A, type: annet, referat: Det ble sagt.}]", []),
        ("{referat: foert}", "form: fysisk", ["feil krav @ moeter/2022-11-16 referat"]),
        ("{referat: foert}", "referat: ukjent", ["uvisst 2022-11-16"]),
        ("{moeteleder: nav}", "moeteleder: nina", []),
        ("{moeteleder: nav}", "moeteleder: kari", ["feil krav @ moeter/2022-11-16 moeteleder"]),
        ("{moeteleder: nav}", "moeteleder: ukjent", ["uvisst 2022-11-16"]),
    ],
)
def test_each_meeting(skal_ha: str, felt: str, ventet: list[str]) -> None:
    people = "medlemmer/nina: {side: nav}\nmedlemmer/kari: {}\n"
    assert (
        utfall(dom(krav("moete", skal_ha) + people + f"moeter/2022-11-16: {{{felt}}}"), "regelen") == ventet
    )


@pytest.mark.parametrize(
    ("skal_ha", "felt", "ventet"),
    [
        ("{svar: foert}", "svar: Takk.", []),
        ("{svar: foert}", "tema: bil", ["feil krav @ moeter/2022-11-16 saker.0.svar"]),
        ("{svar: foert}", "svar: ukjent", ["uvisst 1/22"]),
        ("{fase: planlegging}", "fase: planlegging", []),
        ("{fase: planlegging}", "fase: evaluering", ["feil krav @ moeter/2022-11-16 saker.0.fase"]),
        ("{innmeldt_av: [bruker, leder]}", "innmeldt_av: leder", []),
        ("{innmeldt_av: bruker}", "innmeldt_av: nav", ["feil krav @ moeter/2022-11-16 saker.0.innmeldt_av"]),
        ("{tema: bil}", "tema: [bil, buss]", []),
        ("{tema: bil}", "tema: [buss]", ["feil krav @ moeter/2022-11-16 saker.0.tema"]),
    ],
)
def test_each_case(skal_ha: str, felt: str, ventet: list[str]) -> None:
    case = f"medlemmer/kari: {{}}\nmoeter/2022-11-16: {{saker: [{{nr: 1/22, tittel: A, type: droefting, {felt}}}]}}"
    assert utfall(dom(krav("sak", skal_ha) + case), "regelen") == ventet


@pytest.mark.parametrize(
    ("der", "ventet"),
    [
        ("{innmeldt_av: bruker}", ["feil"]),
        ("{innmeldt_av: nav}", []),
        ("{tema: [bil]}", ["feil"]),
        ("{tema: [buss]}", []),
        ("{fase: planlegging}", ["uvisst"]),
    ],
)
def test_the_filter_of_a_case(der: str, ventet: list[str]) -> None:
    case = "{nr: 1/22, tittel: A, type: droefting, innmeldt_av: bruker, tema: bil, fase: ukjent}"
    found = utfall(dom(krav("sak", "{svar: foert}", der) + f"moeter/2022-11-16: {{saker: [{case}]}}"))
    assert [line.split()[0] for line in found] == ventet


# What comes of a case, and what is not known of it

OVERSENDT = (
    "regel: {regel: krav, hver: sak, skal_ha: {oversendt_til: overordnet}}\nutvalg: {overordnet: over}\n"
)


def med_sak(fields: str, status: str = "avholdt") -> str:
    case = f"{{nr: 1/22, tittel: A, type: droefting{fields}}}"
    return (
        "utvalgene/over/utvalg: {navn: Over, nivaa: sentral, maalform: nb}\n"
        f"moeter/2022-11-16: {{status: {status}, saker: [{case}]}}\n"
    )


def test_a_case_is_sent_on_to_the_council_above() -> None:
    assert sagt(dom(OVERSENDT + med_sak(", oversendt_til: over"))) == []
    assert meldinger(dom(OVERSENDT + med_sak(""))) == [
        "sak 1/22 skal være sendt til Over, men det er ikke ført"
    ]
    assert utfall(dom(OVERSENDT + med_sak(", oversendt_til: ukjent"))) == ["uvisst 1/22"]


@pytest.mark.parametrize("field", ["{oversendt_til: overordnet}", "{svar: foert}"])
def test_what_comes_of_a_case_is_not_asked_for_before_the_meeting(field: str) -> None:
    rule = f"regel: {{regel: krav, hver: sak, skal_ha: {field}}}\nutvalg: {{overordnet: over}}\n"
    assert sagt(dom(rule + med_sak("", "planlagt"))) == []
    assert len(sagt(dom(rule + med_sak("")))) == 1


@pytest.mark.parametrize(
    ("field", "stated"),
    [
        ("offentlig_tittel", "offentlig_tittel: B"),
        ("fortrolig_til", "fortrolig_til: 2023-01-01"),
        ("svar", "svar: Ja."),
    ],
)
def test_a_demand_for_the_absence_of_something_is_a_demand(field: str, stated: str) -> None:
    rule = f"regel: {{regel: krav, hver: sak, skal_ha: {{{field}: ikke_foert}}}}\n"
    assert sum(" krav " in said for said in sagt(dom(rule + med_sak(f", {stated}")))) == 1
    assert sagt(dom(rule + med_sak(""))) == []


@pytest.mark.parametrize(
    ("rule", "records", "fact"),
    [
        ("hver: moete, der: {form: fysisk}, skal_ha: {aapent: ja}",
         "moeter/2022-11-16: {form: ukjent, aapent: nei}", "«form» er ukjent"),
        ("hver: moete, der: {form: fysisk}, skal_ha: {aapent: ja}",
         "moeter/2022-11-16: {aapent: nei}", "«form» er ikke ført"),
        ("hver: oppnevning, der: {side: bruker}, skal_ha: {fullmakt: ja}",
         "medlemmer/kari: {side: ukjent, oppnevninger: [{verv: medlem, fra: 2022-01-01, fullmakt: nei}]}",
         "siden til Kari er ukjent"),
        ("hver: hendelse, der: {hva: kurs, modul: 1}, skal_ha: {evaluert: ja}",
         "hendelser: [{hva: kurs, dato: 2022-01-01, modul: ukjent, evaluert: nei}]", "«modul» er ukjent"),
        ("hver: sak, der: {innmeldt_av: nav}, skal_ha: {foer_beslutning: ja}",
         "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: droefting, innmeldt_av: ukjent, "
         "foer_beslutning: nei}]}", "«innmeldt_av» er ukjent"),
        ("hver: oppmoete, der: {side: bruker}, skal_ha: {dekker: reise}",
         "medlemmer/kari: {side: ukjent, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"
         "moeter/2022-11-16: {oppmoete: [{person: kari}]}", "siden til Kari er ukjent"),
        ("hver: oppmoete, skal_ha: {dekker: reise}",
         "medlemmer/vera: {oppnevninger: [{verv: vara, fra: 2022-01-01}]}\n"
         "moeter/2022-11-16: {oppmoete: [{person: vera, vara_for: ukjent}]}",
         "hvem Vera møtte for, er ukjent"),
        ("hver: forfall, skal_ha: {stedfortreder: ja}",
         "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: ukjent}]}\n"
         "moeter/2022-11-16: {oppmoete: [], forfall: [kari]}", "om Kari er medlem, er ukjent"),
    ],
)  # fmt: skip
def test_the_fact_that_is_missing_is_the_one_the_filter_asks_for(rule: str, records: str, fact: str) -> None:
    (point,) = dom(f"regel: {{regel: krav, {rule}}}\n{records}").ikke_vurdert
    assert point.finding.message.endswith(f": {fact}")


def test_nobody_stands_in_where_the_seat_is_to_stay_empty() -> None:
    rule = "regel: {regel: krav, hver: forfall, skal_ha: {stedfortreder: nei}}\n"
    people = (
        "medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"
        "medlemmer/vera: {oppnevninger: [{verv: vara, fra: 2022-01-01}]}\n"
    )
    stood_in = "moeter/2022-11-16: {forfall: [kari], oppmoete: [{person: vera, vara_for: kari}]}\n"
    assert meldinger(dom(rule + people + stood_in)) == [
        "Kari, som meldte forfall til møtet 16. november 2022, skal ikke ha en som møter i stedet"
    ]
    assert utfall(dom(rule + people + "moeter/2022-11-16: {forfall: [kari], oppmoete: []}\n")) == []
    (point,) = dom(rule + people + stood_in.replace("vara_for: kari", "vara_for: ukjent")).ikke_vurdert
    assert point.finding.message == (
        "Kari, som meldte forfall til møtet 16. november 2022: hvem som møtte for hvem, er ukjent"
    )


def test_one_from_outside_the_pool_may_be_in_it_where_the_list_is_not_whole() -> None:
    rule = krav("forfall", "{stedfortreder: {i_rekkefoelge: ja}}") + "utvalg: {medlemsliste: ufullstendig}"
    came = FRAVAER.replace("FORFALL", "[kari, tre]").replace("OPPMOETE", "{person: nina, vara_for: kari}")
    (point,) = dom(rule + came).ikke_vurdert
    assert point.finding.message.endswith(
        "medlemslista er ikke fullstendig, så det er ukjent om Nina er vara"
    )
