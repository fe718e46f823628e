"""Felt: one field of a record held up against a demand, and the demand in words."""

from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Varer
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.hvem import Navngitt
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.model.visshet import Visshet
from brukerutvalg_cli.ord.i_ord import alle_sammen, eller, i_ord, omtalt


class Felt(NamedTuple):
    """One field of one record: where it stands, whether it is as demanded, and the demand in words.

    `tekst` goes on from the subject: «skal ha leder som møteleder, men kari ledet det». `fakta` names
    the fact that decides it, where that is another than the field itself. `since` is the day a lack of it
    became true, where time alone can make it so; `varer` how long it lasts, where that is another time than
    that of the record. `hjelp` is how to mend it, where that is not done in the field.
    """

    place: Place
    holder: Visshet
    tekst: str
    fakta: str = ""
    since: date | None = None
    varer: Varer | None = None
    hjelp: str = ""

    @property
    def ukjent(self) -> str:
        """What is missing, where nobody can know: «fullmakt» er ukjent."""
        return self.fakta or f"«{self.noekkel}» er ukjent"

    @property
    def noekkel(self) -> str:
        """The key of the field."""
        return next((step for step in reversed(self.place.route) if isinstance(step, str)), "")


def navngitt_felt(
    place: Place, holds: Visshet, text: str, names: Navngitt, value: object, utvalg: UtvalgIPeriode
) -> Felt:
    """A field that is to name one of these; where it is the name that nobody knows, that is the fact to find."""
    if holds is None and names.uvisst and not isinstance(value, Ukjent):
        place, fact = names.savnet(utvalg.mappe.utvalg)
        return Felt(place, None, text, fact)
    return Felt(place, holds, text)


def men(value: str | bool | tuple[str, ...] | Ukjent | None, utvalg: UtvalgIPeriode | None = None) -> str:
    """The end of a sentence that said what should have been: what is, or that nothing is recorded."""
    if utvalg and value and isinstance(value, str | tuple):
        names = (value,) if isinstance(value, str) else value
        return f", men det er {alle_sammen(omtalt(name, utvalg) for name in names)}"
    if value is None or value == ():
        return ", men det er ikke ført"
    if isinstance(value, bool | Ukjent):
        return ""
    return f", men det er {i_ord(value) if isinstance(value, str) else eller(value)}"


def ja_nei(wanted: bool) -> str:
    """`ikke `, or nothing."""
    return "" if wanted else "ikke "
