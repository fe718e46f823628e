"""Om sete: where a finding on a seat is shown, and what it is called. An election is judged once, at the case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from brukerutvalg_cli.funn.finding import Varer
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.runder import runder_er_kjent, rundestarter
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sak import Valg
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.valghandling import OPPNEVNES
from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.model.vet_av import senest, vet_av
from brukerutvalg_cli.model.visshet import UVISST, Uvisst, Visshet, alle, ikke, noen
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.i_ord import omtalt

USAGT = object()
"""Where nothing else is said, a term ends when it is written to end."""


def etter_valg(seats: Iterable[Sete]) -> Iterator[list[Sete]]:
    """Those whom one election gave the same term, as one: it is judged once. Every other seat by itself."""
    found: dict[object, list[Sete]] = {}
    for nr, sete in enumerate(seats):
        valg = sete.valg
        days = tuple(skrevet(sete, key) for key in ("fra", "til"))
        key = (valg.moete.path, valg.sak_nr, valg.valg_nr, *days) if valg else nr
        found.setdefault(key, []).append(sete)
    yield from found.values()


def dag_at(sete: Sete, key: str) -> Place:
    """Where a day of the term is decided: in the election, unless the person's file says more than that."""
    if sete.valg is None or not _as_elected(sete, sete.valg.valg):
        return sete.at(key)
    stated = getattr(sete.valg.valg, key) is not None
    return sete.valg.at(key if stated else "fra")


def _as_elected(sete: Sete, valg: Valg) -> bool:
    if sete.deldato and sete.deldato == valg.deldato:  # the same is known of the days, whichever are meant
        return all(key in valg.deldato or getattr(sete, key) == getattr(valg, key) for key in ("fra", "til"))
    if sete.fra != valg.fra or isinstance(sete.til, Ukjent) or isinstance(valg.til, Ukjent):
        return False
    return valg.til is None or (sete.til is not None and sete.til <= valg.til)


def valgt_at(sete: Sete) -> Place | None:
    """Where the person was elected to it: there somebody else could have been chosen.

    None where nobody was, or where the person's file says more than the election does.
    """
    if sete.valg is None or not _as_elected(sete, sete.valg.valg):
        return None
    return sete.valg.valgt_at(sete.person)


def varer_ut(sete: Sete, utvalg: UtvalgIPeriode, *, fra: date | None, til: object = USAGT) -> Varer:
    """How long what is wrong with a term is so, where it is the time itself: until it is over.

    That it ran out puts nothing right; that it ended before the time it was given for, does.
    """
    end = sete.til if til is USAGT else til
    who = omtalt(sete.person, utvalg)
    if isinstance(end, Ukjent):
        return Varer(fra, kanskje=f"når perioden til {who} slutter, er ukjent" if sete.valg else "")
    if not isinstance(end, date):
        return Varer(fra)
    over, left = end + EN_DAG, gikk_ut(sete, end)
    if isinstance(left, Uvisst):
        return Varer(fra, over, kanskje=f"hvor lenge {who} var valgt for, er ukjent")
    return Varer(fra, over, over, f"ved at {who} gikk ut", sete.at("til")) if left else Varer(fra, over)


def gikk_ut(sete: Sete, til: object = USAGT) -> Visshet:
    """Whether the person left before the time they were elected for was over: that is done, and is no plan."""
    end = sete.til if til is USAGT else til
    if not isinstance(end, date) or sete.valg is None or sete.oppnevning is None:
        return False
    given = vet_av(sete.valg.valg, "til")
    if isinstance(given, Ukjent):
        return UVISST
    if not isinstance(given, Deldato):
        return given is None or end < given
    if sete.deldato.get("til") == given:
        return False  # as they were elected, whichever day that was
    return True if end < given.tidligst else False if given.senest <= end else UVISST


def varer(
    sete: Sete, utvalg: UtvalgIPeriode, *, fra: date | None, holder: Callable[[Sete], Visshet]
) -> Varer:
    """The same, where it is the person who is wrong for it: then a successor who surely is right mends it, too.

    `holder` is the demand's own verdict on another seat in the same verv.
    """
    lasts, who = varer_ut(sete, utvalg, fra=fra), omtalt(sete.person, utvalg)
    if lasts.rettet and any(s.dekker(lasts.rettet) is not False for s in _de_andre(sete, utvalg, samme=True)):
        lasts = Varer(fra, lasts.over)  # left, and came back the same day
    if lasts.rettet or lasts.kanskje or sete.til is None:
        return lasts
    begun = sete.fra if isinstance(sete.fra, date) else None
    if isinstance(sete.til, Ukjent) and begun and begun > utvalg.dato:
        return lasts
    found, unsure = _tatt_over(sete, utvalg, begun, holder)
    if unsure or (found and lasts.over is None):
        return lasts._replace(kanskje=f"når noen tok over etter {who}, er ukjent")
    records_end = utvalg.mappe.utvalg.registrert_til
    # Of a round after that, not all who were appointed need be on record.
    beyond = records_end and found and found[0] > records_end and sete.verv in OPPNEVNES
    if found is None or beyond:
        return lasts
    taken, following = found
    if decided := holdt_valg(following, utvalg):
        taken = max(taken, *decided)
    said, place = _hvordan(following, utvalg)
    return lasts._replace(rettet=taken, ved=said, place=place)


def valgmoete(sete: Sete, utvalg: UtvalgIPeriode) -> Moete | None:
    """The meeting at which the person was elected to the seat, cancelled or not, where it is on record."""
    if sete.valg:
        return sete.valg.moete
    case = sete.oppnevning.valgt_i if sete.oppnevning else None
    return next((m for m in utvalg.mappe.moeter for sak in m.saker if sak.navn == case), None)


