"""Terms: every day a person held the verv, gathered into periods, and the periods on end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.regler.dom import Dom
from brukerutvalg_cli.regler.verdier.tid import les_tid
from tilfeldige_registre import (
    EN_DAG,
    STI,
    dager,
    datoer,
    dom,
    eksempler,
    mappe,
    poster,
    regelverk,
    strekninger,
)

BINDING = date(2000, 1, 1)
FOERSTE, SISTE = date(2014, 1, 1), date(2025, 12, 31)
ETTER_ALT = date(2060, 1, 1)
MEDLEMMER = ("medlem", "leder", "nestleder")
Regel = dict[str, Any]
Innfoert = dict[str, Any]
Sagt = set[tuple[date, date | None]]


@dataclass
class Periode:
    """The first and last day (None: still held), the entry it came from, and whether it counts."""

    fra: date
    til: date | None
    innfoert: Innfoert
    teller: bool

    @property
    def besluttet(self) -> date:
        """The day that decides which mandate judges it: the election's, else the first."""
        elected: date = self.innfoert.get("besluttet", self.fra)
        return elected if self.fra == self.innfoert["fra"] else self.fra


def helt_antall_dager(fra: date, til: date) -> int:
    return (til - fra).days + 1


def teller(fra: date, held: int, start: date, last: date | None, regel: Regel) -> bool:
    """Whether so many days, counted from the first, make a period of the stretch from `start` to `last`."""
    kort = regel.get("kort_periode", "teller_over_halv")
    if kort == "teller" or last is None or held >= helt_antall_dager(start, last):
        return True
    if kort == "teller_ikke":
        return False
    # Half of two years is one, with or without a leap day.
    for months in range(2, 400, 2):
        if les_tid(f"{months} maaneder").siste_dag(start) == last:
            return fra + timedelta(days=held - 1) > les_tid(f"{months // 2} maaneder").siste_dag(fra)
    return held > helt_antall_dager(start, last) / 2


def siste_dag_i_hel(e: Innfoert, fra: date, regel: Regel) -> date | None:
    """The last day of a whole period from this day, by the rule that was in force when the term was decided."""
    if not regel.get("lengde") and "inntil" not in regel:
        return None
    decided = e.get("besluttet", fra) if fra == e["fra"] else fra
    for then, (first, last) in regel.get("andre", ()):
        if first <= decided <= last and (then.get("lengde") or "inntil" in then):
            regel = then
            break
    ends = [les_tid(regel["lengde"]).siste_dag(fra)] if regel.get("lengde") else []
    ends += [siste_dag_inntil(regel["inntil"], fra)] if "inntil" in regel else []
    return min(ends)


def i_runden(entries: list[Innfoert], start: date, following: date | None, regel: Regel) -> Iterator[Periode]:
    """The one period of a round, whatever entries it is made of."""
    inside = [
        e for e in entries if (not following or e["fra"] < following) and (not e["til"] or e["til"] >= start)
    ]
    if not inside:
        return
    fra = max(start, min(e["fra"] for e in inside))
    ends = [e["til"] for e in inside]
    last = following - EN_DAG if following else None
    still = following is None and None in ends
    til = None if still else min(max(e or ETTER_ALT for e in ends), last or ETTER_ALT)
    days: set[int] = set()
    for e in inside:
        days |= set(
            range(
                max(start, e["fra"]).toordinal(),
                min(e["til"] or ETTER_ALT, last or ETTER_ALT).toordinal() + 1,
            )
        )
    first = min(inside, key=lambda e: (max(start, e["fra"]), e["fra"], e["verv"] != "medlem"))
    last = last or siste_dag_i_hel(first, start, regel)
    yield Periode(fra, til, first, still or teller(fra, len(days), start, last, regel))


