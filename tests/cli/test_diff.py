"""The diff of `--dry-run`: what would be written, and nothing that is closed."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml

from brukerutvalg_cli.cli.diff import diff
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.endring.utkast import Filendring
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import MemoryTree, WorkTree
from smaa_registre import UTVALG, filer
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


def register(text: str) -> Register:
    return load(MemoryTree(filer(text))).register


def forskjellen(foer: str | None, etter: str | None, path: str = MOETE, resten: str = "{}") -> str:
    """The lines of the diff, without the two that name the file. `resten`: what else the register holds."""
    raw = (None if text is None else text.encode() for text in (foer, etter))
    return "".join(diff([Filendring(path, *raw)], register(resten)).splitlines(keepends=True)[2:])


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


# ── Somebody's own file, and what is internal ─────────────────────────────────────────────────────

SIDEN = f"{UTVALG}/medlemmer/olve.yaml"
OLVE = """\
navn: Olve Skjultesen
side: bruker
oppnevninger:
- verv: leder
  fra: 2026-01-01
  valgt_i: 1/26
- {verv: medlem, fra: 2024-01-01, alder: 17, merknad: Syk i fjor} # Olve
publisering: kun_organisasjon
opplaering: []
"""
UTEN_MOETER = "medlemmer/olve: {}"
LUKKET_VALG = """
moeter/2026-03-11: {saker: [{nr: 1/26, tittel: Lederen, type: valg, fortrolig: ja, offentlig_tittel: En sak}]}
"""
AAPENT_VALG = "moeter/2026-03-11: {saker: [{nr: 1/26, tittel: Lederen, type: valg}]}"


def siden(foer: str | None, etter: str | None, resten: str = UTEN_MOETER) -> str:
    return forskjellen(foer, etter, SIDEN, resten)


def med_opplaering(text: str) -> str:
    return text.replace("opplaering: []", "opplaering: [{dato: 2026-02-01}]")


def test_the_name_of_one_who_is_shown_by_organisation_only() -> None:
    assert siden(OLVE, OLVE.replace("side: bruker", "side: nav")) == (
        """\
@@ -1,5 +1,5 @@
 navn: (vises ikke)
-side: bruker
+side: nav
 oppnevninger:
 - verv: leder
   fra: 2026-01-01
