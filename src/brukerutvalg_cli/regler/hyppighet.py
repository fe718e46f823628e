"""hyppighet – noe skal skje så og så ofte.

Hvorfor
    Et utvalg som møtes for sjelden, får ikke sagt sin mening i tide. Bare hele perioder som er
    over og fullt registrert, blir bedømt; det inneværende året er en plan, ikke et brudd.

Slik retter du
    Hold møtet eller hendelsen, og før den: møter i hver sin fil under moeter/, alt annet i
    hendelser.yaml. Har utvalget bestemt noe annet, føres det under «avvik» i utvalg.yaml.

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
from typing import ClassVar, Literal, NamedTuple

from pydantic import Field

from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.verdier import UKJENT, Heltall
from brukerutvalg_cli.regler.bestemmelse import Bestemmelse
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.verdier.runder import runder_er_kjent
from brukerutvalg_cli.regler.verdier.vindu import PER, Vindu, vinduer
from brukerutvalg_cli.regler.vurdering import Vurdering

I_ORD = {
    "moete": ("møte", "møter"),
    "ledervalg": ("valg av leder", "valg av leder"),
    "klagegjennomgang": ("gjennomgang av klagerapporten", "gjennomganger av klagerapporten"),
    "erfaringssamling": ("erfaringssamling", "erfaringssamlinger"),
    "opplaering": ("opplæring", "opplæringer"),
    "evaluering": ("evaluering", "evalueringer"),
    "moeteplan": ("vedtatt møteplan", "vedtatte møteplaner"),
}
"""What is counted, for one and for more."""


class Dager(NamedTuple):
    """The days on which something happened, oldest first, and the days of what could not be read."""

    kjente: tuple[date, ...]
    mulige: tuple[date | None, ...] = ()

    def antall_i(self, vindu: Vindu) -> tuple[int, int]:
        """The fewest and the most it can have been in this window."""
        known = bisect_right(self.kjente, vindu.til) - bisect_left(self.kjente, vindu.fra)
        perhaps = sum(dag is None or vindu.fra <= dag <= vindu.til for dag in self.mulige)
        return known, known + perhaps


class Hyppighet(Bestemmelse):
    """How often something happens, counted in whole windows of time."""

    kode: ClassVar[str] = "BU103"

    regel: Literal["hyppighet"]
    hva: str = Field(description="moete, ledervalg, eller «hva» i hendelser.yaml.")
    minst: Heltall | None = Field(None, description="Så mange ganger eller flere.")
    hoeyst: Heltall | None = Field(None, description="Så mange ganger eller færre.")
    per: PER = Field(
        description="kalenderaar, halvaar, hoest, vaar, funksjonsperiode, eller antall år: 2 aar."
    )
    ansvarlig: str | None = Field(None, description="Hvem som har ansvaret for at det skjer.")

    def check(self, utvalg: UtvalgIPeriode) -> Iterator[Vurdering]:
        """Every whole window that ends before the day of evaluation; a lasting breach once."""
        if self.per == "funksjonsperiode" and not runder_er_kjent(utvalg.mappe):
            yield self.uvisst(utvalg.binding_at(), "når funksjonsperiodene begynte, er ukjent", self.per)
            return
        days = self._days(utvalg)
        lasting_to: date | None = None
        empty = False
        for vindu in vinduer(self.per, utvalg):
            fewest, most = days.antall_i(vindu)
            within = {self._within(count) for count in range(fewest, most + 1)}
            if within == {True}:
                empty = False
                continue
            if True in within:
                text = (
                    f"noe som ikke kan leses eller er ukjent, avgjør tallet på {self._what(2)} i {vindu.navn}"
                )
                yield self.uvisst(utvalg.binding_at(), text, vindu.navn)
                continue
            went_on = empty and most == 0  # nothing since: the same breach, lasting
            if not went_on and (lasting_to is None or vindu.fra > lasting_to):
                yield self._broken(utvalg, vindu, fewest)
            lasting_to, empty = vindu.til, most == 0

    def _within(self, count: int) -> bool:
        return (self.minst is None or count >= self.minst) and (self.hoeyst is None or count <= self.hoeyst)

    def _broken(self, utvalg: UtvalgIPeriode, vindu: Vindu, count: int) -> Vurdering:
        few = self.minst is not None and count < self.minst
        wanted = f"minst {self.minst}" if few else f"høyst {self.hoeyst}"
        mend = "før det som mangler" if few else "se over det som er ført"
        return self.brutt(
            utvalg.binding_at(),
            f"{count or 'ingen'} {self._what(count)} i {vindu.navn}; regelverket vil ha {wanted}",
            vindu.navn,
            label=f"til og med {dato_i_ord(vindu.til)}",
            help=f"{mend}; har utvalget bestemt noe annet, føres det under «avvik» i utvalg.yaml",
            since=vindu.til + timedelta(days=1),
        )

    def _what(self, count: int) -> str:
        return I_ORD.get(self.hva, (self.hva, self.hva))[count != 1]

    def _days(self, utvalg: UtvalgIPeriode) -> Dager:
        mappe = utvalg.mappe
        if self.hva == "moete":
            return Dager(tuple(m.dato for m in mappe.avholdte), mappe.uleste_moeter)
        events = [h.dato for h in mappe.hendelser if h.hva == self.hva]
        known = [dag for dag in events if dag is not UKJENT]
        unknown: list[date | None] = [None] * (len(events) - len(known))
        if not mappe.hendelser_lest:
            unknown.append(None)
        if self.hva == "ledervalg":
            known += [v.moete.dato for v in mappe.valghandlinger if v.valg.verv == "leder"]
            unknown += mappe.uleste_moeter
        return Dager(tuple(sorted(set(known))), tuple(unknown))
