"""Bilde as JSON: the same facts, for other programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.oversikt.bilde import Bilde, Mangel, Ventende, foert_i, referatet, stedet, tittel


def hele(b: Bilde) -> dict[str, Any]:
    """All of it."""
    return {"neste_moete": neste(b), "folk": folk(b), "saker": saker(b.saker), "moeter": moeter(b)}


def neste(b: Bilde) -> dict[str, Any] | None:
    """The next meeting, and what it lacks."""
    if b.neste is None:
        return None
    return et_moete(b.neste, b.utvalg) | {"mangler": mangler(b.mangler)}


def mangler(lacking: Iterable[Mangel]) -> list[dict[str, Any]]:
    """What the next meeting lacks."""
    return [{"hva": m.hva, "kommando": f"brukerutvalg {m.kommando}"} for m in lacking]


def folk(b: Bilde) -> list[dict[str, Any]]:
    """Who sits, in what, for whom, and how long."""
    return [{key: _verdi(value) for key, value in p._asdict().items()} for p in b.folk]


def saker(waiting: Iterable[Ventende]) -> list[dict[str, Any]]:
    """The cases that wait."""
    return [{key: _verdi(value) for key, value in case._asdict().items()} for case in waiting]


def moeter(b: Bilde) -> list[dict[str, Any]]:
    """The meetings of the year."""
    return [et_moete(moete, b.utvalg) for moete in b.moeter]


def et_moete(moete: Moete, utvalg: str) -> dict[str, Any]:
    """One meeting with its agenda. Of a joint one that is written elsewhere, this council does not see the cases."""
    elsewhere = foert_i(moete, utvalg)
    cases = [{"nr": sak.navn, "tittel": tittel(sak), "fortrolig": bool(sak.fortrolig)} for sak in moete.saker]
    return {
        "dato": moete.dato.isoformat(),
        "nummer": _verdi(moete.nummer),
        "tid": _verdi(moete.tid),
        "sted": stedet(moete),
        "form": _verdi(moete.form),
        "status": moete.status,
        "moeteleder": _verdi(moete.moeteleder),
        "referent": _verdi(moete.referent),
        "oppmoete": _liste(moete.oppmoete),
        "forfall": _liste(moete.forfall),
        "ikke_moett": _liste(moete.ikke_moett),
        "referat": referatet(moete) or None,
        "foert_i": elsewhere or None,
        "saker": None if elsewhere else cases,
    }


def _liste(listed: Iterable[str | Oppmoete] | Ukjent | None) -> object:
    """Everybody by what they are called here: the id, or a guest's name."""
    if listed is None or isinstance(listed, Ukjent):
        return _verdi(listed)
    return [one.kalt if isinstance(one, Oppmoete) else one for one in listed]


def _verdi(value: object) -> object:
    """What is not stated is null, and what is unknown says so; of a day only known in part, what is written."""
    if isinstance(value, Deldato):
        return str(value)
    if isinstance(value, tuple):
        return list(value)
    return value if value is None or isinstance(value, str | bool | int) else str(value)
