"""Councils for the property tests, built straight from models: thousands a second, where files take ten times as long.

Records are plain mappings with the keys of the files. What a rule has to say of one comes back as a
`Dom`, by the whole way from provision to finding: binding, the clock and all.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from brukerutvalg_cli.dommer.dom import Dom
from brukerutvalg_cli.dommer.driver import doem
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.medlem import Medlem
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.ordliste import Ordliste
from brukerutvalg_cli.model.organisasjon import Organisasjon
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.model.utvalg import Utvalg

STI = "records/utvalg/utvalget"
EN_DAG = timedelta(days=1)

_UTVALG = TypeAdapter(Utvalg)
_MEDLEM = TypeAdapter(Medlem)
_MOETE = TypeAdapter(Moete)
_HENDELSE = TypeAdapter(Hendelse)
_ORGANISASJON = TypeAdapter(Organisasjon)
_REGELVERK = TypeAdapter(Regelverk)

Post = Mapping[str, Any]
NAVNENE = Ordliste.model_validate(
    {"funksjoner": {"nav-leder": "Nav-leder"}, "grupper": {"rus": "rus", "syn": "syn"}}
)
"""What the random rules may name, whether anybody is on record with it or not."""

MINST = 100
"""Fewer random registers than this find too little."""


Felter = dict[str, st.SearchStrategy[Any]]


def poster(faste: Felter, *, optional: Felter | None = None) -> st.SearchStrategy[dict[str, Any]]:
    """Random records with these keys, and some of the optional ones."""
    return st.fixed_dictionaries(faste, optional=optional or {})


def eksempler(antall: int) -> settings:
    """A third of so many random registers in every run; with EKSEMPLER in the environment all, so many times over."""
    if times := os.environ.get("EKSEMPLER"):
        return settings(max_examples=antall * int(times))
    return settings(max_examples=max(antall // 3, min(antall, MINST)))


def regelverk(*bestemmelser: Post, type: str = "mandat") -> Regelverk:
    """A rule set of these provisions; ids are regel-1, regel-2 … where none is given."""
    common = {"avsnitt": "Avsnittet", "styrke": "skal", "tekst": "Teksten."}
    provisions = [common | {"id": f"regel-{nr}"} | dict(b) for nr, b in enumerate(bestemmelser, 1)]
    whole = {"tittel": "Regelverket", "type": type, "datert": "2000", "maalform": "nb"}
    found: Regelverk = _REGELVERK.validate_python(whole | {"bestemmelser": provisions})
    return found.lagt_i("records/regelverk/regelverket.yaml")


def mappe(
    utvalg: Post | None = None,
    *,
    medlemmer: Mapping[str, Post] | None = None,
    moeter: Mapping[date, Post] | None = None,
    hendelser: Iterable[Post] = (),
    feilet: Iterable[str] = (),
) -> Utvalgsmappe:
    """A council's folder. A member is from the user side and a meeting was held, unless they say otherwise."""
    council = {"navn": "Utvalget", "nivaa": "lokal", "maalform": "nb"} | dict(utvalg or {})
    members = {
        name: _MEDLEM.validate_python({"navn": name, "side": "bruker"} | dict(m)).lagt_i(
            f"{STI}/medlemmer/{name}.yaml"
        )
        for name, m in (medlemmer or {}).items()
    }
    meetings = [
        _MOETE.validate_python({"dato": day, "status": "avholdt"} | dict(m)).lagt_i(
            f"{STI}/moeter/{day}.yaml"
        )
        for day, m in sorted((moeter or {}).items())
    ]
    return Utvalgsmappe(
        "utvalget",
        STI,
        _UTVALG.validate_python({k: v for k, v in council.items() if v is not None}).lagt_i(
            f"{STI}/utvalg.yaml"
        ),
        members,
        tuple(meetings),
        tuple(_HENDELSE.validate_python(dict(h)) for h in hendelser),
        feilet=frozenset(f"{STI}/{path}" for path in feilet),
    )


def dom(
    council: Utvalgsmappe,
    rules: Mapping[str, Regelverk],
    dato: date,
    organisasjoner: Mapping[str, Post] | None = None,
) -> Dom:
    """What the rule sets say of the council on a day."""
    known = {name: _ORGANISASJON.validate_python(dict(o)) for name, o in (organisasjoner or {}).items()}
    return doem(Register(known, {council.id: council}, ordliste=NAVNENE), rules, dato)


def dager(fra: date, til: date) -> Iterator[date]:
    """Every day from the first to the last, both included."""
    while fra <= til:
        yield fra
        fra += EN_DAG


def datoer(fra: date, til: date) -> st.SearchStrategy[date]:
    """A day in this stretch; now and then at the turn of a month or a year, where rules go wrong."""
    some = st.integers(0, (til - fra).days).map(lambda n: fra + timedelta(days=n))
    turns = [d for d in dager(fra, til) if d.day == 1 or (d + EN_DAG).day == 1]
    years = [d for d in turns if (d.month, d.day) in ((1, 1), (12, 31), (6, 30), (7, 1))]
    return st.one_of(*(choice for choice in (some, _one_of(turns), _one_of(years)) if choice is not None))


def strekninger(
    dag: st.SearchStrategy[date], til: st.SearchStrategy[date | None] | None = None
) -> st.SearchStrategy[tuple[date, date | None]]:
    """A first and a last day, in that order; the last may be open where `til` says so."""
    return st.tuples(dag, dag if til is None else til).map(
        lambda days: (min(days[0], days[1]), max(days[0], days[1])) if days[1] else days
    )


def _one_of(days: Sequence[date]) -> st.SearchStrategy[date] | None:
    return st.sampled_from(days) if days else None
