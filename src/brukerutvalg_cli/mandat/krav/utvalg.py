"""krav hver utvalg: what the council as such shall have."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from brukerutvalg_cli.funn.finding import Varer
from brukerutvalg_cli.mandat.krav.hver import Krav, Kravtilfelle
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode, siste_dag
from brukerutvalg_cli.mandat.proeve.av_modell import Av
from brukerutvalg_cli.mandat.proeve.felt import Felt
from brukerutvalg_cli.mandat.proeve.gjenstand import Gjenstand
from brukerutvalg_cli.mandat.proeve.proeve import Proeve
from brukerutvalg_cli.model.ordvalg import Regelverkstype
from brukerutvalg_cli.model.utvalg import Utvalg
from brukerutvalg_cli.model.verdier import EN_ELLER_FLERE
from brukerutvalg_cli.model.visshet import UVISST, Visshet
from brukerutvalg_cli.ord.i_ord import eller

REGELVERK = "regelverk"


class KravUtvalg(Krav):
    """A demand on the council itself."""

    hver: Literal["utvalg"] = Field(description="utvalg: utvalget selv.")
    skal_ha: Annotated[
        Proeve,
        Av(
            Utvalg,
            "UtvalgKravProeve",
            regelverk=(
                Annotated[tuple[Regelverkstype, ...], EN_ELLER_FLERE],
                "Utvalget er bundet av et regelverk av en av disse typene.",
            ),
        ),
    ] = Field(description="Det utvalget skal ha.")

    @property
    def om_poster(self) -> bool:
        """Never: there is one council, on whichever day."""
        return False

    def tilfeller(self, utvalg: UtvalgIPeriode) -> Iterator[Kravtilfelle]:
        """The council, on the last day of its register, as long as the provision binds it."""
        if utvalg.gjelder(siste_dag(utvalg.mappe, utvalg.dato)):
            council = utvalg.mappe.utvalg
            g = Gjenstand(utvalg, council, council.at(), utvalg.dato, vises=("navn",))
            felter = (f._replace(varer=Varer()) for f in self.skal_ha.felter(g, uten=frozenset({REGELVERK})))
            yield Kravtilfelle("utvalget", "utvalget", (*self._bundet_av(utvalg), *felter))

    def _bundet_av(self, utvalg: UtvalgIPeriode) -> Iterator[Felt]:
        if wanted := self.skal_ha.spurt(REGELVERK):
            # What could not be read may be just that.
            unread: Visshet = UVISST if "" in utvalg.typer else False
            holds = True if not utvalg.typer.isdisjoint(wanted) else unread
            text = f"skal være bundet av et regelverk av typen {eller(wanted)}"
            yield Felt(utvalg.binding_at(), holds, text, "et regelverk kan ikke leses", varer=Varer())
