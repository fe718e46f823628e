"""On disk: all of a change or nothing of it, whoever else writes and whatever the disk says."""

from __future__ import annotations

import errno
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from avlegger import python
from brukerutvalg_cli.endring import avbrutt, dagbok
from brukerutvalg_cli.endring import skriv as modul
from brukerutvalg_cli.endring.arbeidsmappe import sett_i_stand
from brukerutvalg_cli.endring.dagbok import angre_siste, lagre_og_husk, les
from brukerutvalg_cli.endring.egne_stier import er_egen
from brukerutvalg_cli.endring.skriv import KanIkkeLagre, alene, lagre
from brukerutvalg_cli.endring.utkast import Filendring, Utkast
from brukerutvalg_cli.pakkedata import oppsett, records
from brukerutvalg_cli.register.tree import WorkTree

A, B, C = "records/a.yaml", "records/b.yaml", "records/ny/c.yaml"


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    (tmp_path / "records").mkdir()
    (tmp_path / A).write_bytes(b"a: 1\n")
    (tmp_path / B).write_bytes(b"b: 1\n")
    return tmp_path


def filer(rot: Path) -> dict[str, bytes]:
    found = (p for p in rot.rglob("*") if p.is_file() and avbrutt.MAPPE not in p.parts)
    return {p.relative_to(rot).as_posix(): p.read_bytes() for p in found}


def test_files_are_changed_made_and_taken_away(rot: Path) -> None:
    lagre(
        rot,
        [
            Filendring(A, b"a: 1\n", b"a: 2\n"),
            Filendring(B, b"b: 1\n", None),
            Filendring(C, None, b"c: 1\n"),
        ],
    )
    assert filer(rot) == {A: b"a: 2\n", C: b"c: 1\n"}


@pytest.mark.parametrize("annen", [b"a: 3\n", None])
def test_what_somebody_else_changed_meanwhile_is_left_alone(rot: Path, annen: bytes | None) -> None:
    if annen is None:
        (rot / A).unlink()
    else:
        (rot / A).write_bytes(annen)
    before = filer(rot)
    with pytest.raises(KanIkkeLagre, match="endret av noe annet imens"):
        lagre(rot, [Filendring(B, b"b: 1\n", b"b: 2\n"), Filendring(A, b"a: 1\n", b"a: 2\n")])
    assert filer(rot) == before


def test_a_new_file_is_never_written_over_another(rot: Path) -> None:
    with pytest.raises(KanIkkeLagre, match="endret av noe annet imens"):
        lagre(rot, [Filendring(A, None, b"a: 2\n")])


STEG = """
import errno, os, sys
from pathlib import Path
from brukerutvalg_cli.endring.dagbok import lagre_og_husk
from brukerutvalg_cli.endring.egne_stier import er_egen
from brukerutvalg_cli.endring.skriv import KanIkkeLagre
from brukerutvalg_cli.endring.utkast import Filendring
folder, how = Path(sys.argv[1]), sys.argv[2]
for left in range(40):
    child = os.fork()
    if not child:
        break
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    (folder / f"{left}.kode").write_text(str(code))
    if code == 2:
        sys.exit()
sys.stdout = (folder / f"{left}.sagt").open("w")
root = folder / str(left)
def steg(really):
    def wrapped(*args, **kwargs):
        global left
        left -= 1
        if left < 0 and how == "full" or left == -1 and how in ("full en gang", "drept", "avbrutt"):
            if how == "drept":
                os.kill(os.getpid(), 9)
            if how == "avbrutt":
                raise KeyboardInterrupt
            raise OSError(errno.ENOSPC, "No space left on device")
        return really(*args, **kwargs)
    return wrapped
os.fsync = steg(os.fsync)
Path.replace = steg(Path.replace)
Path.mkdir = steg(Path.mkdir)
if how != "full":  # room can be made on a full disk
    Path.unlink = steg(Path.unlink)
try:
    lagre_og_husk(root, "tre filer", [
        Filendring("records/a.yaml", b"a: 1\\n", b"a: 2\\n"),
        Filendring("records/b.yaml", b"b: 1\\n", None),
        Filendring("records/ny/c.yaml", None, b"c: 1\\n"),
    ])
except KanIkkeLagre as error:
    print(error)
    sys.exit(1)
except KeyboardInterrupt:
    sys.exit(1)
if left > 0:
    sys.exit(2)
"""
"""A change of three files in folder after folder, each a process, where the step with that number goes wrong.

It ends with 2 when there were not so many steps. Python is started once.
"""


