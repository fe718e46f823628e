"""How often: every window of the calendar, counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise, product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.dommer.dom import Dom
from tilfeldige_registre import EN_DAG, datoer, dom, eksempler, mappe, regelverk, strekninger

FOERSTE, SISTE = date(2018, 1, 1), date(2024, 12, 31)
BINDING = date(2000, 1, 1)
Vindu = tuple[date, date]
Sagt = set[tuple[date, str]]


@dataclass
class Register:
    """What a council has on record, and the days that count for the rule: those known, and those that may be."""

    hva: str
    moeter: dict[date, dict[str, Any]] = field(default_factory=dict)
    hendelser: list[dict[str, Any]] = field(default_factory=list)
    feilet: list[str] = field(default_factory=list)

    def skjedde(self) -> list[date]:
        if self.hva == "moete":
            return [day for day, m in self.moeter.items() if m["status"] == "avholdt"]
        events = [h["dato"] for h in self.hendelser if h["hva"] == self.hva and h["dato"] != "ukjent"]
        if self.hva == "ledervalg":  # an election may stand in both places, and is one
            events += [day for day, m in self.moeter.items() if m["status"] == "avholdt" and "saker" in m]
            events = list(set(events))
        return sorted(events)

    def kanskje(self) -> list[date | None]:
        """One for each thing that may be one more, with its day; None for one that may be on any day."""
        unread: list[date | None] = [
            None if "forste" in path else date.fromisoformat(path[7:17])
            for path in self.feilet
            if path.startswith("moeter/")
        ]
        if self.hva == "moete":
            return unread
        unknown: list[date | None] = [
            None for h in self.hendelser if h["hva"] == self.hva and h["dato"] == "ukjent"
        ]
        whole_list: list[date | None] = [None] if "hendelser.yaml" in self.feilet else []
        return unknown + whole_list + (unread if self.hva == "ledervalg" else [])

    def runder(self) -> dict[date, date | None]:
        """The first day of each round's period, and its last where that is said."""
        rounds = [h for h in self.hendelser if h["hva"] == "oppnevningsrunde"]
        starts = {h.get("fra", h["dato"]) for h in rounds}
        return {
            start: next(
                (h["til"] for h in reversed(rounds) if h.get("fra", h["dato"]) == start and "til" in h), None
            )
            for start in sorted(starts)
        }

    def foerste(self) -> date:
        """The day of the first thing on record."""
        days = [*self.moeter, *(h["dato"] for h in self.hendelser if h["dato"] != "ukjent")]
        return min(days, default=date.max)


def vinduer(per: str, register: Register) -> Iterator[Vindu]:
    """Every window there is, oldest first."""
    if per == "funksjonsperiode":
        rounds = [*register.runder().items(), (None, None)]
        for (start, said), (following, _) in pairwise(rounds):
            ends = [day for day in (said, following and following - EN_DAG) if day]
            if start:
                yield start, min(ends, default=date.max)
    for year in range(2010, 2030):
        match per.split():
            case ["kalenderaar"]:
                yield date(year, 1, 1), date(year, 12, 31)
            case ["halvaar"]:
                yield date(year, 1, 1), date(year, 6, 30)
                yield date(year, 7, 1), date(year, 12, 31)
            case ["vaar"]:
                yield date(year, 1, 1), date(year, 6, 30)
            case ["hoest"]:
                yield date(year, 7, 1), date(year, 12, 31)
            case [number, "aar"]:
                yield date(year, 1, 1), date(year + int(number) - 1, 12, 31)


def en_for_mye(vindu: Vindu, register: Register, regel: dict[str, Any]) -> date | None:
    """The day of the one too many."""
    inside = [day for day in register.skjedde() if vindu[0] <= day <= vindu[1]]
    return next(iter(sorted(inside)[regel.get("hoeyst", 1000) :]), None)


def utfall(vindu: Vindu, register: Register, regel: dict[str, Any]) -> str:
    """What is so whatever the unknown turns out to be; `uvisst` where that decides it."""
    inside = [vindu[0] <= day <= vindu[1] for day in register.skjedde()]
    perhaps = [day is None or vindu[0] <= day <= vindu[1] for day in register.kanskje()]
    counts = range(sum(inside), sum(inside) + sum(perhaps) + 1)
    kept = {regel.get("minst", 0) <= count <= regel.get("hoeyst", 1000) for count in counts}
    if kept == {True, False}:
        return "uvisst"
    return "holdt" if True in kept else "brutt, ingen" if counts[-1] == 0 else "brutt"


