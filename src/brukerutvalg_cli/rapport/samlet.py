"""Samlet: one report of several – of each council, and of what all share – with no rule in sight."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import Span
from brukerutvalg_cli.rapport.rapport import Located, Rapport


def samlet(deler: Iterable[Rapport], dato: date) -> Rapport:
    """One report of several."""
    deler = list(deler)
    return Rapport(
        funn=uten_skjult([f for each in deler for f in each.funn]),
        ikke_vurdert=tuple(p for each in deler for p in each.ikke_vurdert),
        fraveket=tuple(p for each in deler for p in each.fraveket),
        varsler=tuple(v for each in deler for v in each.varsler),
        filer=sum(each.filer for each in deler),
        utvalg=sum(each.utvalg for each in deler),
        dato=dato,
        rettet=tuple(r for each in deler for r in each.rettet),
        holdt=tuple(h for each in deler for h in each.holdt),
    )


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


def gjelder(finding: Finding, utvalg: Collection[str]) -> bool:
    """Whether a finding is about one of these councils, or about what all of them share."""
    parts = finding.place.path.split("/")
    return parts[1:2] != ["utvalg"] or parts[2] in utvalg
