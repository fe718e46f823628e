"""Row 11 of the table: each bad file in turn, and then all at once, in a small register on disk.

What is said of the bad file has its place and, where there is one, the suggestion. What is said of all
the other files is byte for byte as it was, nothing is written, and nothing crashes.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.register.tree import MemoryTree
from brukerutvalg_cli.validering import valider
from smaa_registre import ROOT, filer, skriv

UTVALG = "records/utvalg/utvalget"
MOETE = f"{UTVALG}/moeter/2022-11-16.yaml"
KARI = f"{UTVALG}/medlemmer/kari-nordmann.yaml"

# A register with a finding of nearly every sort, none of them in the files that are made bad.
REGISTER = """
regler:
  - {id: papirer, regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
  - {id: leder, regel: krav, hver: oppnevning, der: {verv: leder}, skal_ha: {side: bruker}, styrke: hovedregel}
  - {id: raadet, regel: sammensetning, blant: redaksjonsraad, plasser: [{hvem: {side: nav}, antall: 2}]}
  - {id: evaluering, regel: hyppighet, hva: evaluering, minst: 1, per: kalenderaar}
organisasjoner:
  ffo: {navn: FFO, type: paraply, side: bruker}
  nav-vest: {navn: Nav Vest, type: offentlig, side: nav}
utvalg:
  eier: nav-vest
  organisasjoner: [ffo]
  registrert_fra: 2022-01-01
  regelverk: [{id: regelverket, fra: 2000-01-01}]
medlemmer/kari-nordmann:
  representerer: ffo
  oppnevninger: [{verv: medlem, fra: 2020-01-01}]
medlemmer/per-hansen:
  oppnevninger: [{verv: medlem, fra: 2020-01-01}, {verv: medlem, fra: 2021-01-01}]
medlemmer/nina-dahl:
  side: nav
  oppnevninger:
    - {verv: leder, fra: 2022-01-01}
    - {verv: redaksjonsraad, fra: 2022-07-01, til: 2022-12-31, valgt_i: 1/22}
moeter/2022-06-15:
  sendt: {sakspapirer: 2022-06-10}
  referat: ukjent
  saker:
    - nr: 1/22
      tittel: Valg
      type: valg
      valg: [{verv: redaksjonsraad, valgt: [nina-dahl], fra: 2022-07-01, til: 2022-12-31}]
      vedlegg: [{tittel: Plan, fil: plan.pdf}]
      oppfoelging: [{hva: Undersøke}]
moeter/2022-09-22:
  sendt: {sakspapirer: 2022-09-01}
  oppmoete: [{person: kari-nordmann}]
  forfall: [kari-nordmann]
  referat: {godkjent: {moete: 2022-11-16, sak: 3/22}}
  saker: [{nr: 2/22, tittel: Orientering, type: orientering}]
moeter/2022-11-16:
  sendt: {sakspapirer: 2022-11-01}
  tid: "12.15"
  sted: {navn: Møterommet}
  oppmoete: [{person: kari-nordmann}]
  saker: [{nr: 3/22, tittel: Referat, type: godkjenning, godkjenner: [2022-09-22]}]
moeter/2023-02-09: {sendt: {sakspapirer: 2023-01-01}, referat: ukjent}
"""

GODT_MOETE = """\
dato: 2022-11-16
status: avholdt
sendt: {sakspapirer: 2022-11-01}
tid: 12.15
sted: {navn: Møterommet}
oppmoete: [{person: kari-nordmann}]
saker: [{nr: 3/22, tittel: Referat, type: godkjenning, godkjenner: [2022-09-22]}]
"""


@dataclass(frozen=True)
class Daarlig:
    """A way to make one file bad, and what is to be said of it."""

    lag: Callable[[Path], object]
    navn: str
    melding: str
    sted: tuple[int, int] | None
    hjelp: str = ""
    fil: str = MOETE


def text(old: str, new: str) -> Callable[[Path], object]:
    """The good meeting with something else in one place."""
    assert old in GODT_MOETE
    return lambda path: path.write_text(GODT_MOETE.replace(old, new, 1), encoding="utf-8")


def raw(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def link_out(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/passwd")


def link_to_nothing(path: Path) -> None:
    path.unlink()
    path.symlink_to("finnes-ikke.yaml")


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)

DAARLIGE = {
    "Latin-1": Daarlig(
        raw(GODT_MOETE.encode("latin-1")),
        "fil-koding",
        "fila er ikke lagret som UTF-8; her står det trolig «Møterommet»",
        (5, 15),
        "koding UTF-8",
    ),
    "UTF-16": Daarlig(
        raw(GODT_MOETE.encode("utf-16")),
        "fil-koding",
        "fila er lagret som UTF-16, ikke som UTF-8",
        None,
        "koding UTF-8",
    ),
    "not fetched": Daarlig(
        raw(b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"),
        "fil-ulesbar",
        "innholdet er ikke hentet hit: her står bare hvor git har det (Git LFS)",
        None,
        "git lfs pull",
    ),
    "tab": Daarlig(
        text("sted: {navn: Møterommet}", "sted:\n\tnavn: Møterommet"),
        "fil-tabulator",
        "linja er rykket inn med tabulator",
        (6, 1),
        "bytt tabulatoren med to mellomrom",
    ),
    "duplicate key": Daarlig(
        text("tid: 12.15", "status: planlagt"),
        "dobbel-noekkel",
        "nøkkelen «status» står to ganger",
        (4, 1),
        "behold den som er riktig",
    ),
    "alias bomb": Daarlig(
        raw(BOMB.encode()), "yaml-anker", "ankeret «&a» kan ikke brukes her", (1, 4), "skriv verdien"
    ),
    "200,000 brackets": Daarlig(
        raw(b"saker: " + b"[" * 200_000),
        "fil-for-dyp",
        "fila har mer enn 32 nivåer inni hverandre",
        (1, 39),
        "slett parentesene",
    ),
    "5 MB": Daarlig(
        raw(GODT_MOETE.encode() + b"# stor\n" * 750_000),
        "fil-for-stor",
        "fila er større enn 1 MiB og blir ikke lest",
        None,
        "legg vedlegg og bilder i mappa «vedlegg»",
    ),
    "30 February": Daarlig(
        text("sakspapirer: 2022-11-01", "sakspapirer: 2022-02-30"),
        "umulig-dato",
        "2022-02-30 finnes ikke i kalenderen",
        (3, 22),
        "skriv datoen som år-måned-dag",
    ),
    "a date the Norwegian way": Daarlig(
        text("sakspapirer: 2022-11-01", "sakspapirer: 1.11.2022"),
        "feil-verdi",
        "«1.11.2022»: en dato skrives slik: 2026-02-09",
        (3, 22),
        "skriv 2022-11-01",
    ),
    "unknown key": Daarlig(
        text("dato: 2022-11-16", "møtedato: 2022-11-16"),
        "ukjent-noekkel",
        "ukjent nøkkel «møtedato»; mente du «dato»?",
        (1, 1),
        "skriv «dato» i stedet",
    ),
    "unknown key in a case": Daarlig(
        text("tittel: Referat", "titel: Referat"),
        "ukjent-noekkel",
        "ukjent nøkkel «titel»; mente du «tittel»?",
        (7, 20),
        "skriv «tittel» i stedet",
    ),
    "a key that is not there": Daarlig(
        text("status: avholdt\n", ""), "mangler-noekkel", "«status» mangler", None, "legg til «status: …»"
    ),
    "a word that is not among them": Daarlig(
        text("status: avholdt", "status: avhaldt"),
        "feil-verdi",
        "«avhaldt» kan ikke stå her; mente du «avholdt»?",
        (2, 9),
        "skriv planlagt, innkalt, avholdt eller avlyst",
    ),
    "misspelt person": Daarlig(
        text("person: kari-nordmann", "person: kari-nordman"),
        "ukjent-referanse",
        "personen «kari-nordman» finnes ikke; mente du «kari-nordmann»?",
        (6, 21),
        "skriv «kari-nordmann» i stedet",
    ),
    "empty": Daarlig(raw(b""), "fil-tom", "fila er tom", None, "fyll den ut, eller slett den"),
    "only a comment": Daarlig(
        raw(b"# kommer senere\n"), "fil-tom", "fila er tom", None, "fyll den ut, eller slett den"
    ),
    "a list for a mapping": Daarlig(
        raw(b"- dato: 2022-11-16\n- status: avholdt\n"),
        "feil-verdi",
        "her står en liste, men det skal stå «nøkkel: verdi»",
        None,
    ),
    "a text for a mapping": Daarlig(
        raw(b"kommer senere\n"), "feil-verdi", "«kommer senere»: her skal det stå «nøkkel: verdi»", None
    ),
    "a mapping for a list": Daarlig(
        text("[{person: kari-nordmann}]", "{person: kari-nordmann}"),
        "feil-verdi",
        "her står «nøkkel: verdi», men det skal stå en liste: [a, b]",
        (6, 11),
    ),
    "a directory": Daarlig(
        folder, "fil-ulesbar", "her ligger en mappe der det skulle ligge en fil", None, "gi mappa et navn"
    ),
    "a symlink out of the tree": Daarlig(
        link_out,
        "fil-ulesbar",
        "snarveien peker på noe utenfor registeret",
        None,
        "legg en kopi av fila inn i registeret",
    ),
    "a symlink to nothing": Daarlig(
        link_to_nothing,
        "fil-ulesbar",
        "snarveien peker på en fil som ikke finnes",
        None,
        "slett snarveien",
    ),
    "a Python tag": Daarlig(
        text("tid: 12.15", "tid: !!python/object/apply:os.system ['touch rammet']"),
        "yaml-merke",
        "merket «!!python/object/apply:os.system» kan ikke brukes her",
        (4, 6),
        "slett merket",
    ),
    "an unclosed quote": Daarlig(
        text("tid: 12.15", 'tid: "12.15'), "fil-yaml", "anførselstegnet blir ikke lukket", (4, 6), 'sett "'
    ),
    "a colon in a text": Daarlig(
        text("tid: 12.15", "praktisk: Husk: kaffe"),
        "fil-yaml",
        "det står et kolon inne i teksten",
        (4, 15),
        'praktisk: "Husk: kaffe"',
    ),
    "a NUL": Daarlig(
        raw(GODT_MOETE.encode().replace(b"12.15", b"12\x0015")),
        "fil-tegn",
        "usynlig tegn i teksten (NUL, U+0000)",
        (4, 8),
        "slett tegnet",
    ),
    "two documents": Daarlig(
        raw(GODT_MOETE.encode() + b"---\ndato: 2022-11-17\n"),
        "flere-dokument",
        "fila inneholder flere dokumenter; det som står etter «---», blir ikke lest",
        (8, 1),
        "flytt det til en egen fil",
    ),
    "a person": Daarlig(
        raw(b"navn: Kari Nordmann\nside: bruker\noppnevningar: []\n"),
        "ukjent-noekkel",
        "ukjent nøkkel «oppnevningar»; mente du «oppnevninger»?",
        (3, 1),
        "skriv «oppnevninger» i stedet",
        KARI,
    ),
    "the organisations": Daarlig(
        raw(
            b"ffo: {navn: FFO, type: paraplyy, side: bruker}\nnav-vest: {navn: N, type: offentlig, side: nav}\n"
        ),
        "feil-verdi",
        "«paraplyy» kan ikke stå her; mente du «paraply»?",
        (1, 24),
        "skriv paraply, landsdekkende, lokal eller offentlig",
        "records/organisasjoner.yaml",
    ),
}


def write_good(root: Path) -> Path:
    skriv(root, REGISTER)
    (root / MOETE).write_text(GODT_MOETE, encoding="utf-8")
    return root


def findings(root: Path) -> tuple[int, list[dict[str, Any]]]:
    """The program's exit code and findings."""
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(io.StringIO()) as narrated:
        code = run([*command(root), "--output-format", "json"])
    assert "Traceback" not in narrated.getvalue()
    return code, json.loads(said.getvalue())["funn"]


def command(root: Path) -> list[str]:
    return ["--rot", str(root), "valider", "--dato", "2023-06-01"]


def tree_hash(root: Path) -> dict[str, str]:
    """Every path with what is in it; links are not followed."""
    found = {}
    for path in sorted(root.rglob("*")):
        kind = "link" if path.is_symlink() else "folder" if path.is_dir() else "file"
        content = path.read_bytes() if kind == "file" and os.access(path, os.R_OK) else b""
        found[str(path.relative_to(root))] = f"{kind} {sha256(content).hexdigest()}"
    return found


@pytest.fixture(scope="module")
def as_it_was(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What is said of the register while every file can be read."""
    code, found = findings(write_good(tmp_path_factory.mktemp("godt")))
    assert code == 1
    assert not {f["filename"] for f in found} & {bad.fil for bad in DAARLIGE.values()}
    assert {f["name"] for f in found} == {
        "frist",
        "hyppighet",
        "krav",
        "sammensetning",
        "overlapp",
        "vedlegg",
        "oppfoelging",
        "moett-og-forfall",
    }
    return found


@pytest.mark.parametrize("bad", DAARLIGE.values(), ids=DAARLIGE)
def test_one_bad_file(bad: Daarlig, as_it_was: list[dict[str, Any]], tmp_path: Path) -> None:
    root = write_good(tmp_path)
    bad.lag(root / bad.fil)
    before = tree_hash(root)
    code, found = findings(root)
    assert code == 1
    assert tree_hash(root) == before
    said, *more = (f for f in found if f["filename"] == bad.fil)
    assert len(more) == (8 if bad.navn == "yaml-anker" else 0)  # the bomb has nine anchors
    assert (said["name"], said["severity"], said["message"]) == (bad.navn, "feil", bad.melding)
    location = said["location"]
    assert (location and (location["row"], location["column"])) == bad.sted
    assert bad.hjelp in (said["help"] or "")
    others = [f for f in found if f["filename"] != bad.fil]
    # One whose file cannot be read goes by the id, which is the name in small letters.
    assert json.dumps(others).lower() == json.dumps(as_it_was).lower()


@pytest.mark.parametrize(
    "bytes_",
    [
        b"\xef\xbb\xbf" + GODT_MOETE.replace("\n", "\r\n").encode(),
        GODT_MOETE.replace("tid: 12.15", "tid: 12:15").encode(),
        GODT_MOETE.replace("\n", "\r").encode(),
        GODT_MOETE.replace("Møterommet", "no").encode(),
        GODT_MOETE.replace("Møterommet", "0123").encode(),
    ],
    ids=["BOM and CRLF", "12:15", "CR", "no", "0123"],
)
def test_what_is_simply_read(bytes_: bytes, as_it_was: list[dict[str, Any]], tmp_path: Path) -> None:
    root = write_good(tmp_path)
    (root / MOETE).write_bytes(bytes_)
    code, found = findings(root)
    assert (code, found) == (1, as_it_was)


def test_a_finding_in_a_file_with_bom_and_crlf_has_its_right_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_good(tmp_path)
    late = GODT_MOETE.replace("sakspapirer: 2022-11-01", "sakspapirer: 2022-11-10").replace("\n", "\r\n")
    (root / MOETE).write_bytes(b"\xef\xbb\xbf" + late.encode())
    run([*command(root), "--output-format", "concise"])
    assert f"{MOETE}:3:22: BU104 " in capsys.readouterr().out


def test_a_file_that_may_not_be_read(
    as_it_was: list[dict[str, Any]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By the operating system where it can refuse, and always by one that does: root may read everything."""
    root = write_good(tmp_path)
    (root / MOETE).chmod(0)
    if os.access(root / MOETE, os.R_OK):
        opened = os.open

        def refuse(path: str, *rest: Any, **more: Any) -> int:
            if str(path).endswith("2022-11-16.yaml"):
                raise PermissionError(13, "Permission denied", path)
            return opened(path, *rest, **more)

        monkeypatch.setattr(os, "open", refuse)
    code = run([*command(root), "--output-format", "json"])
    out, err = capsys.readouterr()
    found = json.loads(out)["funn"]
    said = [f for f in found if f["filename"] == MOETE]
    assert code == 1
    assert [(f["name"], f["message"]) for f in said] == [
        ("fil-ulesbar", "programmet har ikke lov til å lese den")
    ]
    assert [f for f in found if f["filename"] != MOETE] == as_it_was
    assert "Permission denied" not in out + err


def test_all_the_bad_files_at_once(as_it_was: list[dict[str, Any]], tmp_path: Path) -> None:
    """By the program as it is run, in a process of its own: beside the good ones, and in full."""
    root = write_good(tmp_path)
    bad = [b for b in DAARLIGE.values() if b.fil == MOETE and b.navn != "ukjent-referanse"]
    for nr, each in enumerate(bad, 1):
        path = root / f"{UTVALG}/moeter/2021-01-{nr:02}.yaml"
        path.write_text("", encoding="utf-8")
        each.lag(path)
    before = tree_hash(root)
    result = subprocess.run(
        [sys.executable, "-m", "brukerutvalg_cli", *command(root), "--output-format", "full"],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        cwd=root,
        check=False,
        timeout=60,
    )
    assert (result.returncode, result.stderr) == (1, "")
    assert tree_hash(root) == before
    for each in bad:
        assert f"feil {each.navn}: {each.melding}\n" in result.stdout
    for finding in as_it_was:
        assert f" {finding['name']}: {finding['message']}\n" in result.stdout


# Whichever file it is, what cannot be read is never held against another


def _shipped() -> dict[str, bytes]:
    paths = [path for path in (ROOT / "records").rglob("*") if path.is_file()]
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in paths}


SMAA = {path: content.encode() for path, content in filer(REGISTER).items()}


def said(files: dict[str, bytes]) -> dict[str, tuple[str, str]]:
    rapport = valider(MemoryTree(files), date(2023, 6, 1))
    return {f.finding.fingerprint: (f.path, f.finding.message) for f in rapport.funn}


def new_findings(files: dict[str, bytes], path: str, before: dict[str, tuple[str, str]]) -> list[str]:
    """What is said of the other files when this one is empty, and was not said before."""
    after = said(files | {path: b""})
    return [": ".join(after[key]) for key in after if key not in before and after[key][0] != path]


@pytest.mark.parametrize("path", sorted(SMAA))
def test_no_file_of_a_small_register_gets_a_finding_because_another_is_empty(path: str) -> None:
    assert new_findings(SMAA, path, said(SMAA)) == []


def test_no_file_of_the_shipped_register_gets_a_finding_because_another_is_empty() -> None:
    """The files that all share, and one of each sort in the council with the most in it."""
    shipped = _shipped()
    before = said(shipped)
    sorts = {path.rpartition("/")[0]: path for path in sorted(shipped) if "/nav-troendelag/" in path}
    shared = ["records/organisasjoner.yaml", *(path for path in shipped if "/regelverk/" in path)]
    found = {path: new_findings(shipped, path, before) for path in (*sorts.values(), *shared)}
    assert {path: new for path, new in found.items() if new} == {}


@pytest.mark.parametrize("line", ["n{}: 1", "saker{}: [{{}}]"])
def test_a_file_with_thousands_of_mistakes(line: str) -> None:
    """A hundred are shown, and it does not take for ever."""
    wrong = "".join(f"{line.format(nr)}\n" for nr in range(10_000))
    found = [f.finding for f in valider(MemoryTree({MOETE: GODT_MOETE + wrong}), date(2023, 6, 1)).funn]
    assert [f.message for f in found if not f.place.route and f.place.path == MOETE] == [
        "fila har 10000 feil; resten vises når disse er rettet"
    ]
    assert len([f for f in found if f.place.route]) == 100
