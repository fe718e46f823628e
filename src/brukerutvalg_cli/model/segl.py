"""Segl: a sum of the minutes as they were approved. A later change of a single letter gives another."""

import json
from hashlib import sha256
from typing import Any

from brukerutvalg_cli.model.antakelse import uten
from brukerutvalg_cli.model.avstemning import Avstemning
from brukerutvalg_cli.model.moete import Moete

I_MOETET = (
    "dato",
    "nummer",
    "tid",
    "slutt",
    "sted",
    "form",
    "moeteleder",
    "referent",
    "oppmoete",
    "antall_stemmeberettigede",
    "forfall",
    "innledning",
    "undertegnes_av",
)
I_SAKEN = (
    "nr",
    "tittel",
    "type",
    "innleder",
    "fortrolig",
    "offentlig_tittel",
    "referat",
    "tatt_opp",
    "inhabil",
    "vedtak",
    "protokolltilfoersel",
    "utsatt",
    "utsatt_til",
    "gruppe",
    "arkivsak",
    "saksbehandler",
    "forslag",
    "forslaget",
)
I_VALGET = ("verv", "valgt", "fra", "til", *Avstemning.model_fields)
I_OPPFOELGINGEN = ("hva", "ansvarlig", "frist", "til_neste_moete")
"""What minutes say. What becomes of them and of their cases later is not part of them."""


def segl(moete: Moete) -> str:
    """Sixteen hexadecimal digits of what the minutes say; comments and layout of the file do not count."""
    said = uten(moete, moete.at())  # the minutes say nothing of what is assumed, as of what nobody knows
    facts = _bare(
        said.model_dump(mode="json", exclude_none=True, by_alias=True, warnings=False), (*I_MOETET, "saker")
    )
    for case in facts.get("saker", ()):
        votes = [_bare(entry, I_VALGET) for entry in case.get("valg", ())]
        tasks = [_bare(entry, I_OPPFOELGINGEN) for entry in case.get("oppfoelging", ())]
        kept = _bare(case, I_SAKEN) | {"valg": votes, "oppfoelging": tasks}
        case.clear()
        case.update(kept)
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True)
    return sha256(text.encode()).hexdigest()[:16]


def _bare(facts: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: facts[key] for key in keys if key in facts}
