"""Sammenstill: findings with symbolic places in, the report with rows, columns and excerpts out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from brukerutvalg_cli.dommer.dom import Dom
from brukerutvalg_cli.funn.finding import Finding, Hviler, Related
from brukerutvalg_cli.funn.place import Place, Span
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.personvern.private_opplysninger import sladdet, uten_kontakt, uten_privat_navn
from brukerutvalg_cli.rapport.kommando import kommandoen
from brukerutvalg_cli.rapport.rapport import Located, LocatedRelated, Rapport
from brukerutvalg_cli.rapport.samlet import uten_skjult
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

    def shown(found: Iterable[Finding]) -> tuple[Located, ...]:
        return tuple(_uten_navn(skjerm.located(_uten_linjer(_lokaliser(f, locator)))) for f in found)

    wrong = [
        replace(_lokaliser(f, locator), kommando=kommandoen(f, register)) for f in (*findings, *dom.findings)
    ]
    return Rapport(
        funn=tuple(map(_uten_navn, uten_skjult([skjerm.located(f) for f in wrong]))),
        ikke_vurdert=shown(dom.uvurdert),
        fraveket=shown(dom.fraveket),
        varsler=tuple(f._replace(hviler=_hviler(skjerm.hviler(f.hviler, f.utvalg))) for f in dom.frister),
        filer=filer,
        utvalg=utvalg,
        dato=dato,
        rettet=shown(dom.rettet),
        holdt=tuple((h.utvalg, h.kilde) for h in dom.holdt),
    )


def _lokaliser(finding: Finding, locator: Locator) -> Located:
    """A finding with its place in the text, and those of the places that explain it."""
    span = locator.locate(finding.place)
    related = tuple(_related(r, locator) for r in finding.related)
    line = _line(finding.place, span.row if span else 0, locator)
    in_bytes = _i_byte(finding.place.path, span, locator) if span else None
    return _uten_privat(Located(_sladdet(finding), span, line, related, kolonner_i_byte=in_bytes))


def _uten_linjer(located: Located) -> Located:
    """Only what is wrong is shown with the text that stands there."""
    return replace(located, linje="", related=tuple(r._replace(linje="") for r in located.related))


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
    varer, fravik = finding.varer, finding.fravik
    shown = replace(
        finding,
        message=sladdet(finding.message),
        label=sladdet(finding.label),
        help=sladdet(finding.help),
        emne=sladdet(finding.emne),
        hviler=_hviler(finding.hviler),
        varer=varer and varer._replace(ved=sladdet(varer.ved)),
        fravik=fravik._replace(grunn=sladdet(fravik.grunn)),
    )
    return finding if shown == finding else shown


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


def _related(related: Related, locator: Locator) -> LocatedRelated:
    span = locator.locate(related.place)
    line = _line(related.place, span.row if span else 0, locator)
    return LocatedRelated(related.place.path, span, line, related.label)


def _line(place: Place, row: int, locator: Locator) -> str:
    return sladdet(locator.line(place.path, row) or "") if row else ""
