"""Terms: every day a person held the verv, gathered into periods, and the periods on end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise, zip_longest
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from brukerutvalg_cli.dommer.dom import Dom
from brukerutvalg_cli.mandat.verdier.tid import les_tid
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.mappe import Utvalgsmappe
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
Runde = tuple[date, date | None]
EVIG = date(2040, 1, 1)
"""Beyond every term and round: an open end is one that goes on to here."""


@dataclass
class Periode:
    """The first and last day (None: still held), the entry it came from, the days served, and whether it counts."""

    fra: date
    til: date | None
    innfoert: Innfoert
    dager: set[date]
    teller: bool

    @property
    def besluttet(self) -> date:
        """The day that decides which mandate judges it: the election's, else the first."""
        elected: date = self.innfoert.get("besluttet", self.fra)
        return elected if self.fra == self.innfoert["fra"] else self.fra


@dataclass
class Del:
    """The days of an entry that lie in one round, or in none."""

    runde: Runde | None
    fra: date
    til: date
    av: Innfoert


def helt_antall_dager(fra: date, til: date) -> int:
    return (til - fra).days + 1


def er_lang(fra: date, held: int, start: date, last: date | None, regel: Regel) -> bool:
    """Whether so many days, counted from the first, are enough of the stretch from `start` to `last`."""
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


def har_maal(regel: Regel) -> bool:
    return bool(regel.get("lengde") or "inntil" in regel)


def siste_dag_i_hel(besluttet: date, fra: date, regel: Regel) -> date | None:
    """The last day of a whole period from this day, by the rule that was in force when it was decided."""
    for then, (first, last) in regel.get("andre", ()):
        if first <= besluttet <= last and har_maal(then):
            regel = then
            break
    ends = [les_tid(regel["lengde"]).siste_dag(fra)] if regel.get("lengde") else []
    ends += [siste_dag_inntil(regel["inntil"], fra)] if "inntil" in regel else []
    return min(ends, default=None)


def i_hel(e: Innfoert, fra: date, regel: Regel) -> date | None:
    return siste_dag_i_hel(e.get("besluttet", fra) if fra == e["fra"] else fra, fra, regel)


def rundene(runder: list[Runde], regel: Regel) -> list[Runde]:
    """Each round with its last day: its own, else by its length, else the day before the next."""
    found = []
    for (fra, til), following in zip_longest(runder, runder[1:]):
        stated = til or siste_dag_i_hel(fra, fra, regel)
        found.append((fra, stated or (following[0] - EN_DAG if following else None)))
    return found


def gaar(runde: Runde, dag: date) -> bool:
    return runde[0] <= dag and (runde[1] is None or dag <= runde[1])


def like_lang_fra(dag: date, runde: Runde) -> date:
    """The last day of a round from this day that is as long as another: in months where that one is whole months."""
    start, last = runde
    assert last
    for months in range(1, 400):
        if les_tid(f"{months} maaneder").siste_dag(start) == last:
            return les_tid(f"{months} maaneder").siste_dag(dag)
    return dag + (last - start)


def runden(
    fra: date, til: date | None, runder: list[Runde], vaert_i: set[Runde], ender: list[date]
) -> Runde | None:
    """The round that an entry from this day to that is in on its first day."""
    running = [r for r in runder if gaar(r, fra)]
    earlier = [r for r in runder if r[0] <= fra]
    if not running:  # sits on until the next begins; if it is a whole round away, one is not on record
        later = [start for start, _ in runder if start > fra]
        if not earlier or not later:
            return None
        over = max(last for _, last in earlier if last)
        return earlier[-1] if min(later) <= like_lang_fra(over + EN_DAG, earlier[-1]) else None
    # The one it ends with, or begins with, or that the person is in; that the next entry on end ends with; the newest.
    on_end = [end for end in ender if end in {last for _, last in running}][:1]
    return max(running, key=lambda r: (r[1] == til, r[0] == fra, r in vaert_i, r[1] in on_end, r[0]))


def ender(e: Innfoert, after: list[Innfoert]) -> list[date]:
    """The last days of the entries that follow, one right after the other."""
    found: list[date] = []
    day = e["til"]
    for other in after:
        if day and other["fra"] == day + EN_DAG:
            day = other["til"]
            found += [day] if day else []
    return found


