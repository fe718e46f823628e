"""The diff of `--dry-run`: what would be written, and nothing that a confidential case says."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from brukerutvalg_cli.cli.diff import diff
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.endring.utkast import Filendring
from smaa_registre import UTVALG
from test_et_sant_vitne import DATO, SKRIVER, med_oensker

pytestmark = pytest.mark.usefixtures("samme_dom")

MOETE = f"{UTVALG}/moeter/2026-03-11.yaml"
SAKER = """\
dato: 2026-03-11
saker:
- nr: 1/26
  tittel: Klagen til Olsen
  type: droefting
  fortrolig: ja
  offentlig_tittel: En klage
  referat: |
    Olsen sa at noe
    måtte gjøres.
  innleder: [olsen, berg] # søsteren hans
- nr: 2/26
  tittel: Bussen
  type: orientering
"""


def forskjellen(foer: str | None, etter: str | None, path: str = MOETE) -> str:
    """The lines of the diff, without the two that name the file."""
    raw = (None if text is None else text.encode() for text in (foer, etter))
    return "".join(diff([Filendring(path, *raw)]).splitlines(keepends=True)[2:])


def test_around_a_change_in_another_case() -> None:
    assert forskjellen(SAKER, SAKER.replace("Bussen", "Bussen i sentrum")) == (
        """\
@@ -10,5 +10,5 @@
     (fortrolig)
   innleder: [(fortrolig), (fortrolig)] (fortrolig)
 - nr: 2/26
-  tittel: Bussen
+  tittel: Bussen i sentrum
   type: orientering
"""
    )


def test_in_the_confidential_case_itself() -> None:
    assert forskjellen(SAKER, SAKER.replace("måtte gjøres", "ble gjort")) == (
        """\
@@ -7,7 +7,7 @@
   offentlig_tittel: En klage
   referat: (fortrolig)
     (fortrolig)
-    (fortrolig)
+    (fortrolig)
   innleder: [(fortrolig), (fortrolig)] (fortrolig)
 - nr: 2/26
   tittel: Bussen
"""
    )


@pytest.mark.parametrize("er_lukket", ["foer", "etter"])
def test_a_case_that_is_confidential_on_one_side_only_is_so_on_both(er_lukket: str) -> None:
    open_ = SAKER.replace("  fortrolig: ja\n", "").replace("  offentlig_tittel: En klage\n", "")
    said = forskjellen(SAKER, open_) if er_lukket == "foer" else forskjellen(open_, SAKER)
    assert "lsen" not in said
    assert "tittel: (fortrolig)" in said
    assert "offentlig_tittel: En klage" in said


@pytest.mark.parametrize("er_lukket", ["foer", "etter"])
def test_a_file_that_cannot_be_read_is_closed_as_a_whole(er_lukket: str) -> None:
    broken = SAKER + "praktisk: [\n"
    said = forskjellen(broken, SAKER) if er_lukket == "foer" else forskjellen(SAKER, broken)
    assert "lsen" not in said
    assert set(said.split()) - {"-", "+"} >= {"(fortrolig)"}


def test_a_file_that_is_new_or_gone() -> None:
    assert "lsen" not in forskjellen(None, SAKER) + forskjellen(SAKER, None)


def test_what_is_private_is_not_shown_with_it() -> None:
    before = "dato: 2026-03-11\nmerknad: 'Ring 01010112345'\nstatus: planlagt\n"
    said = forskjellen(before, before.replace("planlagt", "innkalt"))
    assert "01010112345" not in said
    assert "+status: innkalt" in said


@pytest.mark.parametrize(
    ("foer", "etter", "hodet"),
    [
        ("a: 1\n", "a: 2\n", "@@ -1 +1 @@"),
        (None, "a: 2\nb: 2\n", "@@ -0,0 +1,2 @@"),
        ("a: 1\nb: 2\n", None, "@@ -1,2 +0,0 @@"),
        ("a: 1\r\nb: 2\r\n", "a: 1\nb: 3", "@@ -1,2 +1,2 @@"),
    ],
)
def test_the_rows_are_told_as_every_version_tool_tells_them(
    foer: str | None, etter: str | None, hodet: str
) -> None:
    assert forskjellen(foer, etter).startswith(f"{hodet}\n")


# ── Every command that writes ─────────────────────────────────────────────────────────────────────

HEMMELIG = "kvurlest"


def lukket_rundt(rot: Path) -> None:
    """Every case of the register is confidential, says a secret, and has another such on either side of it."""
    for file in (*rot.glob(f"{UTVALG}/moeter/*.yaml"), *rot.glob(f"{UTVALG}/saker/*.yaml")):
        record = yaml.load(file.read_text("utf-8"), yaml.CBaseLoader)
        cases = [_fortrolig(case) for case in record.get("saker", [])]
        beside = _fortrolig({"nr": "", "tittel": HEMMELIG, "type": "annet"})
        around = [beside | {"nr": f"{nr}/26"} for nr in (98, 99)]
        if file.parent.name == "moeter":
            record |= {"saker": [around[0], *cases, around[1]]}
        else:
            record = _fortrolig(record)
        file.write_text(yaml.dump(record, Dumper=yaml.CSafeDumper, sort_keys=False), "utf-8")


def _fortrolig(case: dict[str, Any]) -> dict[str, Any]:
    closed = {"fortrolig": "ja", "offentlig_tittel": "En sak", "merknad": HEMMELIG}
    return deepcopy(case) | {"tittel": HEMMELIG, "forslag": HEMMELIG} | closed


@pytest.mark.parametrize("navn", SKRIVER)
def test_no_command_shows_what_a_confidential_case_says(
    tmp_path: Path, navn: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    case = SKRIVER[navn]
    monkeypatch.chdir(tmp_path)
    med_oensker(tmp_path, case.moeter)
    lukket_rundt(tmp_path)
    words = ("--dato", DATO, "--likevel")
    for more in ("--dry-run",), ():
        assert run([*case.kommando, *words, *more]) in (0, 1, 2)
        said = capsys.readouterr()
        assert HEMMELIG not in said.out + said.err
    assert run(["angre", "--dry-run"]) in (0, 2)
    said = capsys.readouterr()
    assert HEMMELIG not in said.out + said.err
