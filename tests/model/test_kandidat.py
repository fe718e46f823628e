"""Kandidat: what somebody has on a day is what they would have if nobody had been asked of any other day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from brukerutvalg_cli.model.kandidat import kandidat
from brukerutvalg_cli.model.verdier import UKJENT
from tilfeldige_registre import dager, eksempler, mappe, poster

FRA, TIL = date(2021, 12, 1), date(2022, 4, 1)
SATT = ("2021-12-30", "2022-01-01", "2022-01-15", "2022-02-01")
KJENT = st.sampled_from(SATT)
BEGYNNER = st.sampled_from((*SATT, "ukjent", "2022", "2022-01"))
SLUTTER = st.sampled_from((*SATT[2:], "2022-03-01", "ukjent", "2022-03"))

PERMISJON = poster(
    {"fra": KJENT}, optional={"til": SLUTTER, "stedfortreder": st.sampled_from(("ola", "ukjent"))}
)
TERMIN = poster(
    {"verv": st.sampled_from(("medlem", "leder", "vara", "kasserer")), "fra": BEGYNNER},
    optional={"til": SLUTTER, "permisjon": st.lists(PERMISJON, max_size=1)},
)
FUNKSJON = poster(
    {"funksjon": st.sampled_from(("nav-leder", "ukjent"))}, optional={"fra": BEGYNNER, "til": SLUTTER}
)
PERSON = poster(
    {"oppnevninger": st.lists(TERMIN, max_size=3)}, optional={"funksjon": st.lists(FUNKSJON, max_size=2)}
)
VALG = poster(
    {"verv": st.sampled_from(("leder", "medlem")), "valgt": st.sampled_from((["kari"], "ukjent")), "fra": KJENT},
    optional={"til": SLUTTER},
)  # fmt: skip


def gyldig(post: dict[str, Any]) -> bool:
    """Whether every stretch in it ends no earlier than it begins."""
    spans = [post, *post.get("permisjon", ())]
    return all(str(each.get("til", "9")) >= str(each.get("fra", "")) for each in spans)


@eksempler(300)
@given(
    kari=PERSON, ola=PERSON, valg=st.lists(VALG.filter(gyldig), max_size=1), dagene=st.permutations([*dager(FRA, TIL)])
)  # fmt: skip
def test_what_somebody_has_on_a_day_is_asked_of_that_day(
    kari: dict[str, Any], ola: dict[str, Any], valg: list[dict[str, Any]], dagene: list[date]
) -> None:
    for person in (kari, ola):
        for key in ("oppnevninger", "funksjon"):
            person[key] = [each for each in person.get(key, ()) if gyldig(each)]
    meeting = {"saker": [{"nr": "1/22", "tittel": "Valg", "type": "valg", "valg": valg}]}
    council = mappe(medlemmer={"kari": kari, "ola": ola}, moeter={date(2022, 1, 10): meeting})
    for dag in dagene:
        for name in ("kari", "ola"):
            asked = kandidat(council, {}, name, dag)
            alone = kandidat(replace(council, sett={}), {}, name, dag)
            assert (asked.verv, asked.funksjoner) == (alone.verv, alone.funksjoner), dag


SIDEN = st.sampled_from((None, "bruker", "nav"))
SITTER_FOR = poster(
    {"verv": st.sampled_from(("medlem", "leder")), "fra": st.sampled_from(("2021-12-30", "2022-01-15", "2022-01"))},
    optional={"side": SIDEN, "representerer": st.sampled_from((None, "ffo", "rio")), "til": KJENT},
)  # fmt: skip


@eksempler(300)
@given(st.lists(SITTER_FOR.filter(gyldig), max_size=3))
def test_whom_somebody_sits_for_is_known_where_all_the_days_that_may_be_meant_agree(
    oppnevninger: list[dict[str, Any]],
) -> None:
    """Where only the month of a first day is known, the term may have begun, or not: whoever has none sits for their
    own side."""

    def sett(terms: list[dict[str, Any]], dag: date) -> tuple[object, object]:
        page = {"side": "bruker", "representerer": "ffo", "oppnevninger": terms}
        seen = kandidat(mappe(medlemmer={"kari": page}), {}, "kari", dag)
        return seen.side, seen.representerer

    days = [[str(day) for day in dager(date(2022, 1, 1), date(2022, 1, 31))], ["2022-01-01", "2022-01-31"]]
    choices = [days[nr > 0] if t["fra"] == "2022-01" else [t["fra"]] for nr, t in enumerate(oppnevninger)]
    for dag in (date(2021, 12, 31), date(2022, 1, 14), date(2022, 1, 20), date(2022, 2, 2)):
        ways = [
            sett([term | {"fra": fra} for term, fra in zip(oppnevninger, way, strict=True)], dag)
            for way in product(*choices)
            if all(fra <= term.get("til", "9") for term, fra in zip(oppnevninger, way, strict=True))
        ]
        for said, known in zip(sett(oppnevninger, dag), zip(*ways, strict=True), strict=True):
            assert said == (known[0] if len({*known}) == 1 else UKJENT)