@pytest.mark.parametrize("hvordan", ["drept", "avbrutt", "full", "full en gang"])
def test_a_change_that_stops_at_any_step_is_all_there_or_not_at_all(hvordan: str, tmp_path: Path) -> None:
    before = {A: b"a: 1\n", B: b"b: 1\n"}
    after = {A: b"a: 2\n", C: b"c: 1\n"}
    for step in range(40):
        (tmp_path / str(step) / "records").mkdir(parents=True)
        for path, raw in before.items():
            (tmp_path / str(step) / path).write_bytes(raw)
    subprocess.run([*python(), "-c", STEG, str(tmp_path), hvordan], check=True)
    seen = set()
    for step in range(40):
        root = tmp_path / str(step)
        code = int((tmp_path / f"{step}.kode").read_text())
        if code == 2:
            break
        said = (tmp_path / f"{step}.sagt").read_text()
        if "Ingenting er skrevet" in said:
            assert filer(root) == before
        with alene(root):
            assert filer(root) in (before, after), (step, said)
            assert (root / "records/ny").exists() is (filer(root) == after)
            assert len(les(root)) == (filer(root) == after)
            seen.add(filer(root) == after)
            if code == 0:
                assert filer(root) == after
        assert {p.name for p in (root / avbrutt.MAPPE).iterdir()} <= {"laas", "dagbok.json", ".gitignore"}
    assert step > 8
    assert False in seen


def test_what_was_changed_since_a_change_was_cut_off_is_left_alone(rot: Path) -> None:
    """Killed between the files, and then a person mended one of them."""
    code = f"""
import os
from pathlib import Path
from brukerutvalg_cli.endring.skriv import lagre
from brukerutvalg_cli.endring.utkast import Filendring
Path.unlink = lambda self, **kwargs: self.name == "b.yaml" and os.kill(os.getpid(), 9)
lagre(Path({str(rot)!r}), [
    Filendring("records/a.yaml", b"a: 1\\n", b"a: 2\\n"),
    Filendring("records/ny/c.yaml", None, b"c: 1\\n"),
    Filendring("records/b.yaml", b"b: 1\\n", None),
])
"""
    subprocess.run([*python(), "-c", code])
    assert filer(rot) == {A: b"a: 2\n", B: b"b: 1\n", C: b"c: 1\n"}
    (rot / A).write_bytes(b"a: 3\n")
    with alene(rot) as found:
        assert found.tatt_tilbake == (C,)
    assert filer(rot) == {A: b"a: 3\n", B: b"b: 1\n"}


def test_a_file_keeps_who_may_read_it(rot: Path) -> None:
    (rot / A).chmod(0o640)
    lagre(rot, [Filendring(A, b"a: 1\n", b"a: 2\n")])
    assert (rot / A).stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("etter", [b"a: 2\n", None])
def test_a_file_that_is_write_protected_is_left_alone(rot: Path, etter: bytes | None) -> None:
    (rot / A).chmod(0o444)
    before = filer(rot)
    with pytest.raises(KanIkkeLagre, match=r"a\.yaml er skrivebeskyttet"):
        lagre(rot, [Filendring(B, b"b: 1\n", b"b: 2\n"), Filendring(A, b"a: 1\n", etter)])
    assert filer(rot) == before


