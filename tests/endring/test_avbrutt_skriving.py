"""What a command that was cut off left: put back by its note, and no more than it can have been ours to put there."""

from __future__ import annotations

import errno
import io
import json
import os
import sys
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.endring.arbeidsfil import OPPSETT
from brukerutvalg_cli.endring.disken import GRUNNER, grunn, hvorfor, plass_ved_siden_av
from brukerutvalg_cli.endring.egne_stier import er_egen
from brukerutvalg_cli.endring.skriv import KanIkkeLagre, alene, lagre
from brukerutvalg_cli.endring.utkast import Filendring
from brukerutvalg_cli.pakkedata import oppsett
from cli.test_angre import EVA, NY, U, drep, navn, register, si
from cli.test_personvernvakt import FNR

__all__ = ["navn", "register"]
"""Fixtures."""

A = "records/a.yaml"
EGET = Path(".brukerutvalg")


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    (tmp_path / "records").mkdir()
    (tmp_path / A).write_bytes(b"a: 2\n")
    return tmp_path


def b64(raw: bytes | None) -> str | None:
    return None if raw is None else b64encode(raw).decode()


def noter(root: Path, *filer: tuple[str, bytes | None, bytes | None], merke: str = "") -> None:
    """A note of a command that was to make this of that, as a clone or a zip can have it."""
    rows = [[path, b64(before), after and sha256(after).hexdigest()] for path, before, after in filer]
    (root / EGET).mkdir(exist_ok=True)
    noted = {"filer": rows, "mapper": [], "rydd": [], "merke": merke}
    (root / EGET / "paabegynt.json").write_text(json.dumps(noted))


UFERDIG = ("records/b.yaml", None, b"b: 1\n")
"""One that was not come to: so the command was cut off."""


# What must never be stored


