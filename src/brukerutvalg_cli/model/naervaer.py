"""Nærvær: who was in the room for each case – by when they came and left, and by who was disqualified from it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from brukerutvalg_cli.model.en_gang import en_gang
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.sak import Inhabil
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent, kjent
from brukerutvalg_cli.model.visshet import UVISST, Visshet, alle, ikke

_KLOKKE = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)", re.ASCII)
_DOEGN = 24 * 60
_HVEM_SOM_HELST = Oppmoete.model_construct(
    navn=UKJENT, funksjon=UKJENT, side=UKJENT, representerer=UKJENT, fra_utvalg=UKJENT, verv=UKJENT
)
"""Somebody of whom nothing is known."""


class Naervaer(NamedTuple):
    """One on the attendance list as they were in a case or in the meeting, and whether they took part in it."""

    oppmoete: Oppmoete
    der: Visshet
    i_stedet: bool = False
    """Whether it is, if anybody, one in the place of another who is here: of the two there was one."""


@en_gang  # every case is asked who was there
def i_moetet(moete: Moete) -> tuple[Naervaer, ...]:
    """Everybody on the list, for however much of the meeting; a deputy who only listened took no part."""
    return tuple(Naervaer(each, each.deltok) for each in kjent(moete.oppmoete) or ())


def observatoerer(moete: Moete, saker: Iterable[int] = ()) -> tuple[Naervaer, ...]:
    """Those who only looked on: they took no part, but were in the room, for all of these cases."""
    there = (each for each in kjent(moete.oppmoete) or () if each.rolle == "observatoer")
    return tuple(Naervaer(each, alle(var_inne(moete, each, nr) for nr in saker)) for each in there)


def i_saken(moete: Moete, nr: int) -> tuple[Naervaer, ...]:
    """The same in one case: without those who were not there yet, had left or were disqualified, with who stood in."""
    found = [
        here
        if _hele_tida(here.oppmoete)
        else here._replace(der=alle((here.der, var_inne(moete, here.oppmoete, nr))))
        for here in i_moetet(moete)
    ]
    disqualified = moete.saker[nr].inhabil
    if isinstance(disqualified, Ukjent):  # any of them may be, and anybody may have stood in
        return tuple(perhaps for each in found for perhaps in _kanskje_inhabil(each))
    for each in disqualified or ():
        found = list(_uten(found, each))
    return tuple(found)


def _kanskje_inhabil(en: Naervaer) -> Iterator[Naervaer]:
    if en.der is False and not en.oppmoete.lytter:
        yield en
        return
    yield en._replace(der=UVISST)
    yield Naervaer(_HVEM_SOM_HELST.model_copy(update={"vara_for": _sete(en.oppmoete)}), UVISST, i_stedet=True)


def _uten(folk: list[Naervaer], inhabil: Inhabil) -> Iterator[Naervaer]:
    """Those who are left when one is disqualified. Whoever stood in was there for the case, on the list or not."""
    gone = next((each for each in folk if each.oppmoete.kalt == inhabil.person), None)
    seat = _sete(gone.oppmoete) if gone else inhabil.person
    stands_in = inhabil.vara
    for each in folk:
        if each is gone:
            yield each._replace(der=False)
        elif each.oppmoete.kalt != stands_in:
            yield each
        elif _har_plass(each):  # of their own: nobody sits in two
            yield each
            stands_in = None
    if isinstance(stands_in, Ukjent):
        yield Naervaer(_HVEM_SOM_HELST.model_copy(update={"vara_for": seat}), UVISST)
    elif stands_in:
        yield Naervaer(Oppmoete.model_construct(person=stands_in, vara_for=seat), True)


def _sete(oppmoete: Oppmoete) -> str | Ukjent:
    """Whose seat one sits in: another's, for a deputy."""
    return oppmoete.vara_for or oppmoete.kalt


def _har_plass(en: Naervaer) -> bool:
    return en.der is not False and en.oppmoete.vara_for is not None


def var_inne(moete: Moete, oppmoete: Oppmoete, nr: int) -> Visshet:
    """Whether somebody had come, and had not left, when a case was decided."""
    if _hele_tida(oppmoete):
        return True
    return alle((_kommet(moete, oppmoete.kom, nr), ikke(_gaatt(moete, oppmoete.gikk, nr))))


