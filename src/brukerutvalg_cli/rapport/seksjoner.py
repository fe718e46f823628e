"""What `full` says below the findings: what cannot be judged, departures, what was put right, and deadlines ahead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from brukerutvalg_cli.rapport.farge import Style
from brukerutvalg_cli.rapport.i_ord import (
    avvik_i_ord,
    frist_i_ord,
    hva_skal_sendes,
    hviler_i_ord,
    kan_ikke_vurderes,
    kilde_i_ord,
    rettet_i_ord,
    sted,
)
from brukerutvalg_cli.rapport.rapport import Located, Rapport
from brukerutvalg_cli.tegn import one_line

MAX_SUBJECTS = 3


def ikke_vurdert(rapport: Rapport, style: Style, *, alt: bool) -> Iterator[str]:
    """That there is something, in one line; with `alt`, a line for each council and provision."""
    if not rapport.ikke_vurdert:
        return
    if not alt:
        yield kan_ikke_vurderes(rapport)
        return
    yield style(f"Kan ikke vurderes ({len(rapport.ikke_vurdert)})", "sterk")
    for utvalg, in_utvalg in groupby(rapport.ikke_vurdert, key=lambda each: each.finding.utvalg):
        yield f"  {one_line(utvalg)}"
        for _, points in groupby(in_utvalg, key=lambda each: each.finding.hjemmel):
            yield f"    {_provision(list(points))}"


def fraveket(rapport: Rapport, style: Style) -> Iterator[str]:
    """Each departure with its reason and decision, and its place."""
    shown = rapport.fraveket_naa
    if not shown:
        return
    yield style(f"Fraveket ({len(shown)})", "sterk")
    for utvalg, in_utvalg in groupby(shown, key=lambda each: each.finding.utvalg):
        yield f"  {one_line(utvalg)}"
        for each in in_utvalg:
            finding = each.finding
            yield f"    {one_line(finding.message)}"
            yield f"      {style('=', 'kant')} kilde: {kilde_i_ord(finding.hjemmel)}"
            deviation = avvik_i_ord(finding)
            if deviation:
                yield f"      {style('=', 'kant')} avvik: {deviation}"
            if rests := hviler_i_ord(finding.hviler):
                yield f"      {style('=', 'kant')} {rests}"
            yield f"      {style('-->', 'kant')} {sted(each.path, each.span)}"


def rettet(rapport: Rapport, style: Style) -> Iterator[str]:
    """What was put right this year: what it was, from when until when, and by what."""
    shown = rapport.rettet_i_aar
    if not shown:
        return
    yield style(f"Rettet ({len(shown)})", "sterk")
    for utvalg, in_utvalg in groupby(shown, key=lambda each: each.finding.utvalg):
        yield f"  {one_line(utvalg)}"
        for each in in_utvalg:
            finding, done = each.finding, each.gjort
            yield f"    {one_line(finding.message)}"
            yield f"      {style('=', 'kant')} kilde: {kilde_i_ord(finding.hjemmel)}"
            yield f"      {style('=', 'kant')} {rettet_i_ord(finding)}"
            if rests := hviler_i_ord(finding.hviler):
                yield f"      {style('=', 'kant')} {rests}"
            where = f", rettet i {sted(done.path, done.span)}" if done else ""
            yield f"      {style('-->', 'kant')} {sted(each.path, each.span)}{where}"


def frister(rapport: Rapport, style: Style) -> Iterator[str]:
    """Each deadline with its weekday, and the last working day where that is earlier."""
    if not rapport.varsler:
        return
    yield style("Frister framover", "sterk")
    for frist in rapport.varsler:
        what, when = hva_skal_sendes(frist), frist_i_ord(frist, rapport.dato)
        yield f"  {one_line(frist.utvalg)}: {what}: {style(when, 'sterk')}"


def _provision(points: list[Located]) -> str:
    """The provision, the first thing that is missing and for what; the rest is counted."""
    first = points[0].finding
    alike = [point.finding.emne for point in points if point.finding.message == first.message]
    named = [emne for emne in _unique(alike) if emne and emne not in first.message][:MAX_SUBJECTS]
    left = len(points) - max(1, len(named))
    subjects = f" – {', '.join(map(one_line, named))}" if named else ""
    more = f" og {left} til" if left else ""
    kilde = first.hjemmel
    return f"{one_line(f'{kilde.bestemmelse} ({kilde.avsnitt}): {first.message}')}{subjects}{more}"


def _unique(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))
