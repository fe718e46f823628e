"""krav hver hendelse: what each entry in hendelser.yaml shall have – a course, an evaluation, whatever there is."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from brukerutvalg_cli.mandat.krav.hver import I_ORDEN, Krav, Kravtilfelle
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.proeve.poster import AV_HENDELSE, hendelsen
from brukerutvalg_cli.mandat.proeve.proeve import Proeve
from brukerutvalg_cli.model.hendelse import Hendelse
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.model.visshet import alle
from brukerutvalg_cli.ord.i_ord import noekkel_i_ord


class KravHendelse(Krav):
    """A demand on each event on record."""

    hver: Literal["hendelse"] = Field(description="hendelse: hver post i hendelser.yaml, som et kurs.")
    der: Annotated[Proeve, AV_HENDELSE] | None = Field(
        None, description="Hvilke hendelser: {hva: kurs, modul: 1}."
    )
    skal_ha: Annotated[Proeve, AV_HENDELSE] = Field(description="Det hver av dem skal ha.")

    def tilfeller(self, utvalg: UtvalgIPeriode) -> Iterator[Kravtilfelle]:
        """The events of the period. One whose day is unknown belongs to every period."""
        for nr, event in enumerate(utvalg.mappe.hendelser):
            if isinstance(event.dato, date) and not utvalg.gjelder(event.dato):
                continue
            g = hendelsen(utvalg, nr)
            taken_in = self.omfattet(g)
            if taken_in is False:
                continue
            # Of a day nobody knows, nobody knows whether the provision bound then.
            bound = (
                g.ukjent("dato") if isinstance(event.dato, Ukjent) and (utvalg.fra or utvalg.til) else True
            )
            if bound is True and taken_in is True and self.skal_ha.har_alt(g):
                yield I_ORDEN
                continue
            felter = tuple(self.skal_ha.felter(g))
            names = (str(event.dato),)
            yield Kravtilfelle(_kalt(event), event.emne(nr), felter, alle((bound, taken_in)), names)


def _kalt(event: Hendelse) -> str:
    what = "kurset" if event.hva == "kurs" else noekkel_i_ord(event.hva)
    return what if isinstance(event.dato, Ukjent) else f"{what} {dato_i_ord(event.dato)}"