def _hele_tida(oppmoete: Oppmoete) -> bool:
    return oppmoete.kom is None and oppmoete.gikk is None


def snudd(moete: Moete, oppmoete: Oppmoete) -> bool:
    """Whether it is said that somebody left before they came."""
    came, left = oppmoete.kom, oppmoete.gikk
    times = klokka(moete, came), klokka(moete, left)
    if times[0] is not None and times[1] is not None:
        return times[1] < times[0]
    cases = [sak_nr(moete, each) if isinstance(each, str) else None for each in (came, left)]
    if cases[0] is None or cases[1] is None:
        return False
    return _foer(moete, cases[1], cases[0]) is True


def _kommet(moete: Moete, kom: str | Ukjent | None, nr: int) -> Visshet:
    if kom is None or isinstance(kom, Ukjent):
        return UVISST if kom else True
    if (at := klokka(moete, kom)) is not None:
        return _foer_vedtaket(moete, nr, at)
    first = sak_nr(moete, kom)
    return UVISST if first is None else ikke(_foer(moete, nr, first))


def _gaatt(moete: Moete, gikk: str | Ukjent | None, nr: int) -> Visshet:
    if gikk is None or isinstance(gikk, Ukjent):
        return UVISST if gikk else False
    if (at := klokka(moete, gikk)) is not None:
        return _foer_vedtaket(moete, nr, at)
    last = sak_nr(moete, gikk)
    return UVISST if last is None else _foer(moete, last, nr)


def klokka(moete: Moete, text: object) -> int | None:
    """A time of the meeting in minutes; None where it is none. What comes before it began is after midnight."""
    found = _KLOKKE.fullmatch(text) if isinstance(text, str) else None
    if not found:
        return None
    at = 60 * int(found[1]) + int(found[2])
    over_midnatt = moete.tid != text and _over_midnatt(moete) and at < (klokka(moete, moete.tid) or 0)
    return at + _DOEGN * over_midnatt


def _over_midnatt(moete: Moete) -> bool:
    begins, ends = (_KLOKKE.fullmatch(t) if isinstance(t, str) else None for t in (moete.tid, moete.slutt))
    return bool(begins and ends) and _minutter(ends) < _minutter(begins)


def _minutter(found: re.Match[str] | None) -> int:
    return 60 * int(found[1]) + int(found[2]) if found else 0


def sak_nr(moete: Moete, nr: str) -> int | None:
    """The place on the agenda of the case with a number."""
    return next((at for at, sak in enumerate(moete.saker) if nr and nr in (sak.navn, sak.nr)), None)


def _foer_vedtaket(moete: Moete, nr: int, at: int) -> Visshet:
    """Whether a time came before a case was decided: some time between its beginning and that of the next."""
    begun, over = _varte(moete, nr)
    if begun == over == at:
        return UVISST
    return True if at <= begun else False if at >= over else UVISST


def _varte(moete: Moete, nr: int) -> tuple[float, float]:
    """The times that a case lies between, as far as they are known."""
    begun = _tidene(moete)
    ends = klokka(moete, moete.slutt)
    last = math.inf if ends is None else ends
    if _i_rekkefoelge(begun):
        before = [at for at in begun[: nr + 1] if at is not None]
        after = [at for at in begun[nr + 1 :] if at is not None]
        return max(before, default=_start(moete)), min(after, default=max(last, *before, 0))
    own = begun[nr]
    if own is None:
        return _start(moete), last
    return own, min((at for at in begun if at is not None and at > own), default=max(last, own))


def _start(moete: Moete) -> float:
    begins = klokka(moete, moete.tid)
    return -math.inf if begins is None else begins


def _tidene(moete: Moete) -> list[int | None]:
    return [klokka(moete, sak.tatt_opp) for sak in moete.saker]


def _i_rekkefoelge(tider: list[int | None]) -> bool:
    """Whether the cases were dealt with in the order of the agenda, as far as their times tell."""
    known = [at for at in tider if at is not None]
    return known == sorted(known)


def _foer(moete: Moete, en: int, annen: int) -> Visshet:
    """Whether one case was dealt with before another."""
    times = _tidene(moete)
    first, second = times[en], times[annen]
    if en != annen and first is not None and second is not None and first != second:
        return first < second
    return en < annen if en == annen or _i_rekkefoelge(times) else UVISST
