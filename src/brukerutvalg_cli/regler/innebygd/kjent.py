"""What each sort of reference may name in one council; None where unread files make it impossible to say."""

from __future__ import annotations

from enum import Enum, auto

from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.utvalg import STANDARD_SIDER, STANDARD_VERV
from brukerutvalg_cli.regler.arv import bestemmelser
from brukerutvalg_cli.regler.innebygd.sjekk import Regelverkene


class Slag(Enum):
    """What a reference names."""

    PERSON = auto()
    ORGANISASJON = auto()
    UTVALG = auto()
    SAK = auto()
    MOETE = auto()
    REGELVERK = auto()
    BESTEMMELSE = auto()
    VERV = auto()
    SIDE = auto()


Kjente = dict[Slag, frozenset[str] | None]


def kjente(mappe: Utvalgsmappe, register: Register, regelverk: Regelverkene) -> Kjente:
    """The names of each sort that this council's files may use."""
    unread = mappe.uleste_moeter
    files = [
        path.rsplit("/", 1)[-1].removesuffix(".yaml") for path in register.feilet if "/regelverk/" in path
    ]
    return {
        Slag.PERSON: None if f"{mappe.path}/medlemmer/" in mappe.feilet else mappe.kjente_personer,
        Slag.ORGANISASJON: None
        if "records/organisasjoner.yaml" in register.feilet
        else frozenset(register.organisasjoner),
        Slag.UTVALG: register.kjente_utvalg,
        Slag.SAK: None if unread else frozenset(s.nr for m in mappe.moeter for s in m.saker),
        Slag.MOETE: None
        if None in unread
        else frozenset(str(day) for day in (*(m.dato for m in mappe.moeter), *unread)),
        Slag.REGELVERK: frozenset(regelverk) | frozenset(files),
        Slag.BESTEMMELSE: bestemmelser((entry.id for entry in mappe.utvalg.regelverk), regelverk),
        Slag.VERV: frozenset(STANDARD_VERV) | frozenset(mappe.utvalg.verv),
        Slag.SIDE: frozenset(STANDARD_SIDER) | frozenset(mappe.utvalg.sider),
    }
