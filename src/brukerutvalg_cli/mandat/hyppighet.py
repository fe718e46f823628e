"""hyppighet – noe skal skje så og så ofte.

Hvorfor
    Et utvalg som møtes for sjelden, får ikke sagt sin mening i tide. Bare hele perioder som er
    over og fullt registrert, blir bedømt; det inneværende året er en plan, ikke et brudd. For mange
    ganger er det likevel fra den dagen det ble én for mye.

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
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.proeve.poster import AV_HENDELSE, AV_MOETE, AV_SAK, hendelsen, moetet, saken
from brukerutvalg_cli.mandat.proeve.proeve import Proeve
from brukerutvalg_cli.mandat.verdier.frist_i_ord import flere_av, som_ord
from brukerutvalg_cli.mandat.verdier.hendt import EN_OG_FLERE, LEDERVALG, MOETE, Hendt
from brukerutvalg_cli.mandat.verdier.hva import HVA
from brukerutvalg_cli.mandat.verdier.par import gjorte
from brukerutvalg_cli.mandat.verdier.runder import perioder_er_kjent
from brukerutvalg_cli.mandat.verdier.som_krevd import er
from brukerutvalg_cli.mandat.verdier.tid import Tid
from brukerutvalg_cli.mandat.verdier.vindu import PER, Vindu, foerste_dag, vinduer
from brukerutvalg_cli.mandat.vurdering import Vurdering
from brukerutvalg_cli.model.hendelse import RUNDE
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.verdier import UKJENT, Heltall, kjent
from brukerutvalg_cli.model.visshet import Visshet, alle, ikke

UENDELIG = 10**9
"""More of anything than a provision can ask for: what a meeting that cannot be read may hold."""
EN_OM_DAGEN = (LEDERVALG, RUNDE)
"""What may stand in two places, and is one all the same."""
ANNET = "har utvalget bestemt noe annet, føres det under «avvik» i utvalg.yaml"


class Ganger(NamedTuple):
    """What happened, oldest first, and the days of what may be one more.

    `uleste` are the days of files that could not be read and may hold any number of them.
    """

    kjente: tuple[tuple[date, Hendt], ...]
    mulige: tuple[date | None, ...] = ()
    uleste: tuple[date | None, ...] = ()

    def i_vindu(self, vindu: Vindu) -> tuple[tuple[date, Hendt], ...]:
        """What is known to have happened in this window."""
        first = bisect_left(self.kjente, vindu.fra, key=_day)
        return self.kjente[first : bisect_right(self.kjente, vindu.til, key=_day)]

    def flest(self, vindu: Vindu, kjent: int) -> int:
        """The most it can have been in this window, of which so many are known."""
        perhaps = sum(dag is None or vindu.fra <= dag <= vindu.til for dag in self.mulige)
        unread = any(dag is None or vindu.fra <= dag <= vindu.til for dag in self.uleste)
        return UENDELIG if unread else kjent + perhaps


def _day(gang: tuple[date, Hendt]) -> date:
    return gang[0]


class Hyppighet(Bestemmelse):
    """How often something happens, counted in whole windows of time."""

    kode: ClassVar[str] = "BU103"

    regel: Literal["hyppighet"]
    hva: HVA = Field(
        description="moete, sak, ledervalg, eller et navn du finner på og fører som «hva» i hendelser.yaml."
    )
    der: Annotated[Proeve, AV_MOETE] | Annotated[Proeve, AV_SAK] | Annotated[Proeve, AV_HENDELSE] | None = (
        Field(None, description="Hvilke av dem som teller: {form: fysisk}.")
    )
    minst: Heltall | None = Field(None, description="Så mange ganger eller flere.")
    hoeyst: Heltall | None = Field(None, description="Så mange ganger eller færre.")
    per: PER = Field(
        description="kalenderaar, halvaar, hoest, vaar, funksjonsperiode, eller et antall år, måneder, "
        "uker eller dager: 2 aar."
    )
    ansvarlig: str | None = Field(None, description="Hvem som har ansvaret for at det skjer.")

    @model_validator(mode="after")
    def _counts_something(self) -> Self:
        if self.minst is None and self.hoeyst is None:
            raise PydanticCustomError(
                "feil_hyppighet", "det står ikke hvor ofte: skriv «minst» eller «hoeyst»"
            )
        if self.minst is not None and self.hoeyst is not None and self.minst > self.hoeyst:
            raise PydanticCustomError("feil_hyppighet", "«minst» er større enn «hoeyst»: rett det ene tallet")
        return self

    @field_validator("der", mode="wrap")
    @classmethod
    def _of_what_is_counted(cls, value: Any, _: Any, info: ValidationInfo) -> Proeve | None:
        """The test is of the records that are counted, whichever those are."""
        counted = {"sak": AV_SAK, MOETE: AV_MOETE}.get(info.data.get("hva", ""), AV_HENDELSE)
        return None if value is None else counted.les(value)

    def check(self, utvalg: UtvalgIPeriode) -> Iterator[Vurdering]:
        """Every whole window that is over, and in the running one what is too much already; a lasting breach once."""
        if self.per == "funksjonsperiode" and not perioder_er_kjent(utvalg.mappe):
            yield self.uvisst(
                utvalg.binding_at(), "når funksjonsperiodene begynte eller sluttet, er ukjent", self.per
            )
            return
        times = self._times(utvalg)
        listed = sum(event.hva == self.hva for event in utvalg.mappe.hendelser)
        if listed and foerste_dag(utvalg) == date.max and not self._within(0, listed):
            text = f"når {self._what(2)} var, er ukjent, og ingenting annet er ført"
            yield self.uvisst(utvalg.binding_at(), text, self.hva)
        many_to = few_to = unsure_to = None
        empty = False
        told_to, few, many = date.min, "", ""
        for vindu in vinduer(self.per, utvalg, loepende=self.hoeyst is not None):
            known = times.i_vindu(vindu)
            most = times.flest(vindu, len(known))
            if self.hoeyst is not None and len(known) > self.hoeyst:
                empty = False
                overlaps = many_to is not None and vindu.fra <= many_to
                if not (overlaps and self._begins_often):
                    yield self._too_many(vindu, known, self.hoeyst)._replace(fortsetter=many * overlaps)
                    many = vindu.navn
                many_to = vindu.til
            elif vindu.til >= utvalg.dato:
                continue
            elif most < (self.minst or 0):
                went_on = empty and most == 0  # nothing since: the same breach, lasting
                goes_on = went_on or (few_to is not None and vindu.fra <= few_to)
                # What only goes on is told of where a deviation answers for what it goes on with. A new stretch of
                # days begins every day: of those, only such as meet no other.
                if not goes_on or not self._begins_often or vindu.fra > told_to:
                    yield self._too_few(utvalg, vindu, len(known))._replace(fortsetter=few * goes_on)
                    told_to, few = vindu.til, vindu.navn
                few_to, empty = vindu.til, most == 0
            elif self._within(len(known), most):
                empty = False
                yield self.holdt()
            # A new stretch of days begins every day: what is not known of one is said once for those it overlaps.
            elif unsure_to is None or vindu.fra > unsure_to:
                yield self._unsure(utvalg, vindu)
                unsure_to = vindu.til if self._begins_often else None

    @property
    def _begins_often(self) -> bool:
        return isinstance(self.per, Tid) and self.per.hele_aar is None

    def _within(self, fewest: int, most: int) -> bool:
        """Whether the count is as demanded, whatever it is of what it can be."""
        return (self.minst or 0) <= fewest and (self.hoeyst is None or most <= self.hoeyst)

    def _unsure(self, utvalg: UtvalgIPeriode, vindu: Vindu) -> Vurdering:
        text = f"noe som ikke kan leses eller er ukjent, avgjør tallet på {self._what(2)} {vindu.naar}"
        return self.uvisst(utvalg.binding_at(), text, vindu.navn)

    def _too_few(self, utvalg: UtvalgIPeriode, vindu: Vindu, count: int) -> Vurdering:
        return self.brutt(
            utvalg.binding_at(),
            f"{count or 'ingen'} {self._what(count)} {vindu.naar}; regelverket vil ha minst {self.minst}",
            vindu.navn,
            label=f"til og med {dato_i_ord(vindu.til)}",
            help=self.eller_fravik("skriv det som mangler", ANNET),
            since=vindu.til + EN_DAG,
        )

    def _too_many(self, vindu: Vindu, known: Sequence[tuple[date, Hendt]], hoeyst: int) -> Vurdering:
        """True from the day of the one too many, and shown there: what has happened, no time undoes."""
        day, hendt = known[hoeyst]
        return self.brutt(
            hendt.place,
            f"{len(known)} {self._what(len(known))} {vindu.naar}; regelverket vil ha høyst {hoeyst}",
            vindu.navn,
            emner=(hendt.emne, *hendt.emner),
            label=f"nummer {hoeyst + 1}",
            help=self.eller_fravik("se over det som er ført", ANNET),
            since=day,
        )

    def _what(self, count: int) -> str:
        said = EN_OG_FLERE.get(self.hva, (som_ord(self.hva), flere_av(self.hva)))[count != 1]
        return f"{said} av det slaget" if self.der else said

    def _times(self, utvalg: UtvalgIPeriode) -> Ganger:
        if self.hva == "sak":
            return self._cases(utvalg)
        found = gjorte(self.hva, utvalg.mappe)
        taken_in = [(event, self._teller(utvalg, event)) for event in found.alle]
        known = [(event.dag, event) for event, counts in taken_in if counts and isinstance(event.dag, date)]
        if self.hva in EN_OM_DAGEN:
            known = list({day: (day, event) for day, event in known}.values())
        unknown = [kjent(event.dag) for event, counts in taken_in if counts is None or event.dag is UKJENT]
        return Ganger(tuple(sorted(known, key=_day)), (*unknown, *found.uleste))

    def _teller(self, utvalg: UtvalgIPeriode, hendt: Hendt) -> Visshet:
        """Whether what happened is one of those that count."""
        if self.der is None:
            return True
        if hendt.moete is not None:
            return self.der.omfatter(moetet(utvalg, hendt.moete))
        nr = hendt.nr
        return self.der.omfatter(hendelsen(utvalg, nr)) if nr is not None else None

    def _taken_in(self, utvalg: UtvalgIPeriode, moete: Moete, nr: int) -> Visshet:
        return self.der is None or self.der.omfatter(saken(utvalg, moete, nr))

    def _cases(self, utvalg: UtvalgIPeriode) -> Ganger:
        """Each case that a meeting dealt with, on the day of the meeting."""
        judged = [
            (
                _case(moete, nr, sak),
                alle((self._taken_in(utvalg, moete, nr), ikke(er(sak.utsatt, True)))),
            )
            for moete in utvalg.mappe.avholdte
            for nr, sak in enumerate(moete.saker)
        ]
        known = tuple(case for case, taken in judged if taken)
        perhaps = tuple(day for (day, _), taken in judged if taken is None)
        return Ganger(known, perhaps, utvalg.mappe.uleste_moeter)


def _case(moete: Moete, nr: int, sak: Sak) -> tuple[date, Hendt]:
    names = (moete.navn,)
    return moete.dato, Hendt(moete.dato, moete.at("saker", nr, "nr"), sak.navn, moete, moete.dato, names)
