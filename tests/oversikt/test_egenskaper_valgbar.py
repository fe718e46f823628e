"""The outlook, tried out: what it says may be, can be written down without a finding; the next term can not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import product
from typing import Any, NamedTuple

from hypothesis import assume, given
from hypothesis import strategies as st

from brukerutvalg_cli.dommer.tenkt import doemt, nytt
from brukerutvalg_cli.mandat.verdier.tid import les_tid
from brukerutvalg_cli.model.avloesning import Valgforslag
from brukerutvalg_cli.model.deldato import les_deldato
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.oversikt.forhaandsvalg import forhaandsdom
from brukerutvalg_cli.oversikt.neste_periode import Nesteperiode, blikk, neste_perioder
from brukerutvalg_cli.oversikt.tenkte_perioder import Fortsettelse, gjenoppnevnt
from brukerutvalg_cli.oversikt.utsikt import Framtid, Utsikt, utsikter
from mandat import test_egenskaper_funksjonstid as tider
from mandat.test_egenskaper_likegyldig import RUNDENE
from tilfeldige_registre import EN_DAG, datoer, dom, eksempler, mappe, poster, regelverk

DAG = date(2022, 10, 1)
Post = dict[str, Any]
Termin = tuple[date, date]

LENGDER = st.sampled_from(["1 aar", "2 aar", "30 maaneder", "4 aar"])
PAA_RAD = st.sampled_from(
    ["1 periode", "2 perioder", "3 perioder", "3 aar", "6 aar", "50 maaneder", "ubegrenset"]
)
REGLER = poster(
    {"lengde": LENGDER, "paa_rad": PAA_RAD},
    optional={
        "inntil": st.sampled_from(["31. desember", "30. juni"]),
        "pause": st.sampled_from(["6 maaneder", "2 aar"]),
        "til_sammen": PAA_RAD,
        "kort_periode": st.sampled_from(["teller", "teller_ikke"]),
    },
).map(lambda regel: regel | {"kort_periode": "teller"} if "inntil" in regel else regel)
"""A term that ends on a day is never as long as its `lengde`, and so would always be a short one."""


@st.composite
def terminer(draw: st.DrawFn) -> list[Termin]:
    """Terms after one another, with gaps now and then; the last is held on the day."""
    last = (draw(datoer(date(2019, 1, 1), DAG)), draw(datoer(DAG, date(2025, 12, 31))))
    found = [last]
    for _ in range(draw(st.integers(0, 3))):
        til = found[0][0] - EN_DAG * draw(st.sampled_from([1, 1, 1, 30, 400]))
        found.insert(0, (til - EN_DAG * draw(st.sampled_from([200, 364, 365, 500, 730])), til))
    return found


def utvalget(terms: list[Termin], rounds: list[date], **utvalg: Any) -> Utvalgsmappe:
    entries = [{"verv": "medlem", "fra": fra, "til": til} for fra, til in terms]
    return mappe(
        {"regelverk": [{"id": "r", "fra": date(2000, 1, 1)}]} | utvalg,
        medlemmer={"kari": {"oppnevninger": entries}},
        hendelser=[{"hva": "oppnevningsrunde", "dato": day} for day in rounds],
    )


def hel(regel: dict[str, Any], fra: date) -> date:
    """The last day a term from this day may have by itself."""
    ends = [les_tid(regel["lengde"]).siste_dag(fra)]
    if "inntil" in regel:
        day = (12, 31) if "desember" in regel["inntil"] else (6, 30)
        ends += [date(year, *day) for year in (fra.year, fra.year + 1) if date(year, *day) >= fra][:1]
    return min(ends)


def brudd(terms: list[Termin], rounds: list[date], regel: dict[str, Any], fra: date) -> set[str]:
    """What is said of the terms from this day on, whatever was wrong before."""
    rule = regelverk({"regel": "funksjonstid", "hvem": {"verv": "medlem"}} | regel)
    found = dom(utvalget(terms, rounds), {"r": rule}, date(2190, 1, 1))
    return {f.emne for f in (*found.findings, *found.fortsatt) if f.emne.split()[-1] >= str(fra)}


def sett(council: Utvalgsmappe, *regler: dict[str, Any]) -> Utsikt:
    rules = regelverk(*({"regel": "funksjonstid", "hvem": {"verv": "medlem"}} | each for each in regler))
    (found,) = utsikter(Register({}, {council.id: council}), {"r": rules}, council, DAG)
    return found


@given(terminer(), REGLER, st.booleans())
@eksempler(200)
def test_what_may_be_is_legal_and_the_next_term_is_not(
    terms: list[Termin], regel: dict[str, Any], by_rounds: bool
) -> None:
    rounds = [fra for fra, _ in terms] if by_rounds else []
    seen = sett(utvalget(terms, rounds), regel).igjen
    start = terms[-1][1] + EN_DAG

    assert seen.fra == start
    assert seen.ubegrenset == ({regel["paa_rad"], regel.get("til_sammen", "ubegrenset")} == {"ubegrenset"})
    if seen.ubegrenset:
        return
    rest, served = hel(regel, rounds[-1]) if rounds else None, len(rounds)
    if (
        rest and start <= rest and seen.til
    ):  # she left within a round, and goes on in it: that is the same period
        terms = [*terms, (start, min(rest, seen.til))]
        start = terms[-1][1] + EN_DAG
    while seen.til and start <= seen.til:
        til = min(hel(regel, start), seen.til)
        terms, rounds = [*terms, (start, til)], [*rounds, start]
        start = til + EN_DAG
    assert brudd(terms, rounds, regel, seen.fra) == set()
    assert brudd([*terms, (start, hel(regel, start))], [*rounds, start], regel, start)
    ends = {hel(regel, each) for each in rounds[:served]}
    if seen.til and seen.til not in ends:  # beyond the end of a round one only sits on
        longer = [*terms[:-1], (terms[-1][0], terms[-1][1] + EN_DAG)]
        assert brudd(longer, rounds, regel, rounds[-1] if rounds else terms[-1][0])


def kort(framtid: Framtid) -> tuple[object, ...]:
    """What is said, whichever provision says it."""
    return *framtid[:3], framtid.hinder and framtid.hinder.message, framtid.uvisst and framtid.uvisst.message


@given(terminer(), REGLER, st.booleans())
@eksempler(150)
def test_one_provision_or_two_give_the_same_answer(
    terms: list[Termin], regel: dict[str, Any], by_rounds: bool
) -> None:
    council = utvalget(terms, [fra for fra, _ in terms] if by_rounds else [])
    length = {key: value for key, value in regel.items() if key in ("lengde", "inntil")}
    on_end = {key: value for key, value in regel.items() if key not in length}

    one, two = sett(council, regel), sett(council, length, on_end)

    assert (kort(one.igjen), kort(one.leder)) == (kort(two.igjen), kort(two.leder))


@given(
    st.data(),
    st.sampled_from(["medlem", "medlem", "leder", "nestleder"]),
    tider.ANDRE,
    tider.RUNDENE,
    tider.REGLER,
)
@eksempler(400)
def test_the_next_term_is_one_and_the_same_to_valgbar_sjekk_valg_and_valider(
    data: st.DataObject, verv: str, andre: list[list[Post]], runder: list[tider.Runde], regel: Post
) -> None:
    """Among others who came and went, in rounds that end, overlap and fail to come."""
    runder = [r for r in runder if regel["lengde"] or r[1]]  # of others nobody says how long they last
    others = {"medlem", "nestleder", "vara"} - {verv}
    entries = data.draw(tider.terminer(st.sampled_from([verv] * 6 + sorted(others))))
    held = [e for e in entries if e["verv"] == verv]
    assume(held)
    last = max(held, key=lambda e: e["til"])
    assume(all(e["fra"] <= last["til"] for e in entries))
    rules = {"r": regelverk(regel | {"hvem": {"verv": verv}})}

    def med(*more: Post) -> tuple[Register, Utvalgsmappe]:
        council = tider.utvalget([*entries, *more], runder, {"r": tider.BINDING}, andre)
        return Register({}, {council.id: council}), council

    register, council = med()
    seen = next(u for u in utsikter(register, rules, council, last["til"]) if u.person == "kari")
    assume(seen.verv == verv or verv in seen.valg)
    framtid = seen.igjen if verv == "medlem" else seen.valg[verv]
    seat = next(s for s in council.seter_av["kari"] if (s.verv, s.til) == (verv, last["til"]))
    decided = None if verv == "medlem" else last["til"]
    term = neste_perioder(blikk(register, rules, council, last["til"]), seat, framtid.fra, decided)[0]
    valgbar = framtid.ubegrenset or (framtid.til is not None and framtid.til >= term.til)
    # A term that is thought of is of a round of its own: not of one on record that begins while it runs.
    assume(not any(term.fra < fra <= term.til for fra, _ in runder))

    after = med({"verv": verv, "fra": term.fra, "til": term.til})
    now = nytt(doemt(register, rules, council, term.fra), doemt(after[0], rules, after[1], term.fra))
    assume(not brutt_alt(register, rules, council))
    forslag = Valgforslag(verv, ("kari",), last["til"], term.fra, term.til)
    elected = forhaandsdom(register, rules, council, forslag).utslag

    about = [[f.emne for f in each.brudd if f.emne.startswith("kari")] for each in (now, elected)]
    assert (about[0] == [], about[1] == []) == (valgbar, valgbar)


def brutt_alt(register: Register, rules: Any, council: Utvalgsmappe) -> bool:
    """Whether she has sat too long already: that is the same breach going on, and nothing new."""
    found = doemt(register, rules, council, tider.ETTER_ALT)
    return any(f.emne.startswith("kari") for f in found.findings)


class Aarsliste(NamedTuple):
    """Her terms, of some days of which only the year or the month is written, and those of others."""

    entries: list[Post]
    andre: list[list[Post]]
    runder: list[tider.Runde]
    regel: Post

    @property
    def regler(self) -> dict[str, Any]:
        return {"r": regelverk({"regel": "funksjonstid", "hvem": {"verv": "medlem"}} | self.regel)}

    def utvalget(self) -> Utvalgsmappe:
        return tider.utvalget(self.entries, self.runder, {"r": tider.BINDING}, self.andre)

    def maater(self, most: int) -> tuple[list[Aarsliste], bool]:
        """The lists with whole days that it may be, of each day so few that there are about so many, the first and the
        last among them; and whether those are all."""
        routes = [(nr, key) for nr, e in enumerate(self.entries) for key in ("fra", "til")]
        parts = {at: part for at in routes if (part := les_deldato(self.entries[at[0]][at[1]]))}
        of_each = max(2, int(most ** (1 / max(len(parts), 1))))
        days = {at: list(part.dager) for at, part in parts.items()}
        tried = {at: each if len(each) <= of_each else spredt(each, of_each) for at, each in days.items()}
        ways = product(*([(at, day) for day in each] for at, each in tried.items()))
        return [self._paa_dager(way) for way in ways], tried == days

    def _paa_dager(self, days: Sequence[tuple[tuple[int, str], date]]) -> Aarsliste:
        entries = [dict(e) for e in self.entries]
        for (nr, key), day in days:
            entries[nr][key] = day
        return self._replace(entries=entries)

    @property
    def kan_vaere(self) -> bool:
        """Whether no term is over before it begins."""
        return all(e["fra"] <= e["til"] for e in self.entries)


def spredt(days: list[date], many: int) -> list[date]:
    """So many of the days, the first and the last among them."""
    return [days[(len(days) - 1) * nr // (many - 1)] for nr in range(many)]


def brutt(liste: Aarsliste, nr: int, terms: Sequence[Nesteperiode]) -> list[bool | None]:
    """Whether each of these next terms is a breach, where all days are whole; None where it cannot be judged."""
    mappe = liste.utvalget()
    seat = next(s for s in mappe.seter_av["kari"] if s.nr == nr)
    after = gjenoppnevnt(mappe, [Fortsettelse(seat, terms)])
    found = doemt(Register({}, {after.id: after}), liste.regler, after, terms[0].fra)
    said = [f.emne for f in (*found.findings, *found.fortsatt)]
    unsure = [u.emne for u in found.uvurdert]

    def om(emne: str, term: Nesteperiode) -> bool:
        return emne.startswith("kari") and str(term.begynt) <= emne.split()[-1] <= str(term.til)

    nothing = {"kari på rad", "kari til sammen"}.isdisjoint(unsure)
    return [
        any(om(emne, term) for emne in said) if nothing and not any(om(u, term) for u in unsure) else None
        for term in terms
    ]


ANDRE = st.lists(
    terminer().map(lambda terms: [{"verv": "medlem", "fra": fra, "til": til} for fra, til in terms]),
    max_size=2,
)


@st.composite
def aarslister(draw: st.DrawFn) -> Aarsliste:
    """Terms with a few days known in part; others have whole days. No round is to come: the next term is one itself."""
    terms = draw(terminer())[-draw(st.sampled_from([1, 1, 2, 2, 4])) :]
    known = st.just(4) if draw(st.booleans()) else st.sampled_from([4, 7, 7, 10, 10])

    def sagt(day: date) -> date | str:
        much = draw(known)
        return day if much == 10 else str(day)[:much]

    entries: list[Post] = [{"verv": "medlem", "fra": sagt(fra), "til": sagt(til)} for fra, til in terms]
    more = {"paa_rad": draw(st.sampled_from(["3 perioder", "4 perioder", "8 aar"]))}
    rounds = draw(st.one_of(st.just([]), st.just([]), RUNDENE))
    begun = [runde for runde in rounds if runde[0] <= DAG]
    return Aarsliste(entries, draw(ANDRE), begun, draw(REGLER) | draw(st.sampled_from([{}, more])))


@given(aarslister())
@eksempler(60)
def test_of_a_list_of_years_what_every_way_it_may_have_been_says_is_said(liste: Aarsliste) -> None:
    """The next term may be where it is lawful whichever days are meant; it may not where it is a breach whichever. And
    where all the ways are tried, it is unknown only where they differ."""
    council, nr = liste.utvalget(), len(liste.entries) - 1
    register = Register({}, {council.id: council})
    seen = next(u for u in utsikter(register, liste.regler, council, DAG) if u.person == "kari").igjen
    seat = next(s for s in council.seter_av["kari"] if s.nr == nr)
    look = blikk(register, liste.regler, council, DAG)
    terms = neste_perioder(look, seat, seen.fra, til_grensa=True)
    ways, every = liste.maater(40)  # a month has fewer days
    may = [t for t in terms if seen.ubegrenset or (seen.til and t.til <= seen.til)]
    following = terms[len(may) : len(may) + 1]

    def sagt(terms: Sequence[Nesteperiode]) -> list[set[bool | None]]:
        """What the ways say of each of the terms."""
        said = [brutt(way, nr, terms) for way in ways if way.kan_vaere]
        return [{of[i] for of in said} for i in range(len(terms))]

    *of_those, of_the_next = sagt([*may, *following]) if not seen.ubegrenset else [*sagt(may), {None}]
    assert of_those == [{False}] * len(may)
    if seen.til and following and following[0].fra <= seen.til:
        assert sagt([*may, following[0]._replace(til=seen.til)])[-1] == {False}
    if seen.hinder:
        assert of_the_next == {True}
    elif every:
        assert of_the_next not in ({True}, {False})
