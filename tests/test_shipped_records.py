"""The shipped records: every source whole, one true finding in Vestland, and invented councils that keep everything."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from brukerutvalg_cli.dommer.utenfor_registeret import er_utenfor
from brukerutvalg_cli.mandat.regelverk import Regel
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.rapport import renderer
from brukerutvalg_cli.rapport.rapport import Located, Rapport
from brukerutvalg_cli.register.load import Lastet, load
from brukerutvalg_cli.register.tree import MemoryTree, WorkTree
from brukerutvalg_cli.validering import valider

pytestmark = pytest.mark.usefixtures("samme_dom")

ROOT = Path(__file__).parents[1]
VESTLAND = "records/utvalg/nav-vestland"
OPPDIKTEDE = ("nav-troendelag", "nav-troendelag-ungdom", "nav-sentralt", "nav-fjordvik")

OPPDIKTEDE_REGELVERK = ("nav-troendelag-ungdom-2021", "nav-sentralt-2020", "nav-troendelag-vedtak-2022")
BOKMAAL = {"ikke", "fra", "hvem", "hva", "utvalget", "møtene"}
NYNORSK = {"ikkje", "frå", "kven", "kva", "utvalet", "møta"}


KINDS = [get_args(kind)[0] for kind in get_args(get_args(Regel)[0])]

Endringer = tuple[tuple[str, str, str], ...]
T, U, S, F = "nav-troendelag", "nav-troendelag-ungdom", "nav-sentralt", "nav-fjordvik"
BORTE = tuple(
    (f"{S}/moeter/2022-03-09", f"  - {{person: {person},", "  - {navn: En tilhører,")
    for person in ("tore-aas", "mona-lier", "arild-skog", "yasmin-bakke", "kjell-tangen")
)
FOER, ETTER = "foer_beslutning: ja", "foer_beslutning: nei"
FEILSKRITT: list[tuple[str, Endringer, str]] = [
    # The guideline on training.
    (
        T,
        (
            (f"{T}/medlemmer/trym-bakken", "  - {modul: 1, dato: 2021-03-10}\n", ""),
            (
                f"{T}/hendelser",
                "geir-moen, trym-bakken, marit-strand, odd-haugen]\n  eva",
                "geir-moen, marit-strand, odd-haugen]\n  eva",
            ),
        ),
        "modul-1 tilgang",
    ),
    (
        T,
        (
            (f"{T}/medlemmer/trym-bakken", "  - {modul: 2, dato: 2021-03-11}\n", ""),
            (
                f"{T}/hendelser",
                "trym-bakken, marit-strand, odd-haugen, bjoern",
                "marit-strand, odd-haugen, bjoern",
            ),
        ),
        "modul-2",
    ),
    (
        T,
        ((f"{T}/hendelser", "arrangert_av: [ffo, safo]", "arrangert_av: [ffo, nav-troendelag]"),),
        "modul-1-arrangoer",
    ),
    (T, ((f"{T}/hendelser", "arrangert_av: nav-troendelag", "arrangert_av: ffo"),), "modul-2-arrangoer"),
    (T, ((f"{T}/hendelser", "betalt_av: [ffo, safo]", "betalt_av: nav-troendelag"),), "modul-1-betaler"),
    (T, ((f"{T}/hendelser", "betalt_av: nav-troendelag", "betalt_av: [ffo]"),), "modul-2-betaler"),
    (T, ((f"{T}/hendelser", "nina-vik, nav-leder]", "nina-vik]"),), "ledere-deltar"),
    (
        T,
        (
            (f"{T}/medlemmer/hilde-aasen", "  - {modul: 2, dato: 2023-03-09}\n", "  []\n"),
            (f"{T}/hendelser", "hilde-aasen, nina-vik", "fylkesdirektoer, nina-vik"),
        ),
        "modul-2-uten-verv",
    ),
    # The law, the council's own decision, and the rest of the mandate of Trøndelag.
    (
        T,
        ((f"{T}/hendelser", "{medlemmer: {kvinner: 3, menn: 3}", "{medlemmer: {kvinner: 4, menn: 2}"),),
        "kjoennsbalanse",
    ),
    (
        S,
        ((f"{S}/hendelser", "varamedlemmer: {kvinner: 1, menn: 1}", "varamedlemmer: {kvinner: 2, menn: 0}"),),
        "kjoennsbalanse",
    ),
    (T, ((f"{T}/moeter/2023-02-08", "innkalling: 2023-01-18", "innkalling: 2023-01-19"),), "innkalling"),
    (T, ((f"{T}/moeter/2023-02-08", "sakspapirer: 2023-01-25", "sakspapirer: 2023-01-30"),), "sakspapirer"),
    (T, ((f"{T}/moeter/2023-02-08", "referat: 2023-02-17", "referat: 2023-02-23"),), "referat"),
    (
        T,
        (
            (
                f"{T}/moeter/2023-04-26",
                "verv: leder, side: bruker, stemmerett: nei",
                "verv: leder, side: bruker, stemmerett: ja",
            ),
        ),
        "ungdomsraad",
    ),
    (T, ((f"{T}/moeter/2023-04-26", "verv: nestleder", "verv: medlem"),), "ungdomsraad-hvem"),
    (
        T,
        ((f"{U}/moeter/2023-02-01", "verv: leder, side: bruker", "verv: medlem, side: bruker"),),
        "til-ungdomsraadet",
    ),
    (
        T,
        (
            (
                f"{U}/moeter/2023-02-01",
                "verv: leder, side: bruker, stemmerett: nei",
                "verv: leder, side: bruker, stemmerett: ja",
            ),
        ),
        "til-ungdomsraadet-rett",
    ),
    (
        T,
        (
            (
                f"{S}/moeter/2021-11-10",
                "oversendt_fra: nav-troendelag 11/21",
                "oversendt_fra: nav-troendelag 12/21",
            ),
        ),
        "oversending",
    ),
    # The recommendations, and where the minutes are put.
    (
        F,
        ((f"{F}/medlemmer/liv-sandvik", "verv: brukerutvalgsansvarlig", "verv: nestleder"),),
        "dedikert-ansatt",
    ),
    (
        F,
        (
            (
                f"{F}/moeter/2023-05-04",
                "    fast: organisasjonenes_runde\n",
                "",
            ),
        ),
        "runde",
    ),
    (F, ((f"{F}/moeter/2023-02-16", FOER, ETTER), (f"{F}/moeter/2023-11-23", FOER, ETTER)), ""),
    (
        F,
        tuple(
            (f"{F}/moeter/{dag}", FOER, ETTER)
            for dag in ("2023-02-16", "2023-02-16", "2023-05-04", "2023-09-21", "2023-11-23")
        ),
        "foer-beslutning ikke-bare-etterpaa tidlig",
    ),
    (F, ((f"{F}/moeter/2023-05-04", "[nav-fylke, nav-troendelag]", "[nav-fylke]"),), ""),
    (
        F,
        (
            (f"{F}/moeter/2023-05-04", "[nav-fylke, nav-troendelag]", "[nav-fylke]"),
            (
                f"{F}/moeter/2023-05-04",
                "  publisert: {dato: 2023-05-15, kanal: nav.no, via: nav-fylke}\n",
                "",
            ),
        ),
        "referat-navno referater-tilgjengelige",
    ),
    (F, ((f"{F}/moeter/2023-05-04", "aapent: ja", "aapent: nei"),), "aapne-moeter"),
    (F, ((f"{F}/hendelser", "dato: 2023-10-12", "dato: 2022-10-12"),), "fellesmoeter"),
    (F, ((f"{F}/hendelser", "dato: 2023-06-08", "dato: 2022-06-08"),), "aarlig-moete"),
    (F, ((f"{F}/hendelser", "hva: moeteevaluering", "hva: prat"),), "moeteevaluering"),
    (
        F,
        ((f"{F}/hendelser", "hva: moeteplan, dato: 2023-11-23", "hva: moeteplan, dato: 2024-01-11"),),
        "moeteplan",
    ),
    (F, ((f"{F}/moeter/2023-05-04", "via: nav-fylke", "via: fjordvik-kommune"),), "referat-navno"),
    # The youth council.
    (U, ((f"{U}/medlemmer/thea-lund", "alder: 17", "alder: 14"),), "alder"),
    (U, ((f"{U}/medlemmer/thea-lund", "samtykke: ja", "samtykke: nei"),), "oppnevning"),
    (U, ((f"{U}/medlemmer/oskar-lilleeng", "til: 2024-12-31", "til: 2025-01-01"),), "medlem-tid"),
    (U, ((f"{U}/moeter/2023-02-01", "aapent: ja", "aapent: nei"),), "aapne"),
    (
        U,
        (
            (
                f"{U}/moeter/2023-02-01",
                "    tittel: Siden sist\n    type: annet\n    fast: siden_sist\n",
                "    tittel: Spørsmål\n    type: annet\n",
            ),
        ),
        "faste-saker",
    ),
    (
        U,
        ((f"{U}/moeter/2023-02-01", "    svar: Brukerutvalget støttet forslaget (sak 6/23 der).\n", ""),),
        "oversending",
    ),
    (
        U,
        ((f"{U}/moeter/2023-02-01", "verv: leder, side: bruker", "verv: nestleder, side: bruker"),),
        "fra-brukerutvalget-hvem",
    ),
    (
        U,
        (
            (
                f"{U}/moeter/2023-02-01",
                "verv: leder, side: bruker, stemmerett: nei",
                "verv: leder, side: bruker, stemmerett: ja",
            ),
        ),
        "fra-brukerutvalget",
    ),
    (U, ((f"{U}/moeter/2023-02-01", ", til: [nav-troendelag]}", "}"),), "innkalling-til"),
    (U, ((f"{U}/moeter/2023-05-10", "person: mari-fossum", "person: adrian-bye"),), "vara"),
    (U, ((f"{U}/moeter/2023-05-10", "kalt_inn_av: sekretaer", "kalt_inn_av: leder"),), "vara"),
    (U, ((f"{U}/moeter/2023-05-10", "{for: 3, mot: 2}", "{for: 2, mot: 3}"),), "flertall"),
    (U, ((f"{U}/moeter/2023-09-06", "innmeldt: 2023-08-14", "innmeldt: 2023-08-17"),), "saker"),
    (U, ((f"{U}/hendelser", "dato: 2023-08-14", "dato: 2023-07-14"),), "krav-om-moete"),
    (U, ((f"{U}/hendelser", "hva: moeteplan, dato: 2023-11-29", "hva: moeteplan, dato: 2023-12-01"),), ""),
    (
        U,
        ((f"{U}/hendelser", "hva: moeteplan, dato: 2023-11-29", "hva: moeteplan, dato: 2023-12-02"),),
        "moeteplan",
    ),
    (
        U,
        ((f"{U}/hendelser", "  dato: 2023-11-29\n  bestemmelse", "  dato: 2024-01-10\n  bestemmelse"),),
        "tilbakemelding",
    ),
    # The central council.
    (S, BORTE[:4], ""),
    (S, BORTE, "vedtaksfoert"),
    (S, ((f"{S}/moeter/2022-03-09", "ved_likhet: leder", "ved_likhet: loddtrekning"),), "flertall"),
    (
        S,
        ((f"{S}/moeter/2022-03-09", "ved_likhet: leder", "ved_likhet: nestleder"),),
        "dobbeltstemme flertall",
    ),
    (S, ((f"{S}/moeter/2022-03-09", "fullfoert: 2022-03-23", "fullfoert: 2022-04-02"),), "oppfoelging"),
    (S, ((f"{S}/moeter/2022-03-09", "tema: [budsjett]", "tema: [strategi]"),), "budsjett"),
    (
        S,
        ((f"{S}/moeter/2022-03-09", "cecilie-lunde, stemmerett: nei", "cecilie-lunde, stemmerett: ja"),),
        "sekretaer-stemmer-ikke",
    ),
    (
        S,
        ((f"{S}/moeter/2021-11-10", "    svar: Direktoratet", "    merknad: Direktoratet"),),
        "saker-fra-fylkene",
    ),
    (
        S,
        ((f"{S}/moeter/2021-11-10", "publisert: {dato: 2022-03-14", "publisert: {dato: 2022-03-08"),),
        "publisering",
    ),
    (S, ((f"{S}/hendelser", "dato: 2022-02-10, moete", "dato: 2022-01-20, moete"),), "saksmoete"),
    (
        S,
        (
            (
                f"{S}/hendelser",
                "hva: mandatrevisjon, dato: 2022-06-08",
                "hva: mandatrevisjon, dato: 2023-01-11",
            ),
        ),
        "mandatrevisjon",
    ),
    (
        S,
        (
            (
                f"{S}/medlemmer/stein-hauge",
                "fra: 2021-01-01, til: 2022-12-31",
                "fra: 2021-02-01, til: 2022-11-30",
            ),
        ),
        "stoerrelse tid",
    ),
]
"""A council, what to write otherwise in its files, and every provision that this breaks."""


@pytest.fixture(scope="module")
def lastet() -> Lastet:
    """The register as it is in the checkout."""
    return load(WorkTree(ROOT))


def paa(dag: str) -> Rapport:
    """What the program says of the shipped records on a day."""
    return valider(WorkTree(ROOT), date.fromisoformat(dag))


def test_every_file_is_read_without_a_finding(lastet: Lastet) -> None:
    assert lastet.findings == ()


def test_the_provisions_are_told_in_the_language_of_the_source(lastet: Lastet) -> None:
    told = {
        name: {word for b in rules.bestemmelser for word in b.tekst.lower().split()}
        for name, rules in lastet.regelverk.items()
    }
    for name, rules in lastet.regelverk.items():
        assert rules.maalform == ("nn" if name == "nav-vestland-2019" else "nb"), name
        assert told[name].isdisjoint(BOKMAAL if rules.maalform == "nn" else NYNORSK), name


def test_every_rule_set_says_where_it_comes_from_or_that_it_is_invented(lastet: Lastet) -> None:
    for name, rules in lastet.regelverk.items():
        modeline, first_line, *_ = (ROOT / rules.path).read_text(encoding="utf-8").splitlines()
        assert modeline == "# yaml-language-server: $schema=../../schemas/regelverk.json", name
        assert (rules.kilde is None) is (name in OPPDIKTEDE_REGELVERK), name
        assert ("Oppdiktet" in first_line) is (name in OPPDIKTEDE_REGELVERK), name


def test_who_may_depart_from_a_provision(lastet: Lastet) -> None:
    """The leader's side, and nothing else: the template and Vestland leave it to the council."""
    stated = {
        (name, b.id): b.kan_fravikes_av
        for name, rules in lastet.regelverk.items()
        for b in rules.bestemmelser
        if b.kan_fravikes_av
    }
    assert stated == {
        ("mal-nav-kontor-2015", "leder-side"): "utvalget",
        ("nav-vestland-2019", "leder-side"): "utvalget",
    }


