"""Eldre segl: the one sum that minutes were sealed with before names, annexes and templates were part of it.

What it covers is written out here, and stays as it was: what has come into the records since is not in it.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from brukerutvalg_cli.model.antakelse import uten
from brukerutvalg_cli.model.moete import Moete

_STED = ("navn", "universell_utforming")
_FRAMMOETT = (
    "person", "navn", "funksjon", "side", "representerer", "fra_utvalg", "verv", "vara_for", "lytter", "digitalt",
    "kalt_inn_av", "stemmerett", "dekker", "godtgjoeres_etter",
)  # fmt: skip
_STEMMER = ("for", "mot", "avholdende")
_VEDTAK = {"tekst": (), "enstemmig": (), "stemmer": dict.fromkeys(_STEMMER, ()), "ved_likhet": ()}
_VALG = ("verv", "valgt", "fra", "til")
_OPPFOELGING = ("hva", "ansvarlig", "frist")
_SAK = {
    **dict.fromkeys(("nr", "tittel", "type", "innleder", "fortrolig", "offentlig_tittel", "referat", "utsatt"), ()),
    "vedtak": _VEDTAK,
    "valg": dict.fromkeys(_VALG, ()),
    "oppfoelging": dict.fromkeys(_OPPFOELGING, ()),
}  # fmt: skip
_MOETE = {
    **dict.fromkeys(("dato", "tid", "slutt", "form", "moeteleder", "referent", "forfall", "innledning"), ()),
    "sted": dict.fromkeys(_STED, ()),
    "oppmoete": dict.fromkeys(_FRAMMOETT, ()),
    "saker": _SAK,
}


def eldre_segl(moete: Moete) -> str:
    """Sixteen hexadecimal digits of what the minutes say; comments and layout of the file do not count."""
    said = uten(moete, moete.at())  # the minutes say nothing of what is assumed, as of what nobody knows
    facts = _bare(said.model_dump(mode="json", exclude_none=True, by_alias=True, warnings=False), _MOETE)
    for case in facts.get("saker", ()):
        for listed in ("valg", "oppfoelging"):
            case.setdefault(listed, [])
    text = json.dumps(facts, ensure_ascii=False, sort_keys=True)
    return sha256(text.encode()).hexdigest()[:16]


def _bare(value: Any, keys: Any) -> Any:
    """What of a value is under these keys, all the way in; all of it where none are named."""
    if isinstance(value, list):
        return [_bare(each, keys) for each in value]
    if not keys or not isinstance(value, dict):
        return value
    return {key: _bare(value[key], inner) for key, inner in keys.items() if key in value}
