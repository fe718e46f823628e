"""json: the whole report as data, for other programs. `schema_version` rises when a key changes its meaning."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from brukerutvalg_cli.funn.finding import Hviler, Kilde
from brukerutvalg_cli.funn.place import Span
from brukerutvalg_cli.mandat.fristvarsel import Fristvarsel
from brukerutvalg_cli.rapport.rapport import Located, LocatedRelated, Rapport, rettet_dag
from brukerutvalg_cli.tegn import json_escaped

SCHEMA_VERSION = 1


def render(rapport: Rapport) -> str:
    """Everything. What is not stated is null, never an empty text."""
    data = {
        "dato": rapport.dato.isoformat(),
        "funn": [
            funn_data(located) | {"fingerprint": mark}
            for located, mark in zip(rapport.funn, rapport.fingeravtrykk, strict=True)
        ],
        "ikke_vurdert": [punkt_data(punkt) for punkt in rapport.ikke_vurdert],
        "fraveket": [fraveket_data(punkt) for punkt in rapport.fraveket],
        "rettet": [rettet_data(rettet) for rettet in rapport.rettet],
        "frister": [frist_data(frist) for frist in rapport.varsler],
        "oppsummering": {
            **{severity.value: count for severity, count in rapport.antall().items()},
            "ikke_vurdert": len(rapport.ikke_vurdert),
            "fraveket": len(rapport.fraveket),
            "rettet": len(rapport.rettet),
            "frister": len(rapport.varsler),
            "fra_foer": rapport.fra_foer,
            "filer": rapport.filer,
            "utvalg": rapport.utvalg,
        },
    }
    return dump(data)


def dump(data: Mapping[str, object]) -> str:
    """The data in UTF-8, indented: the one form of every report and overview."""
    text = json.dumps({"schema_version": SCHEMA_VERSION} | dict(data), ensure_ascii=False, indent=2)
    return f"{json_escaped(text)}\n"


def funn_data(located: Located) -> dict[str, Any]:
    """One finding."""
    finding = located.finding
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        **_place(located.path, located.span),
        "label": finding.label or None,
        "help": finding.help or None,
        "kommando": f"brukerutvalg {located.kommando}" if located.kommando else None,
        "utvalg": finding.utvalg or None,
        "emne": finding.emne or None,
        "kilde": _kilde(finding.kilde) if finding.kilde else None,
        "related": [_related(related) for related in located.related],
        "hviler_paa": hviler_data(finding.hviler),
        "since": finding.since.isoformat() if finding.since else None,
        "fingerprint": finding.fingerprint,
        # What a decided deviation covers is no finding: it stands under `fraveket`, with its `avvik`.
        "avvik": None,
    }


def _related(related: LocatedRelated) -> dict[str, Any]:
    return {**_place(related.path, related.span), "label": related.label}


def punkt_data(located: Located) -> dict[str, Any]:
    """One thing that cannot be judged."""
    finding = located.finding
    return {
        "utvalg": finding.utvalg,
        "kilde": _kilde(finding.hjemmel),
        "emne": finding.emne,
        "tekst": finding.message,
        **_place(located.path, located.span),
    }


def hviler_data(hviler: Hviler | None) -> dict[str, Any] | None:
    """The assumptions something rests on, and whether it would fall with them."""
    return {"antakelser": list(hviler.paa), "faller": hviler.faller} if hviler else None


def fraveket_data(located: Located) -> dict[str, Any]:
    """One departure."""
    fravik = located.finding.fravik
    avvik = {
        "grunn": fravik.grunn or None,
        "vedtatt_i": fravik.vedtatt_i or None,
        "notert_i": fravik.notert_i or None,
        "til": fravik.til.isoformat() if fravik.til else None,
    }
    return punkt_data(located) | {"avvik": avvik, "hviler_paa": hviler_data(located.finding.hviler)}


def rettet_data(located: Located) -> dict[str, Any]:
    """One breach that was put right."""
    lasted, done = located.finding.rettelse, located.gjort
    return {
        **punkt_data(located),
        "hviler_paa": hviler_data(located.finding.hviler),
        "fra": lasted.fra.isoformat() if lasted.fra else None,
        "rettet": rettet_dag(located.finding).isoformat(),
        "ved": lasted.ved or None,
        "gjort": _place(done.path, done.span) if done else None,
    }


def frist_data(frist: Fristvarsel) -> dict[str, Any]:
    """One deadline."""
    return {
        "utvalg": frist.utvalg,
        "hva": frist.hva,
        "om": frist.om,
        "dag": frist.dag.isoformat(),
        "moete": frist.moete.isoformat() if frist.moete else None,
        "siste_dag": frist.siste_dag.isoformat(),
        "siste_arbeidsdag": frist.siste_arbeidsdag.isoformat(),
        "hviler_paa": hviler_data(frist.hviler),
    }


def _kilde(kilde: Kilde) -> dict[str, Any]:
    return {
        "regelverk": kilde.regelverk,
        "bestemmelse": kilde.bestemmelse,
        "avsnitt": kilde.avsnitt,
        "styrke": kilde.styrke,
    }


def _place(path: str, span: Span | None) -> dict[str, Any]:
    return {
        "filename": path,
        "location": {"row": span.row, "column": span.column} if span else None,
        "end_location": {"row": span.end_row, "column": span.end_column} if span else None,
    }
