"""Verdicts that are kept: the report is what it is without, whatever changed, and no more is judged than must be."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from brukerutvalg_cli import arbeidere, gjenbruk
from brukerutvalg_cli.hurtiglager import avtrykk, innhold
from brukerutvalg_cli.hurtiglager import stand as stand_
from brukerutvalg_cli.hurtiglager.fil import KJENNSKAPEN
from brukerutvalg_cli.hurtiglager.kjennskapen import Kjennskapen
from brukerutvalg_cli.hurtiglager.stand import BEGYNT, standen
from brukerutvalg_cli.rapport.rapport import Rapport
from brukerutvalg_cli.register.kjennskap import Enhet
from brukerutvalg_cli.register.landet import Landet
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import MemoryTree, WorkTree
from brukerutvalg_cli.sammenlikning import bare_nytt
from brukerutvalg_cli.validering import de_felles, ett_for_ett, rapporten, utvalgets
from brukerutvalg_cli.validering import valider as uten_lager
from tjue_utvalg import Filer, forandret, legg_ut, tjue_utvalg

DATO = date(2024, 1, 15)


@dataclass
class Registeret:
    """A register on disk with a cache of its own, and what was judged the last time."""

    root: Path
    filer: Filer = field(default_factory=dict)
    doemt: list[str] = field(default_factory=list)

    def endre(self, filer: Filer) -> None:
        legg_ut(self.root, filer, self.filer)
        self.filer = filer

    def valider(self, dato: date = DATO) -> Rapport:
        self.doemt.clear()
        stand = standen(WorkTree(self.root), dato, self.root)
        assert stand
        return gjenbruk.rapporten(stand)

    def uten(self, dato: date = DATO) -> Rapport:
        return ett_for_ett(Landet(WorkTree(self.root)), dato)


@pytest.fixture
def registeret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Registeret:
    """Six councils."""
    monkeypatch.setenv("BRUKERUTVALG_HURTIGLAGER", str(tmp_path / "lager"))
    monkeypatch.setattr(arbeidere, "antall", lambda: 1)
    found = Registeret(tmp_path / "register")
    found.endre(tjue_utvalg(6))

    def judged(landet: Landet, utvalg: str, dato: date, *, begynt: bool) -> Rapport:
        found.doemt.append(utvalg)
        return utvalgets(landet, utvalg, dato, begynt=begynt)

    def judged_together(landet: Landet, dato: date, utvalg: Sequence[str]) -> Rapport:
        found.doemt.append("")
        return de_felles(landet, dato, utvalg)

    monkeypatch.setattr(gjenbruk, "utvalgets", judged)
    monkeypatch.setattr(gjenbruk, "de_felles", judged_together)
    return found


def byttet(filer: Filer, path: str, old: bytes, new: bytes) -> Filer:
    assert old in filer[path], filer[path].decode()
    return filer | {path: filer[path].replace(old, new)}


def test_what_is_kept_is_the_same_report_and_judges_nothing(registeret: Registeret) -> None:
    cold = registeret.valider()
    assert len(registeret.doemt) == 7
    assert cold == registeret.uten()
    assert registeret.valider() == cold
    assert registeret.doemt == []


def test_several_processes_keep_the_same(registeret: Registeret, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arbeidere, "antall", lambda: 3)
    monkeypatch.setattr(arbeidere, "FILER_TIL_HVER", 1)
    cold = registeret.valider()
    assert cold == registeret.uten()
    assert registeret.valider() == cold
    assert registeret.doemt == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is one process where none can be split off")
def test_of_a_council_whose_process_died_nothing_is_kept(
    registeret: Registeret, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = os.getpid()

    def judged(landet: Landet, utvalg: str, dato: date, *, begynt: bool) -> Rapport:
        if utvalg == "utvalg-02" and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return utvalgets(landet, utvalg, dato, begynt=begynt)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(arbeidere, "antall", lambda: 2)
        meanwhile.setattr(arbeidere, "FILER_TIL_HVER", 1)
        meanwhile.setattr(gjenbruk, "utvalgets", judged)
        found = registeret.valider()
    assert [f.path for f in found.funn if "ble ikke vurdert" in f.finding.message] == [
        "records/utvalg/utvalg-02"
    ]
    assert registeret.valider() == registeret.uten()
    assert "utvalg-02" in registeret.doemt


UTVALG = "records/utvalg/utvalg-0"


@pytest.mark.parametrize(
    ("path", "old", "new", "doemt"),
    [
        (f"{UTVALG}1/hendelser.yaml", b"kurs", b"samling", {"utvalg-01"}),
        (f"{UTVALG}1/medlemmer/ola.yaml", b"side: bruker", b"side: nav", {"utvalg-01"}),
    ],
)
def test_only_what_depends_on_it_is_judged_again(
    registeret: Registeret, path: str, old: bytes, new: bytes, doemt: set[str]
) -> None:
    registeret.valider()
    registeret.endre(byttet(registeret.filer, path, old, new))
    assert registeret.valider() == registeret.uten()
    assert set(registeret.doemt) == doemt


ORGANISASJONER, ORDLISTE = "records/organisasjoner.yaml", "records/ordliste.yaml"
EN, TO, TRE = (f"records/regelverk/{name}.yaml" for name in ("en", "to", "tre"))


def som_sier(filer: Filer, *ordene: bytes) -> set[str]:
    """The councils in whose own files one of these words stands."""
    own = ((path.split("/")[2], raw) for path, raw in filer.items() if path.startswith("records/utvalg/"))
    return {name for name, raw in own if any(word in raw for word in ordene)}


@pytest.mark.parametrize(
    ("path", "old", "new", "ordene"),
    [
        (ORGANISASJONER, b"navn: FFO", b"navn: SAFO", [b" ffo"]),
        (ORGANISASJONER, b"type: offentlig", b"type: lokal", [b" nav\n"]),
        (ORGANISASJONER, b"ffo:", b"ny: {navn: Ny, type: lokal, side: nav}\nffo:", []),
        (ORGANISASJONER, b"ffo:", b"# en merknad\nffo:", []),
        (EN, b"minst: 2", b"minst: 3", [b"id: en", b"id: to"]),
        (TO, b"2 aar", b"3 aar", [b"id: to"]),
        (TO, b"tekst:", b"# en merknad\n  tekst:", [b"id: to"]),
        (TRE, b"minst: 2", b"minst: 3", [b"id: tre"]),
        (ORDLISTE, b"nb: rus", b"nb: Rus", [b"id: "]),
    ],
)
def test_of_what_all_share_only_those_who_look_at_it_are_judged_again(
    registeret: Registeret, path: str, old: bytes, new: bytes, ordene: list[bytes]
) -> None:
    """An organisation, a mandate, the template of one; the list of words is everybody's."""
    third = registeret.filer | {TRE: registeret.filer[EN]}
    registeret.endre(byttet(third, f"{UTVALG}3/utvalg.yaml", b"id: to", b"id: tre"))
    registeret.valider()
    registeret.endre(byttet(registeret.filer, path, old, new))
    assert registeret.valider() == registeret.uten()
    assert set(registeret.doemt) == {"", *som_sier(registeret.filer, *ordene)}


