"""Names that a rule set writes: a misspelt one is told of once, in the rule set, with what was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from brukerutvalg_cli.forslag import skrivefeil
from smaa_registre import ROOT, dom, meldinger, sagt

REGISTER = """
utvalg: {grupper: [psykisk-helse], organisasjoner: [ffo]}
utvalgene/annet/utvalg:
  {navn: Annet, nivaa: lokal, maalform: nb, regelverk: [{id: regelverket, fra: 2000-01-01}]}
organisasjoner:
  ffo: {navn: FFO, type: paraply, side: bruker, grupper: [psykisk-helse]}
  nav-a: {navn: Nav A, type: offentlig, side: nav}
"""
FUNN = "feil ukjent-referanse @ regelverk/"


def om(regel: str, register: str = REGISTER) -> list[str]:
    """What is said of a rule set with this provision, which two councils are bound by."""
    return [m for m in meldinger(dom(f"regel: {regel}\n{register}")) if "finnes ikke" in m]


@pytest.mark.parametrize(
    ("regel", "ment"),
    [
        ("{regel: sammensetning, blant: medlemmer, plasser: [{hvem: {organisasjon: NAVN}, hoeyst: 9}]}", "ff0 ffo"),
        ("{regel: funksjonstid, hvem: {organisasjon: NAVN}, lengde: 9 aar}", "ff0 ffo"),
        ("{regel: rettighet, hvem: {ikke: {organisasjon: NAVN}}, stemmerett: nei}", "eeier eier"),
        ("{regel: sammensetning, blant: frammoette, hos: NAVN, plasser: [{minst: 1}]}", "ungdomsrad ungdomsraad"),
        ("{regel: sammensetning, blant: NAVN, plasser: [{hoeyst: 9}]}", "medlemer medlemmer"),
        ("{regel: krav, hver: moete, naar: {finnes: NAVN}, skal_ha: {referat: foert}}", "redaksjonsrad redaksjonsraad"),
        ("{regel: krav, hver: forfall, skal_ha: {kalt_inn_av: NAVN}}", "sekretar sekretaer"),
        ("{regel: krav, hver: vedtak, skal_ha: {ved_likhet: NAVN}}", "ledr leder"),
        ("{regel: krav, hver: oppnevning, skal_ha: {av: NAVN}}", "eieren eier"),
        ("{regel: krav, hver: oppnevning, skal_ha: {ogsaa_verv: NAVN}}", "medlm medlem"),
        ("{regel: krav, hver: oppnevning, skal_ha: {gruppe: NAVN}}", "psykisk-hele psykisk-helse"),
        ("{regel: krav, hver: moete, skal_ha: {sakliste: {godkjent_av: NAVN}}}", "ledr leder"),
        ("{regel: krav, hver: moete, skal_ha: {moeteleder: NAVN}}", "lederen leder"),
        ("{regel: utsending, hva: referat, til: NAVN}", "overordna overordnet"),
        ("{regel: hyppighet, hva: moete, hoeyst: 9, per: 2 aar, gjelder_bestemmelse: NAVN}", "regelenn regelen"),
    ],
)  # fmt: skip
def test_a_misspelt_name_in_a_rule_set_is_one_finding(regel: str, ment: str) -> None:
    wrong, right = ment.split()
    (message,) = om(regel.replace("NAVN", wrong))
    assert message.endswith(f"«{wrong}» finnes ikke; mente du «{right}»?")
    assert om(regel.replace("NAVN", right)) == []


@pytest.mark.parametrize(
    "regel",
    [
        "{regel: krav, hver: vedtak, skal_ha: {ved_likhet: loddtrekning}}",
        "{regel: krav, hver: oppnevning, skal_ha: {av: kommunestyret, foreslaatt_av: organisasjon}}",
        "{regel: utsending, hva: referat, til: [kommunens-raad, nav-fylke]}",
        "{regel: sammensetning, blant: medlemmer, plasser: [{hvem: {gruppe: fysisk-helse}, hoeyst: 9}]}",
    ],
)
def test_what_another_register_may_have_is_not_told_of(regel: str) -> None:
    assert om(regel) == []


@pytest.mark.parametrize("path", sorted((ROOT / "records/regelverk").glob("*.yaml")), ids=lambda p: p.stem)
def test_a_shipped_rule_set_names_nothing_that_a_small_register_lacks(path: Path) -> None:
    text = f"mandat: {path.stem}\norganisasjoner: {{nav-a: {{navn: Nav A, type: offentlig, side: nav}}}}\n"
    assert not [line for line in sagt(dom(text)) if line.startswith(FUNN)]


GRUPPER = """
regel: {regel: sammensetning, blant: medlemmer, for_hver: gruppe, plasser: [{minst: 1}]}
utvalg: {grupper: [psykisk-helse, rus]}
organisasjoner:
  mental: {navn: Mental helse, type: landsdekkende, side: bruker, grupper: [HELSE]}
  rio: {navn: RIO, type: landsdekkende, side: bruker, grupper: [rus]}
medlemmer/kari: {representerer: mental, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/ola: {representerer: rio, oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
"""


def test_a_misspelt_group_is_one_finding_where_it_is_written() -> None:
    assert sagt(dom(GRUPPER.replace("HELSE", "psykisk-helse"))) == []
    report = dom(GRUPPER.replace("HELSE", "psykisk-hele"))
    assert sagt(report) == ["feil ukjent-referanse @ organisasjoner mental.grupper.0"]
    assert meldinger(report) == ["gruppa «psykisk-hele» finnes ikke; mente du «psykisk-helse»?"]
    council = GRUPPER.replace("grupper: [psykisk-helse, rus]", "grupper: [psykisk-hele, rus]")
    twice = council.replace("HELSE", "psykisk-helse").replace(
        "grupper: [rus]}", "grupper: [rus, psykisk-helse]}"
    )
    assert sagt(dom(twice)) == ["feil ukjent-referanse @ utvalg grupper.0"]


def test_another_group_is_no_misspelt_one() -> None:
    assert sagt(dom(GRUPPER.replace("HELSE", "fysisk-helse"))) == [
        "feil sammensetning @ utvalg regelverk.0.id"
    ]


def test_a_misspelt_verv_is_one_finding_and_not_a_member_too_few() -> None:
    text = """
regel: {regel: sammensetning, blant: medlemmer, plasser: [{minst: 2}]}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
medlemmer/ola: {oppnevninger: [{verv: VERV, fra: 2022-01-01}]}
"""
    assert sagt(dom(text.replace("VERV", "medlem"))) == []
    assert sagt(dom(text.replace("VERV", "medlm"))) == [
        "feil ukjent-referanse @ medlemmer/ola oppnevninger.0.verv"
    ]
    assert sagt(dom(text.replace("VERV", "vara"))) == ["feil sammensetning @ utvalg regelverk.0.id"]


@pytest.mark.parametrize(
    ("skrevet", "ment"),
    [
        ("rusmiddel", "rusmidel"),
        ("ugndom", "ungdom"),
        ("psykisk-hlese", "psykisk-helse"),
        ("hoersel", "hørsel"),
    ],
)
def test_a_slip_is_one_letter(skrevet: str, ment: str) -> None:
    assert skrivefeil(skrevet, [ment, "noe-annet"]) == ment
    assert skrivefeil("fysisk-helse", ["psykisk-helse"]) is None