def deler(
    e: Innfoert, runder: list[Runde], regel: Regel, vaert_i: set[Runde], ender: list[date]
) -> list[Del]:
    """Day by day, which round the person sits in by this entry: each stretch in one of them, or in none."""
    til = e["til"] or EVIG
    parts: list[Del] = []
    start = e["fra"]
    now = runden(start, e["til"], runder, vaert_i, ender)
    for day in dager(e["fra"] + EN_DAG, til) if runder else ():
        last = now[1] if now else i_hel(e, start, regel)
        if (now and last is None) or (last and day <= last):
            continue
        if any(r != now and gaar(r, day) for r in runder):
            parts.append(Del(now, start, day - EN_DAG, e))
            start, now = day, runden(day, e["til"], runder, vaert_i, ender)
    return [*parts, Del(now, start, til, e)]


@dataclass
class Folk:
    """The entries of the one who is judged and of the others, the rounds, and the day from which all are known."""

    egne: list[Innfoert]
    andre: list[list[Innfoert]]
    runder: list[Runde]
    registrert_fra: date | None = None

    def satt(self, dag: date) -> bool:
        return any(e["fra"] <= dag <= (e["til"] or EVIG) for e in self.egne)

    def tok_over_i(self, runde: Runde, fra: date, regel: Regel) -> bool:
        """Whether another left within the round, before it was over, and the person came after that."""
        if fra <= runde[0] or self.satt(fra - EN_DAG):
            return False
        ordinary = {last for _, last in rundene(self.runder, regel)}
        left = [e["til"] for other in self.andre for e in other]
        known = any(t and runde[0] <= t < fra and t not in ordinary for t in left)
        return known or self.uvisst(fra)

    def uvisst(self, fra: date) -> bool:
        return self.registrert_fra is not None and fra < self.registrert_fra

    def rest_av(self, e: Innfoert, regel: Regel) -> tuple[date, date] | None:
        """The term that this entry is what was left of, if it is. All that everybody has is gone through in order."""
        whole: list[tuple[int, Innfoert, tuple[date, date] | None]] = []
        people = [self.egne, *self.andre]
        for nr, own in sorted(
            ((nr, own) for nr, entries in enumerate(people) for own in entries),
            key=lambda pair: pair[1]["fra"],
        ):
            last = own["til"] if "besluttet" in own else i_hel(own, own["fra"], regel)
            mine = (own["fra"], last) if last else None
            for who, other, term in whole:
                if who == nr or not term or not other["til"] or not (other["til"] < own["fra"] <= term[1]):
                    continue
                if other["til"] >= term[1] or not own["til"] or own["til"] > term[1]:
                    continue
                if any(x["fra"] <= own["fra"] - EN_DAG <= (x["til"] or EVIG) for x in people[nr]):
                    continue  # she sat already
                beside = [
                    x["til"] or EVIG
                    for p, entries in enumerate(people)
                    for x in entries
                    if p not in (nr, who) and x["fra"] <= other["til"] <= (x["til"] or EVIG)
                ]
                if beside and max(beside) == other["til"]:
                    continue  # they were all done that day
                mine = term
                if own is e:
                    return term
                break
            whole.append((nr, own, mine))
        return None


def i_en_runde(folk: Folk, runde: Runde, held: list[Del], regel: Regel) -> Periode:
    """All that was held in one round; of what ran on from the one before, what is long enough counts."""
    held.sort(key=lambda d: (d.fra, d.fra != d.av["fra"], d.av["fra"], d.av["verv"] != "medlem"))
    first = held[0]
    days = {day for d in held for day in dager(d.fra, d.til)}
    still = any(d.til == EVIG for d in held)
    for_this = any(d.fra == d.av["fra"] for d in held)
    given = for_this and (first.fra != first.av["fra"] or not folk.tok_over_i(runde, first.fra, regel))
    counts = still or given or er_lang(first.fra, len(days), *runde, regel)
    return Periode(first.fra, None if still else max(days), first.av, days, counts)


def uten_runde(folk: Folk, parts: list[Del], regel: Regel) -> Iterator[Periode]:
    """In no round an entry is a period, with what follows it within one length and is not the same over again."""
    members = [d for d in parts if d.av["verv"] == "medlem"]
    parts = [
        d
        for d in parts
        if d.av["verv"] not in ("leder", "nestleder") or not any(overlapper(d, m) for m in members)
    ]
    groups: list[list[Del]] = []
    for nr, d in enumerate(parts):
        if any(rommer(other, d) and (not rommer(d, other) or i < nr) for i, other in enumerate(parts)):
            continue  # entered twice
        if groups and hoerer_til(groups[-1], d, regel):
            groups[-1].append(d)
        else:
            groups.append([d])
    for group in groups:
        first, days = group[0], {day for d in group for day in dager(d.fra, d.til)}
        still = group[-1].til == EVIG
        rest = folk.rest_av(first.av, regel)
        start, last = rest or (first.fra, i_hel(first.av, first.fra, regel))
        taken = rest is not None or (folk.uvisst(first.fra) and not folk.satt(first.fra - EN_DAG))
        counts = still or not taken or er_lang(first.fra, len(days), start, last, regel)
        yield Periode(first.fra, None if still else max(days), first.av, days, counts)