def naiv(
    register: Register, regel: dict[str, Any], fra: date, til: date, dato: date, *, hel_fra: date = date.min
) -> Iterator[tuple[date, str]]:
    """Each window by its first day. One that carries an earlier breach of the same sort on is not said again.

    What is not on record of a window that had begun before `hel_fra`, may have been all the same.
    """
    breach: tuple[date, str] | None = None  # the last of too few: its end, and what it was
    too_many_to: date | None = None
    for vindu in vinduer(regel["per"], register):
        if vindu[0] < fra or vindu[1] > til:
            continue
        if day := en_for_mye(vindu, register, regel):
            breach = breach and (breach[0], "over")
            if day <= dato:  # of the running window too
                if too_many_to is None or vindu[0] > too_many_to:
                    yield vindu[0], "brutt"
                too_many_to = vindu[1]
            continue
        if vindu[1] >= dato or vindu[0] < hel_fra:
            continue
        verdict = utfall(vindu, register, regel)
        if verdict == "uvisst":
            yield vindu[0], verdict
        elif verdict == "holdt":
            breach = breach and (breach[0], "over")
        else:
            overlaps = breach is not None and vindu[0] <= breach[0]
            still_nothing = breach is not None and breach[1] == verdict == "brutt, ingen"
            if not overlaps and not still_nothing:
                yield vindu[0], "brutt"
            breach = vindu[1], verdict


DAG = datoer(FOERSTE, SISTE)
FERDIG = st.sampled_from([date(2023, 1, 1), date(2024, 12, 31), date(2025, 1, 1), date(2026, 1, 1)])


def registeret(
    hva: str,
    meetings: list[tuple[date, str, bool]],
    events: list[tuple[str, Any]],
    unread: list[str],
    lost: bool,
) -> Register:
    election = {
        "nr": "1/22",
        "tittel": "Valg",
        "type": "valg",
        "valg": [{"verv": "leder", "valgt": ["kari"], "fra": SISTE}],
    }
    return Register(
        hva,
        {
            day: {"status": status} | ({"saker": [election]} if elects else {})
            for day, status, elects in meetings
        },
        [] if lost else [{"hva": hva if what == "det" else what, "dato": day} for what, day in events],
        [f"moeter/{name}.yaml" for name in unread] + ["hendelser.yaml"] * lost,
    )


MOETER = st.lists(
    st.tuples(DAG, st.sampled_from(["avholdt"] * 4 + ["planlagt", "innkalt", "avlyst"]), st.booleans()),
    max_size=9,
    unique_by=lambda m: m[0],
)
HENDELSER = st.lists(st.tuples(st.sampled_from(["det", "det", "det", "kurs"]), DAG), max_size=8)
HULLETE = st.lists(
    st.tuples(st.sampled_from(["det", "det", "det", "kurs"]), st.one_of(DAG, DAG, DAG, st.just("ukjent"))),
    max_size=8,
)
HVA = st.sampled_from(["moete", "moete", "evaluering", "ledervalg"])
HELE = st.builds(registeret, HVA, MOETER, HENDELSER, st.just([]), st.just(False))
MED_HULL = st.builds(
    registeret,
    HVA,
    MOETER,
    HULLETE,
    st.lists(st.one_of(DAG.map(str), DAG.map(str), st.just("forste-moete")), max_size=3, unique=True),
    st.sampled_from([False, False, False, True]),
)


def regelen(per: str, minst: int, hoeyst: int, which: str) -> dict[str, Any]:
    bounds = {"minst": minst, "hoeyst": minst + hoeyst}
    return {"regel": "hyppighet", "per": per} | {key: bounds[key] for key in which.split()}


REGLER = st.builds(
    regelen,
    st.sampled_from(["kalenderaar", "halvaar", "hoest", "vaar", "1 aar", "2 aar", "2 aar", "3 aar"]),
    st.integers(1, 3),
    st.integers(0, 2),
    st.sampled_from(["minst", "minst", "hoeyst", "minst hoeyst"]),
)


