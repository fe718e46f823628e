"""What is kept of what files were asked: they are not opened again as long as they look the same, and the answers are
what they are without, whatever is amiss.
"""

from __future__ import annotations

import os
import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

import pytest

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.hurtiglager import avtrykk, fil, kjennskapen
from brukerutvalg_cli.hurtiglager.fil import KJENNSKAPEN
from brukerutvalg_cli.hurtiglager.kjennskapen import FLEST, Kjennskapen
from brukerutvalg_cli.register.kjennskap import Enhet
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree
from brukerutvalg_cli.validering import beroerte, valider
from tjue_utvalg import Filer, forandret, legg_ut, tjue_utvalg


def hver_for_seg() -> Filer:
    """Six councils that hold no meeting together."""
    return {path: re.sub(rb"felles_med:\n(- .*\n)+", b"", raw) for path, raw in tjue_utvalg(6).items()}


DATO = date(2024, 1, 15)
MITT = "utvalg-01"
VERTEN = "records/utvalg/utvalg-03/moeter"
FELLES = b"dato: 2023-04-03\nstatus: avholdt\nfelles_med: [utvalg-01]\n"


class Telt(WorkTree):
    """The files, and which of them were opened."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.aapnet: Counter[str] = Counter()

    def read(self, path: str) -> bytes | Finding:
        self.aapnet[path] += 1
        return super().read(path)

    def andres(self, utvalg: str) -> set[str]:
        """What was opened of other councils than this one."""
        start = "records/utvalg/"
        return {
            path
            for path in self.aapnet
            if path.startswith(start) and not path.startswith(f"{start}{utvalg}/")
        }


@dataclass
class Registeret:
    """A register on disk, and a place of its own where something is kept of it."""

    root: Path
    filer: Filer = field(default_factory=dict)

    def endre(self, filer: Filer) -> None:
        legg_ut(self.root, filer, self.filer)
        self.filer = filer

    def tre(self) -> tuple[Telt, Kjennskapen]:
        tree = Telt(self.root)
        known = Kjennskapen(tree)
        tree.kjennskap = lambda: known
        return tree, known

    def likt(self, utvalg: Sequence[str] = (MITT,)) -> Telt:
        """Judges these councils, which is to say what it says where nothing is known; what was opened for that."""
        tree, known = self.tre()
        assert valider(tree, DATO, utvalg) == valider(WorkTree(self.root), DATO, utvalg)
        known.lagre()
        return tree

    def moetene(self) -> list[str]:
        """The meetings of the council, its own and those that others write."""
        tree, known = self.tre()
        found = [moete.path for moete in load(tree, utvalg=[MITT]).register.mapper[MITT].alle_moeter]
        known.lagre()
        return found

    @property
    def lager(self) -> Path:
        """The file that it is kept in."""
        (found,) = self.root.parent.joinpath("lager").glob(f"*/*/{KJENNSKAPEN}")
        return found


@pytest.fixture
def registeret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Registeret:
    """Six councils, last changed long before they are looked at; one holds a meeting with another."""
    monkeypatch.setenv("BRUKERUTVALG_HURTIGLAGER", str(tmp_path / "lager"))
    monkeypatch.setattr(avtrykk, "TIKK", -(1 << 62))
    found = Registeret(tmp_path / "register")
    found.endre(hver_for_seg() | {f"{VERTEN}/2023-04-03.yaml": FELLES})
    return found


def test_the_meetings_of_others_are_opened_once(registeret: Registeret) -> None:
    first = registeret.likt()
    assert {path for path in first.andres(MITT) if "/moeter/" in path} > {f"{VERTEN}/2023-04-03.yaml"}
    opened = {path for path in registeret.likt().andres(MITT) if "/moeter/" in path}
    assert opened == {path for path in registeret.filer if path.startswith(f"{VERTEN}/")}


def test_without_joint_meetings_no_meeting_of_others_is_opened(registeret: Registeret) -> None:
    registeret.endre(hver_for_seg())
    for first in (True, False):
        tree, kept = registeret.tre()
        load(tree, utvalg=[MITT])
        kept.lagre()
        opened = {path for path in tree.andres(MITT) if "/moeter/" in path}
        assert bool(opened) is first


def test_who_is_above_is_not_read_again(registeret: Registeret) -> None:
    for first in (True, False):
        tree, kept = registeret.tre()
        below = load(tree, utvalg=["utvalg-00"]).register.underordnede("utvalg-00")
        assert below == ("utvalg-01", "utvalg-02", "utvalg-03", "utvalg-04")
        kept.lagre()
        opened = {path for path in tree.andres("utvalg-00") if path.endswith("/utvalg.yaml")}
        assert bool(opened - {"records/utvalg/utvalg-03/utvalg.yaml"}) is first


def test_who_names_a_council_that_is_changed_is_not_read_again(registeret: Registeret) -> None:
    path = f"records/utvalg/{MITT}/hendelser.yaml"
    changed = {path: registeret.filer[path] + b"# noe\n"}
    wanted = beroerte(load(WorkTree(registeret.root), utvalg=[MITT]), changed)
    for first in (True, False):
        tree, kept = registeret.tre()
        lastet = load(tree, utvalg=[MITT], ventet=[MITT])
        before = set(tree.aapnet)
        assert beroerte(lastet, changed) == wanted
        kept.lagre()
        assert bool({path for path in set(tree.aapnet) - before if path in tree.andres(MITT)}) is first


# ── Files ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_meeting_that_becomes_joint_is_seen(registeret: Registeret) -> None:
    """One that comes, one that is changed, and one that goes."""
    registeret.endre(hver_for_seg())
    own = registeret.moetene()
    there = next(path for path in sorted(registeret.filer) if path.startswith(f"{VERTEN}/"))
    for files in (
        {f"{VERTEN}/2023-04-03.yaml": FELLES},
        {there: registeret.filer[there] + b"felles_med: [utvalg-01]\n"},
    ):
        registeret.endre(hver_for_seg() | files)
        assert set(registeret.moetene()) - set(own) == set(files)
        registeret.endre(hver_for_seg())
        assert registeret.moetene() == own


def test_a_file_of_the_same_size_and_the_same_times_is_seen_to_be_another(registeret: Registeret) -> None:
    quiet = FELLES.replace(b"felles_med", b"# elles_med"[:10])
    assert len(quiet) == len(FELLES)
    registeret.endre(registeret.filer | {f"{VERTEN}/2023-04-03.yaml": quiet})
    own = registeret.moetene()
    path = registeret.root / VERTEN / "2023-04-03.yaml"
    was = path.stat()
    path.write_bytes(FELLES)
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert len(registeret.moetene()) == len(own) + 1


def test_a_file_that_was_written_within_the_same_tick_is_read_anew(
    registeret: Registeret, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a disk whose clock stands: before and after, the files look the same."""
    monkeypatch.setattr(avtrykk, "TIKK", 2_000_000_000)
    registeret.endre(hver_for_seg())
    now = time.time_ns()
    monkeypatch.setattr(kjennskapen, "av_filene", lambda *_: avtrykk.Avtrykk("det samme", now))
    own = registeret.moetene()
    registeret.endre(hver_for_seg() | {f"{VERTEN}/2023-04-03.yaml": FELLES})
    assert len(registeret.moetene()) == len(own) + 1


