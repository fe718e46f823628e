"""To act: who only acts in a verv until somebody is elected is there, and has no term of it."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mandat.test_egenskaper_funksjonstid import (
    ALLTID,
    BINDING,
    ETTER_ALT,
    MEDLEMMER,
    REGLER,
    RUNDENE,
    Innfoert,
    Regel,
    Runde,
    naiv,
    naiv_lengde,
    sagt,
    som,
    terminer,
    utvalget,
)
from tilfeldige_registre import dager, dom, eksempler, mappe, regelverk

VERV = st.sampled_from(["leder", "leder", "medlem", "nestleder"])
TERMINENE = st.builds(
    lambda entries, acts: [
        e | ({"konstituert": True} if a else {}) for e, a in zip(entries, acts, strict=False)
    ],
    terminer(VERV),
    st.lists(st.sampled_from([False, False, True]), min_size=6, max_size=6),
)


def valgte(entries: list[Innfoert]) -> list[Innfoert]:
    """The naive definition: without those in which somebody only acts, as if they were not on record."""
    return [e for e in entries if "konstituert" not in e]


@given(TERMINENE, st.lists(TERMINENE, max_size=2), RUNDENE, REGLER, st.sampled_from(["leder", "medlem"]))
@eksempler(400)
def test_to_act_is_no_term_and_takes_no_term_over(
    entries: list[Innfoert], andre: list[list[Innfoert]], runder: list[Runde], regel: Regel, verv: str
) -> None:
    council = utvalget(entries, runder, {"r": BINDING}, andre)

    found = dom(council, {"r": regelverk(regel | {"hvem": {"verv": verv}})}, ETTER_ALT)

    vervene, rounds = (MEDLEMMER, runder) if verv == "medlem" else ((verv,), [])
    folk = som(vervene, valgte(entries), [valgte(other) for other in andre], rounds)
    assert sagt(found, paa_rad=True) == naiv(folk, regel, ALLTID)
    one_term = [e for e in valgte(entries) if e["verv"] == verv]
    assert sagt(found, paa_rad=False) == naiv_lengde(one_term, regel, ALLTID)


FOERSTE, SISTE = date(2022, 1, 1), date(2022, 1, 12)
DAG = st.integers(0, 11).map(lambda n: FOERSTE + timedelta(days=n))
PERIODE = st.tuples(st.sampled_from(["kari", "ola", "eva"]), DAG, DAG, st.booleans())


@given(st.lists(PERIODE, max_size=4))
@eksempler(400)
def test_who_acts_leads_and_is_counted_meanwhile(terms: list[tuple[str, date, date, bool]]) -> None:
    people: dict[str, dict[str, list[Innfoert]]] = {}
    for who, one, other, acts in terms:
        entry = {"verv": "leder", "fra": min(one, other), "til": max(one, other), "konstituert": acts}
        people.setdefault(who, {"oppnevninger": []})["oppnevninger"].append(entry)
    council = mappe({"regelverk": [{"id": "r", "fra": FOERSTE}]}, medlemmer=people)
    for day in dager(FOERSTE, SISTE):
        leads = any(min(one, other) <= day <= max(one, other) for _, one, other, _ in terms)
        assert council.noen_er(day, "leder") is leads
