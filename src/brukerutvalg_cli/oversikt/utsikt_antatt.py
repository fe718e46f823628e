"""The outlook, and whether it would be another where nobody knew what is assumed: then it says that it rests on it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.oversikt.utsikt import Framtid, Utsikt, utsikter


def utsikter_med_antatt(
    register: Register, regelverk: Mapping[str, Regelverk], mappe: Utvalgsmappe, dag: date
) -> list[Utsikt]:
    """Everybody who is a member or a deputy on the day."""
    found = utsikter(register, regelverk, mappe, dag)
    if not mappe.antakelser and not register.antatt_om_organisasjoner:
        return found
    known = register.uten_antakelser()
    without = {u.person: _sagt(u) for u in utsikter(known, regelverk, known.mapper[mappe.id], dag)}
    return [u._replace(antatt=without.get(u.person) != _sagt(u)) for u in found]


def _sagt(utsikt: Utsikt) -> tuple[object, ...]:
    """What is said of a person."""
    return utsikt.verv, utsikt.til, *_dagene(utsikt.igjen), *map(_dagene, utsikt.valg.values())


def _dagene(framtid: Framtid) -> tuple[object, ...]:
    said = framtid.hinder or framtid.uvisst
    return framtid.fra, framtid.til, framtid.ubegrenset, said and said.message
