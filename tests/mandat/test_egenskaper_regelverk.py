"""Whatever stands in a rule set, it is read and judged, or told of at its place; and no provision is silent."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.kontroll.sjekk import alt_om
from brukerutvalg_cli.kontroll.tabell import SJEKKER
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.oversikt.leses_som import leses_som
from brukerutvalg_cli.oversikt.stilling import stilling
from brukerutvalg_cli.rapport.skjerm import Skjerm
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.locate import Locator
from brukerutvalg_cli.register.tree import MemoryTree
from grammatikken import bestemmelser, slagene
from smaa_registre import filer
from tilfeldige_registre import eksempler

STI = "records/regelverk/regelverket.yaml"
HODE = {"tittel": "Mandatet", "type": "mandat", "datert": "2020", "maalform": "nb"}
REGISTER = """
utvalg:
  eier: nav-x
  grupper: [unge]
  organisasjoner: [ffo]
  registrert_fra: 2021-01-01
  regelverk: [{id: regelverket, fra: 2020-01-01}]
organisasjoner:
  ffo: {navn: FFO, type: paraply, side: bruker, grupper: [unge]}
  nav-x: {navn: Nav X, type: offentlig, side: nav}
hendelser:
  - {hva: evaluering, dato: 2022-03-01}
  - {hva: oppnevningsrunde, dato: 2022-01-01, fra: 2022-01-01}
  - {hva: kurs, dato: 2022-05-01, modul: 1, arrangert_av: ffo, deltakere: [kari]}
medlemmer/kari: {representerer: ffo, oppnevninger: [{verv: leder, fra: 2022-01-01, av: nav-x, valgt_i: 1/21}]}
medlemmer/ola: {oppnevninger: [{verv: medlem, fra: 2022-01-01, alder: 20}]}
medlemmer/vera: {oppnevninger: [{verv: vara, fra: ukjent, nummer: 1}]}
medlemmer/nina: {side: nav, funksjon: [{funksjon: nav-leder}], oppnevninger: [{verv: sekretaer, fra: 2022-01-01}]}
moeter/2021-12-01:
  saker: [{nr: 1/21, tittel: Valg, type: valg, valg: [{verv: leder, fra: 2022-01-01, valgt: [kari]}]}]
moeter/2022-05-11:
  moeteleder: kari
  form: fysisk
  sendt: {innkalling: 2022-05-01, sakspapirer: 2022-05-02, til: [vara]}
  forfall: [ola]
  oppmoete: [{person: kari, dekker: [reise]}, {person: vera, vara_for: ola}, {person: nina, stemmerett: nei}]
  referat: {publisert: {dato: 2022-05-20, kanal: nav.no}, sendt_til: [vara]}
  saker:
    - {nr: 1/22, tittel: A, type: vedtak, tema: mandat, vedtak: {tekst: Ja., stemmer: {for: 2, mot: 1}}}
    - {nr: 2/22, tittel: B, type: droefting, innmeldt_av: bruker, oppfoelging: [{hva: C, ansvarlig: nav}]}
moeter/2022-11-16: {oppmoete: ukjent, saker: [{nr: 3/22, tittel: D, type: annet}]}
"""
DAG = date(2023, 3, 1)
UTFALL = {
    "holdt",
    "brutt",
    "kan ikke vurderes",
    "ikke prøvd",
    "gjelder",
    "fraveket",
    "rettet",
    "bekreftet",
    "ikke bekreftet",
}


@cache
def resten() -> dict[str, str]:
    """Every file but the rule set's own."""
    return filer(yaml.load(REGISTER, yaml.CBaseLoader))


def lest(*regler: dict[str, Any]) -> tuple[Any, list[Finding]]:
    """The register with a rule set of these provisions, and what is wrong with that file."""
    text = yaml.dump(HODE | {"bestemmelser": list(regler)}, Dumper=yaml.CSafeDumper, allow_unicode=True)
    lastet = load(MemoryTree(resten() | {STI: text}))
    return lastet, [f for f in lastet.findings if f.place.path == STI and f.severity is Severity.FEIL]


def utfallene(lastet: Any) -> dict[str, str]:
    """How each provision came out on the council."""
    mappe = lastet.register.mapper["utvalget"]
    skjerm = Skjerm(Locator(MemoryTree(resten())), lastet.register)
    found = stilling(mappe, lastet.register, lastet.regelverk, DAG, skjerm)
    return {punkt.provision.bestemmelse.id: punkt.utfall for bundet in found for punkt in bundet.punkter}


def binder(regel: Bestemmelse) -> bool:
    """Whether the provision binds the council that day: it is for its level, and has not run out."""
    return (not regel.nivaa or "lokal" in regel.nivaa) and (
        regel.gjelder_til is None or regel.gjelder_til >= DAG
    )


