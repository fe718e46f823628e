"""Whatever a clone or a zip has in `.brukerutvalg/`: nothing outside the register is touched, and it is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from angrep.arbeidsfiler import FORMER, ORD
from angrep.registeret import DAG, U, grunnlag, innhold, kopi
from brukerutvalg_cli.cli.run import run

KOMMANDOER: tuple[tuple[str, ...], ...] = (
    ("status", U, *DAG),
    ("valider", *DAG),
    ("angre", "--dry-run"),
    ("angre",),
    ("person", "ny", U, "Eva Strand", "--side", "bruker", *DAG),
    ("angre", "--glem"),
    ("angre", "--glem", "alt"),
    ("angre", "--glem", "alt"),
    ("status", U, *DAG),
)


@pytest.fixture
def steder(tmp_path: Path) -> tuple[Path, Path]:
    """The register, and what is none of its business."""
    root, ute = kopi(grunnlag(), tmp_path / "r"), tmp_path / "ute"
    for path in (root / ".brukerutvalg").iterdir():
        path.unlink()
    (root / ".brukerutvalg").rmdir()
    (ute / "tom").mkdir(parents=True)
    for name in ("fil", "fil.yaml"):
        (ute / name).write_bytes(ORD)
    return root, ute


@pytest.mark.parametrize("form", FORMER)
def test_nothing_outside_is_touched_and_it_is_told(
    form: str, steder: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    root, ute = steder
    FORMER[form](root, ute)
    before, said = innhold(ute), ""
    for command in KOMMANDOER:
        code = run(["--rot", str(root), *command])
        err = capsys.readouterr().err
        assert code in (0, 1, 2), err
        assert innhold(ute) == before, command
        said += err
    assert ".brukerutvalg" in said or "ut av registeret" in said
    for path in root.rglob("*"):
        if path.is_file() and not path.is_symlink() and path.stat().st_nlink == 1:
            assert path.read_bytes() != b"noe annet\n"


@pytest.mark.parametrize("form", [form for form in FORMER if form.split(":")[0] in ("dagbok", "påbegynt")])
def test_a_file_of_another_shape_stops_nobody(
    form: str, steder: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """It is set aside, whole; what is not even a file is for a person to look at."""
    root, ute = steder
    FORMER[form](root, ute)
    files = _bytes(root)
    code = run(["--rot", str(root), *KOMMANDOER[4]])
    err = capsys.readouterr().err
    if "ikke en vanlig fil" in err:
        assert code == 2
        assert "Slett .brukerutvalg" in err
        return
    assert code == 0
    if "lenke" in form and form.startswith("dagbok"):
        return  # a journal as we write it; it is the file behind the link that `angre` leaves alone
    assert err.count(".ugyldig") == 1, err
    assert _bytes(root) == files


def _bytes(root: Path) -> list[bytes]:
    """What was set aside, or is to be."""
    names = ("dagbok.json", "paabegynt.json")
    found = [root / ".brukerutvalg" / f"{name}.ugyldig" for name in names]
    found = [path for path in found if path.exists()] or [root / ".brukerutvalg" / name for name in names]
    return [path.read_bytes() for path in found if path.is_file() and not path.is_symlink()]


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
def test_what_we_remember_is_for_the_owner_alone(steder: tuple[Path, Path]) -> None:
    root, _ = steder
    folder = root / ".brukerutvalg"
    folder.mkdir(mode=0o755)
    (folder / "dagbok.json").write_text("[]")
    (folder / "dagbok.json").chmod(0o644)
    assert run(["--rot", str(root), *KOMMANDOER[4]]) == 0
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
