"""Prøvd: whether there was anything to hold a provision up against. Silence of one that met nothing says nothing."""

from __future__ import annotations

from brukerutvalg_cli.regler.bestemmelse import Bestemmelse
from brukerutvalg_cli.regler.frist import Frist
from brukerutvalg_cli.regler.funksjonstid import Funksjonstid
from brukerutvalg_cli.regler.hyppighet import Hyppighet
from brukerutvalg_cli.regler.krav.felles import Krav
from brukerutvalg_cli.regler.krav.oppfoelging import KravOppfoelging
from brukerutvalg_cli.regler.periode import UtvalgIPeriode
from brukerutvalg_cli.regler.rettighet import Rettighet
from brukerutvalg_cli.regler.sammensetning import Sammensetning
from brukerutvalg_cli.regler.utsending import Utsending
from brukerutvalg_cli.regler.verdier.runder import rundestarter
from brukerutvalg_cli.regler.verdier.vindu import vinduer


def proevd(bestemmelse: Bestemmelse, utvalg: UtvalgIPeriode) -> bool:
    """Whether the council has had an occasion, in the period, to keep the provision or to break it."""
    match bestemmelse:
        case Hyppighet():
            return any(True for _ in vinduer(bestemmelse.per, utvalg))
        case KravOppfoelging():
            return any(sak.oppfoelging for moete in utvalg.avholdte for sak in moete.saker)
        case Krav():
            return any(case.omfattet is not False for case in bestemmelse.tilfeller(utvalg))
        case Sammensetning(naar="oppnevning"):
            return any(utvalg.gjelder(start) for start in rundestarter(utvalg.mappe))
        case Funksjonstid() | Sammensetning():
            return bool(utvalg.mappe.seter)
        case Frist() | Rettighet() | Utsending():
            return any(True for _ in utvalg.avholdte)
        case _:
            return True
