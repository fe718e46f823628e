"""Terms known by their years: what is said without trying every way they may have been, is what all of them say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from brukerutvalg_cli.dommer.dom import Dom
from brukerutvalg_cli.funn.finding import Utfall
from brukerutvalg_cli.mandat.funksjon import likegyldig, mulige
from brukerutvalg_cli.model.deldato import les_deldato
from brukerutvalg_cli.model.sete import Sete
from mandat import test_egenskaper_funksjonstid as tider
from smaa_registre import dom as sett
from smaa_registre import meldinger, utfall
from tilfeldige_registre import EN_DAG, dom, eksempler, regelverk

Post = dict[str, Any]
HVOR_MYE = st.sampled_from([4, 4, 4, 4, 7, 10])
"""How much is known of a day: so many letters of it."""


def delvis(entries: Sequence[Post], known: Sequence[int]) -> list[Post]:
    """The same terms, with so much of each day."""
    found = []
    for nr, entry in enumerate(entries):
        said = dict(entry)
        for key, much in zip(("fra", "til"), known[2 * nr :], strict=False):
            said[key] = said[key] if much == 10 or said[key] is None else str(said[key])[:much]
        found.append(said)
    return found


class Aarsliste(NamedTuple):
    """Her terms and others', the rounds and the rule, and how much is known of each day."""

    entries: list[Post]
    andre: list[list[Post]]
    runder: list[tider.Runde]
    regel: Post
    kjent: list[int]
    andres: list[int]

    def sagt(self, entries: Sequence[Post]) -> Dom:
        """What is found where her terms are these."""
        others = [delvis(each, self.andres) for each in self.andre]
        council = tider.utvalget(list(entries), self.runder, {"r": tider.BINDING}, others)
        rule = regelverk(self.regel | {"hvem": {"verv": "medlem"}})
        return dom(council, {"r": rule}, tider.ETTER_ALT)


KJENT = st.lists(HVOR_MYE, min_size=12, max_size=12)
TERMINER = st.builds(
    tider.vervet,
    st.lists(
        st.tuples(
            st.sampled_from(["medlem"] * 4 + ["leder", "vara"]),
            st.sampled_from([0, 0, 0, 0, 1, -1, 30, 181, 366, 400, -181, -365, -366]),
            st.integers(0, 2),
            st.sampled_from([0, 0, 0, 0, -181, -200, 181, 365]),
        ),
        max_size=5,
    ),
    st.sampled_from([1, 2]),
)
ANDRE = st.lists(TERMINER, max_size=2)
RUNDENE: st.SearchStrategy[list[tider.Runde]] = st.one_of(
    st.just([]),
    st.builds(
        lambda first, years, n: tider.med_slutt(
            [date(first + years * i, 1, 1) for i in range(n)], [years] * n
        ),
        st.integers(2012, 2015),
        st.integers(1, 2),
        st.integers(2, 7),
    ),
    tider.RUNDENE,
)
REGLER = st.builds(
    lambda regel, mer: regel | mer,
    tider.REGLER.filter(lambda regel: "periode" in regel["paa_rad"]),
    st.sampled_from([{}, {}, {}, {"til_sammen": "3 perioder"}]),
)
LISTER = st.builds(Aarsliste, TERMINER.filter(bool), ANDRE, RUNDENE, REGLER, KJENT, KJENT)


@given(LISTER, st.sampled_from([1, 2, 2]))
@eksempler(120)
def test_what_is_left_out_would_have_said_the_same(liste: Aarsliste, most: int) -> None:
    """Held against all the ways, where they are not too many."""
    known = liste.kjent
    partly = [nr for nr, much in enumerate(known[: 2 * len(liste.entries)]) if much != 10][most:]
    said = delvis(liste.entries, [10 if nr in partly else much for nr, much in enumerate(known)])

    def doemt() -> list[list[object]]:
        found = liste.sagt(said)
        return [list(found.findings), list(found.fortsatt), list(found.uvurdert)]

    def noter(seats: Sequence[Sete], turns: Any) -> list[list[Sete]]:
        found = alle(seats, turns)
        assume(found)  # not too many
        return found

    alle = mulige.mulige
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(likegyldig, "festet", lambda _, seats, __: list(seats))
        patched.setattr(mulige, "mulige", noter)
        every = doemt()
    assert doemt() == every


