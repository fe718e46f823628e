"""An assumption is a value: read, judged by, told of wherever something rests on it, and said by no document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.dokument.lag import lag
from brukerutvalg_cli.dommer.dom import Dom
from brukerutvalg_cli.dommer.driver import doem
from brukerutvalg_cli.endring.kan_ikke_redigere import KanIkkeRedigere
from brukerutvalg_cli.endring.rediger import legg_til, sett
from brukerutvalg_cli.funn.finding import Hviler
from brukerutvalg_cli.model.post import kan_antas
from brukerutvalg_cli.model.segl import innhold
from brukerutvalg_cli.rapport.i_ord import hviler_i_ord
from brukerutvalg_cli.register.load import load
from dommer.test_egenskaper_ukjent import egne, endret, fakta, faste, satt, ved
from smaa_registre import dom, meldinger, sagt, tree
from tilfeldige_registre import eksempler

ORGANET = """
regel: {regel: sammensetning, blant: redaksjonsraad, plasser: [{hvem: {side: nav}, antall: 1}]}
medlemmer/kari: {side: SIDE}
medlemmer/per: {side: PER}
moeter/2022-11-16:
  saker:
    - {nr: 1/22, tittel: Valg, type: valg, valg: [{verv: redaksjonsraad, valgt: [kari, per], fra: 2023-01-01}]}