"""
    )


@pytest.mark.parametrize(
    "sier",
    ["kun_organisasjon", "ukjent", "", "!x navn", "navn\npublisering: kun_organisasjon"],
)
@pytest.mark.parametrize(
    "noekkel", ["publisering", "publisring", '"publi\\x73ering"', "kun_organisasjon", "\xa0publisering"]
)
def test_whatever_is_no_plain_leave_to_name_somebody(noekkel: str, sier: str) -> None:
    text = OLVE.replace("publisering: kun_organisasjon", f"{noekkel}: {sier}")
    for said in (siden(text, med_opplaering(text)), siden(text, None), siden(f"{text}x: [\n", text)):
        assert "Skjultesen" not in said


def test_the_name_of_one_who_may_be_named() -> None:
    open_ = OLVE.replace("publisering: kun_organisasjon\n", "")
    assert "+navn: Olve Skjultesen\n" in siden(None, open_)
    assert "+navn: Olve Skjultesen\n" in siden(None, f"{open_}publisering: navn\n")


@pytest.mark.parametrize("er_lukket", ["foer", "etter"])
def test_a_name_that_is_closed_on_one_side_only_is_so_on_both(er_lukket: str) -> None:
    open_ = OLVE.replace("kun_organisasjon", "navn").replace("side: bruker", "side: nav")
    said = siden(OLVE, open_) if er_lukket == "foer" else siden(open_, OLVE)
    assert "publisering: navn" in said
    assert " navn: (vises ikke)\n" in said


def test_the_name_in_another_file() -> None:
    """Whoever is not to be named is called by id there."""
    before = "dato: 2026-03-11\npraktisk: Ring Olve Skjultesen.\nstatus: planlagt\n"
    rest = "medlemmer/olve: {navn: Olve Skjultesen, publisering: kun_organisasjon}"
    said = forskjellen(before, before.replace("planlagt", "innkalt"), resten=rest)
    assert " praktisk: Ring olve.\n" in said


def test_a_name_from_before() -> None:
    rest = (
        "medlemmer/olve: {navn: Olve Lie, publisering: kun_organisasjon, "
        "tidligere_navn: [{navn: Olve Skjultesen, til: 2020-01-01}]}"
    )
    before = "dato: 2026-03-11\npraktisk: Ring Olve Skjultesen.\nstatus: planlagt\n"
    assert "Skjultesen" not in forskjellen(before, before.replace("planlagt", "innkalt"), resten=rest)


def test_a_term_that_a_confidential_case_gave() -> None:
    assert siden(OLVE, OLVE.replace("side: bruker", "side: nav"), LUKKET_VALG).splitlines()[-3:] == [
        " oppnevninger:",
        " - verv: (fortrolig)",
        "   fra: (fortrolig)",
    ]


@pytest.mark.parametrize(
    ("resten", "valgt_i", "vises"),
    [
        (AAPENT_VALG, "1/26", True),
        (AAPENT_VALG, "7/19", True),  # from before the register began
        (LUKKET_VALG, "1/26", False),
        (LUKKET_VALG, "ukjent", False),
        (LUKKET_VALG, "[1/26]", False),
        (AAPENT_VALG.replace("valg}", "valg, fortrolig: ukjent}"), "1/26", False),
        ("moeter/2026-03-11: {saker: [1/26]}", "1/26", False),  # nobody can read which cases are confidential
        ("moeter/2026-03-11: {saker: [1/26]}", "7/19", False),
    ],
)
def test_which_term_a_confidential_case_gave(resten: str, valgt_i: str, vises: bool) -> None:
    text = OLVE.replace("1/26", valgt_i)
    assert ("-  fra: 2026-01-01" in siden(text, None, resten)) is vises


@pytest.mark.parametrize(
    ("nr", "kalt"), [("1/26", "1/26"), ("3", "2026-03-11 3"), ("", "2026-03-11 punkt 1")]
)
def test_a_term_of_a_case_that_becomes_confidential_in_the_same_change(nr: str, kalt: str) -> None:
    case = f"dato: 2026-03-11\nsaker:\n- nr: {nr}\n  tittel: Lederen\n  type: valg\n"
    changes = [
        Filendring(MOETE, case.encode(), f"{case}  fortrolig: ja\n".encode()),
        Filendring(SIDEN, None, OLVE.replace("1/26", kalt).encode()),
    ]
    assert "fra: 2026-01-01" not in diff(changes, register(AAPENT_VALG.replace("1/26", nr)))


def test_what_is_internal() -> None:
    assert siden(None, OLVE).splitlines()[7] == (
        "+- {verv: medlem, fra: 2024-01-01, alder: (vises ikke), merknad: (vises ikke)} (vises ikke)"
    )
    assert "Syk i fjor" not in siden(None, f"{OLVE.replace('merknad', 'merknd')}x: [\n")


@pytest.mark.parametrize(
    "path",
    [MOETE, SIDEN, f"{UTVALG}/utvalg.yaml", f"{UTVALG}/hendelser.yaml", f"{UTVALG}/saker/2026-001.yaml",
     "records/organisasjoner.yaml", "records/ordliste.yaml"],
)  # fmt: skip
def test_a_note_in_each_kind_of_file(path: str) -> None:
    """A rule set is of nobody, and its notes are printed with it."""
    text = "- dato: 2026-01-01\n  hva: runde\n  merknad: |\n    Hun er\n    syk.\n"
    said = forskjellen(text, text.replace("runde", "evaluering"), path)
    assert (said.count("(vises ikke)"), "syk" in said, "dato: 2026-01-01" in said) == (3, False, True)
    rules = "records/regelverk/m.yaml"
    assert "merknad: Slik" in forskjellen(None, "merknad: Slik leser vi det.\n", rules)


# ── Every command that writes ─────────────────────────────────────────────────────────────────────

HEMMELIG = "kvurlest"
"""How each planted word begins, and no other."""


class Plantet:
    """Words that stand in one place each, with what that place is."""

    def __init__(self) -> None:
        self.hvor: dict[str, str] = {}

    def ny(self, hvor: str) -> str:
        word = f"{HEMMELIG}{'abcdefghij'[len(self.hvor) // 10]}{'abcdefghij'[len(self.hvor) % 10]}"
        self.hvor[word] = hvor
        return word

    def i(self, text: str) -> list[str]:
        """The places whose word a text has."""
        said = text.casefold()
        return [where for word, where in self.hvor.items() if word in said]


def lukket_rundt(rot: Path, *, i_saken: bool = False) -> Plantet:
    """All that can be closed, is so, in every file: a case on either side of each, the name of each person, the term
    that one of those cases gave, and every note. `i_saken`: each case, too."""
    planted = Plantet()
    meeting = partial(_moete, i_saken=i_saken)
    kinds: dict[str, Callable[[Any, Plantet], Any]] = {"moeter": meeting, "saker": _sak, "medlemmer": _person}
    for file in sorted((rot / "records").rglob("*.yaml")):
        if "regelverk" in file.parts or "ordliste" in file.name:
            continue
        record = yaml.load(file.read_text("utf-8"), yaml.CBaseLoader)
        kind = file.parent.name if file.parent.name in ("moeter", "saker", "medlemmer") else file.stem
        made = kinds.get(kind, _annet)(record, planted)
        file.write_text(
            yaml.dump(made, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True), "utf-8"
        )
    return planted


def _moete(record: dict[str, Any], planted: Plantet, *, i_saken: bool) -> dict[str, Any]:
    cases = [case | {"merknad": planted.ny("a note in an open case")} for case in record.get("saker", [])]
    cases = [_sak(case, planted) for case in cases] if i_saken else cases
    closed = {nr: _sak({"nr": nr, "type": "annet"}, planted) for nr in ("98/26", "99/26")}
    cases = [closed["98/26"], *cases, closed["99/26"]]
    return _uten_tomme(record) | {"merknad": planted.ny("a note in a meeting"), "saker": cases}


def _sak(case: dict[str, Any], planted: Plantet) -> dict[str, Any]:
    said = {key: planted.ny(f"{key} of a case") for key in ("tittel", "forslag", "merknad")}
    return deepcopy(case) | said | {"fortrolig": "ja", "offentlig_tittel": "En sak"}


def _person(record: dict[str, Any], planted: Plantet) -> dict[str, Any]:
    terms = [
        term | {"merknad": planted.ny("a note in a term"), "alder": "40"}
        for term in record.get("oppnevninger", [])
    ]
    elected = [
        {
            "verv": "arbeidsutvalg",
            "fra": "2020-01-01",
            "til": "2020-02-01",
            "av": planted.ny("a term"),
            "valgt_i": nr,
        }
        for nr in ("98/26", "99/26")
    ]
    return {
        "navn": f"{planted.ny('a first name')} {planted.ny('a last name')}".title(),
        "side": "bruker",
        "tidligere_navn": [{"navn": planted.ny("a name from before").title() + " Lie", "til": "2020-01-01"}],
        **{key: value for key, value in record.items() if key not in ("navn", "oppnevninger")},
        "publisering": "kun_organisasjon",
        "oppnevninger": [elected[0], *terms, elected[1]],
        "opplaering": [{"dato": "2020-01-01", "merknad": planted.ny("a note on training")}],
        "merknad": planted.ny("a note on a person"),
    }


def _annet(record: Any, planted: Plantet) -> Any:
    """The council, the organisations, what happened: a note in each."""
    if isinstance(record, list):
        return [each | {"merknad": planted.ny("a note on what happened")} for each in record]
    if "navn" in record:
        return record | {"merknad": planted.ny("a note on the council")}
    return {name: each | {"merknad": planted.ny("a note on a body")} for name, each in record.items()}


def _uten_tomme(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if value != "null"}


@pytest.mark.parametrize("navn", SKRIVER)
def test_no_command_shows_what_is_closed_beside_what_it_writes(
    tmp_path: Path, navn: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither the difference, the receipt, what is found, the commit, nor what is said when it is taken back."""
    case = SKRIVER[navn]
    monkeypatch.chdir(tmp_path)
    med_oensker(tmp_path, case.moeter)
    planted = lukket_rundt(tmp_path)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Kari")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "kari@example.org")
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Registeret"]):
        subprocess.run(["git", *words], cwd=tmp_path, check=True, capture_output=True)
    command = [*case.kommando, "--dato", DATO, "--likevel"]
    undone = (["angre", "--dry-run"], ["angre", "--liste"], ["angre"])
    for each in ([*command, "--dry-run"], [*command, "--commit"], *undone):
        code = run(each)
        said = capsys.readouterr()
        assert planted.i(said.out + said.err) == [], each
        assert code == 0 or each[0] == "angre", said
    log = subprocess.run(["git", "log", "--format=%B"], capture_output=True, text=True, check=True)
    assert planted.i(log.stdout) == []


@pytest.mark.parametrize("navn", SKRIVER)
def test_no_command_shows_what_is_closed_in_what_it_writes(
    tmp_path: Path, navn: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    case = SKRIVER[navn]
    monkeypatch.chdir(tmp_path)
    med_oensker(tmp_path, case.moeter)
    planted = lukket_rundt(tmp_path, i_saken=True)
    command = [*case.kommando, "--dato", DATO, "--likevel"]
    for each in ([*command, "--dry-run"], command, ["angre", "--dry-run"]):
        assert run(each) in (0, 1, 2)
        said = capsys.readouterr()
        assert planted.i(said.out + said.err) == [], each


def test_every_word_that_is_planted_stands_in_the_files(tmp_path: Path) -> None:
    med_oensker(tmp_path, SKRIVER["sak til-moete"].moeter)
    planted = lukket_rundt(tmp_path)
    text = "".join(file.read_text("utf-8") for file in (tmp_path / "records").rglob("*.yaml"))
    assert len(planted.hvor) > 40
    assert sorted(planted.i(text)) == sorted(planted.hvor.values())
    assert load(WorkTree(tmp_path)).register.feilet == frozenset()
