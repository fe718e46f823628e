"""What a period is, on both sides of each boundary – and that every command counts it alike."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from angrep.kjoering import kjoer
from smaa_registre import dom, meldinger, skriv

Post = dict[str, Any]
Poster = list[Post]


def poster(*terms: str, verv: str = "medlem", **more: str) -> Poster:
    """An entry for each `fra/til`."""
    split = (term.split("/") for term in terms)
    return [{"verv": verv, "fra": fra, "til": til} | more for fra, til in split]


def aar(first: int, count: int, years: int = 1, verv: str = "medlem") -> Poster:
    """Terms of whole calendar years, one after the other."""
    starts = range(first, first + count * years, years)
    return poster(*(f"{y}-01-01/{y + years - 1}-12-31" for y in starts), verv=verv)


def runder(first: int, count: int, *, hver: int, varer: int) -> Poster:
    """Rounds of appointments: so many years between them, each for so many years."""
    return [
        {
            "hva": "oppnevningsrunde",
            "dato": f"{y}-01-01",
            "fra": f"{y}-01-01",
            "til": f"{y + varer - 1}-12-31",
        }
        for y in range(first, first + count * hver, hver)
    ]


def med_permisjon(terms: Poster, fra: str, til: str, stedfortreder: str = "person-9") -> Poster:
    """The entries, with a leave from each."""
    return [
        term | {"permisjon": [{"fra": fra, "til": til, "stedfortreder": stedfortreder}]} for term in terms
    ]


class Sak(NamedTuple):
    """What Kari has had, the term that is thought of, what others have had, and the rounds.

    `delt`: two provisions. `hoeyst`: so many periods on end are legal, each of so many years. `verv`: what they are
    counted in.
    """

    kari: Poster
    neste: str
    andre: tuple[Poster, ...] = ()
    runder: Poster = []  # noqa: RUF012 (never changed)
    delt: bool = False
    hoeyst: int = 2
    verv: str = "medlem"
    lengde: int = 2


ELLEVE_MAANEDER = poster("2018-01-01/2018-11-30", "2020-01-01/2020-11-30", "2022-01-01/2022-11-30")
ETTER_HALVTAAR = poster("2020-01-01/2021-06-30")
HALVE_HVERT_AAR = runder(2018, 6, hver=1, varer=2)
TO_AAR_RUNDER = runder(2018, 3, hver=2, varer=2)
VERVENE = ("leder", "nestleder")

FOR_MYE = {
    "nine one-year terms": Sak(aar(2016, 8), "2024-01-01/2024-12-31", hoeyst=8),
    "three one-year terms": Sak(aar(2022, 2), "2024-01-01/2024-12-31"),
    "resigned after eleven months, four times": Sak(ELLEVE_MAANEDER, "2024-01-01/2024-11-30", hoeyst=3),
    "took over more than half": Sak(
        [*poster("2020-12-31/2021-12-31"), *aar(2022, 1, 2)],
        "2024-01-01/2025-12-31",
        (poster("2020-01-01/2020-12-30"),),
    ),
    "took over more than half of a round": Sak(
        [*poster("2018-12-31/2019-12-31"), *aar(2020, 1, 2)],
        "2022-01-01/2023-12-31",
        (poster("2018-01-01/2018-12-30"),),
        TO_AAR_RUNDER,
    ),
    "began late, in nobody's place": Sak(
        [*poster("2019-07-01/2019-12-31"), *aar(2020, 1, 2)],
        "2022-01-01/2023-12-31",
        (aar(2018, 1, 2),),
        TO_AAR_RUNDER,
    ),
    "half of the council each year, two terms": Sak(
        aar(2018, 2, 2), "2022-01-01/2023-12-31", (aar(2019, 2, 2),), HALVE_HVERT_AAR
    ),
    "half of the council each year, late, where others left in their time": Sak(
        [*poster("2022-03-01/2022-12-31"), *aar(2023, 1, 2)],
        "2025-01-01/2026-12-31",
        (aar(2020, 1, 2),),
        HALVE_HVERT_AAR,
    ),
    "new where all who sat were done": Sak(
        [*aar(2021, 1), *aar(2022, 1, 2)], "2024-01-01/2025-12-31", (aar(2020, 1), aar(2020, 1))
    ),
    "another organisation within the second term": Sak(
        [
            *aar(2020, 1, 2),
            *poster("2022-01-01/2022-12-31", representerer="ffo"),
            *poster("2023-01-01/2023-12-31", representerer="safo"),
        ],
        "2024-01-01/2025-12-31",
    ),
    "away within the second term": Sak(
        [*aar(2020, 1, 2), *poster("2022-01-01/2022-02-28", "2022-09-01/2023-12-31")], "2024-01-01/2025-12-31"
    ),
    "deputy leader in the first term": Sak(
        [*poster("2020-01-01/2021-12-31", verv="nestleder"), *aar(2022, 1, 2)], "2024-01-01/2025-12-31"
    ),
    "two provisions": Sak(aar(2020, 2, 2), "2024-01-01/2025-12-31", delt=True),
    "no rounds at all": Sak(aar(2020, 2, 2), "2024-01-01/2025-12-31"),
    "on leave for most of the second term": Sak(
        [*aar(2020, 1, 2), *med_permisjon(aar(2022, 1, 2), "2022-02-01", "2023-11-30")], "2024-01-01/2025-12-31"
    ),
    "another organisation within the second round, and the next": Sak(
        [*aar(2020, 1, 2), *poster("2022-01-01/2022-06-30", representerer="ffo"),
         *poster("2022-07-01/2023-12-31", representerer="safo")],
        "2024-01-01/2025-12-31",
        runder=runder(2020, 2, hver=2, varer=2),
    ),
    "a round that nobody put on record": Sak(
        aar(2020, 2, 2),
        "2024-01-01/2025-12-31",
        runder=[*runder(2020, 1, hver=2, varer=2), *runder(2024, 1, hver=2, varer=2)],
    ),
    "one-year terms in two rounds of two years": Sak(
        aar(2020, 4), "2024-01-01/2024-12-31", runder=runder(2020, 2, hver=2, varer=2)
    ),
    "a leader for two years, in a round of two": Sak(
        aar(2022, 2, verv="leder"),
        "2024-01-01/2024-12-31",
        runder=runder(2022, 1, hver=2, varer=2),
        verv="leder",
        lengde=1,
    ),
    "a deputy leader for two years": Sak(
        aar(2022, 2, verv="nestleder"), "2024-01-01/2024-12-31", verv="nestleder", lengde=1
    ),
    "a deputy for two terms": Sak(aar(2020, 2, 2, "vara"), "2024-01-01/2025-12-31", verv="vara"),
}  # fmt: skip
LOVLIG = {
    "nine one-year terms": Sak(aar(2016, 8), "2024-01-01/2024-12-31", hoeyst=9),
    "resigned after eleven months, four times": Sak(ELLEVE_MAANEDER, "2024-01-01/2024-11-30", hoeyst=4),
    "one one-year term": Sak(aar(2023, 1), "2024-01-01/2024-12-31"),
    "took over the last half year": Sak(
        [*poster("2021-07-01/2021-12-31"), *aar(2022, 1, 2)], "2024-01-01/2025-12-31", (ETTER_HALVTAAR,)
    ),
    "took over exactly half": Sak(
        [*poster("2021-01-01/2021-12-31"), *aar(2022, 1, 2)],
        "2024-01-01/2025-12-31",
        (poster("2020-01-01/2020-12-31"),),
    ),
    "took over the last half year of the newest round": Sak(
        [*aar(2020, 1, 2), *poster("2023-07-01/2023-12-31")],
        "2024-01-01/2025-12-31",
        (poster("2022-01-01/2023-06-30"),),
        runder(2020, 2, hver=2, varer=2),
    ),
    "half of the council each year, one term": Sak(
        aar(2020, 1, 2), "2022-01-01/2023-12-31", (aar(2019, 2, 2),), HALVE_HVERT_AAR
    ),
    "half of the council each year, the rest of another's at the next election": Sak(
        [*aar(2021, 1), *aar(2022, 1, 2)], "2024-01-01/2025-12-31", (poster("2020-01-01/2020-10-31"),), HALVE_HVERT_AAR
    ),
    "half of the council each year, away and back": Sak(
        [*poster("2020-01-01/2020-06-30", "2021-03-01/2021-10-31"), *aar(2022, 1, 2)],
        "2024-01-01/2025-12-31",
        (),
        HALVE_HVERT_AAR,
        hoeyst=3,
    ),
    "new where one left and another sat on": Sak(
        [*aar(2021, 1), *aar(2022, 1, 2)], "2024-01-01/2025-12-31", (aar(2020, 1), aar(2020, 1, 2))
    ),
    "another organisation within the first term": Sak(
        [
            *poster("2022-01-01/2022-12-31", representerer="ffo"),
            *poster("2023-01-01/2023-12-31", representerer="safo"),
        ],
        "2024-01-01/2025-12-31",
    ),
    "another organisation within a round": Sak(
        [
            *poster("2020-01-01/2020-12-31", representerer="ffo"),
            *poster("2021-01-01/2021-12-31", representerer="safo"),
        ],
        "2022-01-01/2023-12-31",
        runder=TO_AAR_RUNDER,
    ),
    "away within the first term": Sak(
        poster("2022-01-01/2022-02-28", "2022-09-01/2023-12-31"), "2024-01-01/2025-12-31"
    ),
    "deputy leader within the first term": Sak(
        [*aar(2022, 1, 2), *poster("2023-01-01/2023-12-31", verv="nestleder")], "2024-01-01/2025-12-31"
    ),
    "a deputy before": Sak(
        [*poster("2020-01-01/2021-12-31", verv="vara"), *aar(2022, 1, 2)], "2024-01-01/2025-12-31"
    ),
    "begun in a short round, while a longer that began before it goes on": Sak(
        aar(2022, 1, 2),
        "2024-01-01/2025-12-31",
        runder=[
            {"hva": "oppnevningsrunde", "dato": fra, "fra": fra, "til": til}
            for fra, til in (
                ("2022-01-01", "2023-12-31"), ("2023-06-01", "2026-01-31"), ("2023-09-01", "2024-06-30"),
            )
        ],
    ),
    "a whole length away": Sak([*aar(2018, 1, 2), *aar(2022, 1, 2)], "2024-01-01/2025-12-31"),
    "two provisions": Sak(aar(2022, 1, 2), "2024-01-01/2025-12-31", delt=True),
    "no rounds at all": Sak(aar(2022, 1, 2), "2024-01-01/2025-12-31"),
    "on leave for most of the first term": Sak(
        med_permisjon(aar(2022, 1, 2), "2022-02-01", "2023-11-30"), "2024-01-01/2025-12-31"
    ),
    "stood in for one on leave": Sak(
        aar(2022, 1, 2),
        "2024-01-01/2025-12-31",
        (med_permisjon(aar(2020, 1, 2), "2020-02-01", "2021-11-30", "kari"),),
    ),
    "another organisation within the second round, for the rest of it": Sak(
        [*aar(2020, 1, 2), *poster("2022-01-01/2022-06-30", representerer="ffo")],
        "2022-07-01/2023-12-31",
        runder=runder(2020, 2, hver=2, varer=2),
    ),
    "sat on by a new appointment, until a late round": Sak(
        [*poster("2020-01-01/2021-12-31", representerer="ffo"), *poster("2022-01-01/2022-03-31", representerer="safo")],
        "2022-04-01/2024-03-31",
        runder=[*runder(2020, 1, hver=2, varer=2),
                {"hva": "oppnevningsrunde", "dato": "2022-03-01", "fra": "2022-04-01", "til": "2024-03-31"}],
    ),
    "one-year terms in one round of two years": Sak(
        aar(2022, 2), "2024-01-01/2024-12-31", runder=runder(2022, 1, hver=2, varer=2)
    ),
    "a leader for one year, in a round of two": Sak(
        aar(2023, 1, verv="leder"),
        "2024-01-01/2024-12-31",
        runder=runder(2022, 1, hver=2, varer=2),
        verv="leder",
        lengde=1,
    ),
    "a deputy leader for one year": Sak(
        aar(2023, 1, verv="nestleder"), "2024-01-01/2024-12-31", verv="nestleder", lengde=1
    ),
    "a deputy for one term, after one as a member": Sak(
        [*aar(2020, 1, 2), *aar(2022, 1, 2, "vara")], "2024-01-01/2025-12-31", verv="vara"
    ),
}  # fmt: skip


def som(verv: str, sak: Sak) -> Sak:
    """The same row of one who has an office: where there are no rounds, nothing tells it from a member's."""

    def byttet(terms: Poster) -> Poster:
        return [term | {"verv": verv} for term in terms]

    return sak._replace(verv=verv, kari=byttet(sak.kari), andre=tuple(map(byttet, sak.andre)))


