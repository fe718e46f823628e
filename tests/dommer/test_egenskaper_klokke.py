"""A register with much written ahead, judged on one day after another: no `feil` comes of days that pass.

What was done was done by the day of the last change. Terms, leaves, rounds, events, meetings and mandates may begin or
end long after it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.dommer.dom import Dom
from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import MemoryTree
from brukerutvalg_cli.validering import rapporten
from smaa_registre import filer
from tilfeldige_registre import datoer, dom, eksempler, mappe, poster, regelverk

FOERSTE, SKREVET, SISTE = date(2021, 1, 1), date(2023, 10, 1), date(2026, 12, 31)
"""The first day on record, the day of the last change, and a day when all that was planned then is over."""

Post = dict[str, Any]

GJORT, NAAR, DAGEN = datoer(FOERSTE, SKREVET), datoer(FOERSTE, SISTE), datoer(SKREVET, SISTE)
FOLK = ["p1", "p2", "p3", "p4"]
FOLKET = st.sampled_from(FOLK)

REGLER: list[Post] = [
    {"regel": "frist", "hva": "sakspapirer", "senest": "10 dager", "foer": "moete"},
    {"regel": "frist", "hva": "referat", "senest": "14 dager", "etter": "moete"},
    {"regel": "frist", "hva": "evaluering", "senest": "1. mars"},
    {"regel": "hyppighet", "hva": "moete", "minst": "2", "per": "halvaar"},
    {"regel": "hyppighet", "hva": "moete", "hoeyst": "2", "per": "kalenderaar"},
    {"regel": "hyppighet", "hva": "evaluering", "minst": "1", "per": "2 aar"},
    {"regel": "hyppighet", "hva": "evaluering", "hoeyst": "1", "per": "kalenderaar"},
    {"regel": "hyppighet", "hva": "evaluering", "minst": "1", "per": "funksjonsperiode"},
    {"regel": "hyppighet", "hva": "ledervalg", "minst": "1", "per": "kalenderaar"},
    {"regel": "funksjonstid", "hvem": {"verv": "medlem"}, "lengde": "1 aar", "paa_rad": "2 perioder"},
    {"regel": "funksjonstid", "hvem": {"verv": "leder"}, "paa_rad": "2 aar"},
    {"regel": "funksjonstid", "hvem": {"side": "bruker"}, "paa_rad": "1 periode", "pause": "6 maaneder"},
    {"regel": "funksjonstid", "gjelder": "utvalg", "lengde": "1 aar"},
    {"regel": "sammensetning", "blant": "medlemmer", "plasser": [{"hvem": {"side": "bruker"}, "mer_enn": "1/2"}]},
    {"regel": "sammensetning", "blant": "oppnevnte", "for_hver": "gruppe", "plasser": [{"minst": "1"}]},
    {"regel": "sammensetning", "blant": "medlemmer", "plasser": [{"hoeyst": "2"}]},
    {"regel": "sammensetning", "blant": "verv", "plasser": [{"hvem": {"verv": "sekretaer"}, "minst": "1"}]},
    {"regel": "sammensetning", "blant": "redaksjonsraad",
     "plasser": [{"hvem": {"side": "bruker"}, "antall": "1"}, {"hvem": "andre", "antall": "0"}]},
    {"regel": "sammensetning", "blant": "medlemmer", "naar": "oppnevning",
     "plasser": [{"hvem": {"ny": "ja"}, "minst": "1"}]},
    {"regel": "krav", "hver": "oppnevning", "skal_ha": {"fullmakt": "ja"}},
    {"regel": "krav", "hver": "moete", "skal_ha": {"moeteleder": {"verv": "leder"}}},
    {"regel": "krav", "hver": "hendelse", "der": {"hva": "kurs"}, "skal_ha": {"arrangert_av": "nav"}},
    {"regel": "krav", "hver": "oppfoelging", "skal_ha": {"ansvarlig": "foert"}},
]  # fmt: skip


def bestemmelse(nr: int) -> Regelverk:
    return regelverk(REGLER[nr], type="mandat")


def strekning(post: Post) -> Post:
    """With its days in order."""
    fra, til = post.get("fra"), post.get("til")
    return post | {"fra": min(fra, til), "til": max(fra, til)} if fra and til else post


PERMISJON = poster({"fra": NAAR}, optional={"til": NAAR, "stedfortreder": FOLKET}).map(strekning)
TERMIN = poster(
    {"verv": st.sampled_from(["medlem"] * 4 + ["leder", "vara", "sekretaer", "redaksjonsraad"]), "fra": NAAR},
    optional={
        "til": NAAR,
        "fullmakt": st.sampled_from(["ja", "nei"]),
        "konstituert": st.just("ja"),
        "permisjon": st.lists(PERMISJON, max_size=1),
    },
).map(strekning)
PERSON = poster(
    {"side": st.sampled_from(["bruker", "bruker", "nav"]), "oppnevninger": st.lists(TERMIN, max_size=4)},
    optional={
        "representerer": st.sampled_from(["ffo", "rio"]),
        "grupper": st.lists(st.sampled_from(["syn", "rus"]), max_size=2, unique=True),
        "opplaering": st.lists(poster({"modul": st.just("1"), "dato": NAAR}), max_size=1),
    },
)
VALG = poster(
    {
        "verv": st.sampled_from(["leder", "redaksjonsraad"]),
        "valgt": st.lists(FOLKET, min_size=1, max_size=3, unique=True),
        "fra": NAAR,
    },
    optional={"til": NAAR},
).map(strekning)
SAK = poster(
    {"tittel": st.just("Saken"), "type": st.sampled_from(["valg", "vedtak"])},
    optional={
        "valg": st.lists(VALG, max_size=1),
        "oppfoelging": st.lists(
            poster({"hva": st.just("Noe")}, optional={"frist": NAAR, "ansvarlig": FOLKET}), max_size=1
        ),
    },
)
MOETE = poster(
    {"sendt": poster({}, optional={"sakspapirer": GJORT, "referat": GJORT})},
    optional={"moeteleder": FOLKET, "saker": st.lists(SAK, max_size=2)},
)
HENDELSE = poster({"hva": st.sampled_from(["evaluering", "kurs"]), "dato": NAAR})
RUNDE = poster({"hva": st.just("oppnevningsrunde"), "dato": NAAR}, optional={"fra": NAAR, "til": NAAR}).map(
    strekning
)
TIDSROM = poster({}, optional={"fra": NAAR, "til": NAAR}).map(strekning)


def registeret(
    people: list[Post],
    meetings: list[tuple[date, Post]],
    events: list[Post],
    spans: Post,
    mandates: list[date],
) -> Post:
    moeter = {}
    for nr, (day, facts) in enumerate(meetings):
        saker = [sak | {"nr": f"{nr}{i}/22"} for i, sak in enumerate(facts.get("saker", ()))]
        moeter[day] = facts | {"saker": saker, "status": "avholdt" if day <= SKREVET else "planlagt"}
    bound = [{"id": "mandatet", "fra": day} for day in sorted(mandates)]
    return {
        "utvalg": {"grupper": ["syn", "rus"], "tidsrom": spans, "regelverk": bound},
        "medlemmer": dict(zip(FOLK, people, strict=True)),
        "moeter": moeter,
        "hendelser": events,
    }


REGISTRE = st.builds(
    registeret,
    st.lists(PERSON, min_size=len(FOLK), max_size=len(FOLK)),
    st.lists(st.tuples(NAAR, MOETE), max_size=6, unique_by=lambda m: m[0]),
    st.lists(st.one_of(HENDELSE, RUNDE), max_size=5),
    st.dictionaries(st.sampled_from(["syn", "rus"]), TIDSROM, max_size=1),
    st.lists(NAAR, min_size=1, max_size=2, unique=True),
)
ORGANISASJONER: dict[str, Post] = {
    "ffo": {"navn": "FFO", "type": "paraply", "side": "bruker", "grupper": ["syn"]},
    "rio": {"navn": "RIO", "type": "lokal", "side": "bruker"},
    "nav": {"navn": "Nav", "type": "offentlig", "side": "nav"},
}


def doemt(register: Post, rules: Regelverk, dato: date) -> Dom:
    return dom(mappe(**register), {"mandatet": rules}, dato, ORGANISASJONER)


def _hva(f: Finding) -> tuple[Any, ...]:
    return f.kilde, f.emne


@given(
    REGISTRE,
    st.integers(0, len(REGLER) - 1),
    st.lists(DAGEN, min_size=30, max_size=30).map(lambda days: sorted({SKREVET, *days})),
)
@eksempler(600)
def test_no_feil_comes_of_days_that_pass(register: Post, nr: int, dager: list[date]) -> None:
    council, rules = mappe(**register), {"mandatet": bestemmelse(nr)}

    def wrong(day: date) -> set[tuple[Any, ...]]:
        found = dom(council, rules, day, ORGANISASJONER).findings
        return {_hva(f) for f in found if f.severity is Severity.FEIL}

    before = wrong(dager[0])
    for day in dager[1:]:
        now = wrong(day)
        assert now <= before, (day, now - before)
        before = now


def som_filer(register: Post, rules: list[Post]) -> MemoryTree:
    """The same register as it lies in its files, with all that is checked of those."""
    parts = {f"medlemmer/{name}": facts for name, facts in register["medlemmer"].items()}
    parts |= {f"moeter/{day}": facts for day, facts in register["moeter"].items()}
    named = [rule | {"id": f"nr-{nr}"} for nr, rule in enumerate(rules)]
    whole = {
        "utvalg": register["utvalg"],
        "hendelser": register["hendelser"],
        "organisasjoner": ORGANISASJONER,
    }
    return MemoryTree(filer(whole | parts | {"regelverk/mandatet": {"bestemmelser": named}}))


@given(REGISTRE, st.lists(DAGEN, min_size=30, max_size=30).map(lambda days: sorted({SKREVET, *days})))
@eksempler(30)
def test_nor_does_any_of_all_that_is_said_of_a_register(register: Post, dager: list[date]) -> None:
    """Every provision at once, with the built-in checks: what is due is told as a warning."""
    tree = som_filer(register, REGLER)
    lastet = load(tree)

    def wrong(day: date) -> set[tuple[Any, ...]]:
        found = (f.finding for f in rapporten(tree, lastet, day).funn)
        # A breach that a new mandate carries on is told of there from then on: the same breach.
        return {(f.code, f.kilde or f.place, f.emne) for f in found if f.severity is Severity.FEIL}

    before = wrong(dager[0])
    for day in dager[1:]:
        now = wrong(day)
        assert now <= before, (day, now - before)
        before = now
