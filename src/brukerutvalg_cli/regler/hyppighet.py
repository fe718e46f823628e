"""hyppighet – noe skal skje så og så ofte.

Hvorfor
    Et utvalg som møtes for sjelden, får ikke sagt sin mening i tide. Bare hele perioder som er
    over og fullt registrert, blir bedømt; det inneværende året er en plan, ikke et brudd.

Slik retter du
    Hold møtet eller hendelsen, og før den: møter i hver sin fil under moeter/, alt annet i
    hendelser.yaml. En sak teller når et møte har behandlet den. Har utvalget bestemt noe annet,
    føres det under «avvik» i utvalg.yaml.

Galt
    dato: 2023-03-01
    regel: {regel: hyppighet, hva: moete, minst: 2, per: kalenderaar}
    moeter/2022-02-09: {}
    moeter/2023-02-08: {}

Riktig
    dato: 2023-03-01
    regel: {regel: hyppighet, hva: moete, minst: 2, per: kalenderaar}
    moeter/2022-02-09: {}
    moeter/2022-10-12: {}
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar, Literal, NamedTuple, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.verdier import UKJENT, Heltall
from brukerutvalg_cli.model.visshet import Visshet, alle, ikke
from brukerutvalg_cli.regler.bestemmelse import Bestemmelse
from brukerutvalg_cli.regler.krav.felles import er
from brukerutvalg_cli.regler.krav.sak import SakFilter
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.verdier.hendt import EN_OG_FLERE, MOETE, hendte
from brukerutvalg_cli.regler.verdier.hva import HVA
from brukerutvalg_cli.regler.verdier.runder import runder_er_kjent
from brukerutvalg_cli.regler.verdier.tid import Tid
from brukerutvalg_cli.regler.verdier.vindu import PER, Vindu, vinduer
from brukerutvalg_cli.regler.vurdering import Vurdering

UENDELIG = 10**9
"""More of anything than a provision can ask for: what a meeting that cannot be read may hold."""


class Dager(NamedTuple):
    """The days on which something happened, oldest first, and the days of what may be one more.

    `uleste` are the days of files that could not be read and may hold any number of them.
    """

    kjente: tuple[date, ...]
    mulige: tuple[date | None, ...] = ()
    uleste: tuple[date | None, ...] = ()

    def antall_i(self, vindu: Vindu) -> tuple[int, int]:
        """The fewest and the most it can have been in this window."""
        known = bisect_right(self.kjente, vindu.til) - bisect_left(self.kjente, vindu.fra)
        perhaps = sum(dag is None or vindu.fra <= dag <= vindu.til for dag in self.mulige)
        unread = any(dag is None or vindu.fra <= dag <= vindu.til for dag in self.uleste)
        return known, UENDELIG if unread else known + perhaps


class Hyppighet(Bestemmelse):
    """How often something happens, counted in whole windows of time."""

    kode: ClassVar[str] = "BU103"

    regel: Literal["hyppighet"]
    hva: HVA = Field(description="moete, sak, ledervalg, eller «hva» i hendelser.yaml.")
    der: SakFilter | None = Field(None, description="Hvilke saker som teller, når «hva» er sak.")
    minst: Heltall | None = Field(None, description="Så mange ganger eller flere.")
    hoeyst: Heltall | None = Field(None, description="Så mange ganger eller færre.")
    per: PER = Field(
        description="kalenderaar, halvaar, hoest, vaar, funksjonsperiode, eller et antall år, måneder, "
        "uker eller dager: 2 aar."
    )
    ansvarlig: str | None = Field(None, description="Hvem som har ansvaret for at det skjer.")

    @model_validator(mode="after")
    def _only_cases_are_chosen_among(self) -> Self:
        if self.der is not None and self.hva != "sak":
            raise PydanticCustomError("feil_hyppighet", "«der» velger blant saker, og da er «hva» sak")
        return self

    def check(self, utvalg: UtvalgIPeriode) -> Iterator[Vurdering]:
        """Every whole window that ends before the day of evaluation; a lasting breach once."""
        if self.per == "funksjonsperiode" and not runder_er_kjent(utvalg.mappe):
            yield self.uvisst(utvalg.binding_at(), "når funksjonsperiodene begynte, er ukjent", self.per)
            return
        days = self._days(utvalg)
        lasting_to = unsure_to = None
        empty = False
        for vindu in vinduer(self.per, utvalg):
            fewest, most = days.antall_i(vindu)
            kept = self._within(fewest, most)
            if kept:
                empty = False
                yield self.holdt()
            elif kept is None:
                # A new stretch of days begins every day: what is not known of one is said once for those it overlaps.
                if unsure_to is None or vindu.fra > unsure_to:
                    yield self._unsure(utvalg, vindu)
                    unsure_to = vindu.til if self._begins_often else None
            else:
                went_on = empty and most == 0  # nothing since: the same breach, lasting
                if not went_on and (lasting_to is None or vindu.fra > lasting_to):
                    yield self._broken(utvalg, vindu, fewest)
                lasting_to, empty = vindu.til, most == 0

    @property
    def _begins_often(self) -> bool:
        return isinstance(self.per, Tid) and self.per.hele_aar is None

    def _within(self, fewest: int, most: int) -> Visshet:
        """Whether the count is as demanded; None where it may be and may not be."""
        low, high = self.minst or 0, UENDELIG if self.hoeyst is None else self.hoeyst
        if low <= fewest and most <= high:
            return True
        return None if max(low, fewest) <= min(high, most) else False

    def _unsure(self, utvalg: UtvalgIPeriode, vindu: Vindu) -> Vurdering:
        text = f"noe som ikke kan leses eller er ukjent, avgjør tallet på {self._what(2)} {vindu.naar}"
        return self.uvisst(utvalg.binding_at(), text, vindu.navn)

    def _broken(self, utvalg: UtvalgIPeriode, vindu: Vindu, count: int) -> Vurdering:
        few = self.minst is not None and count < self.minst
        wanted = f"minst {self.minst}" if few else f"høyst {self.hoeyst}"
        mend = "før det som mangler" if few else "se over det som er ført"
        return self.brutt(
            utvalg.binding_at(),
            f"{count or 'ingen'} {self._what(count)} {vindu.naar}; regelverket vil ha {wanted}",
            vindu.navn,
            label=f"til og med {dato_i_ord(vindu.til)}",
            help=f"{mend}; har utvalget bestemt noe annet, føres det under «avvik» i utvalg.yaml",
            since=vindu.til + timedelta(days=1),
        )

    def _what(self, count: int) -> str:
        said = EN_OG_FLERE.get(self.hva, (self.hva, self.hva))[count != 1]
        return f"{said} av det slaget" if self.der else said

    def _days(self, utvalg: UtvalgIPeriode) -> Dager:
        mappe = utvalg.mappe
        if self.hva == "sak":
            return self._days_of_cases(utvalg)
        if self.hva == MOETE:
            return Dager(tuple(m.dato for m in mappe.avholdte), mappe.uleste_moeter)
        found = hendte(self.hva, mappe)
        known = {event.dag for event in found.alle if isinstance(event.dag, date)}
        unknown = [None for event in found.alle if event.dag is UKJENT]
        return Dager(tuple(sorted(known)), (*unknown, *found.uleste))

    def _days_of_cases(self, utvalg: UtvalgIPeriode) -> Dager:
        """Each case that a meeting dealt with, on the day of the meeting."""
        judged = [
            (
                moete.dato,
                alle((self.der is None or self.der.omfatter(sak, utvalg), ikke(er(sak.utsatt, True)))),
            )
            for moete in utvalg.mappe.avholdte
            for sak in moete.saker
        ]
        known, perhaps = (tuple(day for day, taken in judged if taken is sure) for sure in (True, None))
        return Dager(known, perhaps, utvalg.mappe.uleste_moeter)
