"""What is kept, in use: the same report by every way there is, whatever becomes of the folder it is kept in."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from avlegger import program
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.hurtiglager import avtrykk, samlet_svar
from brukerutvalg_cli.rapport import FORMATS
from brukerutvalg_cli.register.tree import WorkTree
from tjue_utvalg import legg_ut, tjue_utvalg

DAGEN = ("--dato", "2024-01-15")


@pytest.fixture
def rot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Six councils, and a folder to keep things in."""
    monkeypatch.setenv("BRUKERUTVALG_HURTIGLAGER", str(tmp_path / "lager"))
    legg_ut(tmp_path / "register", tjue_utvalg(6))
    return tmp_path / "register"


def valider(rot: Path, capsys: pytest.CaptureFixture[str], *valg: str) -> tuple[int, str, str]:
    code = run(["--rot", str(rot), "valider", *DAGEN, *valg])
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    return code, said.out, said.err


def lageret(rot: Path) -> list[Path]:
    """The files that are kept."""
    return sorted(path for path in (rot.parent / "lager").rglob("*") if path.is_file())


def test_every_format_says_the_same_of_what_is_kept(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = {name: valider(rot, capsys, "--no-cache", "--output-format", name) for name in FORMATS}
    assert lageret(rot) == []
    valider(rot, capsys)
    assert len(lageret(rot)) == 7
    for name in FORMATS:
        assert valider(rot, capsys, "--output-format", name) == wanted[name], name
    assert valider(rot, capsys, "--alt", "--output-format", "full") == valider(
        rot, capsys, "--alt", "--output-format", "full", "--no-cache"
    )


def test_a_named_council_is_told_the_same(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = valider(rot, capsys, "--no-cache", "utvalg-03", "--json")
    assert valider(rot, capsys, "utvalg-03", "--json") == wanted
    valider(rot, capsys)
    assert valider(rot, capsys, "utvalg-03", "--json") == wanted


def test_a_limit_on_how_late_something_is_recorded_is_never_kept(
    rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It goes by what git has saved, which no file tells."""
    valider(rot, capsys)
    with (rot / "records/utvalg/utvalg-01/utvalg.yaml").open("a") as file:
        file.write("foeringsfrist: 30 dager\n")
    assert valider(rot, capsys) == valider(rot, capsys, "--no-cache")


@pytest.mark.parametrize("skade", ["slettet", "kortet", "en bit", "byttet", "tom", "annet"])
def test_whatever_becomes_of_what_is_kept(rot: Path, capsys: pytest.CaptureFixture[str], skade: str) -> None:
    wanted = valider(rot, capsys, "--json")
    files = lageret(rot)
    held = [path.read_bytes() for path in files]
    for nr, path in enumerate(files):
        match skade:
            case "slettet" if nr % 2:
                path.unlink()
            case "kortet":
                path.write_bytes(held[nr][: len(held[nr]) // 2])
            case "en bit":
                path.write_bytes(held[nr][:-9] + bytes([held[nr][-9] ^ 4]) + held[nr][-8:])
            case "byttet":
                path.write_bytes(held[nr - 1])
            case "tom":
                path.write_bytes(b"")
            case "annet":
                path.unlink()
                path.mkdir()
    assert valider(rot, capsys, "--json") == wanted
    assert valider(rot, capsys, "--json") == wanted


@pytest.mark.skipif(os.name == "nt", reason="needs links")
def test_a_folder_that_leads_elsewhere_is_left_alone(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    elsewhere = rot.parent / "andres"
    elsewhere.mkdir()
    (rot.parent / "lager").mkdir()
    (rot.parent / "lager" / "brukerutvalg").symlink_to(elsewhere)
    assert valider(rot, capsys) == valider(rot, capsys, "--no-cache")
    assert [*elsewhere.iterdir()] == []


def test_nowhere_to_keep_it_is_no_fault(
    rot: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = valider(rot, capsys)
    for place in ("/proc/finnes/ikke", str(rot / "records" / "organisasjoner.yaml"), "0", str(rot)):
        monkeypatch.setenv("BRUKERUTVALG_HURTIGLAGER", place)
        assert valider(rot, capsys) == wanted
    assert not (rot / "brukerutvalg").exists()


OM_ETT = (
    "valider utvalg-01 --dato 2024-01-15",
    "status utvalg-01 --dato 2024-01-15",
    "frister utvalg-01 --dato 2024-01-15",
    "valgbar utvalg-01 --dato 2024-01-15",
    "vis utvalg-01",
    "vedtak utvalg-01",
    "regelverk for utvalg-01",
    "antatt vis utvalg-01",
    "forklar utvalg-01 leder",
    "referat utvalg-01 2023-03-02",
    "endre utvalg-01 moete 2023-03-02 moeteleder=ukjent --dry-run",
)
"""Commands about one council."""
NAERE = {"utvalg-00", "utvalg-03"}
"""Who is above it, and who names it: they are read where that is asked for."""


@pytest.mark.parametrize("kommando", OM_ETT)
def test_who_asks_of_one_council_opens_the_meetings_of_others_once(
    rot: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kommando: str
) -> None:
    """Of six that hold none together, all changed long before they are looked at."""
    alone = {path: re.sub(rb"felles_med:\n(- .*\n)+", b"", raw) for path, raw in tjue_utvalg(6).items()}
    legg_ut(rot, alone, tjue_utvalg(6))
    monkeypatch.setattr(avtrykk, "TIKK", -(1 << 62))
    opened: list[str] = []
    read = WorkTree.read

    def noted(tree: WorkTree, path: str) -> bytes | Finding:
        opened.append(path)
        return read(tree, path)

    monkeypatch.setattr(WorkTree, "read", noted)
    said = []
    for kept in (True, True, False):
        opened.clear()
        if not kept:
            monkeypatch.setenv("BRUKERUTVALG_HURTIGLAGER", "0")
        code = run(["--rot", str(rot), *kommando.split()])
        said.append((code, *capsys.readouterr()))
        others = {path.split("/")[2] for path in opened if "/moeter/" in path} - {"utvalg-01"}
        assert others <= NAERE if len(said) == 2 else len(others) == 5
    assert said[0] == said[1] == said[2]
    assert said[0][0] in (0, 1), said[0]


@pytest.mark.parametrize("antall", [2, 8])
def test_several_at_once_say_what_one_says(
    rot: Path, capsys: pytest.CaptureFixture[str], antall: int
) -> None:
    _, wanted, _ = valider(rot, capsys, "--no-cache", "--json")
    command = [*program(), "--rot", str(rot), "valider", *DAGEN, "--json"]
    for _ in range(2):
        running = [
            subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            for _ in range(antall)
        ]
        for each in running:
            out, err = each.communicate()
            assert (out, "Traceback" in err) == (wanted, False)
    assert valider(rot, capsys, "--json")[1] == wanted
    assert len({path.name for path in lageret(rot)} - {samlet_svar.navnet("alt")}) == 7


def test_doctor_says_where_it_lies_and_how_large_it_is(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def told() -> str:
        run(["--rot", str(rot), "doctor"])
        return next(line for line in capsys.readouterr().out.splitlines() if "hurtiglager" in line)

    assert told() == "i orden: hurtiglager – tomt; «valider» fyller det"
    valider(rot, capsys)
    assert f"kB i {rot.parent / 'lager'}" in told()
    (rot.parent / "lager" / "brukerutvalg").chmod(0o755)
    assert told().startswith("ikke i orden: hurtiglager – ")


def test_nothing_confidential_lies_in_what_is_kept(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nor where the file is wrong at that very place, and a finding speaks of it."""
    case = "{{nr: 9{0}/23, tittel: Hemmelig, type: vedtak, fortrolig: ja,"
    told = f"dato: 2023-04-0{{0}}\nstatus: avholdt\nsaker:\n  - {case}"
    wrong = (
        " innmeldt_av: hemmelig-person}",
        " vedtak: {tekst: Hemmelige ord, ukjent_hemmelig: Hemmelig}}",
        " presentert_av: Hemmelig Hansen}\n    feil: [",
    )
    for nr, ending in enumerate(wrong, 1):
        path = rot / f"records/utvalg/utvalg-03/moeter/2023-04-0{nr}.yaml"
        path.write_text(told.format(nr) + ending + "\n")
    code, said, _ = valider(rot, capsys, "--alt", "--output-format", "full")
    assert code == 1
    assert "2023-04-01" in said
    kept = b"".join(path.read_bytes() for path in lageret(rot))
    assert b"utvalg-03" in kept
    assert b"emmelig" not in kept