def doemt(register: Register, regel: dict[str, Any], dato: date, **utvalg: Any) -> Dom:
    council = mappe(
        {"regelverk": [{"id": "r", "fra": BINDING}]} | utvalg,
        moeter=register.moeter,
        hendelser=register.hendelser,
        feilet=register.feilet,
    )
    return dom(council, {"r": regelverk(regel | {"hva": register.hva})}, dato)


def sagt(register: Register, regel: dict[str, Any], dato: date, **utvalg: Any) -> Sagt:
    """What the program says: each window by its first day."""
    found = doemt(register, regel, dato, **utvalg)
    first_day = {_navn(regel["per"], vindu): vindu[0] for vindu in vinduer(regel["per"], register)}
    said = {(first_day[f.emne], "brutt") for f in found.findings}
    in_windows = (u.emne for u in found.uvurdert if u.emne != register.hva)  # else of all that is on record
    return said | {(first_day[name], "uvisst") for name in in_windows}


def _navn(per: str, vindu: Vindu) -> str:
    """What the program calls the window."""
    if per == "funksjonsperiode":
        return f"funksjonsperioden fra {vindu[0]}"
    first, last = vindu[0].year, vindu[1].year
    half = "andre" if vindu[0].month == 7 else "første"
    season = {"vaar": f"våren {first}", "hoest": f"høsten {first}", "halvaar": f"{half} halvår {first}"}
    return season.get(per, str(first) if first == last else f"{first}–{last}")


@given(HELE, REGLER, datoer(date(2018, 1, 1), date(2026, 1, 31)))
@eksempler(1000)
def test_every_whole_window_is_counted(register: Register, regel: dict[str, Any], dato: date) -> None:
    begins = register.foerste()
    start = date(begins.year, 1, 1)
    assert sagt(register, regel, dato) == set(naiv(register, regel, start, date.max, dato, hel_fra=begins))


@given(MED_HULL, REGLER, FERDIG)
@eksempler(700)
def test_what_could_not_be_read_is_not_judged_where_it_decides(
    register: Register, regel: dict[str, Any], dato: date
) -> None:
    begins = register.foerste()
    start = date(begins.year, 1, 1)
    assert sagt(register, regel, dato) == set(naiv(register, regel, start, date.max, dato, hel_fra=begins))


@given(HELE, REGLER, strekninger(DAG), st.booleans(), FERDIG)
@eksempler(500)
def test_only_whole_windows_on_record_are_counted(
    register: Register, regel: dict[str, Any], stretch: tuple[date, date], ends: bool, dato: date
) -> None:
    fra, til = stretch
    said = sagt(register, regel, dato, registrert_fra=fra, registrert_til=til if ends else None)
    assert said == set(naiv(register, regel, fra, til if ends else date.max, dato))


@given(HELE, REGLER, st.integers(1, 3), strekninger(DAG), FERDIG)
@eksempler(500)
def test_an_amended_mandate_judges_the_windows_on_its_own_side(
    register: Register, regel: dict[str, Any], stricter: int, stretch: tuple[date, date], dato: date
) -> None:
    fra, amended = stretch
    later = regel | {key: regel[key] + stricter for key in ("minst", "hoeyst") if key in regel}
    council = mappe(
        {"registrert_fra": FOERSTE, "regelverk": [{"id": "a", "fra": fra}, {"id": "b", "fra": amended}]},
        moeter=register.moeter,
        hendelser=register.hendelser,
    )
    rules = {"a": regelverk(regel | {"hva": register.hva}), "b": regelverk(later | {"hva": register.hva})}
    found = dom(council, rules, dato)

    last_of_old = (
        date.max if fra == amended else amended - EN_DAG
    )  # two from the same day: neither is the newer
    for id, rule, first, last in (("a", regel, fra, last_of_old), ("b", later, amended, date.max)):
        said = {f.emne for f in found.findings if f.kilde and f.kilde.regelverk == id}
        expected = {day for day, verdict in naiv(register, rule, first, last, dato) if verdict == "brutt"}
        names = {_navn(rule["per"], v): v[0] for v in vinduer(rule["per"], register)}
        assert {names[emne] for emne in said} == expected


