"""Hvem i ord: a selector of people as it is said after a number."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from brukerutvalg_cli.mandat.verdier.hvemnoekler import Hvemnoekler
from brukerutvalg_cli.mandat.verdier.organisasjonsvalg import Organisasjonsvalg
from brukerutvalg_cli.model.dagen import FORRIGE
from brukerutvalg_cli.model.ordliste import funksjonen
from brukerutvalg_cli.model.utvalg import ORGANER
from brukerutvalg_cli.oppramsing import enten_eller
from brukerutvalg_cli.ord.i_ord import Omgivelser, eller, et_verv, omtalt, siden


def hvem_i_ord(hvem: Hvemnoekler, utvalg: Omgivelser | None) -> str:
    """`fra brukersiden`, `fra FFO`: by the names a council knows; nothing for everybody.

    Without a council the words are those that a subject is known by, and stay as they are.
    """
    return " ".join(_phrases(hvem, utvalg))


def _phrases(hvem: Hvemnoekler, utvalg: Omgivelser | None) -> Iterable[str]:
    if hvem.verv:
        bodies = [name for name in hvem.verv if name in ORGANER]
        offices = [name for name in hvem.verv if name not in ORGANER]
        said = ["er " + _said(et_verv, offices, utvalg)] if offices else []
        in_bodies = ["sitter i " + _said(et_verv, bodies, utvalg)] if bodies else []
        yield "som " + enten_eller([*said, *in_bodies])
    if hvem.funksjon:
        yield "som er " + _said(_stillingen, hvem.funksjon, utvalg)
    bodies_meant = isinstance(hvem.organisasjon, Organisasjonsvalg) and hvem.organisasjon
    a_municipality = bodies_meant and bodies_meant.innbyggere and hvem.side == ("kommune",)
    if hvem.side and not (a_municipality and utvalg):
        yield "fra " + _said(siden, hvem.side, utvalg)
    for key, verb in GITT:
        if wanted := getattr(hvem, key):
            yield f"{verb} {_av_hvem(wanted, utvalg)}"
    if hvem.gruppe:
        yield "som taler for " + eller(hvem.gruppe)
    if hvem.alder:
        yield f"som er {hvem.alder.i_ord()} år"
    if hvem.fyller:
        yield f"som fyller {hvem.fyller.i_ord()} år det året"
    if hvem.samme_side_som:
        yield f"fra samme side som {_said(_andre, hvem.samme_side_som, utvalg)}"
    if hvem.annen_side_enn:
        yield f"fra en annen side enn {_said(_andre, hvem.annen_side_enn, utvalg)}"
    if hvem.er:
        yield f"som er {'en ' if utvalg else ''}{hvem.er}"
    if hvem.ny is not None:
        yield "som ikke satt i forrige periode" if hvem.ny else "som satt i forrige periode"
    if hvem.til_stede is not None:
        yield "til stede" if hvem.til_stede else "som ikke er til stede"
    if hvem.ikke:
        yield "utenom dem " + (hvem_i_ord(hvem.ikke, utvalg) or "til sammen")


GITT = (("organisasjon", "fra"), ("oppnevnt_av", "oppnevnt av"), ("foreslaatt_av", "foreslått av"))


def _av_hvem(wanted: tuple[str, ...] | Organisasjonsvalg, utvalg: Omgivelser | None) -> str:
    if isinstance(wanted, Organisasjonsvalg):
        return wanted.i_ord(tall=utvalg is not None)
    return _said(omtalt, wanted, utvalg)


def _andre(name: str, utvalg: Omgivelser) -> str:
    """`lederen`, `den som var leder før`."""
    if name in utvalg.mappe.utvalg.alle_verv or not name.startswith(FORRIGE):
        return omtalt(name, utvalg)
    verv = name.removeprefix(FORRIGE)
    return f"den som {'satt i' if verv in ORGANER else 'var'} {et_verv(verv, utvalg)} før"


def _stillingen(name: str, utvalg: Omgivelser) -> str:
    return funksjonen(name, utvalg.mappe.utvalg, utvalg.register.ordliste)


def _said(word: Callable[[str, Omgivelser], str], names: Iterable[str], utvalg: Omgivelser | None) -> str:
    return eller(word(name, utvalg) if utvalg else name for name in names)
