"""ANLEDNING: when people are counted – on which days, at which meetings, or where what was decided."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from brukerutvalg_cli.mandat.proeve.poster import AV_MOETE, AV_SAK
from brukerutvalg_cli.mandat.proeve.proeve import Proeve
from brukerutvalg_cli.mandat.verdier.naar import Naar

Slik = Literal["alltid", "oppnevning", "moete", "vedtak"]


class Anledning(Naar):
    """Some of the meetings, or of the decisions; and, as of any provision, only some of the days."""

    moete: Annotated[Proeve, AV_MOETE] | None = Field(None, description="I slike møter: {form: fysisk}.")
    vedtak: Annotated[Proeve, AV_SAK] | None = Field(
        None, description="I møtene der noe ble vedtatt i slike saker: {tema: mandat}."
    )

    @property
    def slik(self) -> Slik | None:
        """The occasion as a word; None where only the days are said."""
        return "moete" if self.moete else "vedtak" if self.vedtak else None