RUNDER = st.lists(
    st.tuples(DAG, st.one_of(st.none(), DAG), st.one_of(st.none(), st.integers(0, 900))), max_size=5
)
PER_PERIODE = REGLER.map(lambda regel: regel | {"per": "funksjonsperiode"})


@given(HELE, RUNDER, PER_PERIODE, FERDIG)
@eksempler(500)
def test_a_period_of_the_council_runs_from_one_round_to_the_next(
    register: Register, rounds: list[tuple[date, date | None, int | None]], regel: dict[str, Any], dato: date
) -> None:
    for decided, start, days in rounds:
        runde = {"hva": "oppnevningsrunde", "dato": decided}
        runde |= {"fra": start} if start else {}
        register.hendelser.append(runde | ({"til": (start or decided) + timedelta(days)} if days else {}))

    assert sagt(register, regel, dato) == set(naiv(register, regel, BINDING, date.max, dato))


@given(HELE, RUNDER, PER_PERIODE, st.sampled_from(["dato", "fil"]))
@eksempler(100)
def test_without_every_round_no_period_is_known(
    register: Register, rounds: list[tuple[date, Any, Any]], regel: dict[str, Any], lacking: str
) -> None:
    known = [{"hva": "oppnevningsrunde", "dato": decided} for decided, _, _ in rounds]
    if lacking == "dato":
        register.hendelser += [*known, {"hva": "oppnevningsrunde", "dato": "ukjent"}]
    else:
        register.hendelser, register.feilet = [], ["hendelser.yaml"]

    found = doemt(register, regel, SISTE)

    assert found.findings == ()
    assert [u.emne for u in found.uvurdert] == ["funksjonsperiode"]


@given(HELE, REGLER, FERDIG)
@eksempler(300)
def test_too_few_is_true_the_day_after_the_window_and_too_many_from_the_one_too_many(
    register: Register, regel: dict[str, Any], dato: date
) -> None:
    named = {_navn(regel["per"], vindu): vindu for vindu in vinduer(regel["per"], register)}
    for f in doemt(register, regel, dato).findings:
        day = en_for_mye(named[f.emne], register, regel)
        assert f.since == (day or named[f.emne][1] + EN_DAG) <= dato


# A share of all there was

NAAR = st.sampled_from(["2022-05-01", "2022-05-02", "2021-05-01", "2022", "2022-03", "2021", "ukjent"])
ANDELER = st.builds(
    lambda word, share: {word: share},
    st.sampled_from(["minst", "mer_enn", "hoeyst"]),
    st.sampled_from(["1/2", "1/3", "2/3"]),
)


@given(
    st.lists(st.tuples(NAAR, st.sampled_from(["nav", "bruker", "ukjent"])), min_size=1, max_size=5), ANDELER
)
@eksempler(400)
def test_a_share_is_broken_where_it_is_in_every_world(
    events: list[tuple[str, str]], andel: dict[str, str]
) -> None:
    """The naive definition counts in every world there may be. Where nothing happened there is no share to break."""
    council = mappe(
        {
            "registrert_fra": date(2022, 1, 1),
            "registrert_til": date(2022, 12, 31),
            "regelverk": [{"id": "r", "fra": BINDING}],
        },
        hendelser=[{"hva": "evaluering", "dato": day, "ansvarlig": who} for day, who in events],
    )
    rule = {"regel": "hyppighet", "hva": "evaluering", "der": {"ansvarlig": "nav"}, "per": "kalenderaar"}

    found = dom(council, {"r": regelverk(rule | andel)}, date(2023, 6, 1))

    worlds = product(
        *(
            product(
                [True, False] if day == "ukjent" else [day.startswith("2022")],
                [True, False] if who == "ukjent" else [who == "nav"],
            )
            for day, who in events
        )
    )
    ((word, share),) = andel.items()
    kept = set()
    for world in worlds:
        there = [of_the_sort for inside, of_the_sort in world if inside]
        few, bound = sum(there), Fraction(share) * len(there)
        holds = {"minst": few >= bound, "mer_enn": few > bound, "hoeyst": few <= bound}[word]
        kept.add(not there or holds)
    said = "brutt" if found.findings else "uvisst" if found.uvurdert else "holdt"
    assert said == ("uvisst" if len(kept) > 1 else "holdt" if True in kept else "brutt")
