"""Leave and acting: who is away is not called, not missed and not counted; who stands in is; and no term is new."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.dokument.lag import lag
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.tilhoerer import ventet
from brukerutvalg_cli.register.load import load
from smaa_registre import dom as dommen
from smaa_registre import sagt, tree, utfall
from tilfeldige_registre import dager, dom, eksempler, mappe, regelverk

FOERSTE, SISTE = date(2022, 1, 1), date(2022, 1, 12)
BINDING = {"regelverk": [{"id": "r", "fra": FOERSTE}]}
FOLK = ("kari", "ola", "eva", "anne")
VERV = ("medlem", "leder", "vara", "sekretaer")

DAG = st.integers(-1, 12).map(lambda n: FOERSTE + timedelta(days=n))
SPENN = st.tuples(DAG, st.one_of(st.none(), DAG)).map(
    lambda t: (min(t[0], t[1]), max(t[0], t[1])) if t[1] else t
)
PERMISJON = st.tuples(SPENN, st.one_of(st.none(), st.sampled_from(FOLK)))
PERIODE = st.tuples(st.sampled_from(VERV), SPENN, st.lists(PERMISJON, max_size=2))
UTVALG = st.fixed_dictionaries({name: st.lists(PERIODE, max_size=2) for name in FOLK})
Spenn = tuple[date, date | None]
Perioder = Mapping[str, list[tuple[str, Spenn, list[tuple[Spenn, str | None]]]]]


def dekker(spenn: Spenn, day: date) -> bool:
    return spenn[0] <= day and (spenn[1] is None or day <= spenn[1])


def i_arbeid(perioder: Perioder, day: date) -> set[tuple[str, str]]:
    """The naive definition: who is there, in which verv. Who is away is not; who stands in, is, as a member."""
    there = set()
    for person, terms in perioder.items():
        for verv, spenn, leaves in terms:
            if not dekker(spenn, day):
                continue
            away = [stands_in for leave, stands_in in leaves if dekker(leave, day)]
            if not away:
                there.add((person, verv))
            seat = "medlem" if verv == "leder" else verv
            there |= {(stands_in, seat) for stands_in in away if stands_in}
    return there


def personer(perioder: Perioder, *, permisjoner: bool = True) -> dict[str, Any]:
    def leave(spenn: Spenn, stands_in: str | None) -> dict[str, Any]:
        return {"fra": spenn[0], "til": spenn[1], "stedfortreder": stands_in}

    return {
        person: {
            "oppnevninger": [
                {"verv": verv, "fra": spenn[0], "til": spenn[1]}
                | ({"permisjon": [leave(*one) for one in leaves]} if permisjoner and leaves else {})
                for verv, spenn, leaves in terms
            ]
        }
        for person, terms in perioder.items()
    }


@given(UTVALG)
@eksempler(900)
def test_who_is_there_on_every_day(perioder: Perioder) -> None:
    council = mappe(BINDING, medlemmer=personer(perioder))
    for day in dager(FOERSTE - timedelta(2), SISTE + timedelta(2)):
        there = i_arbeid(perioder, day)
        assert ventet(council.seter, day) == {p: True for p, verv in there if verv != "vara"}
        for verv in VERV:
            assert council.noen_er(day, verv) is any(held == verv for _, held in there)


@given(UTVALG, st.integers(1, 2))
@eksempler(900)
def test_the_council_is_counted_without_those_who_are_away(perioder: Perioder, minst: int) -> None:
    council = mappe(BINDING, medlemmer=personer(perioder))
    rule = {"regel": "sammensetning", "blant": "medlemmer", "plasser": [{"minst": minst}]}
    found = dom(council, {"r": regelverk(rule)}, SISTE)

    def brutt(day: date) -> bool:
        there = {p for p, verv in i_arbeid(perioder, day) if verv in ("medlem", "leder")}
        return 0 < len(there) < minst

    days = list(dager(FOERSTE, SISTE))
    begins = {d for d in days if brutt(d) and (d == FOERSTE or not brutt(d - timedelta(1)))}
    since = [f.since for f in found.findings] + [r.rettelse.fra for r in found.rettet]
    assert found.uvurdert == ()
    assert set(since) == begins


@given(UTVALG, st.sampled_from(["medlem", "leder"]), st.sampled_from(["1 periode", "5 dager"]))
@eksempler(900)
def test_leave_is_no_new_term_and_to_stand_in_is_none(perioder: Perioder, verv: str, grense: str) -> None:
    rule = {"regel": "funksjonstid", "hvem": {"verv": verv}, "lengde": "5 dager", "paa_rad": grense}

    def said(*, permisjoner: bool) -> list[tuple[str, str]]:
        council = mappe(BINDING, medlemmer=personer(perioder, permisjoner=permisjoner))
        return [(f.emne, f.message) for f in dom(council, {"r": regelverk(rule)}, SISTE).findings]

    assert said(permisjoner=True) == said(permisjoner=False)


@given(UTVALG, st.sampled_from(["fra", "til", "stedfortreder"]), st.integers(0, 3))
@eksempler(900)
def test_a_leave_that_is_not_known_adds_no_finding(perioder: Perioder, felt: str, nr: int) -> None:
    people = personer(perioder)
    leaves = [p for m in people.values() for o in m["oppnevninger"] for p in o.get("permisjon", ())]
    rules = {"r": regelverk(
        {"regel": "sammensetning", "blant": "medlemmer", "plasser": [{"minst": 2}]},
        {"regel": "sammensetning", "blant": "medlemmer", "plasser": [{"hoeyst": 2}]},
        {"regel": "krav", "hver": "moete", "skal_ha": {"moeteleder": "leder"}},
    )}  # fmt: skip
    meeting = {date(2022, 1, 5): {"moeteleder": "kari"}}

    def broken() -> set[tuple[str, date]]:
        """Each day on which something is said to be broken, and by what."""
        council: Utvalgsmappe = mappe(BINDING, medlemmer=people, moeter=meeting)
        found = dom(council, rules, SISTE)
        spans = [(f.kilde, f.since or SISTE, SISTE) for f in found.findings]
        mended = [(r.kilde, r.rettelse) for r in found.rettet]
        spans += [(k, r.fra or SISTE, (r.rettet or SISTE) - timedelta(1)) for k, r in mended]
        return {(k.bestemmelse, d) for k, fra, til in spans if k for d in dager(fra, til)}

    before = broken()
    if leaves:
        leaves[nr % len(leaves)][felt] = "ukjent"
    assert broken() <= before | broken_anyway(before)


def broken_anyway(before: set[tuple[str, date]]) -> set[tuple[str, date]]:
    """A lasting breach of which nobody knows whether it ended goes on as far as anybody knows."""
    first: dict[str, date] = {}
    for rule, day in before:
        first[rule] = min(day, first.get(rule, day))
    return {(rule, day) for rule, start in first.items() for day in dager(start, SISTE)}


PERMISJONEN = """
dato: 2026-06-01
organisasjoner: {ffo: {navn: FFO, type: paraply, side: bruker}}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2026-01-01, til: 2027-12-31, permisjon: [PERM]}]}
medlemmer/eva: {oppnevninger: [{verv: medlem, fra: 2026-01-01, til: 2027-12-31}]}
medlemmer/ola: {oppnevninger: [{verv: vara, fra: 2026-01-01, til: 2027-12-31}]}
regel: {regel: sammensetning, blant: medlemmer, naar: vedtak, plasser: [{hvem: til_stede, minst: 2/2}]}
moeter/2026-03-04:
  oppmoete: [{person: eva}]
  saker: [{nr: 1/26, tittel: Sak, type: vedtak, vedtak: {tekst: Ja.}}]
