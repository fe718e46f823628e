"""github: workflow commands that GitHub Actions shows at the line of a pull request, and the job's summary."""

from __future__ import annotations

from brukerutvalg_cli.funn.finding import Severity
from brukerutvalg_cli.rapport import markdown
from brukerutvalg_cli.rapport.i_ord import beskjed, oppsummering
from brukerutvalg_cli.rapport.rapport import Located, Rapport
from brukerutvalg_cli.tegn import one_line

COMMANDS = {Severity.FEIL: "error", Severity.ADVARSEL: "warning", Severity.RAAD: "notice"}

SHOWN_PER_STEP = 10
"""How many annotations of each kind GitHub shows of one step."""

SUMMARY_LIMIT = 1024 * 1024
"""GitHub throws away the whole summary of a step that is larger, in bytes."""

SUMMARY_CUT = "\n\n… resten er utelatt: GitHub tar imot høyst 1 MiB (se --output-format json)\n"


def render(rapport: Rapport) -> str:
    """The errors first, since GitHub shows only the first few; the count last, as a line of the log."""
    lines = [_command(located, rapport.fil(located.path)) for located in rapport.viktigst_foerst]
    hidden = any(count > SHOWN_PER_STEP for count in rapport.antall().values())
    note = f"; GitHub viser bare {SHOWN_PER_STEP} av hvert slag, alle står i loggen" if hidden else ""
    return "\n".join([*lines, oppsummering(rapport) + note]) + "\n"


def step_summary(rapport: Rapport) -> str:
    """Everything, in Markdown, for `$GITHUB_STEP_SUMMARY`."""
    text = markdown.render(rapport)
    if len(text.encode()) <= SUMMARY_LIMIT:
        return text
    room = SUMMARY_LIMIT - len(SUMMARY_CUT.encode())
    whole_lines = text.encode()[:room].decode(errors="ignore").rpartition("\n")[0]
    return whole_lines + SUMMARY_CUT


def escape_message(text: str) -> str:
    """What comes after the second `::`."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """A value between the command's name and the second `::`."""
    return escape_message(text).replace(":", "%3A").replace(",", "%2C")


def _command(located: Located, path: str) -> str:
    finding, span = located.finding, located.span
    properties = {"title": f"{finding.name} ({finding.code})", "file": one_line(path)}
    if span:
        properties |= {"line": str(span.row), "endLine": str(span.end_row)}
        if span.row == span.end_row:  # GitHub refuses columns on more than one line
            properties |= {"col": str(span.column), "endColumn": str(span.end_column)}
    written = ",".join(f"{key}={escape_property(value)}" for key, value in properties.items())
    return f"::{COMMANDS[finding.severity]} {written}::{escape_message(beskjed(located))}"
