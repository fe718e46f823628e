"""Compositions: everybody counted on every single day, in every world that what is unknown leaves open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.dommer.dom import Dom
from brukerutvalg_cli.mandat.verdier.hvem import Hvem
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from tilfeldige_registre import EN_DAG, dager, dom, eksempler, mappe, poster, regelverk, strekninger

FOERSTE, SISTE = date(2022, 1, 1), date(2022, 1, 12)
Post = dict[str, Any]
Person = dict[str, Any]
Strekning = tuple[date, date | None]
Verden = dict[str, Any]
"""One person on one day, with nothing unknown: `der` (whether in the group), side, org, grupper, verv, funksjon."""

ORGANISASJONER: dict[str, Post] = {
    "ffo": {"navn": "FFO", "type": "paraply", "side": "bruker", "grupper": ["syn"]},
    "rio": {
        "navn": "RIO",
        "type": "landsdekkende",
        "side": "bruker",
        "grupper": ["rus"],
        "medlem_av": ["ffo"],
    },
    "klubben": {"navn": "Klubben", "type": "ukjent", "side": "bruker"},
    "byen": {"navn": "Byen", "type": "offentlig", "side": "kommune"},
}
GRUPPER = ["syn", "rus"]
BLANT = {
    "medlemmer": {"medlem", "leder", "nestleder"},
    "varamedlemmer": {"vara"},
    "oppnevnte": {"medlem", "leder", "nestleder", "vara"},
    "verv": {"medlem", "leder", "nestleder", "vara", "sekretaer", "redaksjonsraad"},
}


# ── One line ──────────────────────────────────────────────────────────────────────────────────────


def er_nok(plass: Post, telt: int, av: int) -> bool:
    """Whether so many out of so many will do: a share is of the whole group, `minst` up and `hoeyst` down."""
    return all(
        _holder(word, plass[word], telt, av)
        for word in ("antall", "minst", "hoeyst", "mer_enn")
        if word in plass
    )


def _holder(word: str, value: Any, telt: int, av: int) -> bool:
    if value == "ubegrenset":
        return True
    if isinstance(value, list):
        return telt in value
    if isinstance(value, dict):
        step = next((v for key, v in value.items() if _i_trinnet(key, av)), "ubegrenset")
        return _holder(word, step, telt, av)
    if isinstance(value, str):
        value = Fraction(value.replace("%", "").strip()) / (100 if "%" in value else 1) * av
    return bool(
        {"antall": telt == value, "minst": telt >= value, "hoeyst": telt <= value, "mer_enn": telt > value}[
            word
        ]
    )


def _i_trinnet(key: str, av: int) -> bool:
    if key.startswith("over "):
        return av > int(key.removeprefix("over "))
    first, _, last = key.partition("-")
    return int(first) <= av <= int(last or first)


def _er_andel(plass: Post) -> bool:
    bounds = [value for key, value in plass.items() if key != "hvem"]
    return any(isinstance(value, dict) or "/" in str(value) or "%" in str(value) for value in bounds)


def teller(hvem: Any, person: Verden, plasser: Sequence[Post]) -> bool:
    """Whether a line counts this person."""
    if hvem == "alle":
        return True
    if hvem == "andre":
        return not any(isinstance(p["hvem"], dict) and teller(p["hvem"], person, plasser) for p in plasser)
    return all(_passer(key, wanted, person, plasser) for key, wanted in hvem.items())


def _passer(key: str, wanted: Any, person: Verden, plasser: Sequence[Post]) -> bool:
    if key == "ikke":
        return not teller(wanted, person, plasser)
    if key == "organisasjon" and isinstance(wanted, dict):
        return person["organisasjon"] is not None and all(
            bool(person["paraply"]) is (asked == "ja") if what == "paraply" else person["type"] in asked
            for what, asked in wanted.items()
        )
    names = [wanted] if isinstance(wanted, str) else wanted
    has: Any = person[key]
    return any(name in has for name in names) if isinstance(has, frozenset) else has in names


# ── One day ───────────────────────────────────────────────────────────────────────────────────────


def muligheter(value: Any, choices: Iterable[Any]) -> Iterable[Any]:
    return choices if value == "ukjent" else [value]


def dekker(sete: Post, day: date) -> set[bool]:
    """Whether the seat is held that day: both, where only an unknown day would tell."""
    begun = {True, False} if sete["fra"] == "ukjent" else {sete["fra"] <= day}
    not_over = {True, False} if sete["til"] == "ukjent" else {sete["til"] is None or day <= sete["til"]}
    return {a and b for a, b in product(begun, not_over)}


def organisasjoner(org: str | None) -> list[Post]:
    """What the person's organisation may be; one nobody knows may be of any kind."""
    if org == "ukjent":
        kinds = product(
            ["ffo", "rio", "en annen"], ["paraply", "lokal"], [[], ["ffo"]], [[], ["syn"], ["rus"], GRUPPER]
        )
        return [{"id": i, "type": t, "medlem_av": m, "grupper": g} for i, t, m, g in kinds]
    known = {"id": org, "type": None} | ORGANISASJONER.get(org or "", {})
    return [known | {"type": kind} for kind in muligheter(known["type"], ["paraply", "lokal"])]


