"""The shipped records: the three mandates whole, one true finding in Vestland, and none in the invented councils."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.rapport.rapport import Located, Rapport
from brukerutvalg_cli.register.load import Lastet, load
from brukerutvalg_cli.register.tree import WorkTree
from brukerutvalg_cli.regler.bekreftelse import Bekreftelse
from brukerutvalg_cli.regler.bestemmelse import Paastand
from brukerutvalg_cli.validering import valider

ROOT = Path(__file__).parents[1]
VESTLAND = "records/utvalg/nav-vestland"
OPPDIKTEDE = ("nav-troendelag", "nav-troendelag-ungdom", "nav-sentralt", "nav-fjordvik")

# The rows of the tables in mandate-language.md. What a row says in two parts has an id for each.
KONTROLLERT = {
    "mal-nav-kontor-2015": """
        evaluering bredde paraply forslag fullmakt oppnevnt-av nav-leder leder-side leder-tid medlem-tid moeteledelse
        sakliste redaksjonsraad-oppfoelging tidlig sekretariat moeter fortrolighet referat-fylke referat-navno
        utvalgets-tid perioder fornyelse godtgjoerelse godtgjoerelse-regler
    """,
    "nav-troendelag-2020": """
        evaluering samling oversending bredde paraply forslag fullmakt oppnevnt-av fylkesdirektoer nav-stemmerett
        ungdomsraad ungdomsraad-hvem leder-side arbeidsutvalg sakliste tidlig sekretariat fortrolighet moeter
        publisering utvalgets-tid fornyelse godtgjoerelse godtgjoerelse-regler
    """,
    "nav-vestland-2019": """
        klagegjennomgang evaluering samling forslag fullmakt underrepresenterte ledarval leder-side leder-tid
        moeteleiing sakliste-godkjenning redaksjonsraad sakliste tidleg fortrulegheit sekretariat kontaktperson moete
        publisering lokale sakspapirer periodar fornying opplaering godtgjersle godtgjersle-reglar
    """,
}
TILLATT = {
    "mal-nav-kontor-2015": "omraadeutvalg redaksjonsraad leder-fritt-valg moeter-oftere",
    "nav-troendelag-2020": "seminarer moeter-oftere",
    "nav-vestland-2019": "leder-fritt-val moete-oftare",
}
BEKREFTET = {
    "mal-nav-kontor-2015": """
        hoering forbedring erfaringer rolle-raad rolle-tilbakemelding rolle-samarbeid formaal-likeverd
        formaal-kvalitet formaal-medvirkning formaal-kompetanse oppgave-strategi oppgave-undersoekelser
        oppgave-kontakt utvelgelse nav-andre sakliste-samarbeid likeverdig-ansvar rutiner redaksjonsraad-planlegging
        opplaering kunnskap samarbeid godtgjoerelse-avtale
    """,
    "nav-troendelag-2020": """
        hoering forbedring erfaringer rolle-raad rolle-tilbakemelding rolle-samarbeid rolle-linje formaal-likeverd
        formaal-kvalitet formaal-medvirkning formaal-kompetanse oppgave-strategi oppgave-undersoekelser
        oppgave-kontakt oppgave-resultatomraader oppgave-lokale utvelgelse avdelingsdirektoerer til-ungdomsraadet
        til-ungdomsraadet-rett likeverdig-ansvar opplaering kunnskap samarbeid viderebringe tilrettelegging
    """,
    "nav-vestland-2019": """
        hoeyring raadgivande forbetring erfaringar rolle-raad rolle-samarbeid formaal-likeverd formaal-arbeidsform
        oppgaave-strategi oppgaave-undersoekingar oppgaave-retningsliner oppgaave-kontakt oppgaave-verkemiddel
        oppgaave-samlingar oppgaave-metodar oppgaave-regionane nav-paaverknad utveljing ungdom fylkesleiinga
        likeverdig-ansvar opplaering-saman kunnskap samarbeid opplaering-organisasjon foerebudde
    """,
}


@pytest.fixture(scope="module")
def lastet() -> Lastet:
    """The register as it is in the checkout."""
    return load(WorkTree(ROOT))


def paa(dag: str) -> Rapport:
    """What the program says of the shipped records on a day."""
    return valider(WorkTree(ROOT), date.fromisoformat(dag))


def test_every_file_is_read_without_a_finding(lastet: Lastet) -> None:
    assert lastet.findings == ()


@pytest.mark.parametrize("regelverk", KONTROLLERT)
def test_the_mandate_is_there_whole(lastet: Lastet, regelverk: str) -> None:
    rules = lastet.regelverk[regelverk].bestemmelser
    attested = {b.id for b in rules if isinstance(b, Bekreftelse)}
    permitted = {b.id for b in rules if isinstance(b, Paastand)}
    assert attested == set(BEKREFTET[regelverk].split())
    assert permitted == set(TILLATT[regelverk].split())
    assert {b.id for b in rules} - attested - permitted == set(KONTROLLERT[regelverk].split())
    assert all(b.styrke == "kan" for b in rules if b.id in permitted)


def test_the_provisions_are_told_in_the_language_of_the_source(lastet: Lastet) -> None:
    told = {
        name: {word for b in rules.bestemmelser for word in b.tekst.lower().split()}
        for name, rules in lastet.regelverk.items()
    }
    assert {name: rules.maalform for name, rules in lastet.regelverk.items()} == {
        "mal-nav-kontor-2015": "nb",
        "nav-troendelag-2020": "nb",
        "nav-vestland-2019": "nn",
    }
    assert told["nav-vestland-2019"].isdisjoint({"ikke", "fra", "hvem", "hva", "utvalget", "møtene"})
    assert told["nav-troendelag-2020"].isdisjoint({"ikkje", "frå", "kven", "kva", "utvalet", "møta"})
    assert told["mal-nav-kontor-2015"].isdisjoint({"ikkje", "frå", "kven", "kva", "utvalet", "møta"})


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
    assert "3 fra brukersiden og 2 fra Nav" in finding.message
    assert located.path == f"{VESTLAND}/moeter/2022-11-16.yaml"
    assert located.span is not None
    assert located.linje[located.span.column - 1 :].startswith("[kari-nordmann, per-hansen, anne-lie,")
    (provision,) = located.related
    assert provision.path == "records/regelverk/nav-vestland-2019.yaml"
    assert "id: redaksjonsraad" in provision.linje


def test_in_the_invented_councils_everything_can_be_judged() -> None:
    assert {punkt.utvalg for punkt in paa("2025-11-01").ikke_vurdert}.isdisjoint(OPPDIKTEDE)


def test_what_the_minutes_do_not_say_is_unknown(lastet: Lastet) -> None:
    moete = next(m for m in lastet.register.mapper["nav-vestland"].moeter if m.dato == date(2022, 11, 16))
    unknown = ("sted", "form", "tid", "sakliste", "sendt", "moeteleder", "referent", "oppmoete", "forfall")
    assert {str(getattr(moete, key)) for key in unknown} == {"ukjent"}


def test_the_meeting_of_16_november_is_there_whole(lastet: Lastet) -> None:
    mappe = lastet.register.mapper["nav-vestland"]
    moete = next(m for m in mappe.moeter if m.dato == date(2022, 11, 16))
    assert [sak.nr for sak in moete.saker] == [f"{nr}/22" for nr in range(23, 30)]
    assert moete.saker[0].godkjenner == (date(2022, 9, 22),)
    assert [v.verv for v in mappe.valghandlinger[0].sak.valg] == ["leder", "nestleder", "redaksjonsraad"]
    planned = [(str(m.dato), m.avgjoeres_i) for m in mappe.moeter if m.status == "planlagt"]
    assert planned == [
        ("2023-02-09", None),
        ("2023-04-19", None),
        ("2023-06-14", date(2023, 4, 19)),
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