@pytest.mark.parametrize("path", [TRE, "records/satser.yaml"])
def test_a_file_that_nobody_looks_at_judges_no_council(registeret: Registeret, path: str) -> None:
    registeret.valider()
    raw = registeret.filer[EN] if path == TRE else b"- {navn: Reise, beloep: 5, fra: 2023-01-01}\n"
    registeret.endre(registeret.filer | {path: raw})
    assert registeret.valider() == registeret.uten()
    assert registeret.doemt == [""]


def test_a_council_above_that_has_another_name_is_judged_with_those_that_say_it(
    registeret: Registeret,
) -> None:
    registeret.valider()
    registeret.endre(byttet(registeret.filer, f"{UTVALG}0/utvalg.yaml", b"navn: Utvalg 0", b"navn: Raadet"))
    assert registeret.valider() == registeret.uten()
    assert "utvalg-00" in registeret.doemt
    assert len(registeret.doemt) < 7


def test_a_meeting_of_another_council_is_one_to_be_judged_by(registeret: Registeret) -> None:
    """What is written in the one that holds it, is judged in the one that it is held with: its meetings are few."""
    joint = f"{UTVALG}0/moeter/2023-11-20.yaml"
    text = b"dato: 2023-11-20\nstatus: avholdt\nfelles_med: [utvalg-05]\n"
    alone = {p: raw for p, raw in registeret.filer.items() if not p.startswith(f"{UTVALG}5/moeter/2023-10")}
    registeret.endre(alone | {joint: text})
    few = [f.finding for f in registeret.valider().funn if f.finding.utvalg == "utvalg-05"]
    registeret.endre(registeret.filer | {joint: text.replace(b"avholdt", b"avlyst")})
    found = registeret.valider()
    assert {"utvalg-00", "utvalg-05"} <= set(registeret.doemt)
    assert found == registeret.uten()
    assert [f.finding for f in found.funn if f.finding.utvalg == "utvalg-05"] != few