def verdener(person: Person, day: date, verv: set[str]) -> Iterator[Verden]:
    """Everything the person may be that day."""
    seats = [[(s["verv"], covers) for covers in dekker(s, day)] for s in person["oppnevninger"]]
    offices = [[(f["funksjon"], covers) for covers in dekker(f, day)] for f in person["funksjon"]]
    for held, office, side, org, groups in product(
        product(*seats),
        product(*offices),
        muligheter(person["side"], ["bruker", "nav", "en annen"]),
        organisasjoner(person["representerer"]),
        muligheter(person["grupper"], [[], ["syn"], ["rus"], GRUPPER]),
    ):
        own = frozenset(name for name, covers in held if covers)
        yield {
            "der": bool(own & verv),
            "side": side,
            "verv": own,
            "funksjon": frozenset(name for name, covers in office if covers),
            "organisasjon": org["id"],
            "type": org["type"],
            "paraply": org.get("medlem_av"),
            "gruppe": frozenset([*groups, *org.get("grupper", ())]),
        }


def i_delen(person: Verden, for_hver: str | None, part: str) -> bool:
    if for_hver == "gruppe":
        return part in person["gruppe"]
    return for_hver is None or person["organisasjon"] == part


def dagens_utfall(
    folk: Iterable[list[Verden]], plasser: Sequence[Post], for_hver: str | None, part: str, *, flere: bool
) -> str:
    """Broken where one line is broken in every world; `uvisst` where worlds differ. `flere`: there may be more."""
    folk = list(folk)
    verdicts = []
    for plass in plasser:
        counts = {(0, 0)}
        for worlds in folk:
            each = {
                (there, there and teller(plass["hvem"], w, plasser))
                for w in worlds
                if (there := w["der"] and i_delen(w, for_hver, part)) in (True, False)
            }
            counts = {(n + line, total + there) for n, total in counts for there, line in each}
        if flere and _er_andel(plass):
            verdicts.append({True, False})  # a share of a whole that nobody knows
            continue
        if flere:
            counts = {
                (n + more, total + more + rest)
                for n, total in counts
                for more in range(8)
                for rest in range(8)
            }
        verdicts.append({er_nok(plass, n, total) for n, total in counts})
    if {False} in verdicts:
        return "brutt"
    return "uvisst" if {True, False} in verdicts else "holdt"


# ── Random councils ───────────────────────────────────────────────────────────────────────────────

DAG = st.integers(0, (SISTE - FOERSTE).days).map(lambda n: FOERSTE + timedelta(days=n))
FOER_ELLER_NAA = st.one_of(st.just(date(2020, 1, 1)), DAG)


def en_person(
    side: str, org: str | None, groups: Any, office: Strekning | None, verv: str, days: Strekning, more: Any
) -> Person:
    terms = [{"verv": verv, "fra": days[0], "til": days[1]}]
    if more and days[1]:
        again, gap, length = more
        begins = days[1] + timedelta(days=1 + gap)
        terms.append({"verv": again, "fra": begins, "til": begins + timedelta(days=length)})
    return {
        "side": side,
        "representerer": org,
        "grupper": groups,
        "funksjon": [{"funksjon": "nav-leder", "fra": office[0], "til": office[1]}] if office else [],
        "oppnevninger": terms,
    }


