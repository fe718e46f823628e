"""The verb `doctor`: everything in order in a new register, and each thing that can be wrong, with how to mend it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.oppsettsjekk import sjekk


@pytest.fixture
def rot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "Nina Vik")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "nina@example.no")
    assert run(["init", str(tmp_path / "r"), "--utvalg", "Nav Storelva", "--ja", "--dato", "2026-01-01"]) == 0
    capsys.readouterr()
    root = tmp_path / "r"
    config = root / ".git/config"
    config.write_text(config.read_text() + "[user]\n\tname = Nina Vik\n\temail = nina@example.no\n")
    (root / ".git/hooks/pre-commit").write_text("#!/bin/sh\n")
    return root


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
        (slett(".git/hooks/pre-commit"), "krok før commit"),
        (slett(".gitattributes"), "oppsett for linjeskift"),
        (slett(".editorconfig"), "oppsett for redigering"),
        (slett(".pre-commit-config.yaml"), "oppsett for krok"),
        (slett(".github/workflows/valider.yml", ".gitlab-ci.yml"), "kontroll i CI"),
        (slett("schemas/moete.json"), "skjema for redigering"),
        (erstatt("schemas/moete.json", b"dato", b"dag"), "skjema for redigering"),
        (erstatt(UTVALG, b"\n", b"\r\n"), "linjeskift"),
        (erstatt(UTVALG, b"# yaml", b"\xef\xbb\xbf# yaml"), "BOM"),
        (erstatt(UTVALG, b"Nav Storelva", b"Nav Stor\xe5"), "tegnkoding"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_wrong_is_named_and_can_be_mended(
    rot: Path, endring: Callable[[Path], object], navn: str, capsys: pytest.CaptureFixture[str]
) -> None:
    endring(rot)
    (point,) = (p for p in sjekk(rot) if not p.i_orden)
    assert point.navn == navn
    assert point.rett
    assert run(["--rot", str(rot), "doctor", "--json"]) == 1
    said = json.loads(capsys.readouterr().out)["punkter"]
    assert [p["navn"] for p in said if not p["i_orden"]] == [navn]


def test_without_git(rot: Path) -> None:
    (rot / ".git").rename(rot / "ikke-git")
    assert "git" in [p.navn for p in sjekk(rot) if not p.i_orden]
