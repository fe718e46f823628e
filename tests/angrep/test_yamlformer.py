"""Texts in every shape of YAML as each sort of file: told of in that file, and nothing changed of the others.

Each text is tried as a few sorts of file, with `ANGREP=lang` as all of them.
"""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from angrep.omfang import LANG
from angrep.registrene import registrene
from angrep.yamlproever import BOMBER, PROEVER
from brukerutvalg_cli.funn.finding import Severity
from brukerutvalg_cli.rapport.lukket import lukket
from brukerutvalg_cli.rapport.rapport import Rapport
from brukerutvalg_cli.register.tree import MemoryTree
from brukerutvalg_cli.validering import valider

MAPPE = "records/utvalg/utvalget"
FILER = {
    "organisasjoner": "records/organisasjoner.yaml",
    "satser": "records/satser.yaml",
    "regelverk": "records/regelverk/regelverket.yaml",
    "utvalg": f"{MAPPE}/utvalg.yaml",
    "hendelser": f"{MAPPE}/hendelser.yaml",
    "medlem": f"{MAPPE}/medlemmer/per-hansen.yaml",
    "moete": f"{MAPPE}/moeter/2022-09-22.yaml",
    "sak": f"{MAPPE}/saker/2022-001.yaml",
}
ULESELIG = 'a: "'


@pytest.mark.parametrize("slag", FILER)
def test_a_text_that_is_no_record_is_told_of_and_changes_nothing_else(slag: str) -> None:
    path = FILER[slag]
    sorts = list(FILER)
    for nr, text in enumerate(PROEVER):
        if not LANG and sorts[nr % len(sorts)] != slag:
            continue
        report = doemt(path, text)
        mine = [f.finding for f in report.funn if f.path == path and f.finding.code < "BU100"]
        if any(finding.severity is Severity.FEIL for finding in mine):
            assert andre(report, path) == andre(doemt(path, ULESELIG), path), repr(text)
        else:
            assert slag in ("organisasjoner", "satser", "hendelser"), (repr(text), mine)


@pytest.mark.parametrize("slag", ["moete", "sak"])
@pytest.mark.parametrize("text", BOMBER)
def test_a_text_of_anchors_in_anchors_is_told_of_at_once_and_shown_to_nobody(slag: str, text: str) -> None:
    """As the two sorts of file that can be confidential. Walked node by node it would last for days."""
    report = doemt(FILER[slag], text)
    closed = lukket(FILER[slag], text)
    assert closed is not None
    assert closed.hel
    assert any(f.path == FILER[slag] and f.finding.code < "BU100" for f in report.funn)


def test_there_is_a_text_of_each_sort() -> None:
    assert len(PROEVER) > 120


@cache
def doemt(path: str, text: str) -> Rapport:
    """What is said of the small register with this text as one of its files."""
    files: dict[str, bytes | str] = dict(registrene()[0].filer)
    return valider(MemoryTree(files | {path: text}), date(2023, 1, 1))


def andre(report: Rapport, path: str) -> list[str]:
    """What is said of the other files."""
    return [f"{f.path} {f.span} {f.finding.message}" for f in report.funn if f.path != path]