VERV = st.sampled_from(["medlem"] * 5 + ["leder", "vara", "sekretaer"])
ORG = st.sampled_from([None, "ffo", "rio", "byen"])
TIL = st.one_of(st.none(), DAG, DAG)
DAGENE = strekninger(FOER_ELLER_NAA, TIL)
MER = st.one_of(st.none(), st.tuples(VERV, st.sampled_from([0, 0, 1, 3]), st.integers(0, 8)))
EMBETE = st.one_of(st.none(), st.none(), DAGENE)
KJENT = st.builds(
    en_person, st.sampled_from(["bruker", "bruker", "nav", "kommune"]), ORG,
    st.sampled_from([[], [], ["syn"], ["rus"]]), EMBETE, VERV, DAGENE, MER,
)  # fmt: skip
# Whoever speaks for an unknown organisation speaks for unknown groups, even where one of them is known.
UKJENT_ORG = st.sampled_from(
    [("ukjent", []), ("ukjent", "ukjent"), ("klubben", ["syn"]), (None, "ukjent"), ("ffo", [])]
)
UVISST = st.builds(
    lambda side, org, *rest: en_person(side, *org, *rest),
    st.sampled_from(["bruker", "nav", "ukjent"]), UKJENT_ORG, EMBETE, VERV, DAGENE, MER,
)  # fmt: skip


def folk(person: st.SearchStrategy[Person]) -> st.SearchStrategy[dict[str, Person]]:
    return st.lists(person, max_size=4).map(lambda people: {f"p{nr}": p for nr, p in enumerate(people, 1)})


HVEM = st.sampled_from(
    (
        "alle",
        "andre",
        {"side": "bruker"},
        {"side": "nav"},
        {"side": ["bruker", "nav"]},
        {"verv": "leder"},
        {"organisasjon": {"type": ["paraply", "landsdekkende"]}},
        {"organisasjon": {"paraply": "ja"}},
        {"organisasjon": {"paraply": "nei"}},
        {"organisasjon": "ffo"},
        {"gruppe": "syn"},
        {"funksjon": "nav-leder"},
        {"ikke": {"side": "nav"}},
        {"ikke": {"verv": "leder"}},
        {"ikke": {"gruppe": "syn"}},
        {"ikke": {"organisasjon": {"paraply": "ja"}}},
        {"side": "bruker", "verv": "medlem"},
    )
)
MENGDE = st.sampled_from(
    [
        {"antall": 0},
        {"antall": 1},
        {"antall": 2},
        {"minst": 1},
        {"minst": 2},
        {"hoeyst": 1},
        {"hoeyst": 2},
        {"mer_enn": 1},
        {"minst": "1/2"},
        {"hoeyst": "40 %"},
        {"mer_enn": "1/2"},
        {"antall": [1, 3]},
        {"minst": 1, "hoeyst": "ubegrenset"},
        {"minst": {"2-3": 1, "4": 2, "over 4": "40 %"}},
        {"antall": "1/2"},
    ]
)
PLASS = st.builds(lambda hvem, mengde: {"hvem": hvem} | mengde, HVEM, MENGDE)


def spoer_om(key: str | None, hvem: Any) -> bool:
    """Whether a line asks for this, of those taken in or of those left out."""
    return isinstance(hvem, dict) and (key in hvem or spoer_om(key, hvem.get("ikke")))


UTVALGTE: tuple[Post, ...] = (
    {"side": "bruker"},
    {"verv": ["medlem", "leder"], "side": "bruker"},
    {"ikke": {"side": "nav"}},
)
"""Groups without a name, picked out of all with a verv."""
REGLER = poster(
    {
        "regel": st.just("sammensetning"),
        "blant": st.sampled_from(["medlemmer", "medlemmer", "oppnevnte", "varamedlemmer", "verv", *UTVALGTE]),
        "for_hver": st.sampled_from([None, None, None, "gruppe", "organisasjon"]),
        "plasser": st.lists(PLASS, min_size=1, max_size=3),
    }
).filter(lambda regel: not any(spoer_om(regel["for_hver"], p["hvem"]) for p in regel["plasser"]))
"""A rule that asks for the same fact twice (in each group, those of a group) says nothing anybody means."""


def utvalget(people: Mapping[str, Person], utvalg: Post, **rest: Any) -> Utvalgsmappe:
    council = {
        "grupper": GRUPPER,
        "organisasjoner": ["ffo", "rio"],
        "regelverk": [{"id": "r", "fra": FOERSTE}],
    }
    return mappe(council | utvalg, medlemmer=people, **rest)


