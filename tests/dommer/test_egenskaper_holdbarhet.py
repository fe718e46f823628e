"""How long a verdict holds: judged on any day before it does not, it is the same verdict."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.model.vurderingsdag import Holdbarhet
from brukerutvalg_cli.register.landet import Landet
from brukerutvalg_cli.register.tree import WorkTree
from brukerutvalg_cli.validering import utvalgets
from dommer.test_egenskaper_dom import NAAR, REGISTRE, Register, doemt
from smaa_registre import ROOT
from tilfeldige_registre import eksempler

LENGE = timedelta(days=400)


def i_tida(dag: date, holdbarhet: Holdbarhet, del_: float) -> date:
    """A day on which it is to hold: so far between the first and the last of them."""
    last = min(holdbarhet.til - timedelta(days=1), dag + LENGE)
    return dag + timedelta(days=round((last - dag).days * del_))


@given(REGISTRE, NAAR, st.floats(0, 1))
@eksempler(40)
def test_a_random_council_on_any_day_until_then(register: Register, dag: date, del_: float) -> None:
    holdbarhet = Holdbarhet(dag)
    said = repr(doemt(register, holdbarhet.dagen()))
    assert said == repr(doemt(register, dag))
    for part in (del_, 1):
        other = i_tida(dag, holdbarhet, part)
        assert repr(doemt(register, other)) == said, (dag, other, holdbarhet.til)


@pytest.fixture(scope="module")
def medfoelgende() -> Landet:
    return Landet(WorkTree(ROOT))


@pytest.mark.parametrize("seed", range(5))
def test_the_shipped_councils_on_any_day_until_then(medfoelgende: Landet, seed: int) -> None:
    draw = Random(seed)
    dag = date(2018, 1, 1) + timedelta(days=draw.randrange(9 * 365))
    utvalg = draw.choice(medfoelgende.utvalgene)
    holdbarhet = Holdbarhet(dag)
    said = utvalgets(medfoelgende, utvalg, holdbarhet.dagen())
    for part in (draw.random(), 1):
        other = i_tida(dag, holdbarhet, part)
        found = utvalgets(medfoelgende, utvalg, other)
        assert (found.funn, found.ikke_vurdert, found.fraveket) == (
            said.funn,
            said.ikke_vurdert,
            said.fraveket,
        )
        assert (found.varsler, found.rettet, found.holdt) == (said.varsler, said.rettet, said.holdt)


def test_a_verdict_holds_for_weeks_as_a_rule(medfoelgende: Landet) -> None:
    """One that held a day only would be right, and of no use."""
    lengths = []
    for utvalg in medfoelgende.utvalgene:
        for year in (2020, 2023):
            holdbarhet = Holdbarhet(date(year, 5, 14))
            utvalgets(medfoelgende, utvalg, holdbarhet.dagen())
            lengths.append((holdbarhet.til - date(year, 5, 14)).days)
    assert sorted(lengths)[len(lengths) // 2] > 14
    assert lengths.count(1) < len(lengths) // 4
