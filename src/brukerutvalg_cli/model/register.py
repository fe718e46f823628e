"""Register: all councils and organisations on record."""

from __future__ import annotations

from dataclasses import dataclass, field

from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.organisasjon import Organisasjon
from brukerutvalg_cli.model.sats import Sats


@dataclass(frozen=True)
class Register:
    """What the files say, as far as they could be read.

    `paths` are all files under the root, so that a rule can ask whether an annex exists; `feilet`
    are those that could not be read.
    """

    organisasjoner: dict[str, Organisasjon] = field(default_factory=dict)
    mapper: dict[str, Utvalgsmappe] = field(default_factory=dict)
    satser: tuple[Sats, ...] = ()
    paths: frozenset[str] = frozenset()
    feilet: frozenset[str] = frozenset()

    @property
    def kjente_utvalg(self) -> frozenset[str]:
        """Every council with a folder, also one whose utvalg.yaml could not be read."""
        unread = {path.split("/")[2] for path in self.feilet if path.startswith("records/utvalg/")}
        return frozenset(self.mapper) | unread
