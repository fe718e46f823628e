"""Training as a demand on an appointment: had by a day, once for each person however often they are appointed."""

from collections.abc import Iterator
from datetime import date

from pydantic import Field

from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
from brukerutvalg_cli.model.medlem import Opplaering
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.verdier import UKJENT, Heltall, Ukjent
from brukerutvalg_cli.model.visshet import Visshet, alle, noen
from brukerutvalg_cli.regler.i_ord import omtalt
from brukerutvalg_cli.regler.krav.felt import Felt
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.verdier.tid import TID


class OpplaeringKrav(Post):
    """Which training, and by when."""

    modul: Heltall | None = Field(None, description="Modulen; uten den gjelder det en hvilken som helst.")
    innen: TID | None = Field(
        None, description="Hvor lenge etter første oppnevning. Uten: den skal være tatt den første dagen."
    )


def opplaert(krav: OpplaeringKrav, utvalg: UtvalgIPeriode, sete: Sete, first: bool) -> Iterator[Felt]:
    """The demand, at the first seat only; the breach becomes true on the day after the training was due."""
    if not first:
        return
    place = sete.at("fra")
    what = f"modul {krav.modul}" if krav.modul is not None else "opplæring"
    unknown = f"om {omtalt(sete.person, utvalg)} har hatt {what}, er ukjent"
    if isinstance(sete.fra, Ukjent):
        yield Felt(place, None, "", unknown)
        return
    due = krav.innen.etter(sete.fra) if krav.innen else sete.fra
    left = sete.til if isinstance(sete.til, date) else None
    if left and left < due:
        return  # gone before it was due
    by = f"innen {dato_i_ord(due)}" if krav.innen else "når perioden begynner"
    held = har_hatt(utvalg, sete.person, krav.modul, due)
    if sete.til is UKJENT and held is False:
        held = None  # perhaps gone before it was due
    yield Felt(place, held, f"skal ha hatt {what} {by}", unknown, since=due + EN_DAG)


def har_hatt(utvalg: UtvalgIPeriode, person: str, modul: int | None, dag: date) -> Visshet:
    """Whether the person has had the training by this day: by their own file, or by the list of a course."""
    medlem = utvalg.mappe.medlemmer.get(person)
    if medlem is None:
        return None
    own: tuple[Opplaering, ...] | Ukjent = medlem.opplaering
    claims: list[Visshet] = (
        [None] if isinstance(own, Ukjent) else [_is_it(o.modul, o.dato, modul, dag) for o in own]
    )
    for hendelse in utvalg.mappe.hendelser:
        if hendelse.hva == "kurs":
            there = None if isinstance(hendelse.deltakere, Ukjent) else person in hendelse.deltakere
            claims.append(alle((there, _is_it(hendelse.modul, hendelse.dato, modul, dag))))
    if not utvalg.mappe.hendelser_lest:
        claims.append(None)
    return noen(claims)


def _is_it(had: int | Ukjent | None, on: date | Ukjent, modul: int | None, dag: date) -> Visshet:
    right = True if modul is None else None if isinstance(had, Ukjent) else had == modul
    return alle((right, None if isinstance(on, Ukjent) else on <= dag))