def test_a_file_open_in_another_program_is_told_of(rot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Windows has it: what is open cannot be replaced."""
    really = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.name == "b.yaml":
            raise PermissionError(errno.EACCES, "Access is denied", str(self), None, str(target))
        return really(self, target)

    before = filer(rot)
    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(KanIkkeLagre, match=r"b\.yaml: .* åpen i et annet program"):
        lagre(rot, [Filendring(A, b"a: 1\n", b"a: 2\n"), Filendring(B, b"b: 1\n", b"b: 2\n")])
    assert filer(rot) == before


def test_a_link_stays_a_link(rot: Path) -> None:
    (rot / "ekte.yaml").write_bytes(b"a: 1\n")
    (rot / A).unlink()
    (rot / A).symlink_to("../ekte.yaml")
    lagre(rot, [Filendring(A, b"a: 1\n", b"a: 2\n")])
    assert (rot / A).is_symlink()
    assert (rot / "ekte.yaml").read_bytes() == b"a: 2\n"
    with pytest.raises(KanIkkeLagre, match="er en lenke"):
        lagre(rot, [Filendring(A, b"a: 2\n", None)])
    assert (rot / A).is_symlink()


def test_one_writes_at_a_time(rot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from filelock import FileLock

    monkeypatch.setattr(modul, "VENT", 0.05)
    with FileLock(sett_i_stand(rot) / "laas"), pytest.raises(KanIkkeLagre, match="En annen kommando"):
        lagre(rot, [Filendring(A, b"a: 1\n", b"a: 2\n")])
    lagre(rot, [Filendring(A, b"a: 1\n", b"a: 2\n")])
    assert filer(rot)[A] == b"a: 2\n"


TELLER = """
import sys
from pathlib import Path
from brukerutvalg_cli.endring.egne_stier import er_egen
from brukerutvalg_cli.endring.skriv import KanIkkeLagre, lagre
from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.pakkedata import oppsett, records
from brukerutvalg_cli.register.tree import WorkTree
root = Path(sys.argv[1])
for nr in range(20):
    while True:
        utkast = Utkast(WorkTree(root))
        utkast.legg_til("records/a.yaml", ("liste",), f"{sys.argv[2]}-{nr}")
        try:
            lagre(root, utkast.endringer())
            break
        except KanIkkeLagre:
            pass
"""


def test_two_that_write_the_same_file_at_once_lose_nothing(rot: Path) -> None:
    running = [subprocess.Popen([sys.executable, "-c", TELLER, str(rot), name]) for name in ("x", "y")]
    assert [process.wait(timeout=60) for process in running] == [0, 0]
    text = (rot / A).read_text()
    assert all(f"{name}-{nr}" in text for name in ("x", "y") for nr in range(20))


EVIG = """
import sys, itertools
from pathlib import Path
from brukerutvalg_cli.endring.skriv import lagre
from brukerutvalg_cli.endring.utkast import Filendring
root, now = Path(sys.argv[1]), b"a: 1\\n"
print("klar", flush=True)
for nr in itertools.count(2):
    new = b"a: %d\\n" % nr + b"# fyll\\n" * 50_000
    lagre(root, [Filendring("records/a.yaml", now, new)])
    now = new
"""


def test_one_that_is_killed_leaves_whole_files_and_no_lock(rot: Path) -> None:
    for wait in (0.05, 0.11, 0.17):
        (rot / A).write_bytes(b"a: 1\n")
        with subprocess.Popen([sys.executable, "-c", EVIG, str(rot)], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(wait)
            process.send_signal(signal.SIGKILL)
        left = (rot / A).read_bytes()
        assert left == b"a: 1\n" or left.endswith(b"# fyll\n" * 50_000)
        lagre(rot, [Filendring(A, left, b"a: 0\n")])
        assert filer(rot) == {A: b"a: 0\n", B: b"b: 1\n"}  # what lay half written is gone too


def test_a_draft_shows_the_register_as_it_would_be_and_writes_nothing(rot: Path) -> None:
    before = filer(rot)
    utkast = Utkast(WorkTree(rot))
    utkast.sett(A, ("a",), 2)
    utkast.legg_til(A, ("b",), True)
    utkast.ny(C, {"c": None, "d": "x"})
    utkast.flytt(B, "records/d.yaml")
    tree = utkast.tre()
    assert tree.paths() == [A, "records/d.yaml", C]
    assert [tree.read(path) for path in tree.paths()] == [b"a: 2\nb: [ja]\n", b"b: 1\n", b"d: x\n"]
    assert [(e.path, e.foer is None, e.etter is None) for e in utkast.endringer()] == [
        (A, False, False), (B, False, True), ("records/d.yaml", True, False), (C, True, False),
    ]  # fmt: skip
    assert filer(rot) == before


def test_a_file_from_notepad_keeps_its_mark_and_its_line_ends(rot: Path) -> None:
    (rot / A).write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    utkast = Utkast(WorkTree(rot))
    utkast.sett(A, ("c",), "æ")
    assert utkast.endringer()[0].etter == "\ufeffa: 1\r\nb: 2\r\nc: æ\r\n".encode()


def test_the_journal_undoes_the_last_command_first(rot: Path) -> None:
    for new, old in ((2, 1), (3, 2)):
        change = (
            Filendring(A, b"a: %d\n" % old, b"a: %d\n" % new),
            Filendring(f"records/{new}.yaml", None, b"\xff"),
        )
        lagre_og_husk(rot, f"satte a til {new}", change)
    assert [entry.melding for entry in les(rot)] == ["satte a til 2", "satte a til 3"]
    for left in (2, 1):
        angre_siste(rot)
        assert filer(rot)[A] == b"a: %d\n" % left
    assert les(rot) == []
    assert set(filer(rot)) == {A, B}


def test_folders_that_a_command_made_go_with_it_and_others_stay(rot: Path) -> None:
    (rot / "records/tom").mkdir()
    made = (Filendring("records/tom/x/y/z.yaml", None, b"z: 1\n"), Filendring(C, None, b"c: 1\n"))
    lagre_og_husk(rot, "laget to filer", made)
    (rot / "records/ny/egen.txt").write_bytes(b"")
    angre_siste(rot)
    assert {p.relative_to(rot).as_posix() for p in (rot / "records").rglob("*") if p.is_dir()} == {
        "records/tom", "records/ny",
    }  # fmt: skip


HUSKER = TELLER.replace(
    "lagre(root, utkast.endringer())", "lagre_og_husk(root, sys.argv[2], utkast.endringer())"
)


def test_two_that_write_at_once_are_both_remembered_in_their_order(rot: Path) -> None:
    code = "from brukerutvalg_cli.endring.dagbok import lagre_og_husk" + HUSKER.replace("20", "10")
    running = [subprocess.Popen([sys.executable, "-c", code, str(rot), name]) for name in ("x", "y")]
    assert [process.wait() for process in running] == [0, 0]
    assert len(les(rot)) == 20
    for _ in range(20):
        angre_siste(rot)
    assert filer(rot) == {A: b"a: 1\n", B: b"b: 1\n"}


def test_a_damaged_journal_is_an_empty_one(rot: Path) -> None:
    (sett_i_stand(rot) / "dagbok.json").write_text('[{"melding": 1}]')
    assert les(rot) == []


def test_what_a_confidential_case_said_is_kept_to_the_next_command_only(rot: Path) -> None:
    secret = b"tittel: Mobbing\nfortrolig: ja\n"
    lagre_og_husk(rot, "meldte inn", [Filendring("records/c.yaml", None, secret)])
    assert les(rot)[-1].endringer[0].etter == secret
    lagre_og_husk(rot, "satte a til 2", [Filendring(A, b"a: 1\n", b"a: 2\n")])
    assert [(e.melding, len(e.endringer), bool(e.glemt)) for e in les(rot)] == [
        ("meldte inn", 0, True), ("satte a til 2", 1, False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (b"fortrolig: nei\n", True),
        (b"tittel: Om fortrolighet\n", True),
        (b"saker:\n- {nr: 1/26, fortrolig: ja}\n", False),
        (b'"fortrolig" : true\n', False),
        (b"fortrolig:\n", False),
        ("fortrolig: ja".encode("utf-16"), False),
    ],
)
def test_what_may_be_confidential_is_taken_for_it(rot: Path, text: bytes, kept: bool) -> None:
    lagre_og_husk(rot, "en", [Filendring("records/c.yaml", None, text)])
    lagre_og_husk(rot, "to", [Filendring(A, b"a: 1\n", b"a: 2\n")])
    assert bool(les(rot)[0].endringer) is kept


def test_what_was_written_long_ago_is_forgotten(rot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lagre_og_husk(rot, "en", [Filendring(A, b"a: 1\n", b"a: 2\n")])
    monkeypatch.setattr(dagbok, "DAGER", 0)
    lagre_og_husk(rot, "to", [Filendring(B, b"b: 1\n", b"b: 2\n")])
    assert [bool(e.endringer) for e in les(rot)] == [False, True]


def test_a_journal_is_never_too_large_to_be_read_again(rot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dagbok, "MEST_DAGBOK", 1500)
    now = b"a: 1\n"
    for nr in range(5):
        new = b"a: %d\n" % nr + b"# fyll\n" * 40
        lagre_og_husk(rot, str(nr), [Filendring(A, now, new)])
        now = new
    assert [bool(e.endringer) for e in les(rot)] == [False, False, False, False, True]


@pytest.mark.parametrize(
    "sti", ["ute.yaml", "records/../ute.yaml", "/tmp/ute.yaml", ".git/config", "records/x.sh", ""]
)
def test_a_file_that_is_not_ours_is_never_written(rot: Path, sti: str) -> None:
    with pytest.raises(KanIkkeLagre, match="skriver ingen fil med navnet"):
        lagre(rot, [Filendring(sti, None, b"x\n")])


def test_a_folder_that_leads_out_of_the_register_is_not_written_in(rot: Path, tmp_path: Path) -> None:
    (tmp_path.parent / f"{tmp_path.name}-ute").mkdir()
    (rot / "records/ny").symlink_to(tmp_path.parent / f"{tmp_path.name}-ute")
    with pytest.raises(KanIkkeLagre, match="fører ut av registeret"):
        lagre(rot, [Filendring(C, None, b"c: 1\n")])


def test_what_the_program_ships_it_may_write() -> None:
    shipped = [*oppsett().rglob("*"), *records().rglob("*")]
    paths = [
        p.relative_to(oppsett() if oppsett() in p.parents else records().parent)
        for p in shipped
        if p.is_file()
    ]
    assert [path for path in paths if path.suffix != ".md" and not er_egen(path.as_posix())] == []
    assert er_egen("schemas/moete.json")
    assert not er_egen("schemas/annet.json")


def test_however_many_were_set_aside_there_is_room_for_one_more(rot: Path) -> None:
    folder = rot / avbrutt.MAPPE
    folder.mkdir()
    for n in ("", *(f"-{nr}" for nr in range(2, 1002))):
        (folder / f"dagbok.json.ugyldig{n}").touch()
    (folder / "dagbok.json").write_text("[1]")
    assert les(rot) == []
    lagre_og_husk(rot, "Noe", [Filendring(A, b"a: 1\n", b"a: 2\n")])
    assert [entry.melding for entry in les(rot)] == ["Noe"]
