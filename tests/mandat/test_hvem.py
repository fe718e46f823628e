"""HVEM: what a selector may ask of people – what their organisation is, who sent them, and how they stand to others."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.mandat.rettighet import Rettighet
from brukerutvalg_cli.mandat.verdier.hvem import Hvem, ubundne
from brukerutvalg_cli.mandat.verdier.navneord import FORHOLD
from brukerutvalg_cli.mandat.verdier.navngitt import Forhold, navngitt
from brukerutvalg_cli.model.dagen import Dagen
from brukerutvalg_cli.model.kandidat import kandidat
from brukerutvalg_cli.model.verdier import UKJENT
from brukerutvalg_cli.model.visshet import UVISST, Uvisst, Visshet, uvisst
from brukerutvalg_cli.ord.i_ord import Her
from brukerutvalg_cli.register.load import load
from smaa_registre import brutt_fra, dom, meldinger, tree, utfall
from tilfeldige_registre import eksempler

RAADET = """
organisasjoner:
  ffo: {navn: FFO, type: paraply, side: bruker, grupper: [syn]}
  laget: {navn: Laget, type: lokal, side: bruker, medlem_av: [ffo]}
  byen: {navn: Byen, type: offentlig, side: kommune, innbyggere: 12000}
  bygda: {navn: Bygda, type: offentlig, side: kommune}
  uklart: {navn: Uklart, type: ukjent, side: bruker, medlem_av: ukjent, grupper: ukjent}
utvalg: {eier: byen, organisasjoner: [ffo, byen]}
medlemmer/ada: {representerer: ffo, oppnevninger: [{verv: medlem, fra: 2022-01-01, av: byen, foreslaatt_av: ffo}]}
medlemmer/bo: {representerer: laget, oppnevninger: [{verv: leder, fra: 2022-01-01, av: bygda, foreslaatt_av: ffo}]}
medlemmer/cia: {side: kommune, representerer: byen, oppnevninger: [{verv: nestleder, fra: 2022-01-01}]}
medlemmer/dag: {side: kommune, representerer: bygda, oppnevninger: [{verv: medlem, fra: 2022-01-01, av: ukjent}]}
medlemmer/eli: {representerer: uklart, oppnevninger: [{verv: medlem, fra: 2022-01-01, foreslaatt_av: uklart}]}
medlemmer/fia: {side: nav, oppnevninger: [{verv: sekretaer, fra: 2022-01-01, foreslaatt_av: ukjent}]}
medlemmer/geo: {representerer: ukjent, side: ukjent, oppnevninger: [{verv: vara, fra: 2022-01-01, foreslaatt_av: ffo}]}
"""
FOLK = ("ada", "bo", "cia", "dag", "eli", "fia", "geo")
JA, NEI, VET_IKKE = "ja", "nei", "?"
SVAR: dict[bool | None, str] = {True: JA, False: NEI, None: VET_IKKE}
DAGEN = date(2022, 6, 1)


def svaret(claim: Visshet) -> bool | None:
    """True, False, or None where nobody can know, whatever for."""
    return None if isinstance(claim, Uvisst) else claim


def raadet(text: str = RAADET) -> Her:
    register = load(tree(text)).register
    return Her(register.mapper["utvalget"], register)


def svarene(hvem: str | dict[str, Any], forhold: Forhold | None = None, her: Her | None = None) -> str:
    """What the selector says of each of them, in order."""
    here = her or raadet()
    mappe, register = here
    selector = Hvem.model_validate(hvem)
    seen = (kandidat(mappe, register.organisasjoner, person, DAGEN) for person in FOLK)
    return "".join(SVAR[svaret(selector.velger(one, here, forhold))][0] for one in seen)


@pytest.mark.parametrize(
    ("hvem", "ventet"),
    [
        #                                                                    abcdefg
        ({"organisasjon": "ffo"}, "jnnnnn?"),
        ({"organisasjon": "eier"}, "nnjnnn?"),
        ({"organisasjon": {"type": "paraply"}}, "jnnn?n?"),
        ({"organisasjon": {"type": ["lokal", "offentlig"]}}, "njjj?n?"),
        ({"organisasjon": {"paraply": "ja"}}, "njnn?n?"),
        ({"organisasjon": {"paraply": "nei"}}, "jnjj?n?"),
        ({"organisasjon": {"gruppe": "syn"}}, "jnnn?n?"),
        ({"organisasjon": {"innbyggere": {"mer_enn": "10000"}}}, "nnj??n?"),
        ({"organisasjon": {"har_plass": "ja"}}, "jnjnnn?"),
        ({"organisasjon": {"har_plass": "nei"}}, "njnjjj?"),
        ({"organisasjon": {"type": "lokal", "paraply": "ja", "har_plass": "nei"}}, "njnn?n?"),
        ({"oppnevnt_av": "byen"}, "jn?????"),
        ({"oppnevnt_av": "eier"}, "jn?????"),
        ({"oppnevnt_av": {"innbyggere": {"mer_enn": "10000"}}}, "j??????"),
        ({"foreslaatt_av": "ffo"}, "jjnnn?j"),
        ({"foreslaatt_av": {"type": "paraply"}}, "jjnn??j"),
        ({"foreslaatt_av": "egen_organisasjon"}, "jnnnjn?"),
        ({"samme_side_som": "leder"}, "jjnnjn?"),
        ({"annen_side_enn": "leder"}, "nnjjnj?"),
        ({"annen_side_enn": ["leder", "nestleder"]}, "nnnnnj?"),
        ({"samme_side_som": ["leder", "nestleder"]}, "jjjjjn?"),
        ({"ikke": {"samme_side_som": "leder"}}, "nnjjnj?"),
        ({"annen_side_enn": "kontaktperson"}, "jjjjjjj"),  # nobody holds it, so nobody is on their side
        ({"samme_side_som": "forrige_leder"}, "???????"),  # not on record
    ],
)
def test_what_a_selector_says_of_each(hvem: dict[str, Any], ventet: str) -> None:
    assert svarene(hvem) == ventet


VALGT_OG_OPPNEVNT = """
medlemmer/ada:
  representerer: laget
  oppnevninger:
    - {verv: leder, fra: 2022-01-01, valgt_i: 1/22}
    - {verv: medlem, fra: 2022-01-01, av: byen, foreslaatt_av: ffo, representerer: ffo}
    - {verv: medlem, fra: 2020-01-01, til: 2021-12-31, av: bygda}
