"""Two secretaries, two clones: what they add to one file is put together; where they disagree, both are told."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from avlegger import program
from brukerutvalg_cli.cli.minnet import Minnet
from brukerutvalg_cli.flettoppsett import fletting_staar, skriv_fletting
from brukerutvalg_cli.gitlager.kall import linjeflettet
from brukerutvalg_cli.minne.fletting import MERKE, Flettet, flettet
from brukerutvalg_cli.minne.forskjell import forskjell
from brukerutvalg_cli.minne.opptegnelse import opptegnelsene
from brukerutvalg_cli.oppsettsjekk import sjekk
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree
from brukerutvalg_cli.validering import valider
from githistorien import Commit, git, historien
from smaa_registre import UTVALG, filer

M = "moeter/2022-03-02"
NINA = ("-c", "user.name=Nina Vik", "-c", "user.email=nina@example.no")
START: dict[str, Any] = {
    "medlemmer/kari": {
        "navn": "Kari Nordmann",
        "oppnevninger": [{"verv": "leder", "fra": "2022-01-01", "til": "2023-12-31"}],
    },
    M: {"status": "planlagt", "saker": [{"nr": "1/22", "tittel": "Årsplan", "type": "orientering"}]},
    "moeter/2022-05-04": {"status": "planlagt", "saker": []},
    "hendelser": [{"hva": "evaluering", "dato": "2022-05-03"}],
}


@pytest.fixture(params=["", "under mappe"], ids=["alone", "inside another"])
def kloner(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Path, Path]:
    """The two clones, each set up as `doctor --rett` does it. The program is on the path inside another."""
    inside = f"{request.param}/" if request.param else ""
    if inside:
        paa_stien(tmp_path / "bin", monkeypatch)
    files = {f"{inside}{path}": text for path, text in filer(START).items()}
    if inside:
        git(tmp_path, "init", "--quiet", "--initial-branch", "main", "r")
        legg(tmp_path / "r", files)
        git(tmp_path / "r", "add", "--all")
        git(tmp_path / "r", *NINA, "commit", "--quiet", "--message", "Først")
    else:
        historien(tmp_path / "r", [Commit(files, "Nina Vik", "2022-01-01")])
    found = []
    for name in ("en", "annen"):
        git(tmp_path, "clone", "--quiet", str(tmp_path / "r"), name)
        assert skriv_fletting(tmp_path / name / inside)
        assert not skriv_fletting(tmp_path / name / inside)
        assert fletting_staar(tmp_path / name / inside)
        found.append(tmp_path / name / inside)
    return found[0], found[1]


def paa_stien(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    (folder / "brukerutvalg").write_text(f'#!/bin/sh\nexec {shlex.join(program())} "$@"\n')
    (folder / "brukerutvalg").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def legg(rot: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (rot / path).parent.mkdir(parents=True, exist_ok=True)
        (rot / path).write_text(text, encoding="utf-8")


def med(*changes: tuple[Any, ...]) -> dict[str, Any]:
    r = deepcopy(START)
    for *way, last, value in changes:
        here: Any = r
        for step in way:
            here = here[step]
        here[last] = value
    return r


def fletter(
    kloner: tuple[Path, Path], en: dict[str, Any], annen: dict[str, Any], hvordan: str = "--no-rebase"
) -> tuple[int, str]:
    """Both save, and the first fetches what the other did."""
    for rot, register in zip(kloner, (en, annen), strict=True):
        legg(rot, filer(register))
        git(rot, "add", "--all")
        git(rot, *NINA, "commit", "--quiet", "--message", "Endret")
    mine, theirs = kloner
    whence = git(theirs, "rev-parse", "--show-toplevel").strip()
    command = ["git", "-C", str(mine), *NINA, "pull", "--quiet", hvordan, "--no-edit", whence, "main"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def sak(nr: str, tittel: str) -> dict[str, str]:
    return {"nr": nr, "tittel": tittel, "type": "droefting"}


def test_both_add_a_case_a_person_and_an_event(kloner: tuple[Path, Path]) -> None:
    cases, events = START[M]["saker"], START["hendelser"]
    one = med(
        (M, "saker", [*cases, sak("2/22", "Parkering")]),
        ("moeter/2022-05-04", "saker", [sak("3/22", "Heis")]),
        ("medlemmer/eva", {"navn": "Eva Dahl"}),
        ("hendelser", [*events, {"hva": "kurs", "dato": "2022-06-01"}]),
    )
    other = med(
        (M, "saker", [*cases, sak("4/22", "Brosjyre")]),
        ("moeter/2022-05-04", "saker", [sak("5/22", "Trapp")]),
        ("medlemmer/ola", {"navn": "Ola Berg"}),
        ("hendelser", [*events, {"hva": "kurs", "dato": "2022-07-01"}]),
    )
    code, said = fletter(kloner, one, other)
    assert code == 0, said
    council = load(WorkTree(kloner[0])).register.mapper["utvalget"]
    assert sorted(council.medlemmer) == ["eva", "kari", "ola"]
    assert [[s.tittel for s in m.saker] for m in council.moeter] == [
        ["Årsplan", "Parkering", "Brosjyre"],
        ["Heis", "Trapp"],
    ]
    assert [str(each.dato) for each in council.hendelser] == ["2022-05-03", "2022-06-01", "2022-07-01"]
    assert load(WorkTree(kloner[0])).findings == ()


def test_both_give_a_case_of_their_own_the_next_number(kloner: tuple[Path, Path]) -> None:
    """As the command does it, for each. Both cases are kept, in a file with one note at the top; one needs a number."""
    one, other = (med(("moeter/2022-05-04", "saker", [sak("2/22", title)])) for title in ("Heis", "Trapp"))
    code, said = fletter(kloner, one, other)
    assert code == 0, said
    assert "begge har ført en sak med nummer 2/22" in said
    loaded = load(WorkTree(kloner[0]))
    assert [s.tittel for s in loaded.register.mapper["utvalget"].moeter[1].saker] == ["Heis", "Trapp"]
    found = valider(WorkTree(kloner[0]), date(2022, 3, 1)).funn
    assert [f.finding.message for f in found if f.finding.name == "saksnummer"] == [
        "saksnummeret 2/22 er brukt før"
    ]


@pytest.mark.parametrize(("hvordan", "hva"), [("--no-rebase", "merge"), ("--rebase", "rebase")])
def test_of_two_cases_submitted_under_one_number_none_is_to_be_chosen(
    kloner: tuple[Path, Path], hvordan: str, hva: str
) -> None:
    """What git is told, as it is said, leaves the other's; one's own is submitted anew."""
    submitted = {"type": "droefting", "innmeldt_av": "bruker", "innmeldt": "2022-01-12"}
    one, other = ({**START, "saker/2022-001": {"tittel": title} | submitted} for title in ("Heis", "Trapp"))
    code, said = fletter(kloner, one, other, hvordan)
    assert code == 1
    assert "Meld så inn din en gang til med «brukerutvalg sak ny»" in said, said
    top = git(kloner[0], "rev-parse", "--show-toplevel").strip()
    for command in re.findall(r"«(git (?:checkout|add) [^»]+)»", said):
        subprocess.run(shlex.split(command), cwd=top, check=True, capture_output=True)
    assert f"«git {hva} --continue»" in said
    file = kloner[0] / UTVALG / "saker/2022-001.yaml"
    assert "tittel: Trapp" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("sti", "en", "annen"),
    [
        (("moeter/2022-05-04", "saker"), sak("2/22", "Heis"), sak("2/22", "Heis") | {"type": "vedtak"}),
        (
            ("medlemmer/kari", "oppnevninger"),
            {"verv": "sekretaer", "fra": "2022-06-01", "til": "2023-05-31"},
            {"verv": "sekretaer", "fra": "2022-06-01", "til": "2024-05-31"},
        ),
    ],
    ids=["a case", "a term"],
)
def test_the_same_thing_written_in_otherwise_by_each_is_told(
    kloner: tuple[Path, Path], sti: tuple[str, str], en: dict[str, str], annen: dict[str, str]
) -> None:
    before = START[sti[0]][sti[1]]
    code, said = fletter(kloner, med((*sti, [*before, en])), med((*sti, [*before, annen])))
    assert (code, "endret av to, og ikke på samme måte" in said) == (1, True), said


def test_a_file_that_both_begin_has_its_note_once(kloner: tuple[Path, Path]) -> None:
    for rot, event in zip(kloner, ("evaluering", "kurs"), strict=True):
        path = rot / "records/utvalg/nytt/hendelser.yaml"
        path.parent.mkdir()
        path.write_text(f"# yaml-language-server: $schema=x\n- {{hva: {event}, dato: 2022-06-01}}\n")
    code, said = fletter(kloner, START, START)
    assert code == 0, said
    text = (kloner[0] / "records/utvalg/nytt/hendelser.yaml").read_text()
    assert [text.count(each) for each in ("$schema", "evaluering", "kurs")] == [1, 1, 1]


@pytest.mark.parametrize(("hvordan", "ferdig"), [("--no-rebase", "git merge"), ("--rebase", "git rebase")])
def test_one_changes_a_term_that_the_other_ends(kloner: tuple[Path, Path], hvordan: str, ferdig: str) -> None:
    """Who moves the own onto the other's (rebase) has git call them the other way about; we do not."""
    term = ("medlemmer/kari", "oppnevninger", 0)
    code, said = fletter(
        kloner, med((*term, "til", "2024-12-31")), med((*term, "til", "2022-06-30")), hvordan
    )
    assert code == 1
    whose = "Kari Nordmann som leder fra 1. januar 2022: siste dag er endret fra 31. desember 2023 til"
    assert f"{UTVALG}/medlemmer/kari.yaml er endret av to, og ikke på samme måte" in said, said
    assert f"hos deg: {whose} 31. desember 2024" in said
    assert f"hos den andre: {whose} 30. juni 2022" in said
    file = (kloner[0] / UTVALG / "medlemmer/kari.yaml").read_text(encoding="utf-8")
    assert file.count("<<<<<<<") == file.count(">>>>>>>") == 1
    first, second = file.partition("=======\n")[::2]
    own, other = (first, second) if hvordan == "--no-rebase" else (second, first)
    assert ("2024-12-31" in own, " hos deg\n" in own) == (True, True), file
    assert ("2022-06-30" in other, " hos den andre\n" in other) == (True, True), file
    assert load(WorkTree(kloner[0])).findings  # and every command says so until it is chosen
    points = {each.navn: each for each in sjekk(kloner[0])}
    point, state = points["to utgaver"], points["tilstanden i git"]
    assert (point.i_orden, "medlemmer/kari.yaml" in point.funnet) == (False, True)
    assert f"«{ferdig} --continue»" in point.rett
    assert (state.i_orden, f"«{ferdig} --continue»" in state.rett) == (False, True)
    assert {"lagret", "delt"} & points.keys() == set()  # nothing is saved before that is ended


