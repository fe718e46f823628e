"""A hostile template is a finding or harmless: it costs no more than its budget, and hides no other file's mistakes."""

from __future__ import annotations

import faulthandler
import resource
import sys
from collections.abc import Iterator
from datetime import date
from math import inf
from pathlib import Path
from typing import Any

import pytest

from angrep.maler import DYP, GJENTAR, TUNGT, VOKSER, Angrep
from angrep.malerskrift import LESES, RINGER, SER
from angrep.malgenerator import Malgenerator
from angrep.omfang import biter
from brukerutvalg_cli.dokument import budget, environment
from brukerutvalg_cli.dokument.budget import Budget, Malgrense
from brukerutvalg_cli.dokument.format.navn import Dokumentslag
from brukerutvalg_cli.dokument.lag import lag
from brukerutvalg_cli.dokument.malsjekk import Malsjekk
from brukerutvalg_cli.dokument.operations import before_call, paid
from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.register.load import load
from brukerutvalg_cli.register.tree import MemoryTree
from brukerutvalg_cli.validering import valider
from smaa_registre import UTVALG, filer

FOR_HAND = {**GJENTAR, **VOKSER, **TUNGT, **LESES, **RINGER, **SER}

REGISTER: dict[str, Any] = {
    "utvalg": {"navn": "Utvalget"},
    "moeter/2024-03-13": {
        "tid": "12:15",
        "saker": [
            {"nr": "1/24", "tittel": "En *sak*", "type": "annet", "referat": "En *tekst*."},
            {"nr": "2/24", "tittel": "En til", "type": "annet"},
        ],
    },
}
SKRITT = 30_000
"""The budget of a document here. It is the steps that count, and so many of them are taken as fast as can be."""

MAPPE = f"{UTVALG}/templates"
FEIL = {f"{UTVALG}/medlemmer/kari.yaml": "navn: Kari Nordmann\nside: brukerr\n"}
"""A mistake in another file, which is to be told of whatever the template does."""

A = "{% set y = 1 %}{{ moete.dag }}"
"""What the random ones include and import."""

LENGST = 100
"""Seconds until a test that does not come back is ended from without: so that it fails, and does not hang."""
MEST = 1 << 30
"""Bytes that may come on top of what a test begins with."""


