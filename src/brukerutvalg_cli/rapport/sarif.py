"""sarif: the findings in SARIF 2.1.0, for code scanning, with the documentation of the rules that found them."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from brukerutvalg_cli import __version__
from brukerutvalg_cli.funn.finding import Severity
from brukerutvalg_cli.funn.place import Span
from brukerutvalg_cli.rapport.i_ord import beskjed
from brukerutvalg_cli.rapport.rapport import Located, Rapport
from brukerutvalg_cli.rapport.regeltekst import i_markdown, regeltekst
from brukerutvalg_cli.tegn import json_escaped, one_line

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.FEIL: "error", Severity.ADVARSEL: "warning", Severity.RAAD: "note"}
TOPPEN = "%SRCROOT%"
"""What every place is relative to: the top of the repository."""

MERKE = "brukerutvalg/v1"
"""The name of our fingerprint; the number rises when it is made in another way."""


def render(rapport: Rapport) -> str:
    """One run, with a result for each finding."""
    rules = sorted({(located.finding.code, located.finding.name) for located in rapport.funn})
    results = [
        _result(rapport, located, mark, rules.index((located.finding.code, located.finding.name)))
        for located, mark in zip(rapport.funn, rapport.fingeravtrykk, strict=True)
    ]
    driver = {
        "name": "brukerutvalg",
        "semanticVersion": __version__,
        "language": "nb",
        "rules": [_rule(code, name) for code, name in rules],
    }
    run = {
        "tool": {"driver": driver},
        "language": "nb",
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {TOPPEN: {"description": {"text": "toppen av git-lageret"}}},
        "results": results,
    }
    data = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return f"{json_escaped(json.dumps(data, ensure_ascii=False, indent=2))}\n"


def _rule(code: str, name: str) -> dict[str, Any]:
    text = regeltekst(name)
    return {
        "id": code,
        "name": name,
        "shortDescription": {"text": text.partition("\n")[0]},
        "help": {"text": text, "markdown": i_markdown(text)},
    }


def _result(rapport: Rapport, located: Located, mark: str, rule: int) -> dict[str, Any]:
    finding = located.finding
    data = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": beskjed(located)},
        "locations": [_location(rapport.fil(located.path), located.span)],
        "partialFingerprints": {MERKE: mark},
    }
    if located.related:
        data["relatedLocations"] = [
            {
                "id": nr,
                **_location(rapport.fil(other.path), other.span),
                "message": {"text": one_line(other.label)},
            }
            for nr, other in enumerate(located.related, 1)
        ]
    return data


def _location(path: str, span: Span | None) -> dict[str, Any]:
    uri = quote(path, errors="surrogatepass")
    place: dict[str, Any] = {"artifactLocation": {"uri": uri, "uriBaseId": TOPPEN}}
    if span:
        place["region"] = {
            "startLine": span.row,
            "startColumn": span.column,
            "endLine": span.end_row,
            "endColumn": span.end_column,
        }
    return {"physicalLocation": place}
