"""What every writing verb has in common: the same options, one judgement before anything is written, and one way on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pexpect
import pytest

import avlegger
from brukerutvalg_cli.cli.app import Verbgruppe, program
from brukerutvalg_cli.cli.klikk import Command, Context
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import MemoryTree, WorkTree
from brukerutvalg_cli.validering import beroerte, rapporten
from nytt_register import gjort

pytestmark = pytest.mark.usefixtures("samme_dom")

ROOT = Path(__file__).parents[2]
U = "nav-storelva"
DAG = "2026-02-11"
FELLES = {"--dato", "--likevel", "--dry-run", "--commit"}


def verbene(gruppe: Verbgruppe, ctx: Context, under: str = "") -> Iterator[tuple[str, Command]]:
    for name in gruppe.list_commands(ctx):
        command = gruppe.get_command(ctx, name)
        assert command is not None
        if isinstance(command, Verbgruppe):
            yield from verbene(command, ctx, f"{name} ")
        else:
            yield f"{under}{name}", command


def test_every_verb_that_writes_in_a_council_has_the_same_options() -> None:
    """`angre`, `doctor` and `init` have no council, and are told apart by that."""
    app = program()
    found = dict(verbene(app, Context(app)))
    options = {name: {opt for p in verb.params for opt in p.opts} for name, verb in found.items()}
    writing = {name for name, own in options.items() if "--dry-run" in own and "utvalg" in own}
    assert len(writing) > 30
    assert {name for name in writing if not options[name] >= FELLES} == set()
    assert {name for name, own in options.items() if "--commit" in own} == writing


@pytest.fixture
def rot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A council with a meeting in February that is held, and one in June."""
    monkeypatch.chdir(tmp_path)
    Path("folk.csv").write_text(
        "navn,side,verv,representerer\nKari Nordmann,bruker,leder,FFO\nNina Vik,nav,sekretaer,\n",
        encoding="utf-8",
    )
    new = (
        "--utvalg",
        "Nav Storelva",
        "--medlemmer",
        "folk.csv",
        "--alle",
        "nei",
        "--fra",
        "1.1.2026",
        "--foerste-moete",
        DAG,
        "--ja",
    )

    def holdt() -> None:
        assert run(["init", ".", *new, "--dato", "2026-01-01"]) == 0
        submitted = ("sak", "ny", U, "Leder", "--innmeldt-av", "bruker", "--foer-beslutning", "ja")
        assert run([*submitted, "--dato", "2026-01-10"]) == 0
        assert run(["sak", "til-moete", U, "2026-001", DAG, "--dato", "2026-01-10"]) == 0
        assert run(["oppmoete", U, DAG, "--godtgjort", "ja", "--dato", DAG, "--likevel"]) == 0

    gjort(tmp_path, "skriveverb", holdt)
    return tmp_path


def moetet(rot: Path) -> str:
    return (rot / f"records/utvalg/{U}/moeter/{DAG}.yaml").read_text(encoding="utf-8")


FEIL = ("moete", "ny", U, "2026-07-15")
"""The mandate has nothing against a meeting in July; a meeting that is held without an agenda breaks it."""
LEDET = ("--moeteleder", "kari-nordmann", "--referent", "nina-vik")
HOLDT = ("oppmoete", U, "2026-07-15", "--godtgjort", "ja", *LEDET)


def test_what_makes_a_fault_is_told_and_not_written(rot: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*FEIL, "--dato", DAG]) == 0
    path = rot / f"records/utvalg/{U}/moeter/2026-07-15.yaml"
    planned = path.read_bytes()
    capsys.readouterr()
    assert run([*HOLDT, "--dato", "2026-07-15"]) == 1
    out, err = capsys.readouterr()
    assert "feil: møtet 15. juli 2026 skal ha saksliste" in out
    assert "Ingenting er skrevet. Rett det, eller skriv --likevel" in err
    assert path.read_bytes() == planned
    assert run([*HOLDT, "--dato", "2026-07-15", "--dry-run"]) == 1
    assert "+status: avholdt" in capsys.readouterr().out
    assert path.read_bytes() == planned
    assert run([*HOLDT, "--dato", "2026-07-15", "--likevel"]) == 0
    assert "status: avholdt" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "ulest", [f"records/utvalg/{U}/medlemmer/nina-vik.yaml", "records/organisasjoner.yaml"]
)
def test_what_it_was_judged_without_is_told(
    rot: Path, capsys: pytest.CaptureFixture[str], ulest: str
) -> None:
    """Another file than the one that is written: the receipt would have it that all is well."""
    told = f"uten det som ikke kan leses: {ulest}. Kjør «brukerutvalg valider {U}»."
    meeting = ("moete", "ny", U, "2026-07-15", "--dato", DAG)
    assert run([*meeting, "--dry-run"]) == 0
    assert "ikke kan leses" not in capsys.readouterr().err
    with (rot / ulest).open("a", encoding="utf-8") as file:
        file.write("<<<<<<< HEAD\nnavn: A\n=======\nnavn: B\n>>>>>>> annen\n")
    for options in (["--dry-run"], []):
        assert run([*meeting, *options]) == 0
        assert capsys.readouterr().err.count(told) == 1


