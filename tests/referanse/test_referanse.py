"""The reference is complete, its links lead somewhere, and the files are what the code makes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from brukerutvalg_cli.cli.app import VERBS, program
from brukerutvalg_cli.forklaring import KINDS, forklaringer
from brukerutvalg_cli.mandat.bestemmelse import SEVERITY, Bestemmelse
from brukerutvalg_cli.mandat.proeve.av_modell import FOELGER, NAVN
from brukerutvalg_cli.model.utvalg import STANDARD_SIDER, STANDARD_VERV
from brukerutvalg_cli.referanse import __main__ as referanse
from brukerutvalg_cli.referanse.__main__ import main
from brukerutvalg_cli.referanse.filside import FILER
from brukerutvalg_cli.referanse.ordbok import ROM, ordene
from brukerutvalg_cli.referanse.regelside import GRUPPER, slagene
from brukerutvalg_cli.referanse.sider import ulikheter
from brukerutvalg_cli.referanse.skjema import Skjema, definisjon, skjema, slag
from brukerutvalg_cli.referanse.tabell import anker, er_verditype, poster, topp, verditype
from referansen import SIDER
from smaa_registre import ROOT

SPRAAKET = SIDER["docs/mandatspraak.md"]
MARKDOWN = {path: text for path, text in SIDER.items() if path.endswith(".md")} | {
    path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
    for path in (ROOT / "docs").glob("*.md")
}
UTEN_ORD = {"regel", "hver"}
"""Keys with one value, which says which kind it is."""


def objekter(whole: Skjema) -> dict[str, Skjema]:
    """Every record that a schema speaks of, by name."""
    named = {"": whole} | whole.get("$defs", {})
    return {name: item for name, item in named.items() if "properties" in item}


def test_the_files_are_what_the_code_makes() -> None:
    found = {path: (ROOT / path).read_text(encoding="utf-8") for path in SIDER if (ROOT / path).is_file()}
    assert list(ulikheter(SIDER, found)) == [], "run «make docs»"


def test_the_check_names_what_is_stale_missing_and_superfluous(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main([], tmp_path) == 0
    monkeypatch.setattr(referanse, "sider", lambda: SIDER)  # made anew, they would be the same
    assert main(["--sjekk"], tmp_path) == 0
    (tmp_path / "docs/filer.md").write_text("x", encoding="utf-8")
    (tmp_path / "docs/regler/frist.md").unlink()
    (tmp_path / "docs/regler/gammel.md").write_text("x", encoding="utf-8")
    (tmp_path / "docs/egen.md").write_text("written by hand", encoding="utf-8")
    capsys.readouterr()
    assert main(["--sjekk"], tmp_path) == 1
    assert capsys.readouterr().out.splitlines() == [
        "docs/filer.md: stale",
        "docs/regler/frist.md: missing",
        "docs/regler/gammel.md: superfluous",
        "run «make docs»",
    ]
    assert main([], tmp_path) == 0
    assert main(["--sjekk"], tmp_path) == 0
    assert (tmp_path / "docs/egen.md").exists()


def test_every_key_is_described() -> None:
    missing = {
        f"{fil.navn}: {name}.{key}"
        for fil in FILER
        for name, record in objekter(skjema(fil.model)).items()
        for key, value in record["properties"].items()
        if not value.get("description", "").strip() and key not in UTEN_ORD
    }
    assert missing == set()


def test_no_english_shows_in_a_schema() -> None:
    english = re.compile(r"\b(the|of|and|which|shall|each|council|meeting)\b")
    for path, text in SIDER.items():
        if path.endswith(".json"):
            assert not english.search(text), path


@pytest.mark.parametrize("rule", forklaringer().values(), ids=lambda rule: rule.navn)
def test_every_rule_has_its_page_and_stands_in_the_list(rule: Any) -> None:
    page = SIDER[f"docs/regler/{rule.navn}.md"]
    assert f"Kode: {rule.kode}." in page
    assert "\n## Hvorfor\n" in page
    assert "\n## Slik retter du\n" in page
    assert f"| {rule.kode} | [{rule.navn}]({rule.navn}.md) |" in SIDER["docs/regler/README.md"]
    assert any(rule.kode.startswith(prefix) for prefix in GRUPPER)


def noekler(text: str) -> set[str]:
    """The keys that have a row in a table. The words of an amount have one together."""
    return {
        key
        for row in re.findall(r"^\| ([^|]+) \|", text, re.MULTILINE)
        for key in re.findall(r"`(\w+)`", row)
    }


@pytest.mark.parametrize("kode", KINDS)
def test_every_key_of_a_kind_stands_on_its_page_and_in_the_language(kode: str) -> None:
    name = KINDS[kode]
    section = SPRAAKET.partition(f"\n### {name}\n")[2].partition("\n### ")[0].partition("\n## ")[0]
    for model in slagene()[kode]:
        whole = skjema(model)
        kind = slag(topp(whole))
        own = topp(whole)["properties"].keys() - Bestemmelse.model_fields.keys() - kind.keys()
        within = {key for way in poster(topp(whole), whole) for key in definisjon(way, whole)["properties"]}
        for text in (section, SIDER[f"docs/regler/{name}.md"]):
            assert own | within <= noekler(text), model


def test_what_follows_from_a_record_is_listed_with_the_test_of_it() -> None:
    section = SPRAAKET.partition("\n### PROEVE\n")[2].partition("\n## ")[0]
    for model, keys in FOELGER.items():
        line = next(line for line in section.splitlines() if line.startswith(f"- I {NAVN[model]} "))
        assert all(f" `{key}`: " in line for key in keys), model


@pytest.mark.parametrize("fil", FILER, ids=lambda fil: fil.navn)
def test_every_key_of_a_file_stands_in_the_reference(fil: Any) -> None:
    section = SIDER["docs/filer.md"].partition(f"\n## {fil.tittel}\n")[2].partition("\n## ")[0]
    whole = skjema(fil.model)
    within = [definisjon(name, whole) for name in poster(topp(whole), whole)]
    for record in (topp(whole), *within):
        for key in record["properties"]:
            assert f"| `{key}` |" in section, key


def test_every_value_type_and_strength_is_explained() -> None:
    headings = {anker(line.lstrip("# ")) for line in SPRAAKET.splitlines() if line.startswith("#")}
    found = {name for fil in FILER for name in skjema(fil.model).get("$defs", {}) if er_verditype(name)}
    named = set(map(verditype, found))
    assert {name.lower() for name in named} - {
        "forfall",
        "klokkeslett",
        "saksnummer",
        "nummerformat",
        "møte",
    } <= headings
    for styrke in SEVERITY:
        assert f"| `{styrke}` |" in SPRAAKET


def test_a_choice_of_organisations_is_no_test_of_a_record() -> None:
    row = next(line for line in SPRAAKET.splitlines() if line.startswith("| `foreslaatt_av` "))
    assert "#organisasjon)" in row
    assert "#proeve)" not in row


def test_the_names_that_need_no_declaring_are_listed_where_people_are_chosen() -> None:
    section = SPRAAKET.partition("\n### HVEM\n")[2].partition("\n## ")[0]
    for name in (*STANDARD_VERV, *STANDARD_SIDER):
        assert f"`{name}`" in section


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_every_command_and_option_has_help_and_stands_in_the_reference(verb: Any) -> None:
    whole = program()
    command = whole.get_command(whole.make_context("brukerutvalg", [], resilient_parsing=True), verb.name)
    page = SIDER["docs/kommandoer.md"].partition(f"\n## brukerutvalg {verb.name}\n")[2].partition("\n## ")[0]
    assert command is not None
    assert "Eksempler:\n  brukerutvalg " in page
    for param in command.params:
        assert getattr(param, "help", None), (verb.name, param.name)
        for name in (
            param.opts if param.param_type_name == "option" else [param.metavar or str(param.name).upper()]
        ):
            assert name in page, (verb.name, name)


def lenker(text: str) -> Iterator[str]:
    prose = re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)
    return (found[1] for found in re.finditer(r"\]\(([^)]+)\)", prose))


@pytest.mark.parametrize("path", sorted(MARKDOWN))
def test_every_link_leads_somewhere(path: str) -> None:
    for link in lenker(MARKDOWN[path]):
        if link.startswith("https://"):
            continue
        target, _, fragment = link.partition("#")
        full = (ROOT / path).parent / target if target else ROOT / path
        assert full.exists(), link
        if fragment:
            lines = MARKDOWN[full.resolve().relative_to(ROOT).as_posix()].splitlines()
            assert fragment in {anker(line.lstrip("# ")) for line in lines if line.startswith("#")}, link


def test_a_heading_is_not_said_twice_on_a_page() -> None:
    for path, text in MARKDOWN.items():
        prose = re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)
        headings = [line.lstrip("# ") for line in prose.splitlines() if line.startswith("#")]
        assert len(headings) == len(set(headings)), path


def test_every_hver_of_krav_is_shown() -> None:
    for model in slagene()["BU105"]:
        assert f"\n- `{get_args(model.model_fields['hver'].annotation)[0]}`: " in SPRAAKET


@pytest.mark.parametrize("rom", ROM)
def test_every_name_of_the_domain_has_a_meaning_that_is_read_once(rom: str) -> None:
    words = list(ordene(rom))
    assert words
    assert [word for word in words if not word.mening.endswith((".", ":")) or len(word.mening) > 330] == []
    assert len({word.ord for word in words}) == len(words)


def test_the_language_is_read_in_one_sitting() -> None:
    more = len(slagene()) - 9  # with `bestemmelse`, of which nothing is checked
    assert len(SPRAAKET.split()) <= 7600 + 60 * more, "what is added replaces something"