def er_holdt(moete: Moete | None, utvalg: UtvalgIPeriode) -> bool:
    """Whether the meeting is held by the day that is looked at; what no meeting decided, needs none."""
    return moete is None or (moete.status == "avholdt" and moete.dato <= utvalg.dato)


def holdt_valg(seats: Iterable[Sete], utvalg: UtvalgIPeriode) -> list[date] | None:
    """The days on which these were elected; None where one of the elections has not been held."""
    meetings = [valgmoete(sete, utvalg) for sete in seats]
    if not all(er_holdt(moete, utvalg) for moete in meetings):
        return None
    return [moete.dato for moete in meetings if moete]


def _de_andre(sete: Sete, utvalg: UtvalgIPeriode, *, samme: bool = False) -> list[Sete]:
    """The other seats in the same verv; only the person's own, where that is asked."""
    held = (s for s in utvalg.mappe.seter_i.get(sete.verv, ()) if s.er_periode)
    return [s for s in held if (s.at() != sete.at() if s.person == sete.person else not samme)]


def _tatt_over(
    sete: Sete, utvalg: UtvalgIPeriode, begun: date | None, holder: Callable[[Sete], Visshet]
) -> tuple[tuple[date, list[Sete]] | None, bool]:
    """The first day after the term on which its place is filled anew, by such as all surely are right, and by whom;
    and whether it may be so without anybody knowing."""
    after = sete.til if isinstance(sete.til, date) else begun
    in_rounds = sete.verv in OPPNEVNES
    if in_rounds:
        starts, unsure = rundestarter(utvalg.mappe), not runder_er_kjent(utvalg.mappe)
    else:
        starts = utvalg.mappe.starter_i.get(sete.verv, [])
        unknown = (
            s for s in utvalg.mappe.uten_kjent_start_i.get(sete.verv, []) if _kan_begynne_etter(s, after)
        )
        unsure = any(s.person != sete.person and holder(s) is not False for s in unknown)
    days = [day for day in starts if day <= utvalg.dato and (after is None or day > after)]
    others = _de_andre(sete, utvalg) if days else []  # of very many, nobody is looked at for nothing
    perhaps = False
    for day in days:
        there = [(s, sits) for s in others if (sits := s.dekker(day)) is not False]
        sure = [s for s, sits in there if sits is True]
        held = holdt_valg((s for s, _ in there), utvalg) is not None
        if holdt_valg(sure, utvalg) is None:
            continue
        goes_on = noen(sits for s, sits in there if not in_rounds and s.person == sete.person)
        more = in_rounds and utvalg.mappe.noen_flere(frozenset({sete.verv}), day)
        right = alle(
            (
                held or UVISST,
                ikke(goes_on),
                ikke(more),
                noen(sits for _, sits in there),
                *(holder(s) if sits is True else noen((ikke(sits), holder(s))) for s, sits in there),
            )
        )
        if right:
            return (day, sure), unsure
        perhaps = isinstance(right, Uvisst) or perhaps
    return None, unsure or perhaps


def _kan_begynne_etter(sete: Sete, dag: date | None) -> bool:
    """Whether a term of which nobody knows the first day, or not all of it, may begin after this day."""
    latest = senest(vet_av(sete, "fra"))
    return dag is None or latest is None or latest > dag


def _hvordan(following: Sequence[Sete], utvalg: UtvalgIPeriode) -> tuple[str, Place | None]:
    if following[0].verv in OPPNEVNES:
        return "ved en ny oppnevningsrunde", None
    last = max(following, key=lambda s: date.min if isinstance(s.fra, Ukjent) else s.fra)
    if last.valg:
        return f"ved valget i sak {last.valg.sak.navn}", last.valg.at("valgt")
    return f"ved at {omtalt(last.person, utvalg)} tok over", last.at("fra")


def navn(seats: Sequence[Sete], utvalg: UtvalgIPeriode) -> str:
    """Whom the seats are."""
    return alle_sammen(omtalt(sete.person, utvalg) for sete in seats)


def ider(seats: Sequence[Sete]) -> str:
    """The same by id, as a finding on the seats is known."""
    return " ".join(sete.person for sete in seats)


def perioden(sete: Sete) -> str:
    """One term by id: by its first day, or where nobody knows that, by the case or by its number in the file."""
    number = sete.valg.sak.navn if sete.valg else sete.nr + 1
    return f"{sete.person} {sete.verv} {number if isinstance(sete.fra, Ukjent) else sete.fra}"


def emner(*seats: Sete) -> tuple[str, ...]:
    """By what a deviation may name them: the person, the case and the meeting."""
    valg = seats[0].valg
    return (*(sete.person for sete in seats), *((valg.sak.navn, valg.moete.navn) if valg else ()))


def fraviker(*seats: Sete) -> tuple[str, ...]:
    """The provisions that the appointment or the election says itself that it departs from."""
    own = tuple(name for sete in seats if sete.oppnevning for name in sete.oppnevning.fraviker)
    valg = seats[0].valg
    return own + (valg.valg.fraviker if valg else ())


def sagt_i_ord(sete: Sete, key: str) -> str:
    """A day of the term as it is known: `2021`, `mars 2021`, `3. mars 2021`."""
    part, day = sete.deldato.get(key), getattr(sete, key)
    return part.i_ord if part else dato_i_ord(day) if isinstance(day, date) else ""


def skrevet(sete: Sete, key: str) -> str:
    """The same as it is written."""
    part = sete.deldato.get(key)
    return part.skrevet if part else str(getattr(sete, key))
