"""The guide is run from top to bottom: its files are written, its commands answered as it says."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple, get_args

import pytest
import yaml

from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.forklaring import KINDS, forklaringer
from brukerutvalg_cli.referanse.filside import FILER
from brukerutvalg_cli.referanse.regelside import slagene
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.parse import parse
from brukerutvalg_cli.register.tree import MemoryTree
from smaa_registre import ROOT, dom, meldinger

VEILEDNINGEN = ROOT / "docs/skriv-ditt-eget-mandat.md"
MANDATET = "records/regelverk/storelva-2024.yaml"


class Blokk(NamedTuple):
    """One fenced block: its language, and what is in it."""

    slag: str
    tekst: str

    @property
    def sti(self) -> str:
        """The file that a block of YAML is, by the path on its first line; none where it is a part of one."""
        found = re.match(r"# (records/\S+\.yaml)\n", self.tekst)
        return found[1] if found else ""


def blokker(path: Path) -> list[Blokk]:
    found = re.findall(r"^```(\w+)\n(.*?)^```$", path.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    return [Blokk(*block) for block in found]


def svar(root: Path, line: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What a command says on a terminal."""
    verb, *rest = line.removeprefix("$ brukerutvalg ").split()
    shape = ["--output-format", "full"] if verb == "valider" else []
    assert run(["--rot", str(root), verb, *rest, *shape]) in (0, 1)
    return capsys.readouterr().out


def test_the_guide_does_what_it_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = hele_mandatet()
    answers = 0
    for block in blokker(VEILEDNINGEN):
        if block.slag == "console":
            command, _, said = block.tekst.partition("\n")
            assert svar(tmp_path, command, capsys).strip("\n") == said.strip("\n")
            answers += 1
        elif block.sti:
            if block.sti.startswith("records/utvalg/nav-storelva/moeter"):
                skriv(tmp_path, MANDATET, whole)  # «rett fila igjen»
            skriv(tmp_path, block.sti, block.tekst)
    assert answers == 5
    assert "Ingen funn" in svar(tmp_path, "$ brukerutvalg valider nav-storelva --dato 2024-10-01", capsys)


def skriv(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def hele_mandatet() -> str:
    return next(block.tekst for block in blokker(VEILEDNINGEN) if block.sti == MANDATET)


def test_each_provision_it_explains_stands_in_the_whole_file() -> None:
    whole = yaml.load(hele_mandatet(), yaml.CBaseLoader)["bestemmelser"]
    parts = [block for block in blokker(VEILEDNINGEN) if block.slag == "yaml" and not block.sti]
    explained = [provision for block in parts for provision in yaml.load(block.tekst, yaml.CBaseLoader)]
    assert len(explained) >= 6
    for provision in explained:
        assert provision in whole


SPRAAKET = [block.tekst for block in blokker(ROOT / "docs/mandatspraak.md") if "{regel: " in block.tekst]


@pytest.mark.parametrize("text", SPRAAKET, ids=lambda text: re.findall(r"regel: (\w+)", text)[0])
def test_every_provision_in_the_reference_can_be_read(text: str) -> None:
    # A council of which nothing is on record: no provision can be broken, only badly written.
    council = {
        "registrert_fra": "2030-01-01",
        "medlemsliste": "ufullstendig",
        "funksjoner": {"ansatt": "ansatt"},
    }
    council |= {"inndelinger": {"region": ["nord", "soer"], "kommune": ["byen"]}}
    bodies = {name: {"navn": name, "type": "paraply", "side": "bruker"} for name in ("ffo", "safo")}
    rules = yaml.load(text, yaml.CBaseLoader)
    rapport = dom(
        {"regler": rules, "utvalg": council, "organisasjoner": bodies, "medlemmer/kari-nordmann": {}}
    )
    hints = [f.finding.message for f in rapport.funn if f.finding.name == "aldri-foert"]
    assert [message for message in meldinger(rapport) if message not in hints] == []


def test_the_little_register_in_the_reference_is_a_register_without_findings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [block for block in blokker(ROOT / "docs/filer.md") if block.sti]
    for block in files:
        skriv(tmp_path, block.sti, block.tekst)
    said = svar(tmp_path, "$ brukerutvalg valider --dato 2025-01-15", capsys)
    assert f"Ingen funn i {len(files)} filer" in said
    patterns = [re.sub("<[^>]*>", "[^/]+", fil.sti) for fil in FILER]
    assert all(any(re.fullmatch(pattern, block.sti) for block in files) for pattern in patterns)


def test_the_rule_set_in_the_reference_can_be_read() -> None:
    whole = next(block.tekst for block in blokker(ROOT / "docs/mandatspraak.md") if "tittel: " in block.tekst)
    path = "records/regelverk/fjellvik-2024.yaml"
    assert parse(path, whole.encode()).problems == ()
    assert load(MemoryTree({path: whole})).findings == ()


def test_the_fences_of_the_rules_are_their_own_examples() -> None:
    for rule in forklaringer().values():
        page = (ROOT / f"docs/regler/{rule.navn}.md").read_text(encoding="utf-8")
        written = [
            dedent(text).strip()
            for text in re.findall(r"^(?:Galt|Riktig)\n((?:    .*\n|\n)+)", rule.tekst + "\n", re.M)
        ]
        assert [text.strip() for text in re.findall(r"^```\w+\n(.*?)^```$", page, re.S | re.M)] == written


def test_every_kind_has_provisions_in_the_reference() -> None:
    written = "\n".join(SPRAAKET)
    for kind in KINDS.values():
        assert f"{{regel: {kind}, " in written
    for model in slagene()["BU105"]:
        assert f"hver: {get_args(model.model_fields['hver'].annotation)[0]}, " in written