def privat(root: Path) -> bytes:
    """EVA as she is, with a note that would put a number in her file."""
    now = EVA.read_bytes()
    noter(root, (EVA.as_posix(), now + f"# {FNR}\n".encode(), now), ("records/b.yaml", None, b"b: 1\n"))
    return now


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("kommando", [("angre",), ("moete", "ny", U, "11.2.2026"), ("doctor", "--rett")])
def test_what_was_cut_off_brings_nothing_private_back(
    kommando: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    si(capsys, *NY)
    now = privat(Path())
    said = si(capsys, *kommando, exit=1)
    assert "feil personvern" in said
    assert "«brukerutvalg angre --glem alt»" in said
    assert FNR not in said
    assert EVA.read_bytes() == now
    assert "Glemte alt" in si(capsys, "angre", "--glem", "alt")
    assert EVA.read_bytes() == now
    assert {path.name for path in EGET.iterdir()} == {".gitignore", "laas"}


class Full(io.StringIO):
    """A stream on a full disk."""

    def write(self, text: str) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.usefixtures("register")
def test_what_was_taken_back_is_told_where_it_cannot_be_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    drep("dagbok.json", *NY)
    assert EVA.exists()
    with monkeypatch.context() as streams:
        streams.setattr(sys, "stderr", Full())
        assert run(["angre"]) == 2
    said = capsys.readouterr().out
    assert not EVA.exists()
    assert f"er tatt tilbake i {EVA.as_posix()}" in said
    assert "Registeret er som det var" not in said


# Files beside their place


def test_only_what_the_command_itself_laid_beside_a_file_is_taken_away(rot: Path) -> None:
    ours = plass_ved_siden_av(rot / UFERDIG[0], "0123abcd")
    theirs = [rot / f"records/.a.yaml.{name}.tmp" for name in ("kopi", "1234", "89abcdef", "x.0123abcd")]
    for path in (ours, *theirs):
        path.write_text("x")
    noter(rot, (A, b"a: 1\n", b"a: 2\n"), UFERDIG, merke="0123abcd")
    with alene(rot) as found:
        assert found.tatt_tilbake == (A,)
    assert (rot / A).read_bytes() == b"a: 1\n"
    assert not ours.exists()
    assert all(path.exists() for path in theirs)


def test_a_link_or_a_folder_of_that_name_is_nobody_of_ours(rot: Path) -> None:
    plass_ved_siden_av(rot / A, "0123abcd").mkdir()
    plass_ved_siden_av(rot / "records/b.yaml", "0123abcd").symlink_to(rot / A)
    noter(rot, (A, b"a: 2\n", b"a: 3\n"), UFERDIG, merke="0123abcd")
    with alene(rot):
        assert len(list((rot / "records").iterdir())) == 3


@pytest.mark.parametrize("merke", ["../x", "0123abc", "0123ABCD", "*", "x" * 8])
def test_a_mark_that_is_not_ours_is_no_mark(merke: str, rot: Path) -> None:
    noter(rot, (A, b"a: 1\n", b"a: 2\n"), UFERDIG, merke=merke)
    with alene(rot) as found:
        assert found.tatt_tilbake is None
        assert ".ugyldig" in found.lagt_bort[0]
    assert (rot / A).read_bytes() == b"a: 2\n"


# What the program may have written


SKREVET = [path.relative_to(oppsett()).as_posix() for path in oppsett().rglob("*") if path.is_file()]
SKREVET += ["schemas/moete.json"]
ONDT = b'{"tasks": "noe annet"}\n'


def levert(path: str) -> bytes:
    from brukerutvalg_cli.endring.egne_stier import _oppsett

    return _oppsett()[path].read_bytes()


@pytest.mark.parametrize("path", SKREVET)
@pytest.mark.parametrize("hvordan", ["another put there", "of somebody's own taken away", "ours exchanged"])
def test_a_file_of_the_set_up_is_as_we_ship_it_or_left_alone(path: str, hvordan: str, rot: Path) -> None:
    ours = levert(path)
    now, before = {
        "another put there": (None, ONDT),
        "of somebody's own taken away": (ONDT, None),
        "ours exchanged": (ours, ONDT),
    }[hvordan]
    (rot / path).parent.mkdir(parents=True, exist_ok=True)
    if now is not None:
        (rot / path).write_bytes(now)
    noter(rot, (path, before, now), (A, b"a: 1\n", b"a: 2\n"), UFERDIG)
    with alene(rot) as found:
        assert found.tatt_tilbake == (A,), "the records are put back all the same"
    journal = [{"melding": "Noe", "commit": "", "filer": [[path, b64(before), b64(now)]]}]
    (rot / EGET / "dagbok.json").write_text(json.dumps(journal))
    assert run(["--rot", str(rot), "angre"]) == 2
    assert ((rot / path).read_bytes() if (rot / path).exists() else None) == now


@pytest.mark.parametrize("path", SKREVET)
def test_what_we_ship_is_undone(path: str, rot: Path) -> None:
    (rot / path).parent.mkdir(parents=True, exist_ok=True)
    (rot / path).write_bytes(levert(path))
    noter(rot, (path, None, levert(path)), UFERDIG)
    with alene(rot) as found:
        assert found.tatt_tilbake == (path,)
    assert not (rot / path).exists()


@pytest.mark.usefixtures("register")
def test_a_schema_that_was_renewed_stays_and_the_rest_is_undone(capsys: pytest.CaptureFixture[str]) -> None:
    schema, editor = Path("schemas/moete.json"), Path(".editorconfig")
    schema.write_text("{}\n")
    editor.unlink()
    si(capsys, "doctor", "--rett")
    said = si(capsys, "angre")
    assert f"slettet {editor}" in said
    assert f"lot {schema} stå som den er" in said
    assert not editor.exists()
    assert schema.read_bytes() == levert(schema.as_posix())
    schema.write_text("{}\n")
    si(capsys, "angre", "--glem", "alt")
    editor.write_bytes(levert(editor.as_posix()))
    si(capsys, "doctor", "--rett", exit=1)  # mended, and not saved yet
    assert OPPSETT in si(capsys, "angre", exit=2)


def test_a_disk_that_is_full_puts_back_what_nobody_else_could_ask_for(
    rot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the same run we know what we took, and it is put back whatever it was."""
    path = "schemas/moete.json"
    (rot / "schemas").mkdir()
    (rot / path).write_bytes(b"{}\n")
    really = Path.replace

    def full(self: Path, target: Path) -> Path:
        if target.name == "a.yaml":
            raise OSError(errno.ENOSPC, "No space left on device")
        return really(self, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(KanIkkeLagre, match="disken er full"):
        lagre(rot, [Filendring(path, b"{}\n", levert(path)), Filendring(A, b"a: 2\n", b"a: 3\n")])
    assert (rot / path).read_bytes() == b"{}\n"
    assert {p.name for p in (rot / "schemas").iterdir()} == {"moete.json"}


@pytest.mark.parametrize(
    "path",
    [
        "records/con.yaml", "records/Aux/x.yaml", "records/x:y.yaml", "records/a?.yaml", "records/a\u200b.yaml",
        "records/git~1/x.yaml", "records/.g\u200cit/x.yaml", "records/.GIT /x.yaml", "records/ x.yaml",
        "records/x./y.yaml", "records//x.yaml", "records/../x.yaml", "records/\ud800.yaml",
        f"records/{'x' * 250}.yaml", ".vscode/../.git/config", ".VSCODE/settings.json",
    ],
)  # fmt: skip
def test_a_name_that_some_machine_reads_otherwise_is_not_ours(path: str) -> None:
    assert not er_egen(path)


# What the machine says, in words


@pytest.mark.parametrize("kode", sorted(errno.errorcode))
def test_why_is_said_in_norwegian_with_the_file_once(kode: int) -> None:
    name = errno.errorcode[kode]
    said = hvorfor(OSError(kode, os.strerror(kode), "/r/records/.a.yaml.0123abcd.tmp"))
    assert "0123abcd" not in said
    assert said.count("a.yaml") <= 1
    assert os.strerror(kode) not in said
    assert grunn(OSError(kode, "x", "/r/records/a.yaml")).count("a.yaml") == 0
    assert (name in said) is (name not in GRUNNER)


ALMINNELIGE = (
    "EACCES EPERM ENOENT ENOTDIR EISDIR EEXIST ENOTEMPTY ELOOP ENAMETOOLONG ENOSPC EDQUOT EROFS EFBIG EIO EBUSY "
    "EMFILE ENFILE ESTALE ETIMEDOUT EXDEV EINVAL ENODEV ENOMEM"
)


def test_what_a_disk_may_well_say_has_words() -> None:
    assert set(ALMINNELIGE.split()) <= GRUNNER.keys()


def test_a_file_that_cannot_be_read_is_named_once(rot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nei(self: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", nei)
    with pytest.raises(KanIkkeLagre) as refused:
        lagre(rot, [Filendring(A, b"a: 2\n", b"a: 3\n")])
    assert str(refused.value).count("a.yaml") == 1


@pytest.mark.usefixtures("register")
def test_init_tells_that_it_is_made_when_git_is_what_fails_to_print(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as streams:
        streams.setattr(sys, "stdout", Full())
        assert run(["init", str(tmp_path / "ny"), "--utvalg", "Nav Storelva", "--ja"]) == 2
    assert "Registeret er laget" in capsys.readouterr().err