def deler(regel: Post) -> list[str]:
    return {"gruppe": GRUPPER, "organisasjon": ["ffo", "rio"]}.get(regel["for_hver"] or "", [""])


# ── Every day ─────────────────────────────────────────────────────────────────────────────────────


def gruppa(people: Mapping[str, Person], day: date, blant: Any) -> list[list[Verden]]:
    """Everybody who may be in the group that day; one that is picked out is picked from all with a verv."""
    named = blant if isinstance(blant, str) else "verv"
    picked: Any = "alle" if isinstance(blant, str) else blant
    folk = [
        [
            world | {"der": world["der"] and teller(picked, world, [])}
            for world in verdener(p, day, BLANT[named])
        ]
        for p in people.values()
    ]
    return [worlds for worlds in folk if any(world["der"] for world in worlds)]


def naiv(
    people: Mapping[str, Person], regel: Post, part: str, fra: date, til: date, *, flere: bool = False
) -> dict[date, str]:
    """The verdict of every day. A group of nobody is not there to be judged, and one of nobody for certain hardly.

    What holds of a group that perhaps is nobody is `holdt?`: nothing is broken, nor surely as it should be.
    """
    found = {}
    blant = regel["blant"]
    for day in dager(fra, til):
        there = gruppa(people, day, blant)
        # The deputies are missed when there are none, in a council that has somebody.
        holders = gruppa(people, day, "oppnevnte") if blant == "varamedlemmer" else there
        verdict = (
            dagens_utfall(there, regel["plasser"], regel["for_hver"], part, flere=flere)
            if holders
            else "ingen"
        )
        somebody = any(all(world["der"] for world in w) for w in holders)
        unsure = {"brutt": "brutt?", "holdt": "holdt?"}.get(verdict, verdict)
        found[day] = verdict if somebody else unsure
    return found


USIKKERT = ("uvisst", "brutt?")
Slutt = date | str | None
"""The day a breach was put right; `uvisst` where nobody knows whether it has been; None where it has not."""


def bruddene(
    verdicts: Mapping[date, str], moeter: Mapping[date, Sequence[date]] | None = None, dato: date = date.max
) -> set[tuple[date, Slutt]]:
    """Each lasting breach, from its first day until one on which there is somebody, and all is known to be well.

    It goes on while nobody knows; when it is surely broken again, told of here or at an election, that is a new one,
    for the first may have been put right meanwhile. On a day without anybody it is over, but nobody mended it.
    `moeter` elected those who sit that day.
    """
    found: set[tuple[date, Slutt]] = set()
    still: set[date] = set()
    broken = perhaps = False
    for day, verdict in sorted(verdicts.items()):
        if verdict in ("brutt", "sagt") and perhaps:
            found |= {(first, "uvisst") for first in still}
            still, broken = set(), False
        if verdict == "brutt" and not broken:
            still.add(day)
        broken = verdict == "brutt" or (broken and verdict in USIKKERT)
        elected = (moeter or {}).get(day, ())
        planned = max(elected, default=day) > dato
        if verdict == "holdt" and not planned:
            found |= {(first, max([day, *elected])) for first in still}
            still = set()
        # Where there is nobody, or a plan of who there will be, that tells nothing of whether it was put right before.
        silent = verdict in ("brutt?", "ingen") or (verdict == "holdt" and planned)
        perhaps = verdict in ("uvisst", "holdt?") or (perhaps and silent)
        perhaps = perhaps and bool(still)
    return found | {(first, "uvisst" if perhaps else None) for first in still}


def sagt(found: Dom, regel: Post, part: str) -> tuple[set[tuple[date, Slutt]], bool]:
    """What is broken in this part, from when until when, and whether something in it could not be judged."""
    blant = regel["blant"]
    name = (blant if isinstance(blant, str) else Hvem.model_validate(blant).i_ord()).split()
    about = [*name, *part.split()]
    broken: set[tuple[date, Slutt]] = set()
    broken |= {(f.since, None) for f in found.findings if f.emne.split()[:-1] == about and f.since}
    mended = (r.rettelse for r in found.rettet if r.emne.split()[:-1] == about)
    broken |= {(r.fra, r.rettet) for r in mended if r.fra}
    perhaps = [u.emne.split() for u in found.uvurdert if u.message.startswith("om bruddet er rettet")]
    broken |= {(date.fromisoformat(emne[-1]), "uvisst") for emne in perhaps if emne[:-1] == about}
    return broken, any(u.emne.split() == about for u in found.uvurdert)