moeter/2022-01-01: {saker: [{nr: 1/22, tittel: V, type: valg, valg: [{verv: leder, valgt: [ada], fra: 2022-01-01}]}]}
"""


@pytest.mark.parametrize(
    ("hvem", "ventet"),
    [
        ({"oppnevnt_av": "byen"}, True),
        ({"oppnevnt_av": "bygda"}, False),  # that was then
        ({"foreslaatt_av": "egen_organisasjon"}, True),  # the one they have that seat for
        ({"foreslaatt_av": {"paraply": "ja"}}, uvisst("foreslaatt_av", "ada")),  # not on record
    ],
)
def test_who_gave_somebody_any_of_the_seats_they_have_that_day(hvem: dict[str, Any], ventet: Visshet) -> None:
    here = raadet(VALGT_OG_OPPNEVNT)
    seen = kandidat(here.mappe, here.register.organisasjoner, "ada", DAGEN)
    assert Hvem.model_validate(hvem).velger(seen, here) == ventet


@pytest.mark.parametrize(
    ("hvem", "forhold", "ventet"),
    [
        ({"organisasjon": "egen_organisasjon"}, {"egen_organisasjon": "ffo"}, "jnnnnn?"),
        ({"organisasjon": "egen_organisasjon"}, {"egen_organisasjon": UKJENT}, "???????"),
        ({"organisasjon": "egen_organisasjon"}, {"egen_organisasjon": None}, "nnnnnnn"),
        ({"organisasjon": ["mottakeren", "laget"]}, {"mottakeren": ("ffo", "byen")}, "jjjnnn?"),
        ({"annen_side_enn": "moeteleder"}, {"moeteleder": "cia"}, "jjnnjj?"),
        ({"samme_side_som": "moeteleder"}, {"moeteleder": "cia"}, "nnjjnn?"),
        ({"samme_side_som": "moeteleder"}, {"moeteleder": "geo"}, "???????"),
        ({"samme_side_som": "moeteleder"}, {"moeteleder": UKJENT}, "???????"),
        ({"samme_side_som": "moeteleder"}, {"moeteleder": None}, "nnnnnnn"),
        ({"samme_side_som": ["moeteleder", "nestleder"]}, {"moeteleder": "fia"}, "nnjjnj?"),
        ({"ikke": {"organisasjon": "medlemmet"}}, {"medlemmet": "byen"}, "jjnjjj?"),
        ({"foreslaatt_av": "mottakeren"}, {"mottakeren": "ffo"}, "jjnnn?j"),
    ],
)
def test_a_record_says_whom_its_own_words_stand_for(
    hvem: dict[str, Any], forhold: Forhold, ventet: str
) -> None:
    assert svarene(hvem, forhold) == ventet


@pytest.mark.parametrize(
    ("navn", "forhold", "ventet"),
    [
        (["eier", "ffo"], None, (("byen", "ffo"), ())),
        (["overordnet"], None, ((), ("overordnet",))),
        (["egen_organisasjon"], {"egen_organisasjon": "laget"}, (("laget",), ())),
        (["egen_organisasjon", "ffo"], {"egen_organisasjon": None}, (("ffo",), ())),
        (["moeteleder"], {"moeteleder": UKJENT}, ((), ("moeteleder",))),
        (["mottakeren"], {"mottakeren": ("ffo", "byen")}, (("ffo", "byen"), ())),
    ],
)
def test_names_are_those_of_the_council_those_of_the_record_and_plain_ones(
    navn: list[str], forhold: Forhold | None, ventet: object
) -> None:
    found = navngitt(navn, raadet(), forhold)
    assert (found.navn, found.uvisst) == ventet


def test_what_a_record_does_not_know_is_said_in_words() -> None:
    here = raadet()
    said = [navngitt([word], here, {word: UKJENT}).savnet(here)[1] for word in FORHOLD]
    assert said == [
        "hvem egen organisasjon er, er ukjent",
        "hvem møtelederen er, er ukjent",
        "hvem medlemmet er, er ukjent",
        "hvem mottakeren er, er ukjent",
    ]


# ── A word for the people of a record, where there is no such record ──────────────────────────────


class MedMoeteleder(Rettighet):
    """A provision that knows who chairs."""

    forhold: ClassVar[frozenset[str]] = frozenset({"moeteleder"})


FELLES = {
    "id": "a",
    "avsnitt": "A",
    "styrke": "skal",
    "tekst": "T",
    "regel": "rettighet",
    "stemmerett": "nei",
}


@pytest.mark.parametrize("noekkel", ["organisasjon", "samme_side_som", "annen_side_enn", "oppnevnt_av"])
@pytest.mark.parametrize("i", ["", "ikke"])
def test_a_word_is_read_only_where_somebody_says_whom_it_stands_for(noekkel: str, i: str) -> None:
    hvem: dict[str, Any] = {noekkel: "moeteleder"}
    provision = FELLES | {"hvem": {i: hvem} if i else hvem}
    found = {slag: slag.model_validate(provision) for slag in (Rettighet, MedMoeteleder)}
    unbound = {slag: list(ubundne(one, one.forhold)) for slag, one in found.items()}
    route = tuple(filter(None, ("hvem", i, noekkel)))
    assert unbound == {Rettighet: [(route, "moeteleder")], MedMoeteleder: []}


@pytest.mark.parametrize("ord", ["egen_organisasjon", "medlemmet", "mottakeren"])
@pytest.mark.parametrize("verdi", ["ORD", "[ffo, ORD]", "{ikke: ORD}", "{alle: [ORD]}"])
def test_nor_by_itself_where_a_record_names_somebody(ord: str, verdi: str) -> None:
    rule = f"{{regel: krav, hver: hendelse, skal_ha: {{arrangert_av: {verdi.replace('ORD', ord)}}}}}"
    (found,) = dom(f"regel: {rule}").funn
    assert found.finding.message == f"her er det ingen «{ord}» å vise til"
    assert found.finding.place.route[:4] == ("bestemmelser", 0, "skal_ha", "arrangert_av")


INGEN_ANNEN = """
regel: {regel: sammensetning, blant: BLANT, plasser: [{hvem: HVEM, antall: 0}]}
"""


@pytest.mark.parametrize(
    ("blant", "hvem", "sted"),
    [
        ("medlemmer", "{organisasjon: egen_organisasjon}", "plasser.0.hvem.organisasjon"),
        ("{samme_side_som: medlemmet}", "{side: nav}", "blant.0.samme_side_som"),
        ("medlemmer", "{ikke: {annen_side_enn: [leder, mottakeren]}}", "plasser.0.hvem.ikke.annen_side_enn"),
        ("[medlemmer, {samme_side_som: medlemmet}]", "{side: nav}", "blant.1.samme_side_som"),
    ],
)
def test_the_provision_is_told_of_and_is_never_judged(blant: str, hvem: str, sted: str) -> None:
    report = dom(INGEN_ANNEN.replace("BLANT", blant).replace("HVEM", hvem))
    assert utfall(report) == [f"feil feil-verdi @ regelverk/regelverket bestemmelser.0.{sted}"]


POSTENE = """
organisasjoner:
  ffo: {navn: FFO, type: paraply, side: bruker}
  nav-x: {navn: Nav X, type: offentlig, side: nav}
