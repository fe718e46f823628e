"""records/oppsett.yaml: how those who keep the register work. A clone brings it, so it can only do what is harmless."""

from typing import Literal

from pydantic import Field

from brukerutvalg_cli.model.post import Filpost

Lagre = Literal["alltid", "paa_beskjed"]


class Oppsett(Filpost):
    """What is agreed for everybody who works in the register."""

    lagre: Lagre = Field(
        "paa_beskjed",
        description="Om hver kommando lagrer endringen i git med en gang (alltid), eller bare når noen ber om det.",
    )