@given(folk(KJENT), REGLER, DAG)
@eksempler(700)
def test_everybody_is_counted_every_day(people: dict[str, Person], regel: Post, dato: date) -> None:
    found = dom(utvalget(people, {}), {"r": regelverk(regel)}, dato, ORGANISASJONER)
    for part in deler(regel):
        verdicts = naiv(people, regel, part, FOERSTE, dato)
        assert sagt(found, regel, part) == (bruddene(verdicts), False)


@given(folk(st.one_of(KJENT, UVISST)), REGLER, st.booleans())
@eksempler(700)
def test_what_is_unknown_is_not_judged_where_it_decides(
    people: dict[str, Person], regel: Post, more: bool
) -> None:
    council = utvalget(people, {"medlemsliste": "ufullstendig"} if more else {})
    found = dom(council, {"r": regelverk(regel)}, SISTE, ORGANISASJONER)
    for part in deler(regel):
        verdicts = naiv(people, regel, part, FOERSTE, SISTE, flere=more)
        assert sagt(found, regel, part) == (bruddene(verdicts), not {*verdicts.values()}.isdisjoint(USIKKERT))


UKJENTE_DAGER = st.builds(
    lambda person, keys: (
        person
        | {"oppnevninger": [t | dict.fromkeys(keys, "ukjent") for t in person["oppnevninger"]]}
        | {"funksjon": [f | dict.fromkeys(keys, "ukjent") for f in person["funksjon"]]}
    ),
    KJENT,
    st.sampled_from([["fra"], ["til"], ["fra", "til"]]),
)


@given(folk(st.one_of(KJENT, KJENT, UKJENTE_DAGER)), REGLER)
@eksempler(300)
def test_who_sat_when_nobody_knows_is_never_held_against_anyone(
    people: dict[str, Person], regel: Post
) -> None:
    found = dom(utvalget(people, {}), {"r": regelverk(regel)}, SISTE, ORGANISASJONER)
    for part in deler(regel):
        verdicts = naiv(people, regel, part, FOERSTE, SISTE)
        broken, unsure = sagt(found, regel, part)
        assert {verdicts[day] for day, _ in broken} <= {"brutt"}
        # Nor is it called mended before a day that is surely well.
        assert {verdicts[day] for _, day in broken if isinstance(day, date)} <= {"holdt"}
        # And nothing is passed over in silence.
        assert broken or unsure or set(verdicts.values()) <= {"holdt", "holdt?", "ingen"}


def test_more_people_than_are_written_down_may_fill_any_number() -> None:
    people = {"p1": {"oppnevninger": [{"verv": "medlem", "fra": FOERSTE}]}}
    regel = {"regel": "sammensetning", "blant": "medlemmer", "plasser": [{"hvem": "alle", "antall": 150}]}
    found = dom(utvalget(people, {"medlemsliste": "ufullstendig"}), {"r": regelverk(regel)}, SISTE)
    assert (len(found.findings), len(found.uvurdert)) == (0, 1)


# ── Elections ─────────────────────────────────────────────────────────────────────────────────────

Valg = tuple[date, Strekning, list[str], bool]
VALGT = {"p1": "bruker", "p2": "bruker", "p3": "nav", "p4": "nav", "p5": "ukjent"}
SIDELINJER = st.sampled_from(
    [
        [
            {"hvem": {"side": "bruker"}, "antall": 1},
            {"hvem": {"side": "nav"}, "antall": 1},
            {"hvem": "andre", "antall": 0},
        ],
        [{"hvem": {"side": "bruker"}, "minst": 1}, {"hvem": "alle", "hoeyst": 2}],
        [{"hvem": {"side": "nav"}, "minst": "1/2"}],
    ]
)
VALGENE = st.lists(
    st.tuples(
        DAG,
        DAGENE,
        st.lists(st.sampled_from(sorted(VALGT)), min_size=1, max_size=3, unique=True),
        st.booleans(),
    ),
    max_size=4,
    unique_by=lambda valg: valg[0],
)
OPPNEVNT = st.lists(st.tuples(st.sampled_from(sorted(VALGT)), DAGENE), max_size=2)


