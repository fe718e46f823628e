"""hyppighet – noe skal skje så og så ofte.

Hvorfor
    Et utvalg som møtes for sjelden, får ikke sagt sin mening i tide. Bare hele perioder som er
    over og fullt registrert, blir bedømt; det inneværende året er en plan, ikke et brudd. Uten
    «registrert_fra» er det første hele året etter det første som er ført, det første som blir bedømt.
    For mange ganger er det likevel fra den dagen det ble én for mye.

Slik retter du
    Hold møtet eller hendelsen, og før den: møter i hver sin fil under moeter/, alt annet i
    hendelser.yaml. En sak teller når et møte har behandlet den. Har utvalget bestemt noe annet,
    føres det under «avvik» i utvalg.yaml.

Galt
    dato: 2023-03-01
    regel: {regel: hyppighet, hva: moete, minst: 2, per: kalenderaar}
    utvalg: {registrert_fra: 2022-01-01, regelverk: [{id: regelverket, fra: 2000-01-01}]}
    moeter/2022-02-09: {}
    moeter/2023-02-08: {}

Riktig
    dato: 2023-03-01
    regel: {regel: hyppighet, hva: moete, minst: 2, per: kalenderaar}
    utvalg: {registrert_fra: 2022-01-01, regelverk: [{id: regelverket, fra: 2000-01-01}]}
    moeter/2022-02-09: {}
    moeter/2022-10-12: {}
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, LiteralString, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.proeve.noen import Noenvalg
from brukerutvalg_cli.mandat.proeve.poster import AV_HENDELSE, AV_MOETE, AV_SAK
from brukerutvalg_cli.mandat.proeve.proeve import Proeve
from brukerutvalg_cli.mandat.skjedd import skjedd
from brukerutvalg_cli.mandat.verdier.frist_i_ord import flere_av, som_ord
from brukerutvalg_cli.mandat.verdier.ganger import (
    UENDELIG,
    Ganger,
    Mulig,
    Talt,
    andelen_holder,
    gulv,
    tak,
)
from brukerutvalg_cli.mandat.verdier.hendt import EN_OG_FLERE, MOETE
from brukerutvalg_cli.mandat.verdier.hva import HVA
from brukerutvalg_cli.mandat.verdier.mengde import Mengde
from brukerutvalg_cli.mandat.verdier.navneord import HENDELSE_ELLER_SAK
from brukerutvalg_cli.mandat.verdier.per import PER, UNNTATT
from brukerutvalg_cli.mandat.verdier.runder import perioder_er_kjent
from brukerutvalg_cli.mandat.verdier.tid import TID, med_slingring
from brukerutvalg_cli.mandat.verdier.vindu import Vindu, foerste_dag, kan_mangle, vinduer
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
from brukerutvalg_cli.model.visshet import stedet
from brukerutvalg_cli.ord.fakta_i_ord import det_foerste

ANNET = "har utvalget bestemt noe annet, føres det under «avvik» i utvalg.yaml"


@dataclass(slots=True)
class _Fortalt:
    """What has been told of the windows before, for those that come after: a breach that goes on is one."""

    mange: str = ""
    """The last window that was told of for having too many, by name; `mange_til`, the last day that any had."""
    mange_til: date | None = None
    faa: str = ""
    """The same of too few; `sagt_til` is the last day of the one that was told of."""
    faa_til: date | None = None
    sagt_til: date = date.min
    uvisst_til: date | None = None
    tomt: bool = False
    """Whether nothing at all has happened since a window with too few began."""


class Hyppighet(Mengde, Bestemmelse):
    """How often something happens, counted in whole windows of time."""

    kode: ClassVar[str] = "BU103"

    regel: Literal["hyppighet"]
    hva: Annotated[HVA, HENDELSE_ELLER_SAK] = Field(
        description="moete (de som er holdt), sak, ledervalg, eller et navn du finner på og fører som «hva» i "
        "hendelser.yaml."
    )
    der: Annotated[Proeve, AV_MOETE] | Annotated[Proeve, AV_SAK] | Annotated[Proeve, AV_HENDELSE] | None = (
        Field(None, description="Hvilke av dem som teller.")
    )
    per: PER = Field(description="Hvor lenge det telles om gangen.")
    unntatt: UNNTATT = Field((), description="Måneder som ikke regnes med.")
    omtrent: TID | None = Field(None, description="Slingringsmonn på hver dag.")
    ansvarlig: str | None = Field(None, description="Hvem som har ansvaret.")

    @model_validator(mode="after")
    def _counts_something(self) -> Self:
        if problem := self._problem():
            raise PydanticCustomError("feil_hyppighet", problem)
        return self

    @field_validator("der", mode="wrap")
    @classmethod
    def _of_what_is_counted(cls, value: Any, _: Any, info: ValidationInfo) -> Proeve | None:
        """The test is of the records that are counted, whichever those are."""
        if value is None or "hva" not in info.data:  # what is wrong with «hva», is told of there
            return None
        return {"sak": AV_SAK, MOETE: AV_MOETE}.get(info.data["hva"], AV_HENDELSE).les(value)

    def _problem(self) -> LiteralString | None:
        """What does not go together."""
        if self.er_andel and (not self.der or self.omtrent):
            return "en andel er av alle i vinduet: «der» sier hvilke av dem, og «omtrent» hører ikke til"
        if not self.per.maaneder - {*self.unntatt}:
            return "«unntatt» tar bort alle månedene: da er det ingenting igjen å telle i"
        if self.omtrent and self.omtrent.hele_aar:
            return "slingringsmonn i hele år er ingen grense"
        return None

    @property
    def kan_brytes(self) -> bool:
        """Not where all it says is that there is no limit."""
        return super().kan_brytes and {value for _, value in self.grenser()} != {"ubegrenset"}

    @property
    def gulv(self) -> int:
        """The fewest there may be in a window."""
        return gulv(self)

    @property
    def tak(self) -> int | None:
        """The most there may be in a window, where it says."""
        return tak(self)

    def check(self, utvalg: UtvalgIPeriode) -> Iterator[Finding]:
        """Every whole window that is over, and in the running one what is too much already; a lasting breach once."""
        if lacking := self._savner(utvalg):
            yield lacking
            return
        yield from self._uten_dag(utvalg)
        times = self._times(utvalg)
        every = self._times(utvalg, alt=True) if self.er_andel else times
        most, told = self.tak, _Fortalt()
        for vindu in vinduer(self.per, utvalg, loepende=most is not None, unntatt=self.unntatt):
            talt = self._talt(times, vindu, utvalg)
            if most is not None and len(talt.kjente) > most:
                yield from self._med_for_mange(vindu, talt, most, told)
            elif self._er_over(vindu, utvalg):
                of_all = every.i_vindu(vindu) if self.er_andel else talt
                if of_all.flest or not self.er_andel:  # of nothing there is no share
                    yield from self._ved_enden(utvalg, vindu, talt, of_all, told)

    def _savner(self, utvalg: UtvalgIPeriode) -> Finding | None:
        """What must be known for anything to be counted, and is not."""
        asked = (each for each in self.der.krav.values() if isinstance(each, Noenvalg)) if self.der else ()
        if missing := next(filter(None, (each.ikke_sagt(utvalg) for each in asked)), None):
            return self.uvisst(*missing.savnet(utvalg), self.hva)
        if self.per.enhet == "funksjonsperiode" and not perioder_er_kjent(utvalg.mappe):
            text = "når funksjonsperiodene begynte eller sluttet, er ukjent"
            return self.uvisst(utvalg.binding_at(), text, str(self.per))
        return None

    def _uten_dag(self, utvalg: UtvalgIPeriode) -> Iterator[Finding]:
        """That nobody knows when what is on record was, where nothing else is: then there are no windows."""
        listed = sum(event.hva == self.hva for event in utvalg.mappe.hendelser)
        unsure = Talt((), flere=listed).holder(self) is not True
        if listed and foerste_dag(utvalg) == date.max and unsure:
            text = f"når {self._what(2)} var, er ukjent, og ingenting annet er ført"
            yield self.uvisst(utvalg.binding_at(), text, self.hva)

    def _er_over(self, vindu: Vindu, utvalg: UtvalgIPeriode) -> bool:
        """Whether nothing more can come in the window, and what did is on record."""
        on_record = self.per.enhet == "funksjonsperiode" or kan_mangle(vindu.fra, utvalg)
        return on_record and med_slingring(vindu.til, self.omtrent) < utvalg.dato

    def _med_for_mange(self, vindu: Vindu, talt: Talt, most: int, told: _Fortalt) -> Iterator[Finding]:
        """A window with more than there may be, over or not."""
        overlaps = told.mange_til is not None and vindu.fra <= told.mange_til
        if not (overlaps and self.per.flyter):
            yield replace(self._too_many(vindu, talt, most), fortsetter=told.mange * overlaps)
            told.mange = vindu.navn
        told.mange_til, told.tomt = vindu.til, False

    def _ved_enden(
        self, utvalg: UtvalgIPeriode, vindu: Vindu, talt: Talt, of_all: Talt, told: _Fortalt
    ) -> Iterator[Finding]:
        """A window that is over: kept, with too few, or not to be known."""
        kept = andelen_holder(self, talt, of_all) if self.er_andel else talt.holder(self)
        if kept is False:
            went_on = told.tomt and talt.flest == 0  # nothing since: the same breach, lasting
            goes_on = went_on or (told.faa_til is not None and vindu.fra <= told.faa_til)
            # What only goes on is told of where a deviation answers for what it goes on with. A new stretch of
            # days begins every day: of those, only such as meet no other.
            if not goes_on or not self.per.flyter or vindu.fra > told.sagt_til:
                yield replace(self._for_faa(utvalg, vindu, talt, of_all), fortsetter=told.faa * goes_on)
                told.sagt_til, told.faa = vindu.til, vindu.navn
            told.faa_til, told.tomt = vindu.til, talt.flest == 0
        elif kept:
            told.tomt = False
            yield self.holdt()
        # A new stretch of days begins every day: what is not known of one is said once for those it overlaps.
        elif told.uvisst_til is None or vindu.fra > told.uvisst_til:
            yield self._unsure(utvalg, vindu, (*talt.mulige, *of_all.mulige))
            told.uvisst_til = vindu.til if self.per.flyter else None

    def _talt(self, times: Ganger, vindu: Vindu, utvalg: UtvalgIPeriode) -> Talt:
        """What is known of a window; what lies beside it and may be counted in, the records may not reach."""
        talt = times.i_vindu(vindu, self.omtrent)
        if not self.omtrent:
            return talt
        begins, ends = utvalg.mappe.utvalg.registrert_fra, utvalg.mappe.utvalg.registrert_til
        before = begins is not None and self.omtrent.foer(vindu.fra) < begins
        after = ends is not None and self.omtrent.etter(vindu.til) > ends
        return talt._replace(flere_paa_kanten=UENDELIG) if before or after else talt

    def _unsure(self, utvalg: UtvalgIPeriode, vindu: Vindu, mulige: Sequence[Mulig]) -> Finding:
        """The first fact that decides the number, where it is on record; else that it is not."""
        number = f"avgjør tallet på {self._what(2)} {vindu.naar}"
        known = next((mulig for mulig in mulige if mulig.kalt), None)
        if known is None:
            why = "noe som ikke kan leses," if mulige else "noe utenfor registeret"
            return self.uvisst(utvalg.binding_at(), f"{why} {number}", vindu.navn)
        place, fact = stedet(known.grunn), det_foerste(known.grunn, utvalg)
        return self.uvisst(place or utvalg.binding_at(), f"{known.kalt}: {fact}, og det {number}", vindu.navn)

    def _for_faa(self, utvalg: UtvalgIPeriode, vindu: Vindu, talt: Talt, of_all: Talt) -> Finding:
        """Too few, or not the right number, when the window is over."""
        count = talt.sikre + talt.paa_kanten
        said = f"{count or 'ingen'} {self._what(count)} {vindu.naar}"
        if self.er_andel:
            said = f"{count} av {of_all.sikre} {self._plain(2)} {vindu.naar} er av det slaget"
        last = med_slingring(vindu.til, self.omtrent)
        return self.brutt(
            utvalg.binding_at(),
            f"{said}; regelverket vil ha {self._sagt('antall', 'minst', 'mer_enn')}",
            vindu.navn,
            label=f"til og med {dato_i_ord(last)}",
            help=self.eller_fravik("skriv det som mangler", ANNET),
            since=last + EN_DAG,
        )

    def _too_many(self, vindu: Vindu, talt: Talt, most: int) -> Finding:
        """True from the day of the one too many, and shown there: what has happened, no time undoes."""
        day, hendt = talt.kjente[most]
        count = len(talt.kjente)
        return self.brutt(
            hendt.place,
            f"{count} {self._what(count)} {vindu.naar}; regelverket vil ha {self._sagt('antall', 'hoeyst')}",
            vindu.navn,
            emner=(hendt.emne, *hendt.emner),
            label=f"nummer {most + 1}",
            help=self.eller_fravik("se over det som er ført", ANNET),
            since=day,
        )

    def _sagt(self, *words: str) -> str:
        """The bounds of this sort, in words; all of them where there are none."""
        some = {word: getattr(self, word) for word in words}
        told = Mengde.model_construct(None, **some).i_ord() or self.i_ord()
        return f"{told}{', med ' + str(self.omtrent) + ' slingringsmonn' if self.omtrent else ''}"

    def _plain(self, count: int) -> str:
        return EN_OG_FLERE.get(self.hva, (som_ord(self.hva), flere_av(self.hva)))[count != 1]

    def _what(self, count: int) -> str:
        said = self._plain(count)
        return f"{said} av det slaget" if self.der else said

    def _times(self, utvalg: UtvalgIPeriode, *, alt: bool = False) -> Ganger:
        """What has happened of that sort; or `alt` of it, whatever «der» says."""
        return skjedd(self.hva, None if alt else self.der, utvalg, self._plain(1))
