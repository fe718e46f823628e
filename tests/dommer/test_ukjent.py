"""What nobody knows is never a breach, and never passed over: every fact of every trial, set to `ukjent` in turn."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from textwrap import dedent
from typing import Any

import pytest
import yaml

from brukerutvalg_cli.dokument.lag import lag
from brukerutvalg_cli.rapport.rapport import Rapport
from brukerutvalg_cli.register.load import load
from mandat.test_setninger import SETNINGER, register
from mandat.test_tabellene import ALLE_RADER, PROEVER
from smaa_registre import dom, meldinger, sagt, tree, utfall

Route = tuple[str | int, ...]

TRIALS = [
    *((f"{rules} {row}", *(f"mandat: {rules}\nbare: {row}\n{dedent(text)}" for text in PROEVER[t]), row)
      for rules, row, t in ALLE_RADER),
    *((s.sagt, register(s, s.brutt), register(s, s.holdt), "regelen") for s in SETNINGER if s.brutt),
]  # fmt: skip
STANDS_FAST = {"regler", "regel", "mandat", "bare", "dato"}
"""What is no fact of the records: the rules themselves, and the day they are read."""


def facts(data: Any, route: Route = ()) -> Iterator[Route]:
    """Every value in a register that stands for something somebody knows."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    if route:
        yield route
    for key, value in inside:
        if route or (key not in STANDS_FAST and not str(key).startswith("regelverk/")):
            yield from facts(value, (*route, key))


def unknown(data: dict[str, Any], route: Route) -> dict[str, Any]:
    """The register with one value `ukjent`."""
    copy = deepcopy(data)
    here: Any = copy
    for step in route[:-1]:
        here = here[step]
    here[route[-1]] = "ukjent"
    return copy


SORTS = {"id", "nr", "dato", "status", "verv", "hva", "regelverk", "navn", "tittel", "tekst", "avvik", "nivaa",
         "maalform"}  # fmt: skip
"""The keys that say what a record is, or name it: without them there is no record. Their files are refused."""
BOUNDS = {"registrert_fra", "registrert_til", "satt_opp"}
"""How far the records reach, and a word of the secretary's own: what is not known is left out."""


def tried(data: dict[str, Any]) -> Iterator[tuple[Route, Rapport]]:
    """What is said with each fact unknown in turn. A file refuses the word only where it says what a record is."""
    before = {f.finding.message for f in dom(data).funn}
    for route in facts(data):
        if len(route) > 1:
            report = dom(unknown(data, route))
            refused = [f.finding.message for f in report.funn
                       if f.finding.code < "BU100" and f.finding.message not in before]  # fmt: skip
            if refused:
                keys = {step for step in route if isinstance(step, str)}
                assert isinstance(data_at(data, route), dict | list) or keys & (SORTS | BOUNDS), (
                    route,
                    refused,
                )
            else:
                yield route, report


def data_at(data: Any, route: Route) -> Any:
    """The value at a route."""
    for step in route:
        data = data[step]
    return data


@pytest.mark.parametrize(
    ("brutt", "holdt", "bestemmelse"), [t[1:] for t in TRIALS], ids=[t[0] for t in TRIALS]
)
def test_a_fact_that_is_unknown_breaks_nothing_and_hides_nothing(
    brutt: str, holdt: str, bestemmelse: str
) -> None:
    for route, report in tried(yaml.load(dedent(holdt), yaml.CBaseLoader)):
        assert sagt(report, bestemmelse) == [], route
        assert not any("«ukjent»" in text for text in meldinger(report)), route
    for route, report in tried(yaml.load(dedent(brutt), yaml.CBaseLoader)):
        assert utfall(report, bestemmelse), route


KRETSEN = """
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/ola: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
"""