@pytest.mark.skipif(os.name == "nt", reason="needs links")
def test_what_is_behind_a_link_is_looked_at_each_time(registeret: Registeret) -> None:
    behind = registeret.root / "annet.yaml"
    behind.write_bytes(b"dato: 2023-04-03\nstatus: avholdt\n")
    link = registeret.root / VERTEN / "2023-04-03.yaml"
    link.unlink()
    link.symlink_to(behind)
    own = registeret.moetene()
    behind.write_bytes(FELLES)
    assert len(registeret.moetene()) == len(own) + 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_of_a_file_that_cannot_be_read_nothing_is_kept(registeret: Registeret) -> None:
    path = registeret.root / VERTEN / "2023-04-03.yaml"
    path.chmod(0)
    registeret.likt()
    path.chmod(0o600)
    registeret.likt()


def test_a_file_that_changes_while_it_is_read_is_not_kept_as_what_it_was(registeret: Registeret) -> None:
    registeret.endre(hver_for_seg())
    own = registeret.moetene()
    there = next(path for path in sorted(registeret.filer) if path.startswith(f"{VERTEN}/"))
    registeret.endre(registeret.filer | {there: registeret.filer[there] + b"# en merknad\n"})
    tree, known = registeret.tre()
    read = tree.read

    def changed(path: str) -> bytes | Finding:
        said = read(path)
        if path == there:
            (registeret.root / path).write_bytes(registeret.filer[path] + b"felles_med: [utvalg-01]\n")
        return said

    tree.read = changed  # type: ignore[method-assign]  # somebody writes as soon as it is read
    load(tree, utvalg=[MITT])
    assert tree.aapnet[there]
    known.lagre()
    assert len(registeret.moetene()) == len(own) + 1


def test_a_name_that_can_be_written_in_two_ways_is_looked_at_each_time(registeret: Registeret) -> None:
    assert avtrykk.av_filene(registeret.root, [f"{VERTEN}/2023-04-03.yaml"])
    assert avtrykk.av_filene(registeret.root, [f"{VERTEN}/å.yaml"]) is None


