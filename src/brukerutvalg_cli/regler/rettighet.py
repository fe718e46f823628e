"""rettighet – hvem som kan møte, tale, foreslå og stemme.

Hvorfor
    Utvalget er brukernes. De som kommer fra Nav eller er gjester, skal høres uten å avgjøre.

Slik retter du
    Rett «stemmerett» under «oppmoete» i møtefila, eller tell stemmene på nytt uten dem som ikke
    har stemmerett. Det som ikke er ført, blir ikke bedømt.

Galt
    regel: {regel: rettighet, hvem: {side: nav}, stemmerett: nei}
    medlemmer/nina: {side: nav, oppnevninger: [{verv: sekretaer, fra: 2022-01-01}]}
    moeter/2022-11-16: {oppmoete: [{person: nina, stemmerett: ja}]}

Riktig
    regel: {regel: rettighet, hvem: {side: nav}, stemmerett: nei}
    medlemmer/nina: {side: nav, oppnevninger: [{verv: sekretaer, fra: 2022-01-01}]}
    moeter/2022-11-16: {oppmoete: [{person: nina, stemmerett: nei}]}
"""

from collections.abc import Iterator
from typing import ClassVar, Literal

from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.verdier import UKJENT, JaNei
from brukerutvalg_cli.regler.bestemmelse import Bestemmelse
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.verdier.hvem import Hvem
from brukerutvalg_cli.regler.vurdering import Vurdering


class Rettighet(Bestemmelse):
    """Who may do what. What is granted cannot be broken by a record; what is denied can."""

    kode: ClassVar[str] = "BU106"

    regel: Literal["rettighet"]
    hvem: Hvem
    moeterett: JaNei | None = None
    talerett: JaNei | None = None
    forslagsrett: JaNei | None = None
    stemmerett: JaNei | None = None

    def check(self, utvalg: UtvalgIPeriode) -> Iterator[Vurdering]:
        """A vote recorded for somebody who has none."""
        if self.stemmerett is not False:
            return
        for moete in utvalg.avholdte:
            present = moete.oppmoete if isinstance(moete.oppmoete, tuple) else ()
            for nr, oppmoete in enumerate(present):
                hvem = utvalg.deltaker(oppmoete, moete.dato)
                denied = self.hvem.velger(hvem, utvalg.mappe.utvalg)
                if denied is False or not oppmoete.stemmerett:
                    continue
                place = moete.at("oppmoete", nr, "stemmerett")
                emne = f"{moete.dato} {hvem.id}"
                if denied is None or oppmoete.stemmerett is UKJENT:
                    yield self.uvisst(
                        place, f"om {hvem.id} stemte, eller hvem {hvem.id} sitter for, er ukjent", emne
                    )
                else:
                    yield self.brutt(
                        place,
                        f"{hvem.id} er ført med stemmerett i møtet {dato_i_ord(moete.dato)}, "
                        f"men de {self.hvem.i_ord()} har ikke stemmerett",
                        emne,
                        emner=(str(moete.dato),),
                        help="sett «stemmerett: nei», og tell stemmene på nytt om den ble regnet med",
                    )
