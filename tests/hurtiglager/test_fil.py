"""A file of what is kept: read as it was written, or as if it were not there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from brukerutvalg_cli.hurtiglager import fil

LINJER = [b'{"a": 1}', b"", "æøå".encode()]
PROGRAM = "0123456789abcdef"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    assert fil.skriv(tmp_path / "en", PROGRAM, LINJER)
    return tmp_path / "en"


def test_what_is_written_is_read(path: Path) -> None:
    assert fil.les(path, PROGRAM) == LINJER
    assert path.stat().st_mode & 0o777 == 0o600
    assert [each.name for each in path.parent.iterdir()] == ["en"]


def test_another_program_reads_nothing(path: Path) -> None:
    assert fil.les(path, "fedcba9876543210") is None


def test_any_bit_turned_is_as_if_it_were_not_there(path: Path) -> None:
    whole = path.read_bytes()
    for at in range(len(whole)):
        for bit in range(8):
            path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << bit]) + whole[at + 1 :])
            assert fil.les(path, PROGRAM) is None, (at, bit)


def test_cut_short_anywhere_is_as_if_it_were_not_there(path: Path) -> None:
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert fil.les(path, PROGRAM) is None, length


@pytest.mark.skipif(os.name == "nt", reason="needs links and rights")
def test_what_is_not_an_ordinary_file_of_ones_own_is_not_read(path: Path) -> None:
    link, hard = path.with_name("lenke"), path.with_name("to")
    link.symlink_to(path)
    assert fil.les(link, PROGRAM) is None
    hard.hardlink_to(path)
    assert fil.les(path, PROGRAM) is None
    hard.unlink()
    assert fil.les(path, PROGRAM) == LINJER
    path.chmod(0o622)
    assert fil.les(path, PROGRAM) is None
    os.mkfifo(path.with_name("roer"))
    assert fil.les(path.with_name("roer"), PROGRAM) is None
    assert fil.les(path.parent, PROGRAM) is None


def test_what_stands_in_the_way_is_not_followed(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "andres"
    other.write_text("andres")
    path.unlink()
    path.symlink_to(other)
    assert fil.skriv(path, PROGRAM, LINJER)
    assert not path.is_symlink()
    assert other.read_text() == "andres"


def test_where_nothing_can_be_written_nothing_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not fil.skriv(path / "under" / "fil", PROGRAM, LINJER)

    def full(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(Path, "replace", full)
    assert not fil.skriv(path, PROGRAM, [b"annet"])
    assert fil.les(path, PROGRAM) == LINJER
    assert [each.name for each in path.parent.iterdir()] == ["en"]
