"""Kort: one finding in a few lines, for those who are in the middle of something else."""

from __future__ import annotations

from brukerutvalg_cli.rapport.fortsettelse import fravikskommando
from brukerutvalg_cli.rapport.i_ord import alvor, hviler_i_ord, kilde_i_ord, sted
from brukerutvalg_cli.rapport.rapport import Located
from brukerutvalg_cli.tegn import one_line


def kort(located: Located) -> str:
    """What, where, why and how to mend it, without the excerpt."""
    finding = located.finding
    lines = [
        f"{alvor(finding.severity)}: {one_line(finding.message)}",
        f"  sted: {sted(located.path, located.span)}",
    ]
    if finding.kilde:
        lines.append(f"  kilde: {kilde_i_ord(finding.kilde)}")
    if rests := hviler_i_ord(finding.hviler):
        lines.append(f"  antatt: {rests}")
    if finding.help:
        lines.append(f"  rett: {one_line(finding.help)}")
    if located.kommando:
        lines.append(f"  kommando: brukerutvalg {located.kommando}")
    if departs := fravikskommando(finding):
        lines.append(f"  avvik: brukerutvalg {departs}")
    return "\n".join(lines)