def organet(day: date, terms: Iterable[tuple[str, Strekning]]) -> frozenset[str]:
    return frozenset(person for person, (fra, til) in terms if fra <= day and (til is None or day <= til))


def utfallet(people: frozenset[str], plasser: Sequence[Post]) -> str:
    worlds = [
        [{"der": True, "side": side} for side in muligheter(VALGT[person], ["bruker", "nav", "en annen"])]
        for person in sorted(people)
    ]
    return dagens_utfall(worlds, plasser, None, "", flere=False)


@given(VALGENE, OPPNEVNT, SIDELINJER, st.one_of(st.just(FOERSTE), DAG), DAG)
@eksempler(500)
def test_an_election_is_judged_once_at_the_case(
    elections: list[Valg], appointed: list[tuple[str, Strekning]], plasser: list[Post], fra: date, dato: date
) -> None:
    """What follows from it is not said again. When people come or go and it is no better, the breach goes on."""
    files: dict[str, Post] = {person: {"side": side, "oppnevninger": []} for person, side in VALGT.items()}
    for person, (begins, ends) in appointed:
        files[person]["oppnevninger"].append({"verv": "redaksjonsraad", "fra": begins, "til": ends})
    moeter: dict[date, Post] = {}
    for nr, (day, (begins, ends), chosen, written) in enumerate(elections, 1):
        valg = {"verv": "redaksjonsraad", "valgt": chosen, "fra": begins, "til": ends}
        moeter[day] = {"saker": [{"nr": f"{nr}/22", "tittel": "Valg", "type": "valg", "valg": [valg]}]}
        for person in chosen if written else ():  # in the person's file too
            term = {"verv": "redaksjonsraad", "fra": begins, "til": ends, "valgt_i": f"{nr}/22"}
            files[person]["oppnevninger"].append(term)
    regel = {"regel": "sammensetning", "blant": "redaksjonsraad", "plasser": plasser}
    council = mappe({"regelverk": [{"id": "r", "fra": fra}]}, medlemmer=files, moeter=moeter)

    found = dom(council, {"r": regelverk(regel)}, dato)

    terms = [*appointed, *satt(elections)]
    bodies = [organet(days[0], terms) | set(chosen) for _, days, chosen, _ in elections]
    varte_til = [varte(nr, elections, terms, plasser, dato) for nr in range(len(elections))]
    at_the_case = {
        (f"{nr}/22", utfallet(body, plasser), end)
        for nr, ((day, *_), body, end) in enumerate(zip(elections, bodies, varte_til, strict=True), 1)
        if day >= fra
    }
    sitting = {day: organet(day, terms) for day in dager(fra, dato)}
    verdicts = {day: utfallet(people, plasser) if people else "ingen" for day, people in sitting.items()}
    for day, people in sitting.items():
        still = (
            begins <= day and body == people and not (isinstance(end, date) and end <= day)
            for (_, (begins, _), *_), body, end in zip(elections, bodies, varte_til, strict=True)
        )
        if verdicts[day] == "brutt" and any(still):
            verdicts[day] = "sagt"

    of_elections: set[tuple[str, str, Slutt]] = {
        (f.emne, "brutt", None) for f in found.findings if "/" in f.emne
    }
    of_elections |= {(r.emne, "brutt", r.rettelse.rettet) for r in found.rettet if "/" in r.emne}
    for u in found.uvurdert:
        if "/" in u.emne:
            mended = u.message.startswith("om bruddet er rettet")
            of_elections.add((u.emne, "brutt", "uvisst") if mended else (u.emne, "uvisst", None))
    assert of_elections == {
        (nr, what, end if what == "brutt" else None) for nr, what, end in at_the_case if what != "holdt"
    }
    later: set[tuple[date | None, Slutt]] = {
        (f.since, None) for f in (*found.findings, *found.fortsatt) if "/" not in f.emne
    }
    later |= {(r.rettelse.fra, r.rettelse.rettet) for r in found.rettet if "/" not in r.emne}
    later |= {
        (date.fromisoformat(u.emne.split()[-1]), "uvisst")
        for u in found.uvurdert
        if u.message.startswith("om bruddet er rettet") and "/" not in u.emne
    }
    elected_at = {day: [held for held in moetene(elections, day) if held] for day in verdicts}
    expected = bruddene(verdicts, elected_at, dato)
    assert later <= expected
    # What only went on with an election is told of with that.
    assert {(first, end) for first, end in expected - later if not isinstance(end, date)} == set()
    assert later == expected or any(what == "brutt" for _, what, _ in of_elections)
    assert not found.fortsatt or any("/" in f.emne for f in found.findings)