@pytest.mark.parametrize(
    "dag", ["2022-11-16", "2022-12-31", "2023-01-01", "2023-02-10", "2024-01-01", "2025-11-01", "2030-06-30"]
)
def test_the_only_finding_is_the_redaksjonsraad_of_case_28(dag: str) -> None:
    """One `feil` in Vestland whatever the day, with all it takes to see it; in the invented councils nothing."""
    (located,) = paa(dag).funn
    assert_case_28(located)


def assert_case_28(located: Located) -> None:
    """The acceptance case of the project."""
    finding = located.finding
    assert finding.severity == "feil"
    assert finding.utvalg == "nav-vestland"
    assert finding.kilde is not None
    assert (finding.kilde.regelverk, finding.kilde.bestemmelse) == ("nav-vestland-2019", "redaksjonsraad")
    assert (finding.kilde.avsnitt, finding.kilde.styrke) == ("Arbeidsform", "er")
    assert "3 fra brukersiden" in finding.message
    assert located.path == f"{VESTLAND}/moeter/2022-11-16.yaml"
    assert located.span is not None
    assert located.linje[located.span.column - 1 :].startswith("[kari-nordmann, per-hansen, anne-lie,")
    (provision,) = located.related
    assert provision.path == "records/regelverk/nav-vestland-2019.yaml"
    assert "id: redaksjonsraad" in provision.linje


