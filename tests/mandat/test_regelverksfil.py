"""A rule set that is written wrongly: one mistake is one finding, where it stands, with what was meant."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.locate import Locator
from brukerutvalg_cli.register.tree import MemoryTree, WorkTree
from brukerutvalg_cli.validering import valider
from smaa_registre import ROOT, tree

HODE = """\
tittel: Mandat
type: mandat
datert: 2020
maalform: nb
bestemmelser:
  - id: regelen
    avsnitt: Avsnittet
    styrke: skal
    tekst: Teksten.
"""


def said(bestemmelse: str) -> list[tuple[str, str, str]]:
    """Name, message and marked text of each finding in a rule set with this provision."""
    text = HODE + "".join(f"    {line}\n" for line in bestemmelse.strip().splitlines())
    tree = MemoryTree({"records/regelverk/r.yaml": text})
    locator = Locator(tree)
    return [(f.name, f.message, _marked(f, text, locator)) for f in load(tree).findings]


def helped(bestemmelse: str) -> list[str]:
    """The help of each finding in a rule set with this provision."""
    text = HODE + "".join(f"    {line}\n" for line in bestemmelse.strip().splitlines())
    return [f.help for f in load(MemoryTree({"records/regelverk/r.yaml": text})).findings]


def _marked(finding: Finding, text: str, locator: Locator) -> str:
    span = locator.locate(finding.place)
    if span is None:
        return ""
    return text.splitlines()[span.row - 1][span.column - 1 : span.end_column - 1]


FRIST = "regel: frist\nhva: sakspapirer\nsenest: 10 dager\nfoer: moete"
FUNKSJONSTID = "regel: funksjonstid\nhvem: {verv: leder}\nlengde: 1 aar"
SAMMENSETNING = "regel: sammensetning\nblant: medlemmer\nplasser:\n  - {hvem: {side: bruker}, minst: 1}"
HYPPIGHET = "regel: hyppighet\nhva: moete\nminst: 4\nper: kalenderaar"
KRAV = "regel: krav\nhver: oppnevning\nder: {verv: leder}\nskal_ha: {side: bruker}"
UTSENDING = "regel: utsending\nhva: referat\nkanal: nav.no"


@pytest.mark.parametrize(
    "riktig",
    [
        FRIST,
        FRIST.replace("foer", "etter"),
        FUNKSJONSTID,
        SAMMENSETNING,
        SAMMENSETNING.replace("{side: bruker}", "alle"),
        SAMMENSETNING.replace("{side: bruker}", "andre"),
        SAMMENSETNING.replace("minst: 1", "minst: {2-3: 1, over 9: 40 %}"),
        HYPPIGHET,
        HYPPIGHET.replace("kalenderaar", "2 aar"),
        KRAV,
        UTSENDING,
        "regel: bekreftelse\nav: utvalget",
        "regel: rettighet\nhvem: {side: nav}\nstemmerett: nei",
        "merknad: Bare en påstand.",
    ],
)
def test_what_is_right(riktig: str) -> None:
    assert said(riktig) == []


@pytest.mark.parametrize(
    ("bestemmelse", "navn", "melding", "merket"),
    [
        # The kind
        (
            FRIST.replace("regel: frist", "regel: frister"),
            "feil-verdi",
            "regel: frister kan ikke stå her; mente du «frist»?",
            "frister",
        ),
        (
            KRAV.replace("hver: oppnevning", "hver: oppnevninger"),
            "feil-verdi",
            "hver: oppnevninger kan ikke stå her; mente du «oppnevning»?",
            "oppnevninger",
        ),
        (
            KRAV.replace("hver: oppnevning", "hver: [moete, sak]"),
            "feil-verdi",
            "hver: en liste kan ikke stå her",
            "[moete, sak]",
        ),
        # Keys
        (
            FRIST.replace("senest:", "seinest:"),
            "ukjent-noekkel",
            "ukjent nøkkel «seinest»; mente du «senest»?",
            "seinest",
        ),
        (
            FUNKSJONSTID.replace("{verv: leder}", "{vervet: leder}"),
            "ukjent-noekkel",
            "ukjent nøkkel «vervet»; mente du «verv»?",
            "vervet",
        ),
        (
            SAMMENSETNING.replace("{side: bruker}", "{sida: bruker}"),
            "ukjent-noekkel",
            "ukjent nøkkel «sida»; mente du «side»?",
            "sida",
        ),
        (
            SAMMENSETNING.replace("minst: 1", "mindst: 1"),
            "ukjent-noekkel",
            "ukjent nøkkel «mindst»; mente du «minst»?",
            "mindst",
        ),
        (
            KRAV.replace("{side: bruker}", "{sider: bruker}"),
            "ukjent-noekkel",
            "ukjent nøkkel «sider»; mente du «side»?",
            "sider",
        ),
        (
            KRAV.replace("der: {verv: leder}", "der: {vervv: leder}"),
            "ukjent-noekkel",
            "ukjent nøkkel «vervv»; mente du «verv»?",
            "vervv",
        ),
        (
            f"{FRIST}\nkan_fraviks_av: utvalget",
            "ukjent-noekkel",
            "ukjent nøkkel «kan_fraviks_av»; mente du «kan_fravikes_av»?",
            "kan_fraviks_av",
        ),
        (FRIST.replace("hva: sakspapirer\n", ""), "mangler-noekkel", "«hva» mangler", "id: regelen"),
        (
            SAMMENSETNING.replace("blant: medlemmer\n", ""),
            "mangler-noekkel",
            "«blant» mangler",
            "id: regelen",
        ),
        # Values
        (
            FRIST.replace("10 dager", "10 dagar før"),
            "feil-verdi",
            "«10 dagar før»: her skal det stå en tid (10 dager), en dag (1. desember), samme_dag, "
            "det neste av noe (neste moete), straks eller rimelig_tid",
            "10 dagar før",
        ),
        (
            FRIST.replace("sakspapirer", "sakspapir"),
            "feil-verdi",
            "«sakspapir»: mente du «sakspapirer»?",
            "sakspapir",
        ),
        (
            FRIST.replace("\nfoer: moete", ""),
            "feil-verdi",
            "en frist har enten «foer» eller «etter», ikke begge og ikke ingen",
            "id: regelen",
        ),
        (
            f"{FRIST}\netter: moete",
            "feil-verdi",
            "en frist har enten «foer» eller «etter», ikke begge og ikke ingen",
            "id: regelen",
        ),
        (
            FUNKSJONSTID.replace("lengde: 1 aar", "paa_rad: to perioder"),
            "feil-verdi",
            "«to perioder»: her skal det stå 3 perioder, 2 aar eller ubegrenset",
            "to perioder",
        ),
        (
            HYPPIGHET.replace("kalenderaar", "sesong"),
            "feil-verdi",
            "«sesong»: her skal det stå kalenderaar, halvaar, kvartal, vaar, hoest, funksjonsperiode, maaned, uke, "
            "dag eller en måned (april), gjerne med et tall foran: 2 aar, 3 maaneder",
            "sesong",
        ),
        (
            HYPPIGHET.replace("minst: 4", "minst: fire"),
            "feil-verdi",
            "«fire»: en mengde skrives som et tall, 1/2, 40 %, ubegrenset, [6, 8] eller {2-3: 1, over 9: 40 %}",
            "fire",
        ),
        pytest.param(
            SAMMENSETNING.replace("minst: 1", "minst: halvparten"),
            "feil-verdi",
            "«halvparten»: en mengde skrives som et tall, 1/2, 40 %, ubegrenset, [6, 8] eller "
            "{2-3: 1, over 9: 40 %}",
            "halvparten",
        ),
        (
            SAMMENSETNING.replace("minst: 1", "antall: 9-12"),
            "feil-verdi",
            "«9-12»: fra 9 til 12 skrives med to ord: minst: 9, hoeyst: 12",
            "9-12",
        ),
        (
            SAMMENSETNING.replace("{side: bruker}", "allle"),
            "feil-verdi",
            "«allle» kan ikke stå her; mente du «alle»?",
            "allle",
        ),
        (
            KRAV.replace("{side: bruker}", "{fullmakt: kanskje}"),
            "feil-verdi",
            "«kanskje»: her skal det stå ja eller nei",
            "kanskje",
        ),
        (
            KRAV.replace("der: {verv: leder}", "der: leder"),
            "feil-verdi",
            "«leder»: her skal det stå «nøkkel: verdi»",
            "leder",
        ),
        (
            UTSENDING.replace("referat", "referatet"),
            "feil-verdi",
            "«referatet» kan ikke stå her; mente du «referat»?",
            "referatet",
        ),
        (
            UTSENDING.replace("referat", "[sakliste, referatet]"),
            "feil-verdi",
            "«referatet» kan ikke stå her; mente du «referat»?",
            "referatet",
        ),
        (FRIST.replace("hva: sakspapirer", "hva:"), "mangler-noekkel", "«hva» mangler", "hva"),
    ],
)
def test_one_mistake_is_one_finding(bestemmelse: str, navn: str, melding: str, merket: str) -> None:
    assert said(bestemmelse) == [(navn, melding, merket)]


@pytest.mark.parametrize(
    ("gammel", "ny", "navn", "melding"),
    [
        ("styrke: skal", "styrke: skall", "feil-verdi", "«skall» kan ikke stå her; mente du «skal»?"),
        ("type: mandat", "type: mandatet", "feil-verdi", "«mandatet» kan ikke stå her; mente du «mandat»?"),
        ("maalform: nb", "målform: nb", "ukjent-noekkel", "ukjent nøkkel «målform»; mente du «maalform»?"),
        ("tekst: Teksten.", "tekst: [a, b]", "feil-verdi", "her står en liste, men det skal stå en tekst"),
        ("    avsnitt: Avsnittet\n", "", "mangler-noekkel", "«avsnitt» mangler"),
        ("datert: 2020\n", "", "mangler-noekkel", "«datert» mangler"),
    ],
)
def test_a_mistake_in_what_all_provisions_have(gammel: str, ny: str, navn: str, melding: str) -> None:
    tree = MemoryTree({"records/regelverk/r.yaml": HODE.replace(gammel, ny)})
    assert [(f.name, f.message) for f in load(tree).findings] == [(navn, melding)]


def test_two_mistakes_are_two_findings() -> None:
    found = said(FRIST.replace("senest:", "seinest:").replace("sakspapirer", "sakspapir"))
    assert [(name, marked) for name, _, marked in found] == [
        ("feil-verdi", "sakspapir"),
        ("ukjent-noekkel", "seinest"),
    ]


@pytest.mark.parametrize(
    ("bestemmelse", "hjelp"),
    [
        # A key that is known one step further in
        (f"{SAMMENSETNING}\nantall: 9", "«antall» kan stå under «plasser»"),
        # …and the key it should stand under, which is not there, is not a mistake of its own
        ("regel: sammensetning\nblant: medlemmer\nantall: 9", "«antall» kan stå under «plasser»"),
        (
            SAMMENSETNING.replace("hvem: {side: bruker}", "side: bruker"),
            "«side» kan stå under «hvem»",
        ),
        # A key that is known nowhere near: those that are
        (
            SAMMENSETNING.replace("minst: 1", "minst: 1, mellom: 2"),
            "her kan det stå antall, hoeyst, mer_enn eller telles; ellers sletter du den",
        ),
        (
            KRAV.replace("der: {verv: leder}", "der: {tema: budsjett}"),
            "slett den, eller flytt den til en bestemmelse om det den står i",
        ),
        # A value that is made of keys, or of several values
        (
            KRAV.replace("der: {verv: leder}", "der: leder"),
            "sett nøkkel og verdi i klammer, som {verv: …}",
        ),
        (
            "regel: sammensetning\nblant: medlemmer\nplasser: {minst: 4}",
            "sett hakeklammer rundt det som står: [{…}]",
        ),
        (
            FRIST.replace("hva: sakspapirer", "hva: [innkalling, sakspapirer]"),
            "skriv én; gjelder det flere, er det flere bestemmelser eller poster",
        ),
        # A sentence that no machine checks
        (
            "regel: tillatelse",
            "skriv funksjonstid, sammensetning, hyppighet, frist, krav, rettighet, utsending eller "
            "bekreftelse; det ingen skal kontrollere, har ingen «regel»",
        ),
    ],
)
def test_the_help_says_what_can_stand_there(bestemmelse: str, hjelp: str) -> None:
    assert helped(bestemmelse) == [hjelp]


RETTIGHET = "regel: rettighet\nhvem: {side: nav}\nstemmerett: nei"


@pytest.mark.parametrize(
    ("riktig", "gammel", "ny", "melding"),
    [
        (SAMMENSETNING, ", minst: 1", "", "det står ikke hvor mange: skriv antall, minst, hoeyst eller mer_enn"),
        (SAMMENSETNING, "minst: 1", "minst: 3, hoeyst: 2",
         "minst 3 og høyst 2 går ikke an på én gang: rett det ene tallet"),
        (SAMMENSETNING, "minst: 1", "hoeyst: 1/3, minst: 1/2", "minst 1/2 og høyst 1/3 går ikke an på én gang: "
         "rett det ene tallet"),
        (SAMMENSETNING, "minst: 1", "minst: 140 %", "minst 140 % er mer enn alle: en andel er høyst 100 %"),
        (SAMMENSETNING, "minst: 1", "minst: ubegrenset",
         "«minst: ubegrenset» krever ingenting: skriv et tall, "
         "eller «hoeyst: ubegrenset»"),
        (SAMMENSETNING, "minst: 1", "minst: [6, 8]",
         "bak «minst» står ett tall; en liste som [6, 8] står bak «antall»"),
        (HYPPIGHET, "\nminst: 4", "", "det står ikke hvor mange: skriv antall, minst, hoeyst eller mer_enn"),
        (HYPPIGHET, "minst: 4", "minst: 4\nhoeyst: 3",
         "minst 4 og høyst 3 går ikke an på én gang: rett det ene tallet"),
        (HYPPIGHET, "minst: 4", "minst: 1/2",
         "en andel er av alle i vinduet: «der» sier hvilke av dem, og «omtrent» hører ikke til"),
        (HYPPIGHET, "kalenderaar", "april\nunntatt: april",
         "«unntatt» tar bort alle månedene: da er det ingenting igjen å telle i"),
        (HYPPIGHET, "kalenderaar", "kalenderaar\nomtrent: 1 aar", "slingringsmonn i hele år er ingen grense"),
        (FUNKSJONSTID, "\nlengde: 1 aar", "",
         "det står ikke hvor lenge: skriv «lengde», «inntil», «starter», «paa_rad», «til_sammen», "
         "«borte_paa_rad» eller «til_avloest»"),
        (FUNKSJONSTID, "lengde: 1 aar", "paa_rad: 2 perioder\nomtrent: 1 uke",
         "«omtrent» er slingringsmonn på en tid eller en dag, og her er ingen"),
        (KRAV, "{side: bruker}", "{}", "her spørres det ikke om noe: skriv minst én nøkkel, og hva som skal stå der"),
        (RETTIGHET, "\nstemmerett: nei", "",
         "det står ikke hvilken rett det gjelder: skriv moeterett, talerett, "
         "forslagsrett, stemmerett, dobbeltstemme eller kan_kreve_moete"),
    ],
)  # fmt: skip
def test_a_provision_that_checks_nothing_is_refused(riktig: str, gammel: str, ny: str, melding: str) -> None:
    assert said(riktig) == []
    ((navn, text, _),) = said(riktig.replace(gammel, ny))
    assert (navn, text) == ("feil-verdi", melding)


@pytest.mark.parametrize(
    "mengde",
    [
        "hoeyst: ubegrenset",
        "antall: [6, 8]",
        "minst: 1, hoeyst: 1",
        "minst: 2, hoeyst: 1/2",
        "hoeyst: 0",
        "mer_enn: 1/2",
        "minst: 100 %",
    ],
)
def test_a_quantity_that_can_be_kept_and_broken_is_taken(mengde: str) -> None:
    assert said(SAMMENSETNING.replace("minst: 1", mengde)) == []


def test_a_demand_without_what_it_is_on() -> None:
    text = HODE + "".join(f"    {line}\n" for line in KRAV.replace("hver: oppnevning\n", "").splitlines())
    (finding,) = load(MemoryTree({"records/regelverk/r.yaml": text})).findings
    assert finding.message == "«hver» mangler"
    assert finding.help.startswith("skriv hver: moete, oppnevning")


def test_a_comma_in_a_text_within_braces() -> None:
    text = HODE.partition("  - id")[0] + (
        "  - {id: a, avsnitt: A, styrke: skal, tekst: Når to krever, holdes møte., regel: hyppighet, "
        "hva: moete, minst: 1, per: kalenderaar}\n"
    )
    (finding,) = load(MemoryTree({"records/regelverk/r.yaml": text})).findings
    assert finding.message == "ukjent nøkkel «holdes møte.»"
    assert finding.help.startswith("hører den til teksten før et komma, setter du hermetegn")
    quoted = text.replace("Når to krever, holdes møte.", '"Når to krever, holdes møte."')
    assert load(MemoryTree({"records/regelverk/r.yaml": quoted})).findings == ()


def test_a_rule_set_is_read_once_and_anew_when_it_says_something_else() -> None:
    rule = "regel: {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}\nmoeter/2022-11-16: {}\n"
    first, again, other = (
        load(tree(text)).regelverk["regelverket"] for text in (rule, rule, rule.replace("10 dager", "2 uker"))
    )
    assert again is first
    assert first.bestemmelser != other.bestemmelser


def test_to_judge_by_a_rule_set_leaves_it_as_it_was() -> None:
    """The next that reads the same file gets the same one, whatever it remembers of what it was asked."""

    def all_of_them() -> dict[str, tuple[dict[str, Any], ...]]:
        rule_sets = load(WorkTree(ROOT)).regelverk
        return {
            name: tuple(vars(post) | {"_en_gang": None} for post in (r, *r.bestemmelser))
            for name, r in rule_sets.items()
        }

    before = all_of_them()
    valider(WorkTree(ROOT), date(2023, 1, 1))
    assert all_of_them() == before
