"""sammensetning – hvem som skal være med, og hvor mange fra hver side.

Hvorfor
    Et utvalg som mangler en gruppe, eller et redaksjonsråd der én side er i flertall, taler ikke
    for alle. Hver linje under «plasser» er en egen telling; «andre: 0» stenger lista.

Slik retter du
    Velg eller oppnevn de som mangler, eller la noen tre ut. Et valg bedømmes der det er skrevet
    ned, i saken i møtefila. Har utvalget vedtatt noe annet, føres det under «avvik» i utvalg.yaml.

Galt
    regel:
      regel: sammensetning
      blant: redaksjonsraad
      plasser: [{hvem: {side: bruker}, antall: 2}, {hvem: {side: nav}, antall: 1}, {hvem: andre, antall: 0}]
    medlemmer/kari: {oppnevninger: [{verv: redaksjonsraad, fra: 2023-01-01, valgt_i: 1/22}]}
    medlemmer/per: {oppnevninger: [{verv: redaksjonsraad, fra: 2023-01-01, valgt_i: 1/22}]}
    medlemmer/ida: {oppnevninger: [{verv: redaksjonsraad, fra: 2023-01-01, valgt_i: 1/22}]}
    medlemmer/nina: {side: nav, oppnevninger: [{verv: redaksjonsraad, fra: 2023-01-01, valgt_i: 1/22}]}
    moeter/2022-11-16:
      saker:
        - nr: 1/22
          tittel: Valg
          type: valg
          valg: [{verv: redaksjonsraad, fra: 2023-01-01, valgt: [kari, per, ida, nina]}]

Riktig
    regel:
      regel: sammensetning
      blant: redaksjonsraad
      plasser: [{hvem: {side: bruker}, antall: 2}, {hvem: {side: nav}, antall: 1}, {hvem: andre, antall: 0}]
    medlemmer/kari: {oppnevninger: [{verv: redaksjonsraad, fra: 2023-01-01, valgt_i: 1/22}]}
    medlemmer/per: {oppnevninger: [{verv: redaksjonsraad, fra: 2023-01-01, valgt_i: 1/22}]}
    medlemmer/nina: {side: nav, oppnevninger: [{verv: redaksjonsraad, fra: 2023-01-01, valgt_i: 1/22}]}
    moeter/2022-11-16:
      saker:
        - nr: 1/22
          tittel: Valg
          type: valg
          valg: [{verv: redaksjonsraad, fra: 2023-01-01, valgt: [kari, per, nina]}]
"""

from collections.abc import Iterator
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.model.verdier import Ukjent
from brukerutvalg_cli.regler.bestemmelse import Bestemmelse
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.sammensatt import loepende, ved_moete, ved_runde, ved_valg
from brukerutvalg_cli.regler.sammensatt.krav import Krav
from brukerutvalg_cli.regler.verdier.telling import Plass
from brukerutvalg_cli.regler.vurdering import Vurdering


class Sammensetning(Bestemmelse):
    """Who and how many, in the council, in a body it elects, at a meeting or in a round of appointments."""

    kode: ClassVar[str] = "BU102"

    regel: Literal["sammensetning"]
    blant: str = Field(description="medlemmer, varamedlemmer, oppnevnte, verv, frammoette, eller et verv.")
    for_hver: Literal["organisasjon", "gruppe"] | None = Field(
        None, description="Bedøm hver av utvalgets organisasjoner eller grupper for seg."
    )
    plasser: tuple[Plass, ...] = Field(min_length=1, description="Linjer: hvem, og hvor mange av dem.")
    naar: Literal["alltid", "oppnevning", "moete"] | None = Field(
        None, description="Når det bedømmes. Uten dette: i møtet for «frammoette», ellers alltid."
    )

    @model_validator(mode="after")
    def _meeting_counts_those_present(self) -> Self:
        if (self.naar == "moete") and self.blant != "frammoette":
            raise PydanticCustomError("feil_naar", "i et møte telles «blant: frammoette»")
        return self

    def check(self, utvalg: UtvalgIPeriode) -> Iterator[Vurdering]:
        """Elections where they are written down; meetings one by one; all else day by day, a lasting breach once."""
        krav = Krav(self, self.blant, self.plasser, self.for_hver)
        parts = krav.deler(utvalg.mappe.utvalg)
        if isinstance(parts, Ukjent):
            yield krav.ukjente_deler(utvalg.mappe.utvalg)
            return
        naar = self.naar or ("moete" if self.blant == "frammoette" else "alltid")
        if naar == "moete":
            yield from ved_moete.vurder(krav, utvalg, parts)
        elif naar == "oppnevning":
            yield from ved_runde.vurder(krav, utvalg, parts)
        else:
            yield from ved_valg.vurder(krav, utvalg, parts)
            yield from loepende.vurder(krav, utvalg, parts)
