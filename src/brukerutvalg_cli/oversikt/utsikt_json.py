"""The outlook as JSON, for other programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from brukerutvalg_cli.oversikt.utsikt import Framtid, Utsikt
from brukerutvalg_cli.rapport.json_format import dump


def render(utvalgene: Mapping[str, Sequence[Utsikt]], dag: date) -> str:
    """Everybody who sits, council by council."""
    councils = [{"utvalg": name, "personer": _people(found)} for name, found in utvalgene.items()]
    return dump({"dato": str(dag), "utvalg": councils})


def _people(utsikter: Sequence[Utsikt]) -> list[dict[str, object]]:
    return [
        {
            "person": u.person,
            "verv": u.verv,
            "til": str(u.til) if u.til else None,
            "oppnevnes_igjen": framtiden(u.igjen),
            "leder": framtiden(u.leder),
            "nestleder": framtiden(u.nestleder) if u.nestleder else None,
            "hviler_paa_antakelser": u.antatt,
        }
        for u in utsikter
    ]


def framtiden(framtid: Framtid) -> dict[str, object]:
    """Until when somebody may, and what stands in the way then."""
    said = framtid.hinder or framtid.uvisst
    return {
        "fra": str(framtid.fra),
        "til": str(framtid.til) if framtid.til else None,
        "ubegrenset": framtid.ubegrenset,
        "hinder": framtid.hinder.message if framtid.hinder else None,
        "kan_ikke_vurderes": framtid.uvisst.message if framtid.uvisst else None,
        "kilde": said.kilde._asdict() if said and said.kilde else None,
    }
