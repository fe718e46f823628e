"""Names: what every machine can hold, and what valider and the commands say of the rest."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.navn import LENGST, er_git, er_gits_fil, ikke_id, likt, som_id, umulig
from brukerutvalg_cli.register.tree import MemoryTree
from brukerutvalg_cli.validering import valider
from smaa_registre import UTVALG, dom, filer, skriv

VANLIGE = [
    "con-1",
    "kari-nordmann",
    "Referat fra møtet.pdf",
    "nul-aux",
    "com10",
    "Plan (2).docx",
    "å" * 80,
    "console.md",
]
UMULIGE = [
    "con", "CON", "Prn.yaml", "aux .txt", "nul.tar.gz", "com1", "LPT9.md", "com¹", "conin$",
    "a:b", "a<b", "hva?", "a|b", 'a"b', "a*b", "a\\b", "a/b", "a\x07b", "a\nb", "a\u202eb", "a\u200bb", "a\xadb",
    "plan.", "plan ", " plan", "x" * 241, "å" * 81, "-rf.pdf", "-", "--", "-o",
]  # fmt: skip


@pytest.mark.parametrize("navn", VANLIGE)
def test_a_name_that_every_machine_can_hold(navn: str) -> None:
    assert umulig(navn) == ""


@pytest.mark.parametrize("navn", UMULIGE, ids=ascii)
def test_a_name_that_some_machine_cannot_hold(navn: str) -> None:
    assert umulig(navn) != ""
    assert ikke_id(navn) != ""


@pytest.mark.parametrize(
    "navn", ["", "-a", "a-", "a--b", "A", "å", "a b", "a_b", "a.b", "a" * (LENGST + 1), "٣"]
)
def test_what_is_no_id(navn: str) -> None:
    assert ikke_id(navn) != ""


@pytest.mark.parametrize(
    ("navn", "ventet"),
    [
        ("Åse Ødegård", "aase-oedegaard"),
        ("A\u030ase", "aase"),
        ("  --Kari--  ", "kari"),
        ("Đorđe", "dorde"),
        ("漢", ""),
    ],
)
def test_a_name_as_an_id(navn: str, ventet: str) -> None:
    assert som_id(navn) == ventet


def test_what_a_machine_takes_for_the_same() -> None:
    assert likt("Kåre") == likt("ka\u030are") == likt("KÅRE")


@pytest.mark.parametrize("navn", [".git", ".GIT", ".git.", ".git ", "git~1", ".g\u200cit", ".git::$INDEX"])
def test_what_is_gits_folder(navn: str) -> None:
    assert er_git(navn)
    assert er_gits_fil(navn)


@pytest.mark.parametrize("navn", ["git", "legit", "digit~1", "git.md", "a.git", ".gitlab-runner"])
def test_what_is_not_gits_folder(navn: str) -> None:
    assert not er_git(navn)


@pytest.mark.parametrize("navn", [".gitignore", ".GitAttributes", ".gitmodules"])
def test_what_is_gits_file(navn: str) -> None:
    assert er_gits_fil(navn)


# valider


@pytest.mark.parametrize(
    ("fil", "melding", "hjelp"),
    [
        ("medlemmer/Kari", "bare små bokstaver", "gi den navnet kari.yaml"),
        ("medlemmer/ka\u030are berg", "bare små bokstaver", "gi den navnet kaare-berg.yaml"),
        ("medlemmer/con", "Windows bruker «con» til noe annet", "gi den et annet navn"),
        ("medlemmer/" + "a" * 101, "høyst 100 tegn", "gi den et annet navn"),
        ("medlemmer/-kari", "bare små bokstaver", "gi den navnet kari.yaml"),
        ("vedlegg/Plan: utkast.pdf", "Windows kan ikke ha «:»", "gi den et annet navn"),
        ("vedlegg/aux.pdf", "Windows bruker «aux»", "gi den et annet navn"),
        ("vedlegg/mappe./plan.pdf", "slutter med mellomrom eller punktum", "gi den et annet navn"),
    ],
    ids=lambda value: ascii(value)[:30],
)
def test_a_file_is_told_of(fil: str, melding: str, hjelp: str) -> None:
    [located] = dom({fil: {"navn": "Kari"} if fil.startswith("medlemmer/") else "x"}).funn
    assert (located.finding.name, located.finding.severity) == ("fil-navn", "feil")
    assert melding in located.finding.message
    assert hjelp in located.finding.help


@pytest.mark.parametrize(
    "fil", ["vedlegg/Møtebok (endelig) KOPI.pdf", "vedlegg/æøå.pdf", "vedlegg/mappe/A.b.c"]
)
def test_an_attachment_is_called_what_it_is_called(fil: str) -> None:
    assert dom({fil: "x"}).funn == ()


def test_names_that_differ_in_case_only() -> None:
    [located] = dom({"vedlegg/Plan.pdf": "x", "vedlegg/plan.pdf": "y"}).funn
    assert "på Windows og Mac er det samme navn som «Plan.pdf»" in located.finding.message
    assert [related.path for related in located.related] == [f"{UTVALG}/vedlegg/Plan.pdf"]


def test_a_record_that_differs_in_case_only_is_a_copy() -> None:
    [located] = dom({"medlemmer/kari": {}, "medlemmer/Kari": {}}).funn
    assert located.finding.name == "fil-kopi"


def test_a_council_is_told_of_once() -> None:
    files = {f"records/utvalg/Nav Sør/{name.removeprefix(UTVALG + '/')}": text for name, text in filer(
        {"medlemmer/kari": {}, "medlemmer/ola": {}}).items()}  # fmt: skip
    found = [located.finding for located in valider(MemoryTree(files), date(2023, 1, 1)).funn]
    assert [(f.name, f.place.path) for f in found] == [("fil-navn", "records/utvalg/Nav Sør")]
    assert "gi den navnet nav-soer" in found[0].help


# Commands


@pytest.mark.parametrize(
    ("verb", "ventet"),
    [
        (["person", "ny", "utvalget", "Aux", "--side", "bruker"], "«aux» kan ikke være en id"),
        (
            ["person", "ny", "utvalget", "Kari", "--side", "bruker", "--id", "con"],
            "«con» kan ikke være en id",
        ),
        (["person", "ny", "utvalget", "Kari " * 30, "--side", "bruker"], "høyst 100 tegn"),
        (
            ["person", "ny", "utvalget", "Kari", "--side", "bruker", "--id", "-kari"],
            "«-kari» kan ikke være en id",
        ),
        (["organisasjon", "ny", "utvalget", "LPT1"], "«lpt1» kan ikke være en id"),
        (["init", "con", "--utvalg", "A", "--ja"], "mappa kan ikke hete «con»"),
        (["init", "a:b", "--utvalg", "A", "--ja"], "mappa kan ikke hete «a:b»"),
        (["init", "ny/nul.d/x", "--utvalg", "A", "--ja"], "mappa kan ikke hete «nul.d»"),
        (["init", "--utvalg", "A", "--ja", "--", "-x"], "mappa kan ikke hete «-x»"),
        (["init", "ny", "--utvalg", "Con", "--ja"], "«con» kan ikke være en id"),
    ],
    ids=lambda value: "-".join(value)[:30] if isinstance(value, list) else "",
)
def test_no_command_makes_such_a_file(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    verb: list[str],
    ventet: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    skriv(
        tmp_path,
        {
            "medlemmer/ola": {},
            "organisasjoner": {"ffo": {"navn": "FFO", "type": "paraply", "side": "bruker"}},
        },
    )
    before = sorted(path for path in tmp_path.rglob("*") if ".brukerutvalg" not in path.parts)
    assert run(verb) == 2
    assert ventet in capsys.readouterr().err
    assert sorted(path for path in tmp_path.rglob("*") if ".brukerutvalg" not in path.parts) == before


def test_a_document_is_written_beside_a_copy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    skriv(
        tmp_path,
        {"moeter/2023-03-01": {"status": "planlagt"}, "medlemmer/ola": {}, "medlemmer/ola-LAPTOP": {}},
    )
    assert run(["--rot", str(tmp_path), "innkalling", "utvalget", "2023-03-01"]) == 0
    assert capsys.readouterr().out.startswith("#")


VEDLEGG = ["CON.pdf", "nul", "a:b.pdf", "-rf.pdf", "../../a.pdf", "/etc/a.pdf", "a/../b.pdf", "a//b.pdf", "b\\a.pdf",
           "2026/aux.pdf", "plan.pdf.", "a\u202eb.pdf"]  # fmt: skip


@pytest.mark.parametrize("fil", VEDLEGG, ids=ascii)
def test_an_annex_is_no_file_that_some_machine_cannot_hold(
    fil: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    skriv(tmp_path, "moeter/2026-02-11: {status: planlagt, saker: [{nr: 1/26, tittel: A, type: annet}]}")
    monkeypatch.chdir(tmp_path)
    meeting = tmp_path / UTVALG / "moeter/2026-02-11.yaml"
    before = meeting.read_bytes()
    step = ["sak", "foer", "utvalget", "2026-02-11", "1/26", "--dato", "2026-02-11", "--likevel", "--vedlegg"]
    assert run([*step, f"Planen={fil}"]) == 2
    assert "vedlegget kan ikke ligge i en fil som heter" in capsys.readouterr().err
    assert meeting.read_bytes() == before
    assert run([*step, "Planen=2026/Plan (2).pdf"]) == 0
