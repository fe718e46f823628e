"""Row 13 of the table: the same records and the same day are the same report, byte for byte."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from brukerutvalg_cli.cli.run import run
from smaa_registre import ROOT

FORMATS = ("full", "concise", "json", "github")

ALL_FORMATS = """
import sys
from dommer.test_determinisme import all_formats
all_formats(sys.argv[1:])
"""


def all_formats(options: list[str]) -> None:
    """The report in each format, with the exit code after it."""
    for format in FORMATS:
        print("###", format, flush=True)
        code = run([*options, "valider", "--dato", "2023-03-01", "--output-format", format])
        print("exit", code, flush=True)


def report(*options: str, cwd: Path) -> str:
    """What is written, with what is said on the side."""
    out = io.StringIO()
    with contextlib.chdir(cwd), contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        all_formats(list(options))
    return out.getvalue()


def report_of_a_process(*options: str, cwd: Path, **environ: str) -> bytes:
    """The same by a process of its own, in another environment."""
    path = os.pathsep.join((str(ROOT / "src"), str(ROOT / "tests")))
    result = subprocess.run(
        [sys.executable, "-c", ALL_FORMATS, *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": path} | environ,
        check=True,
    )
    return result.stdout


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped register with things wrong in many files, so that there is an order to keep."""
    root = tmp_path_factory.mktemp("register")
    for part in ("regelverk", "organisasjoner.yaml", "utvalg/nav-vestland", "utvalg/nav-fjordvik"):
        source, target = ROOT / "records" / part, root / "records" / part
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copyfile(source, target)
    for nr, path in enumerate(sorted((root / "records/utvalg").rglob("*.yaml"))):
        if path.parent.name in ("medlemmer", "moeter"):
            text = path.read_text(encoding="utf-8")
            added = ("ukjent_noekkel: ja\n", "", "moeteleder: blaabaer-moert\n", "navn: to ganger\n")[nr % 4]
            path.write_text(f"{text}\n{added}", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def first(register: Path) -> str:
    """The report to compare with: in each format, and with a good many findings."""
    out = report("--rot", str(register), cwd=ROOT)
    for format in FORMATS:
        assert f"### {format}\n" in out
    assert out.count("exit 1\n") == len(FORMATS)
    assert out.count("::error ") > 10
    return out


@pytest.mark.parametrize(
    "environ",
    [
        {"LC_ALL": "C", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
        {"LC_ALL": "nb_NO.UTF-8", "TZ": "America/Adak", "PYTHONHASHSEED": "2", "COLUMNS": "40"},
        {"LC_ALL": "tr_TR.ISO-8859-9", "LANG": "tr_TR", "PYTHONHASHSEED": "4242", "PYTHONUTF8": "0"},
    ],
    ids=["C", "nb_NO", "tr_TR"],
)
def test_locale_time_zone_and_hash_seed_do_not_matter(
    register: Path, first: str, environ: dict[str, str]
) -> None:
    assert report_of_a_process("--rot", str(register), cwd=ROOT, **environ) == first.encode()


def test_it_does_not_matter_where_one_stands(register: Path, first: str) -> None:
    assert report("--rot", str(register), cwd=ROOT) == first
    assert report(cwd=register) == first
    assert report(cwd=register / "records/utvalg/nav-vestland/moeter") == first
    assert report("--rot", os.path.relpath(register, ROOT / "tests"), cwd=ROOT / "tests") == first


def test_a_copy_of_the_register_says_the_same(register: Path, first: str, tmp_path: Path) -> None:
    """In another place, and with the files made in another order."""
    for path in sorted(register.rglob("*.yaml"), reverse=True):
        target = tmp_path / "kopi æøå" / path.relative_to(register)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    assert report("--rot", str(tmp_path / "kopi æøå"), cwd=tmp_path) == first
