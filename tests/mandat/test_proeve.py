"""One test of a record: any key of the file, by its type, in `der` and in `skal_ha` alike."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.mandat.krav import oppmoete, oppnevning
from brukerutvalg_cli.mandat.krav.hver import Krav
from brukerutvalg_cli.mandat.krav.moete import KravMoete
from brukerutvalg_cli.mandat.krav.sak import KravSak
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.proeve import proeve
from brukerutvalg_cli.mandat.proeve.gjenstand import Gjenstand
from brukerutvalg_cli.mandat.proeve.poster import moetet, saken
from brukerutvalg_cli.pakkedata import records
from brukerutvalg_cli.register.load import Lastet, load
from brukerutvalg_cli.register.tree import WorkTree
from smaa_registre import dom, meldinger, tree, utfall

FOLK = """
organisasjoner:
  ffo: {navn: FFO, type: paraply, side: bruker}
  byen: {navn: Byen, type: offentlig, side: kommune}
medlemmer/kari: {navn: Kari Nordmann, side: bruker, oppnevninger: [{verv: leder, fra: 2022-01-01}]}
medlemmer/nora: {navn: Nora Nordmann, side: nav, oppnevninger: [{verv: nestleder, fra: 2022-01-01}]}
medlemmer/per: {navn: Per Hansen, side: bruker, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
"""
BRUTT = "feil krav @ moeter/2022-11-16"
UVISST = "uvisst 2022-11-16"


def krav(hver: str, skal_ha: str, der: str = "") -> str:
    filter_ = f", der: {der}" if der else ""
    return f"regel: {{regel: krav, hver: {hver}{filter_}, skal_ha: {skal_ha}}}\n{FOLK}"


def moete(felter: str, dag: str = "2022-11-16") -> str:
    return f"moeter/{dag}: {{{felter}}}\n"


# What may be demanded follows from what stands there


@pytest.mark.parametrize(
    ("skal_ha", "felter", "ventet"),
    [
        # A word: one of these, none of these, recorded at all
        ("{form: fysisk}", "form: fysisk", []),
        ("{form: [fysisk, hybrid]}", "form: digitalt", [f"{BRUTT} form"]),
        ("{form: {ikke: digitalt}}", "form: hybrid", []),
        ("{form: {ikke: digitalt}}", "form: digitalt", [f"{BRUTT} form"]),
        ("{form: {ikke: digitalt}}", "aapent: ja", []),
        ("{form: foert}", "form: digitalt", []),
        ("{form: foert}", "aapent: ja", [f"{BRUTT} form"]),
        ("{form: ikke_foert}", "form: digitalt", [f"{BRUTT} form"]),
        ("{form: foert}", "form: ukjent", [UVISST]),
        # A day, by its weekday, its month and what it lies between: 16 November 2022 was a Wednesday
        ("{dato: {ukedag: [tirsdag, onsdag]}}", "form: fysisk", []),
        ("{dato: {ukedag: Onsdag}}", "form: fysisk", []),
        ("{dato: {ukedag: [tirsdag, torsdag]}}", "form: fysisk", [f"{BRUTT} dato"]),
        ("{dato: {maaned: [november, april]}}", "form: fysisk", []),
        ("{dato: {maaned: april}}", "form: fysisk", [f"{BRUTT} dato"]),
        ("{dato: {fra: 2022-11-16, til: 2022-11-16}}", "form: fysisk", []),
        ("{dato: {fra: 2022-11-17}}", "form: fysisk", [f"{BRUTT} dato"]),
        ("{dato: {til: 2022-11-15}}", "form: fysisk", [f"{BRUTT} dato"]),
        # A time of day
        ("{tid: {fra: 10.00}, slutt: {til: 14.00}}", "tid: '10:00', slutt: '14:00'", []),
        ("{tid: {fra: 10.00}}", "tid: 9.59", [f"{BRUTT} tid"]),
        ("{slutt: {til: 14.00}}", "slutt: 14.01", [f"{BRUTT} slutt"]),
        ("{tid: {fra: 10.00}}", "tid: ukjent", [UVISST]),
        ("{varighet: {hoeyst: 120}}", "tid: 10.00, slutt: 12.00", []),
        ("{varighet: {hoeyst: 120}}", "tid: 10.00, slutt: 12.01", [f"{BRUTT} varighet"]),
        ("{varighet: {hoeyst: 120}}", "tid: 10.00", [UVISST]),
        # A number
        ("{antall_stemmeberettigede: {minst: 5}}", "antall_stemmeberettigede: 5", []),
        (
            "{antall_stemmeberettigede: {minst: 5}}",
            "antall_stemmeberettigede: 4",
            [f"{BRUTT} antall_stemmeberettigede"],
        ),
        (
            "{antall_stemmeberettigede: 5}",
            "antall_stemmeberettigede: 6",
            [f"{BRUTT} antall_stemmeberettigede"],
        ),
        # A record within the record, and one of a list of them
        ("{sted: {navn: Rådhuset}}", "sted: {navn: Rådhuset}", []),
        ("{sted: {navn: Rådhuset}}", "sted: {navn: Sentralen}", [f"{BRUTT} sted.navn"]),
        ("{sted: {navn: Rådhuset}}", "sted: ukjent", [UVISST]),
        (
            "{saker: {type: eventuelt}}",
            "saker: [{nr: 1/22, tittel: A, type: annet}, {nr: 2/22, tittel: B, type: eventuelt}]",
            [],
        ),
        ("{saker: {type: eventuelt}}", "saker: [{nr: 1/22, tittel: A, type: annet}]", [f"{BRUTT} saker"]),
        ("{saker: {type: eventuelt}}", "saker: [{nr: 1/22, tittel: A, type: ukjent}]", [UVISST]),
        # Somebody: by verv, by side, by name, by a selector
        ("{moeteleder: leder}", "moeteleder: kari", []),
        ("{moeteleder: nav}", "moeteleder: nora", []),
        ("{moeteleder: nav}", "moeteleder: kari", [f"{BRUTT} moeteleder"]),
        ("{moeteleder: {side: bruker}}", "moeteleder: per", []),
        ("{moeteleder: {side: bruker}}", "moeteleder: nora", [f"{BRUTT} moeteleder"]),
        ("{moeteleder: [leder, {side: nav}]}", "moeteleder: per", [f"{BRUTT} moeteleder"]),
        ("{moeteleder: {ikke: {side: nav}}}", "moeteleder: nora", [f"{BRUTT} moeteleder"]),
        ("{undertegnes_av: {alle: [leder, {verv: medlem}]}}", "undertegnes_av: [kari, per]", []),
        (
            "{undertegnes_av: {alle: [leder, {verv: medlem}]}}",
            "undertegnes_av: [kari]",
            [f"{BRUTT} undertegnes_av"],
        ),
        (
            "{undertegnes_av: {bare: {side: bruker}}}",
            "undertegnes_av: [kari, nora]",
            [f"{BRUTT} undertegnes_av"],
        ),
    ],
)
def test_a_field_is_held_up_against_what_its_type_allows(
    skal_ha: str, felter: str, ventet: list[str]
) -> None:
    assert utfall(dom(krav("moete", skal_ha) + moete(felter))) == ventet


@pytest.mark.parametrize(
    ("der", "felter", "gjelder"),
    [
        ("{form: [fysisk, hybrid]}", "form: hybrid", True),
        ("{form: [fysisk, hybrid]}", "form: digitalt", False),
        ("{form: fysisk}", "aapent: ja", None),  # a meeting has a form
        ("{moeteleder: {side: nav}}", "moeteleder: nora", True),
        ("{moeteleder: {side: nav}}", "referent: nora", False),
        ("{dato: {maaned: november}}", "form: fysisk", True),
        ("{saker: {type: valg}}", "saker: [{nr: 1/22, tittel: A, type: valg}]", True),
        ("{saker: {type: valg}}", "saker: [{nr: 1/22, tittel: A, type: annet}]", False),
        ("{sted: {navn: Rådhuset}}", "form: fysisk", None),  # and a place
        ("{felles_med: foert}", "felles_med: [ungdomsraadet]", True),
        ("{felles_med: foert}", "form: fysisk", False),
        ("{ekstraordinaert: ja}", "form: fysisk", False),
    ],
)
def test_the_same_test_says_which_records_it_is_about(der: str, felter: str, gjelder: bool | None) -> None:
    """The demand is broken wherever it is made, so that it shows whether it is."""
    found = utfall(dom(krav("moete", "{nummer: foert}", der) + moete(felter)), "regelen")
    assert found == ([f"{BRUTT} nummer"] if gjelder else [UVISST] if gjelder is None else [])


# The one, or the other when the one is away


@pytest.mark.parametrize(
    ("felter", "ventet"),
    [
        ("moeteleder: kari", []),
        ("moeteleder: nora, forfall: [kari]", []),
        ("moeteleder: nora, oppmoete: [{person: nora}, {person: per}]", []),
        ("moeteleder: nora, oppmoete: [{person: nora}, {person: kari}]", [f"{BRUTT} moeteleder"]),
        ("moeteleder: per, forfall: [kari]", [f"{BRUTT} moeteleder"]),
        ("moeteleder: nora", [UVISST]),
        ("moeteleder: nora, oppmoete: ukjent", [UVISST]),
        ("moeteleder: ukjent", [UVISST]),
        ("form: fysisk", [f"{BRUTT} moeteleder"]),
    ],
)
def test_the_deputy_leader_chairs_only_when_the_leader_is_away(felter: str, ventet: list[str]) -> None:
    rule = krav("moete", "{moeteleder: {foerst: leder, ellers: nestleder}}")
    assert utfall(dom(rule + moete(felter))) == ventet


# A day held up against another


@pytest.mark.parametrize(
    ("skal_ha", "innmeldt", "ventet"),
    [
        ("{innmeldt: {senest: 3 uker, foer: moete}}", "2022-10-26", 0),
        ("{innmeldt: {senest: 3 uker, foer: moete}}", "2022-10-27", 1),
        ("{innmeldt: {foer: moete}}", "2022-11-15", 0),
        ("{innmeldt: {foer: moete}}", "2022-11-16", 1),
        ("{satt_opp: {senest: 1 uke, etter: innmeldt}}", "2022-11-03", 0),
        ("{satt_opp: {senest: 1 uke, etter: innmeldt}}", "2022-11-02", 1),
        ("{satt_opp: {etter: innmeldt}}", "2022-11-10", 1),
    ],
)
def test_a_day_lies_so_long_before_or_after_another(skal_ha: str, innmeldt: str, ventet: int) -> None:
    case = f"saker: [{{nr: 1/22, tittel: A, type: annet, innmeldt: {innmeldt}, satt_opp: 2022-11-10}}]"
    assert len(utfall(dom(krav("sak", skal_ha) + moete(case)))) == ventet


@given(st.integers(0, 400), st.integers(1, 60))
def test_so_many_days_before_is_as_a_calendar_counts(before: int, days: int) -> None:
    submitted = date(2022, 11, 16) - timedelta(before)
    case = f"saker: [{{nr: 1/22, tittel: A, type: annet, innmeldt: {submitted}}}]"
    rule = krav("sak", f"{{innmeldt: {{senest: {days} dager, foer: moete}}}}")
    assert bool(utfall(dom(rule + moete(case)))) is (before < days)


# Every record takes part


@pytest.mark.parametrize(
    ("regel", "register", "ventet"),
    [
        (
            krav("hendelse", "{ansvarlig: {verv: leder}}", "{hva: evaluering}"),
            "hendelser: [{hva: evaluering, dato: 2022-03-01, ansvarlig: per}, {hva: kurs, dato: 2022-03-02}]",
            ["feil krav @ hendelser 0.ansvarlig"],
        ),
        (
            krav("oppfoelging", "{ansvarlig: {verv: leder}}", "{hva: foert}"),
            moete(
                "saker: [{nr: 1/22, tittel: A, type: annet, "
                "oppfoelging: [{hva: Ringe, ansvarlig: per, frist: 2022-12-01}]}]"
            ),
            ["feil krav @ moeter/2022-11-16 saker.0.oppfoelging.0.hva"],
        ),
        (
            krav("vedtak", "{enstemmig: ja}", "{tema: mandat}"),
            moete(
                "saker: [{nr: 1/22, tittel: A, type: vedtak, tema: mandat, vedtak: {tekst: Ja, enstemmig: nei}}, "
                "{nr: 2/22, tittel: B, type: vedtak, vedtak: {tekst: Ja, enstemmig: nei}}]"
            ),
            ["feil krav @ moeter/2022-11-16 saker.0.vedtak.enstemmig"],
        ),
        (
            krav("oppmoete", "{digitalt: nei}", "{side: bruker}"),
            moete("oppmoete: [{person: per, digitalt: ja}, {person: nora, digitalt: ja}]"),
            ["feil krav @ moeter/2022-11-16 oppmoete.0.digitalt"],
        ),
        (krav("utvalg", "{forfall_til: foert}"), "", ["feil krav @ utvalg forfall_til"]),
        (
            krav("oppnevning", "{til: foert}", "{verv: medlem}"),
            "",
            ["feil krav @ medlemmer/per oppnevninger.0.til"],
        ),
        (
            "regel: {regel: hyppighet, hva: kurs, der: {modul: 2}, minst: 1, per: kalenderaar}\nmoeter/2023-01-20: {}\n"
            "utvalg: {registrert_fra: 2022-01-01}\ndato: 2023-02-01\n",
            "hendelser: [{hva: kurs, dato: 2022-03-01, modul: 1}]",
            ["feil hyppighet @ utvalg regelverk.0.id"],
        ),
        (
            "regel: {regel: hyppighet, hva: kurs, der: {modul: 2}, minst: 1, per: kalenderaar}\nmoeter/2023-01-20: {}\n"
            "utvalg: {registrert_fra: 2022-01-01}\ndato: 2023-02-01\n",
            "hendelser: [{hva: kurs, dato: 2022-03-01, modul: 2}]",
            [],
        ),
    ],
)
def test_any_record_may_be_asked_for_any_of_its_keys(regel: str, register: str, ventet: list[str]) -> None:
    assert utfall(dom(regel + register)) == ventet


# In words


@pytest.mark.parametrize(
    ("skal_ha", "felter", "ventet"),
    [
        (
            "{dato: {ukedag: [tirsdag, torsdag]}}",
            "form: fysisk",
            "møtet 16. november 2022 skal være på en tirsdag eller torsdag, men er onsdag 16. november 2022",
        ),
        (
            "{tid: {fra: 10.00, til: 14.00}}",
            "tid: 9.00",
            "møtet 16. november 2022 skal begynne mellom 10.00 og 14.00, men det er 9.00",
        ),
        (
            "{moeteleder: {foerst: leder, ellers: nestleder}}",
            "moeteleder: per",
            "møtet 16. november 2022 skal ledes av lederen, og nestlederen bare når lederen er borte, "
            "men det er Per Hansen",
        ),
        (
            "{moeteleder: {side: nav}}",
            "moeteleder: per",
            "møtet 16. november 2022 skal ledes av en fra Nav, men det er Per Hansen",
        ),
    ],
)
def test_a_demand_is_said_as_a_sentence(skal_ha: str, felter: str, ventet: str) -> None:
    assert meldinger(dom(krav("moete", skal_ha) + moete(felter))) == [ventet]


def test_nothing_of_a_confidential_case_is_quoted() -> None:
    case = "saker: [{nr: 1/22, tittel: A, type: annet, fortrolig: ja, arkivsak: 22/999, tema: hemmelig}]"
    said = meldinger(dom(krav("sak", "{arkivsak: 22/1, tema: budsjett}") + moete(case)))
    assert len(said) == 1
    assert "999" not in said[0]
    assert "hemmelig" not in said[0]


# What cannot be asked


@pytest.mark.parametrize(
    ("hver", "skal_ha", "ventet"),
    [
        (
            "moete",
            "{sakliste_foreslaatt_av: leder}",
            "skrives nå sakliste: {foreslaatt_av: …}",
        ),
        ("sak", "{svar: ja}", "«svar: ja» skrives nå svar: foert"),
        ("moete", "{tema: budsjett}", "ukjent nøkkel «tema»: den står i en sak, ikke i et møte"),
        ("moete", "{formen: fysisk}", "ukjent nøkkel «formen»; mente du «form»?"),
        ("moete", "{form: fysiskt}", "«fysiskt» kan ikke stå her; mente du «fysisk»?"),
        ("moete", "{sted: {nav: Rådhuset}}", "ukjent nøkkel «nav»; mente du «navn»?"),
        ("moete", "{moeteleder: {sidde: nav}}", "ukjent nøkkel «sidde»; mente du «side»?"),
        ("moete", "{dato: {ukedag: tirsdagen}}", "«tirsdagen» kan ikke stå her; mente du «tirsdag»?"),
        ("moete", "{moeteleder: {foerst: leder}}", "«foerst» og «ellers» hører sammen: skriv begge"),
        ("moete", "{}", "her spørres det ikke om noe: skriv minst én nøkkel, og hva som skal stå der"),
        (
            "moete",
            "{antall_stemmeberettigede: {minst: 1/2}}",
            "her er det ikke noe å ta en andel av: skriv et tall",
        ),
        ("oppnevning", "{av: {foerst: eier, ellers: byen}}", "ukjent nøkkel «foerst»"),
    ],
)
def test_what_a_record_cannot_be_asked_is_one_mistake_at_the_word(
    hver: str, skal_ha: str, ventet: str
) -> None:
    found = load(tree(krav(hver, skal_ha))).findings
    assert ventet in found[0].message
    assert len(found) == 1 + (hver == "oppnevning")  # «ellers» is no more known there than «foerst»


# Two ways of writing one thing

ORD = st.sampled_from(["fysisk", "digitalt", "hybrid"])


@given(ORD, st.sampled_from(["fysisk", "digitalt", "hybrid", "ukjent", ""]))
def test_a_word_alone_is_a_list_of_one(ord: str, stated: str) -> None:
    felter = f"form: {stated}" if stated else "aapent: ja"
    ways = (ord, f"[{ord}]", f"{{alle: {ord}}}", f"{{bare: [{ord}]}}")
    assert len({str(utfall(dom(krav("moete", f"{{form: {way}}}") + moete(felter)))) for way in ways}) == 1


@given(
    st.sampled_from(["leder", "medlem", "bruker"]), st.sampled_from(["kari", "per", "nora", "ukjent", "Gro"])
)
def test_a_word_is_the_selector_that_says_the_same(ord: str, navn: str) -> None:
    key = "side" if ord == "bruker" else "verv"
    ways = (ord, f"{{{key}: {ord}}}", f"[{{{key}: [{ord}]}}]")
    said = {
        str(utfall(dom(krav("moete", f"{{moeteleder: {way}}}") + moete(f"moeteleder: {navn}"))))
        for way in ways
    }
    assert len(said) == 1


# What is in order is told in no words


@pytest.fixture(scope="module")
def medfulgte() -> Lastet:
    return load(WorkTree(records().parent))


@pytest.mark.parametrize(("kind", "hver"), [(KravMoete, "møte"), (KravSak, "sak")])
def test_the_answers_are_those_of_the_fields_one_by_one(
    medfulgte: Lastet, kind: type[Krav], hver: str
) -> None:
    asked = 0
    rules = [b for each in medfulgte.regelverk.values() for b in each.bestemmelser if isinstance(b, kind)]
    for mappe in medfulgte.register.mapper.values():
        utvalg = UtvalgIPeriode(mappe, medfulgte.register, None, None, date(2024, 1, 1))
        for g in _poster(utvalg, hver):
            for rule in rules:
                for test in filter(None, (getattr(rule, key) for key in ("der", "skal_ha"))):
                    for der in (True, False):
                        fields = [felt.holder for felt in test.felter(g, der=der)]
                        assert list(test.svarene(g, der=der)) == fields
                        asked += len(fields)
    assert asked > 100


def _poster(utvalg: UtvalgIPeriode, hver: str) -> list[Gjenstand]:
    meetings = utvalg.mappe.moeter
    if hver == "møte":
        return [moetet(utvalg, moete) for moete in meetings]
    return [saken(utvalg, moete, nr) for moete in meetings for nr in range(len(moete.saker))]


@pytest.mark.parametrize(
    ("regel", "post"),
    [
        (krav("moete", "{form: fysisk}"), moete("form: fysisk")),
        (krav("sak", "{type: vedtak}"), moete("saker: [{nr: 1/22, tittel: A, type: vedtak}]")),
        (krav("oppmoete", "{dekker: reise}"), moete("oppmoete: [{person: kari, dekker: reise}]")),
        (krav("oppnevning", "{side: bruker}", "{verv: leder}"), ""),
    ],
    ids=["moete", "sak", "oppmoete", "oppnevning"],
)
def test_no_sentence_is_made_of_what_is_in_order(
    monkeypatch: pytest.MonkeyPatch, regel: str, post: str
) -> None:
    def said(*_: object) -> str:
        raise AssertionError("nobody asked in what words")

    monkeypatch.setattr(proeve, "setning", said)
    for kind in (oppmoete, oppnevning):
        monkeypatch.setattr(kind, "omtalt", said)
    found = dom(regel + post)
    assert utfall(found) == []
    assert len(found.holdt) == 1
