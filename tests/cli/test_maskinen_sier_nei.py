"""The machine refuses: a full or closed stream, a place that cannot be written, a folder that is gone. Exit 2."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from avlegger import program
from brukerutvalg_cli.cli.run import run
from smaa_registre import ROOT, skriv

pytestmark = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="only Linux has a disk that is always full"
)

U = "records/utvalg/utvalget"
SAK = "sak ny utvalget Ventetid --innmeldt-av bruker"
UENDRET, SKREVET = "Registeret er som det var.", "Endringen er skrevet i registeret"


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    rot = tmp_path / "reg"
    skriv(rot, {"moeter/2099-03-01": {"status": "planlagt"}})
    (rot / "ring").symlink_to("ring")
    (rot / "fil").write_text("x", encoding="utf-8")
    return rot


def kjoer(rot: Path, line: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """The line as a shell runs it, where `bu` is the program."""
    if not environ and re.fullmatch(r"bu [\w ./-]+", line):  # no more in it than words: no shell is needed
        return i_prosessen(rot, line)
    return subprocess.run(
        ["bash", "-c", f'bu() {{ {shlex.join(program())} "$@"; }}\n{line}'],
        cwd=rot,
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        env={k: v for k, v in os.environ.items() if k != "HOME"}
        | {"PYTHONPATH": str(ROOT / "src")}
        | environ,
        timeout=60,
        check=False,
    )


def i_prosessen(rot: Path, line: str) -> subprocess.CompletedProcess[str]:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.chdir(rot), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run(line.split()[1:])
    return subprocess.CompletedProcess(line, code, out.getvalue(), err.getvalue())


NEI = [
    ("bu status >/dev/full", "disken er full. " + UENDRET),
    ("bu status >&-", "den er lukket. " + UENDRET),
    ("bu valider 2>/dev/full", "standard feil: disken er full"),
    ("bu valider 2>&-", "standard feil: den er lukket"),
    ("bu --help >/dev/full", "disken er full"),
    ("bu --version >&-", "den er lukket"),
    ("bu innkalling utvalget neste >/dev/full", "disken er full. " + UENDRET),
    (f"bu {SAK} >/dev/full", "disken er full. " + SKREVET),
    (f"bu {SAK} >&-", "den er lukket. " + SKREVET),
    (f"bu {SAK} --dry-run >/dev/full", UENDRET),
    (f"bu {SAK} >/dev/null; bu angre >/dev/full", "Den siste kommandoen er angret"),
    ("bu init ny --utvalg Storlia --ja >/dev/full", "Registeret er laget"),
    ("bu doctor --rett >/dev/full", "Det programmet kunne rette, er rettet"),
    ("bu innkalling utvalget neste --ics /dev/full", "disken er full"),
    ("bu innkalling utvalget neste -o /dev/full", "disken er full"),
    ("bu valider --json -o /dev/full", "disken er full"),
    ("echo 'a: a@example.no' >../a; bu innkalling utvalget neste --eml /dev/full --adresser ../a", "disken er full"),
    ("echo 'a: a@example.no' >../adr; bu innkalling utvalget neste --eml ring --adresser ../adr", "i ring"),
    ("bu innkalling utvalget neste --eml ut.eml --adresser ring", "finnes ikke"),
    ("GITHUB_ACTIONS=true GITHUB_STEP_SUMMARY=/dev/full bu valider", "sammendraget kunne ikke skrives"),
    ("GITHUB_ACTIONS=true GITHUB_STEP_SUMMARY=/nope/x bu valider", "(mappa finnes ikke). Rapporten er skrevet"),
    ("SHELL=/bin/bash HOME=$PWD/fil bu --install-completion", "fullføring ble ikke slått på"),
    ("mkdir x; cd x; rmdir ../x; bu status", "mappa du står i, finnes ikke lenger"),
    ("mkdir x; cd x; rmdir ../x; bu valider -o ut.md", "mappa du står i, finnes ikke lenger"),
    ("bu --rot nope status", "finnes ikke"),
    ("bu --rot ring status", "finnes ikke"),
    ("bu --rot fil status", "er en fil, ikke en mappe"),
    ("mkdir x; echo x >x/records; bu --rot x status", "har ingen «records/»"),
    ("bu valider -o ring", "lenkene går i ring"),
    ("bu valider -o fil/x", "kan ikke skrives"),
    ("bu init ring/x --utvalg A --ja", "registeret ble ikke laget"),
    ("bu init fil/x --utvalg A --ja", "registeret ble ikke laget"),
    ("bu init ny --utvalg A --ja --medlemmer ring", "finnes ikke"),
    ("BRUKERUTVALG_ENKEL=kanskje bu status", "verken true eller false"),
    (f"BRUKERUTVALG_COMMIT=kanskje bu {SAK}", "verken true eller false"),
    ("bu status --dato $(head -c 10000 /dev/zero | tr '\\0' 1)", "er ikke en dag"),
    ("bu valider $(head -c 100000 /dev/zero | tr '\\0' x)", "finnes ikke"),
    ("bu valider \"$(printf 'a\\377\\033[31m')\"", "<U+DCFF><U+001B>"),
    ("bu sak ny utvalget \"$(printf 'a\\377')\" --innmeldt-av bruker", "tegn som ikke er UTF-8"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "ventet"), NEI, ids=[line[:60] for line, _ in NEI])
def test_exit_2_and_a_sentence(rot: Path, line: str, ventet: str) -> None:
    done = kjoer(rot, line)
    assert done.returncode == 2, done.stderr
    said = done.stdout + done.stderr
    assert ventet in said
    assert "feil: " in said
    assert "Traceback" not in said
    assert "feil i programmet selv" not in said


GREIT = [
    "bu status <&-", "COLUMNS=abc bu status", "COLUMNS=-1 bu --help", "COLUMNS=0 bu valider",
    "COLUMNS=999999999 bu status",
    "LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 bu status", "PYTHONIOENCODING=ascii bu status", "TERM= bu status",
    "PYTHONIOENCODING=utf-16 bu valider", "TMPDIR=/nope bu status", "HOME= bu status",
    "bu valider -o /dev/stdin </dev/null",
    "BRUKERUTVALG_ADRESSER=/nope bu innkalling utvalget neste", "BRUKERUTVALG_DEBUG=ja bu status",
    "mkdir x; ln -s ../records x/records; bu --rot x status", f"bu {SAK} <&-",
]  # fmt: skip


@pytest.mark.parametrize("line", GREIT)
def test_what_is_only_odd_is_no_matter(rot: Path, line: str) -> None:
    done = kjoer(rot, line)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "asked", ["tull", "complete_tull", "complete_bash", "complete_zsh", "complete_fish", "source_", "_"]
)
def test_a_shell_that_asks_oddly_gets_no_answer(rot: Path, asked: str) -> None:
    done = kjoer(rot, "bu", _BRUKERUTVALG_COMPLETE=asked)
    assert done.returncode in (0, 2)
    assert done.stderr == ""


def test_the_records_are_as_the_sentence_says(rot: Path) -> None:
    kjoer(rot, f"bu {SAK} >/dev/full")
    assert len(list((rot / U / "saker").iterdir())) == 1
    kjoer(rot, f"bu {SAK} --dry-run >/dev/full")
    assert len(list((rot / U / "saker").iterdir())) == 1
