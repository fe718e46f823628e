"""Egenart: demands that are more than a word held up against a field – standing items, a person's other verv."""

from __future__ import annotations

from typing import Annotated, get_args

from brukerutvalg_cli.mandat.proeve.felt import Felt
from brukerutvalg_cli.mandat.proeve.gjenstand import Gjenstand
from brukerutvalg_cli.mandat.proeve.proeve import Egenart
from brukerutvalg_cli.mandat.proeve.valg import SOM_VALG, Ordvalg, eller_foert
from brukerutvalg_cli.model.kandidat import Kandidat
from brukerutvalg_cli.model.ordvalg import Sakstype
from brukerutvalg_cli.model.sak import Sak
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.model.visshet import UVISST, Uvisst, Visshet, alle, ikke, med_grunn, noen, uvisst
from brukerutvalg_cli.oppramsing import alle_sammen
from brukerutvalg_cli.ord.i_ord import eller, et_verv, i_ord, noekkel_i_ord


class Vervvalg(Ordvalg[str]):
    """Verv that a person has on a day. What is held up against it is the person."""

    def treff(self, ord: str, verdi: object, g: Gjenstand) -> Visshet:
        """Whether the person has the verv."""
        if not isinstance(verdi, Kandidat):
            return UVISST
        return med_grunn(verdi.har_verv(ord), "verv", verdi.id) if verdi.kjent else uvisst("fil", verdi.id)

    def i_ord(self, g: Gjenstand, verdi: object = None) -> str:
        """The verv, as the council calls them."""
        named = [et_verv(name, g.utvalg) for name in (*(self.en_av or ()), *(self.alle or ()))]
        return alle_sammen(named) if self.alle else eller(named)


VERVVALG = eller_foert(Annotated[Vervvalg, SOM_VALG])


class _Fastevalg(Ordvalg[str], Egenart):
    """Standing items, which are cases on the agenda. One that is only named beside it, nobody knows of."""

    def felt(self, key: str, g: Gjenstand) -> Felt:
        """The agenda, held up against the items that shall be on it."""
        cases = g.moete.saker if g.moete else ()
        stated = g.moete.faste_saker if g.moete else None
        asked = (*(self.en_av or ()), *(self.alle or ()), *(self.ikke or ()))
        found = {name: noen(er_punktet(sak, name) for sak in cases) for name in asked}
        for name, there in found.items():
            if there is False and (isinstance(stated, Ukjent) or name in (stated or ())):
                found[name] = uvisst("fast_punkt", name, g.at("saker"))
        missing = [name for name, there in found.items() if there is False]
        unsure = alle_sammen(i_ord(name) for name, there in found.items() if isinstance(there, Uvisst))
        points = "det faste punktet" if len(missing) == 1 else "de faste punktene"
        said = alle_sammen(map(i_ord, missing)) if self.alle else eller(missing)
        return Felt(
            g.at("saker"),
            self._holder(found),
            f"skal ha {points} {said} på sakslista",
            f"om {unsure} var en sak på sakslista, er ukjent",
            hjelp="skriv punktet som en sak på sakslista; på en sak som står der, skriver du «fast»",
        )

    def _holder(self, found: dict[str, Visshet]) -> Visshet:
        claims: list[Visshet] = [noen(found[name] for name in self.en_av)] if self.en_av else []
        claims += [found[name] for name in self.alle or ()]
        claims += [ikke(found[name]) for name in self.ikke or ()]
        return alle(claims)


Fastevalg = Annotated[_Fastevalg, SOM_VALG]


def er_punktet(sak: Sak, name: str) -> Visshet:
    """Whether a case is that standing item: it says so, is of that kind, or is called so."""
    if name in (sak.fast, sak.type) or sak.tittel.casefold() in (i_ord(name).casefold(), noekkel_i_ord(name)):
        return True
    unknown_kind = sak.type is UKJENT and name in get_args(Sakstype)
    return uvisst("fast_punkt", name) if sak.fast is UKJENT or unknown_kind else False
