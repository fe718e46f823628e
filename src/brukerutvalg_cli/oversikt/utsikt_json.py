"""The outlook as JSON, for other programs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from brukerutvalg_cli.oversikt.regelverk_json import dump
from brukerutvalg_cli.oversikt.utsikt import Framtid, Utsikt


def render(utvalg: str, utsikter: Sequence[Utsikt], dag: date) -> str:
    """Everybody who sits."""
    people = [
        {
            "person": u.person,
            "verv": u.verv,
            "til": str(u.til) if u.til else None,
            "oppnevnes_igjen": _future(u.igjen),
            "leder": _future(u.leder),
        }
        for u in utsikter
    ]
    return dump({"utvalg": utvalg, "dato": str(dag), "personer": people})


def _future(framtid: Framtid) -> dict[str, object]:
    said = framtid.hinder or framtid.uvisst
    return {
        "fra": str(framtid.fra),
        "til": str(framtid.til) if framtid.til else None,
        "ubegrenset": framtid.ubegrenset,
        "hinder": framtid.hinder.message if framtid.hinder else None,
        "kan_ikke_vurderes": framtid.uvisst.message if framtid.uvisst else None,
        "kilde": said.kilde._asdict() if said and said.kilde else None,
    }
