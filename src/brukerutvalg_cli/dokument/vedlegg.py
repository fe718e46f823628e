"""Annexes as a document names them: by title, and by the kind of file where there is one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from brukerutvalg_cli.model.sak import Vedlegg


def vedlegg(annexes: Iterable[Vedlegg]) -> tuple[str, ...]:
    """`Presentasjon av tiltaka (PDF)`. The file's own name stays in the register."""
    return tuple(_one(annex) for annex in annexes)


def _one(annex: Vedlegg) -> str:
    kind = PurePosixPath(annex.fil or "").suffix[1:].upper()
    return f"{annex.tittel} ({kind})" if kind else annex.tittel
