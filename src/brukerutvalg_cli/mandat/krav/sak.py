"""krav hver sak: what each case shall have."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from brukerutvalg_cli.mandat.krav.hver import I_ORDEN, Krav, Kravtilfelle
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.proeve.felt import Felt
from brukerutvalg_cli.mandat.proeve.gjenstand import Gjenstand
from brukerutvalg_cli.mandat.proeve.poster import AV_SAK, sakene
from brukerutvalg_cli.mandat.proeve.proeve import Proeve
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.model.visshet import UVISST
from brukerutvalg_cli.ord.i_ord import omtalt

HOS_MOTTAKER = "finnes_hos_mottaker"
EGNE = frozenset({HOS_MOTTAKER})
"""What is answered for here."""


class KravSak(Krav):
    """A demand on each case."""

    forhold: ClassVar[frozenset[str]] = frozenset({"moeteleder", "mottakeren"})

    hver: Literal["sak"] = Field(description="sak: hver sak på et møte.")
    der: Annotated[Proeve, AV_SAK] | None = Field(None, description="Hvilke saker.")
    skal_ha: Annotated[Proeve, AV_SAK] = Field(description="Det hver av dem skal ha.")

    def tilfeller(self, utvalg: UtvalgIPeriode) -> Iterator[Kravtilfelle]:
        """The cases of the period's meetings."""
        for moete, sak, g in sakene(utvalg):
            taken_in = self.omfattet(g)
            if taken_in is False:
                continue
            received = tuple(self._hos(g, sak))
            if taken_in is True and not received and self.skal_ha.har_alt(g, uten=EGNE):
                yield I_ORDEN
                continue
            felter = (*self.skal_ha.felter(g, uten=EGNE), *received)
            names = (sak.navn, moete.navn)
            yield Kravtilfelle(f"sak {sak.navn}", sak.navn, felter, taken_in, names)

    def _hos(self, g: Gjenstand, sak: Sak) -> Iterator[Felt]:
        """Whether whoever it was sent to has it on record. What was sent to nobody, nobody has."""
        wanted = getattr(self.skal_ha, HOS_MOTTAKER)
        if wanted is None or not sak.oversendt_til:
            return
        arrived = g.verdi(HOS_MOTTAKER)
        receiver = omtalt(str(sak.oversendt_til), g.utvalg)
        but = "men finnes ikke der" if wanted else "og skal ikke finnes der"
        fact = "" if isinstance(sak.oversendt_til, Ukjent) else f"om {receiver} har fått saken, er ukjent"
        holds = UVISST if isinstance(arrived, Ukjent) else arrived is wanted
        yield Felt(g.at("oversendt_til"), holds, f"er sendt til {receiver}, {but}", fact)
