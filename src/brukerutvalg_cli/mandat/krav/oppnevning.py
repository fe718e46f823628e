"""krav hver oppnevning: what each appointment shall have. An election is judged once, at its case."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from brukerutvalg_cli.mandat.krav.hver import I_ORDEN, Krav, Kravtilfelle
from brukerutvalg_cli.mandat.krav.opplaering import OpplaeringKrav, fra_foer, opplaert, opplaert_fra_foer
from brukerutvalg_cli.mandat.om_sete import emner, fraviker, perioden, varer
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.proeve.av_modell import Av
from brukerutvalg_cli.mandat.proeve.felt import Felt
from brukerutvalg_cli.mandat.proeve.gjenstand import Gjenstand
from brukerutvalg_cli.mandat.proeve.noen import Noenvalg
from brukerutvalg_cli.mandat.proeve.poster import oppnevningen
from brukerutvalg_cli.mandat.proeve.proeve import Proeve
from brukerutvalg_cli.model.kalender import dato_i_ord
from brukerutvalg_cli.model.medlem import Oppnevning
from brukerutvalg_cli.model.sete import Sete, foerste
from brukerutvalg_cli.model.valghandling import Valghandling
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.model.visshet import UVISST, Visshet, alle, ikke
from brukerutvalg_cli.ord.i_ord import i_vervet, omtalt

AV_OPPNEVNING = Av(Oppnevning)
OPPLAERING = "opplaering"
EGNE = frozenset({OPPLAERING})
"""What is answered for here."""


class KravOppnevning(Krav):
    """A demand on each appointment or election."""

    sier_selv: ClassVar[bool] = True

    forhold: ClassVar[frozenset[str]] = frozenset({"egen_organisasjon"})

    hver: Literal["oppnevning"] = Field(description="oppnevning: hver periode i et verv.")
    der: Annotated[Proeve, AV_OPPNEVNING] | None = Field(None, description="Hvilke oppnevninger.")
    skal_ha: Annotated[
        Proeve,
        Av(
            Oppnevning,
            "OppnevningKravProeve",
            opplaering=(
                OpplaeringKrav,
                "Opplæringen personen har hatt: {modul: 1, innen: 1 aar}. Uten innen: den første dagen.",
            ),
        ),
    ] = Field(description="Det hver av dem skal ha.")

    @property
    def om_poster(self) -> bool:
        """Always; but of training it is asked of all who sit, and told of one by one."""
        return not self.skal_ha.spurt(OPPLAERING)

    def tilfeller(self, utvalg: UtvalgIPeriode) -> Iterator[Kravtilfelle]:
        """The seats decided in the period; and an election of which nobody knows who was elected."""
        for valg in utvalg.uvisse_valg:
            if self.kan_gjelde(utvalg, valg.valg.verv, valg.moete.dato):
                yield _uvisst_valg(utvalg, valg)
        for sete in utvalg.seter:
            if tilfelle := self._tilfelle(utvalg, sete):
                yield tilfelle
        if training := getattr(self.skal_ha, OPPLAERING):
            for sete in fra_foer(utvalg, self, partial(self._teller, utvalg)):
                felt = opplaert_fra_foer(training, utvalg, sete)
                yield Kravtilfelle(_omtale(utvalg, sete), perioden(sete), (felt,), emner=emner(sete))

    def kan_gjelde(self, utvalg: UtvalgIPeriode, verv: str, dag: date) -> bool:
        """Whether it may be about a term in the verv, whoever is appointed or elected to it on the day."""
        demand = getattr(self.der, "verv", None)
        g = Gjenstand(utvalg, None, utvalg.binding_at(), dag)
        return not isinstance(demand, Noenvalg) or demand.holder(verv, g) is not False

    def _tilfelle(self, utvalg: UtvalgIPeriode, sete: Sete) -> Kravtilfelle | None:
        bound = utvalg.besluttet(sete)
        g = oppnevningen(utvalg, sete)
        taken_in = self.omfattet(g)
        if taken_in is False:
            return None
        if (
            bound is True
            and taken_in is True
            and OPPLAERING not in self.skal_ha.krav
            and self.skal_ha.har_alt(g)
        ):
            return I_ORDEN
        return Kravtilfelle(
            _omtale(utvalg, sete),
            perioden(sete),
            tuple(self._felter(utvalg, sete, g)),
            alle((bound, taken_in)),
            emner(sete),
            fraviker(sete),
            partial(
                varer,
                sete,
                utvalg,
                fra=None if isinstance(sete.fra, Ukjent) else sete.fra,
                holder=partial(self._holder, utvalg),
            ),
        )

    def _felter(self, utvalg: UtvalgIPeriode, sete: Sete, g: Gjenstand) -> Iterator[Felt]:
        yield from self.skal_ha.felter(g, uten=EGNE)
        if training := getattr(self.skal_ha, OPPLAERING):
            yield from opplaert(training, utvalg, sete, self._is_first(utvalg, sete))

    def _holder(self, utvalg: UtvalgIPeriode, sete: Sete) -> Visshet:
        """Whether a seat in the same verv has all that is demanded, or nothing is demanded of it."""
        g = oppnevningen(utvalg, sete)
        taken_in = self.omfattet(g)
        if taken_in is not True:
            return ikke(taken_in)
        return alle(felt.holder for felt in self._felter(utvalg, sete, g))

    def _is_first(self, utvalg: UtvalgIPeriode, sete: Sete) -> bool:
        """Whether it is the person's first seat of this sort: what is lacking then is lacking until it is had."""
        held = utvalg.mappe.seter_av[sete.person]
        return foerste(each for each in held if self._teller(utvalg, each)) is sete

    def _teller(self, utvalg: UtvalgIPeriode, sete: Sete) -> bool:
        """Whether the seat may be one of this sort."""
        return sete.er_periode and self.omfattet(oppnevningen(utvalg, sete)) is not False


def _omtale(utvalg: UtvalgIPeriode, sete: Sete) -> str:
    start = "" if sete.fra is UKJENT else f" fra {dato_i_ord(sete.fra)}"
    return f"{omtalt(sete.person, utvalg)} {i_vervet(sete.verv, utvalg)}{start}"


def _uvisst_valg(utvalg: UtvalgIPeriode, valg: Valghandling) -> Kravtilfelle:
    fact = Felt(valg.at("valgt"), UVISST, "", "hvem som ble valgt, er ukjent")
    subject = f"valget {i_vervet(valg.valg.verv, utvalg)} i sak {valg.sak.navn}"
    names = (valg.sak.navn, valg.moete.navn)
    return Kravtilfelle(subject, f"valg {valg.sak.navn} {valg.valg.verv}", (fact,), True, names)
