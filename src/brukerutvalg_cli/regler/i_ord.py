"""Ids as they are said in a message."""

from __future__ import annotations

from collections.abc import Iterable

from brukerutvalg_cli.model.utvalg import ORGANER

ORD = {
    "bruker": "brukersiden",
    "nav": "Nav",
    "kommune": "kommunen",
    "sekretaer": "sekretær",
    "redaksjonsraad": "redaksjonsrådet",
    "arbeidsutvalg": "arbeidsutvalget",
    "fylkesdirektoer": "fylkesdirektør",
    "nav-leder": "Nav-leder",
    "avdelingsdirektoer": "avdelingsdirektør",
    "ungdomsraad": "ungdomsrådet",
    "tapt_arbeidsfortjeneste": "tapt arbeidsfortjeneste",
    "moetegodtgjoerelse": "møtegodtgjørelse",
    "statens_personalhaandbok": "Statens personalhåndbok",
    "kommunale_regler": "kommunale regler",
    "organisasjonenes_runde": "organisasjonenes runde",
    "organisasjon": "en organisasjon",
    "brukerutvalgsansvarlig": "brukerutvalgsansvarlig",
}


def i_ord(name: str) -> str:
    """An id in words where there are words for it, else the id."""
    return ORD.get(name, name)


def i_vervet(verv: str) -> str:
    """`som sekretær`, `i redaksjonsrådet`: one is not a body, but in it."""
    return f"i {i_ord(verv)}" if verv in ORGANER else f"som {i_ord(verv)}"


def eller(names: Iterable[str]) -> str:
    """`a eller b`: one of these will do."""
    return " eller ".join(map(i_ord, names))