def bare_medlem(sak: Sak) -> bool:
    return not sak.runder and all(
        term["verv"] == "medlem" for terms in (sak.kari, *sak.andre) for term in terms
    )


RADER = [(sak, True, f"too much: {name}") for name, sak in FOR_MYE.items()]
RADER += [(sak, False, f"legal: {name}") for name, sak in LOVLIG.items()]
RADER += [
    (som(verv, sak), for_mye, f"{name}, as {verv}")
    for sak, for_mye, name in tuple(RADER)
    for verv in ("leder", "nestleder")
    if bare_medlem(sak)
]
ALLE = [pytest.param(sak, for_mye, id=name) for sak, for_mye, name in RADER]


def uspurt(kommando: str, sak: Sak) -> str:
    """Why the question of a row cannot be put to a command; nothing where it can, as to `valider` and `sjekk-valg`."""
    fra, sist = sak.neste.split("/")[0], sak.kari[-1]["til"]
    if kommando == "valgbar" and date.fromisoformat(fra) - date.fromisoformat(sist) != timedelta(days=1):
        return "it tells of those who sit, and of what they may have the day after that"
    if kommando == "runde" and sak.verv in VERVENE:
        return "a round appoints members and deputies: to an office one is elected, and `valg` is asked in its place"
    if (
        kommando == "runde"
        and sak.runder != HALVE_HVERT_AAR
        and any(r["fra"] < fra <= r["til"] for r in sak.runder)
    ):
        return "nobody holds a round in the midst of one"
    return ""