@pytest.mark.parametrize("dag", ["2022-11-16", "2025-11-01"])
def test_in_the_invented_councils_everything_can_be_judged(dag: str) -> None:
    """But for what is of a time that their records do not say they have whole."""
    unsure = (punkt.finding for punkt in paa(dag).ikke_vurdert)
    assert {each.utvalg for each in unsure if not er_utenfor(each)}.isdisjoint(OPPDIKTEDE)


@pytest.mark.parametrize("utvalg", OPPDIKTEDE)
def test_the_invented_councils_are_there_whole(lastet: Lastet, utvalg: str) -> None:
    mappe = lastet.register.mapper[utvalg]
    assert mappe.utvalg.medlemsliste == "fullstendig"
    assert mappe.utvalg.registrert_fra
    assert mappe.utvalg.registrert_til
    assert len(mappe.avholdte) >= 6
    assert mappe.runder
    assert {"medlem", "vara", "leder", "nestleder", "sekretaer"} <= set(mappe.seter_i)
    assert "ukjent" not in "".join(
        (ROOT / path).read_text() for path in lastet.register.paths if f"/{utvalg}/" in path
    )


def test_every_kind_of_provision_binds_an_invented_council(lastet: Lastet) -> None:
    bound = {entry.id for name in OPPDIKTEDE for entry in lastet.register.mapper[name].utvalg.regelverk}
    assert {type(b) for rules in bound for b in lastet.regelverk[rules].bestemmelser} == set(KINDS)