def uten_runder(entries: list[Innfoert], stop: date | None, regel: Regel) -> Iterator[Periode]:
    """Without rounds an entry is a period. Who leads while a member holds one, not two."""
    before = [e | {"til": min(e["til"] or ETTER_ALT, stop - EN_DAG) if stop else e["til"]} for e in entries]
    before = [e for e in before if not stop or e["fra"] < stop]
    members = [e for e in before if e["verv"] == "medlem"]
    before = [
        e
        for e in before
        if e["verv"] not in ("leder", "nestleder") or not any(overlapper(e, m) for m in members)
    ]
    for nr, e in enumerate(before):
        if any(rommer(other, e) and (not rommer(e, other) or i < nr) for i, other in enumerate(before)):
            continue  # entered twice
        last = siste_dag_i_hel(e, e["fra"], regel)
        held = e["til"] and helt_antall_dager(e["fra"], e["til"])
        counts = held is None or teller(e["fra"], held, e["fra"], last, regel)
        yield Periode(e["fra"], e["til"], e, counts)


def overlapper(one: Innfoert, other: Innfoert) -> bool:
    return bool(one["fra"] <= (other["til"] or date.max) and other["fra"] <= (one["til"] or date.max))


def rommer(one: Innfoert, other: Innfoert) -> bool:
    return bool(one["fra"] <= other["fra"] and (other["til"] or date.max) <= (one["til"] or date.max))


def perioder(entries: list[Innfoert], runder: list[date], regel: Regel) -> list[Periode]:
    entries = sorted(entries, key=lambda e: (e["fra"], e["verv"] != "medlem"))
    found = list(uten_runder(entries, runder[0] if runder else None, regel))
    for start, following in pairwise([*runder, None]):
        if start:
            found += i_runden(entries, start, following, regel)
    return found


def er_brutt_av(fravaer: date, tilbake: date, runder: list[date], regel: Regel) -> bool:
    """Whether an absence, from its first day to the day of return, makes a new start."""
    if regel.get("pause"):
        return les_tid(regel["pause"]).siste_dag(fravaer) < tilbake
    if any(fravaer <= start and following <= tilbake for start, following in pairwise(runder)):
        return True  # a whole round went by
    # Where no rounds are on record, only time can tell.
    one_term = les_tid(regel.get("lengde") or "12 maaneder")
    return one_term.siste_dag(fravaer) < min([tilbake, *runder])


def rekker(found: list[Periode], runder: list[date], regel: Regel) -> list[list[Periode]]:
    runs: list[list[Periode]] = []
    for periode in found:
        last = max((p.til or date.max for p in runs[-1]), default=None) if runs else None
        absent = last is not None and last < periode.fra - EN_DAG
        if last is None or (absent and er_brutt_av(last + EN_DAG, periode.fra, runder, regel)):
            runs.append([])
        runs[-1].append(periode)
    return runs


def naiv(entries: list[Innfoert], runder: list[date], regel: Regel, gjelder: tuple[date, date]) -> Sagt:
    """In each run, the first term begun while the rule was in force that is one too many, and since when."""
    said: Sagt = set()
    antall, enhet = regel["paa_rad"].split()
    for run in rekker(perioder(entries, runder, regel), runder, regel):
        for nr, p in enumerate(run):
            since = None if p.fra == p.innfoert["fra"] else p.fra
            if enhet.startswith("period"):
                too_much = p.teller and sum(before.teller for before in run[: nr + 1]) > int(antall)
            else:
                last = les_tid(regel["paa_rad"]).siste_dag(run[0].fra)
                too_much = p.til is None or p.til > last
                if p.til is None and p.fra <= last:
                    since = last + EN_DAG  # an open end goes too far only when the day has come
            if too_much and gjelder[0] <= p.besluttet <= gjelder[1]:
                said.add((p.fra, since))
                break
    return said


def naiv_lengde(entries: list[Innfoert], regel: Regel, gjelder: tuple[date, date]) -> Sagt:
    """Terms longer than the rule allows; an open end is so from the day after."""
    said: Sagt = set()
    for e in entries if regel.get("lengde") else ():
        last = les_tid(regel["lengde"]).siste_dag(e["fra"])
        decided: date = e.get("besluttet") or e["fra"]
        if gjelder[0] <= decided <= gjelder[1] and (not e["til"] or e["til"] > last):
            said.add((e["fra"], None if e["til"] else last + EN_DAG))
    return said


