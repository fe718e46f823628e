"""Writing commands with plausible and odd arguments, on registers that are restyled, and some of them mutated.

The registers are those that a local council's year leaves behind it, one after each step.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from angrep.kjoering import Tre, kjoer, treet
from angrep.mutanter import VERDIER, endret
from haandskrift import for_haand
from test_et_aar import FOLK, STEG

DAG = "2026-02-20"


class Forsoek(NamedTuple):
    """A register, the command it is given, and how both came about."""

    tre: Tre
    kommando: tuple[str, ...]
    gjort: str


def stadiene(rot: Path) -> list[Tre]:
    """The register after `init`, and after each of the steps of the year."""
    (rot / "folk.csv").write_text(FOLK, encoding="utf-8")
    begun = ("--utvalg", "Nav Storelva", "--medlemmer", str(rot / "folk.csv"), "--ja", "--dato", "2026-01-01")
    return list(_stadier(rot / "register", begun))


def _stadier(register: Path, begun: tuple[str, ...]) -> Iterator[Tre]:
    assert kjoer("init", str(register), *begun).kode == 0
    yield treet(register)
    for step in STEG:
        outcome = kjoer("--rot", str(register), *step, "--likevel", "--dato", DAG)
        assert outcome.kode == 0, outcome
        yield treet(register)


def forsoek(froe: int, stadier: list[Tre]) -> Forsoek:
    """The attempt of this seed."""
    rng = random.Random(froe)
    nr = rng.randrange(len(STEG))
    tree = dict(stadier[min(nr if rng.random() < 0.7 else rng.randrange(len(stadier)), len(stadier) - 1)])
    done = [f"stadium {nr}"]
    for path in [p for p in tree if p.startswith("records/utvalg/") or p == "records/organisasjoner.yaml"]:
        raw = tree[path]
        if isinstance(raw, bytes) and rng.random() < 0.7:
            tree[path] = for_haand(raw, rng)
    if rng.random() < 0.4:
        path = rng.choice(
            [p for p, raw in tree.items() if isinstance(raw, bytes) and p.startswith("records/")]
        )
        raw = tree[path]
        assert isinstance(raw, bytes)
        tree[path] = endret(raw, rng)
        done.append(f"endret {path}")
    step = list(STEG[nr])
    if rng.random() < 0.6:
        done.append(_odde(step, rng))
    extra = rng.choice(((), (), ("--likevel",), ("--ja",), ("--dry-run",)))
    if extra and extra[0] in step:
        extra = ()
    day = rng.choice(
        (DAG, DAG, DAG, "2026-12-31", "1.1.1900", "2199-12-31", "0001-01-01", "9999-12-31", "31.2.2026")
    )
    return Forsoek(tree, (*step, *extra, "--dato", day), "; ".join(done))


ODDE = (
    "", " ", "-", "--", "-x", "ukjent", "siste", "neste", "æøå", "kari-nordmann", "ingen-slik", "1/26",
    "99/26", "0", "-1", "9" * 30, "@/dev/zero", "@finnes-ikke", "@/etc/passwd", "../..", "/tmp", "con",
    "a" * 500, "x\ny", "\u202eabc", "\x1b[2J", "- a", "# a", "a: b", "'", '"', "{}", "[]", "*", "&a", "!!x",
    "|", "> a", "%", "`", "ja", "nei", "1.1.2027", "2026-02-11", "30.2.2026", "Kari Nordmann",
    "A" + "\u0301" * 50, "\U0001f600", "{{ 1 }}", "  a  ", "a" * 5000, "\ud7ff", "::error::a",
)  # fmt: skip


def _odde(step: list[str], rng: random.Random) -> str:
    """Another argument, one fewer or one more."""
    fixed = (
        2
        if len(step) > 1 and step[1] in ("ny", "alle", "til-moete", "foer", "utsett", "endre", "ferdig")
        else 1
    )
    at = rng.randrange(fixed, len(step))
    what = rng.choice(("bytt", "bytt", "bytt", "stryk", "gjenta"))
    if what == "stryk":
        return f"uten {step.pop(at)!r}"
    if what == "gjenta":
        step.append(step[at])
        return f"{step[at]!r} to ganger"
    words = [value for value in VERDIER if isinstance(value, str) and "\0" not in value]
    step[at] = rng.choice((*ODDE, *words))
    return f"{step[at][:40]!r} for nr. {at}"