def sjekk(*regler: dict[str, Any]) -> None:
    """Read and judged, each provision with an outcome of its own; or told of at its place, each fault once."""
    lastet, feil = lest(*regler)
    if feil:
        places = [f.place.route for f in feil]
        assert all(place[:1] == ("bestemmelser",) and len(place) > 1 for place in places), feil
        assert len(set(places)) == len(places), feil
        assert all(f.message for f in feil)
        return
    found = utfallene(lastet)
    rules: Regelverk = lastet.regelverk["regelverket"]
    assert set(found) == {regel.id for regel in rules.bestemmelser if binder(regel)}, regler
    assert set(found.values()) <= UTFALL
    said = [f for check in SJEKKER for f in alt_om(check, lastet.register, lastet.regelverk)]
    at = [f.place.route for f in said if f.name == "ukjent-referanse" and f.place.path == STI]
    unresolved = {route[1] for route in at if route[2] != "gjelder_bestemmelse"}
    for nr, bestemmelse in rules.nummerert():
        assert isinstance(leses_som(bestemmelse), str)
        if (
            nr in unresolved and bestemmelse.id in found
        ):  # a name that names nothing is never kept, and never broken
            assert found[bestemmelse.id] in ("kan ikke vurderes", "gjelder", "ikke bekreftet"), regler


@given(
    st.lists(st.integers(0, 99), max_size=3, unique=True).flatmap(
        lambda nrs: st.tuples(*map(bestemmelser, nrs))
    )
)
@eksempler(200)
def test_a_rule_set_drawn_from_the_grammar(regler: tuple[dict[str, Any], ...]) -> None:
    sjekk(*regler)


FREMMED: tuple[Any, ...] = (
    "tull", "", "ja", "5", "-1", "1/0", "100000", "2022-02-30", "10 dager", "ukjent", "~", "æ" * 300, "\u202e",
    [], ["leder", "tull"], [[]], [{}], ["ukjent"], {}, {"tull": "5"}, {"antall": "1"}, {"verv": ["leder"]},
    [{"verv": "leder"}], {"antatt": "leder"}, {"ikke": {"ikke": {"ikke": {}}}},
)  # fmt: skip
"""A value of each type there is, and some of none."""


def gyldige() -> Iterator[tuple[str, dict[str, Any], list[str]]]:
    """A provision of each kind that is read, and every key of the kind."""
    for tells, schema in slagene():
        name = " ".join(map(str, tells.values()))
        yield name, _en_som_leses(tells), [key for key in schema["properties"] if key not in tells]


def _en_som_leses(tells: dict[str, Any]) -> dict[str, Any]:
    own = GRUNNLAG[" ".join(map(str, tells.values()))]
    return {"id": "regelen", "avsnitt": "A", "styrke": "skal", "tekst": "T."} | tells | own


GRUNNLAG: dict[str, dict[str, Any]] = {
    "ingen": {},
    "funksjonstid": {"hvem": {"verv": "medlem"}, "lengde": "2 aar"},
    "sammensetning": {"blant": "medlemmer", "plasser": [{"minst": "1"}]},
    "hyppighet": {"hva": "moete", "minst": "1", "per": "kalenderaar"},
    "frist": {"hva": "sakspapirer", "senest": "10 dager", "foer": "moete"},
    "krav moete": {"skal_ha": {"aapent": "ja"}},
    "krav sak": {"skal_ha": {"foer_beslutning": "ja"}},
    "krav oppnevning": {"skal_ha": {"av": "eier"}},
    "krav oppmoete": {"skal_ha": {"dekker": "reise"}},
    "krav oppfoelging": {"skal_ha": {"ansvarlig": "foert"}},
    "krav forfall": {"skal_ha": {"kalt_inn_av": "sekretaer"}},
    "krav vedtak": {"skal_ha": {"flertall": {"mer_enn": "1/2"}}},
    "krav hendelse": {"skal_ha": {"ansvarlig": "foert"}},
    "krav utvalg": {"skal_ha": {"regelverk": "mandat"}},
    "rettighet": {"hvem": {"side": "nav"}, "stemmerett": "nei"},
    "utsending": {"hva": "referat", "kanal": "nav.no"},
    "bekreftelse": {"av": "utvalget"},
}
"""What a provision of each kind must have at least."""


@pytest.mark.parametrize(
    ("slag", "regel", "noekler"), [*gyldige()], ids=lambda each: each if isinstance(each, str) else ""
)
def test_every_key_with_a_value_of_every_other_type(
    slag: str, regel: dict[str, Any], noekler: list[str]
) -> None:
    assert lest(regel)[1] == []
    pairs = [(key, value) for key in noekler for value in FREMMED]
    several = "EKSEMPLER" in os.environ
    for key, value in pairs if several else random.Random(slag).sample(pairs, min(len(pairs), 40)):
        sjekk(regel | {key: value})


@pytest.mark.parametrize(
    ("slag", "regel", "noekler"), [*gyldige()], ids=lambda each: each if isinstance(each, str) else ""
)
def test_advice_that_is_followed_leads_out(slag: str, regel: dict[str, Any], noekler: list[str]) -> None:
    """A key with a slip in it: who writes what is meant instead, is not told to write something else."""
    for key in noekler:
        written = {k: v for k, v in regel.items() if k != key} | {
            key[:-1] + key[-1] * 2: regel.get(key, "ja")
        }
        seen: set[str] = set()
        for _ in range(4):
            _, feil = lest(written)
            advice = [
                (str(f.place.route[-1]), word)
                for f in feil
                for word in re.findall(r"mente du «(\w+)»", f.message)
            ]
            if not advice:
                break
            assert not seen & {meant for _, meant in advice}, (written, feil)
            seen |= {wrong for wrong, _ in advice}
            for wrong, meant in advice:
                if wrong in written:
                    written[meant] = written.pop(wrong)
        else:
            pytest.fail(f"the advice goes round: {written}")