def satt(elections: Sequence[Valg], *of: Valg) -> Iterator[tuple[str, Strekning]]:
    """The terms of those elected. The body is elected as one: the next election ends what no file says more of."""
    for held, (begins, ends), chosen, written in of or elections:
        later = [days[0] for day, days, *_ in elections if day > held and days[0] >= begins]
        followed = min((day for day in later if ends is None or day <= ends), default=None)
        last = followed - EN_DAG if followed and not written else ends
        if last is None or last >= begins:
            yield from ((person, (begins, last)) for person in chosen)


def moetene(elections: Sequence[Valg], day: date) -> list[date | None]:
    """The meeting that elected those who sit by each election on this day; None where nobody does."""
    sitting = ([days for _, days in satt(elections, valg)] for valg in elections)
    return [
        valg[0] if terms and organet(day, [("", terms[0])]) else None
        for valg, terms in zip(elections, sitting, strict=True)
    ]


def varte(
    nr: int, elections: list[Valg], terms: list[tuple[str, Strekning]], plasser: Sequence[Post], dato: date
) -> Slutt:
    """When what an election did came right: the first day of its term, or a later one, on which there is a body
    as it should be. Where they elected anew before the term began, it is the day of that."""
    held, (first, _), _, _ = elections[nr]
    edges = {day for _, (begins, ends) in terms for day in (begins, ends and ends + EN_DAG) if day}
    perhaps = False
    for day in sorted({first, *(day for day in edges if first < day <= dato)}):
        people = organet(day, terms)
        verdict = utfallet(people, plasser) if people else "ingen"
        chosen_on = [other for i, other in enumerate(moetene(elections, day)) if other and i != nr]
        if any(other > dato for other in chosen_on):
            continue  # not held yet
        if verdict == "holdt":
            anew = [other for i, (other, days, *_) in enumerate(elections) if i != nr and days[0] == day]
            if day == first and anew and max(anew) > held:
                day = max(anew)
            day = max([day, *chosen_on])
            return day if day <= dato else None
        perhaps = (verdict == "uvisst" and day <= dato) or (perhaps and verdict == "ingen")
    return "uvisst" if perhaps else None


# ── Meetings ──────────────────────────────────────────────────────────────────────────────────────

GJEST = poster(
    {
        "navn": st.just("Gjesten"),
        "side": st.sampled_from([None, "bruker", "nav"]),
        "funksjon": st.sampled_from([None, "nav-leder"]),
        "representerer": st.sampled_from([None, "ffo", "byen"]),
        "verv": st.sampled_from([None, "leder"]),
    }
)
DELTAKER = st.one_of(st.sampled_from(["p1", "p2", "p3", "p4"]).map(lambda person: {"person": person}), GJEST)
OPPMOETE = st.one_of(
    st.sampled_from([None, "ukjent"]),
    *[st.lists(st.tuples(DELTAKER, st.booleans(), st.booleans()), max_size=5)] * 3,
)
DELTAR = REGLER.map(lambda regel: regel | {"blant": "frammoette"})


@given(
    folk(st.one_of(KJENT, UVISST)), DAG, OPPMOETE, DELTAR, st.sampled_from(["avholdt", "avholdt", "innkalt"])
)
@eksempler(600)
def test_those_who_came_are_counted(
    people: dict[str, Person], day: date, oppmoete: Any, regel: Post, status: str
) -> None:
    """Guests and those on a screen count; a deputy who only listened does not."""
    there = [
        who | {"lytter": "ja" if listens else None, "digitalt": "ja" if digital else None}
        for who, listens, digital in (oppmoete if isinstance(oppmoete, list) else ())
        if who.get("person", "p1") in people or "navn" in who
    ]
    written = there if isinstance(oppmoete, list) else oppmoete
    found = dom(
        utvalget(people, {}, moeter={day: {"status": status, "oppmoete": written}}),
        {"r": regelverk(regel)},
        SISTE,
        ORGANISASJONER,
    )

    said = {(f.emne, "brutt") for f in found.findings} | {(u.emne, "uvisst") for u in found.uvurdert}
    if status != "avholdt":
        assert said == set()
    elif not isinstance(oppmoete, list):
        assert said == {(str(day), "uvisst")}
    else:
        worlds = [_deltakeren(who, people, day) for who in there if who["lytter"] is None]
        verdicts = {
            p: dagens_utfall(worlds, regel["plasser"], regel["for_hver"], p, flere=False)
            for p in deler(regel)
        }
        assert said == {(f"{day} {p}".strip(), what) for p, what in verdicts.items() if what != "holdt"}


