"""azure: logging commands that Azure Pipelines shows as errors and warnings of the run."""

from __future__ import annotations

from brukerutvalg_cli.funn.finding import Severity
from brukerutvalg_cli.rapport.i_ord import ALVOR, beskjed, oppsummering
from brukerutvalg_cli.rapport.rapport import Located, Rapport
from brukerutvalg_cli.tegn import one_line

TYPES = {Severity.FEIL: "error", Severity.ADVARSEL: "warning", Severity.RAAD: "warning"}
"""There is nothing less than a warning: an advice says that it is one."""


def render(rapport: Rapport) -> str:
    """The errors first; the count last, as a line of the log."""
    lines = [_command(located, rapport.fil(located.path)) for located in rapport.viktigst_foerst]
    return "\n".join([*lines, oppsummering(rapport)]) + "\n"


def escape_message(text: str) -> str:
    """What comes after the `]`. The percent sign has an escape of its own, which older agents show as it is."""
    return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """A value inside the brackets."""
    return escape_message(text).replace("]", "%5D").replace(";", "%3B")


def _command(located: Located, path: str) -> str:
    finding, span = located.finding, located.span
    properties = {"type": TYPES[finding.severity], "sourcepath": one_line(path)}
    if span:
        properties |= {"linenumber": str(span.row), "columnnumber": str(span.column)}
    properties["code"] = finding.code
    written = "".join(f"{key}={escape_property(value)};" for key, value in properties.items())
    advice = f"{ALVOR[Severity.RAAD][0]}: " if finding.severity is Severity.RAAD else ""
    return f"##vso[task.logissue {written}]{escape_message(advice + beskjed(located))}"