@pytest.mark.parametrize(
    ("regel", "register"),
    [
        ("{regel: sammensetning, blant: redaksjonsraad, plasser: [{hvem: {side: nav}, minst: 1}]}",
         "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: Valg, type: valg, "
         "valg: [{verv: redaksjonsraad, fra: 2022-12-01, valgt: ukjent}]}]}"),
        ("{regel: krav, hver: moete, skal_ha: {moeteleder: leder}}",
         "moeter/2022-11-16: {moeteleder: kari, saker: [{nr: 1/22, tittel: Valg, type: valg, "
         "valg: [{verv: leder, fra: 2022-01-01, valgt: ukjent}]}]}"),
        ("{regel: krav, hver: oppnevning, der: {verv: leder}, skal_ha: {side: nav}}",
         "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: Valg, type: valg, "
         "valg: [{verv: leder, fra: 2022-01-01, valgt: ukjent}]}]}"),
        ("{regel: krav, hver: vedtak, skal_ha: {flertall: {mer_enn: 1/2}}}",
         "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: vedtak, "
         "vedtak: {tekst: Ja, stemmer: {for: 1, mot: ukjent}}}]}"),
        ("{regel: krav, hver: vedtak, der: {type: vedtak}, skal_ha: {flertall: {mer_enn: 1/2}}}",
         "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: ukjent, "
         "vedtak: {tekst: Ja, stemmer: {for: 1, mot: 2}}}]}"),
        ("{regel: sammensetning, blant: medlemmer, naar: moete, plasser: [{hvem: til_stede, minst: 2}]}",
         "moeter/2022-11-16: {oppmoete: [{person: kari}, {person: ola, lytter: ukjent}]}"),
        ("{regel: sammensetning, blant: medlemmer, naar: vedtak, plasser: [{hvem: til_stede, minst: 2}]}",
         "moeter/2022-11-16: {oppmoete: [{person: kari}], "
         "saker: [{nr: 1/22, tittel: A, type: vedtak, vedtak: ukjent}]}"),
        ("{regel: hyppighet, hva: sak, minst: 1, per: kalenderaar}",
         "utvalg: {registrert_fra: 2022-01-01}\n"
         "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: annet, utsatt: ukjent}]}"),
        ("{regel: sammensetning, blant: medlemmer, naar: {vedtak: {tema: mandat}}, "
         "plasser: [{hvem: til_stede, minst: 2}]}",
         "moeter/2022-11-16: {oppmoete: [{person: kari}], saker: [{nr: 1/22, tittel: A, type: vedtak, "
         "tema: ukjent, vedtak: {tekst: Ja, enstemmig: ja}}]}"),
        ("{regel: frist, hva: innkalling, senest: 3 uker, foer: moete, der: {ekstraordinaert: nei}}",
         "moeter/2022-11-16: {ekstraordinaert: ukjent, sendt: {innkalling: 2022-11-15}}"),
        ("{regel: sammensetning, blant: redaksjonsraad, plasser: [{hvem: {side: nav}, minst: 1}]}",
         "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: Valg, type: valg, "
         "valg: [{verv: redaksjonsraad, fra: ukjent, valgt: [kari]}]}]}"),
        ("{regel: sammensetning, blant: medlemmer, naar: oppnevning, plasser: [{hvem: {side: nav}, minst: 1}]}",
         "hendelser: [{hva: oppnevningsrunde, dato: 2022-01-01, fra: ukjent}]"),
        ("{regel: funksjonstid, hvem: {verv: leder}, lengde: 1 aar}",
         "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: Valg, type: valg, "
         "valg: [{verv: leder, fra: ukjent, til: 2024-01-01, valgt: [kari]}]}]}"),
        ("{regel: funksjonstid, gjelder: utvalg, lengde: 2 aar}",
         "hendelser: [{hva: oppnevningsrunde, dato: 2020-01-01, fra: 2020-01-01, til: ukjent}]"),
        ("{regel: funksjonstid, gjelder: utvalg, lengde: 2 aar, starter: 1. januar}",
         "hendelser: [{hva: oppnevningsrunde, dato: 2022-02-02, fra: ukjent, til: 2025-01-01}]"),
        ("{regel: funksjonstid, hvem: {verv: medlem}, paa_rad: 1 perioder}",
         "hendelser: [{hva: oppnevningsrunde, dato: 2022-01-01, fra: ukjent}]"),
        ("{regel: funksjonstid, hvem: {verv: medlem}, lengde: valgperiode}",
         "hendelser: [{hva: valgperiode, dato: 2022-01-01, fra: 2020-01-01, til: ukjent}]"),
        ("{regel: funksjonstid, hvem: {verv: medlem}, lengde: valgperiode}",
         "hendelser: [{hva: valgperiode, dato: 2022-01-01, fra: ukjent, til: 2023-01-01}]"),
        ("{regel: hyppighet, hva: moete, minst: 4, per: funksjonsperiode}",
         "hendelser: [{hva: oppnevningsrunde, dato: 2020-01-01, til: ukjent}, "
         "{hva: oppnevningsrunde, dato: 2022-01-01}]\n"
         "moeter/2021-11-16: {}"),
        ("{regel: frist, hva: redaksjonsraadsmoete, senest: 3 uker, foer: moete}",
         "moeter/2022-11-16: {}\nhendelser: [{hva: redaksjonsraadsmoete, dato: 2022-10-10, moete: ukjent}]"),
        ("{regel: frist, hva: sakspapirer, senest: 5 dager, etter: redaksjonsraadsmoete}",
         "moeter/2022-11-16: {sendt: {sakspapirer: 2022-11-15}}\n"
         "hendelser: [{hva: redaksjonsraadsmoete, dato: 2022-11-01, moete: ukjent}]"),
        ("{regel: utsending, hva: referat, kanal: nav.no, foerst_naar: godkjent}",
         "moeter/2022-09-16: {referat: {godkjent: {moete: ukjent, sak: ukjent}}}\nmoeter/2022-11-16: {}"),
        ("{regel: utsending, hva: referat, til: vara, foerst_naar: godkjent}",
         "moeter/2022-09-16: {referat: {godkjent: {moete: ukjent, sak: ukjent}}}\nmoeter/2022-11-16: {}"),
        ("{regel: krav, hver: hendelse, der: {hva: kurs}, skal_ha: {betalt_av: {bare: organisasjon}}}",
         "hendelser: [{hva: kurs, dato: ukjent, betalt_av: nav}]"),
        ("{regel: krav, hver: hendelse, der: {hva: kurs}, skal_ha: {deltakere: {alle: [{verv: medlem}]}}}",
         "hendelser: [{hva: kurs, dato: ukjent, deltakere: [kari]}]"),
        ("{regel: krav, hver: hendelse, der: {hva: kurs}, skal_ha: {betalt_av: {bare: organisasjon}}}",
         "organisasjoner: {byen: {navn: Byen, type: ukjent, side: kommune}}\n"
         "utvalg: {organisasjoner: ukjent}\n"
         "hendelser: [{hva: kurs, dato: 2022-03-10, betalt_av: byen}]"),
        ("{regel: krav, hver: oppnevning, der: {verv: vara}, skal_ha: {opplaering: {innen: 6 maaneder}}}",
         "medlemmer/vera: {oppnevninger: [{verv: vara, fra: 2022-01-01, til: ukjent}]}"),
        ("{regel: rettighet, hvem: {verv: medlem}, kan_kreve_moete: {minst: 2}, innen: 3 uker}",
         "medlemmer/ida: {oppnevninger: [{verv: medlem, fra: 2020-01-01, til: 2021-12-31}]}\n"
         "hendelser: [{hva: moetekrav, dato: ukjent, krevd_av: [kari, ida]}]"),
        ("{regel: sammensetning, blant: medlemmer, naar: oppnevning, plasser: [{hvem: {side: nav}, minst: 1}]}",
         "hendelser: [{hva: oppnevningsrunde, dato: 2022-01-01}]\n"
         "moeter/2021-11-16: {saker: [{nr: 1/21, tittel: Valg, type: valg, "
         "valg: [{verv: leder, fra: 2022-01-01, valgt: ukjent}]}]}"),
        ("{regel: hyppighet, hva: ledervalg, minst: 1, per: kalenderaar}",
         "hendelser: [{hva: ledervalg, dato: ukjent}]"),
        ("{regel: funksjonstid, hvem: {funksjon: nav-leder}, lengde: 1 aar}",
         "medlemmer/nina: {side: nav, funksjon: [{funksjon: nav-leder, til: 2021-01-01}], "
         "oppnevninger: [{verv: medlem, fra: ukjent, til: 2022-01-01}]}"),
        ("{regel: krav, hver: forfall, skal_ha: {stedfortreder: {i_rekkefoelge: ja}}}",
         "medlemmer/vera: {oppnevninger: [{verv: vara, fra: ukjent, nummer: 1}]}\n"
         "medlemmer/per: {oppnevninger: [{verv: vara, fra: 2022-01-01, nummer: 2}]}\n"
         "moeter/2022-11-16: {forfall: kari, oppmoete: [{person: per, vara_for: kari}]}"),
        ("{regel: krav, hver: forfall, skal_ha: {stedfortreder: {i_rekkefoelge: ja}}}",
         "medlemmer/vera: {oppnevninger: [{verv: vara, fra: 2022-01-01, nummer: 1}]}\n"
         "medlemmer/per: {oppnevninger: [{verv: vara, fra: 2022-01-01, nummer: 2}]}\n"
         "moeter/2022-11-16: {forfall: kari, "
         "oppmoete: [{person: per, vara_for: kari}, {person: vera, lytter: ukjent}]}"),
        ("{regel: bekreftelse, av: utvalget, hver: funksjonsperiode}",
         "hendelser: [{hva: oppnevningsrunde, dato: ukjent, til: 2021-12-31}]"),
    ],
)  # fmt: skip
def test_what_is_not_known_is_listed_and_not_found(regel: str, register: str) -> None:
    said = utfall(dom(f"regel: {regel}\n{KRETSEN}{register}\n"), "regelen")
    assert said
    assert {line.split()[0] for line in said} == {"uvisst"}