def brutt(found: Dom) -> set[tuple[bool, int]]:
    """Which of her terms is one too many."""
    said = (*found.findings, *found.fortsatt)
    return {("til sammen" in f.emne, int(f.place.route[1])) for f in said if f.emne.startswith("kari")}


@given(LISTER, st.lists(st.lists(st.floats(0, 1), min_size=12, max_size=12), min_size=2, max_size=2))
@eksempler(120)
def test_every_way_that_it_may_have_been_says_what_is_said(
    liste: Aarsliste, drawn: list[list[float]]
) -> None:
    """However many there are: some of them are drawn, those at the ends among them."""
    said = delvis(liste.entries, liste.kjent)
    found = liste.sagt(said)
    unsure = any(u.emne.startswith("kari") for u in found.uvurdert)
    for parts in (*drawn, [0.0] * 12, [1.0] * 12, [0.0, 1.0] * 6, [1.0, 0.0] * 6):
        way = _paa_dager(said, parts)
        if way:
            really = brutt(liste.sagt(way))
            assert brutt(found) <= really
            assert unsure or really <= brutt(found)


def _paa_dager(entries: Sequence[Post], parts: Sequence[float]) -> list[Post] | None:
    """One of the ways these may have been: so far into each stretch of days. None, where it would end first."""
    found = []
    for nr, entry in enumerate(entries):
        days = {}
        for key, into in zip(("fra", "til"), parts[2 * nr :], strict=False):
            part = les_deldato(entry[key])
            days[key] = (
                part.tidligst + EN_DAG * round(into * (part.senest - part.tidligst).days)
                if part
                else entry[key]
            )
        found.append(entry | days)
    return found if all(each["fra"] <= each["til"] for each in found) else None


FEM_AV_DEM = """
regel: {regel: funksjonstid, hvem: {verv: medlem}, lengde: 2 aar, paa_rad: 3 perioder}
medlemmer/kari:
  oppnevninger:
    - {verv: medlem, fra: 2013, til: 2014}
    - {verv: medlem, fra: 2015, til: 2016}
    - {verv: medlem, fra: FRA, til: 2018}
    - {verv: medlem, fra: 2019, til: 2020}
medlemmer/per: {oppnevninger: [{verv: medlem, fra: 2017-01-01, til: TIL}]}
RUNDENE
"""
I_HVERT_ANNET_AAR = "hendelser: [{}]".format(
    ", ".join(
        f"{{hva: oppnevningsrunde, dato: {year}-01-01, til: {year + 1}-12-31}}"
        for year in range(2013, 2020, 2)
    )
)


@pytest.mark.parametrize("runder", [I_HVERT_ANNET_AAR, ""])
@pytest.mark.parametrize(
    ("fra", "til", "ventet"),
    [
        ("2017", "2018-12-31", ["feil funksjonstid @ medlemmer/kari oppnevninger.3.fra"]),
        ("2017", "2018", ["feil funksjonstid @ medlemmer/kari oppnevninger.3.fra"]),  # not before she began
        ("2017", "2017-06-30", ["uvisst kari medlem på rad 2019"]),  # whom she may have taken over from
        ("2017-06", "2017-06-30", ["feil funksjonstid @ medlemmer/kari oppnevninger.3.fra"]),
    ],
)
def test_a_list_of_years_is_counted(runder: str, fra: str, til: str, ventet: list[str]) -> None:
    text = FEM_AV_DEM.replace("FRA", fra).replace("TIL", til).replace("RUNDENE", runder)
    found = sett(text)
    assert utfall(found, "regelen") == ventet
    assert all("4 perioder" in text for text in meldinger(found) if "perioder" in text)


TO_RUNDER = "hendelser: [{}, {}]".format(
    "{hva: oppnevningsrunde, dato: 2015-01-01, til: 2018-12-31}",
    "{hva: oppnevningsrunde, dato: 2019-01-01, til: 2022-12-31}",
)
EN_AV_GANGEN = "paa_rad: 1 periode"