@pytest.fixture(autouse=True)
def utenfra() -> Iterator[None]:
    """What stops a template that our own bounds let pass: no measure of time or memory decides a test."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    now = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + MEST, hard))
    faulthandler.dump_traceback_later(LENGST, exit=True)
    yield
    faulthandler.cancel_dump_traceback_later()
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


@pytest.fixture
def brukt(monkeypatch: pytest.MonkeyPatch) -> list[Budget]:
    """The budgets that are given out: only steps count, for time is another on each machine."""
    given: list[Budget] = []

    class Noted(Budget):
        def __init__(self, steps: float = inf) -> None:
            super().__init__(steps)
            if steps < sys.maxsize:  # the others only count
                given.append(self)

    monkeypatch.setattr(budget, "SECONDS", inf)
    monkeypatch.setattr(environment, "STEPS", SKRITT)
    monkeypatch.setattr(environment, "Budget", Noted)
    return given


def dokumentet(slag: Dokumentslag, maler: dict[str, str]) -> str | Finding:
    tree = MemoryTree({**filer(REGISTER), **{f"{MAPPE}/{name}": text for name, text in maler.items()}})
    lastet = load(tree)
    assert lastet.findings == ()
    mappe = lastet.register.mapper["utvalget"]
    return lag(slag, lastet.register, mappe, mappe.moeter[0], tree)


def alle_funn(maler: dict[str, str]) -> list[tuple[str, str, str]]:
    tree = MemoryTree(
        {**filer(REGISTER), **FEIL, **{f"{MAPPE}/{name}": text for name, text in maler.items()}}
    )
    located = valider(tree, date(2024, 4, 1)).funn
    return [(each.finding.name, each.path, each.finding.message) for each in located]


ANDRES_FUNN = alle_funn({})


def proevd(angrep: Angrep, brukt: list[Budget]) -> list[str]:
    """Try a template on everything that reads templates, and give what was said of it for the two documents."""
    maler = {"referat.md.j2": angrep.mal, **angrep.andre}
    funn = alle_funn(maler)
    assert [one for one in funn if not one[1].startswith(MAPPE)] == ANDRES_FUNN
    said = [*(message for name, _, message in funn if name == "mal-feil")]
    results = [
        dokumentet("referat", maler),
        dokumentet("innkalling", {**maler, "innkalling.md.j2": angrep.mal}),
    ]
    for result in results:
        if isinstance(result, str):
            result.encode()
            assert len(result) < 8 * max(each.steps for each in brukt)
            assert " object at 0x" not in result
        else:
            assert (result.name, result.place.path.startswith(MAPPE)) == ("mal-feil", True)
            assert result.help
            said.append(result.message)
    assert all(len(message) < 300 and "MemoryError" not in message for message in said)
    return ["" if isinstance(result, str) else result.message for result in results]


@pytest.mark.parametrize("navn", FOR_HAND)
def test_a_hostile_template_is_a_finding_or_harmless(navn: str, brukt: list[Budget]) -> None:
    minutes, _ = proevd(FOR_HAND[navn], brukt)
    ventet = FOR_HAND[navn].ventet
    assert ventet in minutes if ventet else not minutes


@pytest.mark.parametrize("seeds", biter(kort=60, lang=10_000, i_hver=20), ids=str)
def test_any_template_is_a_finding_or_harmless(seeds: range, brukt: list[Budget]) -> None:
    for seed in seeds:
        mal = Malgenerator(seed).mal()
        brukt.clear()
        try:
            proevd(Angrep(mal, "", {"a": A}), brukt)
        except Exception as error:
            error.add_note(f"seed {seed}: {mal}")
            raise


def test_nothing_is_reckoned_out_when_a_template_is_read(brukt: list[Budget]) -> None:
    maler = {f"{MAPPE}/referat.md.j2": "{% set x = range(1000)|list|sort %}{{ [3, 2, 1]|sort|join('-') }}"}
    Malsjekk(MemoryTree({**filer(REGISTER), **maler})).environment("utvalget").get_template("referat.md.j2")
    assert brukt[-1].steps - brukt[-1].left == environment.LOOKED_FOR


@pytest.mark.parametrize(
    "error", [SyntaxError("too many", ("", 900, 1, "")), MemoryError(), RecursionError()]
)
def test_code_that_python_refuses_is_a_finding_in_the_template(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: environment.Documents, source: str, filename: str) -> None:
        if filename.startswith("records/"):
            raise error

    monkeypatch.setattr(environment.Documents, "_compile", refuse)
    [finding] = [one for one in alle_funn({"referat.md.j2": "x"}) if one[0] == "mal-feil"]
    assert finding[1:] == (f"{MAPPE}/referat.md.j2", DYP)


@pytest.mark.parametrize("filter_", ["join", "trim"])
def test_what_a_filter_would_do_is_paid_for_before_it_is_done(filter_: str) -> None:
    def never(*given: str) -> str:
        raise AssertionError("done before it was paid for")

    small = Budget(5_000)
    with pytest.raises(Malgrense):
        paid(filter_, never, lambda: small)("a" * 10_000, "b" * 10_000)


def test_what_a_method_would_make_is_paid_for_before_it_is_made() -> None:
    with pytest.raises(Malgrense):
        before_call(Budget(5_000), ("a" * 10_000).replace, ("a", "b" * 10_000), {})


def test_there_are_enough_of_them() -> None:
    assert len(FOR_HAND) >= 150


def test_some_of_the_random_ones_are_documents(brukt: list[Budget]) -> None:
    """Or they would all stumble at their first step, and try nothing."""
    made = [dokumentet("referat", {"referat.md.j2": Malgenerator(seed).mal(), "a": A}) for seed in range(40)]
    assert 5 < sum(isinstance(one, str) for one in made) < 40


# ── Many councils, and many blocks ────────────────────────────────────────────────────────────────


def test_what_three_hundred_councils_share_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    compile_ = environment.Documents._compile

    def noted(self: environment.Documents, source: str, filename: str) -> Any:
        if filename.startswith("records/"):
            compiled.append(filename)
        return compile_(self, source, filename)

    monkeypatch.setattr(environment.Documents, "_compile", noted)
    councils = {
        f"records/utvalg/u{nr}/utvalg.yaml": "navn: U\nnivaa: lokal\nmaalform: nb\n" for nr in range(300)
    }
    own = {f"records/utvalg/u{nr}/templates/dokument.md.j2": "x" for nr in range(0, 300, 10)}
    shared = {
        "records/templates/referat.md.j2": "{{ 9 ** 9 ** 9 }}" * 100,
        "records/templates/innkalling.md.j2": "{{ " + "(" * 1000,
    }
    funn = valider(MemoryTree({**filer(REGISTER), **councils, **own, **shared}), date(2024, 4, 1)).funn
    assert [each.path for each in funn if each.finding.name == "mal-feil"] == [
        "records/templates/innkalling.md.j2"
    ]
    assert sorted(compiled) == sorted(["records/templates/referat.md.j2", *own])


def test_of_a_thousand_misspelt_blocks_some_are_told_of() -> None:
    blocks = "".join(f"{{% block nestemoete{nr} %}}{{% endblock %}}" for nr in range(1000))
    funn = alle_funn({"referat.md.j2": '{% extends "standard/referat.md.j2" %}' + blocks})
    assert len([one for one in funn if one[0] == "mal-feil"]) == 20


# ── What our own templates need ───────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("slag", ["referat", "innkalling"])
@pytest.mark.parametrize("saker", [1, 30, 1000])
def test_the_standard_templates_are_far_below_the_bound(
    slag: Dokumentslag, saker: int, brukt: list[Budget]
) -> None:
    case = {"tittel": "En *sak*", "type": "annet", "referat": "*", "framlegg": "x"}
    meeting = {"tid": "12:15", "saker": [{"nr": f"{nr}/24", **case} for nr in range(1, saker + 1)]}
    tree = MemoryTree({
        **filer({**REGISTER, "moeter/2024-03-13": meeting}),
        f"{MAPPE}/{slag}.md.j2": f"{{% extends 'standard/{slag}.md.j2' %}}",
    })  # fmt: skip
    lastet = load(tree)
    mappe = lastet.register.mapper["utvalget"]
    assert isinstance(lag(slag, lastet.register, mappe, mappe.moeter[0], tree), str)
    assert brukt[-1].left > brukt[-1].steps / 2
