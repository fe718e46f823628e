"""krav hver utvalg: what the council as such shall have."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from brukerutvalg_cli.mandat.krav.felt import Felt
from brukerutvalg_cli.mandat.krav.hver import Krav, Tilfelle
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode, siste_dag
from brukerutvalg_cli.mandat.vurdering import Varer
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import EN_ELLER_FLERE
from brukerutvalg_cli.model.visshet import Visshet
from brukerutvalg_cli.ord.i_ord import eller

Type = Literal["mandat", "mal", "retningslinje", "anbefaling", "lov", "vedtak"]


class UtvalgFelter(Post):
    """What it shall have."""

    regelverk: Annotated[tuple[Type, ...], EN_ELLER_FLERE] = Field(
        description="Utvalget er bundet av et regelverk av en av disse typene."
    )


class KravUtvalg(Krav):
    """A demand on the council itself."""

    hver: Literal["utvalg"] = Field(description="utvalg: utvalget selv.")
    skal_ha: UtvalgFelter = Field(description="Det utvalget skal ha.")

    def tilfeller(self, utvalg: UtvalgIPeriode) -> Iterator[Tilfelle]:
        """The council, on the last day of its register, as long as the provision binds it."""
        if utvalg.gjelder(siste_dag(utvalg.mappe, utvalg.dato)):
            wanted = self.skal_ha.regelverk
            # What could not be read may be just that.
            unread: Visshet = None if "" in utvalg.typer else False
            holds = True if not utvalg.typer.isdisjoint(wanted) else unread
            text = f"skal være bundet av et regelverk av typen {eller(wanted)}"
            place = utvalg.binding_at()
            felt = Felt(place, holds, text, "et regelverk kan ikke leses", varer=Varer())
            yield Tilfelle("utvalget", "utvalget", (felt,))
