"""Names that a rule set writes: a misspelt one is told of once, in the rule set, with what was meant."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from pydantic import BaseModel

from brukerutvalg_cli.forslag import skrivefeil
from brukerutvalg_cli.mandat.proeve.av_modell import NAVN
from brukerutvalg_cli.mandat.proeve.proeve import Proeve
from brukerutvalg_cli.mandat.proeve.valg import Ordvalg
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.mandat.verdier.navneord import AV_PROEVE
from brukerutvalg_cli.model.merker import Nevner, er_merket
from brukerutvalg_cli.model.slag import merket
from smaa_registre import ROOT, dom, meldinger, sagt, utfall

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
    ("regel", "hvor"),
    [
        (
            "skal_ha: {ved_likhet: kommunestyret}, hver: vedtak, regel: krav",
            "organisasjon ny UTVALG NAVN --id NAVNET",
        ),
        (
            "skal_ha: {av: kommunestyret}, hver: oppnevning, regel: krav",
            "organisasjon ny UTVALG NAVN --id NAVNET",
        ),
        ("hva: referat, til: kommunestyret, regel: utsending", "utvalg mottakere.NAVNET=NAVN"),
        ("hvem: {verv: kommunestyret}, stemmerett: nei, regel: rettighet", "utvalg verv.NAVNET=NAVN"),
        ("hvem: {side: kommunestyret}, stemmerett: nei, regel: rettighet", "utvalg sider.NAVNET=NAVN"),
        (
            "hvem: {funksjon: kommunestyret}, stemmerett: nei, regel: rettighet",
            "utvalg funksjoner.NAVNET=NAVN",
        ),
        ("hvem: {gruppe: kommunestyret}, stemmerett: nei, regel: rettighet", "{grupper: {NAVNET: NAVN}}"),
        ("skal_ha: {dekker: kommunestyret}, hver: oppmoete, regel: krav", "utvalg ordninger.NAVNET=NAVN"),
        (
            "hva: moete, hoeyst: 9, per: 2 aar, nivaa: kommunestyret, regel: hyppighet",
            "ha nivået i utvalg.yaml",
        ),
    ],
)
def test_what_names_nothing_is_an_error_that_says_where_it_is_declared(regel: str, hvor: str) -> None:
    report = dom(f"regel: {{{regel}}}\nutvalg: {{maalform: nb}}\n")
    (found,) = (f.finding for f in report.funn if f.finding.name == "ukjent-referanse")
    assert found.place.path == "records/regelverk/regelverket.yaml"
    assert found.message.endswith("«kommunestyret» finnes ikke")
    assert hvor.replace("UTVALG", "utvalget").replace("NAVNET", "kommunestyret") in (found.help or "")


NEKTET = """
regel: {regel: rettighet, hvem: {funksjon: FUNKSJON}, stemmerett: nei}
ordliste: {ORDLISTE}
medlemmer/nina: {side: nav, funksjon: [{funksjon: raadgivar}], oppnevninger: [{verv: sekretaer, fra: 2022-01-01}]}
moeter/2022-11-16: {oppmoete: [{person: nina, stemmerett: ja}]}
"""
BRUTT = ["feil rettighet @ moeter/2022-11-16 oppmoete.0.stemmerett"]
UKJENT = "feil ukjent-referanse @ regelverk/regelverket bestemmelser.0.hvem.funksjon.0"


@pytest.mark.parametrize(
    ("funksjon", "ordliste", "ventet"),
    [
        ("raadgivar", "", BRUTT),
        ("rådgivar", "", BRUTT),
        ("Raadgivar", "", BRUTT),
        ("raadgivr", "", [UKJENT, "uvisst raadgivr"]),
        ("direktoer", "", [UKJENT, "uvisst direktoer"]),
        ("direktoer", "funksjoner: {direktoer: direktør}", []),
        ("Direktør", "funksjoner: {direktoer: direktør}", []),
    ],
)
def test_a_prohibition_of_a_name_that_is_nowhere_is_never_kept(
    funksjon: str, ordliste: str, ventet: list[str]
) -> None:
    report = dom(NEKTET.replace("FUNKSJON", funksjon).replace("ORDLISTE", ordliste))
    found = [line for line in utfall(report) if "funksjonsnavn" not in line]
    assert found == ventet
    assert bool(report.holdt) is (ventet == [])


def test_what_cannot_be_judged_is_told_at_the_word() -> None:
    (point,) = dom(NEKTET.replace("FUNKSJON", "direktoer").replace("ORDLISTE", "")).ikke_vurdert
    assert point.finding.message == "navnet «direktoer» finnes ikke"
    assert (point.path, point.span and point.span.row) == ("records/regelverk/regelverket.yaml", 12)


@pytest.mark.parametrize("ulest", ["hendelser: [{hva: x}]", "utvalgene/annet/utvalg: {navn: Annet}"])
def test_what_an_unread_file_may_hold_is_not_missed(ulest: str) -> None:
    report = dom(NEKTET.replace("FUNKSJON", "direktoer").replace("ORDLISTE", "") + ulest)
    assert not [line for line in sagt(report) if line.startswith(FUNN)]


MOTTAKER = """
regel: {regel: utsending, hva: referat, til: NAVN}
utvalg: {mottakere: {kommunestyret: Kommunestyret, oedegaarden: Ødegården}}
moeter/2022-11-16: {referat: {sendt_til: [FIKK]}}
moeter/2022-12-14: {}
"""


@pytest.mark.parametrize("navn", ["oedegaarden", "ødegården", "Ødegården", "OEDEGAARDEN"])
@pytest.mark.parametrize("fikk", ["oedegaarden", "Ødegården"])
def test_a_receiver_is_the_same_however_it_is_written(navn: str, fikk: str) -> None:
    text = MOTTAKER.replace("NAVN", navn)
    brutt = "feil utsending @ moeter/2022-11-16 referat.sendt_til"
    assert sagt(dom(text.replace("FIKK", fikk))) == []
    assert sagt(dom(text.replace("FIKK", "kommunestyret"))) == [brutt]


@pytest.mark.parametrize(
    ("hva", "sagt_om"),
    [
        ("oppmoete", "«oppmoete» er ingen hendelse, men noe som har egne poster i registeret"),
        ("vedtak", "«vedtak» er ingen hendelse, men noe som har egne poster i registeret"),
        ("fagdga", "hendelsen «fagdga» finnes ikke; mente du «fagdag»?"),
    ],
)
def test_a_record_is_no_event_and_an_event_that_is_recorded_is_spelt_as_it_is(hva: str, sagt_om: str) -> None:
    text = f"""
    regel: {{regel: hyppighet, hva: {hva}, minst: 1, per: kalenderaar}}
    utvalg: {{hendelser: {{fagdag: fagdag}}, registrert_fra: 2021-01-01}}
    """
    report = dom(text)
    assert meldinger(report) == [sagt_om]
    assert [point.finding.message for point in report.ikke_vurdert] == [f"navnet «{hva}» finnes ikke"]


def test_an_event_on_record_is_not_called_as_another_kind_of_record() -> None:
    text = "hendelser: [{hva: HVA, dato: 2022-03-01}]\n"
    assert sagt(dom(text.replace("HVA", "moete"))) == ["feil ukjent-referanse @ hendelser 0.hva"]
    assert sagt(dom(text.replace("HVA", "fagdag"))) == []


@pytest.mark.parametrize("path", sorted((ROOT / "records/regelverk").glob("*.yaml")), ids=lambda p: p.stem)
def test_a_shipped_rule_set_names_only_what_is_shipped(path: Path) -> None:
    bodies = yaml.load((ROOT / "records/organisasjoner.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)
    report = dom({"mandat": path.stem, "organisasjoner": bodies})
    assert not [line for line in sagt(report) if line.startswith(FUNN)]


FRI = {
    "ansvarlig",
    "id",
    "avsnitt",
    "tekst",
    "merknad",
    "tittel",
    "datert",
    "kilde",
    "kanal",
    "utvalg",
    "bygger_paa",
    "utgaar",
}
"""Texts that name nothing, and what other checks look at: `arv` and `eget-vedtak`."""


def test_every_word_of_a_provision_says_what_it_may_name() -> None:
    """A key whose type does not say so would let any name pass in silence."""
    models = [m for m in _modeller(Regelverk) if not issubclass(m, Ordvalg | Proeve)]
    unmarked = {
        f"{m.__name__}.{key}"
        for m in models
        for key, field in m.model_fields.items()
        if key not in FRI and _har_ord(field.rebuild_annotation()) and not merket(field.rebuild_annotation())
    }
    assert unmarked == set()


def test_every_field_of_a_record_that_names_somebody_says_so_in_a_test_of_it() -> None:
    tested = [m for record in NAVN for m in _modeller(record)]
    names = {key for m in tested for key, field in m.model_fields.items() if er_merket(field, Nevner)}
    assert names - AV_PROEVE.keys() == set()


def _modeller(start: type[BaseModel]) -> set[type[BaseModel]]:
    found: set[type[BaseModel]] = set()
    left = [start]
    while left:
        model = left.pop()
        if model not in found:
            found.add(model)
            left += [m for field in model.model_fields.values() for m in _inni(field.annotation)]
    return found


def _inni(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for each in get_args(annotation):
        yield from _inni(each)


def _har_ord(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Ordvalg):
        return True
    return annotation is str or any(
        map(_har_ord, () if isinstance(annotation, type) else get_args(annotation))
    )


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
