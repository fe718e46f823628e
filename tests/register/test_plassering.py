"""Files in the wrong place, copied, or missing whole: one mistake is one message, and nothing else is blamed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from brukerutvalg_cli.rapport.rapport import Rapport
from brukerutvalg_cli.register.tree import MemoryTree
from brukerutvalg_cli.validering import valider
from smaa_registre import UTVALG, filer

REGISTER = """
regel: {regel: sammensetning, blant: frammoette, naar: moete, plasser: [{hvem: {funksjon: nav-leder}, minst: 1}]}
organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}}
utvalg: {organisasjoner: [ffo], regelverk: [{id: regelverket, fra: 2000-01-01}]}
hendelser: [{hva: evaluering, dato: 2022-11-16, sak: 2/22}]
medlemmer/kari-nordmann: {representerer: ffo, oppnevninger: [{verv: medlem, fra: 2022-01-01, foreslaatt_av: ffo}]}
medlemmer/nina-dahl:
  side: nav
  funksjon: [{funksjon: nav-leder, fra: 2020-01-01}]
  oppnevninger: [{verv: leder, fra: 2022-01-01, valgt_i: 1/22}]
moeter/2022-09-22:
  oppmoete: [{person: kari-nordmann}, {person: nina-dahl}]
  referat: {godkjent: {moete: 2022-11-16, sak: 2/22}}
  saker: [{nr: 1/22, tittel: Val, type: valg, valg: [{verv: leder, valgt: [nina-dahl], fra: 2022-01-01}]}]
moeter/2022-11-16:
  oppmoete: [{person: kari-nordmann}, {person: nina-dahl}]
  forfall: []
  saker: [{nr: 2/22, tittel: Referat, type: godkjenning, godkjenner: [2022-09-22]}]
