"""Elections, tried out: what is found lawful beforehand can be written down, and nothing new is found after it.

Every verv, the council's own among them, in councils of both målformer: with people who sit already, by
appointment or by election, to an end that is known, open, unknown or ahead.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.valg import foer_valg
from brukerutvalg_cli.model.avloesning import Valgforslag
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.valghandling import OPPNEVNES
from brukerutvalg_cli.ord.i_ord import Her
from brukerutvalg_cli.oversikt.forhaandsvalg import Forhaandsdom, forhaandsdom
from brukerutvalg_cli.oversikt.valgperiode import foreslaatt
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import MemoryTree, Tree
from brukerutvalg_cli.validering import valider
from smaa_registre import tree
from tilfeldige_registre import eksempler, poster

Post = dict[str, Any]

DAG = date(2022, 11, 16)
FOER = (date(2021, 11, 17), date(2022, 2, 9))
"""The meetings before the one that elects now; one more is on record after it."""
ETTER = date(2023, 2, 8)
FOLK = {"kari": "bruker", "per": "bruker", "ida": "bruker", "nina": "nav", "odd": "nav"}
VERV = ["leder", "nestleder", "redaksjonsraad", "arbeidsutvalg", "sekretaer", "medlem", "vara", "forum"]

DAGER = st.sampled_from(
    [date(2021, 1, 1), date(2022, 1, 1), FOER[1], DAG, DAG + timedelta(1), date(2023, 1, 1), ETTER]
)
SLUTT = st.one_of(
    st.none(), st.sampled_from([date(2022, 6, 30), DAG, date(2022, 12, 31), date(2023, 12, 31), "ukjent"])
)
REGLER = st.lists(
    st.one_of(
        poster({"regel": st.just("sammensetning"), "blant": st.sampled_from(VERV), "plasser": st.one_of(
            st.just([{"hvem": {"side": "bruker"}, "antall": 2}, {"hvem": {"side": "nav"}, "antall": 2},
                     {"hvem": "andre", "antall": 0}]),
            st.just([{"hvem": {"side": "nav"}, "minst": 1}]),
            st.integers(1, 3).map(lambda n: [{"hoeyst": n}]),
        )}),
        poster({"regel": st.just("funksjonstid"), "hvem": st.sampled_from(VERV).map(lambda v: {"verv": v}),
                "lengde": st.sampled_from(["1 aar", "2 aar"]),
                "paa_rad": st.sampled_from(["1 periode", "2 perioder", "3 aar"])}),
        poster({"regel": st.just("krav"), "hver": st.just("oppnevning"), "skal_ha": st.just({"side": "bruker"}),
                "der": st.sampled_from(VERV).map(lambda v: {"verv": v})}),
        poster({"regel": st.just("krav"), "hver": st.just("moete"), "skal_ha": st.just({"moeteleder": "leder"})}),
    ),
    max_size=4,
)  # fmt: skip


def _i_rekkefoelge(entry: Post) -> Post:
    fra, til = entry["fra"], entry.get("til")
    return {**entry, "til": fra} if isinstance(til, date) and isinstance(fra, date) and til < fra else entry


OPPNEVNINGER = st.lists(
    poster({"verv": st.sampled_from(VERV), "fra": st.one_of(DAGER, st.just("ukjent")), "til": SLUTT}).map(
        _i_rekkefoelge
    ),
    max_size=3,
)
VALG = poster(
    {
        "verv": st.sampled_from(VERV),
        "valgt": st.lists(st.sampled_from(list(FOLK)), min_size=1, max_size=4, unique=True),
        "fra": DAGER,
        "til": SLUTT,
    }
).map(_i_rekkefoelge)


@st.composite
def registre(draw: st.DrawFn) -> Post:
    """A council as it is before the election: people with terms, meetings that elected, rules for some of it."""
    found: Post = {
        "utvalg": {"maalform": draw(st.sampled_from(["nb", "nn"])), "verv": {"forum": "Forumet"}},
        "regler": draw(REGLER),
    }
    pages: dict[str, list[Post]] = {person: draw(OPPNEVNINGER) for person in FOLK}
    for nr, day in enumerate((*FOER, ETTER), 1):
        # For the time after it: what an election says of the time before, nobody did.
        elections = [
            _i_rekkefoelge(entry | {"fra": max(entry["fra"], day)})
            for entry in draw(st.lists(VALG, max_size=1))
        ]
        case = {"nr": f"{nr}/{day:%y}", "tittel": "Valg", "type": "valg", "valg": elections}
        found[f"moeter/{day}"] = {"saker": [case], "moeteleder": "kari"}
        for entry in elections:
            for person in entry["valgt"] if draw(st.booleans()) else ():
                term = {key: value for key, value in entry.items() if key != "valgt"}
                pages[person].append(term | {"valgt_i": case["nr"]})
    found[f"moeter/{DAG}"] = {
        "saker": [{"nr": "9/22", "tittel": "Valg", "type": "valg"}],
        "moeteleder": draw(st.sampled_from(list(FOLK))),
    }
    for person, terms in pages.items():
        found[f"medlemmer/{person}"] = {"side": FOLK[person], "oppnevninger": terms}
    if not found["regler"]:
        del found["regler"]
    text: Post = _som_tekst(found)
    return text


def _som_tekst(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _som_tekst(each) for key, each in value.items() if each is not None}
    if isinstance(value, list):
        return [_som_tekst(each) for each in value]
    return value if isinstance(value, str) else str(value)


FORSLAG = poster(
    {
        "verv": st.sampled_from(VERV),
        "valgt": st.lists(st.sampled_from(list(FOLK)), min_size=1, max_size=4, unique=True),
        "fra": st.one_of(st.none(), st.sampled_from([DAG, date(2022, 12, 1), date(2023, 1, 1)])),
        "til": st.one_of(st.none(), st.sampled_from([date(2023, 6, 30), date(2023, 12, 31), date(2024, 6, 30)])),
        "supplerer": st.booleans(),
    }
)  # fmt: skip


def proevd(before: Tree, forslag: Post) -> tuple[Utvalgsmappe, Valgforslag, Forhaandsdom]:
    """The election as `sjekk-valg` and `valg` both see it."""
    lastet = load(before)
    mappe = lastet.register.mapper["utvalget"]
    proposed = foreslaatt(
        mappe, forslag["verv"], forslag["valgt"], DAG, forslag["fra"], forslag["til"],
        supplerer=forslag["supplerer"],
    )  # fmt: skip
    return mappe, proposed, forhaandsdom(lastet.register, lastet.regelverk, mappe, proposed)


def foert(before: MemoryTree, mappe: Utvalgsmappe, proposed: Valgforslag) -> Tree:
    """The register with the election written down."""
    utkast = Utkast(before)
    (meeting,) = (m for m in mappe.moeter if m.dato == DAG)
    foer_valg(utkast, Her(mappe, load(before).register), meeting, "9/22", proposed)
    return utkast.tre()


def nye(before: Tree, after: Tree, dag: date) -> list[str]:
    """What is found with the election, and not without it."""
    had = {f.finding.fingerprint for f in valider(before, dag).funn}
    return [str(f.finding) for f in valider(after, dag).funn if f.finding.fingerprint not in had]


@eksempler(250)
@given(registre(), FORSLAG)
def test_what_is_found_beforehand_is_what_is_found_when_it_is_written(text: Post, forslag: Post) -> None:
    before = tree(text)
    mappe, proposed, dom = proevd(before, forslag)
    after = foert(before, mappe, proposed)
    _what_is_lawful_is_found_to_be_so_and_what_is_not_is_not(before, after, proposed, dom)
    _nobody_goes_on_who_was_not_elected_and_nobody_sits_twice(mappe, after, proposed)


def _what_is_lawful_is_found_to_be_so_and_what_is_not_is_not(
    before: Tree, after: Tree, proposed: Valgforslag, dom: Forhaandsdom
) -> None:
    """Both ways: what stops an election beforehand is what stands in the report when it is written all the same."""
    if not dom.utslag.brudd:
        assert nye(before, after, DAG) == []
    if not dom.som_om:
        assert bool(nye(before, after, max(DAG, proposed.fra))) == bool(dom.utslag.brudd)


def _nobody_goes_on_who_was_not_elected_and_nobody_sits_twice(
    mappe: Utvalgsmappe, after: Tree, proposed: Valgforslag
) -> None:
    then = load(after).register.mapper["utvalget"]
    sitting = [s for s in then.seter_i.get(proposed.verv, ()) if s.dekker(proposed.fra) is not False]
    if proposed.avloeser:
        assert {s.person for s in sitting} <= set(proposed.valgt)
    elif proposed.verv in OPPNEVNES or proposed.supplerer:
        before_it = {s.person for s in mappe.seter_i.get(proposed.verv, ()) if s.dekker(proposed.fra)}
        assert before_it <= {s.person for s in sitting}
    mine = [s.person for s in sitting if s.person in proposed.valgt and s.fra == proposed.fra]
    assert len(mine) == len(set(mine))


def test_a_term_that_no_page_tells_of_ends_with_the_next_election_and_is_put_on_no_page() -> None:
    """Per's page has another term in the way: to put it there would trade one finding for another."""
    per = [{"verv": "leder", "fra": "2022-01-01", "til": str(DAG)}]
    first = {"verv": "leder", "valgt": ["per"], "fra": str(FOER[1])}
    text = {
        f"moeter/{FOER[1]}": {"saker": [{"nr": "2/22", "tittel": "Valg", "type": "valg", "valg": [first]}]},
        f"moeter/{DAG}": {"saker": [{"nr": "9/22", "tittel": "Valg", "type": "valg"}]},
        "medlemmer/kari": {},
        "medlemmer/per": {"oppnevninger": per},
    }
    forslag = {"verv": "leder", "valgt": ["kari"], "fra": None, "til": None, "supplerer": False}
    before = tree(text)
    mappe, proposed, _ = proevd(before, forslag)
    after = foert(before, mappe, proposed)
    assert nye(before, after, proposed.fra) == []
    seats = load(after).register.mapper["utvalget"].seter_i["leder"]
    assert {s.person for s in seats if s.dekker(proposed.fra)} == {"kari"}