def test_a_name_that_only_another_council_uses_is_asked_for(registeret: Registeret) -> None:
    """A group that a rule set names is one as long as somebody, in any council, is said to know it."""
    person = f"{UTVALG}4/medlemmer/kari.yaml"
    rare = byttet(registeret.filer, "records/regelverk/to.yaml", b"gruppe: rus", b"gruppe: sjelden")
    kari = b"navn: Kari Lie\nside: bruker\ngrupper: [sjelden]\n"
    registeret.endre(rare | {person: kari})
    known = registeret.valider()
    assert known == registeret.uten()
    registeret.endre(rare | {person: kari.replace(b"sjelden", b"syn")})
    unknown = registeret.valider()
    assert unknown == registeret.uten()
    assert unknown.ikke_vurdert != known.ikke_vurdert
    assert len(registeret.doemt) > 1


def test_what_was_judged_before_is_known_again(registeret: Registeret) -> None:
    """To undo a change, or to go back to another branch."""
    before = registeret.valider()
    first = registeret.filer
    registeret.endre(byttet(first, f"{UTVALG}1/hendelser.yaml", b"kurs", b"samling"))
    registeret.valider()
    registeret.endre(first)
    assert registeret.valider() == before
    assert registeret.doemt == []


def test_a_comment_in_a_file_judges_that_council_only(registeret: Registeret) -> None:
    registeret.valider()
    path = f"{UTVALG}1/moeter/2023-03-02.yaml"
    registeret.endre(registeret.filer | {path: registeret.filer[path] + b"# noe\n"})
    assert registeret.valider() == registeret.uten()
    assert registeret.doemt == ["utvalg-01"]


def test_another_program_judges_all(registeret: Registeret, monkeypatch: pytest.MonkeyPatch) -> None:
    registeret.valider()
    monkeypatch.setattr("brukerutvalg_cli.hurtiglager.stand.dette_programmet", lambda: "0" * 32)
    registeret.valider()
    assert len(registeret.doemt) == 7


# ── Time ──────────────────────────────────────────────────────────────────────────────────────────


def test_a_breach_that_comes_true_overnight_is_told_of_in_the_morning(registeret: Registeret) -> None:
    """Through a year the report is that of the day, and most councils are not judged on it."""
    judged = 0
    for nr in range(0, 366, 24):
        day = DATO + timedelta(days=nr)
        assert registeret.valider(day) == registeret.uten(day), day
        judged += len(registeret.doemt)
    assert 7 < judged < 16 * 7 / 2


def test_the_clock_set_back_finds_what_there_is_on_that_day(registeret: Registeret) -> None:
    registeret.valider(DATO)
    for back in (1, 5000):
        day = DATO - timedelta(days=back)
        assert registeret.valider(day) == registeret.uten(day)