"""

Filer = dict[str, str]
MOETE = f"{UTVALG}/moeter/2022-11-16.yaml"
KARI = f"{UTVALG}/medlemmer/kari-nordmann.yaml"


def moved(old: str, new: str) -> Callable[[Filer], Filer]:
    return lambda files: {path.replace(old, new): text for path, text in files.items()}


def copied(old: str, new: str) -> Callable[[Filer], Filer]:
    return lambda files: files | {new: files[old]}


def without(start: str) -> Callable[[Filer], Filer]:
    return lambda files: {path: text for path, text in files.items() if not path.startswith(start)}


def rapport(change: Callable[[Filer], Filer]) -> Rapport:
    return valider(MemoryTree(change(filer(REGISTER))), date(2023, 1, 1))


def test_the_register_is_in_order() -> None:
    assert rapport(lambda files: files).funn == ()


@pytest.mark.parametrize(
    ("change", "navn", "sted", "melding"),
    [
        (moved("/moeter/", "/møter/"), "ukjent-fil", f"{UTVALG}/møter", "ingen mappe «møter»; de 2 filene i den"),
        (moved("/medlemmer/", "/medlem/"), "ukjent-fil", f"{UTVALG}/medlem", "ingen mappe «medlem»; de 2"),
        (moved("/regelverk/", "/regleverk/"), "ukjent-fil", "records/regleverk", "fila i den blir ikke lest"),
        (moved("organisasjoner.yaml", "organisasjon.yaml"), "ukjent-fil", "records/organisasjon.yaml", ""),
        (moved("hendelser.yaml", "hendelse.yaml"), "ukjent-fil", f"{UTVALG}/hendelse.yaml", ""),
        (moved(MOETE, f"{MOETE}.txt"), "ukjent-fil", f"{MOETE}.txt", ""),
        (moved(MOETE, MOETE[:-4] + "YML"), "ukjent-fil", MOETE[:-4] + "YML", ""),
        (moved(f"{UTVALG}/utvalg.yaml", f"{UTVALG}/utval.yml"), "ukjent-fil", f"{UTVALG}/utval.yml", ""),
        (without("records/organisasjoner"), "fil-ulesbar", "records/organisasjoner.yaml", "ingen organisasjoner.yaml"),
        (without(f"{UTVALG}/medlemmer"), "fil-ulesbar", f"{UTVALG}/medlemmer", "ingen mappe «medlemmer»"),
        (without(f"{UTVALG}/utvalg.yaml"), "fil-ulesbar", f"{UTVALG}/utvalg.yaml", "ingen utvalg.yaml"),
        (without(KARI), "ukjent-referanse", f"{UTVALG}/moeter/2022-09-22.yaml", "men er nevnt 2 steder"),
    ],
)  # fmt: skip
def test_one_mistake_is_one_message(
    change: Callable[[Filer], Filer], navn: str, sted: str, melding: str
) -> None:
    [located] = rapport(change).funn
    assert (located.finding.name, located.path) == (navn, sted)
    assert melding in located.finding.message


@pytest.mark.parametrize(
    "name",
    [
        "Kopi av 2022-11-16",
        "Copy of 2022-11-16",
        "2022-11-16 - Kopi",
        "2022-11-16 - Kopi (2)",
        "2022-11-16 kopi",
        "2022-11-16 copy 2",
        "2022-11-16 (1)",
        "2022-11-16(1)",
        "2022-11-16-LAPTOP",
        "2022-11-16_conflict-20221117-101500",
        "2022-11-16.sync-conflict-20221117-101500-ABCDEF7",
        "2022-11-16 (conflicted copy 2022-11-17)",
        "2022-11-16 (Karis konfliktkopi)",
        "2022-11-16 2",
        "2022-11-16~",
    ],
)
def test_a_copy_is_known_by_its_name(name: str) -> None:
    [located] = rapport(copied(MOETE, f"{UTVALG}/moeter/{name}.yaml")).funn
    assert located.finding.name == "fil-kopi"
    assert located.finding.message == "fila er en kopi av 2022-11-16.yaml og blir ikke lest"
    assert [r.path for r in located.related] == [MOETE]


@pytest.mark.parametrize("name", ["2022-11-16-laptop", "2022-11-16b", "2022-12-01"])
def test_a_copied_meeting_is_known_by_its_date(name: str) -> None:
    [located] = rapport(copied(MOETE, f"{UTVALG}/moeter/{name}.yaml")).funn
    assert located.finding.name == "fil-kopi"
    assert located.finding.message.startswith("møtet 2022-11-16 har alt fila 2022-11-16.yaml")
    assert located.span is not None


def test_a_copied_person() -> None:
    [located] = rapport(copied(KARI, KARI.replace("kari", "Kopi av kari"))).funn
    assert located.finding.name == "fil-kopi"


def test_a_copy_without_its_original_is_a_file_of_another_name() -> None:
    report = rapport(moved(MOETE, f"{UTVALG}/moeter/Kopi av 2022-11-16.yaml"))
    assert [f.finding.name for f in report.funn] == ["id-og-filnavn"]


def test_a_backup_is_nobodys_business() -> None:
    assert rapport(copied(MOETE, f"{MOETE}.bak")).funn == ()
    assert rapport(copied(MOETE, f"{MOETE}~")).funn == ()


def test_a_conflict_of_git_is_named() -> None:
    text = "<<<<<<< HEAD\nstatus: avholdt\n=======\nstatus: avlyst\n>>>>>>> gren\n"
    [located] = rapport(lambda files: files | {MOETE: f"dato: 2022-11-16\n{text}"}).funn
    assert located.finding.message == "to har endret det samme, og git har ført opp begge"
    assert located.span is not None
    assert located.span.row == 2


def test_a_file_of_nothing_but_zeros() -> None:
    [located] = rapport(lambda files: files | {MOETE: "\0" * 400}).funn
    assert located.finding.message == "fila har mistet innholdet; lagringen ble trolig avbrutt"


@pytest.mark.parametrize(
    ("skrevet", "ment"),
    [("evalering", "evaluering"), ("oppnemningsrunde", "oppnevningsrunde"), ("klagegjenomgang", "klagegjennomgang")],
)  # fmt: skip
def test_a_misspelt_event_is_told_and_not_missed(skrevet: str, ment: str) -> None:
    wanted = "klagegjennomgang" if ment == "klagegjennomgang" else "evaluering"
    rule = f"{{regel: hyppighet, hva: {wanted}, minst: 1, per: kalenderaar}}"
    register = f"regel: {rule}\nhendelser: [{{hva: {skrevet}, dato: 2022-05-01}}]\nmoeter/2022-11-16: {{}}"
    [located] = valider(MemoryTree(filer(register)), date(2023, 1, 1)).funn
    assert located.finding.message == f"«{skrevet}» er ikke noe reglene spør etter; mente du «{ment}»?"


@pytest.mark.parametrize("own", ["moeteevaluering", "julebord", "evaluering", "evaluering_av_kurs"])
def test_a_word_of_the_councils_own_is_no_slip(own: str) -> None:
    register = f"hendelser: [{{hva: {own}, dato: 2022-05-01}}]\nmoeter/2022-11-16: {{}}"
    assert valider(MemoryTree(filer(register)), date(2023, 1, 1)).funn == ()


@pytest.mark.parametrize(("name", "count"), [("2023-001", 0), ("2023-1", 1), ("budsjett", 1)])
def test_a_submitted_case_is_named_by_year_and_number(name: str, count: int) -> None:
    register = f"saker/{name}: {{tittel: Ny, innmeldt_av: nav, innmeldt: 2022-12-01}}"
    report = valider(MemoryTree(filer(register)), date(2023, 1, 1))
    assert [f.finding.name for f in report.funn] == ["id-og-filnavn"] * count


def test_somebody_may_be_called_as_a_file_is() -> None:
    files = filer(REGISTER)
    kari = files[f"{UTVALG}/medlemmer/kari-nordmann.yaml"]
    said = valider(MemoryTree(files | {f"{UTVALG}/medlemmer/hendelser.yaml": kari}), date(2022, 12, 1)).funn
    assert not [f for f in said if "hendelser.yaml" in f.path and f.finding.code < "BU100"]
