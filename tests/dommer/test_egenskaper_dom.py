"""What is true of every verdict, whatever the rules: the clock, what is unknown, and the work it takes."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError

from brukerutvalg_cli.dommer.dom import Dom
from brukerutvalg_cli.funn.finding import Finding, Severity
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import MemoryTree
from tilfeldige_registre import datoer, dom, eksempler, mappe, poster, regelverk

ROOT = Path(__file__).parents[2]
BINDING = date(2019, 1, 1)
FOERSTE, SKREVET, SISTE = date(2021, 1, 1), date(2023, 10, 1), date(2025, 12, 31)
"""The first day on record, the day of the last change, and a day when all that was planned then is over."""

Post = dict[str, Any]
Register = dict[str, Any]

# ── Rules: the shipped mandates, and one of every sort and strength ───────────────────────────────

EGNE: list[Post] = [
    {"regel": "frist", "hva": "sakspapirer", "senest": "10 dager", "foer": "moete"},
    {"regel": "frist", "hva": "referat", "senest": "14 dager", "etter": "moete", "styrke": "boer"},
    {"regel": "hyppighet", "hva": "moete", "minst": "2", "per": "halvaar"},
    {"regel": "hyppighet", "hva": "moete", "minst": "1", "hoeyst": "2", "per": "vaar", "styrke": "hovedregel"},
    {"regel": "hyppighet", "hva": "evaluering", "minst": "1", "per": "2 aar", "styrke": "oenskelig"},
    {"regel": "hyppighet", "hva": "evaluering", "minst": "1", "per": "funksjonsperiode"},
    {"regel": "hyppighet", "hva": "ledervalg", "minst": "1", "per": "kalenderaar"},
    {"regel": "funksjonstid", "hvem": {"verv": "medlem"}, "lengde": "1 aar", "paa_rad": "2 perioder"},
    {"regel": "funksjonstid", "hvem": {"verv": "leder"}, "paa_rad": "2 aar"},
    {"regel": "funksjonstid", "hvem": {"side": "bruker"}, "paa_rad": "1 periode", "pause": "6 maaneder"},
    {"regel": "funksjonstid", "gjelder": "utvalg", "lengde": "1 aar"},
    {"regel": "sammensetning", "blant": "medlemmer", "plasser": [{"hvem": {"side": "bruker"}, "mer_enn": "1/2"}]},
    {"regel": "sammensetning", "styrke": "boer", "blant": "oppnevnte", "for_hver": "gruppe",
     "plasser": [{"minst": "1"}]},
    {"regel": "sammensetning", "blant": "verv", "plasser": [{"hvem": {"verv": "sekretaer"}, "minst": "1"}]},
    {"regel": "sammensetning", "blant": "frammoette", "plasser": [{"hvem": {"side": "nav"}, "minst": "1"}]},
    {"regel": "sammensetning", "blant": "redaksjonsraad",
     "plasser": [{"hvem": {"side": "bruker"}, "antall": "1"}, {"hvem": "andre", "antall": "0"}]},
    {"regel": "sammensetning", "blant": "medlemmer", "naar": "oppnevning",
     "plasser": [{"hvem": {"ny": "ja"}, "minst": "1"}]},
    {"regel": "frist", "hva": "innkalling", "senest": "1 uke", "foer": "moete", "styrke": "kan"},
]  # fmt: skip


@cache
def regelverkene() -> dict[str, Regelverk]:
    files = {
        f"records/regelverk/{p.name}": p.read_bytes() for p in (ROOT / "records/regelverk").glob("*.yaml")
    }
    return {**load(MemoryTree(files)).regelverk, "egne": regelverk(*EGNE, type="vedtak")}


# ── Random records, with everything a rule may read ───────────────────────────────────────────────

FOLK = ["p1", "p2", "p3", "p4"]
SKJEDD = datoer(FOERSTE, SKREVET)
NAAR = datoer(FOERSTE, SISTE)
FOLKET = st.sampled_from(FOLK)


DAGER = st.sampled_from([30, 180, 364, 365, 729, 730, 1500])


def til_og_med(term: Post) -> Post:
    days = term.pop("dager", None)
    return term | ({"til": term["fra"] + timedelta(days)} if days else {})


TERMIN = poster(
    {
        "verv": st.sampled_from(["medlem"] * 4 + ["leder", "vara", "sekretaer", "redaksjonsraad"]),
        "fra": SKJEDD,
    },
    optional={
        "dager": DAGER,
        "av": st.sampled_from(["nav", "ukjent"]),
        "fullmakt": st.sampled_from(["ja", "nei"]),
    },
).map(til_og_med)
PERSON = poster(
    {
        "side": st.sampled_from(["bruker", "bruker", "nav"]),
        "oppnevninger": st.lists(TERMIN, max_size=4),
    },
    optional={
        "representerer": st.sampled_from(["ffo", "rio"]),
        "grupper": st.lists(st.sampled_from(["syn", "rus"]), max_size=2, unique=True),
        "funksjon": st.just([{"funksjon": "fylkesdirektoer", "fra": FOERSTE}]),
        "opplaering": st.lists(poster({"modul": st.just("1"), "dato": SKJEDD}), max_size=1),
    },
)
VALG = poster(
    {
        "verv": st.sampled_from(["leder", "redaksjonsraad", "redaksjonsraad"]),
        "valgt": st.lists(FOLKET, min_size=1, max_size=3, unique=True),
        "fra": NAAR,
    },
    optional={"dager": DAGER},
).map(til_og_med)
OPPFOELGING = poster(
    {"hva": st.just("Noe")}, optional={"ansvarlig": FOLKET, "frist": NAAR, "fullfoert": SKJEDD}
)
SAK = poster(
    {"tittel": st.just("Saken"), "type": st.sampled_from(["valg", "droefting", "vedtak"])},
    optional={
        "valg": st.lists(VALG, max_size=2, unique_by=lambda valg: valg["verv"]),
        "foer_beslutning": st.sampled_from(["ja", "nei"]),
        "oppfoelging": st.lists(OPPFOELGING, max_size=1),
    },
)
PUBLISERT = poster({"dato": SKJEDD})
MOETE = poster(
    {"sendt": poster({}, optional={"sakspapirer": SKJEDD, "referat": SKJEDD, "innkalling": SKJEDD})},
    optional={
        "sakliste": poster(
            {"foreslaatt_av": st.sampled_from(["redaksjonsraad", "p1"])},
            optional={"dato": SKJEDD, "publisert": PUBLISERT},
        ),
        "moeteleder": FOLKET,
        "oppmoete": st.lists(
            FOLKET.map(lambda p: {"person": p, "dekker": ["reise"]}),
            max_size=4,
            unique_by=lambda o: o["person"],
        ),
        "saker": st.lists(SAK, max_size=2),
        "referat": poster({}, optional={"publisert": PUBLISERT}),
        "sted": poster({"universell_utforming": st.sampled_from(["ja", "nei"])}),
    },
)
HENDELSE = poster({"hva": st.sampled_from(["evaluering", "erfaringssamling", "opplaering"]), "dato": SKJEDD})
RUNDE = poster({"hva": st.just("oppnevningsrunde"), "dato": SKJEDD}, optional={"fra": NAAR})


def registeret(
    people: list[Post], meetings: list[tuple[date, str, Post]], events: list[Post], rules: str, fra: date
) -> Register:
    medlemmer = {
        name: person | {"oppnevninger": list(person["oppnevninger"])}
        for name, person in zip(FOLK, people, strict=True)
    }
    moeter = {}
    for nr, (day, status, facts) in enumerate(meetings):
        saker = [sak | {"nr": f"{nr}{i}/22"} for i, sak in enumerate(facts.get("saker", ()))]
        for sak in saker:
            for valg in sak.get("valg", ())[:1]:  # the first election is in the files of those elected too
                term = {key: valg[key] for key in ("verv", "fra", "til") if key in valg} | {
                    "valgt_i": sak["nr"]
                }
                for name in valg["valgt"]:
                    medlemmer[name]["oppnevninger"].append(term)
        moeter[day] = facts | {"saker": saker, "status": status if day <= SKREVET else "planlagt"}
    return {
        "utvalg": {
            "nivaa": "fylke",
            "eier": "nav",
            "grupper": ["syn", "rus"],
            "organisasjoner": ["ffo"],
            "regelverk": [{"id": rules, "fra": fra}],
        },
        "medlemmer": medlemmer,
        "moeter": moeter,
        "hendelser": events,
    }


REGISTRE = st.builds(
    registeret,
    st.lists(PERSON, min_size=len(FOLK), max_size=len(FOLK)),
    st.lists(
        st.tuples(NAAR, st.sampled_from(["avholdt"] * 4 + ["avlyst", "innkalt"]), MOETE),
        max_size=5,
        unique_by=lambda m: m[0],
    ),
    st.lists(st.one_of(HENDELSE, RUNDE), max_size=4),
    st.sampled_from(["egne"] * 3 + ["nav-vestland-2019", "nav-troendelag-2020", "mal-nav-kontor-2015"]),
    st.sampled_from([BINDING, BINDING, date(2022, 1, 1)]),
)
ORGANISASJONER: dict[str, dict[str, Any]] = {
    "ffo": {"navn": "FFO", "type": "paraply", "side": "bruker", "grupper": ["syn"]},
    "rio": {"navn": "RIO", "type": "lokal", "side": "bruker"},
    "nav": {"navn": "Nav", "type": "offentlig", "side": "nav"},
}


def doemt(register: Register, dato: date) -> Dom:
    council = mappe(
        register["utvalg"],
        medlemmer=register["medlemmer"],
        moeter=register["moeter"],
        hendelser=register["hendelser"],
        feilet=register.get("feilet", ()),
    )
    return dom(council, regelverkene(), dato, ORGANISASJONER)


# ── The clock ─────────────────────────────────────────────────────────────────────────────────────


def har_skjedd(register: Register) -> Iterator[Any]:
    """Every day on which something was done: held, sent, approved, published or finished."""
    for day, m in register["moeter"].items():
        if m["status"] == "avholdt":
            yield day
        yield from m["sendt"].values()
        yield m.get("sakliste", {}).get("dato")
        yield m.get("sakliste", {}).get("publisert", {}).get("dato")
        yield m.get("referat", {}).get("publisert", {}).get("dato")
        yield from (o.get("fullfoert") for sak in m["saker"] for o in sak.get("oppfoelging", ()))


def _weighs_what_its_words_say_and_no_more_when_only_time_has_passed(
    found: list[Finding], register: Register, dato: date
) -> None:
    newest = max((day for day in har_skjedd(register) if day and day <= dato), default=date.min)
    for f in found:
        assert f.kilde
        assert f.since is None or f.since <= dato
        match f.kilde.styrke:
            case "skal" | "maa" | "er":
                only_time = f.since is not None and f.since > newest
                assert f.severity is (Severity.ADVARSEL if only_time else Severity.FEIL)
            case "hovedregel" | "boer" | "anbefales":
                assert f.severity is Severity.ADVARSEL
            case word:
                assert word in ("oenskelig", "vurderes")
                assert f.severity is Severity.RAAD


def _hva(f: Finding) -> tuple[Any, ...]:
    return f.kilde, f.place, f.emne


@given(REGISTRE, datoer(SKREVET, SISTE), datoer(SKREVET, SISTE))
@eksempler(150)
def test_nothing_turns_red_by_itself_and_what_was_true_stays_so(
    register: Register, one: date, other: date
) -> None:
    """After the last change of the files, days come and go: what is wrong stays so till it is mended, and no more
    becomes a `feil`; what was mended stays so too. What only goes on with an earlier breach is told of with that."""
    earlier, later = (doemt(register, day) for day in sorted((one, other)))
    mended = {_hva(r) for r in later.rettet}
    assert {_hva(f) for f in earlier.findings} <= {
        _hva(f) for f in (*later.findings, *later.fortsatt)
    } | mended
    assert {_hva(r) for r in earlier.rettet} <= mended
    assert {_hva(f) for f in later.findings if f.severity is Severity.FEIL} <= {
        _hva(f) for f in earlier.findings if f.severity is Severity.FEIL
    }


# ── What is unknown ───────────────────────────────────────────────────────────────────────────────


NAVN = ("hva", "verv", "nr", "tittel", "person", "modul", "funksjon", "valgt")


def fakta(value: Any, route: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The route to every fact on record, and to every group of them; not to the records, or to what names them."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        if len(route) > 1 and isinstance(key, str) and key not in NAVN:
            yield (*route, key)
        yield from fakta(item, (*route, key))


def satt(register: Register, route: tuple[Any, ...], value: str) -> Register:
    changed = deepcopy(register)
    place = changed
    for key in route[:-1]:
        place = place[key]
    place[route[-1]] = value
    return changed


def fantes(f: Finding, before: list[Finding]) -> bool:
    """Whether the same was said before, as severely, of the same or of a breach that had begun by then."""
    return any(
        g.kilde == f.kilde
        and g.severity.rank <= f.severity.rank
        and (g.emne == f.emne or (g.place == f.place if f.since is None else g.since and g.since <= f.since))
        for g in before
    )


@given(REGISTRE, st.integers(0, 10**6), NAAR)
@eksempler(250)
def test_a_breach_weighs_what_its_words_say_and_none_is_made_by_not_knowing(
    register: Register, which: int, dato: date
) -> None:
    before = list(doemt(register, dato).findings)
    _weighs_what_its_words_say_and_no_more_when_only_time_has_passed(before, register, dato)
    routes = list(fakta({key: register[key] for key in ("medlemmer", "moeter", "hendelser")}))
    assume(routes)
    try:
        after = doemt(satt(register, routes[which % len(routes)], "ukjent"), dato)
    except ValidationError:
        return  # not a fact that may be unknown
    assert [f for f in after.findings if not fantes(f, before)] == []