utvalgene/over/utvalg: {navn: Over, nivaa: sentral, maalform: nb}
medlemmer/kari: {representerer: ffo, oppnevninger: [{verv: medlem, fra: 2022-01-01, foreslaatt_av: FORESLAATT}]}
medlemmer/nina: {side: nav, representerer: nav-x, oppnevninger: [{verv: sekretaer, fra: 2022-01-01}]}
moeter/2022-11-16:
  moeteleder: LEDER
  referent: nina
  saker: [{nr: 1/22, tittel: A, type: annet, oversendt_til: over, innmeldt_av: INNMELDT}]
"""
FORSLAG = "{regel: krav, hver: oppnevning, der: {verv: medlem}, skal_ha: {foreslaatt_av: egen_organisasjon}}"
REFERENT = "{regel: krav, hver: moete, skal_ha: {referent: {annen_side_enn: moeteleder}}}"
MOTTAKER = "{regel: krav, hver: sak, skal_ha: {innmeldt_av: {ikke: mottakeren}}}"


@pytest.mark.parametrize(
    ("regel", "foreslaatt", "leder", "innmeldt", "ventet"),
    [
        (FORSLAG, "ffo", "kari", "bruker", []),
        (FORSLAG, "nav-x", "kari", "bruker", ["feil krav @ medlemmer/kari oppnevninger.0.foreslaatt_av"]),
        (FORSLAG, "ukjent", "kari", "bruker", ["uvisst kari medlem 2022-01-01"]),
        (REFERENT, "ffo", "kari", "bruker", []),
        (REFERENT, "ffo", "nina", "bruker", ["feil krav @ moeter/2022-11-16 referent"]),
        (REFERENT, "ffo", "ukjent", "bruker", ["uvisst 2022-11-16"]),
        (MOTTAKER, "ffo", "kari", "bruker", []),
        (MOTTAKER, "ffo", "kari", "over", ["feil krav @ moeter/2022-11-16 saker.0.innmeldt_av"]),
    ],
)
def test_a_demand_on_a_record_reads_the_words_for_its_own_people(
    regel: str, foreslaatt: str, leder: str, innmeldt: str, ventet: list[str]
) -> None:
    register = POSTENE.replace("FORESLAATT", foreslaatt).replace("LEDER", leder).replace("INNMELDT", innmeldt)
    assert utfall(dom(f"regel: {regel}\n{register}")) == ventet


# ── Names, and keys that were called otherwise ────────────────────────────────────────────────────


LISTER = [key for key, field in Hvem.model_fields.items() if "tuple" in str(field.annotation)]


@pytest.mark.parametrize(
    ("hvem", "sted", "sagt"),
    [
        (
            "{annen_side_enn: ledre}",
            "annen_side_enn",
            "vervet «ledre» finnes ikke; mente du «leder»?",
        ),
        (
            "{annen_side_enn: forrige_ledre}",
            "annen_side_enn",
            "vervet «forrige_ledre» finnes ikke; mente du «forrige_leder»?",
        ),
        ("{samme_side_som: [leder, x]}", "samme_side_som", "vervet «x» finnes ikke"),
        ("{oppnevnt_av: fffo}", "oppnevnt_av", "organisasjonen «fffo» finnes ikke; mente du «ffo»?"),
        (
            "{organisasjon: {type: parply}}",
            "organisasjon.type",
            "«parply» kan ikke stå her; mente du «paraply»?",
        ),
        (
            "{organisasjon: {gruppe: synn}}",
            "organisasjon.gruppe",
            "gruppa «synn» finnes ikke; mente du «syn»?",
        ),
        ("{organisasjon: {typ: lokal}}", "organisasjon.typ", "ukjent nøkkel «typ»; mente du «type»?"),
        (
            "{organisasjon: {}}",
            "organisasjon",
            "det står ikke hvilke organisasjoner: skriv type, paraply, gruppe, innbyggere eller har_plass",
        ),
        *[(f"{{{key}: []}}", key, "en liste: her trengs det minst én") for key in LISTER],
        ("{organisasjon: {type: []}}", "organisasjon.type", "en liste: her trengs det minst én"),
        (
            "{organisasjonstype: lokal}",
            "organisasjonstype",
            "«organisasjonstype» skrives nå organisasjon: {type: …}",
        ),
        ("{har_paraply: ja}", "har_paraply", "«har_paraply» skrives nå organisasjon: {paraply: …}"),
        ("{innbyggere: {minst: 5}}", "innbyggere", "«innbyggere» skrives nå organisasjon: {innbyggere: …}"),
        ("{alder: {minst: 1/2}}", "alder", "«alder» kan ikke være en andel"),
        ("{fyller: {minst: 40 %}}", "fyller", "«fyller» kan ikke være en andel"),
        (
            "{organisasjon: {innbyggere: {minst: 1/2}}}",
            "organisasjon.innbyggere",
            "«innbyggere» kan ikke være en andel",
        ),
    ],
)
def test_a_name_that_is_nowhere_and_a_key_that_is_not_here_are_told_at_the_word(
    hvem: str, sted: str, sagt: str
) -> None:
    text = INGEN_ANNEN.replace("BLANT", "medlemmer").replace("HVEM", hvem)
    report = dom(text + "organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker, grupper: [syn]}}")
    (found,) = report.funn
    assert found.finding.message == sagt
    assert ".".join(map(str, found.finding.place.route)).startswith(f"bestemmelser.0.plasser.0.hvem.{sted}")


@pytest.mark.parametrize("noekkel", ["organisasjonstype", "har_paraply", "innbyggere"])
def test_the_help_says_how_an_old_key_is_written_now(noekkel: str) -> None:
    (found,) = dom(INGEN_ANNEN.replace("BLANT", "medlemmer").replace("HVEM", f"{{{noekkel}: 1}}")).funn
    key = {"organisasjonstype": "type", "har_paraply": "paraply"}.get(noekkel, noekkel)
    assert found.finding.help == f"skriv organisasjon: {{{key}: …}}"


@pytest.mark.parametrize(
    ("hvem", "sagt"),
    [
        ({"organisasjon": {"type": ["lokal", "paraply"]}}, "fra en organisasjon som er lokal eller paraply"),
        (
            {"organisasjon": {"paraply": "nei", "har_plass": "ja"}},
            "fra en organisasjon som ikke har en paraply og har plass i utvalget",
        ),
        (
            {"side": "kommune", "organisasjon": {"innbyggere": {"mer_enn": "10000"}}},
            "fra en kommune med mer enn 10 000 innbyggere",
        ),
        ({"oppnevnt_av": "eier"}, "oppnevnt av Byen"),
        ({"foreslaatt_av": "egen_organisasjon"}, "foreslått av egen organisasjon"),
        ({"foreslaatt_av": {"type": "lokal"}}, "foreslått av en organisasjon som er lokal"),
        ({"alder": {"mer_enn": "60"}}, "som er mer enn 60 år"),
        ({"fyller": {"minst": "13", "hoeyst": "19"}}, "som fyller minst 13 og høyst 19 år det året"),
        ({"annen_side_enn": "leder"}, "fra en annen side enn lederen"),
        ({"annen_side_enn": "forrige_leder"}, "fra en annen side enn den som var leder før"),
        ({"samme_side_som": ["leder", "moeteleder"]}, "fra samme side som lederen eller møtelederen"),
    ],
)
def test_a_selector_in_words(hvem: dict[str, Any], sagt: str) -> None:
    assert Hvem.model_validate(hvem).i_ord(raadet()) == sagt


# ── By turns ──────────────────────────────────────────────────────────────────────────────────────


def lederne(*perioder: str, mer: str = "") -> Dagen:
    """A council with these leaders: `nils 2021-01-01 2021-12-31`, and what the entry says besides."""
    held: dict[str, list[str]] = {}
    for person, fra, til, *rest in (periode.split(maxsplit=3) for periode in perioder):
        until = "" if til == "-" else f", til: {til}"
        held.setdefault(person, []).append(
            f"{{verv: leder, fra: {fra}{until}{''.join(f', {r}' for r in rest)}}}"
        )
    text = f"utvalg: {{{mer}}}\n"
    for person, entries in held.items():
        side = "nav" if person.startswith("n") else "bruker"
        text += f"medlemmer/{person}: {{side: {side}, oppnevninger: [{', '.join(entries)}]}}\n"
    mappe, register = raadet(text)
    assert set(mappe.medlemmer) == set(held)
    return Dagen(mappe, register.organisasjoner, DAGEN)


NAA = "bea 2022-01-01 -"


@pytest.mark.parametrize(
    ("perioder", "nav_foer"),
    [
        (["nils 2021-01-01 2021-12-31", NAA], True),
        (["bo 2021-01-01 2021-12-31", NAA], False),
        (["nils 2020-01-01 2020-12-31", "bo 2021-01-01 2021-12-31", NAA], False),
        (["nils 2021-01-01 2021-12-31", NAA, "nora 2023-01-01 -"], True),  # who comes later is not before
        (["nils 2021-01-01 -", NAA], None),  # who leads together came after nobody on record
        ([NAA], None),  # nobody is on record
        (["nils ukjent 2021-12-31", NAA], None),
        (["nils 2021-01-01 ukjent", NAA], None),
        # Elected anew, she comes after herself; where another entry of the same term goes on, she does not.
        (["nils 2020-01-01 2020-12-31", "bea 2021-01-01 2021-12-31", f"{NAA} valgt_i: 1/22"], False),
        (["nils 2020-01-01 2020-12-31", "bea 2021-01-01 2021-12-31", NAA], True),
        # Who only acted until the election has not had it.
        (["nils 2020-01-01 2021-06-30", "bo 2021-07-01 2021-12-31 konstituert: ja", NAA], True),
        (["nils 2020-01-01 2021-06-30", "bo 2021-07-01 2021-12-31 konstituert: ukjent", NAA], None),
        # Where nobody leads today, the last who did was before.
        (["bo 2020-01-01 2020-12-31", "nils 2021-01-01 2021-12-31"], True),
    ],
)
def test_who_was_before(perioder: list[str], nav_foer: bool | None) -> None:
    assert svaret(lederne(*perioder).paa_siden("nav", ["forrige_leder"])) is nav_foer


@given(
    st.lists(
        st.tuples(st.sampled_from(["bo", "bea", "nils"]), st.integers(1, 9), st.integers(0, 3)),
        min_size=1,
        max_size=5,
    ),
    st.integers(0, 12),
)
@eksempler(40)
def test_who_was_before_is_found_by_walking_back_day_by_day(
    ledd: list[tuple[str, int, int]], siden: int
) -> None:
    held: dict[date, str] = {}
    periods, first = [], date(2022, 1, 1)
    for who, length, gap in ledd:
        last = first + timedelta(days=length - 1)
        periods.append(f"{who} {first} {last}")
        held |= {first + timedelta(days=n): who for n in range(length)}
        first = last + timedelta(days=1 + gap)
    day = max(held) - timedelta(days=siden)
    looked_at = lederne(*periods)._replace(dag=day)
    now = held.get(day)
    while now and held.get(day) == now:
        day -= timedelta(days=1)
    while day >= min(held) and day not in held:
        day -= timedelta(days=1)
    expected = held[day] == "nils" if day in held else None
    assert svaret(looked_at.paa_siden("nav", ["forrige_leder"])) is expected


def test_a_gap_before_the_records_begin_may_have_had_somebody() -> None:
    held = ("nils 2019-01-01 2019-12-31", NAA)
    assert lederne(*held).paa_siden("nav", ["forrige_leder"]) is True
    assert lederne(*held, mer="registrert_fra: 2021-01-01").paa_siden("nav", ["forrige_leder"]) == UVISST
    assert lederne(*held, mer="registrert_fra: 2019-06-01").paa_siden("nav", ["forrige_leder"]) is True
    assert lederne(*held, mer="medlemsliste: ufullstendig").paa_siden("nav", ["forrige_leder"]) == UVISST


SKIFTET = """
regel: {regel: sammensetning, blant: nestleder, plasser: [{hvem: {samme_side_som: leder}, antall: 0}]}
medlemmer/nina: {side: nav, oppnevninger: [{verv: nestleder, fra: 2022-01-01}]}
medlemmer/kari: {oppnevninger: [{verv: leder, fra: 2022-01-01, til: 2022-06-30}]}
medlemmer/siri: {side: SIDE, oppnevninger: [{verv: leder, fra: 2022-07-01}]}
"""


def test_a_deputy_leader_is_looked_at_anew_on_the_day_the_leader_is_another() -> None:
    assert dom(SKIFTET.replace("SIDE", "bruker")).funn == ()
    (found,) = dom(SKIFTET.replace("SIDE", "nav")).funn
    assert str(found.finding.since) == "2022-07-01"


DAGENE = st.integers(0, 30).map(lambda n: date(2022, 1, 1) + timedelta(days=n))
PERIODE = st.tuples(
    st.sampled_from(["leder", "nestleder"]), st.sampled_from(["bruker", "nav"]), DAGENE, DAGENE
)


@given(st.lists(PERIODE.filter(lambda p: p[2] <= p[3]), min_size=2, max_size=5), st.booleans())
@eksempler(30)
def test_who_stands_so_to_others_is_looked_at_on_every_day_on_which_that_may_change(
    perioder: list[tuple[str, str, date, date]], andre: bool
) -> None:
    relation = "{ikke: {annen_side_enn: leder}}" if andre else "{samme_side_som: leder}"
    text = "regel: {regel: sammensetning, blant: nestleder, plasser: [{hvem: RELASJON, antall: 0}]}\n"
    for nr, (verv, side, fra, til) in enumerate(perioder):
        term = f"{{verv: {verv}, fra: {fra}, til: {til}}}"
        text += f"medlemmer/p{nr}: {{side: {side}, oppnevninger: [{term}]}}\n"

    def galt(dag: date) -> bool:
        there = [(verv, side) for verv, side, fra, til in perioder if fra <= dag <= til]
        return any(("nestleder", side) in there for verv, side in there if verv == "leder")

    days = [date(2021, 12, 31) + timedelta(days=n) for n in range(40)]
    begun = [str(day) for before, day in pairwise(days) if galt(day) and not galt(before)]
    assert brutt_fra(dom(text.replace("RELASJON", relation))) == begun


# ── What is not known is told as what it is ───────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("hvem", "kari", "tekst"),
    [
        ("{oppnevnt_av: eier}", "av: ffo", "hvem som eier utvalget, er ukjent"),
        ("{organisasjon: eier}", "av: ffo", "hvem som eier utvalget, er ukjent"),
        ("{oppnevnt_av: eier}", "av: ukjent", "hvem som har oppnevnt Kari, er ukjent"),
        ("{foreslaatt_av: ffo}", "foreslaatt_av: ukjent", "hvem som har foreslått Kari, er ukjent"),
        (
            "{organisasjon: {har_plass: ja}}",
            "av: ffo",
            "hvilke organisasjoner som har plass i utvalget, er ukjent",
        ),
        ("{alder: {minst: 60}}", "av: ffo", "hvor gammel Kari er, er ukjent"),
        ("{samme_side_som: forrige_medlem}", "av: ffo", "hvem som satt før Kari, er ukjent"),
        ("{samme_side_som: leder}", "av: ffo", "hvilken side Kari skal sammenliknes med, er ukjent"),
    ],
)
def test_the_fact_that_is_missing_is_named(hvem: str, kari: str, tekst: str) -> None:
    text = INGEN_ANNEN.replace("BLANT", "medlemmer").replace("HVEM", hvem)
    (point,) = dom(
        text
        + "organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}}\n"
        + "utvalg: {eier: ukjent, organisasjoner: ukjent}\n"
        + f"medlemmer/kari: {{representerer: ffo, oppnevninger: [{{verv: medlem, fra: 2022-01-01, {kari}}}]}}\n"
        + "medlemmer/per: {side: ukjent, oppnevninger: [{verv: leder, fra: 2022-01-01, av: ffo}]}\n"
    ).ikke_vurdert
    assert set(tekst.removesuffix(", er ukjent").split(" og ")) <= set(
        re.split(" og |, ", point.finding.message)
    )


# ── An observer: a guest, known by what the attendance list says ──────────────────────────────────

OBSERVATOER = """
regler:
  - {regel: rettighet, hvem: {organisasjon: lo}, moeterett: ja, talerett: ja, stemmerett: nei}
  - {regel: sammensetning, blant: frammoette, plasser: [{hvem: {organisasjon: lo}, minst: 1}]}
