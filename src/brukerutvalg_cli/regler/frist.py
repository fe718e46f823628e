"""frist – noe skal være gjort innen en viss tid før eller etter et møte.

Hvorfor
    Den som sitter for en organisasjon, skal rekke å lese papirene og spørre hjemme før møtet.
    Fristen telles fra møtedagen, som ikke regnes med: ti dager før 16. november er 6. november.

Slik retter du
    Send tidligere, eller flytt møtet. Er det sendt, fører du datoen under «sendt» i møtefila.
    Vet du ikke når det gikk ut, skriver du «ukjent».

Galt
    regel: {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
    moeter/2022-11-16: {sendt: {sakspapirer: 2022-11-07}}

Riktig
    regel: {regel: frist, hva: sakspapirer, senest: 10 dager, foer: moete}
    moeter/2022-11-16: {sendt: {sakspapirer: 2022-11-06}}
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.model.kalender import dag_i_ord, dato_i_ord
from brukerutvalg_cli.model.moete import Moete, Sendt
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.regler.bestemmelse import Bestemmelse
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.verdier.tid import TID
from brukerutvalg_cli.regler.vurdering import Varsel, Vurdering

I_ORD = {
    "innkalling": "innkallingen",
    "sakliste": "sakslista",
    "sakspapirer": "sakspapirene",
    "referat": "referatet",
}


class Frist(Bestemmelse):
    """The deadline of a dispatch, counted from the meeting."""

    kode: ClassVar[str] = "BU104"

    regel: Literal["frist"]
    hva: Literal["innkalling", "sakliste", "sakspapirer", "referat"] = Field(
        description="Det som skal sendes."
    )
    senest: TID = Field(description="Hvor lenge før eller etter.")
    foer: Literal["moete"] | None = Field(None, description="Hendelsen fristen ligger foran.")
    etter: Literal["moete"] | None = Field(None, description="Hendelsen fristen følger etter.")

    @model_validator(mode="after")
    def _one_direction(self) -> Self:
        if (self.foer is None) == (self.etter is None):
            raise PydanticCustomError(
                "feil_frist", "en frist har enten «foer» eller «etter», ikke begge og ikke ingen"
            )
        return self

    def siste_dag(self, moete: date) -> date:
        """The last day in time, by the mandate's own count, whatever weekday it falls on."""
        return self.senest.foer(moete) if self.foer else self.senest.etter(moete)

    def check(self, utvalg: UtvalgIPeriode) -> Iterator[Vurdering]:
        """A dispatch later than the last day, or none recorded when the day has passed."""
        for moete in utvalg.moeter:
            sent = self._sent(moete)
            if sent is UKJENT:
                place = moete.at("sendt", self.hva)
                yield self.uvisst(place, f"når {I_ORD[self.hva]} gikk ut, er ukjent", str(moete.dato))
            elif sent is None:
                yield from self._missing(moete)
            elif sent > self.siste_dag(stood := _day_that_stood(moete, sent)):
                yield self._late(moete, sent, stood)

    def framover(self, utvalg: UtvalgIPeriode) -> Iterator[Varsel]:
        """The deadlines of meetings ahead, for what has not been sent."""
        for moete in utvalg.moeter:
            if moete.status != "avholdt" and self._sent(moete) is None:
                yield Varsel(I_ORD[self.hva], moete.dato, self.siste_dag(moete.dato), moete.at("dato"))

    def _sent(self, moete: Moete) -> date | Ukjent | None:
        if not isinstance(moete.sendt, Sendt):
            return moete.sendt
        value: date | Ukjent | None = getattr(moete.sendt, self.hva)
        return value

    def _missing(self, moete: Moete) -> Iterator[Vurdering]:
        last = self.siste_dag(moete.dato)
        held = moete.status == "avholdt"
        if (self.etter and not held) or (moete.avgjoeres_i and not held):
            return
        what = I_ORD[self.hva]
        yield self.brutt(
            moete.at("sendt", self.hva, otherwise=("dato",)),
            f"{what} til møtet {dato_i_ord(moete.dato)} er ikke ført som sendt; fristen var {dag_i_ord(last)}",
            str(moete.dato),
            label=f"her mangler «{self.hva}»" if moete.sendt else "her mangler «sendt»",
            help=f"før datoen {what} gikk ut under «sendt», eller «ukjent» om ingen vet det",
            since=moete.dato if held and self.foer else last + timedelta(days=1),
        )

    def _late(self, moete: Moete, sent: date, stood: date) -> Vurdering:
        last = self.siste_dag(stood)
        moved = "" if stood == moete.dato else f", som da sto {dato_i_ord(stood)}"
        return self.brutt(
            moete.at("sendt", self.hva),
            f"{I_ORD[self.hva]} gikk ut {dag_i_ord(sent)}, {_apart(sent, stood)}{moved}; "
            f"fristen var {dag_i_ord(last)}, {self.senest} {'før' if self.foer else 'etter'}",
            str(moete.dato),
            label=f"senest {dato_i_ord(last)}",
            help="send tidligere neste gang; har utvalget vedtatt å godta dette, føres det under «avvik» i utvalg.yaml",
        )


def _apart(sent: date, moete: date) -> str:
    days = abs((moete - sent).days)
    if days == 0:
        return "på møtedagen"
    return f"{days} {'dag' if days == 1 else 'dager'} {'før' if sent < moete else 'etter'} møtet"


def _day_that_stood(moete: Moete, sent: date) -> date:
    """The meeting's day as it stood when the papers went out, unless the meeting was since moved earlier."""
    stood = next(
        (move.fra for move in sorted(moete.flyttet, key=lambda m: m.dato) if move.dato > sent), moete.dato
    )
    return min(stood, moete.dato)
