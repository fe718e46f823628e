"""Inheritance: what a rule set takes from the template it builds on, replaces, removes, or may not touch."""

from __future__ import annotations

import pytest

from smaa_registre import dom, meldinger, sagt, utfall

MAL = """
regelverk/mal:
  type: mal
  bestemmelser:
    - {id: moeter, regel: hyppighet, hva: moete, minst: 4, per: kalenderaar}
    - id: leder-side
      regel: krav
      hver: oppnevning
      der: {verv: leder}
      skal_ha: {side: bruker}
      kan_fravikes_av: ingen
"""
UTVALG = """
utvalg: {regelverk: [{id: mandat, fra: 2020-01-01}], registrert_fra: 2022-01-01}
medlemmer/nina: {side: nav, oppnevninger: [{verv: leder, fra: 2022-01-01}]}
moeter/2022-02-09: {}
moeter/2022-10-12: {}
"""


def mandat(body: str) -> str:
    return f"{MAL}\n{UTVALG}\nregelverk/mandat: {{bygger_paa: mal, {body}}}"


def brutte(text: str) -> list[str]:
    """The provisions broken, with the rule set each stands in."""
    kilder = (located.finding.kilde for located in dom(text).funn)
    return [f"{k.regelverk} {k.bestemmelse}" for k in kilder if k]


def test_what_the_template_says_binds_and_is_cited_where_it_stands() -> None:
    assert sorted(brutte(mandat("bestemmelser: []"))) == ["mal leder-side", "mal moeter"]


def test_a_provision_removed_is_gone() -> None:
    assert brutte(mandat("utgaar: moeter, bestemmelser: []")) == ["mal leder-side"]


def test_a_provision_replaced_is_judged_by_the_new_one_and_it_is_cited() -> None:
    three = "{id: moeter, regel: hyppighet, hva: moete, minst: 3, per: kalenderaar}"
    two = three.replace("3", "2")
    assert sorted(brutte(mandat(f"bestemmelser: [{three}]"))) == ["mal leder-side", "mandat moeter"]
    assert brutte(mandat(f"bestemmelser: [{two}]")) == ["mal leder-side"]


def test_a_locked_provision_that_is_replaced_binds_all_the_same() -> None:
    own = "{id: leder-side, regel: krav, hver: oppnevning, der: {verv: leder}, skal_ha: {side: nav}}"
    rapport = dom(mandat(f"utgaar: moeter, bestemmelser: [{own}]"))
    assert sagt(rapport) == [
        "feil arv @ regelverk/mandat bestemmelser.0.id",
        "feil krav @ medlemmer/nina oppnevninger.0.verv",
    ]
    assert sagt(rapport, "leder-side") == ["feil krav @ medlemmer/nina oppnevninger.0.verv"]


def test_a_locked_provision_cannot_be_removed() -> None:
    rapport = dom(mandat("utgaar: [moeter, leder-side], bestemmelser: []"))
    assert sagt(rapport)[0] == "feil arv @ regelverk/mandat utgaar.1"
    assert "låst i mal" in meldinger(rapport)[0]
    assert len(sagt(rapport, "leder-side")) == 1


def test_a_provision_of_its_own_comes_in_addition() -> None:
    own = "{id: aapne, regel: krav, hver: moete, skal_ha: {aapent: ja}}"
    assert "mandat aapne" in brutte(mandat(f"bestemmelser: [{own}]"))


def test_grandparents_are_inherited_too() -> None:
    text = mandat("bestemmelser: []").replace("bygger_paa: mal", "bygger_paa: fylkesmal")
    middle = "regelverk/fylkesmal: {type: mal, bygger_paa: mal, utgaar: moeter, bestemmelser: []}"
    assert brutte(f"{text}\n{middle}") == ["mal leder-side"]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("bygger_paa: mall, bestemmelser: []", "regelverket «mall» finnes ikke; mente du «mal»?"),
        (
            "bygger_paa: mal, utgaar: moete, bestemmelser: []",
            "«moete» står ikke i regelverket dette bygger på; mente du «moeter»?",
        ),
        ("utgaar: moeter, bestemmelser: []", "«moeter» kan ikke utgå: regelverket bygger ikke på noe annet"),
        ("bygger_paa: nytt, bestemmelser: []", "regelverket bygger på «nytt», som igjen bygger på dette"),
    ],
)
def test_a_slip_of_the_hand_in_the_heir(body: str, message: str) -> None:
    assert meldinger(dom(f"{MAL}\nregelverk/nytt: {{{body}}}")) == [message]


def test_a_circle_of_two_is_told_of_both_and_stops_nothing() -> None:
    rapport = dom(
        """
        regelverk/a: {bygger_paa: b, bestemmelser: []}
        regelverk/b: {bygger_paa: a, bestemmelser: [{id: x, regel: krav, hver: moete, skal_ha: {aapent: ja}}]}
        utvalg: {regelverk: [{id: a, fra: 2020-01-01}]}
        moeter/2022-02-09: {}
        """
    )
    assert sagt(rapport) == [
        "feil arv @ regelverk/a bygger_paa",
        "feil arv @ regelverk/b bygger_paa",
        "feil krav @ moeter/2022-02-09 aapent",
    ]


def test_a_template_that_cannot_be_read_has_a_finding_of_its_own_and_no_other() -> None:
    text = (
        mandat("utgaar: noe, bestemmelser: []")
        .replace("styrke", "styrke")
        .replace("type: mal", "type: malen")
    )
    assert [line for line in sagt(dom(text)) if "arv" in line] == []


def test_an_inherited_provision_is_departed_from_by_either_name() -> None:
    for name in ("mal", "mandat"):
        text = mandat("utgaar: leder-side, bestemmelser: []").replace("      kan_fravikes_av: ingen\n", "")
        avvik = f"{{bestemmelse: moeter, regelverk: {name}, grunn: Få saker, vedtatt_i: 1/22}}"
        text = text.replace("registrert_fra: 2022-01-01", f"registrert_fra: 2022-01-01, avvik: [{avvik}]")
        text = text.replace(
            "moeter/2022-02-09: {}",
            "moeter/2022-02-09: {saker: [{nr: 1/22, tittel: A, type: vedtak, vedtak: {tekst: Tre.}}]}",
        )
        assert utfall(dom(text)) == ["fraveket 2022"], name


def test_a_standing_decision_binds_beside_the_mandate_from_its_day() -> None:
    text = """
        regelverk/mandat: {bestemmelser: [{id: moeter, regel: hyppighet, hva: moete, minst: 3, per: kalenderaar}]}
        regelverk/vedtaket:
          type: vedtak
          utvalg: utvalget
          bestemmelser: [{id: papirer, regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}]
        utvalg:
          registrert_fra: 2022-01-01
          regelverk:
            - {id: mandat, fra: 2020-01-01}
            - {id: vedtaket, fra: 2022-03-01, vedtatt_i: 1/22}
        moeter/2022-02-09:
          sendt: {sakspapirer: 2022-02-08}
          saker: [{nr: 1/22, tittel: Når papirene går ut, type: vedtak}]
        moeter/2022-10-12: {sendt: {sakspapirer: 2022-10-11}}
    """
    assert sagt(dom(text)) == [
        "feil frist @ moeter/2022-10-12 sendt.sakspapirer",
        "advarsel hyppighet @ utvalg regelverk.0.id",
    ]
