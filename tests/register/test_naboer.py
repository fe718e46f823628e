"""Who notices that the files of a council were changed: nobody else is judged otherwise."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from random import Random
from typing import Any

import pytest
import yaml

from brukerutvalg_cli.funn.place import eieren
from brukerutvalg_cli.rapport.nye_funn import nye_funn
from brukerutvalg_cli.rapport.rapport import Located
from brukerutvalg_cli.register.landet import Landet
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.naboer import som_merker_det
from brukerutvalg_cli.register.tree import MemoryTree
from brukerutvalg_cli.validering import beroerte, rapporten, utvalgets
from tjue_utvalg import Filer, forandret, tjue_utvalg

DATO = date(2024, 1, 15)
FELLES = {"avsnitt": "Avsnittet", "styrke": "skal", "tekst": "Teksten."}
SER_UT: tuple[dict[str, Any], ...] = (
    {
        "regel": "krav",
        "hver": "sak",
        "der": {"oversendt_til": "foert"},
        "skal_ha": {"finnes_hos_mottaker": "ja"},
    },
    *(
        {"regel": "rettighet", "hos": hos, "hvem": {}, "stemmerett": "nei"}
        for hos in ("ungdomsraad", "overordnet", "underordnede")
    ),
)
"""Provisions that look into other councils: whether they have a case, and who of ours voted there."""


def som_ser_til_hverandre(draw: Random) -> Filer:
    """Four councils bound by them."""
    files = tjue_utvalg(4, draw.randrange(1000))
    names = sorted({eieren(path) for path in files} - {""})

    def med(path: str, endring: Callable[[dict[str, Any]], object]) -> None:
        files[path] = _med(files[path], endring)

    for path in list(files):
        match path.split("/")[-2:]:
            case ["regelverk", "en.yaml"]:
                med(path, _ser_ut)
            case [_, "utvalg.yaml"]:
                if draw.random() < 0.4:
                    med(path, lambda data: data.update(ungdomsraad=draw.choice(names)))
            case ["saker" | "moeter", _]:
                for _ in range(2):
                    med(path, partial(_et_ord_til, draw=draw, names=names))
            case ["medlemmer", _]:
                if draw.random() < 0.05:
                    med(path, lambda data: data.update(side={"antatt": "bruker"}))
    return files


def _ser_ut(data: dict[str, Any]) -> None:
    data["bestemmelser"] += [FELLES | each | {"id": f"ut-{nr}"} for nr, each in enumerate(SER_UT)]


def _med(raw: bytes, endring: Callable[[dict[str, Any]], object]) -> bytes:
    data = yaml.safe_load(raw)
    endring(data)
    return yaml.safe_dump(data, allow_unicode=True).encode()


def _et_ord_til(data: dict[str, Any], draw: Random, names: Sequence[str]) -> None:
    """One thing more in a meeting, or a case that waits, that others may look for, or nobody."""
    case = data["saker"][0] if "saker" in data else data
    name = draw.choice(names)
    match draw.randrange(6):
        case 0:
            case["oversendt_fra"] = f"{name} {draw.choice('31')}/23"
        case 1:
            case["oversendt_fra"] = draw.choice(["ukjent", f"{name} 3/23"])
        case 2:
            case["tittel"] = draw.choice(["En annen sak", "En sak til"])
        case 3 if "dato" in data:
            case["oversendt_til"] = name
        case _ if "dato" in data:
            voted = draw.choice(["ja", "nei", "ukjent"])
            data["oppmoete"].append({"navn": "Kari Nordmann", "fra_utvalg": name, "stemmerett": voted})


def i_ett_utvalg(files: Filer, draw: Random) -> tuple[Filer, dict[str, bytes | None]]:
    """One change in the files of one council, and the files that it changed."""
    while True:
        after = forandret(files, draw) if draw.random() < 0.7 else med_et_ord_til(files, draw)
        changed = {
            path: after.get(path)
            for path in files.keys() | after.keys()
            if files.get(path) != after.get(path)
        }
        if len(set(map(eieren, changed))) == 1 and "" not in map(eieren, changed):
            return after, changed


def med_et_ord_til(files: Filer, draw: Random) -> Filer:
    """The same with one thing more in a meeting or a case."""
    path = draw.choice([path for path in sorted(files) if "/moeter/" in path or "/saker/" in path])
    names = sorted({eieren(path) for path in files} - {""})
    return files | {path: _med(files[path], partial(_et_ord_til, draw=draw, names=names))}


def nytt(
    before: Filer, after: Filer, changed: dict[str, bytes | None], *, bare_de_som_merker: bool
) -> set[str]:
    """What is new with a change, as a verb that writes finds it out."""
    was = load(MemoryTree(before), utvalg=[*map(eieren, changed)])
    now = was.landet.med(MemoryTree(after), changed)
    councils = beroerte(was, changed, now if bare_de_som_merker else None)

    def found(files: Filer) -> tuple[Located, ...]:
        tree = MemoryTree(files)
        return rapporten(tree, load(tree, utvalg=councils), DATO, councils, begynt=True).funn

    return {f"{f.path} {f.finding.message}" for f in nye_funn(found(after), found(before))}


@pytest.mark.parametrize("seed", range(8 * int(os.environ.get("EKSEMPLER", "1"))))
def test_who_does_not_notice_is_judged_the_same(seed: int) -> None:
    """Word for word, whatever was changed; so that what is new with it is all that is new."""
    draw = Random(seed)
    before = som_ser_til_hverandre(draw)
    was = load(MemoryTree(before))
    for _ in range(8):
        after, changed = i_ett_utvalg(before, draw)
        own = eieren(next(iter(changed)))
        now = Landet(MemoryTree(after))
        noticing = som_merker_det(was.landet, now, own, was.regelverk)
        if noticing is None:
            continue
        for name in {*was.landet.utvalgene} - noticing - {own}:
            then = utvalgets(Landet(MemoryTree(before)), name, DATO, begynt=True)
            assert utvalgets(now, name, DATO, begynt=True) == then, (name, changed)
        told, every = (nytt(before, after, changed, bare_de_som_merker=each) for each in (True, False))
        assert told == every, changed


# ── Who it is ─────────────────────────────────────────────────────────────────────────────────────

BUNDET = "  - {id: r, fra: 2022-01-01}\n"
TRE_UTVALG = {
    "records/regelverk/r.yaml": "tittel: R\ntype: mandat\ndatert: 2010-01-01\nmaalform: nb\nbestemmelser:\n"
    "  - {id: hos, avsnitt: A, styrke: skal, tekst: T, regel: rettighet, hos: ungdomsraad, "
    "hvem: {}, stemmerett: nei}\n",
    **{
        f"records/utvalg/{name}/utvalg.yaml": f"navn: N\nnivaa: lokal\nmaalform: nb\n{more}regelverk:\n{BUNDET}"
        for name, more in {"her": "", "under": "overordnet: her\n", "unge": "", "gjest": ""}.items()
    },
    "records/utvalg/her/moeter/2023-03-02.yaml": "dato: 2023-03-02\nstatus: avholdt\n"
    "saker:\n  - {nr: 1/23, tittel: A, type: annet, oversendt_til: under}\n",
}
MOETET = "records/utvalg/her/moeter/2023-03-02.yaml"


def merker(path: str, text: str, **mer: str) -> frozenset[str] | None:
    """Who notices that a file of theirs says this too. `mer`: what utvalg.yaml says beside, by council."""
    before = dict(TRE_UTVALG)
    for name, said in mer.items():
        before[f"records/utvalg/{name}/utvalg.yaml"] += said
    was = load(MemoryTree(before))
    after = before | {path: before.get(path, "") + text}
    return som_merker_det(was.landet, Landet(MemoryTree(after)), eieren(path), was.regelverk)


def test_a_text_that_nobody_may_ask_for_is_noticed_by_nobody() -> None:
    assert merker(MOETET, "innledning: Kort\n") == frozenset()


def test_those_whose_meeting_it_is_too_notice_it() -> None:
    assert merker(MOETET, "felles_med: [gjest]\n") == frozenset({"gjest"})


def test_those_whose_mandate_sends_somebody_there_notice_it() -> None:
    assert merker(MOETET, "innledning: Kort\n", gjest="ungdomsraad: her\n") == frozenset({"gjest"})


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("records/utvalg/her/utvalg.yaml", "eier: nav\n"),
        ("records/utvalg/her/medlemmer/kari.yaml", "navn: Kari Nordmann\nside: bruker\n"),
        (MOETET, "id: abcdefghijklmnop\n"),
        (MOETET, "moeteleder: {antatt: kari}\n"),
        (MOETET, "status: avlyst\n"),
        ("records/utvalg/her/saker/2023-001.yaml", "tittel: B\ntype: annet\noversendt_fra: gjest 1/23\n"),
    ],
)
def test_it_may_be_anybody_where_the_council_answers_otherwise(path: str, text: str) -> None:
    """Or something in it is assumed, or a file of it cannot be read (one key twice)."""
    assert merker(path, text) is None
