"""Reports: one output format per file, each a pure function of what was found and where."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from brukerutvalg_cli.rapport.rapport import Rapport

FORMATS: dict[str, str] = {
    "full": "brukerutvalg_cli.rapport.full",
    "enkel": "brukerutvalg_cli.rapport.enkel",
    "concise": "brukerutvalg_cli.rapport.concise",
    "json": "brukerutvalg_cli.rapport.json_format",
    "github": "brukerutvalg_cli.rapport.github",
    "gitlab": "brukerutvalg_cli.rapport.gitlab",
    "sarif": "brukerutvalg_cli.rapport.sarif",
    "junit": "brukerutvalg_cli.rapport.junit",
    "rdjson": "brukerutvalg_cli.rapport.rdjson",
    "azure": "brukerutvalg_cli.rapport.azure",
    "markdown": "brukerutvalg_cli.rapport.markdown",
}
"""What `--output-format` may be, and the module whose `render` writes it."""


class Renderer(Protocol):
    """The one thing a format's module must have, as `render`."""

    def __call__(self, rapport: Rapport) -> str: ...


def renderer(name: str) -> Renderer:
    """The `render` of a format. Imported when asked for, so that no format costs the others time."""
    return cast(Renderer, import_module(FORMATS[name]).render)
