"""A composition judged at an election: once, at the case, by who will sit when the term begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from brukerutvalg_cli.funn.finding import Finding, Utfall
from brukerutvalg_cli.mandat.periode import UtvalgIPeriode
from brukerutvalg_cli.mandat.sammensatt.dagene import endringer, folk, seter_i, valgt_inn
from brukerutvalg_cli.mandat.sammensatt.deler import Hele
from brukerutvalg_cli.mandat.sammensatt.krav import Sammensetningskrav
from brukerutvalg_cli.mandat.sammensatt.rettet import valget_varer
from brukerutvalg_cli.mandat.sammensatt.savnet import savnet
from brukerutvalg_cli.mandat.sammensatt.telt_i_ord import hvem_er_hvem, rettelse, setningen
from brukerutvalg_cli.model.kalender import EN_DAG
from brukerutvalg_cli.model.valghandling import Valghandling
from brukerutvalg_cli.model.verdier import UKJENT, Ukjent
from brukerutvalg_cli.model.visshet import Uvisst, noen, uvisst


def vurder(krav: Sammensetningskrav, utvalg: UtvalgIPeriode, inndeling: Hele) -> Iterator[Finding]:
    """Every election to the body in the period. The council itself is appointed, not elected."""
    if not krav.er_valgt_organ:
        return
    for handling in (v for v in utvalg.valg if v.valg.verv == krav.blant):
        day, part = handling.valg.fra, handling.valg.deldato.get("fra")
        if handling.valg.valgt is UKJENT or (isinstance(day, Ukjent) and not part):
            yield _uvisst(krav, handling)
        elif isinstance(day, Ukjent):
            from brukerutvalg_cli.mandat.verdier.uansett import uansett  # hardly any register has one

            said = _hver_dag(krav, utvalg, inndeling, handling)
            yield from uansett(said, _uvisst(krav, handling), utvalg.sant_innen)
        else:
            yield from _valget(krav, utvalg, inndeling, handling, day)


def _uvisst(krav: Sammensetningskrav, handling: Valghandling) -> Finding:
    unknown = isinstance(handling.valg.fra, Ukjent)
    lacking, gone = ("når valget", " gjelder fra") if unknown else ("hvem som ble valgt", "")
    text = f"{lacking} i sak {handling.sak.navn}{gone}, er ukjent"
    emner = (handling.sak.navn, handling.moete.navn)
    return krav.bestemmelse.uvisst(handling.at("valgt"), text, krav.emne(handling.sak.navn), emner)


def _valget(
    krav: Sammensetningskrav, utvalg: UtvalgIPeriode, inndeling: Hele, handling: Valghandling, day: date
) -> Iterator[Finding]:
    """One election, by who sits when the term begins."""
    others = [v for v in utvalg.mappe.uvisse_valg if v.valg.verv == krav.blant and v.dekker(day) is not False]
    more = noen(uvisst("valgt", v.sak.navn, v.at("valgt")) for v in others)
    told = others and all(utvalg.gjelder(v.moete.dato) for v in others)  # each of them says so itself
    body = valgt_inn(krav, utvalg, handling, day)
    for telt in krav.telt(body, inndeling, day, aapen=more):
        emne = krav.emne(handling.sak.navn, telt.part)
        if telt.holder is False:
            yield krav.bestemmelse.brutt(
                handling.at("valgt"),
                setningen(krav, telt, f"{krav.hva(telt.part)} får", day),
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
            yield krav.bestemmelse.uvisst(handling.at("valgt"), text, emne, emner)
        elif telt.bedoemt:
            yield krav.bestemmelse.holdt()


# Where the year or the month is all that is known of the first day


def _hver_dag(
    krav: Sammensetningskrav, utvalg: UtvalgIPeriode, inndeling: Hele, handling: Valghandling
) -> Iterator[list[Finding]]:
    """What is said of the election on each of the days that may be meant, by which who sits may be others."""
    part = handling.valg.deldato["fra"]
    around = replace(utvalg, fra=part.tidligst, til=None)
    seats = seter_i(utvalg, krav.vervene)
    changes = endringer(around, inndeling, seats, inndeling.skifter(), part.senest + EN_DAG, krav.selektorer)
    near = {day + step for day in changes for step in (-EN_DAG, timedelta(), EN_DAG)}
    for day in sorted({part.tidligst, part.senest, *(d for d in near if part.tidligst <= d <= part.senest)}):
        here, known = _fra_dagen(utvalg, handling, day)
        yield list(_valget(krav, here, krav.inndeling(here), known, day))


def _fra_dagen(
    utvalg: UtvalgIPeriode, handling: Valghandling, fra: date
) -> tuple[UtvalgIPeriode, Valghandling]:
    """The council, and the election in it, as they are where the term begins on this day."""
    valg = [*handling.sak.valg]
    valg[handling.valg_nr] = handling.valg.model_copy(update={"fra": fra})
    saker = [*handling.moete.saker]
    saker[handling.sak_nr] = handling.sak.model_copy(update={"valg": tuple(valg)})
    moete = handling.moete.model_copy(update={"saker": tuple(saker)})
    moeter = tuple(moete if m.path == moete.path else m for m in utvalg.mappe.moeter)
    mappe = replace(utvalg.mappe, moeter=moeter, sett={})
    return replace(utvalg, mappe=mappe), next(v for v in mappe.valghandlinger if v.at() == handling.at())


def bedoemte(krav: Sammensetningskrav, utvalg: UtvalgIPeriode, inndeling: Hele) -> Iterator[Valghandling]:
    """The elections to the body, the last first, each with a first day: those that have one, and those that are broken
    whichever day it was, on the last that it may have been."""
    for v in reversed(utvalg.mappe.valghandlinger if krav.er_valgt_organ else ()):
        if v.valg.verv != krav.blant or v.valg.valgt is UKJENT:
            continue
        if isinstance(v.valg.fra, date):
            yield v
        elif part := v.valg.deldato.get("fra"):
            days = _hver_dag(krav, utvalg, inndeling, v)
            if all(any(f.utfall is Utfall.BRUTT for f in said) for said in days):
                yield v._replace(valg=v.valg.model_copy(update={"fra": part.senest}))


def uklare(krav: Sammensetningskrav, utvalg: UtvalgIPeriode) -> list[Valghandling]:
    """The elections to the body in the period of which nobody knows the first day, or who was elected."""
    if not krav.er_valgt_organ:
        return []
    held = (v for v in utvalg.valg if v.valg.verv == krav.blant)
    return [v for v in held if v.valg.valgt is UKJENT or v.valg.fra is UKJENT]