def utvalget(
    entries: list[Innfoert], runder: list[date], bindinger: dict[str, date], **utvalg: Any
) -> Utvalgsmappe:
    """A council with one person. A term with the day it was decided was filled by election, in a case of its own."""
    written: list[dict[str, Any]] = []
    moeter: dict[date, dict[str, Any]] = {}
    for nr, e in enumerate(entries, 1):
        term = {key: value for key, value in e.items() if key != "besluttet"}
        if "besluttet" in e:
            term["valgt_i"] = f"{nr}/22"
            valg = {"verv": e["verv"], "valgt": ["kari"], "fra": e["fra"], "til": e["til"]}
            sak = {"nr": f"{nr}/22", "tittel": "Valg", "type": "valg", "valg": [valg]}
            moeter.setdefault(e["besluttet"], {"saker": []})["saker"].append(sak)
        written.append(term)
    return mappe(
        {"regelverk": [{"id": id, "fra": fra} for id, fra in bindinger.items()]} | utvalg,
        medlemmer={"kari": {"oppnevninger": written}},
        moeter=moeter,
        hendelser=hendelser(runder),
    )


def sagt(found: Dom, *, paa_rad: bool, regelverk: str = "r") -> Sagt:
    """What the program says of terms on end, or of one term: the term's first day, and when it became true."""
    assert found.uvurdert == ()
    return {
        (date.fromisoformat(f.emne.split()[-1]), f.since)
        for f in found.findings
        if ("på rad" in f.emne) == paa_rad and f.kilde and f.kilde.regelverk == regelverk
    }


def vervet(lines: list[tuple[str, int, int, int]], years: int) -> list[Innfoert]:
    """Terms one after another: so many days after the one before (or into it), and so much longer than its years."""
    found = []
    day = FOERSTE
    for verv, gap, length, more in lines:
        fra = day + timedelta(days=gap)
        til = les_tid(f"{length or years} aar").siste_dag(fra) + timedelta(days=more)
        found.append({"verv": verv, "fra": fra, "til": max(til, fra)})
        day = max(til, fra) + EN_DAG
    return found


AVSTAND = st.sampled_from([0, 0, 0, 0, 1, 31, 180, 364, 365, 366, 730, 731, 800, -1, -30, -400])
MER = st.sampled_from([0, 0, 0, 0, 0, 1, -1, -31, -182, -183, -184, -365, -366, -367, -700, 400])
VERV = st.sampled_from(["medlem"] * 5 + ["leder", "nestleder", "vara"])
TIDER = st.one_of(st.none(), st.none(), st.sampled_from(["1 aar", "2 aar", "18 maaneder"]))


def terminer(verv: st.SearchStrategy[str] = VERV) -> st.SearchStrategy[list[Innfoert]]:
    line = st.tuples(verv, AVSTAND, st.integers(0, 2), MER)
    return st.builds(vervet, st.lists(line, max_size=6), st.sampled_from([1, 2]))


AAPNE = st.builds(
    lambda entries, nr: [e | ({"til": None} if i == nr else {}) for i, e in enumerate(entries)],
    terminer(),
    st.integers(0, 6),
)
RUNDER: st.SearchStrategy[list[date]] = st.one_of(
    st.just([]),
    st.builds(
        lambda first, years, n: [date(first + years * i, 1, 1) for i in range(n)],
        st.integers(2012, 2018), st.integers(1, 2), st.integers(1, 7),
    ),
    st.lists(datoer(FOERSTE, SISTE), max_size=5).map(sorted),
)  # fmt: skip
REGLER = poster(
    {
        "lengde": TIDER,
        "paa_rad": st.sampled_from(["1 periode", "2 perioder", "2 perioder", "3 perioder", "3 aar", "4 aar"]),
        "pause": st.one_of(st.none(), st.none(), st.sampled_from(["1 maaned", "6 maaneder", "2 aar"])),
        "kort_periode": st.sampled_from(["teller", "teller_ikke", "teller_over_halv", "teller_over_halv"]),
    }
).map(lambda given: {"regel": "funksjonstid"} | given)


def hendelser(runder: list[date]) -> list[dict[str, Any]]:
    return [{"hva": "oppnevningsrunde", "dato": start - timedelta(days=40), "fra": start} for start in runder]


ALLTID = (BINDING, date.max)
MED_INNTIL = st.builds(
    lambda rule, inntil: rule | ({"inntil": inntil} if inntil else {}),
    REGLER,
    st.sampled_from([None, "31. desember", "30. juni"]),
)