# ── Files ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_file_of_the_same_size_and_the_same_times_is_seen_to_be_another(registeret: Registeret) -> None:
    """As when a program writes again within the same tick; and one that puts the time of the file back."""
    registeret.valider()
    path = registeret.root / f"{UTVALG}1/hendelser.yaml"
    was = path.stat()
    registeret.endre(byttet(registeret.filer, f"{UTVALG}1/hendelser.yaml", b"kurs", b"kvrs"))
    os.utime(path, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert path.stat().st_size == was.st_size
    assert registeret.valider() == registeret.uten()


def test_a_file_that_was_written_within_the_same_tick_is_read_anew(
    registeret: Registeret, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a disk whose clock stands: before and after, each file looks the same."""
    now = time.time_ns()
    real = avtrykk.registeret

    def seen(root: Path) -> dict[str, avtrykk.Avtrykk]:
        return {name: avtrykk.Avtrykk("det samme", now) for name in real(root)}

    monkeypatch.setattr(stand_, "registeret", seen)
    monkeypatch.setattr(innhold, "filen", lambda path: (7, now, now, 7))
    registeret.valider()
    registeret.endre(byttet(registeret.filer, f"{UTVALG}1/hendelser.yaml", b"kurs", b"kvrs"))
    assert registeret.valider() == registeret.uten()
    assert registeret.doemt == ["utvalg-01"]


def test_a_file_that_changes_while_it_is_judged_is_not_kept_as_what_it_was(
    registeret: Registeret, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = byttet(registeret.filer, f"{UTVALG}5/hendelser.yaml", b"kurs", b"kvrs")

    def judged(landet: Landet, utvalg: str, dato: date, *, begynt: bool) -> Rapport:
        registeret.endre(other)
        return utvalgets(landet, utvalg, dato, begynt=begynt)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(gjenbruk, "utvalgets", judged)
        registeret.valider()
    assert registeret.valider() == registeret.uten()
    registeret.endre(tjue_utvalg(6))
    assert registeret.valider() == registeret.uten()


def test_a_file_that_cannot_be_read_is_another_than_one_that_can(registeret: Registeret) -> None:
    registeret.valider()
    path = registeret.root / f"{UTVALG}1/hendelser.yaml"
    path.unlink()
    path.mkdir()
    assert registeret.valider() == registeret.uten()
    path.rmdir()
    path.symlink_to("../utvalg-02/hendelser.yaml")
    assert registeret.valider() == registeret.uten()
    (registeret.root / f"{UTVALG}2/hendelser.yaml").write_text("- {hva: annet, dato: 2023-05-01}\n")
    assert registeret.valider() == registeret.uten()


def test_a_council_that_comes_and_one_that_goes(registeret: Registeret) -> None:
    registeret.valider()
    registeret.endre(tjue_utvalg(7))
    assert registeret.valider() == registeret.uten()
    registeret.endre({path: raw for path, raw in registeret.filer.items() if "utvalg-03" not in path})
    assert not any((registeret.root / f"{UTVALG}3").rglob("*.yaml"))
    assert registeret.valider() == registeret.uten()


def test_one_council_by_name_is_told_what_is_kept_of_it(registeret: Registeret) -> None:
    registeret.valider()
    for name in (["utvalg-02"], ["utvalg-01", "utvalg-04"]):
        stand = standen(WorkTree(registeret.root), DATO, registeret.root)
        assert stand
        assert stand.rapport(name) == uten_lager(WorkTree(registeret.root), DATO, name)


def test_for_one_of_which_nothing_is_kept_no_other_is_looked_at(
    registeret: Registeret, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kept() -> bool:
        return standen(WorkTree(registeret.root), DATO, registeret.root, utvalg=["utvalg-01"]) is not None

    path = f"{UTVALG}1/hendelser.yaml"
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(stand_, "registeret", lambda _: pytest.fail("all were looked at"))
        assert not kept()
    registeret.valider()
    assert kept()
    before = registeret.filer
    registeret.endre(byttet(before, path, b"kurs", b"samling"))
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(stand_, "registeret", lambda _: pytest.fail("all were looked at"))
        assert not kept()
    registeret.endre(byttet(before, f"{UTVALG}2/hendelser.yaml", b"kurs", b"samling"))
    assert kept()
    assert standen(WorkTree(registeret.root), DATO, registeret.root, utvalg=["utvalg-01", "ingen"]) is None


def test_what_is_known_of_other_councils_is_not_tidied_away(registeret: Registeret, tmp_path: Path) -> None:
    known = Kjennskapen(WorkTree(registeret.root))
    assert known.om(Enhet("utvalg-01", "hendelser", [f"{UTVALG}1/hendelser.yaml"]), "noe") is None
    known.merk(Enhet("utvalg-01", "hendelser", [f"{UTVALG}1/hendelser.yaml"]), "noe", [])
    known.lagre()
    (there,) = (tmp_path / "lager").glob(f"*/*/{KJENNSKAPEN}")
    os.utime(there, (0, 0))
    registeret.valider()
    assert there.exists()


# ── All of it in one ──────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def gammelt(registeret: Registeret, monkeypatch: pytest.MonkeyPatch) -> Registeret:
    """The same, last changed long before it is looked at."""
    monkeypatch.setattr(avtrykk, "TIKK", -(1 << 62))
    registeret.valider()
    return registeret


def test_where_nothing_has_changed_no_council_is_looked_up(
    gammelt: Registeret, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = gammelt.valider()
    monkeypatch.setattr(stand_, "hentet", lambda *_: pytest.fail("a council was looked up"))
    assert gammelt.valider() == whole == gammelt.uten()


def test_one_council_by_name_is_looked_up_though_all_are_known(gammelt: Registeret) -> None:
    gammelt.valider()
    stand = standen(WorkTree(gammelt.root), DATO, gammelt.root)
    assert stand
    assert stand.rapport(["utvalg-02"]) == uten_lager(WorkTree(gammelt.root), DATO, ["utvalg-02"])
    stand.lagre()
    assert gammelt.valider() == gammelt.uten()


def test_what_is_told_of_all_is_that_of_the_day(gammelt: Registeret) -> None:
    """And of the files as they are: one that is changed, one that comes, one that goes."""
    for nr in (0, 0, 40, 400, -30):
        day = DATO + timedelta(days=nr)
        for _ in range(2):
            assert gammelt.valider(day) == gammelt.uten(day), day
    path = f"{UTVALG}1/hendelser.yaml"
    for change in (byttet(gammelt.filer, path, b"kurs", b"samling"), gammelt.filer, tjue_utvalg(7)):
        gammelt.endre(change)
        for _ in range(2):
            assert gammelt.valider() == gammelt.uten()


def test_what_is_new_is_known_also_where_all_was_told_in_one(gammelt: Registeret) -> None:
    before = gammelt.filer
    gammelt.endre(byttet(before, f"{UTVALG}1/medlemmer/ola.yaml", b"side: bruker", b"side: nav"))
    tree = WorkTree(gammelt.root)
    wanted = bare_nytt(tree, before, DATO)
    assert [bare_nytt(tree, before, DATO, rot=gammelt.root) for _ in range(3)] == [wanted] * 3


def test_a_file_that_was_changed_just_now_may_be_changed_again(registeret: Registeret) -> None:
    """Nothing is told of all as long as one of them looks as if it could be another within the same tick."""
    for _ in range(3):
        registeret.valider()
        stand = standen(WorkTree(registeret.root), DATO, registeret.root)
        assert stand
        assert stand.hos, "all of it was taken from one file"


# ── What git holds ────────────────────────────────────────────────────────────────────────────────


def test_what_git_holds_is_known_as_the_same(registeret: Registeret) -> None:
    """And a file that only it has is judged with those that ask about it, and no others."""
    found = registeret.valider()
    registeret.doemt.clear()
    stand = standen(MemoryTree(registeret.filer), DATO, registeret.root)
    assert stand
    assert gjenbruk.rapporten(stand) == found
    assert registeret.doemt == []
    other = byttet(registeret.filer, f"{UTVALG}1/hendelser.yaml", b"kurs", b"kvrs")
    stand = standen(MemoryTree(other), DATO, registeret.root)
    assert stand
    assert gjenbruk.rapporten(stand) == uten_lager(MemoryTree(other), DATO)
    assert registeret.doemt == ["utvalg-01"]
    assert registeret.valider() == found
    assert registeret.doemt == []


def test_what_weighs_the_same_for_who_asks_of_a_change_is_judged_once(registeret: Registeret) -> None:
    registeret.valider()
    registeret.doemt.clear()
    assert bare_nytt(WorkTree(registeret.root), registeret.filer, DATO, rot=registeret.root).funn == ()
    assert registeret.doemt == []


def test_a_change_weighs_otherwise_than_what_stands_and_is_kept_apart(registeret: Registeret) -> None:
    """A year with too few meetings is over: the clock alone, until somebody enters what happened after it."""
    course = b"- {hva: kurs, dato: 2024-01-10}\n"
    alone = {p: raw for p, raw in registeret.filer.items() if not p.startswith(f"{UTVALG}1/moeter/2023-10")}
    registeret.endre(alone | {f"{UTVALG}1/hendelser.yaml": course})
    now = registeret.valider()
    changed = rapporten(WorkTree(registeret.root), load(WorkTree(registeret.root)), DATO, begynt=True)
    weights = [{f.finding.message: f.finding.severity for f in each.funn} for each in (now, changed)]
    assert weights[0].keys() == weights[1].keys()
    assert weights[0] != weights[1]
    for _ in range(2):
        stand = standen(WorkTree(registeret.root), DATO, registeret.root, BEGYNT)
        assert stand
        tree = WorkTree(registeret.root)
        assert gjenbruk.rapporten(stand) == rapporten(tree, load(tree), DATO, begynt=True)
        assert registeret.valider() == now


@pytest.mark.parametrize("seed", range(3))
def test_what_is_new_is_the_same_with_and_without(registeret: Registeret, seed: int) -> None:
    draw = Random(seed)
    before = registeret.filer
    for _ in range(3):
        registeret.endre(forandret(registeret.filer, draw))
        tree = WorkTree(registeret.root)
        assert bare_nytt(tree, before, DATO, rot=registeret.root) == bare_nytt(tree, before, DATO)
        registeret.doemt.clear()
        assert bare_nytt(tree, before, DATO, rot=registeret.root) == bare_nytt(tree, before, DATO)
        assert registeret.doemt == []


# ── Anything ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("seed", range(int(os.environ.get("EKSEMPLER", "0")) * 125 or 1))
def test_any_change_on_any_day_is_the_same_with_and_without(
    registeret: Registeret, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twenty councils that refer to each other; as many changes, one after the other, as the days go to and fro. Half
    of them as if each was made long after the last."""
    if seed % 2 == 0:
        monkeypatch.setattr(avtrykk, "TIKK", -(1 << 62))
    draw = Random(seed)
    registeret.endre(tjue_utvalg(20, seed))
    day, judged = DATO, list[int]()
    for _ in range(16):
        registeret.endre(forandret(registeret.filer, draw))
        day += timedelta(days=draw.choice([0, 0, 0, 1, 1, 30, -2]))
        wanted = registeret.uten(day)
        assert registeret.valider(day) == wanted, (seed, day)
        judged.append(len(registeret.doemt))
        if seed % 2 == 0:  # once more council by council, and then all in one
            assert [registeret.valider(day), registeret.valider(day)] == [wanted, wanted], (seed, day)
        if draw.random() < 0.2:
            registeret.endre(tjue_utvalg(20, seed))
    assert min(judged) < 5
