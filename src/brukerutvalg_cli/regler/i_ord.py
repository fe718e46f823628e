"""Ids as they are said in a message."""

from __future__ import annotations

from collections.abc import Iterable

from brukerutvalg_cli.model.utvalg import ORGANER
from brukerutvalg_cli.regler.periode import UtvalgIPeriode

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


BESTEMT = {
    "leder": "lederen",
    "nestleder": "nestlederen",
    "sekretaer": "sekretæren",
    "kontaktperson": "kontaktpersonen",
    "brukerutvalgsansvarlig": "den brukerutvalgsansvarlige",
    "medlem": "et medlem",
    "medlemmer": "medlemmene",
    "vara": "varaene",
    "varamedlemmer": "varaene",
    "fylkesdirektoer": "fylkesdirektøren",
    "nav-leder": "Nav-lederen",
    "avdelingsdirektoer": "avdelingsdirektøren",
    "eier": "eieren",
    "overordnet": "utvalget over",
    "underordnede": "utvalgene under",
}
"""Ids as they are said of whoever does something: sakslista godkjennes av lederen."""


def omtalt(name: str, utvalg: UtvalgIPeriode) -> str:
    """Whoever a rule names, by the name they go by: lederen, brukersiden, FFO, Det lokale rådet."""
    council, register = utvalg.mappe.utvalg, utvalg.register
    if organisasjon := register.organisasjoner.get(name):
        return organisasjon.forkortelse or organisasjon.navn
    if other := register.mapper.get(name):
        return other.utvalg.navn.paa("nb")
    own = council.verv.get(name) or council.sider.get(name)
    return own.paa("nb") if own else BESTEMT.get(name) or i_ord(name)


def en_av_dem(names: Iterable[str], utvalg: UtvalgIPeriode) -> str:
    """`lederen eller sekretæren`: one of these will do."""
    return " eller ".join(dict.fromkeys(omtalt(name, utvalg) for name in names))


def alle_sammen(names: Iterable[str]) -> str:
    """`a, b og c`: all of these."""
    listed = list(names)
    return ", ".join(listed[:-1]) + " og " + listed[-1] if len(listed) > 1 else "".join(listed)


def i_ord(name: str) -> str:
    """An id in words where there are words for it, else the id."""
    return ORD.get(name, name)


def i_vervet(verv: str) -> str:
    """`som sekretær`, `i redaksjonsrådet`: one is not a body, but in it."""
    return f"i {i_ord(verv)}" if verv in ORGANER else f"som {i_ord(verv)}"


def eller(names: Iterable[str]) -> str:
    """`a eller b`: one of these will do."""
    return " eller ".join(map(i_ord, names))
