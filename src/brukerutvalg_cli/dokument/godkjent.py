"""Between meetings and after approval: by which way something was decided, and what was put right in the minutes."""

from __future__ import annotations

from brukerutvalg_cli.dokument.datoer import kjent_dato
from brukerutvalg_cli.dokument.markdown import Trygg, escape
from brukerutvalg_cli.dokument.ord import Ord
from brukerutvalg_cli.model.avstemning import UtenomMoetet
from brukerutvalg_cli.model.maalform import Maalform
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetepapirer import Godkjent, Rettelse
from brukerutvalg_cli.model.verdier import kjent


def utenom_moetet(avgjort: UtenomMoetet | Godkjent, maalform: Maalform, ord: Ord) -> Trygg:
    """`på e-post 20. juni 2026`: what was decided between meetings, as far as is known."""
    way, day = kjent(avgjort.maate), kjent_dato(avgjort, "dato", maalform, ord.i)
    return Trygg(" ".join(filter(None, (ord.maate.get(way) if way else "", day))))


def rettelser(moete: Moete, maalform: Maalform) -> tuple[Trygg, ...]:
    """What was put right after the minutes were approved: `10. juni 2026: Tallet i sak 3/26`."""
    became = kjent(moete.referat)
    return tuple(_rettet(each, maalform) for each in (became.rettelser if became else ()))


def _rettet(rettelse: Rettelse, maalform: Maalform) -> Trygg:
    day, what = kjent_dato(rettelse, "dato", maalform), Trygg(escape(rettelse.hva))
    return Trygg(f"{day}: {what}") if day else what
