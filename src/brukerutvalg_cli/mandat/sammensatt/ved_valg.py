"""A composition judged at an election: once, at the case, by who will sit when the term begins."""

from __future__ import annotations

from collections.abc import Iterator

from brukerutvalg_cli.funn.finding import Finding
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.sammensatt.dagene import folk, valgt_inn
from brukerutvalg_cli.mandat.sammensatt.deler import Hele
from brukerutvalg_cli.mandat.sammensatt.funnet import funn, hvem_er_hvem, rettelse
from brukerutvalg_cli.mandat.sammensatt.krav import Sammensetningskrav
from brukerutvalg_cli.mandat.sammensatt.rettet import valget_varer
from brukerutvalg_cli.mandat.sammensatt.savnet import savnet
from brukerutvalg_cli.model.sete import Valghandling
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.model.visshet import Uvisst, noen, uvisst


def vurder(krav: Sammensetningskrav, utvalg: UtvalgIPeriode, inndeling: Hele) -> Iterator[Finding]:
    """Every election to the body in the period. The council itself is appointed, not elected."""
    if not krav.er_valgt_organ:
        return
    for handling in (v for v in utvalg.valg if v.valg.verv == krav.blant):
        place = handling.at("valgt")
        day = handling.valg.fra
        if handling.valg.valgt is UKJENT or isinstance(day, Ukjent):
            lacking = "når valget" if isinstance(day, Ukjent) else "hvem som ble valgt"
            gone = " gjelder fra" if isinstance(day, Ukjent) else ""
            text = f"{lacking} i sak {handling.sak.navn}{gone}, er ukjent"
            emner = (handling.sak.navn, handling.moete.navn)
            yield krav.bestemmelse.uvisst(place, text, krav.emne(handling.sak.navn), emner)
            continue
        others = [
            v for v in utvalg.mappe.uvisse_valg if v.valg.verv == krav.blant and v.dekker(day) is not False
        ]
        more = noen(uvisst("valgt", v.sak.navn, v.at("valgt")) for v in others)
        told = others and all(utvalg.gjelder(v.moete.dato) for v in others)  # each of them says so itself
        body = valgt_inn(krav, utvalg, handling, day)
        for telt in krav.telt(body, inndeling, day, aapen=more):
            emne = krav.emne(handling.sak.navn, telt.part)
            if telt.holder is False:
                yield krav.bestemmelse.brutt(
                    place,
                    funn(krav, telt, f"{krav.hva(telt.part)} får", day),
                    emne,
                    emner=(handling.sak.navn, handling.moete.navn),
                    label=hvem_er_hvem(krav, telt.folk, day),
                    help=rettelse(krav, telt, day),
                    fraviker=handling.valg.fraviker,
                    varer=valget_varer(krav, utvalg, inndeling, telt.part, handling, folk(body)),
                )
            elif isinstance(telt.holder, Uvisst) and not (
                told and not isinstance(krav.holder(telt.telling), Uvisst)
            ):
                nobody = f"det er ukjent hvem de valgte i sak {handling.sak.navn} sitter for"
                text = savnet(krav, telt.holder, telt.part, day, nobody)
                emner = (handling.sak.navn, handling.moete.navn)
                yield krav.bestemmelse.uvisst(place, text, emne, emner)
            elif telt.bedoemt:
                yield krav.bestemmelse.holdt()


def uklare(krav: Sammensetningskrav, utvalg: UtvalgIPeriode) -> list[Valghandling]:
    """The elections to the body in the period of which nobody knows the first day, or who was elected."""
    if not krav.er_valgt_organ:
        return []
    held = (v for v in utvalg.valg if v.valg.verv == krav.blant)
    return [v for v in held if v.valg.valgt is UKJENT or v.valg.fra is UKJENT]