# Until a day, as long as something on record, and from a day of the year

DAGER_I_AARET = ["31. desember", "1. januar", "30. juni", "1. juli", "28. februar", "29. februar", "1. mars"]
MAANEDENE = ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august"]
MAANEDENE += ["september", "oktober", "november", "desember"]


def er_dagen(skrevet: str, dag: date) -> bool:
    """Whether this is the day of the year that is written; 29 February is the last of its month in every year."""
    number, month = skrevet.split(". ")
    if skrevet == "29. februar":
        return dag.month == 2 and (dag + EN_DAG).month == 3
    return (dag.day, MAANEDENE[dag.month - 1]) == (int(number), month)


def siste_dag_inntil(inntil: str, fra: date) -> date:
    """The first such day on or after the first day of the term, found by walking; or the day that is stated."""
    if inntil[:4].isdigit():
        return date.fromisoformat(inntil)
    while not er_dagen(inntil, fra):
        fra += EN_DAG
    return fra


def for_lange(entries: list[Innfoert], siste: Callable[[date], date | None]) -> Sagt:
    """Terms that go beyond their last day; None is no last day."""
    said: Sagt = set()
    for e in entries:
        last = siste(e["fra"])
        if last and (not e["til"] or e["til"] > last):
            said.add((e["fra"], None if e["til"] else last + EN_DAG))
    return said


INNTIL = st.one_of(st.sampled_from(DAGER_I_AARET), datoer(FOERSTE, SISTE).map(str))


@given(st.one_of(terminer(), AAPNE), INNTIL, TIDER)
@eksempler(600)
def test_a_term_ends_at_the_latest_on_a_day(entries: list[Innfoert], inntil: str, lengde: str | None) -> None:
    council = utvalget(entries, [], {"r": BINDING})
    rule = {"regel": "funksjonstid", "hvem": {"verv": "medlem"}, "inntil": inntil, "lengde": lengde}

    found = dom(council, {"r": regelverk(rule)}, ETTER_ALT)

    def last(fra: date) -> date:
        ends = [siste_dag_inntil(inntil, fra)]
        return min([*ends, les_tid(lengde).siste_dag(fra)] if lengde else ends)

    members = [e for e in entries if e["verv"] == "medlem"]
    assert sagt(found, paa_rad=False) == for_lange(members, last)


PERIODER = st.lists(
    strekninger(datoer(FOERSTE, SISTE), st.one_of(st.none(), datoer(FOERSTE, SISTE))), max_size=4
)


@given(st.one_of(terminer(), AAPNE), PERIODER, st.sampled_from(["valgperiode", "prosjekt"]), st.booleans())
@eksempler(600)
def test_a_term_lasts_no_longer_than_the_stretch_on_record_that_covers_its_first_day(
    entries: list[Innfoert], stretches: list[tuple[date, date | None]], hva: str, one_more: bool
) -> None:
    events = [{"hva": hva, "dato": "ukjent", "fra": fra, "til": til} for fra, til in stretches]
    events += [{"hva": hva, "dato": "ukjent"}] if one_more else []  # and nobody knows when
    council = utvalget(entries, [], {"r": BINDING})
    council = replace(council, hendelser=mappe(hendelser=events).hendelser)
    rule = {"regel": "funksjonstid", "hvem": {"verv": "medlem"}, "lengde": hva}

    found = dom(council, {"r": regelverk(rule)}, ETTER_ALT)

    def covering(fra: date) -> list[date]:
        return [til or date.max for start, til in stretches if start <= fra <= (til or date.max)]

    def last(fra: date) -> date | None:
        ends = covering(fra)
        return max(ends) if ends and max(ends) < date.max else None

    members = [e for e in entries if e["verv"] == "medlem"]
    too_long = for_lange(members, last)
    unsure = {e["fra"] for e in members if not covering(e["fra"])}
    if one_more:
        unsure |= {fra for fra, _ in too_long}
        too_long = set()
    assert {date.fromisoformat(u.emne.split()[-1]) for u in found.uvurdert} == unsure
    assert sagt(found._replace(uvurdert=()), paa_rad=False) == too_long


