"""rettighet – hvem som kan møte, tale, foreslå, stemme og kreve møte.

Hvorfor
    Utvalget er brukernes. De som kommer fra Nav eller er gjester, skal høres uten å avgjøre. Det
    noen har lov til, kan ikke brytes; det de ikke har lov til, kan det, når det er ført. Og krever
    nok mange møte, skal det bli møte.

Slik retter du
    Rett det som er ført i møtefila, eller tell stemmene på nytt uten dem som ikke har stemmerett.
    Er møte krevd, kalles det inn. Det som ikke er ført, blir ikke bedømt.

Galt
    regel: {regel: rettighet, hvem: {side: nav}, stemmerett: nei}
    medlemmer/nina: {side: nav, oppnevninger: [{verv: sekretaer, fra: 2022-01-01}]}
    moeter/2022-11-16: {oppmoete: [{person: nina, stemmerett: ja}]}

Riktig
    regel: {regel: rettighet, hvem: {side: nav}, stemmerett: nei}
    medlemmer/nina: {side: nav, oppnevninger: [{verv: sekretaer, fra: 2022-01-01}]}
    moeter/2022-11-16: {oppmoete: [{person: nina, stemmerett: nei}]}
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat import moetekrav
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.brukt_rett import brukt
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.hvem import Hvem
from brukerutvalg_cli.mandat.verdier.kravstillere import KRAVSTILLERE
from brukerutvalg_cli.mandat.verdier.navneord import ET_ORGAN
from brukerutvalg_cli.mandat.verdier.tid import TID
from brukerutvalg_cli.mandat.vertskap import verten
from brukerutvalg_cli.model.avstemning import LISTENE
from brukerutvalg_cli.model.en_gang import en_gang
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.kandidat import Kandidat
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.organisasjon import organisasjonen
from brukerutvalg_cli.model.verdier import UKJENT, JaNei, Ukjent, kjent
from brukerutvalg_cli.model.visshet import UVISST, Uvisst, Visshet, alle, noen, uvisst
from brukerutvalg_cli.ord.fakta_i_ord import det_foerste
from brukerutvalg_cli.ord.i_ord import omtalt

RETTIGHETENE = ("moeterett", "talerett", "forslagsrett", "stemmerett", "dobbeltstemme", "kan_kreve_moete")


class Rettighet(Bestemmelse):
    """Who may do what. What is granted cannot be broken by a record; what is denied can."""

    kode: ClassVar[str] = "BU106"

    regel: Literal["rettighet"] = Field(description="rettighet: hvem som kan hva.")
    hvem: Hvem = Field(description="Hvem det gjelder.")
    moeterett: JaNei | None = Field(None, description="nei: de kan ikke være i møtet.")
    talerett: JaNei | None = Field(None, description="nei: de kan ikke legge fram saker.")
    forslagsrett: JaNei | None = Field(None, description="nei: de kan ikke melde inn saker.")
    stemmerett: Annotated[JaNei | Literal["etter_sak"] | None, Field(union_mode="left_to_right")] = Field(
        None, description="nei: de kan ikke stemme. etter_sak: utvalget avgjør det hver gang."
    )
    dobbeltstemme: JaNei | None = Field(None, description="nei: stemmen deres avgjør ikke ved stemmelikhet.")
    kan_kreve_moete: KRAVSTILLERE | None = Field(
        None,
        description="Hvor mange av dem som sammen kan kreve møte. En andel uten «av» er av dem som har retten "
        "den dagen.",
    )
    innen: TID | None = Field(None, description="Hvor lenge etter kravet møtet senest holdes.")
    hos: Annotated[str, ET_ORGAN] | None = Field(
        None,
        description="Et annet utvalg, ved id: det gjelder de som kommer fra oss til møtene der. Også: "
        "ungdomsraad, overordnet.",
    )

    @model_validator(mode="after")
    def _is_about_some_right(self) -> Self:
        if not self.model_fields_set & {*RETTIGHETENE}:
            raise PydanticCustomError(
                "feil_rettighet",
                "det står ikke hvilken rett det gjelder: skriv moeterett, talerett, forslagsrett, "
                "stemmerett, dobbeltstemme eller kan_kreve_moete",
            )
        return self

    @model_validator(mode="after")
    def _can_be_seen_there(self) -> Self:
        seen = ("moeterett", "stemmerett")
        denied = [right for right in RETTIGHETENE if getattr(self, right) is False and right not in seen]
        if self.hos and (denied or self.kan_kreve_moete is not None):
            text = "«hos» leser bare oppmøtet der: det som kan nektes, er moeterett og stemmerett"
            raise PydanticCustomError("feil_rettighet", text)
        return self

    @property
    def kan_brytes(self) -> bool:
        """What is denied can be, and a demand for a meeting that nobody follows."""
        return super().kan_brytes and (self.kan_kreve_moete is not None or bool(self._nektet))

    @property
    @en_gang
    def _nektet(self) -> frozenset[str]:
        """The rights that are denied."""
        return frozenset(right for right in RETTIGHETENE if getattr(self, right) is False)

    @property
    def om_poster(self) -> bool:
        """Always."""
        return True

    def check(self, utvalg: UtvalgIPeriode) -> Iterator[Finding]:
        """What somebody is recorded as having done without the right; a demand for a meeting that got none."""
        if self.hos:
            yield from self._as_guests(utvalg, self.hos)
            return
        for moete in utvalg.avholdte:
            if False in (self.moeterett, self.stemmerett):
                yield from self._at_meeting(utvalg, moete, utvalg)
            for nr, sak in enumerate(moete.saker):
                for place, who, what in brukt(self._nektet, moete, nr, sak):
                    yield from self._did(utvalg, moete, place, who, what, sak.navn)
        if self.kan_kreve_moete is not None:
            yield from moetekrav.vurder(self, utvalg, self.hvem, self.kan_kreve_moete, self.innen)

    def _as_guests(self, utvalg: UtvalgIPeriode, hos: str) -> Iterator[Finding]:
        """Those of ours who came to the meetings that another council held in the period."""
        host = verten(hos, utvalg)
        if isinstance(host, Utvalgsmappe):
            for moete in host.avholdte:
                if utvalg.gjelder(moete.dato):
                    yield from self._at_meeting(utvalg, moete, replace(utvalg, mappe=host))
        elif host:
            yield self.uvisst(*host, hos)

    def _at_meeting(self, utvalg: UtvalgIPeriode, moete: Moete, vert: UtvalgIPeriode) -> Iterator[Finding]:
        """Attendance and votes, by the list of those who came; `vert` is the council that met."""
        if isinstance(moete.oppmoete, Ukjent):
            yield self.uvisst(moete.at("oppmoete"), "oppmøtet er ukjent", moete.navn)
            return
        there = [(nr, o, self._from_us(utvalg, o)) for nr, o in enumerate(moete.oppmoete or ())]
        if ours := [one for one in there if one[2] is not False]:
            yield from self._of_those_there(utvalg, moete, vert, ours) or (self.holdt(),)

    def _from_us(self, utvalg: UtvalgIPeriode, oppmoete: Oppmoete) -> Visshet:
        """Whether the right is about this one at all: at another council's meeting, who came from ours."""
        if not self.hos:
            return True
        home = oppmoete.fra_utvalg
        return uvisst("fra_oss", oppmoete.kalt) if isinstance(home, Ukjent) else home == utvalg.mappe.id

    def _of_those_there(
        self,
        utvalg: UtvalgIPeriode,
        moete: Moete,
        vert: UtvalgIPeriode,
        there: list[tuple[int, Oppmoete, Visshet]],
    ) -> list[Finding]:
        day = dato_i_ord(moete.dato) + (f" hos {omtalt(self.hos, utvalg)}" if self.hos else "")
        said: list[Finding] = []
        for nr, oppmoete, concerned in there:
            hvem = vert.deltaker(oppmoete, moete.dato)
            denied = alle((concerned, self.hvem.velger(hvem, utvalg)))
            if self.moeterett is False and oppmoete.deltok is not False:
                was_in = alle((denied, oppmoete.deltok))
                at = moete.at("oppmoete", nr, "person" if oppmoete.person else "navn")
                said += self._outcome(
                    utvalg, at, was_in, f"{omtalt(hvem.id, utvalg)} var med i møtet {day}", moete, hvem.id
                )
            if self.stemmerett is False and oppmoete.stemmerett:
                voted = alle(
                    (denied, uvisst("stemmerett") if isinstance(oppmoete.stemmerett, Ukjent) else True)
                )
                at = moete.at("oppmoete", nr, "stemmerett")
                what = f"{omtalt(hvem.id, utvalg)} er ført med stemmerett i møtet {day}"
                said += self._outcome(utvalg, at, voted, what, moete, hvem.id)
        return said

    def _did(
        self, utvalg: UtvalgIPeriode, moete: Moete, place: Place, who: str | Ukjent, what: str, sak: str
    ) -> Iterator[Finding]:
        denied = self._denied(utvalg, moete, who)
        if denied is False:
            yield self.holdt()
        yield from self._outcome(
            utvalg,
            place,
            denied,
            f"{omtalt(who, utvalg) if isinstance(who, str) else who} {what}",
            moete,
            f"{sak} {who}" if isinstance(who, str) else sak,
            (sak,),
        )

    def _denied(self, utvalg: UtvalgIPeriode, moete: Moete, who: str | Ukjent) -> Visshet:
        """Whether a person, a guest, a side or a verv named in a record is one of these. Other text is nobody."""
        council, dag = utvalg.mappe.utvalg, moete.dato
        if isinstance(who, Ukjent):
            return UVISST
        if who in utvalg.mappe.kjente_personer:
            return self.hvem.velger(utvalg.kandidat(who, dag), utvalg)
        if who in council.alle_verv:
            seats = utvalg.mappe.seter_i.get(who, ())
            return noen(
                alle((s.dekker(dag), self.hvem.velger(utvalg.kandidat(s.person, dag), utvalg))) for s in seats
            )
        guests = [o for o in kjent(moete.oppmoete) or () if o.person is None and o.kalt == who]
        if guests:
            return noen(self.hvem.velger(utvalg.deltaker(guest, dag), utvalg) for guest in guests)
        known = who in council.alle_sider or who in utvalg.register.organisasjoner
        if isinstance(moete.oppmoete, Ukjent) and not (known or utvalg.register.utvalget(who)):
            return uvisst("oppmoete", place=moete.at("oppmoete"))  # a guest, perhaps: only the list says who
        # Of a side, a body or a council nobody knows who in it did it: it is denied when all who come from it are.
        only_origin = self.hvem.model_copy(update=dict.fromkeys(OPPHAV)) == Hvem()
        return only_origin and self.hvem.velger(_body(utvalg, who, dag), utvalg)

    def _outcome(
        self,
        utvalg: UtvalgIPeriode,
        place: Place,
        denied: Visshet,
        what: str,
        moete: Moete,
        emne: str,
        emner: tuple[str, ...] = (),
    ) -> Iterator[Finding]:
        # One may do several things without the right: each is a breach of its own.
        key = str(next(step for step in reversed(place.route) if isinstance(step, str)))
        subject = f"{moete.navn} {emne} {key}"
        if isinstance(denied, Uvisst):
            fact = det_foerste(denied, utvalg)
            why = f", for {fact}" if fact else ""
            yield self.uvisst(place, f"{what}: om det var lov, er ukjent{why}", subject)
        elif denied:
            who = self.hvem.i_ord(utvalg)
            comma = "," if who.startswith("som ") else ""
            anybody = "de som kommer fra oss," if self.hos else f"de {who}{comma}"
            nobody = "ingen har" if self.hvem == Hvem() and not self.hos else f"{anybody} har ikke"
            yield self.brutt(
                place,
                f"{what}, men {nobody} {RETTEN.get(key, 'lov til det')}",
                subject,
                emner=(moete.navn, *emner),
                help=HJELP.get(key, "rett det som er ført, eller la utvalget ta saken opp igjen"),
            )


OPPHAV = ("side", "organisasjon")
"""The keys of a selector that say where people come from, and nothing else of them."""


def _body(utvalg: UtvalgIPeriode, who: str, dag: date) -> Kandidat:
    """A side, an organisation or a council, as it was that day."""
    organisasjon = organisasjonen(utvalg.register.organisasjoner, who, dag)
    council = who in utvalg.register.kjente_utvalg
    if organisasjon is None and not council:
        return Kandidat(who, side=who)
    return Kandidat(
        who,
        side=utvalg.mappe.kjent_side(organisasjon.side) if organisasjon else UKJENT,
        representerer=who if organisasjon else None,
        organisasjon=organisasjon,
        fra_utvalg=who if council else None,
    )


RETTEN = {
    "stemmerett": "stemmerett",
    **dict.fromkeys(LISTENE, "stemmerett"),
    "innleder": "talerett",
    "innmeldt_av": "forslagsrett",
    "ved_likhet": "dobbeltstemme",
    "person": "møterett",
    "navn": "møterett",
}
"""The right that a key of the records is the use of."""

HJELP = {"stemmerett": "sett «stemmerett: nei», og tell stemmene på nytt om den ble regnet med"}
