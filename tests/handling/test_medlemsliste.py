"""Lists of people as they lie in an office: read by meaning, told of by line, and nothing in them made up."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.handling.filer import Nektet
from brukerutvalg_cli.handling.medlemsliste.les import les_liste
from brukerutvalg_cli.handling.medlemsliste.liste import Kjente, Listerad, Medlemsliste, Tillegg
from brukerutvalg_cli.handling.medlemsliste.overskrift import BETYDNINGER, betyr
from brukerutvalg_cli.handling.medlemsliste.rolle import Rolle, rollene
from brukerutvalg_cli.handling.medlemsliste.tabell import fra_tekst
from brukerutvalg_cli.handling.medlemsliste.tid import dagen, delt
from brukerutvalg_cli.model.deldato import les_deldato
from brukerutvalg_cli.model.organisasjon import Organisasjon
from brukerutvalg_cli.model.utvalg import STANDARD_SIDER, STANDARD_VERV
from brukerutvalg_cli.nevnt import Kjent
from brukerutvalg_cli.tegn import first_unsafe

pytestmark = pytest.mark.usefixtures("samme_dom")

VERV = [Kjent(name) for name in STANDARD_VERV]
SIDER = [Kjent(name) for name in STANDARD_SIDER]
NAA = date(2026, 1, 2)
KJENTE = Kjente(
    {
        "ffo": Organisasjon(
            navn="Funksjonshemmedes Fellesorganisasjon", forkortelse="FFO", type="paraply", side="bruker"
        ),
        "mental-helse": Organisasjon(navn="Mental Helse", type="landsdekkende", side="bruker"),
    },
    SIDER,
    VERV,
    NAA,
    opptatt=frozenset({"nav-storelva"}),
)
UT_2027 = (date(2026, 1, 1), date(2027, 12, 31))


def les(text: str, tillegg: Tillegg = Tillegg()) -> Medlemsliste:  # noqa: B008  # a value
    return les_liste(fra_tekst(text), KJENTE, tillegg)


def kort(rader: Iterable[Listerad]) -> list[tuple[str, ...]]:
    """Who, for which side and organisation, in which verv, and the post they have."""
    return [(r.navn, r.side, r.representerer, r.verv, r.funksjon) for r in rader]


FRA_EXCEL = """\
sep=;
Navn;Organisasjon;Rolle;Periode fra;Periode til;E-post;Telefon;Merknad
Ødegård, Kåre;FFO;Leder;01.01.2026;31.12.2027;kaare@example.no;91 23 45 67;"Ringer
helst om kvelden"
"Nordmann, Kari";mental helse;varamedlem;1. januar 2026;31.12.27;;;
Vik, Nina;Nav Storelva;Sekretær;01.01.2026;;nina@nav.no;;
Moen, Liv;;Nav-leder;01.01.2026;31.12.2027;;;
"""


PERMISJON, SLUTT = (f": føres etterpå med «brukerutvalg {verb}»" for verb in ("permisjon", "avslutt"))


@pytest.mark.parametrize(
    ("skrevet", "navn", "ved_siden"),
    [
        ("Ola Berg (permisjon)", "Ola Berg", f"«permisjon» om Ola Berg (linje 2){PERMISJON}"),
        ("Lise Lie – sluttet", "Lise Lie", f"«sluttet» om Lise Lie (linje 2){SLUTT}"),
        ("Lie, Lise (sluttet i fjor)", "Lise Lie", f"«sluttet i fjor» om Lise Lie (linje 2){SLUTT}"),
        ("Lise Lie, slutta", "Lise Lie", f"«slutta» om Lise Lie (linje 2){SLUTT}"),
        ("Ola Berg (Mental Helse)", "Ola Berg", "«Mental Helse» om Ola Berg (linje 2)"),
        ("Ola Berg (FFO)", "Ola Berg", ""),  # whom he sits for: it is taken along
        ("Kjell-Arne Sørli", "Kjell-Arne Sørli", ""),
        ("Anne (Anna) Berg", "Anne (Anna) Berg", ""),
        ("Kari Nordmann – Vik", "Kari Nordmann – Vik", ""),
    ],
)
def test_what_stands_beside_a_name_is_no_part_of_it(skrevet: str, navn: str, ved_siden: str) -> None:
    found = les(f'Navn;Organisasjon\n"{skrevet}";FFO')
    assert [row.navn for row in found.rader] == [navn]
    assert found.utelatt == ((ved_siden,) if ved_siden else ())


@pytest.mark.parametrize(("ved_siden", "utelatt"), [("sekretær", 0), ("leder", 1), ("ny", 1)])
def test_what_the_line_says_already_is_not_told_as_left_out(ved_siden: str, utelatt: int) -> None:
    found = les(f"Navn;Organisasjon;Rolle\nLise Lie ({ved_siden});Nav Storelva;Sekretær")
    assert [row.navn for row in found.rader] == ["Lise Lie"]
    assert len([said for said in found.utelatt if "Lise" in said]) == utelatt


def test_what_is_private_beside_a_name_is_not_repeated() -> None:
    found = les("Navn;Organisasjon\nOla Berg (912 34 567);FFO")
    assert [row.navn for row in found.rader] == ["Ola Berg"]
    assert "912" not in "".join(found.utelatt)


def test_what_stands_in_brackets_of_a_role_is_read_or_told_of() -> None:
    found = les("Navn;Organisasjon;Rolle\nKari Vik;FFO;Medlem (permisjon)\nLiv Moen;;Medlem (Nav-leder)")
    assert kort(found.rader) == [
        ("Kari Vik", "bruker", "ffo", "medlem", ""),
        ("Liv Moen", "nav", "", "medlem", "nav-leder"),
    ]
    assert found.utelatt == ("«permisjon» om Kari Vik (linje 2): føres etterpå med «brukerutvalg permisjon»",)


def test_a_list_from_excel_is_read_by_meaning() -> None:
    found = les(FRA_EXCEL)
    assert kort(found.rader) == [
        ("Kåre Ødegård", "bruker", "ffo", "leder", ""),
        ("Kari Nordmann", "bruker", "mental-helse", "vara", ""),
        ("Nina Vik", "nav", "nav-storelva-kontor", "sekretaer", ""),
        ("Liv Moen", "nav", "", "medlem", "nav-leder"),
    ]
    assert [(r.fra, r.til) for r in found.rader] == [UT_2027, UT_2027, (date(2026, 1, 1), None), UT_2027]
    assert [r.hvor for r in found.rader] == ["linje 3", "linje 5", "linje 6", "linje 7"]
    assert not found.uten_side
    assert found.adresser == {"kaare-oedegaard": "kaare@example.no", "nina-vik": "nina@nav.no"}
    assert [left.partition(":")[0] for left in found.utelatt] == [
        "kolonnen «E-post»",
        "kolonnen «Telefon»",
        "kolonnen «Merknad»",
    ]


def test_what_the_list_does_not_say_is_unknown_or_left_out() -> None:
    (row,) = les("Navn;Organisasjon\nKari Nordmann;FFO").rader
    assert (row.verv, row.fra, row.til, row.funksjon, row.vara_for, row.nummer) == (
        "medlem",
        "ukjent",
        None,
        "",
        "",
        None,
    )


def test_what_stands_above_and_what_nobody_knows_is_named_and_left_out() -> None:
    found = les("Brukerutvalget 2026;;\n;;\nT-skjorte;Navn;Rolla\nM;Kari Nordmann;x\n", Tillegg("bruker"))
    assert [row.navn for row in found.rader] == ["Kari Nordmann"]
    assert found.utelatt == (
        "kolonnen «T-skjorte»: ingen kjent overskrift",
        "kolonnen «Rolla»: er det «rolle», retter du overskriften",
        "linje 1 over overskriftene: Brukerutvalget 2026",
    )


@pytest.mark.parametrize(
    "overskrift", ["Oppnevnt", "Oppnevnt dato", "Valgt", "Tiltrådt", "Oppnemnd", "Valgdato"]
)
def test_a_column_of_days_is_when_the_term_began(overskrift: str) -> None:
    found = les(
        f"Navn;Organisasjon;{overskrift};Sluttet\nKari Nordmann;FFO;1.1.2026;31.12.2027\nOla Berg;FFO;;"
    )
    assert [(r.fra, r.til) for r in found.rader] == [UT_2027, ("ukjent", None)]
    assert found.utelatt == ()


def test_a_column_that_may_be_of_days_and_is_not_is_left_out() -> None:
    found = les("Navn;Organisasjon;Fra;Valgt\nKari Nordmann;FFO;1.1.2026;ja")
    assert found.utelatt == ("kolonnen «Valgt»: «Fra» sier det alt",)
    found = les(
        "Navn;Organisasjon;Valgt;Sluttet\nKari Nordmann;FFO;av årsmøtet;1.2.2026\nOla Berg;FFO;1.1.2026;nei"
    )
    assert [(r.fra, r.til) for r in found.rader] == [("ukjent", None)] * 2
    assert found.utelatt == tuple(
        f"kolonnen «{said}»: det står noe annet enn dager i den" for said in ("Valgt", "Sluttet")
    )


def test_of_two_columns_that_say_the_same_the_plainer_counts_wherever_it_stands() -> None:
    for text in ("Navn;Lag;Representerer\nPer;x;FFO", "Navn;Representerer;Lag\nPer;FFO;x"):
        found = les(text)
        assert kort(found.rader) == [("Per", "bruker", "ffo", "medlem", "")]
        assert found.utelatt == ("kolonnen «Lag»: «Representerer» sier det alt",)


@pytest.mark.parametrize(
    "hode",
    ["Navn;Organisasjon;Representerer", "Navn;Representerer;Lag", "Navn;Sitter for;Brukerorganisasjon"],
)
def test_of_two_columns_of_whom_they_sit_for_one_may_be_of_the_sides(hode: str) -> None:
    name, *beside = hode.split(";")
    for first, second in (beside, beside[::-1]):
        found = les(f"{name};{first};{second}\nPer;FFO;brukere\nKari;;Nav")
        assert kort(found.rader) == [
            ("Per", "bruker", "ffo", "medlem", ""),
            ("Kari", "nav", "", "medlem", ""),
        ]
        assert found.utelatt == ()


def test_a_heading_over_nothing_says_nothing() -> None:
    found = les("Navn;Organisasjon;Fra;Oppnevnt dato\nPer;FFO;;1.1.2026")
    assert [row.fra for row in found.rader] == [date(2026, 1, 1)]
    assert found.utelatt == ()


ROLLER = {
    "Varamedlem": [Rolle("vara")],
    "vararepresentant": [Rolle("vara")],
    "1. vara": [Rolle("vara", nummer=1)],
    "Vara 2": [Rolle("vara", nummer=2)],
    "Vara for Kari Nordmann": [Rolle("vara", vara_for="Kari Nordmann")],
    "Vara (for Kari Nordmann)": [Rolle("vara", vara_for="Kari Nordmann")],
    "Medlem (Nav-leder)": [Rolle("medlem"), Rolle(side="nav", funksjon="nav-leder")],
    "Medlem (2024–2026)": [Rolle("medlem"), Rolle(ved_siden="2024–2026")],
    "(leder)": [Rolle("leder")],
    "LEIAR": [Rolle("leder")],
    "Leder i brukerutvalget": [Rolle("leder")],
    "Medlem/leder": [Rolle("medlem"), Rolle("leder")],
    "Medlem og nestleder": [Rolle("medlem"), Rolle("nestleder")],
    "Sekretær": [Rolle("sekretaer")],
    "Brukerrepresentant": [Rolle("medlem", "bruker")],
    "Nav-representant": [Rolle("medlem", "nav")],
    "Nav-leder": [Rolle(side="nav", funksjon="nav-leder")],
    "NAV leder Storelva": [Rolle(side="nav", funksjon="nav-leder")],
    "Leder av Nav Storelva": [Rolle(side="nav", funksjon="nav-leder")],
    "Avdelingsleder": [Rolle(funksjon="avdelingsleder")],
    "Fylkesdirektør": [Rolle(funksjon="fylkesdirektoer")],
    "medlm": [Rolle(ukjent="medlm")],
    "Kaffeansvarlig": [Rolle(ukjent="Kaffeansvarlig")],
    "": [],
}


@pytest.mark.parametrize(("skrevet", "ventet"), ROLLER.items(), ids=ROLLER)
def test_a_role_is_what_it_means(skrevet: str, ventet: list[Rolle]) -> None:
    assert rollene(skrevet, VERV, SIDER) == ventet


def test_who_is_told_of_in_several_lines_or_ways_is_one_person() -> None:
    found = les("Navn;Organisasjon;Rolle\nNordmann, Kari;FFO;Medlem\nkari nordmann;;Leder")
    assert kort(found.rader) == [
        ("Kari Nordmann", "bruker", "ffo", "medlem", ""),
        ("Kari Nordmann", "bruker", "ffo", "leder", ""),
    ]


def test_a_deputy_is_for_whoever_is_named_in_the_list_or_known() -> None:
    head = "Navn;Organisasjon;Rolle;Vara for\n"
    found = les(f"{head}Per Hansen;FFO;vara;Nordmann, Kari\nKari Nordmann;FFO;;\nEva Dahl;FFO;vara for ffo;")
    assert [(row.person, row.vara_for) for row in found.rader] == [
        ("per-hansen", "kari-nordmann"),
        ("kari-nordmann", ""),
        ("eva-dahl", "ffo"),
    ]


SIDEN = {
    "FFO;Medlem": "bruker",
    "Mental Helse Storelva;Medlem": "bruker",
    "nav;Medlem": "nav",
    "NAV Storelva;Medlem": "nav",
    "Nordre Elv kommune;Medlem": "kommune",
    "Elvelaget;Brukerrepresentant": "bruker",
    ";Nav-leder": "nav",
    "Elvelaget;Medlem": "",
    "Eldrerådet i Storelva kommune;Medlem": "",
    ";Sekretær": "",
}


@pytest.mark.parametrize(("linje", "ventet"), SIDEN.items(), ids=SIDEN)
def test_the_side_follows_from_the_organisation_or_the_role_or_is_asked_for(linje: str, ventet: str) -> None:
    found = les(f"Navn;Org.;Rolle\nPer Hansen;{linje}")
    assert found.rader[0].side == ventet
    assert found.uten_side == (() if ventet else ("Per Hansen (linje 2)",))
    assert les(f"Navn;Org.;Rolle\nPer Hansen;{linje}", Tillegg("kommune")).rader[0].side == (
        ventet or "kommune"
    )


TID: list[tuple[str, bool, bool | None, object]] = [
    # as written, the last day, whole years, the day
    ("01.01.2026", False, None, date(2026, 1, 1)),
    ("2026-01-01", False, None, date(2026, 1, 1)),
    ("1. januar 2026", False, None, date(2026, 1, 1)),
    ("torsdag 1.1.26", False, None, date(2026, 1, 1)),
    ("2026", False, None, les_deldato("2026")),
    ("2026", False, False, les_deldato("2026")),
    ("mars 2026", True, None, les_deldato("2026-03")),
    ("2026", False, True, date(2026, 1, 1)),
    ("2027", True, True, date(2027, 12, 31)),
    ("feb. 2028", True, True, date(2028, 2, 29)),
    ("2/2028", False, True, date(2028, 2, 1)),
    ("ukjent", True, True, "ukjent"),
    ("?", False, None, "ukjent"),
    ("", False, None, "ukjent"),
    ("", True, None, None),
    ("–", True, None, None),
    ("d.d.", True, None, None),
    ("ut 2027", True, None, date(2027, 12, 31)),
    ("ut året", True, None, date(2026, 12, 31)),
    ("løpende", True, None, None),
]


@pytest.mark.parametrize(("skrevet", "siste", "hele", "ventet"), TID)
def test_a_day_is_read_and_a_year_is_not_made_one_unless_somebody_says_so(
    skrevet: str, siste: bool, hele: bool | None, ventet: object
) -> None:
    assert dagen(skrevet, NAA, siste=siste, hele_aar=hele) == ventet


@pytest.mark.parametrize(
    ("periode", "ventet"),
    [
        ("2026–2027", ("2026", "2027")),
        ("2026-2027", ("2026", "2027")),
        ("1.1.2026 - 31.12.2027", ("1.1.2026", "31.12.2027")),
        ("1.1.2026-31.12.2027", ("1.1.2026", "31.12.2027")),
        ("fra 2026 til 2027", ("2026", "2027")),
        ("2026-01-01", ("2026-01-01", "")),
        ("2026-01-01 – 2027-12-31", ("2026-01-01", "2027-12-31")),
        ("2026", ("2026", "")),
        ("", ("", "")),
        ("2026-", ("2026", "")),
        ("2026 -", ("2026", "")),
        ("2026–", ("2026", "")),
        ("1.1.2026-", ("1.1.2026", "")),
        ("-2027", ("", "2027")),
        ("t.o.m. 2027", ("", "2027")),
        ("fom 2026 tom 2027", ("2026", "2027")),
        ("fra og med 1.1.2026 til og med 31.12.2027", ("1.1.2026", "31.12.2027")),
        ("2026-d.d.", ("2026", "d.d.")),
        ("2026 til dags dato", ("2026", "dags dato")),
    ],
)
def test_both_ends_of_a_term_can_stand_in_one_cell(periode: str, ventet: tuple[str, str]) -> None:
    assert delt(periode) == ventet


def test_a_day_that_is_not_said_is_asked_about_once() -> None:
    text = "Navn;Org;F.o.m.\nPer;FFO;\nKari;FFO;1.1.2026\nEva;FFO;ukjent"
    assert les(text).uten_fra == ("Per (linje 2)",)
    assert [row.fra for row in les(text).rader] == ["ukjent", date(2026, 1, 1), "ukjent"]
    assert [row.fra for row in les(text, Tillegg(fra=NAA)).rader] == [NAA, date(2026, 1, 1), "ukjent"]


def test_years_alone_are_told_of_and_asked_about_once() -> None:
    text = "Navn;Org;Periode\nPer;FFO;2026–2027\nKari;FFO;2026–2028"
    assert les(text).bare_aar == ("2026", "2027", "2028")
    assert [(str(row.fra), str(row.til)) for row in les(text).rader] == [("2026", "2027"), ("2026", "2028")]
    assert les(text, Tillegg(hele_aar=True)).rader[0][6:8] == UT_2027


@pytest.mark.parametrize(
    ("foerst", "saa", "refused"),
    [
        ("2023–2024", "2025–2026", False),
        ("2023–2025", "2025–2027", False),  # the one may be over in June, and the other begin in August
        ("2025–2026", "2025–2026", True),
        ("2025–2025", "2025–2025", True),
        ("2023–2026", "2025–2027", True),
        ("2023–", "2025–2027", True),
        ("1.1.2023–30.6.2024", "2024–2026", False),
        ("1.1.2023–31.12.2024", "1.12.2024–31.12.2026", True),
        ("1.1.2023–31.12.2024", "1.1.2025–31.12.2026", False),
    ],
)
def test_terms_on_end_are_two_and_at_a_time_they_are_one_too_many(
    foerst: str, saa: str, refused: bool
) -> None:
    for lines in ([foerst, saa], [saa, foerst]):
        text = "\n".join(["Navn;Org;Periode", *(f"Per;FFO;{each}" for each in lines)])
        if refused:
            with pytest.raises(Nektet, match="linje 3 har Per som medlem i samme tid som linje 2"):
                les(text)
        else:
            assert len(les(text).rader) == 2


def test_so_is_a_year_that_is_answered_for_those_it_does_not_say_it_of() -> None:
    text, year = "Navn;Org;Fra\nPer;FFO;\nKari;FFO;1.3.2026", les_deldato("2026")
    told = les(text, Tillegg(fra=year))
    assert told.bare_aar == ("2026",)
    assert [row.fra for row in told.rader] == [year, date(2026, 3, 1)]
    assert [row.fra for row in les(text, Tillegg(fra=year, hele_aar=True)).rader] == [
        date(2026, 1, 1),
        date(2026, 3, 1),
    ]


FEIL = {
    "Per;brukerr;FFO;;;": "linje 2 har siden «brukerr», som ikke finnes. Mente du «bruker»?",
    "Per;bruker;ffoo;;;": "linje 2 har organisasjonen «ffoo», som ikke finnes. Mente du «FFO»?",
    "Per;bruker;FFO;medlm;;": "linje 2 har vervet «medlm», som ikke finnes. Mente du «medlem»?",
    "Per;bruker;FFO;Kaffekoker;;": "linje 2 har vervet «Kaffekoker», som ikke finnes. Velg blant leder,",
    "Per;bruker;FFO;;2026/31/12;": "linje 2 har en dag som ikke kan leses: «2026/31/12» er ikke en dag",
    "Per;bruker;FFO;;30.2.2026;": "linje 2 har en dag som ikke kan leses: «30.2.2026»",
    "Per;bruker;FFO;;2.1.2026;1.1.2026": "linje 2 slutter (1.1.2026) før det begynner (2.1.2026)",
    "Per;bruker;FFO;;mars 2026;2025": "linje 2 slutter (2025) før det begynner (mars 2026)",
    "Per;bruker;FFO;;1.2.2026;1/2026": "linje 2 slutter (1/2026) før det begynner (1.2.2026)",
    ";bruker;FFO;;;": "linje 2 mangler navn",
    "Per;bruker;FFO;vara for Eva Dahl;;": "linje 2 har en vara for «Eva Dahl», som verken er i lista eller kjent",
    "Per;;FFO;;;\nPer;;ffo;;;": "linje 3 har Per som medlem i samme tid som linje 2",
    "Per;;FFO;;;\nPer;;Mental Helse;vara;;": "linje 3 sier noe annet om hvem Per sitter for enn linje 2",
    "Per;bruker;FFO;Referent;;": "linje 2 har vervet «Referent», som ikke finnes: det føres for hvert møte, med",
    "Per;bruker;FFO;;1.1.2024;ut året": "linje 2 har en dag som ikke kan leses: «ut året» kan være ut 2024 eller ut",
}


@pytest.mark.parametrize(("rader", "ventet"), FEIL.items(), ids=FEIL.values())
def test_a_slip_is_told_of_by_line(rader: str, ventet: str) -> None:
    with pytest.raises(Nektet) as told:
        les("navn;side;organisasjon;rolle;fra;til\n" + rader)
    assert str(told.value).startswith(ventet)


def test_all_that_is_wrong_is_told_at_once() -> None:
    rows = "\n".join(next(iter(each.split("\n"))) for each in list(FEIL)[:8])
    with pytest.raises(Nektet) as told:
        les("navn;side;organisasjon;rolle;fra;til\n" + rows)
    lines = str(told.value).splitlines()
    assert lines[0] == "lista har 8 feil:"
    assert [line.strip()[:8] for line in lines[1:]] == [f"linje {nr} "[:8] for nr in range(2, 10)]


@pytest.mark.parametrize(
    ("text", "ventet"),
    [
        ("", "ingen overskrift for navnene.* Den er tom"),
        ("Kari Nordmann;FFO;leder", "ingen overskrift for navnene.* Kari Nordmann; FFO; leder"),
        ('navn;side\n"Kari;bruker\n', "linje 2 har et anførselstegn som ikke går opp"),
    ],
)
def test_what_is_no_list_of_people_is_told_of(text: str, ventet: str) -> None:
    with pytest.raises(Nektet, match=ventet):
        les(text)


def test_no_heading_means_two_things_and_each_is_known_in_any_case() -> None:
    for name, words in BETYDNINGER.items():
        for word in (name, *words):
            assert {
                betyr(each) for each in (word, word.upper(), f" {word.title()}: ", f"{word} (valgfritt)")
            } == {name}, word


# The same people, however the list is laid out

FOLK = (
    {"navn": "Kåre Ødegård", "representerer": "FFO", "verv": "leder", "fra": "1.1.2026", "til": "31.12.2027"},
    {"navn": "Kari Anne Nordmann", "representerer": "Mental Helse", "verv": "vara", "fra": "2026", "til": ""},
    {"navn": "Liv Moen", "representerer": "Nav Storelva", "verv": "medlem", "funksjon": "Nav-leder"},
    {"navn": "Per Hansen", "representerer": "Elvelaget", "side": "bruker", "epost": "per@example.no"},
)
SOM_DE_ER = les(
    "navn;representerer;verv;fra;til;funksjon;side;epost\n"
    + "\n".join(
        ";".join(
            one.get(key, "")
            for key in ("navn", "representerer", "verv", "fra", "til", "funksjon", "side", "epost")
        )
        for one in FOLK
    )
)
SKRIFT: tuple[Callable[[str], str], ...] = (str, str.upper, str.lower, str.title, lambda word: f" {word} ")
VERVET = {
    "leder": ["Leiar", "leder"],
    "vara": ["Varamedlem", "varamann"],
    "medlem": ["Fast medlem", ""],
    "": [""],
}


@st.composite
def utlagt(draw: st.DrawFn) -> str:
    """The same people in a table of any shape, as text."""
    heading = {key: draw(st.sampled_from((key, *BETYDNINGER[key]))) for key in ("representerer", "verv", "fra",
               "til", "funksjon", "side", "epost")}  # fmt: skip
    names = draw(st.sampled_from(["vanlig", "snudd", "delt"]))
    columns = [*heading, *(["fornavn", "etternavn"] if names == "delt" else ["navn"]), "T-skjorte", "Telefon"]
    columns = draw(st.permutations(columns))
    written = draw(st.sampled_from(SKRIFT))
    text = io.StringIO()
    between = draw(st.sampled_from(";,\t"))
    if draw(st.booleans()):
        text.write(f"sep={between}\n")
    out = csv.writer(text, delimiter=between, lineterminator="\n")
    out.writerow([written(heading.get(key, key)) for key in columns])
    for one in FOLK:
        first, last = one["navn"].rsplit(" ", 1)
        cells = {"fornavn": first, "etternavn": last, "T-skjorte": "XL", "Telefon": "91234567", **one}
        cells["navn"] = f"{last}, {first}" if names == "snudd" else one["navn"]
        cells["verv"] = draw(st.sampled_from(VERVET[one.get("verv", "")]))
        out.writerow([cells.get(key, "") for key in columns])
    return text.getvalue()


@given(utlagt())
def test_any_order_casing_and_synonym_gives_the_same_list(text: str) -> None:
    found = les(text)
    assert [row._replace(hvor="") for row in found.rader] == [
        row._replace(hvor="") for row in SOM_DE_ER.rader
    ]
    assert (found.nye, found.adresser, found.uten_side) == (SOM_DE_ER.nye, SOM_DE_ER.adresser, ())


CELLE = st.sampled_from([
    "", "Kari", "Nordmann, Kari", "Kari, Per, Ola", "FFO", "nav", "!!!", "leder", "vara for x", "2026", "1.1.2026",
    "31.2.2026", "2026-2027", "–", "x" * 300, "a@b.no", "1. vara", "leder/medlem", "0", "\u202e", "\x1b[2J", "con",
    "99999999999", "²",
])  # fmt: skip
OVERSKRIFT = st.sampled_from(["navn", *BETYDNINGER, "Etternavn", "", "T-skjorte", "Navn"])


@given(
    st.lists(OVERSKRIFT, min_size=1, max_size=6),
    st.lists(st.lists(CELLE | st.text(max_size=5), max_size=7), max_size=5),
)
def test_whatever_is_in_the_cells_is_understood_or_told_of(hode: list[str], rader: list[list[str]]) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([hode, *rader])
    try:
        found = les("\n".join(text.getvalue().splitlines()), Tillegg("bruker", hele_aar=True))
    except Nektet:
        return
    assert all(row.navn and row.person and row.side and row.verv for row in found.rader)
    assert not [row for row in found.rader if first_unsafe(row.navn + row.funksjon)]