@given(st.lists(terminer(), min_size=1, max_size=3), st.sampled_from(DAGER_I_AARET))
@eksempler(600)
def test_terms_begin_on_a_day_of_the_year_or_take_over_the_rest(
    people: list[list[Innfoert]], starter: str
) -> None:
    council = mappe(
        {"regelverk": [{"id": "r", "fra": BINDING}]},
        medlemmer={f"person-{nr}": {"oppnevninger": entries} for nr, entries in enumerate(people)},
    )
    rule = {"regel": "funksjonstid", "hvem": {"verv": "medlem"}, "starter": starter}

    found = dom(council, {"r": regelverk(rule)}, ETTER_ALT)

    terms = [
        (nr, i, e["fra"], e["til"])
        for nr, entries in enumerate(people)
        for i, e in enumerate(entries)
        if e["verv"] == "medlem"
    ]

    def takes_over(fra: date, til: date, other_fra: date, other_til: date) -> bool:
        since = list(dager(other_til + EN_DAG, fra))
        vacated = other_til < fra and not any(er_dagen(starter, day) for day in since)
        return vacated or (other_til == til and other_fra < fra and er_dagen(starter, other_fra))

    wrong = {
        (f"person-{nr}", fra)
        for nr, i, fra, til in terms
        if not er_dagen(starter, fra)
        and not any(takes_over(fra, til, *other[2:]) for other in terms if other[:2] != (nr, i))
    }
    assert found.uvurdert == ()
    assert {(f.emne.split()[0], date.fromisoformat(f.emne.split()[-2])) for f in found.findings} == wrong


@given(st.one_of(terminer(), AAPNE), RUNDER, MED_INNTIL)
@eksempler(1200)
def test_terms_on_end_as_a_member(entries: list[Innfoert], runder: list[date], regel: Regel) -> None:
    council = utvalget(entries, runder, {"r": BINDING})

    found = dom(council, {"r": regelverk(regel | {"hvem": {"verv": "medlem"}})}, ETTER_ALT)

    # A leader's and a deputy leader's terms are terms as a member; a deputy member's are not.
    as_member = [e for e in entries if e["verv"] in MEDLEMMER]
    assert sagt(found, paa_rad=True) == naiv(as_member, sorted(set(runder)), regel, ALLTID)
    if "inntil" not in regel:
        members = [e for e in entries if e["verv"] == "medlem"]
        assert sagt(found, paa_rad=False) == naiv_lengde(members, regel, ALLTID)


@given(
    terminer(st.sampled_from(["leder", "leder", "medlem", "vara"])),
    RUNDER,
    REGLER,
    st.sampled_from(["leder", "vara"]),
)
@eksempler(400)
def test_terms_on_end_in_another_verv(
    entries: list[Innfoert], runder: list[date], regel: Regel, verv: str
) -> None:
    council = utvalget(entries, runder, {"r": BINDING})

    found = dom(council, {"r": regelverk(regel | {"hvem": {"verv": verv}})}, ETTER_ALT)

    in_it = [e for e in entries if e["verv"] == verv]
    # The rounds appoint members and their deputies. A leader is elected, whenever that may be.
    rounds = [] if verv == "leder" else sorted(set(runder))
    assert sagt(found, paa_rad=True) == naiv(in_it, rounds, regel, ALLTID)
    assert sagt(found, paa_rad=False) == naiv_lengde(in_it, regel, ALLTID)


@given(
    terminer(),
    RUNDER,
    REGLER,
    REGLER,
    st.sampled_from(["medlem", "leder"]),
    datoer(FOERSTE, SISTE),
    st.integers(0, 400),
)
@eksempler(600)
def test_a_term_is_judged_by_the_mandate_of_the_day_it_was_decided(
    entries: list[Innfoert], runder: list[date], old: Regel, new: Regel, verv: str, amended: date, ahead: int
) -> None:
    for e in entries:
        if e["verv"] in ("leder", "nestleder"):
            e["besluttet"] = e["fra"] - timedelta(days=ahead)
    council = utvalget(entries, runder, {"old": BINDING, "new": amended})

    rules = {name: regelverk(rule | {"hvem": {"verv": verv}}) for name, rule in (("old", old), ("new", new))}
    found = dom(council, rules, ETTER_ALT)

    held = [e for e in entries if e["verv"] in (MEDLEMMER if verv == "medlem" else (verv,))]
    rounds = sorted(set(runder)) if verv == "medlem" else []
    before, after = (BINDING, amended - EN_DAG), (amended, date.max)
    for name, rule, other, in_force, elsewhen in (
        ("old", old, new, before, after),
        ("new", new, old, after, before),
    ):
        said, of_one = sagt(found, paa_rad=True, regelverk=name), sagt(found, paa_rad=False, regelverk=name)
        # Each term is as long as the mandate it was begun under had it.
        assert said == naiv(held, rounds, rule | {"andre": [(other, elsewhen)]}, in_force)
        assert of_one == naiv_lengde([e for e in held if e["verv"] == verv], rule, in_force)