def hoerer_til(group: list[Del], d: Del, regel: Regel) -> bool:
    first, before = group[0], group[-1]
    if "besluttet" in before.av and "besluttet" in d.av:
        return False  # elected anew
    last = i_hel(first.av, first.fra, regel)
    again = d.fra <= before.til + EN_DAG and before.av["verv"] == d.av["verv"]
    return last is not None and d.fra <= last and (d.til == EVIG or d.til <= last) and not again


def overlapper(one: Del, other: Del) -> bool:
    return one.fra <= other.til and other.fra <= one.til


def rommer(one: Del, other: Del) -> bool:
    return one.fra <= other.fra and other.til <= one.til


def perioder(folk: Folk, regel: Regel) -> list[Periode]:
    runder = rundene(folk.runder, regel)
    of_round: dict[Runde, list[Del]] = {}
    beside: list[Del] = []
    egne = sorted(folk.egne, key=lambda e: e["fra"])
    for nr, e in enumerate(egne, 1):
        for part in deler(e, runder, regel, set(of_round), ender(e, egne[nr:])):
            (of_round.setdefault(part.runde, []) if part.runde else beside).append(part)
    found = [i_en_runde(folk, runde, held, regel) for runde, held in of_round.items()]
    beside.sort(key=lambda d: (d.fra, -d.til.toordinal(), d.av["verv"] != "medlem"))
    return sorted([*found, *uten_runde(folk, beside, regel)], key=lambda p: p.fra)


def som(
    vervene: Sequence[str], egne: list[Innfoert], andre: list[list[Innfoert]], runder: list[Runde]
) -> Folk:
    """The entries in some verv, which are counted together."""
    own, *others = ([e for e in entries if e["verv"] in vervene] for entries in (egne, *andre))
    return Folk(own, others, runder)


def er_brutt_av(fravaer: date, tilbake: date, folk: Folk, regel: Regel, lengde: str | None) -> bool:
    """Whether an absence, from its first day to the day of return, makes a new start."""
    if regel.get("pause"):
        return les_tid(regel["pause"]).siste_dag(fravaer) < tilbake
    runder = rundene(folk.runder, regel)
    if any(fravaer <= first and last and last < tilbake for first, last in runder):
        return True  # a whole round went by
    # Where no rounds are on record, only time can tell: before the first, and after the newest is over.
    one_term = les_tid(lengde or "12 maaneder")
    if one_term.siste_dag(fravaer) < min([tilbake, *(first for first, _ in runder)]):
        return True
    ends = [last or EVIG for _, last in runder]
    return bool(ends) and max(ends) < EVIG and one_term.siste_dag(max(fravaer, max(ends) + EN_DAG)) < tilbake


def lengden(found: list[Periode], regel: Regel) -> str | None:
    """The length of such a period, by the rule itself or another that was in force for the newest."""
    stated: str | None = regel.get("lengde")
    if stated or not found:
        return stated
    e = max((p for p in found), key=lambda p: p.fra).innfoert
    decided = e.get("besluttet", e["fra"])
    others = (
        then.get("lengde") for then, (first, last) in regel.get("andre", ()) if first <= decided <= last
    )
    return next((each for each in others if each), None)


def rekker(found: list[Periode], folk: Folk, regel: Regel) -> list[list[Periode]]:
    runs: list[list[Periode]] = []
    for periode in found:
        last = max((p.til or EVIG for p in runs[-1]), default=None) if runs else None
        absent = last is not None and last < periode.fra - EN_DAG
        length = lengden(found, regel)
        if last is None or (absent and er_brutt_av(last + EN_DAG, periode.fra, folk, regel, length)):
            runs.append([])
        runs[-1].append(periode)
    return runs


def siste_lovlige(run: list[Periode], paa_rad: str) -> date:
    """The last day years on end may go to: what was served before, in months and days, is taken off."""
    days = sorted({day for p in run for day in (p.dager if p.til else {*p.dager, EVIG})})
    stretches: list[list[date]] = []
    for day in days:
        if not stretches or (day - EN_DAG != stretches[-1][-1] and day != EVIG):
            stretches.append([])
        stretches[-1].append(day)
    left, over = les_tid(paa_rad).antall * 12, 0
    for stretch in stretches[:-1]:
        day, last = stretch[0], stretch[-1]
        whole = 0
        while les_tid(f"{whole + 1} maaneder").siste_dag(day) <= last:
            whole += 1
        ended = les_tid(f"{whole} maaneder").siste_dag(day) if whole else day - EN_DAG
        left, over = left - whole, over + (last - ended).days
    start = stretches[-1][0]
    end = les_tid(f"{left} maaneder").siste_dag(start) if left > 0 else start - EN_DAG
    return end - timedelta(days=over)


