"""gitlab: the findings as a Code Quality report, which GitLab shows in a merge request and at the lines."""

from __future__ import annotations

import json
from typing import Any

from brukerutvalg_cli.funn.finding import Severity
from brukerutvalg_cli.rapport.i_ord import kilde_i_ord
from brukerutvalg_cli.rapport.rapport import Located, Rapport
from brukerutvalg_cli.tegn import json_escaped, one_line

SEVERITIES = {Severity.FEIL: "major", Severity.ADVARSEL: "minor", Severity.RAAD: "info"}
"""Of info, minor, major, critical and blocker."""

FOERSTE_LINJE = 1
"""GitLab refuses an entry without a line, also where it is the file as such that is meant."""


def render(rapport: Rapport) -> str:
    """One entry for each finding; an empty list where there are none."""
    entries = [
        _entry(located, rapport.fil(located.path), mark)
        for located, mark in zip(rapport.funn, rapport.fingeravtrykk, strict=True)
    ]
    return f"{json_escaped(json.dumps(entries, ensure_ascii=False, indent=2))}\n"


def _entry(located: Located, path: str, mark: str) -> dict[str, Any]:
    finding = located.finding
    source = f" ({kilde_i_ord(finding.kilde)})" if finding.kilde else ""
    line = located.span.row if located.span else FOERSTE_LINJE
    return {
        "description": f"{one_line(finding.message)}{source}",
        "check_name": finding.name,
        "fingerprint": mark,
        "severity": SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": line}},
    }
