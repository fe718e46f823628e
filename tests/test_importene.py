"""What each verb imports: start-up is most of what a short command takes, and is lost one import at a time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from brukerutvalg_cli.kontroll.tabell import SJEKKER
from brukerutvalg_cli.mandat.regelverk import Regel
from smaa_registre import skriv

TYNGRE = {"babel", "git", "holidays", "jinja2", "markdown_it", "openpyxl", "pydantic", "rich", "yaml"}
"""The libraries that cost the most."""

IMPORTENE: dict[str, tuple[set[str], int]] = {
    "--version": (set(), 20),
    "valider": ({"pydantic", "yaml"}, 295),
    "valider utvalget": ({"pydantic", "yaml"}, 298),
    "frister utvalget": ({"pydantic", "yaml"}, 291),
    "status utvalget": ({"pydantic", "yaml", "git"}, 302),
    "vis utvalget": ({"pydantic", "yaml"}, 251),
    "referat utvalget 2022-05-11": ({"pydantic", "yaml", "jinja2", "babel"}, 311),
    "moete foer utvalget 2022-05-11 --innledning Noe --dry-run": ({"pydantic", "yaml"}, 321),
}
"""For each command the libraries it may import, and how many files of ours at most: a little more than it does now."""

ETT_TIL = {
    *(sjekk.modul for sjekk in SJEKKER),
    *(get_args(kind)[0].__module__ for kind in get_args(get_args(Regel)[0])),
}
"""The built-in checks and the kinds of rule: whoever judges imports them all, and one more is none too many."""

KJOERT = """
import json, sys
from brukerutvalg_cli.cli.run import run
code = run(sys.argv[1:])
print("\\n" + json.dumps([code, sorted(sys.modules)]))
"""

REGISTER = """
regel: {regel: hyppighet, hva: moete, minst: 1, per: kalenderaar}
organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}}
medlemmer/kari-nordmann: {oppnevninger: [{verv: medlem, fra: 2022-01-01, til: 2024-12-31}]}
moeter/2022-05-11:
  oppmoete: [{person: kari-nordmann}]
  saker: [{nr: 1/22, tittel: Ventetid, type: orientering}]
"""


@pytest.fixture(scope="module")
def rot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("register")
    skriv(root, REGISTER)
    return root


def test_what_is_kept_is_told_without_a_library_or_a_rule(rot: Path, tmp_path: Path) -> None:
    environ = {"BRUKERUTVALG_HURTIGLAGER": str(tmp_path)}
    _importert(rot, "valider", **environ)
    libraries, ours = _importert(rot, "valider", **environ)
    assert libraries == set()
    assert ours <= 65


@pytest.mark.parametrize("kommando", IMPORTENE)
def test_a_verb_imports_what_the_table_says_and_no_more(rot: Path, kommando: str) -> None:
    libraries, ours = IMPORTENE[kommando]
    imported, own = _importert(rot, kommando)
    assert imported <= libraries
    assert own <= ours


def _importert(rot: Path, kommando: str, **environ: str) -> tuple[set[str], int]:
    """Which of the libraries a command imports, and how many files of ours."""
    done = subprocess.run(
        [sys.executable, "-c", KJOERT, "--rot", str(rot), *kommando.split()],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)} | environ,
        check=True,
    )
    code, modules = json.loads(done.stdout.splitlines()[-1])
    assert code in (0, 1), done.stderr
    own = sum(name.startswith("brukerutvalg_cli") for name in set(modules) - ETT_TIL)
    return {name.partition(".")[0] for name in modules} & TYNGRE, own
