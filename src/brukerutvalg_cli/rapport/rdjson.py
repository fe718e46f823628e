"""rdjson: the findings as reviewdog reads them, with columns counted in bytes."""

from __future__ import annotations

import json
from typing import Any

from brukerutvalg_cli.funn.finding import Severity
from brukerutvalg_cli.rapport.i_ord import beskjed
from brukerutvalg_cli.rapport.rapport import Located, Rapport
from brukerutvalg_cli.tegn import json_escaped

SEVERITIES = {Severity.FEIL: "ERROR", Severity.ADVARSEL: "WARNING", Severity.RAAD: "INFO"}


def render(rapport: Rapport) -> str:
    """One diagnostic for each finding; an empty list where there are none."""
    data = {
        "source": {"name": "brukerutvalg"},
        "diagnostics": [_diagnostic(located, rapport.fil(located.path)) for located in rapport.funn],
    }
    return f"{json_escaped(json.dumps(data, ensure_ascii=False, indent=2))}\n"


def _diagnostic(located: Located, path: str) -> dict[str, Any]:
    finding = located.finding
    place: dict[str, Any] = {"path": path}
    if span := located.span:
        first, last = located.kolonner_i_byte or (span.column, span.end_column)
        place["range"] = {
            "start": {"line": span.row, "column": first},
            "end": {"line": span.end_row, "column": last},  # the first that is not in it, as ours
        }
    return {
        "message": beskjed(located),
        "location": place,
        "severity": SEVERITIES[finding.severity],
        "code": {"value": f"{finding.name} ({finding.code})"},
    }