@pytest.mark.parametrize(
    ("utvalg", "endringer", "brutt"), [pytest.param(*slip, id=slip[2]) for slip in FEILSKRITT]
)
def test_one_slip_in_an_invented_council_is_found(utvalg: str, endringer: Endringer, brutt: str) -> None:
    """What keeps a provision does so because of what is written there: written otherwise, it is broken."""
    files = {
        path.relative_to(ROOT).as_posix(): path.read_text() for path in (ROOT / "records").rglob("*.yaml")
    }
    for where, old, new in endringer:
        path = f"records/utvalg/{where}.yaml"
        assert old in files[path], f"{old} står ikke i {path}"
        files[path] = files[path].replace(old, new, 1)
    found = valider(MemoryTree(files), date(2025, 11, 1), [utvalg])
    broken = [f.finding.kilde for f in found.funn] + [r.finding.kilde for r in found.rettet]
    assert None not in broken
    assert sorted({kilde.bestemmelse for kilde in broken if kilde}) == sorted(brutt.split())


def test_what_the_minutes_do_not_say_is_unknown(lastet: Lastet) -> None:
    moete = next(m for m in lastet.register.mapper["nav-vestland"].moeter if m.dato == date(2022, 11, 16))
    unknown = ("sted", "form", "tid", "sakliste", "sendt", "moeteleder", "referent", "oppmoete", "forfall")
    assert {str(getattr(moete, key)) for key in unknown} == {"ukjent"}


