"""records/satser.yaml: the dated rates for godtgjørelse, in kroner."""

from pydantic import Field

from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import Dato, Heltall


class Sats(Post):
    """One rate. Both days count; without `til` it holds still."""

    navn: str = Field(description="Hva satsen gjelder.")
    beloep: Heltall = Field(description="Beløpet i kroner.")
    fra: Dato = Field(description="Første dag satsen gjelder.")
    til: Dato | None = Field(None, description="Siste dag satsen gjelder.")
    kilde: str | None = Field(None, description="Hvor satsen står.")
