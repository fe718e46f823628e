"""Validering: the whole way from files to report, in one function of values.

The council is the unit: what is said of one follows from its own files, from what all share, and from what it may ask
of the others (`model/omriss.py`). So all of them are judged one by one, each forgotten before the next is read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from brukerutvalg_cli.arbeidere import fordelt, prosesser
from brukerutvalg_cli.dommer.driver import doem
from brukerutvalg_cli.dommer.hviler import hvilende
from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import UTVALG, Place, eieren
from brukerutvalg_cli.kontroll.tabell import SJEKKER
from brukerutvalg_cli.mandat.regelverk import Regelverk
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.rapport.rapport import Located, Rapport
from brukerutvalg_cli.rapport.samlet import gjelder, samlet
from brukerutvalg_cli.rapport.sammenstill import sammenstill
from brukerutvalg_cli.register.filfeil.filer import FIL_ULESBAR
from brukerutvalg_cli.register.innlest import posten
from brukerutvalg_cli.register.landet import Landet, Opplyst
from brukerutvalg_cli.register.load import Lastet, lastet, load
from brukerutvalg_cli.register.locate import Locator
from brukerutvalg_cli.register.tree import Tree

SAMLET = 4
"""So few councils are read and judged together."""


def valider(
    tree: Tree,
    dato: date,
    utvalg: Collection[str] = (),
    vet: Callable[[Lastet], Lastet] | None = None,
    *,
    begynt: bool = False,
) -> Rapport:
    """Everything there is to say of a register on a day; of these councils only, where some are named.

    `vet` is asked, once all of it is read, what else is known of it than what the files say. `begynt`: for who asks
    what a change makes (`dommer/klokke.py`).
    """
    if vet:
        return rapporten(tree, vet(load(tree)), dato, utvalg, begynt=begynt)
    if utvalg or begynt:
        return rapporten(tree, load(tree, utvalg=utvalg or None), dato, utvalg, begynt=begynt)
    landet = Landet(tree)
    if len(landet.utvalgene) <= SAMLET:
        return rapporten(tree, load(tree), dato)
    files = sum(map(len, landet.paths.values()))
    return ett_for_ett(landet, dato, prosesser(len(landet.utvalgene), files))


def ett_for_ett(landet: Landet, dato: date, prosesser: int = 1) -> Rapport:
    """The same of every council, where no more than one of them is in memory at a time in each process."""
    names = landet.utvalgene
    answers = fordelt(names, partial(_og_glem, landet, dato), prosesser)
    parts = []
    for name in filter(answers.gjort.__contains__, names):
        part, told = answers.gjort[name]
        landet.motta(name, told)
        parts.append(part)
    return samlet([*parts, de_felles(landet, dato, names), uten_dom(answers.doede, dato)], dato)


def _og_glem(landet: Landet, dato: date, utvalg: str) -> tuple[Rapport, Opplyst]:
    """What is found in one council, of which no more is kept than that, and what all others may ask of it."""
    found = utvalgets(landet, utvalg, dato)
    posten.cache_clear()
    return found, landet.fortalt(utvalg)


def uten_dom(utvalg: Iterable[str], dato: date) -> Rapport:
    """That councils were not judged, because the process that was to do it is gone."""
    text = "utvalget ble ikke vurdert, for prosessen som skulle gjøre det, ble avbrutt"
    places = (Place(f"{UTVALG}{name}") for name in utvalg)
    help = "kjør kommandoen igjen; skjer det om igjen, vurder utvalget for seg"
    lost = tuple(Located(FIL_ULESBAR.finding(text, place, help=help)) for place in places)
    return Rapport(lost, (), (), (), 0, 0, dato)


def utvalgets(landet: Landet, utvalg: str, dato: date, *, begynt: bool = False) -> Rapport:
    """What is found in one council."""
    read = lastet(landet, [utvalg])
    alone = replace(read, findings=read.egne, filer=read.filer - landet.felles.antall)
    landet.fortalt(utvalg)
    return _rapport(landet.tree, alone, dato, om_utvalgene(alone, dato), begynt=begynt, maler=())


def de_felles(
    landet: Landet, dato: date, utvalg: Sequence[str], bare: Collection[str] | None = None
) -> Rapport:
    """What is found in what all share, in all councils together, and in the templates of these councils.

    `bare`: no others are asked about, where what is found in another is not wanted.
    """
    shared = lastet(landet, ())
    if bare is not None:
        shared = replace(shared, register=replace(shared.register, bare=frozenset(bare)))
    return _rapport(landet.tree, shared, dato, om_alle(shared), maler=utvalg)


def rapporten(
    tree: Tree, lastet: Lastet, dato: date, utvalg: Collection[str] = (), *, begynt: bool = False
) -> Rapport:
    """The same of a register that is read already."""
    if len(utvalg) > SAMLET and lastet.register.historie is None:
        each = [utvalgets(lastet.landet, name, dato, begynt=begynt) for name in sorted(utvalg)]
        shared = de_felles(lastet.landet, dato, sorted(utvalg), utvalg)
        concerned = tuple(f for f in shared.funn if gjelder(f.finding, utvalg))
        return samlet([*each, replace(shared, funn=concerned)], dato)
    if utvalg:
        lastet = lastet.av(utvalg)
    found = [f for f in innebygde(lastet, dato) if not utvalg or gjelder(f, utvalg)]
    return _rapport(tree, lastet, dato, found, utvalg, begynt=begynt)


def _rapport(
    tree: Tree,
    lastet: Lastet,
    dato: date,
    funnet: Iterable[Finding],
    utvalg: Collection[str] = (),
    *,
    begynt: bool = False,
    maler: Sequence[str] | None = None,
) -> Rapport:
    """`maler`: whose templates are looked through, where that is not those of the councils at hand."""
    register = lastet.register
    chosen = [name for name in register.mapper if not utvalg or name in utvalg]
    findings = [f for f in lastet.findings if not utvalg or gjelder(f, utvalg)]
    return sammenstill(
        [*findings, *funnet, *_maler(tree, chosen if maler is None else maler)],
        doem(register, lastet.regelverk, dato, chosen, begynt=begynt),
        Locator(tree),
        register,
        filer=lastet.filer,
        utvalg=len(chosen),
        dato=dato,
    )


def beroerte(
    lastet: Lastet, endret: Mapping[str, bytes | None], etter: Landet | None = None
) -> frozenset[str]:
    """The councils that a change to these files can make something of; every one, where they are not a council's own.

    It is the councils the files are of, those whose files or rule sets name one of them, those that hold meetings
    with one of them, and those that it says are above it, or said so. `etter`: all councils with the change, for who
    has them: of one that answers others as before, nobody is touched by its name alone.
    """
    landet = lastet.landet
    own = set(map(eieren, endret))
    if etter and "" not in own:
        from brukerutvalg_cli.register.naboer import som_merker_det  # late: for who writes

        noticing = [som_merker_det(landet, etter, name, lastet.regelverk) for name in sorted(own)]
        if None not in noticing:
            return frozenset(own).union(*filter(None, noticing))
    councils = (own | landet.kjente) - {""}
    if "" in own:
        return frozenset(councils)
    words = [name.encode() for name in sorted(own)]
    if any(word in raw for raw in landet.innhold("") for word in words):
        return frozenset(councils)
    said = list(_sagt_om_andre(landet.tree, endret))
    told = {name for name in councils - own if any(name.encode() in raw for raw in said)}
    told = told.union(*map(landet.gjester, own))
    naming = (name for name in councils - own - told if landet.nevner(name, words))
    return frozenset(own | told).union(naming)


def _sagt_om_andre(tree: Tree, endret: Mapping[str, bytes | None]) -> Iterator[bytes]:
    """What says, before the change or after it, which councils are above one, or hold a meeting with it."""
    for path, after in endret.items():
        for raw in (tree.read(path), after):
            if isinstance(raw, bytes) and (path.endswith("/utvalg.yaml") or b"felles_med" in raw):
                yield raw


def innebygde(lastet: Lastet, dato: date | None = None) -> list[Finding]:
    """The findings of the built-in checks, with what of them rests on an assumption; on a day, what that brings too."""
    return [*om_utvalgene(lastet, dato), *om_alle(lastet)]


def om_utvalgene(lastet: Lastet, dato: date | None) -> list[Finding]:
    """Those of them that are of a council at hand."""
    register = lastet.register
    found = _sjekket(register, lastet.regelverk, dato)
    return hvilende(
        found, register, lambda places, _: _sjekket(register.uten_antakelser(places), lastet.regelverk, dato)
    )


def om_alle(lastet: Lastet) -> list[Finding]:
    """Those of them that are of what all share, or of all councils together."""
    checks = (sjekk.om_alle for sjekk in SJEKKER if sjekk.om_alle)
    return [f for check in checks for f in check(lastet.register, lastet.regelverk)]


def _sjekket(register: Register, regelverk: Mapping[str, Regelverk], dato: date | None) -> list[Finding]:
    found = [f for sjekk in SJEKKER for f in sjekk.se_etter(register, regelverk)]
    by_day = (sjekk.paa_dagen for sjekk in SJEKKER if dato and sjekk.paa_dagen)
    return found + [f for check in by_day if dato for f in check(register, regelverk, dato)]


def _maler(tree: Tree, utvalg: Sequence[str]) -> list[Finding]:
    """What is wrong with the councils' own templates, each mistake once."""
    if ".j2" not in "\n".join(tree.paths()):  # a country has many thousand
        return []
    from brukerutvalg_cli.dokument.malsjekk import Malsjekk  # late: Jinja is for those who have templates

    return Malsjekk(tree).alle(utvalg)