@pytest.mark.parametrize(("svar", "skrevet"), [("ja", True), ("nei", False), ("", False)])
def test_on_a_terminal_it_is_asked_about(rot: Path, svar: str, skrevet: bool) -> None:
    assert run([*FEIL, "--dato", DAG]) == 0
    child = pexpect.spawn(
        avlegger.python()[0], [*avlegger.program()[1:], *HOLDT, "--forfall", "ingen", "--dato", "2026-07-15"],
        cwd=str(rot), encoding="utf-8", timeout=30, dimensions=(40, 200),
    )  # fmt: skip
    child.expect("Skal det føres likevel")
    child.sendline(svar)
    child.expect("Neste steg" if skrevet else "Ingenting er skrevet")
    child.expect(pexpect.EOF)
    written = (rot / f"records/utvalg/{U}/moeter/2026-07-15.yaml").read_text(encoding="utf-8")
    assert ("status: avholdt" in written) is skrevet


UTE = {
    "sendt": ("sendt", U, DAG, "referat"),
    "lagt ut": ("publisert", U, DAG, "referat"),
}
ENDRER = ("moete", "foer", U, DAG, "--innledning", "Lederen ønsket velkommen.")
LEGGER_TIL = ("moete", "foer", U, DAG, "--praktisk", "Ta med kaffe.")


@pytest.mark.parametrize("how", UTE)
def test_minutes_that_are_out_are_not_changed_unasked(
    rot: Path, how: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*ENDRER, "--dato", DAG]) == 0  # still the secretary's own
    assert run(["angre"]) == 0
    assert run([*UTE[how], "--dato", DAG, "--likevel"]) == 0
    before = moetet(rot)
    capsys.readouterr()
    assert run([*ENDRER, "--dato", DAG]) == 1
    said = f"Referatet fra onsdag 11. februar 2026 er alt {how}, og sier da noe annet enn registeret."
    assert said in capsys.readouterr().err
    assert moetet(rot) == before
    assert run([*LEGGER_TIL, "--dato", DAG]) == 0  # no part of the minutes
    assert run([*ENDRER, "--dato", DAG, "--likevel"]) == 0
    assert "ønsket velkommen" in moetet(rot)


def test_an_election_is_not_added_to_published_minutes_unasked(rot: Path) -> None:
    assert run([*UTE["lagt ut"], "--dato", DAG, "--likevel"]) == 0
    before = moetet(rot)
    elect = ["valg", U, DAG, "1/26", "kari-nordmann", "--verv", "nestleder", "--dato", DAG]
    assert run(elect) == 1
    assert moetet(rot) == before
    assert run([*elect, "--likevel"]) == 0
    assert "verv: nestleder" in moetet(rot)


STREKES = (
    "records/utvalg/nav-vestland/utvalg.yaml",
    "records/utvalg/nav-sentralt/utvalg.yaml",
    "records/utvalg/nav-troendelag-ungdom/utvalg.yaml",
    "records/utvalg/nav-vestland/medlemmer/kari-nordmann.yaml",
    "records/utvalg/nav-vestland/moeter/2022-11-16.yaml",
    "records/utvalg/nav-fjordvik/utvalg.yaml",
    "records/organisasjoner.yaml",
    "records/regelverk/nav-vestland-2019.yaml",
)


STREKDAG = date(2023, 3, 1)


@pytest.fixture(scope="module")
def levert() -> dict[str, bytes]:
    """The shipped records."""
    tree = WorkTree(ROOT)
    return {path: raw for path in tree.paths() if isinstance(raw := tree.read(path), bytes)}


@pytest.fixture(scope="module")
def funnet(levert: dict[str, bytes]) -> set[str]:
    """What is found in them as they are."""
    return _funn(MemoryTree(levert), STREKDAG)


@pytest.mark.parametrize("path", STREKES)
def test_the_councils_a_change_can_reach_are_all_that_it_reaches(
    levert: dict[str, bytes], funnet: set[str], path: str
) -> None:
    """Most of the file is gone: what is new with that in the whole register, is new in those that were judged."""
    dag, before = STREKDAG, MemoryTree(levert)
    raw = levert[path]
    half = raw[: raw.index(b"\n", len(raw) // 4) + 1]
    after = MemoryTree(levert | {path: half})
    lastet = load(before)
    reached = beroerte(lastet, {path: half})
    new = _funn(after, dag) - funnet
    assert new
    assert _funn(after, dag, reached, foer=lastet.lest) - _funn(before, dag, reached) == new


def _funn(tree: MemoryTree, dag: date, utvalg: frozenset[str] = frozenset(), **foer: object) -> set[str]:
    lastet = load(tree, **foer)  # type: ignore[arg-type]  # one keyword, or none
    return {f.finding.fingerprint for f in rapporten(tree, lastet, dag, utvalg).funn}


def test_a_council_alone_is_judged_alone(levert: dict[str, bytes]) -> None:
    lastet = load(MemoryTree(levert))
    assert beroerte(lastet, {"records/utvalg/nav-fjordvik/moeter/2026-11-16.yaml": b""}) < set(
        lastet.register.mapper
    )


def test_a_verb_keeps_its_own_help() -> None:
    app = program()
    verb = app.get_command(Context(app), "avlys")
    assert isinstance(verb, Command)
    assert (verb.help or "").startswith("Fører et møte som avlyst.")
    assert [p.name for p in verb.params][:2] == ["utvalg", "moete"]