def register(sak: Sak, *more: dict[str, Any]) -> dict[str, Any]:
    rule = {"lengde": f"{sak.lengde} aar", "paa_rad": f"{sak.hoeyst} perioder"}
    said = [{key: value} for key, value in rule.items()] if sak.delt else [rule]
    people: dict[str, Post] = {"person-9": {}}
    people |= {f"person-{nr}": {"oppnevninger": terms} for nr, terms in enumerate(sak.andre)}
    return {
        "dato": "2024-01-01",
        "regler": [{"regel": "funksjonstid", "hvem": {"verv": sak.verv}} | each for each in said],
        "organisasjoner": {
            "ffo": {"navn": "FFO", "type": "paraply", "side": "bruker"},
            "safo": {"navn": "SAFO", "type": "paraply", "side": "bruker"},
        },
        "medlemmer/kari": {"oppnevninger": [*sak.kari, *more]},
        "hendelser": sak.runder,
    } | {f"medlemmer/{name}": page for name, page in people.items()}


def for_mange(text: str) -> bool:
    return any("Kari får" in line and "perioder på rad" in line for line in text.splitlines())


@pytest.mark.parametrize(("sak", "for_mye"), ALLE)
def test_what_is_a_period_in_valider(sak: Sak, for_mye: bool) -> None:
    assert not for_mange("\n".join(meldinger(dom(register(sak)))))
    said = meldinger(dom(register(sak, *poster(sak.neste, verv=sak.verv))))
    assert for_mange("\n".join(said)) is for_mye