def naiv(folk: Folk, regel: Regel, gjelder: tuple[date, date]) -> Sagt:
    """In each run, the first term begun while the rule was in force that is one too many, and since when."""
    said: Sagt = set()
    antall, enhet = regel["paa_rad"].split()
    for run in rekker(perioder(folk, regel), folk, regel):
        for nr, p in enumerate(run):
            # What has an end that is written down, is written whatever rounds begin meanwhile.
            since = None if p.fra == p.innfoert["fra"] or p.innfoert["til"] else p.fra
            if enhet.startswith("period"):
                too_much = p.teller and sum(before.teller for before in run[: nr + 1]) > int(antall)
            else:
                last = siste_lovlige(run[: nr + 1], regel["paa_rad"])
                too_much = p.til is None or p.til > last
                if not p.innfoert["til"] and p.fra <= last:
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
    entries: list[Innfoert],
    runder: list[Runde],
    bindinger: dict[str, date],
    andre: Sequence[list[Innfoert]] = (),
    **utvalg: Any,
) -> Utvalgsmappe:
    """A council with one person, and some others.

    A term with the day it was decided was filled by election, in a case of its own.
    """
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
        medlemmer={"kari": {"oppnevninger": written}}
        | {f"person-{nr}": {"oppnevninger": other} for nr, other in enumerate(andre)},
        moeter=moeter,
        hendelser=hendelser(runder),
    )


