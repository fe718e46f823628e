"""I ord: who and what a record names by id – people, organisations, verv, sides – as a sentence says them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple, Protocol

from brukerutvalg_cli.model.maalform import Navn
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.utvalg import ORGANER
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.oppramsing import enten_eller

ORD = {
    "bruker": "brukersiden",
    "nav": "Nav",
    "kommune": "kommunen",
    "sekretaer": "sekretær",
    "redaksjonsraad": "redaksjonsrådet",
    "arbeidsutvalg": "arbeidsutvalget",
    "ungdomsraad": "ungdomsrådet",
    "tapt_arbeidsfortjeneste": "tapt arbeidsfortjeneste",
    "moetegodtgjoerelse": "møtegodtgjørelse",
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
    "moeteleder": "møtelederen",
    "egen_organisasjon": "egen organisasjon",
    "eier": "eieren",
    "overordnet": "utvalget over",
    "underordnede": "utvalgene under",
}
"""Ids as they are said of whoever does something: sakslista godkjennes av lederen."""


EGNE = ("eier", "overordnet", "ungdomsraad")
"""What each council says of itself in utvalg.yaml: said by name where it has one."""


class Omgivelser(Protocol):
    """What a name is read in: the council it stands in, and the register around it."""

    @property
    def mappe(self) -> Utvalgsmappe:
        """The council."""

    @property
    def register(self) -> Register:
        """All councils and organisations."""


class Her(NamedTuple):
    """The same, where nothing is seen through a stretch of time."""

    mappe: Utvalgsmappe
    register: Register

    def paa_dag(self, dag: date) -> Her:
        """The same, by the names of that day."""
        return Her(self.mappe.paa_dag(dag), self.register.paa_dag(dag))


def omtalt(name: str, utvalg: Omgivelser) -> str:
    """Whoever a record or a rule names, by the name they go by: Kari Nordmann, lederen, FFO, Det lokale rådet.

    Two people of one name are told apart by their ids. What has no name here is said as it stands.
    """
    if known := _ved_navn(name, utvalg):
        return known
    council = utvalg.mappe.utvalg
    if own := council.verv.get(name) or council.sider.get(name) or _eget(name, utvalg):
        return own.paa("nb")
    stated = kjent(getattr(council, name)) if name in EGNE else None
    theirs = [_ved_navn(each, utvalg) for each in ((stated,) if isinstance(stated, str) else stated or ())]
    return enten_eller(theirs) if theirs and all(theirs) else BESTEMT.get(name) or i_ord(name)


def _eget(name: str, utvalg: Omgivelser) -> Navn | None:
    """What a post, a scheme or a receiver is called, where the council or the register has given it a name."""
    lists = (
        each
        for source in (utvalg.mappe.utvalg, utvalg.register.ordliste)
        for each in (source.funksjoner, source.ordninger, source.mottakere)
    )
    return next((each[name] for each in lists if name in each), None)


def _ved_navn(name: str, utvalg: Omgivelser) -> str:
    """A person, an organisation or a council by name; nothing for what has none here.

    One who is not to be named in documents, is not named in a report either: it may lie open in a CI log.
    """
    if medlem := utvalg.mappe.medlemmer.get(name):
        if medlem.publisering != "navn":
            return name
        return f"{medlem.navn} ({name})" if medlem.navn in utvalg.mappe.delte_navn else medlem.navn
    if organisasjon := utvalg.register.organisasjoner.get(name):
        return organisasjon.forkortelse or organisasjon.navn
    other = utvalg.register.utvalget(name)
    return other.navn.paa("nb") if other else ""


def med_id(name: str, utvalg: Omgivelser) -> str:
    """`Kari Nordmann (kari-nordmann)`: by name, and by what is to be typed for it."""
    said = omtalt(name, utvalg)
    return said if said == name or said.endswith(f"({name})") else f"{said} ({name})"


def siden(name: str, utvalg: Omgivelser) -> str:
    """What the council calls a side."""
    return _kalt(name, utvalg.mappe.utvalg.sider)


def et_verv(name: str, utvalg: Omgivelser) -> str:
    """What the council calls a verv: one is leder, or sekretær."""
    return _kalt(name, utvalg.mappe.utvalg.verv)


def _kalt(name: str, egne: Mapping[str, Navn]) -> str:
    return egne[name].paa("nb") if name in egne else i_ord(name)


def en_av_dem(names: Iterable[str], utvalg: Omgivelser) -> str:
    """`lederen eller sekretæren`: one of these will do."""
    return enten_eller(dict.fromkeys(omtalt(name, utvalg) for name in names))


def tusener(text: str) -> str:
    """`10 000` for `10000`; a number of four digits stands together."""
    return re.sub(r"\d{5,}", lambda found: f"{int(found[0]):,}".replace(",", " "), text)


def i_ord(name: str) -> str:
    """An id in words where there are words for it, else the id."""
    return ORD.get(name, name)


def noekkel_i_ord(noekkel: str) -> str:
    """A key of the files as it is read: `godkjent_av` is «godkjent av», `moeteleder` «møteleder»."""
    if noekkel in ORD or "-" in noekkel:  # an id, which is typed as it stands
        return ORD.get(noekkel, noekkel)
    return noekkel.replace("_", " ").replace("oe", "ø").replace("aa", "å").replace("ae", "æ")


def vervet(verv: str, utvalg: Omgivelser) -> str:
    """`sekretær`, `i redaksjonsrådet`: what one is, or is in."""
    return f"{'i ' if verv in ORGANER else ''}{et_verv(verv, utvalg)}"


def i_vervet(verv: str, utvalg: Omgivelser) -> str:
    """`som sekretær`, `i redaksjonsrådet`: one is not a body, but in it."""
    return f"{'' if verv in ORGANER else 'som '}{vervet(verv, utvalg)}"


def eller(names: Iterable[str]) -> str:
    """`a, b eller c`: one of these will do."""
    return enten_eller(i_ord(name) for name in names)