@pytest.mark.parametrize(
    "valg",
    [
        "{verv: redaksjonsraad, fra: ukjent, valgt: [kari]}",
        "{verv: redaksjonsraad, fra: 2022-12-01, valgt: ukjent}",
        "{verv: redaksjonsraad, fra: 2022-12-01, valgt: [kari]}, "
        "{verv: redaksjonsraad, fra: 2022-12-01, valgt: ukjent}",
    ],
)
def test_an_election_that_is_not_known_is_listed_once(valg: str) -> None:
    rule = "{regel: sammensetning, blant: redaksjonsraad, plasser: [{hvem: {side: nav}, minst: 1}]}"
    meeting = f"moeter/2022-11-16: {{saker: [{{nr: 1/22, tittel: Valg, type: valg, valg: [{valg}]}}]}}\n"
    nobody_knows = "medlemmer/per: {oppnevninger: [{verv: redaksjonsraad, fra: ukjent}]}\n"
    assert utfall(dom(f"regel: {rule}\n{KRETSEN}{meeting}"), "regelen") == ["uvisst 1/22"]
    also = utfall(dom(f"regel: {rule}\n{KRETSEN}{meeting}{nobody_knows}"), "regelen")
    assert "uvisst redaksjonsraad" in also


def test_minutes_that_may_have_been_approved_are_not_missed() -> None:
    for stated, missed in (("ukjent", 0), ("[2022-03-01]", 1)):
        report = dom(f"""
            moeter/2022-09-22: {{}}
            moeter/2022-11-16:
              saker: [{{nr: 1/22, tittel: Referat, type: godkjenning, godkjenner: {stated}}}]
        """)
        assert sum(f.finding.name == "referat-til-godkjenning" for f in report.funn) == missed


