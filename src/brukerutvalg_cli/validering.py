"""Validering: the whole way from files to report, in one function of values."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from brukerutvalg_cli.dommer.driver import doem
from brukerutvalg_cli.dommer.hviler import hvilende
from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.kontroll.tabell import SJEKKER
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.rapport.rapport import Rapport
from brukerutvalg_cli.rapport.sammenstill import sammenstill
from brukerutvalg_cli.register.load import Lastet, load
from brukerutvalg_cli.register.locate import Locator
from brukerutvalg_cli.register.tree import Tree

UTVALG, REGELVERK = "records/utvalg/", "records/regelverk/"


def valider(tree: Tree, dato: date, utvalg: Collection[str] = (), *, begynt: bool = False) -> Rapport:
    """Everything there is to say of a register on a day; of these councils only, where some are named.

    `begynt`: for who asks what a change makes (`dommer/klokke.py`).
    """
    return rapporten(tree, load(tree), dato, utvalg, begynt=begynt)


def rapporten(
    tree: Tree, lastet: Lastet, dato: date, utvalg: Collection[str] = (), *, begynt: bool = False
) -> Rapport:
    """The same of a register that is read already."""
    register = lastet.register
    chosen = [name for name in register.mapper if not utvalg or name in utvalg]
    findings = [f for f in (*lastet.findings, *innebygde(lastet, dato)) if not utvalg or _concerns(f, utvalg)]
    findings += _maler(tree, chosen)
    dom = doem(register, lastet.regelverk, dato, chosen, begynt=begynt)
    return sammenstill(
        findings,
        dom,
        Locator(tree),
        register,
        filer=lastet.filer,
        utvalg=len(chosen),
        dato=dato,
    )


def beroerte(lastet: Lastet, endret: Mapping[str, bytes | None]) -> frozenset[str]:
    """The councils that a change to these files can make something of; every one, where they are not a council's own.

    It is the councils the files are of, those that they name, and those whose files or rule sets name one of them.
    """
    own = {path.split("/")[2] for path in endret if path.startswith(UTVALG)}
    councils = own | set(lastet.register.mapper)
    if not all(path.startswith(UTVALG) for path in endret):
        return frozenset(councils)
    found = set(own)
    for path, raw in [*((path, file.raw) for path, file in lastet.lest.items()), *endret.items()]:
        named = {name for name in councils if name.encode() in (raw or b"")}
        if path.startswith(UTVALG):
            council = path.split("/")[2]
            found |= named if council in own else {council} if named & own else set()
        elif path.startswith(REGELVERK) and named & own:
            return frozenset(councils)
    return frozenset(found)


def innebygde(lastet: Lastet, dato: date | None = None) -> list[Finding]:
    """The findings of the built-in checks, with what of them rests on an assumption; on a day, what that brings too."""
    register = lastet.register
    found = _sjekket(register, lastet.regelverk, dato)
    return hvilende(
        found, register, lambda places, _: _sjekket(register.uten_antakelser(places), lastet.regelverk, dato)
    )


def _sjekket(register: Register, regelverk: Mapping[str, Regelverk], dato: date | None) -> list[Finding]:
    found = [f for sjekk in SJEKKER for f in sjekk.se_etter(register, regelverk)]
    by_day = (sjekk.paa_dagen for sjekk in SJEKKER if dato and sjekk.paa_dagen)
    return found + [f for check in by_day if dato for f in check(register, regelverk, dato)]


def _maler(tree: Tree, utvalg: Sequence[str]) -> list[Finding]:
    """What is wrong with the councils' own templates, each mistake once."""
    if not any(path.endswith(".j2") for path in tree.paths()):
        return []
    from brukerutvalg_cli.dokument.malsjekk import Malsjekk  # late: Jinja is for those who have templates

    return Malsjekk(tree).alle(utvalg)


def _concerns(finding: Finding, utvalg: Collection[str]) -> bool:
    """Whether a finding is about one of these councils, or about what all of them share."""
    parts = finding.place.path.split("/")
    return parts[1:2] != ["utvalg"] or parts[2] in utvalg
