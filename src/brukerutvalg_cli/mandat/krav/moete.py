"""krav hver moete: what each meeting shall have."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from brukerutvalg_cli.mandat.krav.hver import I_ORDEN, Krav, Kravtilfelle
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.proeve.felt import Felt
from brukerutvalg_cli.mandat.proeve.poster import AV_MOETE, moetet
from brukerutvalg_cli.mandat.proeve.proeve import Proeve
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.moete import Moete


class KravMoete(Krav):
    """A demand on each meeting that was held; on one ahead, as far as something is recorded."""

    forhold: ClassVar[frozenset[str]] = frozenset({"moeteleder"})

    hver: Literal["moete"] = Field(description="moete: hvert møte.")
    der: Annotated[Proeve, AV_MOETE] | None = Field(None, description="Hvilke av dem.")
    skal_ha: Annotated[Proeve, AV_MOETE] = Field(description="Det hver av dem skal ha.")

    def tilfeller(self, utvalg: UtvalgIPeriode) -> Iterator[Kravtilfelle]:
        """The meetings of the period."""
        for moete in utvalg.moeter:
            g = moetet(utvalg, moete)
            taken_in = self.omfattet(g)
            if g.holdt and taken_in is True and self.skal_ha.har_alt(g):
                yield I_ORDEN
                continue
            felter = tuple(f for f in self.skal_ha.felter(g) if g.holdt or _stated(moete, f))
            if felter:
                day = moete.navn
                yield Kravtilfelle(f"møtet {dato_i_ord(moete.dato)}", day, felter, taken_in, (day,))


def _stated(moete: Moete, felt: Felt) -> bool:
    """Whether anything is on record of it. An agenda that nobody has sent yet may still be added to."""
    if felt.place.route == ("saker",):
        return bool(moete.sakliste)
    value: object = moete
    for step in felt.place.route:
        value = getattr(value, str(step), None)
    return value is not None