def test_an_election_with_an_unknown_first_day_is_shown_without_it() -> None:
    files = tree("""
        medlemmer/kari: {navn: Kari Nordmann}
        moeter/2022-11-16:
          saker: [{nr: 1/22, tittel: Valg, type: valg, valg: [{verv: leder, valgt: [kari], fra: ukjent}]}]
    """)
    register = load(files).register
    mappe = register.mapper["utvalget"]
    text = str(lag("referat", register, mappe, mappe.moeter[0], files))
    assert "Leder: Kari Nordmann" in text.replace("**", "")
    assert "ukjent" not in text.lower()


def test_a_case_that_may_be_confidential_is_kept_out_of_the_documents() -> None:
    case = "{nr: 1/22, tittel: Klage fra Per, type: annet, fortrolig: FORTROLIG, framlegg: Hemmelig tekst}"
    for stated, seen in (("ukjent, offentlig_tittel: ukjent", False), ("nei", True)):
        files = tree(f"moeter/2022-11-16: {{saker: [{case.replace('FORTROLIG', stated)}]}}\n")
        register = load(files).register
        mappe = register.mapper["utvalget"]
        text = str(lag("innkalling", register, mappe, mappe.moeter[0], files))
        assert "1/22" in text
        assert ("Klage" in text, "Hemmelig" in text) == (seen, seen)
        assert "Ukjent" not in text