@pytest.mark.parametrize(("sak", "for_mye"), ALLE)
def test_every_command_counts_the_same(sak: Sak, for_mye: bool, tmp_path: Path) -> None:
    fra, til = sak.neste.split("/")
    seen = date.fromisoformat(sak.kari[-1]["til"])
    before = str(min(seen, date.fromisoformat(fra) - timedelta(days=1)))
    term = ["--fra", fra, "--til", til, "--dato", before]
    election = {f"moeter/{before}": {"saker": [{"nr": "1", "tittel": "Valg", "type": "valg"}]}}
    skriv(tmp_path / "naa", register(sak) | election)
    skriv(tmp_path / "etter", register(sak, *poster(sak.neste, verv=sak.verv)))

    def sier(*arguments: str, rot: str = "naa") -> str:
        outcome = kjoer("--rot", str(tmp_path / rot), *arguments)
        assert outcome.feil == ""
        return outcome.ut + outcome.err

    assert for_mange(sier("valider", "--dato", fra, rot="etter")) is for_mye
    assert for_mange(sier("sjekk-valg", "utvalget", "kari", "--verv", sak.verv, *term)) is for_mye
    if not uspurt("valgbar", sak):
        about = sier("valgbar", "utvalget", "--dato", str(seen)).partition("Kari (kari)")[2].splitlines()
        answers = dict(line.strip().split(": ", 1) for line in about[1:4] if line)
        for asked in ("oppnevnes igjen", *(f"velges til {verv}" for verv in VERVENE if verv == sak.verv)):
            assert answers[asked].startswith("nei: Kari får" if for_mye else "ja") is True
    if not uspurt("runde", sak):
        who = {"medlem": ["kari"], "vara": ["person-9", "--vara", "kari"]}[sak.verv]
        assert for_mange(sier("runde", "utvalget", *who, *term, "--ja", "--dry-run")) is for_mye
    if sak.verv in VERVENE:
        held = ("valg", "utvalget", before, "1", "kari", "--verv", sak.verv)
        assert for_mange(sier(*held, *term, "--dry-run")) is for_mye


