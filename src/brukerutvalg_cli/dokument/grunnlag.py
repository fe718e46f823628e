"""Grunnlag: what every part of a document is made from, whatever the part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from brukerutvalg_cli.dokument.ord import Ord, ordliste
from brukerutvalg_cli.dokument.overskrifter import Overskrifter
from brukerutvalg_cli.dokument.personer import Personer
from brukerutvalg_cli.dokument.vedlegg import Stoerrelse
from brukerutvalg_cli.model.maalform import Maalform
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.register import Register


@dataclass(frozen=True, slots=True)
class Grunnlag:
    """The council's records, its people on the day, its words, the headings so far, and the sizes of files."""

    mappe: Utvalgsmappe
    dag: date
    ord: Ord
    personer: Personer
    overskrifter: Overskrifter
    stoerrelse: Stoerrelse
    kladd: bool
    """Whether it has not gone out yet: then what is not on record says so, and later it is left out."""

    def mangler(self, value: object) -> str:
        """The word for a fact that nobody has recorded yet. What nobody knows is left out of every document."""
        return str(self.ord.ikke_foert_ennaa) if value is None and self.kladd else ""

    @property
    def maalform(self) -> Maalform:
        """The målform of the document."""
        return self.mappe.utvalg.maalform


def grunnlag(
    register: Register, mappe: Utvalgsmappe, moete: Moete, stoerrelse: Stoerrelse, *, kladd: bool
) -> Grunnlag:
    """What one document of a meeting is made from."""
    ord = ordliste(mappe.utvalg.maalform)
    personer = Personer(register, mappe, ord, moete.dato)
    return Grunnlag(mappe, moete.dato, ord, personer, Overskrifter(ord.overskrift), stoerrelse, kladd)
