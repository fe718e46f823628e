"""Permisjon: who is away from what they have in the council for a time, and who sits there meanwhile. Never why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.endring.utkast import Utkast
from brukerutvalg_cli.handling.filer import OPPNEVNING, PERMISJON, Nektet, ordnet, personfil
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.medlem import Oppnevning, Permisjon
from brukerutvalg_cli.model.sete import MEDLEMSVERV, OPPNEVNT
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.model.vet_av import Sagt, deldag_i_ord, senest, tidligst, vet_av


class Permisjonstid(NamedTuple):
    """From and to, both days included; without `til` until somebody says, or the term is over."""

    fra: Sagt
    til: Sagt | None


def gi(
    utkast: Utkast,
    mappe: Utvalgsmappe,
    person: str,
    verv: str,
    tid: Permisjonstid,
    stedfortreder: str | Ukjent | None,
) -> list[str]:
    """Away from one verv, or from all (no `verv`), which are given back. Who stands in, takes the seat in the council.

    Raises:
        Nektet: when the person has no such verv then, is on leave already, or is to stand in for themselves.
    """
    if stedfortreder == person:
        raise Nektet(f"{person} kan ikke være stedfortreder for seg selv")
    terms = [(nr, term) for nr, term in _periodene(mappe, person, verv) if _moetes(term, tid)]
    if not terms:
        what = f"vervet «{verv}»" if verv else "noe verv i utvalget"
        raise Nektet(f"{person} har ikke {what} {_naar(tid)}. Perioden må være ført før permisjonen: oppnevn")
    if any(_moetes(old, tid) for _, term in terms for old in term.permisjon):
        raise Nektet(
            f"{person} har alt permisjon {_naar(tid)}. Ta den bort med --stryk, eller flytt siste dag med --til alene"
        )
    seat = next((nr for nr, term in terms if verv or term.verv in OPPNEVNT), None)
    if stedfortreder and seat is None:
        raise Nektet(f"{person} sitter ikke i utvalget. Skriv hvilket verv stedfortrederen har: --verv VERV")
    for nr, _ in terms:
        stands_in = stedfortreder if nr == seat else None
        entry = {"fra": tid.fra, "til": tid.til, "stedfortreder": stands_in}
        route = ("oppnevninger", nr, "permisjon")
        utkast.legg_til(personfil(mappe, person), route, ordnet(entry, PERMISJON), OPPNEVNING)
    return [term.verv for _, term in terms]


def to_plasser(mappe: Utvalgsmappe, person: str, stedfortreder: str, tid: Permisjonstid) -> bool:
    """Whether who is to stand in for a member is one already when the leave begins."""
    day = tidligst(tid.fra)

    def sits(who: str) -> bool:
        seats = (s for s in mappe.seter_av.get(who, ()) if s.verv in MEDLEMSVERV)
        return day is not None and any(s.har(day) is True for s in seats)

    return sits(person) and sits(stedfortreder)


def slutt(utkast: Utkast, mappe: Utvalgsmappe, person: str, verv: str, til: Sagt) -> list[str]:
    """Back in what they are away from: the last day of the leave. The verv are given back.

    Raises:
        Nektet: when the person is on leave from none of it, or was back before that day.
    """
    found = [(nr, term, at) for nr, term in _periodene(mappe, person, verv) for at in _aapne(term, til)]
    if not found:
        raise Nektet(f"{person} har ingen permisjon å sette siste dag for. Ny permisjon: skriv --fra")
    for nr, _, at in found:
        route = ("oppnevninger", nr, "permisjon", at, "til")
        utkast.sett(personfil(mappe, person), route, til, PERMISJON)
    return [term.verv for _, term, _ in found]


def stryk(
    utkast: Utkast, mappe: Utvalgsmappe, person: str, verv: str, fra: date | Deldato | None
) -> list[str]:
    """There was no leave: the one from this day, or the last that is written down. The verv are given back.

    Raises:
        Nektet: when there is none.
    """
    all_ = [
        (nr, term, at, p)
        for nr, term in _periodene(mappe, person, verv)
        for at, p in enumerate(term.permisjon)
    ]
    days = [day for _, _, _, p in all_ if not isinstance(day := vet_av(p, "fra"), Ukjent)]
    day = fra or max(days, key=lambda said: senest(said) or date.min, default=None)
    gone = [(nr, term, at) for nr, term, at, p in all_ if day in (vet_av(p, "fra"), None)]
    if not gone:
        raise Nektet(f"{person} har ingen permisjon{f' fra {deldag_i_ord(fra)}' if fra else ''} å stryke")
    for nr, term, at in gone[::-1]:
        whole = ("oppnevninger", nr, "permisjon")
        utkast.fjern(personfil(mappe, person), whole if len(term.permisjon) == 1 else (*whole, at))
    return [term.verv for _, term, _ in gone]


def _periodene(mappe: Utvalgsmappe, person: str, verv: str) -> Iterator[tuple[int, Oppnevning]]:
    medlem = mappe.medlemmer.get(person)
    if medlem is None:
        raise Nektet(f"personen «{person}» finnes ikke, eller kan ikke leses")
    for nr, term in enumerate(medlem.oppnevninger):
        if term.tiltraadt is not False and verv in ("", term.verv):
            yield nr, term


def _moetes(one: Oppnevning | Permisjon | Permisjonstid, other: Permisjonstid) -> bool:
    """Whether two stretches of days have, or may have, a day in common."""
    fra, til = (
        (one.fra, one.til) if isinstance(one, Permisjonstid) else (vet_av(one, "fra"), vet_av(one, "til"))
    )
    return not (_er_foer(til, other.fra) or _er_foer(other.til, fra))


def _er_foer(til: Sagt | None, fra: Sagt) -> bool:
    """Whether the one surely is before the other."""
    last, first = senest(til), tidligst(fra)
    return last is not None and first is not None and last < first


def _aapne(term: Oppnevning, til: Sagt) -> Iterator[int]:
    """The leaves that may be going on, or are to end on another day."""
    for nr, leave in enumerate(term.permisjon):
        begun = not _er_foer(til, vet_av(leave, "fra"))
        last = nr == len(term.permisjon) - 1
        if begun and last:
            yield nr


def _naar(tid: Permisjonstid) -> str:
    if isinstance(tid.fra, Ukjent):
        return "da"
    if tid.til is None or isinstance(tid.til, Ukjent) or tid.til == tid.fra:
        return f"fra {deldag_i_ord(tid.fra)}"
    return f"fra {deldag_i_ord(tid.fra)} til {deldag_i_ord(tid.til)}"