"""


def organet(kari: str, per: str = "nav") -> str:
    """A body of two, of whom one shall be from Nav."""
    return ORGANET.replace("SIDE", kari).replace("PER", per)


def hviler(text: str) -> list[tuple[str, str]]:
    """The breaches of the provision, each with what it rests on."""
    broken = (f.finding for f in dom(text).funn if f.finding.kilde)
    return [(f.message, hviler_i_ord(f.hviler)) for f in broken]


# ── What is read, and what is refused ─────────────────────────────────────────────────────────────


def test_it_is_reasoned_with_as_a_fact_and_known_to_be_none() -> None:
    lastet = load(
        tree(
            "medlemmer/kari: {side: {antatt: nav}, oppnevninger: [{verv: medlem, fra: {antatt: 2022-01-01}}]}"
        )
    )
    assert lastet.findings == ()
    kari = lastet.register.mapper["utvalget"].medlemmer["kari"]
    assert (kari.side, kari.oppnevninger[0].fra) == ("nav", date(2022, 1, 1))
    assert (dict(kari.antatt), dict(kari.oppnevninger[0].antatt)) == (
        {"side": "nav"},
        {"fra": date(2022, 1, 1)},
    )
    assert kari.model_copy(update={"side": "nav"}).antatt == {}  # a plain fact replaces it


@pytest.mark.parametrize(
    ("member", "said"),
    [
        ("{navn: {antatt: Kari}}", "«navn» kan ikke være antatt"),
        ("{publisering: {antatt: navn}}", "«publisering» kan ikke være antatt"),
        ("{side: {antatt: ukjent}}", "det som er ukjent, er ikke antatt"),
        ("{side: {antatt: }}", "det som er ukjent, er ikke antatt"),
        ("{grupper: {antatt: [eldre, ukjent]}}", "det som er ukjent, er ikke antatt"),
        ("{side: bruker, antatt: side}", "her kan det ikke stå «antatt»"),
        ("{opplaering: [{antatt: {dato: 2022-01-01}}]}", "her kan det ikke stå «antatt»"),
        ("{side: {antatt: [a]}}", "her står en liste, men det skal stå en tekst"),
        ("{oppnevninger: [{verv: medlem, fra: {antatt: 2022-02-30}}]}", "2022-02-30 finnes ikke i kalenderen"),
        ("{opplaering: {antatt: [{dato: i fjor}]}}", "«i fjor»: en dato skrives slik: 2026-02-09"),
    ],
)  # fmt: skip
def test_where_it_makes_no_sense_it_is_refused(member: str, said: str) -> None:
    assert said in meldinger(dom(f"medlemmer/kari: {member}"))


def test_nothing_that_keeps_something_closed_may_be_assumed() -> None:
    case = "moeter/2022-11-16: {saker: [{nr: 1/22, tittel: A, type: annet, fortrolig: {antatt: nei}}]}"
    assert "«fortrolig» kan ikke være antatt" in meldinger(dom(case))


def test_a_rule_set_is_there_to_be_read() -> None:
    rules = "regelverk/r: {datert: {antatt: '2000'}, bestemmelser: [{regel: ingen}]}"
    assert "«datert» kan ikke være antatt" in meldinger(dom(rules))


def test_what_stands_inside_an_assumption_is_found_where_it_stands() -> None:
    (found,) = dom("medlemmer/kari: {grupper: ukjent, opplaering: {antatt: [{dato: i fjor}]}}").funn
    assert found.linje[found.span.column - 1 :].startswith("i fjor")  # type: ignore[union-attr]


# ── What rests on it ──────────────────────────────────────────────────────────────────────────────


def test_a_finding_that_would_fall_says_so() -> None:
    ((_, rests),) = hviler(organet("{antatt: nav}"))
    assert rests == "hviler på en antakelse: Kari sitter for Nav"


def test_a_fact_is_no_assumption() -> None:
    ((_, rests),) = hviler(organet("nav"))
    assert rests == ""


def test_what_is_so_in_any_case_does_not_fall() -> None:
    """Two are from Nav already: a third who is assumed to be so changes only what there is to say."""
    text = (
        organet("nav").replace("[kari, per]", "[kari, per, liv]") + "\nmedlemmer/liv: {side: {antatt: nav}}"
    )
    ((message, rests),) = hviler(text)
    assert message.startswith("redaksjonsrådet får 3 fra Nav")
    assert rests == "står fast, men ordene hviler på en antakelse: Liv sitter for Nav"


def test_those_that_must_fall_together_are_named_together() -> None:
    """At most one may be from Nav, and three are assumed to be: with one of them unknown there are still two."""
    text = organet("{antatt: nav}", "{antatt: nav}").replace("antall: 1", "hoeyst: 1")
    text = text.replace("[kari, per]", "[kari, per, liv]") + "\nmedlemmer/liv: {side: {antatt: nav}}"
    ((_, rests),) = hviler(text)
    assert rests == "hviler på en antakelse: Kari og Liv sitter for Nav"


def test_each_that_it_would_fall_with_by_itself_is_named() -> None:
    rule = "plasser: [{hvem: {side: bruker}, minst: 1}]"
    text = organet("{antatt: nav}", "{antatt: nav}").replace(
        "plasser: [{hvem: {side: nav}, antall: 1}]", rule
    )
    ((_, rests),) = hviler(text)
    assert rests == "hviler på en antakelse: Kari og Per sitter for Nav"


def test_so_does_what_is_kept() -> None:
    lastet = load(tree(organet("{antatt: bruker}")))
    (kept,) = doem(lastet.register, lastet.regelverk, date(2023, 1, 1), hviler="alt").holdt
    assert kept.hviler == Hviler(("Kari sitter for brukersiden",))


def test_of_an_organisation_too() -> None:
    text = organet("bruker").replace("valgt: [kari, per]", "valgt: [kari, lhl, per]")
    text += "\norganisasjoner: {lhl: {navn: LHL, type: lokal, side: {antatt: nav}}}"
    ((_, rests),) = hviler(text)
    assert rests == "hviler på en antakelse: LHL hører til Nav"


def test_nobody_is_called_by_a_name_that_is_not_to_be_shown() -> None:
    text = organet("{antatt: nav}").replace(
        "medlemmer/kari: {", "medlemmer/kari: {publisering: kun_organisasjon, "
    )
    ((_, rests),) = hviler(text)
    assert rests == "hviler på en antakelse: kari sitter for Nav"


# ── What is said as a fact ────────────────────────────────────────────────────────────────────────


def test_no_document_says_what_is_assumed() -> None:
    """Every fact of a meeting and of those who were there, assumed: the document is as if nobody knew any of them."""
    text = """
    medlemmer/kari: {side: nav, representerer: nav-x, oppnevninger: [{verv: medlem, fra: 2022-01-01, til: 2023-12-31}]}
    medlemmer/per: {side: nav, publisering: kun_organisasjon, oppnevninger: [{verv: leder, fra: 2022-01-01}]}
    organisasjoner: {nav-x: {navn: Nav X, type: offentlig, side: nav}}
    moeter/2022-11-16:
      tid: '12:00'
      sted: {navn: Rådhuset}
      form: fysisk
      moeteleder: kari
      referent: per
      oppmoete: [{person: kari, digitalt: ja}, {navn: Liv Moe, funksjon: rådgiver, side: nav}]
      forfall: [per]
      saker:
        - nr: 1/22
          tittel: Valg
          type: valg
          innleder: [kari]
          vedtak: {tekst: Ja., enstemmig: ja}
          valg: [{verv: leder, valgt: [per], fra: 2023-01-01}]
          oppfoelging: [{hva: Spør, ansvarlig: kari, frist: 2023-02-01}]
    """
    data = yaml.load(text, yaml.CBaseLoader)
    routes = [r for r in fakta(data) if _kan(data, r)]
    assert len(routes) > 25
    for route in routes:
        own = ved(data, route)
        assumed, unknown = satt(data, route, {"antatt": own}), satt(data, route, "ukjent")
        assert dokumentene(assumed) == dokumentene(unknown), route


def _kan(data: Any, route: Any) -> bool:
    return not load(tree(satt(data, route, {"antatt": ved(data, route)}))).findings


def dokumentene(data: Any) -> list[Any]:
    """The notice and the minutes."""
    files = tree(data)
    register = load(files).register
    mappe = register.mapper["utvalget"]
    return [lag(slag, register, mappe, mappe.moeter[0], files) for slag in ("innkalling", "referat")]


def test_the_seal_is_of_what_the_minutes_say() -> None:
    def sealed(leader: str) -> str:
        register = load(tree(f"moeter/2022-11-16: {{moeteleder: {leader}}}")).register
        return innhold(register.mapper["utvalget"].moeter[0])

    assert sealed("{antatt: kari}") == sealed("{antatt: per}") == sealed("ukjent") != sealed("kari")


# ── Editing ───────────────────────────────────────────────────────────────────────────────────────


def test_a_plain_fact_takes_its_place() -> None:
    text = "navn: Kari\nside: {antatt: bruker}  # sier Per\n"
    assert sett(text, ("side",), "nav") == "navn: Kari\nside: nav  # sier Per\n"
    assert sett("side: bruker\n", ("side",), {"antatt": "bruker"}) == "side: {antatt: bruker}\n"


def test_nothing_is_added_to_what_is_assumed_as_a_whole() -> None:
    with pytest.raises(KanIkkeRedigere, match="«grupper» er antatt som helhet"):
        legg_til("grupper: {antatt: [eldre]}\n", ("grupper",), "rus")
    with pytest.raises(KanIkkeRedigere, match="«sted» er antatt som helhet"):
        sett("sted: {antatt: {navn: Nav}}\n", ("sted", "navn"), "Rådhuset")


# ── The naive definition ──────────────────────────────────────────────────────────────────────────


def bruddene(found: Dom) -> dict[tuple[object, ...], bool]:
    """Each breach by what it is of, and whether it says that it would fall with an assumption."""
    broken = (*found.findings, *found.fortsatt)
    return {(f.kilde, f.emne, f.place): bool(f.hviler and f.hviler.faller) for f in broken}


def doemt(p: Any, register: Any, dato: date) -> Dom | None:
    """The verdict on a register as it is written; None where the files do not take it."""
    lastet = load(tree(register | {"regler": [p.regel]}))
    return None if lastet.findings else doem(lastet.register, lastet.regelverk, dato)


@given(st.booleans(), st.integers(0, 10**9))
@eksempler(60)
def test_a_finding_rests_on_an_assumption_where_it_is_gone_when_nobody_knows(own: bool, seed: int) -> None:
    """Some facts of a random register are assumed. A breach says that it rests on them just where it is gone from
    the register in which they are written as `ukjent`; and one that does not is there whatever they are instead."""
    rng = Random(seed)
    p = rng.choice(egne() if own else faste())
    for _ in range(rng.randrange(3)):
        p = endret(p, rng)
    dato = date(2024, 6, 1)
    routes = list(fakta(p.register))
    some = rng.sample(routes, min(len(routes), rng.randint(1, 4)))
    chosen = _adskilte([route for route in some if _antas(p, route, dato)])
    assumed, unknown = p.register, p.register
    for route in chosen:
        assumed, unknown = (
            satt(assumed, route, {"antatt": ved(p.register, route)}),
            satt(unknown, route, "ukjent"),
        )
    said, without, plain = (doemt(p, r, dato) for r in (assumed, unknown, p.register))
    if said is None or without is None or plain is None:
        return
    assert [replace(f, hviler=None) for f in said.findings] == list(
        plain.findings
    )  # reasoned with as if known
    left = [(f.kilde, f.emne, f.place) for f in (*without.findings, *without.fortsatt)]
    for (kilde, emne, place), falls in bruddene(said).items():
        assert falls is not any(kilde == k and (emne == e or place == pl) for k, e, pl in left), (
            chosen,
            emne,
        )


def _antas(p: Any, route: Any, dato: date) -> bool:
    own = ved(p.register, route)
    known = "ukjent" not in (own if isinstance(own, list) else [own])
    return known and doemt(p, satt(p.register, route, {"antatt": own}), dato) is not None


def _adskilte(routes: list[Any]) -> list[Any]:
    """Those that are not inside another."""
    return [r for r in routes if not any(r != o and r[: len(o)] == o for o in routes)]


SIDENE = ("bruker", "nav", "kommune")


@given(st.lists(st.tuples(st.sampled_from(SIDENE), st.booleans()), min_size=1, max_size=4), st.integers(0, 3))
@eksempler(25)
def test_what_does_not_rest_on_an_assumption_is_so_whatever_is_true(
    folk: list[tuple[str, bool]], antall: int
) -> None:
    """A body with one line: the finding rests on the sides that are assumed just where others would make it lawful."""

    def broken(sides: Any) -> list[tuple[str, bool]]:
        text = organet("nav").replace("antall: 1", f"antall: {antall}")
        text = text.replace("[kari, per]", str([f"p{nr}" for nr in range(len(sides))]).replace("'", ""))
        members = "".join(f"medlemmer/p{nr}: {{side: {side}}}\n" for nr, side in enumerate(sides))
        found = (f.finding for f in dom(text + members).funn if f.finding.kilde)
        return [(f.emne, bool(f.hviler and f.hviler.faller)) for f in found]

    said = broken([f"{{antatt: {side}}}" if open_ else side for side, open_ in folk])
    worlds = product(*(SIDENE if open_ else (side,) for side, open_ in folk))
    always = all(broken(world) for world in worlds)
    assert said in ([], [("1/22", not always)])


def test_every_fact_that_may_be_unknown_and_keeps_nothing_closed_may_be_assumed() -> None:
    from brukerutvalg_cli.model.medlem import Oppnevning

    fields = Oppnevning.model_fields
    assert {name for name, info in fields.items() if kan_antas(info)} == {*fields} - {
        "verv",
        "fraviker",
        "merknad",
        "permisjon",
    }


def test_what_is_found_is_the_same_with_and_without_the_word() -> None:
    assert sagt(dom(organet("{antatt: nav}"))) == sagt(dom(organet("nav")))
