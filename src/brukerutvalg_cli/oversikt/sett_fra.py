"""Sett fra: a council's folder as it was on a day that has been – nothing had come of what came after.

Who sits is asked of the days themselves, and so is what binds. What has no day that is known, is taken to have been.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.merker import Etterpaa, er_merket
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetepapirer import Godkjent, Referat, Sendt
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.vet_av import tidligst, vet_av

P = TypeVar("P", bound=Post)

ETTERPAA = tuple(name for name, field in Sak.model_fields.items() if er_merket(field, Etterpaa))
"""What a case has of the meeting that dealt with it."""


def sett_fra(mappe: Utvalgsmappe, dag: date) -> Utvalgsmappe:
    """The folder on that day: itself, where all it tells of had been by then."""
    meetings = tuple(_moetet(moete, dag) for moete in mappe.moeter)
    joint = tuple(_moetet(moete, dag) for moete in mappe.felles)
    cases = {name: sak for name, sak in mappe.saker.items() if not _etter(sak, "innmeldt", dag)}
    pairs = zip((*meetings, *joint), (*mappe.moeter, *mappe.felles), strict=True)
    same = all(now is was for now, was in pairs)
    if same and len(cases) == len(mappe.saker):
        return mappe
    return replace(mappe, moeter=meetings, felles=joint, saker=cases, sett={})


def _moetet(moete: Moete, dag: date) -> Moete:
    changed: dict[str, Any] = {}
    if isinstance(moete.sendt, Sendt):
        changed["sendt"] = _uten(moete.sendt, dag, *type(moete.sendt).model_fields)
    if isinstance(moete.referat, Referat):
        changed["referat"] = _referatet(moete.referat, dag)
    for key in ("sakliste", "sakspapirer"):
        if isinstance(document := getattr(moete, key), Post):
            changed[key] = _uten(document, dag, "publisert")
    changed["saker"] = tuple(_saken(sak, dag, holdt=moete.dato <= dag) for sak in moete.saker)
    if moete.status == "avholdt" and moete.dato > dag:
        out = changed.get("sendt", moete.sendt)
        changed["status"] = "innkalt" if isinstance(out, Sendt) and out.innkalling else "planlagt"
    return _med(moete, changed)


def _saken(sak: Sak, dag: date, *, holdt: bool) -> Sak:
    """A case on an agenda; where the meeting had not been held, nothing had come of it."""
    if not holdt:
        return _med(sak, dict.fromkeys(ETTERPAA) | {"utsatt": False, "oppfoelging": ()})
    follow_ups = tuple(_uten(entry, dag, "fullfoert") for entry in sak.oppfoelging)
    return _med(sak, {"oppfoelging": follow_ups})


def _referatet(referat: Referat, dag: date) -> Referat:
    approved = [
        each for each in (*referat.tidligere_godkjent, referat.godkjent) if not _godkjent_etter(each, dag)
    ]
    return _med(_uten(referat, dag, "publisert"), {"godkjent": approved[-1] if approved else None})


def _godkjent_etter(godkjent: object, dag: date) -> bool:
    if not isinstance(godkjent, Godkjent):
        return False
    return godkjent.dag > dag if isinstance(godkjent.dag, date) else _etter(godkjent, "dato", dag)


def _uten(post: P, dag: date, *felter: str) -> P:
    """The record without what was done, or made public, after the day."""
    return _med(post, {felt: None for felt in felter if _etter(post, felt, dag)})


def _etter(post: Post, felt: str, dag: date) -> bool:
    """Whether it is surely of a later day: a day itself, or something that has one."""
    value = getattr(post, felt)
    if isinstance(value, Post):
        return "dato" in type(value).model_fields and _etter(value, "dato", dag)
    first = tidligst(vet_av(post, felt))
    return first is not None and first > dag


def _med(post: P, changed: dict[str, Any]) -> P:
    """The record with these otherwise; itself, where none is."""
    new = {key: value for key, value in changed.items() if not _samme(value, getattr(post, key))}
    return post.model_copy(update=new) if new else post


def _samme(now: Any, was: Any) -> bool:
    if isinstance(now, tuple) and isinstance(was, tuple):
        return len(now) == len(was) and all(a is b for a, b in zip(now, was, strict=True))
    return now is was or now == was
