"""Arbeid as JSON: the same facts, for other programs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from brukerutvalg_cli.mandat.fristvarsel import Fristvarsel
from brukerutvalg_cli.oversikt import bilde_json
from brukerutvalg_cli.oversikt.arbeid import Arbeid
from brukerutvalg_cli.rapport.json_format import dump, frist_data


def render(found: Iterable[Arbeid], dag: date, lagring: dict[str, Any] | None = None) -> str:
    """Every council that was asked about. `lagring`: how it stands with what is saved, for all of them."""
    there = {"lagring": lagring} if lagring else {}
    return dump({"dato": dag.isoformat(), "utvalg": [_council(each) for each in found], **there})


def frister(found: Iterable[Fristvarsel], dag: date) -> str:
    """Every deadline ahead."""
    return dump({"dato": dag.isoformat(), "frister": [frist_data(f) for f in found]})


def _council(found: Arbeid) -> dict[str, Any]:
    return {
        "utvalg": found.utvalg,
        "frister": [frist_data(f) for f in found.frister],
        "funn": [
            {
                "severity": f.finding.severity.value,
                "name": f.finding.name,
                "message": f.finding.message,
                "filename": f.path,
            }
            for f in found.funn
        ],
        "mangler_opplaering": [f.finding.message for f in found.opplaering],
        "ledige": [{k: str(v) for k, v in each._asdict().items() if v} for each in found.ledige],
        "medlemsliste_fullstendig": found.liste_hel,
        "utloep": [{"person": u.person, "verv": u.verv, "til": str(u.til)} for u in found.utloep],
        "restanser": [
            {
                "sak": r.sak,
                "nummer": r.nummer,
                "hva": r.hva,
                "ansvarlig": r.ansvarlig,
                "frist": str(r.frist) if r.frist else None,
                "fortrolig": r.fortrolig,
                "over_frist": r.over_frist,
            }
            for r in found.restanser
        ],
        "referat_ikke_godkjent": [day.isoformat() for day in found.ikke_godkjent],
        "referat_ikke_lagt_ut": [day.isoformat() for day in found.ikke_lagt_ut],
        "neste_moete": bilde_json.et_moete(found.neste_moete, found.utvalg) if found.neste_moete else None,
        "mangler": bilde_json.mangler(found.mangler),
        "moeter_ikke_foert": [day.isoformat() for day in found.ikke_foert],
        "saker_som_venter": bilde_json.saker(found.saker),
        "neste": f"brukerutvalg {found.neste}",
    }
