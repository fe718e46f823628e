"""krav hver oppmoete: what each attendance of somebody who is compensated shall have."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from brukerutvalg_cli.mandat.krav.felt import Felt
from brukerutvalg_cli.mandat.krav.hver import Krav, Tilfelle
from brukerutvalg_cli.mandat.krav.opplaering import OpplaeringKrav, opplaert_i_moete
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.hvem import Ord
from brukerutvalg_cli.mandat.verdier.som_krevd import en_av
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.moete import Moete, Oppmoete
from brukerutvalg_cli.model.post import Post
from brukerutvalg_cli.model.verdier import UKJENT, JaNei, Ukjent
from brukerutvalg_cli.model.visshet import Visshet, alle, ikke, noen
from brukerutvalg_cli.ord.i_ord import alle_sammen, eller, i_ord, omtalt


class OppmoeteFilter(Post):
    """Whose attendance."""

    side: Ord | None = Field(None, description="Bare dem som sitter for disse sidene.")
    verv: Ord | None = Field(
        None, description="Verv de har den dagen; en vara teller når hun møter for noen."
    )
    har_verv: JaNei = Field(
        True,
        description="nei: bare dem som er med uten noe verv, som en direktør. Den som ikke har egen fil, blir ikke "
        "vurdert, men nevnt.",
    )


class OppmoeteFelter(Post):
    """What each of them shall have."""

    dekker: Ord | None = Field(None, description="Alt godtgjørelsen skal dekke.")
    godtgjoeres_etter: Ord | None = Field(None, description="Reglene den gis etter; ett av dem.")
    opplaering: OpplaeringKrav | None = Field(
        None, description="Opplæringen de skal ha hatt; med «innen»: så lenge etter sitt første møte."
    )


class KravOppmoete(Krav):
    """A demand on each attendance recorded."""

    hver: Literal["oppmoete"] = Field(description="oppmoete: hver som møtte, gjester unntatt.")
    der: OppmoeteFilter = Field(default_factory=OppmoeteFilter, description="Hvem det gjelder.")
    skal_ha: OppmoeteFelter = Field(description="Det hver av dem skal ha.")

    def tilfeller(self, utvalg: UtvalgIPeriode) -> Iterator[Tilfelle]:
        """Those who came to the period's meetings. A deputy who only listened did not take part."""
        for moete in utvalg.avholdte:
            if isinstance(moete.oppmoete, Ukjent):
                felt = Felt(moete.at("oppmoete"), None, "")
                yield Tilfelle(f"møtet {dato_i_ord(moete.dato)}", moete.navn, (felt,))
                continue
            present = moete.oppmoete or ()
            for nr, oppmoete in enumerate(present):
                if oppmoete.deltok is False:
                    continue
                if oppmoete.person:
                    yield self._tilfelle(utvalg, moete, nr, oppmoete, oppmoete.person)
                elif not self.der.har_verv:
                    yield from self._gjest(utvalg, moete, nr, oppmoete)

    def _tilfelle(
        self, utvalg: UtvalgIPeriode, moete: Moete, nr: int, oppmoete: Oppmoete, person: str
    ) -> Tilfelle:
        day = moete.navn
        taken_in = self._taken_in(utvalg, moete, oppmoete, person)
        unclear = None
        if taken_in is None:
            unclear = (moete.at("oppmoete", nr, "person"), self._unclear(utvalg, moete, oppmoete, person))
        return Tilfelle(
            f"{omtalt(person, utvalg)} i møtet {dato_i_ord(moete.dato)}",
            f"{day} {person}",
            tuple(self._felter(utvalg, moete, nr, oppmoete)),
            taken_in,
            (day, person),
            uklart=unclear,
        )

    def _gjest(self, utvalg: UtvalgIPeriode, moete: Moete, nr: int, oppmoete: Oppmoete) -> Iterator[Tilfelle]:
        """One without a file and without a verv. Who comes from another council takes part for that one."""
        side = utvalg.deltaker(oppmoete, moete.dato).side
        taken_in = True if self.der.side is None else None if side is UKJENT else side in self.der.side
        if not self.skal_ha.opplaering or taken_in is False or oppmoete.fra_utvalg:
            return
        who, place = oppmoete.kalt, moete.at("oppmoete", nr, "navn", otherwise=("oppmoete", nr))
        felt = tuple(opplaert_i_moete(self.skal_ha.opplaering, utvalg, moete, who, place))
        if felt:
            uklart = None if taken_in else (place, f"siden til {who} er ukjent")
            yield Tilfelle(
                f"{who} i møtet {dato_i_ord(moete.dato)}",
                f"{moete.navn} {who}",
                felt,
                taken_in,
                (moete.navn,),
                uklart=uklart,
            )

    def _unclear(self, utvalg: UtvalgIPeriode, moete: Moete, oppmoete: Oppmoete, person: str) -> str:
        hvem, who = utvalg.kandidat(person, moete.dato), omtalt(person, utvalg)
        if hvem.kjent and self.der.side and hvem.side is UKJENT:
            return f"siden til {who} er ukjent"
        if hvem.kjent and oppmoete.vara_for is UKJENT:
            return f"hvem {who} møtte for, er ukjent"
        if isinstance(oppmoete.rolle, Ukjent):
            return f"hva {who} var der som, er ukjent"
        if oppmoete.deltok is None:
            return f"om {who} bare hørte på, er ukjent"
        return f"hvilke verv {who} hadde, er ukjent"

    def _taken_in(self, utvalg: UtvalgIPeriode, moete: Moete, oppmoete: Oppmoete, person: str) -> Visshet:
        hvem = utvalg.kandidat(person, moete.dato)
        if not hvem.kjent:
            return None
        side = True if self.der.side is None else None if hvem.side is UKJENT else hvem.side in self.der.side
        verv = True if self.der.verv is None else hvem.har_verv(*self.der.verv)
        held = {} if isinstance(hvem.verv, Ukjent) else hvem.verv
        if not self.der.har_verv:
            none = None if isinstance(hvem.verv, Ukjent) else ikke(noen(held.values()))
            return alle((side, none, oppmoete.deltok))
        own_seat = noen(v for k, v in held.items() if k != "vara")
        as_member = None if isinstance(oppmoete.rolle, Ukjent) else oppmoete.rolle is None
        stands_in = None if oppmoete.vara_for is UKJENT else oppmoete.vara_for is not None
        return alle((side, verv, noen((stands_in, own_seat)), oppmoete.deltok, as_member))

    def _felter(self, utvalg: UtvalgIPeriode, moete: Moete, nr: int, oppmoete: Oppmoete) -> Iterator[Felt]:
        want = self.skal_ha
        top = ("oppmoete", nr)
        if want.dekker:
            stated = oppmoete.dekker
            missing = [name for name in want.dekker if not isinstance(stated, tuple) or name not in stated]
            holds = None if stated is UKJENT else not missing
            yield Felt(moete.at(*top, "dekker"), holds, f"skal få dekket {alle_sammen(map(i_ord, missing))}")
        if want.godtgjoeres_etter:
            holds = en_av(oppmoete.godtgjoeres_etter, want.godtgjoeres_etter)
            text = f"skal godtgjøres etter {eller(want.godtgjoeres_etter)}"
            yield Felt(moete.at(*top, "godtgjoeres_etter"), holds, text)
        if want.opplaering and oppmoete.person:
            place = moete.at(*top, "person")
            yield from opplaert_i_moete(want.opplaering, utvalg, moete, oppmoete.person, place)
