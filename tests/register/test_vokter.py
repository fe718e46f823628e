"""Keys that guard: something is open or closed by them, and with nothing behind one, the file is not read as open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.innmeldt_sak import InnmeldtSak
from brukerutvalg_cli.model.medlem import Medlem
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.organisasjon import Organisasjon
from brukerutvalg_cli.model.post import vokter
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import MemoryTree
from smaa_registre import dom, filer

FILER = (Utvalg, Medlem, Moete, InnmeldtSak, Hendelse, Organisasjon)

LUKKET_FRA_FOER = {
    "Flytting.gjenopptatt": "a meeting that was moved was not broken off, until somebody says so",
    "InnmeldtSak.type": "what sort of case it is opens nothing",
    "Moete.ekstraordinaert": "a meeting is an ordinary one, and judged as that, until somebody says otherwise",
    "Oppfoelging.omtrent": "a day is that very day, and judged as that, until somebody says otherwise",
    "Oppnevning.tiltraadt": "a term began, and is judged as that, until somebody says otherwise",
    "Sak.utsatt": "a case is dealt with, and judged as that, until somebody says otherwise",
    "Utvalg.adresser_synlige": "nobody sees the address of another, until the council says otherwise",
    "Utvalg.beholder_saksnummer": "what a number is called opens nothing",
    "Valg.supplerer": "those elected take over, and are judged as that, until somebody says otherwise",
}
"""Where what is taken for granted is the closed one, or opens nothing: why."""


def modeller(*found: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """These models and every model in them, each once."""
    seen: list[type[BaseModel]] = []
    left = list(found)
    while left:
        model = left.pop(0)
        if model not in seen:
            seen.append(model)
            left += [m for f in model.model_fields.values() for m in _inni(f.annotation)]
    yield from seen


def _inni(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for each in get_args(annotation):
        yield from _inni(each)


def _et_valg(annotation: Any) -> bool:
    """Whether it is yes or no, or one of a few words."""
    return annotation is bool or get_origin(annotation) is Literal or any(map(_et_valg, get_args(annotation)))


FELT = [(m.__name__, name, field) for m in modeller(*FILER) for name, field in m.model_fields.items()]
VOKTER = {f"{model}.{name}" for model, name, field in FELT if vokter(field)}


def test_a_choice_that_is_taken_for_granted_guards_or_says_why_not() -> None:
    granted = {
        f"{model}.{name}"
        for model, name, field in FELT
        if _et_valg(field.annotation) and not field.is_required() and field.default is not None
    }
    assert granted - VOKTER == set(LUKKET_FRA_FOER)


REGISTRE = {
    "Sak.fortrolig": "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: annet, fortrolig: TOM}]}",
    "Sak.fortrolig_til": "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: annet, fortrolig: ja, "
    "fortrolig_til: TOM}]}",
    "Sak.offentlig_tittel": "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: annet, fortrolig: ja, "
    "offentlig_tittel: TOM}]}",
    "Sak.restanser": "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: annet, restanser: TOM}]}",
    "Vedlegg.hoerer_til": "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: annet, vedlegg: [{tittel: B, "
    "hoerer_til: TOM}]}]}",
    "InnmeldtSak.fortrolig": "saker/2022-001: {tittel: A, innmeldt_av: nav, innmeldt: 2022-10-01, fortrolig: TOM}",
    "InnmeldtSak.offentlig_tittel": "saker/2022-001: {tittel: A, innmeldt_av: nav, innmeldt: 2022-10-01, "
    "fortrolig: ja, offentlig_tittel: TOM}",
    "InnmeldtSak.fortrolig_til": "saker/2022-001: {tittel: A, innmeldt_av: nav, innmeldt: 2022-10-01, "
    "fortrolig: ja, fortrolig_til: TOM}",
    "Medlem.publisering": "medlemmer/kari: {publisering: TOM}",
    "Utvalg.medlemsliste": "utvalg: {medlemsliste: TOM}",
    "Utvalg.registrert_fra": "utvalg: {registrert_fra: TOM}",
    "Utvalg.registrert_til": "utvalg: {registrert_til: TOM}",
    "Utvalg.opprettet": "utvalg: {opprettet: TOM}",
    "Utvalg.nedlagt": "utvalg: {nedlagt: TOM}",
    "Avvik.regelverk": "utvalg: {avvik: [{bestemmelse: a, regelverk: TOM}]}",
    "Avvik.gjelder": "utvalg: {avvik: [{bestemmelse: a, gjelder: TOM}]}",
    "Avvik.til": "utvalg: {avvik: [{bestemmelse: a, til: TOM}]}",
    "Hendelse.gjelder": "hendelser: [{hva: bekreftelse, dato: 2022-10-01, gjelder: TOM}]",
}


def test_every_guard_is_tried() -> None:
    assert set(REGISTRE) == VOKTER


@pytest.mark.parametrize("tomt", ["", "~", "null", "''", '""', "' '", "[]", "{}"])
@pytest.mark.parametrize("felt", REGISTRE)
def test_nothing_behind_a_key_that_guards_is_never_the_open_one(felt: str, tomt: str) -> None:
    small = filer(REGISTRE[felt])
    path = next(path for path, text in small.items() if "TOM" in text)
    small[path] = small[path].replace("TOM", tomt)
    [finding] = load(MemoryTree(small)).findings
    assert finding.name == "feil-verdi"
    assert finding.message == f"«{felt.partition('.')[2]}» har ingen verdi"
    assert "sletter du nøkkelen" in finding.help


def test_what_is_left_out_is_as_before() -> None:
    assert dom("moeter/2022-11-16: {merknad: ~}").funn == ()