def test_a_file_that_is_gone_is_not_one_that_is_known(registeret: Registeret) -> None:
    assert avtrykk.av_filene(registeret.root, [f"{VERTEN}/1900-01-01.yaml"]) is None


def test_what_is_kept_of_a_draft_is_what_the_files_hold(registeret: Registeret) -> None:
    """A command that would make a meeting joint, and writes nothing."""
    registeret.endre(hver_for_seg())
    tree, kept = registeret.tre()
    landet = load(tree, utvalg=[MITT], ventet=[MITT]).landet
    path = next(path for path in sorted(registeret.filer) if path.startswith(f"{VERTEN}/"))

    class Utkastet(WorkTree):
        def read(self, path_: str) -> bytes | Finding:
            return FELLES if path_ == path else super().read(path_)

    assert landet.med(Utkastet(registeret.root), [path]).gjester("utvalg-03") == {MITT}
    kept.lagre()
    registeret.likt()
    assert all(f"/{MITT}/" in path for path in registeret.moetene())


# ── Where it is kept ──────────────────────────────────────────────────────────────────────────────


def test_what_is_damaged_is_as_if_it_were_not_there(registeret: Registeret) -> None:
    registeret.likt()
    whole = registeret.lager.read_bytes()
    for nr in range(0, len(whole), max(len(whole) // 12, 1)):
        registeret.lager.write_bytes(whole[:nr])
        registeret.likt()
        registeret.lager.write_bytes(whole[:nr] + bytes([whole[nr] ^ 1]) + whole[nr + 1 :])
        registeret.likt()


@pytest.mark.parametrize(
    "said",
    [
        '["utvalg-03/moeter"]',
        '{"utvalg-03/moeter": 7}',
        "[" * 5000,
        '"',
        "{}",
        "",
        '{"utvalg-03/moeter": [0]}',
    ],
)
def test_what_we_would_not_write_is_not_read(registeret: Registeret, said: str) -> None:
    registeret.likt()
    program = registeret.lager.read_bytes().split(b" ", 2)[1].decode()
    assert fil.skriv(registeret.lager, program, [said.encode()])
    registeret.likt()


def test_another_program_has_all_to_find_out(registeret: Registeret, monkeypatch: pytest.MonkeyPatch) -> None:
    first = registeret.likt()
    monkeypatch.setattr(kjennskapen, "dette_programmet", lambda: "0" * 32)
    assert registeret.likt().aapnet == first.aapnet


def test_where_nothing_can_be_kept_it_is_the_same(
    registeret: Registeret, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk, a folder that may not be written in, and somebody who wants nothing kept."""
    first = registeret.tre()[0]
    load(first, utvalg=[MITT])
    with monkeypatch.context() as full:
        full.setattr(fil, "skriv", lambda *_: False)
        for _ in range(2):
            registeret.likt()
    with monkeypatch.context() as closed:
        closed.setattr(kjennskapen, "klargjoer", lambda _: False)
        for _ in range(2):
            registeret.likt()
    monkeypatch.setenv("BRUKERUTVALG_HURTIGLAGER", "0")
    for _ in range(2):
        tree = registeret.likt()
        assert {path for path in tree.andres(MITT) if "/moeter/" in path}
    assert not list(registeret.root.parent.joinpath("lager").glob(f"*/*/{KJENNSKAPEN}"))


def test_no_more_is_kept_than_what_was_asked_last_and_of_councils_there_are(registeret: Registeret) -> None:
    known = registeret.tre()[1]
    unit = Enhet("utvalg-03", "moeter", [f"{VERTEN}/2023-04-03.yaml"])
    for nr in range(FLEST + 3):
        assert known.om(unit, str(nr)) is None
        known.merk(unit, str(nr), [])
    known.lagre()
    again = Kjennskapen(WorkTree(registeret.root))
    assert [nr for nr in range(FLEST + 3) if again.om(unit, str(nr)) is not None] == [*range(3, FLEST + 3)]
    size = registeret.lager.stat().st_size
    registeret.endre({path: raw for path, raw in registeret.filer.items() if "utvalg-03" not in path})
    registeret.likt()
    assert b"utvalg-03/" not in registeret.lager.read_bytes()
    assert size


# ── Anything ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("seed", range(int(os.environ.get("EKSEMPLER", "0")) * 20 or 2))
def test_any_change_is_the_same_with_and_without(registeret: Registeret, seed: int) -> None:
    """Twenty councils that refer to each other, one named after the other, and as many changes as there are turns."""
    draw = Random(seed)
    registeret.endre(tjue_utvalg(20, seed))
    for _ in range(12):
        registeret.endre(forandret(registeret.filer, draw))
        named = sorted(
            {path.split("/")[2] for path in registeret.filer if path.startswith("records/utvalg/")}
        )
        registeret.likt(draw.sample(named, draw.choice([1, 1, 1, 2])))
