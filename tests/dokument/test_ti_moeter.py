"""Ten meetings of ten sorts of council, from notice to approved minutes: every fact in a field, and in its place.

Each is a folder in `ti_moeter/`. Six are registers, four are the commands that a secretary gave (`kommandoer.txt`),
each with its day. `fakta.txt` lists what stands where in the documents, and from which field (`faktaliste.py`).
"""

from __future__ import annotations

import os
import re
import shlex
from collections import Counter
from contextlib import chdir
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest

from brukerutvalg_cli.cli.dokumentformat import i_format
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.dokument.format.lesning import Lesning, lesning
from brukerutvalg_cli.dokument.format.navn import Dokumentslag, Format
from brukerutvalg_cli.dokument.kalender import moetekalender
from brukerutvalg_cli.dokument.lag import lag
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.register.load import Lastet, load
from brukerutvalg_cli.register.tree import MemoryTree, Tree, WorkTree
from brukerutvalg_cli.validering import valider
from faktaliste import Fakta, Felt, les, steder
from nytt_register import NAVN

pytestmark = pytest.mark.usefixtures("samme_dom")

MOETER = Path(__file__).parents[1] / "ti_moeter"
ALLE = sorted(folder.name for folder in MOETER.iterdir() if folder.is_dir())
SISTE_DAG = date(2026, 6, 30)


@cache
def _ordnede() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="ti-moeter-", ignore_cleanup_errors=True)


def _med_kommandoer(folder: Path, root: Path) -> None:
    """Makes the register that the commands of a folder make; each of them is taken as it stands."""
    for line in (folder / "kommandoer.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        day, *command = shlex.split(line)
        where = [str(root)] if command[0] == "init" else []
        rot = [] if where else ["--rot", str(root)]
        code = run([*rot, command[0], *where, *command[1:], "--dato", day])
        assert code == 0, line


@cache
def register(name: str) -> tuple[Tree, Lastet]:
    """The register of one of the ten, read into memory."""
    root = MOETER / name
    if (root / "kommandoer.txt").exists():
        with chdir(root), patch.dict(os.environ, NAVN):
            root = Path(_ordnede().name) / name
            _med_kommandoer(MOETER / name, root)
    disk = WorkTree(root)
    tree = MemoryTree({path: raw for path in disk.paths() if isinstance(raw := disk.read(path), bytes)})
    return tree, load(tree)


@cache
def fakta(name: str) -> tuple[Fakta, ...]:
    return tuple(les(MOETER / name / "fakta.txt"))


def markdown(dokument: str, tree: Tree, lastet: Lastet) -> str:
    """A document as it is named in a list of facts: `referat fjordheim 2026-03-11`."""
    slag, mappe, moete = _navngitt(dokument, lastet)
    text = lag(slag, lastet.register, mappe, moete, tree)
    assert isinstance(text, str), text
    return text


def _navngitt(dokument: str, lastet: Lastet) -> tuple[Dokumentslag, Utvalgsmappe, Moete]:
    slag, council, meeting = dokument.split()
    mappe = lastet.register.mapper[council]
    assert slag in ("innkalling", "referat")
    return slag, mappe, next(m for m in mappe.moeter if m.navn == meeting)  # type: ignore[return-value]  # seen above


@cache
def lest(name: str, dokument: str) -> Lesning:
    return lesning(markdown(dokument, *register(name)))


def i_sitt_felt(f: Fakta, tree: Tree) -> bool:
    return Felt.av(f).verdi(tree) not in (None, "", "ukjent")


def paa_sin_plass(f: Fakta, read: Lesning) -> bool:
    return f.linje in steder(read).get(f.overskrift or read.tittel, [])


@pytest.mark.parametrize("name", ALLE)
def test_every_fact_is_in_a_field_and_in_its_place(name: str) -> None:
    tree, _ = register(name)
    assert [f for f in fakta(name) if not i_sitt_felt(f, tree)] == []
    assert [f for f in fakta(name) if not paa_sin_plass(f, lest(name, f.dokument))] == []


def _kommer_av_feltet(f: Fakta, tree: Tree) -> bool:
    """Whether the line is gone or another when the field is. One that has to be a day or a number cannot be tried."""
    for changed in Felt.av(f).uten(tree):
        lastet = load(changed)
        if not lastet.findings and paa_sin_plass(f, lesning(markdown(f.dokument, changed, lastet))):
            return False
    return True


@pytest.mark.parametrize("name", ALLE)
def test_what_stands_there_comes_of_the_field(name: str) -> None:
    tree, _ = register(name)
    assert [f for f in fakta(name) if not _kommer_av_feltet(f, tree)] == []


@pytest.mark.parametrize("name", ALLE)
def test_nothing_is_found(name: str) -> None:
    """No mandate asks for anything that is not there, and nothing that a council lawfully does is an error."""
    tree, _ = register(name)
    assert [f.finding.message for f in valider(tree, SISTE_DAG).funn] == []


def _ord(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _synlig(html: str) -> str:
    """What a page says, without its head."""
    return unescape(re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<head>.*?</head>", "", html)))


def _i_rekkefoelge(words: list[str], among: list[str]) -> bool:
    rest = iter(among)
    return all(word in rest for word in words)


@pytest.mark.parametrize("name", ALLE)
def test_no_word_is_lost_in_any_format(name: str) -> None:
    tree, lastet = register(name)
    for dokument in dict.fromkeys(f.dokument for f in fakta(name)):
        text = markdown(dokument, tree, lastet)
        below = text.partition("\n")[2]
        what = (_navngitt(dokument, lastet)[0], lastet, *_navngitt(dokument, lastet)[1:], tree)
        formats: tuple[Format, ...] = ("fragment", "html", "tekst")
        shown = {form: i_format(form, text, *what)[0] for form in formats}
        assert _ord(shown["tekst"]) == _ord(text), dokument
        lost = Counter(_ord(below)) - Counter(_ord(_synlig(shown["fragment"])))
        assert set(lost) <= {"Saksliste", "Sakliste"}, (
            dokument
        )  # a heading of cases that are headings themselves
        assert _i_rekkefoelge(_ord(text), _ord(_synlig(shown["html"]))), dokument


@pytest.mark.parametrize("name", ALLE)
def test_it_is_told_from_notice_to_approved_minutes(name: str) -> None:
    """Each of the ten has facts in both documents, and minutes that say where they were approved."""
    told = {f.dokument.split()[0] for f in fakta(name)}
    assert told == {"innkalling", "referat"}
    assert any(f.linje.startswith("Status: godkjent") for f in fakta(name))


@pytest.mark.parametrize("name", ["sykehuset", "ungdomsraadet", "samvirket"])
def test_the_link_to_the_video_is_in_the_calendar_and_in_no_document(name: str) -> None:
    tree, lastet = register(name)
    (mappe,) = lastet.register.mapper.values()
    for moete in (m for m in mappe.moeter if m.lenke):
        assert b"https://video.example.no" in moetekalender(mappe, moete)
        for slag in ("innkalling", "referat"):
            assert "video.example.no" not in markdown(f"{slag} {mappe.id} {moete.navn}", tree, lastet)