@given(terminer(), RUNDER, REGLER, strekninger(datoer(FOERSTE, SISTE)))
@eksempler(300)
def test_only_terms_begun_while_the_register_is_complete_are_judged(
    entries: list[Innfoert], runder: list[date], regel: Regel, stretch: tuple[date, date]
) -> None:
    fra, til = stretch
    council = utvalget(entries, runder, {"r": BINDING}, registrert_fra=fra, registrert_til=til)

    found = dom(council, {"r": regelverk(regel | {"hvem": {"verv": "medlem"}})}, ETTER_ALT)

    # Earlier terms still count in a run, and what only time would show after the last day is not known.
    as_member = [e for e in entries if e["verv"] in MEDLEMMER]
    expected = naiv(as_member, sorted(set(runder)), regel, (fra, til))
    assert sagt(found, paa_rad=True) == {v for v in expected if not v[1] or v[1] <= til + EN_DAG}


@given(terminer(), RUNDER, REGLER, st.sampled_from(["fra", "til", "runde", "hendelser"]), st.integers(0, 5))
@eksempler(300)
def test_unknown_days_are_not_judged(
    entries: list[Innfoert], runder: list[date], regel: Regel, lacking: str, which: int
) -> None:
    as_member = [e for e in entries if e["verv"] in MEDLEMMER]
    if lacking in ("fra", "til") and as_member:
        as_member[which % len(as_member)][lacking] = "ukjent"
    council = utvalget(entries, runder, {"r": BINDING})
    if lacking == "runde":
        council = replace(
            council, hendelser=(*council.hendelser, Hendelse(hva="oppnevningsrunde", dato="ukjent"))
        )
    elif lacking == "hendelser":
        council = replace(council, hendelser=(), feilet=frozenset([f"{STI}/hendelser.yaml"]))

    found = dom(council, {"r": regelverk(regel | {"hvem": {"verv": "medlem"}})}, ETTER_ALT)

    assert not [f for f in found.findings if "på rad" in f.emne]
    if as_member:
        assert [u.emne for u in found.uvurdert if "på rad" in u.emne]


@given(RUNDER, st.one_of(st.none(), st.integers(0, 1500)), st.sampled_from(["1 aar", "2 aar", "30 maaneder"]))
@eksempler(300)
def test_the_councils_own_period_ends_with_the_next_round(
    runder: list[date], days: int | None, lengde: str
) -> None:
    runder = sorted(set(runder))
    rounds = hendelser(runder)
    if rounds and days:
        rounds[-1]["til"] = runder[-1] + timedelta(days=days)
    council = mappe({"regelverk": [{"id": "r", "fra": BINDING}]}, hendelser=rounds)

    found = dom(
        council, {"r": regelverk({"regel": "funksjonstid", "gjelder": "utvalg", "lengde": lengde})}, ETTER_ALT
    )

    expected = set()
    mended = set()
    for start, following in pairwise([*runder, None]):
        if start:
            end = following - EN_DAG if following else rounds[-1].get("til", date.max)
            last = les_tid(lengde).siste_dag(start)
            written = end == rounds[-1].get("til") and not following
            if end > last and following:  # the round that came late put an end to it
                mended.add((start, last + EN_DAG, following))
            elif end > last:
                expected.add((start, None if written else last + EN_DAG))
    assert sagt(found, paa_rad=False) == expected
    assert {(date.fromisoformat(r.emne.split()[-1]), r.fra, r.dag) for r in found.rettet} == mended
