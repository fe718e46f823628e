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

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.moete import Godkjent, Moete, Publisert, Referat, Sakliste
from brukerutvalg_cli.model.verdier import EN_ELLER_FLERE, UKJENT, Ukjent
from brukerutvalg_cli.regler.bestemmelse import Bestemmelse
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.verdier.hvem import navngitt
from brukerutvalg_cli.regler.vurdering import Vurdering

Dokument = Literal["sakliste", "referat"]
I_ORD = {"sakliste": "sakslista", "referat": "referatet"}


class Utsending(Bestemmelse):
    """What goes to whom and where: the check and the distribution list in one."""

    kode: ClassVar[str] = "BU107"

    regel: Literal["utsending"]
    hva: Annotated[tuple[Dokument, ...], EN_ELLER_FLERE] = Field(description="sakliste, referat.")
    til: Annotated[tuple[str, ...], EN_ELLER_FLERE] = Field((), description="Mottakerne.")
    kanal: str | None = Field(None, description="Stedet det legges ut, som nav.no.")
    via: str | None = Field(None, description="Hvem som legger det ut.")
    foerst_naar: Literal["godkjent"] | None = Field(None, description="Ikke før referatet er godkjent.")

    @model_validator(mode="after")
    def _only_minutes_have_receivers(self) -> Self:
        if self.til and "sakliste" in self.hva:
            raise PydanticCustomError(
                "feil_utsending", "«til» gjelder referat; en saksliste legges ut med «kanal»"
            )
        return self

    def check(self, utvalg: UtvalgIPeriode) -> Iterator[Vurdering]:
        """Each meeting held. What is not yet out becomes a breach with the next meeting; an agenda, with its own."""
        held = list(utvalg.mappe.avholdte)
        following = {m.dato: held[nr + 1].dato if nr + 1 < len(held) else None for nr, m in enumerate(held)}
        for moete in utvalg.avholdte:
            for document in self.hva:
                due = moete.dato if document == "sakliste" else following[moete.dato]
                if self.kanal:
                    out_by = self._after_approval(moete, following, due) if document == "referat" else due
                    yield from self._published(moete, document, self.kanal, out_by)
                if self.til and document == "referat":
                    yield from self._sent(utvalg, moete, due)

    def _after_approval(
        self, moete: Moete, following: dict[date, date | None], due: date | None
    ) -> date | None:
        """When minutes that wait for approval should be out: with the meeting after the one that approved them."""
        if not self.foerst_naar:
            return due
        approved = moete.referat.godkjent if isinstance(moete.referat, Referat) else None
        return following.get(approved.moete) if isinstance(approved, Godkjent) else None

    def _published(
        self, moete: Moete, document: Dokument, kanal: str, due: date | None
    ) -> Iterator[Vurdering]:
        record = moete.referat if document == "referat" else moete.sakliste
        out = record.publisert if isinstance(record, Referat | Sakliste) else record
        place = moete.at(document, "publisert", otherwise=("dato",))
        emne = f"{moete.dato} {document}"
        if out is UKJENT or (isinstance(out, Publisert) and out.kanal is UKJENT):
            yield self.uvisst(place, f"om {I_ORD[document]} er lagt ut på {kanal}, er ukjent", emne)
        elif isinstance(out, Publisert) and out.kanal == kanal:
            if self.foerst_naar and document == "referat":
                yield from self._too_early(moete, out.dato)
        elif due:
            elsewhere = f"lagt ut på {out.kanal}" if isinstance(out, Publisert) else ""
            yield self.brutt(
                place,
                f"{I_ORD[document]} fra møtet {dato_i_ord(moete.dato)} er ikke lagt ut på {kanal}",
                emne,
                emner=(str(moete.dato),),
                label=elsewhere or "her mangler «publisert»",
                help=f"legg ut, og før dato og adresse under «{document}: publisert», eller «ukjent»",
                since=due,
            )

    def _too_early(self, moete: Moete, out: date | Ukjent) -> Iterator[Vurdering]:
        approved = moete.referat.godkjent if isinstance(moete.referat, Referat) else None
        place = moete.at("referat", "publisert", "dato")
        emne = f"{moete.dato} før godkjenning"
        if out is UKJENT or approved is UKJENT:
            yield self.uvisst(place, "når referatet ble godkjent og lagt ut, er ukjent", emne)
        elif approved is None or isinstance(approved, Ukjent) or out < approved.moete:
            when = (
                f"godkjent {dato_i_ord(approved.moete)}"
                if approved and not isinstance(approved, Ukjent)
                else "ikke godkjent"
            )
            yield self.brutt(
                place,
                f"referatet fra møtet {dato_i_ord(moete.dato)} ble lagt ut {dato_i_ord(out)}, men er {when}",
                emne,
                emner=(str(moete.dato),),
                label="lagt ut før det var godkjent",
                help="vent til neste møte har godkjent det; er det godkjent, føres det under «referat: godkjent»",
            )

    def _sent(self, utvalg: UtvalgIPeriode, moete: Moete, due: date | None) -> Iterator[Vurdering]:
        record = moete.referat
        sent = record.sendt_til if isinstance(record, Referat) else record
        place = moete.at("referat", "sendt_til", otherwise=("dato",))
        if sent is UKJENT:
            yield self.uvisst(place, "hvem referatet er sendt til, er ukjent", f"{moete.dato} sendt")
            return
        names = [navngitt(name, utvalg.mappe.utvalg) or name for name in self.til]
        missing = [name for name in names if not isinstance(sent, tuple) or name not in sent]
        if missing and due:
            yield self.brutt(
                place,
                f"referatet fra møtet {dato_i_ord(moete.dato)} er ikke sendt til {', '.join(missing)}",
                f"{moete.dato} sendt",
                emner=(str(moete.dato),),
                label="her mangler mottakeren" if sent else "her mangler «sendt_til»",
                help="send det, og før mottakeren under «referat: sendt_til», eller «ukjent»",
                since=due,
            )
