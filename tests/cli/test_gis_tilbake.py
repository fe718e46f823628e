"""What a reading command prints of the shipped register can be given back: every one of them, in every form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from brukerutvalg_cli.cli import kjente
from brukerutvalg_cli.cli.forklaringsord import maalet
from brukerutvalg_cli.cli.moetesvar import EtMoete
from brukerutvalg_cli.cli.run import run
from brukerutvalg_cli.cli.svar import en_av
from brukerutvalg_cli.cli.utvalgsnavn import kjent_utvalg
from brukerutvalg_cli.funn.finding import Kilde
from brukerutvalg_cli.mandat.binding import bindinger
from brukerutvalg_cli.model.kalender import dag_i_ord, dato_i_ord
from brukerutvalg_cli.model.sagt_dag import sagt_dag
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.ord.i_ord import Her, et_verv, med_id, omtalt
from brukerutvalg_cli.oversikt.bilde import bilde, tittel
from brukerutvalg_cli.oversikt.bilde_tekst import kort, kort_dag
from brukerutvalg_cli.rapport.i_ord import kilde_i_ord
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import WorkTree
from smaa_registre import ROOT

TREE = WorkTree(ROOT)
LASTET = load(TREE)
MAPPER = LASTET.register.mapper
DAG = date(2023, 9, 1)


def former(dag: date) -> Iterator[str]:
    """A day in every way one is printed."""
    yield from (
        str(dag),
        dato_i_ord(dag),
        dag_i_ord(dag),
        kort(dag),
        kort_dag(dag),
        f"møtet {dag_i_ord(dag)}",
    )


@pytest.mark.parametrize("utvalg", MAPPER)
def test_a_council_and_its_people_verv_and_organisations(utvalg: str) -> None:
    mappe = MAPPER[utvalg]
    her = Her(mappe, LASTET.register)
    assert {kjent_utvalg(TREE, name) for name in (utvalg, mappe.utvalg.navn.nb, mappe.utvalg.navn.nn)} == {
        utvalg
    }
    people = en_av(kjente.personer(mappe, LASTET.register))
    for person in mappe.medlemmer:
        assert {people(said(person, her)) for said in (omtalt, med_id)} == {person}
    offices = en_av(kjente.verv(mappe))
    for place in bilde(mappe, LASTET.regelverk, DAG).folk:
        assert offices(et_verv(place.verv, her)) == place.verv
    bodies = en_av(kjente.organisasjoner(LASTET.register))
    for name in LASTET.register.organisasjoner:
        assert bodies(omtalt(name, her)) == name


@pytest.mark.parametrize("utvalg", MAPPER)
def test_a_meeting_and_every_day(utvalg: str) -> None:
    les = EtMoete(MAPPER[utvalg], DAG)
    for moete in MAPPER[utvalg].moeter:
        clock = kjent(moete.tid)
        said = [*former(moete.dato), *([f"{dag_i_ord(moete.dato)} kl. {clock}"] if clock else [])]
        assert {les(text).dato for text in said} == {moete.dato}
        assert {sagt_dag(text, DAG) for text in former(moete.dato) if "møtet" not in text} == {moete.dato}


@pytest.mark.parametrize("utvalg", MAPPER)
def test_a_case(utvalg: str) -> None:
    mappe = MAPPER[utvalg]
    les = en_av(kjente.saker(mappe.moeter), kjente.innmeldte(mappe))
    for moete in mappe.moeter:
        for sak in moete.saker:
            forms = (sak.nr, f"sak {sak.nr}", f"Sak {sak.nr}: {tittel(sak)}", f"Sak {sak.nr}")
            assert {les(text) for text in forms} == {sak.nr}
            whole = (f"Sak {sak.nr}", f"Sak {sak.nr}: {tittel(sak)}", f"{sak.nr} {tittel(sak)}")
            assert {maalet([utvalg, text], LASTET).navn for text in whole} == {sak.nr}
    for name, case in mappe.saker.items():
        assert {les(text) for text in (name, tittel(case), f"{name}: {tittel(case)}")} == {name}


@pytest.mark.parametrize("utvalg", MAPPER)
def test_a_provision(utvalg: str) -> None:
    mappe = MAPPER[utvalg]
    for binding in bindinger(mappe, LASTET.regelverk):
        for g in binding.for_nivaa(mappe.utvalg.nivaa):
            b = g.bestemmelse
            source = kilde_i_ord(Kilde(g.id, b.id, b.avsnitt, b.styrke))
            for said in (
                [source],
                [f"{b.id} ({b.avsnitt})"],
                [g.id, b.id],
                [f"{b.id}:"],
                [f"{b.id} i {g.id}"],
            ):
                maal = maalet([utvalg, *said], LASTET)
                assert (maal.slag, maal.navn) in {("bestemmelse", b.id), ("verv", b.id)}, said


@pytest.mark.parametrize("name", LASTET.regelverk)
def test_a_rule_set(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    title = LASTET.regelverk[name].tittel
    run(["--rot", str(ROOT), "regelverk", "vis", name])
    shown = capsys.readouterr().out
    for said in (title, f"{title} ({name})", f"{name} – {title}"):
        assert run(["--rot", str(ROOT), "regelverk", "vis", said]) == 0
        assert capsys.readouterr().out == shown
