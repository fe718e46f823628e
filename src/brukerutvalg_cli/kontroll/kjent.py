"""What each sort of reference may name in one council; None where unread files make it impossible to say."""

from __future__ import annotations

from collections.abc import Collection

from brukerutvalg_cli.kontroll.sjekk import Regelverkene
from brukerutvalg_cli.mandat.arv import bestemmelser
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.navnene import Navnemengde
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.slag import Slag
from brukerutvalg_cli.model.verdier import Ukjent

KjenteNavn = dict[Slag, Collection[str] | None]


def kjente(mappe: Utvalgsmappe, register: Register, regelverk: Regelverkene) -> KjenteNavn:
    """The names of each sort that this council's files may use."""
    unread, parts = mappe.uleste_moeter, mappe.utvalg.alle_deler
    files = [
        path.rsplit("/", 1)[-1].removesuffix(".yaml") for path in register.feilet if "/regelverk/" in path
    ]
    return {
        Slag.PERSON: None if f"{mappe.path}/medlemmer/" in mappe.feilet else mappe.kjente_personer,
        Slag.ORGANISASJON: None
        if "records/organisasjoner.yaml" in register.feilet
        else register.organisasjoner.keys(),
        Slag.UTVALG: register.kjente_utvalg,
        Slag.SAK: None if unread else mappe.saksnavn,
        Slag.MOETE: None
        if None in unread
        else frozenset(str(name) for name in (*(m.navn for m in mappe.moeter), *unread)),
        Slag.REGELVERK: Navnemengde(frozenset(files), lambda: (regelverk.keys(),)),
        Slag.BESTEMMELSE: bestemmelser((entry.id for entry in mappe.utvalg.regelverk), regelverk),
        Slag.VERV: frozenset(mappe.utvalg.alle_verv),
        Slag.SIDE: frozenset(mappe.utvalg.alle_sider),
        Slag.SAKGRUPPE: frozenset(mappe.utvalg.alle_sakgrupper),
        Slag.DEL: None if isinstance(parts, Ukjent) else frozenset(parts),
    }
