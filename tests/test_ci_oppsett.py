"""What is set up for CI, run as CI runs it: the steps of the workflow and the template, and the hook under pre-commit.

All three make the same comparison, and so agree. What the runners alone can do (fetching actions, starting a machine)
is judged by the vendors' own tools in test_verktoey_for_ci.py.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from avlegger import program
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.krok import skriv_krok
from brukerutvalg_cli.pakkedata import oppsett
from gammelt_register import ETT_NYTT, register, som_filer
from nytt_register import som_nina
from smaa_registre import ROOT
from test_siden import SAGT, endret, git, lagre, legg

ARBEID, MAL = ".github/workflows/valider.yml", ".gitlab-ci.yml"


def les(name: str) -> Any:
    """A file of the set-up. `on` is a word and no yes."""
    return yaml.load((oppsett() / name).read_text(encoding="utf-8"), yaml.BaseLoader)


def test_the_workflow_is_given_no_more_than_it_needs() -> None:
    data = les(ARBEID)
    (job,) = data["jobs"].values()
    assert data["permissions"] == {}
    assert job["permissions"] == {"contents": "read", "security-events": "write"}
    assert set(data["on"]) == {"pull_request", "push"}
    for step in job["steps"]:
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", step.get("uses", "a/b@" + 40 * "0"))
        assert "${{" not in step.get("run", "")
    assert job["steps"][0]["with"] == {"fetch-depth": "0", "persist-credentials": "false"}


@pytest.fixture
def rot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The old register on `main`, with its set-up; the program is on the path, as after `pip install`."""
    som_nina(monkeypatch)
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/brukerutvalg").write_text(f'#!/bin/sh\nexec {shlex.join(program())} "$@"\n')
    (tmp_path / "bin/brukerutvalg").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", f"{ROOT / 'src'}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "pre-commit"))
    monkeypatch.setenv("RUNNER_TEMP", str(tmp_path))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "sammendrag.md"))
    root = tmp_path / "r"
    git("init", "--quiet", "--initial-branch", "main", str(root))
    legg(root, som_filer(register()))
    config = ".pre-commit-config.yaml"
    (root / config).write_bytes((oppsett() / config).read_bytes())
    lagre(root, "Som det var")
    monkeypatch.chdir(root)
    return root