def test_every_command_is_asked_on_both_sides() -> None:
    asked = {
        (kommando, sak.verv, for_mye)
        for kommando in ("valgbar", "runde")
        for sak, for_mye, _ in RADER
        if not uspurt(kommando, sak)
    }
    of_each = {"valgbar": ("medlem", "vara", *VERVENE), "runde": ("medlem", "vara")}
    assert asked == {
        (k, verv, side) for k, vervene in of_each.items() for verv in vervene for side in (True, False)
    }


def test_of_two_rounds_that_end_on_one_day_it_is_the_rest_of_the_one_the_person_is_in() -> None:
    rule = "regel: {regel: funksjonstid, hvem: {verv: medlem}, paa_rad: 2 perioder, kort_periode: teller}\n"
    rounds = "".join(
        f"- {{hva: oppnevningsrunde, dato: {y}-01-01, fra: {y}-01-01, til: 2018-12-31}}\n"
        for y in (2015, 2017)
    )
    terms = ("2014-01-01/2014-12-31", "2015-01-01/2015-12-31", "2016-01-02/2017-01-01", "{}/2018-12-31")
    said = {}
    for begins in ("2017-01-02", "2017-01-01"):
        listed = ", ".join(
            f"{{verv: medlem, fra: {fra}, til: {til}}}"
            for fra, til in (t.format(begins).split("/") for t in terms)
        )
        page = f"medlemmer/kari: {{oppnevninger: [{listed.replace('2017-01-01}', '2016-12-31}')}]}}\n"
        said[begins] = len(meldinger(dom(f"dato: 2019-06-01\n{rule}hendelser:\n{rounds}{page}")))
    assert said == {"2017-01-02": 0, "2017-01-01": 1}  # who begins with a round is in that
