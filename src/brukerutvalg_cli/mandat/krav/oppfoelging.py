"""krav hver oppfoelging: who is responsible, and that it is done by its date."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.krav.hver import Krav
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.vurdering import Varer, Vurdering
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.sak import Oppfoelging
from brukerutvalg_cli.model.traad import fristen
from brukerutvalg_cli.model.verdier import UKJENT, JaNei


class OppfoelgingFelter(Post):
    """What each of them shall have."""

    ansvarlig: JaNei | None = Field(None, description="ja: noen har ansvaret.")
    frist: JaNei | None = Field(None, description="ja: det står når det skal være gjort.")
    fullfoert: JaNei | None = Field(None, description="ja: gjort innen fristen, når den har en frist.")

    @model_validator(mode="after")
    def _only_yes_is_a_demand(self) -> Self:
        for key in ("ansvarlig", "frist", "fullfoert"):
            if getattr(self, key) is False:
                text = "«{noekkel_}: nei» krever ingenting: skriv «ja», eller slett linja"
                raise PydanticCustomError("feil_krav", text, {"noekkel_": key})
        return self


class KravOppfoelging(Krav):
    """A demand on each follow-up of the period's meetings."""

    hver: Literal["oppfoelging"] = Field(description="oppfoelging: alt noen tok på seg i en sak.")
    skal_ha: OppfoelgingFelter = Field(description="Det hver av dem skal ha.")

    def check(self, utvalg: UtvalgIPeriode) -> Iterator[Vurdering]:
        """Not by way of cases: what is not done becomes a breach on the day after its date."""
        yield from self.uvisst_om_noen(utvalg)
        for moete in self.bundet(utvalg).avholdte:
            for i, sak in enumerate(moete.saker):
                for j, punkt in enumerate(sak.oppfoelging):
                    place = moete.at("saker", i, "oppfoelging", j, "hva")
                    emne = f"{sak.navn} oppfølging {j + 1}"
                    emner = (sak.navn, moete.navn)
                    text = f"oppfølgingen «{punkt.hva}» i sak {sak.navn}"
                    if sak.fortrolig:
                        text = f"oppfølging nr. {j + 1} i sak {sak.navn}"
                    yield from self._stated(place, punkt, text, emne, emner)
                    due = fristen(utvalg.mappe.moeter, moete, punkt)
                    if self.skal_ha.fullfoert and isinstance(due, date):
                        yield from self._done(place, punkt, due, text, emne, emner)
                    elif self.skal_ha.fullfoert and due is UKJENT:
                        yield self.uvisst(place, f"når {text} skal være gjort, er ukjent", f"{emne} frist")

    def _stated(
        self, place: Place, punkt: Oppfoelging, text: str, emne: str, emner: tuple[str, ...]
    ) -> Iterator[Vurdering]:
        for key, wanted, lacks, about in (
            ("ansvarlig", self.skal_ha.ansvarlig, "har ingen ansvarlig", emne),
            ("frist", self.skal_ha.frist, "har ingen frist", f"{emne} uten frist"),
        ):
            value = getattr(punkt, key)
            if key == "frist" and value is None and punkt.til_neste_moete:
                value = True  # a deadline too, whatever day it will be
            if wanted and value is UKJENT:
                yield self.uvisst(place, f"«{key}» for {text} er ukjent", about)
            elif wanted and value is None:
                yield self.brutt(place, f"{text} {lacks}", about, emner=emner, help=f"skriv «{key}»")
            elif wanted:
                yield self.holdt()

    def _done(
        self, place: Place, punkt: Oppfoelging, due: date, text: str, emne: str, emner: tuple[str, ...]
    ) -> Iterator[Vurdering]:
        done = punkt.fullfoert
        if done is UKJENT:
            yield self.uvisst(place, f"om {text} er gjort, er ukjent", emne)
        elif done is None or done > due:
            said = f"ble gjort {dato_i_ord(done)}" if done else "er ikke ført som gjort"
            yield self.brutt(
                place,
                f"{text} {said}; fristen var {dato_i_ord(due)}",
                f"{emne} frist",
                emner=emner,
                help="skriv «fullfoert» når det er gjort, eller avtal en ny frist",
                since=None if done else due + EN_DAG,
                varer=Varer(due + EN_DAG, done),  # over when it was done, but the date had passed
            )
        else:
            yield self.holdt()