"""


def test_the_quorum_on_each_side_of_the_leave() -> None:
    def said(perm: str) -> list[str]:
        return sagt(dommen(PERMISJONEN.replace("PERM", perm)))

    breach = ["feil sammensetning @ moeter/2026-03-04 oppmoete"]
    assert said("{fra: 2026-03-04, til: 2026-03-04}") == []
    assert said("{fra: 2026-03-05}") == breach
    assert said("{fra: 2026-01-01, til: 2026-03-03}") == breach
    assert said("{fra: 2026-03-04, stedfortreder: ola}") == breach
    assert said("{fra: 2026-03-04, stedfortreder: ukjent}") == []


@pytest.mark.parametrize("fra", ["2026-02-01", "2026-03-01", "2026", "ukjent"])
def test_who_stands_in_from_a_day_nobody_knows_may_do_so_from_the_first_of_the_term(fra: str) -> None:
    """Two stand in for her; of one of them nobody knows from when."""
    register = f"""
dato: 2026-06-01
regel: {{regel: sammensetning, blant: medlemmer, plasser: [{{minst: 2}}]}}
medlemmer/ola: {{}}
medlemmer/per: {{}}
medlemmer/kari:
  oppnevninger:
    - verv: medlem
      fra: 2026-02-01
      permisjon: [{{fra: 2026-02-01, stedfortreder: ola}}, {{fra: {fra}, stedfortreder: per}}]
