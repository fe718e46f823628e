"""What each sort of reference may name in one council; None where unread files make it impossible to say."""

from __future__ import annotations

from enum import Enum, auto

from brukerutvalg_cli.kontroll.sjekk import Regelverkene
from brukerutvalg_cli.mandat.arv import bestemmelser
from brukerutvalg_cli.mandat.sammensatt.deler import FASTE
from brukerutvalg_cli.mandat.sammensatt.krav import FOLK, GRUPPER
from brukerutvalg_cli.mandat.verdier.hvem import FORHOLD, RELATIVE
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.utvalg import STANDARD_SIDER, STANDARD_VERV
from brukerutvalg_cli.model.verdier import Ukjent, kjent


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
    GRUPPE = auto()
    RELATIV = auto()
    FOLK = auto()
    SAKGRUPPE = auto()
    DEL = auto()
    INNDELING = auto()
    FORHOLD = auto()


Kjente = dict[Slag, frozenset[str] | None]


ORD = frozenset({*RELATIVE, *GRUPPER, "organisasjon", "organisasjonene", "utvalget", "loddtrekning", "alle"})
"""What stands in a rule set where a name may, and is none."""


def i_alle_utvalg(register: Register) -> Kjente:
    """The names of each sort that a rule set may use: several councils share it, and any of them may have the name."""
    councils = [mappe.utvalg for mappe in register.mapper.values()]
    people = [medlem for mappe in register.mapper.values() for medlem in mappe.medlemmer.values()]
    spoken_for = [c.grupper for c in councils] + [o.grupper for o in register.organisasjoner.values()]
    spoken_for += [medlem.grupper for medlem in people]
    return {
        Slag.VERV: frozenset(STANDARD_VERV).union(*(c.verv for c in councils)),
        Slag.SIDE: frozenset(STANDARD_SIDER).union(*(c.sider for c in councils)),
        Slag.ORGANISASJON: None
        if "records/organisasjoner.yaml" in register.feilet
        else frozenset(register.organisasjoner),
        Slag.UTVALG: register.kjente_utvalg,
        Slag.GRUPPE: frozenset().union(*(kjent(groups) or () for groups in spoken_for)),
        Slag.RELATIV: ORD,
        Slag.FOLK: FOLK,
        Slag.INNDELING: _inndelinger(register),
        Slag.FORHOLD: frozenset(FORHOLD),
    }


def _inndelinger(register: Register) -> frozenset[str] | None:
    """The divisions there are; None where a council may have one that nobody knows of."""
    stated = [mappe.utvalg.inndelinger for mappe in register.mapper.values()]
    if register.kjente_utvalg - register.mapper.keys() or any(isinstance(each, Ukjent) for each in stated):
        return None
    return frozenset(FASTE).union(*(kjent(each) or {} for each in stated))


def kjente(mappe: Utvalgsmappe, register: Register, regelverk: Regelverkene) -> Kjente:
    """The names of each sort that this council's files may use."""
    unread, parts = mappe.uleste_moeter, mappe.utvalg.alle_deler
    files = [
        path.rsplit("/", 1)[-1].removesuffix(".yaml") for path in register.feilet if "/regelverk/" in path
    ]
    return {
        Slag.PERSON: None if f"{mappe.path}/medlemmer/" in mappe.feilet else mappe.kjente_personer,
        Slag.ORGANISASJON: None
        if "records/organisasjoner.yaml" in register.feilet
        else frozenset(register.organisasjoner),
        Slag.UTVALG: register.kjente_utvalg,
        Slag.SAK: None if unread else mappe.saksnavn,
        Slag.MOETE: None
        if None in unread
        else frozenset(str(name) for name in (*(m.navn for m in mappe.moeter), *unread)),
        Slag.REGELVERK: frozenset(regelverk) | frozenset(files),
        Slag.BESTEMMELSE: bestemmelser((entry.id for entry in mappe.utvalg.regelverk), regelverk),
        Slag.VERV: frozenset(mappe.utvalg.alle_verv),
        Slag.SIDE: frozenset(mappe.utvalg.alle_sider),
        Slag.SAKGRUPPE: frozenset(mappe.utvalg.alle_sakgrupper),
        Slag.DEL: None if isinstance(parts, Ukjent) else frozenset(parts),
    }
