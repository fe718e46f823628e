"""krav hver oppfoelging: who is responsible, and that it is done by its date."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from brukerutvalg_cli.funn.finding import Finding, Varer
from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.krav.hver import Krav
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.proeve.av_modell import Av
from brukerutvalg_cli.mandat.proeve.gjenstand import Gjenstand
from brukerutvalg_cli.mandat.proeve.poster import oppfoelgingen
from brukerutvalg_cli.mandat.proeve.proeve import Proeve
from brukerutvalg_cli.mandat.proeve.valg import FOERT
from brukerutvalg_cli.model.deldato import Deldato
from brukerutvalg_cli.model.kalender import EN_DAG, dato_i_ord
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.sak import Oppfoelging
from brukerutvalg_cli.model.traad import fristen
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.model.vet_av import Sagt, deldag_i_ord, senest, tidligst, vet_av
from brukerutvalg_cli.model.visshet import UVISST, Uvisst, Visshet, stedet
from brukerutvalg_cli.ord.fakta_i_ord import det_foerste

FULLFOERT = "fullfoert"
INGEN = {"ansvarlig": "har ingen ansvarlig", "frist": "har ingen frist"}
"""What is said of a follow-up that lacks what it shall have."""


class KravOppfoelging(Krav):
    """A demand on each follow-up of the period's meetings."""

    hver: Literal["oppfoelging"] = Field(description="oppfoelging: alt noen tok på seg i en sak.")
    der: Annotated[Proeve, Av(Oppfoelging, i_moete=True)] | None = Field(None, description="Hvilke av dem.")
    skal_ha: Annotated[
        Proeve,
        Av(
            Oppfoelging,
            "OppfoelgingKravProeve",
            i_moete=True,
            fullfoert=(Literal["i_tide"], "i_tide: gjort innen fristen, når den har en frist."),
        ),
    ] = Field(description="Det hver av dem skal ha.")

    def check(self, utvalg: UtvalgIPeriode) -> Iterator[Finding]:
        """Not by way of cases: what is not done becomes a breach on the day after its date."""
        for moete in utvalg.avholdte:
            for i, sak in enumerate(moete.saker):
                for j, punkt in enumerate(sak.oppfoelging):
                    yield from self._punktet(utvalg, moete, i, j, punkt)

    def _punktet(
        self, utvalg: UtvalgIPeriode, moete: Moete, i: int, j: int, punkt: Oppfoelging
    ) -> Iterator[Finding]:
        sak = moete.saker[i]
        place = moete.at("saker", i, "oppfoelging", j, "hva")
        emne = f"{sak.navn} oppfølging {j + 1}"
        emner = (sak.navn, moete.navn)
        text = f"oppfølgingen «{punkt.hva}» i sak {sak.navn}"
        if sak.fortrolig:
            text = f"oppfølging nr. {j + 1} i sak {sak.navn}"
        g = oppfoelgingen(utvalg, moete, i, j)
        taken_in = self.omfattet(g)
        if not taken_in:
            at, fact = stedet(taken_in), det_foerste(taken_in, utvalg)
            if fact:
                yield self.uvisst(at or place, f"{text}: {fact}", emne)
            return
        yield from self._stated(g, place, text, emne, emner)
        due: Sagt | None = punkt.deldato.get("frist") or fristen(utvalg.mappe.moeter, moete, punkt)
        if self.skal_ha.spurt(FULLFOERT) and isinstance(due, date | Deldato):
            yield from self._done(place, punkt, due, text, emne, emner)
        elif self.skal_ha.spurt(FULLFOERT) and due is UKJENT:
            yield self.uvisst(place, f"når {text} skal være gjort, er ukjent", f"{emne} frist")

    def _stated(
        self, g: Gjenstand, place: Place, text: str, emne: str, emner: tuple[str, ...]
    ) -> Iterator[Finding]:
        for felt in self.skal_ha.felter(g, uten=frozenset({FULLFOERT})):
            key = felt.noekkel
            about = f"{emne} uten frist" if key == "frist" else emne
            if isinstance(felt.holder, Uvisst):
                yield self.uvisst(place, f"«{key}» for {text} er ukjent", about)
            elif felt.holder is False:
                plain = self.skal_ha.spurt(key) is FOERT and key in INGEN
                said = INGEN[key] if plain else felt.tekst
                help = f"skriv «{key}»" if plain else f"rett «{key}»; er det ukjent, skriver du «ukjent»"
                yield self.brutt(place, f"{text} {said}", about, emner=emner, help=help)
            else:
                yield self.holdt()

    def _done(
        self,
        place: Place,
        punkt: Oppfoelging,
        due: date | Deldato,
        text: str,
        emne: str,
        emner: tuple[str, ...],
    ) -> Iterator[Finding]:
        done, last = vet_av(punkt, "fullfoert"), senest(due)
        assert last
        late = done is None or _etter(done, due)
        if isinstance(late, Uvisst):
            what = "er gjort" if done is UKJENT else "ble gjort i tide"
            yield self.uvisst(place, f"om {text} {what}, er ukjent", emne)
        elif late:
            when = f"i {done.i_ord}" if isinstance(done, Deldato) else dato_i_ord(done) if done else ""
            said = f"ble gjort {when}" if done else "er ikke ført som gjort"
            yield self.brutt(
                place,
                f"{text} {said}; fristen var {deldag_i_ord(due)}",
                f"{emne} frist",
                emner=emner,
                help="skriv «fullfoert» når det er gjort, eller avtal en ny frist",
                since=None if done else last + EN_DAG,
                varer=Varer(last + EN_DAG, senest(done)),  # over when it was done, but the date had passed
            )
        else:
            yield self.holdt()


def _etter(done: Sagt, due: date | Deldato) -> Visshet:
    """Whether it was done after the day it was due, whichever days are meant."""
    if isinstance(done, Ukjent):
        return UVISST
    first, last = tidligst(done) or date.min, senest(done) or date.max
    latest, earliest = senest(due) or date.max, tidligst(due) or date.min
    return True if first > latest else False if last <= earliest else UVISST