@pytest.mark.parametrize(
    ("regel", "endring", "ventet"),
    [
        ("{blant: medlemmer, plasser: [{hvem: {side: bruker}, minst: 2}]}",
         "medlemmer/per: {side: ukjent, ", "siden til Per er ukjent"),
        ("{blant: medlemmer, plasser: [{hvem: {organisasjon: ffo}, minst: 2}]}",
         "medlemmer/per: {representerer: ukjent, ", "hvem Per representerer, er ukjent"),
        ("{blant: medlemmer, for_hver: gruppe, plasser: [{minst: 1}]}",
         "medlemmer/per: {grupper: ukjent, ", "hvilke grupper Per taler for, er ukjent"),
        ("{blant: medlemmer, plasser: [{hvem: {ikke: {funksjon: nav-leder}}, minst: 2}]}",
         "medlemmer/per: {funksjon: ukjent, ", "stillingen til Per er ukjent"),
        ("{blant: frammoette, plasser: [{hvem: {side: bruker}, minst: 2}]}",
         "medlemmer/per: {side: ukjent, ", "siden til Per er ukjent"),
        ("{blant: oppnevnte, naar: oppnevning, plasser: [{hvem: {side: bruker}, minst: 2}]}",
         "medlemmer/per: {side: ukjent, ", "siden til Per er ukjent"),
        ("{blant: arbeidsutvalg, plasser: [{hvem: {side: nav}, minst: 1}]}",
         "medlemmer/per: {side: ukjent, ", "siden til Per er ukjent"),
        ("{blant: medlemmer, plasser: [{minst: 2}]}",
         "medlemmer/per: {oppnevninger: [{verv: medlem, fra: ukjent}]}", "periodene til Per er ukjent"),
    ],
)  # fmt: skip
def test_a_count_that_is_not_known_names_the_fact_and_the_person(
    regel: str, endring: str, ventet: str
) -> None:
    """Neither «noen» nor «hvem de sitter for»: a reader is to know what to find out."""
    terms = "oppnevninger: [{verv: medlem, fra: 2022-01-01}]}"
    text = f"""
    regel: {{regel: sammensetning, {regel[1:]}
    utvalg: {{grupper: [syn]}}
    organisasjoner: {{ffo: {{navn: FFO, type: paraply, side: bruker}}, lhl: {{navn: LHL, type: lokal, side: bruker}}}}
    hendelser: [{{hva: oppnevningsrunde, dato: 2022-01-01}}]
    medlemmer/kari: {{representerer: ffo, {terms}
    {endring}{"" if endring.endswith("]}") else terms}
    moeter/2022-11-16:
      oppmoete: [{{person: kari}}, {{person: per}}]
      saker: [{{nr: 1/22, tittel: Valg, type: valg, valg: [{{verv: arbeidsutvalg, valgt: [per], fra: 2022-11-16}}]}}]
    """
    assert [u.finding.message for u in dom(dedent(text)).ikke_vurdert] == [ventet]


