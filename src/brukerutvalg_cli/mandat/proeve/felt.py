"""Felt: one field of a record held up against a demand, and the demand in words."""

from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.funn.finding import Varer
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.model.visshet import Visshet, stedet
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.fakta_i_ord import det_foerste
from brukerutvalg_cli.ord.i_ord import Omgivelser, eller, i_ord, omtalt


class Felt(NamedTuple):
    """One field of one record: where it stands, whether it is as demanded, and the demand in words.

    `tekst` goes on from the subject: «skal ha leder som møteleder, men kari ledet det». `fakta` says what is
    missing, where whoever asks has better words for it than the facts that `holder` names. `since` is the day a lack
    of it became true, where time alone can make it so; `varer` how long it lasts, where that is another time than
    that of the record. `hjelp` is how to mend it, where that is not done in the field, and `ellers` what else may lack.
    """

    place: Place
    holder: Visshet
    tekst: str
    fakta: str = ""
    since: date | None = None
    varer: Varer | None = None
    hjelp: str = ""
    ellers: str = ""

    def mangler(self, utvalg: Omgivelser) -> tuple[Place, str]:
        """What is missing, where nobody can know: where it would stand, and what to say of it."""
        if self.fakta:
            return self.place, self.fakta
        place, fact = stedet(self.holder), det_foerste(self.holder, utvalg)
        return place or self.place, fact or f"«{self.noekkel}» er ukjent"

    @property
    def noekkel(self) -> str:
        """The key of the field."""
        return next((step for step in reversed(self.place.route) if isinstance(step, str)), "")


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


def nektelse(wanted: bool) -> str:
    """`ikke `, or nothing."""
    return "" if wanted else "ikke "
