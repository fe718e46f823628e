"""Sammenstill: findings with symbolic places in, the report with rows, columns and excerpts out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from brukerutvalg_cli.dommer.dom import Dom, Fravik, Rettet, Uvurdert
from brukerutvalg_cli.funn.finding import Finding, Hviler, Related
from brukerutvalg_cli.funn.place import Place, Span
from brukerutvalg_cli.model.kalender import siste_arbeidsdag
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.personvern.private_opplysninger import sladdet, uten_kontakt, uten_privat_navn
from brukerutvalg_cli.rapport.kommando import kommandoen
from brukerutvalg_cli.rapport.rapport import Located, LocatedRelated, Punkt, Rapport, Vistfrist
from brukerutvalg_cli.rapport.rapport import Vistrettet as Mended
from brukerutvalg_cli.rapport.skjerm import Skjerm
from brukerutvalg_cli.register.filfeil.tabell import FILFEIL
from brukerutvalg_cli.register.locate import Locator

_FILFEIL = frozenset(kind.code for kind in FILFEIL)


def sammenstill(
    findings: Iterable[Finding],
    dom: Dom,
    locator: Locator,
    register: Register,
    *,
    filer: int,
    utvalg: int,
    dato: date,
) -> Rapport:
    """The report of one run. Only files that something was found in are read again.

    What a confidential case says is shown nowhere in it.
    """
    skjerm = Skjerm(locator, register)
    found = [
        replace(_lokaliser(f, locator), kommando=kommandoen(f, register)) for f in (*findings, *dom.findings)
    ]
    return Rapport(
        funn=tuple(map(_uten_navn, uten_skjult([skjerm.located(f) for f in found]))),
        ikke_vurdert=tuple(_point(skjerm.uvurdert(u), locator) for u in dom.uvurdert),
        fraveket=tuple(_departure(skjerm.fravik(f), locator) for f in dom.fraveket),
        varsler=tuple(
            Vistfrist(
                f.utvalg,
                f.hva,
                f.dag,
                f.siste_dag,
                siste_arbeidsdag(f.siste_dag),
                f.om,
                _hviler(skjerm.hviler(f.hviler, f.utvalg)),
                f.moetenavn,
            )
            for f in dom.frister
        ),
        filer=filer,
        utvalg=utvalg,
        dato=dato,
        rettet=tuple(_mended(skjerm.rettet(r), locator) for r in dom.rettet),
        holdt=tuple((h.utvalg, h.kilde) for h in dom.holdt),
    )


def _lokaliser(finding: Finding, locator: Locator) -> Located:
    """A finding with its place in the text, and those of the places that explain it."""
    span = locator.locate(finding.place)
    related = tuple(_related(r, locator) for r in finding.related)
    line = _line(finding.place, span.row if span else 0, locator)
    in_bytes = _i_byte(finding.place.path, span, locator) if span else None
    return _uten_privat(Located(_sladdet(finding), span, line, related, kolonner_i_byte=in_bytes))


def _i_byte(path: str, span: Span, locator: Locator) -> tuple[int, int]:
    """The columns of a span, counted in bytes. Of the text itself: the line that is shown may have stars in it."""

    def counted(row: int, column: int) -> int:
        before = (locator.line(path, row) or "")[: column - 1]
        return column + len(before.encode(errors="surrogatepass")) - len(before)

    return counted(span.row, span.column), counted(span.end_row, span.end_column)


def _uten_privat(located: Located) -> Located:
    """Of a file that could not be read, no check has told what is private in it."""
    if located.finding.code not in _FILFEIL:
        return located
    finding = located.finding
    message, help, emne = map(uten_kontakt, (finding.message, finding.help, finding.emne))
    related = tuple(r._replace(linje=uten_kontakt(r.linje)) for r in located.related)
    shown = replace(finding, message=message, help=help, emne=emne)
    return replace(located, finding=shown, linje=uten_kontakt(located.linje), related=related)


def _sladdet(finding: Finding) -> Finding:
    message, label, help, emne = map(sladdet, (finding.message, finding.label, finding.help, finding.emne))
    hviler = _hviler(finding.hviler)
    own = (finding.message, finding.label, finding.help, finding.emne, finding.hviler)
    if (message, label, help, emne, hviler) == own:
        return finding
    return replace(finding, message=message, label=label, help=help, emne=emne, hviler=hviler)


def _hviler(hviler: Hviler | None) -> Hviler | None:
    return hviler and hviler._replace(paa=tuple(map(sladdet, hviler.paa)))


def _uten_navn(located: Located) -> Located:
    """Nor is a file called by its name where it is the name that must not be shown."""
    path = uten_privat_navn(located.path)
    related = tuple(r._replace(path=uten_privat_navn(r.path)) for r in located.related)
    if path == located.path and related == located.related:
        return located
    place = located.finding.place._replace(path=path)
    return replace(located, finding=replace(located.finding, place=place), related=related, kommando="")


def uten_skjult(funn: Sequence[Located]) -> tuple[Located, ...]:
    """The findings, with what is not to be shown hidden in the lines of all of them."""
    hidden = [(f.path, f.span) for f in funn if f.finding.skjul and f.span]
    return tuple(_without(f, hidden) for f in funn) if hidden else tuple(funn)


def _without(located: Located, hidden: Sequence[tuple[str, Span]]) -> Located:
    related = tuple(r._replace(linje=_masked(r.linje, r.path, r.span, hidden)) for r in located.related)
    linje = _masked(located.linje, located.path, located.span, hidden)
    return replace(located, linje=linje, related=related)


def _masked(linje: str, path: str, at: Span | None, hidden: Sequence[tuple[str, Span]]) -> str:
    for place, span in hidden:
        if at and place == path and span.row <= at.row <= span.end_row:
            start = span.column - 1 if at.row == span.row else 0
            end = span.end_column - 1 if at.row == span.end_row else len(linje)
            if linje[end:].lstrip().startswith(":"):
                continue  # of a text over several lines the key alone is shown
            linje = linje[:start] + re.sub(r"\S", "*", linje[start:end]) + linje[end:]
    return linje


def _related(related: Related, locator: Locator) -> LocatedRelated:
    span = locator.locate(related.place)
    line = _line(related.place, span.row if span else 0, locator)
    return LocatedRelated(related.place.path, span, line, related.label)


def _line(place: Place, row: int, locator: Locator) -> str:
    return sladdet(locator.line(place.path, row) or "") if row else ""


def _point(u: Uvurdert, locator: Locator) -> Punkt:
    path = uten_privat_navn(u.place.path)
    return Punkt(u.utvalg, u.kilde, sladdet(u.emne), sladdet(u.message), path, locator.locate(u.place))


def _departure(f: Fravik, locator: Locator) -> Punkt:
    span = locator.locate(f.place)
    path, emne, text = uten_privat_navn(f.place.path), sladdet(f.emne), sladdet(f.message)
    decided = (sladdet(f.grunn), f.vedtatt_i, f.til, f.notert_i, f.over, _hviler(f.hviler))
    return Punkt(f.utvalg, f.kilde, emne, text, path, span, *decided)


def _mended(r: Rettet, locator: Locator) -> Mended:
    path, emne, text = uten_privat_navn(r.place.path), sladdet(r.emne), sladdet(r.message)
    point = Punkt(r.utvalg, r.kilde, emne, text, path, locator.locate(r.place), hviler=_hviler(r.hviler))
    done = (uten_privat_navn(r.gjort.path), locator.locate(r.gjort)) if r.gjort else ("", None)
    return Mended(point, r.fra, r.dag, sladdet(r.ved), *done)