def test_both_do_the_same(kloner: tuple[Path, Path]) -> None:
    same = med((M, "saker", [*START[M]["saker"], sak("2/22", "Parkering")]))
    assert fletter(kloner, same, same)[0] == 0


def test_one_takes_out_what_the_other_writes_in(kloner: tuple[Path, Path]) -> None:
    gone = med((M, "saker", []))
    code, said = fletter(kloner, gone, med((M, "saker", 0, "type", "vedtak")))
    assert (code, "hos deg: Sak 1/22 er tatt ut" in said) == (1, True), said


def test_different_facts_on_lines_beside_each_other(kloner: tuple[Path, Path]) -> None:
    """Git stops, as the lines touch; nothing is guessed."""
    code, said = fletter(
        kloner, med((M, "saker", 0, "type", "vedtak")), med((M, "saker", 0, "tittel", "Årsplanen"))
    )
    assert (code, "hos den andre: Sak 1/22" in said) == (1, True), said


def flett(en: str, annen: str, foer: str, tmp_path: Path) -> Flettet | None:
    """What becomes of a member's file that two have changed."""
    paths = [tmp_path / name for name in ("vaar", "foer", "deres")]
    for path, text in zip(paths, (en, foer, annen), strict=True):
        path.write_text(text, encoding="utf-8")
    lines = linjeflettet(paths[0], paths[1], paths[2], MERKE)
    return flettet(f"{UTVALG}/medlemmer/kari.yaml", foer.encode(), en.encode(), annen.encode(), lines)


