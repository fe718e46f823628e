"""Flertall: whether a decision had the votes it needed – of those cast, of those who were there, of all members."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, NamedTuple, get_args

from pydantic import AfterValidator

from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.mengde_av import I_ORD, Helhet, MengdeAv
from brukerutvalg_cli.model.avstemning import Avstemning, Stemmer, Vedtak
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.naervaer import i_saken
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.sete import MEDLEMSVERV
from brukerutvalg_cli.model.stemmeberettiget import hoder, kan_stemme
from brukerutvalg_cli.model.tilhoerer import sitter
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent, kjent
from brukerutvalg_cli.model.visshet import UVISST, Faktum, Uvisst, Visshet, samlet

IKKE_STEMT = "hvordan det ble stemt, er ukjent"
MANGE = 10_000
"""More than any council has: the upper end where nobody knows."""


def _om_stemmer(value: MengdeAv) -> MengdeAv:
    value.bare(*get_args(Helhet))
    return value


FLERTALL = Annotated[MengdeAv, AfterValidator(_om_stemmer)]
"""The votes for that a decision needs. A share is of the votes for and against where nothing else is said."""


class Flertallet(NamedTuple):
    """What is to be said of one decision: whether it had the votes, the demand in words, and what is missing."""

    holder: Visshet
    tekst: str
    ukjent: str = IKKE_STEMT


class Antall(NamedTuple):
    """How many there are: so many for certain, and so many at most; and what is not known of the others."""

    minst: int
    hoeyst: int
    fakta: tuple[Faktum, ...] = ()

    def hvert(self) -> Iterator[int]:
        """Each number it can be. Beyond some hundreds the answer is that of the last."""
        yield from range(self.minst, min(self.hoeyst, self.minst + 300) + 1)
        yield self.hoeyst


def flertallet(
    krav: MengdeAv, utvalg: UtvalgIPeriode, moete: Moete, sak_nr: int, avgjort: Avstemning
) -> Flertallet:
    """One decision, in a case of a meeting, held up against the majority it needs."""
    voting = _Votering(krav, utvalg, moete, sak_nr, avgjort)
    text = f"skal ha flertall: {krav.i_ord()} av {_av(krav)} for"
    if avgjort.enstemmig is True and krav.er_andel and krav.av != "medlemmer":
        return Flertallet(True, text)
    if avgjort.talt is None and not avgjort.enstemmig:
        return Flertallet(False, f"{text}, men stemmene er ikke ført")
    for_, whole = voting.for_, voting.av
    if for_ is None:
        return Flertallet(UVISST, text)
    verdicts = {krav.oppfylt(n, total) for total in whole.hvert() for n in for_.hvert() if n <= total}
    holds = verdicts.pop() if len(verdicts) == 1 else samlet((Uvisst(for_.fakta), Uvisst(whole.fakta)))
    named = isinstance(holds, Uvisst) and holds.fakta and avgjort.talt is not UKJENT
    return Flertallet(holds, text + voting.ble, "" if named else voting.ukjent)


def _av(krav: MengdeAv) -> str:
    return "stemmene" if krav.av in (None, "avgitte_stemmer") else I_ORD[krav.av or "medlemmer"]


class _Votering(NamedTuple):
    """One decision, and what there is to count in it."""

    krav: MengdeAv
    utvalg: UtvalgIPeriode
    moete: Moete
    sak_nr: int
    avgjort: Avstemning

    @property
    def talt(self) -> tuple[int, int] | None:
        """The votes for and against, where both are known."""
        votes = self.avgjort.talt
        if not isinstance(votes, Stemmer) or isinstance(votes.for_, Ukjent) or isinstance(votes.mot, Ukjent):
            return None
        # A tie that somebody's second vote decided was decided by a majority of one; but there was no one head more.
        second = bool(self.avgjort.ved_likhet) and votes.for_ == votes.mot and not self._om_hoder
        return votes.for_ + second, votes.mot

    @property
    def _om_hoder(self) -> bool:
        return self.krav.av in ("frammoette", "medlemmer")

    @property
    def for_(self) -> Antall | None:
        """The votes for: of a decision that all agreed on and nobody counted, as many as could vote."""
        if self.talt is not None:
            return Antall(self.talt[0], self.talt[0])
        return self._hoder if self.avgjort.enstemmig is True else None

    @property
    def av(self) -> Antall:
        """What a share is of."""
        if self.krav.av == "medlemmer":
            return self._medlemmer
        if self.krav.av == "frammoette":
            return self._hoder
        cast = sum(self.talt) if self.talt else 0
        return Antall(cast, cast if self.talt else MANGE)

    @property
    def ukjent(self) -> str:
        """The fact that decides it, where nobody knows."""
        if self.krav.av == "medlemmer" and self._medlemmer.minst != self._medlemmer.hoeyst:
            return "hvor mange medlemmer det var, er ukjent"
        return (
            IKKE_STEMT if self.avgjort.talt is UKJENT else "hvem som var til stede og kunne stemme, er ukjent"
        )

    @property
    def ble(self) -> str:
        """How it was decided, as the end of a sentence."""
        if self.talt is None:
            return ""
        of = f" (av {self.av.minst})" if self._om_hoder and self.av.minst == self.av.hoeyst else ""
        votes = self.avgjort.talt
        return f", men det ble {votes.for_} mot {votes.mot}{of}" if isinstance(votes, Stemmer) else ""

    @property
    def _utenom(self) -> date | Ukjent | None:
        """The day it was decided between meetings; None where it was in one."""
        between = self.avgjort.utenom_moetet if isinstance(self.avgjort, Vedtak) else None
        return between if between is None or isinstance(between, Ukjent) else between.dato

    @property
    def _medlemmer(self) -> Antall:
        """The members that day."""
        day = self._utenom or self.moete.dato
        mappe = self.utvalg.mappe
        if isinstance(day, Ukjent):
            return Antall(0, MANGE)
        members = sitter(mappe.seter, day, MEDLEMSVERV).values()
        more = mappe.noen_flere(MEDLEMSVERV, day)
        most = len(members) if more is False else MANGE
        return Antall(sum(sits is True for sits in members), most, samlet((*members, more)).fakta)

    @property
    def _hoder(self) -> Antall:
        """Those in the case who could vote. They were at least as many as those who did."""
        votes = self.avgjort.talt
        cast = sum(kjent(n) or 0 for n in votes.tall) if isinstance(votes, Stemmer) else 0
        heads = Antall(0, MANGE) if self._utenom else self._talt_opp
        return heads._replace(minst=max(heads.minst, cast), hoeyst=max(heads.hoeyst, cast))

    @property
    def _talt_opp(self) -> Antall:
        moete, mappe, register = self.moete, self.utvalg.mappe, self.utvalg.register
        if not isinstance(moete.oppmoete, tuple):
            counted = kjent(moete.antall_stemmeberettigede)
            unknown = Faktum("oppmoete", place=moete.at("oppmoete", otherwise=("dato",)))
            return Antall(0, MANGE, (unknown,)) if counted is None else Antall(counted, counted)
        heads = hoder(register, mappe, moete, i_saken(moete, self.sak_nr))
        forgotten = {kjent(moete.moeteleder), kjent(moete.referent)} - {o.person for o in moete.oppmoete}
        led = (Oppmoete(person=who) for who in forgotten if who)
        perhaps = [kan_stemme(mappe, register.organisasjoner, o, moete) for o in led]
        more = sum(claim is not False for claim in perhaps)
        return Antall(heads.minst, heads.hoeyst + more, (*heads.fakta, *samlet(perhaps).fakta))