@pytest.mark.parametrize(
    ("regel", "register", "ventet"),
    [
        ("{regel: krav, hver: hendelse, der: {hva: kurs}, skal_ha: {evaluert: ja}}",
         "hendelser: [{hva: kurs, dato: ukjent}, {hva: kurs, dato: ukjent}]",
         ["uvisst kurs 1", "uvisst kurs 2"]),
        ("{regel: rettighet, hvem: {verv: medlem}, kan_kreve_moete: {minst: 1}, innen: 3 uker}",
         "hendelser: [{hva: moetekrav, dato: ukjent, krevd_av: kari}, "
         "{hva: moetekrav, dato: ukjent, krevd_av: kari}]",
         ["uvisst moetekrav 1", "uvisst moetekrav 2"]),
        ("{regel: frist, hva: uttalelse, senest: 3 uker, etter: hoering}",
         "hendelser: [{hva: hoering, dato: ukjent}, {hva: hoering, dato: ukjent}]",
         ["uvisst hoering 1", "uvisst hoering 2"]),
        ("{regel: krav, hver: oppnevning, der: {verv: vara}, skal_ha: {fullmakt: ja}}",
         "medlemmer/vera: {oppnevninger: [{verv: vara, fra: ukjent}, {verv: vara, fra: ukjent}]}",
         ["uvisst vera vara 1", "uvisst vera vara 2"]),
        ("{regel: krav, hver: oppnevning, der: {verv: leder}, skal_ha: {ogsaa_verv: medlem}}",
         "moeter/2022-11-16: {saker: [{nr: 4/22, tittel: Valg, type: valg, "
         "valg: [{verv: leder, fra: ukjent, valgt: kari}]}]}",
         ["uvisst kari leder 4/22"]),
    ],
)  # fmt: skip
def test_each_record_whose_day_is_unknown_is_a_subject_of_its_own(
    regel: str, register: str, ventet: list[str]
) -> None:
    assert utfall(dom(f"regel: {regel}\n{KRETSEN}{register}\n"), "regelen") == ventet


def test_a_term_whose_case_nobody_knows_is_the_one_of_the_election_from_that_day() -> None:
    register = """
    regel: {regel: funksjonstid, hvem: {verv: leder}, lengde: 1 aar}
    medlemmer/kari: {oppnevninger: [{verv: leder, fra: 2023-01-01, til: 2024-06-30, valgt_i: SAK}]}
    moeter/2022-11-16:
      saker:
        - {nr: 1/22, tittel: V, type: valg, valg: [{verv: leder, valgt: [kari], fra: 2023-01-01, til: 2024-06-30}]}
    """
    known, unknown = (sagt(dom(register.replace("SAK", case)), "regelen") for case in ("1/22", "ukjent"))
    assert known == unknown == ["feil funksjonstid @ moeter/2022-11-16 saker.0.valg.0.til"]


@pytest.mark.parametrize("blant", ["{side: bruker}", "{ikke: {side: nav}}"])
def test_one_whose_side_nobody_knows_cannot_be_of_a_group_and_of_what_it_leaves_out(blant: str) -> None:
    rule = f"regel: {{regel: sammensetning, blant: {blant}, plasser: [{{hvem: {{side: nav}}, antall: 0}}]}}\n"
    uno = "medlemmer/uno: {side: ukjent, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}\n"
    assert utfall(dom(f"{rule}{KRETSEN}{uno}"), "regelen") == []