def kjoer(script: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """A step of a CI, as its shell runs it."""
    return subprocess.run(
        ["bash", "-e", "-c", script], env=os.environ | environ, capture_output=True, text=True, check=False
    )


def i_workflow(siden: str) -> subprocess.CompletedProcess[str]:
    (step,) = (s for s in les(ARBEID)["jobs"]["valider"]["steps"] if "valider --siden" in s.get("run", ""))
    return kjoer(step["run"], SIDEN=siden, GITHUB_ACTIONS="true")


def i_malen(siden: str) -> subprocess.CompletedProcess[str]:
    return kjoer(
        les(MAL)["valider"]["script"][1], CI_MERGE_REQUEST_DIFF_BASE_SHA="", CI_COMMIT_BEFORE_SHA=siden
    )


def test_the_hook_the_workflow_and_the_template_tell_exactly_the_one(rot: Path, tmp_path: Path) -> None:
    git("switch", "--quiet", "--create", "forslag")
    legg(rot, endret())
    git("add", "--all")
    hook = kjoer("brukerutvalg krok")
    assert (hook.returncode, hook.stderr.count("\n  sted: "), SAGT in hook.stderr) == (1, 1, True)
    lagre(rot, "Endret")
    before = git("rev-parse", "main").strip()

    for siden in ("HEAD^1", before):
        done = i_workflow(siden)
        annotations = [line for line in done.stdout.splitlines() if line.startswith("::")]
        assert (done.returncode, len(annotations)) == (1, 1), done.stderr
        assert f"::{SAGT}%0A" in annotations[0]
    for name in ("brukerutvalg.md", "sammendrag.md"):
        text = (tmp_path / name).read_text("utf-8").replace("\\", "")
        assert "### Funn (1)" in text
        assert SAGT in text
    (result,) = json.loads((tmp_path / "brukerutvalg.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert result["message"]["text"].startswith(SAGT)

    done = i_malen(before)
    assert (done.returncode, done.stdout.count(SAGT)) == (1, 1)
    (entry,) = json.loads(Path("brukerutvalg.json").read_text("utf-8"))
    assert entry["description"] == SAGT
    assert Path("brukerutvalg.xml").read_text("utf-8").count("<failure ") == 1


def test_a_change_with_nothing_wrong_in_it_passes_everywhere(rot: Path) -> None:
    notes = rot / "records/utvalg/utvalget/medlemmer/person-01.yaml"
    notes.write_text(f"# et notat\n{notes.read_text('utf-8')}", encoding="utf-8")
    git("add", "--all")
    assert kjoer("brukerutvalg krok").returncode == 0
    lagre(rot, "Et notat")
    assert i_workflow("HEAD^1").returncode == 0
    assert i_malen(git("rev-parse", "HEAD~1").strip()).returncode == 0


def test_more_than_ten_errors_are_all_in_the_summary_and_the_worst_are_shown(
    rot: Path, tmp_path: Path
) -> None:
    """GitHub shows the first ten of a step. What keeps a file from being read comes before what breaks a mandate."""
    for nr in range(1, 13):
        day = f"2023-01-{nr:02}"
        text = f"dato: {day}\nstatus: avholdt\nsendt: {{sakspapirer: {day}, innkalling: 2022-01-01}}\n"
        (rot / f"records/utvalg/utvalget/moeter/{day}.yaml").write_text(text, encoding="utf-8")
    broken = rot / "records/utvalg/utvalget/moeter/2023-02-01.yaml"
    broken.write_text("dato: 2023-02-01\nstad: Bodø\n", encoding="utf-8")
    lagre(rot, "Tretten feil")
    done = i_workflow("HEAD^1")
    shown = [line for line in done.stdout.splitlines() if line.startswith("::error")]
    assert len(shown) >= 13
    assert "2023-02-01.yaml" in shown[0]
    assert f"{len(shown)} feil i " in done.stdout.splitlines()[-1]
    assert "GitHub viser bare 10 av hvert slag, alle står i " in done.stdout.splitlines()[-1]
    summary = (tmp_path / "sammendrag.md").read_text("utf-8")
    assert summary.count("- **feil ") == len(shown)


PRE_COMMIT = f'"{sys.executable}" -m pre_commit'


def brudd(rot: Path) -> None:
    """One breach, staged."""
    import random

    legg(rot, ETT_NYTT["a reference"][0](som_filer(register()), random.Random(1)))
    git("add", "--all")


@pytest.mark.parametrize("egen", [False, True], ids=["alone", "beside our own"])
def test_pre_commit_stops_a_bad_commit_once_and_lets_a_good_one_through(egen: bool, rot: Path) -> None:
    if egen:
        skriv_krok(rot)
    installed = kjoer(f"{PRE_COMMIT} install")
    assert installed.returncode == 0, installed.stderr
    assert (rot / ".git/hooks/pre-commit.legacy").exists() is egen
    brudd(rot)
    done = kjoer("git commit -m Brudd")
    said = done.stdout + done.stderr
    assert (done.returncode, said.count(SAGT), said.count("Stoppet: ")) == (1, 1, 1), said
    legg(rot, som_filer(register()))
    Path("notat.txt").write_text("hei\n")
    git("add", "--all")
    done = kjoer("git commit -m Notat")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("form", ["gone", "a fault of ours", "a fault of git's"])
def test_pre_commit_lets_nothing_through_that_could_not_be_judged(
    form: str, rot: Path, tmp_path: Path
) -> None:
    kjoer(f"{PRE_COMMIT} install")
    there = tmp_path / "bin/brukerutvalg"
    if form == "gone":
        there.unlink()
    else:
        there.write_text(f"#!/bin/sh\nexit {3 if 'ours' in form else 2}\n")
    Path("notat.txt").write_text("hei\n")
    git("add", "--all")
    assert kjoer("git commit -m Notat").returncode == 1
    assert git("log", "-1", "--format=%s").strip() == "Som det var"
    assert kjoer("git commit --no-verify -m Notat").returncode == 0


def test_what_our_own_commands_have_told_is_not_told_again_under_pre_commit(rot: Path) -> None:
    kjoer(f"{PRE_COMMIT} install")
    brudd(rot)
    assert kjoer("git commit -m Brudd", BRUKERUTVALG_VURDERT="1").returncode == 0


def test_our_own_hook_beside_a_pre_commit_that_does_not_know_of_it(rot: Path) -> None:
    Path(".pre-commit-config.yaml").write_text("repos: []\n")
    lagre(rot, "Uten kontroll i pre-commit")
    skriv_krok(rot)
    kjoer(f"{PRE_COMMIT} install")
    brudd(rot)
    done = kjoer("git commit -m Brudd")
    assert (done.returncode, (done.stdout + done.stderr).count(SAGT)) == (1, 1)


@pytest.mark.parametrize(
    ("valg", "skrevet"), [((), (ARBEID, MAL)), (("--ci", "github"), (ARBEID,)), (("--ci", "GitLab"), (MAL,))]
)
def test_init_writes_the_ones_that_are_wanted(
    valg: tuple[str, ...], skrevet: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = ["--utvalg", "Nav Storelva", "--mandat", "tomt", "--ja"]
    assert run(["init", str(tmp_path / "r"), *new, *valg]) == 0
    assert tuple(name for name in (ARBEID, MAL) if (tmp_path / "r" / name).exists()) == skrevet
    assert run(["init", str(tmp_path / "annet"), *new, "--ci", "gitlap"]) == 2
    assert "Mente du «gitlab»?" in capsys.readouterr().err
