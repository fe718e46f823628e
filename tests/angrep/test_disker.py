"""A disk that is full, wherever in a command it gets full: all is there, or nothing, and it is told which."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from angrep.omfang import LANG
from angrep.registeret import DAG, U, grunnlag, innhold, kjoer, kopi
from brukerutvalg_cli.endring.skriv import alene

if sys.platform == "win32":
    pytest.skip("limits and disks as POSIX has them", allow_module_level=True)

from angrep.disker import ENHET, Etter, brukt, kan_lage_disk, med_grense, paa_liten_disk

PLAN = ("moeteplan", U, "2026", "--dager", "8.4.2026, 10.6.2026, 9.9.2026, 9.12.2026", *DAG)
"""A command that makes several files."""
GRENSER = (0, 1, 60, 150, 400, 700, 1100, 1500, 2000, 4000) if LANG else (1, 400)
SIDER = range(10) if LANG else (1, 6)


@pytest.fixture(scope="module")
def etter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register when the command was given where there was room."""
    root = kopi(grunnlag(), tmp_path_factory.mktemp("etter") / "r")
    assert kjoer(root, *PLAN).returncode == 0
    return root


def doem(said: Etter, root: Path, etter: Path) -> None:
    before, after = innhold(grunnlag()), innhold(etter)
    assert said.kode in (0, 2), said
    with alene(root):
        now = innhold(root)
    assert now == (after if said.kode == 0 else before), said
    if said.kode:
        assert "disken er full" in said.sagt or "større enn det er lov til" in said.sagt
        assert "Ingenting er skrevet" in said.sagt or "stoppet halvveis" in said.sagt


@pytest.mark.parametrize("most", GRENSER)
def test_files_may_only_be_so_large(most: int, tmp_path: Path, etter: Path) -> None:
    root = kopi(grunnlag(), tmp_path / "r")
    doem(med_grense(root, most, *PLAN), root, etter)


@pytest.mark.skipif(not kan_lage_disk(), reason="the machine does not let us make a disk")
@pytest.mark.parametrize("pages", SIDER)
def test_the_disk_has_only_so_much_room(pages: int, tmp_path: Path, etter: Path) -> None:
    # Folders take something too, and the journal is written anew beside the old one.
    size = brukt(grunnlag()) + (pages + 2) * ENHET
    said = paa_liten_disk(tmp_path / "d", grunnlag(), size, *PLAN)
    doem(said, tmp_path / "d/r", etter)
