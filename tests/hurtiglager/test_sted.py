"""Where it is kept: the user's own folder, for the owner alone, and nowhere where that cannot be had."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from brukerutvalg_cli.hurtiglager.sted import (
    DOEGN,
    LENGE,
    VARIABEL,
    Opplysning,
    er_vaar,
    klargjoer,
    mappen,
    opplysning,
    rydd,
)

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the rights of folders are of another kind")


@pytest.fixture
def mappe(tmp_path: Path) -> Path:
    found = mappen(tmp_path / "register", {VARIABEL: str(tmp_path / "her")})
    assert found
    return found


@pytest.mark.parametrize(
    ("plattform", "miljoe", "under"),
    [
        ("linux", {"HOME": "/home/kari"}, "/home/kari/.cache"),
        ("linux", {"HOME": "/home/kari", "XDG_CACHE_HOME": "/var/kari"}, "/var/kari"),
        ("linux", {"HOME": "/home/kari", "XDG_CACHE_HOME": "ikke/hel"}, "/home/kari/.cache"),
        ("darwin", {"HOME": "/Users/kari"}, "/Users/kari/Library/Caches"),
        ("linux", {}, None),
        ("linux", {"HOME": "/home/kari", VARIABEL: "0"}, None),
        ("linux", {"HOME": "/home/kari", VARIABEL: "/ci/lager"}, "/ci/lager"),
        ("linux", {"HOME": "/home/kari", VARIABEL: "ci/lager"}, None),
        ("linux", {"HOME": "/registeret/hjem"}, None),
    ],
)
def test_it_lies_where_the_system_keeps_such_things(
    plattform: str, miljoe: dict[str, str], under: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", plattform)
    found = mappen(Path("/registeret"), miljoe)
    assert (found and str(found.parent)) == (under and f"{under}/brukerutvalg")


def test_each_register_has_its_own_whatever_way_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "lenke").symlink_to("en")
    where = {VARIABEL: "/lager"}
    assert mappen(tmp_path / "en", where) == mappen(tmp_path / "lenke", where)
    assert mappen(tmp_path / "en", where) != mappen(tmp_path / "to", where)


def test_it_is_for_the_owner_alone(mappe: Path) -> None:
    assert klargjoer(mappe)
    assert [each.stat().st_mode & 0o777 for each in (mappe, mappe.parent)] == [0o700, 0o700]
    mappe.chmod(0o750)
    assert not er_vaar(mappe)
    assert not klargjoer(mappe)


def test_no_link_is_followed(mappe: Path, tmp_path: Path) -> None:
    (tmp_path / "andres").mkdir(mode=0o700)
    mappe.parent.mkdir(parents=True, mode=0o700)
    mappe.symlink_to(tmp_path / "andres")
    assert not klargjoer(mappe)


def test_where_it_cannot_be_made_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    found = mappen(tmp_path / "register", {VARIABEL: str(tmp_path / "fil")})
    assert found
    assert not klargjoer(found)
    assert opplysning(found) == Opplysning(0, 0)


def test_no_home_is_made_for_somebody_who_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a service has it, or a container: its home is a name, and stays one."""
    monkeypatch.delenv(VARIABEL, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    (tmp_path / "kari").mkdir()
    for home, made in (("ingen", False), ("kari", True)):
        folder = mappen(Path("/registeret"), {"HOME": str(tmp_path / home)})
        assert folder
        assert klargjoer(folder) == made
    assert [path.name for path in tmp_path.iterdir()] == ["kari"]


def test_what_is_old_and_what_nobody_has_use_for_is_taken_away(mappe: Path) -> None:
    assert klargjoer(mappe)
    other, fresh = mappe.with_name("annet"), mappe.with_name("ferskt")
    for folder in (other, fresh):
        folder.mkdir(mode=0o700)
        (folder / "fil").write_text("x")
    for name in ("gjelder", "borte", ".gjelder.1.0", "ny"):
        (mappe / name).write_text("x" * 10)
        if name != "ny":
            os.utime(mappe / name, (0, mappe.stat().st_mtime - 2 * DOEGN))
    os.utime(other, (0, mappe.stat().st_mtime - 2 * LENGE))
    rydd(mappe, frozenset({"gjelder"}))
    assert sorted(each.name for each in mappe.iterdir()) == ["gjelder", "ny"]
    assert sorted(each.name for each in mappe.parent.iterdir()) == sorted([mappe.name, "ferskt"])
    assert opplysning(mappe) == Opplysning(2, 20)
