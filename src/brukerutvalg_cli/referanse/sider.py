"""Sider: the whole reference – every page and schema, by its path in the repository."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from brukerutvalg_cli.referanse.filside import FILER, Filbeskrivelse, filside
from brukerutvalg_cli.referanse.kommandoside import kommandoside
from brukerutvalg_cli.referanse.ordbok import ordbok
from brukerutvalg_cli.referanse.redigering import for_editor
from brukerutvalg_cli.referanse.regelside import regelsider
from brukerutvalg_cli.referanse.skjema import skjema
from brukerutvalg_cli.referanse.spraakside import spraakside

MAPPER = ("docs/regler", "schemas")
"""Folders that hold nothing else than what is made here."""


def sider() -> dict[str, str]:
    """What the reference is, from the code as it stands."""
    return {
        "docs/filer.md": filside(),
        "docs/kommandoer.md": kommandoside(),
        "docs/mandatspraak.md": spraakside(),
        "docs/ordbok.md": ordbok(),
        **{f"docs/regler/{name}": text for name, text in regelsider().items()},
        **{f"schemas/{fil.navn}.json": _schema(fil) for fil in FILER},
    }


def ulikheter(ventet: Mapping[str, str], funnet: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with the files there are, one line each."""
    for path in sorted(ventet.keys() | funnet.keys()):
        if path not in funnet:
            yield f"{path}: missing"
        elif path not in ventet:
            yield f"{path}: superfluous"
        elif ventet[path] != funnet[path]:
            yield f"{path}: stale"


def _schema(fil: Filbeskrivelse) -> str:
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": fil.tittel,
        "description": fil.om,
    }
    return json.dumps(head | for_editor(skjema(fil.model)), ensure_ascii=False, indent=2) + "\n"
