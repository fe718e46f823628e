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
from brukerutvalg_cli.rapport.rapport import Punkt, Rapport
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
    for utvalg, in_utvalg in groupby(rapport.ikke_vurdert, key=lambda punkt: punkt.utvalg):
        yield f"  {one_line(utvalg)}"
        for _, points in groupby(in_utvalg, key=lambda punkt: punkt.kilde):
            yield f"    {_provision(list(points))}"


def fraveket(rapport: Rapport, style: Style) -> Iterator[str]:
    """Each departure with its reason and decision, and its place."""
    shown = rapport.fraveket_naa
    if not shown:
        return
    yield style(f"Fraveket ({len(shown)})", "sterk")
    for utvalg, in_utvalg in groupby(shown, key=lambda punkt: punkt.utvalg):
        yield f"  {one_line(utvalg)}"
        for punkt in in_utvalg:
            yield f"    {one_line(punkt.tekst)}"
            yield f"      {style('=', 'kant')} kilde: {kilde_i_ord(punkt.kilde)}"
            deviation = avvik_i_ord(punkt)
            if deviation:
                yield f"      {style('=', 'kant')} avvik: {deviation}"
            if rests := hviler_i_ord(punkt.hviler):
                yield f"      {style('=', 'kant')} {rests}"
            yield f"      {style('-->', 'kant')} {sted(punkt.path, punkt.span)}"


def rettet(rapport: Rapport, style: Style) -> Iterator[str]:
    """What was put right this year: what it was, from when until when, and by what."""
    shown = rapport.rettet_i_aar
    if not shown:
        return
    yield style(f"Rettet ({len(shown)})", "sterk")
    for utvalg, in_utvalg in groupby(shown, key=lambda each: each.punkt.utvalg):
        yield f"  {one_line(utvalg)}"
        for each in in_utvalg:
            yield f"    {one_line(each.punkt.tekst)}"
            yield f"      {style('=', 'kant')} kilde: {kilde_i_ord(each.punkt.kilde)}"
            yield f"      {style('=', 'kant')} {rettet_i_ord(each.fra, each.dag, each.ved)}"
            if rests := hviler_i_ord(each.punkt.hviler):
                yield f"      {style('=', 'kant')} {rests}"
            at, done = sted(each.punkt.path, each.punkt.span), sted(each.path, each.span)
            yield f"      {style('-->', 'kant')} {at}{f', rettet i {done}' if each.path else ''}"


def frister(rapport: Rapport, style: Style) -> Iterator[str]:
    """Each deadline with its weekday, and the last working day where that is earlier."""
    if not rapport.varsler:
        return
    yield style("Frister framover", "sterk")
    for frist in rapport.varsler:
        what, when = hva_skal_sendes(frist), frist_i_ord(frist, rapport.dato)
        yield f"  {one_line(frist.utvalg)}: {what}: {style(when, 'sterk')}"


def _provision(points: list[Punkt]) -> str:
    """The provision, the first thing that is missing and for what; the rest is counted."""
    first = points[0]
    alike = [punkt.emne for punkt in points if punkt.tekst == first.tekst]
    named = [emne for emne in _unique(alike) if emne and emne not in first.tekst][:MAX_SUBJECTS]
    left = len(points) - max(1, len(named))
    subjects = f" – {', '.join(map(one_line, named))}" if named else ""
    more = f" og {left} til" if left else ""
    kilde = first.kilde
    return f"{one_line(f'{kilde.bestemmelse} ({kilde.avsnitt}): {first.tekst}')}{subjects}{more}"


def _unique(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))
