"""krav hver oppmoete: what each attendance of somebody who is compensated shall have."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.krav.hver import I_ORDEN, Krav, Kravtilfelle
from brukerutvalg_cli.mandat.krav.opplaering import OpplaeringKrav, opplaert_i_moete
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.proeve.av_modell import Av
from brukerutvalg_cli.mandat.proeve.egenart import VERVVALG
from brukerutvalg_cli.mandat.proeve.felt import Felt
from brukerutvalg_cli.mandat.proeve.gjenstand import Gjenstand
from brukerutvalg_cli.mandat.proeve.poster import oppmoetet
from brukerutvalg_cli.mandat.proeve.proeve import Proeve
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.moete import Moete
from brukerutvalg_cli.model.oppmoete import Oppmoete
from brukerutvalg_cli.model.verdier import UKJENT, JaNei, Ukjent
from brukerutvalg_cli.model.visshet import UVISST, Uvisst, Visshet, alle, ikke, noen, uvisst
from brukerutvalg_cli.ord.i_ord import omtalt

OPPLAERING = "opplaering"
EGNE = frozenset({OPPLAERING, "har_verv"})
"""What is answered for here."""


class KravOppmoete(Krav):
    """A demand on each attendance recorded."""

    hver: Literal["oppmoete"] = Field(description="oppmoete: hver som møtte, gjester unntatt.")
    der: (
        Annotated[
            Proeve,
            Av(
                Oppmoete,
                "OppmoeteDerProeve",
                i_moete=True,
                verv=(VERVVALG, "Verv de har den dagen; vara er den som møter for noen."),
                har_verv=(
                    JaNei,
                    "nei: de er med uten noe verv, som en direktør. Den uten egen fil blir nevnt, men ikke "
                    "vurdert.",
                ),
            ),
        ]
        | None
    ) = Field(None, description="Hvem det gjelder.")
    skal_ha: Annotated[
        Proeve,
        Av(
            Oppmoete,
            "OppmoeteKravProeve",
            i_moete=True,
            verv=(VERVVALG, "Verv de har den dagen; en vara teller når hun møter for noen."),
            opplaering=(
                OpplaeringKrav,
                "Det samme; «innen» regnes fra deres første møte.",
            ),
        ),
    ] = Field(description="Det hver av dem skal ha.")

    @property
    def _uten_verv(self) -> bool:
        """Whether it is about those who take part without any verv."""
        return self.der is not None and self.der.spurt("har_verv") is False

    def tilfeller(self, utvalg: UtvalgIPeriode) -> Iterator[Kravtilfelle]:
        """Those who came to the period's meetings. A deputy who only listened did not take part."""
        for moete in utvalg.avholdte:
            if isinstance(moete.oppmoete, Ukjent):
                felt = Felt(moete.at("oppmoete"), UVISST, "")
                yield Kravtilfelle(f"møtet {dato_i_ord(moete.dato)}", moete.navn, (felt,))
                continue
            present = moete.oppmoete or ()
            for nr, oppmoete in enumerate(present):
                if oppmoete.deltok is False:
                    continue
                if oppmoete.person:
                    if tilfelle := self._tilfelle(utvalg, moete, nr, oppmoete, oppmoete.person):
                        yield tilfelle
                elif self._uten_verv:
                    yield from self._gjest(utvalg, moete, nr, oppmoete)

    def _tilfelle(
        self, utvalg: UtvalgIPeriode, moete: Moete, nr: int, oppmoete: Oppmoete, person: str
    ) -> Kravtilfelle | None:
        g = oppmoetet(utvalg, moete, nr, oppmoete)
        taken_in = self._taken_in(g, oppmoete)
        if taken_in is False:
            return None
        if taken_in is True and OPPLAERING not in self.skal_ha.krav and self.skal_ha.har_alt(g):
            return I_ORDEN
        day = moete.navn
        return Kravtilfelle(
            f"{omtalt(person, utvalg)} i møtet {dato_i_ord(moete.dato)}",
            f"{day} {person}",
            tuple(self._felter(g, moete, nr, oppmoete)),
            _ved(taken_in, moete.at("oppmoete", nr, "person")),
            (day, person),
        )

    def _gjest(
        self, utvalg: UtvalgIPeriode, moete: Moete, nr: int, oppmoete: Oppmoete
    ) -> Iterator[Kravtilfelle]:
        """One without a file and without a verv. Who comes from another council takes part for that one."""
        training = self.skal_ha.spurt(OPPLAERING)
        g = oppmoetet(utvalg, moete, nr, oppmoete)
        taken_in = alle(self._filtrert(g))
        if not training or taken_in is False or oppmoete.fra_utvalg:
            return
        who, place = oppmoete.kalt, moete.at("oppmoete", nr, "navn", otherwise=("oppmoete", nr))
        felt = tuple(opplaert_i_moete(training, utvalg, moete, who, place))
        if felt:
            yield Kravtilfelle(
                f"{who} i møtet {dato_i_ord(moete.dato)}",
                f"{moete.navn} {who}",
                felt,
                _ved(taken_in, place),
                (moete.navn,),
            )

    def _filtrert(self, g: Gjenstand) -> Iterator[Visshet]:
        """Whether each field of `der` is so, but the one that says whether it is about those without a verv."""
        if self.der is not None:
            yield from self.der.svarene(g, der=True, uten=EGNE)

    def _taken_in(self, g: Gjenstand, oppmoete: Oppmoete) -> Visshet:
        hvem = g.verdi("verv")
        if not isinstance(hvem, tuple):
            return uvisst("fil", oppmoete.kalt)
        filtered = alle(self._filtrert(g))
        if filtered is False:
            return False
        (person,) = hvem
        held = {} if isinstance(person.verv, Ukjent) else person.verv
        if self._uten_verv:
            none = uvisst("verv", person.id) if isinstance(person.verv, Ukjent) else ikke(noen(held.values()))
            return alle((filtered, none, oppmoete.deltok))
        own_seat = noen(v for k, v in held.items() if k != "vara")
        as_member = (
            uvisst("rolle", oppmoete.kalt) if isinstance(oppmoete.rolle, Ukjent) else oppmoete.rolle is None
        )
        stands_in = (
            uvisst("vara_for", oppmoete.kalt)
            if oppmoete.vara_for is UKJENT
            else oppmoete.vara_for is not None
        )
        return alle((filtered, noen((stands_in, own_seat)), oppmoete.deltok, as_member))

    def _felter(self, g: Gjenstand, moete: Moete, nr: int, oppmoete: Oppmoete) -> Iterator[Felt]:
        yield from self.skal_ha.felter(g, uten=EGNE)
        training = self.skal_ha.spurt(OPPLAERING)
        if training and oppmoete.person:
            place = moete.at("oppmoete", nr, "person")
            yield from opplaert_i_moete(training, g.utvalg, moete, oppmoete.person, place)


def _ved(claim: Visshet, place: Place) -> Visshet:
    """The claim; what it lacks is shown at whoever was there, of whom it is asked."""
    facts = (fact._replace(place=place) for fact in claim.fakta) if isinstance(claim, Uvisst) else ()
    return Uvisst(tuple(facts)) if isinstance(claim, Uvisst) else claim
