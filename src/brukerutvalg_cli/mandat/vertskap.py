"""Vertskap: another council whose meetings some of ours come to, found by the name a provision gives it."""

from __future__ import annotations

from brukerutvalg_cli.funn.place import Place
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.verdier.navngitt import navngitt
from brukerutvalg_cli.model.mappe import Utvalgsmappe


def verten(hos: str, utvalg: UtvalgIPeriode) -> Utvalgsmappe | tuple[Place, str] | None:
    """The council that `hos` names; the fact that is missing where it cannot be found; None where there is none."""
    named = navngitt((hos,), utvalg)
    if named.uvisst:
        return named.savnet(utvalg)
    for name in named.navn[:1]:
        if host := utvalg.register.naboen(name):
            return host
        how = "kan ikke leses" if name in utvalg.register.kjente_utvalg else "finnes ikke i registeret"
        return utvalg.binding_at(), f"utvalget «{name}» {how}"
    return None