def test_the_meeting_of_16_november_is_there_whole(lastet: Lastet) -> None:
    mappe = lastet.register.mapper["nav-vestland"]
    moete = next(m for m in mappe.moeter if m.dato == date(2022, 11, 16))
    assert [sak.nr for sak in moete.saker] == [f"{nr}/22" for nr in range(23, 30)]
    assert moete.saker[0].godkjenner == ("2022-09-22",)
    assert [v.verv for v in mappe.valghandlinger[0].sak.valg] == ["leder", "nestleder", "redaksjonsraad"]
    planned = [(str(m.dato), m.avgjoeres_i) for m in mappe.moeter if m.status == "planlagt"]
    assert planned == [
        ("2023-02-09", None),
        ("2023-04-19", None),
        ("2023-06-14", "2023-04-19"),
        ("2023-09-13", None),
        ("2023-11-22", None),
    ]
    assert mappe.avholdte == (mappe.moeter[0], moete)


def test_no_contact_data(lastet: Lastet) -> None:
    """People are invented, and still nobody can be written to or rung."""
    for path in sorted(lastet.register.paths):
        text = (ROOT / path).read_text(encoding="utf-8")
        assert "@" not in text, path
        assert not any(_long_number(word) for word in text.split()), path


def _long_number(word: str) -> bool:
    digits = [sign for sign in word if sign.isdecimal()]
    return len(digits) >= 8 and "-" not in word and ".txt" not in word


def test_every_person_of_a_record_is_in_use(lastet: Lastet) -> None:
    """A file nobody needs is a name too many."""
    for mappe in lastet.register.mapper.values():
        for person, medlem in mappe.medlemmer.items():
            assert medlem.oppnevninger or medlem.funksjon, person


def test_every_group_of_a_council_has_an_organisation_that_speaks_for_it(lastet: Lastet) -> None:
    organisations = lastet.register.organisasjoner
    for mappe in lastet.register.mapper.values():
        seats, groups = mappe.utvalg.organisasjoner, mappe.utvalg.grupper
        if isinstance(seats, tuple) and isinstance(groups, tuple):
            assert set(groups) <= {
                group for name in seats for group in kjent(organisations[name].grupper) or ()
            }


def test_the_readme_shows_what_is_said_of_case_28() -> None:
    shown = (ROOT / "README.md").read_text(encoding="utf-8").split("$ brukerutvalg valider nav-vestland\n")[1]
    found = renderer("full")(valider(WorkTree(ROOT), date(2022, 12, 1)))
    before, excerpt, after = shown.partition("```")[0].split("…\n")
    assert (before, after) == ("", "")
    assert excerpt in found
