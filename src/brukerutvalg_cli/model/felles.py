"""Felles: a meeting that two councils hold together is written in one of them, and seen by the other as its own."""

from __future__ import annotations

from collections.abc import Mapping

from brukerutvalg_cli.model.identitet import identitet
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.verdier import kjent


def fellesmoeter(mappe: Utvalgsmappe, mapper: Mapping[str, Utvalgsmappe]) -> tuple[Moete, ...]:
    """The meetings that are written in other councils and are this one's too, in order."""
    found = [
        _sett_fra(moete, host, mappe)
        for host in mapper.values()
        for moete in host.moeter
        if host.id != mappe.id and mappe.id in (kjent(moete.felles_med) or ())
    ]
    return tuple(sorted(found, key=lambda moete: (moete.rekkefoelge, moete.path)))


def _sett_fra(moete: Moete, vert: Utvalgsmappe, mappe: Utvalgsmappe) -> Moete:
    """The meeting as the other council has it: its own people by id, and the host's as guests, but not the cases."""
    there = moete.oppmoete
    people = tuple(_en(o, vert, mappe) for o in there) if isinstance(there, tuple) else there
    own = {
        key: tuple(p for p in kjent(getattr(moete, key)) or () if p in mappe.medlemmer) or None
        for key in ("forfall", "ikke_moett")
    }
    return moete.model_copy(update={"id": identitet(vert, moete), "oppmoete": people, "saker": (), **own})


def _en(oppmoete: Oppmoete, vert: Utvalgsmappe, mappe: Utvalgsmappe) -> Oppmoete:
    host = vert.medlemmer.get(oppmoete.person or "")
    if host:
        return oppmoete.model_copy(
            update={"person": None, "navn": host.navn, "fra_utvalg": vert.id, "vara_for": None}
        )
    if kjent(oppmoete.fra_utvalg) != mappe.id:
        return oppmoete
    said = kjent(oppmoete.navn)
    ours = [person for person, medlem in mappe.medlemmer.items() if said in medlem.alle_navn]
    return oppmoete.model_copy(update={"person": ours[0], "navn": None}) if len(ours) == 1 else oppmoete
