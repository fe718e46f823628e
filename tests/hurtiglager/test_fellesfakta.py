"""What all share answers, as sums: another one where the answer is another, and else the same."""

from __future__ import annotations

import pytest

from brukerutvalg_cli.hurtiglager.fellesfakta import fellesfaktum
from brukerutvalg_cli.hurtiglager.oppslag import LESEMAATE
from brukerutvalg_cli.model.organisasjonene import ANTATT, GRUPPER, NAVNENE, SKIFTER, om_en
from brukerutvalg_cli.register.spor import FELLES_FILER, GRUNNLAG, REGELVERKSNAVN, SATSER, SporetLandet
from brukerutvalg_cli.register.tree import MemoryTree
from tjue_utvalg import Filer, tjue_utvalg

FILER = tjue_utvalg(3)
ORG, EN = "records/organisasjoner.yaml", "records/regelverk/en.yaml"
SPOERSMAAL = (
    *(om_en("ffo"), om_en("nav"), NAVNENE, SKIFTER.navn, GRUPPER.navn, ANTATT.navn),
    *("regelverk en", "regelverk to", REGELVERKSNAVN, f"fil {ORG}", f"fil {EN}"),
    *(LESEMAATE, GRUNNLAG, FELLES_FILER, SATSER),
)


def svarene(filer: Filer) -> dict[str, str]:
    landet = SporetLandet(MemoryTree(filer), lambda path, raw: None)
    return {what: fellesfaktum(landet, what, str(sorted(filer.items()))) for what in SPOERSMAAL}


OM_FFO = {om_en("ffo"), f"fil {ORG}"}
OM_EN = {"regelverk en", f"fil {EN}"}
LEST = {LESEMAATE, GRUNNLAG}


@pytest.mark.parametrize(
    ("path", "old", "new", "andre"),
    [
        (ORG, b"navn: FFO", b"navn: SAFO", OM_FFO),
        (ORG, b"navn: FFO", b"navn: FFO\n  tidligere: [{til: 2020-12-31, type: lokal}]", OM_FFO | {SKIFTER.navn}),
        (ORG, b"navn: FFO", b"navn: FFO\n  grupper: [syn]", OM_FFO | {GRUPPER.navn}),
        (ORG, b"type: paraply", b"type: {antatt: paraply}", OM_FFO | {ANTATT.navn}),
        (ORG, b"ffo:", b"safo: {navn: SAFO, type: lokal, side: bruker}\nffo:", {NAVNENE, f"fil {ORG}"}),
        (ORG, b"ffo:", b"# en merknad\nffo:", {f"fil {ORG}"}),
        (EN, b"minst: 2", b"minst: 3", OM_EN),
        (EN, b"hva: referat", b"hva: soendagstur", OM_EN | LEST),
        ("records/ordliste.yaml", b"nb: rus", b"nb: Rus", {GRUNNLAG}),
    ],
)  # fmt: skip
def test_a_change_is_one_of_what_is_asked_about_it(
    path: str, old: bytes, new: bytes, andre: set[str]
) -> None:
    assert old in FILER[path]
    before, after = svarene(FILER), svarene(FILER | {path: FILER[path].replace(old, new, 1)})
    assert {what for what in SPOERSMAAL if before[what] != after[what]} == andre


def test_of_a_file_that_cannot_be_read_whole_every_change_is_one_of_each() -> None:
    broken = FILER | {ORG: FILER[ORG] + b"ffo: {navn: To ganger}\n"}
    before, after = svarene(broken), svarene(broken | {ORG: broken[ORG] + b"# noe\n"})
    assert before[om_en("nav")] != after[om_en("nav")]


def test_a_file_that_comes_is_a_change_of_which_there_are() -> None:
    before = svarene(FILER)
    after = svarene(FILER | {"records/regelverk/tre.yaml": FILER[EN]})
    assert {what for what in SPOERSMAAL if before[what] != after[what]} == {REGELVERKSNAVN, FELLES_FILER}
    after = svarene(FILER | {"records/utvalget": b"", "records/satser.yaml": b"[]\n"})
    assert {what for what in SPOERSMAAL if before[what] != after[what]} == {FELLES_FILER, SATSER}