@pytest.mark.parametrize(
    ("regel", "kari", "per", "mer", "ventet"),
    [
        # A pause is counted from what outlasts the next.
        (f"{EN_AV_GANGEN}, pause: 6 maaneder",
         "medlem 2015 2018, nestleder 2016-01-01 2017-12-31, medlem 2019-05-01 2022-12-31", "", TO_RUNDER,
         "medlem 2019-05-01"),
        # What runs on into the round may come first in it.
        (EN_AV_GANGEN, "medlem 2015-01-01 2019-03-31, nestleder 2019 2022", "", TO_RUNDER,
         "medlem 2019-01-01, nestleder 2019"),
        # What was begun in the round as the rest of another's, is long with what came after.
        (EN_AV_GANGEN, "medlem 2015-01-01 2018-12-31, nestleder 2019-07-01 2020-12-31, medlem 2021 2022",
         "medlem 2019-01-01 2019-06-30", TO_RUNDER, "nestleder 2019-07-01"),
        # Who sat the day before took over from nobody.
        (f"lengde: 4 aar, {EN_AV_GANGEN}", "medlem 2014 2018, medlem 2018-07-01 2020-06-30",
         "medlem 2017-01-01 2018-06-30", "", "medlem 2018-07-01"),
        # Of rounds that meet, it may be either's.
        (EN_AV_GANGEN, "medlem 2015-01-01 2016-12-31, medlem 2017 2018", "",
         TO_RUNDER.replace("2019-01-01, til: 2022", "2017-01-01, til: 2020"), "medlem 2017"),
        # What is over before another that began earlier is the same term twice; so is an office of a member's.
        (f"lengde: 2 aar, {EN_AV_GANGEN}", "medlem 2015-01-01 2018-06-30, medlem 2016 2018", "", "", "medlem 2016"),
        (f"lengde: 1 aar, {EN_AV_GANGEN}", "medlem 2015 2016, leder 2016-07-01 2018-06-30", "", "",
         "leder 2016-07-01"),
        # One that lasted on keeps what follows on end, however long ago the last was over.
        (f"lengde: 2 aar, {EN_AV_GANGEN}, pause: 9 maaneder",
         "medlem 2015-01-01 2019-06-30, medlem 2016-01-01 2018-12-31, medlem 2020 2021-12-31", "", "",
         "medlem 2020"),
        # Who left in the round, nobody knows when, may have been taken over from.
        (EN_AV_GANGEN, "medlem 2015-01-01 2018-12-31, medlem 2020 2020", "medlem 2019-01-01 2019", TO_RUNDER,
         "medlem 2020"),
        # What was begun before the provision was there, it does not judge.
        (EN_AV_GANGEN, "medlem 2015-01-01 2018-12-31, medlem 2020 2022", "",
         f"utvalg: {{regelverk: [{{id: regelverket, fra: 2020-07-01}}]}}\n{TO_RUNDER}", "medlem 2020"),
        # Nobody knows what came before the records begin: the rest of that may be long with what came after.
        (EN_AV_GANGEN, "nestleder 2019-07-01 2020-12-31, medlem 2021 2022, medlem 2023-01-01 2026-12-31", "",
         f"utvalg: {{registrert_fra: 2020-01-01}}\n{TO_RUNDER}", "medlem 2023-01-01"),
        # What follows within one term is one with it.
        (f"lengde: 4 aar, {EN_AV_GANGEN}", "medlem 2015 2016, nestleder 2017-01-01 2019-06-30", "", "",
         "nestleder 2017-01-01"),
    ],
)  # fmt: skip
def test_what_is_not_all_one_is_not_known_and_it_is_said_of_which_period(
    regel: str, kari: str, per: str, mer: str, ventet: str
) -> None:
    pages = {"kari": kari, "per": per}
    people = "\n".join(f"medlemmer/{who}: {{oppnevninger: [{_poster(text)}]}}" for who, text in pages.items())
    found = sett(f"regel: {{regel: funksjonstid, hvem: {{verv: medlem}}, {regel}}}\n{people}\n{mer}\n")
    said = [each.finding for each in (*found.ikke_vurdert, *found.funn)]
    about = [(f.emne.replace("på rad ", ""), f.utfall) for f in said if "på rad" in f.emne]
    assert about == [(f"kari {each}", Utfall.UVISST) for each in ventet.split(", ")]


def _poster(text: str) -> str:
    lines = (line.split() for line in text.split(", ") if line)
    return ", ".join(f"{{verv: {verv}, fra: {fra}, til: {til}}}" for verv, fra, til in lines)
