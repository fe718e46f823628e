"""Kort: one finding in a few lines, for those who are in the middle of something else."""

from __future__ import annotations

from brukerutvalg_cli.rapport.rapport import Located


def kort(located: Located) -> str:
    """What, where, why and how to mend it, without the excerpt."""
    finding = located.finding
    where = f"{located.path}:{located.span.row}:{located.span.column}" if located.span else located.path
    lines = [f"{finding.severity.value}: {finding.message}", f"  sted: {where}"]
    if kilde := finding.kilde:
        lines.append(f"  kilde: {kilde.avsnitt}, «{kilde.styrke}», i {kilde.regelverk} ({kilde.bestemmelse})")
    if finding.help:
        lines.append(f"  rett: {finding.help}")
    return "\n".join(lines)