"""
    said = {"2026-02-01": [], "2026-03-01": ["rettet medlemmer 2026-02-01"]}.get(fra, ["uvisst medlemmer"])
    assert utfall(dommen(register), "regelen") == said


def test_who_stands_in_is_somebody() -> None:
    text = PERMISJONEN.replace("PERM", "{fra: 2026-03-04, stedfortreder: olav}")
    assert "feil ukjent-referanse @ medlemmer/kari oppnevninger.0.permisjon.0.stedfortreder" in utfall(
        dommen(text)
    )


KONSTITUERT = """
dato: 2026-06-01
regel: {regel: funksjonstid, hvem: {verv: leder}, paa_rad: 1 periode}
medlemmer/kari:
  oppnevninger:
    - {verv: leder, fra: 2025-01-01, til: 2025-12-31, konstituert: HVA}
    - {verv: leder, fra: 2026-01-01, til: 2026-12-31}
"""


def test_to_act_until_the_election_is_no_period() -> None:
    assert sagt(dommen(KONSTITUERT.replace("HVA", "nei"))) != []
    assert sagt(dommen(KONSTITUERT.replace("HVA", "ja"))) == []
    assert utfall(dommen(KONSTITUERT.replace("HVA", "ukjent"))) == ["uvisst kari på rad"]


def test_who_lost_the_place_by_a_provision_names_one_there_is() -> None:
    text = """
regel: {regel: ingen}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2022-01-01, til: 2022-06-30, bortfalt_etter: ID}]}
medlemmer/eva: {oppnevninger: [{verv: medlem, fra: 2022-01-01}]}
"""
    assert sagt(dommen(text.replace("ID", "regelen"))) == []
    unknown = "feil ukjent-referanse @ medlemmer/kari oppnevninger.0.bortfalt_etter"
    assert unknown in sagt(dommen(text.replace("ID", "fravaer")))


NOTISEN = """
utvalg: {maalform: MAAL}
medlemmer/kari: {oppnevninger: [{verv: medlem, fra: 2026-01-01, permisjon: [{fra: 2026-03-01, stedfortreder: ola}]}]}
medlemmer/eva: {oppnevninger: [{verv: leder, fra: 2026-01-01, konstituert: ja}]}
medlemmer/ola: {oppnevninger: [{verv: vara, fra: 2026-01-01}]}
moeter/2026-03-04: {status: planlagt}
"""


@pytest.mark.parametrize(
    ("maalform", "leder", "instead"),
    [
        ("nb", "Eva, konstituert leder", "Ola, medlem, stedfortreder for Kari"),
        ("nn", "Eva, konstituert leiar", "Ola, medlem, stadfortredar for Kari"),
    ],
)
def test_the_notice_says_who_acts_and_who_stands_in(maalform: str, leder: str, instead: str) -> None:
    register = tree(NOTISEN.replace("MAAL", maalform))
    lastet = load(register)
    council = lastet.register.mapper["utvalget"]
    text = lag("innkalling", lastet.register, council, council.moeter[0], register)
    assert isinstance(text, str)
    assert leder in text
    assert instead in text
    assert "(konstituert)" in text
    assert "Varamedlem" not in text  # the only one is called already
    assert "- Kari" not in text