KARI = "navn: Kari Nordmann\nside: bruker\noppnevninger:\n  - {verv: medlem, fra: 2019}  # fra protokollen\n"


@pytest.mark.parametrize(
    ("foer", "en", "annen"),
    [
        pytest.param("2019", "2020", "2021", id="a year alone"),
        pytest.param("fra protokollen", "fra brevet", "fra avisa", id="a comment"),
        pytest.param("medlem, fra", "leder, fra", "nestleder, fra", id="a fact"),
    ],
)
def test_what_both_have_rewritten_is_never_chosen_between(
    foer: str, en: str, annen: str, tmp_path: Path
) -> None:
    """Not where no record tells of it either: what one of them wrote would be lost without a word."""
    found = flett(KARI.replace(foer, en), KARI.replace(foer, annen), KARI, tmp_path)
    assert found
    assert not found.helt
    assert all(text in found.tekst.decode() for text in (en, annen, "<<<<<<< hos deg"))


def test_what_both_have_rewritten_to_the_same_is_one(tmp_path: Path) -> None:
    found = flett(KARI.replace("2019", "2020"), KARI.replace("2019", "'2020'"), KARI, tmp_path)
    assert found
    assert (found.helt, found.tekst.decode()) == (True, KARI.replace("2019", "2020"))


def test_a_year_that_became_another_is_a_change_that_is_told(kloner: tuple[Path, Path]) -> None:
    path = f"{UTVALG}/medlemmer/kari.yaml"
    was, now = (opptegnelsene(path, KARI.replace("2019", year).encode()) for year in ("2019", "2020-03"))
    assert was is not None
    assert now is not None
    (change,) = forskjell(was, now).endringer
    assert change.felt == ("fra",)
    teller = Minnet(kloner[0], "", WorkTree(kloner[0]), er_filer=True).forteller("utvalget")
    assert "fra 2019 til mars 2020" in teller.setning(change)
