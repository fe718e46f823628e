"""utsending – hva som skal sendes til hvem, eller legges ut hvor.

Hvorfor
    De som ikke sitter i utvalget, skal kunne lese hva det arbeider med. Saksliste og referat er
    først ute når de er lagt ut eller sendt dit mandatet sier.

Slik retter du
    Legg ut eller send, og før det: «publisert» under «sakliste» eller «referat», eller mottakeren
    under «referat: sendt_til». Et referat som må være godkjent først, legges ut etter neste møte.

Galt
    dato: 2022-12-01
    regel: {regel: utsending, hva: referat, kanal: nav.no, foerst_naar: godkjent}
    moeter/2022-09-22:
      referat: {godkjent: {moete: 2022-11-16, sak: 1/22}, publisert: {dato: 2022-11-15, kanal: nav.no}}
    moeter/2022-11-16: {saker: [{nr: 1/22, tittel: Referat, type: godkjenning, godkjenner: [2022-09-22]}]}

Riktig
    dato: 2022-12-01
    regel: {regel: utsending, hva: referat, kanal: nav.no, foerst_naar: godkjent}
    moeter/2022-09-22:
      referat: {godkjent: {moete: 2022-11-16, sak: 1/22}, publisert: {dato: 2022-11-17, kanal: nav.no}}
    moeter/2022-11-16: {saker: [{nr: 1/22, tittel: Referat, type: godkjenning, godkjenner: [2022-09-22]}]}
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.funn.finding import Finding, Varer
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat import forsendt
from brukerutvalg_cli.mandat.bestemmelse import Bestemmelse
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.moetets_dager import dagen
from brukerutvalg_cli.mandat.verdier.navneord import EN_MOTTAKER, MOTTAKER
from brukerutvalg_cli.mandat.verdier.navngitt import navngitt
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.moetepapirer import Publisert, Referat, Sakliste, Sakspapirer, Sendt
from brukerutvalg_cli.model.ordvalg import PAA_NETT, Dokument, Forsendelsesmaate, Sendeform
from brukerutvalg_cli.model.skrivemaate import kanonisk
from brukerutvalg_cli.model.verdier import EN_ELLER_FLERE, UKJENT, JaNei, Ukjent
from brukerutvalg_cli.model.visshet import Uvisst
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.i_ord import en_av_dem, omtalt

I_ORD = {
    "innkalling": "innkallingen",
    "sakliste": "sakslista",
    "sakspapirer": "sakspapirene",
    "referat": "referatet",
}
UKJENT_GODKJENT = "når referatet ble godkjent, er ukjent"


class Utsending(Bestemmelse):
    """What goes to whom and where: the check and the distribution list in one."""

    kode: ClassVar[str] = "BU107"
    kan_gjoeres_siden: ClassVar[bool] = True

    regel: Literal["utsending"] = Field(description="utsending: hva som skal til hvem, eller hvor.")
    hva: Annotated[tuple[Dokument, ...], EN_ELLER_FLERE] = Field(
        description="Det som sendes eller legges ut."
    )
    til: MOTTAKER = Field(
        (),
        description="Alle mottakerne, med navnene de har under «sendt_til» og «til» i møtefila. Også: eier, "
        "overordnet, underordnede.",
    )
    kanal: str | None = Field(
        None,
        description="Stedet det legges ut, skrevet som «kanal» i møtefila. Ikke for innkallingen.",
    )
    via: Annotated[str, EN_MOTTAKER] | None = Field(
        None, description="Hvem som legger det ut der. Også: eier, overordnet."
    )
    maate: Annotated[tuple[Forsendelsesmaate, ...], EN_ELLER_FLERE] = Field(
        (), description="Måten det sendes på, etter «forsendelser» i møtefila. Uten «til»: til medlemmene."
    )
    format: Annotated[tuple[Sendeform, ...], EN_ELLER_FLERE] = Field(
        (), description="Formen det har, på samme måte."
    )
    foerst_naar: Literal["godkjent"] | None = Field(None, description="Ikke før referatet er godkjent.")
    eller_lagt_ut: JaNei = Field(
        False,
        description="ja: lagt ut der hvem som helst kan lese det, er like godt som sendt.",
    )

    @model_validator(mode="after")
    def _goes_somewhere(self) -> Self:
        if not (self.til or self.kanal or self.maate or self.format):
            text = "en utsending har «til», «kanal», «maate» eller «format»"
            raise PydanticCustomError("feil_utsending", text)
        if (self.maate or self.format) and (self.kanal or self.eller_lagt_ut):
            text = "«maate» og «format» er om det som sendes: det som legges ut, er en bestemmelse for seg"
            raise PydanticCustomError("feil_utsending", text)
        if self.kanal and not set(self.hva) <= set(PAA_NETT):
            raise PydanticCustomError(
                "feil_utsending", "«kanal» gjelder sakliste, sakspapirer og referat; innkallingen sendes"
            )
        if self.via and not self.kanal:
            raise PydanticCustomError(
                "feil_utsending", "«via» sier hvem som legger ut, og står sammen med «kanal»"
            )
        if self.eller_lagt_ut and (self.kanal or not set(self.hva) <= set(PAA_NETT)):
            raise PydanticCustomError(
                "feil_utsending",
                "«eller_lagt_ut» er i stedet for å sende sakliste, sakspapirer eller referat: skriv «til», og ikke "
                "«kanal»",
            )
        return self

    @property
    def om_poster(self) -> bool:
        """Always."""
        return True

    def check(self, utvalg: UtvalgIPeriode) -> Iterator[Finding]:
        """Each meeting held. What is not yet out becomes a breach with the next meeting; an agenda, with its own."""
        held = utvalg.mappe.avholdte
        for moete in utvalg.avholdte:
            for document in self.hva:
                due = self._out_by(moete, held) if document == "referat" else moete.dato
                if self.kanal:
                    yield from self._published(utvalg, moete, document, self.kanal, due)
                if self.maate or self.format:
                    slik = forsendt.Sendemaate(self.maate, self.format)
                    asked = forsendt.Spurt(document, I_ORD[document], self.til, slik)
                    if isinstance(due, Ukjent):
                        place = moete.at("referat", "godkjent")
                        yield self.uvisst(place, UKJENT_GODKJENT, asked.emne(moete))
                    else:
                        yield from forsendt.vurder(self, asked, utvalg, moete, due)
                elif self.til:
                    yield from self._sent(utvalg, moete, document, due)

    def _out_by(self, moete: Moete, held: Sequence[Moete]) -> date | Ukjent | None:
        """When minutes should be out: with the next meeting; where they wait for approval, the one after that."""
        since = dagen(moete, "godkjenning") if self.foerst_naar else moete.dato
        if not isinstance(since, date):
            return since
        return next((m.dato for m in held if m.dato > since), None)

    def _published(
        self, utvalg: UtvalgIPeriode, moete: Moete, document: Dokument, kanal: str, due: date | Ukjent | None
    ) -> Iterator[Finding]:
        out = _lagt_ut(moete, document)
        place = moete.at(document, "publisert", otherwise=("dato",))
        emne = f"{moete.navn} {document}"
        if out is UKJENT or (isinstance(out, Publisert) and out.kanal is UKJENT):
            yield self.uvisst(place, f"om {I_ORD[document]} er lagt ut på {kanal}, er ukjent", emne)
        elif isinstance(out, Publisert) and out.kanal == kanal:
            said = [*self._via(utvalg, moete, document, out), *self._late(moete, document, kanal, out, due)]
            if self.foerst_naar and document == "referat":
                said = [*self._too_early(moete, out.dato), *said]
            yield from said or (self.holdt(),)
        elif due is UKJENT:
            yield self.uvisst(moete.at("referat", "godkjent"), UKJENT_GODKJENT, emne)
        elif due is None and self.foerst_naar and document == "referat":
            yield from self._venter(utvalg, moete, emne)
        elif due:
            elsewhere = f"lagt ut på {out.kanal}" if isinstance(out, Publisert) else ""
            yield self._missing(moete, document, kanal, due, place, elsewhere)

    def _venter(self, utvalg: UtvalgIPeriode, moete: Moete, emne: str) -> Iterator[Finding]:
        """What waits for an approval that nobody has recorded, when there has been a meeting that could approve it."""
        if dagen(moete, "godkjenning") is None and any(m.dato > moete.dato for m in utvalg.mappe.avholdte):
            text = "referatet er ikke ført som godkjent, og skal ikke legges ut før det er det"
            yield self.uvisst(moete.at("referat", "godkjent", otherwise=("dato",)), text, emne)

    def _late(
        self, moete: Moete, document: Dokument, kanal: str, out: Publisert, due: date | Ukjent | None
    ) -> Iterator[Finding]:
        """Missing until it was out: no deadline is broken, and it is put right the day it came."""
        if not isinstance(due, date):
            return
        if isinstance(out.dato, Ukjent):
            text = f"når {I_ORD[document]} ble lagt ut på {kanal}, er ukjent"
            yield self.uvisst(moete.at(document, "publisert", "dato"), text, f"{moete.navn} {document}")
            return
        if out.dato <= due:
            return
        done = moete.at(document, "publisert", "dato")
        missing = self._missing(moete, document, kanal, due, done)
        yield replace(missing, varer=Varer(due, out.dato, out.dato, "da det ble lagt ut", done))

    def _missing(
        self, moete: Moete, document: Dokument, kanal: str, due: date, place: Place, elsewhere: str = ""
    ) -> Finding:
        return self.brutt(
            place,
            f"{I_ORD[document]} fra møtet {dato_i_ord(moete.dato)} er ikke lagt ut på {kanal}",
            f"{moete.navn} {document}",
            emner=(moete.navn,),
            label=elsewhere or "her mangler «publisert»",
            help=f"legg ut, og skriv dato og adresse under «{document}: publisert», eller «ukjent»",
            since=due,
            varer=Varer(due),
        )

    def _too_early(self, moete: Moete, out: date | Ukjent) -> Iterator[Finding]:
        approved = dagen(moete, "godkjenning")
        place = moete.at("referat", "publisert", "dato")
        emne = f"{moete.navn} før godkjenning"
        if out is UKJENT or approved is UKJENT:
            yield self.uvisst(place, "når referatet ble godkjent og lagt ut, er ukjent", emne)
        elif approved is None or out < approved:
            when = f"godkjent {dato_i_ord(approved)}" if approved else "ikke godkjent"
            yield self.brutt(
                place,
                f"referatet fra møtet {dato_i_ord(moete.dato)} ble lagt ut {dato_i_ord(out)}, men er {when}",
                emne,
                emner=(moete.navn,),
                label="lagt ut før det var godkjent",
                help="vent til neste møte har godkjent det; er det godkjent, føres det under «referat: godkjent»",
            )

    def _via(
        self, utvalg: UtvalgIPeriode, moete: Moete, document: Dokument, out: Publisert
    ) -> Iterator[Finding]:
        """Whoever the mandate says puts it there."""
        wanted = navngitt((self.via,), utvalg) if self.via else None
        if wanted is None or (held := wanted.omfatter(out.via)):
            return
        place = moete.at(document, "publisert", "via", otherwise=(document, "publisert"))
        emne = f"{moete.navn} {document} via"
        if isinstance(held, Uvisst):
            fact = f"hvem som la ut {I_ORD[document]}, er ukjent"
            where = (place, fact) if out.via is UKJENT else wanted.savnet(utvalg)
            yield self.uvisst(*where, emne)
            return
        by = f"av {omtalt(str(out.via), utvalg)}" if out.via else "uten at det er ført av hvem"
        yield self.brutt(
            place,
            f"{I_ORD[document]} fra møtet {dato_i_ord(moete.dato)} "
            f"er lagt ut {by}; det skal skje via {en_av_dem(wanted.navn, utvalg)}",
            emne,
            emner=(moete.navn,),
            help="skriv hvem som la det ut, under «publisert: via», eller «ukjent»",
        )

    def _sent(
        self, utvalg: UtvalgIPeriode, moete: Moete, document: Dokument, due: date | Ukjent | None
    ) -> Iterator[Finding]:
        record = moete.referat if document == "referat" else moete.sendt
        key = ("referat", "sendt_til") if document == "referat" else ("sendt", "til")
        if isinstance(record, Referat):
            sent: tuple[str, ...] | Ukjent | None = record.sendt_til
        else:
            sent = record.til if isinstance(record, Sendt) else record
        place = moete.at(*key, otherwise=("dato",))
        emne = f"{moete.navn} sendt" if document == "referat" else f"{moete.navn} {document} sendt"
        out = _lagt_ut(moete, document) if self.eller_lagt_ut else None
        if isinstance(out, Publisert):
            yield self.holdt()
            return
        if sent is UKJENT:
            yield self.uvisst(place, f"hvem {I_ORD[document]} er sendt til, er ukjent", emne)
            return
        names = navngitt(self.til, utvalg)
        got = set(map(kanonisk, sent)) if isinstance(sent, tuple) else set()
        missing = [name for name in names.navn if kanonisk(name) not in got]
        if names.uvisst and not missing:
            yield self.uvisst(*names.savnet(utvalg), emne)
        elif not missing:
            yield self.holdt()
        elif out is UKJENT:
            at = moete.at(document, "publisert", otherwise=("dato",))
            yield self.uvisst(at, f"om {I_ORD[document]} er lagt ut, er ukjent", emne)
        elif due is UKJENT:
            yield self.uvisst(moete.at("referat", "godkjent"), UKJENT_GODKJENT, emne)
        elif due:
            preposition = "fra" if document == "referat" else "til"
            nowhere = ", og heller ikke lagt ut" if self.eller_lagt_ut else ""
            yield self.brutt(
                place,
                f"{I_ORD[document]} {preposition} møtet {dato_i_ord(moete.dato)} "
                f"er ikke sendt til {alle_sammen(omtalt(name, utvalg) for name in missing)}{nowhere}",
                emne,
                emner=(moete.navn,),
                label="her mangler mottakeren" if sent else f"her mangler «{key[1]}»",
                help=f"send det, og skriv {alle_sammen(missing)} under «{': '.join(key)}», eller «ukjent»",
                since=due,
                varer=Varer(due),
            )


def _lagt_ut(moete: Moete, document: Dokument) -> Publisert | Ukjent | None:
    """Where the document was made public, of those that have a record of it."""
    record = None if document == "innkalling" else getattr(moete, document)
    return record.publisert if isinstance(record, Referat | Sakliste | Sakspapirer) else record
