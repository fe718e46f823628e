"""A report as plain data: it comes back as it was, every field of it."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from json import dumps, loads

from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.hurtiglager.koding import rapport_kodet, rapporten_lest, rapportene_lest
from brukerutvalg_cli.mandat.fristvarsel import Fristvarsel
from brukerutvalg_cli.rapport.rapport import Located, Rapport
from brukerutvalg_cli.rapport.samlet import samlet
from tilfeldige_registre import eksempler

TEKST = st.text(st.characters(codec=None), max_size=6)
RUTE = st.lists(st.one_of(TEKST, st.integers(0, 99)), max_size=2).map(tuple)
STED = st.builds(Place, TEKST, RUTE, RUTE, st.booleans())
FUNN = st.builds(
    Finding,
    code=TEKST,
    name=TEKST,
    message=TEKST,
    label=TEKST,
    help=TEKST,
    place=STED,
    emner=st.just(()),
    fortsetter=st.just(""),
    mulig_til=st.none(),
)
LOKALISERT = st.lists(st.builds(Located, FUNN, linje=TEKST, kommando=TEKST), max_size=2).map(tuple)
RETTET = LOKALISERT.map(lambda each: tuple(f for f in each if f.finding.varer and f.finding.varer.rettet))
HJEMLET = LOKALISERT.map(lambda each: tuple(f for f in each if f.finding.kilde))
RAPPORT = st.builds(
    Rapport,
    funn=LOKALISERT,
    ikke_vurdert=HJEMLET,
    fraveket=HJEMLET,
    varsler=st.lists(st.from_type(Fristvarsel), max_size=2).map(tuple),
    rettet=st.just(()),
    fra_foer=st.none(),
    endret=st.just(frozenset()),
    mappe=st.just(""),
    terskel=st.just(Rapport.terskel),
    dato=st.just(date(2024, 1, 15)),
)


@given(st.lists(RAPPORT, min_size=1, max_size=2))
@eksempler(300)
def test_what_is_coded_is_read_again(rapporter: list[Rapport]) -> None:
    koder = [loads(dumps(rapport_kodet(each))) for each in rapporter]
    together = samlet(rapporter, rapporter[0].dato)
    assert rapportene_lest(koder, together.dato) == together
    assert (
        rapporten_lest([dumps(each).encode() for each in rapport_kodet(together)], together.dato) == together
    )


def test_a_field_that_a_report_gets_is_coded_too() -> None:
    """These are told by whoever asks for the report, and not found: another one would be lost in what is kept."""
    told = {"dato", "fra_foer", "endret", "mappe", "terskel"}
    nothing = Rapport((), (), (), (), 0, 0, date(2024, 1, 15))
    assert len(fields(Rapport)) - len(told) == len(rapport_kodet(nothing))
