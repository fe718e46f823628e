"""Work dealt out to processes: the same as done here, and what a process was at when it died is told of."""

from __future__ import annotations

import os
import signal
from datetime import date
from functools import partial

import pytest

from brudd import med_brudd
from brukerutvalg_cli import validering
from brukerutvalg_cli.arbeidere import ArbeidetFeilet, fordelt
from brukerutvalg_cli.rapport.rapport import Rapport
from brukerutvalg_cli.register.landet import Landet
from brukerutvalg_cli.register.tree import MemoryTree
from brukerutvalg_cli.validering import ett_for_ett
from land import landet
from smaa_registre import ROOT
from stort_utvalg import REGELVERK

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="there is one process where none can be split off"
)
DATO = date(2024, 1, 15)
NAVN = [f"nr-{nr}" for nr in range(9)]


def stort(name: str) -> bytes:
    """More than a pipe holds at once."""
    return name.encode() * 50_000


@pytest.mark.parametrize("prosesser", [1, 2, 3, 12])
def test_each_piece_of_work_is_done_once_by_however_many(prosesser: int) -> None:
    answers = fordelt(NAVN, stort, prosesser)
    assert answers.gjort == {name: stort(name) for name in NAVN}
    assert answers.doede == ()


def doer_i(foreldre: int, hvor: str, name: str) -> bytes:
    if name == hvor and os.getpid() != foreldre:
        os.kill(os.getpid(), signal.SIGKILL)
    return name.encode()


@pytest.mark.parametrize("hvor", [NAVN[0], NAVN[3], NAVN[8]])
def test_of_a_process_that_dies_the_name_is_told_and_the_rest_is_done(hvor: str) -> None:
    answers = fordelt(NAVN, partial(doer_i, os.getpid(), hvor), 2)
    assert answers.doede == (hvor,)
    assert answers.gjort == {name: name.encode() for name in NAVN if name != hvor}


def feiler(name: str) -> bytes:
    if name == NAVN[4]:
        raise KeyError("noe")
    return b""


def test_what_the_program_does_wrong_is_told_with_the_name() -> None:
    with pytest.raises(ArbeidetFeilet, match="nr-4: KeyError"):
        fordelt(NAVN, feiler, 2)


def test_nothing_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of what it began itself: other tests have children of their own."""
    begun, fork = list[int](), os.fork

    def forked() -> int:
        begun.append(fork())
        return begun[-1]

    monkeypatch.setattr(os, "fork", forked)
    with pytest.raises(ArbeidetFeilet):
        fordelt(NAVN, feiler, 3)
    assert len(begun) == 3
    for each in begun:
        with pytest.raises(ChildProcessError):
            os.waitpid(each, os.WNOHANG)


@pytest.fixture(scope="module")
def tre() -> MemoryTree:
    """Five councils that look to each other, with a breach in each."""
    shipped = ROOT / "records" / "regelverk" / f"{REGELVERK}.yaml"
    files, _ = med_brudd(landet(shipped, 5, seed=1), hver=1, seed=1)
    return MemoryTree({f"records/{path}": text for path, text in files.items()})


@pytest.fixture(scope="module")
def alene(tre: MemoryTree) -> Rapport:
    """What one process says of them."""
    return ett_for_ett(Landet(tre), DATO)


@pytest.mark.parametrize("prosesser", [2, 3])
def test_in_workers_the_report_is_the_same(tre: MemoryTree, alene: Rapport, prosesser: int) -> None:
    assert ett_for_ett(Landet(tre), DATO, prosesser) == alene


def test_a_council_whose_process_died_is_a_finding_and_the_others_are_judged(
    tre: MemoryTree, alene: Rapport, monkeypatch: pytest.MonkeyPatch
) -> None:
    judge, here = validering.utvalgets, os.getpid()

    def utvalgets(landet: Landet, utvalg: str, dato: date) -> Rapport:
        doer_i(here, "nav-002", utvalg)
        return judge(landet, utvalg, dato)

    monkeypatch.setattr(validering, "utvalgets", utvalgets)
    found = ett_for_ett(Landet(tre), DATO, 2)
    (lost,) = [f for f in found.funn if f.path == "records/utvalg/nav-002"]
    assert "ble ikke vurdert" in lost.finding.message
    assert found.utvalg == alene.utvalg - 1
    others = {f for f in alene.funn if "/nav-002/" not in f.path and f.finding.utvalg != "nav-002"}
    assert others <= set(found.funn)
