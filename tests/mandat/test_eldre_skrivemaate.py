"""A rule set written as the language was before means what it meant, and is told how to be written now."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.funn.finding import Severity
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import MemoryTree
from brukerutvalg_cli.validering import innebygde
from smaa_registre import ROOT, tree

MOETET = "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: vedtak}]}\n"
OMSKREVET = [
    (
        "{regel: krav, hver: moete, skal_ha: {sakliste_foreslaatt_av: leder, sakliste_godkjent_av: nestleder}}",
        "{regel: krav, hver: moete, skal_ha: {sakliste: {foreslaatt_av: leder, godkjent_av: nestleder}}}",
        ["sakliste_foreslaatt_av", "sakliste_godkjent_av"],
    ),
    (
        "{regel: krav, hver: moete, der: {i_samraad_med: leder}, skal_ha: {form: fysisk}}",
        "{regel: krav, hver: moete, der: {sakliste: {i_samraad_med: leder}}, skal_ha: {form: fysisk}}",
        ["i_samraad_med"],
    ),
    (
        "{regel: krav, hver: oppfoelging, hvis_finnes: leder, skal_ha: {ansvarlig: ja, fullfoert: ja}}",
        "{regel: krav, hver: oppfoelging, naar: {finnes: leder}, skal_ha: {ansvarlig: foert, fullfoert: i_tide}}",
        ["ansvarlig: ja", "fullfoert: ja", "hvis_finnes"],
    ),
    (
        "{regel: krav, hver: kurs, der: {modul: 1}, skal_ha: {arrangert_av: byen}}",
        "{regel: krav, hver: hendelse, der: {hva: kurs, modul: 1}, skal_ha: {arrangert_av: byen}}",
        ["hver: kurs"],
    ),
    (
        "{regel: krav, hver: oppmoete, hvis_finnes: leder, skal_ha: {dekker: [reise, moetegodtgjoerelse]}}",
        "{regel: krav, hver: oppmoete, naar: {finnes: leder}, skal_ha: {dekker: {alle: [reise, moetegodtgjoerelse]}}}",
        ["dekker: […]", "hvis_finnes"],
    ),
    (
        "{regel: sammensetning, blant: medlemmer, plasser: [{hvem: {organisasjonstype: [paraply]}, minst: 1}]}",
        "{regel: sammensetning, blant: medlemmer, plasser: [{hvem: {organisasjon: {type: [paraply]}}, minst: 1}]}",
        ["organisasjonstype"],
    ),
    (
        "{regel: sammensetning, blant: medlemmer, "
        "plasser: [{hvem: {har_paraply: nei, innbyggere: {minst: 9}}, minst: 1}]}",
        "{regel: sammensetning, blant: medlemmer, "
        "plasser: [{hvem: {organisasjon: {paraply: nei, innbyggere: {minst: 9}}}, minst: 1}]}",
        ["har_paraply", "innbyggere"],
    ),
    (
        "{regel: sammensetning, blant: frammoette, der: {type: vedtak}, plasser: [{minst: 1}]}",
        "{regel: sammensetning, blant: frammoette, naar: {vedtak: {type: vedtak}}, plasser: [{minst: 1}]}",
        ["der"],
    ),
    (
        "{regel: sammensetning, blant: leder, hvis_finnes: nei, plasser: [{minst: 1}]}",
        "{regel: sammensetning, blant: leder, ogsaa_tom: ja, plasser: [{minst: 1}]}",
        ["hvis_finnes"],
    ),
    (
        "{regel: rettighet, hvem: {verv: medlem}, kan_kreve_moete: 2, innen: 3 uker}",
        "{regel: rettighet, hvem: {verv: medlem}, kan_kreve_moete: {minst: 2}, innen: 3 uker}",
        ["kan_kreve_moete: 2"],
    ),
]  # fmt: skip


def lest(regel: str) -> tuple[Any, list[tuple[str, str]]]:
    """The provision, and what is told of the file it stands in."""
    found = load(tree(f"regel: {regel}\n{MOETET}"))
    (rules,) = found.regelverk.values()
    told = [(str(f.severity), f.message) for f in found.findings if "regelverk" in f.place.path]
    return rules.bestemmelser[0], told


@pytest.mark.parametrize(("foer", "naa", "sagt"), OMSKREVET)
def test_what_was_written_before_means_the_same(foer: str, naa: str, sagt: list[str]) -> None:
    older, told = lest(foer)
    newer, nothing = lest(naa)
    assert older == newer
    assert nothing == []
    assert sorted(message.split("»")[0][1:] for _, message in told) == sorted(sagt)
    assert {weight for weight, _ in told} == {"advarsel"}


@pytest.mark.parametrize(
    ("regel", "sagt"),
    [
        ("{regel: krav, hver: moete, skal_ha: {sakliste_foreslaat_av: leder}}", "ukjent nøkkel"),
        ("{regel: krav, hver: moete, skal_ha: {sakliste_foreslaatt_av: leder}, styrk: skal}", "ukjent nøkkel"),
        ("{regel: krav, hver: moete, skal_ha: {sakliste_foreslaatt_av: {sidde: nav}}}", "skrives nå"),
        ("{regel: krav, hver: kurset, skal_ha: {arrangert_av: byen}}", "kurset kan ikke stå her"),
    ],
)  # fmt: skip
def test_a_file_with_a_mistake_beside_it_is_refused_as_before(regel: str, sagt: str) -> None:
    found = load(tree(f"regel: {regel}\n{MOETET}"))
    assert found.regelverk == {}
    assert any(sagt in f.message and f.severity is Severity.FEIL for f in found.findings)


def test_a_list_in_a_file_that_is_new_means_one_of_these() -> None:
    rule, told = lest("{regel: krav, hver: oppmoete, skal_ha: {dekker: [reise, moetegodtgjoerelse]}}")
    assert told == []
    assert rule.skal_ha.dekker.en_av == ("reise", "moetegodtgjoerelse")


def test_a_name_that_an_older_file_could_not_declare_is_no_error() -> None:
    for regel, ventet in (
        (
            "{regel: krav, hver: oppmoete, hvis_finnes: leder, skal_ha: {godtgjoeres_etter: satsene}}",
            "advarsel",
        ),
        (
            "{regel: krav, hver: oppmoete, naar: {finnes: leder}, skal_ha: {godtgjoeres_etter: satsene}}",
            "feil",
        ),
    ):
        (found,) = (f for f in innebygde(load(tree(f"regel: {regel}\n{MOETET}"))) if "satsene" in f.message)
        assert str(found.severity) == ventet


NOEKLER = st.sampled_from(
    [
        "sakliste_foreslaatt_av",
        "i_samraad_med",
        "hvis_finnes",
        "der",
        "hver",
        "organisasjonstype",
        "fullfoert",
        "dekker",
    ]
)
VERDIER = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(["ja", "nei", "kurs", "leder", ""]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(NOEKLER, inner, max_size=2),
    max_leaves=4,
)
SHIPPED = yaml.safe_load((ROOT / "records/regelverk/nav-vestland-2019.yaml").read_text(encoding="utf-8"))
VERDT = [nr for nr, each in enumerate(SHIPPED["bestemmelser"]) if each.get("regel", "ingen") != "ingen"]


@given(st.sampled_from(VERDT), NOEKLER, VERDIER)
def test_whatever_stands_behind_an_old_key_is_read_or_told(nr: int, noekkel: str, verdi: Any) -> None:
    """Never a traceback, and never in silence."""
    broken = {**SHIPPED, "bestemmelser": [SHIPPED["bestemmelser"][nr] | {noekkel: verdi}]}
    found = load(MemoryTree({"records/regelverk/nytt.yaml": yaml.safe_dump(broken)}))
    assert "nytt" in found.regelverk or any("nytt" in f.place.path for f in found.findings)
