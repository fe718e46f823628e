"""The notice as a message: to whom the mandate says, read back by the standard library, with no address from git."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from test_et_aar import FOLK

ADRESSER = """\
# Ligger utenfor registeret
kari-nordmann: kari@example.no
ola-berg: ola@example.no
anne-lie: anne@example.no
nina-vik:
"""


@pytest.fixture
def rot(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    (tmp_path / "folk.csv").write_text(FOLK, encoding="utf-8")
    (tmp_path / "adresser.txt").write_text(ADRESSER, encoding="utf-8")
    new = [
        "--utvalg",
        "Nav Storelva",
        "--medlemmer",
        str(tmp_path / "folk.csv"),
        "--ja",
        "--dato",
        "2026-01-01",
    ]
    assert run(["init", str(tmp_path / "r"), *new, "--foerste-moete", "11.2.2026"]) == 0
    capsys.readouterr()
    return tmp_path / "r"


def innkall(rot: Path, adresser: Path) -> int:
    verb = ["--rot", str(rot), "innkalling", "nav-storelva", "2026-02-11", "--dato", "2026-01-12"]
    return run([*verb, "--eml", str(rot.parent / "ut.eml"), "--adresser", str(adresser)])


def test_a_message_to_members_and_deputies(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert innkall(rot, rot.parent / "adresser.txt") == 0
    raw = (rot.parent / "ut.eml").read_bytes()
    message = message_from_bytes(raw, policy=policy.default)
    assert message["To"] == "anne@example.no, kari@example.no, ola@example.no"
    assert message["Subject"].startswith("Møteinnkalling")
    body = message.get_body(("plain",))
    assert body is not None
    assert "11. februar 2026" in body.get_content()
    (invitation,) = message.iter_attachments()
    assert invitation.get_content_type() == "text/calendar"
    assert "UID:nav-storelva-2026-02-11@brukerutvalg" in invitation.get_content()
    assert "Uten adresse: liv-moen, per-hansen." in capsys.readouterr().err
    assert innkall(rot, rot.parent / "adresser.txt") == 0
    assert (rot.parent / "ut.eml").read_bytes() == raw


def test_addresses_within_the_register_are_refused(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (rot / "adresser.txt").write_text(ADRESSER, encoding="utf-8")
    assert innkall(rot, rot / "adresser.txt") == 2
    assert "Adresser hører ikke hjemme i git" in capsys.readouterr().err
    assert not (rot.parent / "ut.eml").exists()


def test_a_file_that_is_not_there(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert innkall(rot, rot.parent / "finnes-ikke.txt") == 2
    assert "kan ikke leses" in capsys.readouterr().err
