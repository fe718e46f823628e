"""Forklaring as JSON, for other programs: the same three parts, with ids and days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from brukerutvalg_cli.mandat.arv import Gjeldende
from brukerutvalg_cli.model.avstemning import Vedtak
from brukerutvalg_cli.model.sete import Sete
from brukerutvalg_cli.model.valghandling import Valghandling
from brukerutvalg_cli.model.verdier import kjent
from brukerutvalg_cli.model.vet_av import Sagt, vet_av
from brukerutvalg_cli.oversikt.forhaandsvalg_json import valget
from brukerutvalg_cli.oversikt.forklaring_bestemmelse import Bestemmelsen
from brukerutvalg_cli.oversikt.forklaring_oppslag import Oppslagsfunn
from brukerutvalg_cli.oversikt.forklaring_sak import Saken
from brukerutvalg_cli.oversikt.forklaring_valg import Hver, Lovlig
from brukerutvalg_cli.oversikt.forklaring_verv import Besetning, Vervet
from brukerutvalg_cli.oversikt.regelverk_json import bestemmelsen
from brukerutvalg_cli.oversikt.utsikt_json import framtiden
from brukerutvalg_cli.personvern.private_opplysninger import sladdet
from brukerutvalg_cli.rapport.json_format import (
    dump,
    fraveket_data,
    frist_data,
    funn_data,
    punkt_data,
    rettet_data,
)


def bestemmelsene(utvalg: str, explained: Sequence[Bestemmelsen], dag: date) -> str:
    """A provision, once for each rule set that has it."""
    return dump(
        _hode("bestemmelse", utvalg, dag) | {"bestemmelser": [_bestemmelsen(b, utvalg) for b in explained]}
    )


def vervet(utvalg: str, v: Vervet, dag: date) -> str:
    """A verv or a body."""
    done = {"verv": [_besetning(v.besetning)]} | _funnet(v.funnet)
    return dump(
        _hode("verv", utvalg, dag)
        | _deler([*v.bestemmelser, *v.om_andre], done, [v.lovlig])
        | {"neste": v.lovlig.kommando}
    )


def saken(utvalg: str, s: Saken, dag: date) -> str:
    """A case."""
    done = _gjort(s) | _funnet(s.funnet)
    return dump(
        _hode("sak", utvalg, dag) | _deler(s.bestemmelser, done, s.lovlig) | {"neste": s.kommando(utvalg)}
    )


def _hode(slag: str, utvalg: str, dag: date) -> dict[str, Any]:
    return {"slag": slag, "utvalg": utvalg, "dato": dag.isoformat()}


def _deler(says: Sequence[Gjeldende], done: dict[str, Any], now: Sequence[Lovlig]) -> dict[str, Any]:
    return {"sier": [bestemmelsen(g) for g in says], "gjort": done, "lovlig": [_lovlig(each) for each in now]}


def _bestemmelsen(b: Bestemmelsen, utvalg: str) -> dict[str, Any]:
    done = {
        "utfall": b.punkt.utfall,
        "ganger_holdt": b.punkt.holdt,
        "hvorfor": list(b.punkt.hvorfor),
        "verv": [_besetning(each) for each in b.besetninger],
    }
    return {
        "binder_fra": b.binding.fra.isoformat(),
        "binder_til": _dag(b.binding.til),
        "i_kraft": b.i_kraft,
        **_deler([b.gjeldende], done | _funnet(b.funnet), b.lovlig),
        "frister": [frist_data(f) for f in b.frister],
        "neste": b.kommando(utvalg),
    }


def _gjort(s: Saken) -> dict[str, Any]:
    """Of a confidential case no more than where it stands."""
    where = {
        "nr": s.sak.navn,
        "tittel": s.tittel,
        "fortrolig": s.lukket,
        "moete": s.moete.dato.isoformat(),
        "status": s.moete.status,
        "fra_sak": s.fra or None,
        "tatt_opp_i": [{"moete": day.isoformat(), "nr": nr} for day, nr in s.igjen],
        "avvik": [{"bestemmelse": a.bestemmelse, "gjelder": a.gjelder, "til": _dag(a.til)} for a in s.avvik],
    }
    if s.lukket:
        return where
    decided = s.sak.vedtak
    return where | {
        "type": str(s.sak.type),
        "arkivsak": kjent(s.sak.arkivsak),
        "forslag": sladdet(s.sak.forslag) if s.sak.forslag else None,
        "utsatt_til": kjent(s.sak.utsatt_til),
        "svar": sladdet(answer) if (answer := kjent(s.sak.svar)) else None,
        "referert_i": [
            {"organ": r.organ, "sak": kjent(r.sak), "dato": _dag(vet_av(r, "dato"))} for r in s.sak.referert_i
        ],
        "vedtak": sladdet(decided.tekst)
        if isinstance(decided, Vedtak)
        else str(decided)
        if decided
        else None,
        "valg": [_valg(v) for v in s.valg],
        "etter_moetet": bool(s.sak.etter_moetet),
        "oppfoelging": [
            {
                "hva": sladdet(o.hva),
                "ansvarlig": str(o.ansvarlig) if o.ansvarlig else None,
                "frist": _dag(vet_av(o, "frist")),
                "til_neste_moete": bool(o.til_neste_moete),
                "fullfoert": _dag(vet_av(o, "fullfoert")),
            }
            for o in s.sak.oppfoelging
        ],
    }


def _besetning(b: Besetning) -> dict[str, Any]:
    return {
        "verv": b.verv,
        "sitter": [_sete(s) for s in b.sitter],
        "kommer": [_sete(s) for s in b.kommer],
        "valg": [_valg(v) for v in b.valg],
        "fortrolig": b.lukket,
    }


def _sete(s: Sete) -> dict[str, Any]:
    return {"person": s.person, "fra": _dag(vet_av(s, "fra")), "til": _dag(vet_av(s, "til"))}


def _valg(v: Valghandling) -> dict[str, Any]:
    return {
        "sak": v.sak.navn,
        "moete": v.moete.dato.isoformat(),
        "verv": v.valg.verv,
        "valgt": list(v.valgte),
        "fra": _dag(vet_av(v.valg, "fra")),
        "til": _dag(vet_av(v.valg, "til")),
    }


def _funnet(f: Oppslagsfunn) -> dict[str, Any]:
    return {
        "brutt": [funn_data(each) for each in f.brutt],
        "fraveket": [fraveket_data(each) for each in f.fraveket],
        "rettet": [rettet_data(each) for each in f.rettet],
        "kan_ikke_vurderes": [punkt_data(each) for each in f.uvisst],
    }


def _lovlig(now: Lovlig) -> dict[str, Any]:
    return {
        "verv": now.verv,
        "valg": valget(now.dom) if now.dom else None,
        "hver": [_hver(each) for each in now.hver],
        "oppnevnes_igjen": [{"person": u.person, **framtiden(u.igjen)} for u in now.utsikter],
        "fortrolig": now.lukket,
        "kommando": now.kommando,
    }


def _hver(each: Hver) -> dict[str, Any]:
    return {
        "person": each.person,
        "lovlig": each.lovlig,
        "brudd": [f.message for f in each.utslag.brudd],
        "kan_ikke_vurderes": [u.message for u in each.utslag.uvurdert],
    }


def _dag(dag: Sagt | None) -> str | None:
    return str(dag) if dag else None