def _deltakeren(who: Post, people: Mapping[str, Person], day: date) -> list[Verden]:
    if "person" in who:
        return [world | {"der": True} for world in verdener(people[who["person"]], day, set())]
    office = [{"funksjon": who["funksjon"], "fra": day, "til": None}] if who["funksjon"] else []
    guest = {"side": who["side"], "representerer": who["representerer"], "grupper": [], "funksjon": office}
    verv = [{"verv": who["verv"], "fra": day, "til": None}] if who["verv"] else []
    return [world | {"der": True} for world in verdener(guest | {"oppnevninger": verv}, day, set())]


# ── Rounds of appointments ────────────────────────────────────────────────────────────────────────

NY = {"hvem": {"ny": "ja"}, "minst": 1}
KJENTE = {"hvem": {"ny": "nei"}, "minst": 1}
VED_RUNDEN = poster(
    {
        "regel": st.just("sammensetning"),
        "naar": st.just("oppnevning"),
        "blant": st.sampled_from(["medlemmer", "oppnevnte"]),
        "plasser": st.sampled_from(
            [[NY, KJENTE], [NY], [KJENTE], [{"hvem": {"side": "bruker"}, "mer_enn": "1/2"}]]
        ),
    }
)


@given(folk(KJENT), st.lists(DAG, max_size=4), VED_RUNDEN, st.one_of(st.just(FOERSTE), DAG))
@eksempler(600)
def test_a_new_council_has_both_new_and_old(
    people: dict[str, Person], runder: list[date], regel: Post, fra: date
) -> None:
    """Old is who sat at any time since the round before. Of a council's first round it is not asked."""
    rounds = [{"hva": "oppnevningsrunde", "dato": day - timedelta(days=30), "fra": day} for day in runder]
    council = mappe({"regelverk": [{"id": "r", "fra": fra}]}, medlemmer=people, hendelser=rounds)

    found = dom(council, {"r": regelverk(regel)}, SISTE, ORGANISASJONER)

    expected: dict[str, date | None] = {}
    verv = BLANT[regel["blant"]]
    starts = sorted(set(runder))
    for nr, start in enumerate(starts):
        previous = starts[nr - 1] if nr else date(2021, 12, 1)
        first = not any(
            t["fra"] < start and t["verv"] in verv for p in people.values() for t in p["oppnevninger"]
        )
        about_renewal = any("ny" in plass["hvem"] for plass in regel["plasser"])
        if start < fra or (first and about_renewal):
            continue
        if ved_runden(people, regel, start, start, previous) == "brutt":
            expected[str(start)] = None
            for day in dager(start + EN_DAG, SISTE):
                if day in starts:
                    start, previous = day, start
                if ved_runden(people, regel, day, start, previous) == "holdt":
                    expected[list(expected)[-1]] = day
                    break
    said: dict[str, date | None] = {f.emne: None for f in found.findings}
    assert said | {r.emne: r.rettelse.rettet for r in found.rettet} == expected


def ved_runden(people: Mapping[str, Person], regel: Post, day: date, start: date, previous: date) -> str:
    """The verdict of a day in the period that began at `start`, when the one before began at `previous`."""
    verv = BLANT[regel["blant"]]
    worlds = []
    for person in people.values():
        (world,) = verdener(person, day, verv)
        sat = any(
            w["der"] for before in dager(previous, start - EN_DAG) for w in verdener(person, before, verv)
        )
        worlds.append([world | {"ny": "nei" if sat else "ja"}])
    seated = [w for w in worlds if w[0]["der"]]
    return dagens_utfall(seated, regel["plasser"], None, "", flere=False) if seated else "ingen"
