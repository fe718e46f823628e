"""concise: one line for each finding, `path:line:col: CODE message`, as editors and grep read them."""

from __future__ import annotations

from brukerutvalg_cli.rapport.i_ord import hviler_i_ord, sted
from brukerutvalg_cli.rapport.rapport import Located, Rapport
from brukerutvalg_cli.tegn import one_line


def render(rapport: Rapport) -> str:
    """The findings and nothing else; empty when there are none."""
    return "".join(f"{_line(located)}\n" for located in rapport.funn)


def _line(located: Located) -> str:
    finding = located.finding
    rests = f" ({found})" if (found := hviler_i_ord(finding.hviler)) else ""
    return f"{sted(located.path, located.span)}: {finding.code} {one_line(finding.message)}{rests}"