def sagt(found: Dom, *, paa_rad: bool, regelverk: str = "r") -> Sagt:
    """What the program says of her terms on end, or of one term: the term's first day, and when it became true."""
    assert found.uvurdert == ()
    return {
        (date.fromisoformat(f.emne.split()[-1]), f.since)
        for f in found.findings
        if ("på rad" in f.emne) == paa_rad and f.kilde and f.kilde.regelverk == regelverk
        if not f.emne.startswith("person-")
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


def hendelser(runder: Iterable[Runde]) -> list[dict[str, Any]]:
    return [
        {"hva": "oppnevningsrunde", "dato": fra - timedelta(days=40), "fra": fra, "til": til}
        for fra, til in runder
    ]


def med_slutt(starts: list[date], years: list[int | None]) -> list[Runde]:
    """Rounds that begin on these days, each for so many years, or for nobody says how long."""
    lengths = dict(zip(sorted(set(starts)), years, strict=False))
    return [(start, les_tid(f"{n} aar").siste_dag(start) if n else None) for start, n in lengths.items()]


RUNDENE = st.builds(
    med_slutt,
    RUNDER,
    st.one_of(
        st.just([None] * 9),
        st.sampled_from([1, 2, 3]).map(lambda n: [n] * 9),  # half of them elected each year
        st.lists(st.sampled_from([None, 1, 2, 4]), min_size=9, max_size=9),
    ),
)
ANDRE = st.lists(terminer(), max_size=2)


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


@cache
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


@given(st.one_of(terminer(), AAPNE), ANDRE, RUNDENE, MED_INNTIL)
@eksempler(1200)
def test_terms_on_end_as_a_member(
    entries: list[Innfoert], andre: list[list[Innfoert]], runder: list[Runde], regel: Regel
) -> None:
    council = utvalget(entries, runder, {"r": BINDING}, andre)

    found = dom(council, {"r": regelverk(regel | {"hvem": {"verv": "medlem"}})}, ETTER_ALT)

    # A leader's and a deputy leader's terms are terms as a member; a deputy member's are not.
    folk = som(MEDLEMMER, entries, andre, runder)
    assert sagt(found, paa_rad=True) == naiv(folk, regel, ALLTID)
    if "inntil" not in regel:
        members = [e for e in entries if e["verv"] == "medlem"]
        assert sagt(found, paa_rad=False) == naiv_lengde(members, regel, ALLTID)


@given(
    terminer(st.sampled_from(["leder", "leder", "medlem", "vara"])),
    st.lists(terminer(st.sampled_from(["leder", "vara"])), max_size=2),
    RUNDENE,
    REGLER,
    st.sampled_from(["leder", "vara"]),
)
@eksempler(400)
def test_terms_on_end_in_another_verv(
    entries: list[Innfoert], andre: list[list[Innfoert]], runder: list[Runde], regel: Regel, verv: str
) -> None:
    council = utvalget(entries, runder, {"r": BINDING}, andre)

    found = dom(council, {"r": regelverk(regel | {"hvem": {"verv": verv}})}, ETTER_ALT)

    in_it = [e for e in entries if e["verv"] == verv]
    # The rounds appoint members and their deputies. A leader is elected, whenever that may be.
    rounds = [] if verv == "leder" else runder
    assert sagt(found, paa_rad=True) == naiv(som((verv,), entries, andre, rounds), regel, ALLTID)
    assert sagt(found, paa_rad=False) == naiv_lengde(in_it, regel, ALLTID)


@given(
    terminer(),
    RUNDENE,
    REGLER,
    REGLER,
    st.sampled_from(["medlem", "leder"]),
    datoer(FOERSTE, SISTE),
    st.integers(0, 400),
)
@eksempler(600)
def test_a_term_is_judged_by_the_mandate_of_the_day_it_was_decided(
    entries: list[Innfoert], runder: list[Runde], old: Regel, new: Regel, verv: str, amended: date, ahead: int
) -> None:
    assume(old != new)  # the same provision in both is one, and is told of the mandate it was broken under
    for e in entries:
        if e["verv"] in ("leder", "nestleder"):
            e["besluttet"] = e["fra"] - timedelta(days=ahead)
    council = utvalget(entries, runder, {"old": BINDING, "new": amended})

    rules = {name: regelverk(rule | {"hvem": {"verv": verv}}) for name, rule in (("old", old), ("new", new))}
    found = dom(council, rules, ETTER_ALT)

    held = [e for e in entries if e["verv"] in (MEDLEMMER if verv == "medlem" else (verv,))]
    folk = Folk(held, [], runder if verv == "medlem" else [])
    before, after = (BINDING, amended - EN_DAG), (amended, date.max)
    for name, rule, other, in_force, elsewhen in (
        ("old", old, new, before, after),
        ("new", new, old, after, before),
    ):
        said, of_one = sagt(found, paa_rad=True, regelverk=name), sagt(found, paa_rad=False, regelverk=name)
        # Each term is as long as the mandate it was begun under had it.
        assert said == naiv(folk, rule | {"andre": [(other, elsewhen)]}, in_force)
        assert of_one == naiv_lengde([e for e in held if e["verv"] == verv], rule, in_force)


@given(terminer(), ANDRE, RUNDENE, REGLER, strekninger(datoer(FOERSTE, SISTE)))
@eksempler(300)
def test_only_terms_begun_while_the_register_is_complete_are_judged(
    entries: list[Innfoert],
    andre: list[list[Innfoert]],
    runder: list[Runde],
    regel: Regel,
    stretch: tuple[date, date],
) -> None:
    fra, til = stretch
    council = utvalget(entries, runder, {"r": BINDING}, andre, registrert_fra=fra, registrert_til=til)

    found = dom(council, {"r": regelverk(regel | {"hvem": {"verv": "medlem"}})}, ETTER_ALT)

    # Earlier terms still count in a run, and what only time would show after the last day is not known.
    # Nor is it known from whom a short one was taken over before the first: it counts where that changes nothing.
    folk = replace(som(MEDLEMMER, entries, andre, runder), registrert_fra=fra)
    expected = naiv(folk, regel, (fra, til))
    assert sagt(found._replace(uvurdert=()), paa_rad=True) == {
        v for v in expected if not v[1] or v[1] <= til + EN_DAG
    }


@given(terminer(), RUNDENE, REGLER, st.sampled_from(["fra", "til", "runde", "hendelser"]), st.integers(0, 5))
@eksempler(300)
def test_unknown_days_are_not_judged(
    entries: list[Innfoert], runder: list[Runde], regel: Regel, lacking: str, which: int
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
    rounds = hendelser((start, None) for start in runder)
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
            end = following - EN_DAG if following else (rounds[-1]["til"] or date.max)
            last = les_tid(lengde).siste_dag(start)
            written = end == rounds[-1].get("til") and not following
            if end > last and following:  # the round that came late put an end to it
                mended.add((start, last + EN_DAG, following))
            elif end > last:
                expected.add((start, None if written else last + EN_DAG))
    assert sagt(found, paa_rad=False) == expected
    assert {
        (date.fromisoformat(r.emne.split()[-1]), r.rettelse.fra, r.rettelse.rettet) for r in found.rettet
    } == mended
