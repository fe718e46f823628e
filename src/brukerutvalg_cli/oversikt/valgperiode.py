"""Valgperiode: the term of an election of which nobody said the first or the last day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from brukerutvalg_cli.model.avloesning import Valgforslag
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.sete import MEDLEMSVERV, Sete
from brukerutvalg_cli.model.valghandling import OPPNEVNES
from brukerutvalg_cli.model.verdier import Ukjent


def foreslaatt(
    mappe: Utvalgsmappe,
    verv: str,
    valgt: Sequence[str],
    dag: date,
    fra: date | None,
    til: date | None,
    *,
    supplerer: bool = False,
    fraviker: Sequence[str] = (),
) -> Valgforslag:
    """The election with its term, as far as it is said.

    Else it begins at the meeting, or the day after where whoever has the verv leads the meeting to its end;
    and it lasts as long as the last one, or as what is left of the present one when that is more than half.
    """
    stated = Valgforslag(verv, tuple(valgt), dag, fra or dag, til, tuple(fraviker), supplerer)
    if fra is None and stated.avloeser and verv in MEDLEMSVERV and mappe.noen_er(dag, verv):
        stated = stated._replace(fra=dag + EN_DAG)
    return stated if til else stated._replace(til=_siste_dag(mappe, stated))


def bare_like_lenge(mappe: Utvalgsmappe, forslag: Valgforslag) -> bool:
    """Whether nothing but the length of the last term speaks for the last day: no term on record ends then, and none
    begins the day after."""
    ends = {p.til for p in _perioder(mappe, forslag.verv)}
    starts = {s.fra for s in mappe.seter_i.get(forslag.verv, ())}
    return forslag.til is not None and forslag.til not in ends and forslag.til + EN_DAG not in starts


class _Periode(NamedTuple):
    """The term of a seat as it was promised: as elected, where an election is known to have given it.

    `sete` tells how long it was held: another election, or who left, may have cut it short.
    """

    fra: date
    til: date | None
    sete: Sete


def _siste_dag(mappe: Utvalgsmappe, forslag: Valgforslag) -> date | None:
    """The last day of a term nobody has said the end of; never beyond the day before one that is on record."""
    fra = forslag.fra
    begun = [p for p in _perioder(mappe, forslag.verv) if p.fra <= fra]
    starts = (
        s.fra
        for s in mappe.seter_i.get(forslag.verv, ())
        if s.er_periode and (not _i_tillegg(s) or (s.person in forslag.valgt and s.verv in OPPNEVNES))
    )
    following = min((day - EN_DAG for day in starts if isinstance(day, date) and day > fra), default=None)
    return min((day for day in (_som_de_andre(begun, forslag), following) if day), default=None)


def _som_de_andre(begun: Sequence[_Periode], forslag: Valgforslag) -> date | None:
    """The last day of those elected from the same day; else of the present term, or as long as the last one."""
    fra = forslag.fra
    same = [p.til for p in begun if p.fra == fra]
    if None in same:
        return None
    if ends := [til for til in same if til]:
        return max(ends)
    first: dict[date, date] = {}  # who was elected for the rest of a term has the same last day as the others
    for p in begun:
        if p.til:
            first[p.til] = min(first.get(p.til, p.fra), p.fra)
    left = [
        p.til
        for p in begun
        if p.til
        and p.til >= fra
        and not _avloest(p, begun, fra)
        and (not forslag.avloeser or (p.til - fra + EN_DAG) * 2 > p.til - first[p.til] + EN_DAG)
    ]
    if left:
        return max(left)
    last = max(((p.fra, p.til) for p in begun if p.til), default=None)
    return _like_lenge(fra, first[last[1]], last[1]) if last else None


def _perioder(mappe: Utvalgsmappe, verv: str) -> Iterator[_Periode]:
    """The terms in a verv. Who came in addition to a body says nothing of how long one is elected for."""
    for sete in mappe.seter_i.get(verv, ()):
        if not sete.er_periode or (_i_tillegg(sete) and verv not in OPPNEVNES):
            continue
        elected = sete.valg.valg if sete.valg else sete
        fra = elected.fra if isinstance(elected.fra, date) else sete.fra
        til = elected.til if isinstance(elected.til, date) else sete.til
        if isinstance(fra, date) and not isinstance(til, Ukjent):
            yield _Periode(fra, til, sete)


def _i_tillegg(sete: Sete) -> bool:
    """Whether the seat came beside those who sat, and took over from nobody."""
    return sete.verv in OPPNEVNES or (sete.valg is not None and sete.valg.valg.supplerer is True)


def _avloest(periode: _Periode, begun: Sequence[_Periode], fra: date) -> bool:
    """Whether the term is over, and others have had the verv after it."""
    til = periode.sete.til
    return isinstance(til, date) and til < fra and any(p.fra > periode.fra for p in begun)


def _like_lenge(fra: date, forrige: date, forrige_til: date) -> date:
    """The last day of a term as long as the one before it."""
    if _whole_years(forrige, forrige_til):
        return _years_on(fra, (forrige_til + EN_DAG).year - forrige.year) - EN_DAG
    return fra + (forrige_til - forrige)


def _whole_years(fra: date, til: date) -> bool:
    after = til + EN_DAG
    return (after.month, after.day) == (fra.month, fra.day)


def _years_on(dag: date, years: int) -> date:
    try:
        return dag.replace(year=dag.year + years)
    except ValueError:  # 29 February
        return date(dag.year + years, 3, 1)
