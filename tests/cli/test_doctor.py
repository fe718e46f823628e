"""The verb `doctor`: everything in order in a new register, and each thing that can be wrong, with how to mend it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.krok import VAAR
from brukerutvalg_cli.oppsettfiler import CI, VED_TOPPEN
from brukerutvalg_cli.oppsettsjekk import sjekk
from brukerutvalg_cli.pakkedata import oppsett
from nytt_register import nytt_register, som_nina


@pytest.fixture
def rot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    som_nina(monkeypatch)
    nytt_register(tmp_path / "r", "--dato", "2026-01-01")
    return tmp_path / "r"


UTVALG = "records/utvalg/nav-storelva/utvalg.yaml"


def erstatt(path: str, old: bytes, new: bytes) -> Callable[[Path], object]:
    return lambda root: (root / path).write_bytes((root / path).read_bytes().replace(old, new))


def slett(*paths: str) -> Callable[[Path], object]:
    def gjoer(root: Path) -> None:
        for path in paths:
            (root / path).unlink()

    return gjoer


def test_a_new_register_is_in_order(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [p.navn for p in sjekk(rot) if not p.i_orden] == []
    assert run(["--rot", str(rot), "doctor"]) == 0
    assert "Neste steg: brukerutvalg status" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("endring", "navn"),
    [
        (slett(".git/hooks/pre-commit"), "krok før lagring"),
        (slett(".gitattributes"), "oppsett for linjeskift"),
        (slett(".editorconfig"), "oppsett for redigering"),
        (slett(".pre-commit-config.yaml"), "oppsett for krok"),
        (slett(".github/workflows/valider.yml", ".gitlab-ci.yml"), "kontroll i CI"),
        (slett("schemas/moete.json"), "skjema for redigering"),
        (erstatt("schemas/moete.json", b"dato", b"dag"), "skjema for redigering"),
        (erstatt(UTVALG, b"\n", b"\r\n"), "linjeskift"),
        (erstatt(UTVALG, b"# yaml", b"\xef\xbb\xbf# yaml"), "BOM"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_wrong_is_named_and_mended(
    rot: Path, endring: Callable[[Path], object], navn: str, capsys: pytest.CaptureFixture[str]
) -> None:
    endring(rot)
    (point,) = (p for p in sjekk(rot) if not p.i_orden and p.navn != "lagret")
    assert point.navn == navn
    assert point.rett == "brukerutvalg doctor --rett"
    assert run(["--rot", str(rot), "doctor", "--json"]) == 1
    said = json.loads(capsys.readouterr().out)["punkter"]
    assert [p["navn"] for p in said if not p["i_orden"] and p["navn"] != "lagret"] == [navn]
    assert run(["--rot", str(rot), "doctor", "--rett"]) == 0
    assert "  skrev " in capsys.readouterr().err


def test_below_the_top_of_a_repository_nothing_is_written_that_nobody_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    som_nina(monkeypatch)
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    rot = tmp_path / "fag/register"
    assert run(["init", str(rot), "--utvalg", "Rådet", "--ja", "--dato", "2026-01-01"]) == 0
    said = " ".join("".join(capsys.readouterr()).split())
    assert "la CI-fila øverst i git-lageret kjøre «brukerutvalg --rot fag/register valider»" in said
    run(["--rot", str(rot), "doctor", "--rett"])
    assert not any((rot / name).exists() for name in VED_TOPPEN)
    assert [p.navn for p in sjekk(rot) if not p.i_orden and p.navn != "lagret"] == ["kontroll i CI"]
    workflow = tmp_path / ".github/workflows/alt.yaml"
    workflow.parent.mkdir(parents=True)
    workflow.write_text("run: brukerutvalg --rot fag/register valider\n", encoding="utf-8")
    assert [p.funnet for p in sjekk(rot) if p.navn == "kontroll i CI" and p.i_orden] == [
        ".github/workflows/alt.yaml øverst i git-lageret"
    ]


def test_what_a_machine_cannot_know_is_left_and_said(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    erstatt(UTVALG, b"Nav Storelva", b"Nav Stor\xe5")(rot)
    before = (rot / UTVALG).read_bytes()
    assert run(["--rot", str(rot), "doctor", "--rett"]) == 1
    assert f"ikke i orden: tegnkoding – ikke UTF-8 i {UTVALG}\n  rett: åpne fila" in capsys.readouterr().out
    assert (rot / UTVALG).read_bytes() == before


def test_a_dry_run_writes_nothing_and_what_was_mended_can_be_taken_back(
    rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    slett(".editorconfig")(rot)
    run(["--rot", str(rot), "doctor", "--rett", "--dry-run"])
    assert "+++ b/.editorconfig" in capsys.readouterr().out
    assert not (rot / ".editorconfig").exists()
    run(["--rot", str(rot), "doctor", "--rett"])
    assert (rot / ".editorconfig").exists()
    run(["--rot", str(rot), "angre"])
    assert not (rot / ".editorconfig").exists()


def test_a_hook_of_somebody_elses_is_left_alone(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (rot / ".git/hooks/pre-commit").write_text("#!/bin/sh\n")
    assert run(["--rot", str(rot), "doctor", "--rett"]) == 1
    assert "ikke i orden: krok før lagring – en annen krok står der" in capsys.readouterr().out
    assert (rot / ".git/hooks/pre-commit").read_text() == "#!/bin/sh\n"


def test_a_hook_of_ours_from_another_version_is_written_anew(
    rot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first ones let through what they could not judge."""
    hook = rot / ".git/hooks/pre-commit"
    new = hook.read_text(encoding="utf-8")
    hook.write_text(f"#!/bin/sh\n{VAAR}.\nbrukerutvalg krok\n[ $? -ne 1 ]\n", encoding="utf-8")
    assert run(["--rot", str(rot), "doctor"]) == 1
    assert "krok før lagring – kroken er fra en annen versjon" in capsys.readouterr().out
    assert run(["--rot", str(rot), "doctor", "--rett"]) == 0
    assert hook.read_text(encoding="utf-8") == new
    elsewhere = new.replace(sys.executable, "/et/annet/sted/python")
    hook.write_text(elsewhere, encoding="utf-8")
    assert run(["--rot", str(rot), "doctor", "--rett"]) == 0
    assert hook.read_text(encoding="utf-8") == elsewhere, "the same, of another Python"


def test_nothing_is_installed_from_whoever_has_the_name() -> None:
    for name in CI:
        text = (oppsett() / name).read_text(encoding="utf-8")
        assert 'pip install "$BRUKERUTVALG"' in text
        assert "pip install brukerutvalg" not in text


def test_without_git(rot: Path) -> None:
    (rot / ".git").rename(rot / "ikke-git")
    assert "git" in [p.navn for p in sjekk(rot) if not p.i_orden]
    assert run(["--rot", str(rot), "doctor", "--rett"]) == 1
    assert [p.navn for p in sjekk(rot) if not p.i_orden] == ["lagret"]
    assert (rot / ".git/hooks/pre-commit").exists()
