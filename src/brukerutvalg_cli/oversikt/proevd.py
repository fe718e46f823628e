"""Prøvd: whether there was anything to hold a provision up against. Silence of one that met nothing says nothing."""

from __future__ import annotations

from brukerutvalg_cli.model.sete import MEDLEMSVERV
from brukerutvalg_cli.regler.bestemmelse import Bestemmelse
from brukerutvalg_cli.regler.frist import Frist
from brukerutvalg_cli.regler.funksjonstid import Funksjonstid
from brukerutvalg_cli.regler.hyppighet import Hyppighet
from brukerutvalg_cli.regler.krav.felles import Krav
from brukerutvalg_cli.regler.krav.oppfoelging import KravOppfoelging
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.rettighet import Rettighet
from brukerutvalg_cli.regler.sammensatt.krav import GRUPPER
from brukerutvalg_cli.regler.sammensatt.ved_moete import vert
from brukerutvalg_cli.regler.sammensetning import Sammensetning
from brukerutvalg_cli.regler.utsending import Utsending
from brukerutvalg_cli.regler.verdier.hvem import Hvem
from brukerutvalg_cli.regler.verdier.runder import rundestarter
from brukerutvalg_cli.regler.verdier.vindu import vinduer

VERVENE: dict[str, frozenset[str] | None] = {**GRUPPER, "verv": None}
"""The verv whose holders make up a group that is named by another word; None for every verv."""


def proevd(bestemmelse: Bestemmelse, utvalg: UtvalgIPeriode) -> bool:
    """Whether the council has had an occasion, in the period, to keep the provision or to break it."""
    match bestemmelse:
        case Hyppighet():
            return any(True for _ in vinduer(bestemmelse.per, utvalg))
        case KravOppfoelging():
            return any(sak.oppfoelging for moete in utvalg.avholdte for sak in moete.saker)
        case Krav():
            return any(case.omfattet is not False for case in bestemmelse.tilfeller(utvalg))
        case (
            Sammensetning(naar="oppnevning")
            | Sammensetning(for_hver="kjoenn")
            | Funksjonstid(gjelder="utvalg")
        ):
            return any(utvalg.gjelder(start) for start in rundestarter(utvalg.mappe))
        case Sammensetning(hos=str(hos)):
            host = vert(hos, utvalg)
            return host is not None and any(utvalg.gjelder(moete.dato) for moete in host.avholdte)
        case Sammensetning(naar="moete" | "vedtak") | Sammensetning(blant=("frammoette",)):
            return any(True for _ in utvalg.avholdte)
        case Sammensetning():
            return any(_sits(utvalg, _vervene(group)) for group in bestemmelse.blant)
        case Funksjonstid():
            named = bestemmelse.hvem and bestemmelse.hvem.verv
            return _sits(utvalg, frozenset(named) if named else MEDLEMSVERV)
        case Frist() | Rettighet() | Utsending():
            return any(True for _ in utvalg.avholdte)
        case _:
            return True


def _vervene(group: str | Hvem) -> frozenset[str] | None:
    return VERVENE.get(group, frozenset({group})) if isinstance(group, str) else None


def _sits(utvalg: UtvalgIPeriode, vervene: frozenset[str] | None) -> bool:
    """Whether anybody has had a seat of these kinds."""
    return bool(utvalg.mappe.seter) if vervene is None else not vervene.isdisjoint(utvalg.mappe.seter_i)
