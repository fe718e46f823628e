"""The report in Markdown: everything there is to tell, for the summary page of a job."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from brukerutvalg_cli.rapport.fortsettelse import forklaringen
from brukerutvalg_cli.rapport.i_ord import (
    alvor,
    avvik_i_ord,
    frist_i_ord,
    hva_skal_sendes,
    hviler_i_ord,
    kilde_i_ord,
    neste_steg,
    oppsummering,
    rettet_i_ord,
    sted,
)
from brukerutvalg_cli.rapport.rapport import Located, Rapport
from brukerutvalg_cli.tegn import one_line

MARKUP = re.compile(r"[\\`*_\[\]<>|~#&$]")


def render(rapport: Rapport) -> str:
    """The counts first, the worst findings next, then all else there is to know, and the deadlines."""
    return "\n".join(_lines(rapport)) + "\n"


def escape(text: str) -> str:
    """Text that means nothing to Markdown, nor to the HTML it lets through."""
    return MARKUP.sub(r"\\\g<0>", one_line(text))


def code(text: str) -> str:
    """Text in the typeface of code, whatever back ticks it has."""
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if longest else ""
    return f"{fence}{space}{text}{space}{fence}"


def _lines(rapport: Rapport) -> Iterator[str]:
    yield "## brukerutvalg valider"
    yield ""
    yield oppsummering(rapport)
    if rapport.funn:
        yield from _heading("Funn", len(rapport.funn))
        for located in sorted(rapport.funn, key=lambda located: located.finding.severity.rank):
            yield from _finding(located)
    if rapport.ikke_vurdert:
        yield from _heading("Kan ikke vurderes", len(rapport.ikke_vurdert))
        yield from _points(rapport.ikke_vurdert)
    if departed := rapport.fraveket_naa:
        yield from _heading("Fraveket", len(departed))
        yield from _points(departed)
    if mended := rapport.rettet_i_aar:
        yield from _heading("Rettet", len(mended))
        for r in mended:
            finding = r.finding
            yield f"- **{escape(finding.utvalg)}**: {escape(kilde_i_ord(finding.hjemmel))}"
            said = "; ".join(filter(None, (rettet_i_ord(finding), hviler_i_ord(finding.hviler))))
            yield f"  - {escape(finding.message)} – {escape(said)} ({code(sted(r.path, r.span))})"
    if rapport.varsler:
        yield from _heading("Frister framover", len(rapport.varsler))
        for frist in rapport.varsler:
            what, when = hva_skal_sendes(frist), frist_i_ord(frist, rapport.dato)
            yield f"- **{escape(frist.utvalg)}**: {escape(what)}: {escape(when)}"
    yield ""
    yield escape(neste_steg(rapport))


def _heading(title: str, count: int) -> Iterator[str]:
    yield ""
    yield f"### {title} ({count})"
    yield ""


def _finding(located: Located) -> Iterator[str]:
    finding = located.finding
    yield f"- **{alvor(finding.severity)} {escape(finding.name)}** ({finding.code}): {escape(finding.message)}"
    label = f": {escape(finding.label)}" if finding.label else ""
    yield f"  - {code(sted(located.path, located.span))}{label}"
    for related in located.related:
        yield f"  - {code(sted(related.path, related.span))}: {escape(related.label)}"
    if finding.kilde:
        yield f"  - kilde: {escape(kilde_i_ord(finding.kilde))}"
    if rests := hviler_i_ord(finding.hviler):
        yield f"  - antatt: {escape(rests)}"
    if finding.help:
        yield f"  - hjelp: {escape(finding.help)}"
    yield f"  - mer: {code(f'brukerutvalg {forklaringen(finding)}')}"


def _points(points: Sequence[Located]) -> Iterator[str]:
    """One entry for each council and provision, with its points below."""
    for (utvalg, kilde), group in groupby(points, key=lambda p: (p.finding.utvalg, p.finding.hjemmel)):
        yield f"- **{escape(utvalg)}**: {escape(kilde_i_ord(kilde))}"
        for point in group:
            finding = point.finding
            deviation = "; ".join(filter(None, (avvik_i_ord(finding), hviler_i_ord(finding.hviler))))
            reason = f" – {escape(deviation)}" if deviation else ""
            subject = f" – {escape(finding.emne)}" if finding.emne not in finding.message else ""
            yield f"  - {escape(finding.message)}{subject}{reason} ({code(sted(point.path, point.span))})"
