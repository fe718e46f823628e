"""The driver: every provision of every rule set on every council it binds. One loop, and no knowledge of any rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from brukerutvalg_cli.funn.finding import Finding, Kilde, Related
from brukerutvalg_cli.model.mappe import Utvalgsmappe
from brukerutvalg_cli.model.register import Register
from brukerutvalg_cli.regler.avvik import Brudd, besvar
from brukerutvalg_cli.regler.bestemmelse import SEVERITY, Bestemmelse
from brukerutvalg_cli.regler.binding import Binding, bindinger, framover, i_periode
from brukerutvalg_cli.regler.dom import Dom, Fravik, Frist, Uvurdert
from brukerutvalg_cli.regler.klokke import er_sann, nyeste_faktum, veid
from brukerutvalg_cli.regler.regelverk import Regelverk
from brukerutvalg_cli.regler.vurdering import Utfall, Vurdering


def doem(
    register: Register, regelverk: Mapping[str, Regelverk], dato: date, utvalg: Iterable[str] | None = None
) -> Dom:
    """What the mandates say of the councils (all, or those named) on the day of evaluation."""
    names = register.mapper if utvalg is None else utvalg
    parts = [_doem_utvalg(register.mapper[name], register, regelverk, dato) for name in names]
    return Dom(
        tuple(f for part in parts for f in part.findings),
        tuple(u for part in parts for u in part.uvurdert),
        tuple(f for part in parts for f in part.fraveket),
        tuple(f for part in parts for f in part.frister),
    )


def _doem_utvalg(
    mappe: Utvalgsmappe, register: Register, regelverk: Mapping[str, Regelverk], dato: date
) -> Dom:
    brudd: list[Brudd] = []
    uvurdert: list[Uvurdert] = []
    fraveket: list[Fravik] = []
    frister: list[Frist] = []
    for binding in bindinger(mappe, regelverk):
        periode = i_periode(mappe, register, binding, dato)
        for nr, bestemmelse in binding.regelverk.nummerert():
            severity = SEVERITY[bestemmelse.styrke]
            if severity is None or (bestemmelse.nivaa and mappe.utvalg.nivaa not in bestemmelse.nivaa):
                continue
            kilde = Kilde(binding.id, bestemmelse.id, bestemmelse.avsnitt, bestemmelse.styrke)
            for v in bestemmelse.check(periode):
                if v.utfall is Utfall.UVISST:
                    uvurdert.append(Uvurdert(mappe.id, kilde, v.emne, v.message, v.place))
                elif v.utfall is Utfall.FRAVEKET:
                    why = "valget sier selv at utvalget fraviker bestemmelsen"
                    fraveket.append(Fravik(mappe.id, kilde, v.emne, v.message, v.place, why))
                else:
                    finding = _finding(mappe, binding, nr, bestemmelse, kilde, v)
                    brudd.append(Brudd(finding, bestemmelse, frozenset({v.emne, *v.emner})))
            ahead = bestemmelse.framover(framover(mappe, register, binding, dato))
            frister += (Frist(mappe.id, kilde, v.hva, v.moete, v.siste_dag, v.place) for v in ahead)
    nyeste = nyeste_faktum(mappe, dato)
    remaining, documented = besvar(mappe, [b for b in brudd if er_sann(b.finding, mappe, dato)], dato)
    findings = tuple(veid(finding, nyeste) for finding in remaining)
    return Dom(findings, tuple(uvurdert), (*fraveket, *documented), tuple(frister))


def _finding(
    mappe: Utvalgsmappe, binding: Binding, nr: int, bestemmelse: Bestemmelse, kilde: Kilde, v: Vurdering
) -> Finding:
    provision = Related(
        binding.regelverk.bestemmelse_at(nr),
        f"{kilde.avsnitt}, «{kilde.styrke}»: {bestemmelse.tekst.strip()}",
    )
    severity = SEVERITY[bestemmelse.styrke]
    assert severity is not None
    return Finding(
        bestemmelse.kode,
        str(getattr(bestemmelse, "regel", "")),
        severity,
        v.message,
        v.place,
        v.label,
        v.help,
        (provision, *v.related),
        mappe.id,
        kilde,
        v.emne,
        v.since,
    )