organisasjoner: {lo: {navn: Landsorganisasjonen, forkortelse: LO, type: landsdekkende, side: bruker}}
moeter/2022-11-16:
  oppmoete: [{navn: Ola Nordmann, representerer: FRA}]
  saker: [{nr: 1/22, tittel: A, type: vedtak, innleder: [Ola Nordmann], vedtak: VEDTAK}]
"""
STEMTE = "{tekst: Ja., stemte_for: [Ola Nordmann], stemmer: {for: 1, mot: 0}}"


@pytest.mark.parametrize("fra", ["lo", "LO", "landsorganisasjonen"])
def test_an_observer_may_speak_and_may_not_vote(fra: str) -> None:
    text = OBSERVATOER.replace("FRA", fra)
    assert utfall(dom(text.replace("VEDTAK", "{tekst: Ja.}"))) == []
    report = dom(text.replace("VEDTAK", STEMTE))
    assert utfall(report) == ["feil rettighet @ moeter/2022-11-16 saker.0.vedtak.stemte_for.0"]
    assert meldinger(report) == ["Ola Nordmann stemte i sak 1/22, men de fra LO har ikke stemmerett"]


def test_a_guest_from_nowhere_in_particular_is_no_observer() -> None:
    said = utfall(dom(OBSERVATOER.replace("FRA", "Avisa").replace("VEDTAK", STEMTE)))
    assert said == ["feil sammensetning @ moeter/2022-11-16 oppmoete"]
